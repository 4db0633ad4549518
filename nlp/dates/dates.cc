// Dates, times and durations in running text.
//
// Words, digits and a few Chinese characters that may begin a date are looked at once, from left to right. What the
// local grammars read there is then joined with a neighbour: a second date makes a range, a time of day a moment.
// Durations come from the quantities that nothing else has taken.
#include <algorithm>
#include <array>
#include <initializer_list>

#include "nlp/dates/date_words.h"
#include "nlp/dates/english_words.h"
#include "nlp/dates/moments.h"
#include "nlp/dates/times.h"
#include "nlp/mentions/mentions.h"
#include "nlp/mentions/number_words.h"
#include "nlp/mentions/ranges.h"
#include "nlp/mentions/token_scan.h"
#include "nlp/text/cursor.h"
#include "nlp/text/han_set.h"

namespace tocsin {
namespace {

// Characters that begin a Chinese date expression, besides digits.
constexpr HanSet kDateStarts(U"今去明前后後上下本这這昨周週星礼禮年月未过過最第次半民一二三四五六七八九十两兩零接");

class DateFinder {
 public:
  DateFinder(std::string_view text, const AnnotateContext& context, std::vector<Quantity>& quantities,
             const Annotations& taken, std::vector<DateMention>& found)
      : text_(text),
        anchor_(context.published),
        languages_(context.language, taken),
        quantities_(quantities),
        taken_(taken),
        found_(found) {}

  void Run() {
    StepThrough(taken_, kStartsDate, pos_, [&] { Step(); });
  }

 private:
  void Step() {
    const char c = text_[pos_];
    if (const uint32_t end = TakenEnd(); end != 0) {
      pos_ = end;
    } else if (IsAsciiLetter(c)) {
      Word();
    } else if (IsAsciiDigit(c)) {
      Digits();
    } else if (static_cast<unsigned char>(c) >= 0xE3) {
      Wide();
    } else {
      ++pos_;
    }
  }

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
    if (MayStartDate(word) && !WordCharBefore(text_, pos_)) {
      if (const auto date = ReadEnglishDate(Place(), pos_, word); date && Free(date->end)) return Take(*date);
      if (TakeDuration()) return;
    }
    pos_ = end;
  }

  void Digits() {
    if (!InName() || (InFileName() && pos_ > 0)) {
      if (TimeFirst()) return;
      if (const auto date = ReadDigitDate(Place(), pos_); date && Free(date->end)) return Take(*date);
      if (TakeDuration()) return;
    }
    while (pos_ < text_.size() && IsAsciiDigit(text_[pos_])) ++pos_;
  }

  // "GPT-4", "$5", "2024/1689": the digits belong to what stands before them.
  bool InName() const {
    const char before = pos_ == 0 ? ' ' : text_[pos_ - 1];
    return IsAsciiLetter(before) || before == '_' || before == '$' || before == '/' || before == '.' ||
           (before == '-' && pos_ > 1 && !WordAt(text_, pos_ >= 4 ? pos_ - 4 : 0, "mid"));
  }

  // "report-2017-03-02.pdf", "report-20170302.html": only a whole day.
  bool InFileName() const {
    const char before = text_[pos_ - 1];
    if ((before != '-' && before != '_') || pos_ < 2 || !IsAsciiLetter(text_[pos_ - 2])) return false;
    size_t end = pos_;
    while (IsAsciiDigit(ByteAt(text_, end))) ++end;
    return end - pos_ == 8 || (end - pos_ == 4 && ByteAt(text_, end) == '-' && IsAsciiDigit(ByteAt(text_, end + 1)) &&
                               IsAsciiDigit(ByteAt(text_, end + 2)) && ByteAt(text_, end + 3) == '-');
  }

  void Wide() {
    const CodePoint c = Decode(text_, pos_);
    if (MayStartHanDate(c.value) || (c.value >= 0xFF10 && c.value <= 0xFF19)) {
      if (const auto date = ReadHanDate(Place(), pos_); date && Free(date->end)) return Take(*date);
      if (const auto half = ReadHalfYear(text_, pos_)) return AddDuration(*half);
      if (TakeDuration()) return;
    }
    pos_ += c.bytes;
  }

  DatePlace Place() { return {text_, anchor_, DayFirst(), Listed()}; }
  // 10/1/2017 is the first of October in English only.
  bool DayFirst() { return languages_.At(pos_) != SentenceLanguage::kEnglish; }

  // "in 2023 and 2025", "in May or June": a year or month before this one in a list.
  bool Listed() const {
    if (found_.empty()) return false;
    const DateMention& last = found_.back();
    if (last.kind != DateKind::kDate || last.span.end > pos_ || pos_ - last.span.end > 6) return false;
    if (last.precision != Precision::kYear && last.precision != Precision::kMonth) return false;
    const std::string_view link = text_.substr(last.span.end, pos_ - last.span.end);
    return link == " and " || link == " or " || link == ", and " || link == ", or " || link == ", ";
  }

  // Nothing that a sum or percentage owns lies before `end`.
  bool Free(size_t end) const {
    const bool sum = amount_ < taken_.amounts.size() && taken_.amounts[amount_].span.begin < end;
    return !sum && !(percent_ < taken_.percents.size() && taken_.percents[percent_].span.begin < end);
  }

  // ---- what is read is joined with its neighbours ------------------------------------------------

  // "30日" or "10" behind 9月3日至: a day of the same month.
  std::optional<DatePart> SameMonthDay(const DatePart& first, size_t pos) const {
    const SmallNumber n = ReadHanSmallNumber(text_, pos);
    if (first.precision != Precision::kDay || !first.resolved || n.value < 1 || n.value > 31) return std::nullopt;
    if (!StartsWith(text_, n.end, "日") && !StartsWith(text_, n.end, "号")) return std::nullopt;
    auto p = anchor_.Day(first.first.year, first.first.month, n.value);
    if (p) p->begin = pos, p->end = n.end + 3;
    return p;
  }

  // "now", "date", "present" at the end of a stretch that began earlier.
  std::optional<DatePart> NowAt(size_t pos) const {
    for (std::string_view word : WordList{"now", "date", "the present", "present"}) {
      if (!WordAt(text_, pos, word)) continue;
      DatePart p = anchor_.DayOffset(0);
      p.begin = pos;
      p.end = pos + word.size();
      return p;
    }
    return std::nullopt;
  }

  bool JoinRange(DatePart& date) {
    const RangeLink link = ReadRange(date);
    if (link.word == RangeWord::kNone || date.precision > Precision::kDay) return false;
    size_t at = link.end;
    if (WordAt(text_, at, "the")) at = SkipBlanks(text_, at + 3);
    auto last = SameMonthDay(date, at);
    if (!last) last = NowAt(at);
    if (!last) last = ReadDate({text_, anchor_, DayFirst(), true, true}, at);
    if (!last || !Free(last->end) || last->precision > Precision::kDay) return false;
    if (link.word == RangeWord::kAnd && static_cast<unsigned char>(text_[date.end]) >= 0x80 && !BetweenBehind(*last))
      return false;
    const bool between = BetweenBehind(*last);
    YearOfPeriod(*last);
    if (!JoinDates(date, *last, anchor_)) return false;
    if (between) date.end += StartsWith(text_, date.end, "之") ? 6 : 3;
    return true;
  }

  // "the July-September period of 2025": the year is said behind, and is a date of its own.
  void YearOfPeriod(DatePart& last) const {
    if (last.year_given || last.precision != Precision::kMonth || !last.resolved) return;
    size_t at = SkipBlanks(text_, last.end);
    if (!SkipWord(text_, at, "period") && !SkipWord(text_, at, "quarter")) return;
    if (!SkipWord(text_, at, "of") && !SkipWord(text_, at, "in")) return;
    if (const Piece year = YearAt(text_, at); year.value != 0) {
      const size_t end = last.end;
      last = anchor_.Month(year.value, last.first.month);
      last.end = end;
    }
  }

  // 之间 behind the second of two dates that 和 joins.
  bool BetweenBehind(const DatePart& last) const {
    return StartsWith(text_, last.end, "之间") || StartsWith(text_, last.end, "之間") ||
           StartsWith(text_, last.end, "间") || StartsWith(text_, last.end, "間");
  }

  RangeLink ReadRange(const DatePart& date) const {
    RangeLink link = ReadRangeLink(text_, date.end);
    size_t at = SkipBlanks(text_, date.end);
    // "from Jan. 1, 2026, through Dec. 31, 2028"
    if (link.word == RangeWord::kNone && ByteAt(text_, at) == ',' &&
        WordAt(text_, SkipBlanks(text_, at + 1), "through"))
      at = SkipBlanks(text_, at + 1);
    for (std::string_view word : WordList{"和", "与", "與"}) {
      if (StartsWith(text_, at, word)) return {RangeWord::kAnd, SkipBlanks(text_, at + word.size())};
    }
    if (link.word == RangeWord::kNone && at != date.end) {
      for (std::string_view word : WordList{"through", "until", "till"}) {
        if (WordAt(text_, at, word)) link = {RangeWord::kTo, SkipBlanks(text_, at + word.size())};
      }
    }
    if (link.word != RangeWord::kAnd) return link;
    size_t begin = date.begin;
    if (EndsWith(text_, SkipBlanksBack(text_, begin), "the")) begin = SkipBlanksBack(text_, begin) - 3;
    return BetweenBefore(text_, begin) ? link : RangeLink{};
  }

  void Take(DatePart date) {
    // "from now to June" begins where the first date alone cannot say so.
    if (!JoinRange(date) && FindDateLead(LettersAt(text_, date.begin)).kind == DateLead::kNow) {
      pos_ = date.end;
      return;
    }
    SameWeekdayBehind(date);
    if (date.precision == Precision::kDay && (MomentBehind(date) || LastMoment(date))) return;
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

  // "July 15 at 9 a.m.", "Tuesday morning", 6月17日上午9时.
  bool MomentBehind(const DatePart& date) {
    const MomentTail tail = ReadMomentTail(text_, date);
    if (tail.end == 0 || !Free(tail.end)) return false;
    AddMoment(date, tail, date.begin, tail.end);
    return true;
  }

  // "in 3 days on Friday": a weekday that only says again which day it is.
  void SameWeekdayBehind(DatePart& date) const {
    if (date.precision != Precision::kDay || !date.resolved || !date.relative || date.weekday) return;
    size_t at = SkipBlanks(text_, date.end);
    if (!SkipWord(text_, at, "on")) return;
    const std::string_view word = LettersAt(text_, at);
    const DateLeadWord lead = FindDateLead(word);
    if (word.size() < 6 || lead.kind != DateLead::kWeekday || lead.value != Weekday(date.first) + 1) return;
    date.end = at + word.size();
  }

  // "by the end of tomorrow".
  bool LastMoment(const DatePart& date) {
    if (!date.resolved || !date.relative) return false;
    const size_t of = SkipBlanksBack(text_, date.begin);
    const std::string_view word = LettersBefore(text_, of);
    if (of == date.begin || Folded(word).view() != "of") return false;
    if (Folded(LettersBefore(text_, SkipBlanksBack(text_, of - 2))).view() != "end") return false;
    MomentTail tail;
    tail.first.hour = 23;
    tail.first.minute = tail.first.second = 59;
    AddMoment(date, tail, date.begin, date.end);
    return true;
  }

  void AddMoment(const DatePart& date, const MomentTail& tail, size_t begin, size_t end) {
    DateMention m;
    m.span = {uint32_t(begin), uint32_t(end)};
    m.kind = DateKind::kDateTime;
    m.first = date.first;
    m.after = date.after;
    m.precision = Precision::kMinute;
    m.relative = date.relative;
    m.qualifier = tail.qualifier;
    if (date.resolved) m.value = MomentText(date.first, tail);
    m.resolved = !m.value.empty();
    Add(m);
  }

  // "9 a.m.", "14:30 GMT on 9 June 2025", "from 2 to 4 p.m. on Monday".
  bool TimeFirst() {
    const MomentTail times = ReadTimes(text_, pos_);
    if (times.end == 0 || !Free(times.end) || ByteAt(text_, times.end) == '%') return false;
    size_t at = SkipBlanks(text_, times.end);
    if (ByteAt(text_, at) == ',') at = SkipBlanks(text_, at + 1);
    for (std::string_view word : WordList{"on", "of"}) {
      if (WordAt(text_, at, word)) at = SkipBlanks(text_, at + 2);
    }
    if (WordAt(text_, at, "the")) at = SkipBlanks(text_, at + 3);
    const auto date = at == times.end ? std::nullopt : ReadDate({text_, anchor_, DayFirst(), true}, at);
    if (date && date->precision == Precision::kDay && Free(date->end)) {
      MomentTail tail = times;
      SkipPartOfDay(text_, *date, tail);
      AddMoment(*date, tail, times.begin, std::max(date->end, tail.end));
      return true;
    }
    if (!times.certain) return false;
    DateMention m;
    m.span = {uint32_t(times.begin), uint32_t(times.end)};
    m.kind = DateKind::kTime;
    m.precision = Precision::kMinute;
    m.value = TimesText(times);
    Add(m);
    return true;
  }

  // ---- durations --------------------------------------------------------------------------------

  bool TakeDuration() {
    SkipQuantities(pos_);
    if (quantity_ == quantities_.size() || quantities_[quantity_].span.begin != pos_ || quantities_[quantity_].used)
      return false;
    auto duration = ReadDuration(text_, quantities_[quantity_]);
    if (!duration) return TakeTimeAgo();
    if (!Free(duration->span.end)) return false;
    for (size_t next = quantity_ + 1; next < quantities_.size(); ++next) {
      if (quantities_[next].used || quantities_[next].span.begin != DurationLink(text_, duration->span.end)) break;
      const auto more = ReadDuration(text_, quantities_[next]);
      if (!more || !Free(more->span.end) || !JoinDurations(*duration, *more)) break;
    }
    if ((IsAsciiLetter(text_[duration->span.end - 1]) || HanAgo(duration->span.end)) && TakeTimeAgo()) return true;
    AddDuration(*duration);
    return true;
  }

  // 前 behind a duration that counts back from now: not 两小时前往.
  bool HanAgo(size_t end) const {
    const size_t at = SkipBlanks(text_, end);
    return StartsWith(text_, at, "前") && !StartsWith(text_, at, "前往") && !StartsWith(text_, at, "前后") &&
           !StartsWith(text_, at, "前後") && !StartsWith(text_, at, "前来");
  }

  // "two hours ago", 30分钟前, "will end in 20 minutes": a moment, where the hour of publication is known. Longer
  // stretches are dates.
  bool TakeTimeAgo() {
    struct Row {
      std::string_view word;
      int64_t seconds;
    };
    static constexpr Row kRows[] = {{"hours ago", 3600}, {"hour ago", 3600}, {"minutes ago", 60},
                                    {"minute ago", 60},  {"小时前", 3600},   {"小時前", 3600},
                                    {"个小时前", 3600},  {"分钟前", 60},     {"分鐘前", 60}};
    static constexpr Row kAhead[] = {{"hours", 3600}, {"hour", 3600}, {"minutes", 60}, {"minute", 60}};
    constexpr int64_t kCountMax = 600;
    const Quantity& q = quantities_[quantity_];
    const auto count = ToInteger(q.value);
    if (!anchor_.has_time() || !count || *count > kCountMax) return false;
    const size_t at = SkipBlanks(text_, q.span.end);
    for (const Row& row : kRows) {
      if (!(IsAsciiLetter(row.word[0]) ? WordAt(text_, at, row.word) : StartsWith(text_, at, row.word))) continue;
      AddInstant({q.span.begin, uint32_t(at + row.word.size())}, -*count * row.seconds);
      return true;
    }
    const std::string_view lead = LettersBefore(text_, SkipBlanksBack(text_, q.span.begin));
    if (Folded(lead).view() != "in" || !SpeaksOfFuture(text_, q.span.begin)) return false;
    for (const Row& row : kAhead) {
      if (!WordAt(text_, at, row.word)) continue;
      AddInstant({q.span.begin, uint32_t(at + row.word.size())}, *count * row.seconds);
      return true;
    }
    return false;
  }

  // A moment that lies `seconds` after publication.
  void AddInstant(ByteSpan span, int64_t seconds) {
    const Instant moment{anchor_.at().seconds + seconds};
    DateMention m;
    m.span = span;
    m.kind = DateKind::kDateTime;
    m.precision = Precision::kMinute;
    m.relative = m.resolved = true;
    m.value = FormatInstant(moment);
    m.first = DayOf(moment);
    m.after = AddDays(m.first, 1);
    Add(m);
  }

  void AddDuration(const Duration& duration) {
    DateMention m;
    m.span = duration.span;
    m.kind = DateKind::kDuration;
    m.value = duration.value;
    m.resolved = true;
    Add(m);
  }

  // Past the quantities that begin before `begin`.
  void SkipQuantities(size_t begin) {
    while (quantity_ < quantities_.size() && quantities_[quantity_].span.begin < begin) ++quantity_;
  }

  void Add(DateMention& m) {
    SkipQuantities(m.span.begin);
    pos_ = m.span.end;
    found_.push_back(std::move(m));
    for (size_t i = quantity_; i < quantities_.size() && quantities_[i].span.begin < pos_; ++i) {
      quantities_[i].used = true;
      quantity_ = i + 1;
    }
  }

  std::string_view text_;
  DateAnchor anchor_;
  LanguageWalk languages_;
  std::vector<Quantity>& quantities_;
  const Annotations& taken_;
  std::vector<DateMention>& found_;
  size_t pos_ = 0, amount_ = 0, percent_ = 0, quantity_ = 0;
};

}  // namespace

bool MayStartHanDate(char32_t c) { return kDateStarts.Has(c) || c == U'〇'; }

void FindDates(std::string_view text, const AnnotateContext& context, std::vector<Quantity>& quantities,
               const Annotations& taken, std::vector<DateMention>& found) {
  DateFinder(text, context, quantities, taken, found).Run();
}

}  // namespace tocsin
