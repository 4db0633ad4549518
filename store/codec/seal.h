// The envelope of every value: version, checksum, payload. And keys that sort as the numbers do.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "ingest/base/error.h"

namespace tocsin {

inline constexpr char kRecordVersion = 1;
inline constexpr size_t kSealBytes = 13;  // version, length (4), checksum (8)

// The checksum covers the key too: a value that turns up under another key is as corrupt as a flipped bit.
std::string Seal(std::string_view key, std::string_view payload);

// The payload, a part of `sealed`. kCorrupt: "family events, key 01af…: checksum differs".
Result<std::string_view> Unseal(std::string_view family, std::string_view key, std::string_view sealed);

void AppendBig64(uint64_t value, std::string& key);  // most significant byte first
std::string Big64(uint64_t value);
uint64_t ReadBig64(std::string_view key, size_t at = 0);  // requires 8 bytes at `at`
std::string PrintableKey(std::string_view key);              // for messages: text as it is, other bytes as hexadecimal

// Sorted, distinct ids as differences: the payload of a posting chunk.
std::string EncodeIds(const std::vector<uint64_t>& ids);
Result<std::vector<uint64_t>> DecodeIds(std::string_view bytes);

}  // namespace tocsin
