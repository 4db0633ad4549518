// English dates that count from the day of publication: "last Tuesday", "the past three years", "two weeks ago",
// "Tuesday of next week", "by the end of this month".
#include <cstdlib>

#include "nlp/dates/english.h"
#include "nlp/names/holidays.h"
#include "nlp/text/cursor.h"

namespace tocsin::english {
namespace {

bool DatableUnit(TimeUnit unit) {
  return unit != TimeUnit::kNone && unit != TimeUnit::kHour && unit != TimeUnit::kMinute && unit != TimeUnit::kSecond;
}

Found WeekendOf(const Reader& r, int week, size_t begin, size_t end) {
  return Spanning(r.anchor.Days(r.anchor.WeekdayOfWeek(6, week), 2), begin, end);
}

// "week of April 10th": the week that holds the day.
Found WeekOf(const Reader& r, size_t pos, size_t at) {
  if (r.nested || !SkipWord(r.text, at, "of")) return std::nullopt;
  const Found day = ReadPoint({r.text, r.anchor, r.joined, false, true}, at);
  if (!day || day->precision != Precision::kDay) return std::nullopt;
  if (!day->resolved) return Spanning(r.anchor.Unresolved(Precision::kWeek), pos, day->end);
  return Spanning(r.anchor.WeekAround(*day), pos, day->end);
}

// "last June", "this May", "next march".
Found StepMonth(const Reader& r, size_t begin, size_t at, int step) {
  const Piece month = MonthAt(r.text, at, step != 0);
  if (month.value == 0 || ByteAt(r.text, month.end) == '\'') return std::nullopt;
  if (!r.anchor.known()) return Spanning(r.anchor.Unresolved(Precision::kMonth), begin, month.end);
  const int now = r.anchor.day().month;
  int year = r.anchor.day().year;
  if (step < 0 && month.value >= now) --year;
  if (step > 0 && month.value <= now) ++year;
  DatePart p = r.anchor.Month(year, month.value);
  p.relative = true;
  return Spanning(p, begin, month.end);
}

// "this 5/12", "next 5/12".
Found StepNumeric(const Reader& r, size_t begin, size_t at, int step) {
  if (!IsAsciiDigit(ByteAt(r.text, at))) return std::nullopt;
  const SmallNumber month = ReadSmallNumber(r.text, at);
  if (ByteAt(r.text, month.end) != '/') return std::nullopt;
  const SmallNumber day = ReadSmallNumber(r.text, month.end + 1);
  if (day.value < 0 || WordCharAt(r.text, day.end) || ByteAt(r.text, day.end) == '/' || !r.anchor.known())
    return std::nullopt;
  const CivilDay today = r.anchor.day();
  Found p = r.anchor.Day(today.year, month.value, day.value);
  if (p && step > 0 && p->first <= today) p = r.anchor.Day(today.year + 1, month.value, day.value);
  if (p && step < 0 && p->first >= today) p = r.anchor.Day(today.year - 1, month.value, day.value);
  if (p) p->relative = true;
  return Spanning(p, begin, day.end);
}

// "week", "week Monday", "week - Monday", "quarter", "weekend" behind a step.
Found StepUnit(const Reader& r, size_t begin, size_t at, int step) {
  const std::string_view word = LettersAt(r.text, at);
  const size_t word_end = at + word.size();
  const Folded folded(word);
  if (folded.view() == "weekend" && !WordCharAt(r.text, word_end)) return WeekendOf(r, step, begin, word_end);
  if (folded.view() == "workweek" && !WordCharAt(r.text, word_end))
    return Spanning(r.anchor.Days(r.anchor.WeekdayOfWeek(1, step), 5), begin, word_end);
  const UnitPiece unit = UnitAt(r.text, at);
  if (!DatableUnit(unit.unit) || unit.plural) return std::nullopt;
  if (unit.times != 1) return Spanning(r.anchor.Days(r.anchor.WeekdayOfWeek(1, step * 2), 14), begin, unit.end);
  if (unit.unit == TimeUnit::kWeek) {
    size_t day = SkipBlanks(r.text, unit.end);
    if (ByteAt(r.text, day) == '-') day = SkipBlanks(r.text, day + 1);
    const std::string_view name = LettersAt(r.text, day);
    if (const int weekday = day == unit.end || name.size() < 6 ? 0 : WeekdayOfName(name); weekday != 0)
      return Spanning(r.anchor.WeekdayOfWeek(weekday, step), begin, day + name.size());
  }
  // "the last quarter of the match".
  if (unit.unit == TimeUnit::kQuarter && WordAt(r.text, SkipBlanks(r.text, unit.end), "of")) return std::nullopt;
  // "over the next decade" is ten years from now; "this decade" has a name.
  if (unit.unit == TimeUnit::kDecade && step != 0)
    return Spanning(r.anchor.Span(TimeUnit::kYear, 10, step > 0, false), begin, unit.end);
  return Spanning(r.anchor.Period(unit.unit, step), begin, unit.end);
}

// "last night", "this morning".
Found StepPartOfDay(const Reader& r, size_t begin, size_t at, int step) {
  struct Row {
    std::string_view word;
    PartOfDay part;
  };
  static constexpr Row kRows[] = {{"morning", PartOfDay::kMorning},
                                  {"afternoon", PartOfDay::kAfternoon},
                                  {"evening", PartOfDay::kEvening},
                                  {"night", PartOfDay::kNight}};
  for (const Row& row : kRows) {
    if (!WordAt(r.text, at, row.word)) continue;
    if (step > 0 || (step < 0 && row.part != PartOfDay::kNight)) return std::nullopt;
    DatePart p = r.anchor.DayOffset(step);
    p.part = row.part;
    return Spanning(p, begin, at + row.word.size());
  }
  return std::nullopt;
}

// "3 months", "couple weeks", "two quarters" behind a step.
Found StepCount(const Reader& r, size_t begin, size_t at, int step) {
  const Piece count = step == 0 ? Piece{} : CountAt(r.text, at);
  if (count.value == 0 || count.value > 200) return std::nullopt;
  const UnitPiece unit = UnitAt(r.text, count.end);
  if (!DatableUnit(unit.unit)) return std::nullopt;
  // "within the next year" begins today, "in the next three days" tomorrow.
  const bool within = Folded(WordBefore(r.text, begin)).view() == "within";
  return Spanning(r.anchor.Span(unit.unit, count.value * unit.times, step > 0, within), begin, unit.end);
}

}  // namespace

// "last week", "this month", "next Monday", "last June", "the past two years", "the last week of July".
Found StepFirst(const Reader& r, size_t pos, std::string_view word, int step) {
  size_t at = SkipBlanks(r.text, pos + word.size());
  if (at == pos + word.size()) return std::nullopt;
  if (step == 0) {  // "this coming Friday", "this past year"
    const std::string_view second = LettersAt(r.text, at);
    if (const auto other = StepOf(second); other && *other != 0) {
      step = *other;
      at = SkipBlanks(r.text, at + second.size());
    }
  }
  const bool last = step < 0 && Folded(word).view() == "last";
  if (last) {
    if (Found part = NthOfPeriod(r, pos, -1, at)) return part;
    if (Found day = NthWeekday(r, pos, -1, at)) return day;
  }
  if (Found unit = StepUnit(r, pos, at, step)) return unit;
  if (Found part = StepPartOfDay(r, pos, at, step)) return part;
  if (Found day = WeekdayFirst(r, pos, at, step)) return day;
  if (Found month = StepMonth(r, pos, at, step)) return month;
  if (Found day = StepNumeric(r, pos, at, step)) return day;
  if (Found day = HolidayFirst(r, pos, at, step)) return day;
  return StepCount(r, pos, at, step);
}

// ---- "two weeks ago", "3 days from now", "2 weeks before May 13" --------------------------------

namespace {

// The day that a count is taken from: "now", "today", or any day that can be read.
Found OriginAt(const Reader& r, size_t pos) {
  if (WordAt(r.text, pos, "now")) return Spanning(r.anchor.DayOffset(0), pos, pos + 3);
  size_t at = pos;
  SkipWord(r.text, at, "the");
  const Found day = ReadPoint({r.text, r.anchor, true, false, true}, at);
  return day && day->precision == Precision::kDay ? day : std::nullopt;
}

Found Shifted(const Reader& r, const DatePart& origin, const UnitPiece& unit, int count, size_t begin, size_t end) {
  return Spanning(r.anchor.Shift(origin, unit.unit, count * unit.times), begin, end);
}

}  // namespace

Found CountFirst(const Reader& r, size_t pos) {
  const Piece count = CountAt(r.text, pos);
  if (count.value == 0) return std::nullopt;
  const std::string_view word = LettersAt(r.text, count.end);
  if (const auto step = StepOf(word); step && *step != 0) {  // "5 upcoming years"
    const UnitPiece unit = UnitAt(r.text, SkipBlanks(r.text, count.end + word.size()));
    if (!DatableUnit(unit.unit) || count.value > 200 || count.value < 2 || !unit.plural) return std::nullopt;
    return Spanning(r.anchor.Span(unit.unit, count.value * unit.times, *step > 0, false), pos, unit.end);
  }
  size_t unit_at = count.end;
  if (ByteAt(r.text, unit_at) == '-') ++unit_at;
  const UnitPiece unit = UnitAt(r.text, unit_at);
  if (!DatableUnit(unit.unit)) return std::nullopt;
  size_t at = SkipBlanks(r.text, unit.end);
  const DatePart today = r.anchor.DayOffset(0);
  if (WordAt(r.text, at, "ago")) return Shifted(r, today, unit, -count.value, pos, at + 3);
  const bool from = SkipWord(r.text, at, "from") || SkipWord(r.text, at, "after");
  const bool before = !from && (SkipWord(r.text, at, "before") || SkipWord(r.text, at, "prior to"));
  if (from || before) {
    if (r.nested) return std::nullopt;
    Found origin = OriginAt(r, at);
    // "a week from Tuesday" counts from the coming one.
    if (origin && from && origin->weekday && origin->resolved && origin->first < r.anchor.day())
      *origin = Spanning(r.anchor.Shift(*origin, TimeUnit::kDay, 7), origin->begin, origin->end).value();
    return origin ? Shifted(r, *origin, unit, from ? count.value : -count.value, pos, origin->end) : std::nullopt;
  }
  // "will leave in two weeks": a day only where the clause looks ahead, else how long something took.
  const bool time = (ByteAt(r.text, unit.end) == '\'' || StartsWith(r.text, unit.end, "\u2019")) &&
                    r.text.substr(unit.end, 10).find("time") != std::string_view::npos;
  if (Folded(WordBefore(r.text, pos)).view() == "in" && (time || SpeaksOfFuture(r.text, pos)))
    return Shifted(r, today, unit, count.value, pos, unit.end);
  return std::nullopt;
}

// ---- weekdays ----------------------------------------------------------------------------------

namespace {

// "Tuesday of next week", "Monday of the following week".
Found OfWeek(const Reader& r, size_t begin, int weekday, size_t at) {
  SkipWord(r.text, at, "of");  // or "Monday next week"
  SkipWord(r.text, at, "the");
  const std::string_view word = LettersAt(r.text, at);
  const auto step = StepOf(word);
  if (!step) return std::nullopt;
  at = SkipBlanks(r.text, at + word.size());
  return WordAt(r.text, at, "week") ? Spanning(r.anchor.WeekdayOfWeek(weekday, *step), begin, at + 4) : std::nullopt;
}

// "Monday two weeks from now": that weekday of the week that is meant.
Found WeeksFromNow(const Reader& r, size_t begin, int weekday, size_t at) {
  const Piece count = r.nested ? Piece{} : CountAt(r.text, at);
  if (count.value == 0) return std::nullopt;
  const Found day = CountFirst(r, at);
  if (!day || day->precision != Precision::kDay || !day->resolved) return std::nullopt;
  return Spanning(r.anchor.Shift(r.anchor.WeekAround(*day), TimeUnit::kDay, weekday - 1), begin, day->end);
}

// "Thu 14th", "Wednesday the thirty-first": the nearest such day.
Found WeekdayAndDay(const Reader& r, size_t begin, int weekday, size_t at) {
  const bool the = SkipWord(r.text, at, "the");
  const Piece day = DayNumberAt(r.text, at);
  if (day.value == 0 || (!the && IsAsciiDigit(r.text[day.end - 1]))) return std::nullopt;
  return Spanning(r.anchor.DayWithWeekday(day.value, weekday), begin, day.end);
}

Found DateBehind(const Reader& r, size_t at) {
  Found date = MonthFirst(r, at);
  if (!date) date = DayFirst(r, at);
  if (!date) date = Numeric({r.text, r.anchor, true}, at, false);
  return date && date->precision == Precision::kDay ? date : std::nullopt;
}

}  // namespace

// "Friday", "last Tuesday" (with `begin` at "last"), "Friday, July 4", "Thu 14th".
Found WeekdayFirst(const Reader& r, size_t begin, size_t pos, std::optional<int> step) {
  const std::string_view word = LettersAt(r.text, pos);
  const DateLeadWord lead = FindDateLead(word);
  size_t end = pos + word.size();
  if (lead.kind != DateLead::kWeekday || WordCharAt(r.text, end)) return std::nullopt;
  const int weekday = lead.value;
  const bool short_name = word.size() < 6;
  if (short_name && !IsAsciiUpper(r.text[pos]) && AmbiguousCalendarWord(word)) return std::nullopt;  // "sat 3 exams"
  if (short_name && ByteAt(r.text, end) == '.') ++end;
  size_t at = SkipBlanks(r.text, end);
  if (ByteAt(r.text, at) == ',') at = SkipBlanks(r.text, at + 1);
  if (at != end) {
    if (const Found date = DateBehind(r, at)) return Spanning(date, begin, date->end);
    if (const Found date = WeekdayAndDay(r, begin, weekday, at)) return date;
  }
  // A short name alone is one only as "Tue." with a capital.
  if (short_name && (!IsAsciiUpper(r.text[pos]) || ByteAt(r.text, end - 1) != '.' || AmbiguousCalendarWord(word)))
    return std::nullopt;
  if (const Found date = OfWeek(r, begin, weekday, SkipBlanks(r.text, end))) return date;
  if (const Found date = WeeksFromNow(r, begin, weekday, at)) return date;
  if (step) {
    const bool coming = *step > 0 && Folded(LettersAt(r.text, begin)).view() != "next";
    return Spanning(coming ? r.anchor.WeekdayAhead(weekday) : r.anchor.WeekdayOfWeek(weekday, *step), begin, end);
  }
  if (WordAt(r.text, SkipBlanks(r.text, end), "is")) return std::nullopt;
  const Folded before(WordBefore(r.text, pos));
  if (before.view() == "every" || before.view() == "each") return std::nullopt;
  return Spanning(r.anchor.WeekdayNear(weekday, SpeaksOfFuture(r.text, pos)), begin, end);
}

// ---- "today", "the day after tomorrow", "the week after next" -----------------------------------

Found DayWordFirst(const Reader& r, size_t pos, std::string_view word, int offset) {
  DatePart p = r.anchor.DayOffset(offset);
  if (Folded(word).view() == "tonight") p.part = PartOfDay::kNight;
  return Spanning(p, pos, pos + word.size());
}

namespace {

// "for the year", "in the week.": the current one, where nothing behind it says which.
bool CurrentPeriod(std::string_view text, size_t pos, size_t end) {
  const size_t the = SkipBlanksBack(text, pos);
  if (the < 4 || !EndsWith(text, the, "the")) return false;
  const Folded before(WordBefore(text, the - 3));
  if (before.view() != "for" && before.view() != "in" && before.view() != "of" && before.view() != "during" &&
      before.view() != "over")
    return false;
  const size_t next = SkipBlanks(text, end);
  const char c = ByteAt(text, next);
  return next == text.size() || c == '.' || c == ',' || c == ';' || c == '\n' || c == '!' || c == '?' || c == ')';
}

}  // namespace

// "day before yesterday", "week after next", "week of April 10th", "week 3 of 2027", "year 2012", "the weekend".
Found UnitFirst(const Reader& r, size_t pos, std::string_view word) {
  const Folded f(word);
  const size_t end = pos + word.size();
  size_t at = SkipBlanks(r.text, end);
  const bool the = EndsWith(r.text, SkipBlanksBack(r.text, pos), "the");
  if (f.view() == "weekend" && WordAt(r.text, at, "of")) return std::nullopt;
  if (f.view() == "weekend") return the ? WeekendOf(r, SpeaksOfFuture(r.text, pos) ? 0 : -1, pos, end) : std::nullopt;
  if (f.view() == "fortnight") {
    const bool current = CurrentPeriod(r.text, pos, end);
    return current ? Spanning(r.anchor.Days(r.anchor.WeekdayOfWeek(1, 0), 14), pos, end) : std::nullopt;
  }
  if (f.view() == "year" && WordAt(r.text, end, "-end")) {  // "year-end", "year-end 2027"
    const Piece year = YearBehind(r.text, end + 4);
    DatePart p = year.value != 0 ? r.anchor.Year(year.value) : r.anchor.Period(TimeUnit::kYear, 0);
    p.qualifier = Qualifier::kLate;
    return Spanning(p, pos, year.value != 0 ? year.end : end + 4);
  }
  if (f.view() == "year" || f.view() == "years") {
    if (Found year = YearWordFirst(r, pos, word)) return year;
    if (WordAt(r.text, at, "to date") && r.anchor.known())
      return Spanning(r.anchor.Between(r.anchor.Period(TimeUnit::kYear, 0).first, r.anchor.day()), pos, at + 7);
  }
  if (f.view() == "day") {
    if (WordAt(r.text, at, "before yesterday")) return Spanning(r.anchor.DayOffset(-2), pos, at + 16);
    if (WordAt(r.text, at, "after tomorrow")) return Spanning(r.anchor.DayOffset(2), pos, at + 14);
  }
  const UnitPiece unit = UnitAt(r.text, pos);
  if (unit.plural || unit.unit == TimeUnit::kNone) return std::nullopt;
  if (the && WordAt(r.text, at, "after next")) return Spanning(r.anchor.Period(unit.unit, 2), pos, at + 10);
  if (the && WordAt(r.text, at, "before last")) return Spanning(r.anchor.Period(unit.unit, -2), pos, at + 11);
  if (unit.unit == TimeUnit::kWeek) {
    if (Found week = WeekOf(r, pos, at)) return week;
    const SmallNumber n = ReadSmallNumber(r.text, at);
    size_t of = SkipBlanks(r.text, n.end);
    if (n.value >= 1 && n.value <= 53 && n.end - at <= 2 && SkipWord(r.text, of, "of")) {
      const Found year = PeriodAt(r, of);
      if (year && year->precision == Precision::kYear)
        return Spanning(r.anchor.NthOf(*year, TimeUnit::kWeek, n.value, 1), pos, year->end);
    }
  }
  return CurrentPeriod(r.text, pos, end) ? Spanning(r.anchor.Period(unit.unit, 0), pos, end) : std::nullopt;
}

// "end of 2008", "beginning of March", "end of this month", "end of year": the period, narrowed in words.
Found EdgeFirst(const Reader& r, size_t pos, std::string_view word, int edge) {
  size_t at = SkipBlanks(r.text, pos + word.size());
  if (!SkipWord(r.text, at, "of")) return std::nullopt;
  Found period = PeriodAt(r, at);
  if (!period) {
    const UnitPiece unit = UnitAt(r.text, at);
    if (edge > 0 && !unit.plural &&
        (unit.unit == TimeUnit::kYear || unit.unit == TimeUnit::kMonth || unit.unit == TimeUnit::kWeek ||
         unit.unit == TimeUnit::kQuarter))
      period = Spanning(r.anchor.Period(unit.unit, 0), at, unit.end);
  }
  if (!period) {
    SkipWord(r.text, at, "the");
    if (FindDateLead(LettersAt(r.text, at)).kind != DateLead::kOrdinal) return std::nullopt;
    period = OrdinalFirst(r, at);
    if (!period || period->precision == Precision::kDay) return std::nullopt;
  }
  period->qualifier = edge > 0 ? Qualifier::kLate : edge < 0 ? Qualifier::kEarly : Qualifier::kMid;
  period->edge = edge > 0 ? DateEdge::kEnd : edge < 0 ? DateEdge::kStart : DateEdge::kMiddle;
  return Spanning(period, pos, period->end);
}

// "EOY", "EOM".
Found EndOfCurrent(const Reader& r, size_t pos, std::string_view word, char unit) {
  if (!IsAsciiUpper(word[0])) return std::nullopt;
  DatePart p = r.anchor.Period(unit == 'Y' ? TimeUnit::kYear : TimeUnit::kMonth, 0);
  p.qualifier = Qualifier::kLate;
  return Spanning(p, pos, pos + word.size());
}

// "Christmas", "Black Friday 2010", "last Easter", "Labor Day weekend".
Found HolidayFirst(const Reader& r, size_t begin, size_t pos, std::optional<int> step) {
  const HolidayName holiday = HolidayAt(r.text, pos);
  if (holiday.end == 0 || (FindDateLead(LettersAt(r.text, pos)).value != 0 && !IsAsciiUpper(r.text[pos])))
    return std::nullopt;
  size_t end = holiday.end;
  int year = 0;
  size_t at = SkipBlanks(r.text, end);
  size_t of = at;
  if (const Piece given = YearAt(r.text, at); at != end && given.value != 0) {
    year = given.value;
    end = given.end;
  } else if (SkipWord(r.text, of, "of") || SkipWord(r.text, of, "in")) {
    const Found period = PeriodAt(r, of);
    if (period && period->resolved && period->precision == Precision::kYear) {
      year = period->first.year;
      end = period->end;
    }
  }
  Found p;
  if (year != 0)
    p = r.anchor.Day(HolidayIn(holiday.id, year));
  else if (!r.anchor.known())
    p = r.anchor.Unresolved(Precision::kDay);
  else
    p = r.anchor.HolidayNear(holiday.id, step ? *step : 0, step.has_value(), SpeaksOfFuture(r.text, pos));
  at = SkipBlanks(r.text, end);
  if (p && at != end && WordAt(r.text, at, "weekend")) {
    end = at + 7;
    if (p->resolved) *p = r.anchor.WeekendAround(*p);
  }
  return Spanning(p, begin, end);
}

}  // namespace tocsin::english
