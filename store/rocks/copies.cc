#include "store/rocks/copies.h"

#include <algorithm>
#include <vector>

namespace tocsin {
namespace {

constexpr size_t kCopyCandidates = 32;  // texts compared for one article; the best ones share many bands

bool IsCopy(const Article& original, const Article& copy) {
  return CompareCopies(original.title, original.text, copy.title, copy.text).relation == CopyRelation::kCopy;
}

std::string BandKey(uint64_t band, std::string_view article_id) { return Big64(band).append(article_id); }

// Articles that share a band, those that share most first.
Result<std::vector<std::string>> Candidates(const Database& db, const PendingIndex& pending, const Bands& bands) {
  std::vector<std::string> ids;
  auto at = db.WalkGroup(Family::kBands);
  for (const uint64_t band : bands) {
    const std::string prefix = Big64(band);
    size_t taken = 0;
    for (at.Seek(prefix); at.Valid() && at.key().starts_with(prefix) && taken < kCopyCandidates; at.Next(), ++taken)
      ids.emplace_back(at.key().substr(prefix.size()));
    if (auto status = at.Status(); !status) return tl::unexpected<Error>(status.error());
    pending.ArticlesWith(band, ids);
  }
  std::sort(ids.begin(), ids.end());
  std::vector<std::pair<size_t, std::string>> counted;
  for (size_t i = 0; i < ids.size();) {
    size_t same = i;
    while (same < ids.size() && ids[same] == ids[i]) ++same;
    counted.emplace_back(same - i, ids[i]);
    i = same;
  }
  std::stable_sort(counted.begin(), counted.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
  if (counted.size() > kCopyCandidates) counted.resize(kCopyCandidates);
  ids.clear();
  for (auto& [count, id] : counted) ids.push_back(std::move(id));
  return ids;
}

}  // namespace

Bands BandsOf(const Article& article) { return MakeFingerprint(article.text).Bands(); }

Result<std::optional<ArticleRecord>> FindOriginal(const Database& db, const PendingIndex& pending,
                                                  const Article& article, const Bands& bands) {
  const auto ids = Candidates(db, pending, bands);
  if (!ids) return tl::unexpected<Error>(ids.error());
  for (const std::string& id : *ids) {
    auto candidate = db.GetRecord<ArticleRecord>(Family::kArticles, id);
    if (!candidate) return tl::unexpected<Error>(candidate.error());
    if (!*candidate || (*candidate)->article.canonical_url == article.canonical_url) continue;
    if (!IsCopy((*candidate)->article, article)) continue;
    if ((*candidate)->copy_of.empty()) return candidate;
    auto root = db.GetRecord<ArticleRecord>(Family::kArticles, (*candidate)->copy_of);
    // The root may be an earlier text of the very page that we look at: then this is no copy.
    if (root && *root && (*root)->article.canonical_url == article.canonical_url) continue;
    return root;
  }
  return std::optional<ArticleRecord>();
}

void IndexForCopies(const Article& article, const Bands& bands, Batch& batch) {
  for (const uint64_t band : bands) batch.Put(Family::kBands, BandKey(band, article.id), {});
}

}  // namespace tocsin
