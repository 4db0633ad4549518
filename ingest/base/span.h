// A half-open range of bytes in some text. All evidence in Tocsin is one of these.
#pragma once

#include <cassert>
#include <cstdint>
#include <string_view>

namespace tocsin {

struct ByteSpan {
  uint32_t begin = 0;
  uint32_t end = 0;  // exclusive

  constexpr uint32_t size() const { return end - begin; }
  constexpr bool empty() const { return begin == end; }
  constexpr bool Contains(ByteSpan other) const { return begin <= other.begin && other.end <= end; }
  constexpr bool Contains(uint32_t at) const { return begin <= at && at < end; }
  constexpr bool Overlaps(ByteSpan other) const { return begin < other.end && other.begin < end; }

  // The words themselves. The span must lie inside `text`.
  constexpr std::string_view in(std::string_view text) const {
    assert(begin <= end && end <= text.size());
    return text.substr(begin, end - begin);
  }

  friend constexpr bool operator==(ByteSpan, ByteSpan) = default;
};

}  // namespace tocsin
