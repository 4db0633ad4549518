#include "nlp/mentions/folded_word.h"

#include <utility>

#include "ingest/base/word_bytes.h"

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

// Whether the word holds a byte that folding may change, capitals aside.
bool MayFold(std::string_view word) {
  size_t at = 0;
  for (; at + 8 <= word.size(); at += 8) {
    if ((FirstBytes(word.substr(at)) & kHighBits) != 0) return true;
  }
  return (FirstBytes(word.substr(at)) & kHighBits) != 0;
}

}  // namespace

uint64_t HashLong(std::string_view word, bool lower) {
  uint64_t hash = uint64_t{word.size()} << 56;
  if (word.size() > kFoldedBytesMax) return 0;
  const auto add = [&](std::string_view part) {
    const uint64_t bytes = FirstBytes(part);
    hash = MixedHash(hash ^ (lower ? LowerBytes(bytes) : bytes));
  };
  size_t at = 0;
  for (; at + 8 < word.size(); at += 8) add(word.substr(at));
  add(word.substr(at));
  return MixedHash(hash) | 1;
}

uint64_t HashFoldedSlowly(std::string_view word, bool lower) {
  if (word.empty() || word.size() > kFoldedBytesMax) return 0;
  if (!MayFold(word)) return HashLong(word, lower);
  const FoldedWord folded(word, lower);
  return folded.view().empty() ? 0 : HashLong(folded.view(), lower);
}

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
