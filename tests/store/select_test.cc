// The planner against the plain evaluator, and pages that hold still while the log grows.
#include <algorithm>
#include <map>

#include "tests/store/newsroom.h"

namespace tocsin {
namespace {

using namespace store_test;

bool Says(const Query& query, const StoredEvent& s) {
  const std::string id = FormatEventId(s.id), storyline = FormatEventId(s.storyline);
  return Matches(query, {s.event, id, storyline, s.event.pack_hash, s.article.source, s.article.language,
                         s.article.title, s.sentence, s.article.site});
}

class Select : public ::testing::Test {
 protected:
  void Fill(uint32_t from, uint32_t to) {
    for (uint32_t n = from; n < to; ++n) {
      for (StoredEvent& e : MustAppend(*log_, RandomBatch(n)).events) all_.push_back(std::move(e));
    }
  }
  std::vector<EventId> Expected(const Query& query, Order order = Order::kNewestFirst) {
    std::vector<EventId> ids;
    for (const StoredEvent& e : all_) {
      if (Says(query, e)) ids.push_back(e.id);
    }
    std::sort(ids.begin(), ids.end());
    if (order == Order::kNewestFirst) std::reverse(ids.begin(), ids.end());
    return ids;
  }
  std::vector<EventId> Paged(const Query& query, size_t limit, Order order = Order::kNewestFirst) {
    std::vector<EventId> ids;
    QueryOptions options{limit, order, ""};
    do {
      const auto page = log_->Select(query, options);
      EXPECT_TRUE(page) << page.error().what;
      if (!page) break;
      EXPECT_LE(page->rows.size(), limit);
      for (const StoredEvent& e : page->rows) ids.push_back(e.id);
      options.cursor = page->next;
    } while (!options.cursor.empty());
    return ids;
  }
  TemporaryDirectory directory_;
  std::unique_ptr<EventLog> log_ = MustOpen(OptionsFor(directory_));
  std::vector<StoredEvent> all_;
};

std::string RandomQuery(std::mt19937& random, int depth) {
  static const char* const kAtoms[] = {"type:investment",
                                       "type:investment.*",
                                       "type:ipo",
                                       "type:policy.regulation,ipo",
                                       "status:announced",
                                       "status:denied,cancelled",
                                       "entity:us_gov",
                                       "actor:cn_gov",
                                       "target:company7",
                                       "target:company1,company2,company3",
                                       "actor:\"Acme ROBOTICS\"",
                                       "supporter:us_gov",
                                       "amount>=2bn",
                                       "amount<1bn",
                                       "amount:1bn..3bn",
                                       "currency:USD",
                                       "stake>50",
                                       "jurisdiction:US",
                                       "jurisdiction:us-ca",
                                       "lang:zh",
                                       "lang:en",
                                       "source:site1.example",
                                       "published:2025",
                                       "published:2025-06..2025-09",
                                       "published>=2026-03",
                                       "published<2025-02",
                                       "date:2025-Q1",
                                       "confidence>=90",
                                       "rule:test.rule",
                                       "rule:test.*",
                                       "rule:x",
                                       "run:0000",
                                       "chips",
                                       "chip*",
                                       "\"chip exports\"",
                                       "芯片",
                                       "title:\"site1 example\"",
                                       "announced",
                                       "nothing",
                                       "number*",
                                       "1*"};
  if (depth > 0 && random() % 3 == 0) return "(" + RandomQuery(random, depth - 1) + ")";
  if (depth > 0 && random() % 2 == 0) {
    std::string both = RandomQuery(random, depth - 1);
    both += random() % 2 ? " " : " OR ";
    return both + RandomQuery(random, depth - 1);
  }
  return std::string(random() % 5 == 0 ? "-" : "") + kAtoms[random() % std::size(kAtoms)];
}

TEST_F(Select, AgreesWithThePlainEvaluator) {
  Fill(0, 150);
  std::mt19937 random(11);
  size_t rows = 0;
  for (int round = 0; round < 400; ++round) {
    const std::string text = RandomQuery(random, 3);
    SCOPED_TRACE(text);
    const Query query = Ask(text);
    const Order order = random() % 2 ? Order::kNewestFirst : Order::kOldestFirst;
    const auto expected = Expected(query, order);
    rows += expected.size();
    ASSERT_EQ(Paged(query, random() % 40 + 1, order), expected);
  }
  EXPECT_GT(rows, 1000u);
}

TEST_F(Select, IdsAndStorylines) {
  Fill(0, 40);
  const std::string id = FormatEventId(all_[3].id), other = FormatEventId(all_[9].id);
  EXPECT_EQ(Paged(Ask("id:" + id), 5), std::vector<EventId>{all_[3].id});
  for (const std::string& text : {"id:" + id + "," + other, "id:" + id + " OR id:" + other, "id:" + id + " OR chips",
                                  "id:" + id + " -chips", "id:0000000000009 id:" + id,
                                  "id:0000000000009 OR id:" + other, "storyline:" + FormatEventId(all_[3].storyline)})
    EXPECT_EQ(Paged(Ask(text), 5), Expected(Ask(text))) << text;
  EXPECT_TRUE(Paged(Ask("id:0000000000009"), 5).empty());
}

TEST_F(Select, ReadsLittleForARareTerm) {
  Fill(0, 300);
  const auto rare = log_->Select(Ask("target:company7 type:investment"), {});
  ASSERT_TRUE(rare);
  EXPECT_GT(rare->rows.size(), 0u);
  EXPECT_LT(rare->rows_read, all_.size() / 10);
  const auto everything = log_->Select(Ask(""), {10, Order::kNewestFirst, ""});
  EXPECT_EQ(everything->rows.size(), 10u);
  EXPECT_EQ(everything->rows_read, 11u);
  EXPECT_EQ(everything->postings_read, 0u);
}

TEST_F(Select, PagesHoldStillWhileTheLogGrows) {
  Fill(0, 60);
  const Query query = Ask("type:investment");
  const auto expected = Expected(query);
  std::vector<EventId> seen;
  QueryOptions options{7, Order::kNewestFirst, ""};
  uint32_t more = 60;
  do {
    const auto page = log_->Select(query, options);
    ASSERT_TRUE(page);
    for (const StoredEvent& e : page->rows) seen.push_back(e.id);
    options.cursor = page->next;
    Fill(more, more + 10);
    more += 10;
  } while (!options.cursor.empty());
  EXPECT_EQ(seen, expected);
}

TEST_F(Select, ACursorContinuesOnlyItsOwnQuery) {
  Fill(0, 30);
  const auto page = log_->Select(Ask("type:investment"), {3, Order::kNewestFirst, ""});
  ASSERT_FALSE(page->next.empty());
  EXPECT_TRUE(log_->Select(Ask(" type:investment  "), {3, Order::kNewestFirst, page->next}));
  std::string damaged = page->next;
  damaged[20] = damaged[20] == 'a' ? 'b' : 'a';
  EXPECT_EQ(log_->Select(Ask("type:policy"), {3, Order::kNewestFirst, page->next}).error().code, Errc::kConfig);
  EXPECT_EQ(log_->Select(Ask("type:investment"), {3, Order::kOldestFirst, page->next}).error().code, Errc::kConfig);
  EXPECT_EQ(log_->Select(Ask("type:investment"), {3, Order::kNewestFirst, damaged}).error().code, Errc::kConfig);
  EXPECT_EQ(log_->Select(Ask("type:investment"), {3, Order::kNewestFirst, "x"}).error().code, Errc::kConfig);
  EXPECT_EQ(log_->SelectStorylines(Ask("type:investment"), {3, Order::kNewestFirst, page->next}).error().code,
            Errc::kConfig);
}

TEST_F(Select, StorylinesByLastReport) {
  Fill(0, 120);
  for (const char* text : {"", "type:investment", "target:company7 OR target:company8", "nothing"}) {
    SCOPED_TRACE(text);
    const Query query = Ask(text);
    std::map<std::string, int> expected;
    for (const StoredEvent& e : all_) {
      if (Says(query, e)) expected[FormatEventId(e.storyline)] = 1;
    }
    for (const Order order : {Order::kNewestFirst, Order::kOldestFirst}) {
      std::vector<Storyline> seen;
      QueryOptions options{9, order, ""};
      do {
        const auto page = log_->SelectStorylines(query, options);
        ASSERT_TRUE(page) << page.error().what;
        for (const Storyline& s : page->rows) seen.push_back(s);
        options.cursor = page->next;
      } while (!options.cursor.empty());
      ASSERT_EQ(seen.size(), expected.size());
      for (size_t i = 0; i < seen.size(); ++i) {
        EXPECT_EQ(expected.count(seen[i].id), 1u);
        if (i == 0) continue;
        const int64_t a = seen[i - 1].last_report.at.seconds, b = seen[i].last_report.at.seconds;
        EXPECT_TRUE(order == Order::kNewestFirst ? a >= b : a <= b);
      }
    }
  }
}

// The newest page is read without a look at all events: it must be the one that looking at all of them gives.
TEST_F(Select, TheNewestStorylinesAreThoseOfAWholeScan) {
  Fill(0, 120);
  const Query everything = Ask(""), all_types = Ask("type:investment OR type:policy");
  const auto pages = [&](const Query& query, size_t limit, bool grow) {
    std::vector<std::string> ids;
    QueryOptions options{limit, Order::kNewestFirst, ""};
    do {
      const auto page = log_->SelectStorylines(query, options);
      EXPECT_TRUE(page) << page.error().what;
      if (!page) break;
      EXPECT_LE(page->rows.size(), limit);
      for (const Storyline& s : page->rows) ids.push_back(s.id);
      options.cursor = page->next;
      if (grow && ids.size() == limit)
        MustAppend(*log_, MakeBatch("https://late.example/1", "Late.", {MakeEvent("investment.ipo", "", "latecomer")},
                                    {kDayZero.seconds + 86400}));
    } while (!options.cursor.empty());
    return ids;
  };
  const auto expected = pages(all_types, 10'000, false);
  ASSERT_GT(expected.size(), 40u);
  for (const size_t limit : {1u, 7u, 40u, 10'000u}) EXPECT_EQ(pages(everything, limit, false), expected) << limit;
  EXPECT_EQ(pages(everything, 7, true), expected) << "what comes between two pages stays out";
}

TEST_F(Select, NothingInAnEmptyLog) {
  for (const char* text : {"", "chips", "type:ipo", "chip*", "published:2025"})
    EXPECT_TRUE(Paged(Ask(text), 5).empty());
}

}  // namespace
}  // namespace tocsin
