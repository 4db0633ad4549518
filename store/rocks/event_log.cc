#include "store/event_log.h"

#include "store/rocks/index_terms.h"
#include "store/rocks/keys.h"
#include "store/rocks/rocks_event_log.h"

namespace tocsin {

Result<std::unique_ptr<EventLog>> EventLog::Open(const EventLogOptions& options) {
  auto db = Database::Open(options);
  if (!db) return tl::unexpected<Error>(db.error());
  auto log = std::make_unique<RocksEventLog>(std::move(*db));
  if (auto loaded = log->LoadCounters(); !loaded) return tl::unexpected<Error>(loaded.error());
  if (auto finished = log->FinishReindex(); !finished) return tl::unexpected<Error>(finished.error());
  return std::unique_ptr<EventLog>(std::move(log));
}

Result<void> StoreState::Commit(Batch& batch, const Counters& next) {
  batch.Put(Family::kMeta, "counters", Encode(next));
  auto written = db->Write(batch);
  if (written) counters = next;
  return written;
}

RocksEventLog::RocksEventLog(std::unique_ptr<Database> db)
    : state_{std::move(db), {}, {}}, ledger_(state_), outbox_(state_) {}

Result<void> RocksEventLog::LoadCounters() {
  const auto counters = state_.db->GetRecord<Counters>(Family::kMeta, "counters");
  if (!counters) return tl::unexpected<Error>(counters.error());
  if (*counters) state_.counters = **counters;
  return {};
}

Counters RocksEventLog::CountersNow() const {
  const std::lock_guard lock(state_.writing);
  return state_.counters;
}

Result<AppendResult> RocksEventLog::Append(const ArticleBatch& batch, const AlertMatcher& alerts, Instant now) {
  const std::lock_guard lock(state_.writing);
  return Appender(state_, outbox_, recent_).Run(batch, alerts, now);
}

Result<StoredEvent> RocksEventLog::Get(EventId id) const {
  auto stored = state_.db->GetRecord<StoredEvent>(Family::kEvents, Big64(id));
  if (!stored) return tl::unexpected<Error>(stored.error());
  if (*stored) return std::move(**stored);
  auto at = state_.db->Walk(Family::kVersions);
  at.Seek(Big64(id));
  if (at.Valid() && at.key().starts_with(Big64(id))) {
    auto version = at.Record<StoredEvent>();
    if (version) version->superseded = true;
    return version;
  }
  if (auto status = at.Status(); !status) return tl::unexpected<Error>(status.error());
  return Fail(Errc::kNotFound, "no event has the id " + FormatEventId(id));
}

Result<Storyline> RocksEventLog::GetStoryline(EventId id) const {
  auto storyline = state_.db->GetRecord<Storyline>(Family::kStorylines, Big64(id));
  if (!storyline) return tl::unexpected<Error>(storyline.error());
  if (!*storyline) return Fail(Errc::kNotFound, "no storyline has the id " + FormatEventId(id));
  return std::move(**storyline);
}

// Report keys end with the event's id, which begins with the second: oldest first.
Result<std::vector<StoredEvent>> RocksEventLog::Reports(EventId storyline) const {
  const auto view = state_.db->Freeze();
  const std::string prefix = Big64(storyline);
  std::vector<StoredEvent> reports;
  auto at = state_.db->Walk(Family::kReports, view);
  for (at.Seek(prefix); at.Valid() && at.key().starts_with(prefix); at.Next()) {
    const std::string event = std::string(at.key().substr(prefix.size()));
    auto stored = state_.db->GetRecord<StoredEvent>(Family::kEvents, event, view);
    if (!stored) return tl::unexpected<Error>(stored.error());
    if (!*stored) return Fail(Errc::kCorrupt, "family reports points to no event: " + PrintableKey(event));
    reports.push_back(std::move(**stored));
  }
  if (auto status = at.Status(); !status) return tl::unexpected<Error>(status.error());
  if (reports.empty()) return Fail(Errc::kNotFound, "no storyline has the id " + FormatEventId(storyline));
  return reports;
}

Result<Article> RocksEventLog::GetArticle(std::string_view id) const {
  auto record = state_.db->GetRecord<ArticleRecord>(Family::kArticles, id);
  if (!record) return tl::unexpected<Error>(record.error());
  if (!*record) return Fail(Errc::kNotFound, "no article has the id " + std::string(id));
  return std::move((*record)->article);
}

Result<StoreStats> RocksEventLog::Stats() const {
  const Counters c = CountersNow();
  StoreStats stats;
  stats.articles = c.articles;
  stats.copies = c.copies;
  stats.events = c.events;
  stats.storylines = c.storylines;
  stats.pending_pages = c.pending;
  stats.alerts_waiting = c.alerts_waiting;
  stats.alerts_delivered = c.alerts_delivered;
  stats.last_sequence = c.sequence;
  stats.bytes_on_disk = state_.db->BytesOnDisk();
  auto at = state_.db->Walk(Family::kEvents);
  for (Timestamp* report : {&stats.first_report, &stats.last_report}) {
    report == &stats.first_report ? at.SeekToFirst() : at.SeekToLast();
    if (!at.Valid()) break;
    const auto stored = at.Record<StoredEvent>();
    if (!stored) return tl::unexpected<Error>(stored.error());
    const Timestamp second{{int64_t(stored->id >> 24)}, Precision::kSecond};
    *report = stored->event.reported_at.known() ? stored->event.reported_at : second;
  }
  if (auto status = at.Status(); !status) return tl::unexpected<Error>(status.error());
  return stats;
}

}  // namespace tocsin
