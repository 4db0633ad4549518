// The names of encodings: the label table of https://encoding.spec.whatwg.org.
#pragma once

#include <string_view>

namespace tocsin {

// The lower-case name of the encoding that `label` stands for: "utf8" -> "utf-8", " Latin1 " -> "windows-1252".
// "" for an unknown label. Case and surrounding white space do not matter.
std::string_view EncodingForLabel(std::string_view label);

}  // namespace tocsin
