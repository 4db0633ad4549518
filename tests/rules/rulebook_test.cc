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

// Names that the build takes from ISO 3166 and the locale data, and words that must not be taken for places.
TEST(Rulebook, PlacesOfTheWorld) {
  const auto all = Rulebook::Load();
  ASSERT_TRUE(all) << all.error().what;
  struct Case {
    std::string_view text;
    std::string_view place;    // as printed; "" when nothing in the text is a place or country
    std::string_view country;  // ISO 3166-1
  };
  const Case kCases[] = {
      {"A chip plant opened in Qu\u1EA3ng Tr\u1ECB this week.", "Qu\u1EA3ng Tr\u1ECB", "VN"},
      {"A chip plant opened in Quang Ngai this week.", "Quang Ngai", "VN"},
      {"A data centre near Kanchanaburi was approved.", "Kanchanaburi", "TH"},
      {"The plan covers Como Province only.", "Como Province", "IT"},
      {"Officials of Delta State signed the deal.", "Delta State", "NG"},
      {"A site in County Kerry was chosen.", "County Kerry", "IE"},
      {"A laboratory in Ushuaia was closed.", "Ushuaia", "AR"},
      {"Ministers of the French Republic met.", "French Republic", "FR"},
      {"The firm moved to Georgia last year.", "Georgia", "US"},
      {"喬治亞將建數據中心。", "喬治亞", "GE"},
      {"莫斯科與布利斯班簽約。", "布利斯班", "AU"},
      // Words, families, firms.
      {"She prefers Mobile apps, and Orange juice.", "", ""},
      {"The Union and the Central bank spoke of Reading.", "", ""},
      {"Batman and Van Dyke met Lara.", "", ""},
      {"The Pool is open, the Bay is calm.", "", ""},
      {"The Challenger Sale is a book.", "", ""},
      {"Ohio State won the game.", "Ohio", "US"},
      {"中央省部级干部开会。", "", ""},
  };
  for (const Case& c : kCases) {
    SCOPED_TRACE(c.text);
    AnnotateContext context;
    const Annotations found = Annotate(c.text, context, (*all)->lexicon());
    std::string places;
    for (const EntityMention& m : found.entity_mentions) {
      const Entity& e = found.entities[m.entity];
      if (e.type != EntityType::kPlace && e.type != EntityType::kCountry) continue;
      places += std::string(m.span.in(c.text)) + "/" + e.country + ";";
    }
    if (c.place.empty()) {
      EXPECT_EQ(places, "");
    } else {
      EXPECT_NE(places.find(std::string(c.place) + "/" + std::string(c.country) + ";"), std::string::npos) << places;
    }
  }
}

}  // namespace
}  // namespace tocsin
