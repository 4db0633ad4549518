#include "store/rocks/pending_index.h"

#include <algorithm>

#include "ingest/base/hash.h"
#include "store/rocks/index_terms.h"

namespace tocsin {
namespace {

std::string_view TermOfKey(std::string_view key) { return key.substr(4); }

}  // namespace

void PendingIndex::Add(const StoredEvent& stored) {
  const uint32_t bucket = BucketOf(stored.id);
  for (const std::string& term : IndexTerms(stored)) postings_[PostingKey(bucket, term)].push_back(stored.id);
  ++events_;
  frozen_.reset();
}

void PendingIndex::AddArticle(const std::string& id, const Bands& bands) {
  for (const uint64_t band : bands) bands_.emplace(band, uint32_t(article_ids_.size()));
  article_ids_.push_back(id);
}

void PendingIndex::ArticlesWith(uint64_t band, std::vector<std::string>& ids) const {
  const auto [begin, end] = bands_.equal_range(band);
  for (auto at = begin; at != end; ++at) ids.push_back(article_ids_[at->second]);
}

Result<void> PendingIndex::Load(const Database& db, Sequence indexed, Sequence last) {
  auto fresh = db.Walk(Family::kFresh);
  for (fresh.SeekToFirst(); fresh.Valid(); fresh.Next()) {
    const auto record = fresh.Record<FreshRecord>();
    if (!record) return tl::unexpected<Error>(record.error());
    Bands bands{};
    if (record->bands.size() != bands.size()) return Fail(Errc::kCorrupt, "family fresh: another number of bands");
    std::copy(record->bands.begin(), record->bands.end(), bands.begin());
    AddArticle(record->article, bands);
  }
  if (auto status = fresh.Status(); !status) return status;
  if (indexed >= last) return {};
  auto at = db.Walk(Family::kLog);
  for (at.Seek(Big64(indexed + 1)); at.Valid() && ReadBig64(at.key()) <= last; at.Next()) {
    const auto id = at.Payload();
    if (!id) return tl::unexpected<Error>(id.error());
    auto stored = db.GetRecord<StoredEvent>(Family::kEvents, *id);
    if (!stored) return tl::unexpected<Error>(stored.error());
    if (*stored) Add(**stored);
  }
  return at.Status();
}

void PendingIndex::Write(Sequence last, Batch& batch) const {
  std::vector<const std::pair<const std::string, std::vector<EventId>>*> sorted;
  sorted.reserve(postings_.size());
  for (const auto& posting : postings_) sorted.push_back(&posting);
  std::sort(sorted.begin(), sorted.end(), [](auto* a, auto* b) { return a->first < b->first; });
  for (const auto* posting : sorted) {
    std::vector<EventId> ids = posting->second;
    std::sort(ids.begin(), ids.end());
    batch.Merge(Family::kPostings, posting->first, EncodeIds(ids));
    const std::string_view term = TermOfKey(posting->first);
    if (!recent_.Knows(Hash64(term))) batch.Put(Family::kTerms, term, {});
  }
  std::vector<std::string> keys;
  keys.reserve(bands_.size());
  for (const auto& [band, place] : bands_) keys.push_back(Big64(band) + article_ids_[place]);
  std::sort(keys.begin(), keys.end());
  for (const std::string& key : keys) batch.Put(Family::kBands, key, {});
  if (!keys.empty()) batch.DeleteAll(Family::kFresh);
  batch.Put(Family::kMeta, kIndexedKey, Big64(last));
}

void PendingIndex::Written() {
  // Only what is on disk may be left out next time.
  for (const auto& [key, ids] : postings_) recent_.Remember(Hash64(TermOfKey(key)));
  postings_.clear();
  bands_.clear();
  article_ids_.clear();
  events_ = 0;
  frozen_.reset();
}

void PendingIndex::Forget() {
  recent_ = RecentTerms();
  postings_.clear();
  bands_.clear();
  article_ids_.clear();
  events_ = 0;
  frozen_.reset();
}

std::shared_ptr<const IndexOverlay> PendingIndex::Freeze() {
  if (events_ == 0) return nullptr;
  if (!frozen_) {
    auto overlay = std::make_shared<IndexOverlay>();
    for (const auto& [key, ids] : postings_) {
      auto& sorted = (*overlay)[key];
      sorted = ids;
      std::sort(sorted.begin(), sorted.end());
    }
    frozen_ = std::move(overlay);
  }
  return frozen_;
}

}  // namespace tocsin
