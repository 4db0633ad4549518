// Time as sources give it: an instant in UTC, and how precisely it was said.
//
// Proleptic Gregorian calendar, no leap seconds (POSIX time). Years 1..9999.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace tocsin {

// Seconds since 1970-01-01T00:00:00Z.
struct Instant {
  int64_t seconds = 0;
  friend constexpr auto operator<=>(Instant, Instant) = default;
};

enum class Precision : uint8_t { kUnknown, kYear, kHalf, kQuarter, kMonth, kWeek, kDay, kMinute, kSecond };

// An instant with the precision that the source gave. kUnknown: there is no instant.
struct Timestamp {
  Instant at;
  Precision precision = Precision::kUnknown;
  constexpr bool known() const { return precision != Precision::kUnknown; }
  friend constexpr bool operator==(const Timestamp&, const Timestamp&) = default;
};

// A calendar day without time zone.
struct CivilDay {
  int32_t year = 1970;
  uint8_t month = 1;  // 1..12
  uint8_t day = 1;    // 1..31
  friend constexpr auto operator<=>(const CivilDay&, const CivilDay&) = default;
};

bool IsValid(CivilDay day);                        // exists, and year in 1..9999
int64_t DaysSinceEpoch(CivilDay day);              // requires IsValid
CivilDay CivilFromDays(int64_t days_since_epoch);  // inverse of DaysSinceEpoch
int Weekday(CivilDay day);                         // 0 = Monday .. 6 = Sunday (ISO 8601)
CivilDay DayOf(Instant at);                        // the UTC day that holds `at`
Instant StartOf(CivilDay day);                     // 00:00:00Z
CivilDay AddDays(CivilDay day, int64_t days);
CivilDay AddMonths(CivilDay day, int64_t months);  // the day is clamped to the month's length
int DaysInMonth(int32_t year, int month);

std::string FormatInstant(Instant at);            // "2026-01-31T08:05:09Z"
std::string FormatDay(CivilDay day);              // "2026-01-31"
std::string FormatTimestamp(const Timestamp& t);  // as precise as known: "2026", "2026-01", ..., "" when unknown
std::optional<CivilDay> ParseDay(std::string_view text);  // "2026-01-31" and nothing else
std::optional<Timestamp> ParseIsoTimestamp(
    std::string_view text);  // ISO 8601 / RFC 3339: "2026", "2026-01", day, date-time with or without zone (none = UTC)

}  // namespace tocsin
