// Postings, terms and fingerprint bands of the newest events and articles, which are not in their families yet.
//
// An event has some fifty terms, and most of them are those of its neighbours: written together for some thousand
// events, they cost a tenth. Until then they are kept here. Nothing is lost with the memory: `meta`, `indexed` says
// up to which sequence the families are complete, and whoever opens the store reads the events behind it again; the
// articles stand in `fresh`. An article has two dozen bands, which are put where they belong in one go, in order.
#pragma once

#include <array>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "nlp/fingerprint.h"
#include "store/codec/records.h"
#include "store/rocks/database.h"

namespace tocsin {

inline constexpr std::string_view kIndexedKey = "indexed";  // in `meta`: a sequence
inline constexpr size_t kPendingMax = 2048;  // events, or articles: bounds what an opening after a kill has to read

using Bands = std::array<uint64_t, Fingerprint::kBands>;

// A frozen look at it, for questions: posting key → ids, sorted.
using IndexOverlay = std::map<std::string, std::vector<EventId>, std::less<>>;

// Terms written lately, by hash: spares most of the repeated puts of the term dictionary.
class RecentTerms {
 public:
  bool Knows(uint64_t hash) const { return slots_[hash % slots_.size()] == hash; }
  void Remember(uint64_t hash) { slots_[hash % slots_.size()] = hash; }

 private:
  std::vector<uint64_t> slots_ = std::vector<uint64_t>(1u << 16);
};

// Guarded by the writer's lock.
class PendingIndex {
 public:
  struct BandPlace {
    uint64_t band = 0;
    uint32_t article = 0;  // its place in article_ids_, from 1; 0: free
  };

  void Add(const StoredEvent& stored);
  void AddArticle(const std::string& id, const Bands& bands);
  bool full() const { return events_ >= kPendingMax || article_ids_.size() >= kPendingMax; }
  bool empty() const { return events_ == 0 && article_ids_.empty(); }
  // Appends the articles that share this band.
  void ArticlesWith(uint64_t band, std::vector<std::string>& ids) const;
  // What is in `fresh`, and the events behind `indexed`, up to `last`.
  Result<void> Load(const Database& db, Sequence indexed, Sequence last);
  // Puts everything into `batch`, with the mark that the index is complete up to `last`.
  void Write(Sequence last, Batch& batch) const;
  void Written();                                  // what Write gave is on disk
  void Forget();                                   // the families were built anew
  void ForgetTerms() { recent_ = RecentTerms(); }  // some may be gone
  std::shared_ptr<const IndexOverlay> Freeze();

 private:
  std::unordered_map<std::string, std::vector<EventId>> postings_;
  std::vector<std::string> article_ids_;
  std::vector<BandPlace> bands_;  // open addressing, by hash; kBandSlots of them when there are any
  size_t events_ = 0;
  RecentTerms recent_;
  std::shared_ptr<const IndexOverlay> frozen_;  // of what is here now; null: not asked for since it changed
};

}  // namespace tocsin
