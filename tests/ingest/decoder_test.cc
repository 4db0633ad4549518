#include "ingest/decoder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace tocsin {
namespace {

using ::testing::HasSubstr;

RawDocument Document(std::string bytes, std::string type, std::string url = "https://example.org/a") {
  RawDocument d;
  d.bytes = std::move(bytes);
  d.content_type = std::move(type);
  d.url = d.requested_url = std::move(url);
  return d;
}

Decoded MustDecode(const RawDocument& document, const DecodeOptions& options = {}) {
  auto decoded = Decode(document, options);
  EXPECT_TRUE(decoded.has_value()) << decoded.error().what;
  return decoded ? std::move(*decoded) : Decoded{};
}

constexpr const char* kPage =
    "<html><head><title>Chip plant opens | Example</title><meta property='og:title' content='Chip plant opens'>"
    "<meta property='article:published_time' content='2025-03-04T05:06:07Z'></head><body><nav><a href='/'>Home</a> <a "
    "href='/x'>News</a></nav>"
    "<article><h1>Chip plant opens</h1><p>The chipmaker opened its plant in the desert on Tuesday, the company said in "
    "a statement.</p>"
    "<p>It will make processors for data centres, and it took four years and twelve billion dollars to build, the "
    "statement went on to say.</p>"
    "<p>Two more plants are to follow before the end of the decade, if the customers that were promised do "
    "come.</p></article></body></html>";

TEST(Decoder, AnHtmlPageIsOneArticle) {
  const Decoded d = MustDecode(Document(kPage, "text/html; charset=utf-8"));
  ASSERT_EQ(d.articles.size(), 1u);
  const Article& a = d.articles[0];
  EXPECT_EQ(a.title, "Chip plant opens");
  EXPECT_EQ(FormatTimestamp(a.published_at), "2025-03-04T05:06:07Z");
  EXPECT_THAT(a.text, HasSubstr("opened its plant in the desert"));
  EXPECT_EQ(a.text.find("Home"), std::string::npos);
  EXPECT_EQ(a.site, "example.org");
  EXPECT_EQ(a.id, ArticleId(a.canonical_url, a.text));
}

TEST(Decoder, APlainTextsFirstLineIsItsTitle) {
  DecodeOptions options;
  options.published = *ParseIsoTimestamp("2025-01-17");
  const Decoded d =
      MustDecode(Document("\n  The title\nFirst line.\nSecond line.\n", "text/plain", "file:///a.txt"), options);
  ASSERT_EQ(d.articles.size(), 1u);
  EXPECT_EQ(d.articles[0].title, "The title");
  EXPECT_THAT(d.articles[0].text, HasSubstr("First line.\nSecond line."));
  EXPECT_EQ(d.articles[0].text.find("The title"), std::string::npos);
  EXPECT_EQ(FormatTimestamp(d.articles[0].published_at), "2025-01-17");
  EXPECT_FALSE(MustDecode(Document("T\nx y z\n", "text/plain")).articles[0].published_at.known());
}

TEST(Decoder, JsonLinesKeepTheirTextByteForByte) {
  const Decoded d =
      MustDecode(Document("{\"id\":\"r1\",\"url\":\"https://e.org/"
                          "1\",\"source\":\"E\",\"title\":\"T\",\"lang\":\"en\",\"published\":\"2025-08-22\",\"text\":"
                          "\"Two  spaces,\\ttab.\\nLine\"}\n"
                          "not json\n"
                          "[1]\n"
                          "\n"
                          "{\"id\":\"r2\",\"text\":\"No address.\"}\n",
                          "application/x-ndjson"));
  ASSERT_EQ(d.articles.size(), 2u);
  EXPECT_EQ(d.articles[0].text, "Two  spaces,\ttab.\nLine");
  EXPECT_EQ(d.articles[0].ref, "r1");
  EXPECT_EQ(d.articles[0].url, "https://e.org/1");
  EXPECT_EQ(d.articles[0].published_origin, DateOrigin::kGiven);
  EXPECT_EQ(d.articles[1].ref, "r2");
  EXPECT_FALSE(d.articles[1].url.empty());
  ASSERT_EQ(d.problems.size(), 2u);
  EXPECT_THAT(d.problems[0], HasSubstr("line 2"));
  EXPECT_THAT(d.problems[1], HasSubstr("line 3"));
}

TEST(Decoder, AFeedGivenAsAFileIsItsEntries) {
  const std::string words =
      "The ministry said on Monday that the new fund would buy stakes in makers of chips, and that the money would "
      "come from an older fund. ";
  const std::string rss =
      "<rss version='2.0'><channel><title>Feed</title><item><title>One</title><link>https://e.org/1</link>"
      "<pubDate>Mon, 03 Mar 2025 10:00:00 GMT</pubDate><description>" +
      words + words + words + "</description></item></channel></rss>";
  const Decoded d = MustDecode(Document(rss, "application/rss+xml"));
  ASSERT_EQ(d.articles.size(), 1u);
  EXPECT_EQ(d.articles[0].title, "One");
  EXPECT_EQ(FormatTimestamp(d.articles[0].published_at), "2025-03-03T10:00:00Z");
}

struct Nothing {
  const char *what, *bytes, *type;
};

TEST(Decoder, NoiseIsNoArticle) {
  constexpr Nothing kRows[] = {
      {"empty page", "", "text/html"},
      {"only navigation", "<html><body><nav><a href='/a'>A</a><a href='/b'>B</a></nav></body></html>", "text/html"},
      {"cut in mid-tag", "<html><body><p", "text/html"},
      {"binary", "\x89PNG\r\n\x1a\n\0\0", "image/png"},
      {"empty lines", "\n\n\n", "text/plain"},
  };
  for (const Nothing& row : kRows) {
    const auto decoded = Decode(Document(row.bytes, row.type));
    if (decoded) {
      EXPECT_TRUE(decoded->articles.empty()) << row.what;
    } else {
      EXPECT_FALSE(decoded.error().what.empty()) << row.what;
    }
  }
}

TEST(Decoder, InvalidUtf8IsReplacedAndSaid) {
  const Decoded d = MustDecode(Document("Title\nA \xff byte and a \xc3 cut one.\n", "text/plain"));
  ASSERT_EQ(d.articles.size(), 1u);
  EXPECT_THAT(d.articles[0].text, HasSubstr("A \xEF\xBF\xBD byte"));
  ASSERT_EQ(d.problems.size(), 1u);
  EXPECT_THAT(d.problems[0], HasSubstr("byte 8")) << "the offset is named";
}

}  // namespace
}  // namespace tocsin
