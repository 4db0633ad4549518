// The crawl's memory: a page that was listed is pending or done, whenever the process dies.
#include "tests/store/newsroom.h"

namespace tocsin {
namespace {

using namespace store_test;

PendingPage Page(std::string url, std::string source = "src") {
  PendingPage p;
  p.url = std::move(url);
  p.source_id = std::move(source);
  p.hint.title = "Hint";
  return p;
}

VisitRecord Visit(int status) {
  VisitRecord v;
  v.etag = "\"e\"";
  v.status = status;
  v.visited_at = kDayZero;
  return v;
}

std::vector<std::string> Urls(EventLog& log, std::string_view source, size_t limit = 10) {
  std::vector<std::string> urls;
  const auto pending = log.ledger().Pending(source, limit);
  EXPECT_TRUE(pending) << pending.error().what;
  for (const PendingPage& p : *pending) urls.push_back(p.url);
  return urls;
}

TEST(Ledger, ListedPagesWaitUntilTheyAreDone) {
  TemporaryDirectory directory;
  auto log = MustOpen(OptionsFor(directory));
  ASSERT_TRUE(log->ledger().RecordListing("https://a.example/feed", Visit(200),
                                          {Page("https://a.example/1"), Page("https://a.example/2"),
                                           Page("https://a.example/1"), Page("https://b.example/1", "src2")}));
  EXPECT_EQ(Urls(*log, "src"), (std::vector<std::string>{"https://a.example/1", "https://a.example/2"}));
  EXPECT_EQ(Urls(*log, "src", 1).size(), 1u);
  EXPECT_EQ(Urls(*log, "src2").size(), 1u);
  EXPECT_TRUE(Urls(*log, "sr").empty());
  EXPECT_FALSE(log->ledger().FindVisit("https://a.example/1")->has_value());
  EXPECT_EQ((*log->ledger().FindVisit("https://a.example/feed"))->etag, "\"e\"");

  // A failure keeps it, with one attempt more; a listing that names it again keeps the attempts.
  ASSERT_TRUE(log->ledger().RecordFailure(Page("https://a.example/1"), Visit(500)));
  ASSERT_TRUE(log->ledger().RecordListing("https://a.example/feed", Visit(200), {Page("https://a.example/1")}));
  EXPECT_EQ(log->ledger().Pending("src", 10)->at(0).attempts, 1);
  EXPECT_EQ(log->ledger().Pending("src", 10)->at(0).hint.title, "Hint");
  ASSERT_TRUE(log->ledger().RecordPage("https://a.example/1", Visit(404)));
  EXPECT_EQ(Urls(*log, "src"), std::vector<std::string>{"https://a.example/2"});

  // An article finishes its page in the same write.
  ArticleBatch batch = MakeBatch("https://a.example/2", "Text.", {});
  batch.page_url = "https://a.example/2";
  batch.visit = Visit(200);
  MustAppend(*log, batch);
  log.reset();
  log = MustOpen(OptionsFor(directory));
  EXPECT_TRUE(Urls(*log, "src").empty());
  EXPECT_EQ((*log->ledger().FindVisit("https://a.example/2"))->status, 200);
  EXPECT_EQ(log->Stats()->pending_pages, 1u);
  ExpectSound(*log);
}

TEST(Ledger, AKnownArticleStillFinishesItsPage) {
  TemporaryDirectory directory;
  auto log = MustOpen(OptionsFor(directory));
  ArticleBatch batch = MakeBatch("https://a.example/2", "Text.", {});
  MustAppend(*log, batch);
  ASSERT_TRUE(log->ledger().RecordListing("https://a.example/feed", Visit(200), {Page("https://a.example/2")}));
  batch.page_url = "https://a.example/2";
  batch.visit = Visit(200);
  EXPECT_TRUE(MustAppend(*log, batch).known);
  EXPECT_TRUE(Urls(*log, "src").empty());
}

}  // namespace
}  // namespace tocsin
