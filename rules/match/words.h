// UTF-8, one character at a time.
#pragma once

#include <cstddef>
#include <string_view>

namespace tocsin {

// The character at `pos`, which moves behind it; U+FFFD for broken bytes. Requires pos < text.size().
char32_t NextCodePoint(std::string_view text, size_t& pos);

}  // namespace tocsin
