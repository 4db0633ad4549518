// Tells a re-printed article from a new one: exact and near duplicates.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace tocsin {

// MinHash over word shingles (Broder 1997), cut into bands for look-up: two articles are candidates
// when they share a band. Of the first 200 words; Chinese characters count as
// words; title excluded.
struct Fingerprint {
  static constexpr size_t kBands =
      24;  // with three rows, texts that share half of their shingles meet in nine of ten cases
  static constexpr size_t kRows = 3;
  std::array<uint32_t, kBands * kRows> minima{};
  uint32_t shingles = 0;  // 0: the text was too short to say anything
  std::array<uint64_t, kBands> Bands() const;
};

Fingerprint MakeFingerprint(std::string_view text);
double EstimatedResemblance(const Fingerprint& a, const Fingerprint& b);  // 0..1

enum class CopyRelation : uint8_t { kNone, kDerived, kCopy };

struct CopyVerdict {
  CopyRelation relation = CopyRelation::kNone;
  double score = 0;  // 0..1
};

// Exact comparison of two texts. kCopy: one newsroom's words printed twice (cuts, new headline, agency
// line); kDerived: shares passages but adds its own reporting.
CopyVerdict CompareCopies(std::string_view title_a, std::string_view text_a, std::string_view title_b,
                          std::string_view text_b);

}  // namespace tocsin
