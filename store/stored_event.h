// An event with its place in the log.
#pragma once

#include <cstdint>
#include <string>

#include "ingest/article.h"
#include "ingest/base/error.h"
#include "rules/event.h"

namespace tocsin {

// 40 bits of the publication second (fetch time when unknown), 24 of a counter within it: sorts by time.
using EventId = uint64_t;
using Sequence = uint64_t;  // order of ingest: 1, 2, 3, ...; never reused, never skipped

std::string FormatEventId(EventId id);  // 13 characters, Crockford base32, lower case; sorts as the number does
Result<EventId> ParseEventId(std::string_view text);  // accepts upper case and i, l, o as 1, 1, 0

// What every row says of the article it came from.
struct ArticleHead {
  std::string id, ref, url, source, site, title, language;
  Timestamp published_at;
  std::string copy_of;  // id of the article that this one re-prints, or ""
};

struct StoredEvent {
  EventId id = 0;
  Sequence sequence = 0;
  EventId storyline = 0;
  ArticleHead article;
  std::string sentence;  // the words of event.sentence: evidence without a second read
  Event event;
  bool superseded = false;  // as an earlier run of the packs told it; not so on disk, but by where it was found
};

}  // namespace tocsin
