// Broken, endless and odd text: numbers are read or left alone, and every mention stays where it may be.
#include <gtest/gtest.h>

#include <string>

#include "nlp/annotator.h"
#include "tests/support/words.h"

namespace tocsin {
namespace {

constexpr std::string_view kMixed =
    "On 9 June 2025 the ministry paid $2.4 billion (约合172亿元), 12% of 人民币1433亿元, from May to July, "
    "last Tuesday at 9 a.m. ET; 去年12月三成半, two hundred and fifty million euros.";

Annotations Read(std::string_view text) {
  AnnotateContext context;
  context.published = {StartOf({2026, 7, 15}), Precision::kDay};
  Annotations found = WordsOf(text);
  FindNumbers(text, context, found);
  return found;
}

template <class Mentions>
void ExpectInOrder(const Mentions& mentions, std::string_view text) {
  uint32_t last = 0;
  for (const auto& m : mentions) {
    EXPECT_LE(last, m.span.begin);
    EXPECT_LT(m.span.begin, m.span.end);
    EXPECT_LE(m.span.end, text.size());
    last = m.span.end;
  }
}

void ExpectSound(std::string_view text) {
  const Annotations found = Read(text);
  ExpectInOrder(found.amounts, text);
  ExpectInOrder(found.percents, text);
  ExpectInOrder(found.dates, text);
  ExpectInOrder(found.numbers, text);
}

std::string Repeat(std::string_view part, size_t bytes) {
  std::string text;
  text.reserve(bytes + part.size());
  while (text.size() < bytes) text += part;
  return text;
}

TEST(NumbersRobust, EveryPrefixAndSuffix) {
  for (size_t cut = 0; cut <= kMixed.size(); ++cut) {
    SCOPED_TRACE(cut);
    // An exact copy: a read past the end is caught where the tests run under a sanitizer.
    const std::string prefix(kMixed.substr(0, cut)), suffix(kMixed.substr(cut));
    ExpectSound(prefix);
    ExpectSound(suffix);
  }
}

TEST(NumbersRobust, AnyByteMayBeBroken) {
  for (const char bad : {'\0', '\x80', '\xC3', '\xE4', '\xFF'}) {
    for (size_t at = 0; at < kMixed.size(); ++at) {
      std::string text(kMixed);
      text[at] = bad;
      SCOPED_TRACE(at);
      ExpectSound(text);
    }
  }
}

TEST(NumbersRobust, NulIsNoEnd) {
  const std::string text(
      "$5\0$7 million\0"
      "3%",
      16);
  const Annotations found = Read(text);
  ASSERT_EQ(found.amounts.size(), 2u);
  EXPECT_EQ(ToString(found.amounts[1].value), "7000000");
  EXPECT_EQ(found.percents.size(), 1u);
}

// One line of ten megabytes each: what is not linear does not come back.
TEST(NumbersRobust, EndlessLines) {
  constexpr size_t kBytes = 10'000'000;
  for (std::string_view part : {"7",
                                "1,",
                                "1 000 ",
                                "$",
                                "-",
                                "2025-",
                                "1/",
                                "twenty ",
                                "last ",
                                "the ",
                                "一",
                                "十",
                                "万",
                                "的",
                                "5 to ",
                                "% ",
                                "week of ",
                                "a day after ",
                                "Monday a week from ",
                                "end of the ",
                                "between May and ",
                                "'90s ",
                                "2025-26-"}) {
    SCOPED_TRACE(part);
    ExpectSound(Repeat(part, part.size() == 1 ? kBytes / 2 : kBytes / 20));
  }
  const std::string text = Repeat("x", kBytes) + " $5 million";
  const Annotations found = Read(text);
  ASSERT_EQ(found.amounts.size(), 1u);
  EXPECT_EQ(found.amounts[0].span.in(text), "$5 million");
}

}  // namespace
}  // namespace tocsin
