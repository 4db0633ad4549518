#include "store/rocks/pending_index.h"

#include <algorithm>

#include "ingest/base/hash.h"
#include "store/rocks/index_terms.h"

namespace tocsin {
namespace {

constexpr size_t kBandSlots = 1u << 17;
static_assert(kPendingMax * Fingerprint::kBands * 2 < kBandSlots);

std::string_view TermOfKey(std::string_view key) { return key.substr(4); }

}  // namespace

void PendingIndex::Add(const StoredEvent& stored) {
  const uint32_t bucket = BucketOf(stored.id);
  for (const std::string& term : IndexTerms(stored)) postings_[PostingKey(bucket, term)].push_back(stored.id);
  ++events_;
  frozen_.reset();
}

void PendingIndex::AddArticle(const std::string& id, const Bands& bands) {
  article_ids_.push_back(id);
  if (bands_.empty()) bands_.resize(kBandSlots);
  // Full only when writing has failed for long: then the last ones wait in `fresh` for the next opening.
  if (article_ids_.size() * bands.size() > kBandSlots - kBandSlots / 4) return;
  for (const uint64_t band : bands) {
    size_t at = band % kBandSlots;
    while (bands_[at].article != 0) at = (at + 1) % kBandSlots;
    bands_[at] = {band, uint32_t(article_ids_.size())};
  }
}

void PendingIndex::ArticlesWith(uint64_t band, std::vector<std::string>& ids) const {
  if (bands_.empty()) return;
  for (size_t at = band % kBandSlots; bands_[at].article != 0; at = (at + 1) % kBandSlots) {
    if (bands_[at].band == band) ids.push_back(article_ids_[bands_[at].article - 1]);
  }
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
  std::vector<BandPlace> bands;
  bands.reserve(article_ids_.size() * Fingerprint::kBands);
  for (const BandPlace& place : bands_) {
    if (place.article != 0) bands.push_back(place);
  }
  std::sort(bands.begin(), bands.end(), [](const BandPlace& a, const BandPlace& b) { return a.band < b.band; });
  for (const BandPlace& place : bands)
    batch.Put(Family::kBands, Big64(place.band).append(article_ids_[place.article - 1]), {});
  if (bands.size() == article_ids_.size() * Fingerprint::kBands) batch.DeleteAll(Family::kFresh);
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
