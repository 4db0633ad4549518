#include "ingest/article.h"

#include "ingest/base/hash.h"

namespace tocsin {

const char* ToString(DateOrigin origin) {
  switch (origin) {
    case DateOrigin::kNone: return "";
    case DateOrigin::kGiven: return "given";
    case DateOrigin::kFeed: return "feed";
    case DateOrigin::kJsonLd: return "json-ld";
    case DateOrigin::kMeta: return "meta";
    case DateOrigin::kMicrodata: return "microdata";
    case DateOrigin::kTimeElement: return "time element";
    case DateOrigin::kUrl: return "url";
    case DateOrigin::kText: return "text";
  }
  return "";
}

std::string ArticleId(std::string_view canonical_url, std::string_view text) {
  std::string key(canonical_url);
  key.push_back('\0');  // no URL holds a NUL, so the pair is unambiguous
  key.append(text);
  return HashHex128(key);
}

}  // namespace tocsin
