// The compiled packs as one thing: a rule alone sees what it saw among the others, and nothing else.
#include "rules/rulebook.h"

#include <gtest/gtest.h>

#include "rules/recognizer.h"

namespace tocsin {
namespace {

std::vector<std::string> RulesThatFire(const Rulebook& rulebook, const Rulebook& lexicon_of, std::string_view text) {
  AnnotateContext context;
  context.language = "en";
  const Annotations annotations = Annotate(text, context, lexicon_of.lexicon());
  std::vector<std::string> rules;
  for (const Event& event : Recognize(text, annotations, context, rulebook).events) rules.push_back(event.rule);
  return rules;
}

TEST(Rulebook, OneRuleAlone) {
  const auto all = Rulebook::Load();
  ASSERT_TRUE(all) << all.error().what;
  constexpr std::string_view kText = "Nvidia acquired a stake in Nokia to build AI networks.";
  const std::string rule = "equity.take-stake";
  ASSERT_EQ(RulesThatFire(**all, **all, kText), std::vector<std::string>{rule});
  struct Case {
    std::string_view rule;
    size_t rules, fire;
  };
  const Case kCases[] = {{rule, 1, 1}, {"loan.give", 1, 0}, {"", 0, 0}, {"no.such-rule", 0, 0}};
  for (const Case& c : kCases) {
    const auto only = (*all)->Only(c.rule);
    EXPECT_EQ(only->Rules().size(), c.rules) << c.rule;
    EXPECT_EQ(RulesThatFire(*only, **all, kText).size(), c.fire) << c.rule;
  }
}

}  // namespace
}  // namespace tocsin
