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
#include "nlp/lexicon/phrase_trie.h"

namespace tocsin {
namespace {

constexpr size_t kShingleWords = 5;
constexpr size_t kLeadWords = 200;  // about four paragraphs
// Shares of one text's lead that stand in the other text.
constexpr double kCopyHigh = 0.70, kCopyLow = 0.65, kDerivedHigh = 0.15;
// A short text that stands almost whole in a longer one was cut from it.
constexpr double kCutHigh = 0.75, kCutLow = 0.45;

// Folded words, marks left out; `words_max` of them at least, or all.
std::vector<uint64_t> WordsOf(std::string_view text, size_t words_max) {
  // Hardly a word is longer than this; where the cut falls into one, more follow that are not asked for.
  constexpr size_t kBytesPerWord = 12;
  std::string_view part = text;
  if (words_max < text.size() / kBytesPerWord) {
    size_t cut = (words_max + 1) * kBytesPerWord;
    while (cut < text.size() && (uint8_t(text[cut]) & 0xC0) == 0x80) ++cut;
    part = text.substr(0, cut);
  }
  std::vector<Token> tokens;
  std::vector<uint64_t> words;
  FindTokens(part, tokens);
  for (const Token& token : tokens) {
    if (token.kind != TokenKind::kPunct) words.push_back(FoldedWordHash(token.span.in(part)));
  }
  return part.size() < text.size() && words.size() < words_max + 2 ? WordsOf(text, std::string_view::npos) : words;
}

// Of the first `words_max` words; sorted.
std::vector<uint64_t> ShingleSet(const std::vector<uint64_t>& words, size_t words_max) {
  std::vector<uint64_t> set;
  const size_t count = std::min(words.size(), words_max);
  for (size_t i = 0; i + kShingleWords <= count; ++i) {
    uint64_t hash = 0;
    for (size_t k = 0; k < kShingleWords; ++k) hash = (hash ^ words[i + k]) * 0x9E3779B97F4A7C15ull + k;
    set.push_back(hash ^ (hash >> 29));
  }
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

// The share of a text's lead that stands somewhere in the other text, 0..1.
double LeadWithin(const std::vector<uint64_t>& words, const std::vector<uint64_t>& other) {
  const std::vector<uint64_t> lead = ShingleSet(words, kLeadWords), whole = ShingleSet(other, std::string_view::npos);
  return lead.empty() ? 0 : double(Shared(lead, whole)) / double(lead.size());
}

}  // namespace

Fingerprint MakeFingerprint(std::string_view text) {
  Fingerprint out;
  out.minima.fill(std::numeric_limits<uint32_t>::max());
  const std::vector<uint64_t> set = ShingleSet(WordsOf(text, kLeadWords), kLeadWords);
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
  const std::vector<uint64_t> words_a = WordsOf(text_a, std::string_view::npos),
                              words_b = WordsOf(text_b, std::string_view::npos);
  const double a = LeadWithin(words_a, words_b), b = LeadWithin(words_b, words_a);
  const double high = std::max(a, b), low = std::min(a, b);
  const bool is_short = std::min(words_a.size(), words_b.size()) < kLeadWords;
  const bool copy = (high >= kCopyHigh && low >= kCopyLow) || (is_short && high >= kCutHigh && low >= kCutLow);
  return {copy ? CopyRelation::kCopy : high >= kDerivedHigh ? CopyRelation::kDerived : CopyRelation::kNone, low};
}

}  // namespace tocsin
