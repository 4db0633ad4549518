// The one number grammar, for both languages: what a number in running text is worth, exactly.
//
//   digits      1,234.5   12,34,567   １２．５   433.3 million   10,372 crore   8.9bn (the letters by ReadShortScale)
//   words       twenty-five   two hundred and fifty million   one point five billion   half a billion   a million
//   Chinese     三千四百四十亿   1.5万亿   20多亿   二〇二五   十二点五   1亿2000万
//
// What cannot be read with certainty is not read: a broken grouping ("1,23,4"), a version ("1.2.3"), a vague count
// ("数十亿", "tens of billions"), a colloquial tail ("三万五"), more digits than a Decimal holds.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "ingest/base/decimal.h"
#include "ingest/base/span.h"
#include "nlp/annotations.h"

namespace tocsin {

enum class QuantityForm : uint8_t { kDigits, kWords, kHan };

struct Quantity {
  ByteSpan span;  // from the first digit or word to the scale
  Decimal value;
  Decimal bare;   // before the scale word or unit; equal to value without one
  int scale = 0;  // power of ten of the last scale: 9 for "billion", 8 for 亿; 0 = none
  QuantityForm form = QuantityForm::kDigits;
  bool plain = false;  // nothing but one to four digits: may be a year, a day
  bool more = false;   // "20多亿", "600余": somewhat more than the value
  bool used = false;   // by an amount, a percentage or a date
};

// The quantity that starts exactly at `pos`. `pos` must be the start of a word, a digit or a Chinese numeral.
std::optional<Quantity> ReadQuantity(std::string_view text, size_t pos);

// A scale glued to digits or after a blank that only money makes clear: "$250m", "$1.4T", "$500k". 0 = none; else the
// power of ten, and `end` moves past it.
int ReadShortScale(std::string_view text, size_t& end);

// The value when it is a whole number below 10^15.
std::optional<int64_t> ToInteger(const Decimal& value);

// Appends every quantity in `text`, left to right, never overlapping. Linear. `read` holds its tokens and words.
void FindQuantities(std::string_view text, const Annotations& read, std::vector<Quantity>& found);

// Whether a Chinese number may begin with the character.
bool MayStartHanNumber(char32_t c);

// One Chinese numeral 0..9 ("两" is 2, financial forms too), or -1.
int HanDigit(char32_t c);
// The power of ten of 十百千万亿兆, or 0.
int HanUnit(char32_t c);

}  // namespace tocsin
