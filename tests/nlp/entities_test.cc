// Names in sentences of our own, with the shipped gazetteer: spans, types, and what must not be a name.
#include <gtest/gtest.h>

#include "nlp/annotator.h"
#include "rules/rulebook.h"

namespace tocsin {
namespace {

const Lexicon& Shipped() {
  static const auto book = Rulebook::Load();
  EXPECT_TRUE(book.has_value()) << book.error().what;
  return (*book)->lexicon();
}

// "Intel=organization Ohio=place": every mention, in order.
std::string Names(std::string_view text) {
  const Annotations found = Annotate(text, {}, Shipped());
  std::string out;
  for (const EntityMention& m : found.entity_mentions) {
    out += (out.empty() ? "" : " | ") + std::string(m.span.in(text)) + "=" + ToString(found.entities[m.entity].type);
  }
  return out;
}

struct Row {
  const char *text, *names;
};

TEST(Entities, AsPrinted) {
  constexpr Row kRows[] = {
      {"Nvidia's chips are sold in China.", "Nvidia=organization | China=country"},
      {"The Chinese government spoke.", "Chinese government=government_body"},
      {"Beijing banned the chips.", "Beijing=government_body"},
      {"A plant was opened in Beijing.", "Beijing=place"},
      {"President Donald Trump met Sen. Bernie Sanders.", "Donald Trump=person | Bernie Sanders=person"},
      {"Acme Robotics Inc opened a plant in Ohio.", "Acme Robotics Inc=organization | Ohio=place"},
      {"Lawmakers read the Open Kernel Act.", "Open Kernel Act=law_or_program"},
      {"They sold Nvidia H20 chips.", "Nvidia H20=product"},
      {"国务院印发《人工智能行动方案》。", "国务院=government_body | 人工智能行动方案=law_or_program"},
      {"英伟达入股英特尔。", "英伟达=organization | 英特尔=organization"},
      // No names.
      {"The company said that it may build more.", ""},
      {"In May the march went on.", ""},
      {"an apple and a meta-analysis of intel", ""},
      {"公司表示将继续投资。", ""},
      {"", ""},
  };
  for (const Row& row : kRows) EXPECT_EQ(Names(row.text), row.names) << row.text;
}

TEST(Entities, ASurnameIsThePersonNamedInFull) {
  const std::string_view text = "Sarah Okonkwo of Acme introduced a bill. Okonkwo said so.";
  const Annotations found = Annotate(text, {}, Shipped());
  ASSERT_EQ(found.entity_mentions.size(), 2u);
  EXPECT_EQ(found.entity_mentions[0].entity, found.entity_mentions[1].entity);
}

TEST(Lexicon, ResolvesNamesAsPeopleTypeThem) {
  for (const char* name : {"Nvidia", "nvidia", "NVIDIA", "英伟达"}) {
    const auto found = Shipped().Resolve(name);
    ASSERT_FALSE(found.empty()) << name;
    EXPECT_EQ(found[0]->entity.id, "nvidia");
  }
  EXPECT_TRUE(Shipped().Resolve("no such name").empty());
  EXPECT_EQ(Shipped().FindEntity("nvidia")->entity.name, "Nvidia");
  EXPECT_EQ(Shipped().FindEntity("no_such_id"), nullptr);
}

}  // namespace
}  // namespace tocsin
