// Compatibility forms: texts are read as printed, never in a normalised copy, so that every span points at the bytes of
// the original. What Unicode calls the same but for its width must therefore read the same, and be shown as it stands.
#include <gtest/gtest.h>

#include <array>
#include <string>
#include <utility>

#include "nlp/annotator.h"
#include "tests/support/words.h"

namespace tocsin {
namespace {

// How a printer may write the characters of a text instead.
struct Form {
  const char* what;
  std::array<std::pair<const char*, const char*>, 3> replaced;
  bool digits;  // full-width ones
};

const Form kForms[] = {
    {"as it stands", {}, false},
    {"full-width digits", {}, true},
    {"no-break spaces", {{{" ", "\u00A0"}}}, false},
    {"narrow no-break spaces", {{{" ", "\u202F"}}}, false},
    {"thin spaces", {{{" ", "\u2009"}}}, false},
    {"full-width signs", {{{"\u00A5", "\uFFE5"}, {"\u20A9", "\uFFE6"}, {"\u00A3", "\uFFE1"}}}, false},
    {"full-width per cent and dollar", {{{"%", "\uFF05"}, {"$", "\uFF04"}}}, false},
    {"full-width everything", {{{"%", "\uFF05"}, {"\u20A9", "\uFFE6"}, {"\u00A3", "\uFFE1"}}}, true},
};

std::string Printed(std::string text, const Form& form) {
  for (const auto& [from, to] : form.replaced) {
    if (from == nullptr) continue;
    for (size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + std::string(to).size()))
      text.replace(at, std::string(from).size(), to);
  }
  if (!form.digits) return text;
  std::string wide;
  for (const char c : text) {
    if (c < '0' || c > '9') {
      wide += c;
    } else {
      wide.append("\xEF\xBC").append(1, char(0x90 + (c - '0')));
    }
  }
  return wide;
}

struct Case {
  const char* before;
  const char* found;  // the span, before the printer has changed it
  const char* after;
  const char* value;
};

const Case kCases[] = {
    {"a loan of ", "\u00A3250 million", " for chips", "250000000 GBP"},
    {"raised ", "\u20A930 billion", ".", "30000000000 KRW"},
    {"耗资", "\u00A5300亿", "，", "30000000000 CNY"},
    {"拨款", "25亿元", "用于", "2500000000 CNY"},
    {"worth ", "EUR 40 million", "", "40000000 EUR"},
    {"about ", "40 million euros", " more", "40000000 EUR"},
    {"rose ", "12%", " in", "12 %"},
    {"增长", "12%", "。", "12 %"},
    {"自", "2026年3月5日", "起", "2026-03-05/2026-03-06"},
    // Nothing that looks like a number because it is wide.
    {"section ", "", "12, Annex 4", ""},
    {"第", "", "12条", ""},
};

std::string ValueOf(const Annotations& found, ByteSpan& span) {
  if (found.amounts.size() + found.percents.size() + found.dates.size() != 1) return "";
  if (!found.amounts.empty()) {
    span = found.amounts[0].span;
    return ToString(found.amounts[0].value) + " " + std::string(found.amounts[0].currency.view());
  }
  if (!found.percents.empty()) {
    span = found.percents[0].span;
    return ToString(found.percents[0].value) + " %";
  }
  span = found.dates[0].span;
  return found.dates[0].value;
}

TEST(Compatibility, FormsReadTheSameAndPointAtTheirBytes) {
  AnnotateContext context;
  for (const Case& c : kCases) {
    for (const Form& form : kForms) {
      const std::string before = Printed(c.before, form), printed = Printed(c.found, form);
      const std::string text = before + printed + Printed(c.after, form);
      SCOPED_TRACE(std::string(form.what) + ": " + text);
      context.language = static_cast<unsigned char>(c.before[0]) >= 0x80 ? "zh" : "en";
      Annotations found = WordsOf(text);
      FindNumbers(text, context, found);
      ByteSpan span;
      EXPECT_EQ(ValueOf(found, span), c.value);
      if (*c.value == '\0') continue;
      EXPECT_EQ(span.in(text), printed);
      EXPECT_EQ(span.begin, before.size());
    }
  }
}

}  // namespace
}  // namespace tocsin
