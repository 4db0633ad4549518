// What a writer of gazetteers sees: every mistake with its place, later files that win, and what the keys mean.
#include "rules/engine/entity_loader.h"

#include <gtest/gtest.h>

#include "nlp/annotator.h"
#include "rules/yaml.h"

namespace tocsin {
namespace {

constexpr const char* kFile = R"(version: 1
kind: gazetteer
pack: p
entities:
- {id: acme, type: company, country: US, name: "Acme", en: ["Acme Corp", {t: "Acme", case: exact, weak: true}], zh: ["顶点公司"], tickers: ["X:ACM"]}
- {id: p_roe, type: person, country: GB, name: "Jane Roe", en: ["Jane Roe", {t: "Roe", weak: true}], affiliation: acme, role: "Chair", from: "2025-01", to: "2026-01"}
- {id: initech_fund, type: investor, class: organization, country: DE, name: "Initech", en: ["Initech"], parent: acme, former_names: ["Intertrode"]}
)";

Result<std::vector<LexiconEntity>> Load(std::string_view text, std::vector<LexiconEntity> known = {}) {
  const auto file = YamlValue::Parse(text, "e.yaml");
  if (!file) return tl::unexpected(file.error());
  if (auto ok = LoadEntities(*file, known); !ok) return tl::unexpected(ok.error());
  return known;
}

std::string Replaced(std::string text, std::string_view from, std::string_view to) {
  const size_t at = text.find(from);
  EXPECT_NE(at, std::string::npos) << from;
  return text.replace(at, from.size(), to);
}

TEST(EntityLoader, ReadsWhatARowSays) {
  const auto loaded = Load(kFile);
  ASSERT_TRUE(loaded.has_value()) << loaded.error().what;
  ASSERT_EQ(loaded->size(), 3u);
  const LexiconEntity& acme = (*loaded)[0];
  EXPECT_EQ(acme.entity.id, "acme");
  EXPECT_EQ(acme.entity.name, "Acme");
  EXPECT_EQ(acme.entity.subtype, "company");
  EXPECT_EQ(acme.entity.country, "US");
  EXPECT_EQ(acme.entity.type, EntityType::kOrganization);
  ASSERT_EQ(acme.aliases.size(), 3u);
  EXPECT_FALSE(acme.aliases[0].weak);
  EXPECT_FALSE(acme.aliases[0].case_exact);
  EXPECT_TRUE(acme.aliases[1].weak);
  EXPECT_TRUE(acme.aliases[1].case_exact);
  EXPECT_EQ(acme.aliases[2].text, "顶点公司");
  const LexiconEntity& roe = (*loaded)[1];
  EXPECT_EQ(roe.affiliation, "acme");
  EXPECT_EQ(roe.role, "Chair");
  EXPECT_EQ((*loaded)[2].parent, "acme");
}

TEST(EntityLoader, AClassOverridesTheTypesOwn) {
  const auto loaded = Load(kFile);
  ASSERT_TRUE(loaded.has_value());
  EXPECT_EQ((*loaded)[2].entity.type, EntityType::kOrganization);
  EXPECT_EQ((*loaded)[2].entity.subtype, "investor");
  const auto plain = Load(Replaced(kFile, "class: organization, ", ""));
  ASSERT_TRUE(plain.has_value());
  EXPECT_EQ((*plain)[2].entity.type, EntityType::kFund);
}

struct Row {
  const char *from, *to;  // an edit of kFile
  const char* error;
};

TEST(EntityLoader, MistakesNameTheirPlace) {
  constexpr Row kRows[] = {
      {"type: company", "type: compny", "e.yaml:5:20: unknown entity type \"compny\"; did you mean company?"},
      {"class: organization", "class: organisation", "e.yaml:7:45: unknown class \"organisation\""},
      {"id: acme, ", "", "e.yaml:5:3: an entity needs an `id`"},
      {"type: company, ", "", "e.yaml:5:3: entity acme needs a `type`"},
      {"name: \"Acme\", ", "", "e.yaml:5:3: entity acme needs a `name`"},
      {"country: US", "cuntry: US", "e.yaml:5:29: unknown key \"cuntry\"; did you mean country?"},
      {"case: exact", "cse: exact", "unknown key \"cse\"; did you mean case?"},
      {"weak: true}], zh", "weak: maybe}], zh", "expected true or false, found \"maybe\""},
      {"{t: \"Acme\", ", "{", "an alias needs `t`"},
      {"\"Acme Corp\"", "\"\"", "an empty alias"},
      {"zh: [\"顶点公司\"]", "zh: \"顶点公司\"", "`zh` must be a list of aliases"},
      {"entities:", "entitys:", "unknown key \"entitys\"; did you mean entities?"},
  };
  for (const Row& row : kRows) {
    const auto loaded = Load(Replaced(kFile, row.from, row.to));
    ASSERT_FALSE(loaded.has_value()) << row.error;
    EXPECT_EQ(loaded.error().code, Errc::kConfig);
    EXPECT_NE(loaded.error().what.find(row.error), std::string::npos)
        << loaded.error().what << "\nexpected: " << row.error;
    EXPECT_TRUE(loaded.error().what.starts_with("e.yaml:")) << loaded.error().what;
  }
}

TEST(EntityLoader, AllMistakesOfAFileAreReportedAtOnce) {
  const auto loaded = Load(Replaced(Replaced(kFile, "type: company", "type: compny"), "type: person", "type: persn"));
  ASSERT_FALSE(loaded.has_value());
  EXPECT_NE(loaded.error().what.find("compny"), std::string::npos);
  EXPECT_NE(loaded.error().what.find("persn"), std::string::npos);
}

TEST(EntityLoader, ARowMayBeOneLine) {
  const auto loaded = Load(
      "entities:\n"
      "- \"acme | company | US | Acme | Acme Corp; ~=Acme | 顶点公司 | parent=initech; role=Maker; tickers=X:ACM\"\n"
      "- \"initech | investor | DE | Initech Partners | | | class=organization\"\n"
      "- \"zenda | city | XX | Zenda\"\n");
  ASSERT_TRUE(loaded.has_value()) << loaded.error().what;
  ASSERT_EQ(loaded->size(), 3u);
  const LexiconEntity& acme = (*loaded)[0];
  EXPECT_EQ(acme.entity.id, "acme");
  EXPECT_EQ(acme.entity.name, "Acme");
  EXPECT_EQ(acme.entity.subtype, "company");
  EXPECT_EQ(acme.entity.country, "US");
  EXPECT_EQ(acme.parent, "initech");
  EXPECT_EQ(acme.role, "Maker");
  ASSERT_EQ(acme.aliases.size(), 3u);
  EXPECT_EQ(acme.aliases[1].text, "Acme");
  EXPECT_TRUE(acme.aliases[1].weak);
  EXPECT_TRUE(acme.aliases[1].case_exact);
  EXPECT_FALSE(acme.aliases[0].weak);
  EXPECT_EQ(acme.aliases[2].text, "顶点公司");
  EXPECT_EQ((*loaded)[1].entity.type, EntityType::kOrganization);
  ASSERT_EQ((*loaded)[2].aliases.size(), 1u);
  EXPECT_EQ((*loaded)[2].aliases[0].text, "Zenda");
}

TEST(EntityLoader, MistakesInALineNameTheirPlace) {
  struct Line {
    const char *row, *error;
  };
  constexpr Line kLines[] = {
      {"acme | company | US", "e.yaml:2:3: expected \"id | type | country | name\""},
      {"acme | compny | US | Acme", "e.yaml:2:3: unknown entity type \"compny\"; did you mean company?"},
      {" | company | US | Acme", "e.yaml:2:3: an entity needs an id"},
      {"acme | company | US | ", "e.yaml:2:3: entity acme needs a name"},
      {"acme | company | US | Acme | Acme; ", "e.yaml:2:3: an empty alias"},
      {"acme | company | US | Acme | ~=", "e.yaml:2:3: an empty alias"},
      {"acme | company | US | Acme | | | parnt=x", "found \"parnt=x\"; did you mean parent?"},
      {"acme | company | US | Acme | | | parent", "expected key=value, found \"parent\""},
      {"acme | company | US | Acme | | | class=nobody", "unknown class \"nobody\""},
      {"acme | company | US | Acme | | | role=x | more", "at most three fields more"},
  };
  for (const Line& line : kLines) {
    const auto loaded = Load(std::string("entities:\n- \"") + line.row + "\"\n");
    ASSERT_FALSE(loaded.has_value()) << line.row;
    EXPECT_NE(loaded.error().what.find(line.error), std::string::npos) << loaded.error().what;
  }
}

TEST(EntityLoader, AFileWithoutAListIsNoGazetteer) {
  for (const char* text : {"version: 1\nkind: gazetteer\n", "entities: 3\n", "entities: {id: acme}\n"}) {
    const auto loaded = Load(text);
    ASSERT_FALSE(loaded.has_value()) << text;
    EXPECT_NE(loaded.error().what.find("a gazetteer needs a list `entities`"), std::string::npos)
        << loaded.error().what;
  }
  const auto empty = Load("entities: []\n");
  ASSERT_TRUE(empty.has_value());
  EXPECT_TRUE(empty->empty());
}

TEST(EntityLoader, ALaterRowWithTheSameIdReplacesTheEarlier) {
  const auto first = Load(kFile);
  ASSERT_TRUE(first.has_value());
  const auto second =
      Load("entities:\n- {id: acme, type: bank, country: CH, name: \"Acme Bank\", en: [\"Acme Bank\"]}\n", *first);
  ASSERT_TRUE(second.has_value());
  ASSERT_EQ(second->size(), 3u);
  EXPECT_EQ((*second)[0].entity.name, "Acme Bank");
  ASSERT_EQ((*second)[0].aliases.size(), 1u);  // nothing of the earlier row is left
  EXPECT_EQ((*second)[1].entity.id, "p_roe");
}

// "id: name [alias, alias]" of each entity, joined by "; ".
std::string Show(const std::vector<LexiconEntity>& entities) {
  std::string out;
  for (const LexiconEntity& e : entities) {
    out += (out.empty() ? "" : "; ") + e.entity.id + ": " + e.entity.name + " [";
    for (size_t i = 0; i < e.aliases.size(); ++i) out += (i == 0 ? "" : ", ") + e.aliases[i].text;
    out += "]";
  }
  return out;
}

TEST(EntityLoader, ASupplementGivesWay) {
  constexpr const char* kCurated = R"(entities:
- "georgia | subnational | US | Georgia"
- "c_fr | country | FR | France"
- "ohio | subnational | US | Ohio | Ohio | 俄亥俄州"
- "p_mori | person | JP | Aoi Mori"
- "acme | company | US | Acme"
)";
  struct Added {
    const char* row;
    const char* after;  // what changes: the new or longer entity; "" when nothing does
  };
  constexpr Added kRows[] = {
      {"c_fr | country | FR | France | France; French Republic | 法蘭西",
       "c_fr: France [France, French Republic, 法蘭西]"},
      {"iso_us_oh | subnational | US | Ohio | State of Ohio", "ohio: Ohio [Ohio, 俄亥俄州, State of Ohio]"},
      {"iso_us_oh | subnational | US | Buckeye | Buckeye | 俄亥俄州", "ohio: Ohio [Ohio, 俄亥俄州, Buckeye]"},
      {"iso_fr_x | subnational | FR | Savoie", "iso_fr_x: Savoie [Savoie]"},
      {"c_ge | country | GE | Georgia | Georgia | 喬治亞", "c_ge: 喬治亞 [喬治亞]"},  // another place's name
      {"c_ge | country | GE | Georgia", ""},
      {"iso_fr_acme | subnational | FR | acme", ""},  // in any case
      {"iso_jp_mori | subnational | JP | Mori", ""},  // a known person's surname
      {"acme | city | FR | Acmeville", ""},           // an id that means something else
      {"city_ohio | city | US | Ohio | Ohio", ""},    // a city is not the state
      {"city_ohio | city | US | Ohio | Ohio; Ohio City", "city_ohio: Ohio City [Ohio City]"},
  };
  const auto curated = Load(kCurated);
  ASSERT_TRUE(curated.has_value());
  for (const Added& row : kRows) {
    SCOPED_TRACE(row.row);
    const auto loaded = Load(std::string("supplement: true\nentities:\n- \"") + row.row + "\"\n", *curated);
    ASSERT_TRUE(loaded.has_value()) << loaded.error().what;
    if (*row.after == '\0') {
      EXPECT_EQ(Show(*loaded), Show(*curated));
    } else {
      EXPECT_NE(Show(*loaded).find(row.after), std::string::npos) << Show(*loaded);
    }
  }
}

TEST(EntityLoader, OnlyASupplementGivesWay) {
  const auto file = YamlValue::Parse("supplement: false\nentities: []\n", "e.yaml");
  ASSERT_TRUE(file.has_value());
  EXPECT_FALSE(IsSupplement(*file));
}

// What "weak" means to a reader: alone it is nothing, beside a strong name of the same body it counts.
TEST(EntityLoader, WeakAliasesNeedCompany) {
  const auto loaded = Load(kFile);
  ASSERT_TRUE(loaded.has_value());
  const auto lexicon = Lexicon::Build(*loaded, {});
  ASSERT_TRUE(lexicon.has_value());
  struct Text {
    const char* text;
    size_t names;
  };
  constexpr Text kTexts[] = {
      {"Acme Corp grew. Roe spoke.", 2},        // her employer is named
      {"Jane Roe spoke. Later Roe left.", 2},   // she is named in full
      {"They met Roe Smithson.", 0},            // a longer name goes on
      {"The acme of the art was reached.", 0},  // small letters
      {"ACME is how some write it.", 0},        // not as printed
      {"Initech and Acme Corp merged.", 2},
  };
  for (const Text& row : kTexts) {
    EXPECT_EQ(Annotate(row.text, {}, **lexicon).entity_mentions.size(), row.names) << row.text;
  }
}

}  // namespace
}  // namespace tocsin
