// A table from lower-case English words to small values, built by the compiler and asked for every word of a text.
//
// Most words are in no table: bits for the first letter with the length and with the second one turn nearly all away.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "ingest/base/word_bytes.h"

namespace tocsin {

template <class Value>
struct WordRow {
  std::string_view word;  // lower case, a to z first, at most 31 bytes
  Value value;
};

template <class Value, size_t N>
class WordTable {
 public:
  constexpr explicit WordTable(const WordRow<Value> (&rows)[N]) {
    for (int16_t& slot : slots_) slot = -1;
    for (size_t i = 0; i < N; ++i) {
      rows_[i] = rows[i];
      const std::string_view word = rows[i].word;
      keys_[i] = LowerBytes(FirstBytes(word));
      size_t at = Slot(keys_[i], word.size());
      while (slots_[at] >= 0) at = (at + 1) % kSlots;
      slots_[at] = int16_t(i);
      lengths_[size_t(word[0] - 'a')] |= uint32_t(1) << word.size();
      seconds_[size_t(word[0] - 'a')] |= SecondBit(word);
    }
  }

  // The value of `word` in any case, or nullptr.
  constexpr const Value* Find(std::string_view word) const {
    if (word.empty() || word.size() > 31) return nullptr;
    const size_t letter = size_t(static_cast<unsigned char>(Lower(word[0]))) - 'a';
    if (letter >= 26 || (lengths_[letter] >> word.size() & 1) == 0) return nullptr;
    if ((seconds_[letter] & SecondBit(word)) == 0) return nullptr;
    const uint64_t key = LowerBytes(FirstBytes(word));
    for (size_t at = Slot(key, word.size()); slots_[at] >= 0; at = (at + 1) % kSlots) {
      const auto i = size_t(slots_[at]);
      if (keys_[i] == key && SameTail(rows_[i].word, word)) return &rows_[i].value;
    }
    return nullptr;
  }

 private:
  static constexpr size_t SlotsFor(size_t rows) {
    size_t slots = 16;
    while (slots < rows * 3) slots *= 2;
    return slots;
  }
  static constexpr size_t kSlots = SlotsFor(N);

  static constexpr size_t Slot(uint64_t key, size_t size) {
    return size_t(((key ^ size) * 0x9E3779B97F4A7C15ull >> 40) % kSlots);
  }
  // One bit for the second letter in either case; bit 0 for words of one letter.
  static constexpr uint32_t SecondBit(std::string_view word) {
    return word.size() == 1 ? 1u : uint32_t(1) << (static_cast<unsigned char>(word[1]) & 31);
  }
  static constexpr char Lower(char c) { return c >= 'A' && c <= 'Z' ? char(c + 32) : c; }
  // Equal behind the bytes of the key.
  static constexpr bool SameTail(std::string_view lower, std::string_view word) {
    if (lower.size() != word.size()) return false;
    for (size_t i = 8; i < word.size(); ++i) {
      if (Lower(word[i]) != lower[i]) return false;
    }
    return true;
  }

  std::array<WordRow<Value>, N> rows_{};
  std::array<uint64_t, N> keys_{};
  std::array<int16_t, kSlots> slots_{};
  std::array<uint32_t, 26> lengths_{}, seconds_{};
};

}  // namespace tocsin
