#include "ingest/charset/twice_encoded.h"

#include <cstdint>
#include <iterator>
#include <string_view>
#include <utility>

namespace tocsin {
namespace {

// "â" and what the second byte of "’", "–", "…" becomes, read as ISO 8859-1 or windows-1252; the same of "、" and "，".
constexpr std::string_view kMarks[] = {"\xC3\xA2\xC2\x80", "\xC3\xA2\xE2\x82\xAC", "\xC3\xA3\xC2\x80",
                                       "\xC3\xAF\xC2\xBC"};
constexpr int kMarksMin = 3;

bool IsTwiceEncoded(std::string_view text) {
  int seen = 0;
  for (size_t at = text.find('\xC3'); at != std::string_view::npos; at = text.find('\xC3', at + 1)) {
    for (const std::string_view mark : kMarks) seen += text.substr(at).starts_with(mark) ? 1 : 0;
    if (seen >= kMarksMin) return true;
  }
  return false;
}

// The byte that windows-1252 reads as this character, from 0x80 on; 0 for none.
unsigned ByteOf(uint32_t c) {
  static constexpr uint16_t kHigh[32] = {0x20AC, 0x81,   0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
                                         0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x8D,   0x017D, 0x8F,
                                         0x90,   0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                         0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D,   0x017E, 0x0178};
  if (c >= 0x80 && c < 0x100) return c;
  for (unsigned i = 0; i < std::size(kHigh); ++i) {
    if (kHigh[i] == c) return 0x80 + i;
  }
  return 0;
}

// The character at `at`, which is moved behind it. Valid UTF-8 of at most three bytes; longer ones give 0.
uint32_t Take(std::string_view text, size_t& at) {
  const auto byte = [&](size_t i) { return uint32_t(uint8_t(text[at + i])); };
  uint32_t c = byte(0);
  const size_t length = c < 0x80 ? 1 : c < 0xE0 ? 2 : c < 0xF0 ? 3 : 4;
  if (length == 2) c = (c & 0x1F) << 6 | (byte(1) & 0x3F);
  if (length == 3) c = (c & 0x0F) << 12 | (byte(1) & 0x3F) << 6 | (byte(2) & 0x3F);
  at += length;
  return length == 4 ? 0 : c;
}

// Appends what the characters from `at` on were before, and moves `at` behind them; false when they were nothing else.
bool UndoOne(std::string_view text, size_t& at, std::string& out) {
  size_t next = at;
  const unsigned lead = ByteOf(Take(text, next));
  const int tails = lead >= 0xC2 && lead < 0xE0   ? 1
                    : lead >= 0xE0 && lead < 0xF0 ? 2
                    : lead >= 0xF0 && lead < 0xF5 ? 3
                                                  : 0;
  if (tails == 0) return false;
  char bytes[4] = {char(lead)};
  for (int i = 1; i <= tails; ++i) {
    const unsigned tail = next < text.size() ? ByteOf(Take(text, next)) : 0;
    if ((tail & 0xC0) != 0x80) return false;
    bytes[i] = char(tail);
  }
  const bool overlong = (lead == 0xE0 && uint8_t(bytes[1]) < 0xA0) || (lead == 0xF0 && uint8_t(bytes[1]) < 0x90);
  const bool beyond = (lead == 0xED && uint8_t(bytes[1]) > 0x9F) || (lead == 0xF4 && uint8_t(bytes[1]) > 0x8F);
  if (overlong || beyond) return false;
  out.append(bytes, size_t(tails) + 1);
  at = next;
  return true;
}

std::string UndoOnce(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (size_t at = 0; at < text.size();) {
    if (uint8_t(text[at]) < 0x80) {
      out.push_back(text[at++]);
    } else if (!UndoOne(text, at, out)) {
      const size_t from = at;
      Take(text, at);
      out.append(text, from, at - from);
    }
  }
  return out;
}

}  // namespace

// Encoding once more doubles what it touches, so that the rounds are few.
std::string UndoTwiceEncoded(std::string text) {
  while (IsTwiceEncoded(text)) {
    std::string undone = UndoOnce(text);
    if (undone.size() == text.size()) break;
    text = std::move(undone);
  }
  return text;
}

}  // namespace tocsin
