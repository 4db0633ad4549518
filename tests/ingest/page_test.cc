#include "ingest/page.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace tocsin {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

const std::string kStory =
    "<p>The government said on Monday that it would buy a tenth of the chipmaker, and that the price had been "
    "agreed.</p>"
    "<p>The company's board met on Sunday night and voted for the sale, according to two people who were in the "
    "room.</p>"
    "<p>Analysts had expected a smaller stake, and the shares rose by a twentieth before the close of trading in New "
    "York.</p>";

PageReading Read(const std::string& html, const FeedHint& hint = {}) {
  return ReadPage(html, "https://example.org/2025/a", hint);
}

struct Clutter {
  const char* html;   // stands beside the story
  const char* words;  // must not be in the text
};

TEST(Page, ClutterStaysOutside) {
  constexpr Clutter kRows[] = {
      {"<nav><ul><li><a href='/x'>Markets today</a></li><li><a href='/y'>Politics today</a></li></ul></nav>",
       "Markets today"},
      {"<div class='cookie-banner'><p>We use cookies to make this site better for you.</p></div>", "cookies"},
      {"<aside class='related'><h3>Related</h3><a href='/b'>Rival buys a lab for two billion dollars</a></aside>",
       "Rival buys"},
      {"<section id='comments'><p>reader42: I heard that they will buy all of it next week, mark my "
       "words.</p></section>",
       "mark my words"},
      {"<div class='newsletter-signup'><p>Sign up for our newsletter and never miss a deal again.</p></div>",
       "newsletter"},
      {"<footer><p>Copyright 2025 Example Media. All rights reserved.</p></footer>", "All rights reserved"},
      {"<script>var sold = 'nothing at all';</script>", "nothing at all"},
      {"<style>.a{color:red}</style>", "color"},
      {"<figure><img src='a.jpg'><figcaption>The plant in winter. Photo: A. Nobody</figcaption></figure>", "Photo"},
  };
  for (const Clutter& row : kRows) {
    const PageReading page = Read("<html><body>" + std::string(row.html) + "<article><h1>Sale agreed</h1>" + kStory +
                                  "</article></body></html>");
    EXPECT_THAT(page.text, HasSubstr("a tenth of the chipmaker")) << row.words;
    EXPECT_THAT(page.text, HasSubstr("before the close of trading")) << row.words;
    EXPECT_THAT(page.text, Not(HasSubstr(row.words)));
  }
}

struct Dated {
  const char* head;
  const char* date;  // "" when none may be invented
  DateOrigin origin;
};

TEST(Page, DatesAreFoundAndNotInvented) {
  constexpr Dated kRows[] = {
      {"<script "
       "type='application/ld+json'>{\"@type\":\"NewsArticle\",\"datePublished\":\"2025-02-03T04:05:06Z\"}</script>",
       "2025-02-03", DateOrigin::kJsonLd},
      {"<meta property='article:published_time' content='2025-02-03T04:05:06Z'>", "2025-02-03", DateOrigin::kMeta},
      {"", "", DateOrigin::kNone},
      {"<meta name='generator' content='2025-02-03'>", "", DateOrigin::kNone},
      {"<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"datePublished\":\"soon\"}</script>", "",
       DateOrigin::kNone},
  };
  for (const Dated& row : kRows) {
    const PageReading page = ReadPage("<html><head>" + std::string(row.head) + "</head><body><article><h1>Sale</h1>" +
                                          kStory + "</article></body></html>",
                                      "https://example.org/a");
    EXPECT_EQ(FormatTimestamp(page.published).substr(0, 10), row.date) << row.head;
    EXPECT_EQ(page.published_origin, row.origin) << row.head;
  }
}

TEST(Page, TheFeedsHintFillsWhatThePageDoesNotSay) {
  FeedHint hint;
  hint.title = "From the feed";
  hint.published = *ParseIsoTimestamp("2025-05-06T07:08:09Z");
  const PageReading page =
      ReadPage("<html><body><article>" + kStory + "</article></body></html>", "https://example.org/a", hint);
  EXPECT_EQ(FormatTimestamp(page.published), "2025-05-06T07:08:09Z");
  EXPECT_EQ(page.published_origin, DateOrigin::kFeed);
}

TEST(Page, TitleAndAuthors) {
  const PageReading page = Read(
      "<html lang='en'><head><title>Sale agreed - Example Daily</title><meta property='og:site_name' content='Example "
      "Daily'>"
      "<meta name='author' content='Jane Roe and John Doe'></head><body><article><h1>Sale agreed</h1>" +
      kStory + "</article></body></html>");
  EXPECT_EQ(page.title, "Sale agreed");
  EXPECT_EQ(page.site, "Example Daily");
  EXPECT_EQ(page.language, "en");
  EXPECT_EQ(page.authors, (std::vector<std::string>{"Jane Roe", "John Doe"}));
}

TEST(Page, AnIndexPageIsNoArticle) {
  std::string html = "<html><body><main>";
  for (int i = 0; i < 40; ++i) {
    html += "<div class='teaser'><h3><a href='/story/" + std::to_string(i) + "'>Story number " + std::to_string(i) +
            "</a></h3><p>A line about it.</p></div>";
  }
  EXPECT_EQ(Read(html + "</main></body></html>").text, "");
}

TEST(Page, HostilePagesCostNoMoreThanTheirBytes) {
  const auto repeat = [](std::string_view piece, size_t times) {
    std::string out;
    for (size_t i = 0; i < times; ++i) out += piece;
    return out;
  };
  for (const std::string& html :
       {repeat("<ul><li>", 12'000), repeat("<span>", 200'000), "<p " + repeat("a='b' ", 300'000) + ">x</p>",
        repeat("<b><i><u><font>", 40'000), repeat("<div class='byline author'>", 40'000) + "x",
        repeat("<table><tr><td>", 20'000), repeat("<a href='", 50'000), repeat("&#", 200'000)}) {
    const PageReading page = Read(html);
    EXPECT_LE(page.text.size(), html.size());
  }
}

}  // namespace
}  // namespace tocsin
