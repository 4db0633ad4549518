// Random amounts, shares and dates, written as newspapers write them, with what a reader must make of them.
#pragma once

#include <random>
#include <string>

#include "ingest/base/decimal.h"
#include "ingest/base/time.h"

namespace tocsin {

struct WrittenNumber {
  std::string text;
  Decimal value;
};
struct WrittenAmount {
  std::string text;  // the whole of what is underlined
  Decimal value, upper;
  std::string currency;
  bool chinese = false;
};
struct WrittenPercent {
  std::string text;
  Decimal value;
  bool chinese = false;
};
struct WrittenDate {
  std::string text;
  CivilDay first, after;
  bool chinese = false;
};

class NumberWriter {
 public:
  explicit NumberWriter(uint64_t seed) : random_(seed) {}

  WrittenNumber English();         // "1,234.5", "3.7 billion", "two hundred and six million"
  WrittenNumber EnglishInWords();  // words only
  WrittenNumber Chinese();         // 1.5万亿, 三千二百亿, １２．５万
  WrittenNumber ChineseInWords();  // numerals only
  WrittenAmount Amount();
  WrittenPercent Percent();
  // Absolute ones, and such as count from `published`.
  WrittenDate Date(CivilDay published);

  // A sentence around a mention, which begins at `at`.
  std::string Sentence(const std::string& mention, bool chinese, size_t& at);

 private:
  int Below(int n) { return int(random_() % uint64_t(n)); }
  template <size_t N>
  const char* Pick(const char* const (&list)[N]) {
    return list[Below(int(N))];
  }
  int64_t Value(int digits_max);
  WrittenDate EnglishDate(CivilDay day, CivilDay published);
  WrittenDate ChineseDate(CivilDay day, CivilDay published);

  std::mt19937_64 random_;
};

}  // namespace tocsin
