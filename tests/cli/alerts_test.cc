// Who is rung for what, and that every ring arrives once.
#include <arpa/inet.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/socket.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <mutex>
#include <thread>

#include "cli/alert/dispatcher.h"
#include "cli/alert/matcher.h"
#include "ingest/json.h"
#include "tests/cli/fake_event_log.h"

namespace tocsin {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

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

// Answers each connection on loopback with the next status, and keeps what was asked.
class Receiver {
 public:
  explicit Receiver(std::vector<int> statuses) : statuses_(std::move(statuses)) {
    listener_ = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    if (bind(listener_, reinterpret_cast<sockaddr*>(&address), size) != 0 || listen(listener_, 8) != 0) std::abort();
    getsockname(listener_, reinterpret_cast<sockaddr*>(&address), &size);
    port_ = ntohs(address.sin_port);
    thread_ = std::thread([this] { Serve(); });
  }
  ~Receiver() {
    thread_.join();
    close(listener_);
  }
  std::string url() const { return "http://127.0.0.1:" + std::to_string(port_) + "/hook"; }
  std::vector<std::string> requests() {
    const std::lock_guard lock(mutex_);
    return requests_;
  }

 private:
  void Serve() {
    for (const int status : statuses_) {
      const int peer = accept(listener_, nullptr, nullptr);
      std::string request;
      char block[4096];
      while (!Complete(request)) {
        const ssize_t got = read(peer, block, sizeof block);
        if (got <= 0) break;
        request.append(block, size_t(got));
      }
      {
        const std::lock_guard lock(mutex_);
        requests_.push_back(request);
      }
      const std::string answer =
          "HTTP/1.1 " + std::to_string(status) + " X\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";
      if (write(peer, answer.data(), answer.size()) < 0) std::abort();
      close(peer);
    }
  }
  static bool Complete(const std::string& request) {
    const size_t head = request.find("\r\n\r\n");
    if (head == std::string::npos) return false;
    const size_t length = request.find("Content-Length: ");
    return request.size() >= head + 4 + size_t(std::stoul(request.substr(length + 16)));
  }

  std::vector<int> statuses_;
  int listener_ = -1;
  uint16_t port_ = 0;
  std::mutex mutex_;
  std::vector<std::string> requests_;
  std::thread thread_;
};

TEST(Webhook, PostsSignedJsonWithItsDeliveryId) {
  const auto secret = std::filesystem::path(testing::TempDir()) / ("secret_" + std::to_string(getpid()));
  std::ofstream(secret) << "key\n";
  std::string body, head;
  {
    Receiver receiver({204});
    Alert alert;
    alert.id = "abc123";
    alert.headline = "announced  equity stake";
    const auto sent = MakeWebhookChannel(receiver.url(), secret.string())->Send(alert);
    ASSERT_TRUE(sent.has_value()) << sent.error().what;
    const std::string request = receiver.requests().at(0);
    head = request.substr(0, request.find("\r\n\r\n"));
    body = request.substr(head.size() + 4);
  }
  EXPECT_THAT(head, HasSubstr("POST /hook HTTP/1.1"));
  EXPECT_THAT(head, HasSubstr("X-Tocsin-Delivery: abc123"));
  EXPECT_THAT(head, HasSubstr("X-Tocsin-Signature: " + Signature("key", body)));
  EXPECT_EQ(JsonValue::Parse(body)->Get("headline"), "announced  equity stake");
  std::filesystem::remove(secret);
}

TEST(Webhook, StatusesSayWhetherToTryAgain) {
  const std::pair<int, Errc> kRows[] = {
      {503, Errc::kUnavailable}, {429, Errc::kUnavailable}, {404, Errc::kForbidden}, {302, Errc::kForbidden}};
  for (const auto& [status, code] : kRows) {
    Receiver receiver({status});
    const auto sent = MakeWebhookChannel(receiver.url(), "")->Send(Alert{});
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
