// tocsin show ID: an event or a storyline, with the words that it rests on.
#include <fmt/format.h>

#include <CLI/CLI.hpp>

#include "cli/commands/commands.h"
#include "cli/output/event_json.h"
#include "cli/output/underline.h"
#include "cli/output/words.h"

namespace tocsin {
namespace {

constexpr size_t kColumnsOffTerminal = 100;

struct Flags {
  std::string id, format = "table";
  bool event = false;
};

std::string Capitalised(std::string text) {
  if (!text.empty() && text[0] >= 'a' && text[0] <= 'z') text[0] = char(text[0] - 'a' + 'A');
  return text;
}

std::vector<Mark> MarksOf(const StoredEvent& stored) {
  const Event& event = stored.event;
  std::vector<Mark> marks;
  const auto add = [&](ByteSpan span, const char* label) {
    if (span.empty() || !event.sentence.Contains(span)) return;
    marks.push_back({{span.begin - event.sentence.begin, span.end - event.sentence.begin}, label});
  };
  for (size_t role = 0; role < kRoleCount; ++role) {
    for (const Participant& who : event.roles[role]) add(who.span, ToString(Role(role)));
  }
  add(event.trigger, "trigger");
  if (!(event.status_cue == event.trigger)) add(event.status_cue, "status");
  if (event.amount) add(event.amount->span, "amount");
  add(event.stake_span, "stake");
  if (event.when) add(event.when->span, "date");
  add(event.attribution.span, "says");
  return marks;
}

std::string Line(const char* name, const std::string& text) {
  return text.empty() ? "" : "  " + PadRight(name, 13) + text + "\n";
}

std::string ReportText(const StoredEvent& stored, const Screen& screen, size_t columns) {
  std::string out = "  " + StatusMark(stored.event.status, screen) + "  " +
                    PadRight(DayLine(stored.article.published_at), 11) + "  " + Printable(OutletOf(stored.article)) +
                    (stored.article.copy_of.empty() ? "" : "  (re-prints another report)") + "\n";
  out += Underlined(stored.sentence, MarksOf(stored), columns, 4);
  return out + "    " + Printable(stored.article.url) + "\n\n";
}

std::string AmountsText(const Storyline& storyline) {
  std::string text;
  for (const ReportedAmount& reported : storyline.amounts) {
    text += (text.empty() ? "" : " · ") + AmountLine(reported.amount) + " (" +
            Plural(reported.sources, "source", "sources") + ")";
  }
  return text;
}

std::string HistoryText(const Storyline& storyline) {
  std::string text;
  for (const StatusChange& change : storyline.history) {
    text += (text.empty() ? "" : " → ") + std::string(ToString(change.status)) + " " + DayLine(change.at);
  }
  return text;
}

std::string RuleText(const Event& event) {
  return event.rule + "  (packs " + event.pack_hash.substr(0, 8) + ", confidence " + std::to_string(event.confidence) +
         ")";
}

std::string StorylineText(const Storyline& storyline, const std::vector<StoredEvent>& reports,
                          const std::vector<Correction>& corrections) {
  const Screen screen = ScreenOf(1);
  const size_t columns = screen.columns > 0 ? screen.columns : kColumnsOffTerminal;
  std::string out = Capitalised(TypeLabel(storyline.type));
  const auto add = [&](const std::string& part) { out += part.empty() ? "" : " · " + part; };
  add(PartiesLine(storyline.roles));
  add(StakeLine(storyline.stake_percent));
  add(ToString(storyline.status));
  add("storyline of " + ReportsLine(storyline.reports, storyline.independent_sources));
  out += "\n\n";
  for (const StoredEvent& report : reports) out += ReportText(report, screen, columns);
  out += Line("amounts", AmountsText(storyline));
  out += Line("history", HistoryText(storyline));
  if (!reports.empty()) out += Line("rule", RuleText(reports.front().event));
  for (const Correction& correction : corrections) {
    if (!correction.undone && correction.undoes == 0) out += Line("by hand", CorrectionLine(correction));
  }
  return out + Line("next", fmt::format("tocsin query 'storyline:{}' --format jsonl", storyline.id));
}

std::string RolesText(const Event& event) {
  std::string out;
  for (size_t role = 0; role < kRoleCount; ++role) {
    std::string names;
    for (const Participant& who : event.roles[role]) names += (names.empty() ? "" : ", ") + Printable(who.name);
    out += Line(ToString(Role(role)), names);
  }
  return out;
}

std::string EventText(const StoredEvent& stored) {
  const Screen screen = ScreenOf(1);
  const Event& event = stored.event;
  std::string out = Capitalised(TypeLabel(event.type)) + " · " + ToString(event.status) +
                    (event.background ? " · told as background" : "") + "\n  \"" + Printable(stored.article.title) +
                    "\"\n\n";
  out += ReportText(stored, screen, screen.columns > 0 ? screen.columns : kColumnsOffTerminal);
  out += RolesText(event);
  out += Line("amount", event.amount ? AmountLine(*event.amount) : "");
  out += Line("stake", StakeLine(event.stake_percent));
  out += Line("date", event.when ? event.when->edtf : "");
  out += Line("published", FormatTimestamp(stored.article.published_at));
  out += Line("jurisdiction", event.jurisdiction);
  out += Line("says", Printable(event.attribution.name));
  out += Line("rule", RuleText(event));
  if (stored.superseded) return out + Line("superseded", "the packs that are in use now do not tell it (reextract)");
  return out + Line("next", "tocsin show " + FormatEventId(stored.storyline) + "  (its storyline)");
}

int PrintStoryline(const EventLog& log, const Storyline& storyline, EventId id, Format format) {
  const auto reports = log.Reports(id);
  if (!reports) return Complain(reports.error());
  const auto corrections = log.Corrections(id);
  if (!corrections) return Complain(corrections.error());
  if (format == Format::kTable) {
    Print(StorylineText(storyline, *reports, *corrections));
    return kOk;
  }
  Json object = StorylineJson(storyline);
  object["events"] = Json::array();
  for (const StoredEvent& report : *reports) object["events"].push_back(EventJson(report));
  object["corrections"] = Json::array();
  for (const Correction& correction : *corrections) object["corrections"].push_back(CorrectionJson(correction));
  Print(format == Format::kJson ? object.dump(2, ' ', false, Json::error_handler_t::replace) + "\n"
                                : ToLine(object) + "\n");
  return kOk;
}

int Run(Session& session, const Flags& flags) {
  const auto id = ParseEventId(flags.id);
  if (!id) return Complain({Errc::kConfig, "show " + flags.id + ": " + id.error().what});
  const auto log = session.OpenForReading();
  if (!log) return Complain(log.error());
  const Format format = *ParseFormat(flags.format);
  if (!flags.event) {
    const auto storyline = (*log)->GetStoryline(*id);
    if (storyline) return PrintStoryline(**log, *storyline, *id, format);
    if (storyline.error().code != Errc::kNotFound) return Complain(storyline.error());
  }
  const auto stored = (*log)->Get(*id);
  if (!stored) return Complain(While("show " + flags.id, stored.error()));
  Print(format == Format::kTable ? EventText(*stored)
        : format == Format::kCsv ? RenderCsv(EventCsvHeader(), {EventCsvRow(*stored)})
                                 : ToLine(EventJson(*stored)) + "\n");
  return kOk;
}

}  // namespace

void AddShow(CLI::App& app, Session& session) {
  auto flags = std::make_shared<Flags>();
  CLI::App* show = app.add_subcommand("show", "An event or a storyline, with its evidence underlined");
  show->add_option("ID", flags->id, "As query and timeline print it")->required();
  show->add_flag("--event", flags->event, "The event of this id, not its storyline");
  AddFormat(*show, flags->format);
  show->callback([flags, &session] { session.chosen = [flags, &session] { return Run(session, *flags); }; });
}

}  // namespace tocsin
