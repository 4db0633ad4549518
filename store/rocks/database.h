// RocksDB, made small: families by name, sealed values, one kind of error.
//
// Everything that the event log reads comes through Get and Cursor, which check the seal and say which family and
// key is damaged; everything that it writes goes through one Batch.
#pragma once

#include <rocksdb/db.h>
#include <rocksdb/write_batch.h>

#include <array>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "store/codec/seal.h"
#include "store/codec/wire.h"
#include "store/event_log.h"

namespace tocsin {

enum class Family : uint8_t {
  kMeta,         // "format", "counters"
  kEvents,       // event id → StoredEvent
  kLog,          // sequence → event id
  kIdentity,     // what makes two events the same → event id
  kArticles,     // article id → ArticleRecord, in blob files
  kUrls,         // canonical URL, article id → nothing
  kBands,        // fingerprint band, article id → nothing
  kStorylines,   // storyline id → Storyline
  kReports,      // storyline id, event id → ReportRecord
  kStoryKeys,    // hash of a storyline key, storyline id → nothing
  kPostings,     // month, kind, term → event ids, under set union
  kTerms,        // kind, term → nothing
  kVisits,       // URL → VisitRecord
  kPending,      // URL → PendingRecord
  kFrontier,     // source id, order → URL
  kOutbox,       // order → OutboxEntry
  kAlerts,       // alert id → order
  kWaiting,      // order → nothing
  kVersions,     // event id, run → StoredEvent as an earlier run of the packs gave it
  kStaged,       // article id → events of a run that is not finished
  kCorrections,  // number → Correction
  kFresh,        // number → article id and its bands, until they are in kBands
};
inline constexpr size_t kFamilyCount = 22;
const char* ToString(Family family);

// Splits what RocksDB says into what a caller may do about it.
Error ToError(const rocksdb::Status& status, std::string_view doing);

class Batch {
 public:
  void Put(Family family, std::string_view key, std::string_view payload);
  void Merge(Family family, std::string_view key, std::string_view payload);  // kPostings only
  void Delete(Family family, std::string_view key);
  void DeleteAll(Family family);

 private:
  friend class Database;
  explicit Batch(const std::array<rocksdb::ColumnFamilyHandle*, kFamilyCount>& handles) : handles_(&handles) {}
  const std::array<rocksdb::ColumnFamilyHandle*, kFamilyCount>* handles_;
  rocksdb::WriteBatch batch_;
};

class Database {
 public:
  // A frozen view; released when destroyed. The Database must outlive it.
  using View = std::shared_ptr<const rocksdb::Snapshot>;

  static Result<std::unique_ptr<Database>> Open(const EventLogOptions& options);
  ~Database();
  Database(const Database&) = delete;
  Database& operator=(const Database&) = delete;

  View Freeze() const;
  Result<std::optional<std::string>> Get(Family family, std::string_view key, const View& view = nullptr) const;

  template <class T>
  Result<std::optional<T>> GetRecord(Family family, std::string_view key, const View& view = nullptr) const {
    auto payload = Get(family, key, view);
    if (!payload) return tl::unexpected<Error>(payload.error());
    if (!*payload) return std::optional<T>();
    auto record = Decoded<T>(family, key, **payload);
    if (!record) return tl::unexpected<Error>(record.error());
    return std::optional<T>(std::move(*record));
  }

  // Walks a family in key order. Every value is checked before it is shown.
  class Cursor {
   public:
    void Seek(std::string_view key) { at_->Seek(rocksdb::Slice(key.data(), key.size())); }
    void SeekBackTo(std::string_view key) { at_->SeekForPrev(rocksdb::Slice(key.data(), key.size())); }
    void SeekToFirst() { at_->SeekToFirst(); }
    void SeekToLast() { at_->SeekToLast(); }
    void Next() { at_->Next(); }
    void Back() { at_->Prev(); }
    bool Valid() const { return at_->Valid(); }
    Family family() const { return family_; }
    std::string_view key() const { return {at_->key().data(), at_->key().size()}; }
    Result<std::string_view> Payload() const;
    Result<void> Status() const;  // why Valid() became false

    template <class T>
    Result<T> Record() const {
      auto payload = Payload();
      if (!payload) return tl::unexpected<Error>(payload.error());
      return Decoded<T>(family_, key(), *payload);
    }

   private:
    friend class Database;
    Family family_{};
    View view_;
    std::unique_ptr<rocksdb::Iterator> at_;
  };
  // `whole`: a walk over everything, which should not push the working set out of the cache.
  Cursor Walk(Family family, const View& view = nullptr, bool whole = false) const;
  // Walks among keys that share their first eight bytes with what is sought, and no further; of kBands, kReports and
  // kStoryKeys. Files that hold none of them are not looked into.
  Cursor WalkGroup(Family family) const;

  Batch NewBatch() const { return Batch(handles_); }
  // All of it or nothing; synced unless the options say otherwise. kFull below the free-space floor.
  Result<void> Write(Batch& batch);
  // As Write, but what it wrote and what was written before it outlives a power failure only after Sync or Write.
  Result<void> WriteUnsynced(Batch& batch);
  Result<void> Sync();

  // Checks every block of every file on disk.
  Result<void> VerifyFiles() const;
  uint64_t BytesOnDisk() const;
  bool read_only() const { return options_.read_only; }
  // An earlier version wrote it last: the index is complete, and nothing says so.
  bool old_format() const { return old_format_; }
  // Puts the mark of this version into `batch`: earlier ones will not open the store any more.
  void PutFormat(Batch& batch);

 private:
  Database() = default;
  template <class T>
  static Result<T> Decoded(Family family, std::string_view key, std::string_view payload) {
    auto record = Decode<T>(payload);
    if (record) return record;
    return tl::unexpected<Error>(While(Place(family, key), record.error()));
  }
  static std::string Place(Family family, std::string_view key);  // "family events, key 01af…"
  Result<void> Write(Batch& batch, bool sync);
  Result<void> CheckSpace() const;
  Result<void> CheckFormat();

  EventLogOptions options_;
  bool old_format_ = false;
  bool unsynced_ = false;  // guarded as Write is: one writer
  std::unique_ptr<rocksdb::DB> db_;
  std::array<rocksdb::ColumnFamilyHandle*, kFamilyCount> handles_{};  // null: an old store, opened for reading
};

}  // namespace tocsin
