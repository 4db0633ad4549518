// Traditional characters are read as simplified ones, and printed as they stand.
#include <gtest/gtest.h>

#include "nlp/annotator.h"
#include "rules/rulebook.h"

namespace tocsin {
namespace {

struct Row {
  const char *text, *simplified;  // nullptr: nothing to do
};

TEST(Simplified, CharacterByCharacter) {
  constexpr Row kRows[] = {
      {"國務院", "国务院"},
      {"台積電董事長說：「擴產。」", "台积电董事长说：“扩产。”"},
      {"『智慧財產』法案", "“智慧财产”法案"},
      {"於後裏麼", "于后里么"},
      {"AI晶片，12億元", "AI晶片，12亿元"},
      {"", nullptr},
      {"Nvidia's caf\u00E9", nullptr},
      {"国务院印发意见，英伟达回应。", nullptr},
      {"著名学者", nullptr},
      {"《乾坤》", nullptr},
      {"\xE5\x9C", nullptr},
      {"\xE5\x9C\xE5\xE5", nullptr},
  };
  for (const Row& row : kRows) {
    SCOPED_TRACE(row.text);
    std::string out = "as it was";
    const bool changed = Simplify(row.text, out);
    EXPECT_EQ(changed, row.simplified != nullptr);
    EXPECT_EQ(out, row.simplified == nullptr ? "as it was" : row.simplified);
    EXPECT_TRUE(!changed || out.size() == std::string_view(row.text).size());
  }
}

TEST(Simplified, NamesAreFoundAndPrintedAsTheyStand) {
  const auto book = Rulebook::Load();
  ASSERT_TRUE(book.has_value());
  struct Name {
    const char *text, *mention, *name, *id;
  };
  constexpr Name kRows[] = {
      {"輝達週五宣布擴大投資。", "輝達", "Nvidia", "nvidia"},
      {"輝達与英偉達是同一家公司。", "英偉達", "Nvidia", "nvidia"},
      {"杭州鋒銳機械股份有限公司宣布擴產。", "杭州鋒銳機械股份有限公司", "杭州鋒銳機械股份有限公司",
       "~杭州锋锐机械股份有限公司"},
      {"杭州锋锐机械股份有限公司宣布扩产。", "杭州锋锐机械股份有限公司", "杭州锋锐机械股份有限公司",
       "~杭州锋锐机械股份有限公司"},
  };
  for (const Name& row : kRows) {
    SCOPED_TRACE(row.text);
    const Annotations found = Annotate(row.text, {}, (*book)->lexicon());
    bool seen = false;
    for (const EntityMention& m : found.entity_mentions) {
      if (m.span.in(row.text) != row.mention) continue;
      seen = true;
      EXPECT_EQ(found.entities[m.entity].name, row.name);
      EXPECT_EQ(found.entities[m.entity].id, row.id);
    }
    EXPECT_TRUE(seen);
  }
}

}  // namespace
}  // namespace tocsin
