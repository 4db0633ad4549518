#include "ingest/http/url_percent.h"

#include <array>

namespace tocsin {
namespace {

// Bit n: the byte is in set n.
constexpr std::array<uint8_t, 256> MakeSets() {
  std::array<uint8_t, 256> sets{};
  auto add = [&](EncodeSet set, std::string_view bytes) {
    for (const char c : bytes) sets[static_cast<unsigned char>(c)] |= uint8_t(1u << unsigned(set));
  };
  for (unsigned b = 0; b < 256; ++b) {
    if (b <= 0x1F || b > 0x7E) sets[b] = 0xFF;
  }
  add(EncodeSet::kFragment, " \"<>`");
  for (const EncodeSet set : {EncodeSet::kQuery, EncodeSet::kSpecialQuery, EncodeSet::kPath, EncodeSet::kUserinfo}) {
    add(set, " \"#<>");
  }
  add(EncodeSet::kSpecialQuery, "'");
  for (const EncodeSet set : {EncodeSet::kPath, EncodeSet::kUserinfo}) add(set, "?^`{}");
  add(EncodeSet::kUserinfo, "/:;=@[\\]|");
  return sets;
}

constexpr std::array<uint8_t, 256> kSets = MakeSets();

// Length of the well-formed sequence at the front, or 0 with the length of the broken part in `broken`.
size_t SequenceLength(std::string_view s, size_t& broken) {
  const auto at = [&](size_t i) { return i < s.size() ? static_cast<unsigned char>(s[i]) : 0u; };
  const unsigned lead = at(0);
  broken = 1;
  if (lead < 0x80) return 1;
  const size_t length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
  if (lead < 0xC2 || lead > 0xF4) return 0;
  const unsigned low = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
  const unsigned high = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
  if (at(1) < low || at(1) > high) return 0;
  for (size_t i = 2; i < length; ++i) {
    broken = i;
    if ((at(i) & 0xC0) != 0x80) return 0;
  }
  return length;
}

}  // namespace

bool MustEncode(unsigned char byte, EncodeSet set) { return (kSets[byte] >> unsigned(set) & 1) != 0; }

void AppendPercent(unsigned char byte, std::string& out) {
  constexpr char kHex[] = "0123456789ABCDEF";
  out += '%';
  out += kHex[byte >> 4];
  out += kHex[byte & 15];
}

void AppendEncoded(std::string_view text, EncodeSet set, std::string& out) {
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (MustEncode(byte, set)) {
      AppendPercent(byte, out);
    } else {
      out += c;
    }
  }
}

std::string PercentDecode(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '%' && i + 2 < text.size() && HexDigit(text[i + 1]) >= 0 && HexDigit(text[i + 2]) >= 0) {
      out += char(HexDigit(text[i + 1]) * 16 + HexDigit(text[i + 2]));
      i += 2;
    } else {
      out += text[i];
    }
  }
  return out;
}

std::string ReplaceInvalidUtf8(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  while (!text.empty()) {
    size_t broken = 1;
    const size_t length = SequenceLength(text, broken);
    out.append(length == 0 ? std::string_view("\xEF\xBF\xBD") : text.substr(0, length));
    text.remove_prefix(length == 0 ? broken : length);
  }
  return out;
}

}  // namespace tocsin
