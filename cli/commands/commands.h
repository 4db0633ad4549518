// Every command: its flags on the command line, and what it does with them. Each Add… makes one subcommand of `app`
// that, when it is chosen, sets session.chosen. `app` and `session` outlive the parsing and the running.
#pragma once

#include <initializer_list>
#include <string>

#include "cli/commands/session.h"

namespace CLI {
class App;
class Option;
}  // namespace CLI

namespace tocsin {

void AddCrawl(CLI::App& app, Session& session);
void AddIngest(CLI::App& app, Session& session);
void AddQuery(CLI::App& app, Session& session);
void AddTimeline(CLI::App& app, Session& session);
void AddShow(CLI::App& app, Session& session);
void AddStoryline(CLI::App& app, Session& session);
void AddReextract(CLI::App& app, Session& session);
void AddAlerts(CLI::App& app, Session& session);
void AddRules(CLI::App& app, Session& session);
void AddSources(CLI::App& app, Session& session);
void AddStore(CLI::App& app, Session& session);
void AddInspect(CLI::App& app, Session& session);
void AddConfig(CLI::App& app, Session& session);
void AddDoctor(CLI::App& app, Session& session);
void AddCompletion(CLI::App& app, Session& session);

// Runs the program. Returns the exit code.
int RunCommandLine(int argc, char** argv);

// ---- shared by commands -------------------------------------------------------------------------
// --format, with a suggestion when it is mistyped. `format` outlives the parsing.
void AddFormat(CLI::App& command, std::string& format);
// Refuses values outside `words`, with a suggestion.
void OnlyWords(CLI::Option& option, std::initializer_list<const char*> words);

}  // namespace tocsin
