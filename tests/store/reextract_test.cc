// The archive read again with other packs: what stays, what moves, and what a kill leaves behind.
#include <signal.h>
#include <sys/wait.h>

#include <map>
#include <set>
#include <thread>

#include "tests/store/newsroom.h"

namespace tocsin {
namespace {

using namespace store_test;

constexpr const char* kOldRun = "00000000000000aa";
constexpr const char* kNewRun = "00000000000000bb";
constexpr uint32_t kArticles = 60;

std::map<std::string, uint32_t> Numbers() {
  std::map<std::string, uint32_t> numbers;
  for (uint32_t n = 0; n < kArticles; ++n) numbers[RandomBatch(n).article.id] = n;
  return numbers;
}

// Of every six articles the new packs lose one's events, firm up one's, find one more in another, and move the sums of
// a fourth; the rest they read as before.
std::vector<Event> ReadNew(uint32_t n) {
  std::vector<Event> events = RandomBatch(n).events;
  if (n % 6 == 0) return {};
  for (Event& e : events) {
    if (n % 6 == 1) e.status = Status::kCancelled;
    if (n % 6 == 2) e.amount = EventAmount{{7, 9}, {7, 9}, {"EUR"}, {}, {}};
    if (n % 6 == 5) e.rule = "other.rule";
  }
  if (n % 6 == 3) {
    events.push_back(events.front());
    events.back().type = "policy.standard_or_guidance";
    events.back().sentence = {};
  }
  return events;
}

ReextractOptions With(const std::string& run, std::vector<Event> (*read)(uint32_t)) {
  static const std::map<std::string, uint32_t> kNumbers = Numbers();
  ReextractOptions options;
  options.run = run;
  options.read = [run, read](const Article& article) {
    std::vector<Event> events = read(kNumbers.at(article.id));
    for (Event& e : events) e.pack_hash = run;
    return events;
  };
  return options;
}
std::vector<Event> ReadOld(uint32_t n) { return RandomBatch(n).events; }

std::vector<StoredEvent> Rows(const EventLog& log, const std::string& query = "", Order order = Order::kNewestFirst) {
  const auto page = log.Select(Ask(query), {10'000, order, ""});
  EXPECT_TRUE(page) << page.error().what;
  return page ? page->rows : std::vector<StoredEvent>();
}

std::string Short(const StoredEvent& e) {
  return FormatEventId(e.id) + " " + std::to_string(e.sequence) + " " + FormatEventId(e.storyline) + " " +
         e.event.type + " " + ToString(e.event.status) + " " + e.event.pack_hash + " " + e.event.rule;
}
std::vector<std::string> Short(const std::vector<StoredEvent>& rows) {
  std::vector<std::string> out;
  for (const StoredEvent& row : rows) out.push_back(Short(row));
  return out;
}

class Reextract : public ::testing::Test {
 protected:
  Reextract() {
    for (uint32_t n = 0; n < kArticles; ++n) MustAppend(*log_, RandomBatch(n), RingsForAll());
  }
  ReextractReport Run(const ReextractOptions& options) {
    const auto report = log_->Reextract(options);
    EXPECT_TRUE(report) << report.error().what;
    return report ? *report : ReextractReport();
  }
  TemporaryDirectory directory_;
  std::unique_ptr<EventLog> log_ = MustOpen(OptionsFor(directory_));
};

TEST_F(Reextract, TheSameEventsKeepEverythingButTheirRun) {
  const auto merged = log_->MergeStorylines(Rows(*log_).front().id, Rows(*log_).back().id, kDayZero);
  ASSERT_TRUE(merged) << merged.error().what;
  std::vector<std::string> before = Short(Rows(*log_));
  const size_t rung = log_->Alerts(1'000)->size();
  const ReextractReport report = Run(With(kNewRun, ReadOld));
  EXPECT_TRUE(report.finished);
  EXPECT_EQ(report.articles, kArticles);
  EXPECT_EQ(report.same, before.size());
  EXPECT_EQ(report.changed + report.gained + report.lost, 0u);
  EXPECT_EQ(report.storylines, report.storylines_before);
  for (std::string& row : before) row.replace(row.find(kOldRun), 16, kNewRun);
  EXPECT_EQ(Short(Rows(*log_)), before);
  EXPECT_EQ(log_->Alerts(1'000)->size(), rung);
  EXPECT_EQ(Rows(*log_, std::string("run:") + kNewRun).size(), before.size());
  EXPECT_TRUE(Rows(*log_, std::string("run:") + kOldRun).empty());
  EXPECT_TRUE(MustAppend(*log_, RandomBatch(0), RingsForAll()).known);
  ExpectSound(*log_);
}

TEST_F(Reextract, OtherPacksChangeGainAndLose) {
  const std::vector<StoredEvent> before = Rows(*log_);
  std::map<EventId, StoredEvent> old;
  for (const StoredEvent& e : before) old[e.id] = e;
  const size_t rung = log_->Alerts(1'000)->size();
  const Sequence last = log_->Stats()->last_sequence;
  const ReextractReport report = Run(With(kNewRun, ReadNew));
  EXPECT_GT(report.same, 0u);
  EXPECT_GT(report.changed, 0u);
  EXPECT_GT(report.gained, 0u);
  EXPECT_GT(report.lost, 0u);
  EXPECT_EQ(report.same + report.changed + report.lost, before.size());
  EXPECT_EQ(log_->Alerts(1'000)->size(), rung) << "old news does not ring";
  ExpectSound(*log_);

  const std::vector<StoredEvent> after = Rows(*log_);
  EXPECT_EQ(after.size(), before.size() - report.lost + report.gained);
  size_t fresh = 0;
  std::set<EventId> now;
  for (const StoredEvent& e : after) {
    now.insert(e.id);
    EXPECT_EQ(e.event.pack_hash, kNewRun);
    const auto at = old.find(e.id);
    if (at == old.end()) {
      ++fresh;
      EXPECT_GT(e.sequence, last);
      continue;
    }
    EXPECT_EQ(e.sequence, at->second.sequence);
    EXPECT_EQ(e.article.id, at->second.article.id);
  }
  EXPECT_EQ(fresh, report.gained);
  for (const StoredEvent& e : before) {
    const auto found = log_->Get(e.id);
    ASSERT_TRUE(found);
    EXPECT_EQ(found->superseded, now.count(e.id) == 0);
  }

  // The old run can still be asked for what it told otherwise, in order and by pages.
  const std::string old_run = std::string("run:") + kOldRun;
  for (const Order order : {Order::kNewestFirst, Order::kOldestFirst}) {
    const std::vector<StoredEvent> rows = Rows(*log_, old_run, order);
    EXPECT_EQ(rows.size(), report.changed + report.lost);
    std::vector<StoredEvent> paged;
    QueryOptions options{3, order, ""};
    do {
      const auto page = log_->Select(Ask(old_run), options);
      ASSERT_TRUE(page) << page.error().what;
      paged.insert(paged.end(), page->rows.begin(), page->rows.end());
      options.cursor = page->next;
    } while (!options.cursor.empty());
    EXPECT_EQ(Short(paged), Short(rows));
    const std::vector<StoredEvent> both = Rows(*log_, old_run + "," + kNewRun, order);
    EXPECT_EQ(both.size(), after.size() + report.lost);
    for (size_t i = 1; i < both.size(); ++i)
      EXPECT_TRUE(order == Order::kNewestFirst ? both[i - 1].id > both[i].id : both[i - 1].id < both[i].id);
  }
  EXPECT_TRUE(log_->SelectStorylines(Ask(old_run), {}));

  // Back again: every event finds its old place.
  Run(With(kOldRun, ReadOld));
  EXPECT_EQ(Short(Rows(*log_)), Short(before));
  ExpectSound(*log_);
  ASSERT_TRUE(log_->Reindex());
  EXPECT_EQ(Short(Rows(*log_)), Short(before));
  ExpectSound(*log_);
}

TEST_F(Reextract, CorrectionsStayAndIdsAreNeverGivenTwice) {
  const std::vector<StoredEvent> rows = Rows(*log_);
  EventId big = 0;
  for (const StoredEvent& row : rows) {
    if (log_->Reports(row.storyline)->size() >= 3) big = row.storyline;
  }
  ASSERT_NE(big, 0u);
  const EventId apart = log_->Reports(big)->back().id;
  ASSERT_TRUE(log_->SplitStoryline(big, {apart}, kDayZero));
  const EventId other = log_->Get(rows.front().id)->storyline == big ? rows.back().id : rows.front().id;
  ASSERT_TRUE(log_->MergeStorylines(big, other, kDayZero));
  const auto before = Short(Rows(*log_));
  for (int round = 0; round < 2; ++round) {
    Run(With(kNewRun, ReadNew));
    ExpectSound(*log_);
    Run(With(kOldRun, ReadOld));
    EXPECT_EQ(Short(Rows(*log_)), before);
    EXPECT_FALSE(log_->Corrections(log_->Get(apart)->storyline)->empty());
  }
  // New events of a second whose last event is gone for now.
  Run(With(kNewRun, ReadNew));
  std::set<EventId> given;
  for (const StoredEvent& row : rows) given.insert(row.id);
  for (const StoredEvent& row : Rows(*log_)) given.insert(row.id);
  for (const uint32_t n : {0u, 6u, 12u}) {
    ArticleBatch again = RandomBatch(n);
    again.article.canonical_url = again.article.url += "/late";
    again.article.id.clear();
    for (const StoredEvent& e : MustAppend(*log_, again).events) EXPECT_TRUE(given.insert(e.id).second);
  }
  ExpectSound(*log_);
}

TEST_F(Reextract, StoppedItGoesOnWhereItWas) {
  const auto before = Short(Rows(*log_));
  ReextractOptions options = With(kNewRun, ReadNew);
  size_t left = 20;
  options.stop = [&] { return left-- == 0; };
  EXPECT_FALSE(Run(options).finished);
  EXPECT_EQ(Short(Rows(*log_)), before);
  ExpectSound(*log_);
  options.stop = nullptr;
  const ReextractReport report = Run(options);
  EXPECT_TRUE(report.finished);
  EXPECT_EQ(report.kept, 20u);
  EXPECT_EQ(report.articles, kArticles - 20);
  ExpectSound(*log_);
}

TEST_F(Reextract, WhatAnotherRunOrProgramGatheredIsDropped) {
  const auto before = Short(Rows(*log_));
  const auto stop_after = [](int articles) { return [articles, asked = 0]() mutable { return ++asked > articles; }; };
  ReextractOptions options = With(kNewRun, ReadNew);
  options.stop = stop_after(20);
  EXPECT_EQ(Run(options).kept, 0u);
  options.stop = stop_after(30);
  EXPECT_EQ(Run(options).kept, 20u);
  options.reader = "another program";
  options.stop = stop_after(10);
  EXPECT_EQ(Run(options).kept, 0u);
  const ReextractReport report = Run(With(kOldRun, ReadOld));
  EXPECT_TRUE(report.finished);
  EXPECT_EQ(report.kept, 0u);
  EXPECT_EQ(Short(Rows(*log_)), before);
}

TEST_F(Reextract, ReadersSeeOneRunOrTheOther) {
  EventLogOptions reading = OptionsFor(directory_);
  reading.read_only = true;
  const auto beside = MustOpen(reading);
  const size_t before = Rows(*beside).size();
  std::atomic<bool> done{false};
  std::thread reader([&] {
    while (!done) {
      std::set<std::string> runs;
      for (const StoredEvent& row : Rows(*log_)) runs.insert(row.event.pack_hash);
      EXPECT_EQ(runs.size(), 1u);
    }
  });
  for (int round = 0; round < 3; ++round) {
    Run(With(kNewRun, ReadNew));
    Run(With(kOldRun, ReadOld));
  }
  Run(With(kNewRun, ReadNew));
  done = true;
  reader.join();
  EXPECT_EQ(Rows(*beside).size(), before);
  EXPECT_EQ(Rows(*MustOpen(reading)).front().event.pack_hash, kNewRun);
}

TEST_F(Reextract, KilledAnywhereItIsTheOldRunOrTheNew) {
  const auto old_rows = Short(Rows(*log_));
  log_.reset();
  TemporaryDirectory whole;
  std::filesystem::copy(directory_.path(), whole.path());
  std::vector<std::string> new_rows;
  {
    const auto log = MustOpen(OptionsFor(whole));
    ASSERT_TRUE(log->Reextract(With(kNewRun, ReadNew)));
    new_rows = Short(Rows(*log));
  }
  // By number of articles read before the signal, and then by time, which falls into the switch.
  for (const int at : {1, 30, 59, 60, 61, 62, 63, 64}) {
    TemporaryDirectory broken;
    std::filesystem::copy(directory_.path(), broken.path());
    int told[2];
    ASSERT_EQ(pipe(told), 0);
    const pid_t child = fork();
    if (child == 0) {
      const auto log = EventLog::Open(OptionsFor(broken));
      ReextractOptions options = With(kNewRun, ReadNew);
      options.read = [&, read = options.read](const Article& article) {
        if (write(told[1], "x", 1) != 1) _exit(2);
        return read(article);
      };
      _exit(log && (*log)->Reextract(options) ? 0 : 1);
    }
    close(told[1]);
    char byte;
    for (int seen = 0; seen < std::min(at, int(kArticles)) && read(told[0], &byte, 1) == 1;) ++seen;
    if (at > int(kArticles)) usleep(useconds_t((at - int(kArticles)) * 1'000));
    kill(child, SIGKILL);
    int status = 0;
    waitpid(child, &status, 0);
    close(told[0]);
    const auto log = MustOpen(OptionsFor(broken));
    ASSERT_NE(log, nullptr);
    ExpectSound(*log);
    const auto rows = Short(Rows(*log));
    EXPECT_TRUE(rows == old_rows || rows == new_rows) << at;
    ASSERT_TRUE(log->Reextract(With(kNewRun, ReadNew)));
    EXPECT_EQ(Short(Rows(*log)), new_rows) << at;
    ExpectSound(*log);
  }
}

}  // namespace
}  // namespace tocsin
