// An event log in memory: enough of the promises to try what stands above it.
#pragma once

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "store/event_log.h"

namespace tocsin {

class FakeLedger final : public CrawlLedger {
 public:
  Result<std::optional<VisitRecord>> FindVisit(std::string_view url) const override {
    const auto at = visits.find(std::string(url));
    return at == visits.end() ? std::nullopt : std::optional(at->second);
  }
  Result<void> RecordListing(std::string_view url, const VisitRecord& visit,
                             const std::vector<PendingPage>& pages) override {
    visits[std::string(url)] = visit;
    pending.insert(pending.end(), pages.begin(), pages.end());
    return {};
  }
  Result<std::vector<PendingPage>> Pending(std::string_view, size_t) const override { return pending; }
  Result<void> RecordPage(std::string_view url, const VisitRecord& visit) override {
    visits[std::string(url)] = visit;
    pages_without_article.emplace_back(url);
    return {};
  }
  Result<void> RecordFailure(const PendingPage&, const VisitRecord&) override { return {}; }

  std::map<std::string, VisitRecord> visits;
  std::vector<PendingPage> pending;
  std::vector<std::string> pages_without_article;
};

class FakeEventLog final : public EventLog {
 public:
  Result<AppendResult> Append(const ArticleBatch& batch, const AlertMatcher&, Instant) override {
    if (fail_at == batches.size()) return Fail(Errc::kFull, "store: the disk is full");
    AppendResult result;
    result.known = !ids.insert(batch.article.id).second;
    batches.push_back(batch);
    if (!batch.page_url.empty() && batch.visit) fake_ledger.visits[batch.page_url] = *batch.visit;
    if (!result.known) result.events.resize(batch.events.size());
    return result;
  }
  Result<std::vector<AppendResult>> AppendAll(const std::vector<ArticleBatch>& group, const AlertMatcher& alerts,
                                              Instant now) override {
    std::vector<AppendResult> results;
    for (const ArticleBatch& batch : group) {
      auto result = Append(batch, alerts, now);
      if (!result) return tl::unexpected(result.error());
      results.push_back(*result);
    }
    return results;
  }
  Result<StoredEvent> Get(EventId) const override { return Fail(Errc::kNotFound, "no such event"); }
  Result<QueryPage> Select(const Query&, const QueryOptions&) const override { return QueryPage{}; }
  Result<Storyline> GetStoryline(EventId) const override { return Fail(Errc::kNotFound, "no such storyline"); }
  Result<std::vector<StoredEvent>> Reports(EventId) const override { return std::vector<StoredEvent>{}; }
  Result<StorylinePage> SelectStorylines(const Query&, const QueryOptions&) const override { return StorylinePage{}; }
  Result<Article> GetArticle(std::string_view) const override { return Fail(Errc::kNotFound, "no such article"); }
  Result<void> EachPage(const PageVisitor&) const override { return {}; }
  Result<Correction> MergeStorylines(EventId, EventId, Instant) override { return Correction(); }
  Result<Correction> SplitStoryline(EventId, const std::vector<EventId>&, Instant) override { return Correction(); }
  Result<Correction> UndoCorrection(EventId, Instant) override { return Correction(); }
  Result<std::vector<Correction>> Corrections(EventId) const override { return std::vector<Correction>{}; }
  Result<StorylineReasons> Why(EventId) const override { return StorylineReasons(); }
  Result<StoreStats> Stats() const override { return StoreStats{}; }
  Result<std::vector<std::string>> Verify() const override { return std::vector<std::string>{}; }
  Result<std::vector<OutboxEntry>> Alerts(size_t) const override { return outbox; }
  Result<std::vector<OutboxEntry>> Waiting(size_t limit) const override {
    std::vector<OutboxEntry> waiting;
    for (const OutboxEntry& entry : outbox) {
      if (entry.delivered.size() < entry.alert.channels.size() && waiting.size() < limit) waiting.push_back(entry);
    }
    return waiting;
  }
  Result<void> MarkDelivered(std::string_view alert, std::string_view channel) override {
    Find(alert).delivered.emplace_back(channel);
    return {};
  }
  Result<void> MarkAttempt(std::string_view alert) override {
    ++Find(alert).attempts;
    return {};
  }
  Result<uint64_t> Reindex() override { return 0; }
  Result<ReextractReport> Reextract(const ReextractOptions&) override { return ReextractReport(); }
  CrawlLedger& ledger() override { return fake_ledger; }

  size_t fail_at = size_t(-1);  // the Append that finds the disk full
  std::vector<ArticleBatch> batches;
  std::set<std::string> ids;
  std::vector<OutboxEntry> outbox;
  FakeLedger fake_ledger;

 private:
  OutboxEntry& Find(std::string_view alert) {
    return *std::find_if(outbox.begin(), outbox.end(), [&](const OutboxEntry& e) { return e.alert.id == alert; });
  }
};

}  // namespace tocsin
