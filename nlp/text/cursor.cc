#include "nlp/text/cursor.h"

#include "ingest/base/word_bytes.h"

namespace tocsin {
namespace {

constexpr int kBlanksMax = 3;

bool WordClass(CodePoint c) {
  if (c.bytes == 0) return false;
  const CharClass kind = Classify(c.value);
  return IsLetterClass(kind) || kind == CharClass::kDigit || kind == CharClass::kMark || c.value == '_';
}

}  // namespace

size_t SkipBlanksSlowly(std::string_view text, size_t pos) {
  for (int i = 0; i < kBlanksMax; ++i) {
    const CodePoint c = Decode(text, pos);
    if (c.bytes == 0 || c.value == '\n' || Classify(c.value) != CharClass::kSpace) break;
    pos += c.bytes;
  }
  return pos;
}

size_t SkipBlanksBackSlowly(std::string_view text, size_t pos) {
  for (int i = 0; i < kBlanksMax && pos > 0; ++i) {
    const CodePoint c = DecodeBefore(text, pos);
    if (c.value == '\n' || Classify(c.value) != CharClass::kSpace) break;
    pos -= c.bytes;
  }
  return pos;
}

bool WordCharAtBeyondAscii(std::string_view text, size_t pos) { return WordClass(Decode(text, pos)); }
bool WordCharBeforeBeyondAscii(std::string_view text, size_t pos) { return WordClass(DecodeBefore(text, pos)); }

std::string_view LettersAt(std::string_view text, size_t pos) {
  if (pos >= text.size()) return {};
  if (pos + 8 <= text.size()) {
    const size_t letters = LeadingLetters(FirstBytesAt(text, pos, 8));
    if (letters < 8) return text.substr(pos, letters);
  }
  size_t end = pos;
  while (end < text.size() && IsAsciiLetter(text[end])) {
    if (++end - pos > kWordBytesMax) return {};
  }
  return text.substr(pos, end - pos);
}

std::string_view LettersBefore(std::string_view text, size_t pos) {
  size_t begin = pos;
  while (begin > 0 && IsAsciiLetter(text[begin - 1])) {
    if (pos - --begin > kWordBytesMax) return {};
  }
  return text.substr(begin, pos - begin);
}

Folded::Folded(std::string_view word) {
  for (char c : word.substr(0, kWordBytesMax)) bytes[size++] = AsciiLower(c);
}

bool WordAt(std::string_view text, size_t pos, std::string_view word) {
  if (text.size() < pos + word.size()) return false;
  for (size_t i = 0; i < word.size(); ++i) {
    if (AsciiLower(text[pos + i]) != word[i]) return false;
  }
  return !WordCharAt(text, pos + word.size());
}

}  // namespace tocsin
