// What a rule writer sees: clear errors with their place, and packs that mean the same in any order.
#include <gtest/gtest.h>

#include <algorithm>

#include "rules/rulebook.h"

namespace tocsin {
namespace {

constexpr const char* kRule = R"(version: 1
kind: rules
lexicons:
  buy_v: {lang: en, forms: [{v: buy, irregular: [bought]}]}
rules:
- id: test.buy
  event: investment.acquisition
  trigger: {lex: buy_v}
  voice: {active: {actor: subject, target: object}}
  field: false
  examples:
  - {match: "Acme Corp bought Initech Inc.", status: completed}
  - {no_match: "Acme Corp sold Initech Inc."}
)";

std::string Replaced(std::string text, std::string_view from, std::string_view to) {
  const size_t at = text.find(from);
  EXPECT_NE(at, std::string::npos) << from;
  return text.replace(at, from.size(), to);
}

struct Row {
  const char *from, *to;  // an edit of kRule
  const char* error;
};

TEST(PackCompiler, MistakesNameTheirPlace) {
  constexpr Row kRows[] = {
      {"event: investment.acquisition", "event: investment.aquisition",
       "p.yaml:7:10: unknown event type \"investment.aquisition\"; did you mean investment.acquisition?"},
      {"lex: buy_v}", "lex: buy_n}", "p.yaml:8:18: no lexicon \"buy_n\"; did you mean buy_v?"},
      {"target: object", "target: objct", "p.yaml:9:44: unknown slot \"objct\"; did you mean object?"},
      {"actor: subject", "actr: subject", "p.yaml:9:20: unknown role \"actr\"; did you mean actor?"},
      {"  trigger:", "  tigger:", "p.yaml:8:3: unknown key \"tigger\"; did you mean trigger?"},
      {"status: completed", "status: complete", "p.yaml:12:54: unknown status \"complete\"; did you mean completed?"},
      {"field: false", "field: nope", "p.yaml:10:10: expected true or false, found \"nope\""},
      {"target: object", "target: pp", "p.yaml:9:44: a slot pp(...) names its prepositions"},
      {"kind: rules", "kind: rule", "p.yaml:2:7: unknown kind \"rule\"; did you mean rules?"},
      {"  event: investment.acquisition\n", "", "p.yaml:6:3: rule test.buy needs an `event`"},
      {"[{v: buy, irregular: [bought]}]", "[{w: buy}]", "p.yaml:4:30: unknown key \"w\"; did you mean v?"},
  };
  for (const Row& row : kRows) {
    const auto book = Rulebook::Compile({{"p.yaml", Replaced(kRule, row.from, row.to)}});
    ASSERT_FALSE(book.has_value()) << row.error;
    EXPECT_EQ(book.error().code, Errc::kConfig);
    EXPECT_TRUE(book.error().what.find(row.error) != std::string::npos)
        << book.error().what << "\nexpected: " << row.error;
  }
}

TEST(PackCompiler, AllMistakesAreReportedAtOnce) {
  const std::string broken = Replaced(Replaced(kRule, "lex: buy_v}", "lex: nothing_v}"), "kind: rules",
                                      "kind: rules\ncues: {considred: {en: [x]}}");
  const auto book = Rulebook::Compile({{"p.yaml", broken}, {"q.yaml", "kind: ["}});
  ASSERT_FALSE(book.has_value());
  EXPECT_EQ(std::count(book.error().what.begin(), book.error().what.end(), '\n'), 2) << book.error().what;
}

TEST(PackCompiler, ALaterFileOverridesARuleById) {
  const auto book = Rulebook::Compile(
      {{"p.yaml", kRule},
       {"q.yaml", Replaced(Replaced(kRule, "investment.acquisition", "investment.equity_stake"),
                           "lexicons:\n  buy_v: {lang: en, forms: [{v: buy, irregular: [bought]}]}\n", "")}});
  ASSERT_TRUE(book.has_value()) << book.error().what;
  ASSERT_EQ((*book)->Rules().size(), 1u);
  EXPECT_EQ((*book)->Rules()[0].type, "investment.equity_stake");
}

TEST(PackCompiler, TheHashTellsPacksApartButNotTheirOrder) {
  const auto a = Rulebook::Compile({{"p.yaml", kRule}, {"q.yaml", "kind: pack\npack: x\n"}});
  const auto b = Rulebook::Compile({{"q.yaml", "kind: pack\npack: x\n"}, {"p.yaml", kRule}});
  const auto c = Rulebook::Compile({{"p.yaml", std::string(kRule) + "\n"}, {"q.yaml", "kind: pack\npack: x\n"}});
  ASSERT_TRUE(a && b && c);
  EXPECT_EQ((*a)->hash(), (*b)->hash());
  EXPECT_NE((*a)->hash(), (*c)->hash());
}

TEST(PackCompiler, RulesWithoutBothKindsOfExampleAreWarnedOf) {
  const auto book =
      Rulebook::Compile({{"p.yaml", Replaced(kRule, "  - {no_match: \"Acme Corp sold Initech Inc.\"}\n", "")}});
  ASSERT_TRUE(book.has_value()) << book.error().what;
  ASSERT_EQ((*book)->Warnings().size(), 1u);
  EXPECT_EQ((*book)->Warnings()[0], "p.yaml:6:3: rule test.buy has no example that must not match");
}

TEST(ShippedPacks, CompileAndPassTheirOwnTests) {
  const auto book = Rulebook::Load();
  ASSERT_TRUE(book.has_value()) << book.error().what;
  EXPECT_TRUE((*book)->Warnings().empty()) << (*book)->Warnings().front();
  const RuleTestReport report = (*book)->RunTests();
  EXPECT_GT(report.run, 100u);
  for (const RuleTestFailure& f : report.failures)
    ADD_FAILURE() << f.where << " " << f.rule << ": " << f.text << "\n  " << f.what;
}

}  // namespace
}  // namespace tocsin
