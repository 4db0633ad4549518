// Dates, times and durations in running text.
//
// Words, digits and a few Chinese characters that may begin a date are looked at once, from left to right. What the
// local grammars read there is then joined with a neighbour: a second date makes a range, a time of day a moment.
// Durations come from the quantities that nothing else has taken.
#include <algorithm>
#include <initializer_list>

#include "nlp/mentions/date_words.h"
#include "nlp/mentions/mentions.h"
#include "nlp/mentions/number_words.h"
#include "nlp/mentions/ranges.h"
#include "nlp/mentions/times.h"
#include "nlp/text/cursor.h"

namespace tocsin {
namespace {

// Characters that begin a Chinese date expression, besides digits.
bool HanDateStart(char32_t c) {
  switch (c) {
    case U'今':
    case U'去':
    case U'明':
    case U'前':
    case U'后':
    case U'後':
    case U'上':
    case U'下':
    case U'本':
    case U'这':
    case U'這':
    case U'昨':
    case U'周':
    case U'週':
    case U'星':
    case U'礼':
    case U'禮':
    case U'年':
    case U'月':
    case U'未':
    case U'过':
    case U'過':
    case U'最':
    case U'第':
    case U'次':
    case U'半':
    case U'一':
    case U'二':
    case U'三':
    case U'四':
    case U'五':
    case U'六':
    case U'七':
    case U'八':
    case U'九':
    case U'十':
    case U'两':
    case U'兩':
    case U'〇':
    case U'零': return true;
    default: return c >= 0xFF10 && c <= 0xFF19;
  }
}

class DateFinder {
 public:
  DateFinder(std::string_view text, const AnnotateContext& context, std::vector<Quantity>& quantities,
             const Annotations& taken, std::vector<DateMention>& found)
      : text_(text), anchor_(context.published), quantities_(quantities), taken_(taken), found_(found) {}

  void Run() {
    while (pos_ < text_.size()) {
      if (const uint32_t end = TakenEnd(); end != 0) {
        pos_ = end;
        continue;
      }
      const char c = text_[pos_];
      if (IsAsciiLetter(c)) {
        Word();
      } else if (IsAsciiDigit(c)) {
        Digits();
      } else if (static_cast<unsigned char>(c) >= 0xE3) {
        Wide();
      } else {
        ++pos_;
      }
    }
  }

 private:
  // The end of the sum or percentage that covers pos_, or 0.
  uint32_t TakenEnd() {
    while (amount_ < taken_.amounts.size() && taken_.amounts[amount_].span.end <= pos_) ++amount_;
    while (percent_ < taken_.percents.size() && taken_.percents[percent_].span.end <= pos_) ++percent_;
    if (amount_ < taken_.amounts.size() && taken_.amounts[amount_].span.begin <= pos_)
      return taken_.amounts[amount_].span.end;
    if (percent_ < taken_.percents.size() && taken_.percents[percent_].span.begin <= pos_)
      return taken_.percents[percent_].span.end;
    return 0;
  }

  void Word() {
    size_t end = pos_ + 1;
    while (end < text_.size() && IsAsciiLetter(text_[end])) ++end;
    const std::string_view word = text_.substr(pos_, end - pos_);
    const bool starts = pos_ == 0 || !WordCharBefore(text_, pos_);
    if (starts && MayStartDate(word)) {
      if (const auto date = ReadEnglishDate(text_, pos_, word, anchor_); date && Free(date->end)) return Take(*date);
      if (TakeDuration()) return;
    }
    pos_ = end;
  }

  void Digits() {
    const char before = pos_ == 0 ? ' ' : text_[pos_ - 1];
    const bool name = IsAsciiLetter(before) || before == '_' || before == '$' || before == '/' || before == '.' ||
                      (before == '-' && pos_ > 1 && !WordAt(text_, pos_ >= 4 ? pos_ - 4 : 0, "mid"));
    if (!name) {
      if (TimeFirst()) return;
      if (const auto date = ReadDigitDate(text_, pos_, anchor_); date && Free(date->end)) return Take(*date);
      if (TakeDuration()) return;
    }
    while (pos_ < text_.size() && IsAsciiDigit(text_[pos_])) ++pos_;
  }

  void Wide() {
    const CodePoint c = Decode(text_, pos_);
    if (HanDateStart(c.value)) {
      if (const auto date = ReadHanDate(text_, pos_, anchor_); date && Free(date->end)) return Take(*date);
      if (const auto half = ReadHalfYear(text_, pos_)) return AddDuration(*half);
      if (TakeDuration()) return;
    }
    pos_ += c.bytes;
  }

  // Nothing that a sum or percentage owns lies before `end`.
  bool Free(size_t end) const {
    const bool sum = amount_ < taken_.amounts.size() && taken_.amounts[amount_].span.begin < end;
    return !sum && !(percent_ < taken_.percents.size() && taken_.percents[percent_].span.begin < end);
  }

  // ---- what is read is joined with its neighbours ------------------------------------------------

  std::optional<DatePart> ReadAt(size_t pos) const {
    if (pos >= text_.size()) return std::nullopt;
    std::optional<DatePart> date;
    if (IsAsciiDigit(text_[pos]))
      date = ReadDigitDate(text_, pos, anchor_);
    else if (IsAsciiLetter(text_[pos]))
      date = ReadEnglishDate(text_, pos, LettersAt(text_, pos), anchor_);
    else
      date = ReadHanDate(text_, pos, anchor_);
    if (!date) date = BareYearAt(pos);
    return date;
  }

  // "2023 and 2025", "2025-2027": the second year needs no word of its own.
  std::optional<DatePart> BareYearAt(size_t pos) const {
    const SmallNumber n = ReadSmallNumber(text_, pos);
    if (n.end != pos + 4 || !PlausibleYear(n.value) || WordCharAt(text_, n.end) || ByteAt(text_, n.end) == '%')
      return std::nullopt;
    DatePart p = anchor_.Year(n.value);
    p.begin = pos;
    p.end = n.end;
    return p;
  }

  // "30日" or "10" behind 9月3日至: a day of the same month.
  std::optional<DatePart> SameMonthDay(const DatePart& first, size_t pos) const {
    const SmallNumber n = ReadHanSmallNumber(text_, pos);
    if (first.precision != Precision::kDay || !first.resolved || n.value < 1 || n.value > 31) return std::nullopt;
    if (!StartsWith(text_, n.end, "日") && !StartsWith(text_, n.end, "号")) return std::nullopt;
    auto p = anchor_.Day(first.first.year, first.first.month, n.value);
    if (p) p->begin = pos, p->end = n.end + 3;
    return p;
  }

  bool JoinRange(DatePart& date) const {
    const RangeLink link = ReadRange(date);
    if (link.word == RangeWord::kNone) return false;
    auto last = SameMonthDay(date, link.end);
    if (!last) last = ReadAt(link.end);
    if (!last || !Free(last->end) || date.precision > Precision::kDay || last->relative != date.relative) {
      const bool shares_year = last && date.relative && last->year_given;
      if (!shares_year) return false;
    }
    if (last->year_given && !date.year_given) TakeYear(date, last->first.year);
    if (!last->year_given && date.year_given) TakeYear(*last, date.first.year);
    if (date.resolved && last->resolved && last->after <= date.first) return false;
    date.after = last->after;
    date.end = last->end;
    date.precision = Precision::kUnknown;
    date.resolved = date.resolved && last->resolved;
    date.year_given = true;
    return true;
  }

  RangeLink ReadRange(const DatePart& date) const {
    RangeLink link = ReadRangeLink(text_, date.end);
    const size_t at = SkipBlanks(text_, date.end);
    if (link.word == RangeWord::kNone && at != date.end) {
      for (std::string_view word : {"through", "until", "till"}) {
        if (WordAt(text_, at, word)) link = {RangeWord::kTo, SkipBlanks(text_, at + word.size())};
      }
    }
    if (link.word == RangeWord::kAnd && !BetweenBefore(text_, date.begin)) return {};
    return link;
  }

  void Take(DatePart date) {
    JoinRange(date);
    if (date.precision == Precision::kDay && TimeBehind(date)) return;
    DateMention m;
    m.span = {uint32_t(date.begin), uint32_t(date.end)};
    m.first = date.first;
    m.after = date.after;
    m.precision = date.precision;
    m.resolved = date.resolved;
    m.relative = date.relative;
    if (date.resolved) m.value = IntervalText(date.first, date.after);
    m.qualifier = date.qualifier != Qualifier::kExact ? date.qualifier : QualifierBefore(date.begin);
    Add(m);
  }

  Qualifier QualifierBefore(size_t begin) const {
    struct Row {
      std::string_view word;
      Qualifier qualifier;
    };
    static constexpr Row kRows[] = {
        {"early", Qualifier::kEarly},   {"earlier", Qualifier::kEarly}, {"mid", Qualifier::kMid},
        {"late", Qualifier::kLate},     {"later", Qualifier::kLate},    {"before", Qualifier::kBefore},
        {"after", Qualifier::kAfter},   {"since", Qualifier::kSince},   {"until", Qualifier::kUntil},
        {"through", Qualifier::kUntil}, {"till", Qualifier::kUntil},    {"from", Qualifier::kSince}};
    const bool hyphen = begin > 0 && text_[begin - 1] == '-';
    const size_t end = hyphen ? begin - 1 : SkipBlanksBack(text_, begin);
    const Folded before(LettersBefore(text_, end));
    for (const Row& row : kRows) {
      if (before.view() == row.word) return row.qualifier;
    }
    if (before.view() != "of") return Qualifier::kExact;
    const Folded edge(LettersBefore(text_, SkipBlanksBack(text_, end - 2)));
    if (edge.view() == "end") return Qualifier::kLate;
    return edge.view() == "start" || edge.view() == "beginning" ? Qualifier::kEarly : Qualifier::kExact;
  }

  // ---- times ------------------------------------------------------------------------------------

  static std::string Clock(const TimeOfDay& t) {
    char clock[] = "T00:00";
    clock[1] = char('0' + t.hour / 10);
    clock[2] = char('0' + t.hour % 10);
    clock[4] = char('0' + t.minute / 10);
    clock[5] = char('0' + t.minute % 10);
    return clock;
  }

  static std::string Offset(std::string_view zone, CivilDay day) {
    const auto minutes = ZoneOfName(zone, day.month > 3 && day.month < 11);
    if (!minutes) return "";
    const int value = *minutes < 0 ? -*minutes : *minutes;
    std::string out(1, *minutes < 0 ? '-' : '+');
    for (const int part : {value / 60, value % 60}) {
      if (out.size() > 1) out += ':';
      out += char('0' + part / 10);
      out += char('0' + part % 10);
    }
    return out;
  }

  void Moment(const DatePart& date, const TimeOfDay& time, size_t begin, size_t end) {
    DateMention m;
    m.span = {uint32_t(begin), uint32_t(end)};
    m.kind = DateKind::kDateTime;
    m.first = date.first;
    m.after = date.after;
    m.precision = Precision::kMinute;
    m.resolved = date.resolved && time.hour < 24;
    m.relative = date.relative;
    if (m.resolved) m.value = FormatDay(date.first) + Clock(time) + Offset(time.zone, date.first);
    Add(m);
  }

  // "July 15 at 9 a.m.", 6月17日上午9时.
  bool TimeBehind(const DatePart& date) {
    size_t at = SkipBlanks(text_, date.end);
    if (ByteAt(text_, at) == ',') at = SkipBlanks(text_, at + 1);
    if (WordAt(text_, at, "at")) at = SkipBlanks(text_, at + 2);
    if (at >= text_.size()) return false;
    const auto time = ReadTime(text_, at);
    if (!time || !Free(time->end)) return false;
    Moment(date, *time, date.begin, time->end);
    return true;
  }

  // "9 a.m.", "14:30 GMT on 9 June 2025".
  bool TimeFirst() {
    const auto time = ReadTime(text_, pos_);
    if (!time || !Free(time->end) || ByteAt(text_, time->end) == '%') return false;
    size_t at = SkipBlanks(text_, time->end);
    if (ByteAt(text_, at) == ',') at = SkipBlanks(text_, at + 1);
    if (WordAt(text_, at, "on")) at = SkipBlanks(text_, at + 2);
    if (const auto date = at == time->end ? std::nullopt : ReadAt(at); date && date->precision == Precision::kDay) {
      Moment(*date, *time, pos_, date->end);
      return true;
    }
    DateMention m;
    m.span = {uint32_t(pos_), uint32_t(time->end)};
    m.kind = DateKind::kTime;
    m.precision = Precision::kMinute;
    m.value = Clock(*time);
    Add(m);
    return true;
  }

  // ---- durations --------------------------------------------------------------------------------

  bool TakeDuration() {
    while (quantity_ < quantities_.size() && quantities_[quantity_].span.begin < pos_) ++quantity_;
    if (quantity_ == quantities_.size() || quantities_[quantity_].span.begin != pos_ || quantities_[quantity_].used)
      return false;
    const auto duration = ReadDuration(text_, quantities_[quantity_]);
    if (!duration || !Free(duration->span.end)) return false;
    AddDuration(*duration);
    return true;
  }

  void AddDuration(const Duration& duration) {
    DateMention m;
    m.span = duration.span;
    m.kind = DateKind::kDuration;
    m.value = duration.value;
    m.resolved = true;
    Add(m);
  }

  void Add(const DateMention& m) {
    found_.push_back(m);
    pos_ = m.span.end;
    for (size_t i = quantity_; i < quantities_.size() && quantities_[i].span.begin < pos_; ++i) {
      quantities_[i].used = true;
      quantity_ = i + 1;
    }
  }

  std::string_view text_;
  DateAnchor anchor_;
  std::vector<Quantity>& quantities_;
  const Annotations& taken_;
  std::vector<DateMention>& found_;
  size_t pos_ = 0, amount_ = 0, percent_ = 0, quantity_ = 0;
};

}  // namespace

void FindDates(std::string_view text, const AnnotateContext& context, std::vector<Quantity>& quantities,
               const Annotations& taken, std::vector<DateMention>& found) {
  DateFinder(text, context, quantities, taken, found).Run();
}

}  // namespace tocsin
