#include "store/codec/cursor.h"

#include <array>

#include "ingest/base/hash.h"
#include "store/codec/seal.h"
#include "store/stored_event.h"

namespace tocsin {
namespace {

constexpr size_t kNumberCharacters = 13;
constexpr size_t kNumbers = 5;

uint64_t Check(const PageCursor& c) {
  std::string bytes;
  for (const uint64_t n : {c.query_hash, c.pinned, c.key, c.id}) AppendBig64(n, bytes);
  return Hash64(bytes);
}

}  // namespace

std::string FormatCursor(const PageCursor& c) {
  std::string out;
  for (const uint64_t n : {c.query_hash, c.pinned, c.key, c.id, Check(c)}) out += FormatEventId(n);
  return out;
}

Result<PageCursor> ParseCursor(std::string_view text, uint64_t query_hash) {
  const auto bad = [](const char* what) { return Fail(Errc::kConfig, std::string("cursor: ") + what); };
  std::array<uint64_t, kNumbers> n{};
  if (text.size() != kNumbers * kNumberCharacters) return bad("not a cursor");
  for (size_t i = 0; i < kNumbers; ++i) {
    const auto number = ParseEventId(text.substr(i * kNumberCharacters, kNumberCharacters));
    if (!number) return bad("not a cursor");
    n[i] = *number;
  }
  const PageCursor cursor{n[0], n[1], n[2], n[3]};
  if (n[4] != Check(cursor)) return bad("not a cursor");
  if (cursor.query_hash != query_hash) return bad("it belongs to another query or order");
  return cursor;
}

}  // namespace tocsin
