#include "rules/storyline.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <set>
#include <string>
#include <vector>

namespace tocsin {
namespace {

Participant Party(const char* id, EntityType type = EntityType::kOrganization, const char* country = "") {
  return {id, id, type, country, {}};
}

// One report in a line: what the tables below are made of.
StorylineReport Report(uint64_t id, const char* day, const char* type, Status status, const char* actor,
                       const char* target, const char* amount = "", const char* source = "wire") {
  StorylineReport r;
  r.event_id = id;
  r.reported_at = *ParseIsoTimestamp(day);
  r.independent_source = source;
  r.event.type = type;
  r.event.status = status;
  r.event.reported_at = r.reported_at;
  if (*actor) r.event.role(Role::kActor).push_back(Party(actor));
  if (*target) r.event.role(Role::kTarget).push_back(Party(target));
  if (*amount) {
    const Decimal value = *Decimal::Parse(amount);
    r.event.amount = EventAmount{value, value, {"USD"}, Qualifier::kExact, {}};
  }
  return r;
}

constexpr const char* kStake = "investment.equity_stake";
constexpr const char* kBuy = "investment.acquisition";
constexpr const char* kExport = "policy.export_control";

struct Pair {
  const char* why;
  StorylineReport known, next;
  bool same;
};

TEST(Storyline, SameHappening) {
  const Pair kPairs[] = {
      {"talks, then the announcement", Report(1, "2025-08-14", kStake, Status::kConsidered, "us", "intel"),
       Report(2, "2025-08-22", kStake, Status::kAnnounced, "us", "intel", "8.9e9"), true},
      {"a reporter calls the stake an investment round",
       Report(1, "2025-08-14", kStake, Status::kConsidered, "us", "intel"),
       Report(2, "2025-08-22", "investment.venture_round", Status::kAnnounced, "us", "intel"), true},
      {"the actor is not named again", Report(1, "2025-03-01", kBuy, Status::kConsidered, "softbank", "ampere"),
       Report(2, "2025-03-19", kBuy, Status::kAnnounced, "", "ampere", "6.5e9"), true},
      {"a rounder sum", Report(1, "2025-03-01", kBuy, Status::kAnnounced, "softbank", "ampere", "6.5e9"),
       Report(2, "2025-03-02", kBuy, Status::kAnnounced, "softbank", "ampere", "6e9"), true},
      // Not the same.
      {"another target", Report(1, "2025-08-14", kStake, Status::kConsidered, "us", "intel"),
       Report(2, "2025-08-15", kStake, Status::kConsidered, "us", "mp"), false},
      {"another kind", Report(1, "2025-08-14", kStake, Status::kConsidered, "us", "nvidia"),
       Report(2, "2025-08-15", kExport, Status::kAnnounced, "us", "nvidia"), false},
      {"a new round of the same pair with another sum",
       Report(1, "2023-01-23", kStake, Status::kCompleted, "microsoft", "openai", "1e10"),
       Report(2, "2024-10-02", kStake, Status::kAnnounced, "microsoft", "openai", "7.5e8"), false},
      {"talks long after the end", Report(1, "2025-01-10", kBuy, Status::kCompleted, "amd", "zt"),
       Report(2, "2025-09-10", kBuy, Status::kConsidered, "amd", "zt"), false},
      {"no party in common", Report(1, "2025-01-10", kBuy, Status::kConsidered, "", "zt"),
       Report(2, "2025-01-11", kBuy, Status::kConsidered, "amd", ""), false},
      {"one side only, months apart", Report(1, "2025-01-10", kBuy, Status::kConsidered, "", "zt"),
       Report(2, "2025-06-11", kBuy, Status::kConsidered, "amd", "zt"), false},
  };
  for (const Pair& p : kPairs) {
    const Storyline storyline = FoldStoryline("1", {p.known});
    const StorylineVerdict verdict = SameStoryline(storyline, p.next);
    EXPECT_EQ(verdict.same, p.same) << p.why << ": " << verdict.reason << " (" << verdict.score << ")";
    EXPECT_FALSE(verdict.reason.empty());
  }
}

TEST(Storyline, AStateAndItsGovernmentAreOneParty) {
  StorylineReport a = Report(1, "2025-08-14", kStake, Status::kConsidered, "", "intel");
  StorylineReport b = Report(2, "2025-08-22", kStake, Status::kAnnounced, "", "intel");
  a.event.role(Role::kActor) = {Party("us_commerce", EntityType::kGovernmentBody, "US")};
  b.event.role(Role::kActor) = {Party("c_us", EntityType::kCountry, "US")};
  EXPECT_TRUE(SameStoryline(FoldStoryline("1", {a}), b).same);
}

struct History {
  const char* why;
  std::vector<Status> said;  // one report a day
  Status now;
  size_t changes;
};

TEST(Storyline, StatusOnlyMovesForward) {
  using enum Status;
  const History kHistories[] = {
      {"from talk to done", {kConsidered, kAnnounced, kCompleted}, kCompleted, 3},
      {"a late re-report of the talks", {kConsidered, kAnnounced, kConsidered}, kAnnounced, 2},
      {"a denial of talks", {kConsidered, kDenied}, kDenied, 2},
      {"denied, then announced after all", {kConsidered, kDenied, kAnnounced}, kAnnounced, 3},
      {"denied, then only talked about", {kConsidered, kDenied, kConsidered}, kDenied, 2},
      {"a denial after the fact changes nothing", {kCompleted, kDenied}, kCompleted, 1},
      {"a law that is repealed", {kCompleted, kCancelled}, kCancelled, 2},
      {"the same thing said thrice", {kAnnounced, kAnnounced, kAnnounced}, kAnnounced, 1},
  };
  for (const History& h : kHistories) {
    std::vector<StorylineReport> reports;
    for (size_t i = 0; i < h.said.size(); ++i) {
      reports.push_back(Report(i + 1, ("2025-08-0" + std::to_string(i + 1)).c_str(), kStake, h.said[i], "us", "intel"));
    }
    const Storyline s = FoldStoryline("x", reports);
    EXPECT_EQ(s.status, h.now) << h.why;
    EXPECT_EQ(s.history.size(), h.changes) << h.why;
    std::reverse(reports.begin(), reports.end());
    EXPECT_EQ(FoldStoryline("x", reports).status, h.now) << h.why << ", read backwards";
  }
}

TEST(Storyline, WhatWasBeforeTheEndDoesNotReopen) {
  struct {
    const char* why;
    const char* told_of;  // the day of the deed that the last report tells of; "" for none
    bool background;
    Status now;
  } const kRows[] = {
      {"the same article tells when the rule had been issued", "2025-01-13", false, Status::kCancelled},
      {"background without a day", "", true, Status::kCancelled},
      {"issued again after all", "2025-05-20", false, Status::kCompleted},
      {"issued again, with no day of its own", "", false, Status::kCompleted},
  };
  for (const auto& row : kRows) {
    StorylineReport end = Report(1, "2025-05-14", kExport, Status::kCancelled, "us", "rule");
    StorylineReport last = Report(2, "2025-05-21", kExport, Status::kCompleted, "us", "rule");
    last.event.background = row.background;
    if (*row.told_of) {
      const CivilDay day = DayOf(ParseIsoTimestamp(row.told_of)->at);
      last.event.when = EventDate{row.told_of, day, AddDays(day, 1), {}, false};
    }
    EXPECT_EQ(FoldStoryline("x", {end, last}).status, row.now) << row.why;
  }
}

TEST(Storyline, ConflictsAreKeptAndSourcesCountedOnce) {
  const Storyline s =
      FoldStoryline("x", {
                             Report(1, "2025-08-22", kStake, Status::kAnnounced, "us", "intel", "8.9e9", "a"),
                             Report(2, "2025-08-22", kStake, Status::kAnnounced, "us", "intel", "8.9e9", "a"),
                             Report(3, "2025-08-23", kStake, Status::kAnnounced, "us", "intel", "8.9e9", "b"),
                             Report(4, "2025-08-24", kStake, Status::kAnnounced, "us", "intel", "1e10", "c"),
                         });
  EXPECT_EQ(s.reports, 4u);
  EXPECT_EQ(s.independent_sources, 3u);
  ASSERT_EQ(s.amounts.size(), 2u);
  EXPECT_EQ(ToString(s.amounts[0].amount.value), "8900000000");
  EXPECT_EQ(s.amounts[0].sources, 2u);
  EXPECT_EQ(s.amounts[1].sources, 1u);
  EXPECT_EQ(FormatTimestamp(s.first_report), "2025-08-22");
  EXPECT_EQ(FormatTimestamp(s.last_report), "2025-08-24");
}

std::string Describe(const Storyline& s) {
  std::string out = s.id + " " + s.type + " " + ToString(s.status) + " " + std::to_string(s.reports) + " reports, " +
                    std::to_string(s.independent_sources) + " sources, " + FormatTimestamp(s.first_report) + " to " +
                    FormatTimestamp(s.last_report);
  for (const StatusChange& change : s.history)
    out += "\n" + std::string(ToString(change.status)) + " " + std::to_string(change.event_id);
  for (const ReportedAmount& a : s.amounts)
    out += "\n" + ToString(a.amount.value) + " up to " + ToString(a.amount.upper) + " of " + std::to_string(a.sources);
  for (const auto& participants : s.roles) {
    out += "\n";
    for (const Participant& p : participants) out += p.id + " as " + p.name + ", ";
  }
  return out + "\n" + (s.stake_percent ? ToString(*s.stake_percent) : "");
}

// Thirty reports that disagree in everything that may be told in several ways.
std::vector<StorylineReport> Quarrel(uint32_t seed) {
  std::mt19937 random(seed);
  const auto one_of = [&](auto... options) {
    const char* all[] = {options...};
    return all[random() % sizeof...(options)];
  };
  std::vector<StorylineReport> reports;
  for (uint64_t id = 1; id <= 30; ++id) {
    const std::string day = "2025-08-" + std::to_string(10 + random() % 15);
    StorylineReport r =
        Report(id, day.c_str(), one_of(kStake, kBuy), Status(random() % kStatusCount), one_of("us", "jp", "kr", ""),
               one_of("intel", "amd", ""), one_of("1e9", "2e9", "3e9", ""), one_of("a", "b", "c"));
    if (random() % 4 == 0) r.reported_at = {};
    r.fetched_at = ParseIsoTimestamp("2025-08-20")->at;
    for (auto& participants : r.event.roles) {
      for (Participant& p : participants) p.name += random() % 2 ? " Corp" : " Inc";
    }
    if (r.event.amount && random() % 2) r.event.amount->upper = *Decimal::Parse("9e9");
    r.event.background = random() % 5 == 0;
    if (random() % 4 == 0) {
      const CivilDay told = AddDays({2025, 8, 10}, int64_t(random() % 15));
      r.event.when = EventDate{FormatDay(told), told, AddDays(told, 1), {}, false};
    }
    if (random() % 3 == 0) r.event.stake_percent = Decimal::Make(int64_t(random() % 100), 0);
    reports.push_back(std::move(r));
  }
  return reports;
}

TEST(Storyline, TheOrderInWhichReportsComeInDoesNotMatter) {
  std::set<std::string> told;
  for (uint32_t seed = 1; seed <= 100; ++seed) {
    std::vector<StorylineReport> reports = Quarrel(seed);
    const std::string expected = Describe(FoldStoryline("x", reports));
    told.insert(expected);
    std::mt19937 random(seed);
    for (int i = 0; i < 4; ++i) {
      std::shuffle(reports.begin(), reports.end(), random);
      StorylineFold fold;
      for (const StorylineReport& report : reports) fold.Add(report);
      EXPECT_EQ(Describe(fold.Line("x")), expected) << "seed " << seed;
    }
  }
  EXPECT_EQ(told.size(), 100u) << "they differ for the order of time to matter at all";
}

TEST(Storyline, EveryReportOfALongStoryCostsTheSame) {
  StorylineFold fold;
  size_t bytes = 0;
  for (uint64_t id = 1; id <= 100'000; ++id) {
    StorylineReport report =
        Report(id, "2025-08-22", kStake, Status::kAnnounced, "us", "intel", "8.9e9", id % 3 ? "a" : "b");
    report.reported_at.at.seconds += int64_t(id);
    fold.Add(report);
    EXPECT_EQ(fold.Line("x").reports, id);
    bytes = fold.Bytes();
  }
  EXPECT_LT(bytes / fold.reports(), 128u);
}

TEST(Storyline, KeysFindEveryParty) {
  const auto keys = StorylineKeys(Report(1, "2025-08-22", kStake, Status::kAnnounced, "us", "intel").event);
  EXPECT_EQ(keys.size(), 2u);
  EXPECT_TRUE(StorylineKeys(Report(1, "2025-08-22", kStake, Status::kAnnounced, "", "").event).empty());
}

}  // namespace
}  // namespace tocsin
