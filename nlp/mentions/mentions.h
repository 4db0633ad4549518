// The steps of FindNumbers, in their order. Each takes the quantities that the steps before it left unused.
#pragma once

#include <string_view>
#include <vector>

#include "nlp/annotator.h"
#include "nlp/mentions/quantities.h"

namespace tocsin {

// Sums of money. A bare number is no sum: without a sign, code or name it is left alone, and so is "$NVDA".
void FindAmounts(std::string_view text, const AnnotateContext& context, std::vector<Quantity>& quantities,
                 std::vector<AmountMention>& found);
// Percentages, percentage points and basis points.
void FindPercents(std::string_view text, std::vector<Quantity>& quantities, std::vector<PercentMention>& found);

// Dates, times and durations, outside of the amounts and percents in `taken`, which holds tokens and words too.
void FindDates(std::string_view text, const AnnotateContext& context, std::vector<Quantity>& quantities,
               const Annotations& taken, std::vector<DateMention>& found);

}  // namespace tocsin
