#include "ingest/base/time.h"

#include <gtest/gtest.h>

namespace tocsin {
namespace {

struct Row {
  const char* text;
  const char* utc;  // "" when it must be refused
  Precision precision;
};

const Row kRows[] = {
    {"2026", "2026-01-01T00:00:00Z", Precision::kYear},
    {"2026-03", "2026-03-01T00:00:00Z", Precision::kMonth},
    {"2024-02-29", "2024-02-29T00:00:00Z", Precision::kDay},
    {"2026-01-31T08:05", "2026-01-31T08:05:00Z", Precision::kMinute},
    {"2026-01-31T08:05:09Z", "2026-01-31T08:05:09Z", Precision::kSecond},
    {"2026-01-31 08:05:09.123+08:00", "2026-01-31T00:05:09Z", Precision::kSecond},
    {"2026-01-31T23:30:00-0500", "2026-02-01T04:30:00Z", Precision::kSecond},
    {"2016-12-31T23:59:60Z", "2016-12-31T23:59:59Z", Precision::kSecond},
    {"2026-01-31T24:00:00Z", "2026-02-01T00:00:00Z", Precision::kSecond},
    {"", "", {}},
    {"26", "", {}},
    {"2026-13", "", {}},
    {"2025-02-29", "", {}},
    {"2026-01-32", "", {}},
    {"2026-1-1", "", {}},
    {"2026-01-01T25:00", "", {}},
    {"2026-01-01T10:60", "", {}},
    {"2026-01-01T10:00:00.Z", "", {}},
    {"2026-01-01T10:00:00+8", "", {}},
    {"2026-01-01Z", "", {}},
    {"0000-01-01", "", {}},
};

TEST(Time, ReadsIso8601) {
  for (const Row& row : kRows) {
    SCOPED_TRACE(row.text);
    const auto parsed = ParseIsoTimestamp(row.text);
    ASSERT_EQ(parsed.has_value(), *row.utc != '\0');
    if (!parsed) continue;
    EXPECT_EQ(FormatInstant(parsed->at), row.utc);
    EXPECT_EQ(parsed->precision, row.precision);
  }
}

TEST(Time, EveryDayPrintsAndParsesBack) {
  const int64_t first = DaysSinceEpoch({1, 1, 1}), last = DaysSinceEpoch({9999, 12, 31});
  int weekday = Weekday(CivilFromDays(first));
  for (int64_t d = first; d <= last; ++d) {
    const CivilDay day = CivilFromDays(d);
    ASSERT_TRUE(IsValid(day));
    ASSERT_EQ(DaysSinceEpoch(day), d);
    ASSERT_EQ(Weekday(day), weekday);
    weekday = (weekday + 1) % 7;
    if (d % 97 == 0) {
      ASSERT_EQ(ParseDay(FormatDay(day)), day);
    }
  }
}

TEST(Time, MonthsAreClamped) {
  EXPECT_EQ(AddMonths({2026, 1, 31}, 1), (CivilDay{2026, 2, 28}));
  EXPECT_EQ(AddMonths({2024, 1, 31}, 1), (CivilDay{2024, 2, 29}));
  EXPECT_EQ(AddMonths({2026, 1, 15}, -1), (CivilDay{2025, 12, 15}));
  EXPECT_EQ(AddMonths({2026, 1, 15}, -25), (CivilDay{2023, 12, 15}));
}

TEST(Time, DaysBeforeTheEpoch) {
  EXPECT_EQ(DayOf({-1}), (CivilDay{1969, 12, 31}));
  EXPECT_EQ(DayOf({-86400}), (CivilDay{1969, 12, 31}));
  EXPECT_EQ(DayOf({-86401}), (CivilDay{1969, 12, 30}));
  EXPECT_EQ(FormatInstant({-1}), "1969-12-31T23:59:59Z");
}

}  // namespace
}  // namespace tocsin
