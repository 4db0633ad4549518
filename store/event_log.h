// The event log: append-only, ordered, on disk. The one door to what we know.
//
// One process writes, any number of threads read. Every Append is one atomic, synced write over all
// families: article, events, index entries, storylines, alerts and crawl state appear together or not
// at all, and re-sending changes nothing. FORMAT.md says what lies on disk, byte by byte.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "ingest/base/clock.h"
#include "ingest/base/error.h"
#include "ingest/crawl_ledger.h"
#include "rules/alert_rule.h"
#include "rules/query.h"
#include "rules/storyline.h"
#include "store/archive.h"
#include "store/correction.h"
#include "store/stored_event.h"

namespace tocsin {

struct EventLogOptions {
  std::string directory;
  bool read_only = false;  // opens beside a writer; sees what was there when it opened
  bool sync = true;        // false: up to one second of writes may be lost on power failure (never on kill -9)
  uint64_t free_bytes_min = 256u << 20;  // below it, writes are refused with kFull; reading goes on
  size_t cache_bytes = 64u << 20;
};

// What one article brings.
struct ArticleBatch {
  Article article;
  std::vector<Event> events;
  // Set when the article came from a crawl: done in the same write.
  std::string page_url;
  std::optional<VisitRecord> visit;
};

struct AppendResult {
  bool known = false;               // the same article was stored before: nothing was written but the visit
  std::string copy_of;              // id of the article that this one re-prints, or ""
  std::vector<StoredEvent> events;  // newly stored; a repeated event of the same page is not among them
  std::vector<Alert> alerts;
};

// Decides what rings for a change. Runs inside Append, before the write. Pure.
using AlertMatcher = std::function<std::vector<Alert>(const StoredEvent&, const StorylineChange&)>;

enum class Order : uint8_t { kNewestFirst, kOldestFirst };

struct QueryOptions {
  size_t limit = 100;
  Order order = Order::kNewestFirst;
  std::string cursor;  // from QueryPage::next; kConfig when it belongs to another query
};

struct QueryPage {
  std::vector<StoredEvent> rows;
  std::string next;  // empty: that was all
  size_t postings_read = 0, rows_read = 0;
};

struct StorylinePage {
  std::vector<Storyline> rows;
  std::string next;
};

struct StoreStats {
  uint64_t articles = 0, copies = 0, events = 0, storylines = 0, pending_pages = 0, alerts_waiting = 0,
           alerts_delivered = 0;
  uint64_t bytes_on_disk = 0;
  Sequence last_sequence = 0;
  Timestamp first_report, last_report;
};

struct OutboxEntry {
  Alert alert;
  std::vector<std::string> delivered;  // channels that have it
  int attempts = 0;
};

// Reading the whole archive again with other packs.
struct ReextractProgress {
  uint64_t articles = 0, of = 0;
};

struct ReextractOptions {
  std::string run;                                         // names it: the hash of the packs
  std::string reader;                                      // names what else `read` depends on, such as the program
  std::function<std::vector<Event>(const Article&)> read;  // what they see in an article
  // The same for several at once, on as many threads as the caller has; empty: `read`, one after the other.
  std::function<std::vector<std::vector<Event>>(const std::vector<Article>&)> read_all;
  std::function<void(const ReextractProgress&)> progress;  // may be empty
  std::function<bool()> stop;                              // asked between articles; may be empty
};

struct ReextractReport {
  bool finished = false;            // false: stopped; what was read is kept for the next time
  uint64_t articles = 0, kept = 0;  // read now; and read by an earlier, interrupted call
  uint64_t same = 0, changed = 0, gained = 0, lost = 0;
  uint64_t storylines_before = 0, storylines = 0;
};

class EventLog {
 public:
  // Opens or creates. kBusy when another process writes, kCorrupt when a record fails its checksum,
  // kUnavailable when the directory cannot be made or written: the message names it and what to do.
  static Result<std::unique_ptr<EventLog>> Open(const EventLogOptions& options);
  virtual ~EventLog() = default;

  virtual Result<AppendResult> Append(const ArticleBatch& batch, const AlertMatcher& alerts, Instant now) = 0;
  // As many calls of Append, in order, but with one sync for all: when it returns, all of them are on disk for good.
  // After an error, the first ones may be stored.
  virtual Result<std::vector<AppendResult>> AppendAll(const std::vector<ArticleBatch>& batches,
                                                      const AlertMatcher& alerts, Instant now) = 0;

  // An event that a later run of the packs left out is still found here, and says `superseded`.
  virtual Result<StoredEvent> Get(EventId id) const = 0;
  // Superseded events are among the rows only when the query asks for a `run:`; never two rows of one id.
  virtual Result<QueryPage> Select(const Query& query, const QueryOptions& options) const = 0;

  virtual Result<Storyline> GetStoryline(EventId id) const = 0;
  virtual Result<std::vector<StoredEvent>> Reports(EventId storyline) const = 0;  // oldest first
  // Storylines with at least one event that matches, by last report.
  virtual Result<StorylinePage> SelectStorylines(const Query& query, const QueryOptions& options) const = 0;

  virtual Result<Article> GetArticle(std::string_view id) const = 0;

  // Visits the archive page by page, in order of URL, as it stood when the walk began.
  virtual Result<void> EachPage(const PageVisitor& visit) const = 0;

  // ---- an analyst's corrections -----------------------------------------------------------------
  // Ids are those of storylines, or of any event in them. Each is one atomic write, rings nothing, and stays through
  // Reindex and Reextract; later reports join what it made. A storyline's id remains that of its first stored event.
  //
  // kConfig when both are one storyline.
  virtual Result<Correction> MergeStorylines(EventId a, EventId b, Instant now) = 0;
  // Makes a storyline of its own of `events`. kConfig when one of them is not in the storyline, or none would stay.
  virtual Result<Correction> SplitStoryline(EventId storyline, const std::vector<EventId>& events, Instant now) = 0;
  // Takes back the last correction of this storyline that still stands. kNotFound when there is none.
  virtual Result<Correction> UndoCorrection(EventId storyline, Instant now) = 0;
  virtual Result<std::vector<Correction>> Corrections(EventId storyline) const = 0;  // that touch its events, in order
  virtual Result<StorylineReasons> Why(EventId storyline) const = 0;

  virtual Result<StoreStats> Stats() const = 0;
  virtual Result<std::vector<std::string>> Verify() const = 0;  // reads everything; the problems found
  // Builds everything that can be built again from events and articles: index, terms, identities, copy bands, log.
  // Readers may see a part of it meanwhile; when it is interrupted, start it again. How many events were indexed.
  virtual Result<uint64_t> Reindex() = 0;

  // Reads every article again and puts what `read` gives in the place of the stored events, storylines built anew.
  // The new run is gathered beside the old one, then one write switches: a reader sees the one or the other, and a kill
  // leaves the old one and the gathered part, which the next call with the same run and reader goes on with. An event
  // that is the same or changed keeps its id and sequence; one that is gained gets new ones, or its own when it was
  // there before. What the old run said of changed and lost events is kept. Nothing rings. The switch takes memory for
  // all events, some 5 KB each.
  virtual Result<ReextractReport> Reextract(const ReextractOptions& options) = 0;

  // Every alert that rang, newest first.
  virtual Result<std::vector<OutboxEntry>> Alerts(size_t limit) const = 0;
  // Those that some channel still waits for, oldest first.
  virtual Result<std::vector<OutboxEntry>> Waiting(size_t limit) const = 0;
  virtual Result<void> MarkDelivered(std::string_view alert_id, std::string_view channel) = 0;
  virtual Result<void> MarkAttempt(std::string_view alert_id) = 0;

  virtual CrawlLedger& ledger() = 0;
};

}  // namespace tocsin
