// One article: clean text, and what is known about it. Everything downstream points into `text`.
#pragma once

#include <string>
#include <vector>

#include "ingest/base/time.h"

namespace tocsin {

// Where the publication date was found, most trusted first.
enum class DateOrigin : uint8_t { kNone, kGiven, kFeed, kJsonLd, kMeta, kMicrodata, kTimeElement, kUrl, kText };

// "given", "feed", "json-ld", ...; "" for kNone.
const char* ToString(DateOrigin origin);

struct Article {
  std::string id;             // ArticleId(canonical_url, text): 32 hexadecimal digits
  std::string ref;            // the id that the input gave, if it gave one
  std::string url;            // where it was read
  std::string canonical_url;  // what it calls itself; the same as `url` when it says nothing
  std::string site;           // "Example Daily"; the host when the page does not say
  std::string source_id;
  std::string title;
  std::vector<std::string> authors;
  std::string language;    // BCP 47: "en", "zh", "de", ...; "" when not told and not yet guessed
  Timestamp published_at;  // UTC; unknown when nobody says
  DateOrigin published_origin = DateOrigin::kNone;
  Timestamp modified_at;
  Instant fetched_at;
  std::string text;  // UTF-8, NFC, paragraphs separated by one '\n', no title, no clutter
};

inline size_t CostBytes(const Article& a) { return sizeof a + a.text.size() + a.title.size(); }

// The same page with the same words has the same id, whoever fetched it and when.
std::string ArticleId(std::string_view canonical_url, std::string_view text);

}  // namespace tocsin
