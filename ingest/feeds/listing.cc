// What a crawler needs of anything that lists pages.
#include <unordered_set>

#include "ingest/archive/gzip.h"
#include "ingest/base/limits.h"
#include "ingest/charset/sniff.h"
#include "ingest/feed.h"
#include "ingest/feeds/federal_register.h"
#include "ingest/feeds/feed_formats.h"
#include "ingest/feeds/html_fragment.h"
#include "ingest/feeds/page_links.h"
#include "ingest/feeds/sitemap.h"
#include "ingest/page.h"
#include "ingest/web.h"

namespace tocsin {
namespace {

FeedHint HintOf(const FeedItem& entry) {
  FeedHint hint;
  hint.title = LooksLikeHtml(entry.title) ? HtmlToText(entry.title) : entry.title;
  hint.author = entry.authors.empty() ? entry.author : entry.authors.front().name;
  hint.language = entry.language;
  // Atom obliges to say when an entry was updated, not when it was published; for most these are one.
  hint.published = entry.published.known() ? entry.published : entry.updated;
  hint.updated = entry.updated;
  return hint;
}

Listing ListFeed(const Feed& feed, std::string_view url) {
  Listing listing;
  std::unordered_set<std::string> seen;
  for (const FeedItem& entry : feed.entries) {
    if (entry.link.empty()) continue;  // an empty reference would be the feed itself
    std::string page = CanonicalUrl(entry.link, url);
    if (!page.empty() && seen.insert(page).second) listing.pages.push_back({std::move(page), HintOf(entry)});
  }
  return listing;
}

Listing ListSitemap(const Sitemap& sitemap, std::string_view url) {
  Listing listing;
  std::unordered_set<std::string> seen;
  for (const SitemapUrl& entry : sitemap.urls) {
    if (sitemap.kind == Sitemap::Kind::kIndex) {
      listing.listings.push_back(entry.loc);
      continue;
    }
    std::string page = CanonicalUrl(entry.loc, url);
    if (page.empty() || !seen.insert(page).second) continue;
    FeedHint hint;
    hint.title = entry.news_title;
    hint.language = entry.news_language;
    hint.published = ParseFeedDate(entry.news_published).value_or(Timestamp{});
    hint.updated = ParseFeedDate(entry.lastmod).value_or(Timestamp{});
    listing.pages.push_back({std::move(page), std::move(hint)});
  }
  return listing;
}

Result<Listing> ListJson(std::string_view text, std::string_view url) {
  const auto json = JsonValue::Parse(text);
  if (!json) return Fail(Errc::kMalformed, "listing: " + json.error().what);
  if (const auto feed = ReadJsonFeed(*json, url)) return ListFeed(*feed, url);
  if (auto listing = ReadFederalRegister(*json, url)) return std::move(*listing);
  return Fail(Errc::kUnsupported, "listing: JSON that is neither JSON Feed nor a list of results");
}

// HTML begins with its doctype or root, whatever the header says; feeds are served as text/html too.
bool LooksLikeHtmlPage(std::string_view text, std::string_view media_type) {
  std::string head(text.substr(0, 1024));
  for (char& c : head) {
    if (c >= 'A' && c <= 'Z') c = char(c + 32);
  }
  if (head.find("<!doctype html") != head.npos || head.find("<html") != head.npos) return true;
  const bool xml = head.find("<?xml") != head.npos || head.find("<rss") != head.npos ||
                   head.find("<feed") != head.npos || head.find("<urlset") != head.npos ||
                   head.find("<rdf:rdf") != head.npos;
  return !xml && media_type == "text/html";
}

}  // namespace

Result<Listing> ReadListing(const RawDocument& document) {
  std::string_view bytes = document.bytes;
  std::string unpacked;
  if (IsGzip(bytes)) {
    auto inflated = Gunzip(bytes, kFeedBytesMax);
    if (!inflated) return tl::unexpected(While("listing", std::move(inflated.error())));
    unpacked = std::move(*inflated);
    bytes = unpacked;
  }
  if (bytes.size() > kFeedBytesMax) return Fail(Errc::kTooLarge, "listing: more than 16 MiB");
  const std::string type = MediaType(document.content_type);
  Utf8Text text = DecodeXmlBytes(bytes, document.content_type);
  const size_t first = text.text.find_first_not_of(" \t\r\n");
  if (first == std::string::npos) return Fail(Errc::kMalformed, "listing: empty");
  if (text.text[first] == '{') return ListJson(text.text, document.url);
  if (LooksLikeHtmlPage(std::string_view(text.text).substr(first), type)) {
    return ReadPageLinks(DecodeHtmlBytes(bytes, document.content_type).text, document.url);
  }
  if (text.text[first] != '<') {
    const Sitemap lines = ReadTextSitemap(text.text);
    if (lines.kind == Sitemap::Kind::kError) return Fail(Errc::kUnsupported, "listing: text without addresses");
    return ListSitemap(lines, document.url);
  }
  const XmlDocument xml(std::move(text.text));
  const Sitemap sitemap = ReadXmlSitemap(xml, document.url);
  if (sitemap.kind != Sitemap::Kind::kError) return ListSitemap(sitemap, document.url);
  const auto feed = ReadXmlFeed(xml, document.url, {});
  if (!feed) return Fail(Errc::kUnsupported, "listing: XML that is neither a feed nor a sitemap");
  return ListFeed(*feed, document.url);
}

}  // namespace tocsin
