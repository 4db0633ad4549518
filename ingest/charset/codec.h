// Bytes of one encoding to UTF-8. The only file that knows ICU's converters.
#pragma once

#include <string>
#include <string_view>

#include "ingest/page.h"

namespace tocsin {

// Decodes by WHATWG name (labels.h), or "utf-32le" and "utf-32be", which only XML has. No BOM is removed. What is
// malformed becomes U+FFFD, and the bytes after it are read. Linear. An unknown encoding is read as windows-1252.
Utf8Text DecodeAs(std::string_view bytes, std::string_view encoding);

// How much of `bytes` reads as UTF-8.
struct Utf8Check {
  size_t multibyte = 0;  // well-formed characters beyond ASCII
  size_t malformed = 0;  // maximal ill-formed parts; a character cut by the end is none
};
Utf8Check CheckUtf8(std::string_view bytes);

// The encoding that bytes beyond ASCII look most like: a WHATWG name, "" when nothing is likely.
// Looks at the first 64 KiB beyond the first such byte.
std::string_view GuessLegacyEncoding(std::string_view bytes);

}  // namespace tocsin
