// The sample newsroom keeps what its README promises: before anything reads it, it must be right itself.
#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "rules/taxonomy.h"
#include "tests/support/newsroom.h"

namespace tocsin::support {
namespace {

constexpr std::string_view kOrigin = "http://127.0.0.1:1";

std::vector<ExpectedReport> Expected() {
  const auto parsed = ParseExpected(ReadNewsroom("EXPECTED.tsv", kOrigin).value_or(""));
  EXPECT_TRUE(parsed) << parsed.error().what;
  return parsed.value_or(std::vector<ExpectedReport>{});
}

bool IsArticle(const std::string& file) {
  return file.ends_with(".html") && file != "index.html" && !file.starts_with("private/");
}

TEST(NewsroomSite, ExpectsEventsOfPagesThatExist) {
  const auto files = NewsroomFiles();
  for (const ExpectedReport& r : Expected()) {
    EXPECT_TRUE(std::binary_search(files.begin(), files.end(), r.page)) << "EXPECTED.tsv:" << r.line << ": " << r.page;
    EXPECT_EQ(r.amount.empty(), r.currency.empty()) << "EXPECTED.tsv:" << r.line;
  }
}

TEST(NewsroomSite, TellsEveryTypeAndEveryStatus) {
  std::set<std::string> types, states;
  for (const ExpectedReport& r : Expected()) {
    types.insert(r.type);
    states.insert(ToString(r.status));
  }
  for (const auto type : BuiltInTypes()) EXPECT_TRUE(types.contains(std::string(type))) << type;
  EXPECT_EQ(states.size(), kStatusCount);
}

TEST(NewsroomSite, HasArticlesWithoutAnyEvent) {
  std::set<std::string> with;
  for (const ExpectedReport& r : Expected()) with.insert(r.page);
  const auto files = NewsroomFiles();
  const auto quiet = std::count_if(files.begin(), files.end(),
                                   [&](const std::string& f) { return IsArticle(f) && !with.contains(f); });
  EXPECT_GE(quiet, 4);
}

TEST(NewsroomSite, ListsEveryArticleInASitemap) {
  const std::string all = ReadNewsroom("sitemap-news.xml", kOrigin).value_or("") +
                          ReadNewsroom("sitemap-archive.xml", kOrigin).value_or("");
  for (const std::string& file : NewsroomFiles()) {
    const bool listed = all.find("<loc>" + std::string(kOrigin) + "/" + file + "</loc>") != std::string::npos;
    if (!file.ends_with(".html") || file == "index.html") continue;
    EXPECT_EQ(listed, IsArticle(file)) << file;
  }
}

TEST(NewsroomSite, LinksToAPageThatRobotsClose) {
  const std::string feed = ReadNewsroom("feeds/ledger.xml", kOrigin).value_or("");
  EXPECT_NE(feed.find(std::string(kOrigin) + "/private/"), std::string::npos);
  EXPECT_NE(ReadNewsroom("robots.txt", kOrigin).value_or("").find("Disallow: /private/"), std::string::npos);
}

TEST(NewsroomSite, LeavesNoPlaceholder) {
  for (const std::string& file : NewsroomFiles()) {
    if (file == "README.md") continue;
    const std::string bytes = ReadNewsroom(file, kOrigin).value_or("");
    EXPECT_EQ(bytes.find("{{"), std::string::npos) << file;
    EXPECT_FALSE(bytes.empty()) << file;
  }
}

struct Typed {
  const char* path;
  const char* content_type;
};

const Typed kTyped[] = {
    {"index.html", "text/html; charset=utf-8"},
    {"feeds/ledger.xml", "application/rss+xml; charset=utf-8"},
    {"feeds/wire.atom", "application/atom+xml; charset=utf-8"},
    {"zh/2025/kuosan-guize.html", "text/html"},     // the page itself says gb2312
    {"review/2024/ai-act-vote.html", "text/html"},  // and this one windows-1252
    {"sitemap.xml", "application/xml"},
};

TEST(NewsroomSite, SaysContentTypesThatExtensionsDoNot) {
  for (const Typed& t : kTyped) EXPECT_EQ(NewsroomContentType(t.path), t.content_type) << t.path;
}

TEST(NewsroomSite, RefusesExpectationsThatAreWrong) {
  const std::string good = "a.html\tinvestment.ipo\tdenied\tX\tX\t-\t-\t-\t-";
  EXPECT_TRUE(ParseExpected(good + "\n"));
  EXPECT_FALSE(ParseExpected("a.html\tinvestment.ipo\tdenied\n"));
  EXPECT_FALSE(ParseExpected("a.html\tinvestment.lottery\tdenied\tX\tX\t-\t-\t-\t-\n"));
  EXPECT_FALSE(ParseExpected("a.html\tinvestment.ipo\tdone\tX\tX\t-\t-\t-\t-\n"));
}

}  // namespace
}  // namespace tocsin::support
