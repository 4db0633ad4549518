// Words whose full stop may not end a sentence.
#pragma once

#include <cstdint>
#include <string_view>

namespace tocsin {

enum class Abbreviation : uint8_t {
  kNone,
  kOpen,     // always goes on: "Mr. Smith", "e.g. chips"
  kNumeric,  // goes on before a number, is a word otherwise: "No. 5"
  kClosed,   // may end a sentence: "Nvidia Corp.", "in the U.S."
};

// `word` is what stands before the stop, without it, as printed: "Corp", "U.S", "p.m".
Abbreviation FindAbbreviation(std::string_view word);

// True for words that begin a sentence far more often than they continue a name: "The", "He", "However".
bool StartsSentences(std::string_view word);

}  // namespace tocsin
