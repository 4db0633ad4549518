// The real program against a real socket: crawls, comes back, is killed, meets bad servers and bad files.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>

#include <atomic>
#include <filesystem>
#include <fstream>
#include <map>

#include "tests/support/child.h"
#include "tests/support/scripted_server.h"

namespace tocsin {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;
using testing::Not;

constexpr size_t kArticles = 12;

// ---- a small site -------------------------------------------------------------------------------
std::string ArticlePage(size_t number) {
  static const char* const kBuyers[] = {"Microsoft", "Nvidia", "Amazon", "Google"};
  const std::string title = "Deal number " + std::to_string(number);
  const std::string buyer = kBuyers[number % 4];
  return "<html lang=\"en\"><head><title>" + title +
         "</title><meta property=\"article:published_time\" content=\"2025-03-" + std::to_string(10 + number) +
         "T08:00:00Z\"></head><body><nav><a href=\"/\">Home</a></nav><article><h1>" + title + "</h1><p>" + buyer +
         " has acquired a " + std::to_string(number + 5) + "% stake in Anthropic for $" + std::to_string(number + 2) +
         " billion, the companies said in a statement on Monday.</p><p>The transaction, number " +
         std::to_string(number) +
         " in a row of such deals this spring, was reviewed by the competition authority over several months, and "
         "people "
         "who followed it described the talks as long but without quarrel.</p><p>Neither side wanted to speak about "
         "the "
         "next steps, which depend on the boards of both companies and on the state of the "
         "market.</p></article></body></html>";
}

std::string Feed(const std::string& origin) {
  std::string feed =
      "<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>Deals</title><link>" + origin + "/</link>";
  for (size_t i = 0; i < kArticles; ++i) {
    const std::string url = origin + "/deal/" + std::to_string(i) + ".html";
    feed += "<item><title>Deal number " + std::to_string(i) + "</title><link>" + url + "</link><guid>" + url +
            "</guid></item>";
  }
  return feed + "</channel></rss>";
}

// Answers like a good site: validators on everything.
LoopbackAnswer GoodSite(const ScriptedRequest& request) {
  LoopbackAnswer answer;
  const std::string origin = "http://" + request.Header("Host");
  if (request.path == "/robots.txt") return {200, "text/plain", "User-agent: *\nDisallow: /deal/3.html\n", ""};
  if (request.path == "/feed.xml") {
    answer.content_type = "application/rss+xml";
    answer.body = Feed(origin);
  } else if (request.path.starts_with("/deal/")) {
    answer.body = ArticlePage(size_t(std::stoul(request.path.substr(6))));
  } else {
    return {404, "text/html", "gone", ""};
  }
  const std::string etag = "\"" + std::to_string(std::hash<std::string>()(answer.body)) + "\"";
  if (request.Header("If-None-Match") == etag) return {304, answer.content_type, "", "ETag: " + etag + "\r\n"};
  answer.headers = "ETag: " + etag + "\r\n";
  return answer;
}

class EndToEnd : public testing::Test {
 protected:
  EndToEnd() {
    const std::string name = testing::UnitTest::GetInstance()->current_test_info()->name();
    folder_ = fs::path(testing::TempDir()) / ("e2e_" + std::to_string(getpid()) + "_" + name);
    fs::remove_all(folder_);
    fs::create_directories(folder_);
  }
  ~EndToEnd() override { fs::remove_all(folder_); }

  void Write(const std::string& name, const std::string& text) const { std::ofstream(folder_ / name) << text; }

  void Configure(const std::string& url, const std::string& more = "") const {
    Write("tocsin.yaml",
          "crawl: {delay: 0s, attempts: 2, timeout: 5s}\nsources:\n- {id: site, url: \"" + url + "\"}\n" + more);
  }

  std::vector<std::string> Words(std::vector<std::string> arguments) const {
    arguments.insert(arguments.begin(), TOCSIN_BINARY_DIR "/tocsin");
    return arguments;
  }
  ChildResult Run(std::vector<std::string> arguments) const {
    return Child(Words(std::move(arguments)), folder_.string()).Wait();
  }

  // What the store says, without ids that depend on the port.
  std::string Contents(const std::string& store) const {
    const ChildResult rows = Run({"query", "--store", store, "--format", "csv", "--limit", "1000"});
    EXPECT_EQ(rows.code, 0) << rows.err;
    return rows.out;
  }

  fs::path folder_;
};

TEST_F(EndToEnd, FirstCrawlThenNothingNew) {
  ScriptedServer site(GoodSite);
  Configure(site.origin() + "/feed.xml", "alerts:\n- {id: any, when: \"\\\"stake\\\"\", on: new_report}\n");
  const ChildResult first = Run({"crawl"});
  EXPECT_EQ(first.code, 0) << first.err;
  EXPECT_THAT(first.err, HasSubstr("11 articles new"));
  for (const ScriptedRequest& request : site.requests())
    EXPECT_NE(request.path, "/deal/3.html") << "robots.txt forbids it";

  const size_t asked = site.requests().size();
  const std::string stored = Contents("data");
  const ChildResult second = Run({"crawl"});
  EXPECT_EQ(second.code, 0) << second.err;
  EXPECT_THAT(second.err, HasSubstr("nothing new"));
  EXPECT_THAT(second.err, HasSubstr("1 unchanged"));
  EXPECT_EQ(second.out, "") << "nothing rings twice";
  EXPECT_LE(site.requests().size() - asked, 2u) << "robots.txt and the feed, no page again";
  EXPECT_EQ(Contents("data"), stored);
  EXPECT_EQ(Run({"store", "verify"}).code, 0);
}

TEST_F(EndToEnd, KilledAtAnyRequestItLosesNothingAndStoresNothingTwice) {
  std::atomic<int> countdown{-1};
  std::atomic<pid_t> victim{0};
  ScriptedServer site([&](const ScriptedRequest& request) {
    if (countdown-- == 0) kill(victim, SIGKILL);
    return GoodSite(request);
  });
  Configure(site.origin() + "/feed.xml");
  ASSERT_EQ(Run({"crawl", "--store", "whole"}).code, 0);
  const std::string whole = Contents("whole");

  for (const int at : {1, 2, 4, 5, 7}) {
    countdown = -1;
    Child child(Words({"crawl", "--store", "broken"}), folder_.string());
    victim = child.pid();
    countdown = at;
    const ChildResult result = child.Wait();
    countdown = -1;
    if (result.code == 0) break;  // nothing was left to be killed in
    EXPECT_EQ(result.code, 128 + SIGKILL) << result.err;
  }
  const ChildResult last = Run({"crawl", "--store", "broken"});
  EXPECT_EQ(last.code, 0) << last.err;
  EXPECT_EQ(Run({"store", "verify", "--store", "broken"}).code, 0);

  // The same articles and events; ids and sequence follow the order of arrival, which a kill may change.
  const auto titles = [&](const std::string& store) {
    const ChildResult rows = Run({"query", "--store", store, "--format", "jsonl", "--limit", "1000"});
    std::vector<std::string> found;
    std::istringstream lines(rows.out);
    for (std::string line; std::getline(lines, line);) {
      const size_t title = line.find("\"title\":"), type = line.find("\"type\":");
      found.push_back(line.substr(title, line.find('}', title) - title) +
                      line.substr(type, line.find("\"confidence\"") - type));
    }
    std::sort(found.begin(), found.end());
    return found;
  };
  EXPECT_EQ(titles("broken"), titles("whole"));
}

TEST_F(EndToEnd, AnInterruptEndsItCleanly) {
  std::atomic<int> countdown{4};
  std::atomic<pid_t> victim{0};
  ScriptedServer site([&](const ScriptedRequest& request) {
    if (countdown-- == 0) kill(victim, SIGINT);
    return GoodSite(request);
  });
  Configure(site.origin() + "/feed.xml");
  countdown = 1'000'000;
  Child child(Words({"crawl"}), folder_.string());
  victim = child.pid();
  countdown = 4;
  const ChildResult result = child.Wait();
  EXPECT_EQ(result.code, 130) << result.err;
  EXPECT_THAT(result.err, HasSubstr("interrupted"));
  EXPECT_EQ(Run({"crawl"}).code, 0);
}

// ---- bad weather --------------------------------------------------------------------------------
TEST_F(EndToEnd, BadServersAreReportedAndTheRestGoesOn) {
  ScriptedServer site([](const ScriptedRequest& request) -> LoopbackAnswer {
    const std::string origin = "http://" + request.Header("Host");
    if (request.path == "/feed.xml") {
      return {200, "application/rss+xml",
              "<rss version=\"2.0\"><channel><title>x</title><item><link>" + origin +
                  "/deal/1.html</link></item><item><link>" + origin + "/noise.html</link></item><item><link>" + origin +
                  "/cut.html</link></item></channel></rss>",
              ""};
    }
    if (request.path == "/noise.html")
      return {200, "text/html", "<html><body><a href=\"/\">Home</a></body></html>", ""};
    if (request.path == "/cut.html")
      return {200, "text/html", std::string("\x1f\x8b\x08\0\0\0\0\0\0\x03\xed\x7d", 12), "Content-Encoding: gzip\r\n"};
    return GoodSite(request);
  });
  Write("tocsin.yaml", "crawl: {delay: 0s, attempts: 1, timeout: 5s}\nsources:\n- {id: good, url: \"" + site.origin() +
                           "/feed.xml\"}\n- {id: gone, url: \"" + site.origin() +
                           "/no-such-feed.xml\"}\n- {id: dead, url: \"http://127.0.0.1:1/feed\"}\n");
  const ChildResult crawl = Run({"crawl"});
  EXPECT_EQ(crawl.code, 3) << crawl.err;
  EXPECT_THAT(crawl.err, HasSubstr("1 article new"));
  EXPECT_THAT(crawl.err, HasSubstr("404"));
  EXPECT_THAT(crawl.err, HasSubstr("127.0.0.1:1"));
  EXPECT_THAT(crawl.err, HasSubstr("noise.html"));
  EXPECT_THAT(crawl.err, HasSubstr("cut.html"));
  EXPECT_THAT(crawl.err, HasSubstr("tocsin sources check"));
  const ChildResult check = Run({"sources", "check"});
  EXPECT_EQ(check.code, 3);
  EXPECT_THAT(check.out, HasSubstr("404"));
}

TEST_F(EndToEnd, EverythingDeadIsAFailure) {
  Configure("http://127.0.0.1:1/feed");
  EXPECT_EQ(Run({"crawl"}).code, 1);
}

TEST_F(EndToEnd, MistakesAreSaidWithTheirPlaceAndCode) {
  Write("broken.yaml", "store: data\nsources:\n  - {id: a, url: \"https://a.example/\", knid: feed}\n");
  Write("news.txt", "A headline\n\nSome words that hold no event at all, but make up an article.\n");
  Write("bad.jsonl", "{\"title\": \"x\", \"text\": \"The ministry met.\"}\n{broken\n");
  Write("file", "");
  struct Case {
    std::vector<std::string> arguments;
    int code;
    const char* message;
  };
  const Case kCases[] = {
      {{"crawl", "--config", "broken.yaml"}, 2, "broken.yaml:3:40: unknown key \"knid\"; did you mean kind?"},
      {{"crawl", "--config", "absent.yaml"}, 2, "absent.yaml: there is no such file"},
      {{"crawl"}, 2, "no sources"},
      {{"crawl", "nosuch"}, 2, "no source is called \"nosuch\""},
      {{"crwl"}, 2, "did you mean crawl?"},
      {{"crawl", "--folow"}, 2, "did you mean --follow?"},
      {{"query", "--format", "jsn"}, 2, "did you mean json?"},
      {{"query", "actr:Intel"}, 2, "did you mean actor?"},
      {{"show", "zz"}, 2, "show zz"},
      {{"alerts", "lst"}, 2, "did you mean list?"},
      {{"timeline", "--by", "mont"}, 2, "did you mean month?"},
      {{"store", "stats"}, 1, "nothing is stored there yet"},
      {{"ingest", "absent.txt"}, 1, "absent.txt"},
      {{"ingest", "--published", "soon", "news.txt"}, 2, "--published"},
      {{"ingest", "--store", "file/below", "news.txt"}, 1, "file/below"},
      {{"ingest", "bad.jsonl"}, 3, "bad.jsonl#L2"},
      {{"ingest", "news.txt"}, 0, "1 article new"},
      {{"ingest", "news.txt"}, 0, "1 article known"},
      {{"show", "0000000000000"}, 1, "show 0000000000000"},
      {{"query", "-type:policy"}, 0, "nothing matches"},
  };
  for (const Case& c : kCases) {
    const ChildResult result = Run(c.arguments);
    EXPECT_EQ(result.code, c.code) << c.arguments[0] << ": " << result.err;
    EXPECT_THAT(result.err, HasSubstr(c.message)) << c.arguments[0];
  }
}

TEST_F(EndToEnd, TheDoctorLooksAtWhatIsNotThereYet) {
  Write("file", "");
  fs::create_directories(folder_ / "empty");
  const struct {
    std::vector<std::string> arguments;
    int code;
    const char* line;
  } kRows[] = {
      {{"doctor"}, 0, "begins with the first crawl"},
      {{"doctor", "--store", "new/store/"}, 0, "begins with the first crawl"},
      {{"doctor", "--store", "empty"}, 0, "begins with the first crawl"},
      {{"doctor", "--store", "file"}, 1, "is no folder"},
      {{"doctor", "--store", "file/below"}, 1, "is no folder"},
      {{"doctor", "--store", "."}, 1, "holds other files and is no store"},
      {{"doctor", "--config", "."}, 1, "is a folder, not a configuration file"},
  };
  for (const auto& row : kRows) {
    const ChildResult result = Run(row.arguments);
    EXPECT_EQ(result.code, row.code) << result.out;
    EXPECT_THAT(result.out, HasSubstr(row.line));
    EXPECT_EQ(result.err.find("everything is in order") != std::string::npos, row.code == 0) << result.err;
  }
}

TEST_F(EndToEnd, OneWriterManyReaders) {
  std::atomic<bool> first{true};
  ChildResult second, reader;
  std::function<void()> while_crawling;
  ScriptedServer site([&](const ScriptedRequest& request) {
    if (request.path == "/deal/5.html" && first.exchange(false)) while_crawling();
    return GoodSite(request);
  });
  Configure(site.origin() + "/feed.xml");
  fs::create_directories(folder_ / "other");
  while_crawling = [&] {
    const std::string store = (folder_ / "data").string(), other = (folder_ / "other").string();
    Write("other/news.txt", "A headline\n\nSome words.\n");
    second = Child(Words({"ingest", "--store", store, "news.txt"}), other).Wait();
    reader = Child(Words({"query", "--store", store}), other).Wait();
  };
  EXPECT_EQ(Run({"crawl"}).code, 0);
  EXPECT_EQ(second.code, 1) << second.err;
  EXPECT_THAT(second.err, HasSubstr("data")) << "names the store";
  EXPECT_EQ(reader.code, 0) << reader.err;
}

TEST_F(EndToEnd, OutputIsDataAndNothingElse) {
  Write("in.jsonl",
        "{\"id\": \"r1\", \"url\": \"https://example.org/1\", \"source\": \"Example\", \"title\": "
        "\"Stake\\u001b[31m\", \"lang\": "
        "\"en\", \"published\": \"2025-08-22\", \"text\": \"Microsoft acquired a 10% stake in Anthropic for $8.9 "
        "billion.\"}\n");
  ASSERT_EQ(Run({"ingest", "in.jsonl"}).code, 0);
  const ChildResult rows = Run({"query", "--format", "jsonl"});
  EXPECT_THAT(rows.out, HasSubstr("\"ref\":\"r1\""));
  EXPECT_THAT(rows.out, HasSubstr("\"url\":\"https://example.org/1\""));
  EXPECT_EQ(rows.err, "");
  const ChildResult table = Run({"query", "--format", "table"});
  EXPECT_THAT(table.out, Not(HasSubstr("\x1b["))) << "no colour off a terminal, and none from a title";
  const ChildResult timeline = Run({"timeline", "entity:Microsoft"});
  EXPECT_THAT(timeline.out, HasSubstr("2025-08-22"));
  EXPECT_THAT(timeline.out, HasSubstr("USD 8.9 bn"));
}

}  // namespace
}  // namespace tocsin
