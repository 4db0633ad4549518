// What an analyst says of storylines: done in one write, kept through every rebuild, and taken back.
#include <gmock/gmock.h>

#include <set>

#include "tests/store/newsroom.h"

namespace tocsin {
namespace {

using namespace store_test;
using testing::HasSubstr;

constexpr Instant kNow{1'770'000'000};

class Corrections : public ::testing::Test {
 protected:
  // One event of its own article; `day` counts from 2025-01-01.
  StoredEvent Tell(const std::string& actor, const std::string& target, int day, Status status = Status::kAnnounced) {
    const std::string number = std::to_string(++told_);
    const ArticleBatch batch =
        MakeBatch("https://site" + number + ".example/" + number, "Words of their own, number " + number + ".",
                  {MakeEvent("investment.equity_stake", actor, target, status)}, {kDayZero.seconds + day * 86400});
    const AppendResult result = MustAppend(*log_, batch, RingsForAll());
    EXPECT_EQ(result.events.size(), 1u);
    return result.events.empty() ? StoredEvent() : result.events[0];
  }
  EventId StorylineOf(const StoredEvent& event) const {
    const auto stored = log_->Get(event.id);
    return stored ? stored->storyline : 0;
  }
  std::set<EventId> ReportsOf(EventId storyline) const {
    std::set<EventId> ids;
    if (const auto reports = log_->Reports(storyline)) {
      for (const StoredEvent& report : *reports) ids.insert(report.id);
    }
    return ids;
  }
  // By the index and by the reports: both must say the same.
  void ExpectStoryline(EventId id, const std::set<EventId>& events) const {
    EXPECT_EQ(ReportsOf(id), events);
    std::set<EventId> found;
    const auto page = log_->Select(Ask("storyline:" + FormatEventId(id)), {});
    ASSERT_TRUE(page) << page.error().what;
    for (const StoredEvent& row : page->rows) found.insert(row.id);
    EXPECT_EQ(found, events);
    const auto storyline = log_->GetStoryline(id);
    ASSERT_TRUE(storyline) << storyline.error().what;
    EXPECT_EQ(storyline->reports, events.size());
  }
  void ReopenAndReindex() {
    log_.reset();
    log_ = MustOpen(OptionsFor(directory_));
    ASSERT_TRUE(log_->Reindex());
  }

  TemporaryDirectory directory_;
  std::unique_ptr<EventLog> log_ = MustOpen(OptionsFor(directory_));
  int told_ = 0;
};

TEST_F(Corrections, MergedByHandStaysAndDrawsLaterReports) {
  const StoredEvent a = Tell("us_gov", "company1", 0), b = Tell("us_gov", "company2", 3);
  ASSERT_NE(a.storyline, b.storyline);
  const size_t rung = log_->Alerts(100)->size();
  const auto merged = log_->MergeStorylines(b.id, a.id, kNow);  // the order of the words does not choose the id
  ASSERT_TRUE(merged) << merged.error().what;
  EXPECT_EQ(merged->number, 1u);
  ExpectStoryline(a.id, {a.id, b.id});
  EXPECT_EQ(log_->GetStoryline(b.id).error().code, Errc::kNotFound);
  EXPECT_EQ(log_->Stats()->storylines, 1u);
  EXPECT_EQ(log_->Alerts(100)->size(), rung) << "a correction is no news";
  ExpectSound(*log_);

  const StoredEvent later = Tell("us_gov", "company2", 9, Status::kCompleted);
  EXPECT_EQ(StorylineOf(later), a.id);
  ReopenAndReindex();
  ExpectStoryline(a.id, {a.id, b.id, later.id});
  ExpectSound(*log_);
  const auto corrections = log_->Corrections(a.id);
  ASSERT_TRUE(corrections);
  ASSERT_EQ(corrections->size(), 1u);
  EXPECT_EQ(corrections->front().at.seconds, kNow.seconds);

  const auto why = log_->Why(later.id);
  ASSERT_TRUE(why) << why.error().what;
  ASSERT_EQ(why->reports.size(), 3u);
  EXPECT_EQ(why->reports[1].correction, 1u);
  EXPECT_EQ(why->reports[2].correction, 0u);
  EXPECT_TRUE(why->reports[2].verdict.same);
  EXPECT_THAT(why->reports[2].verdict.reason, HasSubstr("same actor and target"));
}

TEST_F(Corrections, UndoingAMergeTakesLaterReportsTheirWay) {
  const StoredEvent a = Tell("us_gov", "company1", 0), b = Tell("us_gov", "company2", 3);
  ASSERT_TRUE(log_->MergeStorylines(a.id, b.id, kNow));
  const StoredEvent later_b = Tell("us_gov", "company2", 9), later_a = Tell("us_gov", "company1", 9);
  ExpectStoryline(a.id, {a.id, b.id, later_a.id, later_b.id});
  const auto undone = log_->UndoCorrection(a.id, kNow);
  ASSERT_TRUE(undone) << undone.error().what;
  EXPECT_EQ(undone->undoes, 1u);
  ExpectStoryline(a.id, {a.id, later_a.id});
  ExpectStoryline(b.id, {b.id, later_b.id});
  EXPECT_EQ(log_->UndoCorrection(a.id, kNow).error().code, Errc::kNotFound) << "once";
  ReopenAndReindex();
  ExpectStoryline(b.id, {b.id, later_b.id});
  ExpectSound(*log_);
}

TEST_F(Corrections, SplitByHandStaysApart) {
  const StoredEvent a = Tell("us_gov", "company1", 0), b = Tell("us_gov", "company1", 2),
                    c = Tell("us_gov", "company1", 4);
  ExpectStoryline(a.id, {a.id, b.id, c.id});
  ASSERT_TRUE(log_->SplitStoryline(a.id, {b.id}, kNow));
  ExpectStoryline(a.id, {a.id, c.id});
  ExpectStoryline(b.id, {b.id});
  ExpectSound(*log_);
  ReopenAndReindex();
  ExpectStoryline(a.id, {a.id, c.id});
  const auto undone = log_->UndoCorrection(b.id, kNow);
  ASSERT_TRUE(undone) << undone.error().what;
  ExpectStoryline(a.id, {a.id, b.id, c.id});
  ExpectSound(*log_);
}

TEST_F(Corrections, AStorylineIsCalledAfterItsFirstStoredEvent) {
  const StoredEvent a = Tell("us_gov", "company1", 5), b = Tell("us_gov", "company1", 2);
  ASSERT_TRUE(log_->SplitStoryline(a.id, {a.id}, kNow));
  ExpectStoryline(a.id, {a.id});
  ExpectStoryline(b.id, {b.id});
  ASSERT_TRUE(log_->MergeStorylines(b.id, a.id, kNow)) << "the opposite command";
  ExpectStoryline(a.id, {a.id, b.id});
  ExpectSound(*log_);
}

TEST_F(Corrections, WhatMakesNoSenseIsRefused) {
  const StoredEvent a = Tell("us_gov", "company1", 0), b = Tell("us_gov", "company1", 2), c = Tell("x", "company2", 2);
  EXPECT_EQ(log_->MergeStorylines(a.id, b.id, kNow).error().code, Errc::kConfig);
  EXPECT_EQ(log_->MergeStorylines(a.id, 7, kNow).error().code, Errc::kNotFound);
  EXPECT_EQ(log_->SplitStoryline(a.id, {a.id, b.id}, kNow).error().code, Errc::kConfig);
  EXPECT_EQ(log_->SplitStoryline(a.id, {}, kNow).error().code, Errc::kConfig);
  EXPECT_EQ(log_->SplitStoryline(a.id, {c.id}, kNow).error().code, Errc::kConfig);
  EXPECT_EQ(log_->SplitStoryline(a.id, {7}, kNow).error().code, Errc::kNotFound);
  EXPECT_EQ(log_->UndoCorrection(a.id, kNow).error().code, Errc::kNotFound);
  EXPECT_EQ(log_->Why(7).error().code, Errc::kNotFound);
  EXPECT_TRUE(log_->Corrections(a.id)->empty());
  ExpectStoryline(a.id, {a.id, b.id});
}

}  // namespace
}  // namespace tocsin
