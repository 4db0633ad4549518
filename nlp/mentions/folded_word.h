// Words without accents: "Müller" and "Muller" are one word to a gazetteer.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "ingest/base/word_bytes.h"

namespace tocsin {

constexpr size_t kFoldedBytesMax = 64;  // a longer word is in no pack

// A word with the Latin letters of U+00C0 to U+017F taken to ASCII, U+2019 to "'", and, if asked, capitals to small.
class FoldedWord {
 public:
  FoldedWord(std::string_view word, bool lower);
  // Empty when the word is too long.
  std::string_view view() const { return {bytes_.data(), size_}; }

 private:
  void Put(char c, bool lower);
  std::array<char, kFoldedBytesMax> bytes_;
  size_t size_ = 0;
};

// A number for the word as FoldedWord has it, for tables in memory; 0 for a word that is too long or empty, never else.
// Asked for every word of a text: words without accents are not copied.
uint64_t HashFoldedSlowly(std::string_view word, bool lower);
inline uint64_t MixedHash(uint64_t hash) {
  hash *= 0x9E3779B97F4A7C15u;
  return hash ^ hash >> 32;
}
// Of a word of one to eight bytes that folding leaves alone, or has folded.
inline uint64_t HashShort(uint64_t bytes, size_t size) {
  return MixedHash(MixedHash(uint64_t{size} << 56 ^ bytes)) | 1;
}
// The same of more than eight bytes that folding leaves alone, capitals aside.
uint64_t HashLong(std::string_view word, bool lower);
inline uint64_t HashFolded(std::string_view word, bool lower) {
  if (word.size() - 1 < 8) {
    const uint64_t bytes = FirstBytes(word);
    // One Chinese character or mark, but for the apostrophe.
    const bool one_mark = word.size() == 3 && static_cast<unsigned char>(word[0]) >= 0xE2 && word != "\u2019";
    if ((bytes & kHighBits) == 0 || one_mark) return HashShort(lower ? LowerBytes(bytes) : bytes, word.size());
  }
  return HashFoldedSlowly(word, lower);
}

}  // namespace tocsin
