// RawDocument in, Articles out: charset, format, main text, metadata. Pure: any thread.
#pragma once

#include <string>
#include <vector>

#include "ingest/article.h"
#include "ingest/base/error.h"
#include "ingest/raw_document.h"

namespace tocsin {

struct DecodeOptions {
  // For text files, whose date nobody says. Unknown: relative dates stay unresolved.
  Timestamp published;
  std::string language;  // overrides what the document says when not empty
};

struct Decoded {
  std::vector<Article> articles;      // id set; none for an index page or a page of noise
  std::vector<std::string> problems;  // records that could not be read: "line 12: ...", the rest goes on
};

// By content type, then by the bytes: HTML, plain text (first line = title), JSON Lines or a JSON
// array of articles {id, url, source, title, lang, published, text}, feeds whose entries carry text.
// kUnsupported for anything else, kMalformed when nothing in it can be read.
Result<Decoded> Decode(const RawDocument& document, const DecodeOptions& options = {});

}  // namespace tocsin
