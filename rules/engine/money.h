// Sums, shares and dates to events: by distance in the clause.
#pragma once

#include <optional>
#include <vector>

#include "rules/engine/slots.h"

namespace tocsin {

// Sets event.amount and event.stake_percent when the sentence gives them for this trigger. `has_target` says whether
// the sentence names who gets it.
void FindMoney(const SentenceView& view, const TriggerSite& site, bool has_target, Event& event);

// A sum that two events of a sentence claim is the nearer one's.
void SettleSums(const SentenceView& view, std::vector<Event>& events);

// The date in the trigger's clause, else in its sentence; else the publication's own day or month. nullopt
// when nothing is known.
std::optional<EventDate> FindDate(const SentenceView& view, const TriggerSite& site, const Timestamp& published);

}  // namespace tocsin
