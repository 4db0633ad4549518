#include "nlp/lexicon/phrase_trie.h"

#include <algorithm>

#include "ingest/base/hash.h"
#include "nlp/annotator.h"
#include "nlp/mentions/folded_word.h"

namespace tocsin {
namespace {

// Calls visit(span) for the parts of a token between hyphens.
template <class Visit>
void ForEachPiece(std::string_view text, const Token& token, Visit visit) {
  uint32_t begin = token.span.begin;
  if (token.kind == TokenKind::kWord) {
    for (uint32_t i = begin; i < token.span.end; ++i) {
      if (text[i] != '-' || i == begin || i + 1 == token.span.end) continue;
      visit(ByteSpan{begin, i});
      begin = i + 1;
    }
  }
  visit(ByteSpan{begin, token.span.end});
}

uint64_t Mixed(uint64_t key) {
  key *= 0x9E3779B97F4A7C15u;
  return key ^ (key >> 29);
}

}  // namespace

uint64_t FoldedWordHash(std::string_view word) {
  const FoldedWord folded(word, true);
  return folded.view().empty() ? 0 : Hash64(folded.view()) | 1;  // never 0
}

PhraseTrie::PhraseTrie() : edges_(1024), roots_(1), nodes_(1) {}

bool PhraseTrie::Add(std::string_view phrase, uint32_t payload, Dictionary& dictionary) {
  std::vector<Token> tokens;
  std::string simplified;
  if (Simplify(phrase, simplified)) phrase = simplified;
  FindTokens(phrase, tokens);
  uint32_t node = 0;
  for (const Token& token : tokens) {
    ForEachPiece(phrase, token, [&](ByteSpan piece) {
      if (const uint32_t word = dictionary.Add(piece.in(phrase))) node = AddEdge(node, word);
    });
  }
  if (node == 0) return false;
  payloads_.push_back({payload, nodes_[node].first_payload});
  nodes_[node].first_payload = uint32_t(payloads_.size() - 1);
  return true;
}

void PhraseTrie::Cut(std::string_view text, const std::vector<Token>& tokens, const std::vector<WordFacts>& words,
                     const Dictionary& dictionary, std::vector<Piece>& pieces) {
  pieces.clear();
  pieces.reserve(tokens.size());
  for (size_t i = 0; i < tokens.size(); ++i) {
    if ((words[i].starts & kHyphenated) == 0) {
      pieces.push_back({tokens[i].span, words[i].number});
      continue;
    }
    ForEachPiece(text, tokens[i], [&](ByteSpan piece) { pieces.push_back({piece, dictionary.Find(piece.in(text))}); });
  }
}

uint32_t PhraseTrie::Step(uint32_t node, uint32_t word) const {
  const uint64_t key = (uint64_t{node} << 32) | word;
  for (size_t at = Mixed(key) & (edges_.size() - 1);; at = (at + 1) & (edges_.size() - 1)) {
    if (edges_[at].key == key) return edges_[at].to;
    if (edges_[at].key == 0) return 0;
  }
}

uint32_t PhraseTrie::AddEdge(uint32_t node, uint32_t word) {
  if (const uint32_t known = Step(node, word)) return known;
  if ((edge_count_ + 1) * 2 > edges_.size()) GrowEdges();
  const uint64_t key = (uint64_t{node} << 32) | word;
  size_t at = Mixed(key) & (edges_.size() - 1);
  while (edges_[at].key != 0) at = (at + 1) & (edges_.size() - 1);
  const auto to = uint32_t(nodes_.size());
  nodes_.push_back({});
  nodes_[node].next |= NextBit(word);
  edges_[at] = {key, to};
  if (node == 0) {
    if (roots_.size() <= word) roots_.resize(word + 1);
    roots_[word] = to;
  }
  ++edge_count_;
  return to;
}

void PhraseTrie::GrowEdges() {
  std::vector<Edge> old(edges_.size() * 2);
  old.swap(edges_);
  for (const Edge& e : old) {
    if (e.key == 0) continue;
    size_t at = Mixed(e.key) & (edges_.size() - 1);
    while (edges_[at].key != 0) at = (at + 1) & (edges_.size() - 1);
    edges_[at] = e;
  }
}

size_t PhraseTrie::bytes() const {
  return edges_.capacity() * sizeof(Edge) + roots_.capacity() * sizeof(uint32_t) + nodes_.capacity() * sizeof(Node) +
         payloads_.capacity() * sizeof(Payload);
}

}  // namespace tocsin
