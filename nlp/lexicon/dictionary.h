// Every word that some part of reading asks about, with all that is known of it: one look-up a token.
//
// A word is kept in small letters and without accents; what the lists of name words say of it depends on how it is
// printed, and is kept once for each of the three usual ways. A miss costs one cache line, a hit two.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

#include "nlp/annotations.h"

namespace tocsin {

class Dictionary {
 public:
  // The words that the code itself knows: of names, numbers, dates and deals. Packs add theirs to a copy.
  static const Dictionary& BuiltIn();

  // The number of `word`, which gets one if it has none: 1, 2, ...; 0 when it is empty or too long to be kept.
  uint32_t Add(std::string_view word);
  // Its tokens carry `bits` from now on.
  void AddGrammar(std::string_view word, uint32_t bits);

  // How many words there are, the word 0 included that stands for all others.
  size_t size() const { return entries_.size(); }
  size_t bytes() const;  // of memory held

  // The number of `word` in any case, or 0.
  uint32_t Find(std::string_view word) const;
  // What is known of each token; `words` is replaced.
  void Read(std::string_view text, const std::vector<Token>& tokens, std::vector<WordFacts>& words) const;

 private:
  static constexpr size_t kSmall = 0, kCapital = 1, kAllCapitals = 2;  // "bank", "Bank", "BANK"
  static constexpr char32_t kFirstHan = 0x4E00, kLastHan = 0x9FFF;

  struct Entry {
    uint64_t hash = 0;
    std::array<uint32_t, 3> names = {};
    uint32_t grammar = 0;
    uint8_t starts = 0, deals = 0;
  };
  struct Slot {
    uint32_t tag = 0, entry = 0;  // 0 = empty
  };

  Dictionary();
  uint32_t FindHash(uint64_t hash) const {
    for (size_t at = hash & (slots_.size() - 1); slots_[at].entry != 0; at = (at + 1) & (slots_.size() - 1)) {
      if (slots_[at].tag == uint32_t(hash >> 32) && entries_[slots_[at].entry].hash == hash) return slots_[at].entry;
    }
    return 0;
  }
  WordFacts Facts(uint32_t number, size_t form) const {
    const Entry& entry = entries_[number];
    return {number, entry.names[form], entry.grammar, entry.starts, entry.deals};
  }
  static size_t FormOf(const Token& token) { return token.all_caps ? kAllCapitals : token.capital ? kCapital : kSmall; }
  WordFacts FactsOf(std::string_view word, const Token& token) const;
  void Place(uint32_t entry);
  Entry& At(std::string_view word) { return entries_[Add(word)]; }

  std::vector<Entry> entries_;
  std::vector<Slot> slots_;                // open addressing; size a power of two, at most half full
  std::array<uint32_t, 128> single_ = {};  // by character: the words of one ASCII character
  std::vector<uint32_t> han_;              // by character: those of one Chinese character
};

}  // namespace tocsin
