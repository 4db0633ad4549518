// Chinese dates.
#include "nlp/dates/chinese_words.h"
#include "nlp/dates/date_words.h"
#include "nlp/mentions/quantities.h"
#include "nlp/text/cursor.h"
#include "nlp/text/han_set.h"

namespace tocsin {
namespace {

using namespace chinese;
using Found = std::optional<DatePart>;

Found Spanning(Found part, size_t begin, size_t end) {
  if (part) part->begin = begin, part->end = end;
  return part;
}

class HanDate {
 public:
  HanDate(std::string_view text, size_t pos, const DateAnchor& anchor) : text_(text), begin_(pos), anchor_(anchor) {}

  Found Read() {
    const CodePoint first = Decode(text_, begin_);
    const bool numeral = first.bytes != 0 && (Classify(first.value) == CharClass::kDigit ||
                                              HanDigit(first.value) >= 0 || first.value == U'十');
    if (!numeral) return Words();
    if (Found p = DecadeOrCentury(begin_, 0)) return p;
    if (Found p = YearFirst()) return p;
    if (Found p = MonthFirst()) return p;
    if (Found p = QuarterOrHalf()) return p;
    if (Found p = Ago()) return p;
    return DayAlone();
  }

 private:
  // 日本|周五, 目前|天气, 说明|年报, 线上|周活: the first character ends another word.
  bool PartOfWordBefore() const {
    struct Row {
      char32_t first;
      HanSet before;
    };
    static constexpr Row kRows[] = {
        {U'本', HanSet(U"日基成资资根样版剧书课文")},
        {U'前', HanSet(U"目此当當先之以日年天周几数多生")},
        {U'后', HanSet(U"以今之然此最先前落幕售")},
        {U'上', HanSet(U"以线線网海路岸船身手世北")},
        {U'下', HanSet(U"以线線旗名手地之天乡")},
        {U'明', HanSet(U"说說证證声聲文透聪发發表标简注照")},
        {U'去', HanSet(U"过過")},
        {U'年', HanSet(U"多数數几幾近每当當同周")},
        {U'今', HanSet(U"如")},
        {U'最', HanSet(U"之")},
    };
    const CodePoint first = Decode(text_, begin_), before = DecodeBefore(text_, begin_);
    for (const Row& row : kRows) {
      if (row.first == first.value) return row.before.Has(before.value);
    }
    return false;
  }

  Found Words() {
    // What may stand behind the first character of such a word; most of them begin other words too.
    static constexpr HanSet kSecond(
        U"年月周週天日个個星拜来來去近底末初晚早晨夜半世季国國期中内內上下后後一二三四五六七八九十两兩");
    const CodePoint second = Decode(text_, begin_ + Decode(text_, begin_).bytes);
    if (!kSecond.Has(second.value) && Classify(second.value) != CharClass::kDigit) return std::nullopt;
    if (PartOfWordBefore()) return std::nullopt;
    if (Found p = YearWord()) return p;
    if (const Word* step = At(text_, begin_, kMonths)) return RelativeMonth(step->value, begin_ + step->text.size());
    if (const Word* step = At(text_, begin_, kQuarters))
      return Span(anchor_.Period(TimeUnit::kQuarter, step->value), begin_ + step->text.size());
    if (Found p = LastCentury()) return p;
    if (Found p = FirstParts()) return p;
    if (Found p = Week()) return p;
    if (const Word* day = At(text_, begin_, kDays); day != nullptr && FirstAt(text_, begin_, kNotToday).empty())
      return Span(anchor_.DayOffset(day->value), begin_ + day->text.size());
    for (const PartWord& word : kPartsOfDays) {
      if (!StartsWith(text_, begin_, word.text)) continue;
      DatePart p = anchor_.DayOffset(word.days);
      p.part = word.part;
      return Spanning(p, begin_, begin_ + word.text.size());
    }
    if (Found p = Stretch()) return p;
    if (Found p = EdgeOfNow()) return p;
    return QuarterOrHalf();
  }

  Found Span(Found part, size_t end) const { return Spanning(part, begin_, Edge(part, end)); }

  // 底, 初, 中旬 behind a period narrow it in words only.
  size_t Edge(Found& part, size_t end) const {
    if (!part || part->precision == Precision::kDay || part->precision == Precision::kWeek) return end;
    const Word* edge = At(text_, end, kEdges);
    if (edge == nullptr) return end;
    part->qualifier = Qualifier(edge->value);
    return end + edge->text.size();
  }

  bool future() const { return SpeaksOfFuture(text_, begin_); }

  // 90年代, 2020年代, 21世纪, 20世纪90年代; `century` was said before when it is not 0.
  Found DecadeOrCentury(size_t pos, int century) {
    const SmallNumber n = ReadHanSmallNumber(text_, pos);
    if (n.value < 0) return std::nullopt;
    if (StartsWith(text_, n.end, "年代")) {
      const int two_digits = n.value % 100;
      if (two_digits % 10 != 0 || (n.value >= 100 && !PlausibleYear(n.value))) return std::nullopt;
      const int hundreds = n.value >= 100 ? n.value / 100 : century != 0 ? century - 1 : two_digits < 30 ? 20 : 19;
      return Spanning(anchor_.Decade(hundreds * 100 + two_digits), begin_, n.end + 6);
    }
    if (century != 0 || n.value < 10 || n.value > 30) return std::nullopt;
    for (std::string_view word : WordList{"世纪", "世紀"}) {
      if (!StartsWith(text_, n.end, word)) continue;
      const size_t end = n.end + word.size();
      if (Found decade = DecadeOrCentury(end, n.value)) return decade;
      return Spanning(anchor_.Century(n.value), begin_, end);
    }
    return std::nullopt;
  }

  // 上世纪九十年代, 本世纪20年代: centuries of the one that it is.
  Found LastCentury() {
    const bool last = StartsWith(text_, begin_, "上世纪") || StartsWith(text_, begin_, "上世紀");
    if (!last && !StartsWith(text_, begin_, "本世纪") && !StartsWith(text_, begin_, "本世紀")) return std::nullopt;
    return DecadeOrCentury(begin_ + 9, last ? 20 : 21);
  }

  // 前三季度, 前5个月: of the year, which was not said.
  Found FirstParts() {
    if (!StartsWith(text_, begin_, "前")) return std::nullopt;
    const SmallNumber n = ReadHanSmallNumber(text_, begin_ + 3);
    if (n.value < 1 || n.value > 11) return std::nullopt;
    const bool quarters = StartsWith(text_, n.end, "季度") || StartsWith(text_, n.end, "个季度");
    const bool months = StartsWith(text_, n.end, "个月") || StartsWith(text_, n.end, "個月");
    if ((!quarters && !months) || (quarters && n.value > 4)) return std::nullopt;
    const size_t end = n.end + (StartsWith(text_, n.end, "个季度") ? 9 : 6);
    if (!anchor_.known()) return Spanning(anchor_.Unresolved(Precision::kUnknown), begin_, end);
    // Told before they are over, they were last year's.
    const int last_month = quarters ? n.value * 3 : n.value;
    const bool this_year = future() || anchor_.day().month >= last_month;
    const DatePart year = anchor_.Year(anchor_.day().year - (this_year ? 0 : 1));
    Found p = anchor_.NthOf(year, quarters ? TimeUnit::kQuarter : TimeUnit::kMonth, 1, n.value);
    if (p) p->relative = true;
    return Spanning(p, begin_, end);
  }

  // ---- a year leads -----------------------------------------------------------------------------

  Found YearWord() {
    if (const Word* year = At(text_, begin_, kYears)) {
      const size_t end = begin_ + year->text.size();
      if (!anchor_.known()) return Span(anchor_.Unresolved(Precision::kYear), end);
      Found p = InYear(anchor_.day().year + year->value, end);
      if (p) p->relative = true;
      return p;
    }
    if (StartsWith(text_, begin_, "民国") || StartsWith(text_, begin_, "民國")) {  // counted from 1912
      const SmallNumber n = ReadHanSmallNumber(text_, begin_ + 6);
      const bool year = n.value >= 1 && n.value <= 150 && StartsWith(text_, n.end, "年");
      return year ? InYear(1911 + n.value, n.end + 3) : std::nullopt;
    }
    return std::nullopt;
  }

  Found YearFirst() {
    const SmallNumber n = ReadHanSmallNumber(text_, begin_);
    const size_t at = SkipBlanks(text_, n.end);
    if (Found years = YearsJoined(n)) return years;
    if (n.value >= 0 && PlausibleYear(n.value) && StartsWith(text_, at, "财年")) return InYear(n.value, at + 6);
    if (n.value < 0 || !StartsWith(text_, at, "年")) return std::nullopt;
    if (PlausibleYear(n.value)) return InYear(n.value, at + 3);
    // 08年, 零八年: a year of this century by its zero.
    const bool short_year = n.value <= 9 && (n.end == begin_ + 2 || n.end == begin_ + 6);
    const bool after_number = Classify(DecodeBefore(text_, begin_).value) == CharClass::kDigit;
    return short_year && !after_number ? InYear(2000 + n.value, at + 3) : std::nullopt;
  }

  // The place behind a dash, 至 or 到 between two bare numbers, or 0.
  size_t NumberLink(size_t pos) const {
    for (std::string_view link : WordList{"—", "–", "-", "－", "~", "～", "至", "到"}) {
      if (StartsWith(text_, pos, link)) return pos + link.size();
    }
    return 0;
  }

  // 2023-2025年.
  Found YearsJoined(SmallNumber first) {
    const size_t link = PlausibleYear(first.value) ? NumberLink(first.end) : 0;
    const SmallNumber last = link == 0 ? SmallNumber{} : ReadHanSmallNumber(text_, link);
    if (!PlausibleYear(last.value) || last.value <= first.value || !StartsWith(text_, last.end, "年"))
      return std::nullopt;
    return Spanning(anchor_.Years(first.value, last.value - first.value + 1), begin_, last.end + 3);
  }

  // 1-9月 of a year, or of the nearest one when it is 0.
  Found MonthsJoined(int year, size_t pos) {
    const SmallNumber first = ReadHanSmallNumber(text_, pos);
    const size_t link = first.value < 1 || first.value > 12 ? 0 : NumberLink(first.end);
    const SmallNumber last = link == 0 ? SmallNumber{} : MonthAt(text_, link);
    if (last.value <= first.value || DayAt(text_, SkipBlanks(text_, last.end)).value > 0) return std::nullopt;
    if (year == 0) {
      const Found near = anchor_.MonthNear(last.value, future());
      if (!near || !near->resolved) return Spanning(near, begin_, last.end);
      year = near->first.year;
    }
    const DatePart end = anchor_.Month(year, last.value);
    DatePart p = anchor_.Between(anchor_.Month(year, first.value).first, end.after);
    return Spanning(p, begin_, last.end);
  }

  // 3-4日 of a month.
  Found DaysJoined(int year, int month, size_t pos) {
    const SmallNumber first = ReadHanSmallNumber(text_, pos);
    const size_t link = first.value < 1 || first.value > 31 ? 0 : NumberLink(first.end);
    const SmallNumber last = link == 0 ? SmallNumber{} : DayAt(text_, link);
    if (last.value <= first.value) return std::nullopt;
    Found from = year != 0 ? anchor_.Day(year, month, first.value) : anchor_.DayNear(month, first.value, future());
    if (!from || !from->resolved) return Spanning(from, begin_, last.end);
    const Found to = anchor_.Day(from->first.year, month, last.value);
    if (!to) return std::nullopt;
    from->after = to->after;
    from->precision = Precision::kUnknown;
    from->year_given = true;
    return Spanning(from, begin_, last.end);
  }

  Found InYear(int year, size_t end) {
    size_t at = end;
    if (StartsWith(text_, at, "度")) at = end += 3;
    at = SkipBlanks(text_, at);
    if (StartsWith(text_, at, "的")) at += 3;
    if (Found months = MonthsJoined(year, at)) return months;
    if (const SmallNumber month = MonthAt(text_, at); month.value > 0) return InMonth(year, month.value, month.end);
    if (const SmallNumber quarter = QuarterAt(text_, at); quarter.value > 0)
      return Span(anchor_.Quarter(year, quarter.value), quarter.end);
    if (const int half = HalfAt(text_, at); half != 0) return Span(anchor_.Half(year, half), at + 9);
    if (Found part = PartOf(anchor_.Year(year), at)) return part;
    return Span(anchor_.Year(year), end);
  }

  // 第三个月, 前10天, 最后一周, 最后一个星期一 of a period.
  Found PartOf(const DatePart& period, size_t at) {
    if (StartsWith(text_, at, "的")) at += 3;
    const bool last = StartsWith(text_, at, "最后") || StartsWith(text_, at, "最後");
    const bool first = StartsWith(text_, at, "前"), nth = StartsWith(text_, at, "第");
    if (!last && !first && !nth) return std::nullopt;
    const SmallNumber n = ReadHanSmallNumber(text_, at + (last ? 6 : 3));
    if (n.value < 1 || n.value > 60) return std::nullopt;
    if (last && n.value == 1) {
      for (std::string_view lead : WordList{"个星期", "個星期", "个周", "個週"}) {
        const int weekday = StartsWith(text_, n.end, lead) ? WeekdayAt(n.end + lead.size()) : 0;
        if (weekday != 0) return LastWeekday(period, weekday, n.end + lead.size() + 3);
      }
    }
    const Unit unit = UnitAt(n.end);
    if (unit.end == 0) return std::nullopt;
    return Spanning(anchor_.NthOf(period, unit.unit,
                                  last    ? -1
                                  : first ? 1
                                          : n.value,
                                  nth ? 1 : n.value),
                    begin_, unit.end);
  }

  Found LastWeekday(const DatePart& period, int weekday, size_t end) const {
    if (!period.resolved) return Spanning(anchor_.Unresolved(Precision::kDay), begin_, end);
    const CivilDay last = AddDays(period.after, -1);
    return Spanning(anchor_.Day(AddDays(last, -((Weekday(last) + 1 - weekday + 7) % 7))), begin_, end);
  }

  Found InMonth(int year, int month, size_t end) {
    const SmallNumber day = DayAt(text_, SkipBlanks(text_, end));
    if (day.value > 0) return Span(anchor_.Day(year, month, day.value), day.end);
    if (Found days = DaysJoined(year, month, SkipBlanks(text_, end))) return days;
    if (Found part = PartOf(anchor_.Month(year, month), end)) return part;
    return Span(anchor_.Month(year, month), end);
  }

  // ---- a month leads ----------------------------------------------------------------------------

  Found MonthFirst() {
    if (Found months = MonthsJoined(0, begin_)) return months;
    const SmallNumber month = MonthAt(text_, begin_);
    if (month.value < 0) return std::nullopt;
    const SmallNumber day = DayAt(text_, SkipBlanks(text_, month.end));
    if (Found days = DaysJoined(0, month.value, SkipBlanks(text_, month.end))) return days;
    if (day.value > 0) return Span(anchor_.DayNear(month.value, day.value, future()), day.end);
    const Found near = anchor_.MonthNear(month.value, future());
    if (Found part = near ? PartOf(*near, month.end) : std::nullopt) return part;
    return Span(near, month.end);
  }

  Found RelativeMonth(int step, size_t end) {
    const DatePart month = anchor_.Period(TimeUnit::kMonth, step);
    const SmallNumber day = DayAt(text_, SkipBlanks(text_, end));
    if (day.value < 0) return Span(month, end);
    Found p = month.resolved ? anchor_.Day(month.first.year, month.first.month, day.value)
                             : std::optional(anchor_.Unresolved(Precision::kDay));
    if (p) p->relative = true;
    return Span(p, day.end);
  }

  // ---- weeks and days ---------------------------------------------------------------------------

  // 一 .. 日 at `pos`: 1..7, or 0.
  int WeekdayAt(size_t pos) const {
    const CodePoint c = Decode(text_, pos);
    if (c.value == U'日' || c.value == U'天')
      return StartsWith(text_, pos, "日本") || StartsWith(text_, pos, "日元") ? 0 : 7;
    const int digit = c.bytes == 0 ? -1 : HanDigit(c.value);
    return digit >= 1 && digit <= 6 ? digit : 0;
  }

  // 上半周, 下半周: up to Wednesday, and from Thursday on.
  Found HalfWeek() {
    const bool second = StartsWith(text_, begin_, "下半");
    if (!second && !StartsWith(text_, begin_, "上半")) return std::nullopt;
    if (!StartsWith(text_, begin_ + 6, "周") && !StartsWith(text_, begin_ + 6, "週")) return std::nullopt;
    return Spanning(anchor_.Days(anchor_.WeekdayOfWeek(second ? 4 : 1, 0), second ? 4 : 3), begin_, begin_ + 9);
  }

  Found Week() {
    if (Found half = HalfWeek()) return half;
    if (const Word* week = At(text_, begin_, kWeeks)) {
      const size_t end = begin_ + week->text.size();
      if (const int weekday = WeekdayAt(end); weekday != 0)
        return Span(anchor_.WeekdayOfWeek(weekday, week->value), end + 3);
      if (StartsWith(text_, end, "末")) {
        DatePart p = anchor_.WeekdayOfWeek(6, week->value);
        if (p.resolved) p.after = AddDays(p.first, 2);
        p.precision = Precision::kUnknown;
        return Spanning(p, begin_, end + 3);
      }
      return Span(anchor_.Period(TimeUnit::kWeek, week->value), end);
    }
    const Word* lead = At(text_, begin_, kWeekdays);
    if (lead == nullptr || Classify(DecodeBefore(text_, begin_).value) == CharClass::kDigit) return std::nullopt;
    const size_t end = begin_ + lead->text.size();
    const int weekday = WeekdayAt(end);
    // 周一 is Monday, 周一鸣 and 一周三次 are not: the numeral must end the word as far as a look tells.
    const CodePoint before = DecodeBefore(text_, begin_);
    if (weekday == 0 || HanDigit(before.value) >= 0 || before.value == U'每' || before.value == U'两')
      return std::nullopt;
    if (const CodePoint next = Decode(text_, end + 3);
        HanUnit(next.value) != 0 || next.value == U'年' || next.value == U'次')
      return std::nullopt;
    return Span(anchor_.WeekdayNear(weekday, future()), end + 3);
  }

  // 15日 in a text that was published near it: this month's, or the last month's when it has not come yet.
  Found DayAlone() {
    const CodePoint before = DecodeBefore(text_, begin_);
    if (before.bytes != 0 && (IsLetterClass(Classify(before.value)) || before.value == U'第' || before.value == '-'))
      return std::nullopt;
    const SmallNumber day = DayAt(text_, begin_);
    if (day.value < 0) return std::nullopt;
    if (!anchor_.known()) return Span(anchor_.Unresolved(Precision::kDay), day.end);
    CivilDay month = anchor_.day();
    month.day = 1;
    if (day.value > anchor_.day().day + 1 && !future()) month = AddMonths(month, -1);
    Found p = anchor_.Day(month.year, month.month, day.value);
    if (p) p->relative = true;
    return Span(p, day.end);
  }

  // ---- stretches --------------------------------------------------------------------------------

  struct Unit {
    TimeUnit unit = TimeUnit::kNone;
    size_t end = 0;
  };
  Unit UnitAt(size_t pos) const {
    struct Row {
      std::string_view text;
      TimeUnit unit;
    };
    static constexpr Row kUnits[] = {
        {"个月", TimeUnit::kMonth},  {"個月", TimeUnit::kMonth},     {"年", TimeUnit::kYear},
        {"天", TimeUnit::kDay},      {"周", TimeUnit::kWeek},        {"週", TimeUnit::kWeek},
        {"个星期", TimeUnit::kWeek}, {"个季度", TimeUnit::kQuarter}, {"季度", TimeUnit::kQuarter}};
    for (const Row& row : kUnits) {
      if (StartsWith(text_, pos, row.text)) return {row.unit, pos + row.text.size()};
    }
    return {};
  }

  Found Stretch() {
    const Word* lead = At(text_, begin_, kStretches);
    if (lead == nullptr) return std::nullopt;
    size_t at = begin_ + lead->text.size();
    if (StartsWith(text_, at, "的")) at += 3;
    const SmallNumber count = ReadHanSmallNumber(text_, SkipBlanks(text_, at));
    const Unit unit = count.value < 1 || count.value > 200 ? Unit{} : UnitAt(SkipBlanks(text_, count.end));
    if (unit.end == 0) return std::nullopt;
    return Spanning(anchor_.Span(unit.unit, count.value, lead->value > 0, true), begin_, unit.end);
  }

  Found Ago() {
    const SmallNumber count = ReadHanSmallNumber(text_, begin_);
    const Unit unit = count.value < 1 || count.value > 300 ? Unit{} : UnitAt(count.end);
    if (unit.end == 0) return std::nullopt;
    for (std::string_view ago : WordList{"之前", "以前", "前"}) {
      if (StartsWith(text_, unit.end, ago))
        return Spanning(anchor_.Ago(unit.unit, -count.value), begin_, unit.end + ago.size());
    }
    return std::nullopt;
  }

  // 年底, 月末: of the current year or month; a number before them belongs to another expression.
  Found EdgeOfNow() {
    const CodePoint before = DecodeBefore(text_, begin_);
    if (HanDigit(before.value) >= 0 || Classify(before.value) == CharClass::kDigit || before.value == U'每')
      return std::nullopt;
    if (const Word* edge = At(text_, begin_, kQualifiers)) {
      DatePart p = anchor_.Period(TimeUnit::kYear, 0);
      p.precision = Precision::kYear;
      p.qualifier = Qualifier(edge->value);
      return Spanning(p, begin_, begin_ + edge->text.size());
    }
    if (StartsWith(text_, begin_, "月底") || StartsWith(text_, begin_, "月末")) {
      DatePart p = anchor_.Period(TimeUnit::kMonth, 0);
      p.precision = Precision::kMonth;
      p.qualifier = Qualifier::kLate;
      return Spanning(p, begin_, begin_ + 6);
    }
    return std::nullopt;
  }

  Found QuarterOrHalf() {
    if (const int half = HalfAt(text_, begin_); half != 0) return Span(anchor_.HalfNear(half, future()), begin_ + 9);
    const SmallNumber quarter = QuarterAt(text_, begin_);
    if (EndsWith(text_, begin_, "前")) return std::nullopt;  // 前三季度 are three
    // 第一季 alone is a season of a series.
    if (quarter.value < 0 || ByteAt(text_, begin_) == 'Q' || !EndsWith(text_, quarter.end, "度")) return std::nullopt;
    return Span(anchor_.QuarterNear(quarter.value, future()), quarter.end);
  }

  std::string_view text_;
  size_t begin_;
  const DateAnchor& anchor_;
};

}  // namespace

std::optional<DatePart> ReadHanDate(const DatePlace& place, size_t pos) {
  return HanDate(place.text, pos, place.anchor).Read();
}

}  // namespace tocsin
