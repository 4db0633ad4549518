// The records of the store. Encode(record) and Decode<T>(bytes) of wire.h work on each of them.
#pragma once

#include <string>
#include <vector>

#include "ingest/crawl_ledger.h"
#include "store/codec/wire.h"
#include "store/event_log.h"

namespace tocsin {

// What the article family keeps beside the article.
struct ArticleRecord {
  Article article;
  std::string copy_of;             // root of the copies, or ""
  std::string independent_source;  // shared by all copies
};

// One report of a storyline, beside the event itself.
struct ReportRecord {
  Instant fetched_at;
  std::string independent_source;
};

struct PendingRecord {
  PendingPage page;
  uint64_t order = 0;  // place in the frontier
};

// Absolute values, written with every batch that changes them: a replay cannot count twice.
struct Counters {
  uint64_t sequence = 0, frontier = 0, outbox = 0;  // the last ones given
  uint64_t articles = 0, copies = 0, events = 0, storylines = 0, pending = 0, alerts_waiting = 0, alerts_delivered = 0;
};

void Fields(Writer& io, StoredEvent& r);
void Fields(Reader& io, StoredEvent& r);
void Fields(Writer& io, ArticleRecord& r);
void Fields(Reader& io, ArticleRecord& r);
void Fields(Writer& io, Storyline& r);
void Fields(Reader& io, Storyline& r);
void Fields(Writer& io, ReportRecord& r);
void Fields(Reader& io, ReportRecord& r);
void Fields(Writer& io, OutboxEntry& r);
void Fields(Reader& io, OutboxEntry& r);
void Fields(Writer& io, VisitRecord& r);
void Fields(Reader& io, VisitRecord& r);
void Fields(Writer& io, PendingRecord& r);
void Fields(Reader& io, PendingRecord& r);
// The events that a run of the packs, which is not finished, gives for one article.
struct StagedRecord {
  std::vector<Event> events;
};

// An article whose bands are not in their family yet.
struct FreshRecord {
  std::string article;
  std::vector<uint64_t> bands;
};

void Fields(Writer& io, FreshRecord& r);
void Fields(Reader& io, FreshRecord& r);
void Fields(Writer& io, Correction& r);
void Fields(Reader& io, Correction& r);
void Fields(Writer& io, StagedRecord& r);
void Fields(Reader& io, StagedRecord& r);
void Fields(Writer& io, Counters& r);
void Fields(Reader& io, Counters& r);

}  // namespace tocsin
