// Postings and terms of the newest events, which are not in their families yet.
//
// An event has some fifty terms, and most of them are those of its neighbours: written together for some thousand
// events, they cost a tenth. Until then they are kept here. Nothing is lost with the memory: `meta`, `indexed` says
// up to which sequence the families are complete, and whoever opens the store reads the events behind it again.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "store/codec/records.h"
#include "store/rocks/database.h"

namespace tocsin {

inline constexpr std::string_view kIndexedKey = "indexed";  // in `meta`: a sequence
inline constexpr size_t kPendingEventsMax = 2048;           // bounds what an opening after a kill has to read

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
  void Add(const StoredEvent& stored);
  bool full() const { return events_ >= kPendingEventsMax; }
  bool empty() const { return events_ == 0; }
  // The events behind `indexed`, up to `last`.
  Result<void> Load(const Database& db, Sequence indexed, Sequence last);
  // Puts everything into `batch`, with the mark that the index is complete up to `last`.
  void Write(Sequence last, Batch& batch) const;
  void Written();    // what Write gave is on disk
  void Forget();     // the families were built anew
  std::shared_ptr<const IndexOverlay> Freeze();

 private:
  std::unordered_map<std::string, std::vector<EventId>> postings_;
  size_t events_ = 0;
  RecentTerms recent_;
  std::shared_ptr<const IndexOverlay> frozen_;  // of what is here now; null: not asked for since it changed
};

}  // namespace tocsin
