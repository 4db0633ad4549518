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

Result<void> PendingIndex::Load(const Database& db, Sequence indexed, Sequence last) {
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
  batch.Put(Family::kMeta, kIndexedKey, Big64(last));
}

void PendingIndex::Written() {
  // Only what is on disk may be left out next time.
  for (const auto& [key, ids] : postings_) recent_.Remember(Hash64(TermOfKey(key)));
  postings_.clear();
  events_ = 0;
  frozen_.reset();
}

void PendingIndex::Forget() {
  recent_ = RecentTerms();
  postings_.clear();
  events_ = 0;
  frozen_.reset();
}

std::shared_ptr<const IndexOverlay> PendingIndex::Freeze() {
  if (empty()) return nullptr;
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
