#include "nlp/mentions/han_numerals.h"

#include "nlp/mentions/quantities.h"
#include "nlp/text/cursor.h"

namespace tocsin {

int HanDigit(char32_t c) {
  switch (c) {
    case U'零':
    case U'〇': return 0;
    case U'一':
    case U'壹': return 1;
    case U'二':
    case U'两':
    case U'兩':
    case U'贰':
    case U'貳': return 2;
    case U'三':
    case U'叁':
    case U'參': return 3;
    case U'四':
    case U'肆': return 4;
    case U'五':
    case U'伍': return 5;
    case U'六':
    case U'陆':
    case U'陸': return 6;
    case U'七':
    case U'柒': return 7;
    case U'八':
    case U'捌': return 8;
    case U'九':
    case U'玖': return 9;
    default: return -1;
  }
}

int HanUnit(char32_t c) {
  switch (c) {
    case U'十':
    case U'拾': return 1;
    case U'百':
    case U'佰': return 2;
    case U'千':
    case U'仟': return 3;
    case U'万':
    case U'萬': return 4;
    case U'亿':
    case U'億': return 8;
    case U'兆': return 12;
    default: return 0;
  }
}

namespace {

// Value = total + section, where a section is what stands before the next great unit (万, 亿, 兆).
class HanReader {
 public:
  HanReader(std::string_view text, size_t pos) : text_(text), pos_(pos), end_(pos) {}

  // After digits worth `value`.
  std::optional<HanNumber> ReadUnits(const Decimal& value) {
    current_ = value;
    has_current_ = true;
    while (Step(SkipBlanks(text_, pos_))) {
    }
    if (end_ == start_of_units_) return std::nullopt;
    return Done();
  }

  std::optional<HanNumber> Read() {
    started_han_ = true;
    while (Step(SkipBlanks(text_, pos_))) {
    }
    return parts_ == 0 ? std::nullopt : std::optional(Done());
  }

 private:
  bool Step(size_t at) {
    const CodePoint c = Decode(text_, at);
    if (c.bytes == 0) return false;
    const size_t next = at + c.bytes;
    if (const int unit = HanUnit(c.value); unit != 0) return Unit(unit, next);
    if (at != pos_ && !SpacedOut(c)) return false;
    if (const int digit = HanDigit(c.value); digit >= 0) return Numeral(digit, next);
    if (c.value == U'点' || c.value == U'點') return Point(next);
    if (c.value == U'余' || c.value == U'多' || c.value == U'餘') return More(next);
    if (c.value == U'个' || c.value == U'個') return Measure(next);
    return Digits(at);
  }

  // "一 百 五 十", "五 点 二": a blank inside a numeral that was set with spaces; only behind a unit or a point, so
  // that two numerals in a row stay two.
  bool SpacedOut(const CodePoint& c) const {
    if (c.value == U'点' || c.value == U'點') return has_current_ && spelled_;
    return HanDigit(c.value) >= 0 && !has_current_ && parts_ != 0 && started_han_;
  }

  bool Take(size_t next) {
    pos_ = end_ = next;
    ++parts_;
    return true;
  }

  bool Numeral(int digit, size_t next) {
    if (has_current_ && !spelled_) return false;
    // "二〇二五": digits one by one; elsewhere a zero only bridges a gap.
    const auto longer = has_current_ ? Multiply(current_, Decimal{1, 1}) : Decimal{};
    const auto sum = longer ? Add(*longer, *Decimal::Make(digit, 0)) : std::nullopt;
    if (!sum || ++spelled_digits_ > 12) return Doubt(next);
    if (spelled_digits_ == 1 && digit == 0 && parts_ != 0) {
      bridged_ = true;
      spelled_digits_ = 0;
      return Take(next);
    }
    current_ = *sum;
    has_current_ = spelled_ = true;
    digit_before_ = last_digit_;
    last_digit_ = digit;
    return Take(next);
  }

  // "1亿2000万": digits after a great unit.
  bool Digits(size_t at) {
    if (has_current_ || great_ == 0 || !IsAsciiDigit(ByteAt(text_, at))) return false;
    size_t end = at;
    while (IsAsciiDigit(ByteAt(text_, end))) {
      if (++end - at > 4) return false;
    }
    const CodePoint unit = Decode(text_, end);
    if (HanUnit(unit.value) == 0 || HanUnit(unit.value) >= great_) return false;
    const auto value = Decimal::Parse(text_.substr(at, end - at));
    if (!value) return false;
    current_ = *value;
    has_current_ = true;
    return Take(end);
  }

  bool Unit(int unit, size_t next) { return unit < 4 ? SmallUnit(unit, next) : GreatUnit(unit, next); }

  bool SmallUnit(int unit, size_t next) {
    const bool implied = !has_current_ && (unit == 1 ? small_ != 1 : false);  // "十五", "一百十五"
    if (!has_current_ && !implied) return false;
    if (small_ != 0 && unit >= small_) return Doubt(next);
    if (Vague()) return Doubt(next);
    const auto term = ScaleByPowerOfTen(implied ? Decimal{1, 0} : current_, unit);
    const auto sum = term ? Add(section_, *term) : std::nullopt;
    if (!sum) return Doubt(next);
    bare_ = implied ? Decimal{1, 0} : current_;
    section_ = *sum;
    small_ = unit;
    scale_ = unit;
    Clear();
    return Take(next);
  }

  // 二三十, 七八亿: somewhere between the two.
  bool Vague() const {
    return spelled_ && spelled_digits_ == 2 && last_digit_ == digit_before_ + 1 && digit_before_ != 0;
  }

  bool GreatUnit(int unit, size_t next) {
    if (Vague()) return Doubt(next);
    if (!has_current_ && section_.coefficient == 0) {
      if (great_ == 0 || great_closed_) return false;
      return Chain(unit, next);  // 万亿
    }
    const auto section = Add(section_, has_current_ ? current_ : Decimal{});
    const auto all = section && great_ != 0 && unit > great_ ? Add(total_, *section) : section;
    const auto scaled = all ? ScaleByPowerOfTen(*all, unit) : std::nullopt;
    if (!scaled) return Doubt(next);
    const auto sum = great_ != 0 && unit > great_ ? scaled : Add(total_, *scaled);
    if (!sum) return Doubt(next);
    bare_ = *section;
    last_term_ = *scaled;
    total_ = *sum;
    section_ = {};
    great_ = scale_ = unit;
    small_ = 0;
    Clear();
    return Take(next);
  }

  bool Chain(int unit, size_t next) {
    const auto scaled = ScaleByPowerOfTen(last_term_, unit);
    const auto negative = Decimal::Make(-last_term_.coefficient, last_term_.exponent);
    const auto rest = negative ? Add(total_, *negative) : std::nullopt;
    const auto sum = rest && scaled ? Add(*rest, *scaled) : std::nullopt;
    if (!sum) return Doubt(next);
    total_ = *sum;
    scale_ += unit;
    great_closed_ = true;
    return Take(next);
  }

  bool Point(size_t next) {
    if (!has_current_ && section_.coefficient != 0 && scale_ < 4) has_current_ = true;  // 一百二十点五
    if (!has_current_ || current_.exponent < 0 || (parts_ == 0 && !spelled_)) return false;
    int places = 0;
    size_t at = SkipBlanks(text_, next);
    for (; places < 12; ++places) {
      const CodePoint c = Decode(text_, at);
      const int digit = c.bytes == 0 ? -1 : HanDigit(c.value);
      if (digit < 0) break;
      const auto sum = Add(current_, *Decimal::Make(digit, -(places + 1)));
      if (!sum) return Doubt(at);
      current_ = *sum;
      at += c.bytes;
    }
    if (places == 0) return false;
    pointed_ = true;
    return Take(at);
  }

  // "20多亿", "600余元": only where a unit was or will be said, else 多 begins another word.
  bool More(size_t next) {
    if (more_) return false;
    const CodePoint c = Decode(text_, next);
    if (parts_ + has_current_ == 0) return false;
    more_ = true;
    pos_ = next;
    if (HanUnit(c.value) != 0) return true;
    end_ = next;
    ++parts_;
    return false;
  }

  // "10个亿".
  bool Measure(size_t next) {
    const CodePoint c = Decode(text_, next);
    if (!has_current_ || HanUnit(c.value) < 4) return false;
    pos_ = next;
    return true;
  }

  bool Doubt(size_t next) {
    certain_ = false;
    return Take(next);
  }

  void Clear() {
    current_ = {};
    has_current_ = spelled_ = false;
    spelled_digits_ = 0;
  }

  HanNumber Done() {
    auto sum = Add(total_, section_);
    if (sum && has_current_) {
      // "三万五" means 35,000 to a speaker and 30,005 to a parser.
      const bool colloquial = parts_ > 1 && scale_ > 1 && !bridged_ && !pointed_ && spelled_;
      certain_ = certain_ && !colloquial;
      sum = Add(*sum, current_);
    }
    HanNumber n;
    n.certain = certain_ && sum.has_value();
    n.value = sum.value_or(Decimal{});
    n.bare = scale_ == 0 ? n.value : bare_;
    n.scale = scale_;
    n.more = more_;
    n.end = uint32_t(end_);
    return n;
  }

  std::string_view text_;
  size_t pos_, end_;
  size_t start_of_units_ = end_;
  Decimal total_, section_, current_, bare_, last_term_;
  bool has_current_ = false, spelled_ = false, bridged_ = false, pointed_ = false, more_ = false, certain_ = true;
  bool great_closed_ = false;  // 万亿 was said: no third unit
  bool started_han_ = false;
  int last_digit_ = 0, digit_before_ = 0;
  int small_ = 0, great_ = 0, scale_ = 0;
  int parts_ = 0, spelled_digits_ = 0;
};

}  // namespace

std::optional<HanNumber> ReadHanUnits(std::string_view text, size_t pos, const Decimal& value) {
  return HanReader(text, pos).ReadUnits(value);
}

std::optional<HanNumber> ReadHanNumber(std::string_view text, size_t pos) { return HanReader(text, pos).Read(); }

size_t SkipHanNumber(std::string_view text, size_t pos) {
  for (;;) {
    const CodePoint c = Decode(text, pos);
    if (c.bytes == 0 || (HanDigit(c.value) < 0 && HanUnit(c.value) == 0)) return pos;
    pos += c.bytes;
  }
}

}  // namespace tocsin
