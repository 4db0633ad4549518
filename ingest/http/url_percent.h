// Percent-encoding by the URL standard's sets (https://url.spec.whatwg.org/#percent-encoded-bytes).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace tocsin {

// Where a byte stands decides whether it must be written as %XX.
enum class EncodeSet : uint8_t { kControl, kFragment, kQuery, kSpecialQuery, kPath, kUserinfo };

bool MustEncode(unsigned char byte, EncodeSet set);
void AppendEncoded(std::string_view text, EncodeSet set, std::string& out);
void AppendPercent(unsigned char byte, std::string& out);  // "%C3"

// "%C3%9f" -> two bytes; a "%" without two hexadecimal digits stays.
std::string PercentDecode(std::string_view text);

// -1 for anything but 0-9, a-f, A-F.
constexpr int HexDigit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

// What is not UTF-8 becomes U+FFFD, one for each maximal broken part.
std::string ReplaceInvalidUtf8(std::string_view text);

}  // namespace tocsin
