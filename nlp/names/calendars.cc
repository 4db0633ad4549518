#include "nlp/names/calendars.h"

#include "nlp/text/cursor.h"

namespace tocsin {
namespace {

constexpr std::string_view kMonths[] = {"january", "february", "march",     "april",   "may",      "june",
                                        "july",    "august",   "september", "october", "november", "december"};
constexpr std::string_view kWeekdays[] = {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"};

// The index of the name that `word` is or abbreviates to at least three letters, plus one.
template <size_t N>
int Name(std::string_view word, const std::string_view (&names)[N], size_t abbreviation_max) {
  if (word.size() < 3 || word.size() > 9) return 0;
  const Folded folded(word);
  for (size_t i = 0; i < N; ++i) {
    const bool whole = folded.view() == names[i];
    if (whole || (word.size() <= abbreviation_max && names[i].starts_with(folded.view()))) return int(i) + 1;
  }
  return 0;
}

struct Unit {
  std::string_view name;
  TimeUnit unit;
};
constexpr Unit kUnits[] = {{"second", TimeUnit::kSecond}, {"minute", TimeUnit::kMinute},   {"min", TimeUnit::kMinute},
                           {"hour", TimeUnit::kHour},     {"day", TimeUnit::kDay},         {"week", TimeUnit::kWeek},
                           {"month", TimeUnit::kMonth},   {"quarter", TimeUnit::kQuarter}, {"year", TimeUnit::kYear},
                           {"decade", TimeUnit::kDecade}};

struct Zone {
  std::string_view name;
  int winter, summer;  // minutes
};
constexpr Zone kZones[] = {{"GMT", 0, 0},      {"UTC", 0, 0},       {"BST", 60, 60},     {"CET", 60, 60},
                           {"CEST", 120, 120}, {"ET", -300, -240},  {"EST", -300, -300}, {"EDT", -240, -240},
                           {"CT", -360, -300}, {"CST", -360, -360}, {"CDT", -300, -300}, {"MT", -420, -360},
                           {"PT", -480, -420}, {"PST", -480, -480}, {"PDT", -420, -420}, {"JST", 540, 540},
                           {"KST", 540, 540},  {"IST", 330, 330}};

}  // namespace

int MonthOfName(std::string_view word) {
  if (word.size() == 4 && Folded(word).view() == "sept") return 9;
  return Name(word, kMonths, 3);
}

int WeekdayOfName(std::string_view word) {
  const Folded folded(word);
  if (folded.view() == "tues") return 2;
  if (folded.view() == "thur" || folded.view() == "thurs") return 4;
  return Name(word, kWeekdays, 3);
}

bool AmbiguousCalendarWord(std::string_view word) {
  const Folded f(word);
  for (std::string_view w :
       WordList{"may", "march", "mar", "sat", "sun", "mon", "wed", "dec", "jan", "fri", "august", "june", "april"}) {
    if (f.view() == w) return true;
  }
  return false;
}

TimeUnit UnitOfName(std::string_view word) {
  if (word.size() < 3 || word.size() > 8) return TimeUnit::kNone;
  const Folded f(word);
  for (const Unit& u : kUnits) {
    if (f.view() == u.name || (f.view().back() == 's' && f.view().substr(0, f.view().size() - 1) == u.name))
      return u.unit;
  }
  return TimeUnit::kNone;
}

std::vector<std::string_view> UnitNames() {
  std::vector<std::string_view> names;
  for (const Unit& u : kUnits) names.push_back(u.name);
  return names;
}

std::optional<int> ZoneOfName(std::string_view word, bool summer) {
  for (const Zone& z : kZones) {
    if (z.name == word) return summer ? z.summer : z.winter;
  }
  return std::nullopt;
}

}  // namespace tocsin
