// Inside the element that won: which of its blocks are the article's own words.
#pragma once

#include <string>
#include <vector>

#include "ingest/extract/main_text.h"

namespace tocsin {

// Long enough to be part of an article, and hardly any of it a link.
bool IsProse(const Block& block);

// Of `in` (blocks of `page` in document order) those that stay. Out go notices, link lines, labels, bylines above the
// text, introductions of the authors, what stands under a foreign heading until the text goes on, and runs of blocks
// that were there before. What goes is said in `notes`, at most kNotesMax of them. Linear.
std::vector<const Block*> KeepArticle(const PageView& page, const Blocks& blocks, const std::vector<const Block*>& in,
                                      const PageFacts& facts, std::vector<std::string>& notes);

inline constexpr size_t kNotesMax = 30;

}  // namespace tocsin
