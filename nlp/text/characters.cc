#include "nlp/text/characters.h"

#include <unicode/uchar.h>

namespace tocsin {
namespace {

constexpr bool IsHan(char32_t c) {
  return (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0x3400 && c <= 0x4DBF) || c == 0x3007 ||
         (c >= 0x20000 && c <= 0x3FFFF) || (c >= 0xF900 && c <= 0xFAFF);
}

}  // namespace

#define O CharClass::kOther
#define S CharClass::kSpace
#define L CharClass::kLower
#define U CharClass::kUpper
#define D CharClass::kDigit
const CharClass kAsciiClass[128] = {
    O, O, O, O, O, O, O, O, O, S, S, S, S, S, O, O, O, O, O, O, O, O, O, O, O, O, O, O, O, O, O, O,  //
    S, O, O, O, O, O, O, O, O, O, O, O, O, O, O, O, D, D, D, D, D, D, D, D, D, D, O, O, O, O, O, O,  //
    O, U, U, U, U, U, U, U, U, U, U, U, U, U, U, U, U, U, U, U, U, U, U, U, U, U, U, O, O, O, O, O,  //
    O, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, O, O, O, O, O,
};
#undef O
#undef S
#undef L
#undef U
#undef D

CodePoint DecodeMultibyte(std::string_view text, size_t pos) {
  const auto lead = static_cast<unsigned char>(text[pos]);
  const uint32_t bytes = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
  if (lead < 0xC2 || lead > 0xF4 || pos + bytes > text.size()) return {0xFFFD, 1};
  char32_t c = lead & (0x7Fu >> bytes);
  for (uint32_t i = 1; i < bytes; ++i) {
    const auto tail = static_cast<unsigned char>(text[pos + i]);
    if ((tail & 0xC0) != 0x80) return {0xFFFD, 1};
    c = c << 6 | (tail & 0x3Fu);
  }
  return {c, bytes};
}

CodePoint DecodeBefore(std::string_view text, size_t pos) {
  if (pos == 0) return {};
  size_t start = pos - 1;
  while (start > 0 && pos - start < 4 && (static_cast<unsigned char>(text[start]) & 0xC0) == 0x80) --start;
  const CodePoint c = Decode(text, start);
  return start + c.bytes == pos ? c : CodePoint{0xFFFD, 1};
}

CharClass ClassifyBeyondAscii(char32_t c) {
  if (IsHan(c)) return CharClass::kHan;
  if (c >= 0xFF10 && c <= 0xFF19) return CharClass::kDigit;
  if (c == 0x3000 || (c >= 0x2000 && c <= 0x206F && u_isUWhiteSpace(UChar32(c))) || c == 0x200B)
    return CharClass::kSpace;
  if (c >= 0x3001 && c <= 0x303F) return CharClass::kOther;
  switch (u_charType(UChar32(c))) {
    case U_UPPERCASE_LETTER:
    case U_TITLECASE_LETTER: return CharClass::kUpper;
    case U_LOWERCASE_LETTER: return CharClass::kLower;
    case U_MODIFIER_LETTER:
    case U_OTHER_LETTER: return CharClass::kLetter;
    case U_NON_SPACING_MARK:
    case U_COMBINING_SPACING_MARK:
    case U_ENCLOSING_MARK: return CharClass::kMark;
    case U_SPACE_SEPARATOR:
    case U_LINE_SEPARATOR:
    case U_PARAGRAPH_SEPARATOR: return CharClass::kSpace;
    default: return c == 0x85 || c == 0xFEFF ? CharClass::kSpace : CharClass::kOther;
  }
}

}  // namespace tocsin
