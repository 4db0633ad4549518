// Small looks into running text that the mention grammars share. All are bounded: none walks further than a word or
// a few blanks.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <string_view>

#include "nlp/text/characters.h"

namespace tocsin {

// A list of words to loop over. A bare {"a", "b"} would be measured by strlen at every turn.
using WordList = std::initializer_list<std::string_view>;

inline constexpr size_t kWordBytesMax = 24;  // longer words are of no interest to these grammars

inline char ByteAt(std::string_view text, size_t pos) { return pos < text.size() ? text[pos] : '\0'; }
// Loops, not memcmp: the answer is nearly always no, and found at the first bytes.
inline bool StartsWith(std::string_view text, size_t pos, std::string_view what) {
  if (pos > text.size() || text.size() - pos < what.size()) return false;
  const char* at = text.data() + pos;
  for (size_t i = 0; i < what.size(); ++i) {
    if (at[i] != what[i]) return false;
  }
  return true;
}
inline bool EndsWith(std::string_view text, size_t end, std::string_view what) {
  if (end < what.size() || end > text.size()) return false;
  const char* at = text.data() + (end - what.size());
  for (size_t i = what.size(); i > 0; --i) {
    if (at[i - 1] != what[i - 1]) return false;
  }
  return true;
}

// The position after up to three blanks (spaces of any width; no line end).
size_t SkipBlanksSlowly(std::string_view text, size_t pos);
inline size_t SkipBlanks(std::string_view text, size_t pos) {
  const char c = ByteAt(text, pos);
  const auto byte = static_cast<unsigned char>(c);
  // Beyond ASCII a char is negative; of those that begin a Chinese character none begins a space.
  const bool letter = c > ' ' || (byte >= 0xE4 && byte <= 0xE9);
  if (c == ' ' && ByteAt(text, pos + 1) > ' ') return pos + 1;
  return letter || pos >= text.size() ? pos : SkipBlanksSlowly(text, pos);
}
// The position before up to three blanks that end at `pos`.
size_t SkipBlanksBackSlowly(std::string_view text, size_t pos);
inline size_t SkipBlanksBack(std::string_view text, size_t pos) {
  return pos == 0 || text[pos - 1] > ' ' ? pos : SkipBlanksBackSlowly(text, pos);
}

// True when a letter, digit or inner mark touches `pos` from that side, so that no word starts or ends there.
bool WordCharAtBeyondAscii(std::string_view text, size_t pos);
bool WordCharBeforeBeyondAscii(std::string_view text, size_t pos);
inline bool AsciiWordChar(char c) { return IsAsciiLetter(c) || IsAsciiDigit(c) || c == '_'; }
inline bool WordCharAt(std::string_view text, size_t pos) {
  const char c = ByteAt(text, pos);
  return c >= 0 ? AsciiWordChar(c) : WordCharAtBeyondAscii(text, pos);
}
inline bool WordCharBefore(std::string_view text, size_t pos) {
  if (pos == 0) return false;
  const char c = text[pos - 1];
  return c >= 0 ? AsciiWordChar(c) : WordCharBeforeBeyondAscii(text, pos);
}

// The run of ASCII letters at `pos` (or that ends there), empty when it is longer than kWordBytesMax.
std::string_view LettersAt(std::string_view text, size_t pos);
std::string_view LettersBefore(std::string_view text, size_t pos);

// A word folded to ASCII lower case in place of its own; longer words are cut.
struct Folded {
  char bytes[kWordBytesMax + 1];
  uint8_t size = 0;
  explicit Folded(std::string_view word);
  std::string_view view() const { return {bytes, size}; }
};

// Case-insensitive (ASCII) test for a whole word at `pos`; `word` is in lower case.
bool WordAt(std::string_view text, size_t pos, std::string_view word);

// The first of `list` (longest first) that starts at or ends at `pos`; empty when none does.
template <size_t N>
std::string_view FirstAt(std::string_view text, size_t pos, const std::string_view (&list)[N]) {
  for (std::string_view s : list) {
    if (StartsWith(text, pos, s)) return s;
  }
  return {};
}
template <size_t N>
std::string_view FirstBefore(std::string_view text, size_t pos, const std::string_view (&list)[N]) {
  for (std::string_view s : list) {
    if (EndsWith(text, pos, s)) return s;
  }
  return {};
}

}  // namespace tocsin
