// Letters and digits of ASCII, whatever the locale.
#pragma once

namespace tocsin {

constexpr bool IsAsciiDigit(char c) { return c >= '0' && c <= '9'; }
constexpr bool IsAsciiLower(char c) { return c >= 'a' && c <= 'z'; }
constexpr bool IsAsciiUpper(char c) { return c >= 'A' && c <= 'Z'; }
constexpr bool IsAsciiLetter(char c) { return static_cast<unsigned char>((c | 0x20) - 'a') < 26; }
constexpr char AsciiLower(char c) { return IsAsciiUpper(c) ? char(c + 32) : c; }

}  // namespace tocsin
