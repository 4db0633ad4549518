// Keys that more than one part of the store builds.
#pragma once

#include <string>
#include <string_view>

#include "ingest/base/hash.h"
#include "store/codec/seal.h"
#include "store/stored_event.h"

namespace tocsin {

inline std::string PairKey(uint64_t first, uint64_t second) {
  std::string key = Big64(first);
  AppendBig64(second, key);
  return key;
}

inline std::string ReportKey(EventId storyline, EventId event) { return PairKey(storyline, event); }
inline std::string StoryKey(std::string_view key, EventId storyline) { return PairKey(Hash64(key), storyline); }

// The texts of one page stand together: its URL, a zero byte, the article id.
inline std::string UrlKey(std::string_view canonical_url, std::string_view article_id) {
  std::string key(canonical_url);
  key += '\0';
  key += article_id;
  return key;
}

}  // namespace tocsin
