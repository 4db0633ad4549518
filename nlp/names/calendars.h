// Names of months, weekdays, units of time and time zones, English and Chinese.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

namespace tocsin {

int MonthOfName(std::string_view word);    // "March", "Sept": 1..12, any case; 0 when none
int WeekdayOfName(std::string_view word);  // "Tuesday", "Tue": 1 = Monday .. 7 = Sunday; 0 when none
// "May", "March", "Mar", "Sat", "Sun": also other words, so they need company to be a date.
bool AmbiguousCalendarWord(std::string_view word);

enum class TimeUnit : char {
  kNone = 0,
  kSecond = 's',
  kMinute = 'm',
  kHour = 'h',
  kDay = 'D',
  kWeek = 'W',
  kMonth = 'M',
  kQuarter = 'Q',
  kHalf = 'H',
  kYear = 'Y',
  kDecade = 'X'
};

// "days", "month": singular or plural, lower case; kNone when none.
TimeUnit UnitOfName(std::string_view word);
// All that it knows, without the plurals in -s.
std::vector<std::string_view> UnitNames();

// Minutes east of UTC of "GMT", "ET", "PDT", "CET"; `summer` decides for names that cover both.
std::optional<int> ZoneOfName(std::string_view word, bool summer);

}  // namespace tocsin
