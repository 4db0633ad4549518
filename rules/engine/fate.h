// What became of it, told in a later clause: "X agreed to buy Y in 2022; the deal collapsed in 2024".
#pragma once

#include <vector>

#include "rules/engine/clause.h"
#include "rules/event.h"

namespace tocsin {

constexpr uint32_t kSentenceBefore = 40;  // bytes between the event's sentence and the one that tells its end

// Ends (or closes) events whose end this sentence tells. `here`: the sentence's own, by trigger; `told`: those of the
// sentences before, of which only the last, told just before, may be meant.
void TellFates(const SentenceView& view, const Timestamp& published, std::vector<Event>& here,
               std::vector<Event>& told);

}  // namespace tocsin
