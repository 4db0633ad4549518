// The archive read again: pages with their texts and events, and what another run makes of them.
#include "store/archive.h"

#include <rocksdb/db.h>

#include "tests/store/newsroom.h"

namespace tocsin {
namespace {

using namespace store_test;

TEST(Archive, PagesComeWholeWithTheirEvents) {
  TemporaryDirectory directory;
  const auto log = MustOpen(OptionsFor(directory));
  size_t events = 0;
  for (uint32_t n = 0; n < 40; ++n) events += MustAppend(*log, RandomBatch(n)).events.size();
  ArticleBatch second = RandomBatch(3);  // another text of a page
  second.article.text += " More was said later.";
  second.article.id = ArticleId(second.article.canonical_url, second.article.text);
  second.article.fetched_at.seconds += 1'000;
  second.events = {MakeEvent("policy.regulation", "eu", "company7", Status::kDenied)};
  second.events[0].reported_at = second.article.published_at;
  events += MustAppend(*log, second).events.size();

  size_t pages = 0, seen = 0, texts = 0;
  std::string last;
  const auto walked = log->EachPage([&](ArchivedPage& page) {
    EXPECT_LT(last, page.url);
    last = page.url;
    ++pages;
    texts += page.articles.size();
    seen += page.events.size();
    for (size_t i = 1; i < page.articles.size(); ++i)
      EXPECT_LE(page.articles[i - 1].fetched_at.seconds, page.articles[i].fetched_at.seconds);
    return true;
  });
  ASSERT_TRUE(walked) << walked.error().what;
  EXPECT_EQ(pages, 40u);
  EXPECT_EQ(texts, 41u);
  EXPECT_EQ(seen, events);
  pages = 0;
  ASSERT_TRUE(log->EachPage([&](ArchivedPage&) { return ++pages < 3; }));
  EXPECT_EQ(pages, 3u);
}

Event At(Event event, uint32_t begin) {
  event.trigger = {begin, begin + 5};
  event.sentence = {begin / 100 * 100, begin / 100 * 100 + 100};
  return event;
}

struct Expected {
  RunChange change;
  std::vector<std::string> fields;
};

TEST(Archive, RunsAreComparedByWhatTheyTell) {
  const Event stake = At(MakeEvent("investment.equity_stake", "us_gov", "company1"), 10);
  const Event rule = At(MakeEvent("policy.regulation", "eu", ""), 210);
  const auto with = [](Event event, const std::function<void(Event&)>& change) {
    change(event);
    return event;
  };
  const Event firmer = with(stake, [](Event& e) { e.status = Status::kCompleted; });
  const Event other_rule = with(stake, [](Event& e) {
    e.rule = "other.rule";
    e.confidence = 1;
  });
  const Event dearer = with(stake, [](Event& e) { e.amount = EventAmount{{5, 9}, {5, 9}, {"USD"}, {}, {}}; });
  const Event elsewhere = with(stake, [](Event& e) { e.trigger = e.sentence = {500, 505}; });
  const Event whom = with(firmer, [](Event& e) { e.role(Role::kTarget) = {Party("company2")}; });
  struct Case {
    const char* name;
    std::vector<Event> before, after;
    std::vector<Expected> expected;
  };
  const Case kCases[] = {
      {"nothing", {}, {}, {}},
      {"the same", {stake, rule}, {rule, stake}, {{RunChange::kSame, {}}, {RunChange::kSame, {}}}},
      {"another rule says the same", {stake}, {other_rule}, {{RunChange::kSame, {}}}},
      {"another status", {stake}, {firmer}, {{RunChange::kChanged, {"status"}}}},
      {"a sum", {stake}, {dearer}, {{RunChange::kChanged, {"amount"}}}},
      {"two things", {stake}, {whom}, {{RunChange::kChanged, {"status", "target"}}}},
      {"lost", {stake, rule}, {rule}, {{RunChange::kSame, {}}, {RunChange::kLost, {}}}},
      {"gained", {}, {rule}, {{RunChange::kGained, {}}}},
      {"not the same place",
       {stake},
       {with(elsewhere, [](Event& e) { e.status = Status::kDenied; })},
       {{RunChange::kLost, {}}, {RunChange::kGained, {}}}},
      {"the same wins over the changed", {stake}, {firmer, stake}, {{RunChange::kSame, {}}, {RunChange::kGained, {}}}},
      {"told twice counts once", {stake}, {stake, stake}, {{RunChange::kSame, {}}}},
  };
  for (const Case& c : kCases) {
    ArchivedPage page;
    page.url = "https://a.example/1";
    page.articles.push_back(MakeBatch(page.url, std::string(600, 'x'), {}).article);
    EventId id = 0;
    for (const Event& event : c.before) {
      StoredEvent stored;
      stored.id = ++id;
      stored.article.id = page.articles[0].id;
      stored.event = event;
      page.events.push_back(stored);
    }
    const std::vector<std::vector<Event>> read = {c.after};
    const auto pairs = CompareRuns(page, read);
    ASSERT_EQ(pairs.size(), c.expected.size()) << c.name;
    for (size_t i = 0; i < pairs.size(); ++i) {
      EXPECT_EQ(ToString(pairs[i].change), ToString(c.expected[i].change)) << c.name;
      EXPECT_EQ(pairs[i].before == nullptr, pairs[i].change == RunChange::kGained) << c.name;
      EXPECT_EQ(pairs[i].after == nullptr, pairs[i].change == RunChange::kLost) << c.name;
      if (pairs[i].change != RunChange::kChanged) continue;
      EXPECT_EQ(ChangedFields(pairs[i].before->event, *pairs[i].after), c.expected[i].fields) << c.name;
    }
  }
}

TEST(Archive, ALaterTextThatRepeatsAddsNothing) {
  const Event stake = At(MakeEvent("investment.equity_stake", "us_gov", "company1"), 10);
  ArchivedPage page;
  page.url = "https://a.example/1";
  for (const char* text : {"first", "second"}) page.articles.push_back(MakeBatch(page.url, text, {}).article);
  const std::vector<std::vector<Event>> read = {{stake}, {stake}};
  const auto fresh = CompareRuns(page, read);
  ASSERT_EQ(fresh.size(), 1u);
  EXPECT_EQ(fresh[0].article, 0u);
  // What is stored of the second text is not moved to the first.
  StoredEvent stored;
  stored.article.id = page.articles[1].id;
  stored.event = stake;
  page.events = {stored};
  const auto kept = CompareRuns(page, read);
  ASSERT_EQ(kept.size(), 1u);
  EXPECT_EQ(kept[0].change, RunChange::kSame);
  EXPECT_EQ(kept[0].article, 1u);
}

// A store of a version that knew fewer families.
TEST(Archive, AnOlderStoreIsReadAndThenWrittenTo) {
  TemporaryDirectory directory;
  MustAppend(*MustOpen(OptionsFor(directory)), RandomBatch(1));
  MustOpen(OptionsFor(directory));  // recovery turns the log into files
  {
    std::vector<std::string> names;
    ASSERT_TRUE(rocksdb::DB::ListColumnFamilies({}, directory.path(), &names).ok());
    std::vector<rocksdb::ColumnFamilyDescriptor> families;
    for (const std::string& name : names) families.emplace_back(name, rocksdb::ColumnFamilyOptions());
    std::vector<rocksdb::ColumnFamilyHandle*> handles;
    rocksdb::DB* db = nullptr;
    ASSERT_TRUE(rocksdb::DB::Open({}, directory.path(), families, &handles, &db).ok());
    for (size_t i = 0; i < names.size(); ++i) {
      if (names[i] == "versions" || names[i] == "staged" || names[i] == "corrections") db->DropColumnFamily(handles[i]);
      db->DestroyColumnFamilyHandle(handles[i]);
    }
    delete db;
  }
  EventLogOptions reading = OptionsFor(directory);
  reading.read_only = true;
  {
    const auto log = MustOpen(reading);
    ASSERT_NE(log, nullptr);
    const auto rows = log->Select(Ask(""), {})->rows;
    ASSERT_FALSE(rows.empty());
    EXPECT_TRUE(log->Corrections(rows[0].storyline)->empty());
    EXPECT_TRUE(log->Why(rows[0].id));
    ExpectSound(*log);
  }
  const auto log = MustOpen(OptionsFor(directory));
  ASSERT_NE(log, nullptr);
  MustAppend(*log, RandomBatch(2));
  ExpectSound(*log);
}

}  // namespace
}  // namespace tocsin
