// Calendar dates as pages print them: "January 5, 2025", "5. Januar 2025", "5 janv. 2025", "05.01.2025",
// "2025年1月5日".
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "ingest/base/time.h"

namespace tocsin {

// How "03/04/2025" is meant when the numbers do not tell.
enum class DayOrder : uint8_t { kUnknown, kDayFirst, kMonthFirst };

// "en-US" writes the month first, "en-GB" and "de" the day; "en" and "" leave it open.
DayOrder DayOrderOf(std::string_view language);

// The whole text is a date: ISO 8601 with its usual mistakes, or the first date of FindDate.
std::optional<Timestamp> ParsePageDate(std::string_view text, DayOrder order);

// The first complete date (day, month and year) in running text; with the time of day only if ISO 8601. nullopt rather
// than a guess: a day and month without year are none, nor is "03/04/2025" with an unknown order.
std::optional<Timestamp> FindDate(std::string_view text, DayOrder order);

// Every complete date in running text and where it begins, left to right; `found` is cleared first.
struct DateInText {
  Timestamp at;
  size_t begin;
};
void FindDates(std::string_view text, DayOrder order, std::vector<DateInText>& found);

// "12 May 2025 - 14 May 2025": when something takes place.
bool IsDateRange(std::string_view text, DayOrder order);

// The date that opens a report: "(5 January 2025) ...", "5.1.2025 - ...", "BRUSSELS, Jan. 5, 2025 /Wire/ -- ...".
std::optional<Timestamp> FindDateline(std::string_view paragraph, DayOrder order);

// "/2025/01/05/", "/20250105/", "2025-01-05" in the path of a URL.
std::optional<Timestamp> FindDateInUrl(std::string_view url);

}  // namespace tocsin
