// The links of an HTML page that lead to articles, and the feeds that it declares.
#pragma once

#include <string>
#include <string_view>

#include "ingest/feed.h"

namespace tocsin {

// Whether an address looks like one article rather than a section, a tag, a form or a file: by a date in its path, a
// long slug or a long number. `anchor` is the link's text, "" when unknown.
bool LooksLikeArticle(std::string_view path, std::string_view query, std::string_view anchor);

// Same-site article-like links outside of navigation and footers, with their text as title, in document order; and
// <link rel=alternate> of feed types. At most kPageLinksMax pages. Linear.
Listing ReadPageLinks(std::string_view html, std::string_view url);

}  // namespace tocsin
