// What reaches a screen: widths, tables, amounts, underlines; and nothing that could take the screen over.
#include <gtest/gtest.h>

#include "cli/output/event_json.h"
#include "cli/output/rows.h"
#include "cli/output/underline.h"
#include "cli/output/words.h"

namespace tocsin {
namespace {

TEST(Terminal, WidthIsThatOfTheScreen) {
  struct Case {
    const char* text;
    size_t columns;
  };
  const Case kCases[] = {
      {"", 0},  {"Intel", 5}, {"英特尔", 6}, {"é", 1},    {"e\u0301", 1},  {"600亿元", 7},  {"，", 2},       {"→", 1},
      {"…", 1}, {"○ ◐ ●", 5}, {"🔔", 2},      {"한국", 4}, {"\xFF\xFE", 2}, {"ｆｕｌｌ", 8}, {"a\u200Bb", 2},
  };
  for (const Case& c : kCases) EXPECT_EQ(DisplayWidth(c.text), c.columns) << c.text;
}

TEST(Terminal, ForeignWordsCannotMoveTheCursor) {
  struct Case {
    const char* text;
    const char* printed;
  };
  const Case kCases[] = {
      {"plain words", "plain words"},
      {"a\nb\tc", "a b c"},
      {"  two   spaces ", "two spaces"},
      {"\x1b[31mred\x1b[0m", "[31mred[0m"},  // harmless without its escape
      {"\x1b]0;title\x07", "]0;title"},
      {"\xC2\x9B"
       "31m",
       "31m"},                         // CSI in one character
      {"safe\u202Eevas", "safeevas"},  // right-to-left override
      {"a\u2066b\u2069c", "abc"},
      {"line\u2028separator", "line separator"},
      {"bell\x07", "bell"},
      {"中文 字", "中文 字"},
      {"bad \xC3(", "bad \uFFFD("},
      {"cut \xE4\xB8", "cut \uFFFD"},
      {"overlong \xC0\xAF", "overlong \uFFFD\uFFFD"},
      {"surrogate \xED\xA0\x80", "surrogate \uFFFD"},
  };
  for (const Case& c : kCases) EXPECT_EQ(Printable(c.text), c.printed) << c.text;
}

TEST(Terminal, FitCutsByColumns) {
  struct Case {
    const char* text;
    size_t columns;
    const char* fitted;
  };
  const Case kCases[] = {
      {"Intel", 5, "Intel"},   {"Intel", 4, "Int…"},   {"Intel", 1, "…"},    {"Intel", 0, ""},
      {"英特尔", 6, "英特尔"}, {"英特尔", 5, "英特…"}, {"英特尔", 4, "英…"}, {"ab cd", 4, "ab…"},
  };
  for (const Case& c : kCases) EXPECT_EQ(Fit(c.text, c.columns), c.fitted) << c.text << " in " << c.columns;
}

TEST(Table, AlignsChineseWithEnglish) {
  const std::string table =
      RenderTable({{"WHO"}, {"AMOUNT", true}, {"ID"}},
                  {{"英特尔", "USD 8.9 bn", "a"}, {"Nvidia", "CNY 60 bn", "b"}, {"x", "", "c"}}, {});
  EXPECT_EQ(table,
            "WHO         AMOUNT  ID\n"
            "英特尔  USD 8.9 bn  a\n"
            "Nvidia   CNY 60 bn  b\n"
            "x                   c\n");
}

TEST(Table, ColumnsThatAreEmptyTakeNoRoom) {
  EXPECT_EQ(RenderTable({{""}, {""}, {""}}, {{"a", "", "b"}, {"c", "", "d"}}, {}), "a  b\nc  d\n");
}

TEST(Table, OnlyShrinkingColumnsAreCut) {
  Screen narrow;
  narrow.columns = 24;
  const std::string table = RenderTable({{""}, {"", false, true}},
                                        {{"2026-01-31", "a rather long headline"}, {"2026-02-01", "short"}}, narrow);
  EXPECT_EQ(table, "2026-01-31  a rather lo…\n2026-02-01  short\n");
}

TEST(Csv, QuotesAndNeverMakesFormulas) {
  EXPECT_EQ(
      RenderCsv(
          {"a", "b"},
          {{"1,5", "say \"hi\""}, {"=HYPERLINK(\"x\")", "@me"}, {"-12.5", "+x"}, {"two\nlines", "\x1b[31mred\u202E"}}),
      "a,b\n\"1,5\",\"say \"\"hi\"\"\"\n\"'=HYPERLINK(\"\"x\"\")\",'@me\n-12.5,'+x\ntwo lines,[31mred\n");
}

EventAmount Money(const char* value, const char* upper, const char* code, Qualifier qualifier = Qualifier::kExact) {
  EventAmount amount;
  amount.value = *Decimal::Parse(value);
  amount.upper = *Decimal::Parse(upper);
  std::copy(code, code + 3, amount.currency.code);
  amount.qualifier = qualifier;
  return amount;
}

TEST(Words, AmountsAsAnalystsWriteThem) {
  EXPECT_EQ(AmountLine(Money("8900000000", "8900000000", "USD")), "USD 8.9 bn");
  EXPECT_EQ(AmountLine(Money("60e9", "60e9", "CNY", Qualifier::kUpTo)), "up to CNY 60 bn");
  EXPECT_EQ(AmountLine(Money("1e9", "2e9", "EUR")), "EUR 1–2 bn");
  EXPECT_EQ(AmountLine(Money("1.2e12", "1.2e12", "USD")), "USD 1.2 tn");
  EXPECT_EQ(AmountLine(Money("20.47", "20.47", "USD")), "USD 20.47");
  EXPECT_EQ(AmountLine(Money("433300", "433300", "GBP")), "GBP 433,300");
  EXPECT_EQ(AmountLine(Money("1234567890", "1234567890", "USD")), "≈USD 1.234 bn");
  EXPECT_EQ(AmountLine(Money("5e6", "5e6", "XXX")), "5 m");
}

Participant Named(const char* name) {
  Participant who;
  who.name = name;
  return who;
}

TEST(Words, Parties) {
  Roles roles;
  EXPECT_EQ(PartiesLine(roles), "");
  roles[size_t(Role::kTarget)] = {Named("Intel")};
  EXPECT_EQ(PartiesLine(roles), "→ Intel");
  roles[size_t(Role::kActor)] = {Named("United States"), Named("Japan"), Named("United Kingdom"), Named("EU")};
  EXPECT_EQ(PartiesLine(roles), "United States, Japan +2 → Intel");
  roles[size_t(Role::kTarget)] = roles[size_t(Role::kActor)];
  EXPECT_EQ(PartiesLine(roles), "United States, Japan +2") << "both sides the same";
  EXPECT_EQ(ReportsLine(1, 1), "1 report");
  EXPECT_EQ(ReportsLine(1234, 2), "1,234 reports, 2 independent");
}

TEST(Underline, MarksStandUnderTheirWords) {
  const std::string text = "The government will take a 10% stake in Intel.";
  const std::string shown =
      Underlined(text, {{{4, 14}, "actor"}, {{20, 24}, "trigger"}, {{27, 30}, "stake"}, {{40, 45}, "target"}}, 80, 2);
  EXPECT_EQ(shown,
            "  The government will take a 10% stake in Intel.\n"
            "      ‾‾‾‾‾‾‾‾‾‾      ‾‾‾‾   ‾‾‾          ‾‾‾‾‾\n"
            "      actor           trigger             target\n"
            "                             stake\n");
}

TEST(Underline, ChineseCountsTwice) {
  EXPECT_EQ(Underlined("美国入股英特尔", {{{6, 12}, "trigger"}, {{12, 21}, "target"}}, 80, 0),
            "美国入股英特尔\n    ‾‾‾‾‾‾‾‾‾‾\n    trigger\n        target\n");
}

TEST(Underline, WrapsAndSurvivesBadSpans) {
  const std::string text = "one two three four five six seven";
  const std::string shown = Underlined(text, {{{14, 18}, "x"}, {{30, 99}, "gone"}, {{5, 5}, "empty"}}, 20, 0);
  EXPECT_EQ(shown, "one two three four\n              ‾‾‾‾\n              x\nfive six seven\n");
}

TEST(Underline, EscapesBecomeSpacesAndOffsetsStay) {
  EXPECT_EQ(Underlined("a\x1b[31m Intel", {{{7, 12}, "t"}}, 80, 0), "a [31m Intel\n       ‾‾‾‾‾\n       t\n");
}

}  // namespace
}  // namespace tocsin
