// Dates in digits, and years.
#include "nlp/dates/english.h"
#include "nlp/text/cursor.h"

namespace tocsin::english {
namespace {

bool PartMarkAt(std::string_view text, size_t pos) { return ByteAt(text, pos) == '/' || ByteAt(text, pos) == '-'; }

int FullYear(int two_digits) { return two_digits < 50 ? 2000 + two_digits : 1900 + two_digits; }

// 20170302, with nothing around it.
Found Compact(const Reader& r, size_t pos) {
  size_t end = pos;
  while (IsAsciiDigit(ByteAt(r.text, end))) {
    if (++end - pos > 8) return std::nullopt;
  }
  if (end - pos != 8 || WordCharAt(r.text, end)) return std::nullopt;
  if (const char c = ByteAt(r.text, end);
      (c == '-' || c == '/' || c == '.' || c == ',') && IsAsciiDigit(ByteAt(r.text, end + 1)))
    return std::nullopt;
  int digits[8];
  for (size_t i = 0; i < 8; ++i) digits[i] = r.text[pos + i] - '0';
  const int year = digits[0] * 1000 + digits[1] * 100 + digits[2] * 10 + digits[3];
  if (!PlausibleYear(year)) return std::nullopt;
  return Spanning(r.anchor.Day(year, digits[4] * 10 + digits[5], digits[6] * 10 + digits[7]), pos, end);
}

// 2019/aug/01, 2019-aug-1.
Found MonthInside(const Reader& r, size_t pos, int year, size_t at, char mark) {
  const Piece month = MonthAt(r.text, at, true);
  if (month.value == 0 || ByteAt(r.text, month.end) != mark) return std::nullopt;
  const SmallNumber day = ReadSmallNumber(r.text, month.end + 1);
  if (day.value < 0 || WordCharAt(r.text, day.end)) return std::nullopt;
  return Spanning(r.anchor.Day(year, month.value, day.value), pos, day.end);
}

// A word before 6/9 that makes it a day: "on", "from", "Friday".
bool DayWordBefore(std::string_view text, size_t pos) {
  if (pos == 0) return true;
  const Folded before(WordBefore(text, pos));
  for (std::string_view w : WordList{"on", "from", "since", "until", "before", "after", "between"}) {
    if (before.view() == w) return true;
  }
  return false;
}

// 6/9 without a year. In a range the year may come behind the second day: 5/1-5/7, 2020.
Found WithoutYear(const Reader& r, size_t pos, SmallNumber a, SmallNumber b, bool day_first) {
  if (b.value < 1 || a.value < 1 || b.end - a.end > 3 || a.end - pos > 2) return std::nullopt;
  const char next = ByteAt(r.text, b.end);
  if (WordCharAt(r.text, b.end) || next == '%' || next == '/' ||
      ((next == '.' || next == ',') && IsAsciiDigit(ByteAt(r.text, b.end + 1))))
    return std::nullopt;
  size_t other = SkipBlanks(r.text, b.end);
  const bool range =
      ByteAt(r.text, other) == '-' && IsAsciiDigit(ByteAt(r.text, other = SkipBlanks(r.text, other + 1)));
  const bool whole = pos == 0 && b.end == r.text.size();
  if (!r.joined && !whole && !(DayWordBefore(r.text, pos) && pos != 0) && !range) return std::nullopt;
  const bool swap = day_first != (a.value > 12);
  const int month = swap && b.value <= 12 ? b.value : a.value, day = swap && b.value <= 12 ? a.value : b.value;
  if (month > 12) return std::nullopt;
  if (r.joined || range) {
    if (const Piece year = ByteAt(r.text, b.end) == ',' ? YearBehind(r.text, b.end) : Piece{}; year.value != 0)
      return Spanning(r.anchor.Day(year.value, month, day), pos, year.end);
  }
  if (range) {  // no date unless another one follows
    const SmallNumber c = ReadSmallNumber(r.text, other);
    if (c.value < 1 || ByteAt(r.text, c.end) != '/') return std::nullopt;
  }
  return Spanning(r.anchor.DayNear(month, day, SpeaksOfFuture(r.text, pos)), pos, b.end);
}

// 12-2015, 5/2024.
Found MonthOfYear(const Reader& r, size_t pos, SmallNumber month, SmallNumber year) {
  if (month.value < 1 || month.value > 12 || year.end != month.end + 5 || !PlausibleYear(year.value))
    return std::nullopt;
  const char next = ByteAt(r.text, year.end);
  if (WordCharAt(r.text, year.end) || next == '/' || next == '-') return std::nullopt;
  const size_t before = SkipBlanksBack(r.text, pos);
  if (before == pos && pos != 0) return std::nullopt;
  // "Regulation 12/2015", "No. 7-2020" are numbers of papers.
  const char c = before == 0 ? ' ' : r.text[before - 1];
  const std::string_view word = LettersBefore(r.text, before);
  if (c == '.' || (!word.empty() && (IsAsciiUpper(word[0]) || Folded(word).view() == "no"))) return std::nullopt;
  return Spanning(r.anchor.Month(year.value, month.value), pos, year.end);
}

}  // namespace

Found Numeric(const Reader& r, size_t pos, bool day_first) {
  const SmallNumber a = ReadSmallNumber(r.text, pos);
  if (a.value < 0) return Compact(r, pos);
  const char mark = ByteAt(r.text, a.end);
  if (mark != '-' && mark != '/' && mark != '.') return std::nullopt;
  const size_t width_a = a.end - pos;
  if (width_a == 4 && mark != '.' && PlausibleYear(a.value)) {
    if (Found date = MonthInside(r, pos, a.value, a.end + 1, mark)) return date;
  }
  const SmallNumber b = ReadSmallNumber(r.text, a.end + 1);
  if (b.value < 0) return std::nullopt;
  const size_t width_b = b.end - a.end - 1;
  if (ByteAt(r.text, b.end) != mark || (mark == '-' && width_b == 4)) {
    if (width_a <= 2 && mark != '.' && width_b == 4) return MonthOfYear(r, pos, a, b);
    return mark == '/' ? WithoutYear(r, pos, a, b, day_first) : std::nullopt;
  }
  const SmallNumber c = ReadSmallNumber(r.text, b.end + 1);
  const bool time = ByteAt(r.text, c.end) == 'T' && IsAsciiDigit(ByteAt(r.text, c.end + 1));  // 2025-06-09T14:30
  if (c.value < 0 || (WordCharAt(r.text, c.end) && !time)) return std::nullopt;
  const size_t width_c = c.end - b.end - 1;
  const bool more = ByteAt(r.text, c.end) == mark && IsAsciiDigit(ByteAt(r.text, c.end + 1));
  // 10-1-2018-10-7-2018 are two dates; 1-2-3-4 is none.
  if (more && !(mark == '-' && width_c == 4 && ReadSmallNumber(r.text, c.end + 1).end <= c.end + 3))
    return std::nullopt;
  if (width_a == 4 && width_b <= 2 && width_c <= 2)
    return Spanning(r.anchor.Day(a.value, b.value, c.value), pos, c.end);
  const bool short_year = mark == '/' && width_c == 2;
  if ((width_c != 4 && !short_year) || width_a > 2 || width_b > 2) return std::nullopt;
  const int year = short_year ? FullYear(c.value) : c.value;
  const bool swap = mark == '.' || a.value > 12 || (day_first && b.value <= 12);
  return Spanning(swap ? r.anchor.Day(year, b.value, a.value) : r.anchor.Day(year, a.value, b.value), pos, c.end);
}

namespace {

// "Q1", "-H2" behind a year.
Found PartBehindYear(const Reader& r, size_t pos, SmallNumber year) {
  size_t at = ByteAt(r.text, year.end) == '-' ? year.end + 1 : SkipBlanks(r.text, year.end);
  const char letter = AsciiLower(ByteAt(r.text, at));
  const int most = letter == 'q' ? 4 : letter == 'h' ? 2 : 0;
  const char digit = ByteAt(r.text, at + 1);
  if (most == 0 || digit < '1' || digit > '0' + most || WordCharAt(r.text, at + 2)) return std::nullopt;
  const int which = digit - '0';
  return Spanning(most == 4 ? r.anchor.Quarter(year.value, which) : r.anchor.Half(year.value, which), pos, at + 2);
}

// "2025-26": two years, named together.
Found YearPair(const Reader& r, size_t pos, SmallNumber year) {
  size_t at = 0;
  for (std::string_view dash : WordList{"-", "\u2013", "/"}) {
    if (StartsWith(r.text, year.end, dash)) at = year.end + dash.size();
  }
  if (at == 0 || (pos > 0 && SkipBlanksBack(r.text, pos) == pos && r.text[pos - 1] != '(')) return std::nullopt;
  const SmallNumber next = ReadSmallNumber(r.text, at);
  const size_t before = SkipBlanksBack(r.text, pos);
  const std::string_view word = LettersBefore(r.text, before);
  const bool paper =
      ByteAt(r.text, year.end) == '/' && before > 0 &&  // "Regulation (EU) 2024/25"
      (r.text[before - 1] == ')' || r.text[before - 1] == '.' || (!word.empty() && IsAsciiUpper(word[0])));
  if (paper || next.end != at + 2 || next.value != (year.value + 1) % 100 || !NumberEnds(r.text, next.end))
    return std::nullopt;
  if (PartMarkAt(r.text, next.end)) return std::nullopt;
  return Spanning(r.anchor.Years(year.value, 2), pos, next.end);
}

// "2026-07": a month, unless it may be a pair of years.
Found MonthInDigits(const Reader& r, size_t pos, SmallNumber year) {
  if (ByteAt(r.text, year.end) != '-' || (pos > 0 && SkipBlanksBack(r.text, pos) == pos && r.text[pos - 1] != '('))
    return std::nullopt;
  const SmallNumber month = ReadSmallNumber(r.text, year.end + 1);
  if (month.end != year.end + 3 || month.value < 1 || month.value > 12 || !NumberEnds(r.text, month.end))
    return std::nullopt;
  return PartMarkAt(r.text, month.end) ? std::nullopt
                                       : Spanning(r.anchor.Month(year.value, month.value), pos, month.end);
}

// "2017 april": not "in 2017 May said".
Found MonthBehindYear(const Reader& r, size_t pos, SmallNumber year) {
  const size_t at = SkipBlanks(r.text, year.end);
  const Piece month = at == year.end ? Piece{} : MonthAt(r.text, at);
  if (month.value == 0 || AmbiguousCalendarWord(LettersAt(r.text, at).substr(0, 3))) return std::nullopt;
  if (DayNumberAt(r.text, SkipBlanks(r.text, month.end)).value != 0) return std::nullopt;
  return Spanning(r.anchor.Month(year.value, month.value), pos, month.end);
}

// "1990s", "1990 s".
Found DecadeAt(const Reader& r, size_t pos, SmallNumber year) {
  if (year.value % 10 != 0) return std::nullopt;
  size_t at = ByteAt(r.text, year.end) == '\'' ? year.end + 1 : year.end;
  if (ByteAt(r.text, at) == ' ') ++at;
  if (ByteAt(r.text, at) != 's' || WordCharAt(r.text, at + 1)) return std::nullopt;
  return Spanning(r.anchor.Decade(year.value), pos, at + 1);
}

// "2014-2018", "2014~2018", "2014 through 2018".
bool YearRangeFollows(std::string_view text, SmallNumber year) {
  size_t at = year.end;
  if (size_t word = SkipBlanks(text, year.end); word != year.end && SkipWord(text, word, "through")) at = word;
  for (std::string_view dash : WordList{"-", "~", "\u2013", "\u2014"}) {
    if (StartsWith(text, year.end, dash)) at = year.end + dash.size();
  }
  if (at == year.end) return false;
  const SmallNumber last = ReadSmallNumber(text, at);
  const char next = ByteAt(text, last.end);
  return last.end == at + 4 && PlausibleYear(last.value) && last.value > year.value && last.value - year.value <= 120 &&
         !WordCharAt(text, last.end) && next != '-' && next != '/' && next != '%';
}

// Words that a count is followed by only when it is a year: "in 2030 to", "by 2030 the".
bool FunctionWord(std::string_view word) {
  for (std::string_view w :
       WordList{"to",   "and",  "through", "until", "as",    "in",    "on",   "by",     "was",   "is",
                "were", "when", "with",    "but",   "for",   "at",    "that", "which",  "after", "the",
                "from", "or",   "a",       "an",    "it",    "he",    "they", "before", "will",  "has",
                "had",  "have", "under",   "we",    "while", "after", "than", "said",   "if"}) {
    if (word == w) return true;
  }
  return false;
}

}  // namespace

// A year needs something beside it that makes it one.
Found YearFirst(const Reader& r, size_t pos) {
  const SmallNumber n = ReadSmallNumber(r.text, pos);
  if (n.end == pos + 2 && n.value >= 20 && n.value % 10 == 0) {  // "the 90s", "the '90s"
    size_t the = pos;
    if (EndsWith(r.text, the, "'")) the -= 1;
    if (EndsWith(r.text, the, "\u2019") || EndsWith(r.text, the, "\u2018")) the -= 3;
    const bool decade = ByteAt(r.text, n.end) == 's' && !WordCharAt(r.text, n.end + 1);
    if (!decade || Folded(WordBefore(r.text, the)).view() != "the") return std::nullopt;
    return Spanning(r.anchor.Decade(FullYear(n.value)), pos, n.end + 1);
  }
  if (n.end != pos + 4 || !PlausibleYear(n.value)) return std::nullopt;
  if (Found part = PartBehindYear(r, pos, n)) return part;
  if (Found pair = YearPair(r, pos, n)) return pair;
  if (Found month = MonthInDigits(r, pos, n)) return month;
  const Folded before(WordBefore(r.text, pos));
  const bool hyphen = pos > 0 && r.text[pos - 1] == '-';
  if (hyphen && !r.joined && before.view() != "mid") return std::nullopt;
  if (Found decade = DecadeAt(r, pos, n)) return decade;
  if (YearAt(r.text, pos).value == 0) return std::nullopt;
  if (Found month = MonthBehindYear(r, pos, n)) return month;
  const size_t blank = SkipBlanksBack(r.text, pos);
  const bool range = YearRangeFollows(r.text, n) && (blank != pos || pos == 0 || r.text[pos - 1] == '(');
  const bool equal = blank != 0 && r.text[blank - 1] == '=';
  const bool after_text = before.view() == "text";
  bool context = range || equal || after_text || r.joined;
  for (std::string_view w :
       WordList{"in", "by", "since", "until", "till", "from", "through", "of", "early", "late", "mid", "during",
                "before", "after", "between", "for", "year", "fiscal", "calendar"}) {
    context = context || before.view() == w;
  }
  if (!context) return std::nullopt;
  // "of 2000 jobs", "in 2150 homes" are counts.
  const size_t next = SkipBlanks(r.text, n.end);
  const bool weak = !r.ranged && (before.view() == "of" || before.view() == "for" || before.view() == "from" ||
                                  before.view() == "between" || before.view() == "in" || r.joined);
  if (weak && !range && IsAsciiLower(ByteAt(r.text, next)) && !FunctionWord(Folded(LettersAt(r.text, next)).view())) {
    const bool money_or_people = before.view() != "in" || n.value % 50 == 0;
    if (money_or_people) return std::nullopt;
  }
  return Spanning(r.anchor.Year(n.value), equal ? blank - 1 : pos, n.end);
}

}  // namespace tocsin::english
