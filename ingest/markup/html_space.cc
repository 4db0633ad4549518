#include <array>

#include "ingest/markup/html_tree.h"

namespace tocsin {
namespace {

enum class Byte : uint8_t { kPlain, kSpace, kDrop, kLead };

// kLead: may begin a white-space or invisible character of two or three bytes.
constexpr std::array<Byte, 256> kBytes = [] {
  std::array<Byte, 256> table{};
  for (size_t c = 0; c < 0x20; ++c) table[c] = Byte::kDrop;
  for (const size_t c : {9, 10, 11, 12, 13, 32}) table[c] = Byte::kSpace;
  table[0x7F] = Byte::kDrop;
  table[0xC2] = table[0xE2] = table[0xE3] = table[0xEF] = Byte::kLead;
  return table;
}();

struct Step {
  Byte what;
  size_t bytes;
};

Step Classify(std::string_view rest) {
  const auto starts = [&](std::string_view s) { return rest.starts_with(s); };
  if (starts("\xC2\xA0") || starts("\xC2\x85")) return {Byte::kSpace, 2};
  if (starts("\xC2\xAD")) return {Byte::kDrop, 2};  // soft hyphen
  if (rest[0] == '\xC2') {
    const bool control = rest.size() > 1 && uint8_t(rest[1]) < 0xA0;
    return {control ? Byte::kDrop : Byte::kPlain, control ? 2u : 1u};
  }
  if (starts("\xE3\x80\x80")) return {Byte::kSpace, 3};  // ideographic space
  if (starts("\xEF\xBB\xBF")) return {Byte::kDrop, 3};   // zero-width no-break space
  if (starts("\xE2\x81\xA0")) return {Byte::kDrop, 3};   // word joiner
  if (starts("\xE2\x81\x9F")) return {Byte::kSpace, 3};  // medium mathematical space
  if (starts("\xE2\x80") && rest.size() > 2) {
    const auto last = uint8_t(rest[2]);
    if (last <= 0x8A || last == 0xA8 || last == 0xA9 || last == 0xAF) return {Byte::kSpace, 3};
    if (last == 0x8B || last == 0x8E || last == 0x8F) return {Byte::kDrop, 3};  // zero width, direction marks
    if (last >= 0xAA && last <= 0xAE) return {Byte::kDrop, 3};                  // direction overrides
  }
  return {Byte::kPlain, 1};
}

}  // namespace

void AppendCollapsed(std::string_view text, std::string& out) {
  for (size_t at = 0; at < text.size();) {
    size_t plain = at;
    while (plain < text.size() && kBytes[uint8_t(text[plain])] == Byte::kPlain) ++plain;
    out.append(text, at, plain - at);
    at = plain;
    if (at == text.size()) return;
    Step step{kBytes[uint8_t(text[at])], 1};
    if (step.what == Byte::kLead) step = Classify(text.substr(at));
    if (step.what == Byte::kPlain) out.append(text, at, step.bytes);
    if (step.what == Byte::kSpace && !out.empty() && out.back() != ' ' && out.back() != '\n') out.push_back(' ');
    at += step.bytes;
  }
}

}  // namespace tocsin
