// What every command starts from: the global flags, and the configuration, packs and store that they lead to.
#pragma once

#include <atomic>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "cli/config.h"
#include "cli/output/rows.h"
#include "rules/alert_rule.h"
#include "rules/rulebook.h"
#include "store/event_log.h"

namespace tocsin {

// Exit codes, the same for every command.
inline constexpr int kOk = 0, kFailed = 1, kUsage = 2, kPartial = 3, kInterrupted = 130;

class Session {
 public:
  // Set by the command line.
  std::string config_file, store_flag;
  std::function<int()> chosen;  // the command, ready to run

  // Read once. Warnings are said on standard error.
  Result<const Config*> GetConfig();
  // The built-in packs with the configured ones on top.
  Result<std::shared_ptr<const Rulebook>> GetRulebook();
  // Loads the packs anew when a configured file has changed since. True: there is a new rulebook; false: nothing has
  // changed. On an error the one before stays, and the same error is not given again until a file changes.
  Result<bool> ReloadRulebook();
  Result<std::vector<PackFile>> PackFiles(const std::vector<std::string>& paths) const;

  // For reading beside a writer. kNotFound, with what to do, when nothing was stored yet.
  Result<std::unique_ptr<EventLog>> OpenForReading();
  Result<std::unique_ptr<EventLog>> OpenForWriting();

  // The configured alert rules with their queries parsed; kConfig: "tocsin.yaml:12:9: alert x: query:3: ...".
  Result<std::vector<AlertRule>> AlertRules();

 private:
  std::optional<Config> config_;
  std::shared_ptr<const Rulebook> rulebook_;
  std::string packs_seen_;  // names, sizes and times of the configured pack files when they were last read
};

// Says what went wrong on standard error and returns the exit code: 2 for the user's configuration, query or flag,
// else 1. The text is made printable.
int Complain(const Error& error);
void Say(const std::string& line);  // one line on standard error

// Writes to standard output.
void Print(const std::string& text);

// "1 event", "2 events".
std::string Plural(size_t count, const char* one, const char* many);

// Becomes true at the first SIGINT or SIGTERM; a second one ends the process at once with 130.
const std::atomic<bool>& StopOnSignals();
// Waits, but not longer than until a signal comes.
void WaitMilliseconds(int ms);

}  // namespace tocsin
