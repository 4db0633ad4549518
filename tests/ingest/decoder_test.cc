// Documents of every format to articles, and what cannot be read to problems.
#include "ingest/decoder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "ingest/base/limits.h"
#include "tests/support/gzip.h"

namespace tocsin {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::StartsWith;

Result<Decoded> Read(std::string bytes, std::string type, std::string url = "https://e.org/x",
                     const DecodeOptions& options = {}) {
  RawDocument document;
  document.bytes = std::move(bytes);
  document.content_type = std::move(type);
  document.url = std::move(url);
  document.source_id = "hand";
  return Decode(document, options);
}

struct TextCase {
  std::string bytes, title, text;
};

const TextCase kTexts[] = {
    {"Fund set up\n\nThe ministry paid.\nIt was late.\n", "Fund set up", "The ministry paid.\nIt was late."},
    {"\n\n  # Fund set up \r\n\r\nThe ministry paid.\r\n", "Fund set up", "The ministry paid."},
    {"\xEF\xBB\xBF设立基金\n财政部周二表示。\n", "设立基金", "财政部周二表示。"},
    {"Fund\nThe ministry said on Tuesday that it had\nset up a fund for chips and for the models on them.", "Fund",
     "The ministry said on Tuesday that it had\nset up a fund for chips and for the models on them."},
    {"Fund\nThe ministry of finance said on Tuesday that it had by then\nset up a fund for chips.", "Fund",
     "The ministry of finance said on Tuesday that it had by then set up a fund for chips."},
    {"Fund\ncut he\xE8\xAE", "Fund", "cut he\xEF\xBF\xBD"},
};

TEST(Decoder, PlainText) {
  for (const TextCase& c : kTexts) {
    SCOPED_TRACE(c.bytes);
    const auto got = Read(c.bytes, "text/plain");
    ASSERT_TRUE(got);
    ASSERT_EQ(got->articles.size(), 1u);
    EXPECT_EQ(got->articles[0].title, c.title);
    EXPECT_EQ(got->articles[0].text, c.text);
    EXPECT_EQ(got->articles[0].id.size(), 32u);
    EXPECT_EQ(got->articles[0].source_id, "hand");
    EXPECT_FALSE(got->articles[0].published_at.known());
  }
}

TEST(Decoder, PlainTextTakesItsDateAndLanguageFromTheOptions) {
  const auto got = Read("Fund\nSet up.", "", "file:///tmp/a.txt", {*ParseIsoTimestamp("2026-03-03"), "de"});
  ASSERT_TRUE(got);
  ASSERT_EQ(got->articles.size(), 1u);
  EXPECT_EQ(FormatTimestamp(got->articles[0].published_at), "2026-03-03");
  EXPECT_EQ(got->articles[0].published_origin, DateOrigin::kGiven);
  EXPECT_EQ(got->articles[0].language, "de");
}

TEST(Decoder, AFirstLineOfAParagraphIsNoTitle) {
  const auto got = Read(std::string(kTitleBytesMax + 1, 'a') + "\nmore", "text/plain");
  ASSERT_TRUE(got && got->articles.size() == 1);
  EXPECT_EQ(got->articles[0].title, "");
  EXPECT_THAT(got->articles[0].text, StartsWith("aaa"));
}

struct BytesCase {
  std::string bytes, type;
  size_t articles;
  std::string problem;  // what the first one holds; "" for none
};

const BytesCase kOddBytes[] = {
    {"Fund\nfive \xFF dollars", "text/plain", 1, "byte 10: not UTF-8"},
    {std::string("Fund\nfive \0 dollars", 19), "text/plain", 1, "byte 10: not UTF-8"},
    {"Fund\nfive \xED\xA0\x80", "text/plain", 1, "byte 10: not UTF-8"},
    {"Fund\n\xD6\xD0\xB9\xFA", "text/plain; charset=gbk", 1, ""},
    {"only one line", "text/plain", 1, ""},  // it is what there is to read, and no title
    {"", "text/plain", 0, ""},
    {" \n\r\n ", "text/plain", 0, ""},
    {"{\"text\": \"a\"}\n{\"text\": \"\\u0000\"}", "application/json", 2, "line 2: byte 0"},
    {"<html><body><p>no</p></body></html>", "text/html", 0, ""},
    {"<html><body><<<>>><p<p<p", "text/html", 0, ""},
    {"<rss><channel><title>t</title></channel></rss>", "application/rss+xml", 0, ""},
};

TEST(Decoder, OddBytesAreReplacedAndReported) {
  for (const BytesCase& c : kOddBytes) {
    SCOPED_TRACE(c.bytes);
    const auto got = Read(c.bytes, c.type);
    ASSERT_TRUE(got) << got.error().what;
    EXPECT_EQ(got->articles.size(), c.articles);
    EXPECT_EQ(got->problems.size(), c.problem.empty() ? 0u : 1u);
    for (const std::string& problem : got->problems) EXPECT_THAT(problem, HasSubstr(c.problem));
    for (const Article& a : got->articles) EXPECT_EQ(a.text.find('\0'), std::string::npos);
  }
}

struct Refusal {
  std::string bytes, type, url;
  Errc code;
};

const Refusal kRefused[] = {
    {"\x89PNG\r\n", "image/png", "https://e.org/x", Errc::kUnsupported},
    {"%PDF-1.7", "application/pdf", "https://e.org/x.txt", Errc::kUnsupported},
    {std::string("\0\0\1", 3), "", "https://e.org/x", Errc::kUnsupported},
    {"", "", "https://e.org/x", Errc::kUnsupported},
    {"{\"text\": ", "application/json", "https://e.org/x", Errc::kMalformed},
    {"[1, 2]", "application/json", "https://e.org/x", Errc::kMalformed},
    {"no json at all", "application/json", "https://e.org/x", Errc::kMalformed},
    {"[{\"text\": \"a\"}", "application/json", "https://e.org/x", Errc::kMalformed},
};

TEST(Decoder, Refuses) {
  for (const Refusal& c : kRefused) {
    SCOPED_TRACE(c.type + " " + c.bytes);
    const auto got = Read(c.bytes, c.type, c.url);
    ASSERT_FALSE(got);
    EXPECT_EQ(got.error().code, c.code);
  }
}

TEST(Decoder, PackedFilesAreReadAsWhatIsInThem) {
  const std::string text = "Fund set up\n\nThe ministry paid. It was late, and nobody could say why it had been.\n";
  const std::string packed = Gzip(text);
  for (const char* url : {"file:///tmp/a.txt.gz", "file:///tmp/a.gz"}) {
    const auto got = Read(packed, "", url);
    ASSERT_TRUE(got) << got.error().what;
    ASSERT_EQ(got->articles.size(), 1u) << url;
    EXPECT_EQ(got->articles[0].title, "Fund set up");
    EXPECT_THAT(got->problems, IsEmpty());
  }
  const auto cut = Read(packed.substr(0, packed.size() - 12), "", "file:///tmp/a.txt.gz");
  ASSERT_TRUE(cut) << cut.error().what;
  EXPECT_THAT(cut->problems, ElementsAre(HasSubstr("breaks off")));
  EXPECT_FALSE(Read("\x1f\x8bnothing", "", "file:///tmp/a.txt.gz"));
  EXPECT_FALSE(Read(Gzip(packed), "", "file:///tmp/a.txt.gz")) << "packed twice";
}

TEST(Decoder, NoiseIsNoArticle) {
  std::string noise;
  uint32_t state = 7;
  for (int i = 0; i < 3000; ++i) noise += char((state = state * 1664525 + 1013904223) >> 24);
  for (const char* type : {"text/html", "text/plain", ""}) {
    const auto got = Read(noise, type);
    ASSERT_FALSE(got) << type;
    EXPECT_THAT(got.error().what, HasSubstr("is no text"));
  }
  std::string wide;  // UTF-16 has zero bytes, and is text
  for (const char c : std::string("<html><title>T</title><p>The ministry paid for it on Tuesday.</p>"))
    (wide += c) += '\0';
  EXPECT_TRUE(Read("\xFF\xFE" + wide, "text/html"));
  EXPECT_TRUE(Read(wide, "text/html; charset=utf-16le"));
  EXPECT_TRUE(Read("\x1B$B;f\x1B(B\n\nText in an old Japanese encoding.", "text/plain; charset=iso-2022-jp"));
}

TEST(Decoder, JsonLines) {
  const auto got = Read(
      "{\"id\": \"a1\", \"url\": \"https://e.org/a\", \"source\": \"Daily\", \"title\": \"T\", \"lang\": \"en\", "
      "\"published\": \"2026-03-03T08:05:09+08:00\", \"text\": \" Two  spaces\\n\\nkept. e\\u0301 \"}\n"
      "\n"
      "{\"id\": \"broken\n"
      "17\n"
      "{\"id\": \"none\", \"text\": \"\"}\n"
      "{\"id\": \"a2\", \"text\": \"b\", \"published\": \"soon\"}\n",
      "application/x-ndjson");
  ASSERT_TRUE(got);
  ASSERT_EQ(got->articles.size(), 2u);
  const Article& first = got->articles[0];
  EXPECT_EQ(first.ref, "a1");
  EXPECT_EQ(first.url, "https://e.org/a");
  EXPECT_EQ(first.canonical_url, "https://e.org/a");
  EXPECT_EQ(first.source_id, "Daily");
  EXPECT_EQ(first.title, "T");
  EXPECT_EQ(first.language, "en");
  EXPECT_EQ(FormatTimestamp(first.published_at), "2026-03-03T00:05:09Z");
  EXPECT_EQ(first.published_origin, DateOrigin::kGiven);
  EXPECT_EQ(first.text, " Two  spaces\n\nkept. e\u0301 ");
  EXPECT_EQ(got->articles[1].ref, "a2");
  EXPECT_EQ(got->articles[1].url, "tocsin:article/a2");
  EXPECT_FALSE(got->articles[1].published_at.known());
  EXPECT_THAT(got->problems, ElementsAre(StartsWith("line 3: "), "line 4: not an object", "line 5: no text",
                                         "line 6: published: no date"));
}

TEST(Decoder, JsonArrayAndObjectOverLines) {
  const auto array = Read("[{\"text\": \"a\"},\n {\"title\": \"b\"}, {\"text\": \"c\"}]", "application/json");
  ASSERT_TRUE(array);
  EXPECT_EQ(array->articles.size(), 2u);
  EXPECT_THAT(array->problems, ElementsAre("item 2: no text"));
  const auto object = Read("{\n \"id\": \"x\",\n \"text\": \"a\"\n}\n", "", "file:///tmp/a.json");
  ASSERT_TRUE(object);
  EXPECT_EQ(object->articles.size(), 1u);
  EXPECT_THAT(object->problems, IsEmpty());
}

TEST(Decoder, EqualTextsAtDifferentAddressesHaveDifferentIds) {
  const auto got = Read(
      "[{\"url\": \"https://e.org/1\", \"text\": \"a\"}, {\"url\": \"https://e.org/2\", \"text\": \"a\"},"
      "{\"url\": \"https://e.org/1\", \"text\": \"a\"}]",
      "application/json");
  ASSERT_TRUE(got && got->articles.size() == 3);
  EXPECT_NE(got->articles[0].id, got->articles[1].id);
  EXPECT_EQ(got->articles[0].id, got->articles[2].id);
}

const std::string kStory =
    "&lt;p&gt;The ministry of finance said on Tuesday that it had set up a fund for chips &amp;amp; models, the second "
    "of its kind this year.&lt;/p&gt;&lt;p&gt;Half of the money comes from the budget, and half from an older fund "
    "that "
    "had not been spent.&lt;/p&gt;";

TEST(Decoder, FeedWithContent) {
  const std::string feed =
      "<rss><channel><title>Daily</title><language>en</language><item><title>Fund &amp; chips</title>"
      "<link>https://e.org/fund</link><pubDate>Tue, 03 Mar 2026 08:05:09 GMT</pubDate><description>" +
      kStory +
      "</description></item><item><title>Teaser</title><link>https://e.org/t</link><description>Short.</description>" +
      "</item></channel></rss>";
  for (const char* type : {"application/rss+xml", "text/html", ""}) {
    SCOPED_TRACE(type);
    const auto got = Read(feed, type);
    ASSERT_TRUE(got);
    ASSERT_EQ(got->articles.size(), 1u);
    const Article& a = got->articles[0];
    EXPECT_EQ(a.title, "Fund & chips");
    EXPECT_EQ(a.url, "https://e.org/fund");
    EXPECT_EQ(a.site, "Daily");
    EXPECT_EQ(FormatTimestamp(a.published_at), "2026-03-03T08:05:09Z");
    EXPECT_EQ(a.published_origin, DateOrigin::kFeed);
    EXPECT_THAT(a.text, StartsWith("The ministry of finance"));
    EXPECT_THAT(a.text, HasSubstr("chips & models, the second of its kind this year.\nHalf"));
  }
}

TEST(Decoder, WhatAFeedDoesNotCarryIsSaid) {
  const std::string full =
      "<item><title>A</title><link>https://e.org/a</link><description>" + kStory + "</description></item>";
  const std::string teaser =
      "<item><title>T</title><link>https://e.org/t</link><description>Short.</description></item>";
  const struct {
    std::string items;
    size_t articles;
    const char* said;  // "" for nothing
  } kRows[] = {
      {full, 1, ""},
      {full + full, 2, ""},
      {full + teaser, 1, "1 of 2 entries of the feed carries a summary or a link only"},
      {teaser + teaser, 0, "2 of 2 entries of the feed carry a summary or a link only"},
      {"", 0, ""},
  };
  for (const auto& row : kRows) {
    const auto got = Read("<rss version='2.0'><channel><title>Daily</title>" + row.items + "</channel></rss>",
                          "application/rss+xml");
    ASSERT_TRUE(got);
    EXPECT_EQ(got->articles.size(), row.articles);
    ASSERT_EQ(got->problems.size(), *row.said ? 1u : 0u) << row.said;
    if (!got->problems.empty()) {
      EXPECT_THAT(got->problems[0], StartsWith(row.said));
    }
  }
}

TEST(Decoder, ACutFeedGivesTheEntriesThatWereWhole) {
  const auto got = Read("<rss><channel><item><title>A</title><link>https://e.org/a</link><description>" + kStory +
                            "</description></item><item><title>B</title><descrip",
                        "application/rss+xml");
  ASSERT_TRUE(got);
  EXPECT_EQ(got->articles.size(), 1u);
}

TEST(Decoder, LongTextIsCutAtAParagraph) {
  std::string text = "Title\n";
  while (text.size() <= kArticleBytesMax) text += std::string(998, 'a') + ".\n";
  const auto got = Read(text, "text/plain");
  ASSERT_TRUE(got && got->articles.size() == 1);
  EXPECT_LE(got->articles[0].text.size(), kArticleBytesMax);
  EXPECT_TRUE(got->articles[0].text.ends_with("a."));
}

}  // namespace
}  // namespace tocsin
