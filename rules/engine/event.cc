#include "rules/event.h"

namespace tocsin {

const char* ToString(Role role) {
  switch (role) {
    case Role::kActor: return "actor";
    case Role::kTarget: return "target";
    case Role::kSupporter: return "supporter";
    case Role::kOpponent: return "opponent";
    case Role::kFundingSource: return "funding_source";
  }
  return "";
}

}  // namespace tocsin
