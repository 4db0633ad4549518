// "$5 to $7 billion", "5-10%", 20亿至30亿美元: two numbers that are one mention.
#pragma once

#include <cstdint>
#include <string_view>

namespace tocsin {

enum class RangeWord : uint8_t { kNone, kDash, kTo, kAnd };

struct RangeLink {
  RangeWord word = RangeWord::kNone;
  size_t end = 0;  // where the second number or its sign begins
};

// The link that starts at `pos`, right behind the first number: a dash, "to", 至, 到, "~", "and" (after "between").
RangeLink ReadRangeLink(std::string_view text, size_t pos);

// True when "from", "between", 从 or 由 stands right before `begin`.
bool FromBefore(std::string_view text, size_t begin);
bool BetweenBefore(std::string_view text, size_t begin);

}  // namespace tocsin
