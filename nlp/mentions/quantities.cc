#include "nlp/mentions/quantities.h"

#include <array>
#include <cstring>

#include "nlp/mentions/han_numerals.h"
#include "nlp/mentions/number_words.h"
#include "nlp/mentions/token_scan.h"
#include "nlp/text/cursor.h"
#include "nlp/text/han_set.h"

namespace tocsin {
namespace {

constexpr int kDigitsMax = 40;  // longer runs of digits are no numbers that anyone reads

// A digit 0..9 (ASCII or full-width) at `pos`, or -1; `bytes` is its length.
int DigitAt(std::string_view text, size_t pos, uint32_t& bytes) {
  const char c = ByteAt(text, pos);
  bytes = 1;
  if (IsAsciiDigit(c)) return c - '0';
  if (c != '\xEF') return -1;
  const CodePoint wide = Decode(text, pos);
  bytes = wide.bytes;
  return wide.value >= 0xFF10 && wide.value <= 0xFF19 ? int(wide.value - 0xFF10) : -1;
}

bool IsDigitAt(std::string_view text, size_t pos) {
  uint32_t bytes;
  return DigitAt(text, pos, bytes) >= 0;
}

struct DigitRun {
  char digits[kDigitsMax + 2];
  int count = 0;        // of digits; more than kDigitsMax = too long
  int fraction = 0;     // digits after the point
  int groups = 0;       // of digits between separators, the first included
  bool indian = false;  // grouped as 12,34,567
  size_t end = 0;
};

size_t AppendDigits(std::string_view text, size_t pos, DigitRun& run, int& appended) {
  uint32_t bytes;
  appended = 0;
  for (int d; (d = DigitAt(text, pos, bytes)) >= 0; pos += bytes, ++appended) {
    if (run.count < kDigitsMax) run.digits[run.count] = char('0' + d);
    ++run.count;
  }
  return pos;
}

// The separator of thousands at `pos`: a comma, or a space that does not break; 0 when there is none.
uint32_t GroupMark(std::string_view text, size_t pos) {
  const char c = ByteAt(text, pos);
  if (c == ',') return 1;
  if (StartsWith(text, pos, "\u00A0")) return 2;
  if (StartsWith(text, pos, "\u202F") || StartsWith(text, pos, "\u2009")) return 3;
  // A full-width comma lists numbers in half-width digits, and groups full-width ones.
  return StartsWith(text, pos, "\uFF0C") && ByteAt(text, pos + 3) == '\xEF' ? 3 : 0;
}

uint32_t PointMark(std::string_view text, size_t pos) {
  if (ByteAt(text, pos) == '.') return 1;
  return StartsWith(text, pos, "\uFF0E") ? 3 : 0;
}

size_t CountDigits(std::string_view text, size_t pos, size_t most) {
  uint32_t bytes;
  size_t n = 0;
  for (; n < most && DigitAt(text, pos, bytes) >= 0; pos += bytes) ++n;
  return n;
}

// "1 000 000", "$25 000": plain blanks group thousands where nothing else reads so: two groups of three digits or more,
// a group of zeros, or a currency sign before.
size_t BlankGroups(std::string_view text, size_t begin, size_t end) {
  if (end - begin > 3 || !IsAsciiDigit(text[begin]) || text[begin] == '0' || ByteAt(text, end) != ' ') return 0;
  size_t groups = 0;
  bool zeros = false;
  size_t at = end;
  while (ByteAt(text, at) == ' ' && CountDigits(text, at + 1, 4) == 3 && IsAsciiDigit(text[at + 1])) {
    zeros = zeros || text.compare(at + 1, 3, "000") == 0;
    at += 4;
    ++groups;
  }
  if (WordCharAt(text, at)) return 0;
  const char sign = begin == 0 ? ' ' : text[begin - 1];
  const bool marked = sign == '$' || EndsWith(text, begin, "\u20AC") || EndsWith(text, begin, "\u00A3");
  return groups >= 2 || (groups == 1 && (zeros || marked)) ? groups : 0;
}

// Groups after the first: all of three digits, or all of two and the last of three. False when the grouping is broken.
bool AppendGroups(std::string_view text, DigitRun& run) {
  const int first = run.count;
  run.groups = 1;
  for (;;) {
    const uint32_t mark = GroupMark(text, run.end);
    if (mark == 0 || !IsDigitAt(text, run.end + mark)) return run.groups == 1 || !run.indian;
    const size_t next = CountDigits(text, run.end + mark, 4);
    const bool comma = text[run.end] == ',';
    // "5, 10" and "2025 300 jobs": no group, but no damage either, unless the comma touches the digits on both sides.
    if (first > 3 || (next != 3 && next != 2)) return !comma;
    if (next == 2 && (!comma || first > 2)) return !comma;
    int appended;
    run.end = AppendDigits(text, run.end + mark, run, appended);
    ++run.groups;
    if (appended == 2) {
      if (run.groups > 2 && !run.indian) return false;
      run.indian = true;
    } else if (run.indian) {
      return GroupMark(text, run.end) == 0 || !IsDigitAt(text, run.end + 1);
    }
  }
}

// False when what stands at `pos` is no number that can be trusted.
bool ReadDigits(std::string_view text, size_t pos, DigitRun& run) {
  int appended;
  run.end = AppendDigits(text, pos, run, appended);
  for (size_t left = BlankGroups(text, pos, run.end); left != 0; --left) {
    run.end = AppendDigits(text, run.end + 1, run, appended);
    ++run.groups;
  }
  if (run.groups == 0 && !AppendGroups(text, run)) return false;
  const uint32_t point = PointMark(text, run.end);
  if (point != 0 && IsDigitAt(text, run.end + point)) {
    run.end = AppendDigits(text, run.end + point, run, run.fraction);
    // "1.2.3", "10.5.2025": a version, an address or a date.
    if (ByteAt(text, run.end) == '.' && IsDigitAt(text, run.end + 1)) return false;
    if (ByteAt(text, run.end) == ',' && IsDigitAt(text, run.end + 1)) return false;
  }
  return run.count <= kDigitsMax;
}

std::optional<Decimal> ValueOf(const DigitRun& run) {
  if (run.count <= 18) {
    int64_t value = 0;
    for (int i = 0; i < run.count; ++i) value = value * 10 + (run.digits[i] - '0');
    return Decimal::Make(value, -run.fraction);
  }
  const auto whole = Decimal::Parse({run.digits, size_t(run.count)});
  return whole ? ScaleByPowerOfTen(*whole, -run.fraction) : std::nullopt;
}

// "million" after digits, a blank or a hyphen; multiplies.
void ApplyScaleWords(std::string_view text, Quantity& q) {
  for (int i = 0; i < 2; ++i) {  // "2 hundred million"
    size_t pos = SkipBlanks(text, q.span.end);
    if (pos == q.span.end && (ByteAt(text, pos) == '-' || StartsWith(text, pos, "\u2011")))
      pos += text[pos] == '-' ? 1 : 3;
    const std::string_view word = LettersAt(text, pos);
    const int power = word.size() < 2 || WordCharAt(text, pos + word.size()) ? 0 : ScaleWord(word);
    if (power == 0) return;
    const auto scaled = ScaleByPowerOfTen(q.value, power);
    if (!scaled) return;
    q.value = *scaled;
    q.scale = power;
    q.span.end = uint32_t(pos + word.size());
    q.plain = false;
  }
}

std::optional<Quantity> ReadDigitQuantity(std::string_view text, size_t pos) {
  DigitRun run;
  if (!ReadDigits(text, pos, run)) return std::nullopt;
  const auto value = ValueOf(run);
  if (!value) return std::nullopt;
  Quantity q{{uint32_t(pos), uint32_t(run.end)}, *value, *value};
  q.plain = run.groups == 1 && run.fraction == 0 && run.count <= 4;
  size_t end = run.end;
  if (const auto units = ReadHanUnits(text, end, *value)) {
    q.value = units->value;
    q.scale = units->scale;
    q.more = units->more;
    q.span.end = units->end;
    q.plain = q.plain && units->scale == 0;
    return units->certain ? std::optional(q) : std::nullopt;
  }
  ApplyScaleWords(text, q);
  return q;
}

std::optional<Quantity> ReadWordQuantity(std::string_view text, size_t pos) {
  const auto words = ReadNumberWords(text, pos);
  if (!words) return std::nullopt;
  Quantity q{{uint32_t(pos), words->end}, words->value, words->bare, words->scale, QuantityForm::kWords};
  return q;
}

std::optional<Quantity> ReadHanQuantity(std::string_view text, size_t pos) {
  const auto han = ReadHanNumber(text, pos);
  if (!han || !han->certain) return std::nullopt;
  Quantity q{{uint32_t(pos), han->end}, han->value, han->bare, han->scale, QuantityForm::kHan};
  q.more = han->more;
  return q;
}

// ---- where quantities may start ----------------------------------------------------------------

// Skips a number that was not read, so that its inside is not read either.
size_t SkipDigits(std::string_view text, size_t pos) {
  for (;;) {
    uint32_t bytes;
    while (DigitAt(text, pos, bytes) >= 0) pos += bytes;
    if ((ByteAt(text, pos) != '.' && ByteAt(text, pos) != ',') || !IsDigitAt(text, pos + 1)) return pos;
    ++pos;
  }
}

// "GPT-4", "B200", "CN-2": digits that belong to a name. A currency sign or a Chinese character before them does not.
bool NameBefore(std::string_view text, size_t pos) {
  if (pos == 0) return false;
  const char c = text[pos - 1];
  if (IsAsciiLetter(c) || c == '_') return true;
  if (c != '-' || pos < 2 || !IsAsciiLetter(text[pos - 2])) return false;
  if (EndsWith(text, pos, "-to-")) return false;
  // "10m-15m" and "2bn-3bn" are two numbers.
  size_t scale = pos - 2;
  if (scale > 0 && text[scale] == 'n' && IsAsciiLetter(text[scale - 1])) --scale;
  const bool short_scale = std::string_view("kmbtKMBT").find(text[scale]) != std::string_view::npos;
  return !(short_scale && scale > 0 && IsAsciiDigit(text[scale - 1]));
}

// The numerals of HanDigit, and 十.
constexpr HanSet kNumeralStarts(U"零一壹二两兩贰貳三叁參四肆五伍六陆陸七柒八捌九玖十拾");

class Scan {
 public:
  Scan(std::string_view text, const Annotations& read, std::vector<Quantity>& found)
      : text_(text), read_(read), found_(found) {}

  void Run() {
    StepThrough(read_, kStartsNumber, pos_, [&] { Step(); });
  }

 private:
  void Step() {
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

  // Moves past what was read, or past what `skip` says when nothing was; only then it is asked.
  template <class Skip>
  void Take(const std::optional<Quantity>& q, Skip skip) {
    if (q) found_.push_back(*q);
    pos_ = q ? q->span.end : skip(text_, pos_);
  }

  void Word() {
    size_t end = pos_ + 1;
    while (end < text_.size() && IsAsciiLetter(text_[end])) ++end;
    const std::string_view word = text_.substr(pos_, end - pos_);
    const auto starts = [&] { return pos_ == 0 || (!WordCharBefore(text_, pos_) && text_[pos_ - 1] != '-'); };
    if (!MayStartNumber(word) || !starts()) {
      pos_ = end;
      return;
    }
    Take(ReadWordQuantity(text_, pos_), [end](std::string_view, size_t) { return end; });
  }

  void Digits() {
    if (NameBefore(text_, pos_) && !CurrencyLetters()) {
      pos_ = SkipDigits(text_, pos_);
      return;
    }
    if (LeadingPoint()) return;
    Take(ReadDigitQuantity(text_, pos_), SkipDigits);
  }

  // "$.50", " .5 percent": the zero before the point was not written.
  bool LeadingPoint() {
    if (pos_ == 0 || text_[pos_ - 1] != '.') return false;
    const CodePoint before = DecodeBefore(text_, pos_ - 1);
    const bool alone = before.bytes == 0 || Classify(before.value) == CharClass::kSpace || before.value == '$' ||
                       before.value == 0x20AC || before.value == 0xA3 || before.value == '(';
    if (!alone) return false;
    auto q = ReadDigitQuantity(text_, pos_);
    size_t digits = pos_;
    while (IsAsciiDigit(ByteAt(text_, digits))) ++digits;
    const int places = int(digits - pos_);
    const auto value = q && places <= 6 ? ScaleByPowerOfTen(q->value, -places) : std::nullopt;
    const auto bare = value ? ScaleByPowerOfTen(q->bare, -places) : std::nullopt;
    if (!bare || (ByteAt(text_, digits) == ',' && IsAsciiDigit(ByteAt(text_, digits + 1)))) {
      pos_ = SkipDigits(text_, pos_);
      return true;
    }
    q->value = *value;
    q->bare = *bare;
    q->plain = false;
    --q->span.begin;
    found_.push_back(*q);
    pos_ = q->span.end;
    return true;
  }

  // "RMB870 million", "EUR20m": letters before digits that are a code.
  bool CurrencyLetters() const {
    const std::string_view letters = LettersBefore(text_, pos_);
    if (letters.size() < 2 || letters.size() > 3 || WordCharBefore(text_, pos_ - letters.size())) return false;
    if (letters == "Rs" || letters == "RM" || letters == "Rp" || letters == "SFr") return true;
    for (char c : letters) {
      if (!IsAsciiUpper(c)) return false;
    }
    return letters.size() == 3;
  }

  void Wide() {
    const CodePoint c = Decode(text_, pos_);
    if (c.value >= 0xFF10 && c.value <= 0xFF19) {
      Take(ReadDigitQuantity(text_, pos_), SkipDigits);
    } else if (MayStartHanNumber(c.value)) {
      Take(VagueBefore() ? std::nullopt : ReadHanQuantity(text_, pos_), SkipHanNumber);
    } else {
      pos_ += c.bytes;
    }
  }

  // 数十亿, 几千万: nobody knows how many.
  bool VagueBefore() const {
    return EndsWith(text_, pos_, "\u6570") || EndsWith(text_, pos_, "\u51E0") || EndsWith(text_, pos_, "\u6578");
  }

  std::string_view text_;
  const Annotations& read_;
  std::vector<Quantity>& found_;
  size_t pos_ = 0;
};

}  // namespace

std::optional<Quantity> ReadQuantity(std::string_view text, size_t pos) {
  if (IsDigitAt(text, pos)) return ReadDigitQuantity(text, pos);
  if (IsAsciiLetter(ByteAt(text, pos))) return ReadWordQuantity(text, pos);
  return ReadHanQuantity(text, pos);
}

std::optional<int64_t> ToInteger(const Decimal& value) {
  if (value.exponent < 0 || value.exponent > 14 || value.coefficient >= 1'000'000'000'000'000) return std::nullopt;
  int64_t whole = value.coefficient;
  for (int i = 0; i < value.exponent; ++i) {
    whole *= 10;
    if (whole >= 1'000'000'000'000'000) return std::nullopt;
  }
  return whole;
}

int ReadShortScale(std::string_view text, size_t& end) {
  size_t pos = end;
  std::string_view word = LettersAt(text, pos);
  if (word.empty()) {  // "$5 m"
    pos = SkipBlanks(text, end);
    word = LettersAt(text, pos);
    if ((word != "m" && word != "M" && word != "B" && word != "MM") || ByteAt(text, pos + 1) == '-' ||
        ByteAt(text, pos + 1) == '.')
      return 0;
  }
  if ((word == "MM" || word == "mm") && !WordCharAt(text, pos + 2)) {  // "$2.5 MM" of bankers
    end = pos + 2;
    return 6;
  }
  if (word.size() != 1 || WordCharAt(text, pos + 1)) return 0;
  int power = 0;
  switch (word[0]) {
    case 'k':
    case 'K': power = 3; break;
    case 'm':
    case 'M': power = 6; break;
    case 'b':
    case 'B': power = 9; break;
    case 't':
    case 'T': power = 12; break;
    default: return 0;
  }
  end = pos + 1;
  return power;
}

bool MayStartHanNumber(char32_t c) { return kNumeralStarts.Has(c) || c == U'〇'; }

void FindQuantities(std::string_view text, const Annotations& read, std::vector<Quantity>& found) {
  Scan(text, read, found).Run();
}

}  // namespace tocsin
