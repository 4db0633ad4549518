// Every bound in one place, with its unit and its reason. What an operator may want to change is
// configuration; what protects the process is here.
#pragma once

#include <cstddef>
#include <cstdint>

namespace tocsin {

// Decoded bytes of a page; the largest real news page seen is 4 MB
inline constexpr size_t kPageBytesMax = 8u << 20;
// Decoded bytes of a feed or sitemap; above it, a feed is a dump
inline constexpr size_t kFeedBytesMax = 16u << 20;
// RFC 9309, 2.5: at least 500 KiB must be parsed
inline constexpr size_t kRobotsBytesMax = 512u << 10;
// Decoded : encoded; HTML seldom passes 20, a bomb has thousands
inline constexpr size_t kInflateRatioMax = 200;
// RFC 9309, 2.3.1.2 asks for five; browsers follow twenty
inline constexpr int kRedirectsMax = 10;
// Home page -> sitemap index -> sitemap -> what it names
inline constexpr int kListingDepthMax = 3;
// Listings of one source in one visit
inline constexpr size_t kListingsMax = 50;
// A longer Crawl-delay would keep a visit from ever ending
inline constexpr int kCrawlDelayMsMax = 60'000;
// A server that asks for a longer pause is left for the next visit
inline constexpr int kBackoffMsMax = 120'000;
// Answers missing in a row, after which a host is left for this visit
inline constexpr int kHostFailuresMax = 3;
// Problem lines kept of one source
inline constexpr size_t kProblemsMax = 20;
// Nested elements; deeper ones are flattened
inline constexpr size_t kHtmlDepthMax = 256;
// Entries of one feed
inline constexpr size_t kFeedEntriesMax = 20'000;
// Feeds of one OPML file
inline constexpr size_t kOpmlFeedsMax = 10'000;
// URLs of one file; sitemaps.org allows 50,000, generators overshoot
inline constexpr size_t kSitemapUrlsMax = 100'000;
// Article links taken from one page of links
inline constexpr size_t kPageLinksMax = 2'000;
// Elements and texts; a full sitemap has 500,000
inline constexpr size_t kXmlNodesMax = 1'000'000;
// Nested elements; deeper ones are read as their text
inline constexpr size_t kXmlDepthMax = 256;
// Nested values in foreign JSON
inline constexpr size_t kJsonDepthMax = 64;
// Nodes of one page; the largest real news page seen has 60,000
inline constexpr size_t kHtmlNodesMax = 500'000;
// Attributes of one page; later ones are not kept
inline constexpr size_t kHtmlAttributesMax = 500'000;
// Bytes that a gzip file of articles unpacks to
inline constexpr size_t kPackedFileBytesMax = 64u << 20;
// UTF-8 bytes of an article's text; the rest is cut at a paragraph
inline constexpr size_t kArticleBytesMax = 2u << 20;
// UTF-8 bytes of a title; longer ones are not titles
inline constexpr size_t kTitleBytesMax = 2'000;
// RFC 9110, 4.1 asks for 8,000 at least
inline constexpr size_t kUrlBytesMax = 8'192;
// Units (names, sums, other tokens) of one sentence that rules look at: real ones have under 150, and looking is
// quadratic
inline constexpr size_t kSentenceUnitsMax = 400;
// Events kept of one article: a day's briefing has about 40
inline constexpr size_t kArticleEventsMax = 300;
// Bytes of one rule-pack file
inline constexpr size_t kPackBytesMax = 32u << 20;
// Bytes of one query
inline constexpr size_t kQueryBytesMax = 8'192;
// Nested parentheses
inline constexpr size_t kQueryDepthMax = 64;

}  // namespace tocsin
