// An HTML page as a tree, built in one pass by our own tokenizer. Any bytes are a page.
//
// Bounded before it exists: scripts (but JSON-LD), styles, comments and drawings never become nodes, nesting beyond
// kHtmlDepthMax is flattened, and nodes beyond kHtmlNodesMax are not made. No element is ever made twice (unclosed
// formatting is not reopened as browsers do), which is what makes other parsers quadratic; reading does not miss it.
// Nodes lie in document order, so a subtree is a range of indices and every walk is a loop.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "ingest/markup/html_names.h"

namespace tocsin {

struct HtmlNode {
  uint32_t parent = 0;          // index; the root is its own parent
  uint32_t end = 0;             // one past the last node of the subtree
  uint32_t attributes = 0;      // the first of them in HtmlTree::attributes
  uint8_t attribute_count = 0;  // only the attributes that html_names.h names are kept
  Tag tag = Tag::kOther;
  uint16_t depth = 0;
  std::string_view text;  // of kText: as written, references not resolved; of kScript: the JSON-LD
};

struct HtmlAttribute {
  Attr name;
  std::string_view raw;
};

struct HtmlTree {
  std::vector<HtmlNode> nodes;  // never empty: nodes[0] is the root, of kind kOther
  std::vector<HtmlAttribute> attributes;
  bool truncated = false;  // kHtmlNodesMax was reached

  // As written; "" when absent. Classes, ids and roles hardly ever hold references.
  std::string_view Raw(uint32_t node, Attr name) const;
  bool Has(uint32_t node, Attr name) const;
  // References resolved, white space at the ends removed.
  std::string Value(uint32_t node, Attr name) const;
  // All text below, references resolved, white space collapsed.
  std::string TextOf(uint32_t node) const;
};

// The tree borrows from `html`, which must outlive it. Linear in html.size().
HtmlTree ParseHtml(std::string_view html);

// Appends `text` with each run of white space (U+00A0, U+3000 and zero-width characters included) as one space and
// other control characters left out; no space at the start of `out` or after another.
void AppendCollapsed(std::string_view text, std::string& out);

}  // namespace tocsin
