// FindNumbers: one scan for quantities, then money, shares and dates take theirs; what is left is a plain number.
#include "nlp/annotator.h"
#include "nlp/mentions/mentions.h"

namespace tocsin {

void FindNumbers(std::string_view text, const AnnotateContext& context, Annotations& out) {
  std::vector<Quantity> quantities;
  constexpr size_t kTokensPerQuantity = 16;  // few texts hold more
  quantities.reserve(out.tokens.size() / kTokensPerQuantity);
  FindQuantities(text, out, quantities);
  FindAmounts(text, context, quantities, out, out.amounts);
  FindPercents(text, quantities, out.percents);
  FindDates(text, context, quantities, out, out.dates);
  for (const Quantity& q : quantities) {
    if (!q.used) out.numbers.push_back({q.span, q.value});
  }
}

}  // namespace tocsin
