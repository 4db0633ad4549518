// The words of dates: months in the languages of our sources, zones, halves of the day.
#pragma once

#include <optional>
#include <string_view>

namespace tocsin {

// 1..12 for a month's name or an abbreviation of three letters or more, ASCII letters in lower case: "january", "janv",
// "dez", "июля", "ιουλ". 0 when it is none, or could be two months.
int MonthOfWord(std::string_view word);

// Seconds east of UTC for a zone's abbreviation, lower case: "gmt" 0, "est" -18000. As RFC 822 and North American
// usage have it where zones share letters.
std::optional<int> ZoneOfWord(std::string_view word);

// Words that stand between the parts of a date and mean nothing: "at", "de", "th", "uhr".
bool IsDateFiller(std::string_view word);

}  // namespace tocsin
