// The texts that robots.txt compares, in one form for both sides.
#pragma once

#include <string>
#include <string_view>

namespace tocsin {

std::string LowerAscii(std::string_view text);
std::string_view TrimBlanks(std::string_view text);

// The product token of a User-agent line or header, in lower case: "Tocsin/0.1 (+https://…)" -> "tocsin",
// "Mozilla/5.0 (compatible; Tocsin/0.1)" -> "tocsin", "* # all" -> "*", "" when there is none.
std::string AgentToken(std::string_view agent);

// Both sides of the comparison have every octet that a URI writes as %XX in that form, upper case, and unreserved
// characters plain (RFC 9309, 2.2.2). In a path "*" and "$" are ordinary and become %2A and %24; in a pattern "*"
// stays, and "$" at the end stays.
std::string NormalizePattern(std::string_view pattern);
// Path and query of `url`, which may be only a path; "/" when it has none.
std::string NormalizePath(std::string_view url);

// Whether a normalized pattern matches at the front of a normalized path. "*" stands for anything, "$" for the end.
// Time is linear in the two lengths, whatever the pattern.
bool MatchesPattern(std::string_view pattern, std::string_view path);

}  // namespace tocsin
