// What a crawler is told to fetch: from feeds, sitemaps, lists in JSON and pages of links.
#include <gtest/gtest.h>

#include <algorithm>
#include <string>

#include "ingest/base/limits.h"
#include "ingest/feed.h"
#include "ingest/feeds/page_links.h"

namespace tocsin {
namespace {

Result<Listing> List(std::string bytes, std::string content_type = "", std::string url = "https://www.e.org/news/") {
  RawDocument document;
  document.bytes = std::move(bytes);
  document.content_type = std::move(content_type);
  document.url = std::move(url);
  return ReadListing(document);
}

std::string Joined(const Listing& listing) {
  std::string out;
  for (const ListedPage& page : listing.pages) out += (out.empty() ? "" : " ") + page.url;
  for (const std::string& more : listing.listings) out += (out.empty() ? "+" : " +") + more;
  return out;
}

struct Case {
  const char* bytes;
  const char* content_type;
  const char* listed;  // pages, then "+listing"; nullptr for an error
};

const Case kListings[] = {
    {"<rss><channel><item><link>https://e.org/a?utm_source=rss</link></item><item><link>/b</link></item></channel></"
     "rss>",
     "application/rss+xml", "https://e.org/a https://www.e.org/b"},
    {"<rss><channel><item><link>https://e.org/a#x</link></item></channel></rss>", "text/html; charset=utf-8",
     "https://e.org/a"},
    {"<rss><channel><item><link>https://e.org/a</link></item><item><guid>https://e.org/a</guid></item></channel></rss>",
     "", "https://e.org/a"},
    {"<urlset><url><loc>https://e.org/a</loc></url></urlset>", "text/xml", "https://e.org/a"},
    {"<sitemapindex><sitemap><loc>https://e.org/1.xml</loc></sitemap></sitemapindex>", "text/xml",
     "+https://e.org/1.xml"},
    {"https://e.org/a\nhttps://e.org/b", "text/plain", "https://e.org/a https://e.org/b"},
    {R"({"version":"1.1","items":[{"url":"https://e.org/a"},{"title":"no address"}]})", "application/feed+json",
     "https://e.org/a"},
    {R"({"count":1,"results":[{"title":"Rule","html_url":"https://e.org/d/1","publication_date":"2026-03-03"},{}],)"
     R"("next_page_url":"https://e.org/api?page=2"})",
     "application/json", "https://e.org/d/1 +https://e.org/api?page=2"},
    {"<!DOCTYPE html><head><link rel='alternate' type='application/rss+xml' href='/feed'></head>", "text/html",
     "+https://www.e.org/feed"},
    {"<html><a href='/news/state-backs-new-chip-fund'>State backs new chip fund</a></html>", "text/html",
     "https://www.e.org/news/state-backs-new-chip-fund"},
    {"<html><base href='https://www.e.org/x/'><a href='2026/03/03/fund'>Fund</a></html>", "",
     "https://www.e.org/x/2026/03/03/fund"},
    {"<a href='//news.e.org/2026/03/03/fund'>Fund</a>", "text/html", "https://news.e.org/2026/03/03/fund"},
    // nothing to fetch
    {"<rss><channel><item><link>mailto:a@e.org</link></item></channel></rss>", "", ""},
    {"<html><nav><a href='/news/state-backs-new-chip-fund'>x</a></nav></html>", "text/html", ""},
    {"<html><a href='https://other.org/news/state-backs-new-chip-fund'>x</a></html>", "text/html", ""},
    {"<html><a href='https://note.org/news/state-backs-new-chip-fund'>x</a></html>", "text/html", ""},
    {"<html><!-- <a href='/news/state-backs-new-chip-fund'>x</a> --></html>", "text/html", ""},
    {"<html><link rel='alternate' hreflang='de' href='/de'><link rel='stylesheet' href='/x.css'></html>", "text/html",
     ""},
    {"<html><a href='#top'>Top</a><a>none</a><a href=''>self</a></html>", "text/html", ""},
    // no listing
    {"", "text/html", nullptr},
    {"nothing here", "text/plain", nullptr},
    {"{\"a\": 1}", "application/json", nullptr},
    {"{broken", "application/json", nullptr},
    {"<note><to>x</to></note>", "text/xml", nullptr},
    {"\x1f\x8b\x08 broken", "application/gzip", nullptr},
};

TEST(Listing, OfAnything) {
  for (const Case& c : kListings) {
    SCOPED_TRACE(c.bytes);
    const auto listing = List(c.bytes, c.content_type);
    ASSERT_EQ(listing.has_value(), c.listed != nullptr);
    if (listing) {
      EXPECT_EQ(Joined(*listing), c.listed);
    }
  }
}

TEST(Listing, HintsSayWhatTheListSaid) {
  auto listing = List(
      "<rss "
      "xmlns:dc='http://purl.org/dc/elements/1.1/'><channel><language>en-gb</language><item><link>https://e.org/a</"
      "link>"
      "<title>Chips &amp;amp; &lt;i&gt;funds&lt;/i&gt;</title><dc:creator>Ann</dc:creator>"
      "<pubDate>Tue, 03 Mar 2026 08:05:09 GMT</pubDate></item></channel></rss>");
  ASSERT_TRUE(listing);
  ASSERT_EQ(listing->pages.size(), 1u);
  const FeedHint& hint = listing->pages[0].hint;
  EXPECT_EQ(hint.title, "Chips & funds");
  EXPECT_EQ(hint.author, "Ann");
  EXPECT_EQ(FormatTimestamp(hint.published), "2026-03-03T08:05:09Z");
  listing = List(
      "<feed xmlns='http://www.w3.org/2005/Atom' xml:lang='fr'><entry><link href='/a'/>"
      "<updated>2026-03-03T08:05:09Z</updated></entry></feed>");
  ASSERT_TRUE(listing);
  EXPECT_EQ(listing->pages.at(0).hint.language, "fr");
  EXPECT_EQ(listing->pages[0].hint.published, listing->pages[0].hint.updated);
  listing = List(
      "<html><a href='/2026/03/03/a'><img></a><a href='/2026/03/03/a'>The <b>headline</b> itself</a>"
      "<a href='/2026/03/03/a'>More</a></html>");
  ASSERT_TRUE(listing);
  ASSERT_EQ(listing->pages.size(), 1u);
  EXPECT_EQ(listing->pages[0].hint.title, "The headline itself");
}

struct PathCase {
  const char *path, *query, *anchor;
  bool article;
};

const PathCase kPaths[] = {
    {"/2026/03/03/chip-fund", "", "", true},
    {"/2026/03/fund.html", "", "", true},
    {"/news/2026-03-03/fund", "", "", true},
    {"/zhengce/202603/content_7001234.htm", "", "", true},
    {"/xw/t20260303_123456.html", "", "", true},
    {"/state-backs-new-chip-fund", "", "", true},
    {"/news/ministry_sets_up_fund_for_models", "", "", true},
    {"/news/article-48151623", "", "", true},
    {"/news/item", "?id=48151623", "", true},
    {"/briefing-room/executive-order", "", "An order on the export of advanced chips", true},
    {"/", "", "An order on the export of advanced chips", false},
    {"/news", "", "", false},
    {"/news/", "", "All the news of today and yesterday", false},
    {"/2026/03/", "", "", false},
    {"/tag/state-backs-new-chip-fund", "", "", false},
    {"/category/2026/03/03/fund", "", "", false},
    {"/authors/ann-mary-example-smith-jones", "", "", false},
    {"/news/page/12345", "", "", false},
    {"/login/2026/03/03/x", "", "", false},
    {"/about", "", "About the people who make this site", false},
    {"/privacy-policy", "", "", false},
    {"/images/2026/03/03/state-backs-new-chip-fund.jpg", "", "", false},
    {"/files/state-backs-new-chip-fund.pdf", "", "", false},
    {"/world/europe", "", "Europe", false},
    {"/world", "?page=4815", "", false},
};

TEST(PageLinks, ArticlesAreToldFromSections) {
  for (const PathCase& c : kPaths)
    EXPECT_EQ(LooksLikeArticle(c.path, c.query, c.anchor), c.article) << c.path << c.query;
}

TEST(PageLinks, AreBounded) {
  std::string page = "<html>";
  for (size_t i = 0; i < kPageLinksMax + 100; ++i) page += "<a href='/2026/03/03/" + std::to_string(i) + "'>x</a>";
  for (int i = 0; i < 100; ++i)
    page += "<link rel=alternate type=application/rss+xml href=/f" + std::to_string(i) + ">";
  const auto listing = List(page, "text/html");
  ASSERT_TRUE(listing);
  EXPECT_EQ(listing->pages.size(), kPageLinksMax);
  EXPECT_LE(listing->listings.size(), 100u);
  const auto nothing = List(std::string(1u << 20, '<'), "text/html");
  EXPECT_TRUE(!nothing || nothing->pages.empty());
}

}  // namespace
}  // namespace tocsin
