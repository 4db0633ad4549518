// The query language: what parses into what, what is refused and where, and what matches.
#include "rules/query.h"

#include <gtest/gtest.h>

#include <random>

#include "ingest/base/limits.h"
#include "tests/support/silent_lexicon.h"

namespace tocsin {
namespace {

// A few names, resolved by exact folded alias.
class FewNames final : public SilentLexicon {
 public:
  FewNames() {
    Add("openai", "OpenAI", "US", {"OpenAI", "Open AI"});
    Add("us_government", "US government", "US", {"US government", "Washington"});
    Add("us_washington_state", "Washington State", "US", {"Washington"});
    Add("cn", "China", "CN", {"China", "中国"});
    Add("intel", "Intel", "US", {"Intel"});
  }
  const LexiconEntity* FindEntity(std::string_view id) const override {
    for (const LexiconEntity& e : entities_) {
      if (e.entity.id == id) return &e;
    }
    return nullptr;
  }
  std::vector<const LexiconEntity*> Resolve(std::string_view name) const override {
    std::vector<const LexiconEntity*> found;
    for (const LexiconEntity& e : entities_) {
      for (const LexiconAlias& a : e.aliases) {
        if (FoldName(a.text) == FoldName(name)) found.push_back(&e);
      }
    }
    return found;
  }

 private:
  void Add(std::string id, std::string name, std::string country, const std::vector<std::string>& aliases) {
    LexiconEntity e;
    e.entity.id = std::move(id);
    e.entity.name = std::move(name);
    e.entity.country = std::move(country);
    for (const std::string& a : aliases) e.aliases.push_back({a, false, false});
    entities_.push_back(std::move(e));
  }
};

const Instant kNow = StartOf({2026, 2, 11});  // a Wednesday

Result<Query> Parse(std::string_view text) { return ParseQuery(text, FewNames(), kNow); }

// ---- what a query means: its canonical form ----------------------------------------------------

struct Form {
  const char* text;
  const char* canonical;
};

const Form kForms[] = {
    {"", ""},
    {"  \t ", ""},
    {"chips", "\"chips\""},
    {"chip*", "\"chip\"*"},
    {"\"export controls\"", "\"export controls\""},
    {"“export controls”", "\"export controls\""},
    {"a b OR c", "((\"a\" \"b\") OR \"c\")"},
    {"a AND b", "(\"a\" \"b\")"},
    {"a (b OR (c d))", "(\"a\" (\"b\" OR (\"c\" \"d\")))"},
    {"((a))", "\"a\""},
    {"-a", "-\"a\""},
    {"NOT -a", "--\"a\""},
    {"not a", "(\"not\" \"a\")"},  // only capitals are operators
    {"-(a b)", "-(\"a\" \"b\")"},
    {"type:investment.*", "type:\"investment.*\""},
    {"TYPE:equity_stake", "type:\"equity_stake\""},
    {"type:policy,ipo", "type:\"policy\",\"ipo\""},
    {"actor:\"US government\"", "actor:\"US government\""},
    {"funding_source:OpenAI", "funder:\"OpenAI\""},
    {"actor：中国", "actor:\"中国\""},
    {"amount>=1bn", "amount>=\"1bn\""},
    {"background:YES", "background:\"YES\""},
    {"amount:1bn..1bn", "(amount>=\"1bn\" amount<=\"1bn\")"},
    {"amount:1bn..5bn", "(amount>=\"1bn\" amount<=\"5bn\")"},
    {"amount:..5bn", "amount<=\"5bn\""},
    {"amount:1,000,000", "amount:\"1,000,000\""},
    {"amount:1,000,000,5", "amount:\"1,000,000\",\"5\""},
    {"amount:1bn,2bn", "amount:\"1bn\",\"2bn\""},
    {"text:semi*,chip", "(\"semi\"* OR \"chip\")"},
    {"title:chips", "title:\"chips\""},
    {"title:/chips? act/", "title:/chips? act/"},
    {"text:/a\\/b\\d/,c", "(text:/a\\/b\\d/ OR \"c\")"},
    {"text:\"/c/\"", "\"/c/\""},
    {"/a/", "\"/a/\""},
    {"rule:fund.*", "rule:\"fund.\"*"},
    {"rule:fund.,*", "rule:\"fund.\",\"*\""},
    {"\"say \\\"no\\\"\"", "\"say \\\"no\\\"\""},
    {"published:2025-01..2025-09", "published:\"2025-01..2025-09\""},
    {"A-B", "\"A-B\""},
};

TEST(QueryParse, CanonicalForm) {
  for (const Form& f : kForms) {
    SCOPED_TRACE(f.text);
    const auto query = Parse(f.text);
    ASSERT_TRUE(query) << query.error().what;
    EXPECT_EQ(ToString(*query), f.canonical);
    EXPECT_EQ(query->text, f.text);
    const auto again = Parse(ToString(*query));
    ASSERT_TRUE(again) << again.error().what;
    EXPECT_EQ(ToString(*again), f.canonical);
  }
}

struct Refusal {
  const char* text;
  const char* error;  // how it begins
};

const Refusal kRefusals[] = {
    {"type:policy actr:x", "query:13: unknown key \"actr\"; did you mean actor?"},
    {"中国 actr:x", "query:4: unknown key \"actr\""},  // columns are characters
    {"http://example.org", "query:1: unknown key \"http\""},
    {"status:anounced", "query:8: unknown status \"anounced\"; did you mean announced?"},
    {"type:investment.equity_steak",
     "query:6: unknown type \"investment.equity_steak\"; did you mean investment.equity_"},
    {"type:ipo,polcy", "query:10: unknown type \"polcy\"; did you mean policy?"},
    {"type:.*", "query:6: unknown type"},
    {"actor:", "query:7: actor needs a value"},
    {"actor: OpenAI", "query:7: actor needs a value"},
    {"actor:OpenAI,", "query:14: actor needs a value"},
    {"actor:\"\"", "query:7: actor: a value is empty"},
    {"actor>=OpenAI", "query:1: actor cannot be compared with >="},
    {"(a", "query:1: \"(\" is never closed"},
    {"a)", "query:2: \")\" without \"(\""},
    {"text:/a", "query:6: a regular expression is never closed"},
    {"text:/a\\/", "query:6: a regular expression is never closed"},
    {"a title:/(b/", "query:9: this regular expression does not compile: missing ): (b"},
    {"text://", "query:6: text: a value is empty"},
    {"text:/(a{1000}){1000}/", "query:6: this regular expression does not compile"},
    {"()", "query:2: something is missing before \")\""},
    {"a OR", "query:5: something is missing at the end"},
    {"OR a", "query:1: something is missing before OR"},
    {"a -", "query:4: something is missing"},
    {"\"abc", "query:1: a quotation is never closed"},
    {"a \"\"", "query:3: text: a value is empty"},
    {"&&", "query:1: no word to look for"},
    {"amount>=lots", "query:9: \"lots\" is no amount"},
    {"amount>=$1bn", "query:9: \"$1bn\" is no amount"},
    {"amount>=1bn,2bn", "query:13: amount>= takes one value"},
    {"amount:5bn..1bn", "query:8: \"5bn..1bn\" ends before it begins"},
    {"stake:20..10", "query:7: "},
    {"background:maybe", "query:12: background is yes or no"},
    {"background>=yes", "query:1: background cannot be compared"},
    {"amount:..", "query:8: a range has no end"},
    {"stake>101", "query:7: \"101\" is no number from 0 to 100"},
    {"currency:dollar", "query:10: \"dollar\" is no currency code"},
    {"jurisdiction:Narnia", "query:14: no territory is known"},
    {"published:2025-13", "query:11: \"2025-13\" is no date"},
    {"published:2025-02-30", "query:11: \"2025-02-30\" is no date"},
    {"published:2025-09..2025-01", "query:11: "},
    {"date:soon", "query:6: \"soon\" is no date"},
    {"date:..", "query:6: "},
    {"id:123", "query:4: \"123\" is no event id"},
    {"id:uuuuuuuuuuuuu", "query:4: "},
};

TEST(QueryParse, RefusesAtTheCharacter) {
  for (const Refusal& r : kRefusals) {
    SCOPED_TRACE(r.text);
    const auto query = Parse(r.text);
    ASSERT_FALSE(query) << ToString(*query);
    EXPECT_EQ(query.error().code, Errc::kConfig);
    EXPECT_TRUE(query.error().what.starts_with(r.error)) << query.error().what;
  }
}

TEST(QueryParse, DepthAndSizeAreBounded) {
  EXPECT_TRUE(Parse(std::string(kQueryDepthMax, '(') + "a" + std::string(kQueryDepthMax, ')')));
  EXPECT_FALSE(Parse(std::string(kQueryDepthMax + 1, '(') + "a" + std::string(kQueryDepthMax + 1, ')')));
  EXPECT_FALSE(Parse(std::string(kQueryDepthMax + 1, '-') + "a"));
  EXPECT_FALSE(Parse(std::string(kQueryBytesMax + 1, 'a')));
}

TEST(QueryParse, NamesResolve) {
  EXPECT_EQ(Parse("actor:\"open ai\"")->root.entity_ids, std::vector<std::string>{"openai"});
  EXPECT_EQ(Parse("actor:intel,中国")->root.entity_ids, (std::vector<std::string>{"intel", "cn"}));
  EXPECT_EQ(Parse("actor:\"Acme  ROBOTICS\"")->root.entity_ids, std::vector<std::string>{"~acme robotics"});
  EXPECT_EQ(Parse("jurisdiction:China,eu,us-ca")->root.entity_ids, (std::vector<std::string>{"CN", "EU", "US-CA"}));
  const auto ambiguous = Parse("entity:Washington OR target:Washington");
  EXPECT_EQ(ambiguous->notes, std::vector<std::string>{"Washington: also matches us_washington_state"});
  EXPECT_EQ(ambiguous->root.children[0].entity_ids, (std::vector<std::string>{"us_government", "us_washington_state"}));
  EXPECT_TRUE(Parse("entity:OpenAI")->notes.empty());
}

struct Amount {
  const char* text;
  const char* value;  // "" when refused
};
const Amount kAmounts[] = {
    {"1bn", "1000000000"},
    {"500m", "500000000"},
    {"60b", "60000000000"},
    {"1,000,000", "1000000"},
    {"10亿", "1000000000"},
    {"3万亿", "3000000000000"},
    {"2.5t", "2500000000000"},
    {"1.5BN", "1500000000"},
    {"7", "7"},
    {"\"2 million\"", "2000000"},
    {"20千万", "200000000"},
    {"0.5k", "500"},
    {"1bnn", ""},
    {"bn", ""},
    {"1.2.3", ""},
    {"1,0000", "1"},
    {"-5", ""},
    {"1亿m", ""},
    {"1e99", ""},
    {"\"1,00\"", ""},
};

TEST(QueryParse, Amounts) {
  for (const Amount& a : kAmounts) {
    SCOPED_TRACE(a.text);
    const auto query = Parse(std::string("amount:") + a.text);
    ASSERT_EQ(query.has_value(), *a.value != '\0');
    if (!query) continue;
    EXPECT_EQ(ToString(query->root.numbers.at(0)), a.value);
  }
}

struct Days {
  const char* text;
  const char* first;  // "" when refused
  const char* after;
};
const Days kDays[] = {
    {":2025", "2025-01-01", "2026-01-01"},
    {":2025-02", "2025-02-01", "2025-03-01"},
    {":2025-12", "2025-12-01", "2026-01-01"},
    {":2025-Q1", "2025-01-01", "2025-04-01"},
    {":2025-q4", "2025-10-01", "2026-01-01"},
    {":2025-H2", "2025-07-01", "2026-01-01"},
    {":2024-02-29", "2024-02-29", "2024-03-01"},
    {":2025-01..2025-09", "2025-01-01", "2025-10-01"},
    {":2025..", "2025-01-01", "9999-12-31"},
    {":..2025", "0001-01-01", "2026-01-01"},
    {":2025-08-22T10:00:00Z", "2025-08-22", "2025-08-23"},
    {":7d", "2026-02-04", "2026-02-12"},
    {":24h", "2026-02-10", "2026-02-12"},
    {":2w", "2026-01-28", "2026-02-12"},
    {":1m", "2026-01-11", "2026-02-12"},
    {":1y", "2025-02-11", "2026-02-12"},
    {":99999y", "0001-01-01", "2026-02-12"},
    {":today", "2026-02-11", "2026-02-12"},
    {":yesterday", "2026-02-10", "2026-02-11"},
    {":this-week", "2026-02-09", "2026-02-16"},
    {":last-week", "2026-02-02", "2026-02-09"},
    {":last-month", "2026-01-01", "2026-02-01"},
    {":last-quarter", "2025-10-01", "2026-01-01"},
    {":last-year", "2025-01-01", "2026-01-01"},
    {":yesterday..today", "2026-02-10", "2026-02-12"},
    {">=2025-03", "2025-03-01", "9999-12-31"},
    {">2025-03", "2025-04-01", "9999-12-31"},
    {"<2025-03", "0001-01-01", "2025-03-01"},
    {"<=2025-03", "0001-01-01", "2025-04-01"},
    {":2025-Q5", "", ""},
    {":2025-H3", "", ""},
    {":25", "", ""},
    {":2025-1", "", ""},
    {":2025-01-01x", "", ""},
    {":last-decade", "", ""},
    {":7", "", ""},
    {":d", "", ""},
    {":0000", "", ""},
};

TEST(QueryParse, Dates) {
  for (const Days& d : kDays) {
    SCOPED_TRACE(d.text);
    const auto query = Parse(std::string("published") + d.text);
    ASSERT_EQ(query.has_value(), *d.first != '\0');
    if (!query) continue;
    EXPECT_EQ(FormatDay(query->root.days.at(0).first), d.first);
    EXPECT_EQ(FormatDay(query->root.days.at(0).after), d.after);
  }
}

// ---- what matches ------------------------------------------------------------------------------

Event Sample() {
  Event e;
  e.type = "investment.equity_stake";
  e.status = Status::kAnnounced;
  e.role(Role::kActor).push_back({"us_government", "US government", EntityType::kGovernmentBody, "US", {}});
  e.role(Role::kTarget).push_back({"~acme robotics", "Acme Robotics", EntityType::kOrganization, "", {}});
  e.amount = EventAmount{*Decimal::Parse("8e9"), *Decimal::Parse("10e9"), {"USD"}, Qualifier::kExact, {}};
  e.stake_percent = Decimal::Parse("9.9");
  e.when = EventDate{"2025-08", {2025, 8, 1}, {2025, 9, 1}, {}, false};
  e.reported_at = {StartOf({2025, 8, 22}), Precision::kDay};
  e.jurisdiction = "US-CA";
  e.confidence = 80;
  e.rule = "equity.acquire-stake";
  return e;
}

const char* const kMatching[] = {
    "",
    "type:investment",
    "type:investment.*",
    "type:equity_stake",
    "type:investment.equity_stake",
    "type:ipo,equity_stake",
    "status:announced",
    "status:denied,announced",
    "actor:Washington",
    "entity:washington",
    "entity:\"ACME robotics\"",
    "target:\"acme  robotics\"",
    "amount:9bn",
    "amount>=10bn",
    "amount<=8bn",
    "amount>9bn",
    "amount<9bn",
    "amount:8bn..9bn",
    "stake:9.9",
    "stake>9",
    "stake<10%",
    "currency:usd",
    "jurisdiction:US",
    "jurisdiction:us-ca",
    "source:wire",
    "source:\"Example Wire\"",
    "lang:en",
    "published:2025-08",
    "published:2025-08-22",
    "published<=2025-08-22",
    "date:2025-Q3",
    "date:2025-08-15",
    "date>=2025-08-31",
    "confidence>=80",
    "rule:equity.acquire-stake",
    "rule:equity.*",
    "run:ab12",
    "run:ab12cd34",
    "Robotics",
    "robot*",
    "\"takes stake\"",
    "\"takes a 10% stake\"",
    "title:takes",
    "title:/^wash.* STAKE/",
    "text:/\\b1\\d%/",
    "text:/nothing/,/acme$/",
    "text:/芯./",
    "-title:/芯/",
    "storyline:0000000000001",
    "storyline:000000000000L",
    "id:0000000000002",
    "-denied",
    "a OR nothing",
    "-(type:policy OR status:denied)",
    "芯片",
    "ＲＯＢＯＴＩＣＳ",
};
const char* const kNotMatching[] = {
    "-type:investment",
    "type:policy",
    "type:ipo",
    "type:equity_stake.preferred",
    "status:denied",
    "target:Washington",
    "supporter:Washington",
    "entity:OpenAI",
    "entity:acme",
    "amount:11bn",
    "amount>10bn",
    "amount<8bn",
    "stake:10",
    "stake>9.9",
    "currency:CNY",
    "jurisdiction:CN",
    "jurisdiction:us-c",
    "source:wir",
    "lang:zh",
    "lang:e",
    "published:2025-08-21",
    "published>2025-08-22",
    "published<2025-08-22",
    "date:2025-09",
    "date<2025-08",
    "confidence>80",
    "confidence<80",
    "rule:equity",
    "rule:fund.*",
    "run:b",
    "robo",
    "\"stake takes\"",
    "title:芯片",
    "title:/10%/",
    "text:/^stake/",
    "text:/nothing|none/",
    "-text:/stake/",
    "text:nothing",
    "nothing*",
    "storyline:0000000000002",
    "id:0000000000001",
    "-stake",
    "Robotics nothing",
    "片芯",
};

class QueryMatch : public ::testing::Test {
 protected:
  bool Match(const char* text) {
    const auto query = Parse(text);
    EXPECT_TRUE(query) << text << ": " << query.error().what;
    const QueryRow row{event_,
                       "0000000000002",
                       "0000000000001",
                       "ab12cd34",
                       "wire",
                       "en",
                       "Washington takes stake in Acme",
                       "The government takes a 10% stake in Acme Robotics, maker of 芯片",
                       "Example Wire"};
    return query && Matches(*query, row);
  }
  Event event_ = Sample();
};

TEST_F(QueryMatch, Finds) {
  for (const char* text : kMatching) EXPECT_TRUE(Match(text)) << text;
}

TEST_F(QueryMatch, FindsNot) {
  for (const char* text : kNotMatching) EXPECT_FALSE(Match(text)) << text;
}

TEST_F(QueryMatch, WhatIsUnknownMatchesNoCondition) {
  event_.amount.reset();
  event_.stake_percent.reset();
  event_.when.reset();
  event_.reported_at = {};
  for (const char* text :
       {"amount>=0", "stake<100", "currency:USD", "published:2025", "published>=1970", "date:1900.."})
    EXPECT_FALSE(Match(text)) << text;
}

TEST(QueryWordsTest, AsPrinted) {
  EXPECT_EQ(QueryWords("Nvidia's $8.9bn U.S. plan: 国家AI基金"),
            (std::vector<std::string>{"nvidia", "s", "8", "9bn", "u", "s", "plan", "国", "家", "ai", "基", "金"}));
  EXPECT_EQ(QueryWords("ÉLYSÉE Ørsted ŽIŽEK ΑΒΓ МОСКВА"),
            (std::vector<std::string>{"élysée", "ørsted", "žižek", "αβγ", "москва"}));
  EXPECT_TRUE(QueryWords("… – “”\xff\xc3").size() <= 1);
}

// Random trees in the language's own words: whatever parses prints and parses back to the same.
TEST(QueryParse, PrintsAndParsesBack) {
  const char* const kPieces[] = {"a",
                                 "\"b c\"",
                                 "d*",
                                 "type:policy",
                                 "-",
                                 "NOT ",
                                 "(",
                                 ")",
                                 " OR ",
                                 " ",
                                 "amount>=1bn",
                                 "amount:1..2,3",
                                 "published:7d",
                                 "actor:x,\"y \\\" z\"",
                                 "AND",
                                 "rule:q*",
                                 "\"",
                                 ",",
                                 "text:e*,f",
                                 "title:/h[i ]\\/\\\\/,j",
                                 "“g”",
                                 "id:0000000000001"};
  std::mt19937 random(7);
  size_t parsed = 0;
  for (int round = 0; round < 20000; ++round) {
    std::string text;
    for (size_t n = random() % 8 + 1; n > 0; --n)
      text += std::string(kPieces[random() % std::size(kPieces)]) + (random() % 2 ? " " : "");
    const auto query = Parse(text);
    if (!query) continue;
    ++parsed;
    const auto again = Parse(ToString(*query));
    ASSERT_TRUE(again) << text << " -> " << ToString(*query) << ": " << again.error().what;
    ASSERT_EQ(ToString(*again), ToString(*query)) << text;
  }
  EXPECT_GT(parsed, 2000u);
}

}  // namespace
}  // namespace tocsin
