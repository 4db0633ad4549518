// Stable hashes: the same bytes give the same number on every machine and in every version, so
// they may be stored. XXH3, which is frozen since xxHash 0.8 (https://xxhash.com). Not for secrets.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace tocsin {

uint64_t Hash64(std::string_view bytes, uint64_t seed = 0);

// 128 bits as 32 lower-case hexadecimal digits.
std::string HashHex128(std::string_view bytes);

}  // namespace tocsin
