// Which earlier article a new one re-prints.
#pragma once

#include <optional>
#include <string>

#include "store/rocks/pending_index.h"
#include "store/rocks/state.h"

namespace tocsin {

Bands BandsOf(const Article& article);

// The first printing of `article`'s words on another page: copies of copies lead to the root. A page that prints its
// own text again, corrected, is no copy. At most kCopyCandidates texts are compared.
Result<std::optional<ArticleRecord>> FindOriginal(const Database& db, const PendingIndex& pending,
                                                  const Article& article, const Bands& bands);

// Makes `article` findable for later ones; else PendingIndex::AddArticle does, and then its Write.
void IndexForCopies(const Article& article, const Bands& bands, Batch& batch);

}  // namespace tocsin
