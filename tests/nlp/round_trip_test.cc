// Random numbers, sums, shares and dates are written out and read back; numbers also by the oracle, which reads them
// another way. TOCSIN_ROUND_TRIPS sets how many of each (20,000; a million take some seconds in release).
#include <gtest/gtest.h>

#include <cstdlib>

#include "nlp/annotator.h"
#include "nlp/mentions/quantities.h"
#include "tests/support/number_oracle.h"
#include "tests/support/number_writer.h"
#include "tests/support/words.h"

namespace tocsin {
namespace {

constexpr CivilDay kPublished{2026, 7, 15};

int Rounds() {
  const char* said = std::getenv("TOCSIN_ROUND_TRIPS");
  return said == nullptr ? 20'000 : std::atoi(said);
}

Annotations Read(const std::string& text, bool chinese) {
  AnnotateContext context;
  context.language = chinese ? "zh" : "en";
  context.published = {StartOf(kPublished), Precision::kDay};
  Annotations found = WordsOf(text);
  FindNumbers(text, context, found);
  return found;
}

void ExpectOne(const std::string& text, const WrittenNumber& written, const std::optional<Decimal>& oracle) {
  SCOPED_TRACE(text);
  std::vector<Quantity> found;
  FindQuantities(text, WordsOf(text), found);
  ASSERT_TRUE(oracle.has_value());
  EXPECT_EQ(ToString(*oracle), ToString(written.value));
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0].span.in(text), written.text);
  EXPECT_EQ(ToString(found[0].value), ToString(written.value));
}

TEST(RoundTrip, NumbersInWordsAgreeWithTheOracle) {
  NumberWriter writer(1);
  for (int i = 0; i < Rounds() && !testing::Test::HasFailure(); ++i) {
    const WrittenNumber english = writer.EnglishInWords();
    ExpectOne(english.text, english, EnglishNumberByOracle(english.text));
    const WrittenNumber chinese = writer.ChineseInWords();
    ExpectOne(chinese.text, chinese, ChineseNumberByOracle(chinese.text));
  }
}

TEST(RoundTrip, SumsComeBack) {
  NumberWriter writer(2);
  for (int i = 0; i < Rounds() && !testing::Test::HasFailure(); ++i) {
    const WrittenAmount written = writer.Amount();
    size_t at = 0;
    const std::string text = writer.Sentence(written.text, written.chinese, at);
    SCOPED_TRACE(text);
    const Annotations found = Read(text, written.chinese);
    ASSERT_EQ(found.amounts.size(), 1u);
    EXPECT_EQ(found.amounts[0].span.in(text), written.text);
    EXPECT_EQ(ToString(found.amounts[0].value), ToString(written.value));
    EXPECT_EQ(ToString(found.amounts[0].upper), ToString(written.upper));
    EXPECT_EQ(found.amounts[0].currency.view(), written.currency);
  }
}

TEST(RoundTrip, SharesComeBack) {
  NumberWriter writer(3);
  for (int i = 0; i < Rounds() && !testing::Test::HasFailure(); ++i) {
    const WrittenPercent written = writer.Percent();
    size_t at = 0;
    const std::string text = writer.Sentence(written.text, written.chinese, at);
    SCOPED_TRACE(text);
    const Annotations found = Read(text, written.chinese);
    ASSERT_EQ(found.percents.size(), 1u);
    EXPECT_EQ(found.percents[0].span.in(text), written.text);
    EXPECT_EQ(ToString(found.percents[0].value), ToString(written.value));
  }
}

TEST(RoundTrip, DatesComeBack) {
  NumberWriter writer(4);
  for (int i = 0; i < Rounds() && !testing::Test::HasFailure(); ++i) {
    const WrittenDate written = writer.Date(kPublished);
    size_t at = 0;
    const std::string text = writer.Sentence(written.text, written.chinese, at);
    SCOPED_TRACE(text);
    const Annotations found = Read(text, written.chinese);
    ASSERT_EQ(found.dates.size(), 1u);
    EXPECT_EQ(found.dates[0].span.in(text), written.text);
    EXPECT_EQ(found.dates[0].value, FormatDay(written.first) + "/" + FormatDay(written.after));
  }
}

}  // namespace
}  // namespace tocsin
