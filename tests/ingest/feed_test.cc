// Feeds of every kind, as they should be and as they are.
#include <gtest/gtest.h>

#include <string>

#include "ingest/base/limits.h"
#include "ingest/feed.h"

namespace tocsin {
namespace {

// An RSS item, an RSS channel, an Atom entry and an Atom feed around what a row is about.
std::string Item(const std::string& inside) {
  return "<rss version='2.0' xmlns:dc='http://purl.org/dc/elements/1.1/' "
         "xmlns:content='http://purl.org/rss/1.0/modules/content/'"
         " xmlns:itunes='http://www.itunes.com/dtds/podcast-1.0.dtd' xmlns:media='http://search.yahoo.com/mrss/'"
         " xmlns:x='http://example.org/unknown'><channel><item>" +
         inside + "</item></channel></rss>";
}
std::string Entry(const std::string& inside) {
  return "<feed xmlns='http://www.w3.org/2005/Atom'><entry>" + inside + "</entry></feed>";
}

Feed Parse(const std::string& text, const char* content_type = "") {
  auto feed = ParseFeed(text, content_type, "https://example.org/feeds/news.xml");
  EXPECT_TRUE(feed) << text;
  return feed ? *feed : Feed{};
}

FeedItem First(const std::string& text) {
  Feed feed = Parse(text);
  EXPECT_EQ(feed.entries.size(), 1u) << text;
  return feed.entries.empty() ? FeedItem{} : feed.entries[0];
}

struct FormatCase {
  const char* text;
  const char* format;  // "" for no feed
  bool wellformed;
};

const FormatCase kFormats[] = {
    {"<rss version='2.0'/>", "rss20", true},
    {"<rss version='0.91'/>", "rss091u", true},
    {"<rss/>", "rss", true},
    {"<feed xmlns='http://www.w3.org/2005/Atom'/>", "atom10", true},
    {"<feed version='0.3' xmlns='http://purl.org/atom/ns#'/>", "atom03", true},
    {"<r:RDF xmlns:r='http://www.w3.org/1999/02/22-rdf-syntax-ns#' xmlns='http://purl.org/rss/1.0/'><channel/></r:RDF>",
     "rdf10", true},
    {R"({"version":"https://jsonfeed.org/version/1.1","items":[]})", "json11", true},
    {"<rss version='2.0'><channel><title>a & b</title></channel></rss>", "rss20", false},
    {"<rss version='2.0'><channel>", "rss20", false},
    {"<rss><channel></rss>", "rss", false},
    {"<rss a=1/>", "rss", false},
    {"<rss a='1' a='2'/>", "rss", false},
    {"<rss/><rss/>", "rss", false},
    {"<rss/>text", "rss", false},
    {"<?xml version='1.0' encoding='utf-8'?><rss><channel><title>caf\xe9</title></channel></rss>", "rss", false},
    {"<html><body>no feed</body></html>", "", false},
    {"<urlset><url/></urlset>", "", false},
    {R"({"items":[]})", "", false},
    {R"({"version":"1.1"})", "", false},
    {"[1, 2]", "", false},
    {"news", "", false},
    {"<", "", false},
    {"", "", false},
};

TEST(Feed, IsRecognisedOrRefused) {
  for (const FormatCase& c : kFormats) {
    SCOPED_TRACE(c.text);
    const auto feed = ParseFeed(c.text, "", "");
    ASSERT_EQ(feed.has_value(), *c.format != '\0');
    if (!feed) {
      EXPECT_EQ(feed.error().code, Errc::kMalformed);
      continue;
    }
    EXPECT_EQ(feed->format, c.format);
    EXPECT_EQ(feed->wellformed, c.wellformed);
  }
}

struct TextCase {
  std::string inside;
  const char* value;
};

TEST(Feed, Titles) {
  const TextCase kRss[] = {
      {"<title>Chips &amp; models</title>", "Chips & models"},
      {"<title> 1 &lt; 2 </title>", "1 < 2"},
      {"<title><![CDATA[Q&A]]></title>", "Q&A"},
      {"<title>A &lt;b&gt;bold&lt;/b&gt; plan</title>", "A <b>bold</b> plan"},
      {"<dc:title>second</dc:title><title>first</title>", "first"},
      {"<dc:title>only</dc:title>", "only"},
      {"<media:title>last</media:title>", "last"},
      {"<title>Caf&eacute; &nbsp;&#8212; d&#146;or</title>", "Café \u00a0— d’or"},
      {"<title>AT&T & R&D; &unknown;</title>", "AT&T & R&D; &unknown;"},
      {"<x:title>other</x:title>", ""},
      {"<image><title>logo</title></image>", ""},
      {"<media:group><media:title>inner</media:title></media:group>", "inner"},
      {"<undeclared:title>other</undeclared:title>", ""},
  };
  for (const TextCase& c : kRss) EXPECT_EQ(First(Item(c.inside)).title, c.value) << c.inside;
  const TextCase kAtom[] = {
      {"<title>1 &lt; 2</title>", "1 < 2"},
      {"<title type='html'>a &amp;lt; b</title>", "a &lt; b"},
      {"<title type='xhtml'><div xmlns='http://www.w3.org/1999/xhtml'>a <b>c</b></div></title>", "a <b>c</b>"},
      {"<title mode='base64' type='text/html'>PGI+YjwvYj4=</title>", "<b>b</b>"},
      {"<title mode='base64' type='text/html'>/4A=</title>", "\xef\xbf\xbd\xef\xbf\xbd"},
      {"<title type='text'>the &lt;b&gt; tag</title>", "the <b> tag"},
  };
  for (const TextCase& c : kAtom) EXPECT_EQ(First(Entry(c.inside)).title, c.value) << c.inside;
}

TEST(Feed, LinksAndIds) {
  const TextCase kLinks[] = {
      {"<link>https://example.org/a?b=1&amp;c=2</link>", "https://example.org/a?b=1&c=2"},
      {"<link>/a</link>", "https://example.org/a"},
      {"<guid>https://example.org/guid</guid>", "https://example.org/guid"},
      {"<guid>https://example.org/guid</guid><link>https://example.org/link</link>", "https://example.org/link"},
      {"<link href='https://example.org/atom' rel='alternate'/>", "https://example.org/atom"},
      {"<guid isPermaLink='false'>https://example.org/guid</guid>", ""},
      {"<guid>4711</guid>", ""},
      {"<link/>", ""},
      {"<link rel='enclosure' href='https://example.org/x.mp3'/>", ""},
      {"<image><link>https://example.org/logo</link></image>", ""},
      {"<source url='https://other.example/feed'>Other</source>", ""},
  };
  for (const TextCase& c : kLinks) EXPECT_EQ(First(Item(c.inside)).link, c.value) << c.inside;
  EXPECT_EQ(First(Item("<guid isPermaLink='false'>tag:x</guid>")).id, "tag:x");
  EXPECT_EQ(First(Item("<source url='https://other.example/feed'>Other</source>")).source.at(0).title, "Other");
}

TEST(Feed, BaseAddressesAreInherited) {
  const Feed feed = Parse(
      "<feed xmlns='http://www.w3.org/2005/Atom' xml:base='https://a.example/x/' xml:lang='fr'>"
      "<entry xml:base='y/'><link href='z'/></entry><entry xml:lang='de'><link href='/w'/></entry></feed>");
  ASSERT_EQ(feed.entries.size(), 2u);
  EXPECT_EQ(feed.entries[0].link, "https://a.example/x/y/z");
  EXPECT_EQ(feed.entries[0].language, "fr");
  EXPECT_EQ(feed.entries[1].link, "https://a.example/w");
  EXPECT_EQ(feed.entries[1].language, "de");
  EXPECT_EQ(feed.feed.language, "fr");
}

struct PersonCase {
  const char* inside;
  const char *name, *email, *author;
};

TEST(Feed, People) {
  const PersonCase kPeople[] = {
      {"<author>Ann Example (ann@example.org)</author>", "Ann Example", "ann@example.org",
       "Ann Example (ann@example.org)"},
      {"<author>ann+news@example.org (Ann Example)</author>", "Ann Example", "ann+news@example.org",
       "Ann Example (ann+news@example.org)"},
      {"<author>\"Ann Example\" &lt;ann@example.org&gt;</author>", "Ann Example", "ann@example.org",
       "Ann Example (ann@example.org)"},
      {"<author><name>Ann</name><email>ann@example.org</email></author>", "Ann", "ann@example.org",
       "Ann (ann@example.org)"},
      {"<dc:creator>李明</dc:creator>", "李明", "", "李明"},
      {"<dc:creator>Second</dc:creator><author>First</author>", "First", "", "First"},
      {"<itunes:author>Third</itunes:author><dc:creator>Second</dc:creator>", "Second", "", "Second"},
      {"<author>@ann</author>", "@ann", "", "@ann"},
      {"<author/>", nullptr, nullptr, ""},
      {"<author> </author>", nullptr, nullptr, ""},
      {"<x:author>nobody</x:author>", nullptr, nullptr, ""},
  };
  for (const PersonCase& c : kPeople) {
    SCOPED_TRACE(c.inside);
    const FeedItem item = First(Item(c.inside));
    EXPECT_EQ(item.author, c.author);
    ASSERT_EQ(item.authors.size(), c.name != nullptr ? 1u : 0u);
    if (c.name == nullptr) continue;
    EXPECT_EQ(item.authors[0].name, c.name);
    EXPECT_EQ(item.authors[0].email, c.email);
  }
}

TEST(Feed, SummaryAndContent) {
  FeedItem item =
      First(Item("<description>short</description><content:encoded>&lt;p&gt;long&lt;/p&gt;</content:encoded>"));
  EXPECT_EQ(item.summary, "short");
  ASSERT_EQ(item.content.size(), 1u);
  EXPECT_EQ(item.content[0].value, "<p>long</p>");
  EXPECT_EQ(item.content[0].type, "text/html");
  item = First(Item("<description>long</description><summary>short</summary>"));
  EXPECT_EQ(item.summary, "short");
  EXPECT_EQ(item.content.at(0).value, "long");
  item = First(Item("<content:encoded>alone</content:encoded>"));
  EXPECT_EQ(item.summary, "alone");
  item = First(Item("<description>Naked <b>markup</b><br>here</description>"));
  EXPECT_EQ(item.summary, "Naked <b>markup</b><br />here");
  EXPECT_EQ(First(Item("<x:description>elsewhere</x:description>")).summary, "");
  EXPECT_TRUE(First(Entry("<content src='https://example.org/film' type='video/mp4'/>")).content.empty());
}

TEST(Feed, MarkupIsHarmless) {
  const TextCase kMarkup[] = {
      {"a&lt;script&gt;steal()&lt;/script&gt;b", "ab"},
      {"&lt;p onclick='steal()' style='x'&gt;a&lt;/p&gt;", "<p>a</p>"},
      {"&lt;a href='java&amp;#10;script:steal()'&gt;a&lt;/a&gt;", "<a>a</a>"},
      {"&lt;a href=' JavaScript:steal()'&gt;a&lt;/a&gt;", "<a>a</a>"},
      {"&lt;img src='data:text/html,x'&gt;", "<img />"},
      {"&lt;iframe src='https://example.org'&gt;&lt;/iframe&gt;a", "a"},
      {"&lt;scr&lt;script&gt;&lt;/script&gt;ipt&gt;a", "ipt>a"},
      {"a&lt;!-- b --&gt;c", "ac"},
      {"a&lt;!-- b&gt;c", "ac"},
      {"&lt;svg onload='steal()'&gt;a", "a"},
      // harmless, and kept
      {"&lt;a href='/x' title='&quot;q&quot;'&gt;a&lt;/a&gt;",
       "<a href=\"https://example.org/x\" title=\"&quot;q&quot;\">a</a>"},
      {"1 &lt; 2 &amp;amp; 3", "1 &lt; 2 &amp; 3"},
      {"&lt;! not a declaration", "&lt;! not a declaration"},
      {"&lt;a href='mailto:a@example.org'&gt;m&lt;/a&gt;", "<a href=\"mailto:a@example.org\">m</a>"},
      {"&lt;blockquote&gt;a&lt;br/&gt;b&lt;/blockquote&gt;", "<blockquote>a<br />b</blockquote>"},
  };
  for (const TextCase& c : kMarkup) {
    EXPECT_EQ(First(Item("<description>" + c.inside + "</description>")).summary, c.value) << c.inside;
  }
}

TEST(Feed, DatesCategoriesFiles) {
  FeedItem item =
      First(Item("<pubDate>Tue, 03 Mar 2026 08:05:09 GMT</pubDate><dc:date>2026-03-04</dc:date>"
                 "<category domain='https://example.org/c'>chips</category><itunes:keywords>a, ,b</itunes:keywords>"
                 "<enclosure url='/x.mp3' type='audio/mpeg' length='9'/>"
                 "<media:group><media:content url='/y.jpg' medium='image' type='image/jpeg'/></media:group>"));
  EXPECT_EQ(FormatTimestamp(item.published), "2026-03-03T08:05:09Z");
  EXPECT_EQ(FormatTimestamp(item.updated), "2026-03-04");
  ASSERT_EQ(item.categories.size(), 3u);
  EXPECT_EQ(item.categories[0].scheme, "https://example.org/c");
  EXPECT_EQ(item.categories[2].term, "b");
  ASSERT_EQ(item.enclosures.size(), 1u);
  EXPECT_EQ(item.enclosures[0].url, "https://example.org/x.mp3");
  EXPECT_EQ(item.image, "https://example.org/y.jpg");
  item = First(Item("<pubDate>soon</pubDate><category/><enclosure type='a/b'/><media:content/>"));
  EXPECT_FALSE(item.published.known());
  EXPECT_TRUE(item.categories.empty());
  EXPECT_TRUE(item.enclosures.empty());
  EXPECT_TRUE(item.media.empty());
}

TEST(Feed, BrokenOnesAreReadAsFarAsTheyGo) {
  struct Broken {
    const char* text;
    size_t entries;
    const char *title, *link;  // of the first
  };
  const Broken kBroken[] = {
      {"<rss><channel><item><title>a</title><link>https://e.org/1</link></item><item><title>b</title><link>https://e.o",
       2, "a", "https://e.org/1"},
      {"<rss><channel><item><title>a<link>https://e.org/1</link></item></channel></rss>", 1, "a", "https://e.org/1"},
      {"<rss><channel><item><title>a</titel><link>https://e.org/1</link></item></channel></rss>", 1, "a",
       "https://e.org/1"},
      {"<rss><channel><item><title>a</title><item><title>b</title></item></channel></rss>", 2, "a", ""},
      {"<rss><channel><item><title>a < b</title></item></channel></rss>", 1, "a < b", ""},
      {"<rss><item><title>a\x01</title></item></rss>", 1, "a", ""},
      {"<!DOCTYPE rss [<!ENTITY co \"Example Corp\"> ]><rss><item><title>&co;</title></item></rss>", 1, "Example Corp",
       ""},
      {"<!-- x --><?xml version='1.0'?><rss><item><title>a</title></item></rss>", 1, "a", ""},
      {"<RSS><CHANNEL><ITEM><TITLE>a</TITLE></ITEM></CHANNEL></RSS>", 1, "a", ""},
      {"<item><title>a</title></item>", 0, "", ""},
      {"<rss><title>a</title></rss>", 0, "", ""},
  };
  for (const Broken& c : kBroken) {
    SCOPED_TRACE(c.text);
    const auto feed = ParseFeed(c.text, "", "");
    ASSERT_EQ(feed ? feed->entries.size() : 0, c.entries);
    if (c.entries == 0) continue;
    EXPECT_EQ(feed->entries[0].title, c.title);
    EXPECT_EQ(feed->entries[0].link, c.link);
  }
}

TEST(Feed, HostileOnesAreBounded) {
  std::string deep = "<rss><channel><item><description>";
  for (int i = 0; i < 100'000; ++i) deep += "<b>";
  EXPECT_EQ(Parse(deep).entries.size(), 1u);
  std::string many = "<rss><channel>";
  for (size_t i = 0; i < kFeedEntriesMax + 10; ++i) many += "<item><title>x</title></item>";
  EXPECT_EQ(Parse(many + "</channel></rss>").entries.size(), kFeedEntriesMax);
  std::string laughs = "<!DOCTYPE rss [<!ENTITY a \"" + std::string(1000, 'x') + "\">]><rss><channel><title>";
  for (int i = 0; i < 100'000; ++i) laughs += "&a;";
  EXPECT_LT(Parse(laughs + "</title></channel></rss>").feed.title.size(), 2u << 20);
  const auto large = ParseFeed(std::string(kFeedBytesMax + 1, ' '), "", "");
  ASSERT_FALSE(large);
  EXPECT_EQ(large.error().code, Errc::kTooLarge);
}

TEST(Feed, JsonFeed) {
  const Feed feed =
      Parse(R"({"version":"https://jsonfeed.org/version/1.1","title":"News","home_page_url":"https://e.org",
    "language":"en","authors":[{"name":"Ann"},{}],"items":[
    {"id":"1","url":"/a","title":"A","content_html":"<p onclick=x>t</p>","date_published":"2026-03-03T08:05:09Z",
     "tags":["x",1],"attachments":[{"url":"f.mp3","mime_type":"audio/mpeg","size_in_bytes":9}]},
    {"id":2,"content_text":"plain <b>","author":{"name":"Bob"}}, "no object"]})");
  EXPECT_EQ(feed.feed.title, "News");
  EXPECT_EQ(feed.feed.authors.size(), 1u);
  ASSERT_EQ(feed.entries.size(), 2u);
  EXPECT_EQ(feed.entries[0].link, "https://example.org/a");
  EXPECT_EQ(feed.entries[0].content.at(0).value, "<p>t</p>");
  EXPECT_EQ(feed.entries[0].categories.size(), 1u);
  EXPECT_EQ(feed.entries[0].enclosures.at(0).length, "9");
  EXPECT_EQ(feed.entries[0].language, "en");
  EXPECT_EQ(feed.entries[1].id, "2");
  EXPECT_EQ(feed.entries[1].author, "Bob");
  EXPECT_EQ(feed.entries[1].content.at(0).value, "plain <b>");
  EXPECT_EQ(FormatTimestamp(feed.feed.published), "2026-03-03T08:05:09Z");
}

}  // namespace
}  // namespace tocsin
