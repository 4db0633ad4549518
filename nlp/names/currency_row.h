// The rows that tables of money are made of: those reviewed by hand and those that the build writes.
#pragma once

#include <string_view>

#include "nlp/names/currencies.h"

namespace tocsin::currency_data {

struct Row {
  std::string_view name;
  std::string_view code;  // "": the name is no money
  int power = 0;
  CurrencySign sign = CurrencySign::kSettled;
};

// One money of today.
struct MoneyRow {
  std::string_view code;
  int digits;                      // behind the point: 2 for cents, 0 for yen
  std::string_view state, people;  // "Armenia" and "Armenian"; "" when there is none
  std::string_view han_state;
};

// What a shared sign or noun means in a territory.
struct HomeRow {
  CurrencySign sign;
  std::string_view place;  // ISO 3166-1 alpha-2
  std::string_view code;
};

}  // namespace tocsin::currency_data
