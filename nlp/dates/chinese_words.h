// The words and small pieces that Chinese dates are made of.
#pragma once

#include <string_view>

#include "nlp/dates/date_words.h"

namespace tocsin::chinese {

struct Word {
  std::string_view text;
  int value;
};
// Longest first where one begins with another.
inline constexpr Word kYears[] = {{"今年", 0}, {"本年", 0},  {"上年", -1}, {"去年", -1},
                                  {"明年", 1}, {"前年", -2}, {"后年", 2},  {"後年", 2}};
inline constexpr Word kMonths[] = {{"上上个月", -2}, {"上上個月", -2}, {"上个月", -1}, {"上個月", -1},
                                   {"上月", -1},     {"本月", 0},      {"这个月", 0},  {"這個月", 0},
                                   {"下个月", 1},    {"下個月", 1},    {"下月", 1},    {"次月", 1}};
inline constexpr Word kQuarters[] = {{"上一季度", -1}, {"上个季度", -1}, {"上個季度", -1}, {"上季度", -1},
                                     {"本季度", 0},    {"这个季度", 0},  {"這個季度", 0},  {"下一季度", 1},
                                     {"下个季度", 1},  {"下個季度", 1},  {"下季度", 1}};
inline constexpr Word kWeeks[] = {
    {"上上个周", -2}, {"上上個週", -2}, {"上个周", -1},   {"上個週", -1}, {"这个周", 0},      {"這個週", 0},
    {"下个周", 1},    {"下個週", 1},    {"上上周", -2},   {"上上週", -2}, {"上上个星期", -2}, {"上周", -1},
    {"上週", -1},     {"上星期", -1},   {"上个星期", -1}, {"本周", 0},    {"本週", 0},        {"这周", 0},
    {"這週", 0},      {"本星期", 0},    {"下下周", 2},    {"下下週", 2},  {"下周", 1},        {"下週", 1},
    {"下星期", 1},    {"下个星期", 1}};
inline constexpr Word kWeekdays[] = {{"周", 0}, {"週", 0}, {"星期", 0}, {"礼拜", 0}, {"禮拜", 0}};
inline constexpr Word kDays[] = {{"今天", 0}, {"今日", 0},  {"昨天", -1}, {"昨日", -1}, {"明天", 1},
                                 {"明日", 1}, {"前天", -2}, {"后天", 2},  {"後天", 2}};
inline constexpr Word kStretches[] = {{"接下来", 1}, {"接下來", 1}, {"今后", 1},  {"今後", 1}, {"未来", 1},
                                      {"未來", 1},   {"过去", -1},  {"過去", -1}, {"最近", -1}};
inline constexpr Word kQualifiers[] = {{"年底", int(Qualifier::kLate)},
                                       {"年末", int(Qualifier::kLate)},
                                       {"年初", int(Qualifier::kEarly)},
                                       {"年中", int(Qualifier::kMid)},
                                       {"年内", 0},
                                       {"年內", 0}};
inline constexpr Word kEdges[] = {{"上旬", int(Qualifier::kEarly)}, {"中旬", int(Qualifier::kMid)},
                                  {"下旬", int(Qualifier::kLate)},  {"底", int(Qualifier::kLate)},
                                  {"末", int(Qualifier::kLate)},    {"初", int(Qualifier::kEarly)}};
inline constexpr std::string_view kNotDay[] = {"日元", "日本", "日圆", "日圓",   "日均", "日报", "日報",
                                               "日子", "日常", "日前", "日韩",   "号文", "号令", "号线",
                                               "号楼", "号机", "號文", "号提案", "号法"};

struct PartWord {
  std::string_view text;
  int days;
  PartOfDay part;
};
inline constexpr PartWord kPartsOfDays[] = {
    {"今晚", 0, PartOfDay::kNight},   {"今早", 0, PartOfDay::kMorning}, {"今晨", 0, PartOfDay::kMorning},
    {"昨晚", -1, PartOfDay::kNight},  {"昨夜", -1, PartOfDay::kNight},  {"昨晨", -1, PartOfDay::kMorning},
    {"明早", 1, PartOfDay::kMorning}, {"明晚", 1, PartOfDay::kNight},   {"明晨", 1, PartOfDay::kMorning}};

// Names that begin with a word for a day.
inline constexpr std::string_view kNotToday[] = {"今日头条", "今日頭條", "今日俄罗斯",
                                                 "今日美国", "明日方舟", "昨日重现"};

// The first of `words` that starts at `pos`, or nullptr.
const Word* At(std::string_view text, size_t pos, const Word* first, const Word* last);
template <size_t N>
const Word* At(std::string_view text, size_t pos, const Word (&words)[N]) {
  return At(text, pos, words, words + N);
}

// "9月", 9月份: its number and end; a month that is counted has 个 and no match here.
SmallNumber MonthAt(std::string_view text, size_t pos);
// "31日", 31号.
SmallNumber DayAt(std::string_view text, size_t pos);
// "第三季度", "一季度", "Q3": 1..4.
SmallNumber QuarterAt(std::string_view text, size_t pos);
// 上半年 is 1, 下半年 2, anything else 0.
int HalfAt(std::string_view text, size_t pos);

}  // namespace tocsin::chinese
