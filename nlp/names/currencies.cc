#include "nlp/names/currencies.h"

#include <algorithm>
#include <array>
#include <unordered_map>
#include <unordered_set>

#include "nlp/names/currency_data.h"
#include "nlp/names/currency_table.h"
#include "nlp/text/cursor.h"

namespace tocsin {
namespace {

using namespace currency_table;
using currency_data::HomeRow;
using currency_data::MoneyRow;

// Our rows before those of the locale data: of two that are as long, the first counts.
template <size_t A, size_t B>
constexpr std::array<Row, A + B> Joined(const Row (&ours)[A], const Row (&theirs)[B]) {
  std::array<Row, A + B> all{};
  std::copy(std::begin(ours), std::end(ours), all.begin());
  std::copy(std::begin(theirs), std::end(theirs), all.begin() + A);
  return all;
}
constexpr auto kAllSigns = Joined(kSigns, currency_data::kSigns);
constexpr auto kAllMarks = Joined(kMarks, currency_data::kMarks);
constexpr auto kAllHanNames = Joined(kHanNames, currency_data::kHanNames);
constexpr auto kAllNouns = Joined(kNouns, currency_data::kNouns);

// Whether `word` stands in `list` between blanks.
constexpr bool Lists(std::string_view list, std::string_view word) {
  for (size_t at = list.find(word); at != std::string_view::npos; at = list.find(word, at + 1)) {
    const size_t end = at + word.size();
    if ((at == 0 || list[at - 1] == ' ') && (end == list.size() || list[end] == ' ')) return true;
  }
  return false;
}

CurrencyName Make(const Row& row, size_t begin, size_t end) {
  CurrencyName n;
  std::copy(row.code.begin(), row.code.end(), n.code.code);
  n.sign = row.sign;
  n.power = row.power;
  n.begin = uint32_t(begin);
  n.end = uint32_t(end);
  return n;
}

// The rows of a table by one byte of their names, so that a look-up compares a few of them: the last byte of names that
// end at a place, the second of those that start there (the first when there is no second).
template <size_t N>
class ByteIndex {
 public:
  constexpr ByteIndex(const std::array<Row, N>& rows, bool last) : last_(last) {
    size_t size = 0;
    for (size_t bucket = 0; bucket < kBuckets; ++bucket) {
      starts_[bucket] = uint16_t(size);
      for (size_t i = 0; i < N; ++i) {
        if (Bucket(KeyOf(rows[i].name)) == bucket) order_[size++] = &rows[i];
      }
    }
    starts_[kBuckets] = uint16_t(size);
  }

  // The longest name that `matches` says stands at the place whose byte is `key`.
  template <class Matches>
  const Row* Longest(char key, Matches matches) const {
    const Row* best = nullptr;
    const size_t bucket = Bucket(key);
    for (size_t i = starts_[bucket]; i < starts_[bucket + 1]; ++i) {
      const Row* row = order_[i];
      if ((best == nullptr || row->name.size() > best->name.size()) && matches(row->name)) best = row;
    }
    return best;
  }

 private:
  static constexpr size_t kBuckets = 64;
  static constexpr size_t Bucket(char byte) { return static_cast<unsigned char>(byte) % kBuckets; }
  constexpr char KeyOf(std::string_view name) const {
    return last_ ? name.back() : name.size() > 1 ? name[1] : name[0];
  }
  bool last_;
  std::array<const Row*, N> order_{};
  std::array<uint16_t, kBuckets + 1> starts_{};
};

constexpr ByteIndex kSignsByEnd(kAllSigns, true);
constexpr ByteIndex kMarksByEnd(kAllMarks, true);
constexpr ByteIndex kHanNamesByEnd(kAllHanNames, true);
constexpr ByteIndex kMarksByStart(kAllMarks, false);
constexpr ByteIndex kHanNamesByStart(kAllHanNames, false);

template <class Index>
const Row* RowBefore(std::string_view text, size_t end, const Index& index) {
  return index.Longest(text[end - 1], [&](std::string_view name) { return EndsWith(text, end, name); });
}

// A name of one byte is filed under it, longer ones under their second: both places are looked at.
template <class Index>
const Row* RowAt(std::string_view text, size_t begin, const Index& index) {
  const auto matches = [&](std::string_view name) { return StartsWith(text, begin, name); };
  const Row* row = begin + 1 < text.size() ? index.Longest(text[begin + 1], matches) : nullptr;
  return row != nullptr ? row : index.Longest(ByteAt(text, begin), matches);
}

using NounTable = std::unordered_map<std::string_view, const Row*>;
const NounTable& Nouns() {
  static const NounTable table = [] {
    NounTable t;
    for (const Row& row : kAllNouns) t.emplace(row.name, &row);
    std::erase_if(t, [](const auto& noun) { return noun.second->code.empty(); });
    return t;
  }();
  return table;
}

// True for the first word of a noun, singular or plural: nearly every word behind a number is none.
class FirstWords {
 public:
  FirstWords() {
    for (const Row& row : kAllNouns) {
      const std::string_view first = row.name.substr(0, std::min(row.name.find(' '), row.name.size()));
      words_.emplace(first);
      seen_[Bit(first[0], first.size())] = seen_[Bit(first[0], first.size() + 1)] = true;
    }
  }
  bool Has(std::string_view word) const {
    if (word.empty() || word.size() > kWordBytesMax || !seen_[Bit(AsciiLower(word[0]), word.size())]) return false;
    const Folded folded(word);
    if (words_.count(folded.view()) != 0) return true;
    return folded.view().back() == 's' && words_.count(folded.view().substr(0, word.size() - 1)) != 0;
  }

 private:
  static size_t Bit(char first, size_t size) { return size_t(first - 'a') * 32 + size % 32; }
  std::unordered_set<std::string_view> words_;
  std::array<bool, size_t{26} * 32> seen_{};
};

// The noun of up to four words at `begin`: the longest that the table knows, its plural s aside.
std::optional<CurrencyName> NounAt(std::string_view text, size_t begin) {
  static const FirstWords first_words;
  const std::string_view first = LettersAt(text, begin);
  if (ByteAt(text, begin + first.size()) != '.' && !first_words.Has(first)) return std::nullopt;
  char phrase[64];
  size_t size = 0, pos = begin;
  std::optional<CurrencyName> best;
  for (int words = 0; words < 4; ++words) {
    size_t end = pos;
    while (end < text.size() && (IsAsciiLetter(text[end]) || text[end] == '.') &&
           size + (end - pos) + 2 < sizeof phrase)
      ++end;
    if (end == pos) break;
    if (words != 0) phrase[size++] = ' ';
    for (; pos < end; ++pos) phrase[size++] = AsciiLower(text[pos]);
    size_t letters = size, last = end;
    while (letters > 1 && phrase[letters - 1] == '.') --letters, --last;
    if (!WordCharAt(text, last)) {
      const bool plural = letters > 2 && phrase[letters - 1] == 's';
      auto found = Nouns().find({phrase, letters});
      if (found == Nouns().end() && plural) found = Nouns().find({phrase, letters - 1});
      if (found != Nouns().end()) {
        best = Make(*found->second, begin, last);
        best->word = words == 0 && Lists(kWordNouns, found->second->name);
      }
    }
    pos = SkipBlanks(text, end);
    if (pos == end) break;
  }
  return best;
}

// What the locale data does not say of a place: its \u5143, its pence.
constexpr HomeRow kMoreHomes[] = {
    {CurrencySign::kYen, "TW", "TWD"},   {CurrencySign::kYen, "HK", "HKD"},     {CurrencySign::kYen, "SG", "SGD"},
    {CurrencySign::kYen, "MO", "MOP"},   {CurrencySign::kYuanYen, "HK", "CNY"}, {CurrencySign::kPenny, "GB", "GBP"},
    {CurrencySign::kPenny, "IE", "EUR"},
};

// The codes that are read, and whether they need a sign besides.
enum class CodeKind : uint8_t { kNone, kSure, kDoubtful };
CodeKind KindOfCode(std::string_view word) {
  static const std::unordered_map<std::string_view, CodeKind> codes = [] {
    std::unordered_map<std::string_view, CodeKind> all;
    for (const MoneyRow& row : currency_data::kMoney) all.emplace(row.code, CodeKind::kSure);
    for (size_t i = 0; i + 3 <= kMoreCodes.size(); i += 4) all.emplace(kMoreCodes.substr(i, 3), CodeKind::kSure);
    for (size_t i = 0; i + 3 <= kDoubtfulCodes.size(); i += 4) all[kDoubtfulCodes.substr(i, 3)] = CodeKind::kDoubtful;
    return all;
  }();
  if (word.size() != 3 || !IsAsciiUpper(word[0])) return CodeKind::kNone;
  const auto at = codes.find(word);
  return at == codes.end() ? CodeKind::kNone : at->second;
}
bool IsCurrencyCode(std::string_view word) { return KindOfCode(word) != CodeKind::kNone; }

CurrencyName CodeName(std::string_view code, size_t begin) {
  CurrencyName name = Make({code, code == "CNH" ? "CNY" : code}, begin, begin + code.size());
  name.doubtful = KindOfCode(code) == CodeKind::kDoubtful;
  return name;
}

const MoneyRow* MoneyOf(std::string_view code) {
  const auto at = std::lower_bound(std::begin(currency_data::kMoney), std::end(currency_data::kMoney), code,
                                   [](const MoneyRow& row, std::string_view c) { return row.code < c; });
  return at != std::end(currency_data::kMoney) && at->code == code ? at : nullptr;
}

}  // namespace

namespace {

// "hk$", "usd$": letters in any case from `begin` and the sign that ends at `end`.
std::optional<CurrencyName> LetteredDollar(std::string_view text, size_t begin, size_t end) {
  char sign[5];
  const size_t letters = end - 1 - begin;
  if (letters == 0 || letters > 3) return std::nullopt;
  for (size_t i = 0; i < letters; ++i) {
    if (!IsAsciiLetter(text[begin + i])) return std::nullopt;
    sign[i] = IsAsciiLower(text[begin + i]) ? char(text[begin + i] - 32) : text[begin + i];
  }
  sign[letters] = '$';
  const std::string_view name(sign, letters + 1);
  if (const Row* row = RowBefore(name, name.size(), kSignsByEnd); row != nullptr && row->name == name)
    return Make(*row, begin, end);
  const std::string_view code(sign, 3);
  if (letters == 3 && IsCurrencyCode(code) && sign[2] != 'L') return Make({"$", code}, begin, end);
  return std::nullopt;
}

// "us $ 10", "HK $5": letters set apart from the sign at `sign`. In lower case only where the digits are set apart too,
// for "they gave us $5" has none.
std::optional<CurrencyName> DollarSetApart(std::string_view text, size_t sign) {
  const size_t word_end = SkipBlanksBack(text, sign);
  if (word_end == sign) return std::nullopt;
  const std::string_view word = LettersBefore(text, word_end);
  if (word.empty() || word.size() > 2 || (IsAsciiLower(word[0]) && ByteAt(text, sign + 1) != ' ')) return std::nullopt;
  const Folded folded(word);
  for (std::string_view known : WordList{"us", "c", "nt", "hk", "nz", "au", "ca", "sg", "mx"}) {
    if (folded.view() != known || WordCharBefore(text, word_end - word.size())) continue;
    char joined[3] = {word[0], word.size() > 1 ? word[1] : '$', '$'};
    auto name = LetteredDollar({joined, word.size() + 1}, 0, word.size() + 1);
    if (!name) return std::nullopt;
    name->begin = uint32_t(word_end - word.size());
    name->end = uint32_t(sign + 1);
    return name;
  }
  return std::nullopt;
}

// ISO codes that print in lower case too, and are no words.
constexpr std::string_view kLowerCodes =
    " usd eur gbp inr cny jpy sek nok dkk krw hkd twd sgd aud cad nzd chf rub brl mxn idr myr thb ";

std::optional<CurrencyName> LowerCode(std::string_view word, size_t begin) {
  if (word.size() != 3 || !IsAsciiLower(word[0])) return std::nullopt;
  const size_t at = kLowerCodes.find(word);
  if (at == std::string_view::npos || kLowerCodes[at - 1] != ' ' || kLowerCodes[at + 3] != ' ') return std::nullopt;
  char upper[3];
  for (size_t i = 0; i < 3; ++i) upper[i] = char(word[i] - 32);
  return CodeName({upper, 3}, begin);
}

// "160 million AMD shares", "10,000 PHP developers".
bool NamesGoods(std::string_view text, size_t end) {
  const size_t at = SkipBlanks(text, end);
  const std::string_view word = at == end ? std::string_view() : LettersAt(text, at);
  return word.size() >= 3 && Lists(kGoods, Folded(word).view());
}

}  // namespace

std::optional<CurrencyName> CurrencyBefore(std::string_view text, size_t end) {
  if (end == 0) return std::nullopt;
  const char last = text[end - 1];
  if (last == '$' || static_cast<unsigned char>(last) >= 0x80) {
    if (const Row* row = RowBefore(text, end, kSignsByEnd)) {
      const size_t begin = end - row->name.size();
      if (!WordCharBefore(text, begin)) return Make(*row, begin, end);
    }
    if (last == '$') {  // "usd$ 15", "hk$ 3"
      const size_t begin = end - 1 - LettersBefore(text, end - 1).size();
      if (const auto name = LetteredDollar(text, begin, end); name && !WordCharBefore(text, begin)) return name;
    }
    if (const Row* row = RowBefore(text, end, kMarksByEnd)) {
      const size_t begin = end - row->name.size();
      if (row->name == "$") {
        if (const auto name = DollarSetApart(text, begin)) return name;
      }
      return Make(*row, begin, end);
    }
    if (const Row* row = RowBefore(text, end, kHanNamesByEnd); row != nullptr && row->sign == CurrencySign::kSettled) {
      return Make(*row, end - row->name.size(), end);
    }
    return std::nullopt;
  }
  const size_t letters_end = last == '.' ? end - 1 : end;
  const std::string_view word = LettersBefore(text, letters_end);
  if (word.empty() || word.size() > 6) return std::nullopt;
  const size_t begin = letters_end - word.size();
  if (WordCharBefore(text, begin)) return std::nullopt;
  if (word.size() == 4 && word[0] == 'M' && last != '.' && IsCurrencyCode(word.substr(1))) {  // "MAUD 60"
    CurrencyName n = CodeName(word.substr(1), begin);
    n.end = uint32_t(end);
    n.power = 6;
    return n;
  }
  const std::string_view whole = text.substr(begin, end - begin);
  for (const Row& row : kShortNames) {
    if (row.name == whole) return Make(row, begin, end);
  }
  if (last == '.') return std::nullopt;
  if (IsCurrencyCode(word)) return CodeName(word, begin);
  if (const auto code = LowerCode(word, begin)) return code;
  const Folded folded(word);
  if (folded.view() == "rupees") return Make({"rupees", "INR", 0, CurrencySign::kRupee}, begin, end);
  return std::nullopt;
}

std::optional<CurrencyName> CurrencyAfter(std::string_view text, size_t begin) {
  const char first = ByteAt(text, begin);
  if (IsAsciiLetter(first)) {
    const std::string_view word = LettersAt(text, begin);
    const bool ends = !WordCharAt(text, begin + word.size());
    if (ends && IsCurrencyCode(word)) {
      if (NamesGoods(text, begin + word.size())) return std::nullopt;
      return CodeName(word, begin);
    }
    if (ends && word.size() == 4 && word[0] == 'M' && IsCurrencyCode(word.substr(1))) {  // "120 MEUR"
      CurrencyName n = CodeName(word.substr(1), begin);
      n.end = uint32_t(begin + 4);
      n.power = 6;
      return n;
    }
    if (ends) {
      if (const auto code = LowerCode(word, begin)) return code;
    }
    if (ByteAt(text, begin + word.size()) == '$' && !IsAsciiDigit(ByteAt(text, begin + word.size() + 1)))  // "100 us$"
      return LetteredDollar(text, begin, begin + word.size() + 1);
    return NounAt(text, begin);
  }
  if (first == '$' || static_cast<unsigned char>(first) >= 0x80) {
    if (const Row* row = RowAt(text, begin, kHanNamesByStart)) {
      if (row->name == "元" && !FirstAt(text, begin, kNotYuan).empty()) return std::nullopt;
      return Make(*row, begin, begin + row->name.size());
    }
    if (const Row* row = RowAt(text, begin, kMarksByStart)) {
      // "5 to 10 $20 notes": a sign right before digits belongs to them.
      const size_t end = begin + row->name.size();
      if (!IsAsciiDigit(ByteAt(text, end))) return Make(*row, begin, end);
    }
  }
  return std::nullopt;
}

CurrencyCode SettleCurrency(const CurrencyName& name, std::string_view place) {
  const auto here = [&](const HomeRow& row) { return row.sign == name.sign && row.place == place; };
  const auto* home = std::find_if(std::begin(kMoreHomes), std::end(kMoreHomes), here);
  if (home == std::end(kMoreHomes)) {
    home = std::find_if(std::begin(currency_data::kHomes), std::end(currency_data::kHomes), here);
    if (home == std::end(currency_data::kHomes)) return name.code;
  }
  CurrencyCode code;
  std::copy(home->code.begin(), home->code.end(), code.code);
  return code;
}

bool SpeaksOfState(std::string_view text, const CurrencyCode& code) {
  const MoneyRow* money = MoneyOf(code.view());
  if (money == nullptr) return false;
  const auto names = [&](std::string_view word) { return !word.empty() && text.find(word) != std::string_view::npos; };
  return names(money->state) || names(money->people) || names(money->han_state);
}

int MinorDigits(const CurrencyCode& code) {
  const MoneyRow* money = MoneyOf(code.view());
  return money == nullptr ? 2 : money->digits;
}

}  // namespace tocsin
