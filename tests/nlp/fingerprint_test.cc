#include "nlp/fingerprint.h"

#include <gtest/gtest.h>

#include <string>

namespace tocsin {
namespace {

// `sentences` different sentences, beginning with number `first`.
std::string Text(int first, int sentences) {
  std::string out;
  for (int i = first; i < first + sentences; ++i) {
    const std::string n = std::to_string(i);
    out += "On day " + n + " the agency of district " + n + " told makers of part " + n + " that rule " + n +
           " would be read again. ";
  }
  return out;
}

struct Pair {
  const char* why;
  std::string a, b;
  CopyRelation relation;
};

TEST(Fingerprint, CopiesAreToldFromOthers) {
  const Pair kPairs[] = {
      {"the same", Text(0, 12), Text(0, 12), CopyRelation::kCopy},
      {"an agency line in front", Text(0, 12), "WASHINGTON (Wire) - " + Text(0, 12), CopyRelation::kCopy},
      {"cut from the end", Text(0, 12), Text(0, 8), CopyRelation::kCopy},
      {"same disclaimer below other news", Text(0, 12) + Text(900, 20), Text(100, 12) + Text(900, 20),
       CopyRelation::kNone},
      {"other news", Text(0, 12), Text(500, 12), CopyRelation::kNone},
      {"nothing", "", "", CopyRelation::kNone},
      {"nothing against something", "", Text(0, 3), CopyRelation::kNone},
  };
  for (const Pair& p : kPairs) {
    const CopyVerdict verdict = CompareCopies("", p.a, "", p.b);
    EXPECT_EQ(int(verdict.relation), int(p.relation)) << p.why << ", score " << verdict.score;
    EXPECT_EQ(int(CompareCopies("", p.b, "", p.a).relation), int(p.relation)) << p.why << ", the other way round";
  }
}

TEST(Fingerprint, CopiesMeetInABand) {
  const auto a = MakeFingerprint(Text(0, 12)).Bands(), b = MakeFingerprint(Text(0, 9)).Bands(),
             c = MakeFingerprint(Text(700, 12)).Bands();
  size_t with_copy = 0, with_other = 0;
  for (size_t i = 0; i < Fingerprint::kBands; ++i) {
    with_copy += a[i] == b[i];
    with_other += a[i] == c[i];
  }
  EXPECT_GT(with_copy, 0u);
  EXPECT_EQ(with_other, 0u);
  EXPECT_EQ(MakeFingerprint("too short").shingles, 0u);
}

}  // namespace
}  // namespace tocsin
