// Dates, times and durations as printed on Wednesday, 15 July 2026.
#include <gtest/gtest.h>

#include <string>

#include "nlp/annotator.h"

namespace tocsin {
namespace {

std::string Show(std::string_view text, bool anchored) {
  static constexpr const char* kKinds[] = {"", "datetime ", "time ", "duration ", "set "};
  Annotations found;
  AnnotateContext context;
  if (anchored) context.published = {StartOf({2026, 7, 15}), Precision::kDay};
  FindNumbers(text, context, found);
  std::string out;
  for (const DateMention& m : found.dates) {
    if (!out.empty()) out += "; ";
    out.append(kKinds[size_t(m.kind)]).append(m.span.in(text)).append(" = ").append(m.value);
    if (m.qualifier != Qualifier::kExact) out.append(1, ' ').append(ToString(m.qualifier));
  }
  return out;
}

struct Case {
  const char* text;
  const char* dates;
};

const Case kCases[] = {
    {"on 3 March 2025", "3 March 2025 = 2025-03-03/2025-03-04"},
    {"on March 3, 2025, it", "March 3, 2025 = 2025-03-03/2025-03-04"},
    {"on Sept. 4", "Sept. 4 = 2026-09-04/2026-09-05"},
    {"on Nov. 4 it fell", "Nov. 4 = 2025-11-04/2025-11-05"},
    {"in June 2024", "June 2024 = 2024-06-01/2024-07-01"},
    {"in late June", "June = 2026-06-01/2026-07-01 late"},
    {"due 2026-08-02", "2026-08-02 = 2026-08-02/2026-08-03"},
    {"met on May 4-6", "May 4-6 = 2026-05-04/2026-05-07"},
    {"said on Tuesday", "Tuesday = 2026-07-14/2026-07-15"},
    {"last Tuesday", "last Tuesday = 2026-07-07/2026-07-08"},
    {"next Monday", "next Monday = 2026-07-20/2026-07-21"},
    {"it will open on Friday", "Friday = 2026-07-17/2026-07-18"},
    {"yesterday", "yesterday = 2026-07-14/2026-07-15"},
    {"last month", "last month = 2026-06-01/2026-07-01"},
    {"earlier this year", "this year = 2026-01-01/2027-01-01 early"},
    {"by 2031", "2031 = 2031-01-01/2032-01-01"},
    {"from 2027 to 2029", "2027 to 2029 = 2027-01-01/2030-01-01 since"},
    {"between 2021 and 2023", "2021 and 2023 = 2021-01-01/2024-01-01"},
    {"in the fourth quarter of 2025", "fourth quarter of 2025 = 2025-10-01/2026-01-01"},
    {"in Q2 2026", "Q2 2026 = 2026-04-01/2026-07-01"},
    {"two years ago", "two years ago = 2024-07-15/2024-07-16"},
    {"a 90-day pause", "duration 90-day = P90D"},
    {"over five years", "duration five years = P5Y"},
    {"at 10:30 a.m. ET on July 20, 2026", "datetime 10:30 a.m. ET on July 20, 2026 = 2026-07-20T10:30-04:00"},
    {"2025年11月3日", "2025年11月3日 = 2025-11-03/2025-11-04"},
    {"去年11月", "去年11月 = 2025-11-01/2025-12-01"},
    {"上周三", "上周三 = 2026-07-08/2026-07-09"},
    {"下半年", "下半年 = 2026-07-01/2027-01-01"},
    {"二〇二七年", "二〇二七年 = 2027-01-01/2028-01-01"},
    {"2026年至2030年", "2026年至2030年 = 2026-01-01/2031-01-01"},
    {"8月3日下午2时", "datetime 8月3日下午2时 = 2026-08-03T14:00"},
    {"为期36个月", "duration 36个月 = P36M"},
    {"年底前", "年底 = 2026-01-01/2027-01-01 late"},
    // No dates.
    {"It may march on", ""},
    {"May said so", ""},
    {"Regulation 2024/1689", ""},
    {"version 2.1.4", ""},
    {"2000 jobs", ""},
    {"a 5-year-old firm", ""},
    {"February 30, 2025", ""},
    {"日本和元宇宙", ""},
    {"第二大股东", ""},
    {"", ""},
};

TEST(Dates, AsPrinted) {
  for (const Case& c : kCases) {
    SCOPED_TRACE(c.text);
    EXPECT_EQ(Show(c.text, true), c.dates);
  }
}

TEST(Dates, RelativeOnesNeedAnAnchor) {
  EXPECT_EQ(Show("last Tuesday", false), "last Tuesday = ");
  EXPECT_EQ(Show("on Sept. 4", false), "Sept. 4 = ");
  EXPECT_EQ(Show("去年", false), "去年 = ");
  EXPECT_EQ(Show("on Sept. 4, 2025", false), "Sept. 4, 2025 = 2025-09-04/2025-09-05");
}

}  // namespace
}  // namespace tocsin
