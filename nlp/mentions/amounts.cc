// Sums of money: a number, and what makes it money on its left or right.
//
// Every quantity is tried once. Its neighbourhood is read outwards: a sign, code or name before it, short scales that
// only money makes clear ("$250m"), a name behind it, then a second number when the two make a range. The sign is
// settled last, when the sentence around is known.
#include <algorithm>
#include <initializer_list>

#include "nlp/mentions/mentions.h"
#include "nlp/mentions/number_words.h"
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
  uint32_t quantities = 1;  // how many of them it is made of
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
               const Annotations& sentences, std::vector<AmountMention>& found)
      : text_(text),
        context_(context),
        quantities_(quantities),
        languages_(context.language, sentences),
        found_(found) {}

  void Run() {
    for (size_t i = 0; i < quantities_.size(); ++i) {
      if (quantities_[i].span.begin < done_) continue;
      const auto sum = ReadSum(quantities_[i]);
      if (!sum) continue;
      if (Range(i, *sum)) {
        ++i;
      } else if (sum->currency) {
        const Sum whole = WithMinor(i, *sum);
        Add(whole, whole.value, *whole.currency, whole.span);
        for (uint32_t k = 0; k < whole.quantities; ++k) quantities_[i + k].used = true;
        i += whole.quantities - 1;
      }
    }
  }

 private:
  // The quantity with what stands around it; the currency is absent when nothing makes it money yet.
  // `sign_understood`: it stands before the first number of a range, "$10m-15m".
  std::optional<Sum> ReadSum(const Quantity& q, bool sign_understood = false) const {
    Sum sum{q.span, q.value, q.bare, q.scale, std::nullopt, false, q.more};
    if (StartsWith(text_, q.span.begin, "00") && IsAsciiDigit(ByteAt(text_, q.span.begin + 2))) return std::nullopt;
    const size_t before = SkipBlanksBack(text_, q.span.begin);
    if (auto name = CurrencyBefore(text_, before); name && name->begin >= done_ && Trusted(*name)) {
      sum.currency = name;
      sum.sign_before = true;
      sum.span.begin = name->begin;
      if (name->power != 0) {  // "MAUD 60"
        const auto scaled = ScaleByPowerOfTen(sum.value, name->power);
        if (!scaled || sum.scale != 0) return std::nullopt;
        sum.value = *scaled;
        sum.scale = name->power;
        sum.currency->power = 0;
      }
    }
    if (q.form == QuantityForm::kDigits && !ShortScale(q.span.end, sum, sign_understood)) return std::nullopt;
    NameBehind(sum);
    if (!sum.currency && sum.scale >= 6) NounBefore(sum, before);
    return sum;
  }

  // "dollar 22.5 million": a name before a large number, unless the number is a share ("the dollar 5 million times").
  void NounBefore(Sum& sum, size_t end) const {
    const std::string_view word = LettersBefore(text_, end);
    if (word.size() < 4 || word.size() > 7) return;
    const Folded f(word);
    if (f.view() != "dollar" && f.view() != "dollars" && f.view() != "euro" && f.view() != "euros" &&
        f.view() != "rupee")
      return;
    const auto name = CurrencyAfter(text_, end - word.size());
    if (!name || name->end != end || name->begin < done_) return;
    sum.currency = name;
    sum.sign_before = true;
    sum.span.begin = name->begin;
  }

  // False when letters touch the digits that are no scale: "$5x".
  bool ShortScale(size_t end, Sum& sum, bool sign_understood) const {
    size_t scaled_end = end;
    const int power = ReadShortScale(text_, scaled_end);
    if (power == 0) return true;
    if (sum.scale != 0) return true;
    // Without a sign before it, a letter is a scale only when a name of money follows: "1.2m dollars".
    if (!sum.sign_before && !sign_understood &&
        !CurrencyAfter(text_, SkipBlanks(text_, scaled_end + (ByteAt(text_, scaled_end) == '-' ? 1 : 0))))
      return true;
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
      if (name->power > 0) {
        sum.scale = name->power;
        sum.currency->power = 0;
      }
      ScaleBehindCode(sum);
    } else if (SameMoney(*sum.currency, *name)) {  // "$150,000 USD", 人民币20亿元
      if (name->sign == CurrencySign::kSettled)
        sum.currency->sign = CurrencySign::kSettled, sum.currency->code = name->code;
      sum.span.end = name->end;
    }
  }

  // "75 USD million".
  void ScaleBehindCode(Sum& sum) const {
    if (sum.scale != 0 || !IsAsciiUpper(text_[sum.span.end - 1])) return;
    const size_t at = SkipBlanks(text_, sum.span.end);
    const std::string_view word = LettersAt(text_, at);
    const int power = at == sum.span.end || WordCharAt(text_, at + word.size()) ? 0 : ScaleWord(word);
    const auto scaled = power < 3 ? std::nullopt : ScaleByPowerOfTen(sum.value, power);
    if (!scaled) return;
    sum.value = *scaled;
    sum.scale = power;
    sum.span.end = uint32_t(at + word.size());
  }

  // ---- "thirteen dollars and forty-five cents", 两美元又三美分, "15 dollars 50" --------------------

  Sum WithMinor(size_t i, const Sum& sum) const {
    if (i + 1 >= quantities_.size() || sum.scale != 0 || sum.value.exponent < 0 || sum.value.coefficient <= 0)
      return sum;
    const Quantity& q = quantities_[i + 1];
    if (q.span.begin > sum.span.end + 8 || q.scale != 0 || q.value.coefficient <= 0) return sum;
    size_t at = SkipBlanks(text_, sum.span.end);
    for (std::string_view link : WordList{"and", "又", "零"}) {
      if (StartsWith(text_, at, link)) at = SkipBlanks(text_, at + link.size());
    }
    if (at != q.span.begin) return sum;
    const auto end_and_power = MinorBehind(q, *sum.currency);
    if (end_and_power.second == 0) return BareMinor(sum, q);
    const auto minor = ScaleByPowerOfTen(q.value, end_and_power.second);
    const auto total = minor && Compare(*minor, {1, 0}) < 0 ? tocsin::Add(sum.value, *minor) : std::nullopt;
    return total ? Joined(sum, *total, end_and_power.first) : sum;
  }

  static Sum Joined(Sum sum, const Decimal& value, size_t end) {
    sum.value = value;
    sum.span.end = uint32_t(end);
    sum.quantities = 2;
    return sum;
  }

  // Where the name of a hundredth or tenth of the same money ends, and its power; {0, 0} when there is none.
  std::pair<size_t, int> MinorBehind(const Quantity& q, const CurrencyName& money) const {
    const size_t at = SkipBlanks(text_, q.span.end);
    if (const auto name = CurrencyAfter(text_, at); name && name->power < 0) {
      return SameMinor(money, *name) ? std::pair<size_t, int>(name->end, name->power) : std::pair<size_t, int>(0, 0);
    }
    if (money.code.view() != "CNY" && money.code.view() != "HKD" && money.code.view() != "TWD") return {0, 0};
    for (std::string_view tenth : WordList{"角", "毛"}) {
      if (StartsWith(text_, at, tenth)) return {at + tenth.size(), -1};
    }
    return {0, 0};
  }

  static bool SameMinor(const CurrencyName& money, const CurrencyName& minor) {
    if (minor.sign == CurrencySign::kDollar) return money.code.view()[2] == 'D' || money.code.view() == "EUR";
    return money.code == minor.code;
  }

  // "15 dollars 50", "a hundred dollars and fifty": a bare number of cents that ends the clause; behind "and" only in
  // words, since "$5 and 10" may go on with ten of something.
  Sum BareMinor(const Sum& sum, const Quantity& q) const {
    const auto cents = ToInteger(q.value);
    const bool joined = text_.substr(sum.span.end, q.span.begin - sum.span.end).find("and") != std::string_view::npos;
    if (!cents || *cents > 99 || q.form == QuantityForm::kHan) return sum;
    if (MinorDigits(sum.currency->code) == 0) return sum;
    if (joined ? q.form != QuantityForm::kWords : sum.sign_before || *cents < 10) return sum;
    if (!ClauseEnds(q.span.end, joined)) return sum;
    const auto minor = Decimal::Make(*cents, -2);
    const auto total = minor ? tocsin::Add(sum.value, *minor) : std::nullopt;
    return total ? Joined(sum, *total, q.span.end) : sum;
  }

  bool ClauseEnds(size_t end, bool joined) const {
    const char next = ByteAt(text_, end);
    if (end == text_.size() || next == '\n' || next == ';' || next == ')') return true;
    if ((next == '.' || next == ',') && !IsAsciiDigit(ByteAt(text_, end + 1))) return true;
    return WordAt(text_, SkipBlanks(text_, end), joined ? "and" : "more");
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
    const bool large = sum.scale >= 2 || sum.value.exponent >= 3;
    if (name.word && !large) return false;
    if (name.sign == CurrencySign::kPound && AsciiLower(ByteAt(text_, name.begin)) == 'p')
      return !WordAt(text_, SkipBlanks(text_, name.end), "of") || large;
    return Trusted(name);
  }

  // "TOP" and "AMD" are money where the text or its source has to do with Tonga and Armenia.
  bool Trusted(const CurrencyName& name) const {
    if (!name.doubtful || context_.jurisdiction == name.code.view().substr(0, 2)) return true;
    // Asked once for a code and a block of text, so that a page full of codes costs no more than its bytes.
    constexpr uint32_t kBlockBytes = 512;
    const uint32_t block = name.begin / kBlockBytes;
    if (asked_block_ != block || !(asked_code_ == name.code)) {
      asked_block_ = block;
      asked_code_ = name.code;
      asked_answer_ = SpeaksOfState(Near({block * kBlockBytes, (block + 1) * kBlockBytes}), name.code);
    }
    return asked_answer_;
  }

  // ---- ranges -----------------------------------------------------------------------------------

  bool Range(size_t i, const Sum& low) {
    if (i + 1 >= quantities_.size()) return false;
    const RangeLink link = ReadRangeLink(text_, low.span.end);
    if (link.word == RangeWord::kNone) return false;
    const Quantity& q = quantities_[i + 1];
    const auto high = ReadSum(q, low.sign_before);
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

  CurrencyCode Settle(const CurrencyName& name, ByteSpan span) {
    if (name.sign == CurrencySign::kSettled) return name.code;
    std::string_view place = context_.jurisdiction;
    if (name.sign == CurrencySign::kYuanYen) place = YenPlace(span);
    return SettleCurrency(name, place);
  }

  // Which of Japan and China the sentence speaks of more; else where the source is; else its language.
  std::string_view YenPlace(ByteSpan span) {
    const std::string_view near = Near(span);
    int japan = 0, china = 0;
    for (const Cue& cue : kYenCues) {
      if (near.find(cue.word) != std::string_view::npos) ++(cue.place == "JP" ? japan : china);
    }
    if (japan != china) return japan > china ? "JP" : "CN";
    if (context_.jurisdiction == "JP" || context_.jurisdiction == "CN") return context_.jurisdiction;
    return languages_.At(span.begin) == SentenceLanguage::kChinese ? "CN" : "";
  }

  std::string_view Near(ByteSpan span) const {
    const size_t from = span.begin > kSentenceBytesMax ? span.begin - kSentenceBytesMax : 0;
    return text_.substr(from, span.end + kSentenceBytesMax - from);
  }

  std::string_view text_;
  const AnnotateContext& context_;
  std::vector<Quantity>& quantities_;
  LanguageWalk languages_;
  std::vector<AmountMention>& found_;
  size_t done_ = 0;  // nothing before this is free
  // What Trusted was last asked.
  mutable uint32_t asked_block_ = 0xFFFFFFFF;
  mutable CurrencyCode asked_code_;
  mutable bool asked_answer_ = false;
};

}  // namespace

void FindAmounts(std::string_view text, const AnnotateContext& context, std::vector<Quantity>& quantities,
                 const Annotations& sentences, std::vector<AmountMention>& found) {
  AmountFinder(text, context, quantities, sentences, found).Run();
}

}  // namespace tocsin
