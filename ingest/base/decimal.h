// Exact decimal numbers: a coefficient and a power of ten. Money is never a double.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace tocsin {

// coefficient * 10^exponent. Normalised: no trailing zero in the coefficient, zero is {0, 0}, so
// equal numbers are equal structs. |coefficient| < 10^18, exponent in [-18, 36].
struct Decimal {
  int64_t coefficient = 0;
  int32_t exponent = 0;

  // nullopt when the number does not fit the bounds above; nothing is ever rounded.
  static std::optional<Decimal> Make(int64_t coefficient, int32_t exponent);
  // Plain or scientific notation, optional sign, no separators: "-12.50", "6e10".
  static std::optional<Decimal> Parse(std::string_view text);

  friend constexpr bool operator==(const Decimal&, const Decimal&) = default;
};

// -1, 0, 1: exact for any two decimals.
int Compare(const Decimal& a, const Decimal& b);
inline bool operator<(const Decimal& a, const Decimal& b) { return Compare(a, b) < 0; }

std::optional<Decimal> Multiply(const Decimal& a, const Decimal& b);
std::optional<Decimal> Add(const Decimal& a, const Decimal& b);
std::optional<Decimal> ScaleByPowerOfTen(const Decimal& a, int power);
std::string ToString(const Decimal& d);  // plain notation: "60000000000", "0.25", "-3"

}  // namespace tocsin
