// Which encoding is a document in? What each place says, and nothing decided: decode.cc weighs.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace tocsin {

struct ByteOrderMark {
  std::string_view encoding;  // "" when there is none
  size_t bytes = 0;
};
// UTF-8 and UTF-16, as HTML knows them; UTF-32 too when `utf32` (its LE mark is UTF-16's, then a zero).
ByteOrderMark FindByteOrderMark(std::string_view bytes, bool utf32);

// The value of "charset=" of a Content-Type header, unquoted; "" without one.
std::string_view CharsetParameter(std::string_view content_type);

// The media type, lower case, without parameters: "text/html".
std::string MediaType(std::string_view content_type);

// What <meta charset> or <meta http-equiv=Content-Type> says, by the prescan of the HTML standard (13.2.3.2), over
// what is given; UTF-16 is UTF-8 there, as a page that can be prescanned is no UTF-16. "" when nothing is said.
std::string_view PrescanMeta(std::string_view bytes);

// UTF-16 or UTF-32 without a mark, by the zero bytes around the first '<'. "" otherwise.
std::string_view WideEncoding(std::string_view bytes, bool utf32);

// The label in `<?xml ... encoding="..."?>`, which must be the first thing but for white space; "" without one.
std::string_view XmlDeclaredLabel(std::string_view bytes);

}  // namespace tocsin
