// Whole visits over a fake web: what is asked for, in which order, what is handed on, what is remembered.
#include "ingest/crawler.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "ingest/base/limits.h"
#include "tests/support/fake_clock.h"
#include "tests/support/fake_http.h"
#include "tests/support/fake_ledger.h"

namespace tocsin {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

constexpr char kFeedUrl[] = "https://news.example/feed.xml";

// An RSS feed of these items; "url|date" gives an item a pubDate.
std::string Rss(const std::vector<std::string>& items) {
  std::string out = "<rss version=\"2.0\"><channel><title>News</title>";
  for (const std::string& item : items) {
    const size_t bar = item.find('|');
    out += "<item><title>T</title><link>" + item.substr(0, bar) + "</link>";
    if (bar != item.npos) out += "<pubDate>" + item.substr(bar + 1) + "</pubDate>";
    out += "</item>";
  }
  return out + "</channel></rss>";
}

class CrawlTest : public ::testing::Test {
 protected:
  CrawlTest() {
    options.host_delay_ms = 1000;
    sources.push_back({"news", "News", kFeedUrl, SourceKind::kFeed, "en", "US", 30, 200, true});
  }

  void Feed(const std::vector<std::string>& items, const std::string& etag = "") {
    http.web[kFeedUrl] = {200, Rss(items), "application/rss+xml", etag};
    for (const std::string& item : items) {
      const std::string url = item.substr(0, item.find('|'));
      if (!http.web.contains(url)) http.web[url] = {200, "<p>words</p>"};
    }
  }

  // One visit; the first source's report. Pages handed over are recorded as the pipeline does it.
  SourceReport Visit() {
    http.seen.clear();
    handed.clear();
    CrawlHooks hooks;
    hooks.page = [&](RawDocument d) {
      handed.push_back(d.requested_url);
      documents.push_back(d);
      VisitRecord visit;
      visit.visited_at = d.fetched_at;
      visit.updated = d.hint.updated.known() ? d.hint.updated : d.hint.published;
      visit.etag = d.etag;
      visit.status = d.status;
      if (record_pages && !ledger.RecordPage(d.requested_url, visit)) ADD_FAILURE();
      return handed.size() < stop_after;
    };
    auto result = Crawl(sources, options, http, ledger, clock, hooks);
    if (!result) {
      error = result.error();
      return {};
    }
    reports = *result;
    return reports.empty() ? SourceReport{} : reports[0];
  }

  FakeClock clock;
  FakeHttp http{clock};
  FakeLedger ledger;
  CrawlOptions options;
  std::vector<Source> sources;
  std::vector<SourceReport> reports;
  std::vector<std::string> handed;
  std::vector<RawDocument> documents;
  std::optional<Error> error;
  bool record_pages = true;
  size_t stop_after = SIZE_MAX;
};

TEST_F(CrawlTest, RobotsThenListingThenPages) {
  Feed({"https://news.example/a?utm_source=rss", "https://news.example/b"});
  http.web["https://news.example/a"] = {200, "<p>a</p>", "text/html; charset=gb18030", "\"a1\""};
  const SourceReport report = Visit();
  EXPECT_THAT(http.urls(), ElementsAre("https://news.example/robots.txt", kFeedUrl, "https://news.example/a",
                                       "https://news.example/b"));
  EXPECT_THAT(handed, ElementsAre("https://news.example/a", "https://news.example/b"));
  EXPECT_EQ(report.listings, 1u);
  EXPECT_EQ(report.pages, 2u);
  EXPECT_THAT(report.problems, IsEmpty());
  EXPECT_THAT(ledger.PendingUrls(), IsEmpty());
  EXPECT_EQ(documents[0].content_type, "text/html; charset=gb18030");
  EXPECT_EQ(documents[0].etag, "\"a1\"");
  EXPECT_EQ(documents[0].source_id, "news");
  EXPECT_EQ(documents[0].hint.title, "T");
}

TEST_F(CrawlTest, RequestsToOneHostAreSpaced) {
  Feed({"https://news.example/a", "https://news.example/b", "https://other.example/c"});
  Visit();
  std::map<std::string, int64_t> last;
  for (const auto& s : http.seen) {
    const std::string host = s.url.substr(0, s.url.find('/', 8));
    EXPECT_GE(s.at_ms - (last.contains(host) ? last[host] : 0), 1000) << s.url;
    last[host] = s.at_ms;
  }
  EXPECT_EQ(http.seen.size(), 6u);
}

TEST_F(CrawlTest, CrawlDelayIsObeyedAndBounded) {
  for (const auto& [asked, expected_ms] : {std::pair("5", 5000), {"0.2", 1000}, {"86400", kCrawlDelayMsMax}}) {
    SCOPED_TRACE(asked);
    http.web["https://news.example/robots.txt"] = {200, std::string("User-agent: *\nCrawl-delay: ") + asked};
    Feed({"https://news.example/" + std::string(asked)});
    Visit();
    ASSERT_EQ(http.seen.size(), 3u);
    EXPECT_EQ(http.seen[1].at_ms - http.seen[0].at_ms, expected_ms);
    EXPECT_EQ(http.seen[2].at_ms - http.seen[1].at_ms, expected_ms);
  }
}

TEST_F(CrawlTest, RobotsKeepsPagesOut) {
  http.web["https://news.example/robots.txt"] = {200,
                                                 "User-agent: Tocsin\nDisallow: /private\nUser-agent: *\nDisallow: /"};
  Feed({"https://news.example/private/a", "https://news.example/b"});
  const SourceReport report = Visit();
  EXPECT_EQ(report.disallowed, 1u);
  EXPECT_THAT(handed, ElementsAre("https://news.example/b"));
  EXPECT_THAT(ledger.PendingUrls(), IsEmpty()) << "a refused page is done";
  EXPECT_EQ(http.TimesOf("https://news.example/private/a"), 0);
}

TEST_F(CrawlTest, ARedirectWaitsItsTurnAtTheOtherHost) {
  http.web["https://other.example/robots.txt"] = {200, "User-agent: *\nDisallow: /private\nCrawl-delay: 3"};
  Feed({"https://news.example/a", "https://news.example/b", "https://news.example/c", "https://news.example/d"});
  http.web["https://news.example/robots.txt"] = {200, "User-agent: *\nDisallow: /members"};
  const auto leads = [&](const std::string& from, const std::string& to) {
    http.web[from].redirected_to = to;
    if (!http.web.contains(to)) http.web[to] = {200, "<p>there</p>"};
  };
  leads("https://news.example/a", "https://other.example/a");
  leads("https://news.example/b", "https://other.example/private/b");
  leads("https://news.example/c", "https://news.example/members/c");
  leads("https://news.example/d", "https://news.example/moved/d");
  const SourceReport report = Visit();
  EXPECT_EQ(report.disallowed, 2u);
  EXPECT_THAT(handed, ElementsAre("https://news.example/d", "https://news.example/a"));
  EXPECT_EQ(documents.back().url, "https://other.example/a");
  EXPECT_EQ(http.TimesOf("https://other.example/private/b") + http.TimesOf("https://news.example/members/c"), 0);
  ASSERT_EQ(http.TimesOf("https://other.example/robots.txt"), 1);
  const auto at = [&](const std::string& url) {
    return std::find_if(http.seen.begin(), http.seen.end(), [&](const auto& s) { return s.url == url; })->at_ms;
  };
  EXPECT_GE(at("https://other.example/a") - at("https://other.example/robots.txt"), 3000);
}

TEST_F(CrawlTest, RedirectsThatGoRoundAreLeft) {
  Feed({"https://news.example/a"});
  http.web["https://news.example/a"].redirected_to = "https://other.example/a";
  http.web["https://other.example/a"].redirected_to = "https://news.example/a";
  const SourceReport report = Visit();
  EXPECT_EQ(report.failed, 1u);
  EXPECT_LE(http.seen.size(), size_t(kRedirectsMax) + 4);
  EXPECT_THAT(report.problems, ElementsAre(HasSubstr("302")));
}

TEST_F(CrawlTest, WhatARobotsAnswerMeans) {
  struct Row {
    FakeAnswer robots;
    bool allowed;
  };
  FakeAnswer silent;
  silent.fails = true;
  FakeAnswer guarded = silent;
  guarded.error = Errc::kForbidden;
  const Row rows[] = {{{404}, true},   {{403}, true},  {{401}, true},  {{200, "<html>no rules</html>"}, true},
                      {{500}, false},  {{503}, false}, {{429}, false}, {silent, false},
                      {guarded, false}};
  for (const Row& row : rows) {
    SCOPED_TRACE(row.robots.status);
    ledger = {};
    Feed({"https://news.example/a"});
    http.web["https://news.example/robots.txt"] = row.robots;
    const SourceReport report = Visit();
    EXPECT_EQ(handed.size(), row.allowed ? 1u : 0u);
    EXPECT_EQ(report.problems.size(), row.allowed ? 0u : 1u);
  }
}

TEST_F(CrawlTest, AnUnchangedListingIsNotReadAgain) {
  Feed({"https://news.example/a"}, "\"f1\"");
  Visit();
  const SourceReport report = Visit();
  EXPECT_THAT(http.urls(), ElementsAre("https://news.example/robots.txt", kFeedUrl));
  EXPECT_EQ(http.seen[1].etag, "\"f1\"");
  EXPECT_EQ(report.not_modified, 1u);
  EXPECT_EQ(report.listings, 0u);
  EXPECT_EQ(Visit().not_modified, 1u) << "the validators outlive a 304";
}

TEST_F(CrawlTest, AKnownPageIsFetchedAgainOnlyWhenTheListingSaysItIsNewer) {
  Feed({"https://news.example/a|Mon, 02 Feb 2026 08:00:00 GMT"});
  http.web["https://news.example/a"].etag = "\"a1\"";
  Visit();
  Visit();
  EXPECT_EQ(http.TimesOf("https://news.example/a"), 0) << "same date";
  Feed({"https://news.example/a|Tue, 03 Feb 2026 08:00:00 GMT"});
  Visit();
  ASSERT_EQ(http.TimesOf("https://news.example/a"), 1);
  EXPECT_EQ(http.seen.back().etag, "\"a1\"") << "conditionally";
  EXPECT_THAT(handed, IsEmpty()) << "304: nothing new";
  EXPECT_THAT(ledger.PendingUrls(), IsEmpty());
  Visit();
  EXPECT_EQ(http.TimesOf("https://news.example/a"), 0) << "the new date is remembered";
}

TEST_F(CrawlTest, AnInterruptedVisitIsResumed) {
  Feed({"https://news.example/a", "https://news.example/b", "https://news.example/c"}, "\"f1\"");
  stop_after = 1;
  Visit();
  EXPECT_THAT(ledger.PendingUrls(), ElementsAre("https://news.example/b", "https://news.example/c"));
  stop_after = SIZE_MAX;
  const SourceReport report = Visit();
  EXPECT_THAT(http.urls(), ElementsAre("https://news.example/robots.txt", "https://news.example/b",
                                       "https://news.example/c", kFeedUrl));
  EXPECT_EQ(report.not_modified, 1u) << "the 304 hides no page";
  EXPECT_THAT(handed, ElementsAre("https://news.example/b", "https://news.example/c"));
}

TEST_F(CrawlTest, PagesNotStoredAreFetchedAgain) {
  Feed({"https://news.example/a"}, "\"f1\"");
  record_pages = false;  // the process dies before the article is stored
  Visit();
  EXPECT_THAT(ledger.PendingUrls(), ElementsAre("https://news.example/a"));
  record_pages = true;
  Visit();
  EXPECT_THAT(handed, ElementsAre("https://news.example/a"));
}

TEST_F(CrawlTest, AtMostPagesMaxTheNewestFirst) {
  sources[0].pages_max = 2;
  Feed({"https://news.example/old|Mon, 02 Feb 2026 08:00:00 GMT", "https://news.example/undated",
        "https://news.example/new|Wed, 04 Feb 2026 08:00:00 GMT",
        "https://news.example/mid|Tue, 03 Feb 2026 08:00:00 GMT"},
       "\"f1\"");
  Visit();
  EXPECT_THAT(handed, ElementsAre("https://news.example/new", "https://news.example/mid"));
  Visit();
  EXPECT_THAT(handed, ElementsAre("https://news.example/old", "https://news.example/undated"))
      << "what was cut is not hidden by a 304";
}

TEST_F(CrawlTest, FailuresAreRetriedAtLaterVisitsAndThenGivenUp) {
  Feed({"https://news.example/a", "https://news.example/gone"});
  http.web["https://news.example/a"] = {500};
  http.web["https://news.example/gone"] = {410};
  SourceReport report = Visit();
  EXPECT_EQ(report.failed, 1u);
  EXPECT_THAT(report.problems, ElementsAre("GET https://news.example/a: 500", "GET https://news.example/gone: 410"));
  EXPECT_THAT(ledger.PendingUrls(), ElementsAre("https://news.example/a"));
  Visit();
  EXPECT_THAT(ledger.PendingUrls(), ElementsAre("https://news.example/a"));
  report = Visit();
  EXPECT_EQ(report.failed, 1u);
  EXPECT_THAT(ledger.PendingUrls(), IsEmpty());
  Visit();
  EXPECT_EQ(http.TimesOf("https://news.example/a"), 0);
}

TEST_F(CrawlTest, RetryAfterPausesTheHost) {
  Feed({"https://news.example/a", "https://news.example/b"});
  http.web["https://news.example/a"] = {429, "", "text/html", "", "30"};
  Visit();
  ASSERT_EQ(http.seen.size(), 4u);
  EXPECT_GE(http.seen[3].at_ms - http.seen[2].at_ms, 30'000);
  EXPECT_THAT(handed, ElementsAre("https://news.example/b"));
  EXPECT_THAT(ledger.PendingUrls(), ElementsAre("https://news.example/a"));
}

TEST_F(CrawlTest, ALongPauseLeavesTheHostForTheNextVisit) {
  Feed({"https://news.example/a", "https://news.example/b", "https://other.example/c"});
  http.web["https://news.example/a"] = {503, "", "text/html", "", "86400"};
  const SourceReport report = Visit();
  EXPECT_THAT(handed, ElementsAre("https://other.example/c"));
  EXPECT_THAT(ledger.PendingUrls(), ElementsAre("https://news.example/a", "https://news.example/b"));
  EXPECT_FALSE(report.problems.empty());
}

TEST_F(CrawlTest, ASilentHostIsNotAskedForEver) {
  std::vector<std::string> items;
  for (int i = 0; i < 20; ++i) items.push_back("https://news.example/" + std::to_string(i));
  Feed(items);
  for (const std::string& item : items) http.web[item].fails = true;
  Visit();
  EXPECT_LE(http.seen.size(), 2u + size_t(kHostFailuresMax) + size_t(options.host_connections_max));
  EXPECT_EQ(ledger.pending.size(), 20u);
}

TEST_F(CrawlTest, OnePageOfTwoSourcesIsFetchedOnce) {
  sources.push_back(sources[0]);
  sources[1].id = "second";
  sources[1].url = "https://second.example/rss";
  Feed({"https://news.example/a"});
  http.web["https://second.example/rss"] = {200, Rss({"https://news.example/a#top", "https://second.example/b"}),
                                            "application/rss+xml"};
  http.web["https://second.example/b"] = {200, "<p>b</p>"};
  Visit();
  EXPECT_EQ(http.TimesOf("https://news.example/a"), 1);
  EXPECT_EQ(handed.size(), 2u);
}

TEST_F(CrawlTest, AnIndexIsFollowedToABoundedDepthAndNeverHidden) {
  sources[0].url = "https://m.example/0.xml";
  sources[0].kind = SourceKind::kSitemap;
  for (int i = 0; i < 8; ++i) {
    http.web["https://m.example/" + std::to_string(i) + ".xml"] = {
        200,
        "<sitemapindex xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\"><sitemap><loc>https://m.example/" +
            std::to_string(i + 1) + ".xml</loc></sitemap></sitemapindex>",
        "application/xml", "\"i\""};
  }
  const SourceReport report = Visit();
  EXPECT_EQ(report.listings, size_t(kListingDepthMax) + 1);
  Visit();
  EXPECT_EQ(http.TimesOf("https://m.example/1.xml"), 1) << "the index is read again although it has not changed";
}

TEST_F(CrawlTest, WhatIsNoListingIsAProblem) {
  http.web[kFeedUrl] = {404};
  EXPECT_THAT(Visit().problems, ElementsAre(HasSubstr("404")));
  sources[0].url = "not a url";
  EXPECT_THAT(Visit().problems, ElementsAre("not a url: not a web address"));
  sources[0].enabled = false;
  Visit();
  EXPECT_THAT(reports, IsEmpty());
  EXPECT_THAT(http.seen, IsEmpty());
}

TEST_F(CrawlTest, AFailingLedgerEndsTheVisit) {
  Feed({"https://news.example/a"});
  ledger.broken = true;
  Visit();
  ASSERT_TRUE(error);
  EXPECT_EQ(int(error->code), int(Errc::kFull));
  EXPECT_EQ(http.TimesOf("https://news.example/a"), 0) << "nothing is fetched that nobody remembers";
}

TEST_F(CrawlTest, TheSameWebGivesTheSameVisit) {
  Feed({"https://news.example/a", "https://b.example/b", "https://c.example/c", "https://news.example/d"});
  Visit();
  const auto first = http.urls();
  ledger = {};
  Visit();
  EXPECT_EQ(http.urls(), first);
}

}  // namespace
}  // namespace tocsin
