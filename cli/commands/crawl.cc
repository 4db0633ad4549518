// tocsin crawl: visit the sources, read what is new, ring.
#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <chrono>
#include <cstdio>
#include <functional>
#include <map>
#include <memory>

#include "cli/alert/matcher.h"
#include "cli/commands/commands.h"
#include "cli/commands/deliver.h"
#include "cli/output/words.h"
#include "ingest/base/suggest.h"
#include "ingest/web.h"

namespace tocsin {
namespace {

using Steady = std::chrono::steady_clock;
constexpr int kBarColumns = 20;

struct Flags {
  std::vector<std::string> sources;
  bool once = false, follow = false;
  int workers = 0;
};

// A source that stands only on the command line: `tocsin crawl https://example.org/feed.xml`.
std::optional<Source> FromAddress(const std::string& address) {
  const auto url = ParseUrl(address);
  if (!url || (url->scheme != "http" && url->scheme != "https")) return std::nullopt;
  Source source;
  source.id = source.name = url->host;
  source.url = url->href;
  return source;
}

Result<Source> FindSource(const Config& config, const std::string& word) {
  std::vector<std::string_view> ids;
  for (const Source& source : config.sources) {
    if (source.id == word) return source;
    ids.push_back(source.id);
  }
  if (auto source = FromAddress(word)) return *source;
  return Fail(Errc::kConfig, "no source is called \"" + word + "\"" + DidYouMean(word, ids));
}

Result<std::vector<Source>> ChooseSources(const Config& config, const std::vector<std::string>& words) {
  std::vector<Source> chosen;
  for (const std::string& word : words) {
    auto source = FindSource(config, word);
    if (!source) return tl::unexpected(source.error());
    source->enabled = true;
    chosen.push_back(std::move(*source));
  }
  if (!words.empty()) return chosen;
  for (const Source& source : config.sources) {
    if (source.enabled) chosen.push_back(source);
  }
  if (!chosen.empty()) return chosen;
  return Fail(Errc::kConfig,
              "no sources: name one (`tocsin crawl https://example.org/feed.xml`), or list them in tocsin.yaml "
              "(`include: samples/sources.yaml` is a start)");
}

HttpOptions HttpOf(const Config& config, const std::vector<Source>& sources) {
  HttpOptions http;
  if (config.crawl.agent != CrawlOptions().agent) http.user_agent = config.crawl.agent;
  http.timeout_ms = config.timeout_seconds * 1'000;
  for (const Source& source : sources) {
    if (const auto url = ParseUrl(source.url)) http.allowed_hosts.push_back(url->host);
  }
  return http;
}

std::string Clocked(Steady::time_point since) {
  const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(Steady::now() - since).count();
  return fmt::format("{}:{:02}", seconds / 60, seconds % 60);
}

// One line that is drawn over and over; nothing at all off a terminal.
class ProgressLine {
 public:
  ProgressLine() : screen_(ScreenOf(2)) {}

  void Draw(const CrawlProgress& now, const PipelineReport& report) {
    if (!screen_.terminal || (drawn_ && Steady::now() - last_ < std::chrono::milliseconds(100))) return;
    last_ = Steady::now();
    drawn_ = true;
    const size_t sources = std::max<size_t>(now.sources, 1);
    std::string bar;
    for (size_t i = 0; i < kBarColumns; ++i) bar += i * sources < now.sources_done * kBarColumns ? "━" : "─";
    const std::string line =
        fmt::format("crawling {} {} {}/{}  ·  {}  ·  {}  ·  {}", Plural(now.sources, "source", "sources"), bar,
                    now.sources_done, now.sources, Plural(now.pages, "page", "pages"), Gain(report), Clocked(began_));
    std::fprintf(stderr, "\r%s\033[K", Fit(line, screen_.columns - 1).c_str());
  }
  void Clear() {
    if (drawn_) std::fputs("\r\033[K", stderr);
    drawn_ = false;
  }
  std::string Elapsed() const { return Clocked(began_); }

 private:
  Screen screen_;
  Steady::time_point began_ = Steady::now(), last_;
  bool drawn_ = false;
};

bool Failed(const SourceReport& source) {
  return source.listings + source.not_modified == 0 && !source.problems.empty();
}

void SaySummary(const PipelineReport& report, const std::string& elapsed) {
  size_t pages = 0, not_modified = 0;
  for (const SourceReport& source : report.sources) {
    pages += source.pages;
    not_modified += source.not_modified;
  }
  std::string line = "crawled " + Plural(report.sources.size(), "source", "sources");
  if (not_modified > 0) line += fmt::format(" ({} unchanged)", not_modified);
  Say(line + "  ·  " + Plural(pages, "page", "pages") + "  ·  " + Gain(report) + "  ·  " + elapsed);
}

void SaySourceProblems(const PipelineReport& report) {
  size_t unwell = 0;
  for (const SourceReport& source : report.sources) {
    if (source.problems.empty()) continue;
    ++unwell;
    Say(source.source_id + ":");
    SayProblems(source.problems, source.problems.size());
  }
  if (unwell > 0) Say(Plural(unwell, "source needs", "sources need") + " a look: tocsin sources check");
  if (report.problems_total > 0) {
    Say(Plural(report.problems_total, "page was", "pages were") + " left out:");
    SayProblems(report.problems, report.problems_total);
  }
}

// 0, 3 when some sources failed, 1 when all did.
int CodeOf(const PipelineReport& report) {
  size_t failed = 0;
  for (const SourceReport& source : report.sources) failed += Failed(source);
  if (failed == 0) return kOk;
  return failed == report.sources.size() ? kFailed : kPartial;
}

class Crawling {
 public:
  Crawling(const Config& config, EventLog& log, int workers) : config_(config), log_(log) {
    options_.workers = WorkersOf(config, workers);
  }

  // From now on, with these packs.
  void Use(std::shared_ptr<const Rulebook> rulebook, std::vector<AlertRule> rules) {
    matcher_ = MakeAlertMatcher(std::move(rules));
    pipeline_ = std::make_unique<Pipeline>(options_, *rulebook, log_, matcher_, clock_);
    rulebook_ = std::move(rulebook);
  }

  int Once(const std::vector<Source>& sources, const std::atomic<bool>& stop) {
    auto http = MakeHttpClient(HttpOf(config_, sources));
    if (!http) return Complain(http.error());
    ProgressLine line;
    const auto draw = [&](const CrawlProgress& now, const PipelineReport& report) { line.Draw(now, report); };
    const auto report = pipeline_->CrawlOnce(sources, config_.crawl, **http, draw, stop);
    line.Clear();
    if (!report) return Complain(report.error());
    SaySummary(*report, line.Elapsed());
    SaySourceProblems(*report);
    const bool delivered = DeliverAlerts(log_, config_, stop);
    if (stop) return Interrupted();
    const int code = CodeOf(*report);
    return code == kOk && !delivered ? kPartial : code;
  }

  // Visits each source whenever its interval has passed, until a signal comes. Between visits, `refresh` is called.
  int Follow(const std::vector<Source>& sources, const std::function<void()>& refresh, const std::atomic<bool>& stop) {
    std::map<std::string, int64_t> due;  // seconds since 1970
    while (!stop) {
      refresh();
      std::vector<Source> now;
      for (const Source& source : sources) {
        if (due[source.id] > clock_.Now().seconds) continue;
        due[source.id] = clock_.Now().seconds + source.interval_minutes * 60;
        now.push_back(source);
      }
      if (now.empty()) {
        WaitMilliseconds(1'000);
        continue;
      }
      const int code = Once(now, stop);
      if (code == kUsage || code == kInterrupted) return code;
    }
    return Interrupted();
  }

 private:
  static int Interrupted() {
    Say("interrupted: what was read is kept, the rest is fetched next time");
    return kInterrupted;
  }

  const Config& config_;
  EventLog& log_;
  PipelineOptions options_;
  std::shared_ptr<const Rulebook> rulebook_;
  AlertMatcher matcher_;
  SystemClock clock_;
  std::unique_ptr<Pipeline> pipeline_;
};

// Takes up pack files that have changed. A mistake in them is said once, and the packs before go on.
void Refresh(Session& session, Crawling& crawling) {
  const auto reloaded = session.ReloadRulebook();
  if (reloaded && !*reloaded) return;
  auto rules = reloaded ? session.AlertRules() : Result<std::vector<AlertRule>>(tl::unexpected(reloaded.error()));
  if (!rules) {
    Complain(rules.error());
    Say("the packs that were in use go on");
    return;
  }
  const auto rulebook = session.GetRulebook();
  if (!rulebook) return;
  crawling.Use(*rulebook, std::move(*rules));
  Say("the packs have changed and are in use: " + Plural((*rulebook)->Rules().size(), "rule", "rules") + ", hash " +
      (*rulebook)->hash() + "; what is stored stays as it was read: tocsin rules diff");
}

int Run(Session& session, const Flags& flags) {
  const auto config = session.GetConfig();
  if (!config) return Complain(config.error());
  const auto sources = ChooseSources(**config, flags.sources);
  if (!sources) return Complain(sources.error());
  const auto rulebook = session.GetRulebook();
  if (!rulebook) return Complain(rulebook.error());
  auto rules = session.AlertRules();
  if (!rules) return Complain(rules.error());
  auto log = session.OpenForWriting();
  if (!log) return Complain(log.error());
  const std::atomic<bool>& stop = StopOnSignals();
  Crawling crawling(**config, **log, flags.workers);
  crawling.Use(*rulebook, std::move(*rules));
  if (!flags.follow) return crawling.Once(*sources, stop);
  return crawling.Follow(
      *sources, [&] { Refresh(session, crawling); }, stop);
}

}  // namespace

void AddCrawl(CLI::App& app, Session& session) {
  auto flags = std::make_shared<Flags>();
  CLI::App* crawl = app.add_subcommand("crawl", "Visit the sources, store what happened, ring");
  crawl->add_option("SOURCE", flags->sources, "Ids of sources, or addresses; all enabled ones when none is given");
  auto* once = crawl->add_flag("--once", flags->once, "One visit to each (the default)");
  crawl->add_flag("--follow", flags->follow, "Keep visiting, each source at its interval, until interrupted")
      ->excludes(once);
  crawl->add_option("--workers", flags->workers, "Reading threads (default: one a core)")->check(CLI::Range(1, 256));
  crawl->callback([flags, &session] { session.chosen = [flags, &session] { return Run(session, *flags); }; });
}

}  // namespace tocsin
