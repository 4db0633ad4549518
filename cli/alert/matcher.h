// Which rules ring for a change. Pure.
#pragma once

#include <memory>
#include <vector>

#include "rules/alert_rule.h"
#include "store/event_log.h"

namespace tocsin {

// One alert for each rule whose query fits the event and one of whose kinds happened: the first such kind of rule.on.
// Ids are hashes of rule, storyline, event and kind, so ringing again for the same change makes the same id.
// Background (history told as context) never rings. `rang_at` is left to the store.
std::vector<Alert> MatchAlerts(const std::vector<AlertRule>& rules, const StoredEvent& event,
                               const StorylineChange& change);

// MatchAlerts over rules that it keeps.
AlertMatcher MakeAlertMatcher(std::vector<AlertRule> rules);

}  // namespace tocsin
