// Shingles, MinHash and the exact comparison of two texts.
//
// A shingle is five words in a row (words in lower case, one Chinese character is one word, marks left out), so a new
// headline, a cut or an agency line change few of them, and a rewrite changes nearly all.
//
// Only the lead is looked for: news is cut from the end, and it is the end where press releases of one agency repeat
// the same disclaimers. Over whole texts, two different releases share more than a release and its cut copy.
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
constexpr size_t kLeadWords = 200;  // about four paragraphs
// Shares of one text's lead that stand in the other text.
constexpr double kCopyHigh = 0.70, kCopyLow = 0.65, kDerivedHigh = 0.15;
// A short text that stands almost whole in a longer one was cut from it.
constexpr double kCutHigh = 0.75, kCutLow = 0.45;

// In the order of the text, of its first `words_max` words.
std::vector<uint64_t> Shingles(std::string_view text, size_t words_max) {
  std::vector<Token> tokens;
  FindTokens(text, tokens);
  std::vector<uint64_t> words, shingles;
  for (const Token& token : tokens) {
    if (words.size() == words_max) break;
    if (token.kind != TokenKind::kPunct) words.push_back(FoldedWordHash(token.span.in(text)));
  }
  for (size_t i = 0; i + kShingleWords <= words.size(); ++i) {
    uint64_t hash = 0;
    for (size_t k = 0; k < kShingleWords; ++k) hash = (hash ^ words[i + k]) * 0x9E3779B97F4A7C15ull + k;
    shingles.push_back(hash ^ (hash >> 29));
  }
  return shingles;
}

std::vector<uint64_t> ShingleSet(std::string_view text, size_t words_max) {
  std::vector<uint64_t> set = Shingles(text, words_max);
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

size_t WordCount(std::string_view text) {
  std::vector<Token> tokens;
  FindTokens(text, tokens);
  return size_t(
      std::count_if(tokens.begin(), tokens.end(), [](const Token& t) { return t.kind != TokenKind::kPunct; }));
}

// The share of a text's lead that stands somewhere in the other text, 0..1.
double LeadWithin(std::string_view text, std::string_view other) {
  const std::vector<uint64_t> lead = ShingleSet(text, kLeadWords), whole = ShingleSet(other, std::string_view::npos);
  return lead.empty() ? 0 : double(Shared(lead, whole)) / double(lead.size());
}

}  // namespace

Fingerprint MakeFingerprint(std::string_view text) {
  Fingerprint out;
  out.minima.fill(std::numeric_limits<uint32_t>::max());
  const std::vector<uint64_t> set = ShingleSet(text, kLeadWords);
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
  if (text_a == text_b) return text_a.empty() ? CopyVerdict{} : CopyVerdict{CopyRelation::kCopy, 1.0};
  const double a = LeadWithin(text_a, text_b), b = LeadWithin(text_b, text_a);
  const double high = std::max(a, b), low = std::min(a, b);
  const bool is_short = std::min(WordCount(text_a), WordCount(text_b)) < kLeadWords;
  const bool copy = (high >= kCopyHigh && low >= kCopyLow) || (is_short && high >= kCutHigh && low >= kCutLow);
  return {copy ? CopyRelation::kCopy : high >= kDerivedHigh ? CopyRelation::kDerived : CopyRelation::kNone, low};
}

}  // namespace tocsin
