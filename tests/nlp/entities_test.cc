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
      // Persons by given and family names, particles, initials; the East puts the family first.
      {"It was built by Maria de Oliveira and William H. Quist.", "Maria de Oliveira=person | William H. Quist=person"},
      {"A letter to Zhang Weiming and Kim Sung-woo came.", "Zhang Weiming=person | Kim Sung-woo=person"},
      {"Then Amina al-Rashidi spoke.", "Amina al-Rashidi=person"},
      {"Secretary of State Ellen Marlowe left.", "Ellen Marlowe=person"},
      {"A speech by Queen Ysolde was read.", "Queen Ysolde=person"},
      // Bodies by their head noun, whatever follows it.
      {"the Workers' Party of Ruritania and the Union of Democrats for Reform",
       "Workers' Party of Ruritania=organization | Union of Democrats for Reform=organization"},
      {"the Ministry of Trade, Industry and Energy", "Ministry of Trade, Industry and Energy=government_body"},
      {"the Committee on Roads and Transport", "Committee on Roads and Transport=government_body"},
      {"Acme Robotics, Inc. hired her.", "Acme Robotics, Inc=organization"},
      {"It was led by Zorblat Quux LP.", "Zorblat Quux LP=fund"},
      {"They read H.R. 1234 and SB 99.", "H.R. 1234=law_or_program | SB 99=law_or_program"},
      // Members of one list are of one kind.
      {"She met John Smith, Zorblat Quux and Mary Jones.",
       "John Smith=person | Zorblat Quux=person | Mary Jones=person"},
      {"from Leeds, Ossling and Bradford", "Leeds=place | Ossling=place | Bradford=place"},
      // Places by what stands before them.
      {"A fire broke out in Quuxbury.", "Quuxbury=place"},
      {"the suburb of Quuxbury", "Quuxbury=place"},
      {"ZENDA -- The mill closed.", "ZENDA=place"},
      {"a campus in Quuxbury, Ohio", "Quuxbury=place | Ohio=place"},
      // Products by the word before them.
      {"They use the app Zorblat and the SaaS Quuxly.", "Zorblat=product | Quuxly=product"},
      {"She met the creator of Zorblat.", "Zorblat=product"},
      // Accents aside.
      {"a trip to Munster", "Munster=place"},
      {"商务部印发《数据条例》，部长王小明表示同意。",
       "商务部=government_body | 数据条例=law_or_program | 王小明=person"},
      {"昨日，唐纳德·科瓦奇抵达。", "唐纳德·科瓦奇=person"},
      {"省里发布京政办函〔2024〕7号。", "京政办函〔2024〕7号=law_or_program"},
      {"公司推出“万家工厂”行动。", "“万家工厂”行动=law_or_program"},
      // An event is nobody, and the places in it are not spoken of.
      {"He won the 1996 United States Senate election in Ohio.", ""},
      {"the Paris Summit", ""},
      // No names.
      {"The company said that it may build more.", ""},
      {"In May the march went on.", ""},
      {"an apple and a meta-analysis of intel", ""},
      {"公司表示将继续投资。", ""},
      {"The new plant was opened on Monday in March.", ""},
      {"Officials Weigh Modern Rules For Distant Places", ""},
      {"Chief Highlights Platform Launch Across Markets", ""},
      {"Chinese AI companies and a California Company", "California=place"},
      {"Time tracking helps.", ""},
      {"the Chief Legal Officer and General Fiction", ""},
      {"Most Critics and Many Voters liked it.", ""},
      {"It runs in Java, and in Python.", ""},
      {"a GPU and an API", ""},
      {"Nice weather, said the old man.", ""},
      {"The Grand coalition fell.", ""},
      {"In mid-October it rained.", ""},
      {"They met to scale AI in small towns.", ""},
      {"A Quuxbury-based AI startup hired.", ""},
      {"Accordingly, the firm hired.", ""},
      {"Nvidia AI servers are sold.", "Nvidia=organization"},
      {"一些企业和多家银行参加了会议。", ""},
      {"设立人工智能产业投资基金。", ""},
      {"“好的”，他说。", ""},
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

TEST(Entities, ShortFormsAreTheNameInFull) {
  struct Text {
    const char *text, *name;  // all mentions are of this one
    size_t mentions;
  };
  constexpr Text kTexts[] = {
      {"The Bureau of Quux Affairs (BQA) met. BQA is old. The Bureau said no.", "Bureau of Quux Affairs", 4},
      {"Quuxon Robotics Inc grew. Quuxon hired. Quuxon Robotics Inc sold.", "Quuxon Robotics", 3},
      {"The startup Zorblat grew. Later Zorblat shrank.", "Zorblat", 2},
      {"The Roads Commission (\"RC\" or \"Commission\") met, and the Commission spoke.", "Roads Commission", 4},
      {"The Quux Roads Act (\"AI QRA\") passed. The QRA is old, and AI is new.", "Quux Roads Act", 3},
  };
  for (const Text& row : kTexts) {
    const Annotations found = Annotate(row.text, {}, Shipped());
    size_t mentions = 0;
    for (const EntityMention& m : found.entity_mentions) mentions += found.entities[m.entity].name == row.name;
    EXPECT_EQ(mentions, row.mentions) << row.text << "\n" << Names(row.text);
  }
}

TEST(Lexicon, AnIdStandsOnce) {
  LexiconEntity acme;
  acme.entity.id = "acme";
  acme.aliases = {{"Acme"}};
  const auto twice = Lexicon::Build({acme, acme}, {});
  ASSERT_FALSE(twice.has_value());
  EXPECT_NE(twice.error().what.find("entity id \"acme\" stands twice"), std::string::npos);
  acme.aliases = {{" "}};
  EXPECT_FALSE(Lexicon::Build({acme}, {}).has_value());
}

TEST(Lexicon, AccentsAndCaseAreFolded) {
  LexiconEntity entity;
  entity.entity = {"munster", "M\u00FCnster", EntityType::kPlace, "city", "DE"};
  entity.aliases = {{"M\u00FCnster"}, {"\u0141\u00F3d\u017A"}};
  const auto lexicon = Lexicon::Build({entity}, {});
  ASSERT_TRUE(lexicon.has_value());
  for (const char* text : {"M\u00FCnster", "Munster", "MUNSTER", "Lodz", "\u0141\u00D3D\u0179"})
    EXPECT_EQ(Annotate(text, {}, **lexicon).entity_mentions.size(), 1u) << text;
  for (const char* text : {"munster", "Monster", "Munstern", "Lod"})
    EXPECT_EQ(Annotate(text, {}, **lexicon).entity_mentions.size(), 0u) << text;
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
