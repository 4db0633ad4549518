#include "nlp/names/holidays.h"

#include "nlp/text/cursor.h"

namespace tocsin {
namespace {

// A fixed day; or the nth weekday of a month (nth < 0 counts from its end); or days after Easter Sunday (month 0).
struct Holiday {
  std::string_view name;  // lower case, one blank between words, straight apostrophes
  int month, day;
  int nth = 0, weekday = 0;  // 1 = Monday
  int offset = 0;            // days added to the result
};
constexpr Holiday kHolidays[] = {
    {"new year's day", 1, 1},
    {"new year's eve", 12, 31},
    {"new years day", 1, 1},
    {"new years eve", 12, 31},
    {"martin luther king day", 1, 0, 3, 1},
    {"martin luther king jr. day", 1, 0, 3, 1},
    {"inauguration day", 1, 20},
    {"valentine's day", 2, 14},
    {"presidents' day", 2, 0, 3, 1},
    {"presidents day", 2, 0, 3, 1},
    {"international women's day", 3, 8},
    {"mlk day", 1, 0, 3, 1},
    {"groundhog day", 2, 2},
    {"st. patrick's day", 3, 17},
    {"st patrick's day", 3, 17},
    {"saint patrick's day", 3, 17},
    {"cinco de mayo", 5, 5},
    {"mother's day", 5, 0, 2, 7},
    {"mothers' day", 5, 0, 2, 7},
    {"mothers day", 5, 0, 2, 7},
    {"father's day", 6, 0, 3, 7},
    {"fathers' day", 6, 0, 3, 7},
    {"fathers day", 6, 0, 3, 7},
    {"xmas", 12, 25},
    {"earth day", 4, 22},
    {"international workers' day", 5, 1},
    {"memorial day", 5, 0, -1, 1},
    {"juneteenth", 6, 19},
    {"independence day", 7, 4},
    {"bastille day", 7, 14},
    {"labor day", 9, 0, 1, 1},
    {"labour day", 9, 0, 1, 1},
    {"columbus day", 10, 0, 2, 1},
    {"halloween", 10, 31},
    {"veterans day", 11, 11},
    {"thanksgiving day", 11, 0, 4, 4},
    {"thanksgiving", 11, 0, 4, 4},
    {"black friday", 11, 0, 4, 4, 1},
    {"cyber monday", 11, 0, 4, 4, 4},
    {"christmas eve", 12, 24},
    {"christmas day", 12, 25},
    {"christmas", 12, 25},
    {"boxing day", 12, 26},
    {"good friday", 0, -2},
    {"easter monday", 0, 1},
    {"easter sunday", 0, 0},
    {"easter", 0, 0},
};

// Where `name` ends when it stands at `pos`, else 0.
size_t NameEnds(std::string_view text, size_t pos, std::string_view name) {
  for (char c : name) {
    if (c == '\'' && StartsWith(text, pos, "\u2019")) {
      pos += 3;
    } else if (c == ' ') {
      const size_t next = SkipBlanks(text, pos);
      if (next == pos) return 0;
      pos = next;
    } else if (AsciiLower(ByteAt(text, pos)) == c) {
      ++pos;
    } else {
      return 0;
    }
  }
  return WordCharAt(text, pos) ? 0 : pos;
}

// Easter Sunday of the Gregorian calendar (the anonymous algorithm, as Meeus prints it).
CivilDay Easter(int year) {
  const int a = year % 19, b = year / 100, c = year % 100, d = b / 4, e = b % 4, f = (b + 8) / 25, g = (b - f + 1) / 3;
  const int h = (19 * a + b - d - g + 15) % 30, i = c / 4, k = c % 4, l = (32 + 2 * e + 2 * i - h - k) % 7;
  const int m = (a + 11 * h + 22 * l) / 451, n = h + l - 7 * m + 114;
  return {year, uint8_t(n / 31), uint8_t(n % 31 + 1)};
}

CivilDay NthWeekday(int year, int month, int nth, int weekday) {
  if (nth < 0) {
    const CivilDay last{year, uint8_t(month), uint8_t(DaysInMonth(year, month))};
    return AddDays(last, -((Weekday(last) + 1 - weekday + 7) % 7));
  }
  const CivilDay first{year, uint8_t(month), 1};
  return AddDays(first, (weekday - 1 - Weekday(first) + 7) % 7 + (nth - 1) * 7);
}

}  // namespace

HolidayName HolidayAt(std::string_view text, size_t pos) {
  const char first = AsciiLower(ByteAt(text, pos));
  for (size_t i = 0; i < std::size(kHolidays); ++i) {
    if (kHolidays[i].name[0] != first) continue;
    if (const size_t end = NameEnds(text, pos, kHolidays[i].name); end != 0) return {uint8_t(i), end};
  }
  return {};
}

CivilDay HolidayIn(uint8_t id, int year) {
  const Holiday& h = kHolidays[id];
  if (h.month == 0) return AddDays(Easter(year), h.day);
  if (h.nth != 0) return AddDays(NthWeekday(year, h.month, h.nth, h.weekday), h.offset);
  return {year, uint8_t(h.month), uint8_t(h.day)};
}

}  // namespace tocsin
