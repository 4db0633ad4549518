#include "nlp/mentions/folded_word.h"

#include <utility>

namespace tocsin {
namespace {

// For U+00C0 to U+017F in order: the ASCII letter; '*': two letters, see kPairs; '.': no letter.
constexpr std::string_view kBase =
    "AAAAAA*CEEEEIIIIDNOOOOO.OUUUUY**aaaaaa*ceeeeiiiidnooooo.ouuuuy*y"
    "AaAaAaCcCcCcCcDdDdEeEeEeEeEeGgGgGgGgHhHhIiIiIiIiIi**JjKkkLlLlLlL"
    "lLlNnNnNnnNnOoOoOo**RrRrRrSsSsSsSsTtTtTtUuUuUuUuUuUuWwYyYZzZzZzs";
static_assert(kBase.size() == 0x180 - 0xC0);

constexpr std::pair<char32_t, std::string_view> kPairs[] = {
    {0xC6, "Ae"},  {0xDE, "Th"},  {0xDF, "ss"},  {0xE6, "ae"},  {0xFE, "th"},
    {0x132, "Ij"}, {0x133, "ij"}, {0x152, "Oe"}, {0x153, "oe"},
};

}  // namespace

void FoldedWord::Put(char c, bool lower) {
  if (size_ < bytes_.size()) bytes_[size_++] = lower && c >= 'A' && c <= 'Z' ? char(c | 0x20) : c;
}

FoldedWord::FoldedWord(std::string_view word, bool lower) {
  if (word.size() > kFoldedBytesMax) return;
  for (size_t i = 0; i < word.size(); ++i) {
    const auto byte = static_cast<unsigned char>(word[i]);
    if (byte < 0x80) {
      Put(word[i], lower);
      continue;
    }
    if (byte == 0xE2 && word.substr(i).starts_with("\u2019")) {
      Put('\'', lower);
      i += 2;
      continue;
    }
    // The code points in question are two bytes long and start with 0xC3 to 0xC5.
    if (byte < 0xC3 || byte > 0xC5 || i + 1 == word.size()) {
      Put(word[i], lower);
      continue;
    }
    const char32_t c = char32_t(byte & 0x1F) << 6 | char32_t(word[i + 1] & 0x3F);
    const char base = kBase[c - 0xC0];
    if (base == '.') {
      Put(word[i], lower);
      continue;
    }
    ++i;
    if (base != '*') {
      Put(base, lower);
      continue;
    }
    for (const auto& [from, to] : kPairs) {
      if (from != c) continue;
      for (const char letter : to) Put(letter, lower);
    }
  }
}

}  // namespace tocsin
