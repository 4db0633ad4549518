// How fast feeds, sitemaps and pages of links are read, and what hostile ones cost: linear time is a flat bytes/s.
#include <benchmark/benchmark.h>

#include <string>

#include "ingest/feed.h"
#include "ingest/page.h"

namespace {

std::string RssOf(int64_t entries) {
  std::string out = "<?xml version='1.0' encoding='utf-8'?><rss version='2.0'><channel><title>News</title>";
  for (int64_t i = 0; i < entries; ++i) {
    const std::string n = std::to_string(i);
    out += "<item>\n<title>Ministry sets up fund no. " + n +
           " for chips &amp; models</title>\n<link>https://example.org/2026/03/03/" + n +
           "-fund?utm_source=rss</link>\n<guid isPermaLink='false'>" + n +
           "</guid>\n<pubDate>Tue, 03 Mar 2026 08:05:09 GMT</pubDate>\n<description>&lt;p&gt;The ministry said on "
           "Tuesday that it had "
           "set up a fund &lt;a href=\"/fund\"&gt;of 60 billion&lt;/a&gt;, drawing on an older "
           "one.&lt;/p&gt;</description>\n</item>\n";
  }
  return out + "</channel></rss>";
}

void ReadFeed(benchmark::State& state, const std::string& text) {
  size_t entries = 0;
  for (auto _ : state) {
    const auto feed = tocsin::ParseFeed(text, "application/rss+xml", "https://example.org/feed");
    entries = feed ? feed->entries.size() : 0;
    benchmark::DoNotOptimize(entries);
  }
  state.SetBytesProcessed(state.iterations() * int64_t(text.size()));
  state.SetItemsProcessed(state.iterations() * int64_t(entries));
}

void BM_Rss(benchmark::State& state) { ReadFeed(state, RssOf(state.range(0))); }
BENCHMARK(BM_Rss)->Arg(20)->Arg(1000);

void BM_RssOfOpenTags(benchmark::State& state) {
  std::string text = "<rss><channel><item><description>";
  while (text.size() < size_t(state.range(0))) text += "<b>";
  ReadFeed(state, text);
}
BENCHMARK(BM_RssOfOpenTags)->RangeMultiplier(8)->Range(1 << 13, 1 << 20);

void BM_RssOfStrayEnds(benchmark::State& state) {
  std::string text = "<rss><channel>";
  for (int i = 0; i < 200; ++i) text += "<a>";
  while (text.size() < size_t(state.range(0))) text += "</z>";
  ReadFeed(state, text);
}
BENCHMARK(BM_RssOfStrayEnds)->RangeMultiplier(8)->Range(1 << 13, 1 << 20);

void BM_RssOfComments(benchmark::State& state) {
  std::string text = "<rss><channel><item><description><![CDATA[";
  while (text.size() < size_t(state.range(0))) text += "<!--&";
  ReadFeed(state, text + "]]></description></item></channel></rss>");
}
BENCHMARK(BM_RssOfComments)->RangeMultiplier(8)->Range(1 << 13, 1 << 20);

void BM_Sitemap(benchmark::State& state) {
  std::string text = "<urlset>";
  for (int64_t i = 0; i < state.range(0); ++i) {
    text +=
        "<url><loc>https://example.org/2026/03/03/" + std::to_string(i) + "</loc><lastmod>2026-03-03</lastmod></url>\n";
  }
  text += "</urlset>";
  for (auto _ : state) {
    const auto sitemap = tocsin::ParseSitemap(text, "application/xml", "https://example.org/");
    if (sitemap.urls.size() != size_t(state.range(0))) state.SkipWithError("addresses are missing");
  }
  state.SetBytesProcessed(state.iterations() * int64_t(text.size()));
  state.SetItemsProcessed(state.iterations() * state.range(0));
}
BENCHMARK(BM_Sitemap)->Arg(50'000)->Unit(benchmark::kMillisecond);

void BM_FeedDate(benchmark::State& state) {
  for (auto _ : state) benchmark::DoNotOptimize(tocsin::ParseFeedDate("Tue, 03 Mar 2026 08:05:09 GMT"));
  state.SetItemsProcessed(state.iterations());
}
BENCHMARK(BM_FeedDate);

void BM_Decode(benchmark::State& state, const char* content_type, const std::string& unit) {
  std::string text;
  while (text.size() < (1u << 20)) text += unit;
  for (auto _ : state) benchmark::DoNotOptimize(tocsin::DecodeHtmlBytes(text, content_type).text.size());
  state.SetBytesProcessed(state.iterations() * int64_t(text.size()));
}
BENCHMARK_CAPTURE(BM_Decode, utf8_english, "text/html; charset=utf-8", "The ministry set up a fund. ");
BENCHMARK_CAPTURE(BM_Decode, utf8_chinese, "text/html; charset=utf-8", "设立人工智能基金。");
BENCHMARK_CAPTURE(BM_Decode, gbk, "text/html; charset=gbk", "\xc9\xe8\xc1\xa2\xbb\xf9\xbd\xf0");
BENCHMARK_CAPTURE(BM_Decode, unlabelled_gbk, "text/html", "\xc9\xe8\xc1\xa2\xbb\xf9\xbd\xf0");

}  // namespace
