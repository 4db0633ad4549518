// The archive, page by page.
#include <algorithm>

#include "store/rocks/index_terms.h"
#include "store/rocks/keys.h"
#include "store/rocks/pages.h"
#include "store/rocks/rocks_event_log.h"

namespace tocsin {
namespace {

// An article's events lie in the second of its publication, so no index is needed to find them.
Result<void> AddEvents(const Database& db, const Article& article, const Database::View& view,
                       std::vector<StoredEvent>& events) {
  const int64_t second = article.published_at.known() ? article.published_at.at.seconds : article.fetched_at.seconds;
  const EventId first = FirstIdOfSecond(second), last = first | ((EventId(1) << 24) - 1);
  auto at = db.Walk(Family::kEvents, view);
  for (at.Seek(Big64(first)); at.Valid() && at.key().size() == 8 && ReadBig64(at.key()) <= last; at.Next()) {
    auto stored = at.Record<StoredEvent>();
    if (!stored) return tl::unexpected<Error>(stored.error());
    if (stored->article.id == article.id) events.push_back(std::move(*stored));
  }
  return at.Status();
}

Result<ArchivedPage> ReadPage(const Database& db, std::string url, const std::vector<std::string>& ids,
                              const Database::View& view) {
  ArchivedPage page;
  page.url = std::move(url);
  for (const std::string& id : ids) {
    auto record = db.GetRecord<ArticleRecord>(Family::kArticles, id, view);
    if (!record) return tl::unexpected<Error>(record.error());
    if (!*record) return Fail(Errc::kCorrupt, "family urls points to no article: " + id);
    page.articles.push_back(std::move((*record)->article));
  }
  std::sort(page.articles.begin(), page.articles.end(), [](const Article& a, const Article& b) {
    return a.fetched_at.seconds != b.fetched_at.seconds ? a.fetched_at.seconds < b.fetched_at.seconds : a.id < b.id;
  });
  for (const Article& article : page.articles) {
    if (auto added = AddEvents(db, article, view, page.events); !added) return tl::unexpected<Error>(added.error());
  }
  std::sort(page.events.begin(), page.events.end(), [](const auto& a, const auto& b) { return a.id < b.id; });
  return page;
}

}  // namespace

Result<void> WalkPages(const Database& db, const Database::View& view, const PageVisitor& visit) {
  std::string url;
  std::vector<std::string> ids;
  const auto show = [&]() -> Result<bool> {
    if (ids.empty()) return true;
    auto page = ReadPage(db, std::move(url), ids, view);
    ids.clear();
    if (!page) return tl::unexpected<Error>(page.error());
    return visit(*page);
  };
  auto at = db.Walk(Family::kUrls, view, true);
  for (at.SeekToFirst(); at.Valid(); at.Next()) {
    if (auto payload = at.Payload(); !payload) return tl::unexpected<Error>(payload.error());
    const size_t zero = at.key().rfind('\0');
    if (zero == std::string_view::npos) return Fail(Errc::kCorrupt, "family urls, key " + PrintableKey(at.key()));
    if (at.key().substr(0, zero) != url || ids.empty()) {
      const auto more = show();
      if (!more) return tl::unexpected<Error>(more.error());
      if (!*more) return {};
      url = at.key().substr(0, zero);
    }
    ids.emplace_back(at.key().substr(zero + 1));
  }
  if (auto status = at.Status(); !status) return status;
  if (const auto more = show(); !more) return tl::unexpected<Error>(more.error());
  return {};
}

Result<void> RocksEventLog::EachPage(const PageVisitor& visit) const {
  return WalkPages(*state_.db, state_.db->Freeze(), visit);
}

}  // namespace tocsin
