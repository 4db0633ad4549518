#include <algorithm>

#include "ingest/base/limits.h"
#include "ingest/extract/readers.h"

namespace tocsin {
namespace {

bool IsTail(char c) { return (uint8_t(c) & 0xC0) == 0x80; }

// The length of the valid, non-NUL UTF-8 sequence at the start of `s`; 0 when there is none.
size_t SequenceBytes(std::string_view s) {
  const auto lead = uint8_t(s[0]);
  if (lead < 0x80) return lead != 0 ? 1 : 0;
  const size_t length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
  if (lead < 0xC2 || lead > 0xF4 || s.size() < length) return 0;
  if (!std::all_of(s.begin() + 1, s.begin() + length, IsTail)) return 0;
  const auto second = uint8_t(s[1]);
  const bool overlong = (lead == 0xE0 && second < 0xA0) || (lead == 0xF0 && second < 0x90);
  const bool surrogate_or_beyond = (lead == 0xED && second > 0x9F) || (lead == 0xF4 && second > 0x8F);
  return overlong || surrogate_or_beyond ? 0 : length;
}

}  // namespace

std::string ValidUtf8(std::string_view bytes, std::vector<std::string>& problems) {
  std::string out;
  out.reserve(bytes.size());
  size_t bad = 0, first_bad = 0;
  for (size_t at = 0; at < bytes.size();) {
    const size_t length = SequenceBytes(bytes.substr(at, 4));
    if (length > 0) {
      out.append(bytes, at, length);
      at += length;
      continue;
    }
    if (bad++ == 0) first_bad = at;
    out += "\xEF\xBF\xBD";
    for (++at; at < bytes.size() && IsTail(bytes[at]);) ++at;
  }
  if (bad > 0) {
    problems.push_back("byte " + std::to_string(first_bad) + ": not UTF-8 text, replaced" +
                       (bad > 1 ? " (" + std::to_string(bad) + " places)" : ""));
  }
  return out;
}

void CutToLimit(std::string& text) {
  if (text.size() <= kArticleBytesMax) return;
  size_t end = text.rfind('\n', kArticleBytesMax);
  if (end == std::string::npos || end == 0) {
    for (end = kArticleBytesMax; end > 0 && IsTail(text[end]);) --end;
  }
  text.resize(end);
}

}  // namespace tocsin
