#include "rules/taxonomy.h"

#include <gtest/gtest.h>

namespace tocsin {
namespace {

TEST(Taxonomy, KnowsItsTypesAndWhatPacksAddBelow) {
  EXPECT_EQ(BuiltInTypes().size(), 19u);
  for (const std::string_view type : BuiltInTypes()) EXPECT_TRUE(IsKnownType(type)) << type;
  EXPECT_TRUE(IsKnownType("policy.export_control.licence"));
  for (const char* unknown :
       {"", "investment", "investment.", "investment.equity", "equity_stake", "policy.export_controls"}) {
    EXPECT_FALSE(IsKnownType(unknown)) << unknown;
  }
}

struct Row {
  const char *type, *pattern;
  bool matches;
};

TEST(Taxonomy, Patterns) {
  constexpr Row kRows[] = {
      {"investment.ipo", "investment.ipo", true},
      {"investment.ipo", "investment.*", true},
      {"investment.ipo", "investment", true},
      {"investment.ipo", "ipo", true},
      {"policy.export_control.licence", "policy.export_control", true},
      {"investment.ipo", "policy.*", false},
      {"investment.ipo", "invest", false},
      {"policy.export_control", "policy.export", false},
      {"investment.ipo", "ip", false},
  };
  for (const Row& r : kRows) EXPECT_EQ(TypeMatches(r.type, r.pattern), r.matches) << r.type << " " << r.pattern;
}

TEST(Taxonomy, StatusesPrintAndParseBack) {
  for (size_t i = 0; i < kStatusCount; ++i) EXPECT_EQ(ParseStatus(ToString(Status(i))), Status(i));
  EXPECT_FALSE(ParseStatus("Announced").has_value());
  EXPECT_FALSE(ParseStatus("").has_value());
  EXPECT_EQ(TypeLabel("investment.equity_stake"), "equity stake");
}

}  // namespace
}  // namespace tocsin
