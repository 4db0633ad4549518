// Code points and what they are. ASCII is answered from tables, the rest by ICU.
#pragma once

#include <cstdint>
#include <string_view>

#include "ingest/base/ascii.h"

namespace tocsin {

struct CodePoint {
  char32_t value = 0;
  uint32_t bytes = 0;  // 0 only at the end of the text
};

// The code point that starts at `pos`. A stray byte is U+FFFD and one byte long, so a scan always moves on.
CodePoint DecodeMultibyte(std::string_view text, size_t pos);
inline CodePoint Decode(std::string_view text, size_t pos) {
  if (pos >= text.size()) return {};
  const auto byte = static_cast<unsigned char>(text[pos]);
  if (byte < 0x80) return {byte, 1};
  if ((byte & 0xF0) == 0xE0 && text.size() - pos >= 3) {  // every Chinese character, so that it costs no call
    const auto second = static_cast<unsigned char>(text[pos + 1]), third = static_cast<unsigned char>(text[pos + 2]);
    if ((second & 0xC0) == 0x80 && (third & 0xC0) == 0x80)
      return {char32_t(byte & 0xFu) << 12 | char32_t(second & 0x3Fu) << 6 | char32_t(third & 0x3Fu), 3};
  }
  return DecodeMultibyte(text, pos);
}
// Whether a Chinese character of the common block stands at `pos`, three bytes long: a Chinese text is little else.
inline constexpr size_t kHanBytes = 3;
inline bool IsCommonHanAt(std::string_view text, size_t pos) {
  const auto first = static_cast<unsigned char>(text[pos]);
  if (first < 0xE4 || first > 0xE9 || text.size() - pos < kHanBytes) return false;
  const auto second = static_cast<unsigned char>(text[pos + 1]), third = static_cast<unsigned char>(text[pos + 2]);
  if ((second & 0xC0) != 0x80 || (third & 0xC0) != 0x80) return false;  // broken
  return first != 0xE4 || second >= 0xB8;                               // the block begins at U+4E00
}
// The code point that ends before `pos`.
CodePoint DecodeBefore(std::string_view text, size_t pos);

enum class CharClass : uint8_t { kOther, kSpace, kLower, kUpper, kLetter, kDigit, kHan, kMark };

CharClass ClassifyBeyondAscii(char32_t c);
extern const CharClass kAsciiClass[128];
// kLetter: a letter without case. kMark: combines with the letter before it. kDigit: ASCII and full-width.
inline CharClass Classify(char32_t c) {
  if (c < 0x80) return kAsciiClass[c];
  return c >= 0x4E00 && c <= 0x9FFF ? CharClass::kHan : ClassifyBeyondAscii(c);
}

inline bool IsLetterClass(CharClass c) {
  return c == CharClass::kLower || c == CharClass::kUpper || c == CharClass::kLetter;
}

}  // namespace tocsin
