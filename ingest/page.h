// An HTML page, read: main text and metadata, with the reasons; and bytes to UTF-8.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "ingest/article.h"
#include "ingest/base/error.h"
#include "ingest/raw_document.h"

namespace tocsin {

struct Utf8Text {
  std::string text;      // valid UTF-8; what could not be decoded is U+FFFD
  std::string encoding;  // WHATWG name, lower case: "utf-8", "gb18030", "windows-1252"
  bool lossy = false;    // something became U+FFFD
};

// WHATWG "encoding sniffing": BOM, Content-Type, <meta> prescan of the first 1024 bytes, then a guess from the bytes.
Utf8Text DecodeHtmlBytes(std::string_view bytes, std::string_view content_type);
// RFC 7303: BOM, Content-Type charset, XML declaration, then UTF-8.
Utf8Text DecodeXmlBytes(std::string_view bytes, std::string_view content_type);

// The decoded bytes, all members. kTooLarge above `bytes_max` or above kInflateRatioMax times the input; kMalformed
// when nothing can be decoded. A file that is cut gives what there is.
Result<std::string> Gunzip(std::string_view bytes, size_t bytes_max);

struct PageReading {
  std::string title;
  std::vector<std::string> authors;
  std::string site, language, canonical_url;
  Timestamp published, modified;
  DateOrigin published_origin = DateOrigin::kNone;
  int published_zone_seconds = 0;  // east of UTC, as the page wrote it: the day that its readers call the date
  std::string text;                // paragraphs separated by '\n'; "" for a page that is no article
  std::vector<std::string> notes;  // why: the winning candidate, the date's origin, what was dropped
};

// `html` is any bytes already decoded to UTF-8. Linear time, bounded memory, whatever the page.
PageReading ReadPage(std::string_view html, std::string_view url, const FeedHint& hint = {});

}  // namespace tocsin
