// The command line: global flags, all commands, and what is said when they are mistyped.
#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstdio>
#include <iostream>

#include "cli/commands/commands.h"
#include "ingest/base/suggest.h"

namespace tocsin {
namespace {

constexpr const char* kAbout = "An alarm bell for AI policy: crawls the news, reads it by rules, keeps what happened.";
constexpr const char* kFooter =
    "\nFirst steps:\n"
    "  tocsin crawl                             visit the configured sources once\n"
    "  tocsin timeline entity:OpenAI            what happened, and how firmly\n"
    "  tocsin query 'type:investment.* amount>=1bn'\n"
    "\nExit codes: 0 ok, 1 failure, 2 usage, 3 partial, 130 interrupted.";

std::vector<std::string> CommandNames(const CLI::App& app) {
  std::vector<std::string> names;
  for (const CLI::App* sub : app.get_subcommands(nullptr)) names.push_back(sub->get_name());
  return names;
}

std::vector<std::string> FlagNames(const CLI::App& app) {
  std::vector<std::string> names;
  for (const CLI::Option* option : app.get_options()) {
    for (const std::string& name : option->get_lnames()) names.push_back("--" + name);
  }
  return names;
}

std::string Suggestion(const std::string& word, const std::vector<std::string>& known) {
  const std::vector<std::string_view> views(known.begin(), known.end());
  return DidYouMean(word, views);
}

// The command that the user got to, as far as it was understood.
const CLI::App* Deepest(const CLI::App& app) {
  const CLI::App* at = &app;
  while (!at->get_subcommands().empty()) at = at->get_subcommands().front();
  return at;
}

std::string FullName(const CLI::App& app) {
  return app.get_parent() == nullptr ? app.get_name() : FullName(*app.get_parent()) + " " + app.get_name();
}

int Usage(const std::string& what, const CLI::App& command) {
  Say("tocsin: " + Printable(what));
  Say("See `" + FullName(command) + " --help`.");
  return kUsage;
}

int Unexpected(const CLI::App& command, const std::string& word) {
  if (word.starts_with("-")) {
    std::vector<std::string> flags = FlagNames(command);
    for (const CLI::App* up = command.get_parent(); up != nullptr; up = up->get_parent()) {
      const auto more = FlagNames(*up);
      flags.insert(flags.end(), more.begin(), more.end());
    }
    return Usage("unknown flag " + word + Suggestion(word.substr(0, word.find('=')), flags), command);
  }
  const auto commands = CommandNames(command);
  if (commands.empty()) return Usage("unexpected argument \"" + word + "\"", command);
  return Usage("unknown command \"" + word + "\"" + Suggestion(word, commands), command);
}

int Explain(const CLI::App& app, const CLI::ParseError& error) {
  const CLI::App& command = *Deepest(app);
  const std::vector<std::string> rest = app.remaining(true);
  const auto flag =
      std::find_if(rest.begin(), rest.end(), [](const std::string& w) { return w.starts_with("-") && w != "--"; });
  if (flag != rest.end()) return Unexpected(command, *flag);
  if (!rest.empty() && dynamic_cast<const CLI::ExtrasError*>(&error) != nullptr)
    return Unexpected(command, rest.front());
  if (dynamic_cast<const CLI::RequiredError*>(&error) != nullptr && !CommandNames(command).empty()) {
    if (!rest.empty()) return Unexpected(command, rest.front());
    std::cout << app.help();
    return kUsage;
  }
  return Usage(error.what(), command);
}

void AddCommands(CLI::App& app, Session& session) {
  AddCrawl(app, session);
  AddIngest(app, session);
  AddQuery(app, session);
  AddTimeline(app, session);
  AddShow(app, session);
  AddStoryline(app, session);
  AddReextract(app, session);
  AddAlerts(app, session);
  AddRules(app, session);
  AddSources(app, session);
  AddStore(app, session);
  AddInspect(app, session);
  AddConfig(app, session);
  AddDoctor(app, session);
  AddCompletion(app, session);
  for (CLI::App* command : app.get_subcommands(nullptr)) {
    command->footer("");
    for (CLI::App* below : command->get_subcommands(nullptr)) below->footer("");
  }
}

// "-status:denied" is a query, not a flag: "NOT status:denied" says the same and cannot be mistaken.
std::string Unmistakable(const std::string& word) {
  if (!word.starts_with('-')) return word;
  const size_t end = word.find_first_not_of("abcdefghijklmnopqrstuvwxyz", 1);
  const bool term =
      end != std::string::npos && end > 1 && std::string_view(":<>").find(word[end]) != std::string_view::npos;
  return term ? "NOT " + word.substr(1) : word;
}

}  // namespace

void OnlyWords(CLI::Option& option, std::initializer_list<const char*> words) {
  const std::vector<std::string> known(words.begin(), words.end());
  std::string all;
  for (const std::string& word : known) all += (all.empty() ? "" : ", ") + word;
  option.check([known, all](const std::string& value) -> std::string {
    if (std::find(known.begin(), known.end(), value) != known.end()) return {};
    return "unknown value \"" + value + "\" (one of " + all + ")" + Suggestion(value, known);
  });
}

void AddFormat(CLI::App& command, std::string& format) {
  OnlyWords(*command.add_option("--format", format, "table, json, jsonl or csv")->type_name("FORMAT"),
            {"table", "json", "jsonl", "csv"});
}

int RunCommandLine(int argc, char** argv) {
  Session session;
  CLI::App app(kAbout, "tocsin");
  app.footer(kFooter);
  app.set_version_flag("--version", "tocsin 0.1.0");
  app.add_option("--config", session.config_file, "Read this configuration instead of the usual files")
      ->type_name("FILE");
  app.add_option("--store", session.store_flag, "Where the event log lies (default ./data)")->type_name("DIR");
  app.require_subcommand(1);
  app.fallthrough();
  AddCommands(app, session);
  std::vector<std::string> words;  // CLI11 wants them last first
  for (int i = argc - 1; i > 0; --i) words.push_back(Unmistakable(argv[i]));
  try {
    app.parse(std::move(words));
  } catch (const CLI::Success& success) {
    return app.exit(success);
  } catch (const CLI::ParseError& error) {
    return Explain(app, error);
  }
  const int code = session.chosen ? session.chosen() : kUsage;
  const bool written = std::fflush(stdout) == 0 && std::ferror(stdout) == 0 && std::cout.flush().good();
  if (!written) std::fputs("tocsin: standard output could not be written\n", stderr);
  return written || code != kOk ? code : kFailed;
}

}  // namespace tocsin
