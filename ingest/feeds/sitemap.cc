#include "ingest/feeds/sitemap.h"

#include <algorithm>
#include <unordered_set>

#include "ingest/archive/gzip.h"
#include "ingest/base/limits.h"
#include "ingest/feeds/feed_formats.h"
#include "ingest/feeds/feed_text.h"
#include "ingest/page.h"
#include "ingest/web.h"

namespace tocsin {
namespace {

// The date as an instant, or "": a word like "yesterday" is no date.
std::string DateOf(std::string_view text) {
  const auto date = ParseFeedDate(text);
  return date ? FormatInstant(date->at) : std::string();
}

std::string ChildText(const XmlNode& element, std::string_view name) {
  const XmlNode* child = element.Child(name);
  return child == nullptr || child->cut ? std::string() : std::string(TrimmedText(child->Text()));
}

void ReadNews(const XmlNode& entry, SitemapUrl& out) {
  const XmlNode* news = entry.Child("news");
  if (news == nullptr) return;
  out.news_title = ChildText(*news, "title");
  out.news_published = DateOf(ChildText(*news, "publication_date"));
  if (const XmlNode* publication = news->Child("publication")) {
    out.news_publication = ChildText(*publication, "name");
    out.news_language = ChildText(*publication, "language");
  }
}

class UrlCollector {
 public:
  UrlCollector(Sitemap& sitemap, std::string_view base) : sitemap_(sitemap), base_(base) {}

  bool Full() const { return sitemap_.urls.size() >= kSitemapUrlsMax; }

  // Keeps `entry` under the absolute form of `loc`, unless that is no web address or known.
  void Add(std::string_view loc, SitemapUrl entry) {
    if (loc.empty() || Full()) return;
    const auto url = ParseUrl(loc, base_);
    if (!url || (url->scheme != "http" && url->scheme != "https") || !seen_.insert(url->href).second) return;
    entry.loc = url->href;
    sitemap_.urls.push_back(std::move(entry));
  }

 private:
  Sitemap& sitemap_;
  std::string_view base_;
  std::unordered_set<std::string> seen_;
};

}  // namespace

Sitemap ReadXmlSitemap(const XmlDocument& document, std::string_view url) {
  Sitemap out;
  const XmlNode* root = document.root();
  if (root == nullptr) return out;
  const bool index = root->name == "sitemapindex";
  if (!index && root->name != "urlset") return out;
  out.kind = index ? Sitemap::Kind::kIndex : Sitemap::Kind::kUrlSet;
  UrlCollector collector(out, url);
  for (const XmlNode& entry : root->children) {
    if (entry.name != (index ? "sitemap" : "url") || collector.Full()) continue;
    SitemapUrl found;
    found.lastmod = DateOf(ChildText(entry, "lastmod"));
    ReadNews(entry, found);
    collector.Add(ChildText(entry, "loc"), std::move(found));
  }
  return out;
}

Sitemap ReadTextSitemap(std::string_view text) {
  Sitemap out;
  UrlCollector collector(out, {});
  while (!text.empty()) {
    const size_t end = std::min(text.find_first_of("\r\n"), text.size());
    const std::string_view line = TrimmedText(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
    if (line.starts_with("http://") || line.starts_with("https://")) collector.Add(line, {});
  }
  if (!out.urls.empty()) out.kind = Sitemap::Kind::kText;
  return out;
}

Sitemap SitemapOfFeed(const Feed& feed, std::string_view url) {
  Sitemap out;
  out.kind = Sitemap::Kind::kFeed;
  UrlCollector collector(out, url);
  for (const FeedItem& entry : feed.entries) {
    SitemapUrl found;
    const Timestamp& date = entry.updated.known() ? entry.updated : entry.published;
    if (date.known()) found.lastmod = FormatInstant(date.at);
    collector.Add(entry.link, std::move(found));
  }
  return out;
}

Sitemap ParseSitemap(std::string_view bytes, std::string_view content_type, std::string_view url) {
  std::string unpacked;
  if (IsGzip(bytes)) {
    auto inflated = Gunzip(bytes, kFeedBytesMax);
    if (!inflated) return {};
    unpacked = std::move(*inflated);
    bytes = unpacked;
  }
  if (bytes.size() > kFeedBytesMax) return {};
  Utf8Text text = DecodeXmlBytes(bytes, content_type);
  const size_t first = text.text.find_first_not_of(" \t\r\n");
  if (first == std::string::npos) return {};
  if (text.text[first] != '<') return ReadTextSitemap(text.text);
  const XmlDocument document(std::move(text.text));
  if (Sitemap sitemap = ReadXmlSitemap(document, url); sitemap.kind != Sitemap::Kind::kError) return sitemap;
  const auto feed = ReadXmlFeed(document, url, {});
  return feed ? SitemapOfFeed(*feed, url) : Sitemap{};
}

}  // namespace tocsin
