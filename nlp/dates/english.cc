// English dates that say which day or period they mean: "9 June 2025", "June 9-10", "the third quarter of 2025",
// "the 1990s", "mid-2027", "the last week of July". What is said relative to today is in english_relative.cc.
#include "nlp/dates/english.h"

#include "nlp/text/cursor.h"

namespace tocsin {
namespace english {

Found Spanning(Found part, size_t begin, size_t end) {
  if (part) part->begin = begin, part->end = end;
  return part;
}

namespace {

// "-" or "/" between the parts of "05-Aug-2016".
bool PartMarkAt(std::string_view text, size_t pos) { return ByteAt(text, pos) == '/' || ByteAt(text, pos) == '-'; }

Found DayOf(const Reader& r, int month, int day, Piece year, size_t pos) {
  if (year.value != 0) return r.anchor.Day(year.value, month, day);
  return r.anchor.DayNear(month, day, SpeaksOfFuture(r.text, pos));
}

Found DaysOf(const Reader& r, int month, int from, int to, Piece year, size_t pos) {
  const Found first = DayOf(r, month, from, year, pos), last = DayOf(r, month, to, year, pos);
  if (!first || !last || from >= to) return std::nullopt;
  DatePart p = *first;
  p.after = last->after;
  p.precision = Precision::kUnknown;
  p.resolved = first->resolved && last->resolved;
  p.year_given = true;
  return p;
}

// "Oct/2", "Jan-2019", "Aug-05-2016", "September-2020-23": the month's name is joined to digits.
Found MonthJoined(const Reader& r, size_t pos, Piece month) {
  if (!PartMarkAt(r.text, month.end)) return std::nullopt;
  const SmallNumber n = ReadSmallNumber(r.text, month.end + 1);
  if (n.value < 1) return std::nullopt;
  const bool more = PartMarkAt(r.text, n.end) && IsAsciiDigit(ByteAt(r.text, n.end + 1));
  const SmallNumber m = more ? ReadSmallNumber(r.text, n.end + 1) : SmallNumber{};
  const size_t width = n.end - month.end - 1;
  if (width == 4 && PlausibleYear(n.value)) {
    if (m.value >= 1 && m.value <= 31 && !WordCharAt(r.text, m.end))
      return Spanning(r.anchor.Day(n.value, month.value, m.value), pos, m.end);
    return more || WordCharAt(r.text, n.end) ? std::nullopt
                                             : Spanning(r.anchor.Month(n.value, month.value), pos, n.end);
  }
  if (width > 2 || n.value > 31 || WordCharAt(r.text, n.end)) return std::nullopt;
  if (m.end == n.end + 5 && PlausibleYear(m.value))
    return Spanning(r.anchor.Day(m.value, month.value, n.value), pos, m.end);
  if (more) return std::nullopt;
  if (r.text[month.end] == '-') {
    // "June 9-10" is no such date, "Sept-11" is.
    const Piece year = YearBehind(r.text, n.end);
    return Spanning(DayOf(r, month.value, n.value, year, pos), pos, year.value != 0 ? year.end : n.end);
  }
  return Spanning(DayOf(r, month.value, n.value, {}, pos), pos, n.end);
}

// "9, 2025", "9-10", "the 9th of 2025" behind a month.
Found MonthAndDay(const Reader& r, size_t pos, Piece month, bool sure) {
  size_t at = SkipBlanks(r.text, month.end);
  if (at == month.end) return std::nullopt;
  const bool the = SkipWord(r.text, at, "the");
  const Piece day = DayNumberAt(r.text, at, true);
  if (day.value == 0 || YearInWordsAt(r.text, at).value != 0) return std::nullopt;
  const bool ordinal = the || !IsAsciiDigit(r.text[day.end - 1]);
  if (const size_t link = RangeLinkAt(r.text, day.end, BetweenWordBefore(r.text, pos)); link != 0) {
    const Piece last = DayNumberAt(r.text, link);
    const bool next_month = MonthAt(r.text, SkipBlanks(r.text, last.end)).value != 0;
    if (last.value > day.value && !next_month) {
      const Piece year = YearBehind(r.text, last.end);
      if (sure || year.value != 0)
        return Spanning(DaysOf(r, month.value, day.value, last.value, year, pos), pos,
                        year.value != 0 ? year.end : last.end);
    }
  }
  const Piece year = YearBehind(r.text, day.end);
  if (!sure && !ordinal && year.value == 0) return std::nullopt;
  return Spanning(DayOf(r, month.value, day.value, year, pos), pos, year.value != 0 ? year.end : day.end);
}

// A month with nothing behind it needs a word before it: "in June", "mid-May". Not "April's", not "May said".
bool MonthStandsAlone(const Reader& r, size_t pos, Piece month) {
  if (ByteAt(r.text, month.end) == '\'' || StartsWith(r.text, month.end, "\u2019")) return false;
  const std::string_view word = LettersAt(r.text, pos);
  const bool capital = IsAsciiUpper(r.text[pos]);
  if (r.joined) return capital || MonthAt(r.text, pos).value != 0;
  size_t before = pos;
  if (EndsWith(r.text, SkipBlanksBack(r.text, pos), "the")) before = SkipBlanksBack(r.text, pos) - 3;
  const Folded lead(WordBefore(r.text, before));
  if (!capital && MonthAt(r.text, pos).value == 0)  // "in may", not "this may"
    return lead.view() == "in" || lead.view() == "since" || lead.view() == "until" || lead.view() == "between";
  if (PrepositionBefore(r.text, before)) return lead.view() != "to" || !AmbiguousCalendarWord(word);
  // "May to March", "Jan-Feb 2017".
  const size_t link = RangeLinkAt(r.text, month.end, false);
  return link != 0 && MonthAt(r.text, link).value != 0 && IsAsciiUpper(ByteAt(r.text, link)) == capital;
}

}  // namespace

bool BetweenWordBefore(std::string_view text, size_t pos) {
  const std::string_view word = WordBefore(text, pos);
  return word.size() == 7 && Folded(word).view() == "between";
}

// "July 1", "June 9-10, 2025", "March 2024", "Oct/2", "in June".
Found MonthFirst(const Reader& r, size_t pos) {
  const Piece month = MonthAt(r.text, pos, true);
  if (month.value == 0) return std::nullopt;
  const bool sure = MonthAt(r.text, pos).value != 0;
  if (Found date = MonthJoined(r, pos, month)) return date;
  if (Found date = MonthAndDay(r, pos, month, sure)) return date;
  if (const Piece year = YearBehind(r.text, month.end); year.value != 0)
    return Spanning(r.anchor.Month(year.value, month.value), pos, year.end);
  if (!MonthStandsAlone(r, pos, month)) return std::nullopt;
  return Spanning(r.anchor.MonthNear(month.value, SpeaksOfFuture(r.text, pos)), pos, month.end);
}

namespace {

// "05-Aug-2016", "23/Sep/2020", "23-2020-September".
Found DayJoined(const Reader& r, size_t pos, Piece day) {
  if (!PartMarkAt(r.text, day.end)) return std::nullopt;
  if (const Piece month = MonthAt(r.text, day.end + 1); month.value != 0) {
    const Piece year = PartMarkAt(r.text, month.end) ? YearAt(r.text, month.end + 1) : Piece{};
    return Spanning(DayOf(r, month.value, day.value, year, pos), pos, year.value != 0 ? year.end : month.end);
  }
  const SmallNumber year = ReadSmallNumber(r.text, day.end + 1);
  if (year.end != day.end + 5 || !PlausibleYear(year.value) || !PartMarkAt(r.text, year.end)) return std::nullopt;
  const Piece month = MonthAt(r.text, year.end + 1);
  return month.value == 0 ? std::nullopt : Spanning(r.anchor.Day(year.value, month.value, day.value), pos, month.end);
}

// "of next month", "in this month", "of the month" behind a day.
Found MonthOfDay(const Reader& r, size_t pos, Piece day, Piece last, size_t at) {
  if (!SkipWord(r.text, at, "of") && !SkipWord(r.text, at, "in")) return std::nullopt;
  const bool the = SkipWord(r.text, at, "the");
  int step = 0;
  const std::string_view word = LettersAt(r.text, at);
  if (const auto stepped = StepOf(word)) {
    step = *stepped;
    at = SkipBlanks(r.text, at + word.size());
  } else if (!the) {
    return std::nullopt;
  }
  if (!WordAt(r.text, at, "month")) return std::nullopt;
  const DatePart month = r.anchor.Period(TimeUnit::kMonth, step);
  const size_t end = at + 5;
  if (!month.resolved) return Spanning(r.anchor.Unresolved(Precision::kDay), pos, end);
  const Piece year{month.first.year, end};
  if (last.value != day.value)
    return Spanning(DaysOf(r, month.first.month, day.value, last.value, year, pos), pos, end);
  return Spanning(DayOf(r, month.first.month, day.value, year, pos), pos, end);
}

}  // namespace

// "9 June 2025", "2nd of August", "16-20 February 2026", "the 15th day of next month".
Found DayFirst(const Reader& r, size_t pos) {
  const Piece day = DayNumberAt(r.text, pos);
  if (day.value == 0) return std::nullopt;
  if (Found date = DayJoined(r, pos, day)) return date;
  Piece last = day;
  if (const size_t link = RangeLinkAt(r.text, day.end, BetweenWordBefore(r.text, pos)); link != 0) {
    size_t at = link;
    SkipWord(r.text, at, "the");
    if (const Piece second = DayNumberAt(r.text, at); second.value > day.value) last = second;
  }
  size_t at = SkipBlanks(r.text, last.end);
  if (at == last.end) return std::nullopt;
  const bool ordinal = !IsAsciiDigit(r.text[last.end - 1]);
  if (ordinal) SkipWord(r.text, at, "day");
  if (Found date = MonthOfDay(r, pos, day, last, at)) return date;
  const bool of = SkipWord(r.text, at, "of");
  const Piece month = MonthAt(r.text, at, true);
  if (month.value == 0) return std::nullopt;
  const Piece year = YearBehind(r.text, month.end);
  if (MonthAt(r.text, at).value == 0 && !(ordinal && of) && year.value == 0) return std::nullopt;  // "12 may"
  const size_t end = year.value != 0 ? year.end : month.end;
  if (last.value != day.value) return Spanning(DaysOf(r, month.value, day.value, last.value, year, pos), pos, end);
  return Spanning(DayOf(r, month.value, day.value, year, pos), pos, end);
}

// ---- parts of a period -------------------------------------------------------------------------

// "2021", "the year", "next year", "July", "July 2024", "this month".
Found PeriodAt(const Reader& r, size_t pos) {
  size_t at = pos;
  const bool the = SkipWord(r.text, at, "the");
  bool fiscal = false;
  for (std::string_view noun : WordList{"fiscal", "calendar", "financial", "year"}) {
    size_t next = at;
    if (SkipWord(r.text, next, noun) && (noun != "year" || YearAt(r.text, next).value != 0)) at = next, fiscal = true;
  }
  if (const Piece year = YearAt(r.text, at); year.value != 0) return Spanning(r.anchor.Year(year.value), pos, year.end);
  if (fiscal) return std::nullopt;
  const std::string_view word = LettersAt(r.text, at);
  int step = 0;
  const auto stepped = StepOf(word);
  if (stepped) {
    step = *stepped;
    at = SkipBlanks(r.text, at + word.size());
  }
  if (the || stepped) {
    const UnitPiece unit = UnitAt(r.text, at);
    if (unit.unit == TimeUnit::kYear || unit.unit == TimeUnit::kMonth || unit.unit == TimeUnit::kQuarter ||
        unit.unit == TimeUnit::kWeek || unit.unit == TimeUnit::kDecade)
      return unit.plural ? std::nullopt : Spanning(r.anchor.Period(unit.unit, step), pos, unit.end);
  }
  const Piece month = MonthAt(r.text, at, true);
  if (month.value == 0 || (stepped && MonthAt(r.text, at).value == 0)) return std::nullopt;
  if (const Piece year = YearBehind(r.text, month.end); year.value != 0)
    return Spanning(r.anchor.Month(year.value, month.value), pos, year.end);
  if (MonthAt(r.text, at).value == 0 || DayNumberAt(r.text, SkipBlanks(r.text, month.end)).value != 0)
    return std::nullopt;
  return Spanning(r.anchor.MonthNear(month.value, SpeaksOfFuture(r.text, pos)), pos, month.end);
}

// "week of July", "month of 2021", "2 weeks of 2021" behind "first", "third" or "last" (nth = -1).
Found NthOfPeriod(const Reader& r, size_t begin, int nth, size_t pos) {
  size_t at = pos;
  int count = 1;
  if (const Piece n = IsAsciiLetter(ByteAt(r.text, at)) && UnitAt(r.text, at).end != 0 ? Piece{} : CountAt(r.text, at);
      n.value != 0 && n.value <= 60) {
    count = n.value;
    at = n.end;
  }
  const UnitPiece unit = UnitAt(r.text, at);
  if (unit.unit == TimeUnit::kNone || unit.plural != (count > 1)) return std::nullopt;
  at = SkipBlanks(r.text, unit.end);
  if (at == unit.end || (!SkipWord(r.text, at, "of") && !SkipWord(r.text, at, "in"))) return std::nullopt;
  const Found period = PeriodAt(r, at);
  if (!period) return std::nullopt;
  return Spanning(r.anchor.NthOf(*period, unit.unit, nth, count * unit.times), begin, period->end);
}

// "quarter of 2025", "half of the year" behind an ordinal; `begin` is the ordinal.
Found PartOfYear(const Reader& r, size_t begin, int which, size_t pos) {
  const std::string_view word = LettersAt(r.text, pos);
  const Folded folded(word);
  const bool quarter = folded.view() == "quarter", half = folded.view() == "half";
  if ((!quarter && !half) || which < 1 || which > (quarter ? 4 : 2) || WordCharAt(r.text, pos + word.size()))
    return std::nullopt;
  size_t end = pos + word.size();
  const auto part = [&](int year) { return quarter ? r.anchor.Quarter(year, which) : r.anchor.Half(year, which); };
  if (const Piece year = YearBehind(r.text, end); year.value != 0) return Spanning(part(year.value), begin, year.end);
  size_t at = SkipBlanks(r.text, end);
  if (SkipWord(r.text, at, "of")) {
    const Found year = PeriodAt(r, at);
    if (year && year->precision == Precision::kYear) {
      if (!year->resolved) return Spanning(r.anchor.Unresolved(Precision::kQuarter), begin, year->end);
      DatePart p = part(year->first.year);
      p.relative = year->relative;
      return Spanning(p, begin, year->end);
    }
    if (half || year) return std::nullopt;  // "the first half of the match"
  } else if (half && (WordAt(r.text, at, "a") || WordAt(r.text, at, "an"))) {
    return std::nullopt;
  }
  const bool future = SpeaksOfFuture(r.text, begin);
  return Spanning(quarter ? r.anchor.QuarterNear(which, future) : r.anchor.HalfNear(which, future), begin, end);
}

// "Monday of October 2026" behind "third" or "last".
Found NthWeekday(const Reader& r, size_t begin, int nth, size_t pos) {
  const std::string_view word = LettersAt(r.text, pos);
  const DateLeadWord lead = FindDateLead(word);
  if (lead.kind != DateLead::kWeekday || word.size() < 6 || nth > 5) return std::nullopt;
  size_t at = SkipBlanks(r.text, pos + word.size());
  if (!SkipWord(r.text, at, "of") && !SkipWord(r.text, at, "in") && !StepOf(LettersAt(r.text, at))) return std::nullopt;
  const Found month = PeriodAt(r, at);
  if (!month || month->precision != Precision::kMonth) return std::nullopt;
  if (!month->resolved) return Spanning(r.anchor.Unresolved(Precision::kDay), begin, month->end);
  CivilDay day;
  if (nth > 0) {
    day = AddDays(month->first, (lead.value - 1 - Weekday(month->first) + 7) % 7 + (nth - 1) * 7);
  } else {
    const CivilDay last = AddDays(month->after, -1);
    day = AddDays(last, -((Weekday(last) + 1 - lead.value + 7) % 7));
  }
  return month->after <= day ? std::nullopt : Spanning(r.anchor.Day(day), begin, month->end);
}

// "on the 27th", where no noun follows that it could count.
Found DayAlone(const Reader& r, size_t pos, Piece day) {
  if (day.value > 31 || !IsAsciiDigit(r.text[pos])) return std::nullopt;
  const size_t the = SkipBlanksBack(r.text, pos);
  if (the < 4 || !EndsWith(r.text, the, "the") || Folded(WordBefore(r.text, the - 3)).view() != "on")
    return std::nullopt;
  const size_t next = SkipBlanks(r.text, day.end);
  const char c = ByteAt(r.text, next);
  if (next != r.text.size() && c != '.' && c != ',' && c != ';' && c != '\n' && c != '?' && c != '!')
    return std::nullopt;
  if (!r.anchor.known()) return Spanning(r.anchor.Unresolved(Precision::kDay), pos, day.end);
  const CivilDay today = r.anchor.day();
  const bool future = SpeaksOfFuture(r.text, pos);
  CivilDay month{today.year, today.month, 1};
  if (day.value > today.day && !future) month = AddMonths(month, -1);
  if (day.value < today.day && future) month = AddMonths(month, 1);
  Found p = r.anchor.Day(month.year, month.month, day.value);
  if (p) p->relative = true;
  return Spanning(p, pos, day.end);
}

// "first quarter", "third month of 2021", "15th century", "second of Aug".
Found OrdinalFirst(const Reader& r, size_t pos) {
  const Piece ordinal = OrdinalAt(r.text, pos);
  if (ordinal.value == 0) return DayFirst(r, pos);
  const size_t at = ByteAt(r.text, ordinal.end) == '-' ? ordinal.end + 1 : SkipBlanks(r.text, ordinal.end);
  if (at == ordinal.end) return DayAlone(r, pos, ordinal);
  if (WordAt(r.text, at, "century") && ordinal.value >= 10 && ordinal.value <= 30)
    return Spanning(r.anchor.Century(ordinal.value), pos, at + 7);
  if (Found part = PartOfYear(r, pos, ordinal.value, at)) return part;
  if (Found part = NthOfPeriod(r, pos, ordinal.value, at)) return part;
  if (Found day = NthWeekday(r, pos, ordinal.value, at)) return day;
  if (Found day = DayFirst(r, pos)) return day;
  return DayAlone(r, pos, ordinal);
}

// The year behind "Q3": " 2025", "-2019", "'25", " FY26", "25" with `glued`.
Piece YearOfPart(std::string_view text, size_t pos, bool glued) {
  if (const Piece year = YearBehind(text, pos); year.value != 0) return year;
  size_t at = SkipBlanks(text, pos);
  if (PartMarkAt(text, pos)) return YearAt(text, pos + 1);
  bool short_year = glued && at == pos;
  if (ByteAt(text, at) == '\'' || StartsWith(text, at, "\u2019")) {
    at += text[at] == '\'' ? 1 : 3;
    short_year = true;
  } else if (at != pos && StartsWith(text, at, "FY")) {
    at += 2;
    short_year = true;
  }
  const SmallNumber n = ReadSmallNumber(text, at);
  if (n.value < 0 || !NumberEnds(text, n.end)) return {};
  if (n.end == at + 4 && short_year && PlausibleYear(n.value)) return {n.value, n.end};
  return short_year && n.end == at + 2 ? Piece{2000 + n.value, n.end} : Piece{};
}

// "Q3", "Q3 2025", "q1-2019", "Q2'25", "H1 2026".
Found PartLetterFirst(const Reader& r, size_t pos, int most) {
  const char digit = ByteAt(r.text, pos + 1);
  if (digit < '1' || digit > '0' + most || WordCharAt(r.text, pos + 2)) return std::nullopt;
  const Piece year = YearOfPart(r.text, pos + 2, false);
  const int which = digit - '0';
  if (year.value != 0)
    return Spanning(most == 4 ? r.anchor.Quarter(year.value, which) : r.anchor.Half(year.value, which), pos, year.end);
  if (most != 4 || !IsAsciiUpper(r.text[pos])) return std::nullopt;
  return Spanning(r.anchor.QuarterNear(which, SpeaksOfFuture(r.text, pos)), pos, pos + 2);
}

// "3Q25", "3Q 2025", "1H26".
Found PartDigitFirst(const Reader& r, size_t pos) {
  const char letter = ByteAt(r.text, pos + 1);
  const int most = letter == 'Q' ? 4 : letter == 'H' ? 2 : 0;
  if (r.text[pos] < '1' || r.text[pos] > '0' + most) return std::nullopt;
  const Piece year = YearOfPart(r.text, pos + 2, true);
  const int which = r.text[pos] - '0';
  if (year.value == 0) return std::nullopt;
  return Spanning(most == 4 ? r.anchor.Quarter(year.value, which) : r.anchor.Half(year.value, which), pos, year.end);
}

// "fiscal 2026", "FY2026", "fiscal years 2026", "year 2012": `pos` is the word before the year.
Found YearWordFirst(const Reader& r, size_t pos, std::string_view word) {
  size_t at = SkipBlanks(r.text, pos + word.size());
  SkipWord(r.text, at, "years") || SkipWord(r.text, at, "year");
  const Piece year = YearAt(r.text, at);
  if (year.value != 0) return Spanning(r.anchor.Year(year.value), pos, year.end);
  // "FY26"
  const SmallNumber n = ReadSmallNumber(r.text, at);
  if (word == "FY" && n.value >= 0 && n.end == at + 2 && NumberEnds(r.text, n.end))
    return Spanning(r.anchor.Year(2000 + n.value), pos, n.end);
  return std::nullopt;
}

// "nineties", with "the" before it; '90s and 1990s begin with digits.
Found DecadeFirst(const Reader& r, size_t pos, std::string_view word, int decade) {
  if (Folded(WordBefore(r.text, pos)).view() != "the") return std::nullopt;
  return Spanning(r.anchor.Decade(decade < 30 ? 2000 + decade : 1900 + decade), pos, pos + word.size());
}

}  // namespace english
}  // namespace tocsin
