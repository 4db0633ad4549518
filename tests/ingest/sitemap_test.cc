// Sitemaps: what they list, and what is no sitemap.
#include <gtest/gtest.h>

#include <string>

#include "ingest/archive/gzip.h"
#include "ingest/base/limits.h"
#include "ingest/feed.h"
#include "tests/support/gzip.h"

namespace tocsin {
namespace {

using Kind = Sitemap::Kind;

struct Case {
  std::string text;
  Kind kind;
  std::string listed;  // "loc lastmod" of each, joined by '|'
};

std::string Listed(const Sitemap& sitemap) {
  std::string out;
  for (const SitemapUrl& url : sitemap.urls) {
    if (!out.empty()) out += '|';
    out += url.loc;
    if (!url.lastmod.empty()) out += ' ' + url.lastmod;
  }
  return out;
}

const Case kSitemaps[] = {
    {"<urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'><url><loc> https://e.org/a </loc>"
     "<lastmod>2026-03-03</lastmod></url><url><loc>/b?x=1&amp;y=2</loc></url></urlset>",
     Kind::kUrlSet, "https://e.org/a 2026-03-03T00:00:00Z|https://e.org/b?x=1&y=2"},
    {"<sitemapindex><sitemap><loc>https://e.org/1.xml</loc></sitemap></sitemapindex>", Kind::kIndex,
     "https://e.org/1.xml"},
    {"<s:urlset "
     "xmlns:s='http://www.sitemaps.org/schemas/sitemap/0.9'><s:url><s:loc>https://e.org/a</s:loc></s:url></s:urlset>",
     Kind::kUrlSet, "https://e.org/a"},
    {"https://e.org/a\r\n\r\nhttps://e.org/b\nnot one\nhttps://e.org/a", Kind::kText,
     "https://e.org/a|https://e.org/b"},
    {"<rss><channel><item><link>https://e.org/a</link><pubDate>Tue, 03 Mar 2026 08:05:09 "
     "GMT</pubDate></item></channel></rss>",
     Kind::kFeed, "https://e.org/a 2026-03-03T08:05:09Z"},
    {"<urlset/>", Kind::kUrlSet, ""},
    {Gzip("<urlset><url><loc>https://e.org/a</loc></url></urlset>"), Kind::kUrlSet, "https://e.org/a"},
    // left out
    {"<urlset><url><loc>https://e.org/a</loc></url><url><loc>https://e.org/a</loc></url></urlset>", Kind::kUrlSet,
     "https://e.org/a"},
    {"<urlset><url><loc>ftp://e.org/a</loc></url><url><loc>javascript:x</loc></url><url/></urlset>", Kind::kUrlSet, ""},
    {"<urlset><url><loc>https://e.org/a</loc></url><url><loc>https://e.or", Kind::kUrlSet, "https://e.org/a"},
    {"<urlset><url><loc>https://e.org/a</loc><lastmod>recently</lastmod></url></urlset>", Kind::kUrlSet,
     "https://e.org/a"},
    {"<urlset><sitemap><loc>https://e.org/a</loc></sitemap></urlset>", Kind::kUrlSet, ""},
    // no sitemaps
    {"", Kind::kError, ""},
    {" \n ", Kind::kError, ""},
    {"<html><body><a href='https://e.org/a'>a</a></body></html>", Kind::kError, ""},
    {"404 not found", Kind::kError, ""},
    {"{\"urls\": []}", Kind::kError, ""},
    {"\x1f\x8b\x08garbage that is no gzip stream", Kind::kError, ""},
};

TEST(Sitemap, ListsOrRefuses) {
  for (const Case& c : kSitemaps) {
    SCOPED_TRACE(c.text);
    const Sitemap got = ParseSitemap(c.text, "application/xml", "https://e.org/sitemap.xml");
    EXPECT_EQ(got.kind, c.kind);
    EXPECT_EQ(Listed(got), c.listed);
  }
}

TEST(Sitemap, NewsExtension) {
  const Sitemap got = ParseSitemap(
      "<urlset xmlns:news='http://www.google.com/schemas/sitemap-news/0.9'><url><loc>https://e.org/a</loc><news:news>"
      "<news:publication><news:name>Example Daily</news:name><news:language>en</news:language></news:publication>"
      "<news:publication_date>2026-03-03T08:05:09+01:00</news:publication_date><news:title>Chips &amp; "
      "funds</news:title>"
      "</news:news></url><url><loc>https://e.org/b</loc><news:news/></url></urlset>",
      "", "");
  ASSERT_EQ(got.urls.size(), 2u);
  EXPECT_EQ(got.urls[0].news_publication, "Example Daily");
  EXPECT_EQ(got.urls[0].news_language, "en");
  EXPECT_EQ(got.urls[0].news_published, "2026-03-03T07:05:09Z");
  EXPECT_EQ(got.urls[0].news_title, "Chips & funds");
  EXPECT_EQ(got.urls[1].news_title, "");
}

TEST(Gunzip, IsBoundedAndTolerant) {
  const std::string text(100'000, 'a');
  const std::string packed = Gzip(text);
  EXPECT_EQ(Gunzip(packed, text.size()).value_or(""), text);
  EXPECT_EQ(Gunzip(Gzip("one ") + Gzip("two"), 100).value_or(""), "one two");
  const auto small = Gunzip(packed, text.size() - 1);
  ASSERT_FALSE(small);
  EXPECT_EQ(small.error().code, Errc::kTooLarge);
  const auto bomb = Gunzip(Gzip(std::string(8u << 20, '\0')), kFeedBytesMax);  // a thousand to one
  ASSERT_FALSE(bomb);
  EXPECT_EQ(bomb.error().code, Errc::kTooLarge);
  std::string prose;
  for (int i = 0; i < 5000; ++i) prose += std::to_string(i * 7919);
  const std::string whole = Gzip(prose);
  const auto cut = Gunzip(std::string_view(whole).substr(0, whole.size() / 2), 1u << 20);
  ASSERT_TRUE(cut);
  EXPECT_TRUE(!cut->empty() && prose.starts_with(*cut));
  EXPECT_FALSE(Gunzip("", 100));
  EXPECT_FALSE(Gunzip("\x1f\x8b\x08", 100));
  EXPECT_FALSE(Gunzip("plain text", 100));
}

}  // namespace
}  // namespace tocsin
