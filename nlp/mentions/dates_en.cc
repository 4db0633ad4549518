// English dates.
#include <algorithm>
#include <initializer_list>

#include "nlp/mentions/date_words.h"
#include "nlp/mentions/number_words.h"
#include "nlp/mentions/quantities.h"
#include "nlp/text/cursor.h"

namespace tocsin {
namespace {

constexpr size_t kClauseBytesMax = 90;  // looked back for the tense

using Found = std::optional<DatePart>;

Found Spanning(Found part, size_t begin, size_t end) {
  if (part) part->begin = begin, part->end = end;
  return part;
}

bool CapitalAt(std::string_view text, size_t pos) { return IsAsciiUpper(ByteAt(text, pos)); }

bool OneOf(std::string_view word, std::initializer_list<std::string_view> list) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

// Skips "st", "nd", "rd", "th" behind a day's number.
size_t SkipOrdinal(std::string_view text, size_t pos) {
  for (std::string_view suffix : {"st", "nd", "rd", "th"}) {
    if (WordAt(text, pos, suffix)) return pos + 2;
  }
  return pos;
}

struct Year {
  int value = 0;  // 0: none
  size_t end = 0;
};

// A year of four digits at `pos`, with nothing that makes it another number.
Year YearAt(std::string_view text, size_t pos) {
  const SmallNumber n = ReadSmallNumber(text, pos);
  if (n.end != pos + 4 || !PlausibleYear(n.value)) return {};
  if (WordCharAt(text, n.end) || ByteAt(text, n.end) == '%') return {};
  const char next = ByteAt(text, n.end);
  if ((next == '/' || next == ',' || next == '.' || next == '-') && IsAsciiDigit(ByteAt(text, n.end + 1))) return {};
  return {n.value, n.end};
}

// ", 2025", " 2025", " of 2025", " in 2025" behind a month or a day.
Year YearBehind(std::string_view text, size_t pos) {
  size_t at = SkipBlanks(text, pos);
  if (ByteAt(text, at) == ',') at = SkipBlanks(text, at + 1);
  for (std::string_view of : {"of", "in"}) {
    if (WordAt(text, at, of)) at = SkipBlanks(text, at + 2);
  }
  return at == pos ? Year{} : YearAt(text, at);
}

struct Month {
  int number = 0;
  size_t end = 0;
};

// A month's name at `pos`; the dot of an abbreviation is its own.
Month MonthAt(std::string_view text, size_t pos) {
  const std::string_view word = LettersAt(text, pos);
  const int month = MonthOfName(word);
  if (month == 0 || (!CapitalAt(text, pos) && AmbiguousCalendarWord(word))) return {};
  size_t end = pos + word.size();
  if (word.size() <= 4 && ByteAt(text, end) == '.') ++end;
  if (WordCharAt(text, end)) return {};
  return {month, end};
}

struct DayNumber {
  int value = 0;
  size_t end = 0;
};
// "9", "9th", "ninth", "twenty-fourth" of a month.
DayNumber DayAt(std::string_view text, size_t pos) {
  const SmallNumber n = ReadSmallNumber(text, pos);
  if (n.value >= 1 && n.value <= 31 && n.end - pos <= 2) {
    const size_t end = SkipOrdinal(text, n.end);
    const bool free = !WordCharAt(text, end) && ByteAt(text, end) != '%' && ByteAt(text, end) != ':';
    const bool decimal = (ByteAt(text, end) == '.' || ByteAt(text, end) == ',') && IsAsciiDigit(ByteAt(text, end + 1));
    return free && !decimal ? DayNumber{n.value, end} : DayNumber{};
  }
  const std::string_view word = LettersAt(text, pos);
  if (word.size() < 5) return {};
  const int ordinal = OrdinalWord(word);
  return ordinal != 0 && !WordCharAt(text, pos + word.size()) ? DayNumber{ordinal, pos + word.size()} : DayNumber{};
}

// A dash or "to" between two days of one month.
size_t DayRangeLink(std::string_view text, size_t pos) {
  const size_t at = SkipBlanks(text, pos);
  for (std::string_view dash : {"\u2013", "\u2014", "-"}) {
    if (StartsWith(text, at, dash)) return SkipBlanks(text, at + dash.size());
  }
  for (std::string_view word : {"to", "through", "and"}) {
    if (at != pos && WordAt(text, at, word)) return SkipBlanks(text, at + word.size());
  }
  return 0;
}

Found MakeDay(int month, int day, Year year, bool future, const DateAnchor& anchor) {
  return year.value != 0 ? anchor.Day(year.value, month, day) : anchor.DayNear(month, day, future);
}

Found MakeDays(int month, int from, int to, Year year, bool future, const DateAnchor& anchor) {
  const Found first = MakeDay(month, from, year, future, anchor), last = MakeDay(month, to, year, future, anchor);
  if (!first || !last || from >= to) return std::nullopt;
  DatePart p = *first;
  p.after = last->after;
  p.precision = Precision::kUnknown;
  p.resolved = first->resolved && last->resolved;
  return p;
}

// "July 1", "June 9-10, 2025", "March 2024", "in June".
Found MonthFirst(std::string_view text, size_t pos, const DateAnchor& anchor) {
  const Month month = MonthAt(text, pos);
  if (month.number == 0) return std::nullopt;
  const bool future = SpeaksOfFuture(text, pos);
  size_t at = SkipBlanks(text, month.end);
  if (WordAt(text, at, "the")) at = SkipBlanks(text, at + 3);
  if (const DayNumber day = at == month.end ? DayNumber{} : DayAt(text, at); day.value != 0) {
    if (const size_t link = DayRangeLink(text, day.end); link != 0) {
      const DayNumber last = DayAt(text, link);
      if (last.value > day.value && MonthAt(text, SkipBlanks(text, last.end)).number == 0 &&
          !text.substr(day.end, link - day.end).starts_with(" and")) {
        const Year year = YearBehind(text, last.end);
        return Spanning(MakeDays(month.number, day.value, last.value, year, future, anchor), pos,
                        year.value != 0 ? year.end : last.end);
      }
    }
    const Year year = YearBehind(text, day.end);
    return Spanning(MakeDay(month.number, day.value, year, future, anchor), pos, year.value != 0 ? year.end : day.end);
  }
  if (const Year year = YearBehind(text, month.end); year.value != 0) {
    return Spanning(anchor.Month(year.value, month.number), pos, year.end);
  }
  // A month alone: "in June", "mid-May", "last August". Not "April's", not "May said".
  if (!CapitalAt(text, pos) || ByteAt(text, month.end) == '\'' || StartsWith(text, month.end, "\u2019"))
    return std::nullopt;
  const bool hyphen = pos > 0 && text[pos - 1] == '-';
  const Folded before(LettersBefore(text, hyphen ? pos - 1 : SkipBlanksBack(text, pos)));
  if (!OneOf(before.view(), {"in",  "by",     "since",  "until", "till", "from", "through", "of", "early",   "late",
                             "mid", "during", "before", "after", "last", "this", "next",    "to", "between", "late"}))
    return std::nullopt;
  if (before.view() == "to" && AmbiguousCalendarWord(LettersAt(text, pos))) return std::nullopt;
  return Spanning(anchor.MonthNear(month.number, future), pos, month.end);
}

// "9 June 2025", "2nd of August", "16–20 February 2026".
Found DayFirst(std::string_view text, size_t pos, const DateAnchor& anchor) {
  const DayNumber day = DayAt(text, pos);
  if (day.value == 0) return std::nullopt;
  const bool future = SpeaksOfFuture(text, pos);
  DayNumber last = day;
  if (const size_t link = DayRangeLink(text, day.end); link != 0) {
    if (const DayNumber second = DayAt(text, link); second.value > day.value) last = second;
  }
  size_t at = SkipBlanks(text, last.end);
  if (WordAt(text, at, "of")) at = SkipBlanks(text, at + 2);
  const Month month = at == last.end ? Month{} : MonthAt(text, at);
  if (month.number == 0) return std::nullopt;
  const Year year = YearBehind(text, month.end);
  const size_t end = year.value != 0 ? year.end : month.end;
  if (last.value != day.value)
    return Spanning(MakeDays(month.number, day.value, last.value, year, future, anchor), pos, end);
  return Spanning(MakeDay(month.number, day.value, year, future, anchor), pos, end);
}

int StepOf(std::string_view word) {
  if (OneOf(word, {"last", "past", "previous"})) return -1;
  if (OneOf(word, {"next", "coming", "following"})) return 1;
  return OneOf(word, {"this", "current"}) ? 0 : 2;
}

// "Friday", "last Tuesday" (with `begin` at "last"), "Friday, July 4".
Found WeekdayAt(std::string_view text, size_t begin, size_t pos, int step, const DateAnchor& anchor) {
  const std::string_view word = LettersAt(text, pos);
  const int weekday = WeekdayOfName(word);
  size_t end = pos + word.size();
  if (weekday == 0 || WordCharAt(text, end) ||
      (word.size() < 6 && !(word.size() <= 4 && CapitalAt(text, pos) && ByteAt(text, end) == '.')))
    return std::nullopt;
  if (word.size() < 6) ++end;
  if (!CapitalAt(text, pos) && AmbiguousCalendarWord(word)) return std::nullopt;
  if (step == 2) {
    size_t at = SkipBlanks(text, end);
    if (ByteAt(text, at) == ',') at = SkipBlanks(text, at + 1);
    if (const Found date = MonthFirst(text, at, anchor); date && date->precision == Precision::kDay)
      return Spanning(date, begin, date->end);
    if (const Found date = DayFirst(text, at, anchor); date && date->precision == Precision::kDay)
      return Spanning(date, begin, date->end);
    if (WordAt(text, SkipBlanks(text, end), "is")) return std::nullopt;
    return Spanning(anchor.WeekdayNear(weekday, SpeaksOfFuture(text, pos)), begin, end);
  }
  return Spanning(anchor.WeekdayOfWeek(weekday, step), begin, end);
}

// "last week", "this month", "next Monday", "last June", "the past two years".
Found StepFirst(std::string_view text, size_t pos, std::string_view word, const DateAnchor& anchor) {
  const int step = StepOf(Folded(word).view());
  const size_t at = SkipBlanks(text, pos + word.size());
  if (step == 2 || at == pos + word.size()) return std::nullopt;
  const std::string_view next = LettersAt(text, at);
  if (const TimeUnit unit = UnitOfName(next);
      unit != TimeUnit::kNone && next.back() != 's' && !WordCharAt(text, at + next.size())) {
    if (unit == TimeUnit::kSecond || unit == TimeUnit::kMinute || unit == TimeUnit::kHour) return std::nullopt;
    return Spanning(anchor.Period(unit, step), pos, at + next.size());
  }
  if (Found day = WeekdayAt(text, pos, at, step, anchor)) return day;
  if (const Month month = MonthAt(text, at); month.number != 0 && CapitalAt(text, at)) {
    Found p =
        anchor.known() ? anchor.MonthNear(month.number, step > 0) : std::optional(anchor.Unresolved(Precision::kMonth));
    if (p && p->resolved) {
      const int now = anchor.day().month;
      int year = anchor.day().year;
      if (step < 0 && month.number >= now) --year;
      if (step > 0 && month.number <= now) ++year;
      p = anchor.Month(year, month.number);
      p->relative = true;
    }
    return Spanning(p, pos, month.end);
  }
  // "last 3 months", "next eight years": a stretch of time up to or from now.
  const auto count = step == 0 ? std::nullopt : ReadQuantity(text, at);
  if (!count || count->value.exponent != 0 || count->value.coefficient <= 0 || count->value.coefficient > 200)
    return std::nullopt;
  const size_t unit_at = SkipBlanks(text, count->span.end);
  const std::string_view unit_word = LettersAt(text, unit_at);
  const TimeUnit unit = UnitOfName(unit_word);
  if (unit == TimeUnit::kNone || unit == TimeUnit::kHour || unit == TimeUnit::kMinute || unit == TimeUnit::kSecond)
    return std::nullopt;
  return Spanning(anchor.Span(unit, int(count->value.coefficient), step > 0), pos, unit_at + unit_word.size());
}

// "quarter of 2025", "half of the year" behind an ordinal; `begin` is the ordinal.
Found PartOfYear(std::string_view text, size_t begin, int which, size_t pos, const DateAnchor& anchor) {
  const std::string_view word = LettersAt(text, pos);
  const Folded folded(word);
  const bool quarter = folded.view() == "quarter", half = folded.view() == "half";
  if ((!quarter && !half) || which < 1 || which > (quarter ? 4 : 2) || WordCharAt(text, pos + word.size()))
    return std::nullopt;
  size_t end = pos + word.size();
  const bool future = SpeaksOfFuture(text, begin);
  Year year = YearBehind(text, end);
  size_t at = SkipBlanks(text, end);
  if (year.value == 0 && WordAt(text, at, "of")) {
    at = SkipBlanks(text, at + 2);
    for (std::string_view article : {"the", "fiscal", "calendar", "year"}) {
      if (WordAt(text, at, article)) at = SkipBlanks(text, at + article.size());
    }
    year = YearAt(text, at);
    for (std::string_view which_year : {"this year", "last year", "next year"}) {
      if (!WordAt(text, at, which_year) || !anchor.known()) continue;
      year = {anchor.day().year + StepOf(which_year.substr(0, 4)), at + which_year.size()};
    }
    if (year.value == 0 && half && at > 0 &&
        !WordAt(text, SkipBlanksBack(text, at) >= 4 ? SkipBlanksBack(text, at) - 4 : 0, "year"))
      return std::nullopt;
  } else if (year.value == 0 && half && WordAt(text, at, "a")) {
    return std::nullopt;
  }
  if (year.value != 0) end = year.end;
  if (year.value != 0)
    return Spanning(quarter ? anchor.Quarter(year.value, which) : anchor.Half(year.value, which), begin, end);
  return Spanning(quarter ? anchor.QuarterNear(which, future) : anchor.HalfNear(which, future), begin, end);
}

// "first quarter", "Q3 2025", "H1".
Found OrdinalFirst(std::string_view text, size_t pos, std::string_view word, const DateAnchor& anchor) {
  const Folded folded(word);
  if (folded.view() == "q" || folded.view() == "h") {
    const char digit = ByteAt(text, pos + 1);
    const bool quarter = folded.view() == "q";
    if (!IsAsciiUpper(text[pos]) || digit < '1' || digit > (quarter ? '4' : '2') || WordCharAt(text, pos + 2))
      return std::nullopt;
    const Year year = YearBehind(text, pos + 2);
    const int which = digit - '0';
    if (year.value == 0 && !quarter) return std::nullopt;
    if (year.value != 0)
      return Spanning(quarter ? anchor.Quarter(year.value, which) : anchor.Half(year.value, which), pos, year.end);
    return Spanning(anchor.QuarterNear(which, SpeaksOfFuture(text, pos)), pos, pos + 2);
  }
  const int which = OrdinalWord(word);
  if (which == 0) return std::nullopt;
  size_t at = pos + word.size();
  at = ByteAt(text, at) == '-' ? at + 1 : SkipBlanks(text, at);
  return PartOfYear(text, pos, which, at, anchor);
}

// "in 2030", "by 2028", "fiscal 2026", "FY2026", "fiscal years 2026 through 2030": `pos` is the word before the year.
Found FiscalFirst(std::string_view text, size_t pos, std::string_view word, const DateAnchor& anchor) {
  size_t at = SkipBlanks(text, pos + word.size());
  for (std::string_view noun : {"years", "year"}) {
    if (WordAt(text, at, noun)) at = SkipBlanks(text, at + noun.size());
  }
  const Year year = YearAt(text, at);
  return year.value == 0 ? std::nullopt : Spanning(anchor.Year(year.value), pos, year.end);
}

// "a year ago", "two weeks ago"; digits come through ReadDigitDate.
Found Ago(std::string_view text, size_t pos, const DateAnchor& anchor) {
  int64_t count = 1;
  size_t at = 0;
  if (WordAt(text, pos, "a") || WordAt(text, pos, "an")) {
    at = SkipBlanks(text, pos + LettersAt(text, pos).size());
  } else if (const auto q = ReadQuantity(text, pos); q && q->value.exponent == 0 && q->value.coefficient < 1000) {
    count = q->value.coefficient;
    at = SkipBlanks(text, q->span.end);
  } else {
    return std::nullopt;
  }
  const std::string_view word = LettersAt(text, at);
  const TimeUnit unit = UnitOfName(word);
  const size_t ago = SkipBlanks(text, at + word.size());
  if (unit == TimeUnit::kNone || !(WordAt(text, ago, "ago") || WordAt(text, ago, "earlier"))) return std::nullopt;
  const bool earlier = WordAt(text, ago, "earlier");
  const DatePart p = anchor.Ago(unit, -int(count));
  if (!p.resolved && anchor.known()) return std::nullopt;
  if (earlier && unit != TimeUnit::kYear) return std::nullopt;
  return earlier ? std::nullopt : Spanning(p, pos, ago + 3);
}

struct DayWord {
  std::string_view word;
  int offset;
};
constexpr DayWord kDayWords[] = {{"today", 0}, {"yesterday", -1}, {"tomorrow", 1}, {"tonight", 0}};

}  // namespace

bool PlausibleYear(int year) { return year >= 1900 && year <= 2100; }

bool SpeaksOfFuture(std::string_view text, size_t pos) {
  const size_t from = pos > kClauseBytesMax ? pos - kClauseBytesMax : 0;
  std::string_view clause = text.substr(from, pos - from);
  for (std::string_view mark : {".", ";", "\n", ",", "。", "，", "；"}) {
    if (const size_t cut = clause.rfind(mark); cut != std::string_view::npos && cut + mark.size() < clause.size())
      clause.remove_prefix(cut + mark.size());
  }
  const auto has = [&](std::initializer_list<std::string_view> list) {
    return std::any_of(list.begin(), list.end(),
                       [&](std::string_view w) { return clause.find(w) != std::string_view::npos; });
  };
  if (has({" said", " told", " announced", " reported", " wrote", "表示", "宣布"})) return false;
  return has({" will ",   "'ll ",    "\u2019ll ", " to be ", "take effect", "takes effect", " due ",   " by ",
              "By ",      " until ", "scheduled", "expect",  " set to ",    "begins",       "starts ", "speaking",
              "plans to", "closes",  "将",        "拟",      "计划",        "预计"});
}

bool MayStartDate(std::string_view word) {
  if (word.empty() || word.size() > 10) return false;
  switch (AsciiLower(word[0])) {
    case 'j':
    case 'f':
    case 'm':
    case 'a':
    case 's':
    case 'o':
    case 'n':
    case 'd':
    case 't':
    case 'w':
    case 'l':
    case 'p':
    case 'c':
    case 'q':
    case 'h':
    case 'y':
    case 'e':
    case 'i':
    case 'b':
    case 'g': return true;
    default: return false;
  }
}

SmallNumber ReadSmallNumber(std::string_view text, size_t pos) {
  int value = 0;
  size_t at = pos;
  for (int digits = 0;; ++digits) {
    const CodePoint c = Decode(text, at);
    const int d = c.value >= '0' && c.value <= '9'         ? int(c.value - '0')
                  : c.value >= 0xFF10 && c.value <= 0xFF19 ? int(c.value - 0xFF10)
                                                           : -1;
    if (d < 0 || c.bytes == 0) return digits == 0 ? SmallNumber{} : SmallNumber{value, at};
    if (digits == 4) return {};
    value = value * 10 + d;
    at += c.bytes;
  }
}

std::optional<DatePart> ReadEnglishDate(std::string_view text, size_t pos, std::string_view word,
                                        const DateAnchor& anchor) {
  const Folded folded(word);
  for (const DayWord& d : kDayWords) {
    if (folded.view() == d.word) return Spanning(anchor.DayOffset(d.offset), pos, pos + word.size());
  }
  if (MonthOfName(word) != 0) {
    if (Found date = MonthFirst(text, pos, anchor)) return date;
  }
  if (WeekdayOfName(word) != 0) return WeekdayAt(text, pos, pos, 2, anchor);
  if (StepOf(folded.view()) != 2) return StepFirst(text, pos, word, anchor);
  if (OneOf(folded.view(), {"fiscal", "fy", "calendar"})) return FiscalFirst(text, pos, word, anchor);
  if (OneOf(folded.view(), {"a", "an", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"}))
    return Ago(text, pos, anchor);
  if (Found date = OrdinalFirst(text, pos, word, anchor)) return date;
  return OrdinalWord(word) != 0 ? DayFirst(text, pos, anchor) : std::nullopt;
}

namespace {

// 2025-06-09, 2025/6/9, 9.6.2025, 6/9/2025; impossible ones are no dates.
Found Numeric(std::string_view text, size_t pos, const DateAnchor& anchor) {
  const SmallNumber a = ReadSmallNumber(text, pos);
  const char mark = ByteAt(text, a.end);
  if (a.value < 0 || (mark != '-' && mark != '/' && mark != '.')) return std::nullopt;
  const SmallNumber b = ReadSmallNumber(text, a.end + 1);
  if (b.value < 0 || ByteAt(text, b.end) != mark) return std::nullopt;
  const SmallNumber c = ReadSmallNumber(text, b.end + 1);
  if (c.value < 0 || WordCharAt(text, c.end)) return std::nullopt;
  if (ByteAt(text, c.end) == mark && IsAsciiDigit(ByteAt(text, c.end + 1))) return std::nullopt;
  const size_t widths[] = {a.end - pos, b.end - a.end - 1, c.end - b.end - 1};
  if (widths[0] == 4 && widths[1] <= 2 && widths[2] <= 2)
    return Spanning(anchor.Day(a.value, b.value, c.value), pos, c.end);
  if (widths[2] != 4 || widths[0] > 2 || widths[1] > 2) return std::nullopt;
  const bool day_first = mark == '.' || a.value > 12;
  return Spanning(day_first ? anchor.Day(c.value, b.value, a.value) : anchor.Day(c.value, a.value, b.value), pos,
                  c.end);
}

// A bare year needs a word before it that makes it one.
Found BareYear(std::string_view text, size_t pos, const DateAnchor& anchor) {
  const Year year = YearAt(text, pos);
  if (year.value == 0) return std::nullopt;
  const bool hyphen = pos > 0 && text[pos - 1] == '-';
  const Folded before(LettersBefore(text, hyphen ? pos - 1 : SkipBlanksBack(text, pos)));
  if (hyphen && before.view() != "mid") return std::nullopt;
  if (!OneOf(before.view(),
             {"in",     "by",     "since", "until",   "till", "from", "through", "of",   "early",  "late",    "mid",
              "during", "before", "after", "between", "for",  "to",   "and",     "year", "fiscal", "calendar"}))
    return std::nullopt;
  // "and 2025" is a year only behind another one; "of 2000 jobs" and "to 1990 people" are none.
  const size_t after = SkipBlanks(text, year.end);
  const bool counts =
      OneOf(before.view(), {"of", "to", "for", "and", "from", "between"}) && IsAsciiLower(ByteAt(text, after)) &&
      !OneOf(Folded(LettersAt(text, after)).view(),
             {"to",   "and", "through", "until", "as",    "in",  "on",    "by",     "was", "is",   "were", "when",
              "with", "for", "at",      "that",  "which", "but", "after", "before", "the", "from", "or"});
  if (counts || before.view() == "and" || before.view() == "to") return std::nullopt;
  return Spanning(anchor.Year(year.value), pos, year.end);
}

}  // namespace

std::optional<DatePart> ReadDigitDate(std::string_view text, size_t pos, const DateAnchor& anchor) {
  if (Found date = Numeric(text, pos, anchor)) return date;
  if (Found date = ReadHanDate(text, pos, anchor)) return date;
  if (Found date = DayFirst(text, pos, anchor)) return date;
  if (Found date = Ago(text, pos, anchor)) return date;
  if (Found date = BareYear(text, pos, anchor)) return date;
  return std::nullopt;
}

}  // namespace tocsin
