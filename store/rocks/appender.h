// One Append: everything that one article changes, gathered into one batch.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "store/rocks/state.h"

namespace tocsin {

inline constexpr size_t kStorylineCandidates = 64;  // the newest ones under each key, and in all

// Terms written lately, by hash: spares most of the repeated puts of the term dictionary.
class RecentTerms {
 public:
  bool Knows(uint64_t hash) const { return slots_[hash % slots_.size()] == hash; }
  void Remember(uint64_t hash) { slots_[hash % slots_.size()] = hash; }

 private:
  std::vector<uint64_t> slots_ = std::vector<uint64_t>(1u << 16);
};

int64_t SecondOf(const Event& event, const Article& article);  // that an event's id begins with
std::string WordsOf(const std::string& text, ByteSpan span);   // "" when it lies outside
StoredEvent MakeStored(const ArticleRecord& article, EventId id, const Event& event);
// The last id given in the second of `first`, to events that are there and to those that another run left out;
// `first` when there is none.
Result<EventId> LastIdOfSecond(const Database& db, EventId first);

// The reports of a storyline that are on disk, oldest first.
Result<std::vector<StorylineReport>> ReadReports(const Database& db, EventId storyline);

// Lives for one call, under the writer's lock.
class Appender {
 public:
  Appender(StoreState& state, Outbox& outbox, RecentTerms& recent)
      : state_(state), outbox_(outbox), recent_(recent), batch_(state.db->NewBatch()), next_(state.counters) {}

  Result<AppendResult> Run(const ArticleBatch& input, const AlertMatcher& alerts, Instant now);

 private:
  struct OpenStoryline {
    Storyline line;
    std::vector<StorylineReport> reports;
    bool reports_loaded = false;
    bool changed = false;
  };

  Result<void> TakeArticle(Article article);
  Result<void> TakeEvent(const Event& event, const AlertMatcher& alerts);
  Result<bool> IsRepeated(const Event& event);
  Result<EventId> NextId(const Event& event);

  // ---- storyline_match.cc ----
  Result<StorylineChange> JoinStoryline(StoredEvent& stored);
  Result<std::set<EventId>> CandidateStorylines(const Event& event);
  Result<OpenStoryline*> Open(EventId storyline);
  Result<void> LoadReports(EventId storyline, OpenStoryline& open);
  Result<EventId> BestStoryline(const StorylineReport& report);  // 0: none

  void Index(const StoredEvent& stored);
  Result<void> Ring(const StoredEvent& stored, const StorylineChange& change, const AlertMatcher& alerts);
  Result<void> Finish();

  StoreState& state_;
  Outbox& outbox_;
  RecentTerms& recent_;
  Batch batch_;
  Counters next_;
  Instant now_;
  ArticleRecord article_;
  AppendResult result_;
  std::set<std::string> identities_, rung_;
  std::map<int64_t, EventId> last_id_;                // by second, of this batch
  std::map<EventId, OpenStoryline> storylines_;       // touched by this batch
  std::map<uint64_t, std::set<EventId>> story_keys_;  // written by this batch
  std::map<std::string, std::vector<uint64_t>> postings_;
  std::vector<uint64_t> new_terms_;
};

}  // namespace tocsin
