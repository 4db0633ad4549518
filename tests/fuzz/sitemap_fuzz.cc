// Whatever the bytes: addresses are absolute and http(s), no two are the same, dates read back as they were printed.
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <memory>
#include <set>
#include <string>
#include <string_view>

#include "ingest/base/limits.h"
#include "ingest/feed.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  std::unique_ptr<char[]> bytes(new char[size]);
  if (size != 0) std::memcpy(bytes.get(), data, size);
  const auto sitemap =
      tocsin::ParseSitemap(std::string_view(bytes.get(), size), "application/xml", "https://example.org/sitemap.xml");
  if (sitemap.kind == tocsin::Sitemap::Kind::kError && !sitemap.urls.empty()) std::abort();
  if (sitemap.urls.size() > tocsin::kSitemapUrlsMax) std::abort();
  std::set<std::string> seen;
  for (const auto& url : sitemap.urls) {
    if (!url.loc.starts_with("http://") && !url.loc.starts_with("https://")) std::abort();
    if (!seen.insert(url.loc).second) std::abort();
    const auto date = tocsin::ParseFeedDate(url.lastmod);
    if (!url.lastmod.empty() && (!date || tocsin::FormatInstant(date->at) != url.lastmod)) std::abort();
  }
  return 0;
}
