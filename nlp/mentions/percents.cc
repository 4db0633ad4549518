// Percentages: "10%", "5 to 10 percent", "25 basis points", 百分之二点八, 三成, 0.5个百分点.
#include <algorithm>
#include <initializer_list>

#include "nlp/mentions/mentions.h"
#include "nlp/mentions/qualifiers.h"
#include "nlp/mentions/ranges.h"
#include "nlp/text/cursor.h"
#include "nlp/text/han_set.h"

namespace tocsin {
namespace {

constexpr size_t kStakeBytesMax = 48;  // "a 10% (fully diluted) ownership stake": how far the noun may be

struct Unit {
  PercentUnit unit = PercentUnit::kPercent;
  int power = 0;   // 1 for 成, -2 for basis points
  size_t end = 0;  // 0: none
};

struct UnitRow {
  std::string_view words;
  PercentUnit unit;
  int power;
};
// Longest first.
constexpr UnitRow kEnglish[] = {
    {"percentage points", PercentUnit::kPoints, 0},
    {"percentage point", PercentUnit::kPoints, 0},
    {"percentage-point", PercentUnit::kPoints, 0},
    {"percent points", PercentUnit::kPoints, 0},
    {"basis points", PercentUnit::kBasisPoints, -2},
    {"basis point", PercentUnit::kBasisPoints, -2},
    {"basis-point", PercentUnit::kBasisPoints, -2},
    {"per cent", PercentUnit::kPercent, 0},
    {"percentage", PercentUnit::kPercent, 0},
    {"percent", PercentUnit::kPercent, 0},
    {"pct", PercentUnit::kPercent, 0},
    {"bps", PercentUnit::kBasisPoints, -2},
    {"pp", PercentUnit::kPoints, 0},
    {"bp", PercentUnit::kBasisPoints, -2},
};
constexpr UnitRow kHan[] = {
    {"个百分点", PercentUnit::kPoints, 0},     {"個百分點", PercentUnit::kPoints, 0},
    {"百分点", PercentUnit::kPoints, 0},       {"百分點", PercentUnit::kPoints, 0},
    {"个基点", PercentUnit::kBasisPoints, -2}, {"個基點", PercentUnit::kBasisPoints, -2},
    {"基点", PercentUnit::kBasisPoints, -2},   {"基點", PercentUnit::kBasisPoints, -2},
};
// Longer before shorter where one ends with another.
constexpr UnitRow kFractions[] = {{"百万分之", PercentUnit::kPercent, -4}, {"百萬分之", PercentUnit::kPercent, -4},
                                  {"千万分之", PercentUnit::kPercent, -5}, {"千萬分之", PercentUnit::kPercent, -5},
                                  {"十万分之", PercentUnit::kPercent, -3}, {"十萬分之", PercentUnit::kPercent, -3},
                                  {"百分之", PercentUnit::kPercent, 0},    {"佰分之", PercentUnit::kPercent, 0},
                                  {"千分之", PercentUnit::kPercent, -1},   {"仟分之", PercentUnit::kPercent, -1},
                                  {"万分之", PercentUnit::kPercent, -2},   {"萬分之", PercentUnit::kPercent, -2},
                                  {"亿分之", PercentUnit::kPercent, -6},   {"億分之", PercentUnit::kPercent, -6}};
// 折 is a share of the price that remains, 成 a tenth; not in these words.
constexpr std::string_view kNotDiscount[] = {"折叠", "折疊", "折合", "折旧", "折舊", "折射", "折屏", "折线",
                                             "折算", "折返", "折桥", "折断", "折页", "折回", "折纸"};
// 成 begins or ends many words; after a number it is a tenth unless one of these follows.
constexpr std::string_view kNotTenths[] = {"成立", "成为", "成為", "成功", "成员", "成果", "成本",
                                           "成长", "成交", "成熟", "成都", "成分", "成就", "成果",
                                           "成品", "成绩", "成效", "成不", "成套", "成群"};

bool HexAt(std::string_view text, size_t pos) {
  const char c = ByteAt(text, pos);
  return IsAsciiDigit(c) || (c >= 'A' && c <= 'F');
}

// The part of `word` that ends at `end`, its characters set apart by blanks or not; npos when it does not.
size_t SpacedBefore(std::string_view text, size_t end, std::string_view word) {
  while (!word.empty()) {
    const CodePoint c = DecodeBefore(word, word.size());
    if (DecodeBefore(text, end).value != c.value) return std::string_view::npos;
    word.remove_suffix(c.bytes);
    end -= c.bytes;
    if (!word.empty()) end = SkipBlanksBack(text, end);
  }
  return end;
}

// The same for a word that starts at `pos`: where it ends, or 0.
size_t SpacedAt(std::string_view text, size_t pos, std::string_view word) {
  while (!word.empty()) {
    const CodePoint c = Decode(word, 0);
    if (Decode(text, pos).value != c.value) return 0;
    word.remove_prefix(c.bytes);
    pos += c.bytes;
    if (!word.empty()) pos = SkipBlanks(text, pos);
  }
  return pos;
}

Unit HanUnitAt(std::string_view text, size_t at, const Quantity& q) {
  static constexpr HanSet kFirst(U"个個百基成折");
  if (!kFirst.Has(Decode(text, at).value)) return {};
  for (const UnitRow& row : kHan) {
    if (const size_t end = SpacedAt(text, at, row.words); end != 0) return {row.unit, row.power, end};
  }
  if (StartsWith(text, at, "成") && FirstAt(text, at, kNotTenths).empty() && q.scale <= 1 &&
      Compare(q.value, {1, 1}) <= 0)
    return {PercentUnit::kPercent, 1, at + 3};
  // 九折 and 75折.
  if (StartsWith(text, at, "折") && FirstAt(text, at, kNotDiscount).empty() && q.scale == 0 &&
      Compare(q.value, {1, 2}) < 0 && q.value.coefficient > 0)
    return {PercentUnit::kPercent, Compare(q.value, {1, 1}) < 0 ? 1 : 0, at + 3};
  return {};
}

Unit ReadUnit(std::string_view text, size_t pos, const Quantity& q) {
  size_t at = SkipBlanks(text, pos);
  if (ByteAt(text, at) == '%') {
    // "q=30%25%20" is an address.
    const bool encoded =
        (HexAt(text, at + 1) && HexAt(text, at + 2)) || (q.span.begin > 0 && text[q.span.begin - 1] == '%');
    return encoded ? Unit{} : Unit{PercentUnit::kPercent, 0, at + 1};
  }
  if (StartsWith(text, at, "\uFF05")) return {PercentUnit::kPercent, 0, at + 3};
  if (StartsWith(text, at, "\u2030")) return {PercentUnit::kPercent, -1, at + 3};
  if (static_cast<unsigned char>(ByteAt(text, at)) >= 0x80) return HanUnitAt(text, at, q);
  if (at == pos && ByteAt(text, at) == '-') ++at;
  const char first = AsciiLower(ByteAt(text, at));
  if (first != 'p' && first != 'b') return {};
  for (const UnitRow& row : kEnglish) {
    if (WordAt(text, at, row.words)) return {row.unit, row.power, at + row.words.size()};
  }
  return {};
}

bool AnyAt(std::string_view text, size_t pos, std::initializer_list<std::string_view> words) {
  for (std::string_view w : words) {
    if (StartsWith(text, pos, w)) return true;
  }
  return false;
}

// A noun of ownership behind a share, before the clause ends.
bool StakeBehind(std::string_view text, size_t pos) {
  const size_t last = std::min(text.size(), pos + kStakeBytesMax);
  for (size_t at = pos; at < last; ++at) {
    switch (text[at]) {
      case '.':
      case ',':
      case ';':
      case ':':
      case '\n': return false;
      case 's':
      case 'e':
      case 'o':
        if (AnyAt(text, at, {"stake", "shareholding", "equity", "ownership", "of the company", "of the restructured"}))
          return true;
        break;
      case '\xEF':
        if (StartsWith(text, at, "，")) return false;
        break;
      case '\xE8':
      case '\xE7':
        if (AnyAt(text, at, {"股份", "股权", "股權", "股比", "的新股"})) return true;
        break;
      default: break;
    }
  }
  return false;
}

// A verb of owning before a share, in its clause.
bool OwningBefore(std::string_view text, size_t pos) {
  const size_t from = pos > kStakeBytesMax ? pos - kStakeBytesMax : 0;
  for (size_t at = pos; at > from; --at) {
    switch (text[at - 1]) {
      case '.':
      case ',':
      case ';':
      case ':':
      case '\n': return false;
      case 's':
      case 'o':
      case 'h':
        if (AnyAt(text.substr(0, pos), at - 1, {"stake of ", "owns ", "own ", "holds ", "hold ", "holding "}))
          return true;
        break;
      case '\xEF':
        if (StartsWith(text, at - 1, "，")) return false;
        break;
      case '\xE6':
      case '\xE5':
        if (AnyAt(text.substr(0, pos), at - 1, {"持股", "持有", "入股", "占股", "控股"})) return true;
        break;
      default: break;
    }
  }
  return false;
}

// A share of ownership: the noun behind it, or a verb of owning before it.
bool IsStake(std::string_view text, ByteSpan span) {
  return StakeBehind(text, span.end) || OwningBefore(text, span.begin);
}

class PercentFinder {
 public:
  PercentFinder(std::string_view text, std::vector<Quantity>& quantities, std::vector<PercentMention>& found)
      : text_(text), quantities_(quantities), found_(found) {}

  void Run() {
    for (size_t i = 0; i < quantities_.size(); ++i) {
      Quantity& q = quantities_[i];
      if (q.used || q.span.begin < done_) continue;
      if (Fraction(i)) continue;
      if (Range(i)) {
        ++i;
      } else if (const Unit unit = ReadUnit(text_, q.span.end, q); unit.end != 0) {
        Quantity whole = q;
        size_t end = unit.end;
        if (unit.power == 1) end = TenthsAndMore(whole, end);
        Add(whole, whole.value, whole.value, unit, {Begin(q), uint32_t(end)});
        q.used = true;
        while (i + 1 < quantities_.size() && quantities_[i + 1].span.begin < end) quantities_[++i].used = true;
      } else if (const Unit thousands = ReadThousands(q); thousands.end != 0) {
        Add(q, q.value, q.value, thousands, {Begin(q), uint32_t(thousands.end)});
        q.used = true;
      }
    }
  }

 private:
  // 三成半, 七成六: hundredths behind the tenths.
  size_t TenthsAndMore(Quantity& q, size_t end) const {
    const size_t at = SkipBlanks(text_, end);
    const CodePoint c = Decode(text_, at);
    const int digit = c.bytes == 0 ? -1 : c.value == U'半' ? 5 : HanDigit(c.value);
    if (digit < 1 || text_[end - 1] != '\x90') return end;  // behind 成
    const CodePoint next = Decode(text_, at + c.bytes);
    const bool ends = next.bytes == 0 || Classify(next.value) != CharClass::kHan || next.value == U'的' ||
                      next.value == U'左' || next.value == U'以';
    const auto more = ends ? Decimal::Make(digit, -1) : std::nullopt;
    const auto sum = more ? tocsin::Add(q.value, *more) : std::nullopt;
    if (!sum) return end;
    q.value = *sum;
    return at + c.bytes;
  }

  // "12k个百分点".
  Unit ReadThousands(const Quantity& q) const {
    const size_t at = q.span.end;
    if (q.scale != 0 || q.form != QuantityForm::kDigits) return {};
    const bool wide = StartsWith(text_, at, "\uFF4B") || StartsWith(text_, at, "\uFF2B");
    if (!wide && AsciiLower(ByteAt(text_, at)) != 'k') return {};
    Unit unit = HanUnitAt(text_, SkipBlanks(text_, at + (wide ? 3 : 1)), q);
    if (unit.end != 0) unit.power += 3;
    return unit;
  }

  // 百分之N: the unit comes first. When the quantity reader took 百 for a number the unit still ends at the digits.
  bool Fraction(size_t i) {
    Quantity& q = quantities_[i];
    const Unit prefix = FractionBefore(q.span.begin);
    if (prefix.end == 0) return false;
    const size_t begin = prefix.end - 1;
    const Unit unit{prefix.unit, prefix.power, q.span.end};
    if (const size_t last = FractionRange(i, begin, prefix.power); last != 0) {
      Quantity& high = quantities_[last];
      Add(q, q.value, high.value, unit, {uint32_t(begin), high.span.end});
      high.used = true;
    } else {
      Add(q, q.value, q.value, unit, {uint32_t(begin), q.span.end});
    }
    return q.used = true;
  }

  // 百分之 before `pos`: its power, and in `end` one more than where it begins; no unit when there is none.
  Unit FractionBefore(size_t pos) const {
    const size_t before = SkipBlanksBack(text_, pos);
    if (!EndsWith(text_, before, "之")) return {};
    for (const UnitRow& row : kFractions) {
      const size_t begin = SpacedBefore(text_, before, row.words);
      if (begin != std::string_view::npos) return {row.unit, row.power, begin + 1};
    }
    return {};
  }

  // The quantity that ends 百分之五到百分之十, when the one at `i`, whose prefix stands at `begin`, begins it; else 0.
  size_t FractionRange(size_t i, size_t begin, int power) const {
    if (FromBefore(text_, begin)) return 0;
    const RangeLink link = ReadRangeLink(text_, quantities_[i].span.end);
    if (link.word == RangeWord::kNone || link.word == RangeWord::kAnd) return 0;
    for (size_t next = i + 1; next < quantities_.size() && next <= i + 2; ++next) {
      const Quantity& high = quantities_[next];
      const Unit prefix = FractionBefore(high.span.begin);
      if (prefix.end == 0 || prefix.power != power || prefix.end - 1 != link.end) continue;
      return high.used || Compare(quantities_[i].value, high.value) >= 0 ? 0 : next;
    }
    return 0;
  }

  bool Range(size_t i) {
    if (i + 1 >= quantities_.size()) return false;
    const Quantity& low = quantities_[i];
    Quantity& high = quantities_[i + 1];
    if (high.used) return false;
    const Unit own = ReadUnit(text_, low.span.end, low);
    const RangeLink link = ReadRangeLink(text_, own.end != 0 ? own.end : low.span.end);
    if (link.word == RangeWord::kNone || high.span.begin != link.end) return false;
    const Unit unit = ReadUnit(text_, high.span.end, high);
    if (unit.end == 0 || Compare(low.value, high.value) >= 0) return false;
    const bool from = FromBefore(text_, low.span.begin), between = BetweenBefore(text_, low.span.begin);
    if (link.word == RangeWord::kAnd && (!between || own.end != 0)) return false;
    if (own.end != 0 && (own.unit != unit.unit || (link.word == RangeWord::kTo && from))) return false;
    Add(low, low.value, high.value, unit, {Begin(low), uint32_t(unit.end)});
    return quantities_[i].used = high.used = true;
  }

  // A minus or plus sign belongs to the number when nothing touches it from the left.
  uint32_t Begin(const Quantity& q) const {
    const uint32_t at = q.span.begin;
    if (EndsWith(text_, at, "负") || EndsWith(text_, at, "負")) return at - 3;
    for (std::string_view word : WordList{"minus", "negative"}) {
      const size_t end = SkipBlanksBack(text_, at);
      if (end != at && end >= word.size() && WordAt(text_, end - word.size(), word) &&
          !WordCharBefore(text_, end - word.size()))
        return uint32_t(end - word.size());
    }
    if (at == 0 || (text_[at - 1] != '-' && text_[at - 1] != '+')) return at;
    const bool free =
        at == 1 || Classify(DecodeBefore(text_, at - 1).value) == CharClass::kSpace || text_[at - 2] == '(';
    return free ? at - 1 : at;
  }

  void Add(const Quantity& q, Decimal low, Decimal high, const Unit& unit, ByteSpan span) {
    const auto first = ScaleByPowerOfTen(low, unit.power), second = ScaleByPowerOfTen(high, unit.power);
    if (!first || !second || span.begin < done_) return;
    PercentMention m;
    m.span = span;
    m.value = *first;
    m.upper = *second;
    if (span.begin < q.span.begin && text_[span.begin] != '+' && Negative(span.begin)) {
      m.value.coefficient = -m.value.coefficient;
      m.upper = m.value;
    }
    m.unit = unit.unit;
    const QualifierWord qualifier = FindQualifier(text_, span.begin, span.end);
    m.qualifier = qualifier.qualifier == Qualifier::kExact && q.more ? Qualifier::kMoreThan : qualifier.qualifier;
    m.stake = unit.unit == PercentUnit::kPercent && IsStake(text_, span);
    found_.push_back(m);
    done_ = span.end;
  }

  bool Negative(uint32_t begin) const {
    const char c = text_[begin];
    return c == '-' || AsciiLower(c) == 'm' || AsciiLower(c) == 'n' || StartsWith(text_, begin, "负") ||
           StartsWith(text_, begin, "負");
  }

  std::string_view text_;
  std::vector<Quantity>& quantities_;
  std::vector<PercentMention>& found_;
  uint32_t done_ = 0;
};

}  // namespace

void FindPercents(std::string_view text, std::vector<Quantity>& quantities, std::vector<PercentMention>& found) {
  PercentFinder(text, quantities, found).Run();
}

}  // namespace tocsin
