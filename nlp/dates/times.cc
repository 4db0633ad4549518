#include "nlp/dates/times.h"

#include "nlp/dates/date_words.h"
#include "nlp/names/calendars.h"
#include "nlp/text/cursor.h"

namespace tocsin {
namespace {

struct HalfOfDay {
  std::string_view word;
  bool afternoon;
};
constexpr HalfOfDay kEnglish[] = {{"a.m.", false}, {"p.m.", true}, {"am", false}, {"pm", true},    {"a.m", false},
                                  {"p.m", true},   {"AM", false},  {"PM", true},  {"A.M.", false}, {"P.M.", true}};
constexpr HalfOfDay kHan[] = {{"上午", false}, {"凌晨", false}, {"早上", false}, {"清晨", false},
                              {"下午", true},  {"晚上", true},  {"晚间", true},  {"傍晚", true},
                              {"中午", true},  {"晚", true},    {"早", false}};

int Hour24(int hour, bool afternoon) {
  if (afternoon) return hour < 12 ? hour + 12 : hour;
  return hour == 12 ? 0 : hour;
}

void ReadZone(std::string_view text, TimeOfDay& t) {
  if (ByteAt(text, t.end) == 'Z' && !WordCharAt(text, t.end + 1)) {
    t.zone = "UTC";
    ++t.end;
    return;
  }
  const size_t at = SkipBlanks(text, t.end);
  const std::string_view word = LettersAt(text, at);
  if (at == t.end || !ZoneOfName(word, false)) return;
  t.zone = word;
  t.end = at + word.size();
}

// ":30" behind the hour; -1 when a colon is followed by something else.
int Minutes(std::string_view text, size_t& end) {
  size_t mark = 0;
  if (ByteAt(text, end) == ':') mark = 1;
  if (StartsWith(text, end, "\uFF1A")) mark = 3;
  if (mark == 0) return 0;
  const SmallNumber m = ReadSmallNumber(text, end + mark);
  if (m.end != end + mark + 2 || m.value > 59) return -1;
  end = m.end;
  return m.value;
}

// "8.30pm": a point between hour and minutes, only where "a.m." or "p.m." follows.
void PointMinutes(std::string_view text, TimeOfDay& t) {
  const SmallNumber m = ReadSmallNumber(text, t.end + 1);
  if (m.end != t.end + 3 || m.value > 59) return;
  const size_t at = SkipBlanks(text, m.end);
  for (const HalfOfDay& half : kEnglish) {
    if (!StartsWith(text, at, half.word) || WordCharAt(text, at + half.word.size())) continue;
    t.minute = m.value;
    t.end = m.end;
    return;
  }
}

// "at 2", "by 2": what makes a bare number an hour, but not "a rise of 2 in the afternoon".
bool LeadsToTime(std::string_view text, size_t pos) {
  const Folded word(LettersBefore(text, SkipBlanksBack(text, pos)));
  for (std::string_view lead : WordList{"at", "by", "around", "about", "before", "after", "until", "till", "from"}) {
    if (word.view() == lead) return true;
  }
  return false;
}

// "9:30 in the morning", "2 in the afternoon", "10 at night": where that ends; 0 when it does not stand at `pos`.
size_t HalfInWords(std::string_view text, size_t pos, int& hour) {
  struct Half {
    std::string_view words;
    bool afternoon;
  };
  static constexpr Half kHalves[] = {
      {"in the morning", false}, {"in the afternoon", true}, {"in the evening", true}, {"at night", true}};
  const size_t at = SkipBlanks(text, pos);
  if (at == pos || hour > 12) return 0;
  for (const Half& half : kHalves) {
    if (!WordAt(text, at, half.words)) continue;
    hour = Hour24(hour, half.afternoon);
    return at + half.words.size();
  }
  return 0;
}

// "noon", "midnight".
std::optional<TimeOfDay> Named(std::string_view text, size_t pos) {
  const bool noon = WordAt(text, pos, "noon");
  if (!noon && !WordAt(text, pos, "midnight")) return std::nullopt;
  TimeOfDay t;
  t.begin = pos;
  t.end = pos + (noon ? 4 : 8);
  t.hour = noon ? 12 : 0;
  t.half_given = true;
  ReadZone(text, t);
  return t;
}

std::optional<TimeOfDay> English(std::string_view text, size_t pos) {
  if (IsAsciiLetter(ByteAt(text, pos))) return Named(text, pos);
  const SmallNumber hour = ReadSmallNumber(text, pos);
  if (hour.value < 0 || hour.value > 24 || hour.end - pos > 2) return std::nullopt;
  TimeOfDay t;
  t.begin = pos;
  t.end = hour.end;
  t.hour = hour.value;
  t.minute = Minutes(text, t.end);
  if (t.minute < 0) return std::nullopt;
  if (t.end == hour.end && ByteAt(text, t.end) == '.') PointMinutes(text, t);
  if (ByteAt(text, t.end) == ':') {  // 17:49:19
    const SmallNumber s = ReadSmallNumber(text, t.end + 1);
    if (s.end != t.end + 3 || s.value > 60 || ByteAt(text, s.end) == ':') return std::nullopt;
    t.second = s.value;
    t.end = s.end;
  }
  const size_t at = SkipBlanks(text, t.end);
  for (const HalfOfDay& half : kEnglish) {
    if (!StartsWith(text, at, half.word) || WordCharAt(text, at + half.word.size())) continue;
    if (t.hour > 12) return std::nullopt;
    t.hour = Hour24(t.hour, half.afternoon);
    t.half_given = true;
    t.end = at + half.word.size();
    ReadZone(text, t);
    return t;
  }
  const bool clock_time = t.end != hour.end || LeadsToTime(text, pos);
  if (const size_t half_end = clock_time ? HalfInWords(text, t.end, t.hour) : 0; half_end != 0) {
    t.half_given = true;
    t.end = half_end;
    return t;
  }
  for (std::string_view clock : WordList{"o'clock", "o\u2019clock", "oclock"}) {
    if (t.end != hour.end || t.hour > 12 || !StartsWith(text, at, clock)) continue;
    t.end = at + clock.size();
    return t;
  }
  if (t.end == hour.end || t.hour > 23) return std::nullopt;
  ReadZone(text, t);
  return t;
}

std::optional<TimeOfDay> Han(std::string_view text, size_t pos) {
  size_t at = pos;
  const HalfOfDay* half = nullptr;
  for (const HalfOfDay& h : kHan) {
    if (half == nullptr && StartsWith(text, at, h.word)) half = &h;
  }
  if (half != nullptr) at += half->word.size();
  const SmallNumber hour = ReadHanSmallNumber(text, at);
  if (hour.value < 0 || hour.value > 24) return std::nullopt;
  TimeOfDay t;
  t.begin = pos;
  t.end = hour.end;
  t.hour = hour.value;
  bool marked = false;
  for (std::string_view mark : WordList{"时", "時", "点", "點"}) {
    if (!StartsWith(text, t.end, mark)) continue;
    t.end += mark.size();
    marked = true;
    const SmallNumber minute = ReadHanSmallNumber(text, t.end);
    if (minute.value >= 0 && minute.value < 60 && StartsWith(text, minute.end, "分"))
      t.minute = minute.value, t.end = minute.end + 3;
    else if (StartsWith(text, t.end, "半"))
      t.minute = 30, t.end += 3;
    break;
  }
  if (!marked) {
    t.minute = Minutes(text, t.end);
    if (t.minute < 0 || t.end == hour.end) return std::nullopt;
  }
  if (half != nullptr) t.hour = Hour24(t.hour, half->afternoon);
  t.half_given = half != nullptr;
  return t;
}

// ---- durations ---------------------------------------------------------------------------------

struct Unit {
  char unit = 0;  // of ISO 8601; lower case is behind the T
  size_t end = 0;
};

Unit HanUnitOfTime(std::string_view text, size_t pos, const Quantity& q) {
  struct Row {
    std::string_view word;
    char unit;
  };
  static constexpr Row kRows[] = {{"个月", 'M'},     {"個月", 'M'}, {"个小时", 'h'}, {"個小時", 'h'}, {"小时", 'h'},
                                  {"小時", 'h'},     {"分钟", 'm'}, {"分鐘", 'm'},   {"个星期", 'W'}, {"星期", 'W'},
                                  {"个工作日", 'D'}, {"周年", 0},   {"周岁", 0},     {"年级", 0},     {"年代", 0},
                                  {"年期", 'Y'},     {"年", 'Y'},   {"天", 'D'},     {"周", 'W'},     {"週", 'W'},
                                  {"个钟头", 'h'}};
  for (const Row& row : kRows) {
    if (!StartsWith(text, pos, row.word)) continue;
    if (row.unit == 0 || (row.unit == 'Y' && q.plain && q.value.coefficient > 0 && Compare(q.value, {1, 3}) >= 0))
      return {};
    return {row.unit, pos + row.word.size()};
  }
  return {};
}

Unit EnglishUnitOfTime(std::string_view text, size_t pos) {
  size_t at = SkipBlanks(text, pos);
  if (at == pos && ByteAt(text, at) == '-') ++at;
  const std::string_view word = LettersAt(text, at);
  const TimeUnit unit = UnitOfName(word);
  const size_t end = at + word.size();
  if (WordCharAt(text, end) || (ByteAt(text, end) == '-' && WordAt(text, end + 1, "old"))) return {};
  if (WordAt(text, SkipBlanks(text, end), "old") || WordAt(text, SkipBlanks(text, end), "ago")) return {};
  switch (unit) {
    case TimeUnit::kYear: return {'Y', end};
    case TimeUnit::kMonth: return {'M', end};
    case TimeUnit::kWeek: return {'W', end};
    case TimeUnit::kDay: return {'D', end};
    case TimeUnit::kHour: return {'h', end};
    case TimeUnit::kMinute: return {'m', end};
    case TimeUnit::kSecond: return word.size() > 6 ? Unit{'s', end} : Unit{};
    default: return {};
  }
}

// "and a half" behind a unit, or "and half" before it, which the number readers leave alone.
size_t AndAHalf(std::string_view text, size_t pos) {
  size_t at = SkipBlanks(text, pos);
  if (at == pos || !WordAt(text, at, "and")) return 0;
  at = SkipBlanks(text, at + 3);
  if (WordAt(text, at, "a")) at = SkipBlanks(text, at + 1);
  return WordAt(text, at, "half") ? at + 4 : 0;
}

std::string IsoDuration(const Decimal& count, char unit) {
  const bool time = IsAsciiLower(unit);
  std::string out = time ? "PT" : "P";
  out.append(ToString(count)).append(1, time ? char(unit - 32) : unit);
  return out;
}

}  // namespace

std::optional<TimeOfDay> ReadTime(std::string_view text, size_t pos) {
  if (auto t = English(text, pos)) return t;
  return Han(text, pos);
}

std::optional<Duration> ReadDuration(std::string_view text, const Quantity& q) {
  if (q.value.coefficient <= 0 || q.more || Compare(q.value, {1, 6}) >= 0) return std::nullopt;
  const size_t han_at = SkipBlanks(text, q.span.end);
  Unit unit = HanUnitOfTime(text, han_at, q);
  Decimal count = q.value;
  if (unit.end != 0 && StartsWith(text, unit.end, "半")) {  // 三年半
    const auto sum = Add(count, {5, -1});
    if (sum) count = *sum, unit.end += 3;
  }
  if (unit.end == 0) {
    const size_t half = AndAHalf(text, q.span.end);
    unit = EnglishUnitOfTime(text, half != 0 ? half : q.span.end);
    size_t more = half;
    if (unit.end != 0 && half == 0 && (more = AndAHalf(text, unit.end)) != 0) unit.end = more;
    if (unit.end != 0 && more != 0) {
      const auto sum = q.value.exponent >= 0 ? Add(count, {5, -1}) : std::nullopt;
      if (!sum) return std::nullopt;
      count = *sum;
    }
  }
  if (unit.end == 0) return std::nullopt;
  return Duration{{q.span.begin, uint32_t(unit.end)}, IsoDuration(count, unit.unit)};
}

size_t DurationLink(std::string_view text, size_t end) {
  const size_t at = SkipBlanks(text, end);
  for (std::string_view link : WordList{"又", "零"}) {
    if (StartsWith(text, at, link)) return SkipBlanks(text, at + link.size());
  }
  return at != end && WordAt(text, at, "and") ? SkipBlanks(text, at + 3) : at;
}

bool JoinDurations(Duration& first, const Duration& last) {
  constexpr std::string_view kLargestFirst = "YMWDhms";
  const auto rank = [&](const std::string& value) {
    const bool time = value.size() > 1 && value[1] == 'T';
    return kLargestFirst.find(time ? char(value.back() | 0x20) : value.back());
  };
  const bool time_first = first.value.find('T') != std::string::npos, time_last = last.value[1] == 'T';
  const size_t larger = time_first ? kLargestFirst.find(char(first.value.back() | 0x20)) : rank(first.value);
  if (larger >= rank(last.value)) return false;
  first.value += last.value.substr(time_first && time_last ? 2 : 1);
  first.span.end = last.span.end;
  return true;
}

std::optional<Duration> ReadHalfYear(std::string_view text, size_t pos) {
  for (std::string_view hour : WordList{"半个小时", "半個小時", "半小时", "半小時", "半个钟头"}) {
    if (StartsWith(text, pos, hour)) return Duration{{uint32_t(pos), uint32_t(pos + hour.size())}, "PT0.5H"};
  }
  for (std::string_view month : WordList{"半个月", "半個月"}) {
    if (StartsWith(text, pos, month)) return Duration{{uint32_t(pos), uint32_t(pos + month.size())}, "P0.5M"};
  }
  if (!StartsWith(text, pos, "半年") || EndsWith(text, pos, "上") || EndsWith(text, pos, "下")) return std::nullopt;
  return Duration{{uint32_t(pos), uint32_t(pos + 6)}, "P6M"};
}

}  // namespace tocsin
