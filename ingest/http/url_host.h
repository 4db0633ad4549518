// Hosts of URLs: domains, IPv4 in all its spellings, IPv6, opaque hosts.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace tocsin {

// The URL standard's host parser and serialiser in one: "0x7F.1" -> "127.0.0.1", "[::0:1]" -> "[::1]",
// "EXAMPLE.com" -> "example.com". `input` is UTF-8 and not empty for a special scheme. An opaque host belongs to
// a scheme that is not special: it is percent-encoded and nothing more.
std::optional<std::string> ParseHost(std::string_view input, bool opaque);

}  // namespace tocsin
