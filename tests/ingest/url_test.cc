// URLs as browsers read them, and one address for one page.
#include <gtest/gtest.h>

#include "ingest/base/limits.h"
#include "ingest/web.h"

namespace tocsin {
namespace {

struct Case {
  const char* input;
  const char* base;
  const char* href;  // "" when it is no URL
};

const Case kCases[] = {
    {"HTTPS://News.Example:443/a/../b?q=1#f", "", "https://news.example/b?q=1#f"},
    {" //cdn.example/x ", "https://news.example/a", "https://cdn.example/x"},
    {"../c d", "https://news.example/a/b/", "https://news.example/a/c%20d"},
    {"?page=2", "https://news.example/a?page=1", "https://news.example/a?page=2"},
    {"\\a\\b", "https://news.example/", "https://news.example/a/b"},
    {"https://m\xC3\xBCller.example/", "", "https://xn--mller-kva.example/"},
    {"http://0x7f.1/", "", "http://127.0.0.1/"},
    {"http://[0:0::1]/", "", "http://[::1]/"},
    {"file:///C|/x/../..", "", "file:///C:/"},
    {"mailto:desk@news.example", "", "mailto:desk@news.example"},
    {"http://a:b@news.example/", "", "http://a:b@news.example/"},
    {"relative", "", ""},
    {"x", "mailto:desk@news.example", ""},
    {"http://", "", ""},
    {"http://a b/", "", ""},
    {"http://[::1", "", ""},
    {"http://a:99999/", "", ""},
    {"http://1.2.3.999/", "", ""},
    {"http://%00/", "", ""},
};

TEST(Url, Parsed) {
  for (const Case& c : kCases) {
    const auto url = ParseUrl(c.input, c.base);
    EXPECT_EQ(url ? url->href : "", c.href) << c.input;
    if (url) {
      EXPECT_EQ(ParseUrl(url->href)->href, url->href);
    }
  }
  EXPECT_FALSE(ParseUrl("https://a.example/" + std::string(kUrlBytesMax, 'x')));
}

TEST(Url, Canonical) {
  const Case cases[] = {
      {"https://a.example/x?utm_source=rss&id=7&fbclid=z#top", "", "https://a.example/x?id=7"},
      {"/x?utm_medium=mail", "https://a.example/", "https://a.example/x"},
      {"https://me:secret@a.example/x", "", "https://a.example/x"},
      {"https://a.example/x?ref=home&source=1", "", "https://a.example/x?ref=home&source=1"},
      {"mailto:desk@a.example", "", ""},
      {"javascript:void(0)", "https://a.example/", ""},
  };
  for (const Case& c : cases) EXPECT_EQ(CanonicalUrl(c.input, c.base), c.href) << c.input;
}

}  // namespace
}  // namespace tocsin
