// The bytes of a short word as one number, so that eight of them are folded, compared and hashed at once.
#pragma once

#include <bit>
#include <cstdint>
#include <cstring>
#include <string_view>
#include <type_traits>

namespace tocsin {

// The first eight bytes of `word`, the first one lowest; zeros behind its end.
constexpr uint64_t FirstBytes(std::string_view word) {
  const size_t size = word.size();
  if (std::is_constant_evaluated() || std::endian::native != std::endian::little) {
    uint64_t bytes = 0;
    for (size_t i = 0; i < size && i < 8; ++i) bytes |= uint64_t{static_cast<unsigned char>(word[i])} << (8 * i);
    return bytes;
  }
  if (size >= 8) {
    uint64_t bytes = 0;
    std::memcpy(&bytes, word.data(), 8);
    return bytes;
  }
  if (size >= 4) {  // two halves that may overlap, where they say the same
    uint32_t low = 0, high = 0;
    std::memcpy(&low, word.data(), 4);
    std::memcpy(&high, word.data() + size - 4, 4);
    return low | uint64_t{high} << (8 * (size - 4));
  }
  if (size == 0) return 0;
  const auto at = [&](size_t i) { return uint64_t{static_cast<unsigned char>(word[i])} << (8 * i); };
  return at(0) | at(size / 2) | at(size - 1);
}

// All bits of the first `size` bytes, at most eight.
constexpr uint64_t FirstBytesMask(size_t size) { return size >= 8 ? ~uint64_t{0} : (uint64_t{1} << (8 * size)) - 1; }

// The first `size` bytes of `text` from `pos` on as FirstBytes has them, at one load where the text goes on.
inline uint64_t FirstBytesAt(std::string_view text, size_t pos, size_t size) {
  if (pos + 8 > text.size() || std::endian::native != std::endian::little) return FirstBytes(text.substr(pos, size));
  uint64_t bytes = 0;
  std::memcpy(&bytes, text.data() + pos, 8);
  return bytes & FirstBytesMask(size);
}

inline constexpr uint64_t kEveryByte = 0x0101010101010101u;
inline constexpr uint64_t kHighBits = 0x80 * kEveryByte;

// ASCII capitals to small letters; every other byte stays.
constexpr uint64_t LowerBytes(uint64_t bytes) {
  const uint64_t low = bytes & ~kHighBits;
  const uint64_t from_a = low + (0x80 - 'A') * kEveryByte, past_z = low + (0x7F - 'Z') * kEveryByte;
  return bytes | ((from_a ^ past_z) & ~bytes & kHighBits) >> 2;
}

// How many ASCII letters stand in front, of eight bytes.
constexpr size_t LeadingLetters(uint64_t bytes) {
  const uint64_t low = (bytes & ~kHighBits) | 0x20 * kEveryByte;
  const uint64_t from_a = low + (0x80 - 'a') * kEveryByte, past_z = low + (0x7F - 'z') * kEveryByte;
  const uint64_t others = ~(from_a & ~past_z & ~bytes) & kHighBits;
  return size_t(std::countr_zero(others)) / 8;
}

// Whether some byte of `bytes` is `c`.
constexpr bool HasByte(uint64_t bytes, char c) {
  const uint64_t other = bytes ^ (uint64_t{static_cast<unsigned char>(c)} * kEveryByte);
  return ((other - kEveryByte) & ~other & kHighBits) != 0;
}

}  // namespace tocsin
