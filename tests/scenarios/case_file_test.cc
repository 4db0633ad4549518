// What a .case file may say, and what it is told when it says it wrong.
#include "tests/support/case_file.h"

#include <gtest/gtest.h>

namespace tocsin::support {
namespace {

constexpr std::string_view kWhole = R"(# name: a fund
# why:  roles and money

article en 2025-01-17 https://example.org/fund
title A fund
China has set up a CN¥60 billion AI fund.
# this is text: a line that starts with a hash

expect investment.state_fund completed
  actor   China, Ministry of Finance
  target  -
  amount  CN¥60 billion = 60000000000 CNY
  date    2025-01-17
expect policy.regulation denied
  background
expect nothing else

article zh 2025-01-18 https://example.org/nothing
什么也没有发生。

expect nothing
expect storyline completed of 1 report
)";

TEST(CaseFile, SaysWhatItHolds) {
  const auto parsed = ParseCase("fund.case", kWhole);
  ASSERT_TRUE(parsed) << parsed.error().what;
  EXPECT_EQ(parsed->name, "a fund");
  EXPECT_EQ(parsed->why, "roles and money");
  EXPECT_EQ(parsed->open, "");
  ASSERT_EQ(parsed->articles.size(), 2u);
  const CaseArticle& first = parsed->articles[0];
  EXPECT_EQ(first.title, "A fund");
  EXPECT_EQ(first.text, "China has set up a CN¥60 billion AI fund.\n# this is text: a line that starts with a hash");
  EXPECT_EQ(FormatTimestamp(first.published), "2025-01-17");
  EXPECT_TRUE(first.nothing_else);
  EXPECT_TRUE(parsed->articles[1].nothing);
  ASSERT_EQ(parsed->storylines.size(), 1u);
  EXPECT_EQ(parsed->storylines[0].reports, 1u);
}

TEST(CaseFile, KeepsEveryDetail) {
  const auto parsed = ParseCase("fund.case", kWhole);
  ASSERT_TRUE(parsed);
  ASSERT_EQ(parsed->articles[0].events.size(), 2u);
  const ExpectedEvent& fund = parsed->articles[0].events[0];
  EXPECT_EQ(fund.type, "investment.state_fund");
  EXPECT_EQ(fund.status, Status::kCompleted);
  ASSERT_EQ(fund.roles.size(), 2u);
  EXPECT_EQ(fund.roles[0].second, (std::vector<std::string>{"China", "Ministry of Finance"}));
  EXPECT_TRUE(fund.roles[1].second.empty());
  EXPECT_EQ(ToString(fund.amount->value), "60000000000");
  EXPECT_EQ(fund.amount->currency, "CNY");
  EXPECT_EQ(fund.date, "2025-01-17");
  EXPECT_FALSE(fund.background);
  EXPECT_TRUE(parsed->articles[0].events[1].background);
}

struct Wrong {
  const char* body;  // what follows a good header
  const char* says;
};

const Wrong kWrong[] = {
    {"", "x.case:1: no article"},
    {"article en soon https://a.example/\nText.\n\nexpect nothing\n", "x.case:2: 'soon' is not a date"},
    {"article en 2025-01-01 here\nText.\n\nexpect nothing\n", "x.case:2: the article has no URL"},
    {"article en 2025-01-01 https://a.example/\n\nexpect nothing\n", "x.case:3: the article has no text"},
    {"article en 2025-01-01 https://a.example/\nText.\n\n", "x.case:2: nothing is expected of this article"},
    {"expect nothing\n", "x.case:2: an expectation before any article"},
    {"articel en\n", "x.case:2: 'articel' is neither 'article' nor 'expect'"},
};

TEST(CaseFile, NamesTheLineThatIsWrong) {
  for (const Wrong& w : kWrong) {
    SCOPED_TRACE(w.body);
    const auto parsed = ParseCase("x.case", std::string("# name: x\n") + w.body);
    ASSERT_FALSE(parsed);
    EXPECT_EQ(parsed.error().what.substr(0, std::string_view(w.says).size()), w.says);
  }
}

const Wrong kWrongExpectations[] = {
    {"expect investment.equity_steak completed\n", "x.case:5: unknown type 'investment.equity_steak'"},
    {"expect investment.ipo done\n", "x.case:5: unknown status 'done'"},
    {"expect nothing else\n", "x.case:5: 'nothing else' without an event"},
    {"expect nothing\nexpect investment.ipo denied\n", "x.case:6: an event after 'expect nothing'"},
    {"expect investment.ipo denied\nexpect nothing\n", "x.case:6: 'nothing' after an event"},
    {"expect storyline completed of many reports\n", "x.case:5: expected 'storyline STATUS of N reports'"},
    {"  actor X\n", "x.case:5: an indented line without an expected event"},
    {"expect investment.ipo denied\n  actr X\n", "x.case:6: unknown detail 'actr'; did you mean actor?"},
    {"expect investment.ipo denied\n  actor\n", "x.case:6: no name"},
    {"expect investment.ipo denied\n  amount $5\n", "x.case:6: expected 'amount SURFACE = VALUE CURRENCY'"},
    {"expect investment.ipo denied\n  amount $5 = five USD\n", "x.case:6: 'five' is not a number"},
    {"expect investment.ipo denied\n  amount $5 = 5 dollars\n", "x.case:6: 'dollars' is not a currency code"},
    {"expect investment.ipo denied\n  amount $7 = 7 USD\n", "x.case:6: the article does not say '$7'"},
    {"expect investment.ipo denied\n  stake ten %\n", "x.case:6: 'ten' is not a number"},
    {"expect investment.ipo denied\n  date 2025\n  date 2026\n", "x.case:7: said twice"},
};

TEST(CaseFile, NamesTheExpectationThatIsWrong) {
  for (const Wrong& w : kWrongExpectations) {
    SCOPED_TRACE(w.body);
    const std::string head = "# name: x\narticle en 2025-01-01 https://a.example/\nIt costs $5.\n\n";
    const auto parsed = ParseCase("x.case", head + w.body);
    ASSERT_FALSE(parsed);
    EXPECT_EQ(parsed.error().what.substr(0, std::string_view(w.says).size()), w.says);
  }
}

TEST(CaseFile, WithoutANameIsRefused) {
  const auto parsed = ParseCase("x.case", "article en 2025-01-01 https://a.example/\nText.\n\nexpect nothing\n");
  ASSERT_FALSE(parsed);
  EXPECT_EQ(parsed.error().what, "x.case:1: no '# name:' line");
}

TEST(CaseFile, ThatIsNotThereIsNotFound) {
  const auto read = ReadCase(TOCSIN_SOURCE_DIR "/tests/scenarios/no_such.case");
  ASSERT_FALSE(read);
  EXPECT_EQ(read.error().code, Errc::kNotFound);
}

}  // namespace
}  // namespace tocsin::support
