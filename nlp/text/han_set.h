// A set of Chinese characters, asked for every character of a text: one bit each.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace tocsin {

class HanSet {
 public:
  constexpr explicit HanSet(std::u32string_view members) {
    for (char32_t c : members) bits_[(c - kFirst) / 64] |= uint64_t{1} << (c - kFirst) % 64;
  }
  constexpr bool Has(char32_t c) const {
    return c >= kFirst && c < kLast && (bits_[(c - kFirst) / 64] >> (c - kFirst) % 64 & 1) != 0;
  }

 private:
  static constexpr char32_t kFirst = 0x4E00, kLast = 0xA000;
  std::array<uint64_t, (kLast - kFirst) / 64> bits_{};
};

}  // namespace tocsin
