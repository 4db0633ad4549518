// Names of hosts in ASCII (UTS #46, as the URL standard asks for it). The one use of ICU's IDNA.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace tocsin {

// "Bücher.example" -> "xn--bcher-kva.example", in lower case. nullopt when a label is not allowed (UTS #46
// non-transitional, CheckBidi, CheckJoiners) or nothing is left. Lengths and empty labels are not checked.
// Labels are bounded by the caller: punycode takes quadratic time in the length of one label.
std::optional<std::string> DomainToAscii(std::string_view domain);

}  // namespace tocsin
