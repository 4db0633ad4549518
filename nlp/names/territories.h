// States: their ISO 3166-1 codes, what their people and governments are called. Their names are in the gazetteer.
#pragma once

#include <string_view>
#include <vector>

namespace tocsin {

struct Territory {
  std::string_view code;       // "CN", "EU" for the union
  std::string_view adjective;  // "Chinese": "the Chinese government"
  std::string_view capital;    // "Beijing": stands for the government when it acts; "" when it is not used so
};

// nullptr when unknown. Case counts.
const Territory* TerritoryByCode(std::string_view code);
const Territory* TerritoryByAdjective(std::string_view adjective);
const Territory* TerritoryByCapital(std::string_view capital);
// All that TerritoryByCapital knows.
std::vector<std::string_view> Capitals();

}  // namespace tocsin
