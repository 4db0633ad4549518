// The whole sample newsroom, from bytes to storylines, against what a careful reader notes.
//
// Bytes are decoded, pages stripped of their clutter, text annotated and recognised. What is found is set beside
// EXPECTED.tsv: reading is never perfect, so recall, precision and statuses have floors that only go up.
#include <gtest/gtest.h>

#include <algorithm>
#include <iostream>
#include <map>

#include "ingest/decoder.h"
#include "nlp/annotator.h"
#include "rules/recognizer.h"
#include "tests/support/newsroom.h"
#include "tests/support/storylines.h"

namespace tocsin::support {
namespace {

constexpr double kRecallFloor = 0.75;
constexpr double kPrecisionFloor = 0.75;
constexpr double kStatusFloor = 0.90;  // of the events that are found

struct Reading {
  Article article;
  std::vector<Event> events;
};

struct Newsroom {
  std::shared_ptr<const Rulebook> rules;
  std::map<std::string, Reading> pages;  // by path
  std::vector<std::string> problems;
};

Reading ReadArticle(Article article, const Rulebook& rules) {
  const AnnotateContext context{article.title, article.language, article.published_at, ""};
  const Annotations annotations = Annotate(article.text, context, rules.lexicon());
  auto found = Recognize(article.text, annotations, context, rules);
  return {std::move(article), std::move(found.events)};
}

bool IsArticle(const std::string& file) {
  return file.ends_with(".html") && file != "index.html" && !file.starts_with("private/");
}

Newsroom ReadEverything() {
  Newsroom room;
  auto rules = Rulebook::Load();
  if (!rules) {
    room.problems.push_back(rules.error().what);
    return room;
  }
  room.rules = *rules;
  for (const std::string& file : NewsroomFiles()) {
    if (!IsArticle(file)) continue;
    RawDocument document;
    document.url = "http://127.0.0.1:1/" + file;
    document.bytes = ReadNewsroom(file, "http://127.0.0.1:1").value_or("");
    document.content_type = NewsroomContentType(file);
    auto decoded = Decode(document);
    if (!decoded || decoded->articles.size() != 1) {
      room.problems.push_back(file + ": not read as one article");
      continue;
    }
    room.pages.emplace(file, ReadArticle(std::move(decoded->articles[0]), *room.rules));
  }
  return room;
}

const Newsroom& Room() {
  static const Newsroom room = ReadEverything();
  return room;
}

std::vector<ExpectedReport> Expected() {
  return ParseExpected(ReadNewsroom("EXPECTED.tsv", "").value_or("")).value_or(std::vector<ExpectedReport>{});
}

bool OfTheState(EntityType type) { return type == EntityType::kCountry || type == EntityType::kGovernmentBody; }

// A state and its offices count as one party.
bool SameParty(const std::string& name, const Participant& got) {
  if (name == got.name) return true;
  for (const LexiconEntity* entity : Room().rules->lexicon().Resolve(name)) {
    const Entity& e = entity->entity;
    if (e.id == got.id) return true;
    if (OfTheState(e.type) && OfTheState(got.type) && !e.country.empty() && e.country == got.country) return true;
  }
  return false;
}

// One right party is enough; a role that nobody expects is not checked.
bool Meets(const std::vector<std::string>& names, const std::vector<Participant>& got) {
  if (names.empty()) return true;
  return std::any_of(names.begin(), names.end(), [&](const std::string& name) {
    return std::any_of(got.begin(), got.end(), [&](const Participant& p) { return SameParty(name, p); });
  });
}

bool Tells(const Event& event, const ExpectedReport& expected) {
  if (!TypeMatches(event.type, expected.type)) return false;
  if (TypeMatches(expected.type, "investment.partnership")) {
    std::vector<Participant> both = event.role(Role::kActor);
    both.insert(both.end(), event.role(Role::kTarget).begin(), event.role(Role::kTarget).end());
    return Meets(expected.actors, both);
  }
  return Meets(expected.actors, event.role(Role::kActor)) && Meets(expected.targets, event.role(Role::kTarget));
}

// The log counts what is denied and what is called off alike.
bool SameStatus(Status a, Status b) {
  const auto off = [](Status s) { return s == Status::kDenied || s == Status::kCancelled; };
  return a == b || (off(a) && off(b));
}

struct Score {
  size_t expected = 0, got = 0, found = 0, status = 0;
  std::string misses;
};

Score Compare() {
  Score score;
  std::map<std::string, std::vector<bool>> used;
  for (const auto& [page, reading] : Room().pages) {
    used[page].resize(reading.events.size());
    score.got += reading.events.size();
  }
  for (const ExpectedReport& expected : Expected()) {
    ++score.expected;
    const auto page = Room().pages.find(expected.page);
    const size_t count = page == Room().pages.end() ? 0 : page->second.events.size();
    size_t i = 0;
    while (i < count && (used[expected.page][i] || !Tells(page->second.events[i], expected))) ++i;
    if (i == count) {
      score.misses += "\n  missed " + expected.page + " " + expected.type + " " + ToString(expected.status);
      continue;
    }
    used[expected.page][i] = true;
    ++score.found;
    score.status += SameStatus(page->second.events[i].status, expected.status);
  }
  return score;
}

TEST(NewsroomReading, EveryPageIsOneArticle) {
  for (const std::string& problem : Room().problems) ADD_FAILURE() << problem;
}

TEST(NewsroomReading, KnowsWhenEveryArticleWasPublished) {
  for (const auto& [page, reading] : Room().pages) {
    ASSERT_TRUE(reading.article.published_at.known()) << page;
    const std::string year = FormatTimestamp(reading.article.published_at).substr(0, 4);
    EXPECT_NE(page.find("/" + year), std::string::npos) << page << " was published in " << year;
  }
}

TEST(NewsroomReading, LeavesTheClutterOut) {
  // Words of menus, teasers, comments, advertisements and footers that no article uses.
  for (const char* clutter : {"You read it here first", "Accept all", "Join 48,000 readers", "Ask for a quote",
                              "Most read", "听说阿里要收购智谱", "责任编辑", "企业用户首年立减"}) {
    for (const auto& [page, reading] : Room().pages) {
      EXPECT_EQ(reading.article.text.find(clutter), std::string::npos) << page << ": " << clutter;
    }
  }
}

TEST(NewsroomReading, FindsWhatACarefulReaderNotes) {
  const Score score = Compare();
  ASSERT_GT(score.expected, 60u);
  ASSERT_GT(score.found, 0u) << score.misses;
  const double recall = double(score.found) / double(score.expected);
  const double precision = double(score.found) / double(score.got);
  const double status = double(score.status) / double(score.found);
  std::cout << "newsroom: recall " << recall << ", precision " << precision << ", status " << status << score.misses
            << "\n";
  EXPECT_GE(recall, kRecallFloor);
  EXPECT_GE(precision, kPrecisionFloor);
  EXPECT_GE(status, kStatusFloor);
}

struct Told {
  const char* type;
  const char* actor;
  const char* target;
  Status status;   // where it ends
  size_t reports;  // at least
};

const Told kTold[] = {
    {"investment.equity_stake", "US government", "Intel", Status::kCompleted, 4},
    {"investment.acquisition", "SoftBank", "Ampere Computing", Status::kCompleted, 3},
    {"investment.ipo", "Moore Threads", "Moore Threads", Status::kCompleted, 2},
};

TEST(NewsroomReading, FollowsWhatIsToldStepByStep) {
  std::vector<const Reading*> by_time;
  for (const auto& [page, reading] : Room().pages) by_time.push_back(&reading);
  std::sort(by_time.begin(), by_time.end(),
            [](const Reading* a, const Reading* b) { return a->article.published_at.at < b->article.published_at.at; });
  Storylines stories;
  for (const Reading* reading : by_time) {
    for (const Event& e : reading->events) stories.Add(e, reading->article.published_at, reading->article.url);
  }
  const auto all = stories.All();
  for (const Told& told : kTold) {
    const bool there = std::any_of(all.begin(), all.end(), [&](const Storyline& s) {
      return TypeMatches(s.type, told.type) && s.status == told.status && s.reports >= told.reports &&
             Meets({told.actor}, s.roles[size_t(Role::kActor)]) && Meets({told.target}, s.roles[size_t(Role::kTarget)]);
    });
    EXPECT_TRUE(there) << told.actor << " - " << told.target << "; got:" << stories.Describe();
  }
}

}  // namespace
}  // namespace tocsin::support
