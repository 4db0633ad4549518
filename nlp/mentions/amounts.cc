// Sums of money: a number, and what makes it money on its left or right.
//
// Every quantity is tried once. Its neighbourhood is read outwards: a sign, code or name before it, short scales that
// only money makes clear ("$250m"), a name behind it, then a second number when the two make a range. The sign is
// settled last, when the sentence around is known.
#include <algorithm>
#include <initializer_list>

#include "nlp/mentions/mentions.h"
#include "nlp/mentions/qualifiers.h"
#include "nlp/mentions/ranges.h"
#include "nlp/names/currencies.h"
#include "nlp/text/cursor.h"

namespace tocsin {
namespace {

constexpr size_t kSentenceBytesMax = 300;  // looked at on either side to settle a shared sign

// One number with its own currency, if it has one.
struct Sum {
  ByteSpan span;
  Decimal value;
  Decimal bare;
  int scale = 0;
  std::optional<CurrencyName> currency;
  bool sign_before = false;
  bool more = false;
};

// Names of places near a shared sign. The first of each row is the place.
struct Cue {
  std::string_view place, word;
};
constexpr Cue kYenCues[] = {
    {"JP", "Japan"},    {"JP", "Tokyo"},    {"JP", "yen"},      {"JP", "SoftBank"}, {"JP", "日本"},  {"JP", "日元"},
    {"CN", "Chin"},     {"CN", "Beijing"},  {"CN", "yuan"},     {"CN", "Shanghai"}, {"CN", "RMB"},   {"CN", "renminbi"},
    {"CN", "CN\u00A5"}, {"CN", "Shenzhen"}, {"CN", "Hangzhou"}, {"CN", "中国"},     {"CN", "人民币"}};

class AmountFinder {
 public:
  AmountFinder(std::string_view text, const AnnotateContext& context, std::vector<Quantity>& quantities,
               std::vector<AmountMention>& found)
      : text_(text), context_(context), quantities_(quantities), found_(found) {}

  void Run() {
    for (size_t i = 0; i < quantities_.size(); ++i) {
      if (quantities_[i].span.begin < done_) continue;
      const auto sum = ReadSum(quantities_[i]);
      if (!sum) continue;
      if (Range(i, *sum)) {
        ++i;
      } else if (sum->currency) {
        Add(*sum, sum->value, *sum->currency, sum->span);
        quantities_[i].used = true;
      }
    }
  }

 private:
  // The quantity with what stands around it; the currency is absent when nothing makes it money yet.
  std::optional<Sum> ReadSum(const Quantity& q) const {
    Sum sum{q.span, q.value, q.bare, q.scale, std::nullopt, false, q.more};
    const size_t before = SkipBlanksBack(text_, q.span.begin);
    if (auto name = CurrencyBefore(text_, before); name && name->begin >= done_) {
      sum.currency = name;
      sum.sign_before = true;
      sum.span.begin = name->begin;
    }
    if (q.form == QuantityForm::kDigits && !ShortScale(q.span.end, sum)) return std::nullopt;
    NameBehind(sum);
    return sum;
  }

  // False when letters touch the digits that are no scale: "$5x".
  bool ShortScale(size_t end, Sum& sum) const {
    size_t scaled_end = end;
    const int power = ReadShortScale(text_, scaled_end);
    if (power == 0) return true;
    if (sum.scale != 0) return true;
    // Without a sign before it, a letter is a scale only when a name of money follows: "1.2m dollars".
    if (!sum.sign_before && !CurrencyAfter(text_, SkipBlanks(text_, scaled_end))) return true;
    const auto scaled = ScaleByPowerOfTen(sum.value, power);
    if (!scaled) return false;
    sum.value = *scaled;
    sum.scale = power;
    sum.span.end = uint32_t(scaled_end);
    return true;
  }

  void NameBehind(Sum& sum) const {
    size_t at = SkipBlanks(text_, sum.span.end);
    const bool hyphen = at == sum.span.end && ByteAt(text_, at) == '-' && IsAsciiLetter(ByteAt(text_, at + 1));
    const auto name = CurrencyAfter(text_, at + (hyphen ? 1 : 0));
    if (!name || !Credible(*name, sum)) return;
    if (!sum.currency) {
      const auto minor = ScaleByPowerOfTen(sum.value, name->power);
      if (!minor) return;
      sum.value = *minor;
      sum.currency = name;
      sum.span.end = name->end;
    } else if (SameMoney(*sum.currency, *name)) {  // "$150,000 USD", 人民币20亿元
      if (name->sign == CurrencySign::kSettled)
        sum.currency->sign = CurrencySign::kSettled, sum.currency->code = name->code;
      sum.span.end = name->end;
    }
  }

  static bool SameMoney(const CurrencyName& a, const CurrencyName& b) {
    if (b.power != 0) return false;
    if (a.code == b.code) return true;
    const auto dollars = [](const CurrencyName& n) { return n.code.view()[2] == 'D'; };
    if (a.sign == CurrencySign::kDollar) return dollars(b);
    if (b.sign == CurrencySign::kDollar) return dollars(a);
    return b.sign == CurrencySign::kYen;  // 新台币152亿元
  }

  // "won", "pound" and "real" are words too.
  bool Credible(const CurrencyName& name, const Sum& sum) const {
    const std::string_view word = text_.substr(name.begin, name.end - name.begin);
    const Folded w(word);
    const bool large = sum.scale >= 2 || sum.value.exponent >= 3;
    if (w.view() == "won" || w.view() == "real" || w.view() == "dong" || w.view() == "rand" || w.view() == "lei")
      return large;
    if (name.sign == CurrencySign::kPound && w.view()[0] == 'p') {
      return !WordAt(text_, SkipBlanks(text_, name.end), "of") || large;
    }
    return true;
  }

  // ---- ranges -----------------------------------------------------------------------------------

  bool Range(size_t i, const Sum& low) {
    if (i + 1 >= quantities_.size()) return false;
    const RangeLink link = ReadRangeLink(text_, low.span.end);
    if (link.word == RangeWord::kNone) return false;
    const Quantity& q = quantities_[i + 1];
    const auto high = ReadSum(q);
    if (!high || high->span.begin != link.end) return false;
    const std::optional<CurrencyName> currency = low.currency ? low.currency : high->currency;
    if (!currency || !RangeReads(low, *high, link.word)) return false;
    const auto first = SharedScale(low, *high);
    if (!first || Compare(*first, high->value) >= 0) return false;
    AddRange(low, *first, *high,
             low.currency && low.currency->sign == CurrencySign::kSettled ? *low.currency
                                                                          : high->currency.value_or(*currency));
    quantities_[i].used = quantities_[i + 1].used = true;
    return true;
  }

  // Two full sums joined by a word are two sums ("from $12bn to $31bn"); a range shares something or has a dash.
  bool RangeReads(const Sum& low, const Sum& high, RangeWord word) const {
    const bool full = low.currency && high.currency && (low.scale != 0 || high.scale == 0);
    const bool between = BetweenBefore(text_, low.span.begin);
    if (word == RangeWord::kAnd) return between && !full;
    if (word == RangeWord::kDash) return high.sign_before == low.sign_before || !high.sign_before;
    if (full) return !FromBefore(text_, low.span.begin) && low.sign_before == high.sign_before;
    return low.currency.has_value() || high.currency.has_value();
  }

  // "$5 to $7 billion" is 5 billion to 7 billion, "$500 to $1.2 million" is not.
  static std::optional<Decimal> SharedScale(const Sum& low, const Sum& high) {
    int power = low.scale == 0 && high.scale != 0 && Compare(low.value, high.bare) < 0 ? high.scale : 0;
    // Behind the number cents count for both.
    if (!low.currency && high.currency && high.currency->power != 0) power += high.currency->power;
    return ScaleByPowerOfTen(low.value, power);
  }

  void AddRange(const Sum& low, const Decimal& first, const Sum& high, const CurrencyName& currency) {
    Add(low, first, currency, {low.span.begin, high.span.end});
    found_.back().upper = high.value;
  }

  void Add(const Sum& sum, const Decimal& value, const CurrencyName& currency, ByteSpan span) {
    AmountMention m;
    m.span = span;
    m.value = m.upper = value;
    m.currency = Settle(currency, span);
    const QualifierWord q = FindQualifier(text_, span.begin, span.end);
    m.qualifier = q.qualifier == Qualifier::kExact && sum.more ? Qualifier::kMoreThan : q.qualifier;
    m.qualifier_span = q.span;
    m.per = FindPer(text_, span.begin, span.end);
    found_.push_back(m);
    done_ = span.end;
  }

  // ---- shared signs -----------------------------------------------------------------------------

  CurrencyCode Settle(const CurrencyName& name, ByteSpan span) const {
    if (name.sign == CurrencySign::kSettled) return name.code;
    std::string_view place = context_.jurisdiction;
    if (name.sign == CurrencySign::kYuanYen) place = YenPlace(span);
    return SettleCurrency(name, place);
  }

  // Which of Japan and China the sentence speaks of more; else where the source is; else its language.
  std::string_view YenPlace(ByteSpan span) const {
    const size_t from = span.begin > kSentenceBytesMax ? span.begin - kSentenceBytesMax : 0;
    const std::string_view near = text_.substr(from, span.end + kSentenceBytesMax - from);
    int japan = 0, china = 0;
    for (const Cue& cue : kYenCues) {
      if (near.find(cue.word) != std::string_view::npos) ++(cue.place == "JP" ? japan : china);
    }
    if (japan != china) return japan > china ? "JP" : "CN";
    if (context_.jurisdiction == "JP" || context_.jurisdiction == "CN") return context_.jurisdiction;
    return context_.language.starts_with("zh") ? "CN" : "";
  }

  std::string_view text_;
  const AnnotateContext& context_;
  std::vector<Quantity>& quantities_;
  std::vector<AmountMention>& found_;
  size_t done_ = 0;  // nothing before this is free
};

}  // namespace

void FindAmounts(std::string_view text, const AnnotateContext& context, std::vector<Quantity>& quantities,
                 std::vector<AmountMention>& found) {
  AmountFinder(text, context, quantities, found).Run();
}

}  // namespace tocsin
