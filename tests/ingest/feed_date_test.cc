// Dates as feeds and headers print them. Half of the rows are no dates: a wrong date is worse than none.
#include <gtest/gtest.h>

#include "ingest/feed.h"

namespace tocsin {
namespace {

struct Case {
  const char* text;
  const char* utc;  // FormatTimestamp: as precise as the text; "" for no date
};

const Case kDates[] = {
    // RFC 822, 2822, 9110
    {"Tue, 03 Mar 2026 08:05:09 GMT", "2026-03-03T08:05:09Z"},
    {"Tue, 3 Mar 2026 08:05:09 +0200", "2026-03-03T06:05:09Z"},
    {"3 Mar 26 08:05 EST", "2026-03-03T13:05:00Z"},
    {"Tue, 3 Mar 2026 08:05:60 Z", "2026-03-03T08:05:59Z"},
    {"Tue, 03 Mar 2026 23:30:00 -0330", "2026-03-04T03:00:00Z"},
    {"Tuesday, 03-Mar-26 08:05:09 GMT", "2026-03-03T08:05:09Z"},
    {"Tue Mar  3 08:05:09 2026", "2026-03-03T08:05:09Z"},
    {"Tue, 03 Mar 2026 08:05:09 GMT+0100 (Central European Time)", "2026-03-03T07:05:09Z"},
    // RFC 3339, W3C, ISO 8601
    {"2026-03-03T08:05:09Z", "2026-03-03T08:05:09Z"},
    {"2026-03-03t08:05:09.123+08:00", "2026-03-03T00:05:09Z"},
    {"2026-03-03 08:05", "2026-03-03T08:05:00Z"},
    {"2026-03-03T24:00:00Z", "2026-03-04T00:00:00Z"},
    {"20260303T080509Z", "2026-03-03T08:05:09Z"},
    {"20260303", "2026-03-03"},
    {"2026-03", "2026-03"},
    {"2026", "2026"},
    {"2026-062", "2026-03-03"},
    {"2026-W10-2", "2026-03-03"},
    {"2026W102", "2026-03-03"},
    // What people write.
    {"March 3rd, 2026 at 8:05 p.m. PST", "2026-03-04T04:05:00Z"},
    {"3. März 2026", "2026-03-03"},
    {"mar., 3 mars 2026 08:05:09 +0100", "2026-03-03T07:05:09Z"},
    {"3 de marzo de 2026", "2026-03-03"},
    {"3 марта 2026 г.", "2026-03-03"},
    {"2026年3月3日 08:05", "2026-03-03T00:05:00Z"},
    {"2026년 3월 3일 오후 8:05", "2026-03-03T11:05:00Z"},
    {"13/03/2026", "2026-03-13"},
    {"03/13/2026 8:05 am", "2026-03-13T08:05:00Z"},
    {"Tue, 03/10/2026", "2026-03-10"},  // only one reading is a Tuesday
    {"2026/03/03 08:05:09", "2026-03-03T08:05:09Z"},
    {"3.3.26", "2026-03-03"},
    {"1772525109", "2026-03-03T08:05:09Z"},
    {"1772525109000", "2026-03-03T08:05:09Z"},
    {"Tue, 03 Mar 2026 08:05:09 Europe/Berlin", "2026-03-03"},  // the hour depends on rules we do not have
    // No dates.
    {"", ""},
    {"yesterday", ""},
    {"Tue", ""},
    {"March", ""},
    {"3 March", ""},
    {"10:30", ""},
    {"12345", ""},
    {"03/04/2026", ""},  // March or April: nobody knows
    {"26-03-03", ""},
    {"03-12-31", ""},
    {"31 Feb 2026", ""},
    {"2026-02-29", ""},
    {"2026-13-01", ""},
    {"2026-00-10", ""},
    {"2026-366", ""},
    {"2026-W54-1", ""},
    {"2026-03-03T25:00:00Z", ""},
    {"2026-03-03T24:00:01Z", ""},
    {"2026-03-03T08:60:00Z", ""},
    {"2026-03-03T08:05:61Z", ""},
    {"2026-03-03T08:05:09+99:00", ""},
    {"2026-03-03T08:05:09+01:xx", ""},
    {"2026-03-03-01", ""},
    {"0001-01-01T00:00:00Z", ""},
    {"9999-12-31T23:59:59-01:00", ""},
    {"Tue, 03 Mar 2026 08:05:09 GMT 2026", ""},
    {"Tue, 03 Mar Apr 2026", ""},
    {"3 Juneember 2026", ""},
    {"99 Mar 2026", ""},
    {"13:05 pm am 2026-03-03", ""},
    {"Rs 2026 crore", ""},
    {"2026-03-03T08:05:09Z and more", ""},
    {"call 1772525109", ""},
};

TEST(FeedDate, AsPrinted) {
  for (const Case& c : kDates) {
    SCOPED_TRACE(c.text);
    EXPECT_EQ(FormatTimestamp(ParseFeedDate(c.text).value_or(Timestamp{})), c.utc);
  }
}

TEST(FeedDate, PrintsAndReadsBackTheSameInstant) {
  for (const Case& c : kDates) {
    SCOPED_TRACE(c.text);
    const auto date = ParseFeedDate(c.text);
    if (!date) continue;
    const auto again = ParseFeedDate(FormatInstant(date->at));
    ASSERT_TRUE(again);
    EXPECT_EQ(again->at, date->at);
  }
}

TEST(FeedDate, IsBounded) {
  EXPECT_FALSE(ParseFeedDate(std::string(100'000, '1')));
  EXPECT_FALSE(ParseFeedDate(std::string(100'000, ' ') + "x"));
  EXPECT_TRUE(ParseFeedDate(std::string(1'000, '\n') + "2026-03-03" + std::string(1'000, ' ')));
}

}  // namespace
}  // namespace tocsin
