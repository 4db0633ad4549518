// robots.txt: who is meant, which rule decides, what a site may get wrong.
#include <gtest/gtest.h>

#include "ingest/web.h"

namespace tocsin {
namespace {

struct Case {
  const char* robots;
  const char* agent;
  const char* url;
  bool allowed;
};

const Case kCases[] = {
    {"", "Tocsin", "https://a.example/", true},
    {"User-agent: *\nDisallow: /\n", "Tocsin", "https://a.example/x", false},
    {"User-agent: *\nDisallow:\n", "Tocsin", "https://a.example/x", true},
    {"Disallow: /\n", "Tocsin", "https://a.example/x", true},  // names nobody
    {"User-agent: Other\nDisallow: /\n", "Tocsin", "https://a.example/x", true},
    {"User-agent: Tocsin\nAllow: /\nUser-agent: *\nDisallow: /\n", "Tocsin/0.1 (+https://t.example)", "/x", true},
    {"User-agent: toc\nDisallow: /\n", "Tocsin", "/x", true},  // a token is whole
    {"User-agent: Tocsin\nDisallow: /a\n\nUser-agent: tocsin\nDisallow: /b\n", "Tocsin", "/b", false},
    {"\xEF\xBB\xBFUser-agent: *\r\nDissalow: /x\r\n", "Tocsin", "/x", false},
    {"user agent: *\rdisallow: /x\r", "Tocsin", "/x", false},
    {"User-agent: *\nDisallow /x\n", "Tocsin", "/x", false},
    {"User-agent: *\nDisallow: /x # why\n", "Tocsin", "/x", false},
    {"User-agent: *\nDisallow: /news\nAllow: /news/policy\n", "Tocsin", "/news/policy/1", true},
    {"User-agent: *\nDisallow: /a\nAllow: /a\n", "Tocsin", "/a", true},
    {"User-agent: *\nDisallow: /*.pdf$\n", "Tocsin", "/x/y.pdf", false},
    {"User-agent: *\nDisallow: /*.pdf$\n", "Tocsin", "/x/y.pdf?v=1", true},
    {"User-agent: *\nDisallow: /*a*b$\n", "Tocsin", "/xaxbxb", false},
    {"User-agent: *\nDisallow: /ab$\n", "Tocsin", "/abb", true},
    {"User-agent: *\nDisallow: /%7Ejoe\n", "Tocsin", "/~joe/x", false},
    {"User-agent: *\nDisallow: /\xE6\x94\xBF\n", "Tocsin", "/%e6%94%bf", false},
    {"User-agent: *\nDisallow: /a%2Fb\n", "Tocsin", "/a/b", true},
    {"User-agent: *\nDisallow: /a%2A\n", "Tocsin", "/a*", false},
    {"User-agent: *\nDisallow: /a%2A\n", "Tocsin", "/ab", true},
    {"User-agent: *\nDisallow: /?q\n", "Tocsin", "https://a.example?q=1", false},
};

TEST(Robots, Allows) {
  for (const Case& c : kCases) {
    EXPECT_EQ(Robots::Parse(c.robots).Allows(c.agent, c.url), c.allowed) << c.robots << " | " << c.url;
  }
}

TEST(Robots, DelayAndSitemaps) {
  const Robots robots = Robots::Parse(
      "User-agent: a\nCrawl-delay: 2.5\nUser-agent: b\nDisallow: /x\nSitemap: https://a.example/s.xml\n"
      "User-agent: *\nCrawl-delay: soon\n");
  EXPECT_EQ(robots.CrawlDelaySeconds("a"), 2.5);
  EXPECT_EQ(robots.CrawlDelaySeconds("b"), std::nullopt) << "the delay was a's, the rule is both's";
  EXPECT_FALSE(robots.Allows("a", "/x"));
  EXPECT_EQ(robots.CrawlDelaySeconds("c"), std::nullopt);
  EXPECT_EQ(robots.sitemaps(), std::vector<std::string>{"https://a.example/s.xml"});
}

// Backtracking would not come back from this in a lifetime.
TEST(Robots, HostilePatternsAreLinear) {
  std::string pattern = "/";
  for (int i = 0; i < 4000; ++i) pattern += "*a";
  const Robots robots = Robots::Parse("User-agent: *\nDisallow: " + pattern + "b$\n");
  EXPECT_TRUE(robots.Allows("Tocsin", "/" + std::string(8000, 'a')));
}

}  // namespace
}  // namespace tocsin
