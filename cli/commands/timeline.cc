// tocsin timeline: what happened, in order of time. One line for each step of a storyline: first talk, decision, deed.
#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <map>
#include <set>

#include "cli/commands/commands.h"
#include "cli/commands/selection.h"
#include "cli/output/event_json.h"
#include "cli/output/words.h"

namespace tocsin {
namespace {

struct Flags {
  SelectionFlags selection;
  std::string by;
  bool reports = false;
};

// A storyline with its reports, as a timeline shows it.
struct Strand {
  Storyline storyline;
  std::vector<StoredEvent> reports;
};

std::string PeriodOf(const Timestamp& at, const std::string& by) {
  if (!at.known()) return "undated";
  const CivilDay day = DayOf(at.at);
  if (by == "day") return FormatDay(day);
  if (by == "week") return FormatDay(AddDays(day, -Weekday(day))) + " (week)";
  if (by == "month") return FormatDay(day).substr(0, 7);
  if (by == "quarter") return fmt::format("{:04}-Q{}", day.year, (day.month - 1) / 3 + 1);
  return FormatDay(day).substr(0, 4);
}

// What the reports with one status say together.
struct Step {
  Timestamp at;
  Status status = Status::kConsidered;
  size_t reports = 0;
  std::set<std::string> sources;
  const StoredEvent* first = nullptr;
};

std::vector<Step> StepsOf(const Strand& strand) {
  std::vector<Step> steps;
  for (const StatusChange& change : strand.storyline.history)
    steps.push_back({change.at, change.status, 0, {}, nullptr});
  if (steps.empty()) steps.push_back({strand.storyline.first_report, strand.storyline.status, 0, {}, nullptr});
  for (const StoredEvent& report : strand.reports) {
    auto step =
        std::find_if(steps.begin(), steps.end(), [&](const Step& s) { return s.status == report.event.status; });
    if (step == steps.end()) step = steps.begin();
    ++step->reports;
    if (report.article.copy_of.empty()) step->sources.insert(OutletOf(report.article));
    if (step->first == nullptr) step->first = &report;
  }
  return steps;
}

// The amount that most of the reports with this status give, else that of the storyline.
std::string AmountOf(const Step& step, const Storyline& storyline) {
  if (step.first != nullptr && step.first->event.amount) return AmountLine(*step.first->event.amount);
  if (step.status == storyline.status && !storyline.amounts.empty())
    return AmountLine(storyline.amounts.front().amount);
  return {};
}

std::string OtherAmounts(const Step& step, const Storyline& storyline) {
  if (step.status != storyline.status || storyline.amounts.size() < 2) return {};
  const ReportedAmount& other = storyline.amounts[1];
  return "(" + AmountLine(other.amount) + ": " + Plural(other.sources, "source", "sources") + ")";
}

std::vector<std::string> StepCells(const Step& step, const Storyline& storyline, const std::string& end,
                                   const Screen& screen) {
  std::optional<Decimal> stake = step.first != nullptr ? step.first->event.stake_percent : std::nullopt;
  if (!stake && step.status == storyline.status) stake = storyline.stake_percent;
  const auto& roles = step.first != nullptr ? step.first->event.roles : storyline.roles;
  std::string parties = PartiesLine(roles);
  return {FormatTimestamp(step.at).substr(0, 10),
          StatusMark(step.status, screen),
          step.first != nullptr && step.first->event.background ? TypeOf(step.first->event) : TypeLabel(storyline.type),
          parties.empty() ? PartiesLine(storyline.roles) : parties,
          StakeLine(stake),
          AmountOf(step, storyline),
          ReportsLine(std::max<size_t>(step.reports, 1), step.sources.size()),
          OtherAmounts(step, storyline),
          end};
}

int64_t DaysBetween(const Timestamp& from, const Timestamp& to) {
  return from.known() && to.known() ? (to.at.seconds - from.at.seconds) / 86'400 : 0;
}

// Under a storyline of several steps: "└ one storyline, 13 days from considered to completed: tocsin show 3k7q0v2m".
std::string Tail(const Strand& strand) {
  const auto& history = strand.storyline.history;
  if (history.size() < 2) return {};
  const int64_t days = DaysBetween(history.front().at, history.back().at);
  return fmt::format("  └ one storyline, {} from {} to {}: tocsin show {}\n",
                     days == 0 ? "one day" : Plural(size_t(days), "day", "days"), ToString(history.front().status),
                     ToString(history.back().status), strand.storyline.id);
}

const std::vector<Column>& Columns() {
  static const std::vector<Column> kColumns = {{""}, {""}, {""}, {"", false, true}, {"", true}, {"", true},
                                               {""}, {""}, {""}};
  return kColumns;
}

// One table for all, so that the columns agree; then its lines with headings and tails between them.
std::string AsTable(const std::vector<Strand>& strands, const std::string& by) {
  const Screen screen = ScreenOf(1);
  std::vector<std::vector<std::string>> cells;
  std::vector<size_t> counts;
  std::map<std::string, std::pair<size_t, size_t>> periods;  // storylines, reports
  for (const Strand& strand : strands) {
    const auto steps = StepsOf(strand);
    for (const Step& step : steps) {
      cells.push_back(StepCells(step, strand.storyline, steps.size() > 1 ? "" : strand.storyline.id, screen));
    }
    counts.push_back(steps.size());
    if (by.empty()) continue;
    auto& period = periods[PeriodOf(strand.storyline.first_report, by)];
    ++period.first;
    period.second += strand.storyline.reports;
  }
  const std::string table = RenderTable(Columns(), cells, screen);
  std::string out, heading;
  size_t at = 0;
  for (size_t i = 0; i < strands.size(); ++i) {
    const std::string period = by.empty() ? "" : PeriodOf(strands[i].storyline.first_report, by);
    if (period != heading) {
      const auto [storylines, reports] = periods[period];
      out += (out.empty() ? "" : "\n") + period + "  " + Plural(storylines, "storyline", "storylines") + ", " +
             Plural(reports, "report", "reports") + "\n";
      heading = period;
    }
    for (size_t line = 0; line < counts[i]; ++line) {
      const size_t end = table.find('\n', at);
      out += table.substr(at, end - at + 1);
      at = end + 1;
    }
    out += Tail(strands[i]);
  }
  return out;
}

std::string AsReports(const std::vector<Strand>& strands) {
  const Screen screen = ScreenOf(1);
  std::vector<std::vector<std::string>> cells;
  for (const Strand& strand : strands) {
    for (const StoredEvent& report : strand.reports) {
      cells.push_back({FormatTimestamp(report.article.published_at).substr(0, 10),
                       StatusMark(report.event.status, screen), TypeOf(report.event), PartiesLine(report.event.roles),
                       StakeLine(report.event.stake_percent),
                       report.event.amount ? AmountLine(*report.event.amount) : "", Printable(OutletOf(report.article)),
                       Printable(report.article.title), FormatEventId(report.id)});
    }
  }
  std::vector<Column> columns = Columns();
  columns[6].shrinks = columns[7].shrinks = true;
  return RenderTable(columns, cells, screen);
}

std::string AsJson(const std::vector<Strand>& strands, Format format, bool reports) {
  std::vector<Json> objects;
  for (const Strand& strand : strands) {
    objects.push_back(StorylineJson(strand.storyline));
    if (!reports) continue;
    Json list = Json::array();
    for (const StoredEvent& report : strand.reports) list.push_back(EventJson(report));
    objects.back()["events"] = std::move(list);
  }
  return format == Format::kJson ? RenderJson(objects) : RenderJsonLines(objects);
}

std::string AsCsv(const std::vector<Strand>& strands, bool reports) {
  std::vector<std::vector<std::string>> cells;
  for (const Strand& strand : strands) {
    if (!reports) cells.push_back(StorylineCsvRow(strand.storyline));
    for (const StoredEvent& report : strand.reports) {
      if (reports) cells.push_back(EventCsvRow(report));
    }
  }
  return RenderCsv(reports ? EventCsvHeader() : StorylineCsvHeader(), cells);
}

Result<std::vector<Strand>> Gather(const EventLog& log, std::vector<Storyline> storylines) {
  std::vector<Strand> strands;
  for (Storyline& storyline : storylines) {
    const auto id = ParseEventId(storyline.id);
    if (!id) return tl::unexpected(id.error());
    auto reports = log.Reports(*id);
    if (!reports) return tl::unexpected(reports.error());
    strands.push_back({std::move(storyline), std::move(*reports)});
  }
  // The newest were asked for; time runs downwards, so that the news stands next to the prompt.
  std::stable_sort(strands.begin(), strands.end(), [](const Strand& a, const Strand& b) {
    return a.storyline.first_report.at < b.storyline.first_report.at;
  });
  return strands;
}

std::string Rendered(const std::vector<Strand>& strands, const Flags& flags) {
  const Format format = *ParseFormat(flags.selection.format);
  if (format == Format::kCsv) return AsCsv(strands, flags.reports);
  if (format != Format::kTable) return AsJson(strands, format, flags.reports);
  return flags.reports ? AsReports(strands) : AsTable(strands, flags.by);
}

int Run(Session& session, const Flags& flags) {
  const auto rulebook = session.GetRulebook();
  if (!rulebook) return Complain(rulebook.error());
  const auto query = MakeQuery(flags.selection, (*rulebook)->lexicon(), SystemClock().Now());
  if (!query) return Complain(query.error());
  const auto log = session.OpenForReading();
  if (!log) return Complain(log.error());
  auto page = (*log)->SelectStorylines(*query, OptionsOf(flags.selection));
  if (!page) return Complain(page.error());
  const auto strands = Gather(**log, std::move(page->rows));
  if (!strands) return Complain(strands.error());
  Print(Rendered(*strands, flags));
  if (strands->empty()) SayNothing(*query);
  SayNext(page->next);
  return kOk;
}

}  // namespace

void AddTimeline(CLI::App& app, Session& session) {
  auto flags = std::make_shared<Flags>();
  CLI::App* timeline = app.add_subcommand("timeline", "What happened over time, one storyline for one happening");
  AddSelection(*timeline, flags->selection);
  OnlyWords(*timeline->add_option("--by", flags->by, "Headings by day, week, month, quarter or year"),
            {"day", "week", "month", "quarter", "year"});
  timeline->add_flag("--reports", flags->reports, "Show each report");
  timeline->callback([flags, &session] { session.chosen = [flags, &session] { return Run(session, *flags); }; });
}

}  // namespace tocsin
