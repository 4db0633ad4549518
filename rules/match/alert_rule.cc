#include "rules/alert_rule.h"

namespace tocsin {

const char* ToString(ChangeKind kind) {
  switch (kind) {
    case ChangeKind::kNewStoryline: return "new_storyline";
    case ChangeKind::kNewReport: return "new_report";
    case ChangeKind::kStatusChange: return "status_change";
    case ChangeKind::kAmountChange: return "amount_change";
  }
  return "new_report";
}

std::optional<ChangeKind> ParseChangeKind(std::string_view text) {
  for (const ChangeKind kind :
       {ChangeKind::kNewStoryline, ChangeKind::kNewReport, ChangeKind::kStatusChange, ChangeKind::kAmountChange}) {
    if (text == ToString(kind)) return kind;
  }
  return std::nullopt;
}

}  // namespace tocsin
