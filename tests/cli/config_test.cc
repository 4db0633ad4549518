// Settings by strength, and mistakes with their place.
#include "cli/config.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

namespace tocsin {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;

class ConfigTest : public testing::Test {
 protected:
  ConfigTest() : folder_(fs::path(testing::TempDir()) / ("config_" + std::to_string(::getpid()) + "_" + Name())) {
    fs::create_directories(folder_);
  }
  ~ConfigTest() override { fs::remove_all(folder_); }

  static std::string Name() { return testing::UnitTest::GetInstance()->current_test_info()->name(); }

  std::string Write(const std::string& name, const std::string& text) const {
    const fs::path path = folder_ / name;
    fs::create_directories(path.parent_path());
    std::ofstream(path) << text;
    return path.string();
  }

  // Loads one file that must be wrong, and gives the message without its folder.
  std::string Wrong(const std::string& text) const {
    ConfigPlaces places;
    places.files = {Write("tocsin.yaml", text)};
    const auto config = LoadConfig(places);
    if (config) return "(accepted)";
    std::string what = config.error().what;
    const std::string prefix = folder_.string() + "/";
    for (size_t at; (at = what.find(prefix)) != std::string::npos;) what.erase(at, prefix.size());
    return what;
  }

  fs::path folder_;
};

std::string OriginOf(const Config& config, const std::string& name) {
  for (const Setting& setting : config.settings) {
    if (setting.name == name) return setting.value + " <- " + setting.origin;
  }
  return "(none)";
}

TEST_F(ConfigTest, WorksWithoutAnyFile) {
  ConfigPlaces places;
  places.files = {(folder_ / "absent.yaml").string()};
  const auto config = LoadConfig(places);
  ASSERT_TRUE(config.has_value()) << config.error().what;
  EXPECT_EQ(config->store, "./data");
  EXPECT_TRUE(config->sources.empty());
  ASSERT_EQ(config->channels.size(), 1u);
  EXPECT_EQ(config->channels[0].id, "stdout");
}

TEST_F(ConfigTest, AFileThatWasNamedMustExist) {
  ConfigPlaces places;
  places.files = {(folder_ / "absent.yaml").string()};
  places.required = true;
  const auto config = LoadConfig(places);
  ASSERT_FALSE(config.has_value());
  EXPECT_EQ(config.error().code, Errc::kConfig);
}

TEST_F(ConfigTest, AFolderIsNoConfiguration) {
  ConfigPlaces places;
  places.files = {folder_.string()};
  for (const bool required : {true, false}) {
    places.required = required;
    const auto config = LoadConfig(places);
    ASSERT_FALSE(config.has_value());
    EXPECT_NE(config.error().what.find("is a folder, not a configuration file"), std::string::npos);
  }
}

TEST_F(ConfigTest, TheStrongestPlaceWins) {
  ConfigPlaces places;
  places.files = {Write("etc.yaml", "workers: 2\ncrawl: {delay: 5s, agent: Etc}\n"),
                  Write("user.yaml", "crawl:\n  delay: 250ms\n")};
  places.environment = {{"TOCSIN_WORKERS", "3"}, {"TOCSIN_STORE", "/env"}};
  places.flags = {{"store", "/flag"}};
  const auto config = LoadConfig(places);
  ASSERT_TRUE(config.has_value()) << config.error().what;
  EXPECT_EQ(OriginOf(*config, "store"), "/flag <- --store");
  EXPECT_EQ(OriginOf(*config, "workers"), "3 <- TOCSIN_WORKERS");
  EXPECT_EQ(OriginOf(*config, "crawl.delay"), "250ms <- " + places.files[1] + ":2:10");
  EXPECT_EQ(OriginOf(*config, "crawl.agent"), "Etc <- " + places.files[0] + ":2:27");
  EXPECT_EQ(OriginOf(*config, "crawl.attempts"), "3 <- default");
  EXPECT_EQ(config->crawl.host_delay_ms, 250);
}

TEST_F(ConfigTest, SourcesAreCollectedAndReplacedById) {
  Write("list/more.yaml",
        "sources:\n- {id: a, url: \"https://a.example/\"}\n- {id: b, url: \"https://b.example/\", interval: 2h}\n");
  ConfigPlaces places;
  places.files = {Write(
      "tocsin.yaml",
      "include: list/more.yaml\nsources:\n- {id: a, url: \"https://new.example/feed\", kind: feed, enabled: no}\n")};
  const auto config = LoadConfig(places);
  ASSERT_TRUE(config.has_value()) << config.error().what;
  ASSERT_EQ(config->sources.size(), 2u);
  EXPECT_EQ(config->sources[0].url, "https://new.example/feed");
  EXPECT_EQ(config->sources[0].kind, SourceKind::kFeed);
  EXPECT_FALSE(config->sources[0].enabled);
  EXPECT_EQ(config->sources[1].interval_minutes, 120);
}

TEST_F(ConfigTest, AlertsAndChannels) {
  ConfigPlaces places;
  places.files = {
      Write("tocsin.yaml",
            "channels:\n- {id: log, kind: file, path: rung.jsonl}\n"
            "- {id: ops, kind: webhook, url: \"https://hooks.example/x\", secret_file: ops.secret}\n"
            "alerts:\n- {id: stake, when: \"type:investment\", on: [status_change, amount_change], to: [log, ops]}\n"
            "- {id: all, when: \"status:completed\"}\n")};
  const auto config = LoadConfig(places);
  ASSERT_TRUE(config.has_value()) << config.error().what;
  EXPECT_EQ(config->channels[1].path, (folder_ / "rung.jsonl").string());
  EXPECT_EQ(config->channels[2].secret_file, (folder_ / "ops.secret").string());
  ASSERT_EQ(config->alerts.size(), 2u);
  EXPECT_EQ(config->alerts[0].on.size(), 2u);
  EXPECT_EQ(config->alerts[1].to, std::vector<std::string>{"stdout"});
}

TEST_F(ConfigTest, MistakesNameTheirPlace) {
  struct Case {
    const char* text;
    const char* message;
  };
  const Case kCases[] = {
      {"stroe: x\n", "tocsin.yaml:1:1: unknown key \"stroe\"; did you mean store?"},
      {"crawl:\n  delya: 1s\n", "tocsin.yaml:2:3: unknown key \"delya\"; did you mean delay?"},
      {"crawl: {delay: soon}\n", "tocsin.yaml:1:16: expected a time like 500ms, 1s, 30m or 12h, found \"soon\""},
      {"workers: many\n", "tocsin.yaml:1:10: expected a number from 0 to 256, found \"many\""},
      {"workers: -1\n", "tocsin.yaml:1:10: expected a number from 0 to 256, found \"-1\""},
      {"sources: {}\n", "tocsin.yaml:1:10: expected a list under \"sources\""},
      {"sources:\n- {url: \"https://a.example/\"}\n", "tocsin.yaml:2:3: \"id\" is missing"},
      {"sources:\n- {id: a}\n", "tocsin.yaml:2:3: \"url\" is missing"},
      {"sources:\n- {id: a, url: ftp://a.example/}\n",
       "tocsin.yaml:2:16: expected an http or https address, found \"ftp://a.example/\""},
      {"sources:\n- {id: a b, url: \"https://a.example/\"}\n", "an id has letters"},
      {"sources:\n- {id: a, url: \"https://a.example/\", kind: fead}\n",
       "unknown kind \"fead\" (one of auto, feed, sitemap, page); did you mean feed?"},
      {"sources:\n- {id: a, url: \"https://a.example/\", interval: 3s}\n", "expected 1m to 366d, found \"3s\""},
      {"sources:\n- {id: a, url: \"https://a.example/\"}\n- {id: a, url: \"https://b.example/\"}\n",
       "tocsin.yaml:3:3: the id \"a\" stands twice, first at tocsin.yaml:2:3"},
      {"channels:\n- {id: x}\n", "\"kind\" is missing"},
      {"channels:\n- {id: x, kind: file}\n", "\"path\" is missing"},
      {"alerts:\n- {id: x, when: \"a\", to: [opps]}\n", "no channel is called \"opps\""},
      {"alerts:\n- {id: x, when: \"a\", on: status_chnage}\n", "did you mean status_change?"},
      {"include: gone.yaml\n", "tocsin.yaml:1:10: gone.yaml: cannot be read"},
      {"include: tocsin.yaml\n", "files include each other too deeply"},
      {"[1, 2]\n", "expected settings like"},
      {"store: [\n", "tocsin.yaml:"},
  };
  for (const Case& c : kCases) EXPECT_THAT(Wrong(c.text), HasSubstr(c.message)) << c.text;
}

TEST_F(ConfigTest, EnvironmentMistakesAreSaid) {
  ConfigPlaces places;
  places.environment = {{"TOCSIN_STOR", "x"}};
  const auto config = LoadConfig(places);
  ASSERT_TRUE(config.has_value());
  ASSERT_EQ(config->warnings.size(), 1u);
  EXPECT_EQ(config->warnings[0], "TOCSIN_STOR is not a setting; did you mean TOCSIN_STORE?");
  places.environment = {{"TOCSIN_WORKERS", "x"}};
  EXPECT_THAT(LoadConfig(places).error().what, HasSubstr("TOCSIN_WORKERS: expected a number"));
}

TEST(Duration, AsWritten) {
  struct Case {
    const char* text;
    int64_t ms;  // -1: refused
  };
  const Case kCases[] = {{"500ms", 500},
                         {"1s", 1000},
                         {"2", 2000},
                         {"30m", 1'800'000},
                         {"12h", 43'200'000},
                         {"7d", 604'800'000},
                         {"", -1},
                         {"s", -1},
                         {"1x", -1},
                         {"-1s", -1},
                         {"1.5s", -1},
                         {"1 s", -1},
                         {"99999999999999999999s", -1}};
  for (const Case& c : kCases) EXPECT_EQ(ParseDuration(c.text).value_or(-1), c.ms) << c.text;
}

}  // namespace
}  // namespace tocsin
