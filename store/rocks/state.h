// What the parts of the event log share: the database, the counters, and the one writer's lock.
#pragma once

#include <memory>
#include <mutex>
#include <string_view>

#include "store/codec/records.h"
#include "store/rocks/database.h"

namespace tocsin {

struct StoreState {
  std::unique_ptr<Database> db;
  mutable std::mutex writing;  // held from the first read that a write depends on until it is written
  Counters counters;           // as on disk; guarded by `writing`

  // Writes the batch with `next` as the counters. On failure nothing has changed, here or on disk.
  Result<void> Commit(Batch& batch, const Counters& next);
  // The same, on disk for good only after db->Sync().
  Result<void> CommitUnsynced(Batch& batch, const Counters& next);
};

// The page was visited and waits no longer. Changes `next.pending` when it had waited.
Result<void> FinishPage(const StoreState& state, std::string_view url, const VisitRecord& visit, Batch& batch,
                        Counters& next);

// All of them, in order.
Result<std::vector<Correction>> ReadCorrections(const Database& db, const Database::View& view);

class RocksLedger final : public CrawlLedger {
 public:
  explicit RocksLedger(StoreState& state) : state_(state) {}
  Result<std::optional<VisitRecord>> FindVisit(std::string_view url) const override;
  Result<void> RecordListing(std::string_view url, const VisitRecord& visit,
                             const std::vector<PendingPage>& pages) override;
  Result<std::vector<PendingPage>> Pending(std::string_view source_id, size_t limit) const override;
  Result<void> RecordPage(std::string_view url, const VisitRecord& visit) override;
  Result<void> RecordFailure(const PendingPage& page, const VisitRecord& visit) override;

 private:
  StoreState& state_;
};

// The alerts that rang, in order, and which channels still wait for them.
class Outbox {
 public:
  explicit Outbox(StoreState& state) : state_(state) {}
  // Once per alert id, whatever happens; false when it was there already.
  Result<bool> Add(const Alert& alert, Batch& batch, Counters& next) const;
  Result<std::vector<OutboxEntry>> Newest(size_t limit) const;
  Result<std::vector<OutboxEntry>> Waiting(size_t limit) const;
  Result<void> MarkDelivered(std::string_view alert_id, std::string_view channel);
  Result<void> MarkAttempt(std::string_view alert_id);

 private:
  struct Found {
    uint64_t order = 0;
    OutboxEntry entry;
  };
  Result<Found> Find(std::string_view alert_id) const;
  StoreState& state_;
};

}  // namespace tocsin
