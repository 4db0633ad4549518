// tocsin storyline: the analyst's word on which reports belong together, and why they are.
#include <CLI/CLI.hpp>
#include <utility>

#include "cli/commands/commands.h"
#include "cli/output/event_json.h"
#include "cli/output/words.h"

namespace tocsin {
namespace {

struct Flags {
  std::string id, other, format = "table";
  std::vector<std::string> events;
};

Result<EventId> IdOf(const std::string& command, const std::string& text) {
  auto id = ParseEventId(text);
  if (!id) return tl::unexpected(Error{Errc::kConfig, command + " " + text + ": " + id.error().what});
  return id;
}

// Says what a correction did, with the storylines that there are now.
int Tell(const EventLog& log, const Result<Correction>& correction, const std::string& command) {
  if (!correction) return Complain(While(command, correction.error()));
  const auto left = log.Get(correction->left.front()), right = log.Get(correction->right.front());
  if (!left) return Complain(left.error());
  if (!right) return Complain(right.error());
  std::string one = FormatEventId(left->storyline), two = FormatEventId(right->storyline);
  if (two < one) std::swap(one, two);
  const bool merge = correction->kind == Correction::Kind::kMerge;
  Say((correction->undoes != 0 ? "taken back: " : "") +
      (merge ? "one storyline now: tocsin show " + one
             : "two storylines now: tocsin show " + one + ", tocsin show " + two));
  Print((merge ? one : one + "\n" + two) + "\n");
  return kOk;
}

int RunMerge(Session& session, const Flags& flags) {
  const auto a = IdOf("merge", flags.id), b = IdOf("merge", flags.other);
  if (!a) return Complain(a.error());
  if (!b) return Complain(b.error());
  const auto log = session.OpenForWriting();
  if (!log) return Complain(log.error());
  return Tell(**log, (*log)->MergeStorylines(*a, *b, SystemClock().Now()), "merge");
}

int RunSplit(Session& session, const Flags& flags) {
  const auto id = IdOf("split", flags.id);
  if (!id) return Complain(id.error());
  std::vector<EventId> events;
  for (const std::string& text : flags.events) {
    const auto event = IdOf("split", text);
    if (!event) return Complain(event.error());
    events.push_back(*event);
  }
  const auto log = session.OpenForWriting();
  if (!log) return Complain(log.error());
  return Tell(**log, (*log)->SplitStoryline(*id, events, SystemClock().Now()), "split");
}

int RunUndo(Session& session, const Flags& flags) {
  const auto id = IdOf("undo", flags.id);
  if (!id) return Complain(id.error());
  const auto log = session.OpenForWriting();
  if (!log) return Complain(log.error());
  return Tell(**log, (*log)->UndoCorrection(*id, SystemClock().Now()), "undo");
}

// ---- why ------------------------------------------------------------------------------------------
const Correction* Find(const std::vector<Correction>& corrections, uint64_t number) {
  for (const Correction& correction : corrections) {
    if (correction.number == number) return &correction;
  }
  return nullptr;
}

std::string ReasonText(const StorylineReasons& reasons, const ReportReason& reason, bool first) {
  const Correction* correction = Find(reasons.corrections, reason.correction);
  if (correction != nullptr) {
    const bool merge = correction->kind == Correction::Kind::kMerge;
    return std::string(merge ? "merged" : "set apart") + " by hand on " + DayLine({correction->at, Precision::kDay});
  }
  if (first) return "began it";
  const StorylineVerdict& verdict = reason.verdict;
  const std::string text = verdict.reason + " (score " + std::to_string(verdict.score) + ")";
  // What is together now was joined when less, or other things, had been told.
  return verdict.same ? text : "joined when less was known; by what is known now: " + text;
}

std::string WhyText(const StorylineReasons& reasons) {
  const Screen screen = ScreenOf(1);
  std::string out = Headline(reasons.storyline) + "  " + reasons.storyline.id + "\n";
  bool first = true;
  for (const ReportReason& reason : reasons.reports) {
    const StoredEvent& stored = reason.event;
    out += "  " + StatusMark(stored.event.status, screen) + "  " + PadRight(DayLine(stored.article.published_at), 11) +
           "  " + FormatEventId(stored.id) + "  " + Printable(OutletOf(stored.article)) + ": " +
           ReasonText(reasons, reason, first) + "\n";
    first = false;
  }
  for (const Correction& correction : reasons.corrections) out += "  " + CorrectionLine(correction) + "\n";
  return out;
}

Json WhyJson(const StorylineReasons& reasons) {
  Json reports = Json::array(), corrections = Json::array();
  for (const ReportReason& reason : reasons.reports) {
    const bool first = reports.empty();
    reports.push_back({{"event", FormatEventId(reason.event.id)},
                       {"same", first ? Json(nullptr) : Json(reason.verdict.same)},
                       {"score", first ? Json(nullptr) : Json(reason.verdict.score)},
                       {"reason", ReasonText(reasons, reason, first)},
                       {"correction", reason.correction != 0 ? Json(reason.correction) : Json(nullptr)}});
  }
  for (const Correction& correction : reasons.corrections) corrections.push_back(CorrectionJson(correction));
  return {
      {"storyline", reasons.storyline.id}, {"reports", std::move(reports)}, {"corrections", std::move(corrections)}};
}

int RunWhy(Session& session, const Flags& flags) {
  const auto id = IdOf("why", flags.id);
  if (!id) return Complain(id.error());
  const auto log = session.OpenForReading();
  if (!log) return Complain(log.error());
  const auto reasons = (*log)->Why(*id);
  if (!reasons) return Complain(While("why", reasons.error()));
  Print(flags.format == "table" ? WhyText(*reasons) : ToLine(WhyJson(*reasons)) + "\n");
  return kOk;
}

}  // namespace

void AddStoryline(CLI::App& app, Session& session) {
  auto flags = std::make_shared<Flags>();
  CLI::App* storyline = app.add_subcommand("storyline", "Put reports together or apart by hand, and see why they are");
  storyline->require_subcommand(1);
  const auto add = [&](const char* name, const char* about, int (*run)(Session&, const Flags&)) {
    CLI::App* command = storyline->add_subcommand(name, about);
    command->callback([=, &session] { session.chosen = [=, &session] { return run(session, *flags); }; });
    return command;
  };
  CLI::App* merge = add("merge", "Two storylines are one", RunMerge);
  merge->add_option("A", flags->id, "A storyline, or an event in it")->required();
  merge->add_option("B", flags->other, "The other one")->required();
  CLI::App* split = add("split", "Some events are a storyline of their own", RunSplit);
  split->add_option("ID", flags->id, "The storyline")->required();
  split->add_option("EVENT", flags->events, "The events that do not belong to it")->required();
  CLI::App* undo = add("undo", "Take back the last correction that still stands", RunUndo);
  undo->add_option("ID", flags->id, "The storyline, or an event in it")->required();
  CLI::App* why = add("why", "Why its reports are together", RunWhy);
  why->add_option("ID", flags->id, "The storyline, or an event in it")->required();
  OnlyWords(*why->add_option("--format", flags->format, "table or json"), {"table", "json"});
}

}  // namespace tocsin
