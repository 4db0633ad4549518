#include "store/rocks/database.h"

#include <fmt/format.h>
#include <rocksdb/convenience.h>
#include <rocksdb/filter_policy.h>
#include <rocksdb/slice_transform.h>
#include <rocksdb/table.h>
#include <sys/statvfs.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <set>

#include "store/rocks/set_union.h"

namespace tocsin {
namespace {

namespace fs = std::filesystem;

constexpr std::array<const char*, kFamilyCount> kFamilyNames = {
    "default", "events",     "log",      "identity", "articles",    "urls",    "bands",    "storylines",
    "reports", "story_keys", "postings", "terms",    "visits",      "pending", "frontier", "outbox",
    "alerts",  "waiting",    "versions", "staged",   "corrections", "fresh"};
constexpr std::string_view kFormat = "2", kFormatBefore = "1";
constexpr size_t kGroupBytes = 8;                // of keys that are looked up by what they begin with
constexpr size_t kWriteBufferBytes = 48u << 20;  // all families together, before they are flushed
constexpr size_t kFamilyBufferBytes = 16u << 20;
constexpr int kCacheShardBits = 2;  // a block that is larger than its share of the cache is read anew every time
constexpr uint64_t kWalBytesMax = 64u << 20;  // bounds the time that opening takes after a crash
constexpr int kReadOnlyAttempts = 5;          // a writer may replace files while we open

rocksdb::Slice ToSlice(std::string_view s) { return {s.data(), s.size()}; }

rocksdb::CompressionType FirstThere(std::initializer_list<rocksdb::CompressionType> wished) {
  const auto there = rocksdb::GetSupportedCompressions();
  for (const auto wanted : wished) {
    if (std::find(there.begin(), there.end(), wanted) != there.end()) return wanted;
  }
  return rocksdb::kNoCompression;
}
rocksdb::CompressionType BestCompression() { return FirstThere({rocksdb::kZSTD, rocksdb::kLZ4Compression}); }
// Of what is soon written over again.
rocksdb::CompressionType FastCompression() { return FirstThere({rocksdb::kLZ4Compression, rocksdb::kZSTD}); }

rocksdb::ColumnFamilyOptions FamilyOptions(Family family, const std::shared_ptr<rocksdb::Cache>& cache) {
  rocksdb::ColumnFamilyOptions o;
  rocksdb::BlockBasedTableOptions table;
  table.block_cache = cache;
  table.cache_index_and_filter_blocks = true;
  table.filter_policy.reset(rocksdb::NewBloomFilterPolicy(10));
  // In pages: the filter of a large file takes megabytes, and to read all of it for one key costs more than the key.
  table.index_type = rocksdb::BlockBasedTableOptions::kTwoLevelIndexSearch;
  table.partition_filters = true;
  table.format_version = 5;
  table.checksum = rocksdb::kXXH3;
  const bool grouped = family == Family::kBands || family == Family::kReports || family == Family::kStoryKeys;
  table.whole_key_filtering = !grouped;
  o.table_factory.reset(rocksdb::NewBlockBasedTableFactory(table));
  o.compression = FastCompression();
  o.bottommost_compression = BestCompression();
  o.write_buffer_size = kFamilyBufferBytes;
  o.paranoid_file_checks = true;
  if (grouped) {
    o.prefix_extractor.reset(rocksdb::NewFixedPrefixTransform(kGroupBytes));
    o.memtable_prefix_bloom_size_ratio = 0.1;
  }
  if (family == Family::kIdentity || family == Family::kUrls || family == Family::kEvents) {  // mostly asked in vain
    o.memtable_prefix_bloom_size_ratio = 0.02;
    o.memtable_whole_key_filtering = true;
  }
  if (family == Family::kPostings) o.merge_operator = MakeSetUnion();
  if (family == Family::kArticles) {
    o.enable_blob_files = true;
    o.min_blob_size = 1024;
    o.blob_compression_type = BestCompression();
    o.enable_blob_garbage_collection = true;
  }
  return o;
}

rocksdb::DBOptions DatabaseOptions(const EventLogOptions& options) {
  rocksdb::DBOptions o;
  o.create_if_missing = !options.read_only;
  o.create_missing_column_families = true;
  o.paranoid_checks = true;
  // A log that a kill cut short is read up to its end; one that is damaged further up is said to be damaged, where
  // the default would read up to the damage and call that all.
  o.wal_recovery_mode = rocksdb::WALRecoveryMode::kTolerateCorruptedTailRecords;
  o.allow_concurrent_memtable_write = false;  // one writer; rows that come in order cost less
  o.db_write_buffer_size = kWriteBufferBytes;
  o.max_total_wal_size = kWalBytesMax;
  o.max_open_files = 256;
  o.max_background_jobs = 2;
  o.keep_log_file_num = 2;
  o.max_log_file_size = 1u << 20;
  o.info_log_level = rocksdb::WARN_LEVEL;
  o.stats_dump_period_sec = 0;
  return o;
}

// A directory that holds something else is left alone.
Result<void> CheckDirectory(const EventLogOptions& options) {
  std::error_code ec;
  const fs::path directory = options.directory;
  const auto refuse = [&](Errc code, std::string_view what) {
    return Fail(code, fmt::format("store {}: {}", options.directory, what));
  };
  if (options.directory.empty()) return Fail(Errc::kConfig, "store: no directory is given");
  if (fs::exists(directory / "CURRENT", ec)) return {};
  if (options.read_only)
    return refuse(Errc::kNotFound, "there is no store yet; `tocsin crawl` or `tocsin ingest` makes one");
  if (fs::exists(directory, ec) && !fs::is_directory(directory, ec))
    return refuse(Errc::kUnavailable, "is a file, not a directory; choose another with --store");
  fs::create_directories(directory, ec);
  if (ec)
    return refuse(Errc::kUnavailable, fmt::format("cannot be made ({}); choose another with --store", ec.message()));
  const fs::directory_iterator content(directory, ec);
  if (ec) return refuse(Errc::kUnavailable, fmt::format("cannot be read ({})", ec.message()));
  for (const auto& entry : content) {
    // What a first opening that was interrupted leaves behind is ours.
    const std::string name = entry.path().filename();
    if (!name.starts_with("LO") && !name.starts_with("MANIFEST") && !name.starts_with("OPTIONS") &&
        name != "IDENTITY" && !name.ends_with(".dbtmp") && !name.ends_with(".log"))
      return refuse(
          Errc::kUnavailable,
          fmt::format("holds other files ({}) and is no store; choose an empty directory with --store", name));
  }
  return {};
}

// The families of a store that is opened for reading: one that an earlier version wrote lacks the newer ones, and
// reading must not make them. Empty: open them all.
std::set<std::string> FamiliesThere(const EventLogOptions& options) {
  if (!options.read_only) return {};
  std::vector<std::string> names;
  if (!rocksdb::DB::ListColumnFamilies(rocksdb::DBOptions(), options.directory, &names).ok()) return {};
  return {names.begin(), names.end()};
}

Error OpenError(const rocksdb::Status& status, const EventLogOptions& options) {
  const std::string text = status.ToString();
  if (status.IsIOError() &&
      (text.find("lock") != std::string::npos || text.find("LOCK: Resource") != std::string::npos) &&
      text.find("ermission") == std::string::npos)
    return {Errc::kBusy, fmt::format("store {}: another tocsin process is writing to it; ask that one (`tocsin query` "
                                     "reads beside it), or stop it first",
                                     options.directory)};
  if (status.IsIOError())
    return {Errc::kUnavailable,
            fmt::format("store {}: cannot be opened ({}); check that you may write there", options.directory, text)};
  return ToError(status, fmt::format("store {}", options.directory));
}

}  // namespace

const char* ToString(Family family) { return family == Family::kMeta ? "meta" : kFamilyNames[size_t(family)]; }

std::string Database::Place(Family family, std::string_view key) {
  return fmt::format("family {}, key {}", ToString(family), PrintableKey(key));
}

Error ToError(const rocksdb::Status& status, std::string_view doing) {
  Errc code = Errc::kUnavailable;
  if (status.IsCorruption()) code = Errc::kCorrupt;
  if (status.IsNoSpace()) code = Errc::kFull;
  return {code, fmt::format("{}: {}", doing, status.ToString())};
}

void Batch::Put(Family family, std::string_view key, std::string_view payload) {
  batch_.Put((*handles_)[size_t(family)], ToSlice(key), Seal(key, payload));
}

void Batch::Merge(Family family, std::string_view key, std::string_view payload) {
  batch_.Merge((*handles_)[size_t(family)], ToSlice(key), Seal(key, payload));
}

void Batch::Delete(Family family, std::string_view key) { batch_.Delete((*handles_)[size_t(family)], ToSlice(key)); }

void Batch::DeleteAll(Family family) {
  // Behind every key: postings begin with a month, terms with a letter, and none is that long.
  batch_.DeleteRange((*handles_)[size_t(family)], rocksdb::Slice(), std::string(64, '\xff'));
}

Result<std::unique_ptr<Database>> Database::Open(const EventLogOptions& options) {
  if (auto fit = CheckDirectory(options); !fit) return tl::unexpected<Error>(fit.error());
  const auto cache = rocksdb::NewLRUCache(std::max<size_t>(options.cache_bytes, 1u << 20), kCacheShardBits);
  std::vector<rocksdb::ColumnFamilyDescriptor> families;
  std::vector<size_t> opened;
  const auto there = FamiliesThere(options);
  for (size_t i = 0; i < kFamilyCount; ++i) {
    if (!there.empty() && !there.count(kFamilyNames[i])) continue;
    families.emplace_back(kFamilyNames[i], FamilyOptions(Family(i), cache));
    opened.push_back(i);
  }

  std::unique_ptr<Database> out(new Database);
  out->options_ = options;
  std::vector<rocksdb::ColumnFamilyHandle*> handles;
  rocksdb::DB* db = nullptr;
  rocksdb::Status status;
  for (int attempt = 0; attempt < (options.read_only ? kReadOnlyAttempts : 1); ++attempt) {
    status = options.read_only
                 ? rocksdb::DB::OpenForReadOnly(DatabaseOptions(options), options.directory, families, &handles, &db)
                 : rocksdb::DB::Open(DatabaseOptions(options), options.directory, families, &handles, &db);
    if (status.ok()) break;
  }
  if (!status.ok()) return tl::unexpected<Error>(OpenError(status, options));
  out->db_.reset(db);
  for (size_t i = 0; i < handles.size(); ++i) out->handles_[opened[i]] = handles[i];
  if (auto format = out->CheckFormat(); !format) return tl::unexpected<Error>(format.error());
  return out;
}

Database::~Database() {
  if (!db_) return;
  for (rocksdb::ColumnFamilyHandle* handle : handles_) {
    if (handle != nullptr) db_->DestroyColumnFamilyHandle(handle);
  }
  db_->Close();
}

// A store that a later version wrote is not touched.
Result<void> Database::CheckFormat() {
  const auto format = Get(Family::kMeta, "format");
  if (!format) return tl::unexpected<Error>(format.error());
  old_format_ = *format && **format == kFormatBefore;
  if (*format && **format != kFormat && !old_format_)
    return Fail(Errc::kUnsupported, fmt::format("store {}: format {} was written by a later version; this one reads {}",
                                                options_.directory, **format, kFormat));
  if (*format || options_.read_only) return {};
  Batch batch = NewBatch();
  PutFormat(batch);
  return Write(batch);
}

void Database::PutFormat(Batch& batch) { batch.Put(Family::kMeta, "format", kFormat); }

Database::View Database::Freeze() const {
  if (options_.read_only) return nullptr;  // nothing changes under a read-only opening
  return View(db_->GetSnapshot(), [db = db_.get()](const rocksdb::Snapshot* s) { db->ReleaseSnapshot(s); });
}

Result<std::optional<std::string>> Database::Get(Family family, std::string_view key, const View& view) const {
  if (handles_[size_t(family)] == nullptr) return std::optional<std::string>();
  rocksdb::ReadOptions read;
  read.snapshot = view.get();
  rocksdb::PinnableSlice value;
  const auto status = db_->Get(read, handles_[size_t(family)], ToSlice(key), &value);
  if (status.IsNotFound()) return std::optional<std::string>();
  if (!status.ok())
    return tl::unexpected<Error>(
        ToError(status, fmt::format("family {}, key {}", ToString(family), PrintableKey(key))));
  return Unseal(ToString(family), key, {value.data(), value.size()}).map([](std::string_view payload) {
    return std::optional<std::string>(payload);
  });
}

Database::Cursor Database::Walk(Family family, const View& view, bool whole) const {
  rocksdb::ReadOptions read;
  read.snapshot = view.get();
  read.fill_cache = !whole;
  read.total_order_seek = true;
  Cursor cursor;
  cursor.family_ = family;
  cursor.view_ = view;
  rocksdb::ColumnFamilyHandle* handle = handles_[size_t(family)];
  cursor.at_.reset(handle != nullptr ? db_->NewIterator(read, handle) : rocksdb::NewEmptyIterator());
  return cursor;
}

Database::Cursor Database::WalkGroup(Family family) const {
  rocksdb::ReadOptions read;
  read.prefix_same_as_start = true;
  Cursor cursor;
  cursor.family_ = family;
  rocksdb::ColumnFamilyHandle* handle = handles_[size_t(family)];
  cursor.at_.reset(handle != nullptr ? db_->NewIterator(read, handle) : rocksdb::NewEmptyIterator());
  return cursor;
}

Result<std::string_view> Database::Cursor::Payload() const {
  const rocksdb::Slice value = at_->value();
  // A blob that cannot be read leaves an iterator without a value.
  if (!at_->status().ok())
    return tl::unexpected<Error>(ToError(at_->status(), fmt::format("family {}", ToString(family_))));
  return Unseal(ToString(family_), key(), {value.data(), value.size()});
}

Result<void> Database::Cursor::Status() const {
  if (at_->status().ok()) return {};
  return tl::unexpected<Error>(ToError(at_->status(), fmt::format("family {}", ToString(family_))));
}

Result<void> Database::Write(Batch& batch) { return Write(batch, options_.sync); }

Result<void> Database::WriteUnsynced(Batch& batch) { return Write(batch, false); }

Result<void> Database::Sync() {
  if (!options_.sync || !unsynced_) return {};
  const auto status = db_->SyncWAL();
  if (!status.ok()) return tl::unexpected<Error>(ToError(status, fmt::format("store {}: sync", options_.directory)));
  unsynced_ = false;
  return {};
}

Result<void> Database::Write(Batch& batch, bool sync) {
  if (options_.read_only)
    return Fail(Errc::kBusy, fmt::format("store {}: opened for reading only", options_.directory));
  if (auto space = CheckSpace(); !space) return space;
  rocksdb::WriteOptions write;
  write.sync = sync;
  const auto status = db_->Write(write, &batch.batch_);
  if (!status.ok()) return tl::unexpected<Error>(ToError(status, fmt::format("store {}: write", options_.directory)));
  unsynced_ = !sync;
  return {};
}

Result<void> Database::CheckSpace() const {
  struct statvfs disk;
  if (statvfs(options_.directory.c_str(), &disk) != 0)
    return Fail(Errc::kUnavailable, fmt::format("store {}: {}", options_.directory, std::strerror(errno)));
  const uint64_t free = uint64_t(disk.f_bavail) * disk.f_frsize;
  if (free >= options_.free_bytes_min) return {};
  return Fail(Errc::kFull,
              fmt::format("store {}: {} MiB are free and {} MiB must stay free; nothing was written, reading goes on",
                          options_.directory, free >> 20, options_.free_bytes_min >> 20));
}

Result<void> Database::VerifyFiles() const {
  const auto status = db_->VerifyChecksum();
  if (!status.ok()) return tl::unexpected<Error>(ToError(status, "files"));
  return {};
}

uint64_t Database::BytesOnDisk() const {
  uint64_t bytes = 0;
  std::error_code ec;
  for (fs::directory_iterator at(options_.directory, ec), end; !ec && at != end; at.increment(ec)) {
    std::error_code gone;  // a file may vanish between listing and asking
    const auto size = fs::file_size(at->path(), gone);
    if (!gone) bytes += size;
  }
  return bytes;
}

}  // namespace tocsin
