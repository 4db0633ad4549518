// Who is rung for what, and that every ring arrives once.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

#include "cli/alert/dispatcher.h"
#include "cli/alert/matcher.h"
#include "ingest/json.h"
#include "tests/cli/fake_event_log.h"
#include "tests/support/scripted_server.h"

namespace tocsin {
namespace {

using testing::ElementsAre;

// ---- matcher ------------------------------------------------------------------------------------
AlertRule Everything(const std::string& id, std::vector<ChangeKind> on) {
  return {id, Query{}, std::move(on), {"stdout"}};
}

TEST(Matcher, TheFirstKindThatHappenedRings) {
  StoredEvent event;
  event.id = 77;
  event.storyline = 70;
  event.article.title = "Deal";
  StorylineChange change;
  change.kinds = {ChangeKind::kNewReport, ChangeKind::kStatusChange};
  change.before.status = Status::kConsidered;
  change.after.status = Status::kAnnounced;
  change.after.type = "investment.equity_stake";
  const std::vector<AlertRule> rules = {Everything("a", {ChangeKind::kStatusChange, ChangeKind::kNewReport}),
                                        Everything("b", {ChangeKind::kAmountChange}),
                                        Everything("c", {ChangeKind::kNewReport})};
  const auto alerts = MatchAlerts(rules, event, change);
  ASSERT_EQ(alerts.size(), 2u);
  EXPECT_EQ(alerts[0].rule, "a");
  EXPECT_EQ(alerts[0].kind, ChangeKind::kStatusChange);
  EXPECT_EQ(alerts[0].detail, "considered → announced");
  EXPECT_EQ(alerts[0].headline, "announced  equity stake");
  EXPECT_EQ(alerts[1].kind, ChangeKind::kNewReport);
  EXPECT_NE(alerts[0].id, alerts[1].id);
  EXPECT_EQ(alerts[0].id, MatchAlerts(rules, event, change)[0].id) << "the same ring has the same id";
}

TEST(Matcher, BackgroundNeverRings) {
  StoredEvent event;
  event.event.background = true;
  StorylineChange change;
  change.kinds = {ChangeKind::kNewReport};
  EXPECT_TRUE(MatchAlerts({Everything("a", {ChangeKind::kNewReport})}, event, change).empty());
}

// ---- dispatcher ---------------------------------------------------------------------------------
// Fails as often as told, then delivers.
class FakeChannel final : public Channel {
 public:
  Result<void> Send(const Alert& alert) override {
    ++tries;
    if (failures > 0) {
      --failures;
      return Fail(code, "no answer");
    }
    sent.push_back(alert.id);
    return {};
  }
  int failures = 0, tries = 0;
  Errc code = Errc::kUnavailable;
  std::vector<std::string> sent;
};

struct Bench {
  Bench() {
    channels["one"] = std::unique_ptr<Channel>(one = new FakeChannel);
    channels["two"] = std::unique_ptr<Channel>(two = new FakeChannel);
    options.wait = [this](int ms) { waited.push_back(ms); };
  }
  void Ring(const std::string& id, std::vector<std::string> to) {
    OutboxEntry entry;
    entry.alert.id = id;
    entry.alert.channels = std::move(to);
    log.outbox.push_back(std::move(entry));
  }
  DispatchReport Run() { return *Dispatch(log, channels, options); }

  FakeEventLog log;
  Channels channels;
  FakeChannel *one, *two;
  DispatchOptions options;
  std::vector<int> waited;
};

TEST(Dispatcher, EachAlertOnceToEachChannel) {
  Bench bench;
  bench.Ring("a", {"one", "two"});
  bench.Ring("b", {"two"});
  EXPECT_EQ(bench.Run().delivered, 3u);
  EXPECT_EQ(bench.Run().delivered, 0u);
  EXPECT_THAT(bench.one->sent, ElementsAre("a"));
  EXPECT_THAT(bench.two->sent, ElementsAre("a", "b"));
}

TEST(Dispatcher, TriesAgainAndWaitsLongerEachTime) {
  Bench bench;
  bench.one->failures = 2;
  bench.Ring("a", {"one"});
  const DispatchReport report = bench.Run();
  EXPECT_EQ(report.delivered, 1u);
  EXPECT_TRUE(report.problems.empty());
  EXPECT_THAT(bench.waited, ElementsAre(500, 1000));
}

TEST(Dispatcher, ADeadChannelCostsOnlyOnceAndTheOthersGoOn) {
  Bench bench;
  bench.one->failures = 100;
  bench.Ring("a", {"one", "two"});
  bench.Ring("b", {"one", "two"});
  const DispatchReport report = bench.Run();
  EXPECT_EQ(report.delivered, 2u);
  EXPECT_EQ(report.waiting, 2u);
  EXPECT_EQ(bench.one->tries, 3);
  EXPECT_THAT(report.problems, ElementsAre("channel one: no answer"));
  EXPECT_EQ(bench.log.outbox[0].attempts, 1);
  bench.one->failures = 0;
  EXPECT_EQ(bench.Run().delivered, 2u);
  EXPECT_THAT(bench.one->sent, ElementsAre("a", "b"));
  EXPECT_THAT(bench.two->sent, ElementsAre("a", "b"));
}

TEST(Dispatcher, WhatCannotPassIsNotTriedAgain) {
  Bench bench;
  bench.one->failures = 1;
  bench.one->code = Errc::kForbidden;
  bench.Ring("a", {"one"});
  bench.Ring("b", {"gone"});
  const DispatchReport report = bench.Run();
  EXPECT_EQ(bench.one->tries, 1);
  EXPECT_TRUE(bench.waited.empty());
  EXPECT_THAT(report.problems,
              ElementsAre("channel one: no answer", "channel gone: is not in the configuration any more"));
}

// ---- channels -----------------------------------------------------------------------------------
TEST(FileChannel, AppendsALineEach) {
  const auto path = std::filesystem::path(testing::TempDir()) / ("rung_" + std::to_string(getpid()) + ".jsonl");
  const auto channel = MakeFileChannel(path.string());
  Alert alert;
  alert.id = "x1";
  alert.title = "two\nlines";
  ASSERT_TRUE(channel->Send(alert).has_value());
  ASSERT_TRUE(channel->Send(alert).has_value());
  std::ifstream in(path);
  std::string line;
  size_t lines = 0;
  for (; std::getline(in, line); ++lines) EXPECT_EQ(JsonValue::Parse(line)->Get("title"), "two\nlines");
  EXPECT_EQ(lines, 2u);
  std::filesystem::remove(path);
  EXPECT_EQ(MakeFileChannel("/nowhere/at/all/x.jsonl")->Send(alert).error().code, Errc::kUnavailable);
}

TEST(Webhook, PostsSignedJsonWithItsDeliveryId) {
  const auto secret = std::filesystem::path(testing::TempDir()) / ("secret_" + std::to_string(getpid()));
  std::ofstream(secret) << "key\n";
  ScriptedServer receiver([](const ScriptedRequest&) { return LoopbackAnswer{204, "text/plain", "", ""}; });
  Alert alert;
  alert.id = "abc123";
  alert.headline = "announced  equity stake";
  const auto sent = MakeWebhookChannel(receiver.origin() + "/hook", secret.string())->Send(alert);
  ASSERT_TRUE(sent.has_value()) << sent.error().what;
  const ScriptedRequest request = receiver.requests().at(0);
  EXPECT_EQ(request.method, "POST");
  EXPECT_EQ(request.path, "/hook");
  EXPECT_EQ(request.Header("x-tocsin-delivery"), "abc123");
  EXPECT_EQ(request.Header("X-Tocsin-Signature"), Signature("key", request.body));
  EXPECT_EQ(JsonValue::Parse(request.body)->Get("headline"), "announced  equity stake");
  std::filesystem::remove(secret);
}

TEST(Webhook, StatusesSayWhetherToTryAgain) {
  const std::pair<int, Errc> kRows[] = {
      {503, Errc::kUnavailable}, {429, Errc::kUnavailable}, {404, Errc::kForbidden}, {302, Errc::kForbidden}};
  for (const auto& [status, code] : kRows) {
    ScriptedServer receiver([status = status](const ScriptedRequest&) { return LoopbackAnswer{status, "", "", ""}; });
    const auto sent = MakeWebhookChannel(receiver.origin(), "")->Send(Alert{});
    ASSERT_FALSE(sent.has_value());
    EXPECT_EQ(sent.error().code, code) << status;
  }
  EXPECT_EQ(MakeWebhookChannel("http://127.0.0.1:1/", "")->Send(Alert{}).error().code, Errc::kUnavailable);
  EXPECT_EQ(MakeWebhookChannel("http://127.0.0.1:1/", "/no/secret")->Send(Alert{}).error().code, Errc::kConfig);
}

// RFC 4231, test case 2.
TEST(Webhook, SignatureIsHmacSha256) {
  EXPECT_EQ(Signature("Jefe", "what do ya want for nothing?"),
            "sha256=5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
}

}  // namespace
}  // namespace tocsin
