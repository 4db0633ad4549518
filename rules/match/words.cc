// Words and names as the query language compares them.
//
// Small on purpose: queries need equality of folded words, not linguistics. The tables cover the scripts that
// have case and stand in policy news (Latin, Greek, Cyrillic, full-width forms); everything else is itself.
#include "rules/match/words.h"

#include "rules/query.h"

namespace tocsin {
namespace {

constexpr char32_t kBroken = 0xFFFD;

bool In(char32_t c, char32_t first, char32_t last) { return c >= first && c <= last; }

// Scripts written without spaces: each character is a word.
bool IsIdeographLike(char32_t c) {
  return In(c, 0x3040, 0x30FF) || In(c, 0x3400, 0x4DBF) || In(c, 0x4E00, 0x9FFF) || In(c, 0xAC00, 0xD7AF) ||
         In(c, 0xF900, 0xFAFF) || In(c, 0x20000, 0x3FFFF);
}

bool IsAsciiWord(char32_t c) { return In(c, 'a', 'z') || In(c, 'A', 'Z') || In(c, '0', '9'); }

bool IsSymbol(char32_t c) {
  return In(c, 0x80, 0xBF) || c == 0xD7 || c == 0xF7 || In(c, 0x2000, 0x2BFF) || In(c, 0x3000, 0x303F) ||
         In(c, 0xFE00, 0xFE6F) || In(c, 0xFF00, 0xFF0F) || In(c, 0xFF1A, 0xFF20) || In(c, 0xE000, 0xF8FF) ||
         In(c, 0xFFE0, 0xFFFF);
}

bool IsWordPart(char32_t c) { return c < 0x80 ? IsAsciiWord(c) : !IsSymbol(c); }

bool IsSpace(char32_t c) { return In(c, 0x09, 0x0D) || c == ' ' || c == 0xA0 || c == 0x3000 || In(c, 0x2000, 0x200B); }

// Latin Extended-A: capitals and small letters alternate, with two breaks in the rhythm.
char32_t FoldLatinExtended(char32_t c) {
  if (c == 0x130) return 'i';
  if (c == 0x178) return 0xFF;
  const bool capital_is_odd = In(c, 0x139, 0x148) || In(c, 0x179, 0x17E);
  if (c == 0x138 || c == 0x149 || c == 0x17F) return c;
  return ((c & 1) == (capital_is_odd ? 1u : 0u)) ? c + 1 : c;
}

char32_t FoldCodePoint(char32_t c) {
  if (In(c, 0xFF01, 0xFF5E)) c -= 0xFEE0;
  if (In(c, 'A', 'Z')) return c + 32;
  if (c < 0xC0) return c;
  if (In(c, 0xC0, 0xDE) && c != 0xD7) return c + 32;
  if (In(c, 0x100, 0x17F)) return FoldLatinExtended(c);
  if (In(c, 0x391, 0x3A9) && c != 0x3A2) return c + 32;
  if (In(c, 0x410, 0x42F)) return c + 32;
  if (In(c, 0x400, 0x40F)) return c + 80;
  return c;
}

void AppendUtf8(char32_t c, std::string& out) {
  if (c < 0x80) {
    out += char(c);
  } else if (c < 0x800) {
    out += char(0xC0 | (c >> 6));
    out += char(0x80 | (c & 0x3F));
  } else if (c < 0x10000) {
    out += char(0xE0 | (c >> 12));
    out += char(0x80 | ((c >> 6) & 0x3F));
    out += char(0x80 | (c & 0x3F));
  } else {
    out += char(0xF0 | (c >> 18));
    out += char(0x80 | ((c >> 12) & 0x3F));
    out += char(0x80 | ((c >> 6) & 0x3F));
    out += char(0x80 | (c & 0x3F));
  }
}

}  // namespace

char32_t NextCodePoint(std::string_view text, size_t& pos) {
  const auto lead = uint8_t(text[pos++]);
  if (lead < 0x80) return lead;
  const int more = lead >= 0xF0 && lead < 0xF5   ? 3
                   : lead >= 0xE0 && lead < 0xF0 ? 2
                   : lead >= 0xC2 && lead < 0xE0 ? 1
                                                 : 0;
  if (more == 0) return kBroken;
  char32_t c = lead & (0x3F >> more);
  for (int i = 0; i < more; ++i) {
    if (pos >= text.size() || (uint8_t(text[pos]) & 0xC0) != 0x80) return kBroken;
    c = (c << 6) | (uint8_t(text[pos++]) & 0x3F);
  }
  return c;
}

std::vector<std::string> QueryWords(std::string_view text) {
  std::vector<std::string> words;
  bool open = false;  // the last word may still grow
  for (size_t pos = 0; pos < text.size();) {
    const char32_t c = NextCodePoint(text, pos);
    if (!IsWordPart(c)) {
      open = false;
      continue;
    }
    const bool alone = IsIdeographLike(c);
    if (alone || !open) words.emplace_back();
    AppendUtf8(FoldCodePoint(c), words.back());
    open = !alone;
  }
  return words;
}

std::string FoldName(std::string_view name) {
  std::string out;
  bool space = false;
  for (size_t pos = 0; pos < name.size();) {
    const char32_t c = NextCodePoint(name, pos);
    if (IsSpace(c)) {
      space = !out.empty();
      continue;
    }
    if (space) out += ' ';
    space = false;
    AppendUtf8(FoldCodePoint(c), out);
  }
  return out;
}

}  // namespace tocsin
