// Lists of feeds as feed readers exchange them: OPML 2.0 (http://opml.org/spec2.opml).
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "ingest/base/error.h"

namespace tocsin {

// An <outline> with an xmlUrl. All text UTF-8; empty when absent.
struct OpmlFeed {
  std::string title;  // `text`, else `title`
  std::string url;    // `xmlUrl`, as written: an absolute address or not
  std::string language;
};

// In document order, groups opened, at most kOpmlFeedsMax. kMalformed, with line and column, when it is no
// well-formed XML; when there is no <opml> in it. Linear.
Result<std::vector<OpmlFeed>> ReadOpml(std::string_view bytes);

// A document that ReadOpml reads back.
std::string WriteOpml(std::string_view title, const std::vector<OpmlFeed>& feeds);

}  // namespace tocsin
