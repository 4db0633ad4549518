// tocsin ingest: read files, folders or standard input.
#include <CLI/CLI.hpp>

#include "cli/alert/matcher.h"
#include "cli/commands/commands.h"
#include "cli/commands/deliver.h"
#include "cli/commands/documents.h"

namespace tocsin {
namespace {

struct Flags {
  std::vector<std::string> paths;
  std::string content_type, source, published, language;
  int workers = 0;
};

Result<DecodeOptions> DecodeOf(const Flags& flags) {
  DecodeOptions options;
  options.language = flags.language;
  if (flags.published.empty()) return options;
  const auto published = ParseIsoTimestamp(flags.published);
  if (!published) {
    return Fail(Errc::kConfig, "--published: expected a date like 2026-01-31, found \"" + flags.published + "\"");
  }
  options.published = *published;
  return options;
}

int Finish(const PipelineReport& report, const std::vector<std::string>& unreadable, bool delivered) {
  Say("read " + Plural(report.documents, "document", "documents") + "  ·  " + Gain(report) +
      (report.articles_known > 0 ? "  ·  " + Plural(report.articles_known, "article", "articles") + " known" : ""));
  std::vector<std::string> problems = unreadable;
  problems.insert(problems.end(), report.problems.begin(), report.problems.end());
  const size_t total = unreadable.size() + report.problems_total;
  if (total > 0) {
    Say(Plural(total, "thing", "things") + " could not be read:");
    SayProblems(problems, total);
  }
  if (total > 0 && report.articles_new + report.articles_known == 0) return kFailed;
  return total > 0 || !delivered ? kPartial : kOk;
}

int Run(Session& session, const Flags& flags) {
  const auto config = session.GetConfig();
  if (!config) return Complain(config.error());
  const auto decode = DecodeOf(flags);
  if (!decode) return Complain(decode.error());
  const auto rulebook = session.GetRulebook();
  if (!rulebook) return Complain(rulebook.error());
  auto rules = session.AlertRules();
  if (!rules) return Complain(rules.error());
  auto log = session.OpenForWriting();
  if (!log) return Complain(log.error());

  const std::atomic<bool>& stop = StopOnSignals();
  const SystemClock clock;
  const AlertMatcher matcher = MakeAlertMatcher(std::move(*rules));
  PipelineOptions options;
  options.workers = WorkersOf(**config, flags.workers);
  DocumentStream documents(flags.paths, flags.content_type, flags.source, clock.Now());
  Pipeline pipeline(options, **rulebook, **log, matcher, clock);
  const auto report = pipeline.Ingest([&] { return documents.Next(); }, *decode, stop);
  if (!report) return Complain(report.error());
  const bool delivered = DeliverAlerts(**log, **config, stop);
  const int code = Finish(*report, documents.problems(), delivered);
  if (!stop) return code;
  Say("interrupted: what was read is kept; the same command goes on where it stopped");
  return kInterrupted;
}

}  // namespace

void AddIngest(CLI::App& app, Session& session) {
  auto flags = std::make_shared<Flags>();
  CLI::App* ingest =
      app.add_subcommand("ingest", "Read files, folders or standard input (text, HTML, feeds, JSON Lines)");
  ingest->add_option("FILE", flags->paths, "Files, folders, or - for standard input")->required();
  ingest->add_option("--content-type", flags->content_type, "What the files are (default: by name and bytes)");
  ingest->add_option("--source", flags->source, "Source that the articles are said to come from");
  ingest->add_option("--published", flags->published, "Publication date of text that bears none");
  ingest->add_option("--lang", flags->language, "Language of the text (default: as it says, or guessed)");
  ingest->add_option("--workers", flags->workers, "Reading threads (default: one a core)")->check(CLI::Range(1, 256));
  ingest->callback([flags, &session] { session.chosen = [flags, &session] { return Run(session, *flags); }; });
}

}  // namespace tocsin
