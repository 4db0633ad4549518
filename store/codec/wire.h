// Bytes of one record, written and read by the same description.
//
// A record's fields are listed once, in a template `Fields(io, record)`; Writer and Reader give the verbs. The
// Reader never reads past its bytes and never allocates more than they can fill: after the first fault it goes
// on giving empty values, and `ok()` is false. FORMAT.md says what each verb looks like on disk.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "ingest/base/error.h"

namespace tocsin {

class Writer {
 public:
  static constexpr bool kReads = false;

  void Varint(uint64_t value) {
    for (; value >= 0x80; value >>= 7) bytes_ += char(value | 0x80);
    bytes_ += char(value);
  }
  template <class T>
  void Unsigned(T& value) {
    Varint(uint64_t(value));
  }
  template <class T>
  void Signed(T& value) {
    Varint((uint64_t(int64_t(value)) << 1) ^ uint64_t(int64_t(value) >> 63));
  }
  template <class T>
  void Enum(T& value, size_t) {
    bytes_ += char(value);
  }
  void Flag(bool& value) { bytes_ += char(value); }
  void Text(std::string& value) {
    Varint(value.size());
    bytes_ += value;
  }
  template <class T>
  void Optional(std::optional<T>& value) {
    bytes_ += char(value.has_value());
    if (value) Fields(*this, *value);
  }
  template <class T>
  void List(std::vector<T>& values) {
    Varint(values.size());
    for (T& value : values) Fields(*this, value);
  }
  void Fail() {}
  std::string Take() { return std::move(bytes_); }

 private:
  std::string bytes_;
};

class Reader {
 public:
  static constexpr bool kReads = true;
  explicit Reader(std::string_view bytes) : rest_(bytes) {}

  bool ok() const { return ok_; }
  bool AtEnd() const { return rest_.empty(); }
  void Fail() {
    ok_ = false;
    rest_ = {};
  }

  uint64_t Varint() {
    uint64_t value = 0;
    for (int shift = 0; shift < 64 && !rest_.empty(); shift += 7) {
      const auto byte = uint8_t(Byte());
      if (shift == 63 && byte > 1) break;
      value |= uint64_t(byte & 0x7F) << shift;
      if (byte < 0x80) return value;
    }
    Fail();
    return 0;
  }
  template <class T>
  void Unsigned(T& value) {
    const uint64_t read = Varint();
    value = T(read);
    if (uint64_t(value) != read) Fail();
  }
  template <class T>
  void Signed(T& value) {
    const uint64_t read = Varint();
    const auto wide = int64_t(read >> 1) ^ -int64_t(read & 1);
    value = T(wide);
    if (int64_t(value) != wide) Fail();
  }
  template <class T>
  void Enum(T& value, size_t count) {
    const auto read = uint8_t(Byte());
    if (read >= count) return Fail();
    value = T(read);
  }
  void Flag(bool& value) {
    const auto read = uint8_t(Byte());
    if (read > 1) return Fail();
    value = read == 1;
  }
  void Text(std::string& value) {
    const uint64_t size = Varint();
    if (size > rest_.size()) return Fail();
    value.assign(rest_.substr(0, size));
    rest_.remove_prefix(size);
  }
  template <class T>
  void Optional(std::optional<T>& value) {
    bool there = false;
    Flag(there);
    if (there) Fields(*this, value.emplace());
  }
  template <class T>
  void List(std::vector<T>& values) {
    const uint64_t count = Varint();
    if (count > rest_.size()) return Fail();  // every item takes a byte at least
    values.clear();
    for (uint64_t i = 0; i < count && ok_; ++i) Fields(*this, values.emplace_back());
  }

 private:
  char Byte() {
    if (rest_.empty()) {
      Fail();
      return 0;
    }
    const char byte = rest_.front();
    rest_.remove_prefix(1);
    return byte;
  }

  std::string_view rest_;
  bool ok_ = true;
};

template <class Io>
void Fields(Io& io, std::string& text) {
  io.Text(text);
}

// The Writer reads its arguments only; the description is shared with the Reader, which fills them.
template <class T>
std::string Encode(const T& record) {
  Writer io;
  Fields(io, const_cast<T&>(record));
  return io.Take();
}

// kCorrupt when the bytes are not exactly one record.
template <class T>
Result<T> Decode(std::string_view bytes) {
  Reader io(bytes);
  T record;
  Fields(io, record);
  if (!io.ok()) return tocsin::Fail(Errc::kCorrupt, "record ends early or holds an impossible value");
  if (!io.AtEnd()) return tocsin::Fail(Errc::kCorrupt, "record has bytes behind its end");
  return record;
}

}  // namespace tocsin
