// Feeds, sitemaps and pages of links: everything that lists pages.
//
// RSS 0.9x/1.0/2.0, Atom 0.3/1.0 (RFC 4287), JSON Feed 1.0/1.1, sitemaps.org with the Google News extension.
// Broken feeds are the rule: what can be read is read, and `wellformed` says so.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ingest/base/error.h"
#include "ingest/raw_document.h"

namespace tocsin {

struct FeedPerson {
  std::string name, email, url;
};

struct FeedLink {
  std::string href, rel, type, title, hreflang, length;
};

struct FeedCategory {
  std::string term, scheme, label;
};

struct FeedContent {
  std::string value, type, lang;
};

struct FeedEnclosure {
  std::string url, type, length;
};

// What a feed and an entry have in common. All text UTF-8, URLs resolved against the document's base. Empty = absent.
struct FeedItem {
  std::string title, link, id, subtitle, language, rights;
  std::string author;
  std::vector<FeedPerson> authors, contributors;
  std::string publisher, image, generator, comments;
  std::vector<FeedLink> links;
  std::vector<FeedCategory> categories;
  Timestamp updated, published;
  // entries only
  std::string summary;
  std::vector<FeedContent> content;
  std::vector<FeedEnclosure> enclosures, media;
  std::vector<FeedItem> source;  // none or one
};

struct Feed {
  std::string format;    // "rss20", "atom10", "json11", "rdf10", ...
  std::string encoding;  // WHATWG name of what the bytes were in
  bool wellformed = true;
  FeedItem feed;
  std::vector<FeedItem> entries;  // at most kFeedEntriesMax
};

// kMalformed when no feed can be seen in it; never a crash. `url` is the base of relative links.
Result<Feed> ParseFeed(std::string_view bytes, std::string_view content_type, std::string_view url,
                       std::string_view content_language = {});

struct SitemapUrl {
  std::string loc, lastmod;
  std::string news_publication, news_language, news_published, news_title;  // the news extension, or ""
};

struct Sitemap {
  enum class Kind : uint8_t { kUrlSet, kIndex, kText, kFeed, kError };
  Kind kind = Kind::kError;
  std::vector<SitemapUrl> urls;  // of an index: the sitemaps
};
Sitemap ParseSitemap(std::string_view bytes, std::string_view content_type, std::string_view url);

// The dates that feeds and headers print: RFC 822/2822/9110, RFC 3339, W3C-DTF, ISO 8601 and their common
// mistakes. nullopt rather than a guess. Without a zone: UTC.
std::optional<Timestamp> ParseFeedDate(std::string_view text);

// What a crawler needs of any of them.
struct ListedPage {
  std::string url;  // absolute http(s)
  FeedHint hint;
};

struct Listing {
  std::vector<ListedPage> pages;      // in document order, no URL twice
  std::vector<std::string> listings;  // further feeds or sitemaps to follow: of an index, of a home page's <link>s
};

// Decides by content type and bytes. An HTML page gives its declared feeds, and its article-like same-site links.
Result<Listing> ReadListing(const RawDocument& document);

}  // namespace tocsin
