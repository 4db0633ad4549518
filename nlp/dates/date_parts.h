// Days and periods that a text may name, grounded on the day it was published.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "nlp/annotations.h"
#include "nlp/names/calendars.h"

namespace tocsin {

// Which edge of a period a text names: "the end of 2008", where a range begins or ends with it.
enum class DateEdge : uint8_t { kNone, kStart, kMiddle, kEnd };

enum class PartOfDay : uint8_t { kNone, kMorning, kAfternoon, kEvening, kNight };

// One date expression: where it stands and which days it means, half-open.
struct DatePart {
  size_t begin = 0, end = 0;
  CivilDay first, after;
  Precision precision = Precision::kUnknown;  // kUnknown with resolved = a range
  bool resolved = false;
  bool relative = false;
  bool year_given = true;                // false: the nearest year that fits was taken, and a neighbour may know better
  uint8_t open_month = 0, open_day = 0;  // said without a year, and nothing to take one from: "May 4"
  bool weekday = false;                  // named by its weekday alone
  DateEdge edge = DateEdge::kNone;
  PartOfDay part = PartOfDay::kNone;  // "Tuesday morning"
  Qualifier qualifier = Qualifier::kExact;
};

// The publication day and what can be said relative to it. Without one, relative dates stay unresolved.
class DateAnchor {
 public:
  explicit DateAnchor(const Timestamp& published);
  bool known() const { return known_; }
  CivilDay day() const { return day_; }
  Instant at() const { return at_; }
  bool has_time() const { return has_time_; }

  DatePart Year(int year) const;
  DatePart Month(int year, int month) const;
  DatePart Quarter(int year, int quarter) const;
  DatePart Half(int year, int half) const;
  std::optional<DatePart> Day(int year, int month, int day) const;  // nullopt when it does not exist

  // The year is not said: the nearest one that fits, the past before the future unless `future`.
  std::optional<DatePart> MonthNear(int month, bool future) const;
  std::optional<DatePart> DayNear(int month, int day, bool future) const;
  std::optional<DatePart> QuarterNear(int quarter, bool future) const;
  std::optional<DatePart> HalfNear(int half, bool future) const;

  // The period of `unit` that lies `steps` after the current one: last week is -1, next year 1.
  DatePart Period(TimeUnit unit, int steps) const;
  // A weekday (1 = Monday) of the week that lies `weeks` after the current one.
  DatePart WeekdayOfWeek(int weekday, int weeks) const;
  // The last such weekday up to today, or the next one after.
  DatePart WeekdayNear(int weekday, bool future) const;
  // The next such weekday, never today.
  DatePart WeekdayAhead(int weekday) const;
  // `count` units back from today up to today, or ahead: from tomorrow on, or from today with `from_today`. Quarters
  // are whole ones.
  DatePart Span(TimeUnit unit, int count, bool future, bool from_today) const;
  // The day that lies `count` units before or after today, or after another day.
  DatePart Ago(TimeUnit unit, int count) const;
  DatePart Shift(const DatePart& origin, TimeUnit unit, int count) const;
  DatePart DayOffset(int days) const;
  // `days` days from a resolved day on.
  DatePart Days(const DatePart& first, int days) const;
  DatePart Between(CivilDay first, CivilDay after) const;
  DatePart WeekAround(const DatePart& day) const;     // of a resolved day, from Monday
  DatePart WeekendAround(const DatePart& day) const;  // of a Friday, Saturday, Sunday or Monday: with it
  DatePart Years(int first, int count) const;
  DatePart Decade(int year) const { return Years(year, 10); }
  DatePart Century(int number) const;
  std::optional<DatePart> Day(CivilDay day) const { return Day(day.year, day.month, day.day); }
  // The nth (from the end when negative) `count` units of a period. A week belongs where its Thursday is.
  std::optional<DatePart> NthOf(const DatePart& period, TimeUnit unit, int nth, int count) const;
  // The day of a month, near today, that is such a weekday.
  std::optional<DatePart> DayWithWeekday(int day, int weekday) const;
  // A holiday: with a step the last, this year's or the next one, else the nearest that fits.
  std::optional<DatePart> HolidayNear(uint8_t holiday, int step, bool stepped, bool future) const;
  DatePart Unresolved(Precision precision) const;

 private:
  bool known_ = false, has_time_ = false;
  CivilDay day_;
  Instant at_;
};

// Makes one stretch of two dates that a link joins: "January to March 2025", "next Monday to Friday", "the end of 2007
// to the end of 2008". False when they are no stretch; then `first` is untouched.
bool JoinDates(DatePart& first, DatePart last, const DateAnchor& anchor);

std::string IntervalText(CivilDay first, CivilDay after);

}  // namespace tocsin
