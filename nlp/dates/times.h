// Times of day and durations.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "nlp/mentions/quantities.h"

namespace tocsin {

struct TimeOfDay {
  size_t begin = 0, end = 0;
  int hour = 0, minute = 0, second = -1;  // no seconds were said: -1
  std::string_view zone;                  // "ET", as printed; empty when none
  bool half_given = false;                // "a.m." or "p.m." was said, or a 24-hour clock needs none
};

// "9 a.m.", "11:59 p.m. ET", "14:30 GMT", 上午9时, 下午3点30分, 晚8点; nullopt when no time starts at `pos`.
std::optional<TimeOfDay> ReadTime(std::string_view text, size_t pos);

struct Duration {
  ByteSpan span;
  std::string value;  // ISO 8601: "P120D", "PT72H"
};

// A unit of time right behind the quantity: "120-day", "two years", 15年, 72小时, 三年半. "5-year-old" is an age.
std::optional<Duration> ReadDuration(std::string_view text, const Quantity& quantity);
// Where a second duration may begin behind one that ends at `end`: past blanks, "and", 又.
size_t DurationLink(std::string_view text, size_t end);
// "2 hours and 30 minutes", 8天又二十个小时: makes one of two, when the second counts in a smaller unit.
bool JoinDurations(Duration& first, const Duration& last);
// 半年, "half a year": without a quantity.
std::optional<Duration> ReadHalfYear(std::string_view text, size_t pos);

}  // namespace tocsin
