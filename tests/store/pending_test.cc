// What is stored and not yet in the index: found all the same, by every reader, before and after a kill.
#include <sys/wait.h>

#include "store/rocks/database.h"
#include "store/rocks/pending_index.h"
#include "tests/store/newsroom.h"

namespace tocsin::store_test {
namespace {

constexpr uint32_t kArticles = 60;

std::vector<std::string> Ids(const EventLog& log, const std::string& query, Order order = Order::kNewestFirst) {
  std::vector<std::string> ids;
  const auto page = log.Select(Ask(query), {10'000, order, ""});
  EXPECT_TRUE(page) << page.error().what;
  if (page) {
    for (const StoredEvent& row : page->rows) ids.push_back(FormatEventId(row.id));
  }
  return ids;
}

const char* const kQueries[] = {
    "",
    "type:ipo",
    "actor:us_gov -status:denied",
    "target:company7 OR target:company8",
    "chip*",
    "announ* type:policy",
    "published:2025-06 entity:cn_gov",
    "entity:nobody_here",  // nothing
    "zzz*",                // nothing
};

void ExpectSameAnswers(const EventLog& log, const EventLog& indexed) {
  for (const char* query : kQueries) {
    for (const Order order : {Order::kNewestFirst, Order::kOldestFirst})
      EXPECT_EQ(Ids(log, query, order), Ids(indexed, query, order)) << query;
  }
}

// Does `work` in another process, which ends as if it were killed.
template <class Work>
void InKilledProcess(Work work) {
  const pid_t child = fork();
  if (child == 0) {
    work();
    _exit(0);
  }
  int status = 0;
  waitpid(child, &status, 0);
  ASSERT_EQ(status, 0);
}

TEST(Pending, AnswersAreThoseOfTheIndex) {
  TemporaryDirectory fresh, rebuilt;
  const auto log = MustOpen(OptionsFor(fresh)), indexed = MustOpen(OptionsFor(rebuilt));
  for (uint32_t n = 0; n < kArticles; ++n) {
    MustAppend(*log, RandomBatch(n));
    MustAppend(*indexed, RandomBatch(n));
  }
  ASSERT_TRUE(indexed->Reindex());
  ExpectSameAnswers(*log, *indexed);
  ExpectSound(*log);
  // Half in the families, half not.
  for (uint32_t n = kArticles; n < 2 * kArticles; ++n) {
    MustAppend(*log, RandomBatch(n));
    MustAppend(*indexed, RandomBatch(n));
  }
  ASSERT_TRUE(log->Reindex());
  ExpectSameAnswers(*log, *indexed);
}

TEST(Pending, FoundAfterAKillAndBesideTheWriter) {
  TemporaryDirectory broken, whole;
  const auto indexed = MustOpen(OptionsFor(whole));
  for (uint32_t n = 0; n < kArticles; ++n) MustAppend(*indexed, RandomBatch(n));
  InKilledProcess([&] {
    const auto log = MustOpen(OptionsFor(broken));
    for (uint32_t n = 0; n < kArticles; ++n) MustAppend(*log, RandomBatch(n));
  });
  EventLogOptions reading = OptionsFor(broken);
  reading.read_only = true;
  {
    const auto reader = MustOpen(reading);
    ExpectSameAnswers(*reader, *indexed);
    ExpectSound(*reader);
  }
  {
    const auto writer = MustOpen(OptionsFor(broken));
    const auto beside = MustOpen(reading);
    ExpectSameAnswers(*writer, *indexed);
    ExpectSameAnswers(*beside, *indexed);
    ExpectSound(*writer);
  }
  ExpectSameAnswers(*MustOpen(reading), *indexed);  // after a clean end
}

TEST(Pending, CopiesAreFoundAfterAKill) {
  std::string text;
  for (int i = 0; i < 120; ++i) text += "word" + std::to_string(i * i) + " ";
  const Event event = MakeEvent("investment.ipo", "", "company1");
  TemporaryDirectory directory;
  InKilledProcess([&] {
    const auto log = MustOpen(OptionsFor(directory));
    MustAppend(*log, MakeBatch("https://one.example/a", text, {event}));
  });
  const auto log = MustOpen(OptionsFor(directory));
  EXPECT_NE(MustAppend(*log, MakeBatch("https://two.example/a", text, {event})).copy_of, "");
  EXPECT_EQ(MustAppend(*log, MakeBatch("https://three.example/a", "Quite other words.", {event})).copy_of, "");
  ExpectSound(*log);
}

TEST(Pending, AGroupIsAsItsArticles) {
  TemporaryDirectory one, together;
  const auto single = MustOpen(OptionsFor(one)), grouped = MustOpen(OptionsFor(together));
  std::vector<ArticleBatch> batches;
  for (uint32_t n = 0; n < kArticles; ++n) batches.push_back(RandomBatch(n));
  batches.push_back(RandomBatch(3));  // known by then
  for (const ArticleBatch& batch : batches) MustAppend(*single, batch, RingsForAll());
  const auto results = grouped->AppendAll(batches, RingsForAll(), {kDayZero.seconds + 1000});
  ASSERT_TRUE(results) << results.error().what;
  ASSERT_EQ(results->size(), batches.size());
  EXPECT_TRUE(results->back().known);
  EXPECT_FALSE(results->front().known);
  ExpectSameAnswers(*grouped, *single);
  EXPECT_EQ(grouped->Stats()->storylines, single->Stats()->storylines);
  EXPECT_EQ(grouped->Stats()->alerts_waiting, single->Stats()->alerts_waiting);
  ExpectSound(*grouped);
}

// Format 1 had everything in its families, and no mark of how far they are complete.
TEST(Pending, AnOlderStoreIsReadAndTakenOver) {
  TemporaryDirectory directory;
  std::vector<std::string> ids;
  {
    const auto log = MustOpen(OptionsFor(directory));
    for (uint32_t n = 0; n < kArticles; ++n) MustAppend(*log, RandomBatch(n));
    ids = Ids(*log, "type:ipo");
  }
  {
    auto db = Database::Open(OptionsFor(directory));
    ASSERT_TRUE(db) << db.error().what;
    Batch batch = (*db)->NewBatch();
    batch.Put(Family::kMeta, "format", "1");
    batch.Delete(Family::kMeta, kIndexedKey);
    ASSERT_TRUE((*db)->Write(batch));
  }
  EventLogOptions reading = OptionsFor(directory);
  reading.read_only = true;
  EXPECT_EQ(Ids(*MustOpen(reading), "type:ipo"), ids);
  {
    const auto log = MustOpen(OptionsFor(directory));
    MustAppend(*log, RandomBatch(kArticles));
    ExpectSound(*log);
  }
  const auto db = Database::Open(reading);
  ASSERT_TRUE(db);
  EXPECT_EQ(**(*db)->Get(Family::kMeta, "format"), "2");
}

TEST(Pending, ALaterStoreIsLeftAlone) {
  TemporaryDirectory directory;
  MustOpen(OptionsFor(directory));
  {
    auto db = Database::Open(OptionsFor(directory));
    Batch batch = (*db)->NewBatch();
    batch.Put(Family::kMeta, "format", "3");
    ASSERT_TRUE((*db)->Write(batch));
  }
  const auto log = EventLog::Open(OptionsFor(directory));
  ASSERT_FALSE(log);
  EXPECT_EQ(log.error().code, Errc::kUnsupported);
}

}  // namespace
}  // namespace tocsin::store_test
