// A page as a reader sees it: one block after the other, each a paragraph, a heading, an item or a row.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "ingest/markup/html_tree.h"

namespace tocsin {

enum class BlockKind : uint8_t {
  kParagraph,
  kHeading,
  kItem,
  kRow,
  kQuote,
  kPlain
};  // kPlain: text in no element of its own

struct Block {
  uint32_t node;          // the block element that holds it
  uint32_t row;           // the <tr> of a kRow, else 0
  uint32_t begin, end;    // in Blocks::text
  uint32_t link_bytes;    // of the text, inside links
  uint32_t strong_bytes;  // of the text, in bold
  BlockKind kind;
  uint8_t level;  // of a heading: 1 .. 6
};

struct Blocks {
  std::string text;
  std::vector<Block> list;  // in document order; none empty

  std::string_view TextOf(const Block& b) const { return std::string_view(text).substr(b.begin, b.end - b.begin); }
};

// The visible text of `tree` without the subtrees whose root is set in `dropped` (one flag a node). Linear.
// `noscript`: what stands in <noscript> counts as well.
Blocks CutBlocks(const HtmlTree& tree, const std::vector<bool>& dropped, bool noscript = false);

// At most `bytes_max` bytes from the start of UTF-8, whole characters.
std::string_view Excerpt(std::string_view text, size_t bytes_max);

}  // namespace tocsin
