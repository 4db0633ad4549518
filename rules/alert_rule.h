// A standing question, and what may have changed to ring for it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "rules/query.h"
#include "rules/storyline.h"

namespace tocsin {

enum class ChangeKind : uint8_t { kNewStoryline, kNewReport, kStatusChange, kAmountChange };
const char* ToString(ChangeKind kind);  // "new_storyline", "new_report", "status_change", "amount_change"
std::optional<ChangeKind> ParseChangeKind(std::string_view text);

struct AlertRule {
  std::string id;
  Query when;
  std::vector<ChangeKind> on;         // not empty
  std::vector<std::string> channels;  // ids from the configuration
};

// What one stored event did to its storyline.
struct StorylineChange {
  std::vector<ChangeKind> kinds;  // what happened; kNewReport stands in every one
  Storyline before, after;        // `before` is empty for a new storyline
};

// One ring: the first of rule.on that applies.
struct Alert {
  std::string id;  // stable: hash of rule, storyline, event and kind; the delivery key
  std::string rule;
  ChangeKind kind = ChangeKind::kNewReport;
  std::string headline;  // "announced  equity stake  US government → Intel  USD 8.9 bn"
  std::string detail;    // "considered → announced"
  std::string storyline;
  uint64_t event_id = 0;
  std::vector<std::string> channels;
  std::string url, source, title;  // of the article that rang it
  Timestamp reported_at;
  Instant rang_at;
};

}  // namespace tocsin
