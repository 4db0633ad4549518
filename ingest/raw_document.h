// What came over the wire, untouched: the first of the types that flow.
#pragma once

#include <cstdint>
#include <string>

#include "ingest/base/time.h"

namespace tocsin {

// What a feed or sitemap said about a page before the page was fetched. Empty = not said. UTF-8.
struct FeedHint {
  std::string title;
  std::string author;
  std::string language;  // BCP 47
  Timestamp published;
  Timestamp updated;  // a later value than the one known asks for a new visit

  // The later of the two dates; unknown when neither is known.
  const Timestamp& Latest() const {
    return updated.known() && (!published.known() || published.at < updated.at) ? updated : published;
  }
};

struct RawDocument {
  std::string bytes;          // content-coding removed, charset as sent
  std::string url;            // after redirects; file paths have the form "file:///..."
  std::string content_type;   // the header, whole: "text/html; charset=gb18030"
  int status = 200;           // HTTP status
  std::string etag;           // as sent, quotes and W/ included
  std::string last_modified;  // as sent
  Instant fetched_at;
  std::string source_id;      // Source::id; empty for files given by hand
  std::string requested_url;  // before redirects: the frontier's key
  FeedHint hint;
};

inline size_t CostBytes(const RawDocument& d) { return sizeof d + d.bytes.size(); }

}  // namespace tocsin
