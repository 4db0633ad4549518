// Sitemaps, on documents that are decoded already.
#pragma once

#include <string_view>

#include "ingest/feed.h"
#include "ingest/markup/xml.h"

namespace tocsin {

// <urlset> or <sitemapindex>; kError for any other root. Addresses are absolute, http(s), none twice.
Sitemap ReadXmlSitemap(const XmlDocument& document, std::string_view url);
// One address a line; lines that are none are skipped. kError when there is no address at all.
Sitemap ReadTextSitemap(std::string_view text);
// The pages of a feed, as sitemaps.org allows.
Sitemap SitemapOfFeed(const Feed& feed, std::string_view url);

}  // namespace tocsin
