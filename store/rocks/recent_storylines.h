// Storylines that were looked at lately, and the newest ones under each key: what the writer would read again for
// every event. Only a memory of what is on disk, so it may be emptied at any time.
#pragma once

#include <cstdint>
#include <unordered_map>
#include <utility>
#include <vector>

#include "rules/storyline.h"
#include "store/stored_event.h"

namespace tocsin {

// Two generations: what is not asked for while one of them fills, is forgotten with the other. Addresses hold until
// Age().
template <class Value>
class Generations {
 public:
  Value* Find(uint64_t key) {
    if (const auto at = young_.find(key); at != young_.end()) return &at->second;
    const auto at = old_.find(key);
    if (at == old_.end()) return nullptr;
    return &young_.insert(old_.extract(at)).position->second;
  }
  Value& Add(uint64_t key, Value value) { return young_.insert_or_assign(key, std::move(value)).first->second; }
  void Age() {
    old_ = std::move(young_);
    young_.clear();
  }
  void Clear() {
    young_.clear();
    old_.clear();
  }
  size_t young() const { return young_.size(); }

 private:
  std::unordered_map<uint64_t, Value> young_, old_;
};

class RecentStorylines {
 public:
  struct Entry {
    Storyline line;
    std::vector<StorylineReport> reports;
    bool reports_loaded = false;
  };

  explicit RecentStorylines(size_t bytes_max) : bytes_max_(bytes_max) {}

  Entry* Find(EventId storyline) { return lines_.Find(storyline); }
  Entry& Add(EventId storyline, Entry entry) {
    line_bytes_ += kLineBytes + entry.reports.size() * kReportBytes;
    return lines_.Add(storyline, std::move(entry));
  }
  void Grew(size_t reports) { line_bytes_ += reports * kReportBytes; }

  // Whom a storyline is about: small, and all that is asked of most candidates.
  const StorylineParties* FindParties(EventId storyline) { return parties_.Find(storyline); }
  const StorylineParties& SetParties(EventId storyline, StorylineParties parties) {
    bytes_ += kPartiesBytes;
    return parties_.Add(storyline, std::move(parties));
  }

  // The newest storylines under the hash of a key, newest first.
  std::vector<EventId>* FindKey(uint64_t hash) { return keys_.Find(hash); }
  std::vector<EventId>& AddKey(uint64_t hash, std::vector<EventId> newest) {
    bytes_ += kKeyBytes + newest.size() * sizeof(EventId);
    return keys_.Add(hash, std::move(newest));
  }

  // Between two writes: forgets what was not used lately when there is too much.
  void Trim() {
    if (line_bytes_ > bytes_max_ / 4) {
      lines_.Age();
      line_bytes_ = 0;
    }
    if (bytes_ > bytes_max_ / 4) {
      parties_.Age();
      keys_.Age();
      bytes_ = 0;
    }
  }
  void Clear() {
    lines_.Clear();
    parties_.Clear();
    keys_.Clear();
    line_bytes_ = bytes_ = 0;
  }

 private:
  // What one takes on average, strings and nodes included.
  static constexpr size_t kLineBytes = 2048, kReportBytes = 1536, kPartiesBytes = 192, kKeyBytes = 128;

  const size_t bytes_max_;
  size_t line_bytes_ = 0, bytes_ = 0;  // of the young generations, about
  Generations<Entry> lines_;
  Generations<StorylineParties> parties_;
  Generations<std::vector<EventId>> keys_;
};

}  // namespace tocsin
