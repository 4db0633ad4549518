// One Append: everything that one article changes, gathered into one batch.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "store/rocks/pending_index.h"
#include "store/rocks/recent_storylines.h"
#include "store/rocks/state.h"

namespace tocsin {

inline constexpr size_t kStorylineCandidates = 64;  // the newest ones under each key, and in all

int64_t SecondOf(const Event& event, const Article& article);  // that an event's id begins with
std::string WordsOf(const std::string& text, ByteSpan span);   // "" when it lies outside
StoredEvent MakeStored(const ArticleRecord& article, EventId id, const Event& event);
// The last id given in the second of `first`, to events that are there and to those that another run left out;
// `first` when there is none.
Result<EventId> LastIdOfSecond(const Database& db, EventId first);

// The reports of a storyline that are on disk, oldest first.
Result<void> EachReport(const Database& db, EventId storyline, const std::function<void(StorylineReport)>& visit);
Result<std::vector<StorylineReport>> ReadReports(const Database& db, EventId storyline);

// Lives for one article, under the writer's lock. When it fails, `recent` holds what never came to be: clear it.
class Appender {
 public:
  Appender(StoreState& state, Outbox& outbox, RecentStorylines& recent, const PendingIndex& pending)
      : state_(state),
        outbox_(outbox),
        recent_(recent),
        pending_(pending),
        batch_(state.db->NewBatch()),
        next_(state.counters) {}

  // Written, but not synced. That the new article and its events come into the index is the caller's.
  Result<AppendResult> Run(const ArticleBatch& input, const AlertMatcher& alerts, Instant now);

  const std::string& article_id() const { return article_.article.id; }
  const Bands& bands() const { return bands_; }

 private:
  using OpenStoryline = RecentStorylines::Entry;

  Result<void> TakeArticle(Article article);
  Result<void> TakeEvent(const Event& event, const AlertMatcher& alerts);
  Result<bool> IsRepeated(const std::string& identity);
  Result<EventId> NextId(const Event& event);

  // ---- storyline_match.cc ----
  Result<StorylineChange> JoinStoryline(StoredEvent& stored);
  Result<std::vector<EventId>> CandidateStorylines(const std::vector<uint64_t>& keys);
  Result<std::vector<EventId>*> NewestUnder(uint64_t key);
  Result<OpenStoryline*> Open(EventId storyline);
  Result<void> LoadFold(EventId storyline, OpenStoryline& open);
  // 0: none.
  Result<EventId> BestStoryline(const StorylineReport& report, const std::vector<uint64_t>& keys);
  Result<void> AddKeys(EventId storyline, const std::vector<uint64_t>& keys);

  Result<void> Ring(const StoredEvent& stored, const StorylineChange& change, const AlertMatcher& alerts);
  Result<void> Finish();

  StoreState& state_;
  Outbox& outbox_;
  RecentStorylines& recent_;
  const PendingIndex& pending_;
  Batch batch_;
  Counters next_;
  Instant now_;
  ArticleRecord article_;
  Bands bands_{};
  AppendResult result_;
  std::set<std::string> identities_, rung_;
  std::map<int64_t, EventId> last_id_;  // by second, of this batch
  std::map<EventId, const OpenStoryline*> changed_;
  bool writes_ = false;  // something but the counters
};

}  // namespace tocsin
