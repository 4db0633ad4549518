// Something that is crawled: a feed, a sitemap, a page of links, or a site to be explored.
#pragma once

#include <string>
#include <string_view>

namespace tocsin {

enum class SourceKind : uint8_t {
  kAuto,     // decide by what comes back: a feed, a sitemap, or a site whose home page names them
  kFeed,     // RSS, Atom, RDF or JSON Feed
  kSitemap,  // sitemaps.org, with or without the news extension; an index is followed
  kPage,     // a page of links: every same-site link that looks like an article is a candidate
};

struct Source {
  std::string id;    // stable, unique: "wh-actions"
  std::string name;  // shown to people; the id when empty
  std::string url;   // where crawling starts
  SourceKind kind = SourceKind::kAuto;
  std::string language;       // BCP 47, when the source is in one language
  std::string jurisdiction;   // ISO 3166-1 alpha-2 or "EU": the home of "$" and "the government"
  int interval_minutes = 30;  // between two visits with `crawl --follow`
  size_t pages_max = 200;     // article pages fetched in one visit
  bool enabled = true;
};

}  // namespace tocsin
