// Invented news for the store's tests: articles and events by number, the same for the same seed.
#pragma once

#include <gtest/gtest.h>
#include <unistd.h>

#include <atomic>
#include <filesystem>
#include <random>
#include <string>

#include "store/event_log.h"
#include "tests/support/silent_lexicon.h"

namespace tocsin::store_test {

// A directory of its own, removed at the end.
class TemporaryDirectory {
 public:
  TemporaryDirectory() {
    static std::atomic<int> made{0};
    path_ = std::filesystem::temp_directory_path() /
            ("tocsin_store_" + std::to_string(getpid()) + "_" + std::to_string(made++));
    std::filesystem::remove_all(path_);
  }
  ~TemporaryDirectory() {
    std::error_code ec;
    std::filesystem::remove_all(path_, ec);
  }
  TemporaryDirectory(const TemporaryDirectory&) = delete;
  TemporaryDirectory& operator=(const TemporaryDirectory&) = delete;
  const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

inline EventLogOptions OptionsFor(const TemporaryDirectory& directory) {
  EventLogOptions o;
  o.directory = directory.path();
  o.sync = false;  // the tests kill processes, not machines
  o.free_bytes_min = 0;
  o.cache_bytes = 4u << 20;
  return o;
}

inline Participant Party(std::string id, EntityType type = EntityType::kOrganization) {
  Participant p;
  p.name = id;
  p.id = std::move(id);
  p.type = type;
  return p;
}

inline const Instant kDayZero = StartOf({2025, 1, 1});

inline Event MakeEvent(std::string type, std::string actor, std::string target, Status status = Status::kAnnounced) {
  Event e;
  e.type = std::move(type);
  e.status = status;
  if (!actor.empty()) e.role(Role::kActor).push_back(Party(std::move(actor)));
  if (!target.empty()) e.role(Role::kTarget).push_back(Party(std::move(target)));
  e.reported_at = {kDayZero, Precision::kSecond};
  e.confidence = 70;
  e.rule = "test.rule";
  e.pack_hash = "00000000000000aa";
  return e;
}

inline ArticleBatch MakeBatch(const std::string& url, const std::string& text, std::vector<Event> events,
                              Instant published = kDayZero) {
  ArticleBatch b;
  Article& a = b.article;
  a.url = a.canonical_url = url;
  a.text = text;
  a.id = ArticleId(a.canonical_url, a.text);
  a.title = "Title of " + url;
  a.site = url.substr(8, url.find('/', 8) - 8);
  a.source_id = a.site;
  a.language = "en";
  a.published_at = {published, Precision::kSecond};
  a.fetched_at = {published.seconds + 600};
  for (Event& e : events) {
    e.reported_at = a.published_at;
    if (e.sentence.empty()) e.sentence = {0, uint32_t(text.size())};
    b.events.push_back(std::move(e));
  }
  return b;
}

// Article number `n` with one to three events, spread over two years.
inline ArticleBatch RandomBatch(uint32_t n, uint32_t seed = 1) {
  std::mt19937 random(n * 2654435761u + seed);
  const auto pick = [&](auto&... options) {
    const char* all[] = {options...};
    return std::string(all[random() % sizeof...(options)]);
  };
  std::vector<Event> events;
  for (auto i = random() % 3 + 1; i > 0; --i) {
    Event e = MakeEvent(pick("investment.equity_stake", "investment.ipo", "policy.regulation", "policy.export_control"),
                        pick("us_gov", "cn_gov", "~acme robotics", ""), "company" + std::to_string(random() % 40),
                        Status(random() % kStatusCount));
    if (random() % 2) {
      const Decimal value = *Decimal::Make(int64_t(random() % 50 + 1), 8);
      e.amount = EventAmount{value, value, {}, Qualifier::kExact, {}};
      std::copy_n(random() % 2 ? "USD" : "CNY", 3, e.amount->currency.code);
    }
    if (random() % 3 == 0) e.stake_percent = Decimal::Make(int64_t(random() % 100), 0);
    if (random() % 3 == 0) e.when = EventDate{"2025-03", {2025, 3, 1}, {2025, 4, 1}, {}, false};
    e.jurisdiction = pick("US", "US-CA", "CN", "");
    e.confidence = uint8_t(random() % 101);
    events.push_back(std::move(e));
  }
  const std::string text = pick("The ministry", "The government", "A fund") + " " +
                           pick("announced", "weighs", "denied") + " " + pick("chips", "chip exports", "芯片基金") +
                           " in number " + std::to_string(n) + ".";
  ArticleBatch b = MakeBatch("https://site" + std::to_string(random() % 5) + ".example/" + std::to_string(n), text,
                             std::move(events), {kDayZero.seconds + int64_t(random() % (730 * 86400))});
  b.article.language = random() % 4 ? "en" : "zh-Hans";
  if (random() % 20 == 0) {
    for (Event& e : b.events) e.reported_at = {};
  }
  return b;
}

// Rings once for every event, for two channels.
inline AlertMatcher RingsForAll() {
  return [](const StoredEvent& stored, const StorylineChange& change) {
    Alert a;
    a.id = "ring-" + FormatEventId(stored.id);
    a.rule = "all";
    a.kind = change.kinds.front();
    a.storyline = FormatEventId(stored.storyline);
    a.event_id = stored.id;
    a.channels = {"mail", "hook"};
    return std::vector<Alert>{a};
  };
}

// Knows nobody: names become what they are.
class Nobody final : public SilentLexicon {
 public:
  const LexiconEntity* FindEntity(std::string_view id) const override {
    entity_.entity.id = id;
    return id.starts_with('~') || id.find('_') != std::string_view::npos || id.starts_with("company") ? &entity_
                                                                                                      : nullptr;
  }

 private:
  mutable LexiconEntity entity_;
};

inline Query Ask(std::string_view text) {
  auto query = ParseQuery(text, Nobody(), StartOf({2026, 1, 1}));
  EXPECT_TRUE(query) << text << ": " << query.error().what;
  return query ? *query : Query();
}

inline std::unique_ptr<EventLog> MustOpen(const EventLogOptions& options) {
  auto log = EventLog::Open(options);
  EXPECT_TRUE(log) << log.error().what;
  return log ? std::move(*log) : nullptr;
}

inline AppendResult MustAppend(EventLog& log, const ArticleBatch& batch, const AlertMatcher& alerts = nullptr) {
  auto result = log.Append(batch, alerts, {kDayZero.seconds + 1000});
  EXPECT_TRUE(result) << result.error().what;
  return result ? std::move(*result) : AppendResult();
}

inline void ExpectSound(const EventLog& log) {
  const auto problems = log.Verify();
  ASSERT_TRUE(problems) << problems.error().what;
  for (const std::string& p : *problems) ADD_FAILURE() << p;
}

}  // namespace tocsin::store_test
