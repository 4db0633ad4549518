#include "nlp/dates/date_parts.h"

#include <algorithm>
#include <cstdlib>

#include "nlp/names/holidays.h"

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
  if (!known_) {
    if (month < 1 || month > 12 || day < 1 || day > DaysInMonth(2024, month)) return std::nullopt;
    DatePart p = Unresolved(Precision::kDay);
    p.open_month = uint8_t(month);
    p.open_day = uint8_t(day);
    return p;
  }
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
  if (!known_) {
    DatePart p = Unresolved(Precision::kMonth);
    p.open_month = uint8_t(month);
    return p;
  }
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
  DatePart p = DayOffset(days);
  p.weekday = true;
  return p;
}

DatePart DateAnchor::WeekdayAhead(int weekday) const {
  if (!known_) return Unresolved(Precision::kDay);
  const int days = (weekday - 1 - Weekday(day_) + 7) % 7;
  return DayOffset(days == 0 ? 7 : days);
}

DatePart DateAnchor::DayOffset(int days) const {
  if (!known_) return Unresolved(Precision::kDay);
  const CivilDay d = AddDays(day_, days);
  DatePart p = Make(d, AddDays(d, 1), Precision::kDay);
  p.relative = true;
  return p;
}

namespace {

// `count` units after a day; not valid when it leaves the calendar.
CivilDay Moved(CivilDay d, TimeUnit unit, int count) {
  switch (unit) {
    case TimeUnit::kDay: return AddDays(d, count);
    case TimeUnit::kWeek: return AddDays(d, int64_t{count} * 7);
    case TimeUnit::kMonth: return AddMonths(d, count);
    case TimeUnit::kQuarter: return AddMonths(d, int64_t{count} * 3);
    case TimeUnit::kHalf: return AddMonths(d, int64_t{count} * 6);
    case TimeUnit::kYear: return AddMonths(d, int64_t{count} * 12);
    case TimeUnit::kDecade: return AddMonths(d, int64_t{count} * 120);
    default: return CivilDay{0, 0, 0};
  }
}

bool Within(CivilDay d) { return IsValid(d) && d.year > 1 && d.year < 9998; }

}  // namespace

DatePart DateAnchor::Ago(TimeUnit unit, int count) const {
  return known_ ? Shift(DayOffset(0), unit, count) : Unresolved(Precision::kDay);
}

DatePart DateAnchor::Shift(const DatePart& origin, TimeUnit unit, int count) const {
  if (!origin.resolved) return Unresolved(Precision::kDay);
  const CivilDay d = Moved(origin.first, unit, count);
  if (!Within(d)) return Unresolved(Precision::kDay);
  DatePart p = Make(d, AddDays(d, 1), Precision::kDay);
  p.relative = origin.relative;
  p.year_given = true;
  return p;
}

DatePart DateAnchor::Span(TimeUnit unit, int count, bool future, bool from_today) const {
  if (!known_) return Unresolved(Precision::kUnknown);
  DatePart p;
  if (unit == TimeUnit::kQuarter) {
    const DatePart first = Period(unit, future ? 1 : -count), last = Period(unit, future ? count : -1);
    p = Make(first.first, last.after, Precision::kUnknown);
  } else {
    const CivilDay from = future && !from_today ? AddDays(day_, 1) : day_;
    const CivilDay edge = Moved(from, unit, future ? count : -count);
    if (!Within(edge)) return Unresolved(Precision::kUnknown);
    p = future ? Make(from, edge, Precision::kUnknown) : Make(edge, day_, Precision::kUnknown);
  }
  p.relative = true;
  return p;
}

DatePart DateAnchor::Days(const DatePart& first, int days) const {
  DatePart p = first;
  p.precision = Precision::kUnknown;
  if (p.resolved) p.after = AddDays(p.first, days);
  return p;
}

DatePart DateAnchor::Between(CivilDay first, CivilDay after) const {
  DatePart p = Make(first, after, Precision::kUnknown);
  p.resolved = p.resolved && first < after;
  p.relative = true;
  return p;
}

DatePart DateAnchor::WeekAround(const DatePart& day) const {
  const CivilDay monday = AddDays(day.first, -Weekday(day.first));
  DatePart p = Make(monday, AddDays(monday, 7), Precision::kWeek);
  p.relative = day.relative;
  return p;
}

DatePart DateAnchor::WeekendAround(const DatePart& day) const {
  const int weekday = Weekday(day.first);
  CivilDay first = day.first;
  if (weekday == 0) first = AddDays(first, -2);
  if (weekday == 6) first = AddDays(first, -1);
  DatePart p = Make(first, AddDays(first, weekday == 0 || weekday == 4 ? 3 : 2), Precision::kUnknown);
  p.relative = day.relative;
  return p;
}

DatePart DateAnchor::Years(int first, int count) const {
  DatePart p = Make(FirstOfMonth(first, 1), FirstOfMonth(first + count, 1), Precision::kUnknown);
  p.year_given = true;
  return p;
}

DatePart DateAnchor::Century(int number) const {
  DatePart p = Make(FirstOfMonth((number - 1) * 100, 1), FirstOfMonth(number * 100, 1), Precision::kUnknown);
  p.year_given = true;
  return p;
}

std::optional<DatePart> DateAnchor::NthOf(const DatePart& period, TimeUnit unit, int nth, int count) const {
  if (!period.resolved) {
    if (unit == TimeUnit::kHour || unit == TimeUnit::kMinute || unit == TimeUnit::kSecond) return std::nullopt;
    return Unresolved(Precision::kUnknown);
  }
  CivilDay first = period.first, after;
  if (unit == TimeUnit::kWeek) {
    const auto monday_of = [](CivilDay d, int days_to_thursday) { return AddDays(d, days_to_thursday - 3); };
    if (nth > 0) {
      first = monday_of(first, (3 - Weekday(first) + 7) % 7);
      first = AddDays(first, int64_t{nth - 1} * 7);
      after = AddDays(first, int64_t{count} * 7);
    } else {
      const CivilDay last = AddDays(period.after, -1);
      after = AddDays(monday_of(last, -((Weekday(last) - 3 + 7) % 7)), 7);
      first = AddDays(after, int64_t{count} * -7);
    }
  } else if (nth > 0) {
    first = Moved(first, unit, nth - 1);
    after = Within(first) ? Moved(first, unit, count) : CivilDay{0, 0, 0};
  } else {
    after = period.after;
    first = Moved(after, unit, -count);
  }
  if (!Within(first) || !Within(after) || period.after <= first || first >= after) return std::nullopt;
  if (unit != TimeUnit::kWeek && (period.after < after || first < period.first)) return std::nullopt;
  const Precision one = unit == TimeUnit::kWeek      ? Precision::kWeek
                        : unit == TimeUnit::kMonth   ? Precision::kMonth
                        : unit == TimeUnit::kQuarter ? Precision::kQuarter
                        : unit == TimeUnit::kDay     ? Precision::kDay
                                                     : Precision::kUnknown;
  DatePart p = Make(first, after, count == 1 ? one : Precision::kUnknown);
  p.relative = period.relative;
  p.year_given = period.year_given;
  return p;
}

std::optional<DatePart> DateAnchor::DayWithWeekday(int day, int weekday) const {
  if (!known_) return Unresolved(Precision::kDay);
  std::optional<DatePart> best;
  int64_t distance = 0;
  for (int months = -14; months <= 14; ++months) {
    const CivilDay month = AddMonths({day_.year, day_.month, 1}, months);
    const auto p = Day(month.year, month.month, day);
    if (!p || Weekday(p->first) + 1 != weekday) continue;
    const int64_t away = std::abs(DaysSinceEpoch(p->first) - DaysSinceEpoch(day_));
    if (!best || away < distance) best = p, distance = away;
  }
  if (best) best->relative = true;
  return best;
}

std::optional<DatePart> DateAnchor::HolidayNear(uint8_t holiday, int step, bool stepped, bool future) const {
  const CivilDay this_year = HolidayIn(holiday, day_.year);
  CivilDay d = this_year;
  if (stepped && step != 0) {
    if (step < 0 && day_ <= d) d = HolidayIn(holiday, day_.year - 1);
    if (step > 0 && d <= day_) d = HolidayIn(holiday, day_.year + 1);
  } else if (!stepped) {
    if (d < day_ && future) d = HolidayIn(holiday, day_.year + 1);
    // A day that is far ahead and not spoken of as coming is last year's.
    if (!future && DaysSinceEpoch(d) - DaysSinceEpoch(day_) > 183) d = HolidayIn(holiday, day_.year - 1);
  }
  auto p = Day(d);
  if (p) p->relative = true;
  return p;
}

namespace {

void TakeYear(DatePart& part, int year) {
  if (!part.resolved) return;
  const int64_t months = int64_t{year - part.first.year} * 12;
  part.first = AddMonths(part.first, months);
  part.after = AddMonths(part.after, months);
}

CivilDay MiddleOf(const DatePart& p) {
  return AddDays(p.first, (DaysSinceEpoch(p.after) - DaysSinceEpoch(p.first)) / 2);
}

// Where a stretch begins, or ends, at an edge of a period.
CivilDay BeginOf(const DatePart& p) {
  return p.edge == DateEdge::kEnd ? p.after : p.edge == DateEdge::kMiddle ? MiddleOf(p) : p.first;
}
CivilDay EndOf(const DatePart& p) {
  return p.edge == DateEdge::kStart ? p.first : p.edge == DateEdge::kMiddle ? MiddleOf(p) : p.after;
}

// Gives the part without a year that of the other; a stretch over New Year begins the year before or ends after.
void ShareYear(DatePart& first, DatePart& last, const DateAnchor& anchor) {
  if (last.year_given && !first.year_given) {
    TakeYear(first, last.first.year);
    if (last.after <= first.first) TakeYear(first, last.first.year - 1);
    return;
  }
  if (last.year_given) return;
  if (first.year_given) {
    TakeYear(last, first.first.year);
    if (last.after <= first.first) TakeYear(last, first.first.year + 1);
    return;
  }
  // Both are open: no longer than a year, and around today rather than beside it.
  if (AddMonths(first.first, 12) <= last.first) TakeYear(last, last.first.year - 1);
  if (first.first < last.after) return;
  const int year = first.first.year;
  TakeYear(first, last.first.year);
  if (last.after <= first.first) TakeYear(first, last.first.year - 1);
  if (anchor.day() < last.after) return;
  TakeYear(first, year);
  TakeYear(last, year);
  if (last.after <= first.first) TakeYear(last, year + 1);
}

}  // namespace

namespace {

// A date without a year takes that of the one it is joined with, where there is no day of publication to tell.
void CloseWith(DatePart& open, const DatePart& other, const DateAnchor& anchor) {
  if (open.resolved || open.open_month == 0 || !other.resolved || !other.year_given) return;
  auto p = open.open_day != 0 ? anchor.Day(other.first.year, open.open_month, open.open_day)
                              : std::optional(anchor.Month(other.first.year, open.open_month));
  if (!p) return;
  p->begin = open.begin;
  p->end = open.end;
  p->year_given = false;
  open = *p;
}

}  // namespace

bool JoinDates(DatePart& first, DatePart last, const DateAnchor& anchor) {
  DatePart p = first;
  CloseWith(p, last, anchor);
  CloseWith(last, p, anchor);
  p.resolved = p.resolved && last.resolved;
  if (p.resolved) {
    if (last.weekday && last.first <= p.first) {
      const int64_t days = DaysSinceEpoch(p.first) - DaysSinceEpoch(last.first);
      last.first = AddDays(last.first, days / 7 * 7 + 7);
      last.after = AddDays(last.first, 1);
    }
    ShareYear(p, last, anchor);
    p.first = BeginOf(p);
    p.after = EndOf(last);
    if (!IsValid(p.first) || !IsValid(p.after) || p.after <= p.first) return false;
  }
  p.end = last.end;
  p.precision = Precision::kUnknown;
  p.relative = p.relative || last.relative;
  p.qualifier = Qualifier::kExact;
  p.edge = DateEdge::kNone;
  p.year_given = true;
  first = p;
  return true;
}

std::string IntervalText(CivilDay first, CivilDay after) {
  std::string out = FormatDay(first);
  out.reserve(2 * out.size() + 1);
  out += '/';
  out += FormatDay(after);
  return out;
}

}  // namespace tocsin
