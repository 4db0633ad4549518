// Numbers in English words.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "ingest/base/decimal.h"

namespace tocsin {

struct WordNumber {
  Decimal value;
  Decimal bare;  // before the last scale
  int scale = 0;
  uint32_t end = 0;
};

// The power of ten of "million", "bn", "crore", ... in any case; 0 when the word is no scale.
int ScaleWord(std::string_view word);
std::vector<std::string_view> ScaleWords();
// A quick test that most words fail.
bool MayStartNumber(std::string_view word);
// The words that pass it.
std::vector<std::string_view> NumberStarts();
// "twenty-five", "two hundred and fifty million", "one point five billion", "half a billion", "a million",
// "one and a half". nullopt when no number starts at `pos`, or a vague one ("a few", "tens of").
std::optional<WordNumber> ReadNumberWords(std::string_view text, size_t pos);

// "zero" .. "nineteen", "twenty", "thirty" .. "ninety"; -1 when the word is none of them.
int SmallNumberWord(std::string_view word);

// "first" .. "thirty-first": 1..31; 0 when the word is no ordinal.
int OrdinalWord(std::string_view word);

}  // namespace tocsin
