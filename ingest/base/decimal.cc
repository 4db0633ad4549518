#include "ingest/base/decimal.h"

#include <cstdlib>

namespace tocsin {
namespace {

constexpr int64_t kCoefficientEnd = 1'000'000'000'000'000'000;  // 10^18
constexpr int32_t kExponentMin = -18;
constexpr int32_t kExponentMax = 36;

__extension__ using Wide = __int128;  // holds any product of two coefficients

// Strips trailing zeros and checks the bounds.
std::optional<Decimal> Normalised(Wide coefficient, int64_t exponent) {
  if (coefficient == 0) return Decimal{};
  while (coefficient % 10 == 0) {
    coefficient /= 10;
    ++exponent;
  }
  if (coefficient >= kCoefficientEnd || coefficient <= -kCoefficientEnd) return std::nullopt;
  if (exponent < kExponentMin || exponent > kExponentMax) return std::nullopt;
  return Decimal{int64_t(coefficient), int32_t(exponent)};
}

// The decimal digits of |d.coefficient|.
std::string CoefficientDigits(const Decimal& d) { return std::to_string(std::llabs(d.coefficient)); }

}  // namespace

std::optional<Decimal> Decimal::Make(int64_t coefficient, int32_t exponent) {
  return Normalised(coefficient, exponent);
}

std::optional<Decimal> Decimal::Parse(std::string_view text) {
  size_t pos = 0;
  const bool negative = !text.empty() && text[0] == '-';
  if (negative || (!text.empty() && text[0] == '+')) ++pos;
  Wide coefficient = 0;
  int64_t exponent = 0;
  bool digits = false;
  bool point = false;
  for (; pos < text.size(); ++pos) {
    const char c = text[pos];
    if (c == '.' && !point) {
      point = true;
      continue;
    }
    if (c < '0' || c > '9') break;
    digits = true;
    // Past 36 digits nothing significant can still fit; zeros may go on.
    if (coefficient < Wide(kCoefficientEnd) * (kCoefficientEnd / 10)) {
      coefficient = coefficient * 10 + (c - '0');
      exponent -= point ? 1 : 0;
    } else if (c != '0') {
      return std::nullopt;
    } else {
      exponent += point ? 0 : 1;
    }
  }
  if (!digits) return std::nullopt;
  if (pos < text.size() && (text[pos] == 'e' || text[pos] == 'E')) {
    ++pos;
    const bool minus = pos < text.size() && text[pos] == '-';
    if (minus || (pos < text.size() && text[pos] == '+')) ++pos;
    int64_t power = 0;
    const size_t first = pos;
    for (; pos < text.size() && text[pos] >= '0' && text[pos] <= '9'; ++pos) {
      if (power < 10'000) power = power * 10 + (text[pos] - '0');
    }
    if (pos == first) return std::nullopt;
    exponent += minus ? -power : power;
  }
  if (pos != text.size()) return std::nullopt;
  return Normalised(negative ? -coefficient : coefficient, exponent);
}

int Compare(const Decimal& a, const Decimal& b) {
  const int sign_a = (a.coefficient > 0) - (a.coefficient < 0);
  const int sign_b = (b.coefficient > 0) - (b.coefficient < 0);
  if (sign_a != sign_b) return sign_a < sign_b ? -1 : 1;
  if (sign_a == 0) return 0;
  // Same sign: the longer integer part is the larger magnitude; else compare digit by digit.
  std::string da = CoefficientDigits(a), db = CoefficientDigits(b);
  const int64_t top_a = int64_t(da.size()) + a.exponent, top_b = int64_t(db.size()) + b.exponent;
  int magnitude;
  if (top_a != top_b) {
    magnitude = top_a < top_b ? -1 : 1;
  } else {
    const size_t width = da.size() > db.size() ? da.size() : db.size();
    da.resize(width, '0');
    db.resize(width, '0');
    magnitude = da.compare(db);
    magnitude = (magnitude > 0) - (magnitude < 0);
  }
  return sign_a > 0 ? magnitude : -magnitude;
}

std::optional<Decimal> Multiply(const Decimal& a, const Decimal& b) {
  return Normalised(Wide(a.coefficient) * b.coefficient, int64_t{a.exponent} + b.exponent);
}

std::optional<Decimal> Add(const Decimal& a, const Decimal& b) {
  if (a.coefficient == 0) return b;
  if (b.coefficient == 0) return a;
  const Decimal& high = a.exponent >= b.exponent ? a : b;
  const Decimal& low = a.exponent >= b.exponent ? b : a;
  const int gap = high.exponent - low.exponent;
  if (gap > 18) return std::nullopt;  // the sum would need more than 18 digits
  Wide scaled = high.coefficient;
  for (int i = 0; i < gap; ++i) scaled *= 10;
  return Normalised(scaled + low.coefficient, low.exponent);
}

std::optional<Decimal> ScaleByPowerOfTen(const Decimal& a, int power) {
  return Normalised(a.coefficient, int64_t{a.exponent} + power);
}

std::string ToString(const Decimal& d) {
  std::string digits = CoefficientDigits(d);
  if (d.exponent >= 0) {
    digits.append(size_t(d.exponent), '0');
  } else {
    const auto fraction = size_t(-d.exponent);
    if (digits.size() <= fraction) digits.insert(0, fraction + 1 - digits.size(), '0');
    digits.insert(digits.size() - fraction, 1, '.');
  }
  return d.coefficient < 0 ? "-" + digits : digits;
}

}  // namespace tocsin
