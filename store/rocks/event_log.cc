#include "store/event_log.h"

#include <algorithm>

#include "store/rocks/index_terms.h"
#include "store/rocks/keys.h"
#include "store/rocks/rocks_event_log.h"

namespace tocsin {

Result<std::unique_ptr<EventLog>> EventLog::Open(const EventLogOptions& options) {
  auto db = Database::Open(options);
  if (!db) return tl::unexpected<Error>(db.error());
  auto log = std::make_unique<RocksEventLog>(std::move(*db), options);
  if (auto loaded = log->LoadCounters(); !loaded) return tl::unexpected<Error>(loaded.error());
  if (!options.read_only) {
    if (auto loaded = log->LoadIndex(); !loaded) return tl::unexpected<Error>(loaded.error());
  }
  if (auto finished = log->FinishReindex(); !finished) return tl::unexpected<Error>(finished.error());
  return std::unique_ptr<EventLog>(std::move(log));
}

Result<void> StoreState::Commit(Batch& batch, const Counters& next) {
  batch.Put(Family::kMeta, "counters", Encode(next));
  auto written = db->Write(batch);
  if (written) counters = next;
  return written;
}

Result<void> StoreState::CommitUnsynced(Batch& batch, const Counters& next) {
  batch.Put(Family::kMeta, "counters", Encode(next));
  auto written = db->WriteUnsynced(batch);
  if (written) counters = next;
  return written;
}

RocksEventLog::RocksEventLog(std::unique_ptr<Database> db, const EventLogOptions& options)
    : state_{std::move(db), {}, {}},
      ledger_(state_),
      outbox_(state_),
      recent_(std::max<size_t>(options.cache_bytes / 4, 1u << 20)) {}

// So that the next opening has nothing to read again; it can when this fails.
RocksEventLog::~RocksEventLog() {
  if (!state_.db->read_only()) (void)FlushIndex();
}

Result<void> RocksEventLog::LoadCounters() {
  const auto counters = state_.db->GetRecord<Counters>(Family::kMeta, "counters");
  if (!counters) return tl::unexpected<Error>(counters.error());
  if (*counters) state_.counters = **counters;
  if (!state_.db->old_format() || state_.db->read_only()) return {};
  // An earlier version wrote the index with every event.
  Batch batch = state_.db->NewBatch();
  state_.db->PutFormat(batch);
  batch.Put(Family::kMeta, kIndexedKey, Big64(state_.counters.sequence));
  return state_.db->Write(batch);
}

Result<void> RocksEventLog::LoadIndex() const {
  if (index_loaded_) return {};
  const auto mark = state_.db->Get(Family::kMeta, kIndexedKey);
  if (!mark) return tl::unexpected<Error>(mark.error());
  Sequence indexed = state_.db->old_format() ? state_.counters.sequence : 0;
  if (*mark) {
    if ((*mark)->size() != 8) return Fail(Errc::kCorrupt, "family meta, key indexed: is no sequence");
    indexed = ReadBig64(**mark);
  }
  auto loaded = index_.Load(*state_.db, indexed, state_.counters.sequence);
  index_loaded_ = loaded.has_value();
  if (!loaded) index_.Forget();
  return loaded;
}

Result<void> RocksEventLog::FlushIndex() const {
  if (!index_loaded_ || index_.empty()) return {};
  Batch batch = state_.db->NewBatch();
  index_.Write(state_.counters.sequence, batch);
  auto written = state_.db->WriteUnsynced(batch);
  if (written) index_.Written();
  return written;
}

Counters RocksEventLog::CountersNow() const {
  const std::lock_guard lock(state_.writing);
  return state_.counters;
}

Result<AppendResult> RocksEventLog::Append(const ArticleBatch& batch, const AlertMatcher& alerts, Instant now) {
  auto appended = AppendAll({batch}, alerts, now);
  if (!appended) return tl::unexpected<Error>(appended.error());
  return std::move(appended->front());
}

Result<std::vector<AppendResult>> RocksEventLog::AppendAll(const std::vector<ArticleBatch>& batches,
                                                           const AlertMatcher& alerts, Instant now) {
  const std::lock_guard lock(state_.writing);
  std::vector<AppendResult> results;
  results.reserve(batches.size());
  for (const ArticleBatch& batch : batches) {
    Appender appender(state_, outbox_, recent_, index_);
    auto appended = appender.Run(batch, alerts, now);
    if (!appended) {
      recent_.Clear();
      return tl::unexpected<Error>(appended.error());
    }
    if (!appended->known) index_.AddArticle(appender.article_id(), appender.bands());
    for (const StoredEvent& stored : appended->events) index_.Add(stored);
    // When it cannot be written now, it is kept, and the next article is refused.
    if (index_.full()) (void)FlushIndex();
    recent_.Trim();
    results.push_back(std::move(*appended));
  }
  if (auto synced = state_.db->Sync(); !synced) return tl::unexpected<Error>(synced.error());
  return results;
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
