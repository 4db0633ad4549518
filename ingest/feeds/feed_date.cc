// Dates as feeds and headers print them, read by what the parts are, not by where they stand.
//
// A dozen standards and their common mistakes differ in order and punctuation only: a clock has colons, a zone a sign
// or a name, a year four digits, a month a name. So the text is cut into such parts, each is put where it fits, and
// whatever is left over, twice there or impossible makes the whole no date: a wrong date is worse than none.
#include <array>
#include <string>

#include "ingest/feed.h"
#include "ingest/feeds/date_words.h"

namespace tocsin {
namespace {

constexpr size_t kDateBytesMax = 128;
constexpr int kYearMin = 1600;  // below it stand only the zero dates of programs ("0001-01-01")

bool IsDigit(char c) { return c >= '0' && c <= '9'; }
bool IsWordByte(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || uint8_t(c) >= 0x80; }

struct Number {
  int64_t value = 0;
  size_t digits = 0;
};

class DateReader {
 public:
  explicit DateReader(std::string_view text) : text_(text) {}

  std::optional<Timestamp> Read() {
    while (at_ < text_.size()) {
      if (!Part()) return std::nullopt;
    }
    return Finish();
  }

 private:
  char Peek(size_t ahead = 0) const { return at_ + ahead < text_.size() ? text_[at_ + ahead] : '\0'; }
  bool Take(std::string_view what) {
    if (!text_.substr(at_).starts_with(what)) return false;
    at_ += what.size();
    return true;
  }

  Number ReadNumber() {
    Number n;
    while (IsDigit(Peek()) && n.digits < 15) {
      n.value = n.value * 10 + (text_[at_++] - '0');
      ++n.digits;
    }
    return n;
  }

  bool Part() {
    const char c = Peek();
    if (IsDigit(c)) return Digits();
    if (Take("年") || Take("月") || Take("日") || Take("년") || Take("월") || Take("일")) return true;
    if (IsWordByte(c)) return Word();
    if ((c == '+' || c == '-') && have_time_ && IsDigit(Peek(1))) return Offset();
    if (c == '(') return Comment();
    ++at_;
    return std::string_view(" \t\r\n,.-/|").find(c) != std::string_view::npos;
  }

  bool Comment() {
    const size_t end = text_.find(')', at_);
    at_ = end == text_.npos ? text_.size() : end + 1;
    return end != text_.npos;
  }

  // A clock, a numeric date, or one number of a date.
  bool Digits() {
    const size_t begin = at_;
    const Number first = ReadNumber();
    if (IsDigit(Peek())) return false;
    if (Peek() == ':' && first.digits <= 2) return Clock(first.value);
    if (begin == 0 && Peek() == '\0' && (first.digits == 10 || first.digits == 13)) return Epoch(first);
    if (first.digits == 8 && numbers_ == 0) return Compact(first.value) && CompactClock();
    if (first.digits == 14 && numbers_ == 0)
      return Compact(first.value / 1'000'000) && CompactClock(first.value % 1'000'000);
    if (have_time_ && first.digits == 6 && numbers_ == 0) return false;
    if (first.digits == 4 && (Peek() == 'W' || (Peek() == '-' && Peek(1) == 'W'))) return WeekDate(int(first.value));
    if (Unit(first)) return true;
    const char separator = Peek();
    if ((separator == '-' || separator == '/' || separator == '.') && IsDigit(Peek(1)) && numbers_ == 0) {
      return NumericDate(first, separator);
    }
    return Keep(first);
  }

  // 2026年5月3日, 2026년 5월 3일: the unit says which number it is. 13時05分 is a clock.
  bool Unit(Number n) {
    constexpr std::pair<std::string_view, int> kUnits[] = {{"年", 0}, {"년", 0}, {"月", 1},
                                                           {"월", 1}, {"日", 2}, {"일", 2}};
    while (Peek() == ' ' && uint8_t(Peek(1)) >= 0x80) ++at_;
    for (const auto& [unit, field] : kUnits) {
      if (!Take(unit)) continue;
      (field == 0 ? year_ : field == 1 ? month_ : day_) = n.value > 9999 ? 9999 : int(n.value);
      if (field == 0 && n.digits != 4) year_ = -1;
      // Written without a zone, it is the writer's: both countries have one only.
      if (!zone_) local_ = unit == "년" || unit == "월" || unit == "일" ? 9 * 3600 : 8 * 3600;
      ++numbers_;
      return true;
    }
    return false;
  }

  bool Epoch(Number n) {
    const int64_t seconds = n.digits == 13 ? n.value / 1000 : n.value;
    epoch_ = seconds;
    return seconds >= 1'000'000'000 && seconds < 4'000'000'000;
  }

  bool Compact(int64_t yyyymmdd) {
    year_ = int(yyyymmdd / 10000);
    month_ = int(yyyymmdd / 100 % 100);
    day_ = int(yyyymmdd % 100);
    numbers_ = 3;
    return true;
  }

  bool SetClock(int64_t hour, int64_t minute, int64_t second, bool seconds) {
    if (have_time_) return false;
    have_time_ = true;
    have_seconds_ = seconds;
    hour_ = int(hour);
    minute_ = int(minute);
    second_ = int(second);
    return true;
  }

  bool CompactClock(int64_t hhmmss) { return SetClock(hhmmss / 10000, hhmmss / 100 % 100, hhmmss % 100, true); }

  // "T101455" or "T1014" behind a compact date.
  bool CompactClock() {
    if ((Peek() != 'T' && Peek() != 't') || !IsDigit(Peek(1))) return true;
    ++at_;
    const Number n = ReadNumber();
    if (n.digits == 6) return CompactClock(n.value);
    if (n.digits == 4) return SetClock(n.value / 100, n.value % 100, 0, false);
    return n.digits == 2 && Peek() == ':' && Clock(n.value);
  }

  bool Clock(int64_t hour) {
    ++at_;
    const Number minute = ReadNumber();
    if (minute.digits == 0 || minute.digits > 2) return false;
    if (Peek() != ':') return SetClock(hour, minute.value, 0, false);
    ++at_;
    const Number second = ReadNumber();
    if (second.digits == 0 || second.digits > 2) return false;
    if ((Peek() == '.' || Peek() == ',' || Peek() == ':') && IsDigit(Peek(1))) {
      ++at_;
      while (IsDigit(Peek())) ++at_;
    }
    return SetClock(hour, minute.value, second.value, true);
  }

  bool Offset() {
    const bool west = text_[at_++] == '-';
    const Number n = ReadNumber();
    int64_t hours = n.value, minutes = 0;
    if (n.digits > 2) {
      hours = n.value / 100;
      minutes = n.value % 100;
    } else if (Peek() == ':') {
      ++at_;
      const Number m = ReadNumber();
      if (m.digits != 2) return false;
      minutes = m.value;
    }
    if (n.digits > 4 || hours > 23 || minutes > 59 || have_offset_) return false;
    have_offset_ = true;
    zone_ = int((west ? -1 : 1) * (hours * 3600 + minutes * 60));
    return true;
  }

  // y-m-d, y-m, y-ddd; d.m.y; d/m/y or m/d/y, which is settled by Finish.
  bool NumericDate(Number first, char separator) {
    ++at_;
    const Number second = ReadNumber();
    const bool more = Peek() == separator && IsDigit(Peek(1));
    if (!more) {
      numbers_ = 3;
      if (first.digits != 4) return false;
      year_ = int(first.value);
      if (second.digits == 3 && separator == '-') return Ordinal(second.value);
      month_ = int(second.value);
      return second.digits <= 2;
    }
    ++at_;
    const Number third = ReadNumber();
    numbers_ = 3;
    if (second.digits > 3 || third.digits == 3 || third.digits > 4) return false;
    if (first.digits == 4) {
      year_ = int(first.value);
      month_ = int(second.value);
      day_ = int(third.value);
      return third.digits <= 2;
    }
    if (separator == '-' && third.digits != 4) return false;  // yy-mm-dd or dd-mm-yy: nobody knows
    year_ = FullYear(third);
    day_ = int(first.value);
    month_ = int(second.value);
    ambiguous_ = separator == '/';
    return first.digits <= 2;
  }

  bool Ordinal(int64_t day_of_year) {
    if (day_of_year < 1 || day_of_year > 366 || year_ < kYearMin) return false;
    const CivilDay day = AddDays({year_, 1, 1}, day_of_year - 1);
    month_ = day.month;
    day_ = day.day;
    return day.year == year_;
  }

  // 2026W521, 2026-W52-1, 2026-W52 (its Monday)
  bool WeekDate(int year) {
    const bool dashes = Take("-");
    ++at_;
    const size_t begin = at_;
    while (IsDigit(Peek()) && at_ - begin < 2) ++at_;
    if (at_ - begin != 2 || year < kYearMin || numbers_ != 0) return false;
    const int week = (text_[begin] - '0') * 10 + (text_[begin + 1] - '0');
    int weekday = 1;
    if ((!dashes || Take("-")) && IsDigit(Peek())) weekday = text_[at_++] - '0';
    if (IsDigit(Peek()) || week < 1 || week > 53 || weekday < 1 || weekday > 7) return false;
    const CivilDay fourth{year, 1, 4};  // always in week 1
    const CivilDay day = AddDays(fourth, -Weekday(fourth) + (week - 1) * 7 + weekday - 1);
    year_ = day.year;
    month_ = day.month;
    day_ = day.day;
    numbers_ = 3;
    return true;
  }

  static int FullYear(Number n) {
    if (n.digits >= 4) return int(n.value);
    return int(n.value) + (n.digits == 2 ? (n.value < 50 ? 2000 : 1900) : 1900);
  }

  // A lone number: the year if it has four digits or the day is known, else the day.
  bool Keep(Number n) {
    ++numbers_;
    if (n.digits > 4) return false;
    if (n.digits == 4 || (day_ != 0 && year_ == 0 && n.digits > 1)) {
      if (year_ != 0) return false;
      year_ = FullYear(n);
      return true;
    }
    if (day_ != 0) return false;
    day_ = int(n.value);
    return n.digits <= 2;
  }

  bool Word() {
    const size_t begin = at_;
    std::string word;
    while (IsWordByte(Peek()) || (Peek() == '/' && at_ > begin && IsWordByte(Peek(1))) ||
           (Peek() == '_' && at_ > begin)) {
      const char c = text_[at_++];
      word += c >= 'A' && c <= 'Z' ? char(c + 32) : c;
    }
    if (Meridiem(word)) return true;
    if (IsDateFiller(word)) return true;
    if (const auto zone = ZoneOfWord(word); zone && (have_time_ || numbers_ > 0)) return Zone(*zone);
    if (const int weekday = WeekdayOf(word); weekday >= 0 && begin == 0) {
      weekday_ = weekday;
      return true;
    }
    if (const int month = MonthOfWord(word); month != 0) {
      // "mar., 3 avril": the first of two was a weekday's name.
      if (month_ != 0 && !month_first_) return false;
      month_first_ = begin == 0;
      month_ = month;
      return true;
    }
    if (word.find('/') != word.npos) return Region(word);
    if (begin == 0) return true;  // a weekday in some language
    return (word == "am" || word == "pm") && false;
  }

  bool Meridiem(std::string_view word) {
    constexpr std::pair<std::string_view, bool> kWords[] = {{"am", false},   {"pm", true},    {"오전", false},
                                                            {"오후", true},  {"上午", false}, {"下午", true},
                                                            {"午前", false}, {"午後", true}};
    if (word == "a" || word == "p") {  // a.m.
      if (!Take(".m.") && !Take(".m") && !Take(".M.")) return false;
      meridiem_ = word == "p" ? 12 : 1;
      return true;
    }
    for (const auto& [name, afternoon] : kWords) {
      if (name != word) continue;
      meridiem_ = afternoon ? 12 : 1;
      if (word[0] == '\xec') local_ = 9 * 3600;
      return true;
    }
    return false;
  }

  static int WeekdayOf(std::string_view word) {
    constexpr std::string_view kDays[] = {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"};
    for (size_t i = 0; i < std::size(kDays); ++i) {
      if (word.size() >= 3 && kDays[i].starts_with(word)) return int(i);
    }
    return -1;
  }

  bool Zone(int seconds) {
    if (zone_ && !have_offset_) return false;
    if (!have_offset_) zone_ = seconds;  // "+0000 GMT" says it twice
    return true;
  }

  // "Europe/Brussels": which hour that was depends on rules that are not here, so only the day is kept.
  bool Region(std::string_view name) {
    constexpr std::string_view kRegions[] = {"africa/",    "america/", "asia/",    "atlantic/",
                                             "australia/", "europe/",  "pacific/", "us/"};
    if (name == "etc/gmt" || name == "etc/utc") return Zone(0);
    region_ = true;
    for (const auto region : kRegions) {
      if (name.starts_with(region)) return true;
    }
    return false;
  }

  void SettleOrder() {
    if (!ambiguous_ || month_ == day_) {
      ambiguous_ = false;
      return;
    }
    const auto fits = [&](int month, int day) {
      const CivilDay d{year_, uint8_t(month), uint8_t(day)};
      return month <= 12 && day <= 31 && IsValid(d) && (weekday_ < 0 || Weekday(d) == weekday_);
    };
    const bool day_first = fits(month_, day_), month_first = fits(day_, month_);
    ambiguous_ = day_first == month_first;
    if (month_first) std::swap(day_, month_);
  }

  bool SettleClock() {
    if (meridiem_ != 0) {
      if (hour_ < 1 || hour_ > 12 || !have_time_) return hour_ > 12 && hour_ < 24 && meridiem_ == 12;
      hour_ = hour_ % 12 + (meridiem_ == 12 ? 12 : 0);
    }
    if (second_ == 60) second_ = 59;  // a leap second has no time of its own
    const bool midnight = hour_ == 24 && minute_ == 0 && second_ == 0;
    return (hour_ < 24 || midnight) && minute_ < 60 && second_ < 60;
  }

  std::optional<Timestamp> Finish() {
    if (epoch_ != 0) return Timestamp{{epoch_}, Precision::kSecond};
    if (year_ < kYearMin || year_ > 9999) return std::nullopt;
    SettleOrder();
    if (ambiguous_ || month_ > 12 || day_ > 31 || month_ < 0 || !SettleClock()) return std::nullopt;
    if (month_ == 0 && (day_ != 0 || have_time_ || numbers_ > 1)) return std::nullopt;
    if (day_ == 0 && have_time_) return std::nullopt;
    const CivilDay day{year_, uint8_t(month_ == 0 ? 1 : month_), uint8_t(day_ == 0 ? 1 : day_)};
    if (!IsValid(day)) return std::nullopt;
    Timestamp out{StartOf(day), month_ == 0 ? Precision::kYear : day_ == 0 ? Precision::kMonth : Precision::kDay};
    if (!have_time_) return out;
    out.at.seconds += hour_ * 3600 + minute_ * 60 + second_ - zone_.value_or(local_);
    out.precision = region_ ? Precision::kDay : have_seconds_ ? Precision::kSecond : Precision::kMinute;
    const int year = DayOf(out.at).year;
    if (year < 1 || year > 9999) return std::nullopt;
    return out;
  }

  std::string_view text_;
  size_t at_ = 0;
  int numbers_ = 0;  // of the date, so far
  int year_ = 0, month_ = 0, day_ = 0, weekday_ = -1;
  bool month_first_ = false;  // the month's name opened the text
  bool ambiguous_ = false;    // day and month may be the other way round
  bool have_time_ = false, have_seconds_ = false, have_offset_ = false, region_ = false;
  int hour_ = 0, minute_ = 0, second_ = 0;
  int meridiem_ = 0;  // 1 before noon, 12 after
  std::optional<int> zone_;
  int local_ = 0;  // when no zone is written
  int64_t epoch_ = 0;
};

std::string_view Trimmed(std::string_view s) {
  const size_t begin = s.find_first_not_of(" \t\r\n\f\v");
  if (begin == s.npos) return {};
  return s.substr(begin, s.find_last_not_of(" \t\r\n\f\v") + 1 - begin);
}

}  // namespace

std::optional<Timestamp> ParseFeedDate(std::string_view text) {
  text = Trimmed(text);
  if (text.empty() || text.size() > kDateBytesMax) return std::nullopt;
  return DateReader(text).Read();
}

}  // namespace tocsin
