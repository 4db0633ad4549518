// The doors to the local grammars of dates: what one expression that starts at a given place means.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "nlp/dates/date_parts.h"

namespace tocsin {

struct DatePlace {
  std::string_view text;
  const DateAnchor& anchor;
  bool day_first = false;  // 10/1/2017 is the tenth of January
  bool joined = false;     // a date stands right before, so that this one needs less company: "May and June"
  bool ranged = false;     // and a dash or "to" joins them
  bool nested = false;     // read for the sake of another date: counts no further from a third one
};

// English: "9 June 2025", "June 9-10", "last Tuesday", "the third quarter of 2025", "early 2026", "a year ago".
// `word` is the run of letters at `pos`. nullopt when no date starts there.
std::optional<DatePart> ReadEnglishDate(const DatePlace& place, size_t pos, std::string_view word);
// Dates that start with digits, in either language: 2025-06-09, 9 June, 16–20 February 2026, 2025年9月3日.
std::optional<DatePart> ReadDigitDate(const DatePlace& place, size_t pos);
// Chinese: 去年12月, 上周三, 年底, 二〇二五年, 未来三年.
std::optional<DatePart> ReadHanDate(const DatePlace& place, size_t pos);
// Any of them.
std::optional<DatePart> ReadDate(const DatePlace& place, size_t pos);

// A quick test that most words fail.
bool MayStartDate(std::string_view word);
// The words that pass it.
std::vector<std::string_view> DateStarts();
// Whether a Chinese date may begin with the character.
bool MayStartHanDate(char32_t c);

struct SmallNumber {
  int value = -1;
  size_t end = 0;
};
// A whole number of at most four digits, ASCII or full-width; -1 when none or longer.
SmallNumber ReadSmallNumber(std::string_view text, size_t pos);
// The same in Chinese numerals or digits: "十二", "二〇二五", "31".
SmallNumber ReadHanSmallNumber(std::string_view text, size_t pos);
// True when the clause around `pos` speaks of what is to come.
bool SpeaksOfFuture(std::string_view text, size_t pos);
bool PlausibleYear(int year);

}  // namespace tocsin
