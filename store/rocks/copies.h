// Which earlier article a new one re-prints.
#pragma once

#include <optional>
#include <string>

#include "store/rocks/state.h"

namespace tocsin {

// The first printing of `article`'s words on another page: copies of copies lead to the root. A page that prints its
// own text again, corrected, is no copy. At most kCopyCandidates texts are compared.
Result<std::optional<ArticleRecord>> FindOriginal(const Database& db, const Article& article);

// Makes `article` findable for later ones.
void IndexForCopies(const Article& article, Batch& batch);

}  // namespace tocsin
