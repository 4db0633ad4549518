#include "ingest/http/robots_text.h"

#include <algorithm>
#include <cstring>

#include "ingest/http/url_percent.h"

namespace tocsin {
namespace {

constexpr bool IsAlnum(char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
constexpr bool IsUnreserved(char c) { return IsAlnum(c) || c == '-' || c == '.' || c == '_' || c == '~'; }
constexpr bool IsUriText(char c) {
  return IsUnreserved(c) || (c != '\0' && std::string_view("%:/?#[]@!$&'()*+,;=").find(c) != std::string_view::npos);
}

// Length of the token at the front. RFC 9309 has letters, "_" and "-"; names in use have digits as well.
size_t TokenLength(std::string_view text) {
  size_t n = 0;
  while (n < text.size() && (IsAlnum(text[n]) || text[n] == '-' || text[n] == '_')) ++n;
  return n;
}

std::string Normalize(std::string_view text, bool pattern) {
  std::string out;
  out.reserve(text.size());
  for (size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    const bool special = c == '*' ? !pattern : c == '$' && !(pattern && i + 1 == text.size());
    if (c == '%' && i + 2 < text.size() && HexDigit(text[i + 1]) >= 0 && HexDigit(text[i + 2]) >= 0) {
      const char plain = char(HexDigit(text[i + 1]) * 16 + HexDigit(text[i + 2]));
      if (IsUnreserved(plain)) {
        out += plain;
      } else {
        AppendPercent(static_cast<unsigned char>(plain), out);
      }
      i += 2;
    } else if (special || !IsUriText(c)) {
      AppendPercent(static_cast<unsigned char>(c), out);
    } else {
      out += c;
    }
  }
  return out;
}

// Where `needle` first occurs at or after `from`. memmem is linear in the worst case; string::find is not.
size_t FindFrom(std::string_view text, std::string_view needle, size_t from) {
  if (needle.empty()) return from;
  const void* hit = memmem(text.data() + from, text.size() - from, needle.data(), needle.size());
  return hit == nullptr ? text.npos : size_t(static_cast<const char*>(hit) - text.data());
}

}  // namespace

std::string LowerAscii(std::string_view text) {
  std::string out(text);
  for (char& c : out) c = c >= 'A' && c <= 'Z' ? char(c | 0x20) : c;
  return out;
}

std::string_view TrimBlanks(std::string_view text) {
  constexpr std::string_view kBlanks = " \t\v\f";
  const size_t begin = text.find_first_not_of(kBlanks);
  if (begin == text.npos) return {};
  return text.substr(begin, text.find_last_not_of(kBlanks) - begin + 1);
}

std::string AgentToken(std::string_view agent) {
  agent = TrimBlanks(agent);
  if (agent.starts_with('*') && (agent.size() == 1 || agent[1] == ' ' || agent[1] == '\t')) return "*";
  constexpr std::string_view kCompatible = "(compatible;";
  if (const size_t at = agent.find(kCompatible); agent.starts_with("Mozilla/") && at != agent.npos) {
    agent = TrimBlanks(agent.substr(at + kCompatible.size()));
  }
  return LowerAscii(agent.substr(0, TokenLength(agent)));
}

std::string NormalizePattern(std::string_view pattern) { return Normalize(pattern, true); }

std::string NormalizePath(std::string_view url) {
  url = url.substr(0, url.find('#'));
  size_t begin = url.find_first_of("/?;");
  if (const size_t scheme = url.find("://"); scheme != url.npos && begin == scheme + 1) {
    begin = url.find_first_of("/?;", scheme + 3);
  } else if (url.starts_with("//")) {
    begin = url.find_first_of("/?;", 2);
  }
  if (begin == url.npos) return "/";
  const std::string path = Normalize(url.substr(begin), false);
  return path.starts_with('/') ? path : "/" + path;
}

bool MatchesPattern(std::string_view pattern, std::string_view path) {
  const bool anchored = pattern.ends_with('$');
  if (anchored) pattern.remove_suffix(1);
  size_t star = pattern.find('*');
  std::string_view piece = pattern.substr(0, star);
  if (!path.starts_with(piece)) return false;
  size_t at = piece.size();
  // The leftmost place for each piece leaves the most room for the rest.
  while (star != pattern.npos) {
    pattern.remove_prefix(star + 1);
    star = pattern.find('*');
    piece = pattern.substr(0, star);
    if (star == pattern.npos && anchored) return path.size() - at >= piece.size() && path.ends_with(piece);
    at = FindFrom(path, piece, at);
    if (at == path.npos) return false;
    at += piece.size();
  }
  return !anchored || at == path.size();
}

}  // namespace tocsin
