// What numbers in words and digits are worth, read the slow and obvious way: a number is what stands before its largest
// unit, times the unit, plus what stands behind it. The reader in nlp/ goes through the text once and keeps a state;
// this one cuts it in two until nothing is left to cut. They must agree.
#pragma once

#include <optional>
#include <string_view>

#include "ingest/base/decimal.h"

namespace tocsin {

// "two hundred and fifty million", "one point five billion": lower case, one blank or hyphen between words.
std::optional<Decimal> EnglishNumberByOracle(std::string_view words);

// 三千四百四十亿, 1.5万亿, 1亿2000万, 二〇二五: no blanks.
std::optional<Decimal> ChineseNumberByOracle(std::string_view numeral);

// "1,234.5", "12,34,567", "１２．５": digits with their separators.
std::optional<Decimal> DigitsByOracle(std::string_view digits);

}  // namespace tocsin
