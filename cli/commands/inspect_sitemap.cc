// `tocsin inspect sitemap FILE`: the addresses that a sitemap lists.
#include <iostream>

#include "cli/commands/batch.h"
#include "cli/commands/inspect.h"
#include "ingest/base/limits.h"
#include "ingest/feed.h"

namespace tocsin {
namespace {

const char* NameOf(Sitemap::Kind kind) {
  switch (kind) {
    case Sitemap::Kind::kUrlSet: return "urlset";
    case Sitemap::Kind::kIndex: return "index";
    case Sitemap::Kind::kText: return "text";
    case Sitemap::Kind::kFeed: return "feed";
    case Sitemap::Kind::kError: break;
  }
  return "error";
}

Json Show(const SitemapUrl& url) {
  Json out = {{"loc", url.loc}};
  if (!url.lastmod.empty()) out["lastmod"] = url.lastmod;
  if (!url.news_title.empty() || !url.news_publication.empty() || !url.news_published.empty()) {
    out["news"] = {{"publication", url.news_publication},
                   {"language", url.news_language},
                   {"published", url.news_published},
                   {"title", url.news_title}};
  }
  return out;
}

}  // namespace

int InspectSitemap(const InspectOptions& options) {
  const auto bytes = ReadFile(options.file, kFeedBytesMax);
  if (!bytes) {
    std::cerr << "inspect sitemap: " << bytes.error().what << '\n';
    return 1;
  }
  const Sitemap sitemap = ParseSitemap(*bytes, options.content_type, options.url);
  Json out = {{"kind", NameOf(sitemap.kind)}, {"urls", Json::array()}};
  for (const SitemapUrl& url : sitemap.urls) out["urls"].push_back(Show(url));
  std::cout << ToLine(out) << '\n';
  return sitemap.kind == Sitemap::Kind::kError ? 1 : 0;
}

}  // namespace tocsin
