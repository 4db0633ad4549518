// The index, built again from events and articles: the repair, and the way to a new index layout.
//
// What a stale entry could falsify (postings, terms) is dropped first; a mark in `meta` tells the next opening that
// the work is not done. Everything else is written over with the same bytes it should have had.
#include <functional>
#include <map>
#include <utility>

#include "store/rocks/copies.h"
#include "store/rocks/index_terms.h"
#include "store/rocks/keys.h"
#include "store/rocks/rocks_event_log.h"

namespace tocsin {
namespace {

constexpr std::string_view kMark = "reindexing";
constexpr size_t kRowsPerBatch = 256;

Result<void> Each(const Database& db, Family family, const std::function<Result<void>(Database::Cursor&)>& visit) {
  auto at = db.Walk(family, nullptr, true);
  for (at.SeekToFirst(); at.Valid(); at.Next()) {
    if (auto visited = visit(at); !visited) return visited;
  }
  return at.Status();
}

// Collects puts and merges, and writes them in groups.
class Rebuild {
 public:
  explicit Rebuild(StoreState& state) : state_(state), batch_(state.db->NewBatch()) {}

  Result<void> TakeArticle(Database::Cursor& at) {
    const auto record = at.Record<ArticleRecord>();
    if (!record) return tl::unexpected<Error>(record.error());
    const Article& a = record->article;
    batch_.Put(Family::kUrls, UrlKey(a.canonical_url, a.id), {});
    IndexForCopies(a, BandsOf(a), batch_);
    return RowDone();
  }

  Result<void> TakeEvent(Database::Cursor& at) {
    const auto stored = at.Record<StoredEvent>();
    if (!stored) return tl::unexpected<Error>(stored.error());
    const auto article = state_.db->GetRecord<ArticleRecord>(Family::kArticles, stored->article.id);
    if (!article) return tl::unexpected<Error>(article.error());
    if (!*article) return Fail(Errc::kCorrupt, "an event points to no article: " + FormatEventId(stored->id));
    for (const std::string& term : IndexTerms(*stored)) {
      postings_[PostingKey(BucketOf(stored->id), term)].push_back(stored->id);
      batch_.Put(Family::kTerms, term, {});
    }
    const std::string key = Big64(stored->id);
    batch_.Put(Family::kIdentity, IdentityOf((*article)->article.canonical_url, stored->event), key);
    batch_.Put(Family::kLog, Big64(stored->sequence), key);
    const ReportRecord report{(*article)->article.fetched_at, (*article)->independent_source};
    batch_.Put(Family::kReports, ReportKey(stored->storyline, stored->id), Encode(report));
    for (const std::string& text : StorylineKeys(stored->event))
      batch_.Put(Family::kStoryKeys, StoryKey(text, stored->storyline), {});
    ++events_;
    return RowDone();
  }

  // An event that a later run left out keeps its place in the log.
  Result<void> TakeVersion(Database::Cursor& at) {
    const auto stored = at.Record<StoredEvent>();
    if (!stored) return tl::unexpected<Error>(stored.error());
    batch_.Put(Family::kLog, Big64(stored->sequence), Big64(stored->id));
    return RowDone();
  }

  Result<void> TakeStoryline(EventId id) {
    auto reports = ReadReports(*state_.db, id);
    if (!reports) return tl::unexpected<Error>(reports.error());
    batch_.Put(Family::kStorylines, Big64(id), Encode(FoldStoryline(FormatEventId(id), *reports)));
    return RowDone();
  }

  Batch& batch() { return batch_; }
  uint64_t events() const { return events_; }

  Result<void> Flush() {
    for (const auto& [key, ids] : postings_) batch_.Merge(Family::kPostings, key, EncodeIds(ids));
    postings_.clear();
    rows_ = 0;
    auto written = state_.db->Write(batch_);
    batch_ = state_.db->NewBatch();
    return written;
  }

 private:
  Result<void> RowDone() { return ++rows_ < kRowsPerBatch ? Result<void>() : Flush(); }

  StoreState& state_;
  Batch batch_;
  std::map<std::string, std::vector<uint64_t>> postings_;
  size_t rows_ = 0;
  uint64_t events_ = 0;
};

}  // namespace

Result<uint64_t> RocksEventLog::Reindex() {
  const std::lock_guard lock(state_.writing);
  const Database& db = *state_.db;
  Rebuild rebuild(state_);
  rebuild.batch().Put(Family::kMeta, kMark, {});
  rebuild.batch().Put(Family::kMeta, kIndexedKey, Big64(state_.counters.sequence));
  rebuild.batch().DeleteAll(Family::kFresh);  // all articles are taken
  rebuild.batch().DeleteAll(Family::kPostings);
  rebuild.batch().DeleteAll(Family::kTerms);
  auto done = rebuild.Flush();
  if (done) {
    index_.Forget();
    recent_.Clear();
  }
  if (done) done = Each(db, Family::kArticles, [&](auto& at) { return rebuild.TakeArticle(at); });
  if (done) done = Each(db, Family::kEvents, [&](auto& at) { return rebuild.TakeEvent(at); });
  if (done) done = Each(db, Family::kVersions, [&](auto& at) { return rebuild.TakeVersion(at); });
  if (done) done = rebuild.Flush();
  EventId last = 0;
  if (done) {
    done = Each(db, Family::kReports, [&](auto& at) {
      const EventId id = ReadBig64(at.key());
      return std::exchange(last, id) == id ? Result<void>() : rebuild.TakeStoryline(id);
    });
  }
  rebuild.batch().Delete(Family::kMeta, kMark);
  if (done) done = rebuild.Flush();
  if (!done) return tl::unexpected<Error>(done.error());
  return rebuild.events();
}

Result<void> RocksEventLog::FinishReindex() {
  if (state_.db->read_only()) return {};
  const auto mark = state_.db->Get(Family::kMeta, kMark);
  if (!mark) return tl::unexpected<Error>(mark.error());
  if (!*mark) return {};
  return Reindex().map([](uint64_t) {});
}

}  // namespace tocsin
