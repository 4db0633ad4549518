#include "ingest/extract/date_in_text.h"

#include <algorithm>
#include <string>

#include "ingest/extract/boilerplate.h"
#include "ingest/feeds/date_words.h"

namespace tocsin {
namespace {

bool IsDigit(char c) { return c >= '0' && c <= '9'; }
bool IsWordByte(char c) { return (c >= 'a' && c <= 'z') || uint8_t(c) >= 0x80; }

struct Number {
  int value = -1;
  size_t digits = 0;
};

// One scan over lower-case text, looking at a number or a month's name and what follows.
class Scanner {
 public:
  Scanner(std::string_view text, std::string_view as_written, DayOrder order)
      : text_(text), as_written_(as_written), order_(order) {}

  // The first at or after `at`, which becomes the place where it begins.
  std::optional<Timestamp> Next(size_t& at) const {
    for (; at < text_.size(); ++at) {
      const bool starts_number = IsDigit(text_[at]) && (at == 0 || !IsDigit(text_[at - 1]));
      const bool starts_word = IsWordByte(text_[at]) && (at == 0 || !IsWordByte(text_[at - 1]) || IsHump(at));
      std::optional<Timestamp> found;
      if (starts_number) found = AtNumber(at);
      if (starts_word) found = AtWord(at);
      if (found) return found;
    }
    return std::nullopt;
  }

 private:
  // "Ann LeeMarch 5, 2025": parts of a line that only the looks of a page set apart.
  bool IsHump(size_t at) const {
    const auto is_upper = [](char c) { return c >= 'A' && c <= 'Z'; };
    return as_written_.size() == text_.size() && is_upper(as_written_[at]) && !is_upper(as_written_[at - 1]);
  }

  Number TakeNumber(size_t& at) const {
    Number n;
    const size_t first = at;
    while (at < text_.size() && IsDigit(text_[at]) && n.digits < 9) {
      n.value = (n.value < 0 ? 0 : n.value) * 10 + (text_[at] - '0');
      ++at;
      ++n.digits;
    }
    if (at < text_.size() && IsDigit(text_[at])) at = first, n = {};
    return n;
  }

  std::string_view TakeWord(size_t& at) const {
    const size_t first = at;
    while (at < text_.size() && IsWordByte(text_[at])) ++at;
    return text_.substr(first, at - first);
  }

  bool Take(size_t& at, std::string_view what) const {
    if (!text_.substr(at).starts_with(what)) return false;
    at += what.size();
    return true;
  }

  void SkipAny(size_t& at, std::string_view bytes) const {
    while (at < text_.size() && bytes.find(text_[at]) != std::string_view::npos) ++at;
  }

  static std::optional<Timestamp> Day(int year, int month, int day) {
    if (year < 1000 || year > 9999 || month < 1 || month > 12 || day < 1 || day > 31) return std::nullopt;
    const CivilDay civil{year, uint8_t(month), uint8_t(day)};
    if (!IsValid(civil)) return std::nullopt;
    return Timestamp{StartOf(civil), Precision::kDay};
  }

  std::optional<Timestamp> AtNumber(size_t at) const {
    const size_t start = at;
    const Number first = TakeNumber(at);
    if (first.digits == 4) return YearFirst(start, first.value, at);
    if ((first.digits == 1 || first.digits == 2) && !EndsRange(start)) return DayFirst(first.value, at);
    return std::nullopt;
  }

  // The "23" of "9-23 February 2025".
  bool EndsRange(size_t at) const {
    for (const std::string_view dash : {"-", "–"}) {
      if (at > dash.size() && text_.substr(0, at).ends_with(dash) && IsDigit(text_[at - dash.size() - 1])) return true;
    }
    return false;
  }

  // "2025-01-05T10:22Z", "2025/1/5", "2025.01.05", "2025年1月5日".
  std::optional<Timestamp> YearFirst(size_t start, int year, size_t at) const {
    if (auto iso = Iso(start)) return iso;
    size_t chinese = at;
    SkipAny(chinese, " ");
    if (Take(chinese, "年")) return ChineseDay(year, chinese);
    const char separator = at < text_.size() ? text_[at] : ' ';
    if (separator != '-' && separator != '/' && separator != '.') return std::nullopt;
    ++at;
    const Number month = TakeNumber(at);
    if (at >= text_.size() || text_[at] != separator) return std::nullopt;
    ++at;
    const Number day = TakeNumber(at);
    return Day(year, month.value, day.value);
  }

  std::optional<Timestamp> ChineseDay(int year, size_t at) const {
    SkipAny(at, " ");
    const Number month = TakeNumber(at);
    SkipAny(at, " ");
    if (!Take(at, "月")) return std::nullopt;
    SkipAny(at, " ");
    const Number day = TakeNumber(at);
    return Day(year, month.value, day.value);
  }

  // The longest prefix that is a whole ISO date-time; lower case "t" and "z" are allowed there.
  std::optional<Timestamp> Iso(size_t start) const {
    const std::string_view rest = text_.substr(start, 40);
    size_t length = 0;
    while (length < rest.size() &&
           (IsDigit(rest[length]) || std::string_view("-:.tz+ ").find(rest[length]) != std::string_view::npos))
      ++length;
    for (; length >= 10; --length) {
      const auto parsed = ParseIsoTimestamp(rest.substr(0, length));
      if (parsed && parsed->precision >= Precision::kDay) return parsed;
    }
    return std::nullopt;
  }

  // "5 January 2025", "5. Januar 2025", "5th of May, 2025", "05.01.2025", "5/1/2025".
  std::optional<Timestamp> DayFirst(int day, size_t at) const {
    const char separator = at < text_.size() ? text_[at] : ' ';
    if (const auto numeric = Numeric(day, separator, at)) return numeric;
    for (const std::string_view ordinal : {"st", "nd", "rd", "th", "º", "er"}) {
      if (Take(at, ordinal)) break;
    }
    SkipAny(at, " .-/");
    if (Take(at, "of ") || Take(at, "de ")) SkipAny(at, " ");
    const int month = MonthOfWord(TakeWord(at));
    if (month == 0) return std::nullopt;
    SkipAny(at, " .,-/");
    if (Take(at, "de ") || Take(at, "del ")) SkipAny(at, " ");
    const Number year = TakeNumber(at);
    return year.digits == 4 ? Day(year.value, month, day) : std::nullopt;
  }

  std::optional<Timestamp> Numeric(int first, char separator, size_t at) const {
    if (separator != '.' && separator != '/' && separator != '-') return std::nullopt;
    ++at;
    SkipAny(at, separator == '.' ? " " : "");
    const Number second = TakeNumber(at);
    if (second.digits == 0 || second.digits > 2 || at >= text_.size() || text_[at] != separator) return std::nullopt;
    ++at;
    SkipAny(at, separator == '.' ? " " : "");
    Number year = TakeNumber(at);
    if (year.digits == 2 && separator == '.') year.value += year.value < 70 ? 2000 : 1900;
    if (year.digits != 4 && !(year.digits == 2 && separator == '.')) return std::nullopt;
    if (separator == '.' || second.value > 12 || first > 12) {
      return second.value > 12 ? Day(year.value, first, second.value) : Day(year.value, second.value, first);
    }
    if (order_ == DayOrder::kMonthFirst) return Day(year.value, first, second.value);
    if (order_ == DayOrder::kDayFirst || first == second.value) return Day(year.value, second.value, first);
    return std::nullopt;
  }

  // "January 5, 2025", "Jan. 5th 2025".
  std::optional<Timestamp> AtWord(size_t at) const {
    const int month = MonthOfWord(TakeWord(at));
    if (month == 0) return std::nullopt;
    SkipAny(at, " .-");
    const Number day = TakeNumber(at);
    if (day.digits == 0 || day.digits > 2) return std::nullopt;
    for (const std::string_view ordinal : {"st", "nd", "rd", "th"}) {
      if (Take(at, ordinal)) break;
    }
    SkipAny(at, " ,.-");
    const Number year = TakeNumber(at);
    return year.digits == 4 ? Day(year.value, month, day.value) : std::nullopt;
  }

  std::string_view text_, as_written_;
  DayOrder order_;
};

}  // namespace

DayOrder DayOrderOf(std::string_view language) {
  if (language.starts_with("en")) {
    const bool american = language.size() >= 5 && (language.substr(3, 2) == "US" || language.substr(3, 2) == "us");
    return american ? DayOrder::kMonthFirst : (language.size() > 2 ? DayOrder::kDayFirst : DayOrder::kUnknown);
  }
  return language.empty() ? DayOrder::kUnknown : DayOrder::kDayFirst;
}

std::optional<Timestamp> FindDate(std::string_view text, DayOrder order) {
  std::string lower;
  size_t at = 0;
  return Scanner(LowerInto(text, lower), text, order).Next(at);
}

void FindDates(std::string_view text, DayOrder order, std::vector<DateInText>& found) {
  constexpr size_t kDateBytesMin = 6;
  found.clear();
  std::string lower;
  const Scanner scanner(LowerInto(text, lower), text, order);
  for (size_t at = 0; const auto date = scanner.Next(at); at += kDateBytesMin) found.push_back({*date, at});
}

bool IsDateRange(std::string_view text, DayOrder order) {
  for (const std::string_view dash : {" - ", " – ", " — ", " to ", " bis ", "至"}) {
    const size_t at = text.find(dash);
    if (at == std::string_view::npos || !FindDate(text.substr(0, at), order)) continue;
    const std::string_view rest = text.substr(at + dash.size(), 20);
    if (!rest.empty() && IsDigit(rest[0]) && FindDate(rest, order)) return true;
  }
  return false;
}

std::optional<Timestamp> FindDateline(std::string_view paragraph, DayOrder order) {
  constexpr size_t kDatelineBytesMax = 70;
  const std::string_view head = paragraph.substr(0, kDatelineBytesMax);
  for (const std::string_view mark : {") ", " - ", " – ", " — ", "--", "/", "| "}) {
    const size_t at = head.find(mark);
    if (at == std::string_view::npos || at < 8) continue;
    if (const auto date = FindDate(head.substr(0, at + mark.size()), order)) return date;
  }
  return std::nullopt;
}

std::optional<Timestamp> ParsePageDate(std::string_view text, DayOrder order) {
  constexpr size_t kDateBytesMax = 80;
  while (!text.empty() && (text.front() == ' ' || text.front() == '\n')) text.remove_prefix(1);
  while (!text.empty() && (text.back() == ' ' || text.back() == '\n')) text.remove_suffix(1);
  if (text.size() > kDateBytesMax) return std::nullopt;
  if (const auto iso = ParseIsoTimestamp(text); iso && iso->precision >= Precision::kDay) return iso;
  if (text.size() == 8 && std::all_of(text.begin(), text.end(), IsDigit)) {
    return ParseIsoTimestamp(std::string(text.substr(0, 4)) + "-" + std::string(text.substr(4, 2)) + "-" +
                             std::string(text.substr(6)));
  }
  return FindDate(text, order);
}

std::optional<Timestamp> FindDateInUrl(std::string_view url) {
  const size_t scheme = url.find("://");
  const size_t path = scheme == std::string_view::npos ? 0 : url.find('/', scheme + 3);
  if (path == std::string_view::npos) return std::nullopt;
  const std::string_view rest =
      url.substr(path, url.find_first_of("?#") == std::string_view::npos ? url.size() : url.find_first_of("?#") - path);
  for (size_t at = 0; at + 8 <= rest.size(); ++at) {
    if (!rest.substr(at).starts_with("20") || (at > 0 && IsDigit(rest[at - 1]))) continue;
    const std::string_view run = rest.substr(at, 8);
    if (std::all_of(run.begin(), run.end(), IsDigit) && (at + 8 == rest.size() || !IsDigit(rest[at + 8]))) {
      if (const auto day = ParsePageDate(run, DayOrder::kUnknown)) return day;
    }
    const char separator = at + 4 < rest.size() ? rest[at + 4] : ' ';
    if (separator != '/' && separator != '-' && separator != '_') continue;
    std::string iso(rest.substr(at, 10));
    if (iso.size() == 10 && iso[7] == separator) {
      iso[4] = iso[7] = '-';
      const bool ends = at + 10 == rest.size() || !IsDigit(rest[at + 10]);
      if (const auto day = ParseDay(iso); day && ends) return Timestamp{StartOf(*day), Precision::kDay};
    }
  }
  return std::nullopt;
}

}  // namespace tocsin
