// How firmly: considered, proposed, announced, completed, denied, cancelled; or no event at all.
#pragma once

#include <optional>
#include <string>

#include "rules/engine/slots.h"

namespace tocsin {

struct StatusVerdict {
  Status status = Status::kAnnounced;
  ByteSpan cue;  // empty when the trigger's form decides
  bool by_cue = false;
  std::string rejection;  // not empty: this is no event, and why ("question", "hypothetical", "opinion", ...)
};

// Looks at the words that govern the trigger: in its clause on the left, and for nouns on the right too.
StatusVerdict JudgeStatus(const SentenceView& view, const TriggerSite& site, const Rule& rule);

}  // namespace tocsin
