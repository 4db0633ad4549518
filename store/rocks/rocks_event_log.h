// The event log on RocksDB.
#pragma once

#include <functional>
#include <memory>
#include <utility>

#include "store/rocks/appender.h"
#include "store/rocks/pending_index.h"
#include "store/rocks/planner.h"
#include "store/rocks/state.h"

namespace tocsin {

class RocksEventLog final : public EventLog {
 public:
  RocksEventLog(std::unique_ptr<Database> db, const EventLogOptions& options);
  ~RocksEventLog() override;
  Result<void> LoadCounters();
  Result<void> FinishReindex();    // of a process that died in the middle of it
  Result<void> LoadIndex() const;  // what an earlier process, or the one that writes now, has not put in its families

  Result<AppendResult> Append(const ArticleBatch& batch, const AlertMatcher& alerts, Instant now) override;
  Result<std::vector<AppendResult>> AppendAll(const std::vector<ArticleBatch>& batches, const AlertMatcher& alerts,
                                              Instant now) override;
  Result<StoredEvent> Get(EventId id) const override;
  Result<QueryPage> Select(const Query& query, const QueryOptions& options) const override;
  Result<Storyline> GetStoryline(EventId id) const override;
  Result<std::vector<StoredEvent>> Reports(EventId storyline) const override;
  Result<StorylinePage> SelectStorylines(const Query& query, const QueryOptions& options) const override;
  Result<Article> GetArticle(std::string_view id) const override;
  Result<void> EachPage(const PageVisitor& visit) const override;
  Result<Correction> MergeStorylines(EventId a, EventId b, Instant now) override;
  Result<Correction> SplitStoryline(EventId storyline, const std::vector<EventId>& events, Instant now) override;
  Result<Correction> UndoCorrection(EventId storyline, Instant now) override;
  Result<std::vector<Correction>> Corrections(EventId storyline) const override;
  Result<StorylineReasons> Why(EventId storyline) const override;
  Result<StoreStats> Stats() const override;
  Result<std::vector<std::string>> Verify() const override;
  Result<uint64_t> Reindex() override;
  Result<ReextractReport> Reextract(const ReextractOptions& options) override;
  Result<std::vector<OutboxEntry>> Alerts(size_t limit) const override { return outbox_.Newest(limit); }
  Result<std::vector<OutboxEntry>> Waiting(size_t limit) const override { return outbox_.Waiting(limit); }
  Result<void> MarkDelivered(std::string_view alert_id, std::string_view channel) override {
    return outbox_.MarkDelivered(alert_id, channel);
  }
  Result<void> MarkAttempt(std::string_view alert_id) override { return outbox_.MarkAttempt(alert_id); }
  CrawlLedger& ledger() override { return ledger_; }

 private:
  Counters CountersNow() const;
  Result<IndexView> Now() const;  // everything up to this moment
  Result<void> FlushIndex() const;
  Result<void> Stage(const ReextractOptions& options, ReextractReport& report);
  Result<void> Switch(const ReextractOptions& options, ReextractReport& report);
  Result<Correction> Correct(Correction correction, const std::vector<EventId>& storylines, Instant now);

  StoreState state_;
  RocksLedger ledger_;
  Outbox outbox_;
  mutable PendingIndex index_;  // guarded by state_.writing
  mutable bool index_loaded_ = false;
  RecentStorylines recent_;
};

}  // namespace tocsin
