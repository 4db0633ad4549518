// The chain: the same store whatever the number of workers, and a clean end when something breaks.
#include "cli/pipeline.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/cli/fake_event_log.h"

namespace tocsin {
namespace {

using testing::HasSubstr;

class FixedClock final : public Clock {
 public:
  Instant Now() const override { return {1'770'000'000}; }
};

const AlertMatcher kSilent = [](const StoredEvent&, const StorylineChange&) { return std::vector<Alert>{}; };

RawDocument TextDocument(size_t number) {
  RawDocument document;
  document.url = "file:///news/" + std::to_string(number) + ".txt";
  document.content_type = "text/plain";
  // Of very different lengths, so that workers overtake each other.
  document.bytes = "Headline " + std::to_string(number) + "\n\n";
  for (size_t i = 0; i <= number % 7 * 40; ++i) document.bytes += "The ministry met again on the matter of chips. ";
  return document;
}

struct Outcome {
  Result<PipelineReport> report = PipelineReport{};
  std::vector<std::string> titles;
};

Outcome Ingest(int workers, size_t documents, FakeEventLog& log, size_t queue_bytes = 64 << 10) {
  const auto rulebook = Rulebook::Load();
  EXPECT_TRUE(rulebook.has_value());
  const FixedClock clock;
  const std::atomic<bool> stop{false};
  Pipeline pipeline({workers, queue_bytes}, **rulebook, log, kSilent, clock);
  size_t next = 0;
  Outcome outcome;
  outcome.report = pipeline.Ingest(
      [&]() -> std::optional<RawDocument> {
        if (next == documents) return std::nullopt;
        return TextDocument(next++);
      },
      {}, stop);
  for (const ArticleBatch& batch : log.batches) outcome.titles.push_back(batch.article.title);
  return outcome;
}

TEST(Pipeline, StoresInOrderWhateverTheNumberOfWorkers) {
  FakeEventLog one, four;
  const Outcome a = Ingest(1, 60, one), b = Ingest(4, 60, four);
  ASSERT_TRUE(a.report && b.report);
  EXPECT_EQ(a.report->articles_new, 60u);
  EXPECT_EQ(a.titles, b.titles);
  EXPECT_EQ(a.titles[17], "Headline 17");
}

TEST(Pipeline, ADocumentLargerThanTheQueueIsLetInAlone) {
  FakeEventLog log;
  const Outcome outcome = Ingest(2, 20, log, 100);
  ASSERT_TRUE(outcome.report.has_value());
  EXPECT_EQ(outcome.report->articles_new, 20u);
}

TEST(Pipeline, AFullDiskStopsTheRun) {
  FakeEventLog log;
  log.fail_at = 5;
  const Outcome outcome = Ingest(2, 500, log);
  ASSERT_FALSE(outcome.report.has_value());
  EXPECT_EQ(outcome.report.error().code, Errc::kFull);
  EXPECT_EQ(log.batches.size(), 5u);
}

TEST(Pipeline, StopIsHeeded) {
  const auto rulebook = Rulebook::Load();
  FakeEventLog log;
  const FixedClock clock;
  std::atomic<bool> stop{false};
  Pipeline pipeline({2, 1 << 20}, **rulebook, log, kSilent, clock);
  size_t handed = 0;
  const auto report = pipeline.Ingest(
      [&]() -> std::optional<RawDocument> {
        if (++handed == 10) stop = true;
        return TextDocument(handed);
      },
      {}, stop);
  ASSERT_TRUE(report.has_value());
  EXPECT_EQ(handed, 10u);
  EXPECT_LE(log.batches.size(), 10u);
  for (size_t i = 0; i < log.batches.size(); ++i) {
    EXPECT_EQ(log.batches[i].article.title, "Headline " + std::to_string(i + 1))
        << "a prefix of the input, nothing skipped";
  }
}

// ---- crawling -----------------------------------------------------------------------------------
class FakeHttp final : public HttpClient {
 public:
  void Start(HttpRequest request, Done done) override { queue_.emplace_back(std::move(request), std::move(done)); }
  size_t Step(int) override {
    auto queue = std::move(queue_);
    queue_.clear();
    for (auto& [request, done] : queue) {
      const auto at = pages.find(request.url);
      HttpResponse response;
      response.url = request.url;
      response.status = at == pages.end() ? 404 : 200;
      response.content_type = at == pages.end() ? "text/plain" : at->second.first;
      response.body = at == pages.end() ? "" : at->second.second;
      done(response);
    }
    return queue_.size();
  }
  std::map<std::string, std::pair<std::string, std::string>> pages;

 private:
  std::vector<std::pair<HttpRequest, Done>> queue_;
};

std::string Page(const std::string& title, const std::string& body) {
  return "<html><head><title>" + title + "</title></head><body><article><h1>" + title + "</h1>" + body +
         "</article></body></html>";
}

TEST(Pipeline, ACrawledPageIsDoneWithItsArticleAndNoiseIsDoneToo) {
  const std::string paragraph =
      "<p>The ministry said on Monday that it would set up a fund for chip makers, and that the fund would begin its "
      "work before the end of the year, subject to approval by the parliament.</p>";
  FakeHttp http;
  http.pages["http://news.example/feed.xml"] = {
      "application/rss+xml",
      "<rss version=\"2.0\"><channel><title>News</title>"
      "<item><title>A fund</title><link>http://news.example/a</link></item>"
      "<item><title>Nothing</title><link>http://news.example/b</link></item></channel></rss>"};
  http.pages["http://news.example/a"] = {"text/html", Page("A fund", paragraph + paragraph + paragraph)};
  http.pages["http://news.example/b"] = {"text/html", "<html><body></body></html>"};
  const auto rulebook = Rulebook::Load();
  FakeEventLog log;
  const FixedClock clock;
  const std::atomic<bool> stop{false};
  Source source;
  source.id = "news";
  source.url = "http://news.example/feed.xml";
  source.kind = SourceKind::kFeed;
  CrawlOptions options;
  options.host_delay_ms = 0;
  Pipeline pipeline({2, 1 << 20}, **rulebook, log, kSilent, clock);
  const auto report = pipeline.CrawlOnce({source}, options, http, nullptr, stop);
  ASSERT_TRUE(report.has_value()) << report.error().what;
  ASSERT_EQ(log.batches.size(), 1u);
  EXPECT_EQ(log.batches[0].page_url, "http://news.example/a");
  ASSERT_TRUE(log.batches[0].visit.has_value());
  EXPECT_EQ(log.batches[0].visit->status, 200);
  EXPECT_EQ(log.fake_ledger.pages_without_article, std::vector<std::string>{"http://news.example/b"});
  ASSERT_EQ(report->problems_total, 1u);
  EXPECT_THAT(report->problems[0], HasSubstr("http://news.example/b"));
}

}  // namespace
}  // namespace tocsin
