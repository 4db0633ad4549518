// The real program over its own archive: packs compared, read again, measured; storylines put right by hand.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <sstream>

#include "tests/support/child.h"
#include "tests/support/scripted_server.h"

namespace tocsin {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

// What the shipped packs read as completed is only a plan here, and a thing is seen that they do not look for.
constexpr const char* kOtherPack = R"(version: 1
kind: rules
pack: mine
lexicons:
  stake_there_n: {lang: en, forms: [{n: stake}]}
  take_there_v: {lang: en, forms: [{v: acquire}]}
  mock_v: {lang: en, forms: [{v: mock}]}
rules:
- id: equity.take-stake
  event: investment.equity_stake
  weight: 86
  status: considered
  trigger: {lex: take_there_v, with: stake_there_n, within: 9, order: after}
  voice: {active: {actor: subject, target: [pp(in), object]}}
  require: [actor, target]
  examples:
  - {match: "Nvidia acquired a stake in Nokia to build AI networks.", status: considered, actor: Nvidia}
  - {no_match: "Intel took a step towards AI chips."}
- id: mine.mock
  event: policy.investigation_or_enforcement
  trigger: {lex: mock_v}
  voice: {active: {actor: subject, target: object}}
  require: [actor, target]
  examples:
  - {match: "Intel mocked Nvidia over AI chips.", actor: Intel}
  - {no_match: "Intel met Nvidia."}
)";

std::string Line(int number, const std::string& title, const std::string& text) {
  return "{\"id\": \"r" + std::to_string(number) + "\", \"url\": \"https://example.org/" + std::to_string(number) +
         "\", \"source\": \"Example\", \"title\": \"" + title + "\", \"lang\": \"en\", \"published\": \"2025-08-" +
         std::to_string(10 + number) + "\", \"text\": \"" + text + "\"}\n";
}

class ArchiveCommands : public testing::Test {
 protected:
  ArchiveCommands() {
    const std::string name = testing::UnitTest::GetInstance()->current_test_info()->name();
    folder_ = fs::path(testing::TempDir()) / ("archive_" + std::to_string(getpid()) + "_" + name);
    fs::remove_all(folder_);
    fs::create_directories(folder_);
    Write("in.jsonl", Line(1, "A stake", "Microsoft acquired a 10% stake in Anthropic for $8.9 billion.") +
                          Line(2, "A mockery", "Intel mocked Nvidia over AI chips for a week.") +
                          Line(3, "A purchase", "AMD agreed to acquire ZT Systems for $4.9 billion.") +
                          Line(4, "Nothing", "The ministry met, and nothing came of it."));
    Write("other.yaml", kOtherPack);
    Write("tocsin.yaml", "alerts:\n- {id: any, when: \"confidence>=0\", on: [new_report]}\n");
    Write("with_other.yaml", "packs: [other.yaml]\nalerts:\n- {id: any, when: \"confidence>=0\", on: [new_report]}\n");
    EXPECT_EQ(Run({"ingest", "in.jsonl"}).code, 0);
  }
  ~ArchiveCommands() override { fs::remove_all(folder_); }

  void Write(const std::string& name, const std::string& text) const { std::ofstream(folder_ / name) << text; }
  std::string Read(const std::string& name) const {
    std::ostringstream out;
    out << std::ifstream(folder_ / name).rdbuf();
    return out.str();
  }
  std::vector<std::string> Words(std::vector<std::string> arguments) const {
    arguments.insert(arguments.begin(), TOCSIN_BINARY_DIR "/tocsin");
    return arguments;
  }
  ChildResult Run(std::vector<std::string> arguments) const {
    return Child(Words(std::move(arguments)), folder_.string()).Wait();
  }
  // The value of `key` in the first row of a query.
  std::string First(const std::string& query, const std::string& key) const {
    const std::string out = Run({"query", query, "--format", "jsonl"}).out, name = "\"" + key + "\":\"";
    const size_t at = out.find(name);
    EXPECT_NE(at, std::string::npos) << query << ": " << out;
    if (at == std::string::npos) return {};
    return out.substr(at + name.size(), out.find('"', at + name.size()) - at - name.size());
  }
  size_t Count(const std::string& query) const {
    const std::string out = Run({"query", query, "--format", "jsonl"}).out;
    return size_t(std::count(out.begin(), out.end(), '\n'));
  }

  fs::path folder_;
};

TEST_F(ArchiveCommands, DiffShowsWhatOtherPacksWouldChange) {
  const ChildResult same = Run({"rules", "diff"});
  EXPECT_EQ(same.code, 0) << same.err;
  EXPECT_EQ(same.out, "");
  EXPECT_THAT(same.err, HasSubstr("no difference"));

  const std::string before = Run({"query", "--format", "jsonl"}).out;
  const ChildResult other = Run({"rules", "diff", "--pack", "other.yaml"});
  EXPECT_EQ(other.code, 0) << other.err;
  EXPECT_THAT(other.out, HasSubstr("\"A stake\""));
  EXPECT_THAT(other.out, HasSubstr("status: completed → considered"));
  EXPECT_THAT(other.out, HasSubstr("+ "));
  EXPECT_THAT(other.out, HasSubstr("(mine.mock)"));
  EXPECT_THAT(other.out, Not(HasSubstr("A purchase")));
  EXPECT_THAT(other.err, HasSubstr("1 gained, 0 lost, 1 changed"));
  EXPECT_EQ(Run({"rules", "diff", "--config", "with_other.yaml"}).out, other.out);
  EXPECT_EQ(Run({"query", "--format", "jsonl"}).out, before) << "nothing is written";

  const ChildResult lines = Run({"rules", "diff", "--pack", "other.yaml", "--format", "jsonl"});
  EXPECT_EQ(std::count(lines.out.begin(), lines.out.end(), '\n'), 2);
  EXPECT_THAT(lines.out, HasSubstr("{\"change\":\"changed\",\"id\":\"" + First("stake", "id") + "\""));
  EXPECT_THAT(lines.out, HasSubstr("\"fields\":[\"status\"]"));
  EXPECT_THAT(lines.out, HasSubstr("{\"change\":\"gained\",\"id\":null,\"rule\":\"mine.mock\""));

  EXPECT_EQ(Run({"rules", "diff", "--pack", "absent.yaml"}).code, 2);
  EXPECT_EQ(Run({"rules", "diff", "--format", "csv"}).code, 2);
  EXPECT_EQ(Run({"rules", "diff", "--store", "nowhere"}).code, 1);
}

TEST_F(ArchiveCommands, ReextractSwitchesAndKeepsWhatWasTold) {
  const std::string stake = First("stake", "id"), old_run = Run({"rules", "check"}).out;
  const std::string hash = old_run.substr(old_run.find("hash ") + 5, 16);
  const std::string rung = Run({"alerts", "log", "--format", "jsonl"}).out;
  ASSERT_THAT(rung, HasSubstr(stake));
  const ChildResult again = Run({"reextract", "--config", "with_other.yaml"});
  EXPECT_EQ(again.code, 0) << again.err;
  EXPECT_EQ(again.out, "") << "nothing rings";
  EXPECT_THAT(again.err, HasSubstr("1 gained, 0 lost, 1 changed, 1 the same"));
  EXPECT_EQ(Run({"alerts", "log", "--format", "jsonl"}).out, rung);
  EXPECT_EQ(First("status:considered stake", "id"), stake);
  EXPECT_EQ(Count("run:" + hash), 1u) << "what the old packs told otherwise";
  EXPECT_EQ(Count("run:" + hash + " status:completed"), 1u);
  EXPECT_EQ(Count("rule:mine.mock"), 1u);
  EXPECT_EQ(Count(""), 3u);
  EXPECT_EQ(Run({"store", "verify"}).code, 0);
  EXPECT_THAT(Run({"rules", "diff", "--config", "with_other.yaml"}).err, HasSubstr("no difference"));

  const std::string mocked = First("rule:mine.mock", "id");
  EXPECT_EQ(Run({"reextract"}).code, 0);
  EXPECT_EQ(First("status:completed stake", "id"), stake);
  const ChildResult shown = Run({"show", "--event", mocked});
  EXPECT_EQ(shown.code, 0) << shown.err;
  EXPECT_THAT(shown.out, HasSubstr("superseded"));
  EXPECT_EQ(Run({"store", "reindex"}).code, 0);
  EXPECT_EQ(Run({"store", "verify"}).code, 0);
}

TEST_F(ArchiveCommands, StaleSaysWhatNeverFiredAndWhatIsGone) {
  const ChildResult fresh = Run({"rules", "stale"});
  EXPECT_EQ(fresh.code, 0) << fresh.err;
  EXPECT_THAT(fresh.out, HasSubstr("never fired"));
  EXPECT_THAT(fresh.out, Not(HasSubstr("never fired  equity.take-stake")));
  EXPECT_THAT(fresh.err, HasSubstr("every stored event was read with these packs"));
  const ChildResult other = Run({"rules", "stale", "--pack", "other.yaml", "--format", "csv"});
  EXPECT_THAT(other.out, HasSubstr("never fired,mine.mock"));
  EXPECT_THAT(other.out, HasSubstr("other packs,,"));
  EXPECT_THAT(other.err, HasSubstr("2 events were read with other packs"));
  EXPECT_EQ(Run({"reextract", "--config", "with_other.yaml"}).code, 0);
  const ChildResult gone = Run({"rules", "stale", "--format", "jsonl"});
  EXPECT_THAT(gone.out, HasSubstr("{\"what\":\"no such rule\",\"rule\":\"mine.mock\",\"packs\":null,\"events\":1"));
}

TEST_F(ArchiveCommands, BenchMeasuresFilesAndTheArchive) {
  const ChildResult archive = Run({"rules", "bench", "--format", "csv"});
  EXPECT_EQ(archive.code, 0) << archive.err;
  EXPECT_THAT(archive.out, StartsWith("rule,ms_per_megabyte,percent,matches,turned_down\n"));
  EXPECT_THAT(archive.out, testing::ContainsRegex("\nequity.take-stake,[0-9.]+,[0-9.]+,1,"));
  EXPECT_THAT(archive.err, HasSubstr("4 articles"));
  const ChildResult file = Run({"rules", "bench", "in.jsonl", "--store", "nowhere"});
  EXPECT_EQ(file.code, 0) << file.err;
  EXPECT_THAT(file.err, HasSubstr("MB/s"));
  EXPECT_EQ(Run({"rules", "bench", "absent.jsonl"}).code, 1);
}

TEST_F(ArchiveCommands, StorylinesArePutTogetherAndApartByHand) {
  const std::string stake = First("stake", "storyline"), purchase = First("acquire", "storyline");
  ASSERT_NE(stake, purchase);
  const ChildResult merged = Run({"storyline", "merge", purchase, stake});
  EXPECT_EQ(merged.code, 0) << merged.err;
  EXPECT_EQ(merged.out, stake + "\n");
  EXPECT_EQ(Run({"store", "reindex"}).code, 0);
  EXPECT_EQ(Run({"reextract", "--config", "with_other.yaml"}).code, 0);
  EXPECT_THAT(Run({"show", stake}).out, HasSubstr("merged by hand on "));
  EXPECT_THAT(Run({"show", stake, "--format", "jsonl"}).out,
              HasSubstr("\"corrections\":[{\"number\":1,\"kind\":\"merge\""));
  const ChildResult why = Run({"storyline", "why", purchase});
  EXPECT_THAT(why.out, HasSubstr("began it"));
  EXPECT_THAT(why.out, HasSubstr("merged by hand on "));
  EXPECT_THAT(Run({"storyline", "why", stake, "--format", "json"}).out, HasSubstr("\"correction\":1"));

  const ChildResult undone = Run({"storyline", "undo", stake});
  EXPECT_EQ(undone.code, 0) << undone.err;
  EXPECT_EQ(undone.out, stake + "\n" + purchase + "\n");
  EXPECT_THAT(Run({"show", stake}).out, Not(HasSubstr("by hand")));
  EXPECT_EQ(Run({"storyline", "undo", stake}).code, 1);
  EXPECT_EQ(Run({"storyline", "merge", stake, purchase}).code, 0);
  EXPECT_EQ(Run({"storyline", "split", stake, purchase}).code, 0) << "the opposite command";
  EXPECT_EQ(Run({"show", purchase}).code, 0);

  struct Case {
    std::vector<std::string> arguments;
    int code;
    const char* message;
  };
  const Case kCases[] = {
      {{"storyline", "merge", stake, stake}, 2, "already"},
      {{"storyline", "merge", stake, "zz"}, 2, "merge zz"},
      {{"storyline", "merge", stake, "0000000000000"}, 1, "0000000000000"},
      {{"storyline", "split", stake, stake}, 2, "name some of them, not all"},
      {{"storyline", "split", stake, purchase}, 2, "is not in storyline"},
      {{"storyline", "why", "0000000000000"}, 1, "why"},
      {{"storyline", "mrge", stake, purchase}, 2, "did you mean merge?"},
  };
  for (const Case& c : kCases) {
    const ChildResult result = Run(c.arguments);
    EXPECT_EQ(result.code, c.code) << c.arguments[1] << ": " << result.err;
    EXPECT_THAT(result.err, HasSubstr(c.message));
  }
  EXPECT_EQ(Run({"store", "verify"}).code, 0);
}

// Waits for a line on the running child's standard error.
TEST_F(ArchiveCommands, PacksAreReadAgainWhileFollowing) {
  ScriptedServer site([](const ScriptedRequest& request) -> LoopbackAnswer {
    if (request.path != "/feed.xml") return {404, "text/html", "gone", ""};
    return {200, "application/rss+xml", "<rss version=\"2.0\"><channel><title>x</title></channel></rss>", ""};
  });
  Write("follow.yaml",
        "packs: [mine.yaml]\nstore: followed\ncrawl: {delay: 0s, attempts: 1, timeout: 5s}\nsources:\n"
        "- {id: site, url: \"" +
            site.origin() + "/feed.xml\"}\n");
  Write("mine.yaml", "version: 1\nkind: rules\npack: mine\nrules: []\n");
  Child child(Words({"crawl", "--follow", "--config", "follow.yaml"}), folder_.string());
  const auto wait_for = [&](const std::string& text) {
    for (int i = 0; i < 300 && Read("stderr").find(text) == std::string::npos; ++i) usleep(50'000);
    EXPECT_THAT(Read("stderr"), HasSubstr(text));
  };
  wait_for("crawled 1 source");
  Write("mine.yaml", "version: 1\nkind: rules\npack: mine\nruls: []\n");
  wait_for("the packs that were in use go on");
  usleep(2'500'000);  // it looks again, and does not repeat itself
  Write("mine.yaml", kOtherPack);
  wait_for("the packs have changed and are in use");
  kill(child.pid(), SIGINT);
  const ChildResult result = child.Wait();
  EXPECT_EQ(result.code, 130) << result.err;
  EXPECT_THAT(result.err, HasSubstr("mine.yaml:4:"));
  const size_t first = result.err.find("go on");
  EXPECT_EQ(result.err.find("go on", first + 1), std::string::npos) << "said once";
}

}  // namespace
}  // namespace tocsin
