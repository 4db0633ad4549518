// What several readers of a page ask of it, worked out once.
#pragma once

#include <optional>
#include <vector>

#include "ingest/extract/blocks.h"
#include "ingest/extract/cues.h"
#include "ingest/markup/html_tree.h"

namespace tocsin {

class PageView {
 public:
  explicit PageView(const HtmlTree& html) : tree(html), cues(CuesOf(html)) {}

  const HtmlTree& tree;
  const std::vector<uint16_t> cues;  // of every node, 0 for text

  // All that is visible, nothing dropped; cut when first asked for.
  const Blocks& blocks() const {
    if (!blocks_) blocks_ = CutBlocks(tree, std::vector<bool>(tree.nodes.size()));
    return *blocks_;
  }

 private:
  mutable std::optional<Blocks> blocks_;
};

}  // namespace tocsin
