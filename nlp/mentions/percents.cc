// Percentages: "10%", "5 to 10 percent", "25 basis points", 百分之二点八, 三成, 0.5个百分点.
#include <initializer_list>

#include "nlp/mentions/mentions.h"
#include "nlp/mentions/qualifiers.h"
#include "nlp/mentions/ranges.h"
#include "nlp/text/cursor.h"

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
constexpr UnitRow kFractions[] = {{"百分之", PercentUnit::kPercent, 0},
                                  {"佰分之", PercentUnit::kPercent, 0},
                                  {"千分之", PercentUnit::kPercent, -1},
                                  {"万分之", PercentUnit::kPercent, -2},
                                  {"萬分之", PercentUnit::kPercent, -2}};
// 成 begins or ends many words; after a number it is a tenth unless one of these follows.
constexpr std::string_view kNotTenths[] = {"成立", "成为", "成為", "成功", "成员", "成果", "成本", "成长", "成交",
                                           "成熟", "成都", "成分", "成就", "成果", "成品", "成绩", "成效"};

Unit ReadUnit(std::string_view text, size_t pos, const Quantity& q) {
  size_t at = SkipBlanks(text, pos);
  if (ByteAt(text, at) == '%') return {PercentUnit::kPercent, 0, at + 1};
  if (StartsWith(text, at, "\uFF05")) return {PercentUnit::kPercent, 0, at + 3};
  if (StartsWith(text, at, "\u2030")) return {PercentUnit::kPercent, -1, at + 3};
  for (const UnitRow& row : kHan) {
    if (StartsWith(text, at, row.words)) return {row.unit, row.power, at + row.words.size()};
  }
  if (StartsWith(text, at, "成") && FirstAt(text, at, kNotTenths).empty() && q.scale <= 1 &&
      Compare(q.value, {1, 1}) <= 0)
    return {PercentUnit::kPercent, 1, at + 3};
  if (at == pos && ByteAt(text, at) == '-') ++at;
  const char first = AsciiLower(ByteAt(text, at));
  if (first != 'p' && first != 'b') return {};
  for (const UnitRow& row : kEnglish) {
    if (WordAt(text, at, row.words)) return {row.unit, row.power, at + row.words.size()};
  }
  return {};
}

bool Contains(std::string_view text, std::initializer_list<std::string_view> words) {
  for (std::string_view w : words) {
    if (text.find(w) != std::string_view::npos) return true;
  }
  return false;
}

// A share of ownership: the noun behind it, or a verb of owning before it.
bool IsStake(std::string_view text, ByteSpan span) {
  std::string_view after = text.substr(span.end, kStakeBytesMax);
  after = after.substr(0, after.find_first_of(".,;:\n"));
  after = after.substr(0, after.find("，"));
  if (Contains(after, {"stake", "shareholding", "equity", "ownership", "of the company", "of the restructured", "股份",
                       "股权", "股權", "股比", "的新股"}))
    return true;
  const size_t from = span.begin > kStakeBytesMax ? span.begin - kStakeBytesMax : 0;
  std::string_view before = text.substr(from, span.begin - from);
  if (const size_t cut = before.find_last_of(".,;:\n"); cut != std::string_view::npos) before.remove_prefix(cut);
  if (const size_t cut = before.rfind("，"); cut != std::string_view::npos) before.remove_prefix(cut);
  return Contains(
      before, {"stake of ", "owns ", "own ", "holds ", "hold ", "holding ", "持股", "持有", "入股", "占股", "控股"});
}

class PercentFinder {
 public:
  PercentFinder(std::string_view text, std::vector<Quantity>& quantities, std::vector<PercentMention>& found)
      : text_(text), quantities_(quantities), found_(found) {}

  void Run() {
    for (size_t i = 0; i < quantities_.size(); ++i) {
      Quantity& q = quantities_[i];
      if (q.used || q.span.begin < done_) continue;
      if (Fraction(q)) continue;
      if (Range(i)) {
        ++i;
      } else if (const Unit unit = ReadUnit(text_, q.span.end, q); unit.end != 0) {
        Add(q, q.value, q.value, unit, {Begin(q), uint32_t(unit.end)});
        q.used = true;
      }
    }
  }

 private:
  // 百分之N: the unit comes first. When the quantity reader took 百 for a number the unit still ends at the digits.
  bool Fraction(Quantity& q) {
    const size_t before = SkipBlanksBack(text_, q.span.begin);
    for (const UnitRow& row : kFractions) {
      if (!EndsWith(text_, before, row.words)) continue;
      Add(q, q.value, q.value, {row.unit, row.power, q.span.end}, {uint32_t(before - row.words.size()), q.span.end});
      return q.used = true;
    }
    return false;
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
    if (span.begin < q.span.begin && text_[span.begin] == '-') {
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
