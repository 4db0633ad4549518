// The words and small pieces that English dates are made of.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "nlp/dates/date_words.h"
#include "nlp/names/calendars.h"

namespace tocsin {

// How a word may begin a date. Most words are kNone, and one look-up says so.
enum class DateLead : uint8_t {
  kNone,
  kMonth,         // value 1..12
  kWeekday,       // 1..7
  kDayWord,       // days from today: "yesterday" is -1
  kNow,           // only where a stretch begins: "between now and June"
  kStep,          // "last" -1, "this" 0, "next" 1
  kOrdinal,       // 1..90: "third", "twenty"
  kCount,         // "two", "a", "couple"
  kUnit,          // "week", "year": only with company
  kYear,          // "fiscal", "FY", "calendar"
  kEdge,          // "end", "beginning", "middle"
  kPartLetter,    // Q, H
  kDecade,        // "nineties": 90
  kHoliday,       // the first word of one; 1: a common word, which needs a capital
  kEndOfCurrent,  // "EOY", "EOM"
};
struct DateLeadWord {
  DateLead kind = DateLead::kNone;
  int8_t value = 0;
};
DateLeadWord FindDateLead(std::string_view word);

struct Piece {
  int value = 0;  // 0: none
  size_t end = 0;
};

// "2025", or in words with `words`: "two thousand and fifteen", "nineteen eighty-six". Nothing that makes it another
// number may touch it.
Piece YearAt(std::string_view text, size_t pos);
Piece YearInWordsAt(std::string_view text, size_t pos);
// ", 2025", " of 2025", " '25", " of 87" behind a month or a day.
Piece YearBehind(std::string_view text, size_t pos);

// Nothing behind a number that makes it another one: "9%", "9:30", "9.5", "9,000".
bool NumberEnds(std::string_view text, size_t end);

// A month's name; the dot of an abbreviation is its own. A name that is another word too ("may") needs a capital
// unless `sure`.
Piece MonthAt(std::string_view text, size_t pos, bool sure = false);

// A day of a month: "9", "09th", "ninth", "twenty-fourth"; with `cardinals` also "twenty five".
Piece DayNumberAt(std::string_view text, size_t pos, bool cardinals = false);
// "3rd", "third", "twenty-first", up to 99.
Piece OrdinalAt(std::string_view text, size_t pos);

// "3", "two", "a", "a couple of"; a whole number up to 999.
Piece CountAt(std::string_view text, size_t pos);
struct UnitPiece {
  TimeUnit unit = TimeUnit::kNone;
  int times = 1;  // 2 for "fortnight"
  bool plural = false;
  size_t end = 0;
};
UnitPiece UnitAt(std::string_view text, size_t pos);

// The position behind a dash, "to", "through", "until" and the blanks around it, or 0. "and" only with `between`.
size_t RangeLinkAt(std::string_view text, size_t pos, bool between);

// "last" is -1, "this" 0, "next" 1; nullopt for other words.
std::optional<int> StepOf(std::string_view word);

// True when the word before `pos` is one of "in", "since", "from" ... that put a date behind them.
bool PrepositionBefore(std::string_view text, size_t pos);
std::string_view WordBefore(std::string_view text, size_t pos);
// Moves past `word` and the blanks behind it when it stands at `pos`.
bool SkipWord(std::string_view text, size_t& pos, std::string_view word);

// True when the clause around `pos` speaks of what is to come.
bool SpeaksOfFuture(std::string_view text, size_t pos);

}  // namespace tocsin
