// Every bound in one place, with its unit and its reason. What an operator may want to change is
// configuration; what protects the process is here.
#pragma once

#include <cstddef>
#include <cstdint>

namespace tocsin {

inline constexpr size_t kPageBytesMax = 8u << 20;   // decoded bytes of a page; the largest real news page seen is 4 MB
inline constexpr size_t kFeedBytesMax = 16u << 20;  // decoded bytes of a feed or sitemap; above it, a feed is a dump
inline constexpr size_t kRobotsBytesMax = 512u << 10;  // RFC 9309, 2.5: at least 500 KiB must be parsed
inline constexpr size_t kInflateRatioMax = 200;        // decoded : encoded; HTML seldom passes 20, a bomb has thousands
inline constexpr int kRedirectsMax = 10;               // RFC 9309, 2.3.1.2 asks for five; browsers follow twenty
inline constexpr size_t kHtmlDepthMax = 256;           // nested elements; deeper ones are flattened
inline constexpr size_t kHtmlNodesMax = 500'000;      // nodes of one page; the largest real news page seen has 60,000
inline constexpr size_t kHtmlAttributesMax = 500'000; // attributes of one page; later ones are not kept
inline constexpr size_t kFeedEntriesMax = 20'000;      // entries of one feed
inline constexpr size_t kSitemapUrlsMax =
    100'000;                                       // URLs of one file; sitemaps.org allows 50,000, generators overshoot
inline constexpr size_t kPageLinksMax = 2'000;     // article links taken from one page of links
inline constexpr size_t kXmlNodesMax = 1'000'000;  // elements and texts; a full sitemap has 500,000
inline constexpr size_t kXmlDepthMax = 256;        // nested elements; deeper ones are read as their text
inline constexpr size_t kJsonDepthMax = 64;        // nested values in foreign JSON
inline constexpr size_t kArticleBytesMax = 2u
                                           << 20;   // UTF-8 bytes of an article's text; the rest is cut at a paragraph
inline constexpr size_t kTitleBytesMax = 2'000;     // UTF-8 bytes of a title; longer ones are not titles
inline constexpr size_t kUrlBytesMax = 8'192;       // RFC 9110, 4.1 asks for 8,000 at least
inline constexpr size_t kPackBytesMax = 32u << 20;  // bytes of one rule-pack file
inline constexpr size_t kQueryBytesMax = 8'192;     // bytes of one query
inline constexpr size_t kQueryDepthMax = 64;        // nested parentheses

}  // namespace tocsin
