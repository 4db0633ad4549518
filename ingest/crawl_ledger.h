// What the crawler must remember, declared here and kept by the store.
//
// The promise: a page that was listed is either still pending or done, whenever the process dies.
// A listing's validators are written together with the links it gave, so a 304 can never hide a
// link that was lost; a page is done in the same atomic write that stores its article.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ingest/base/error.h"
#include "ingest/raw_document.h"

namespace tocsin {

// A page or listing that was visited.
struct VisitRecord {
  std::string etag, last_modified;  // validators for the next conditional GET
  Instant visited_at;
  Timestamp updated;  // what the listing said when we last fetched it
  int status = 0;     // HTTP status of the last visit; 0 = no answer
  int failures = 0;   // in a row
};

// A link that waits to be fetched.
struct PendingPage {
  std::string url;
  std::string source_id;
  FeedHint hint;
  int attempts = 0;
};

class CrawlLedger {
 public:
  virtual ~CrawlLedger() = default;

  virtual Result<std::optional<VisitRecord>> FindVisit(std::string_view url) const = 0;

  // One atomic step: the listing was visited, and `pages` are pending from now on (a page that is
  // pending already keeps its attempts).
  virtual Result<void> RecordListing(std::string_view url, const VisitRecord& visit,
                                     const std::vector<PendingPage>& pages) = 0;

  // Oldest first, at most `limit`.
  virtual Result<std::vector<PendingPage>> Pending(std::string_view source_id, size_t limit) const = 0;

  // The page gave no article (not modified, gone, noise, refused): no longer pending.
  virtual Result<void> RecordPage(std::string_view url, const VisitRecord& visit) = 0;

  // The page may be tried again: stays pending, with one attempt more.
  virtual Result<void> RecordFailure(const PendingPage& page, const VisitRecord& visit) = 0;
};

}  // namespace tocsin
