// Dates, times and durations as printed on Wednesday, 15 July 2026.
#include <gtest/gtest.h>

#include <string>

#include "nlp/annotator.h"
#include "tests/support/words.h"

namespace tocsin {
namespace {

std::string Show(std::string_view text, bool anchored) {
  static constexpr const char* kKinds[] = {"", "datetime ", "time ", "duration ", "set "};
  Annotations found = WordsOf(text);
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
    // English, day and month in every order.
    {"opened 04-Aug-2025", "04-Aug-2025 = 2025-08-04/2025-08-05"},
    {"opened 2025/aug/04", "2025/aug/04 = 2025-08-04/2025-08-05"},
    {"by 7 august 2025", "7 august 2025 = 2025-08-07/2025-08-08"},
    {"the twenty-third day of September", "twenty-third day of September = 2026-09-23/2026-09-24"},
    {"fourth of July, 1995", "fourth of July, 1995 = 1995-07-04/1995-07-05"},
    {"March twenty-two nineteen ninety-nine", "March twenty-two nineteen ninety-nine = 1999-03-22/1999-03-23"},
    {"on the 9th of next month", "9th of next month = 2026-08-09/2026-08-10"},
    {"3 May of 98", "3 May of 98 = 1998-05-03/1998-05-04"},
    {"signed 6/9/2025", "6/9/2025 = 2025-06-09/2025-06-10"},
    {"signed 6/9/25", "6/9/25 = 2025-06-09/2025-06-10"},
    {"on 10/4", "10/4 = 2025-10-04/2025-10-05"},
    {"minutes-2024-02-03.pdf", "2024-02-03 = 2024-02-03/2024-02-04"},
    {"in 2025 april", "2025 april = 2025-04-01/2025-05-01"},
    // Periods and parts of them.
    {"the 1980s", "1980s = 1980-01-01/1990-01-01"},
    {"in the 19th century", "19th century = 1800-01-01/1900-01-01"},
    {"2025-H2", "2025-H2 = 2025-07-01/2026-01-01"},
    {"4Q25 and Q1'26", "4Q25 = 2025-10-01/2026-01-01; Q1'26 = 2026-01-01/2026-04-01"},
    {"the third month of 2025", "third month of 2025 = 2025-03-01/2025-04-01"},
    {"the last two weeks of 2025", "last two weeks of 2025 = 2025-12-15/2025-12-29"},
    {"the week of April 8", "week of April 8 = 2026-04-06/2026-04-13"},
    {"the second Tuesday of March 2026", "second Tuesday of March 2026 = 2026-03-10/2026-03-11"},
    {"at the end of 2025", "end of 2025 = 2025-01-01/2026-01-01 late"},
    {"by year-end 2027", "year-end 2027 = 2027-01-01/2028-01-01 late"},
    {"sales for the year.", "year = 2026-01-01/2027-01-01"},
    // Ranges.
    {"from May to March", "May to March = 2026-05-01/2027-04-01 since"},
    {"Nov-Feb 2025", "Nov-Feb 2025 = 2024-11-01/2025-03-01"},
    {"from 5/1-5/7, 2025", "5/1-5/7, 2025 = 2025-05-01/2025-05-08 since"},
    {"1995-2004", "1995-2004 = 1995-01-01/2005-01-01"},
    {"from the end of 2023 to the middle of 2024", "end of 2023 to the middle of 2024 = 2024-01-01/2024-07-02"},
    {"from next Monday to Friday", "next Monday to Friday = 2026-07-20/2026-07-25 since"},
    {"between now and 1 August", "now and 1 August = 2026-07-15/2026-08-02"},
    {"the July-September period of 2025", "July-September = 2025-07-01/2025-10-01; 2025 = 2025-01-01/2026-01-01"},
    {"in 2019 and 2021", "2019 = 2019-01-01/2020-01-01; 2021 = 2021-01-01/2022-01-01"},
    // From the day of publication.
    {"the day before yesterday", "day before yesterday = 2026-07-13/2026-07-14"},
    {"the week after next", "week after next = 2026-07-27/2026-08-03"},
    {"Tuesday of next week", "Tuesday of next week = 2026-07-21/2026-07-22"},
    {"last week - Friday", "last week - Friday = 2026-07-10/2026-07-11"},
    {"Thu 16th", "Thu 16th = 2026-07-16/2026-07-17"},
    {"this coming Friday", "this coming Friday = 2026-07-17/2026-07-18"},
    {"the past two quarters", "past two quarters = 2026-01-01/2026-07-01"},
    {"the next three days", "next three days = 2026-07-16/2026-07-19"},
    {"20 years ago", "20 years ago = 2006-07-15/2006-07-16"},
    {"ten days after 1 March 2026", "ten days after 1 March 2026 = 2026-03-11/2026-03-12"},
    {"three days from today", "three days from today = 2026-07-18/2026-07-19"},
    {"it will end in two weeks", "two weeks = 2026-07-29/2026-07-30"},
    {"the first rise in two weeks", "duration two weeks = P2W"},
    {"year to date", "year to date = 2026-01-01/2026-07-15"},
    {"on Labor Day 2025", "Labor Day 2025 = 2025-09-01/2025-09-02"},
    {"before Christmas", "Christmas = 2026-12-25/2026-12-26 before"},
    {"last Easter", "last Easter = 2026-04-05/2026-04-06"},
    // Days with a time.
    {"on Tuesday morning", "datetime Tuesday morning = 2026-07-14T08:00:00/2026-07-14T12:00:00"},
    {"last night", "datetime last night = 2026-07-14T20:00:00/2026-07-14T23:59:59"},
    {"from 5 to 6pm on July 20", "datetime 5 to 6pm on July 20 = 2026-07-20T17:00/2026-07-20T18:00"},
    {"at 8.30pm today", "datetime 8.30pm today = 2026-07-15T20:30"},
    {"2026-07-20T09:30Z", "datetime 2026-07-20T09:30Z = 2026-07-20T09:30+00:00"},
    {"on July 20 at noon", "datetime July 20 at noon = 2026-07-20T12:00"},
    {"it closes by 5 p.m. Friday", "datetime 5 p.m. Friday = 2026-07-17T17:00"},
    {"in FY27", "FY27 = 2027-01-01/2028-01-01"},
    {"from May 1, 2026, through May 9, 2026", "May 1, 2026, through May 9, 2026 = 2026-05-01/2026-05-10 since"},
    {"at 9 P.M. on July 20", "datetime 9 P.M. on July 20 = 2026-07-20T21:00"},
    {"Friday before 5pm", "datetime Friday before 5pm = ../2026-07-10T17:00 before"},
    {"Friday after 5pm", "datetime Friday after 5pm = 2026-07-10T17:00/.. after"},
    {"今晚八点之前", "datetime 今晚八点 = ../2026-07-15T20:00 before"},
    {"今晚八点前往", "datetime 今晚八点 = 2026-07-15T20:00"},
    {"7月20日晚上7:00到8:00", "datetime 7月20日晚上7:00到8:00 = 2026-07-20T19:00/2026-07-20T20:00"},
    {"from 10:30 to 3 on July 20, 2026", "datetime 10:30 to 3 on July 20, 2026 = 2026-07-20T10:30/2026-07-20T15:00"},
    {"22:00 to 6:00 on July 20, 2026", "datetime 22:00 to 6:00 on July 20, 2026 = 2026-07-20T22:00/2026-07-20T06:00"},
    {"open until tomorrow am", "datetime tomorrow am = 2026-07-16T08:00:00/2026-07-16T12:00:00"},
    {"from today pm", "datetime today pm = 2026-07-15T12:00:00/2026-07-15T16:00:00"},
    {"I am here today. PM Singh", "today = 2026-07-15/2026-07-16"},
    {"by the end of tomorrow", "datetime tomorrow = 2026-07-16T23:59:59"},
    {"the end of tomorrowland", ""},
    {"2 hours and 30 minutes", "duration 2 hours and 30 minutes = PT2H30M"},
    {"3 months and 2 weeks and 2 days", "duration 3 months and 2 weeks and 2 days = P3M2W2D"},
    {"8天又二十个小时", "duration 8天又二十个小时 = P8DT20H"},
    {"two days and three weeks", "duration two days = P2D; duration three weeks = P3W"},
    {"it will open in three days on Saturday", "three days on Saturday = 2026-07-18/2026-07-19"},
    {"it will open in three days on Monday", "three days = 2026-07-18/2026-07-19; Monday = 2026-07-20/2026-07-21"},
    {"on Tuesday late evening", "datetime Tuesday late evening = 2026-07-14T16:00:00/2026-07-14T20:00:00"},
    {"at 9 in the morning on July 20", "datetime 9 in the morning on July 20 = 2026-07-20T09:00"},
    {"on Friday at 2:30 in the afternoon", "datetime Friday at 2:30 in the afternoon = 2026-07-10T14:30"},
    {"a rise of 2 in the afternoon session", ""},
    {"employs 9 in the mornings", ""},
    {"it will end in 20 minutes", "duration 20 minutes = PT20M"},  // the hour is not known
    {"two hours ago", ""},                                         // from midnight: the hour is not known
    {"an hour and a half, two and a half hours", "duration two and a half hours = PT2.5H"},
    {"one hour and a half", "duration one hour and a half = PT1.5H"},
    {"Monday next week", "Monday next week = 2026-07-20/2026-07-21"},
    {"a week from Tuesday", "a week from Tuesday = 2026-07-28/2026-07-29"},
    {"on the 9th.", "9th = 2026-07-09/2026-07-10"},
    {"day after tomorrow", "day after tomorrow = 2026-07-17/2026-07-18"},
    {"the second Monday next month", "second Monday next month = 2026-08-10/2026-08-11"},
    {"the 2027-28 budget", "2027-28 = 2027-01-01/2029-01-01"},
    {"since 2026-03", "2026-03 = 2026-03-01/2026-04-01 since"},
    {"2025 through 2027", "2025 through 2027 = 2025-01-01/2028-01-01"},
    {"the 2031-2033 plan", "2031-2033 = 2031-01-01/2034-01-01"},
    {"the '90s", "90s = 1990-01-01/2000-01-01"},
    {"on St. Patrick's Day", "St. Patrick's Day = 2026-03-17/2026-03-18"},
    // Chinese.
    {"昨晚8点", "datetime 昨晚8点 = 2026-07-14T20:00"},
    {"今早8点十五分", "datetime 今早8点十五分 = 2026-07-15T08:15"},
    {"半小时后", "duration 半小时 = PT0.5H"},
    {"1—5月", "1—5月 = 2026-01-01/2026-06-01"},
    {"2025年1-9月", "2025年1-9月 = 2025-01-01/2025-10-01"},
    {"6月3-4日", "6月3-4日 = 2026-06-03/2026-06-05"},
    {"2023-2025年", "2023-2025年 = 2023-01-01/2026-01-01"},
    {"目前年度收入", ""},
    {"200万 周活跃用户", ""},
    {"over the next decade", "next decade = 2026-07-16/2036-07-16"},
    {"今后五年", "今后五年 = 2026-07-15/2031-07-15"},
    {"接下来三个月", "接下来三个月 = 2026-07-15/2026-10-15"},
    {"未来的两年", "未来的两年 = 2026-07-15/2028-07-15"},
    {"上年末", "上年末 = 2025-01-01/2026-01-01 late"},
    {"日本周五表示", "周五 = 2026-07-10/2026-07-11"},
    {"目前天气", ""},
    {"说明年报", ""},
    {"线上周活跃用户", ""},
    {"日本年度预算", ""},
    {"以上月份", ""},
    {"多年内", ""},
    {"前三季度", "前三季度 = 2025-01-01/2025-10-01"},
    {"今年前4个月", "今年前4个月 = 2026-01-01/2026-05-01"},
    {"上季度", "上季度 = 2026-04-01/2026-07-01"},
    {"2025财年第二季度", "2025财年第二季度 = 2025-04-01/2025-07-01"},
    {"上世纪八十年代", "上世纪八十年代 = 1980-01-01/1990-01-01"},
    {"20世纪70年代", "20世纪70年代 = 1970-01-01/1980-01-01"},
    {"2020年代", "2020年代 = 2020-01-01/2030-01-01"},
    {"21世纪", "21世纪 = 2000-01-01/2100-01-01"},
    {"五年前三名", "五年前 = 2021-07-15/2021-07-16"},
    {"08年", "08年 = 2008-01-01/2009-01-01"},
    {"民国十年", "民国十年 = 1921-01-01/1922-01-01"},
    {"2025年的第三个月", "2025年的第三个月 = 2025-03-01/2025-04-01"},
    {"五月的最后一个星期一", "五月的最后一个星期一 = 2026-05-25/2026-05-26"},
    {"十月的第一周", "十月的第一周 = 2026-09-28/2026-10-05"},
    {"3月和5月之间", "3月和5月之间 = 2026-03-01/2026-06-01"},
    {"下半周", "下半周 = 2026-07-16/2026-07-20"},
    // No dates.
    {"this may be so", ""},
    {"sat 3 exams", ""},
    {"to march 5 miles", ""},
    {"the last quarter of the match", ""},
    {"the first half of the game", ""},
    {"9/11 and 24/7 and 50/50", ""},
    {"paid for 3/4 of it", ""},
    {"Regulation 12/2015", ""},
    {"room 1812", ""},
    {"on the 5th floor", ""},
    {"every Monday", ""},
    {"Regulation (EU) 2024/25", ""},
    {"2031-7", ""},
    {"mother of two in St. Louis", ""},
    {"GPT-4-2025", ""},
    {"end of the", ""},
    {"last", ""},
    {"of 2000 jobs", ""},
    {"in his thirties", ""},
    {"a good Christian", ""},
    {"the end of the line", ""},
    {"the second of three", ""},
    {"up to date", ""},
    {"the next big thing", ""},
    {"1-2-3-4 and 192.168.1.1", ""},
    {"20259999", ""},
    {"今日头条", ""},
    {"第一季", ""},
    {"存续期15年后", "duration 15年 = P15Y"},
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

TEST(Dates, HoursAgoNeedTheHour) {
  constexpr std::string_view kAgo = "two hours ago, 30分钟前, 两小时前往";
  Annotations found = WordsOf(kAgo);
  AnnotateContext context;
  context.published = {{StartOf({2026, 7, 15}).seconds + 3600}, Precision::kMinute};
  FindNumbers(kAgo, context, found);
  ASSERT_EQ(found.dates.size(), 3u);
  EXPECT_EQ(found.dates[0].value, "2026-07-14T23:00:00Z");
  EXPECT_EQ(found.dates[0].first, (CivilDay{2026, 7, 14}));
  EXPECT_EQ(found.dates[1].value, "2026-07-15T00:30:00Z");
  EXPECT_EQ(found.dates[2].value, "PT2H");
  constexpr std::string_view kAhead = "it will end in 20 minutes; it charged in 20 minutes";
  found = WordsOf(kAhead);
  FindNumbers(kAhead, context, found);
  ASSERT_EQ(found.dates.size(), 2u);
  EXPECT_EQ(found.dates[0].value, "2026-07-15T01:20:00Z");
  EXPECT_EQ(found.dates[1].value, "PT20M");
}

TEST(Dates, RelativeOnesNeedAnAnchor) {
  for (const char* relative :
       {"today", "last night", "the next three days", "two weeks ago", "Thu 14th", "by year-end", "in May", "on 5/12",
        "Tuesday of next week", "before Christmas", "昨天", "上周三", "未来三年", "5天前", "15日", "年底"}) {
    SCOPED_TRACE(relative);
    Annotations found = WordsOf(relative);
    FindNumbers(relative, {}, found);
    ASSERT_EQ(found.dates.size(), 1u);
    EXPECT_FALSE(found.dates[0].resolved);
    EXPECT_EQ(found.dates[0].value, "");
  }
  EXPECT_EQ(Show("May to September 1998", false), "May to September 1998 = 1998-05-01/1998-10-01");
  EXPECT_EQ(Show("4 November to 2 January 1999", false), "4 November to 2 January 1999 = 1998-11-04/1999-01-03");
  EXPECT_EQ(Show("February 30", false), "");
  EXPECT_EQ(Show("Labor Day 2025 weekend", false), "Labor Day 2025 weekend = 2025-08-30/2025-09-02");
  EXPECT_EQ(Show("10 days after 1 May 2025", false), "10 days after 1 May 2025 = 2025-05-11/2025-05-12");
  EXPECT_EQ(Show("last Tuesday", false), "last Tuesday = ");
  EXPECT_EQ(Show("on Sept. 4", false), "Sept. 4 = ");
  EXPECT_EQ(Show("去年", false), "去年 = ");
  EXPECT_EQ(Show("on Sept. 4, 2025", false), "Sept. 4, 2025 = 2025-09-04/2025-09-05");
}

TEST(Dates, LeaveTheNumbersAroundThem) {
  const struct {
    const char* text;
    size_t numbers;
  } kRows[] = {
      {"It sold 433.3 million shares in June 2025", 1},
      {"Of 70 labs one had closed by 9 June 2025, three by 2026", 3},
      {"截至2025年6月，70家实验室关闭", 1},
      {"It closed on 9 June 2025", 0},
      {"It waited for two years", 0},
      {"a year ago", 0},
  };
  for (const auto& row : kRows) {
    SCOPED_TRACE(row.text);
    Annotations found = WordsOf(row.text);
    FindNumbers(row.text, {}, found);
    EXPECT_EQ(found.numbers.size(), row.numbers);
  }
}

}  // namespace
}  // namespace tocsin
