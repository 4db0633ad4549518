#include "tests/support/number_writer.h"

#include <string_view>

namespace tocsin {
namespace {

constexpr const char* kOnes[] = {"",         "one",     "two",     "three",     "four",     "five",    "six",
                                 "seven",    "eight",   "nine",    "ten",       "eleven",   "twelve",  "thirteen",
                                 "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"};
constexpr const char* kTens[] = {"", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"};
constexpr const char* kHanOnes[] = {"零", "一", "二", "三", "四", "五", "六", "七", "八", "九"};
constexpr const char* kMonths[] = {"January", "February", "March",     "April",   "May",      "June",
                                   "July",    "August",   "September", "October", "November", "December"};

Decimal Exact(int64_t coefficient, int exponent) { return *Decimal::Make(coefficient, exponent); }

std::string Digits(int64_t value) { return std::to_string(value); }

std::string Grouped(int64_t value) {
  std::string out = Digits(value);
  for (size_t at = out.size(); at > 3; at -= 3) out.insert(at - 3, ",");
  return out;
}

std::string IndianGrouped(int64_t value) {
  std::string out = Digits(value);
  if (out.size() <= 3) return out;
  size_t at = out.size() - 3;
  out.insert(at, ",");
  for (; at > 2; at -= 2) out.insert(at - 2, ",");
  return out;
}

std::string Wide(std::string_view digits) {
  std::string out;
  for (char c : digits) {
    out += c == '.' ? "．" : std::string("\xEF\xBC") + char('\x90' + (c - '0'));
  }
  return out;
}

void Append(std::string& out, const std::string& word, const char* blank = " ") {
  if (!out.empty()) out += blank;
  out += word;
}

// Below a thousand.
std::string Hundreds(int value, bool with_and) {
  std::string out;
  if (value >= 100) out = std::string(kOnes[value / 100]) + " hundred";
  value %= 100;
  if (value == 0) return out;
  if (with_and && !out.empty()) out += " and";
  if (value < 20) {
    Append(out, kOnes[value]);
  } else {
    Append(out, kTens[value / 10]);
    if (value % 10 != 0) Append(out, kOnes[value % 10], "-");
  }
  return out;
}

std::string InWords(int64_t value, bool with_and) {
  static constexpr const char* kScales[] = {"", " thousand", " million", " billion", " trillion"};
  std::string out;
  for (int scale = 4; scale >= 0; --scale) {
    int64_t unit = 1;
    for (int i = 0; i < scale; ++i) unit *= 1000;
    const int part = int(value / unit % 1000);
    if (part == 0) continue;
    Append(out, Hundreds(part, with_and) + kScales[scale]);
  }
  return out;
}

// Below ten thousand; `inner`: something was said before, so that a gap needs its zero.
std::string HanSection(int value, bool inner) {
  static constexpr const char* kUnits[] = {"千", "百", "十", ""};
  std::string out;
  bool gap = inner && value < 1000;
  int unit = 1000;
  for (int i = 0; i < 4; ++i, unit /= 10) {
    const int digit = value / unit % 10;
    if (digit == 0) {
      gap = gap || !out.empty();
      continue;
    }
    if (gap) out += "零";
    gap = false;
    const bool ten = unit == 10 && digit == 1 && out.empty() && !inner;
    out += ten ? std::string("十") : std::string(kHanOnes[digit]) + kUnits[i];
  }
  return out;
}

std::string InHan(int64_t value) {
  std::string out;
  const int64_t high = value / 100'000'000, low = value % 100'000'000;
  if (high != 0) out = (high >= 10'000 ? InHan(high) : HanSection(int(high), false)) + "亿";
  const int wan = int(low / 10'000), rest = int(low % 10'000);
  if (wan != 0) out += HanSection(wan, !out.empty()) + "万";
  if (rest != 0) out += HanSection(rest, !out.empty());
  return out;
}

struct Money {
  const char* before;
  const char* behind;
  const char* code;
};
constexpr Money kEnglishMoney[] = {{"$", "", "USD"},
                                   {"US$", "", "USD"},
                                   {"C$", "", "CAD"},
                                   {"A$", "", "AUD"},
                                   {"NT$", "", "TWD"},
                                   {"S$", "", "SGD"},
                                   {"HK$", "", "HKD"},
                                   {"\u20AC", "", "EUR"},
                                   {"\u00A3", "", "GBP"},
                                   {"CN\u00A5", "", "CNY"},
                                   {"USD ", "", "USD"},
                                   {"EUR ", "", "EUR"},
                                   {"", " dollars", "USD"},
                                   {"", " euros", "EUR"},
                                   {"", " yuan", "CNY"},
                                   {"", " Swiss francs", "CHF"},
                                   {"", " yen", "JPY"},
                                   {"", " riyals", "SAR"},
                                   {"", " Canadian dollars", "CAD"},
                                   {"Rs ", "", "INR"}};
constexpr Money kChineseMoney[] = {{"", "元", "CNY"},       {"", "美元", "USD"},     {"", "欧元", "EUR"},
                                   {"", "日元", "JPY"},     {"", "港元", "HKD"},     {"人民币", "元", "CNY"},
                                   {"", "元人民币", "CNY"}, {"新台币", "元", "TWD"}, {"", "英镑", "GBP"}};

}  // namespace

// Few significant digits are as likely as many, as in print.
int64_t NumberWriter::Value(int digits_max) {
  int64_t limit = 10;
  for (int i = Below(digits_max); i > 0; --i) limit *= 10;
  int64_t value = int64_t(random_() % uint64_t(limit)) + 1;
  for (int i = Below(4); i > 0; --i) value -= value > 100 ? value % 100 : 0;
  return value;
}

WrittenNumber NumberWriter::EnglishInWords() {
  const int64_t value = Value(14);
  return {InWords(value, Below(2) == 0), Exact(value, 0)};
}

WrittenNumber NumberWriter::English() {
  const int64_t value = Value(10);
  switch (Below(6)) {
    case 0: return {Digits(value), Exact(value, 0)};
    case 1: return {Grouped(value), Exact(value, 0)};
    case 2: return {IndianGrouped(value), Exact(value, 0)};
    case 3: {
      struct Scale {
        const char* word;
        int power;
      };
      static constexpr Scale kScales[] = {{" thousand", 3}, {" million", 6}, {" billion", 9},     {" trillion", 12},
                                          {"bn", 9},        {" bn", 9},      {"tn", 12},          {" crore", 7},
                                          {" lakh", 5},     {"-billion", 9}, {"\u00A0million", 6}};
      const Scale& scale = kScales[Below(int(std::size(kScales)))];
      const int64_t whole = value % 10'000, tenths = Below(100);
      const std::string digits =
          tenths == 0 ? Grouped(whole + 1) : Digits(whole + 1) + "." + (tenths < 10 ? "0" : "") + Digits(tenths);
      return {digits + scale.word, Exact((whole + 1) * 100 + tenths, scale.power - 2)};
    }
    case 4: {
      const int64_t cents = Below(100);
      return {Grouped(value) + "." + (cents < 10 ? "0" : "") + Digits(cents), Exact(value * 100 + cents, -2)};
    }
    default: return EnglishInWords();
  }
}

WrittenNumber NumberWriter::ChineseInWords() {
  const int64_t value = Value(13);
  return {InHan(value), Exact(value, 0)};
}

WrittenNumber NumberWriter::Chinese() {
  const int64_t value = Value(7);
  switch (Below(5)) {
    case 0: return {Digits(value), Exact(value, 0)};
    case 1: return {Wide(Digits(value)), Exact(value, 0)};
    case 2: {
      static constexpr const char* kUnits[] = {"万", "亿", "万亿", "千万", "百万"};
      static constexpr int kPowers[] = {4, 8, 12, 7, 6};
      const int unit = Below(5);
      const int64_t whole = value % 10'000 + 1, tenths = Below(10);
      const std::string digits = Digits(whole) + (tenths == 0 ? "" : "." + Digits(tenths));
      return {(Below(4) == 0 ? Wide(digits) : digits) + kUnits[unit], Exact(whole * 10 + tenths, kPowers[unit] - 1)};
    }
    case 3: {
      const int64_t yi = value % 1000 + 1, wan = Below(9999) + 1;
      return {Digits(yi) + "亿" + Digits(wan) + "万", Exact(yi * 10'000 + wan, 4)};
    }
    default: return ChineseInWords();
  }
}

WrittenAmount NumberWriter::Amount() {
  const bool chinese = Below(2) == 0;
  const WrittenNumber number = chinese ? Chinese() : English();
  const Money& money = chinese ? kChineseMoney[Below(int(std::size(kChineseMoney)))]
                               : kEnglishMoney[Below(int(std::size(kEnglishMoney)))];
  return {money.before + number.text + money.behind, number.value, number.value, money.code, chinese};
}

WrittenPercent NumberWriter::Percent() {
  const bool chinese = Below(2) == 0;
  const int64_t whole = Below(1000) + 1, tenths = Below(10);
  const Decimal value = Exact(whole * 10 + tenths, -1);
  const std::string digits = Digits(whole) + (tenths == 0 ? "" : "." + Digits(tenths));
  if (chinese) {
    switch (Below(4)) {
      case 0: return {digits + "%", value, true};
      case 1: return {Wide(digits) + "％", value, true};
      case 2: return {"百分之" + InHan(whole) + (tenths == 0 ? "" : std::string("点") + kHanOnes[tenths]), value, true};
      default: return {digits + "个百分点", value, true};
    }
  }
  switch (Below(5)) {
    case 0: return {digits + "%", value};
    case 1: return {digits + " percent", value};
    case 2: return {digits + " per cent", value};
    case 3: return {digits + " percentage points", value};
    default: return {InWords(whole, true) + " percent", Exact(whole, 0)};
  }
}

WrittenDate NumberWriter::EnglishDate(CivilDay day, CivilDay published) {
  const std::string month = kMonths[day.month - 1], year = Digits(day.year), number = Digits(day.day);
  const std::string two = (day.day < 10 ? "0" : "") + number, month2 = (day.month < 10 ? "0" : "") + Digits(day.month);
  const CivilDay next = AddDays(day, 1), first{day.year, day.month, 1};
  switch (Below(12)) {
    case 0: return {number + " " + month + " " + year, day, next};
    case 1: return {month + " " + number + ", " + year, day, next};
    case 2: return {month.substr(0, 3) + (day.month == 5 ? " " : ". ") + number + ", " + year, day, next};
    case 3: return {year + "-" + month2 + "-" + two, day, next};
    case 4: return {two + "-" + month.substr(0, 3) + "-" + year, day, next};
    case 5: return {month2 + "/" + two + "/" + year, day, next};
    case 6: return {month + " " + year, first, AddMonths(first, 1)};
    case 7: {
      static constexpr const char* kQuarters[] = {"first", "second", "third", "fourth"};
      const int quarter = (day.month - 1) / 3;
      const CivilDay begin{day.year, uint8_t(quarter * 3 + 1), 1};
      return {std::string(kQuarters[quarter]) + " quarter of " + year, begin, AddMonths(begin, 3)};
    }
    case 8: {
      const int quarter = (day.month - 1) / 3;
      const CivilDay begin{day.year, uint8_t(quarter * 3 + 1), 1};
      return {"Q" + Digits(quarter + 1) + " " + year, begin, AddMonths(begin, 3)};
    }
    case 9: {
      if (day.day > 24) return {number + " " + month + " " + year, day, next};
      const int last = day.day + 1 + Below(4);
      return {month + " " + number + "-" + Digits(last) + ", " + year, day, AddDays(day, last - day.day + 1)};
    }
    case 10: {
      const int weeks = 1 + Below(20);
      const CivilDay then = AddDays(published, -7 * weeks);
      return {weeks == 1 ? "a week ago" : InWords(weeks, true) + " weeks ago", then, AddDays(then, 1)};
    }
    default: {
      const CivilDay later = AddMonths(first, 1 + Below(20));
      return {month + " " + year + " to " + kMonths[later.month - 1] + " " + Digits(later.year), first,
              AddMonths(later, 1)};
    }
  }
}

WrittenDate NumberWriter::ChineseDate(CivilDay day, CivilDay published) {
  const std::string year = Digits(day.year);
  const CivilDay next = AddDays(day, 1), first{day.year, day.month, 1};
  std::string han_year;
  for (char c : year) han_year += c == '0' ? "〇" : kHanOnes[c - '0'];
  switch (Below(6)) {
    case 0: return {year + "年" + Digits(day.month) + "月" + Digits(day.day) + "日", day, next, true};
    case 1:
      return {han_year + "年" + HanSection(day.month, false) + "月" + HanSection(day.day, false) + "日", day, next,
              true};
    case 2: return {year + "年" + Digits(day.month) + "月", first, AddMonths(first, 1), true};
    case 3: {
      const int half = day.month <= 6 ? 0 : 1;
      const CivilDay begin{day.year, uint8_t(half * 6 + 1), 1};
      return {year + "年" + (half == 0 ? "上" : "下") + "半年", begin, AddMonths(begin, 6), true};
    }
    case 4: {
      const int days = 1 + Below(40);
      const CivilDay then = AddDays(published, -days);
      return {Digits(days) + "天前", then, AddDays(then, 1), true};
    }
    default: {
      const int last = day.year + 1 + Below(5);
      return {year + "年至" + Digits(last) + "年", {day.year, 1, 1}, {last + 1, 1, 1}, true};
    }
  }
}

WrittenDate NumberWriter::Date(CivilDay published) {
  const CivilDay day = AddDays({1950, 1, 1}, Below(50'000));
  return Below(2) == 0 ? EnglishDate(day, published) : ChineseDate(day, published);
}

std::string NumberWriter::Sentence(const std::string& mention, bool chinese, size_t& at) {
  static constexpr const char* kBefore[] = {"", "The ministry mentioned ", "It was about ", "(", "Officials said: "};
  static constexpr const char* kBehind[] = {".", " for the new plan.", ", they said.", ")", "; nothing more."};
  static constexpr const char* kHanBefore[] = {"", "据介绍，", "该项目涉及", "（", "公告称："};
  static constexpr const char* kHanBehind[] = {"。", "，公司表示。", "的计划。", "）", "；其余不详。"};
  std::string text = chinese ? Pick(kHanBefore) : Pick(kBefore);
  at = text.size();
  return text + mention + (chinese ? Pick(kHanBehind) : Pick(kBehind));
}

}  // namespace tocsin
