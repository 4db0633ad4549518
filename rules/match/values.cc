#include "rules/match/values.h"

#include <algorithm>
#include <array>
#include <string>

namespace tocsin {
namespace {

using DayRange = QueryNode::DayRange;

bool IsDigit(char c) { return c >= '0' && c <= '9'; }

// Removes the commas of "1,234,567". nullopt when the groups are not of three digits.
std::optional<std::string> WithoutGrouping(std::string_view digits) {
  if (digits.find(',') == std::string_view::npos) return std::string(digits);
  const std::string_view whole = digits.substr(0, digits.find('.'));
  std::string out;
  size_t since_comma = 0;
  bool grouped = false;
  for (const char c : whole) {
    if (c != ',') {
      out += c;
      ++since_comma;
      continue;
    }
    if (grouped ? since_comma != 3 : since_comma == 0 || since_comma > 3) return std::nullopt;
    grouped = true;
    since_comma = 0;
  }
  if (since_comma != 3) return std::nullopt;
  return out + std::string(digits.substr(whole.size()));
}

struct Suffix {
  std::string_view text;
  int power;
};
constexpr std::array<Suffix, 14> kSuffixes = {{{"k", 3},
                                               {"thousand", 3},
                                               {"m", 6},
                                               {"mn", 6},
                                               {"mio", 6},
                                               {"million", 6},
                                               {"b", 9},
                                               {"bn", 9},
                                               {"mrd", 9},
                                               {"billion", 9},
                                               {"t", 12},
                                               {"tn", 12},
                                               {"trn", 12},
                                               {"trillion", 12}}};
constexpr std::array<Suffix, 6> kHanUnits = {{{"十", 1}, {"百", 2}, {"千", 3}, {"万", 4}, {"萬", 4}, {"亿", 8}}};

// "万亿" is 10^4 * 10^8: units multiply.
std::optional<int> HanPower(std::string_view text) {
  int power = 0;
  while (!text.empty()) {
    const auto unit =
        std::find_if(kHanUnits.begin(), kHanUnits.end(), [&](const Suffix& u) { return text.starts_with(u.text); });
    if (unit == kHanUnits.end() || power > 24) return std::nullopt;
    power += unit->power;
    text.remove_prefix(unit->text.size());
  }
  return power;
}

std::optional<int> SuffixPower(std::string_view text) {
  if (text.empty()) return 0;
  const std::string folded = FoldName(text);
  for (const Suffix& s : kSuffixes) {
    if (folded == s.text) return s.power;
  }
  return HanPower(folded);
}

// ---- days ------------------------------------------------------------------------------------

CivilDay After(CivilDay day) { return day == kLastDay ? kLastDay : AddDays(day, 1); }

CivilDay Day(int64_t days_since_epoch) {
  return CivilFromDays(std::clamp(days_since_epoch, DaysSinceEpoch(kFirstDay), DaysSinceEpoch(kLastDay)));
}

// The whole months from `first` on; `first` is the first of a month.
DayRange Months(CivilDay first, int count) {
  const int64_t last = int64_t(first.year) * 12 + first.month - 1 + count;
  return {first, last > 9999 * 12 + 11 ? kLastDay : CivilDay{int32_t(last / 12), uint8_t(last % 12 + 1), 1}};
}

std::optional<int> Number(std::string_view text, size_t digits_min, size_t digits_max) {
  if (text.size() < digits_min || text.size() > digits_max || !std::all_of(text.begin(), text.end(), IsDigit))
    return std::nullopt;
  int value = 0;
  for (const char c : text) value = value * 10 + (c - '0');
  return value;
}

// "2025", "2025-08", "2025-Q3", "2025-H1", "2025-08-22", "2025-08-22T10:00:00Z".
std::optional<DayRange> CalendarDays(std::string_view text) {
  const auto year = Number(text.substr(0, 4), 4, 4);
  if (!year || *year < 1 || *year > 9999) return std::nullopt;
  if (text.size() == 4) return Months({*year, 1, 1}, 12);
  if (text[4] != '-') return std::nullopt;
  const std::string_view rest = text.substr(5);
  if (rest.size() == 2 && (rest[0] == 'q' || rest[0] == 'h') && IsDigit(rest[1])) {
    const int parts = rest[0] == 'q' ? 4 : 2, part = rest[1] - '0', months = 12 / parts;
    if (part < 1 || part > parts) return std::nullopt;
    return Months({*year, uint8_t((part - 1) * months + 1), 1}, months);
  }
  if (const auto month = Number(rest, 2, 2)) {
    if (*month < 1 || *month > 12) return std::nullopt;
    return Months({*year, uint8_t(*month), 1}, 1);
  }
  if (rest.size() > 5 && rest[5] != 't') return std::nullopt;
  const auto day = ParseDay(text.substr(0, 10));
  if (!day) return std::nullopt;
  std::string upper(text);
  std::transform(upper.begin(), upper.end(), upper.begin(),
                 [](char c) { return c >= 'a' && c <= 'z' ? char(c - 32) : c; });
  if (rest.size() > 5 && !ParseIsoTimestamp(upper)) return std::nullopt;
  return DayRange{*day, After(*day)};
}

// "7d", "24h", "2w", "6m", "1y": back from now, today included.
std::optional<DayRange> LookBack(std::string_view text, Instant now) {
  if (text.size() < 2) return std::nullopt;
  const auto count = Number(text.substr(0, text.size() - 1), 1, 5);
  if (!count) return std::nullopt;
  const CivilDay today = DayOf(now);
  const int64_t days = DaysSinceEpoch(today);
  const int64_t months = int64_t(today.year) * 12 + today.month - 13;  // since January of year 1
  switch (text.back()) {
    case 'h': return DayRange{DayOf({now.seconds - int64_t(*count) * 3600}), After(today)};
    case 'd': return DayRange{Day(days - *count), After(today)};
    case 'w': return DayRange{Day(days - 7 * int64_t(*count)), After(today)};
    case 'm': return DayRange{*count > months ? kFirstDay : AddMonths(today, -*count), After(today)};
    case 'y':
      return DayRange{*count * int64_t(12) > months ? kFirstDay : AddMonths(today, -12 * int64_t(*count)),
                      After(today)};
    default: return std::nullopt;
  }
}

// The week, month, quarter or year that holds `day`.
std::optional<DayRange> Around(std::string_view unit, CivilDay day) {
  if (unit == "week") {
    const int64_t monday = DaysSinceEpoch(day) - Weekday(day);
    return DayRange{Day(monday), Day(monday + 7)};
  }
  if (unit == "month") return Months({day.year, day.month, 1}, 1);
  if (unit == "quarter") return Months({day.year, uint8_t((day.month - 1) / 3 * 3 + 1), 1}, 3);
  if (unit == "year") return Months({day.year, 1, 1}, 12);
  return std::nullopt;
}

std::optional<DayRange> NamedDays(std::string_view text, Instant now) {
  const CivilDay today = DayOf(now);
  const int64_t days = DaysSinceEpoch(today);
  if (text == "today") return DayRange{today, After(today)};
  if (text == "yesterday") return DayRange{Day(days - 1), today};
  if (text.starts_with("this-")) return Around(text.substr(5), today);
  if (!text.starts_with("last-")) return std::nullopt;
  const auto current = Around(text.substr(5), today);
  if (!current) return std::nullopt;
  return Around(text.substr(5), Day(DaysSinceEpoch(current->first) - 1));
}

std::optional<DayRange> OneDayExpression(std::string_view text, Instant now) {
  if (auto named = NamedDays(text, now)) return named;
  if (auto back = LookBack(text, now)) return back;
  return CalendarDays(text);
}

}  // namespace

std::optional<Decimal> ParseQueryAmount(std::string_view text) {
  size_t digits = 0;
  while (digits < text.size() && (IsDigit(text[digits]) || text[digits] == '.' || text[digits] == ',')) ++digits;
  if (digits == 0 || !IsDigit(text[0])) return std::nullopt;
  const auto plain = WithoutGrouping(text.substr(0, digits));
  const auto power = SuffixPower(text.substr(digits));
  if (!plain || !power) return std::nullopt;
  const auto value = Decimal::Parse(*plain);
  return value ? ScaleByPowerOfTen(*value, *power) : std::nullopt;
}

std::optional<Decimal> ParseQueryPercent(std::string_view text) {
  if (text.ends_with('%')) text.remove_suffix(1);
  if (text.empty() || !IsDigit(text[0])) return std::nullopt;
  return Decimal::Parse(text);
}

std::optional<DayRange> ParseQueryDays(std::string_view text, Instant now) {
  const std::string folded = FoldName(text);
  const std::string_view all = folded;
  const size_t dots = all.find("..");
  if (dots == std::string_view::npos) return OneDayExpression(all, now);
  const std::string_view from = all.substr(0, dots), to = all.substr(dots + 2);
  if (from.empty() && to.empty()) return std::nullopt;
  DayRange range{kFirstDay, kLastDay};
  if (!from.empty()) {
    const auto begin = OneDayExpression(from, now);
    if (!begin) return std::nullopt;
    range.first = begin->first;
  }
  if (!to.empty()) {
    const auto end = OneDayExpression(to, now);
    if (!end) return std::nullopt;
    range.after = end->after;
  }
  if (range.after < range.first) return std::nullopt;
  return range;
}

DayRange ApplyOp(QueryOp op, DayRange days) {
  switch (op) {
    case QueryOp::kIs: return days;
    case QueryOp::kAtLeast: return {days.first, kLastDay};
    case QueryOp::kAtMost: return {kFirstDay, days.after};
    case QueryOp::kMore: return {days.after, kLastDay};
    case QueryOp::kLess: return {kFirstDay, days.first};
  }
  return days;
}

}  // namespace tocsin
