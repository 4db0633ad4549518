#include "ingest/base/time.h"

#include <date/date.h>
#include <fmt/format.h>

namespace tocsin {
namespace {

// Reads exactly `digits` decimal digits at `pos` and moves past them.
std::optional<int> Digits(std::string_view text, size_t& pos, size_t digits) {
  if (pos + digits > text.size()) return std::nullopt;
  int value = 0;
  for (size_t i = 0; i < digits; ++i) {
    const char c = text[pos + i];
    if (c < '0' || c > '9') return std::nullopt;
    value = value * 10 + (c - '0');
  }
  pos += digits;
  return value;
}

bool Take(std::string_view text, size_t& pos, char c) {
  if (pos >= text.size() || text[pos] != c) return false;
  ++pos;
  return true;
}

// "Z", "+08:00", "+0800", "+08" or nothing: seconds east of UTC.
std::optional<int> Zone(std::string_view text, size_t& pos) {
  if (pos == text.size()) return 0;
  if (Take(text, pos, 'Z') || Take(text, pos, 'z')) return 0;
  const char sign = text[pos];
  if (sign != '+' && sign != '-') return std::nullopt;
  ++pos;
  const auto hours = Digits(text, pos, 2);
  if (!hours || *hours > 23) return std::nullopt;
  int minutes = 0;
  if (pos < text.size()) {
    Take(text, pos, ':');
    const auto m = Digits(text, pos, 2);
    if (!m || *m > 59) return std::nullopt;
    minutes = *m;
  }
  const int seconds = *hours * 3600 + minutes * 60;
  return sign == '-' ? -seconds : seconds;
}

date::year_month_day Ymd(CivilDay day) { return date::year{day.year} / date::month{day.month} / date::day{day.day}; }

}  // namespace

bool IsValid(CivilDay day) { return day.year >= 1 && day.year <= 9999 && Ymd(day).ok(); }

int64_t DaysSinceEpoch(CivilDay day) { return date::sys_days{Ymd(day)}.time_since_epoch().count(); }

CivilDay CivilFromDays(int64_t days_since_epoch) {
  const date::year_month_day ymd{date::sys_days{date::days{days_since_epoch}}};
  return {int(ymd.year()), uint8_t(unsigned(ymd.month())), uint8_t(unsigned(ymd.day()))};
}

int Weekday(CivilDay day) { return int(date::weekday{date::sys_days{Ymd(day)}}.iso_encoding()) - 1; }

CivilDay DayOf(Instant at) {
  constexpr int64_t kDay = 86400;
  const int64_t days = at.seconds >= 0 ? at.seconds / kDay : -((-at.seconds + kDay - 1) / kDay);
  return CivilFromDays(days);
}

Instant StartOf(CivilDay day) { return {DaysSinceEpoch(day) * 86400}; }

CivilDay AddDays(CivilDay day, int64_t days) { return CivilFromDays(DaysSinceEpoch(day) + days); }

int DaysInMonth(int32_t year, int month) {
  const auto last = date::year{year} / date::month{unsigned(month)} / date::last;
  return int(unsigned(date::year_month_day{last}.day()));
}

CivilDay AddMonths(CivilDay day, int64_t months) {
  const int64_t count = int64_t{day.year} * 12 + (day.month - 1) + months;
  const auto year = int32_t(count >= 0 ? count / 12 : -((-count + 11) / 12));
  const int month = int(count - int64_t{year} * 12) + 1;
  const int last = DaysInMonth(year, month);
  return {year, uint8_t(month), uint8_t(day.day < last ? day.day : last)};
}

// Asked for every date of every text, so the years that have four digits are written by hand.
std::string FormatDay(CivilDay day) {
  if (day.year < 0 || day.year > 9999 || day.month > 99 || day.day > 99)
    return fmt::format("{:04}-{:02}-{:02}", day.year, day.month, day.day);
  std::string out = "0000-00-00";
  const auto put = [&](size_t at, uint32_t two_digits) {
    out[at] = char('0' + two_digits / 10);
    out[at + 1] = char('0' + two_digits % 10);
  };
  put(0, uint32_t(day.year) / 100);
  put(2, uint32_t(day.year) % 100);
  put(5, day.month);
  put(8, day.day);
  return out;
}

std::string FormatInstant(Instant at) {
  const CivilDay day = DayOf(at);
  const int64_t rest = at.seconds - StartOf(day).seconds;
  return fmt::format("{}T{:02}:{:02}:{:02}Z", FormatDay(day), rest / 3600, rest / 60 % 60, rest % 60);
}

std::string FormatTimestamp(const Timestamp& t) {
  const CivilDay day = DayOf(t.at);
  switch (t.precision) {
    case Precision::kUnknown: return "";
    case Precision::kYear:
    case Precision::kHalf: return fmt::format("{:04}", day.year);
    case Precision::kQuarter:
    case Precision::kMonth: return fmt::format("{:04}-{:02}", day.year, day.month);
    case Precision::kWeek:
    case Precision::kDay: return FormatDay(day);
    case Precision::kMinute:
    case Precision::kSecond: return FormatInstant(t.at);
  }
  return "";
}

std::optional<CivilDay> ParseDay(std::string_view text) {
  const auto parsed = ParseIsoTimestamp(text);
  if (!parsed || parsed->precision != Precision::kDay || text.size() != 10) return std::nullopt;
  return DayOf(parsed->at);
}

std::optional<Timestamp> ParseIsoTimestamp(std::string_view text) {
  size_t pos = 0;
  CivilDay day{1, 1, 1};
  const auto year = Digits(text, pos, 4);
  if (!year) return std::nullopt;
  day.year = *year;
  Precision precision = Precision::kYear;
  if (Take(text, pos, '-')) {
    const auto month = Digits(text, pos, 2);
    if (!month || *month < 1 || *month > 12) return std::nullopt;
    day.month = uint8_t(*month);
    precision = Precision::kMonth;
    if (Take(text, pos, '-')) {
      const auto d = Digits(text, pos, 2);
      if (!d || *d < 1 || *d > 31) return std::nullopt;
      day.day = uint8_t(*d);
      precision = Precision::kDay;
    }
  }
  if (!IsValid(day)) return std::nullopt;
  int64_t seconds = StartOf(day).seconds;
  if (pos == text.size()) return Timestamp{{seconds}, precision};
  if (precision != Precision::kDay) return std::nullopt;
  if (!Take(text, pos, 'T') && !Take(text, pos, 't') && !Take(text, pos, ' ')) return std::nullopt;
  const auto hour = Digits(text, pos, 2);
  if (!hour || *hour > 24 || !Take(text, pos, ':')) return std::nullopt;
  const auto minute = Digits(text, pos, 2);
  if (!minute || *minute > 59) return std::nullopt;
  if (*hour == 24 && *minute != 0) return std::nullopt;
  precision = Precision::kMinute;
  seconds += *hour * 3600 + *minute * 60;
  if (Take(text, pos, ':')) {
    const auto second = Digits(text, pos, 2);
    if (!second || *second > 60) return std::nullopt;
    seconds += *second == 60 ? 59 : *second;  // a leap second has no POSIX time of its own
    precision = Precision::kSecond;
    if (Take(text, pos, '.') || Take(text, pos, ',')) {
      const size_t fraction = pos;
      while (pos < text.size() && text[pos] >= '0' && text[pos] <= '9') ++pos;
      if (pos == fraction) return std::nullopt;
    }
  }
  const auto zone = Zone(text, pos);
  if (!zone || pos != text.size()) return std::nullopt;
  return Timestamp{{seconds - *zone}, precision};
}

}  // namespace tocsin
