// The rules of English dates, each reading one form that starts at a place.
#pragma once

#include "nlp/dates/english_words.h"

namespace tocsin::english {

using Found = std::optional<DatePart>;

struct Reader {
  std::string_view text;
  const DateAnchor& anchor;
  bool joined = false, ranged = false, nested = false;  // as in DatePlace
};

Found Spanning(Found part, size_t begin, size_t end);
bool BetweenWordBefore(std::string_view text, size_t pos);

// ---- english.cc: dates that say it all ---------------------------------------------------------
Found MonthFirst(const Reader& r, size_t pos);
Found DayFirst(const Reader& r, size_t pos);
Found PeriodAt(const Reader& r, size_t pos);
Found NthOfPeriod(const Reader& r, size_t begin, int nth, size_t pos);
Found NthWeekday(const Reader& r, size_t begin, int nth, size_t pos);
Found PartOfYear(const Reader& r, size_t begin, int which, size_t pos);
Found OrdinalFirst(const Reader& r, size_t pos);
Found PartLetterFirst(const Reader& r, size_t pos, int most);
Found PartDigitFirst(const Reader& r, size_t pos);
Found YearWordFirst(const Reader& r, size_t pos, std::string_view word);
Found DecadeFirst(const Reader& r, size_t pos, std::string_view word, int decade);

// ---- english_relative.cc: dates that count from today ------------------------------------------
Found StepFirst(const Reader& r, size_t pos, std::string_view word, int step);
Found CountFirst(const Reader& r, size_t pos);
Found WeekdayFirst(const Reader& r, size_t begin, size_t pos, std::optional<int> step);
Found DayWordFirst(const Reader& r, size_t pos, std::string_view word, int offset);
Found UnitFirst(const Reader& r, size_t pos, std::string_view word);
Found EdgeFirst(const Reader& r, size_t pos, std::string_view word, int edge);
Found HolidayFirst(const Reader& r, size_t begin, size_t pos, std::optional<int> step);
Found EndOfCurrent(const Reader& r, size_t pos, std::string_view word, char unit);

// ---- numeric.cc: dates in digits ---------------------------------------------------------------
// 2025-06-09, 9.6.2025, 6/9/2025 (`day_first`: 9/6/2025), 05-2025; without a year only where `sure`: 6/9.
Found Numeric(const Reader& r, size_t pos, bool day_first);
// "2025", "in 2030", "2017 april", "2019 Q3", "1990s", "2017-q1".
Found YearFirst(const Reader& r, size_t pos);

// Any of the above that starts at `pos`.
Found ReadPoint(const Reader& r, size_t pos);

}  // namespace tocsin::english
