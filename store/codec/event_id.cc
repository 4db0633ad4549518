// Event ids as people see them: Crockford's base32, which has no letters that look like digits.
#include "store/stored_event.h"

namespace tocsin {
namespace {

constexpr std::string_view kAlphabet = "0123456789abcdefghjkmnpqrstvwxyz";
constexpr size_t kCharacters = 13;  // 65 bits for 64

int Value(char c) {
  if (c >= 'A' && c <= 'Z') c = char(c + 32);
  if (c == 'i' || c == 'l') return 1;
  if (c == 'o') return 0;
  const size_t at = kAlphabet.find(c);
  return at == std::string_view::npos ? -1 : int(at);
}

}  // namespace

std::string FormatEventId(EventId id) {
  std::string out(kCharacters, '0');
  for (size_t i = kCharacters; i > 0; --i) {
    out[i - 1] = kAlphabet[id & 31];
    id >>= 5;
  }
  return out;
}

Result<EventId> ParseEventId(std::string_view text) {
  const auto bad = [] { return Fail(Errc::kMalformed, "an event id has 13 letters and digits, as 1k3a9z0q2m4cd"); };
  if (text.size() != kCharacters) return bad();
  EventId id = 0;
  for (size_t i = 0; i < kCharacters; ++i) {
    const int value = Value(text[i]);
    if (value < 0 || (i == 0 && value > 15)) return bad();
    id = id << 5 | uint64_t(value);
  }
  return id;
}

}  // namespace tocsin
