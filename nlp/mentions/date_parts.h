// Days and periods that a text may name, grounded on the day it was published.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "nlp/annotations.h"
#include "nlp/names/calendars.h"

namespace tocsin {

// One date expression: where it stands and which days it means, half-open.
struct DatePart {
  size_t begin = 0, end = 0;
  CivilDay first, after;
  Precision precision = Precision::kUnknown;  // kUnknown with resolved = a range
  bool resolved = false;
  bool relative = false;
  bool year_given = false;
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
  // `count` units back from today up to today, or from tomorrow on.
  DatePart Span(TimeUnit unit, int count, bool future) const;
  // The day that lies `count` units before or after today.
  DatePart Ago(TimeUnit unit, int count) const;
  DatePart DayOffset(int days) const;
  DatePart Unresolved(Precision precision) const;

 private:
  bool known_ = false, has_time_ = false;
  CivilDay day_;
  Instant at_;
};

// Moves a part without a year into that of its neighbour: "January to March 2025".
void TakeYear(DatePart& part, int year);

std::string IntervalText(CivilDay first, CivilDay after);

}  // namespace tocsin
