// What single words tell of deals.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace tocsin {

// Bits; a word may have several.
enum DealWord : uint8_t {
  kBuys = 1,      // takes a company as its object
  kDeals = 2,     // takes one behind "of", "in", "with"
  kJoins = 4,     // these
  kRaises = 8,    // stands behind a company, with money behind it
  kBetween = 16,  // stands between the company and such a verb
  kMoney = 32,
};

// The bits of a word in any case; 0 for most.
uint8_t DealWordsOf(std::string_view word);
// Every word that has some.
std::vector<std::string_view> DealWordList();

}  // namespace tocsin
