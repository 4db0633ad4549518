// Words, numbers, Chinese characters and marks in one scan.
//
// A word is what an analyst would underline as one: "AI-powered", "don't", "U.S.", "GPT-4", "OpenAI.com". A possessive
// 's stands alone, so that "Nvidia's" is found as "Nvidia". Chinese is never cut into words here: every character is
// a token, and phrases are found by the automaton. Each byte is looked at a bounded number of times.
#include <algorithm>
#include <array>

#include "ingest/base/word_bytes.h"
#include "nlp/annotator.h"
#include "nlp/text/characters.h"

namespace tocsin {
namespace {

// Letters and digits of ASCII; 0 for every other byte.
enum PlainKind : uint8_t { kSmall = 1, kCapital = 2, kFigure = 4 };
constexpr std::array<uint8_t, 256> kPlainKinds = [] {
  std::array<uint8_t, 256> kinds{};
  for (size_t c = 'a'; c <= 'z'; ++c) kinds[c] = kSmall;
  for (size_t c = 'A'; c <= 'Z'; ++c) kinds[c] = kCapital;
  for (size_t c = '0'; c <= '9'; ++c) kinds[c] = kFigure;
  return kinds;
}();

class Tokenizer {
 public:
  Tokenizer(std::string_view text, std::vector<Token>& out) : text_(text), out_(out) {}

  void Run() {
    constexpr size_t kTokenBytes = 4;  // hardly any text has shorter ones, blanks included
    out_.reserve(out_.size() + text_.size() / kTokenBytes);
    while (pos_ < text_.size()) {
      if (text_[pos_] == ' ') {
        ++pos_;
        continue;
      }
      if (PlainWord()) continue;
      if (IsCommonHanAt(text_, pos_)) {
        Emit(pos_, pos_ + kHanBytes, TokenKind::kHan);
        continue;
      }
      const CodePoint c = Decode(text_, pos_);
      const CharClass kind = Classify(c.value);
      if (kind == CharClass::kSpace) {
        pos_ += c.bytes;
      } else if (kind == CharClass::kHan) {
        Emit(pos_, pos_ + c.bytes, TokenKind::kHan);
      } else if (kind == CharClass::kDigit) {
        Number();
      } else if (IsLetterClass(kind)) {
        Word(pos_);
      } else {
        Mark(c);
      }
    }
  }

 private:
  CharClass ClassAt(size_t pos) const {
    const CodePoint c = Decode(text_, pos);
    return c.bytes == 0 ? CharClass::kOther : Classify(c.value);
  }
  bool LetterAt(size_t pos) const { return IsLetterClass(ClassAt(pos)); }
  char ByteAt(size_t pos) const { return pos < text_.size() ? text_[pos] : '\0'; }

  // "'" and U+2019, 0 when there is none.
  uint32_t ApostropheAt(size_t pos) const {
    if (ByteAt(pos) == '\'') return 1;
    return text_.substr(pos).starts_with("\u2019") ? 3 : 0;
  }
  // "-", U+2010 and U+2011.
  uint32_t HyphenAt(size_t pos) const {
    if (ByteAt(pos) == '-') return 1;
    const std::string_view rest = text_.substr(pos);
    return rest.starts_with("\u2010") || rest.starts_with("\u2011") ? 3 : 0;
  }

  // A word of ASCII letters and digits that nothing joins to what follows: nearly every word of an English text.
  bool PlainWord() {
    if (!IsAsciiLetter(text_[pos_])) return false;
    size_t end = pos_ + 1;
    uint8_t kinds = 0;  // behind the first
    if (pos_ + 8 <= text_.size()) {
      const uint64_t word = FirstBytesAt(text_, pos_, 8);
      const size_t letters = LeadingLetters(word);
      const uint64_t case_bits = FirstBytesMask(letters) & 0x20 * kEveryByte & ~uint64_t{0xFF};
      if ((word & case_bits) != 0) kinds |= kSmall;
      if ((~word & case_bits) != 0) kinds |= kCapital;
      end = pos_ + letters;
    }
    for (; end < text_.size(); ++end) {
      const uint8_t kind = kPlainKinds[static_cast<unsigned char>(text_[end])];
      if (kind == 0) break;
      kinds |= kind;
    }
    if (end < text_.size()) {
      const char mark = text_[end];
      if (static_cast<unsigned char>(mark) >= 0x80) return false;
      if (mark == '-' || mark == '\'') return false;
      if (mark == '.' && (end + 1 == text_.size() || (text_[end + 1] != ' ' && text_[end + 1] != '\n'))) return false;
    }
    Token token{{uint32_t(pos_), uint32_t(end)}, TokenKind::kWord};
    token.capital = IsAsciiUpper(text_[pos_]);
    token.all_caps = token.capital && (kinds & kCapital) != 0 && (kinds & kSmall) == 0;
    token.plain = (kinds & kFigure) == 0 && ((kinds & kCapital) == 0 || token.all_caps);
    out_.push_back(token);
    pos_ = end;
    return true;
  }

  // The end of a possessive ending at `pos`, or `pos`.
  size_t PossessiveEnd(size_t pos) const {
    const uint32_t mark = ApostropheAt(pos);
    if (mark == 0) return pos;
    const char s = ByteAt(pos + mark);
    if (s != 's' && s != 'S') return pos;
    const size_t end = pos + mark + 1;
    const CharClass after = ClassAt(end);
    return IsLetterClass(after) || after == CharClass::kDigit ? pos : end;
  }

  // Letters, digits and marks from `pos` on.
  size_t RunEnd(size_t pos) const {
    while (pos < text_.size()) {
      const CodePoint c = Decode(text_, pos);
      const CharClass kind = Classify(c.value);
      if (!IsLetterClass(kind) && kind != CharClass::kDigit && kind != CharClass::kMark) break;
      pos += c.bytes;
    }
    return pos;
  }

  // A dot at `dot` between two runs belongs to the word: "U.S", "Ph.D", "x.ai", "Character.AI"; not "end.Then".
  bool DotJoins(size_t run_begin, size_t dot, size_t next_end) const {
    if (!LetterAt(dot + 1)) return false;
    const CodePoint first = Decode(text_, run_begin), next = Decode(text_, dot + 1);
    if (run_begin + first.bytes == dot) return IsLetterClass(Classify(first.value));
    if (Classify(next.value) == CharClass::kLower) return true;
    const size_t second = dot + 1 + next.bytes;
    return second == next_end || ClassAt(second) == CharClass::kUpper;
  }

  // A word whose first run starts at `pos_`; the token begins at `begin`.
  void Word(size_t begin) {
    size_t run = pos_, end = RunEnd(pos_);
    bool dotted = false;
    while (end < text_.size()) {
      if (const uint32_t hyphen = HyphenAt(end); hyphen != 0) {
        const CharClass after = ClassAt(end + hyphen);
        if (!IsLetterClass(after) && after != CharClass::kDigit) break;
        run = end + hyphen;
        end = RunEnd(run);
        continue;
      }
      if (const uint32_t mark = ApostropheAt(end); mark != 0) {
        if (!LetterAt(end + mark) || PossessiveEnd(end) != end) break;
        run = end + mark;
        end = RunEnd(run);
        continue;
      }
      if (text_[end] != '.') break;
      const size_t next_end = RunEnd(end + 1);
      if (next_end != end + 1 && DotJoins(run, end, next_end)) {
        dotted = true;
        run = end + 1;
        end = next_end;
        continue;
      }
      // The last dot of "U.S." and "Ph.D.".
      if (dotted && run + Decode(text_, run).bytes == end && next_end == end + 1) ++end;
      break;
    }
    Emit(begin, end, TokenKind::kWord);
    if (const size_t possessive = PossessiveEnd(end); possessive != end) Emit(end, possessive, TokenKind::kWord);
  }

  void Number() {
    const size_t begin = pos_;
    size_t end = DigitsEnd(begin);
    while ((ByteAt(end) == ',' || ByteAt(end) == '.') && ClassAt(end + 1) == CharClass::kDigit)
      end = DigitsEnd(end + 1);
    const uint32_t hyphen = HyphenAt(end);
    if (hyphen != 0 && LetterAt(end + hyphen)) {  // "10-K", "120-day"
      pos_ = end + hyphen;
      return Word(begin);
    }
    Emit(begin, end, TokenKind::kNumber);
  }

  size_t DigitsEnd(size_t pos) const {
    while (ClassAt(pos) == CharClass::kDigit) pos += Decode(text_, pos).bytes;
    return pos;
  }

  void Mark(CodePoint c) {
    const size_t possessive = out_.empty() || out_.back().span.end != pos_ ? pos_ : PossessiveEnd(pos_);
    if (possessive != pos_) return Emit(pos_, possessive, TokenKind::kWord);
    Emit(pos_, pos_ + c.bytes, TokenKind::kPunct);
  }

  void Emit(size_t begin, size_t end, TokenKind kind) {
    Token token{{uint32_t(begin), uint32_t(end)}, kind};
    if (kind == TokenKind::kWord) Shape(token);
    out_.push_back(token);
    pos_ = end;
  }

  void Shape(Token& token) const {
    size_t letters = 0, upper = 0;
    for (size_t at = token.span.begin; at < token.span.end;) {
      const CodePoint c = Decode(text_, at);
      const CharClass kind = Classify(c.value);
      at += c.bytes;
      if (!IsLetterClass(kind)) continue;
      if (letters == 0) token.capital = kind == CharClass::kUpper;
      ++letters;
      upper += kind == CharClass::kUpper;
    }
    token.all_caps = letters >= 2 && upper == letters;
  }

  std::string_view text_;
  std::vector<Token>& out_;
  size_t pos_ = 0;
};

}  // namespace

void FindTokens(std::string_view text, std::vector<Token>& tokens) { Tokenizer(text, tokens).Run(); }

}  // namespace tocsin
