// What money is called: signs, ISO 4217 codes and names, English and Chinese.
//
// Codes, names and signs come from the common locale data, by way of a table that the build writes; a reviewed table of
// our own adds what only the press says ("Rs", "C$", 元) and takes back what is no money in news. A sign that several
// currencies share ("$", "¥", 元, "pounds") is resolved by where the text comes from and what it speaks of.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "nlp/annotations.h"

namespace tocsin {

// Currencies whose sign is shared, until a place decides.
enum class CurrencySign : uint8_t {
  kSettled,
  kDollar,
  kYen,
  kYuanYen,
  kPound,
  kRupee,
  kWon,
  kPeso,
  kKrone,
  kFranc,
  kDinar,
  kRial,
  kShilling,
  kPenny
};

struct CurrencyName {
  CurrencyCode code;  // the common reading when the sign is shared
  CurrencySign sign = CurrencySign::kSettled;
  int power = 0;                // -2 for cents, pence and 分, -1 for 角, 6 for "MEUR"
  uint32_t begin = 0, end = 0;  // of the name in the text
  bool word = false;            // a word besides ("won", "real"): money behind a large number only
  bool doubtful = false;        // a code that is a word or a firm as often ("AMD", "TOP"): see SpeaksOfState
};

// The name that ends at `end` (before a number) or starts at `begin` (behind it); blanks in between are the caller's.
std::optional<CurrencyName> CurrencyBefore(std::string_view text, size_t end);
std::optional<CurrencyName> CurrencyAfter(std::string_view text, size_t begin);

// Which currency a shared sign means in a place (ISO 3166-1 alpha-2); the common reading when the place has none.
CurrencyCode SettleCurrency(const CurrencyName& name, std::string_view place);

// True when `text` names the state whose money `code` is, or its people.
bool SpeaksOfState(std::string_view text, const CurrencyCode& code);

// How many digits prices in this money have behind the point: 2 for cents, 0 for yen; 2 when unknown.
int MinorDigits(const CurrencyCode& code);

}  // namespace tocsin
