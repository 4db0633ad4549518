// Lists of feeds: what is found in foreign OPML, what is refused and where, and that our own reads back.
#include "ingest/opml.h"

#include <gtest/gtest.h>

namespace tocsin {
namespace {

std::string Show(const std::vector<OpmlFeed>& feeds) {
  std::string out;
  for (const OpmlFeed& feed : feeds) out += feed.title + "|" + feed.url + "|" + feed.language + "\n";
  return out;
}

struct Row {
  const char* opml;
  const char* feeds;  // one a line; for a refusal how the message begins
};

const Row kRead[] = {
    {R"(<?xml version="1.0"?><opml version="2.0"><head><title>My feeds</title></head><body>
        <outline text="Ministry" type="rss" xmlUrl="https://example.org/a.xml" htmlUrl="https://example.org/"/></body></opml>)",
     "Ministry|https://example.org/a.xml|\n"},
    {R"(<opml><body><outline text="Asia"><outline text="Politics"><outline title="部委" xmlUrl="https://example.cn/f?a=1&amp;b=2"
        language="zh"/></outline></outline><outline text="B" xmlUrl="https://example.org/b"/></body></opml>)",
     "部委|https://example.cn/f?a=1&b=2|zh\nB|https://example.org/b|\n"},
    {"<?xml version='1.0' encoding='ISO-8859-1'?><opml><body><outline text='\xC9tat' xmlUrl='x'/></body></opml>",
     "État|x|\n"},
    {"\xEF\xBB\xBF<opml><body><outline text='a' xmlUrl='x'/></body></opml>", "a|x|\n"},
    {"<opml><body><outline text='a group, empty'/><outline text='link' url='https://example.org'/></body></opml>", ""},
    {"<opml/>", ""},
};

const Row kRefused[] = {
    {"", "line 1, column 1: no well-formed XML"},
    {"<rss><channel/></rss>", "no <opml> in it"},
    {"<opml>\n<body>\n  <outline text='a' xmlUrl=>\n</body></opml>", "line 3, column "},
    {"<opml><body></opml>", "line 1, column "},
    {"not XML at all", "line 1, column "},
    {"{\"version\": 1}", "line 1, column "},
};

TEST(Opml, FindsTheFeeds) {
  for (const Row& row : kRead) {
    SCOPED_TRACE(row.opml);
    const auto feeds = ReadOpml(row.opml);
    ASSERT_TRUE(feeds) << feeds.error().what;
    EXPECT_EQ(Show(*feeds), row.feeds);
  }
}

TEST(Opml, SaysWhereItIsBroken) {
  for (const Row& row : kRefused) {
    SCOPED_TRACE(row.opml);
    const auto feeds = ReadOpml(row.opml);
    ASSERT_FALSE(feeds);
    EXPECT_EQ(feeds.error().code, Errc::kMalformed);
    EXPECT_TRUE(feeds.error().what.starts_with(row.feeds)) << feeds.error().what;
  }
}

TEST(Opml, ReadsWhatItWrites) {
  const std::vector<OpmlFeed> feeds = {{"A & B <\"quoted\">", "https://example.org/?a=1&b=2", "en"}, {"部委", "x", ""}};
  const auto again = ReadOpml(WriteOpml("feeds", feeds));
  ASSERT_TRUE(again) << again.error().what;
  EXPECT_EQ(Show(*again), Show(feeds));
}

TEST(Opml, DeepNestingIsOnlyDeep) {
  constexpr size_t kDeep = 100'000;
  std::string text = "<opml><body>";
  for (size_t i = 0; i < kDeep; ++i) text += "<outline text='g'>";
  text += "<outline text='a' xmlUrl='x'/>";
  for (size_t i = 0; i < kDeep; ++i) text += "</outline>";
  const auto feeds = ReadOpml(text + "</body></opml>");
  ASSERT_TRUE(feeds) << feeds.error().what;
  EXPECT_EQ(Show(*feeds), "a|x|\n");
}

}  // namespace
}  // namespace tocsin
