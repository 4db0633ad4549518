#include "nlp/mentions/number_words.h"

#include "ingest/base/word_table.h"
#include "nlp/text/cursor.h"

namespace tocsin {
namespace {

constexpr WordRow<int8_t> kSmallRows[] = {
    {"zero", 0},      {"one", 1},       {"two", 2},       {"three", 3},    {"four", 4},     {"five", 5},
    {"six", 6},       {"seven", 7},     {"eight", 8},     {"nine", 9},     {"ten", 10},     {"eleven", 11},
    {"twelve", 12},   {"thirteen", 13}, {"fourteen", 14}, {"fifteen", 15}, {"sixteen", 16}, {"seventeen", 17},
    {"eighteen", 18}, {"nineteen", 19}, {"twenty", 20},   {"thirty", 30},  {"forty", 40},   {"fifty", 50},
    {"sixty", 60},    {"seventy", 70},  {"eighty", 80},   {"ninety", 90}};
constexpr WordTable kSmall(kSmallRows);

constexpr WordRow<int8_t> kScaleRows[] = {
    {"hundred", 2},  {"thousand", 3},  {"lakh", 5},    {"lakhs", 5}, {"million", 6},
    {"millions", 0}, {"mn", 6},        {"mln", 6},     {"mio", 6},   {"mil", 6},
    {"crore", 7},    {"crores", 7},    {"billion", 9}, {"bn", 9},    {"bln", 9},
    {"bil", 9},      {"trillion", 12}, {"tn", 12},     {"trn", 12},  {"tln", 12},
    {"trln", 12},    {"mld", 9},       {"mlrd", 9},    {"mrd", 9},   {"quadrillion", 15}};
constexpr WordTable kScales(kScaleRows);

int SmallWord(std::string_view word) {
  const int8_t* value = kSmall.Find(word);
  return value == nullptr ? -1 : *value;
}

constexpr WordRow<int8_t> kOrdinalRows[] = {
    {"first", 1},      {"second", 2},       {"third", 3},       {"fourth", 4},      {"fifth", 5},
    {"sixth", 6},      {"seventh", 7},      {"eighth", 8},      {"ninth", 9},       {"tenth", 10},
    {"eleventh", 11},  {"twelfth", 12},     {"thirteenth", 13}, {"fourteenth", 14}, {"fifteenth", 15},
    {"sixteenth", 16}, {"seventeenth", 17}, {"eighteenth", 18}, {"nineteenth", 19}, {"twentieth", 20},
    {"thirtieth", 30}};
constexpr WordTable kOrdinals(kOrdinalRows);

// A reader of number words: value = total + group, where the group is below a thousand.
class WordReader {
 public:
  WordReader(std::string_view text, size_t pos) : text_(text), next_(pos) {}

  std::optional<WordNumber> Read() {
    if (ReadLead()) return Done();
    while (Step()) {
    }
    return words_ == 0 ? std::nullopt : Done();
  }

 private:
  std::string_view Peek() const { return LettersAt(text_, next_); }

  // Accepts the word at next_, and moves past one blank or hyphen.
  void Accept(std::string_view word) {
    end_ = next_ + word.size();
    next_ = end_;
    const size_t blank = SkipBlanks(text_, end_);
    if (blank != end_)
      next_ = blank;
    else if (ByteAt(text_, end_) == '-' && IsAsciiLetter(ByteAt(text_, end_ + 1)))
      next_ = end_ + 1;
    else
      closed_ = true;
    ++words_;
  }

  // "half a billion", "half-a-million"; "a" and "an" before a scale count as one.
  bool ReadLead() {
    const Folded first(Peek());
    if (first.view() == "half") {
      Accept(Peek());
      const Folded article(Peek());
      if (closed_) return words_ = 0, true;
      if (article.view() == "a" || article.view() == "an")
        Accept(Peek());
      else if (ScaleWord(article.view()) < 6)  // "half billion"
        return words_ = 0, true;
      const int power = closed_ ? 0 : ScaleWord(Peek());
      if (power < 3) return words_ = 0, true;
      group_ = Decimal{5, -1};
      Scale(power);
      return true;
    }
    if (first.view() == "a" || first.view() == "an") {
      Accept(Peek());
      if (!closed_ && Folded(Peek()).view() == "quarter") return Quarters(1);
      if (closed_ || ScaleWord(Peek()) == 0) return words_ = 0, true;
      group_ = Decimal{1, 0};
      words_ = 0;
    }
    if (first.view() == "three") {
      const size_t start = next_;
      Accept(Peek());
      if (!closed_ && Folded(Peek()).view() == "quarters") return Quarters(3);
      next_ = start;
      end_ = 0;
      words_ = 0;
      closed_ = false;
    }
    return false;
  }

  // "three quarters of a billion", "a quarter of a million", "three quarters billion".
  bool Quarters(int count) {
    words_ = 0;
    Accept(Peek());
    const bool of = !closed_ && Folded(Peek()).view() == "of";
    if (of) Accept(Peek());
    if (const Folded article(Peek()); of && !closed_ && (article.view() == "a" || article.view() == "an"))
      Accept(Peek());
    const int power = closed_ ? 0 : ScaleWord(Peek());
    if (power < 6) return words_ = 0, true;
    group_ = Decimal{count * 25, -2};
    Scale(power);
    return true;
  }

  bool Step() {
    if (closed_) return false;
    const std::string_view word = Peek();
    if (word.empty() || WordCharAt(text_, next_ + word.size())) return false;
    if (const int small = SmallWord(word); small >= 0) return AddSmall(word, small);
    if (const int power = ScaleWord(word); power != 0 && has_group()) return Scale(power);
    if (words_ == 0) return false;
    if (WordAt(text_, next_, "and")) return And(word);
    if (WordAt(text_, next_, "point")) return Point(word);
    return false;
  }

  bool has_group() const { return group_.coefficient != 0 || words_ == 0; }

  // "twenty" + "five" is one group, "five" + "six" is not.
  bool AddSmall(std::string_view word, int small) {
    const bool fits = group_.coefficient == 0 || small < room_;
    if (!fits) return false;
    const auto sum = Add(group_, *Decimal::Make(small, 0));
    if (!sum) return false;
    group_ = *sum;
    room_ = small >= 20 ? 10 : 0;
    Accept(word);
    return true;
  }

  bool Scale(int power) {
    const std::string_view word = Peek();
    const auto scaled = ScaleByPowerOfTen(group_, power);
    if (!scaled) return false;
    if (power == 2) {
      group_ = *scaled;
      room_ = 100;
      Accept(word);
      return true;
    }
    const auto sum = Add(total_, *scaled);
    if (!sum || (scale_ != 0 && power >= scale_)) return false;
    bare_ = group_;
    total_ = *sum;
    group_ = {};
    scale_ = power;
    room_ = 1000;
    Accept(word);
    return true;
  }

  // "two hundred and fifty", "one and a half".
  bool And(std::string_view word) {
    const size_t after = SkipBlanks(text_, next_ + word.size());
    const std::string_view following = LettersAt(text_, after);
    if (WordAt(text_, after, "a")) {
      const size_t half = SkipBlanks(text_, after + 1);
      const auto sum = WordAt(text_, half, "half") ? Add(group_, Decimal{5, -1}) : std::nullopt;
      if (!sum || group_.exponent < 0) return false;
      group_ = *sum;
      next_ = half;
      Accept("half");
      return true;
    }
    if (room_ < 100 || SmallWord(following) < 0) return false;
    next_ = after;
    return true;
  }

  // "one point five": digits one by one.
  bool Point(std::string_view word) {
    size_t at = SkipBlanks(text_, next_ + word.size());
    int places = 0;
    while (places < 6) {
      const std::string_view digit = LettersAt(text_, at);
      const int d = SmallWord(digit);
      if (d < 0 || d > 9) break;
      const auto sum = Add(group_, *Decimal::Make(d, -++places));
      if (!sum) return false;
      group_ = *sum;
      next_ = at;
      Accept(digit);
      at = next_;
      if (closed_) break;
    }
    room_ = 0;
    return places != 0;
  }

  std::optional<WordNumber> Done() const {
    if (words_ == 0) return std::nullopt;
    const auto sum = Add(total_, group_);
    if (!sum) return std::nullopt;
    return WordNumber{*sum, scale_ == 0 ? *sum : bare_, scale_, uint32_t(end_)};
  }

  std::string_view text_;
  size_t next_;
  size_t end_ = 0;
  int words_ = 0;
  bool closed_ = false;  // nothing can follow: no blank or hyphen
  Decimal total_, group_, bare_;
  int scale_ = 0;
  int room_ = 0;  // what may still be added to the group is below this
};

}  // namespace

int ScaleWord(std::string_view word) {
  const int8_t* power = kScales.Find(word);
  return power == nullptr ? 0 : *power;
}

std::vector<std::string_view> ScaleWords() {
  std::vector<std::string_view> words;
  for (const auto& row : kScaleRows) words.push_back(row.word);
  return words;
}

bool MayStartNumber(std::string_view word) {
  if (word.size() <= 2) return AsciiLower(word[0]) == 'a' && (word.size() == 1 || AsciiLower(word[1]) == 'n');
  return SmallWord(word) >= 0 || (word.size() == 4 && Folded(word).view() == "half");
}

std::vector<std::string_view> NumberStarts() {
  std::vector<std::string_view> words = {"a", "an", "half"};
  for (const auto& row : kSmallRows) words.push_back(row.word);
  return words;
}

std::optional<WordNumber> ReadNumberWords(std::string_view text, size_t pos) { return WordReader(text, pos).Read(); }

int SmallNumberWord(std::string_view word) { return SmallWord(word); }

int OrdinalWord(std::string_view word) {
  const int8_t* ordinal = kOrdinals.Find(word);
  return ordinal == nullptr ? 0 : *ordinal;
}

}  // namespace tocsin
