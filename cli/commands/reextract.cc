// tocsin reextract: the whole archive, read again with the packs as they are now.
#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <cstdio>
#include <filesystem>

#include "cli/commands/commands.h"
#include "cli/commands/deliver.h"
#include "cli/output/words.h"
#include "cli/pipeline.h"
#include "cli/reading.h"
#include "ingest/base/hash.h"

namespace tocsin {
namespace {

// What an interrupted run read is of no use to another program, or when a source's country has been put right.
std::string ReaderOf(const std::vector<Source>& sources) {
  std::error_code error;
  const std::filesystem::path program = "/proc/self/exe";
  std::string all = std::to_string(std::filesystem::file_size(program, error)) + " " +
                    std::to_string(std::filesystem::last_write_time(program, error).time_since_epoch().count());
  for (const Source& source : sources) all += "\n" + source.id + " " + source.jurisdiction + " " + source.language;
  return HashHex128(all);
}

int Run(Session& session) {
  const auto config = session.GetConfig();
  if (!config) return Complain(config.error());
  const auto rulebook = session.GetRulebook();
  if (!rulebook) return Complain(rulebook.error());
  auto log = session.OpenForWriting();
  if (!log) return Complain(log.error());
  const SourcesById sources = ById((*config)->sources);
  const std::atomic<bool>& stop = StopOnSignals();
  const Screen screen = ScreenOf(2);
  bool drawn = false;
  ReextractOptions options;
  options.run = (*rulebook)->hash();
  options.reader = ReaderOf((*config)->sources);
  options.read = [&](const Article& article) { return ReadArticle(article, sources, **rulebook).events; };
  options.read_all = [&, workers = WorkersOf(**config, 0)](const std::vector<Article>& articles) {
    return ReadOnThreads(articles, workers, options.read);
  };
  options.stop = [&] { return stop.load(); };
  options.progress = [&](const ReextractProgress& now) {
    if (!screen.terminal || now.articles % 64 != 0) return;
    drawn = true;
    std::fprintf(stderr, "\rreading %s of %s\033[K", WithSeparators(now.articles).c_str(),
                 Plural(now.of, "article", "articles").c_str());
  };
  const auto report = (*log)->Reextract(options);
  if (drawn) std::fputs("\r\033[K", stderr);
  if (!report) return Complain(While("reextract", report.error()));
  if (!report->finished) {
    Say("interrupted: the stored events are as they were; the same command goes on where it stopped");
    return kInterrupted;
  }
  Say("read " + Plural(report->articles, "article", "articles") + " with packs " + options.run.substr(0, 8) +
      (report->kept > 0 ? " (" + WithSeparators(report->kept) + " were read before the interruption)" : "") + "  ·  " +
      fmt::format("{} gained, {} lost, {} changed, {} the same", report->gained, report->lost, report->changed,
                  report->same) +
      "  ·  " + Plural(report->storylines, "storyline", "storylines") +
      (report->storylines != report->storylines_before ? ", " + WithSeparators(report->storylines_before) + " before"
                                                       : ""));
  return kOk;
}

}  // namespace

void AddReextract(CLI::App& app, Session& session) {
  CLI::App* reextract = app.add_subcommand("reextract", "Read the archive again with the packs as they are now");
  reextract->callback([&session] { session.chosen = [&session] { return Run(session); }; });
}

}  // namespace tocsin
