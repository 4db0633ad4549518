// tocsin rules: for those who write them. Do they compile, do their examples hold, what do they see in a text?
#include <fmt/format.h>

#include <CLI/CLI.hpp>

#include "cli/commands/batch.h"
#include "cli/commands/commands.h"
#include "cli/commands/rules_shared.h"
#include "cli/output/underline.h"
#include "cli/output/words.h"
#include "ingest/base/limits.h"
#include "rules/recognizer.h"

namespace tocsin {

Result<std::shared_ptr<const Rulebook>> LoadPacks(Session& session, const std::vector<std::string>& paths) {
  if (paths.empty()) return session.GetRulebook();
  const auto files = session.PackFiles(paths);
  if (!files) return tl::unexpected(files.error());
  return Rulebook::Load(*files);
}

namespace {

using Flags = RulesFlags;

int RunCheck(Session& session, const Flags& flags) {
  const auto rulebook = LoadPacks(session, flags.packs);
  if (!rulebook) return Complain(rulebook.error());
  for (const std::string& warning : (*rulebook)->Warnings()) Say(Printable(warning));
  Print(fmt::format("ok  {}, {}, hash {}\n", Plural((*rulebook)->Rules().size(), "rule", "rules"),
                    Plural((*rulebook)->lexicon().entities().size(), "entity", "entities"), (*rulebook)->hash()));
  return kOk;
}

int RunTest(Session& session, const Flags& flags) {
  const auto rulebook = LoadPacks(session, flags.packs);
  if (!rulebook) return Complain(rulebook.error());
  const RuleTestReport report = (*rulebook)->RunTests();
  for (const RuleTestFailure& failure : report.failures) {
    Print(Printable(failure.where) + ": " + (failure.rule.empty() ? "" : failure.rule + ": ") +
          Printable(failure.what) + "\n    " + Printable(failure.text) + "\n");
  }
  std::string line = fmt::format("{} of {} passed", report.passed, Plural(report.run, "example", "examples"));
  if (report.todo > 0) line += fmt::format(", {} known to fail", report.todo);
  Say(line);
  return report.failures.empty() ? kOk : kFailed;
}

int RunList(Session& session, const Flags& flags) {
  const auto rulebook = LoadPacks(session, flags.packs);
  if (!rulebook) return Complain(rulebook.error());
  std::vector<std::vector<std::string>> cells;
  std::vector<Json> objects;
  for (const RuleInfo& rule : (*rulebook)->Rules()) {
    const std::string where = rule.file + ":" + std::to_string(rule.line);
    cells.push_back({rule.id, rule.type, rule.language, std::to_string(rule.examples),
                     std::to_string(rule.negative_examples), where});
    objects.push_back({{"id", rule.id},
                       {"type", rule.type},
                       {"language", rule.language},
                       {"examples", rule.examples},
                       {"negative_examples", rule.negative_examples},
                       {"where", where}});
  }
  const Format format = *ParseFormat(flags.format);
  if (format == Format::kTable) {
    Print(RenderTable({{"RULE"}, {"TYPE"}, {"LANG"}, {"MATCH", true}, {"NO MATCH", true}, {"WHERE"}}, cells,
                      ScreenOf(1)));
  } else if (format == Format::kCsv) {
    Print(RenderCsv({"id", "type", "language", "examples", "negative_examples", "where"}, cells));
  } else {
    Print(format == Format::kJson ? RenderJson(objects) : RenderJsonLines(objects));
  }
  return kOk;
}

// ---- explain ------------------------------------------------------------------------------------
std::vector<Mark> MarksIn(ByteSpan sentence, const Annotations& annotations, const Recognition& recognition) {
  std::vector<Mark> marks;
  const auto add = [&](ByteSpan span, std::string label) {
    if (span.empty() || !sentence.Contains(span)) return;
    marks.push_back({{span.begin - sentence.begin, span.end - sentence.begin}, std::move(label)});
  };
  for (const EntityMention& mention : annotations.entity_mentions) {
    const Entity& entity = annotations.entities[mention.entity];
    add(mention.span, entity.name + " (" + ToString(entity.type) + ")");
  }
  for (const AmountMention& amount : annotations.amounts) {
    add(amount.span, AmountLine({amount.value, amount.upper, amount.currency, amount.qualifier, amount.span}));
  }
  for (const PercentMention& percent : annotations.percents) add(percent.span, ToString(percent.value) + " %");
  for (const DateMention& date : annotations.dates) add(date.span, date.value.empty() ? "date" : date.value);
  for (const Event& event : recognition.events) {
    add(event.trigger, "trigger");
    if (!(event.status_cue == event.trigger)) add(event.status_cue, ToString(event.status));
  }
  return marks;
}

std::string EventLines(const Event& event) {
  std::string out = fmt::format("  = {}  {}  {}  (rule {}, confidence {})\n", ToString(event.status), event.type,
                                PartiesLine(event.roles), event.rule, event.confidence);
  for (size_t role = 0; role < kRoleCount; ++role) {
    for (const Participant& who : event.roles[role]) {
      out += fmt::format("      {:<15} {}  [{}]\n", ToString(Role(role)), Printable(who.name), who.id);
    }
  }
  if (event.amount) out += fmt::format("      {:<15} {}\n", "amount", AmountLine(*event.amount));
  if (event.stake_percent) out += fmt::format("      {:<15} {}\n", "stake", StakeLine(event.stake_percent));
  if (event.when) out += fmt::format("      {:<15} {}\n", "date", event.when->edtf);
  if (!event.attribution.name.empty())
    out += fmt::format("      {:<15} {}\n", "says", Printable(event.attribution.name));
  return event.background ? out + "      told as background\n" : out;
}

std::string ExplainText(const std::string& text, const Annotations& annotations, const Recognition& recognition) {
  const Screen screen = ScreenOf(1);
  std::string out;
  for (const ByteSpan sentence : annotations.sentences) {
    out += Underlined(sentence.in(text), MarksIn(sentence, annotations, recognition),
                      screen.columns > 0 ? screen.columns : 100, 0);
    for (const Event& event : recognition.events) {
      if (sentence.Contains(event.trigger)) out += EventLines(event);
    }
    for (const Rejection& rejection : recognition.rejections) {
      if (!sentence.Contains(rejection.trigger)) continue;
      out += "  - not " + rejection.rule + ": " + Printable(rejection.reason) + " (at \"" +
             Printable(rejection.trigger.in(text)) + "\")\n";
    }
    out += "\n";
  }
  return out;
}

int RunExplain(Session& session, const Flags& flags) {
  const auto rulebook = LoadPacks(session, flags.packs);
  if (!rulebook) return Complain(rulebook.error());
  std::string text;
  for (const std::string& word : flags.words) text += (text.empty() ? "" : " ") + word;
  if (text == "-") {
    auto read = ReadFile("-", kArticleBytesMax);
    if (!read) return Complain(read.error());
    text = std::move(*read);
  }
  AnnotateContext context;
  context.title = flags.title;
  context.language = flags.language;
  if (!flags.published.empty()) {
    const auto published = ParseIsoTimestamp(flags.published);
    if (!published) return Complain({Errc::kConfig, "--published: expected a date like 2026-01-31"});
    context.published = *published;
  }
  const Annotations annotations = Annotate(text, context, (*rulebook)->lexicon());
  const Recognition recognition = Recognize(text, annotations, context, **rulebook, true);
  Print(ExplainText(text, annotations, recognition));
  Say(Plural(recognition.events.size(), "event", "events") + ", " +
      Plural(recognition.rejections.size(), "candidate", "candidates") + " turned down");
  return kOk;
}

}  // namespace

CLI::App* AddRulesCommand(CLI::App& rules, Session& session, const std::shared_ptr<Flags>& flags, const char* name,
                          const char* about, RulesRunner run) {
  CLI::App* command = rules.add_subcommand(name, about);
  command->add_option("--pack", flags->packs,
                      "A pack folder or file on top of the built-in packs (default: as configured)");
  command->callback([=, &session] { session.chosen = [=, &session] { return run(session, *flags); }; });
  return command;
}

void AddRules(CLI::App& app, Session& session) {
  auto flags = std::make_shared<Flags>();
  CLI::App* rules = app.add_subcommand("rules", "The rule packs: check, test, list, explain, diff, stale, bench");
  rules->require_subcommand(1);
  AddRulesCommand(*rules, session, flags, "check", "Whether the packs compile", RunCheck);
  AddRulesCommand(*rules, session, flags, "test", "Run every example of every rule", RunTest);
  AddFormat(*AddRulesCommand(*rules, session, flags, "list", "All rules", RunList), flags->format);
  CLI::App* explain =
      AddRulesCommand(*rules, session, flags, "explain", "What is seen in a text, and why not more", RunExplain);
  explain->add_option("TEXT", flags->words, "The text, or - for standard input")->required();
  explain->add_option("--lang", flags->language, "Its language (default: guessed)");
  explain->add_option("--published", flags->published, "Its publication date, which \"Friday\" is counted from");
  explain->add_option("--title", flags->title, "Its title");
  AddRulesOnArchive(*rules, session);
}

}  // namespace tocsin
