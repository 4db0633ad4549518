// The steps of FindNumbers, in their order. Each takes the quantities that the steps before it left unused.
#pragma once

#include <string_view>
#include <vector>

#include "nlp/annotator.h"
#include "nlp/mentions/quantities.h"

namespace tocsin {

// The languages of a text's sentences, asked for from left to right.
class LanguageWalk {
 public:
  LanguageWalk(std::string_view article, const Annotations& annotations)
      : annotations_(annotations),
        article_(article.starts_with("zh") ? SentenceLanguage::kChinese : SentenceLanguage::kEnglish) {}

  // The article's where `pos` stands in no sentence, or sentences are not known.
  SentenceLanguage At(size_t pos) {
    const auto& sentences = annotations_.sentences;
    while (sentence_ < annotations_.sentence_languages.size() && sentences[sentence_].end <= pos) ++sentence_;
    const bool inside = sentence_ < annotations_.sentence_languages.size() && sentences[sentence_].begin <= pos;
    return inside ? annotations_.sentence_languages[sentence_] : article_;
  }

 private:
  const Annotations& annotations_;
  SentenceLanguage article_;
  size_t sentence_ = 0;
};

// Sums of money. A bare number is no sum: without a sign, code or name it is left alone, and so is "$NVDA".
void FindAmounts(std::string_view text, const AnnotateContext& context, std::vector<Quantity>& quantities,
                 const Annotations& sentences, std::vector<AmountMention>& found);
// Percentages, percentage points and basis points.
void FindPercents(std::string_view text, std::vector<Quantity>& quantities, std::vector<PercentMention>& found);

// Dates, times and durations, outside of the amounts and percents in `taken`, which holds tokens and words too.
void FindDates(std::string_view text, const AnnotateContext& context, std::vector<Quantity>& quantities,
               const Annotations& taken, std::vector<DateMention>& found);

}  // namespace tocsin
