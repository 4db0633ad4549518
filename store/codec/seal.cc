#include "store/codec/seal.h"

#include <fmt/format.h>

#include <algorithm>

#include "ingest/base/hash.h"
#include "store/codec/wire.h"

namespace tocsin {
namespace {

void AppendLittle(uint64_t value, int bytes, std::string& out) {
  for (int i = 0; i < bytes; ++i) out += char(value >> (8 * i));
}

uint64_t ReadLittle(std::string_view bytes) {
  uint64_t value = 0;
  for (size_t i = bytes.size(); i > 0; --i) value = value << 8 | uint8_t(bytes[i - 1]);
  return value;
}

uint64_t Checksum(std::string_view key, std::string_view payload) { return Hash64(payload, Hash64(key)); }

}  // namespace

std::string Seal(std::string_view key, std::string_view payload) {
  std::string out;
  out.reserve(kSealBytes + payload.size());
  out += kRecordVersion;
  AppendLittle(payload.size(), 4, out);
  AppendLittle(Checksum(key, payload), 8, out);
  out += payload;
  return out;
}

Result<std::string_view> Unseal(std::string_view family, std::string_view key, std::string_view sealed) {
  const auto bad = [&](std::string_view what) {
    return Fail(Errc::kCorrupt, fmt::format("family {}, key {}: {}", family, PrintableKey(key), what));
  };
  if (sealed.size() < kSealBytes) return bad("record is too short");
  if (sealed[0] != kRecordVersion) return bad(fmt::format("record version {} is not known", int(uint8_t(sealed[0]))));
  const std::string_view payload = sealed.substr(kSealBytes);
  if (ReadLittle(sealed.substr(1, 4)) != payload.size()) return bad("length differs");
  if (ReadLittle(sealed.substr(5, 8)) != Checksum(key, payload)) return bad("checksum differs");
  return payload;
}

void AppendBig64(uint64_t value, std::string& key) {
  for (int shift = 56; shift >= 0; shift -= 8) key += char(value >> shift);
}

std::string Big64(uint64_t value) {
  std::string key;
  AppendBig64(value, key);
  return key;
}

uint64_t ReadBig64(std::string_view key, size_t at) {
  uint64_t value = 0;
  for (size_t i = 0; i < 8; ++i) value = value << 8 | uint8_t(key[at + i]);
  return value;
}

std::string PrintableKey(std::string_view key) {
  const bool text = std::all_of(key.begin(), key.end(), [](char c) { return c > ' ' && c < 127; });
  if (text) return std::string(key);
  std::string out;
  for (const char c : key) out += fmt::format("{:02x}", uint8_t(c));
  return out;
}

std::string EncodeIds(const std::vector<uint64_t>& ids) {
  Writer io;
  io.Varint(ids.size());
  uint64_t before = 0;
  for (const uint64_t id : ids) {
    io.Varint(id - before);
    before = id;
  }
  return io.Take();
}

Result<std::vector<uint64_t>> DecodeIds(std::string_view bytes) {
  Reader io(bytes);
  const uint64_t count = io.Varint();
  std::vector<uint64_t> ids;
  if (count > bytes.size()) io.Fail();
  ids.reserve(io.ok() ? count : 0);
  uint64_t id = 0;
  for (uint64_t i = 0; i < count && io.ok(); ++i) {
    const uint64_t step = io.Varint();
    if ((i > 0 && step == 0) || id + step < id) io.Fail();
    id += step;
    ids.push_back(id);
  }
  if (!io.ok() || !io.AtEnd()) return Fail(Errc::kCorrupt, "posting chunk is damaged");
  return ids;
}

}  // namespace tocsin
