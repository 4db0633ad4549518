// Which earlier article a new one re-prints.
#pragma once

#include <array>
#include <optional>
#include <string>

#include "nlp/fingerprint.h"
#include "store/rocks/state.h"

namespace tocsin {

using Bands = std::array<uint64_t, Fingerprint::kBands>;
Bands BandsOf(const Article& article);

// The first printing of `article`'s words on another page: copies of copies lead to the root. A page that prints its
// own text again, corrected, is no copy. At most kCopyCandidates texts are compared.
Result<std::optional<ArticleRecord>> FindOriginal(const Database& db, const Article& article, const Bands& bands);

// Makes `article` findable for later ones.
void IndexForCopies(const Article& article, const Bands& bands, Batch& batch);

}  // namespace tocsin
