#include "nlp/mentions/phrase_trie.h"

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

PhraseTrie::PhraseTrie() : edges_(1024), words_(1024), roots_(1), nodes_(1) {}

bool PhraseTrie::Add(std::string_view phrase, uint32_t payload) {
  std::vector<Token> tokens;
  std::string simplified;
  if (Simplify(phrase, simplified)) phrase = simplified;
  FindTokens(phrase, tokens);
  uint32_t node = 0;
  for (const Token& token : tokens) {
    ForEachPiece(phrase, token, [&](ByteSpan piece) {
      const uint64_t hash = HashFolded(piece.in(phrase), true);
      if (hash != 0) node = AddEdge(node, AddWord(hash));
    });
  }
  if (node == 0) return false;
  payloads_.push_back({payload, nodes_[node].first_payload});
  nodes_[node].first_payload = uint32_t(payloads_.size() - 1);
  return true;
}

void PhraseTrie::Cut(std::string_view text, const std::vector<Token>& tokens, std::vector<Piece>& pieces) const {
  pieces.clear();
  pieces.reserve(tokens.size());
  for (const Token& token : tokens) {
    const uint32_t size = token.span.size();
    if (size - 1 < 8) {  // short and without hyphens: nearly always
      const uint64_t bytes = FirstBytesAt(text, token.span.begin, size);
      const bool one_han = token.kind == TokenKind::kHan && size == 3;
      if ((one_han || (bytes & kHighBits) == 0) && (size == 1 || !HasByte(bytes, '-'))) {
        pieces.push_back({token.span, FindWord(HashShort(LowerBytes(bytes), size))});
        continue;
      }
    }
    ForEachPiece(text, token, [&](ByteSpan piece) {
      pieces.push_back({piece, FindWord(HashFolded(piece.in(text), true))});
    });
  }
}

uint32_t PhraseTrie::Step(uint32_t node, uint32_t word) const {
  const uint64_t key = (uint64_t{node} << 32) | word;
  for (size_t at = Mixed(key) & (edges_.size() - 1);; at = (at + 1) & (edges_.size() - 1)) {
    if (edges_[at].key == key) return edges_[at].to;
    if (edges_[at].key == 0) return 0;
  }
}

uint32_t PhraseTrie::FindWord(uint64_t hash) const {
  for (size_t at = hash & (words_.size() - 1);; at = (at + 1) & (words_.size() - 1)) {
    if (words_[at].word == 0) return 0;
    if (words_[at].hash == hash) return words_[at].word;
  }
}

uint32_t PhraseTrie::AddWord(uint64_t hash) {
  if (const uint32_t known = FindWord(hash)) return known;
  if ((word_count_ + 1) * 2 > words_.size()) GrowWords();
  size_t at = hash & (words_.size() - 1);
  while (words_[at].word != 0) at = (at + 1) & (words_.size() - 1);
  words_[at] = {hash, ++word_count_};
  roots_.push_back(0);
  return word_count_;
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
  if (node == 0) roots_[word] = to;
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

void PhraseTrie::GrowWords() {
  std::vector<WordSlot> old(words_.size() * 2);
  old.swap(words_);
  for (const WordSlot& w : old) {
    if (w.word == 0) continue;
    size_t at = w.hash & (words_.size() - 1);
    while (words_[at].word != 0) at = (at + 1) & (words_.size() - 1);
    words_[at] = w;
  }
}

size_t PhraseTrie::bytes() const {
  return edges_.capacity() * sizeof(Edge) + words_.capacity() * sizeof(WordSlot) +
         roots_.capacity() * sizeof(uint32_t) + nodes_.capacity() * sizeof(Node) +
         payloads_.capacity() * sizeof(Payload);
}

}  // namespace tocsin
