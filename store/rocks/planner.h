// From a query to the events that may match, by postings; each is looked at before it counts.
//
// A plan never decides: it only leaves out what cannot match. Matches() has the last word on every row, so a plan
// that knows too little is slow, and never wrong.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "store/rocks/database.h"
#include "store/rocks/pending_index.h"

namespace tocsin {

// What the store holds at one moment.
struct IndexView {
  Database::View view;
  std::shared_ptr<const IndexOverlay> pending;  // what belongs to the index and is not in its families; may be null
  Sequence newest = 0;
};

struct Plan {
  enum class Kind : uint8_t { kAll, kTerm, kIds, kAnd, kOr };
  Kind kind = Kind::kAll;
  std::string term;            // kTerm
  std::vector<EventId> ids;    // kIds: sorted
  std::vector<Plan> children;  // kAnd, kOr
};

// Ids that can match, half-open: what the query says of publication.
struct IdRange {
  EventId first = 0, after = UINT64_MAX;
};

struct ScanCounts {
  size_t postings_read = 0, rows_read = 0;
};

// Visits the events that match, in order, as they stand at `moment`, until `visit` returns false.
// Events after sequence `pinned` are left out. `range` narrows what the query itself says.
Result<void> ScanMatches(const Database& db, const Query& query, Order order, IdRange range, Sequence pinned,
                         const IndexView& moment, ScanCounts& counts, const std::function<bool(StoredEvent&)>& visit);

Result<Plan> MakePlan(const Database& db, const QueryNode& node, const IndexView& moment);
IdRange RangeOf(const QueryNode& node);

QueryRow RowOf(const StoredEvent& stored, const std::string& id, const std::string& storyline);

}  // namespace tocsin
