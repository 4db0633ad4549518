// Chinese numerals, alone ("三千四百亿") and as units after digits ("3440亿", "1.5万亿", "20多亿").
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "ingest/base/decimal.h"

namespace tocsin {

struct HanNumber {
  Decimal value;
  Decimal bare;   // the last coefficient before its unit
  int scale = 0;  // power of ten of the last great unit (万, 亿, 万亿, 兆), or of 千, 百, 十
  bool more = false;
  bool certain = true;  // false: a number stands here, but what it is worth is not certain
  uint32_t end = 0;
};

// Units and further parts after the digits that end at `pos` and are worth `value`; nullopt when none follow.
std::optional<HanNumber> ReadHanUnits(std::string_view text, size_t pos, const Decimal& value);
// A number that starts with a Chinese numeral.
std::optional<HanNumber> ReadHanNumber(std::string_view text, size_t pos);
// The end of the run of Chinese numerals and units at `pos`.
size_t SkipHanNumber(std::string_view text, size_t pos);

}  // namespace tocsin
