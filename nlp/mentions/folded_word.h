// Words without accents: "Müller" and "Muller" are one word to a gazetteer.
#pragma once

#include <array>
#include <cstddef>
#include <string_view>

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

}  // namespace tocsin
