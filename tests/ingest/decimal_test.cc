#include "ingest/base/decimal.h"

#include <gtest/gtest.h>

#include <random>

namespace tocsin {
namespace {

struct Row {
  const char* text;
  const char* printed;  // "" when it must be refused
};

const Row kRows[] = {
    {"0", "0"},
    {"-0", "0"},
    {"60000000000", "60000000000"},
    {"6e10", "60000000000"},
    {"6.0E+10", "60000000000"},
    {"0.25", "0.25"},
    {"-12.50", "-12.5"},
    {".5", "0.5"},
    {"100", "100"},
    {"1e-18", "0.000000000000000001"},
    {"999999999999999999", "999999999999999999"},
    {"1000000000000000000000", "1000000000000000000000"},
    // Refused: nothing is rounded, nothing is guessed.
    {"", ""},
    {"-", ""},
    {"1,000", ""},
    {"1e", ""},
    {"1.2.3", ""},
    {"0x10", ""},
    {" 1", ""},
    {"1 ", ""},
    {"nan", ""},
    {"1234567890123456789", ""},
    {"1e-19", ""},
    {"1e99999999999", ""},
};

TEST(Decimal, ParsesAndPrints) {
  for (const Row& row : kRows) {
    SCOPED_TRACE(row.text);
    const auto parsed = Decimal::Parse(row.text);
    ASSERT_EQ(parsed.has_value(), *row.printed != '\0');
    if (parsed) {
      EXPECT_EQ(ToString(*parsed), row.printed);
    }
  }
}

TEST(Decimal, EqualNumbersAreEqualStructs) {
  EXPECT_EQ(Decimal::Parse("1.50"), Decimal::Parse("15e-1"));
  EXPECT_EQ(Decimal::Parse("1000"), Decimal::Make(1, 3));
  EXPECT_NE(Decimal::Parse("1"), Decimal::Parse("10"));
}

TEST(Decimal, ArithmeticIsExactOrRefused) {
  const Decimal a = *Decimal::Parse("8.9"), billion = *Decimal::Parse("1e9");
  EXPECT_EQ(ToString(*Multiply(a, billion)), "8900000000");
  EXPECT_EQ(ToString(*Add(*Decimal::Parse("0.1"), *Decimal::Parse("0.2"))), "0.3");
  EXPECT_EQ(ToString(*Add(*Decimal::Parse("5"), *Decimal::Parse("-5"))), "0");
  EXPECT_EQ(ToString(*ScaleByPowerOfTen(a, 8)), "890000000");
  EXPECT_FALSE(Add(*Decimal::Parse("1e30"), *Decimal::Parse("1")).has_value());
  EXPECT_FALSE(Multiply(*Decimal::Parse("123456789012345678"), *Decimal::Parse("123456789")).has_value());
}

// Against plain 64-bit arithmetic on numbers small enough for it.
TEST(Decimal, CompareAgreesWithIntegers) {
  std::mt19937_64 chance(7);
  std::uniform_int_distribution<int64_t> number(-1'000'000, 1'000'000);
  std::uniform_int_distribution<int> places(0, 4);
  for (int i = 0; i < 20'000; ++i) {
    const int64_t x = number(chance), y = number(chance);
    const int p = places(chance), q = places(chance);
    int64_t scaled_x = x, scaled_y = y;
    for (int k = p; k < 4; ++k) scaled_x *= 10;
    for (int k = q; k < 4; ++k) scaled_y *= 10;
    const int expected = (scaled_x > scaled_y) - (scaled_x < scaled_y);
    EXPECT_EQ(Compare(*Decimal::Make(x, -p), *Decimal::Make(y, -q)), expected) << x << "e-" << p << " " << y << "e-" << q;
    const auto sum = Add(*Decimal::Make(x, -p), *Decimal::Make(y, -q));
    EXPECT_EQ(sum, Decimal::Make(scaled_x + scaled_y, -4));
  }
}

}  // namespace
}  // namespace tocsin
