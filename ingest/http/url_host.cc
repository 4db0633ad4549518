#include "ingest/http/url_host.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <vector>

#include "ingest/charset/idna.h"
#include "ingest/http/url_percent.h"

namespace tocsin {
namespace {

constexpr bool IsDigit(char c) { return c >= '0' && c <= '9'; }

bool IsForbiddenInHost(char c) {
  return std::string_view("\0\t\n\r #/:<>?@[\\]^|", 17).find(c) != std::string_view::npos;
}

bool IsForbiddenInDomain(char c) {
  return IsForbiddenInHost(c) || static_cast<unsigned char>(c) <= 0x1F || c == '%' || c == 0x7F;
}

// Decimal, 0x hexadecimal or 0 octal. Saturates above 2^32, which is too large for any part.
std::optional<uint64_t> ParseIpv4Number(std::string_view text) {
  if (text.empty()) return std::nullopt;
  int radix = 10;
  if (text.size() >= 2 && text[0] == '0') {
    const bool hexadecimal = text[1] == 'x' || text[1] == 'X';
    radix = hexadecimal ? 16 : 8;
    text.remove_prefix(hexadecimal ? 2 : 1);
  }
  uint64_t value = 0;
  for (const char c : text) {
    const int digit = HexDigit(c);
    if (digit < 0 || digit >= radix) return std::nullopt;
    value = std::min<uint64_t>(value * unsigned(radix) + unsigned(digit), uint64_t{1} << 33);
  }
  return value;
}

std::vector<std::string_view> SplitAtDots(std::string_view text) {
  std::vector<std::string_view> parts;
  for (size_t dot; (dot = text.find('.')) != text.npos; text.remove_prefix(dot + 1))
    parts.push_back(text.substr(0, dot));
  parts.push_back(text);
  return parts;
}

bool EndsInNumber(std::string_view domain) {
  if (domain.ends_with('.')) domain.remove_suffix(1);
  const std::string_view last = domain.substr(domain.rfind('.') + 1);
  if (!last.empty() && std::all_of(last.begin(), last.end(), IsDigit)) return true;
  return ParseIpv4Number(last).has_value();
}

std::optional<std::string> ParseIpv4(std::string_view text) {
  std::vector<std::string_view> parts = SplitAtDots(text);
  if (parts.size() > 1 && parts.back().empty()) parts.pop_back();
  if (parts.size() > 4) return std::nullopt;
  uint64_t address = 0;
  for (size_t i = 0; i < parts.size(); ++i) {
    const auto number = ParseIpv4Number(parts[i]);
    // The last part fills all bytes that are left.
    const size_t bytes = i + 1 == parts.size() ? 4 - i : 1;
    if (!number || *number >> (8 * bytes) != 0) return std::nullopt;
    address = address << (8 * bytes) | *number;
  }
  std::string out;
  for (int shift = 24; shift >= 0; shift -= 8) {
    out += std::to_string(address >> shift & 255);
    if (shift > 0) out += '.';
  }
  return out;
}

using Pieces = std::array<uint16_t, 8>;

// "1.2.3.4" and nothing else, as the last two pieces of an IPv6 address.
std::optional<uint32_t> ParseDottedTail(std::string_view text) {
  const auto parts = SplitAtDots(text);
  if (parts.size() != 4) return std::nullopt;
  uint32_t value = 0;
  for (const std::string_view part : parts) {
    unsigned number = 0;
    const auto [end, error] = std::from_chars(part.data(), part.data() + part.size(), number);
    const bool padded = part.size() > 1 && part[0] == '0';
    if (part.empty() || !IsDigit(part[0]) || padded || error != std::errc() || end != part.data() + part.size() ||
        number > 255) {
      return std::nullopt;
    }
    value = value << 8 | number;
  }
  return value;
}

// Up to four hexadecimal digits at the front of `text`, which loses them.
uint16_t TakePiece(std::string_view& text) {
  unsigned value = 0;
  for (int i = 0; i < 4 && !text.empty() && HexDigit(text[0]) >= 0; ++i) {
    value = value * 16 + unsigned(HexDigit(text[0]));
    text.remove_prefix(1);
  }
  return uint16_t(value);
}

// Reads pieces after each other into `pieces`; `compress` is where "::" stood, or -1.
bool ReadPieces(std::string_view text, Pieces& pieces, size_t& count, int& compress) {
  if (text.starts_with(':')) {
    if (!text.starts_with("::")) return false;
    text.remove_prefix(2);
    compress = 0;
  }
  while (!text.empty()) {
    if (count == 8) return false;
    if (text[0] == ':') {
      if (compress >= 0) return false;
      text.remove_prefix(1);
      compress = int(count);
      continue;
    }
    const std::string_view piece = text.substr(0, text.find(':'));
    if (piece.find('.') != piece.npos) {
      const auto tail = ParseDottedTail(text);
      if (!tail || count > 6) return false;
      pieces[count++] = uint16_t(*tail >> 16);
      pieces[count++] = uint16_t(*tail);
      return true;
    }
    const size_t before = text.size();
    pieces[count++] = TakePiece(text);
    if (text.size() == before) return false;
    if (text.empty()) return true;
    if (text[0] != ':' || text.size() == 1) return false;
    text.remove_prefix(1);
  }
  return true;
}

std::optional<Pieces> ParseIpv6(std::string_view text) {
  Pieces pieces{};
  size_t count = 0;
  int compress = -1;
  if (!ReadPieces(text, pieces, count, compress)) return std::nullopt;
  if (compress < 0) return count == 8 ? std::optional(pieces) : std::nullopt;
  if (count == 8) return std::nullopt;
  std::move_backward(pieces.begin() + compress, pieces.begin() + int(count), pieces.end());
  std::fill(pieces.begin() + compress, pieces.end() - (int(count) - compress), uint16_t(0));
  return pieces;
}

// The first longest run of at least two zero pieces, as [begin, end).
std::pair<size_t, size_t> LongestZeros(const Pieces& pieces) {
  std::pair<size_t, size_t> best{8, 8};
  for (size_t i = 0; i < 8;) {
    size_t end = i;
    while (end < 8 && pieces[end] == 0) ++end;
    if (end - i >= 2 && end - i > best.second - best.first) best = {i, end};
    i = std::max(end, i + 1);
  }
  return best;
}

std::string SerializeIpv6(const Pieces& pieces) {
  const auto [begin, end] = LongestZeros(pieces);
  std::string out = "[";
  for (size_t i = 0; i < 8; ++i) {
    if (i == begin) {
      out += i == 0 ? "::" : ":";
      i = end - 1;
      continue;
    }
    char digits[4];
    out.append(digits, std::to_chars(digits, digits + 4, pieces[i], 16).ptr);
    if (i < 7) out += ':';
  }
  return out + "]";
}

}  // namespace

std::optional<std::string> ParseHost(std::string_view input, bool opaque) {
  if (input.starts_with('[')) {
    if (!input.ends_with(']')) return std::nullopt;
    const auto pieces = ParseIpv6(input.substr(1, input.size() - 2));
    return pieces ? std::optional(SerializeIpv6(*pieces)) : std::nullopt;
  }
  if (opaque) {
    if (std::any_of(input.begin(), input.end(), IsForbiddenInHost)) return std::nullopt;
    std::string out;
    AppendEncoded(input, EncodeSet::kControl, out);
    return out;
  }
  auto domain = DomainToAscii(ReplaceInvalidUtf8(PercentDecode(input)));
  if (!domain || std::any_of(domain->begin(), domain->end(), IsForbiddenInDomain)) return std::nullopt;
  return EndsInNumber(*domain) ? ParseIpv4(*domain) : domain;
}

}  // namespace tocsin
