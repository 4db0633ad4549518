// Shingles, MinHash and the exact comparison of two texts.
//
// A shingle is five words in a row (words in lower case, one Chinese character is one word, marks left out), so a new
// headline, a cut or an agency line change few of them, and a rewrite changes nearly all.
#include "nlp/fingerprint.h"

#include <algorithm>
#include <limits>
#include <vector>

#include "ingest/base/hash.h"
#include "nlp/annotator.h"
#include "nlp/mentions/phrase_trie.h"

namespace tocsin {
namespace {

constexpr size_t kShingleWords = 5;

// In the order of the text.
std::vector<uint64_t> Shingles(std::string_view text) {
  std::vector<Token> tokens;
  FindTokens(text, tokens);
  std::vector<uint64_t> words, shingles;
  for (const Token& token : tokens) {
    if (token.kind != TokenKind::kPunct) words.push_back(FoldedWordHash(token.span.in(text)));
  }
  for (size_t i = 0; i + kShingleWords <= words.size(); ++i) {
    uint64_t hash = 0;
    for (size_t k = 0; k < kShingleWords; ++k) hash = (hash ^ words[i + k]) * 0x9E3779B97F4A7C15ull + k;
    shingles.push_back(hash ^ (hash >> 29));
  }
  return shingles;
}

std::vector<uint64_t> ShingleSet(std::string_view text) {
  std::vector<uint64_t> set = Shingles(text);
  std::sort(set.begin(), set.end());
  set.erase(std::unique(set.begin(), set.end()), set.end());
  return set;
}

size_t Shared(const std::vector<uint64_t>& a, const std::vector<uint64_t>& b) {
  size_t shared = 0;
  for (auto x = a.begin(), y = b.begin(); x != a.end() && y != b.end();) {
    if (*x == *y)
      ++shared, ++x, ++y;
    else if (*x < *y)
      ++x;
    else
      ++y;
  }
  return shared;
}

}  // namespace

Fingerprint MakeFingerprint(std::string_view text) {
  Fingerprint out;
  out.minima.fill(std::numeric_limits<uint32_t>::max());
  const std::vector<uint64_t> set = ShingleSet(text);
  out.shingles = uint32_t(set.size());
  for (const uint64_t shingle : set) {
    uint64_t state = shingle;
    for (uint32_t& least : out.minima) {  // SplitMix64: one independent order of shingles for each minimum
      state += 0x9E3779B97F4A7C15ull;
      uint64_t z = (state ^ (state >> 30)) * 0xBF58476D1CE4E5B9ull;
      z = (z ^ (z >> 27)) * 0x94D049BB133111EBull;
      least = std::min(least, uint32_t(z >> 32));
    }
  }
  return out;
}

std::array<uint64_t, Fingerprint::kBands> Fingerprint::Bands() const {
  std::array<uint64_t, kBands> bands{};
  for (size_t b = 0; b < kBands; ++b) {
    const auto* rows = reinterpret_cast<const char*>(minima.data() + b * kRows);
    bands[b] = Hash64({rows, kRows * sizeof(uint32_t)}, b + 1);
  }
  return bands;
}

double EstimatedResemblance(const Fingerprint& a, const Fingerprint& b) {
  if (a.shingles == 0 || b.shingles == 0) return 0;
  size_t equal = 0;
  for (size_t i = 0; i < a.minima.size(); ++i) equal += a.minima[i] == b.minima[i];
  return double(equal) / double(a.minima.size());
}

CopyVerdict CompareCopies(std::string_view, std::string_view text_a, std::string_view, std::string_view text_b) {
  const std::vector<uint64_t> a = ShingleSet(text_a), b = ShingleSet(text_b);
  if (a.empty() || b.empty())
    return {text_a == text_b && !text_a.empty() ? CopyRelation::kCopy : CopyRelation::kNone,
            text_a == text_b && !text_a.empty() ? 1.0 : 0.0};
  const double shared = double(Shared(a, b));
  const double contained = shared / double(std::min(a.size(), b.size()));
  const double resemblance = shared / (double(a.size() + b.size()) - shared);
  CopyVerdict verdict;
  verdict.score = std::max(resemblance, contained * 0.8);
  if (contained >= 0.6 && resemblance >= 0.25)
    verdict.relation = CopyRelation::kCopy;
  else if (contained >= 0.08)
    verdict.relation = CopyRelation::kDerived;
  return verdict;
}

}  // namespace tocsin
