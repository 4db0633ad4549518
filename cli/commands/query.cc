// tocsin query: events that match, newest first.
#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <chrono>

#include "cli/commands/commands.h"
#include "cli/commands/selection.h"
#include "cli/output/event_json.h"
#include "cli/output/words.h"

namespace tocsin {
namespace {

std::string AsTable(const std::vector<StoredEvent>& rows) {
  if (rows.empty()) return {};
  const Screen screen = ScreenOf(1);
  const std::vector<Column> columns = {{"PUBLISHED"},           {"STATUS"},      {"TYPE"},
                                       {"WHO", false, true},    {"STAKE", true}, {"AMOUNT", true},
                                       {"SOURCE", false, true}, {"ID"}};
  std::vector<std::vector<std::string>> cells;
  for (const StoredEvent& row : rows) {
    const Event& event = row.event;
    cells.push_back({FormatTimestamp(row.article.published_at).substr(0, 10), StatusMark(event.status, screen),
                     TypeOf(event), PartiesLine(event.roles), StakeLine(event.stake_percent),
                     event.amount ? AmountLine(*event.amount) : "", Printable(OutletOf(row.article)),
                     FormatEventId(row.id)});
  }
  return RenderTable(columns, cells, screen);
}

std::string AsCsv(const std::vector<StoredEvent>& rows) {
  std::vector<std::vector<std::string>> cells;
  for (const StoredEvent& row : rows) cells.push_back(EventCsvRow(row));
  return RenderCsv(EventCsvHeader(), cells);
}

std::string Rendered(const std::vector<StoredEvent>& rows, Format format) {
  if (format == Format::kTable) return AsTable(rows);
  if (format == Format::kCsv) return AsCsv(rows);
  std::vector<Json> objects;
  for (const StoredEvent& row : rows) objects.push_back(EventJson(row));
  return format == Format::kJson ? RenderJson(objects) : RenderJsonLines(objects);
}

int Run(Session& session, const SelectionFlags& flags) {
  const auto rulebook = session.GetRulebook();
  if (!rulebook) return Complain(rulebook.error());
  const auto query = MakeQuery(flags, (*rulebook)->lexicon(), SystemClock().Now());
  if (!query) return Complain(query.error());
  const auto log = session.OpenForReading();
  if (!log) return Complain(log.error());
  const auto began = std::chrono::steady_clock::now();
  const auto page = (*log)->Select(*query, OptionsOf(flags));
  if (!page) return Complain(page.error());
  const double ms = std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - began).count();
  Print(Rendered(page->rows, *ParseFormat(flags.format)));
  if (page->rows.empty()) SayNothing(*query);
  SayNext(page->next);
  if (flags.explain) {
    Say(fmt::format("{} answered, {} rows read, {} postings read, {:.1f} ms", page->rows.size(), page->rows_read,
                    page->postings_read, ms));
  }
  return kOk;
}

}  // namespace

void AddQuery(CLI::App& app, Session& session) {
  auto flags = std::make_shared<SelectionFlags>();
  CLI::App* query = app.add_subcommand("query", "Events that match, newest first");
  AddSelection(*query, *flags);
  query->add_flag("--explain", flags->explain, "Say what was read to answer");
  query->callback([flags, &session] { session.chosen = [flags, &session] { return Run(session, *flags); }; });
}

}  // namespace tocsin
