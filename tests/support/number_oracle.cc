#include "tests/support/number_oracle.h"

#include <map>
#include <string>
#include <vector>

namespace tocsin {
namespace {

const std::map<std::string, int> kSmall = {
    {"zero", 0},      {"one", 1},       {"two", 2},       {"three", 3},    {"four", 4},     {"five", 5},
    {"six", 6},       {"seven", 7},     {"eight", 8},     {"nine", 9},     {"ten", 10},     {"eleven", 11},
    {"twelve", 12},   {"thirteen", 13}, {"fourteen", 14}, {"fifteen", 15}, {"sixteen", 16}, {"seventeen", 17},
    {"eighteen", 18}, {"nineteen", 19}, {"twenty", 20},   {"thirty", 30},  {"forty", 40},   {"fifty", 50},
    {"sixty", 60},    {"seventy", 70},  {"eighty", 80},   {"ninety", 90}};
const std::vector<std::pair<std::string, int>> kScales = {
    {"trillion", 12}, {"billion", 9}, {"million", 6}, {"thousand", 3}, {"hundred", 2}};
const std::map<std::string, int> kHanDigits = {{"〇", 0}, {"零", 0}, {"一", 1}, {"二", 2}, {"两", 2}, {"三", 3},
                                               {"四", 4}, {"五", 5}, {"六", 6}, {"七", 7}, {"八", 8}, {"九", 9}};
const std::vector<std::pair<std::string, int>> kHanUnits = {{"亿", 8}, {"万", 4}, {"千", 3}, {"百", 2}, {"十", 1}};

using Words = std::vector<std::string>;

Words Split(std::string_view text) {
  Words words(1);
  for (char c : text) {
    if (c == ' ' || c == '-')
      words.emplace_back();
    else
      words.back() += c;
  }
  return words;
}

std::optional<Decimal> Sum(const std::optional<Decimal>& a, const std::optional<Decimal>& b) {
  return a && b ? Add(*a, *b) : std::nullopt;
}

std::optional<Decimal> Evaluate(Words words) {
  while (!words.empty() && words.front() == "and") words.erase(words.begin());
  if (words.empty()) return Decimal{};
  for (const auto& [scale, power] : kScales) {
    for (size_t i = 0; i < words.size(); ++i) {
      if (words[i] != scale) continue;
      const auto left = Evaluate(Words(words.begin(), words.begin() + long(i)));
      const auto right = Evaluate(Words(words.begin() + long(i) + 1, words.end()));
      return Sum(left ? ScaleByPowerOfTen(*left, power) : std::nullopt, right);
    }
  }
  std::optional<Decimal> value = Decimal{};
  int place = 0;
  for (const std::string& word : words) {
    if (word == "point") {
      place = -1;
      continue;
    }
    const auto small = kSmall.find(word);
    if (small == kSmall.end()) return std::nullopt;
    value = Sum(value, Decimal::Make(small->second, place));
    if (place != 0) --place;
  }
  return value;
}

bool TakePrefix(std::string_view& text, std::string_view prefix) {
  if (!text.starts_with(prefix)) return false;
  text.remove_prefix(prefix.size());
  return true;
}

// Chinese digits one by one, a point among them: 二〇二五, 三点六.
std::optional<Decimal> HanDigits(std::string_view text) {
  std::string plain;
  while (!text.empty()) {
    bool found = TakePrefix(text, "点");
    if (found) plain += '.';
    for (const auto& [digit, value] : kHanDigits) {
      if (found || !TakePrefix(text, digit)) continue;
      plain += char('0' + value);
      found = true;
    }
    if (!found) return std::nullopt;
  }
  return Decimal::Parse(plain);
}

}  // namespace

std::optional<Decimal> EnglishNumberByOracle(std::string_view words) { return Evaluate(Split(words)); }

std::optional<Decimal> DigitsByOracle(std::string_view digits) {
  std::string plain;
  while (!digits.empty()) {
    const std::string_view wide = digits.substr(0, 3);
    if (wide.size() == 3 && wide.starts_with("\xEF\xBC") && wide[2] >= '\x90' && wide[2] <= '\x99') {
      plain += char('0' + (wide[2] - '\x90'));
      digits.remove_prefix(3);
      continue;
    }
    if (TakePrefix(digits, "．")) {
      plain += '.';
      continue;
    }
    if (digits[0] != ',') plain += digits[0];
    digits.remove_prefix(1);
  }
  return Decimal::Parse(plain);
}

std::optional<Decimal> ChineseNumberByOracle(std::string_view numeral) {
  while (TakePrefix(numeral, "零")) {
  }
  if (numeral.empty()) return Decimal{};
  for (const auto& [unit, power] : kHanUnits) {
    const size_t at = numeral.rfind(unit);  // 万亿: the last one multiplies all before it
    if (at == std::string_view::npos) continue;
    const std::string_view before = numeral.substr(0, at);
    const auto left = before.empty() ? std::optional(Decimal{1, 0}) : ChineseNumberByOracle(before);
    const auto right = ChineseNumberByOracle(numeral.substr(at + unit.size()));
    return Sum(left ? ScaleByPowerOfTen(*left, power) : std::nullopt, right);
  }
  if (const auto digits = HanDigits(numeral)) return digits;
  return DigitsByOracle(numeral);
}

}  // namespace tocsin
