// Character references: "&amp;", "&#8217;", "&mdash;", "&copy" (old pages leave out the semicolon).
#pragma once

#include <string>
#include <string_view>

namespace tocsin {

// Appends `raw` with its references resolved. An unknown one stays as it is written; a code point that is no
// character becomes U+FFFD. Linear in raw.size().
void AppendUnescaped(std::string_view raw, std::string& out);
std::string Unescape(std::string_view raw);

}  // namespace tocsin
