// Storylines that were looked at lately, and the newest ones under each key: what the writer would read again for
// every event. Only a memory of what is on disk, so it may be emptied at any time.
#pragma once

#include <algorithm>
#include <cstdint>
#include <optional>
#include <unordered_map>
#include <utility>
#include <vector>

#include "rules/storyline.h"
#include "store/stored_event.h"

namespace tocsin {

struct RememberedStoryline {
  Storyline line;
  std::optional<StorylineFold> fold;  // of all its reports, once one more was to be added
};
// About what it takes, strings and nodes included.
inline size_t BytesOf(const RememberedStoryline& s) {
  size_t bytes = 1024 + s.line.history.size() * sizeof(StatusChange) + s.line.amounts.size() * sizeof(ReportedAmount);
  for (const auto& participants : s.line.roles) bytes += participants.size() * 256;
  return s.fold ? bytes + s.fold->Bytes() : bytes;
}
inline size_t BytesOf(const StorylineParties&) { return 192; }
inline size_t BytesOf(const std::vector<EventId>& ids) { return 128 + ids.size() * sizeof(EventId); }

// Two generations: what is not asked for while one of them fills, is forgotten with the other. Addresses hold until
// Trim().
template <class Value>  // requires: size_t BytesOf(const Value&)
class Generations {
 public:
  Value* Find(uint64_t key) {
    if (const auto at = young_.find(key); at != young_.end()) return &at->second;
    const auto at = old_.find(key);
    if (at == old_.end()) return nullptr;
    Value* found = &young_.insert(old_.extract(at)).position->second;
    bytes_ += BytesOf(*found);
    return found;
  }
  Value& Add(uint64_t key, Value value) {
    bytes_ += BytesOf(value);
    return young_.insert_or_assign(key, std::move(value)).first->second;
  }
  void Grew(size_t before, size_t after) { bytes_ += after - std::min(before, after); }
  // No generation holds much more than this.
  void Trim(size_t bytes_max) {
    if (bytes_ <= bytes_max) return;
    old_ = std::move(young_);
    young_.clear();
    bytes_ = 0;
  }
  void Clear() {
    young_.clear();
    old_.clear();
    bytes_ = 0;
  }

 private:
  size_t bytes_ = 0;  // of the young
  std::unordered_map<uint64_t, Value> young_, old_;
};

class RecentStorylines {
 public:
  using Entry = RememberedStoryline;

  explicit RecentStorylines(size_t bytes_max) : bytes_max_(bytes_max) {}

  Entry* Find(EventId storyline) { return lines_.Find(storyline); }
  Entry& Add(EventId storyline, Entry entry) { return lines_.Add(storyline, std::move(entry)); }
  void Grew(size_t before, size_t after) { lines_.Grew(before, after); }

  // Whom a storyline is about: small, and all that is asked of most candidates.
  const StorylineParties* FindParties(EventId storyline) { return parties_.Find(storyline); }
  const StorylineParties& SetParties(EventId storyline, StorylineParties parties) {
    return parties_.Add(storyline, std::move(parties));
  }

  // The newest storylines under the hash of a key, newest first.
  std::vector<EventId>* FindKey(uint64_t hash) { return keys_.Find(hash); }
  std::vector<EventId>& AddKey(uint64_t hash, std::vector<EventId> newest) {
    return keys_.Add(hash, std::move(newest));
  }

  // Between two writes: forgets what was not used lately when there is too much.
  void Trim() {
    lines_.Trim(bytes_max_ / 4);
    parties_.Trim(bytes_max_ / 8);
    keys_.Trim(bytes_max_ / 8);
  }
  void Clear() {
    lines_.Clear();
    parties_.Clear();
    keys_.Clear();
  }

 private:
  const size_t bytes_max_;
  Generations<Entry> lines_;
  Generations<StorylineParties> parties_;
  Generations<std::vector<EventId>> keys_;
};

}  // namespace tocsin
