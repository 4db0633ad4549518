#include "ingest/page.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <array>

#include "ingest/extract/names.h"

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

struct Line {
  const char* html;  // stands between two paragraphs of the story
  bool kept;
};

TEST(Page, LinesAmongTheParagraphs) {
  constexpr Line kRows[] = {
      {"<h2>What the board said</h2>", true},
      {"<ul><li>one seat on the board for the state</li></ul>", true},
      {"<blockquote>We would do it again, the minister said.</blockquote>", true},
      {"<p>Zum Vergleich: ein Zehntel kostet vier Milliarden.</p>", true},
      {"<h5><a href='/by/ann'>Ann Lee</a></h5><p>The law was late, and the money was too little.</p>", true},
      {"<div>The shares are to be held by the treasury.</div>", true},
      {"<h3><p>Paragraphs inside a heading that was never meant to be one are still paragraphs.</p></h3>", true},
      {"<table><tr><td>Stake</td><td>10 percent of all shares with a vote</td></tr></table>", true},
      {"<div class='x-1ad269af0d'><p>A code in a name is no advertisement.</p></div>", true},
      {"<div id='menu-of-options-for-the-board'><p>An id made of a heading is no menu.</p></div>", true},
      {"<div style='display:none' class='accordion-body'><p>Opened when the reader asks for it, and long.</p></div>",
       true},
      {"<p>The company rewrote its privacy policy on Monday, two weeks before the vote.</p>", true},
      {"<p>By signing up you agree to our terms of use and privacy policy.</p>", false},
      {"<h2>Share prices fell, and fell again</h2><p>Nobody could say why.</p>", true},
      {"<p><b>Read more about it in the report.</b></p><p>Nobody could say why.</p>", true},
      {"<h2>Share this story</h2>", false},
      {"<div class='footnotes'><p>1. The price is that of the day before.</p></div>", false},
      {"<p>Lesen Sie auch: Der Preis steht fest</p>", false},
      {"<p>LE PUEDE INTERESAR: el precio ya est\u00e1 fijado</p>", false},
      {"<p>Czytaj tak\u017ce: cena jest ustalona</p>", false},
      {"<p>Lire aussi : le prix est fix\u00e9</p>", false},
      {"<p>\u8d23\u4efb\u7f16\u8f91\uff1a\u67d0\u67d0</p>", false},
      {"<p>Jo Doe contributed to this report.</p>", false},
      {"<p>[button link=\"/buy\" type=\"big\"] Buy now[/button]</p>", false},
      {"<p>[slider id=\"4\" type=\"big\"]</p>", false},
      {"<div>$429.99</div>", false},
      {"<div class='author-bio'><p>Ann writes about chips and lives by the sea with two dogs.</p></div>", false},
      {"<div style='display:none'><p>Nobody is ever shown this sentence about the deal.</p></div>", false},
      {"<div class='teaser'><h3><a href='/b'>Rival sold</a></h3><p>It went for half.</p></div>", false},
      {"<ul><li><h3><a href='/b'>Rival sold for half of what was asked</a></h3></li></ul>", false},
  };
  const size_t middle = kStory.find("<p>The company");
  for (const Line& row : kRows) {
    const std::string story = kStory.substr(0, middle) + row.html + kStory.substr(middle);
    const PageReading page = Read("<html><body><article><h1>Sale agreed</h1>" + story + "</article></body></html>");
    const size_t without =
        Read("<html><body><article><h1>Sale agreed</h1>" + kStory + "</article></body></html>").text.size();
    EXPECT_EQ(page.text.size() > without, row.kept) << row.html << "\n" << page.text;
    EXPECT_THAT(page.text, HasSubstr("before the close of trading")) << row.html;
  }
}

TEST(Page, TheTextIsWhereItIsWhateverTheMarkup) {
  const std::string story = kStory;
  std::string links = "<ul>";
  for (int i = 0; i < 40; ++i) links += "<li><a href='/s/" + std::to_string(i) + "'>Chipmaker of the list</a></li>";
  links += "</ul>";
  const std::string second =
      "<p>In the second part the minister explained at length why the price was fair, and why.</p>";
  const std::string pages[] = {
      story,  // neither <html> nor <body>
      "<html><head><title>Sale</title><meta name='a' content='b'><noscript><img src=x></noscript><div>" + story +
          "</div></html>",  // no </head> and no <body>
      "<html><body><div>" + story + "</div><div><p>Cookies.</p></div></body></html>",
      "<html><body><article class='post'>" + story + links + second + "</article></body></html>",
      "<html><body><main><div class='layout-with-toc-sidebar'><div class='article-body'>" + story +
          "</div></div></main></body></html>",
      "<html><body><article>" + story +
          "</article><div class='more'><p>Elsewhere, a paper mill was sold to its "
          "workers, who had asked for years, and who will run it on their own from May.</p></div></body></html>",
  };
  for (const std::string& html : pages) {
    const PageReading page = Read(html);
    EXPECT_THAT(page.text, HasSubstr("a tenth of the chipmaker")) << html;
    EXPECT_THAT(page.text, HasSubstr("before the close of trading")) << html;
    EXPECT_THAT(page.text, Not(HasSubstr("paper mill"))) << html;
  }
  EXPECT_THAT(Read(pages[3]).text, HasSubstr("In the second part"));
}

TEST(Page, IntroductionsOfTheAuthorStayOutside) {
  for (const std::string& about :
       {std::string("<h3>Ann Lee</h3><p>Reporter in the capital since last spring.</p>"),
        std::string("<p>Ann Lee is a reporter in the capital.</p>"),
        std::string("<div class='contributor-bio'><p>She has covered chips and those who buy them.</p></div>")}) {
    const PageReading page = Read("<html><head><meta name='author' content='Ann Lee'></head><body><article>" + kStory +
                                  about + "</article></body></html>");
    EXPECT_THAT(page.text, testing::EndsWith("in New York.")) << about;
  }
  // Others are spoken of.
  EXPECT_THAT(
      Read("<html><body><article>" + kStory + "<p>Ann Lee is a minister in the capital.</p></article></body></html>")
          .text,
      testing::EndsWith("minister in the capital."));
}

TEST(Page, WhatThePublisherSaysOfItselfStaysOutsideAtTheEnd) {
  const std::string head = "<html><head><meta property='og:site_name' content='Example Media'></head><body><article>";
  const std::string about = "<p>Example Media is a publisher of reports on chips and those who buy them.</p>";
  EXPECT_THAT(Read(head + kStory + kStory + about + "</article></body></html>").text,
              Not(HasSubstr("publisher of reports")));
  for (const std::string& own :
       {about + kStory, kStory + "<p>Example Media has bought a tenth of the paper that had reported it.</p>",
        kStory + "<p>Example Mediation is a firm in the capital that was asked to help with it.</p>"}) {
    const PageReading page = Read(head + own + "</article></body></html>");
    EXPECT_THAT(page.text, HasSubstr("Example Media")) << own;
  }
}

TEST(Page, ABriefIsAnArticleWhenThePageSaysSo) {
  const std::string brief =
      "<body><main><h1>Sale agreed</h1><p>The government will buy a tenth of the chipmaker, it said late on Monday "
      "evening.</p></main></body></html>";
  EXPECT_EQ(Read("<html><head><meta property='og:type' content='website'></head>" + brief).text, "");
  EXPECT_THAT(Read("<html><head><meta property='og:type' content='article'></head>" + brief).text,
              testing::StartsWith("The government will"));
}

TEST(Page, WhatIsToldToMachinesCountsWhereReadersGetABeginning) {
  std::string body;
  for (int i = 0; i < 12; ++i) body += "Paragraph " + std::to_string(i) + " says what the minister said and why. ";
  const std::string head =
      "<html><head><script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"articleBody\":\"" + body +
      "\"}</script></head><body><article>";
  EXPECT_THAT(Read(head + "<p>Paragraph 0 says what the minister said and why.</p></article></body></html>").text,
              HasSubstr("Paragraph 11"));
  EXPECT_THAT(Read(head + kStory + kStory + "</article></body></html>").text, Not(HasSubstr("Paragraph 11")));
}

TEST(Page, WhatIsSaidTwiceForTwoScreensIsSaidOnce) {
  const PageReading twice = Read("<html><body><article><div class='wide'>" + kStory + "</div><div class='narrow'>" +
                                 kStory + "</div></article></body></html>");
  EXPECT_EQ(twice.text.find("a tenth of the chipmaker"), twice.text.rfind("a tenth of the chipmaker"));
  const std::string refrain = "<p>Who pays for the chips, and when?</p>";
  const PageReading song = Read("<html><body><article>" + refrain + kStory + refrain +
                                "</article></body></html>");  // one line may come back
  EXPECT_NE(song.text.find("Who pays"), song.text.rfind("Who pays"));
}

TEST(Page, TheLeadIsPartOfTheTextWhereThatIsTheCustom) {
  const auto page = [](const std::string& language) {
    return Read("<html lang='" + language +
                "'><body><div class='head'><h1>Sale agreed</h1><p class='teaser-text'>The state buys into the "
                "maker of chips, and pays less than had been asked for.</p></div><div class='article-body'>" +
                kStory + "</div></body></html>");
  };
  EXPECT_THAT(page("de").text, testing::StartsWith("The state buys into"));
  EXPECT_THAT(page("en").text, testing::StartsWith("The government said"));
}

TEST(Page, ExplainsItself) {
  const PageReading page = Read(
      "<html><head><meta name='author' content='Ann Lee'></head><body><article class='story'><h1>Sale agreed</h1>"
      "<time datetime='2025-02-03'>3 Feb</time>" +
      kStory + "<p>Lesen Sie auch: mehr davon</p></article></body></html>");
  EXPECT_THAT(page.notes, testing::Contains(HasSubstr("text from article .story")));
  EXPECT_THAT(page.notes, testing::Contains(HasSubstr("left out, a notice: Lesen Sie auch")));
  EXPECT_THAT(page.notes, testing::Contains(HasSubstr("date from time element: 2025-02-03")));
  EXPECT_THAT(page.notes, testing::Contains("authors from meta"));
}

struct Byline {
  const char* text;
  const char* names;  // joined by '|'
};

TEST(Names, OfBylines) {
  constexpr Byline kRows[] = {
      {"By Ann Lee and Bo Chen", "Ann Lee|Bo Chen"},
      {"Written by: Ann Lee", "Ann Lee"},
      {"Written byAnn Lee", "Ann Lee"},
      {"Veröffentlicht von Ann Lee", "Ann Lee"},
      {"Ann Lee December 2, 2025", "Ann Lee"},
      {"Ann Lee on Friday December 19", "Ann Lee"},
      {"Ann Lee, and Bo Chen", "Ann Lee|Bo Chen"},
      {"Ann Lee ● 5 min read", "Ann Lee"},
      {"Byron Lee", "Byron Lee"},
      {"Ann Lee, Head of Policy", "Ann Lee"},
      {"Ann Lee Senior Tech Reporter", "Ann Lee"},
      {"Ann Lee Writer", "Ann Lee"},
      {"Ann Marie Lee Tokyo-based writer", "Ann Marie Lee"},
      {"Ann LeeDecember 18, 2025", "Ann Lee"},
      {"Recipe by Ann Lee", "Ann Lee"},
      {"Read more about Ann Lee", "Ann Lee"},
      {"Policy team• 4 mins read", "Policy team"},
      {"Dec. 19, 2025 · Ann Lee on behalf of the team", "Ann Lee"},
      {"ACME Travel Editor", "ACME Travel Editor"},
      {"Bold Growth Marketing", "Bold Growth Marketing"},
      {"Ann McMay", "Ann McMay"},
      {"Former Example Journalist", ""},
      {"Lead Reviewer", ""},
      {"Co-Founder", ""},
      {"Founder at Example", ""},
      {"RN, BSN", ""},
      {"Updated Jun 16", ""},
      {"记者 张三", "张三"},
      {"r2d2", "r2d2"},
      {"By", ""},
      {"Written by", ""},
      {"Publiziert am", ""},
      {"Sat, 5 May 2025", ""},
      {"Dec. 19", ""},
      {"One comment so far", ""},
      {"admin", ""},
      {"https://example.org/ann", ""},
      {"ann@example.org", ""},
      {"", ""},
  };
  for (const Byline& row : kRows) {
    std::string names;
    for (const std::string& name : CutAuthors(std::string_view(row.text))) names += (names.empty() ? "" : "|") + name;
    EXPECT_EQ(names, row.names) << row.text;
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
      // A page that was made one day and is no article has not been published that day.
      {"<script type='application/ld+json'>{\"@type\":\"WebPage\",\"datePublished\":\"2025-02-03\"}</script>", "",
       DateOrigin::kNone},
      {"<body><h1>Sale</h1><time datetime='2025-02-03'>3 February</time>", "2025-02-03", DateOrigin::kTimeElement},
      {"<body><h1>Sale</h1><div>Last reviewed:</div><time datetime='2025-02-03'>3 February</time>", "",
       DateOrigin::kNone},
      {"<body><h1>Sale</h1><time itemprop='dateModified' datetime='2025-02-03'>3 February</time>", "",
       DateOrigin::kNone},
      {"<script type='application/ld+json'>{\"@type\":\"WebPage\",\"headline\":\"Sale\",\"author\":\"A\","
       "\"datePublished\":\"2025-02-03\"}</script>",
       "2025-02-03", DateOrigin::kJsonLd},
      {"<script type='application/ld+json'>{&quot;@type&quot;:&quot;Article&quot;,&quot;datePublished&quot;:"
       "&quot;2025-02-03&quot;}</script>",
       "2025-02-03", DateOrigin::kJsonLd},
      {"<meta name='site-published-date' content='2025-02-03'>", "2025-02-03", DateOrigin::kMeta},
      {"<meta name='unpublished-dates' content='2025-02-03'>", "", DateOrigin::kNone},
      {"<body><h1>Sale</h1><div class='comments'><meta itemprop='datePublished' content='2025-02-03'></div>", "",
       DateOrigin::kNone},
      {"<body><h1>Sale</h1><div class='hours'><span class='date'>3 February 2025</span></div>", "", DateOrigin::kNone},
      {"<body><h1>Sale</h1><p>Date: 3 February 2025 - 5 February 2025</p>", "", DateOrigin::kNone},
      {"<body><h1>Sale</h1><p>3 February 2025</p>", "2025-02-03", DateOrigin::kText},
      {"<body><h1>Sale</h1><p>3 February 2025 - 5 February 2025</p>", "", DateOrigin::kNone},
      {"<body><h1>Sale</h1><p>First published in March 2022. Last updated on 3 February 2025</p>", "",
       DateOrigin::kNone},
      {"<body><h1>Sale</h1><div>Last updated:</div><div>3 February 2025</div>", "", DateOrigin::kNone},
      {"<body><aside><time datetime='2025-02-03'>3 February</time></aside><h1>Sale</h1>", "", DateOrigin::kNone},
      {"<body><h1>Sale</h1><p>(3 February 2025) The price was agreed at noon, and the two sides shook hands before the "
       "cameras of three stations, which had waited since dawn.</p>",
       "2025-02-03", DateOrigin::kText},
      {"<body><h1>Sale</h1><p>The price was agreed at noon, and by 3 February 2025 it will be paid, said the two "
       "sides, "
       "which had talked since dawn.</p>",
       "", DateOrigin::kNone},
  };
  for (const Dated& row : kRows) {
    const PageReading page = ReadPage("<html><head>" + std::string(row.head) + "</head><body><article><h1>Sale</h1>" +
                                          kStory + "</article></body></html>",
                                      "https://example.org/a");
    EXPECT_EQ(FormatTimestamp(page.published).substr(0, 10), row.date) << row.head;
    EXPECT_EQ(page.published_origin, row.origin) << row.head;
  }
}

std::string LdArticle(const std::string& published, const std::string& modified = "2025-03-20") {
  return "<script type='application/ld+json'>{\"@type\":\"Article\",\"datePublished\":\"" + published +
         "\",\"dateModified\":\"" + modified + "\"}</script>";
}

std::string MetaPublished(const std::string& published) {
  return "<meta property='article:published_time' content='" + published + "'>";
}

std::string LocalDay(const PageReading& page) {
  return page.published.known() ? FormatDay(DayOf({page.published.at.seconds + page.published_zone_seconds})) : "";
}

TEST(Page, WhatIsShownByTheHeadlineIsTheDate) {
  const std::string ld = LdArticle("2025-02-03"), meta = MetaPublished("2025-02-03T10:00:00Z");
  const std::string old = LdArticle("2015-02-03"), both = LdArticle("2025-02-01") + meta;
  const struct {
    const std::string& head;
    const char* shown;
    const char* date;
  } kRows[] = {
      // Declared and shown: of two declared days the one that readers see.
      {ld, "<p>3 February 2025</p>", "2025-02-03"},
      {both, "<p>3 February 2025</p>", "2025-02-03"},
      {both, "", "2025-02-01"},
      // A template's day yields to the one that is shown, even if that is one of revision.
      {ld, "<p>9 March 2025</p>", "2025-03-09"},
      {ld, "<h2>How the board came to sell</h2><p>9 March 2025</p>", "2025-03-09"},
      {ld, "<p>By Ann LeeMarch 9, 2025</p>", "2025-03-09"},
      {ld, "<div class='author-box'><span class='date'>9 March 2025</span></div>", "2025-03-09"},
      {ld, "<p>Updated on 9 March 2025</p>", "2025-03-09"},
      {ld, "<div>Last updated:</div><div>9 March 2025</div>", "2025-03-09"},
      {ld, "<p>Posted 8 March 2025 | Updated 9 March 2025</p>", "2025-03-08"},
      // A tag that says "published" yields to no day of revision, by its words or by what is declared.
      {meta, "<p>Updated on 9 March 2025</p>", "2025-02-03"},
      {both, "<p>20 March 2025</p>", "2025-02-01"},
      {meta, "<p>9 March 2025</p>", "2025-03-09"},
      // The day before or after is the same moment elsewhere.
      {meta, "<p>4 February 2025</p>", "2025-02-04"},
      {meta, "<p>2 February 2025</p>", "2025-02-02"},
      // Days of other things.
      {ld, "<p>Medically reviewed on 9 March 2025</p>", "2025-02-03"},
      {ld, "<p>Offer ends, redeem until 9 March 2025</p>", "2025-02-03"},
      {ld, "<p>9 March 2025 - 12 March 2025</p>", "2025-02-03"},
      {ld, "<p>9-12 March 2025</p>", "2025-02-03"},
      {ld, "<aside><p>9 March 2025</p></aside>", "2025-02-03"},
      {ld, "<div class='related'><p>9 March 2025</p></div>", "2025-02-03"},
      {ld, "<p>The price will be paid in one sum by 9 March 2025, as both of the sides said</p>", "2025-02-03"},
      {ld, "<p>What was written in the forum on 9 March 2025:</p>", "2025-02-03"},
      // Made by a template, shown nowhere and revised years later: a page that stands.
      {old, "", ""},
      {old, "<p>3 February 2015</p>", "2015-02-03"},
  };
  for (const auto& row : kRows) {
    const PageReading page = ReadPage("<html lang='en'><head>" + row.head + "</head><body><article><h1>Sale</h1>" +
                                          row.shown + kStory + "</article></body></html>",
                                      "https://example.org/a");
    EXPECT_EQ(LocalDay(page), row.date) << row.head << row.shown;
  }
}

TEST(Page, WhatIsNoArticleHasNoDateOfItsOwn) {
  std::string cards = "<html><body><h1>News</h1>";
  for (int i = 1; i < 20; ++i)
    cards += "<div><h3><a href='/n/" + std::to_string(i) + "'>What happened on that day of the week</a></h3>" +
             "<time datetime='2025-05-" + std::to_string(30 - i) + "'>May</time></div>";
  EXPECT_FALSE(ReadPage(cards, "https://example.org/news").published.known());
  FeedHint hint;
  hint.published = *ParseIsoTimestamp("2025-05-06T07:08:09Z");
  EXPECT_EQ(ReadPage(cards, "https://example.org/news", hint).published, hint.published);
}

TEST(Page, AFrontPageHasNoDateAndNoOtherPageIsOne) {
  const auto read = [](const std::string& canonical, const char* url) {
    return ReadPage("<html><head><link rel='canonical' href='" + canonical + "'>" +
                        MetaPublished("2025-02-03T10:00:00Z") + "</head><body><h1>Sale</h1>" + kStory +
                        "</body></html>",
                    url);
  };
  EXPECT_FALSE(read("https://example.org/", "https://example.org/").published.known());
  EXPECT_FALSE(read("https://example.org/", "").published.known());
  EXPECT_TRUE(read("https://example.org/?p=7", "https://example.org/?p=7").published.known());
  EXPECT_TRUE(read("https://example.org/a", "https://example.org/a").published.known());
  const PageReading careless = read("https://example.org/", "https://example.org/a");
  EXPECT_TRUE(careless.published.known());
  EXPECT_EQ(careless.canonical_url, "https://example.org/a");
}

TEST(Page, TheAddressKnowsTheDayWhereThePageWasWritten) {
  const auto zone = [](const std::string& url, const std::string& published) {
    const std::string head = "<meta property='article:published_time' content='" + published + "'>";
    return ReadPage("<html><head>" + head + "</head><body>" + kStory + "</body></html>", url).published_zone_seconds;
  };
  EXPECT_EQ(zone("https://example.org/2025/02/03/a", "2025-02-04T02:30:00Z"), -3 * 3600);
  EXPECT_EQ(zone("https://example.org/2025/02/04/a", "2025-02-03T22:30:00Z"), 2 * 3600);
  EXPECT_EQ(zone("https://example.org/2025/02/03/a", "2025-02-03T22:30:00Z"), 0);
  EXPECT_EQ(zone("https://example.org/2025/01/03/a", "2025-02-03T22:30:00Z"), 0);  // another day altogether
  EXPECT_EQ(zone("https://example.org/2025/02/03/a", "2025-02-04T02:30:00+08:00"), 8 * 3600);
}

TEST(Page, AMidnightFarAwayIsTheDayThere) {
  const auto zone = [](const std::string& language, const std::string& published) {
    const std::string head = "<meta property='article:published_time' content='" + published + "'>";
    return Read("<html lang='" + language + "'><head>" + head + "</head><body>" + kStory + "</body></html>")
        .published_zone_seconds;
  };
  EXPECT_EQ(zone("zh-CN", "2025-02-02T16:00:00Z"), 8 * 3600);
  EXPECT_EQ(zone("de", "2025-02-02T23:00:00Z"), 3600);
  EXPECT_EQ(zone("de", "2025-07-02T22:00:00Z"), 2 * 3600);
  EXPECT_EQ(zone("de", "2025-07-02T22:10:00Z"), 0);
  EXPECT_EQ(zone("en", "2025-02-02T16:00:00Z"), 0);
  EXPECT_EQ(zone("zh-CN", "2025-02-02T23:00:00Z"), 0);
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

TEST(Page, WhoIsNamedOnThePage) {
  const struct {
    const char* head;
    const char* shown;  // between headline and story
    const char* names;  // joined by '|'
  } kRows[] = {
      {"", "<p>Written by</p><p>Ann Lee</p>", "Ann Lee"},
      {"", "<h2>Article by</h2><div>Ann Lee</div>", "Ann Lee"},
      {"", "<p>by: Ann Lee, Dec 17, 2025</p>", "Ann Lee"},
      {"", "<div><span>By</span><span>Ann Lee</span></div>", "Ann Lee"},
      {"", "<a href='/authors/ann-lee'>Ann Lee</a>", "Ann Lee"},
      {"", "<a href='/author/a'>Ann Lee</a>, <a href='/author/b'>Bo Chen</a> and <a href='/author/c'>Cy Roe</a>",
       "Ann Lee|Bo Chen|Cy Roe"},
      {"", "<a href='/author/a'>Ann Lee</a> reviewed by <a href='/author/b'>Bo Chen</a>", "Ann Lee"},
      {"<meta name='twitter:label1' content='Written by'><meta name='twitter:data1' content='Ann Lee'>", "", "Ann Lee"},
      {"<meta name='author' content='annlee'>", "<p>By Ann Lee</p>", "Ann Lee"},
      {"<meta name='author' content='Ann'>", "<p>By Ann Lee</p>", "Ann Lee"},
      // Nobody, or somebody else.
      {"<meta name='author' content='Bo'>", "<p>By Ann Lee</p>", "Bo"},
      {"<meta name='author' content='Bo Chen'>", "<p>By Ann Lee</p>", "Bo Chen"},
      {"<meta name='twitter:label1' content='Reading time'><meta name='twitter:data1' content='Ann Lee'>", "", ""},
      {"", "<a href='/author/'>All of them</a>", ""},
      {"", "<a href='/authority/ann'>Ann Lee</a>", ""},
      {"", "<p>Written by</p><p>5 min read</p>", ""},
      {"", "<p>Bystanders saw it all.</p>", ""},
  };
  for (const auto& row : kRows) {
    const PageReading page = Read("<html><head>" + std::string(row.head) + "</head><body><article><h1>Sale</h1>" +
                                  row.shown + kStory + "</article></body></html>");
    std::string names;
    for (const std::string& name : page.authors) names += (names.empty() ? "" : "|") + name;
    EXPECT_EQ(names, row.names) << row.head << row.shown;
  }
}

TEST(Page, AWallIsNoArticle) {
  const std::string wall =
      "<h1>We ask you</h1><p>We and our 843 partners store and access information on a device, such as cookies, and "
      "process what we find there for the content that we show.</p><p>You may manage your choices at any time, and "
      "may withdraw your consent at the bottom of every page that we show to you.</p>";
  const std::string about =
      "<h1>Cookies ruled out</h1><p>The court said on Monday that a button with the words accept all is no consent to "
      "cookies, and that a legitimate interest has to be told.</p>";
  const PageReading page = Read("<html><body><div class='consent'>" + wall + "</div></body></html>");
  EXPECT_EQ(page.text, "");
  EXPECT_THAT(page.notes, testing::Contains("no article: the page asks for consent"));
  EXPECT_THAT(Read("<html><body>" + about + kStory + "</body></html>").text, HasSubstr("accept all is no consent"));
  EXPECT_THAT(Read("<html><body>" + wall + "<article>" + kStory + "</article></body></html>").text,
              HasSubstr("a tenth of the chipmaker"));
}

TEST(Page, TheTextForThoseWithoutScriptsIsTheLastResort) {
  EXPECT_THAT(
      Read("<html><body><div id='app'></div><noscript><article>" + kStory + "</article></noscript></body></html>").text,
      HasSubstr("a tenth of the chipmaker"));
  EXPECT_EQ(Read("<html><body><div id='app'></div><noscript><p>You need to enable JavaScript to run this app.</p>"
                 "</noscript></body></html>")
                .text,
            "");
  const PageReading page = Read("<html><body><article>" + kStory +
                                "</article><noscript><p>Those without a script read another sentence here, which is "
                                "not part of the story.</p></noscript></body></html>");
  EXPECT_THAT(page.text, Not(HasSubstr("another sentence")));
}

TEST(Page, AnIndexPageIsNoArticle) {
  std::string html = "<html><body><main>";
  for (int i = 0; i < 40; ++i) {
    html += "<div class='teaser'><h3><a href='/story/" + std::to_string(i) + "'>Story number " + std::to_string(i) +
            "</a></h3><p>A line about it.</p></div>";
  }
  EXPECT_EQ(Read(html + "</main></body></html>").text, "");
}

TEST(Page, AnIndexWithLongExcerptsIsNoArticleEither) {
  std::string html = "<html><body><main><h1>Latest news</h1>";
  for (int i = 0; i < 12; ++i) {
    const std::string n = std::to_string(i);
    html += "<article><span>Markets</span><h2><a href='https://example.org/s/" + n + "'>Story number " + n +
            " of the day</a></h2><p>Story " + n +
            " begins with a sentence that is as long as those of real stories are, and goes on with another one that "
            "says who said so and when, until it breaks off in the middle of the third &hellip;</p><a href='/s/" +
            n + "'>Read more</a></article>";
  }
  EXPECT_EQ(Read(html + "</main></body></html>").text, "");
}

TEST(Page, ALiveBlogIsOneArticle) {
  std::string html = "<html><body><main><h1>Vote on the chip law: live</h1>";
  for (int i = 0; i < 8; ++i) {
    const std::string n = std::to_string(i);
    html += "<article id='post-" + n + "'><time datetime='2025-02-03T1" + n + ":00Z'>1" + n + ":00</time><h2>Speaker " +
            n + " takes the floor</h2><p>Speaker number " + n +
            " said that the law was late, that the money was too little, and that the house should vote before noon. " +
            "The benches were " + n + " tenths full.</p></article>";
  }
  const PageReading page = Read(html + "</main></body></html>");
  for (int i = 0; i < 8; ++i) EXPECT_THAT(page.text, HasSubstr("Speaker number " + std::to_string(i)));
  EXPECT_THAT(page.text, HasSubstr("Speaker 3 takes the floor"));
}

struct Release {
  const char* html;
  const char* title;
  const char* day;
  const char* first;  // how the text begins
  const char* last;   // how it ends
};

// As ministries build their pages.
TEST(Page, PressReleases) {
  constexpr Release kRows[] = {
      {"<html lang='en-US'><head><title>Buying Chips for the Nation – The Example House</title>"
       "<meta property='og:site_name' content='The Example House'></head><body class='wp-singular single-post'>"
       "<header class='wp-block-template-part'><nav><a href='/news/'>News</a></nav></header><main>"
       "<div class='wp-block-topper'><h1>Buying Chips for the Nation</h1><div class='wp-block-topper__meta'>"
       "<a href='/orders/'>Orders</a><div class='wp-block-post-date'><time "
       "datetime='2025-02-03T17:00:00-05:00'>February "
       "3, 2025</time></div></div></div><div class='entry-content wp-block-post-content'><p>By the authority vested in "
       "me, it is hereby ordered:</p><p><u>Section 1</u>. <u>Purpose</u>. The Nation buys chips abroad that it could "
       "make at home, and it will make them at home from now on, as it did before.</p><p>Sec. 2. General. This order "
       "shall be carried out in line with the law in force and with the money that there is.</p></div></main>"
       "<footer><p>The Example House, 1 Example Avenue</p></footer></body></html>",
       "Buying Chips for the Nation", "2025-02-03", "By the authority", "money that there is."},
      {"<html lang='en'><head><title>Example Commission - Press corner</title><meta property='og:title' content='The "
       "Commission opens an office for machines that learn'></head><body><ecl-app><header><a href='/'>Home</a></header>"
       "<main><div class='ecl-page-header'><ul><li>Press release</li><li>3 February 2025</li><li>Brussels</li></ul>"
       "<h1>The Commission opens an office for machines that learn</h1></div><div class='ecl-editor'><p>The office "
       "will "
       "have forty people, and it will look at every large model that is sold in the Union from August on.</p><p>It "
       "begins its work in March, when the first of the forty arrive, and reports each year.</p></div></main>"
       "</ecl-app></body></html>",
       "The Commission opens an office for machines that learn", "2025-02-03", "The office will have", "each year."},
      {"<html lang='zh-CN'><head><title>国务院发布新的管理办法_示例网</title></head><body><div class='header'>"
       "<ul><li><a href='/'>首页</a></li><li><a href='/zc/'>政策</a></li></ul></div><div class='article'>"
       "<h1>国务院发布新的管理办法</h1><div class='pages-date'>2025-02-03 16:20 <span>来源： 示例社</span></div>"
       "<div class='pages_content'><p>　　新华社北京2月3日电 "
       "国务院日前印发新的管理办法，对人工智能服务的备案、评估和监督作出规定，自三月一日起施行。</p><p>　　办法提出，要"
       "支持企业开展技术研究，建立健全标准体系，并由有关部门每年公布评估结果。</p><p>责任编辑：某某</p></div></div>"
       "<div class='share'>分享到：微信 微博</div></body></html>",
       "国务院发布新的管理办法", "2025-02-03", "新华社北京2月3日电", "每年公布评估结果。"},
  };
  for (const Release& row : kRows) {
    const PageReading page = Read(row.html);
    EXPECT_EQ(page.title, row.title);
    EXPECT_EQ(FormatTimestamp(page.published).substr(0, 10), row.day) << row.title;
    EXPECT_THAT(page.text, testing::StartsWith(row.first));
    EXPECT_THAT(page.text, testing::EndsWith(row.last));
    EXPECT_THAT(page.text, Not(HasSubstr("责任编辑")));
  }
}

TEST(Page, HostilePagesCostNoMoreThanTheirBytes) {
  const auto repeat = [](std::string_view piece, size_t times) {
    std::string out;
    for (size_t i = 0; i < times; ++i) out += piece;
    return out;
  };
  const std::string deep = repeat("<div class='a b'>", 250);
  for (const std::string& html :
       {deep + repeat("<time datetime=x>y</time>", 20'000), deep + repeat("<i class=date>y</i>", 20'000),
        repeat("<div class=byline><h2>", 20'000), repeat("<a><h2>", 30'000),
        repeat("<h2><a href=/x>ab</a></h2>", 20'000), repeat("<div class='author'>A B C D E F G H I</div>", 10'000),
        "<div class='" + repeat("ad-b ", 100'000) + "'>",
        "<script type='application/ld+json'>{\"@type\":\"Article\",\"author\":[" + repeat("\"A B\",", 50'000) +
            "\"C\"]}</script>",
        repeat("<article><p>", 30'000), repeat("<ul><li>", 12'000), repeat("<span>", 200'000),
        "<p " + repeat("a='b' ", 300'000) + ">x</p>", repeat("<b><i><u><font>", 40'000),
        repeat("<div class='byline author'>", 40'000) + "x", repeat("<table><tr><td>", 20'000),
        repeat("<a href='", 50'000), repeat("&#", 200'000)}) {
    const PageReading page = Read(html);
    EXPECT_LE(page.text.size(), html.size());
  }
}

}  // namespace
}  // namespace tocsin
