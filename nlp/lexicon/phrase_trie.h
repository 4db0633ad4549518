// Phrases of pieces, found in one pass: the automaton behind the Lexicon.
//
// A piece is a word (hyphenated words give several), a number, a mark or one Chinese character, folded to lower
// case. The dictionary numbers them, phrases become paths in one trie whose edges lie in one flat hash table. From each
// piece a scan walks as far as some phrase goes on: its cost depends on the text, not on how many phrases there are.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "nlp/annotations.h"
#include "nlp/lexicon/dictionary.h"

namespace tocsin {

struct Piece {
  ByteSpan span;
  uint32_t word = 0;  // 0: no phrase holds this word
};

// The hash, stable for ever, of a word without case, accents and the form of its apostrophe; 0 for a word over 64
// bytes.
uint64_t FoldedWordHash(std::string_view word);

class PhraseTrie {
 public:
  PhraseTrie();

  // Adds a phrase; `payload` is reported with every match. False when the phrase holds no piece.
  bool Add(std::string_view phrase, uint32_t payload, Dictionary& dictionary);
  // When all phrases are added, and before any scan; the dictionary does not grow any more.
  void Close(const Dictionary& dictionary) { roots_.resize(dictionary.size()); }

  // The pieces of `text`, numbered. `pieces` is cleared first.
  static void Cut(std::string_view text, const std::vector<Token>& tokens, const std::vector<WordFacts>& words,
                  const Dictionary& dictionary, std::vector<Piece>& pieces);

  // Calls visit(last, payload) for each phrase that begins at pieces[first], shortest first. A phrase never
  // crosses a line.
  template <class Visit>
  void MatchAt(std::string_view text, const std::vector<Piece>& pieces, size_t first, Visit visit) const {
    uint32_t node = roots_[pieces[first].word];
    for (size_t i = first; node != 0;) {
      for (uint32_t at = nodes_[node].first_payload; at != kNone; at = payloads_[at].next)
        visit(i, payloads_[at].value);
      if (++i == pieces.size() || pieces[i].word == 0) return;
      if ((nodes_[node].next & NextBit(pieces[i].word)) == 0) return;
      if (CrossesLine(text, pieces[i - 1].span.end, pieces[i].span.begin)) return;
      node = Step(node, pieces[i].word);
    }
  }

  size_t bytes() const;  // of memory held

 private:
  static constexpr uint32_t kNone = 0xFFFFFFFF;
  struct Edge {
    uint64_t key = 0;  // node << 32 | word; 0 = empty, since word 0 has no edges
    uint32_t to = 0;
  };
  struct Node {
    uint32_t first_payload = kNone;
    uint32_t next = 0;  // one bit for each word that goes on from here, several words to a bit
  };
  struct Payload {
    uint32_t value, next;
  };

  static uint32_t NextBit(uint32_t word) { return uint32_t{1} << (word * 0x9E3779B9u >> 27); }
  uint32_t Step(uint32_t node, uint32_t word) const;
  uint32_t AddEdge(uint32_t node, uint32_t word);
  void GrowEdges();
  static bool CrossesLine(std::string_view text, uint32_t from, uint32_t to) {
    for (uint32_t i = from; i < to; ++i) {
      if (text[i] == '\n') return true;
    }
    return false;
  }

  std::vector<Edge> edges_;      // open addressing, size a power of two, at most half full
  std::vector<uint32_t> roots_;  // by word: the node of the phrases that begin with it, or 0
  std::vector<Node> nodes_;
  std::vector<Payload> payloads_;
  uint32_t edge_count_ = 0;
};

}  // namespace tocsin
