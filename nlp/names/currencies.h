// What money is called: signs, ISO 4217 codes and names, English and Chinese.
//
// The codes are those of ISO 4217; the signs and names are a reviewed table of our own, because the common locale data
// knows neither "C$", "NT$", "Rs" nor 元. A sign that several currencies share ("$", "¥", 元, "pounds") is resolved by
// where the text comes from and what it speaks of.
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
  kPenny
};

struct CurrencyName {
  CurrencyCode code;  // the common reading when the sign is shared
  CurrencySign sign = CurrencySign::kSettled;
  int power = 0;                // -2 for cents, pence and 分, -1 for 角, 6 for "MEUR"
  uint32_t begin = 0, end = 0;  // of the name in the text
};

// The name that ends at `end` (before a number) or starts at `begin` (behind it); blanks in between are the caller's.
std::optional<CurrencyName> CurrencyBefore(std::string_view text, size_t end);
std::optional<CurrencyName> CurrencyAfter(std::string_view text, size_t begin);

// Which currency a shared sign means in a place (ISO 3166-1 alpha-2); the common reading when the place has none.
CurrencyCode SettleCurrency(const CurrencyName& name, std::string_view place);

// True for the capital letters of an ISO 4217 code that is not also an English word ("ALL", "TOP", "CUP").
bool IsCurrencyCode(std::string_view word);

}  // namespace tocsin
