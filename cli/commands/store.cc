// tocsin store: what lies on disk, and whether it is whole.
#include <fmt/format.h>

#include <CLI/CLI.hpp>

#include "cli/commands/commands.h"
#include "cli/output/words.h"

namespace tocsin {
namespace {

std::string Bytes(uint64_t bytes) {
  if (bytes < 1u << 20) return fmt::format("{:.1f} KiB", double(bytes) / 1024);
  if (bytes < 1u << 30) return fmt::format("{:.1f} MiB", double(bytes) / (1 << 20));
  return fmt::format("{:.2f} GiB", double(bytes) / (1 << 30));
}

Json StatsJson(const StoreStats& stats) {
  return {{"articles", stats.articles},
          {"copies", stats.copies},
          {"events", stats.events},
          {"storylines", stats.storylines},
          {"pending_pages", stats.pending_pages},
          {"alerts_waiting", stats.alerts_waiting},
          {"alerts_delivered", stats.alerts_delivered},
          {"bytes_on_disk", stats.bytes_on_disk},
          {"last_sequence", stats.last_sequence},
          {"first_report", FormatTimestamp(stats.first_report)},
          {"last_report", FormatTimestamp(stats.last_report)}};
}

std::string StatsTable(const StoreStats& stats) {
  const std::vector<std::vector<std::string>> rows = {
      {"articles", WithSeparators(stats.articles)},
      {"re-printed copies among them", WithSeparators(stats.copies)},
      {"events", WithSeparators(stats.events)},
      {"storylines", WithSeparators(stats.storylines)},
      {"first report", FormatTimestamp(stats.first_report)},
      {"last report", FormatTimestamp(stats.last_report)},
      {"pages still to be fetched", WithSeparators(stats.pending_pages)},
      {"alerts delivered", WithSeparators(stats.alerts_delivered)},
      {"alerts waiting", WithSeparators(stats.alerts_waiting)},
      {"bytes on disk", Bytes(stats.bytes_on_disk)}};
  return RenderTable({{""}, {"", true}}, rows, ScreenOf(1));
}

int RunStats(Session& session, const std::string& format) {
  const auto log = session.OpenForReading();
  if (!log) return Complain(log.error());
  const auto stats = (*log)->Stats();
  if (!stats) return Complain(stats.error());
  Print(format == "table" ? StatsTable(*stats) : ToLine(StatsJson(*stats)) + "\n");
  return kOk;
}

int RunVerify(Session& session) {
  const auto log = session.OpenForReading();
  if (!log) return Complain(log.error());
  const auto problems = (*log)->Verify();
  if (!problems) return Complain(problems.error());
  for (const std::string& problem : *problems) Print(Printable(problem) + "\n");
  Say(problems->empty() ? "everything was read and is whole"
                        : Plural(problems->size(), "problem", "problems") + " found");
  return problems->empty() ? kOk : kFailed;
}

int RunReindex(Session& session) {
  auto log = session.OpenForWriting();
  if (!log) return Complain(log.error());
  const auto events = (*log)->Reindex();
  if (!events) return Complain(events.error());
  Say("indexed " + Plural(*events, "event", "events") + " anew");
  return kOk;
}

}  // namespace

void AddStore(CLI::App& app, Session& session) {
  CLI::App* store = app.add_subcommand("store", "What lies on disk");
  store->require_subcommand(1);
  auto format = std::make_shared<std::string>("table");
  CLI::App* stats = store->add_subcommand("stats", "How much of everything");
  OnlyWords(*stats->add_option("--format", *format, "table or json"), {"table", "json"});
  stats->callback([format, &session] { session.chosen = [format, &session] { return RunStats(session, *format); }; });
  CLI::App* verify = store->add_subcommand("verify", "Read everything and say what is damaged");
  verify->callback([&session] { session.chosen = [&session] { return RunVerify(session); }; });
  CLI::App* reindex =
      store->add_subcommand("reindex", "Build everything again that can be built from articles and events");
  reindex->callback([&session] { session.chosen = [&session] { return RunReindex(session); }; });
}

}  // namespace tocsin
