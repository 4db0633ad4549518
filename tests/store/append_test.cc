// What one Append does, and what sending the same again does not do.
#include "store/event_log.h"
#include "tests/store/newsroom.h"

namespace tocsin {
namespace {

using namespace store_test;

class Append : public ::testing::Test {
 protected:
  TemporaryDirectory directory_;
  std::unique_ptr<EventLog> log_ = MustOpen(OptionsFor(directory_));
  void Reopen() {
    log_.reset();
    log_ = MustOpen(OptionsFor(directory_));
  }
};

TEST_F(Append, StoresArticleEventAndStoryline) {
  const ArticleBatch batch = MakeBatch("https://a.example/1", "Acme takes a stake in Beta.",
                                       {MakeEvent("investment.equity_stake", "acme_inc", "beta_inc")});
  const AppendResult result = MustAppend(*log_, batch);
  EXPECT_FALSE(result.known);
  EXPECT_EQ(result.copy_of, "");
  ASSERT_EQ(result.events.size(), 1u);
  const StoredEvent& stored = result.events[0];
  EXPECT_EQ(stored.sequence, 1u);
  EXPECT_EQ(stored.storyline, stored.id);
  EXPECT_EQ(stored.sentence, "Acme takes a stake in Beta.");
  EXPECT_EQ(int64_t(stored.id >> 24), kDayZero.seconds);
  for (int round = 0; round < 2; ++round) {
    const auto again = log_->Get(stored.id);
    ASSERT_TRUE(again);
    EXPECT_EQ(again->event.type, "investment.equity_stake");
    EXPECT_EQ(again->article.site, "a.example");
    EXPECT_EQ(log_->GetArticle(batch.article.id)->text, batch.article.text);
    EXPECT_EQ(log_->GetStoryline(stored.id)->reports, 1u);
    EXPECT_EQ(log_->Reports(stored.id)->size(), 1u);
    ExpectSound(*log_);
    Reopen();
  }
}

TEST_F(Append, WhatIsNotThereIsNotFound) {
  EXPECT_EQ(log_->Get(7).error().code, Errc::kNotFound);
  EXPECT_EQ(log_->GetStoryline(7).error().code, Errc::kNotFound);
  EXPECT_EQ(log_->Reports(7).error().code, Errc::kNotFound);
  EXPECT_EQ(log_->GetArticle("no").error().code, Errc::kNotFound);
  EXPECT_EQ(log_->MarkDelivered("no", "mail").error().code, Errc::kNotFound);
  EXPECT_EQ(log_->MarkAttempt("no").error().code, Errc::kNotFound);
}

TEST_F(Append, ResendingChangesNothing) {
  for (uint32_t n = 0; n < 30; ++n) MustAppend(*log_, RandomBatch(n), RingsForAll());
  const StoreStats before = *log_->Stats();
  for (uint32_t n = 0; n < 30; ++n) {
    const AppendResult again = MustAppend(*log_, RandomBatch(n), RingsForAll());
    EXPECT_TRUE(again.known);
    EXPECT_TRUE(again.events.empty());
    EXPECT_TRUE(again.alerts.empty());
  }
  const StoreStats after = *log_->Stats();
  EXPECT_EQ(after.articles, before.articles);
  EXPECT_EQ(after.events, before.events);
  EXPECT_EQ(after.last_sequence, before.last_sequence);
  EXPECT_EQ(after.alerts_waiting, before.alerts_waiting);
  ExpectSound(*log_);
}

TEST_F(Append, CorrectedArticleBringsOnlyWhatDiffers) {
  Event stake = MakeEvent("investment.equity_stake", "acme_inc", "beta_inc");
  Event ipo = MakeEvent("investment.ipo", "", "gamma_inc");
  MustAppend(*log_, MakeBatch("https://a.example/1", "First words.", {stake}));
  const AppendResult corrected = MustAppend(*log_, MakeBatch("https://a.example/1", "Other words.", {stake, ipo, ipo}));
  EXPECT_FALSE(corrected.known);
  EXPECT_EQ(corrected.copy_of, "");
  ASSERT_EQ(corrected.events.size(), 1u);
  EXPECT_EQ(corrected.events[0].event.type, "investment.ipo");
  stake.stake_percent = Decimal::Parse("5");  // said more exactly: another event
  EXPECT_EQ(MustAppend(*log_, MakeBatch("https://a.example/1", "Third words.", {stake})).events.size(), 1u);
  ExpectSound(*log_);
}

TEST_F(Append, ReprintsShareTheirSource) {
  const Event e = MakeEvent("investment.equity_stake", "acme_inc", "beta_inc");
  const ArticleBatch first = MakeBatch("https://wire.example/1", "Acme takes a stake in Beta, it said on Monday.", {e});
  const auto original = MustAppend(*log_, first);
  const auto copy = MustAppend(*log_, MakeBatch("https://paper.example/1", first.article.text, {e}));
  EXPECT_EQ(copy.copy_of, first.article.id);
  ASSERT_EQ(copy.events.size(), 1u);
  EXPECT_EQ(copy.events[0].article.copy_of, first.article.id);
  const auto second = MustAppend(*log_, MakeBatch("https://other.example/1", first.article.text, {e}));
  EXPECT_EQ(second.copy_of, first.article.id);  // the root, not the copy
  const auto own = MustAppend(
      *log_, MakeBatch("https://own.example/1", "Our reporter learned that Beta sold a share to Acme.", {e}));
  EXPECT_EQ(own.copy_of, "");
  const auto line = log_->GetStoryline(original.events[0].id);
  ASSERT_TRUE(line);
  EXPECT_EQ(line->reports, 4u);
  EXPECT_EQ(line->independent_sources, 2u);
  EXPECT_EQ(log_->Stats()->copies, 2u);
}

TEST_F(Append, IdsAreNeverReused) {
  std::vector<EventId> ids;
  for (int round = 0; round < 3; ++round) {
    std::vector<Event> events;
    for (int i = 0; i < 5; ++i)
      events.push_back(MakeEvent("investment.ipo", "", "c" + std::to_string(round) + "_" + std::to_string(i)));
    for (const StoredEvent& e : MustAppend(*log_, MakeBatch("https://a.example/" + std::to_string(round),
                                                            "Text " + std::to_string(round), events))
                                    .events)
      ids.push_back(e.id);
    Reopen();
  }
  EXPECT_EQ(ids.size(), 15u);
  EXPECT_TRUE(std::is_sorted(ids.begin(), ids.end()));
  EXPECT_EQ(std::adjacent_find(ids.begin(), ids.end()), ids.end());
}

TEST_F(Append, OutOfRangeEvidenceIsLeftOut) {
  Event e = MakeEvent("investment.ipo", "", "c_c");
  e.sentence = {5, 5000};
  const auto result = MustAppend(*log_, MakeBatch("https://a.example/1", "Short.", {e}));
  EXPECT_EQ(result.events.at(0).sentence, "");
}

TEST_F(Append, StorylinesTellWhatChanged) {
  std::vector<std::vector<ChangeKind>> seen;
  const AlertMatcher watch = [&](const StoredEvent&, const StorylineChange& c) {
    seen.push_back(c.kinds);
    return std::vector<Alert>();
  };
  Event e = MakeEvent("investment.equity_stake", "acme_inc", "beta_inc", Status::kConsidered);
  const auto day = [](int n) { return Instant{kDayZero.seconds + n * 86400}; };
  MustAppend(*log_, MakeBatch("https://a.example/1", "One.", {e}, day(0)), watch);
  MustAppend(*log_, MakeBatch("https://b.example/1", "Two.", {e}, day(1)), watch);
  e.status = Status::kAnnounced;
  e.amount = EventAmount{*Decimal::Parse("1e9"), *Decimal::Parse("1e9"), {"USD"}, Qualifier::kExact, {}};
  MustAppend(*log_, MakeBatch("https://c.example/1", "Three.", {e}, day(2)), watch);
  MustAppend(*log_, MakeBatch("https://d.example/1", "Four.", {e}, day(3)), watch);
  MustAppend(*log_, MakeBatch("https://d.example/2", "Five.", {MakeEvent("policy.regulation", "x_x", "y_y")}, day(3)),
             watch);
  using K = ChangeKind;
  const std::vector<std::vector<K>> expected = {{K::kNewStoryline, K::kNewReport},
                                                {K::kNewReport},
                                                {K::kNewReport, K::kStatusChange, K::kAmountChange},
                                                {K::kNewReport},
                                                {K::kNewStoryline, K::kNewReport}};
  EXPECT_EQ(seen, expected);
  EXPECT_EQ(log_->Stats()->storylines, 2u);
  ExpectSound(*log_);
}

TEST_F(Append, TwoEventsOfOneArticleMayShareAStoryline) {
  Event talks = MakeEvent("investment.equity_stake", "acme_inc", "beta_inc", Status::kConsidered);
  Event deal = MakeEvent("investment.equity_stake", "acme_inc", "beta_inc", Status::kAnnounced);
  const auto result = MustAppend(*log_, MakeBatch("https://a.example/1", "Talks became a deal.", {talks, deal}));
  ASSERT_EQ(result.events.size(), 2u);
  EXPECT_EQ(result.events[0].storyline, result.events[1].storyline);
  EXPECT_EQ(log_->GetStoryline(result.events[0].storyline)->reports, 2u);
  ExpectSound(*log_);
}

TEST_F(Append, AlertsRingOnceAndWaitForEveryChannel) {
  const ArticleBatch batch = MakeBatch("https://a.example/1", "One.", {MakeEvent("investment.ipo", "", "c_c")});
  const auto result = MustAppend(*log_, batch, RingsForAll());
  ASSERT_EQ(result.alerts.size(), 1u);
  MustAppend(*log_, batch, RingsForAll());
  Reopen();
  ASSERT_EQ(log_->Waiting(10)->size(), 1u);
  const std::string id = result.alerts[0].id;
  EXPECT_TRUE(log_->MarkAttempt(id));
  EXPECT_TRUE(log_->MarkDelivered(id, "mail"));
  EXPECT_TRUE(log_->MarkDelivered(id, "mail"));
  ASSERT_EQ(log_->Waiting(10)->size(), 1u);
  EXPECT_EQ(log_->Waiting(10)->at(0).delivered, std::vector<std::string>{"mail"});
  EXPECT_EQ(log_->Waiting(10)->at(0).attempts, 1);
  EXPECT_TRUE(log_->MarkDelivered(id, "hook"));
  EXPECT_TRUE(log_->Waiting(10)->empty());
  ASSERT_EQ(log_->Alerts(10)->size(), 1u);
  EXPECT_EQ(log_->Alerts(10)->at(0).delivered.size(), 2u);
  EXPECT_EQ(log_->Stats()->alerts_waiting, 0u);
  EXPECT_EQ(log_->Stats()->alerts_delivered, 1u);
  ExpectSound(*log_);
}

TEST_F(Append, ReindexGivesTheSameIndex) {
  for (uint32_t n = 0; n < 60; ++n) MustAppend(*log_, RandomBatch(n));
  const auto before = log_->Select(Ask("type:investment chips"), {});
  const auto events = log_->Reindex();
  ASSERT_TRUE(events) << events.error().what;
  EXPECT_EQ(*events, log_->Stats()->events);
  ExpectSound(*log_);
  const auto after = log_->Select(Ask("type:investment chips"), {});
  ASSERT_EQ(after->rows.size(), before->rows.size());
  EXPECT_GT(after->rows.size(), 0u);
  EXPECT_TRUE(MustAppend(*log_, RandomBatch(1)).known);
}

}  // namespace
}  // namespace tocsin
