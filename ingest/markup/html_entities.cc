#include "ingest/markup/html_entities.h"

#include <algorithm>

#include "ingest/markup/xml.h"

namespace tocsin {
namespace {

constexpr size_t kReferenceBytesMax = 24;  // longer names are too rare to look for

bool IsReferenceByte(char c) { return (c >= '0' && c <= '9') || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z'); }

// Without a semicolon only the names of Latin-1 (two bytes of UTF-8 at most) count, and none in "?a=1&lang=en".
bool MayLackSemicolon(std::string_view name, std::string_view value, std::string_view after) {
  return name.starts_with('#') || (value.size() <= 2 && !after.starts_with('='));
}

// Reads a reference at the start of `s` (after "&"); returns the bytes taken, 0 when it is none.
size_t TakeReference(std::string_view s, std::string& out) {
  size_t end = s.starts_with('#') ? 1 : 0;
  while (end < s.size() && end <= kReferenceBytesMax && IsReferenceByte(s[end])) ++end;
  const std::string_view name = s.substr(0, end);
  const std::string value = end > kReferenceBytesMax ? std::string() : ResolveHtmlEntity(name);
  if (value.empty()) return 0;
  const bool closed = end < s.size() && s[end] == ';';
  if (!closed && !MayLackSemicolon(name, value, s.substr(end))) return 0;
  out += value;
  return closed ? end + 1 : end;
}

}  // namespace

void AppendUnescaped(std::string_view raw, std::string& out) {
  for (size_t at = 0; at < raw.size();) {
    const size_t mark = std::min(raw.find('&', at), raw.size());
    out.append(raw, at, mark - at);
    if (mark == raw.size()) return;
    const size_t taken = TakeReference(raw.substr(mark + 1), out);
    if (taken == 0) out.push_back('&');
    at = mark + 1 + taken;
  }
}

std::string Unescape(std::string_view raw) {
  std::string out;
  out.reserve(raw.size());
  AppendUnescaped(raw, out);
  return out;
}

}  // namespace tocsin
