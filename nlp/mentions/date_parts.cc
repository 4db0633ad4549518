#include "nlp/mentions/date_parts.h"

namespace tocsin {
namespace {

constexpr int kSoonDays = 75;  // a day without a year that comes within these is the coming one

DatePart Make(CivilDay first, CivilDay after, Precision precision) {
  DatePart p;
  p.first = first;
  p.after = after;
  p.precision = precision;
  p.resolved = IsValid(first) && IsValid(after);
  return p;
}

CivilDay FirstOfMonth(int year, int month) { return {year, uint8_t(month), 1}; }

// Months since year 0, and back.
CivilDay MonthStart(int64_t months) { return FirstOfMonth(int(months / 12), int(months % 12) + 1); }

}  // namespace

DateAnchor::DateAnchor(const Timestamp& published)
    : known_(published.known() && published.precision >= Precision::kDay),
      has_time_(published.precision >= Precision::kMinute),
      day_(DayOf(published.at)),
      at_(published.at) {
  known_ = known_ && IsValid(day_) && day_.year > 1000 && day_.year < 9000;
}

DatePart DateAnchor::Unresolved(Precision precision) const {
  DatePart p;
  p.precision = precision;
  p.relative = true;
  return p;
}

DatePart DateAnchor::Year(int year) const {
  DatePart p = Make(FirstOfMonth(year, 1), FirstOfMonth(year + 1, 1), Precision::kYear);
  p.year_given = true;
  return p;
}

DatePart DateAnchor::Month(int year, int month) const {
  DatePart p = Make(FirstOfMonth(year, month), MonthStart(int64_t{year} * 12 + month), Precision::kMonth);
  p.year_given = true;
  return p;
}

DatePart DateAnchor::Quarter(int year, int quarter) const {
  const int64_t start = int64_t{year} * 12 + (quarter - 1) * 3;
  DatePart p = Make(MonthStart(start), MonthStart(start + 3), Precision::kQuarter);
  p.year_given = true;
  return p;
}

DatePart DateAnchor::Half(int year, int half) const {
  const int64_t start = int64_t{year} * 12 + (half - 1) * 6;
  DatePart p = Make(MonthStart(start), MonthStart(start + 6), Precision::kHalf);
  p.year_given = true;
  return p;
}

std::optional<DatePart> DateAnchor::Day(int year, int month, int day) const {
  if (month < 1 || month > 12 || day < 1 || day > 31) return std::nullopt;
  const CivilDay d{year, uint8_t(month), uint8_t(day)};
  if (!IsValid(d) || year >= 9999) return std::nullopt;
  DatePart p = Make(d, AddDays(d, 1), Precision::kDay);
  p.year_given = true;
  return p;
}

std::optional<DatePart> DateAnchor::DayNear(int month, int day, bool future) const {
  if (!known_) return day <= 31 ? std::optional(Unresolved(Precision::kDay)) : std::nullopt;
  std::optional<DatePart> past, next;
  for (int year = day_.year - 8; year <= day_.year + 8; ++year) {
    const auto p = Day(year, month, day);
    if (!p) continue;
    if (p->first <= day_)
      past = p;
    else if (!next)
      next = p;
  }
  std::optional<DatePart> best = past;
  const bool soon = next && DaysSinceEpoch(next->first) - DaysSinceEpoch(day_) <= kSoonDays;
  const bool today = past && past->first == day_;
  if (next && !today && (soon || future || !past)) best = next;
  if (best) best->year_given = false, best->relative = true;
  return best;
}

std::optional<DatePart> DateAnchor::MonthNear(int month, bool future) const {
  if (!known_) return Unresolved(Precision::kMonth);
  int year = day_.year;
  const int ahead = month - day_.month;
  if (ahead > 0 && !future && ahead > 3) --year;
  if (ahead < 0 && future) ++year;
  DatePart p = Month(year, month);
  p.year_given = false;
  p.relative = true;
  return p;
}

std::optional<DatePart> DateAnchor::QuarterNear(int quarter, bool future) const {
  if (!known_) return Unresolved(Precision::kQuarter);
  const int now = (day_.month - 1) / 3 + 1;
  const int year = quarter > now && !future ? day_.year - 1 : quarter < now && future ? day_.year + 1 : day_.year;
  DatePart p = Quarter(year, quarter);
  p.year_given = false;
  p.relative = true;
  return p;
}

std::optional<DatePart> DateAnchor::HalfNear(int half, bool future) const {
  if (!known_) return Unresolved(Precision::kHalf);
  const int now = day_.month <= 6 ? 1 : 2;
  DatePart p = Half(half < now && future ? day_.year + 1 : day_.year, half);
  p.year_given = false;
  p.relative = true;
  return p;
}

DatePart DateAnchor::Period(TimeUnit unit, int steps) const {
  DatePart p = Unresolved(Precision::kUnknown);
  if (!known_) return p;
  const int64_t month = int64_t{day_.year} * 12 + day_.month - 1;
  switch (unit) {
    case TimeUnit::kDay: p = DayOffset(steps); break;
    case TimeUnit::kWeek: {
      const CivilDay monday = AddDays(day_, steps * 7 - Weekday(day_));
      p = Make(monday, AddDays(monday, 7), Precision::kWeek);
      break;
    }
    case TimeUnit::kMonth: p = Make(MonthStart(month + steps), MonthStart(month + steps + 1), Precision::kMonth); break;
    case TimeUnit::kQuarter: {
      const int64_t start = (month / 3 + steps) * 3;
      p = Make(MonthStart(start), MonthStart(start + 3), Precision::kQuarter);
      break;
    }
    case TimeUnit::kYear: p = Year(day_.year + steps); break;
    case TimeUnit::kDecade: {
      const int start = (day_.year / 10 + steps) * 10;
      p = Make(FirstOfMonth(start, 1), FirstOfMonth(start + 10, 1), Precision::kUnknown);
      break;
    }
    default: break;
  }
  p.relative = true;
  return p;
}

DatePart DateAnchor::WeekdayOfWeek(int weekday, int weeks) const {
  if (!known_) return Unresolved(Precision::kDay);
  return DayOffset(weeks * 7 + weekday - 1 - Weekday(day_));
}

DatePart DateAnchor::WeekdayNear(int weekday, bool future) const {
  if (!known_) return Unresolved(Precision::kDay);
  int days = weekday - 1 - Weekday(day_);
  if (days > 0 && !future) days -= 7;
  if (days < 0 && future) days += 7;
  return DayOffset(days);
}

DatePart DateAnchor::DayOffset(int days) const {
  if (!known_) return Unresolved(Precision::kDay);
  const CivilDay d = AddDays(day_, days);
  DatePart p = Make(d, AddDays(d, 1), Precision::kDay);
  p.relative = true;
  return p;
}

DatePart DateAnchor::Ago(TimeUnit unit, int count) const {
  if (!known_) return Unresolved(Precision::kDay);
  CivilDay d = day_;
  switch (unit) {
    case TimeUnit::kDay: d = AddDays(d, count); break;
    case TimeUnit::kWeek: d = AddDays(d, int64_t{count} * 7); break;
    case TimeUnit::kMonth: d = AddMonths(d, count); break;
    case TimeUnit::kQuarter: d = AddMonths(d, int64_t{count} * 3); break;
    case TimeUnit::kYear: d = AddMonths(d, int64_t{count} * 12); break;
    case TimeUnit::kDecade: d = AddMonths(d, int64_t{count} * 120); break;
    default: return Unresolved(Precision::kDay);
  }
  if (!IsValid(d)) return Unresolved(Precision::kDay);
  DatePart p = Make(d, AddDays(d, 1), Precision::kDay);
  p.relative = true;
  return p;
}

DatePart DateAnchor::Span(TimeUnit unit, int count, bool future) const {
  DatePart edge = Ago(unit, future ? count : -count);
  if (!edge.resolved) return Unresolved(Precision::kUnknown);
  DatePart p = future ? Make(day_, edge.first, Precision::kUnknown) : Make(edge.first, day_, Precision::kUnknown);
  p.relative = true;
  return p;
}

void TakeYear(DatePart& part, int year) {
  if (!part.resolved || part.year_given) return;
  const int shift = year - part.first.year;
  const CivilDay first = AddMonths(part.first, int64_t{shift} * 12), after = AddMonths(part.after, int64_t{shift} * 12);
  part.first = first;
  part.after = after;
}

std::string IntervalText(CivilDay first, CivilDay after) { return FormatDay(first) + "/" + FormatDay(after); }

}  // namespace tocsin
