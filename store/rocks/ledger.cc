#include <algorithm>

#include "ingest/base/limits.h"
#include "store/rocks/state.h"

namespace tocsin {
namespace {

std::string FrontierPrefix(std::string_view source_id) { return std::string(source_id) + '\0'; }

std::string FrontierKey(const PendingRecord& record) {
  std::string key = FrontierPrefix(record.page.source_id);
  AppendBig64(record.order, key);
  return key;
}

void PutPending(const PendingRecord& record, Batch& batch) {
  batch.Put(Family::kPending, record.page.url, Encode(record));
  batch.Put(Family::kFrontier, FrontierKey(record), record.page.url);
}

}  // namespace

Result<void> FinishPage(const StoreState& state, std::string_view url, const VisitRecord& visit, Batch& batch,
                        Counters& next) {
  batch.Put(Family::kVisits, url, Encode(visit));
  const auto pending = state.db->GetRecord<PendingRecord>(Family::kPending, url);
  if (!pending) return tl::unexpected<Error>(pending.error());
  if (!*pending) return {};
  batch.Delete(Family::kPending, url);
  batch.Delete(Family::kFrontier, FrontierKey(**pending));
  --next.pending;
  return {};
}

Result<std::optional<VisitRecord>> RocksLedger::FindVisit(std::string_view url) const {
  return state_.db->GetRecord<VisitRecord>(Family::kVisits, url);
}

Result<void> RocksLedger::RecordListing(std::string_view url, const VisitRecord& visit,
                                        const std::vector<PendingPage>& pages) {
  const std::lock_guard lock(state_.writing);
  Batch batch = state_.db->NewBatch();
  Counters next = state_.counters;
  batch.Put(Family::kVisits, url, Encode(visit));
  std::vector<std::string_view> added;  // a listing may name a page twice
  for (const PendingPage& page : pages) {
    if (page.url.size() > kUrlBytesMax) continue;
    const auto there = state_.db->Get(Family::kPending, page.url);
    if (!there) return tl::unexpected<Error>(there.error());
    if (*there || std::find(added.begin(), added.end(), page.url) != added.end()) continue;
    added.push_back(page.url);
    PutPending({page, ++next.frontier}, batch);
    ++next.pending;
  }
  return state_.Commit(batch, next);
}

Result<std::vector<PendingPage>> RocksLedger::Pending(std::string_view source_id, size_t limit) const {
  std::vector<PendingPage> pages;
  const auto view = state_.db->Freeze();
  const std::string prefix = FrontierPrefix(source_id);
  auto at = state_.db->Walk(Family::kFrontier, view);
  for (at.Seek(prefix); at.Valid() && at.key().starts_with(prefix) && pages.size() < limit; at.Next()) {
    if (at.key().size() != prefix.size() + 8) continue;  // another source, whose id goes on after a zero byte
    const auto url = at.Payload();
    if (!url) return tl::unexpected<Error>(url.error());
    auto record = state_.db->GetRecord<PendingRecord>(Family::kPending, *url, view);
    if (!record) return tl::unexpected<Error>(record.error());
    if (!*record)
      return Fail(Errc::kCorrupt, "family frontier points to a page that is not pending: " + std::string(*url));
    pages.push_back(std::move((*record)->page));
  }
  if (auto status = at.Status(); !status) return tl::unexpected<Error>(status.error());
  return pages;
}

Result<void> RocksLedger::RecordPage(std::string_view url, const VisitRecord& visit) {
  const std::lock_guard lock(state_.writing);
  Batch batch = state_.db->NewBatch();
  Counters next = state_.counters;
  if (auto done = FinishPage(state_, url, visit, batch, next); !done) return done;
  return state_.Commit(batch, next);
}

Result<void> RocksLedger::RecordFailure(const PendingPage& page, const VisitRecord& visit) {
  const std::lock_guard lock(state_.writing);
  Batch batch = state_.db->NewBatch();
  Counters next = state_.counters;
  batch.Put(Family::kVisits, page.url, Encode(visit));
  auto pending = state_.db->GetRecord<PendingRecord>(Family::kPending, page.url);
  if (!pending) return tl::unexpected<Error>(pending.error());
  PendingRecord record{page, 0};
  if (*pending) {
    record = std::move(**pending);
  } else {
    record.order = ++next.frontier;
    ++next.pending;
  }
  ++record.page.attempts;
  PutPending(record, batch);
  return state_.Commit(batch, next);
}

}  // namespace tocsin
