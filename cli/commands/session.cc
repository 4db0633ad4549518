#include "cli/commands/session.h"

#include <poll.h>
#include <signal.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <cstdio>
#include <filesystem>
#include <utility>

#include "cli/commands/batch.h"
#include "cli/output/words.h"
#include "ingest/base/limits.h"

namespace tocsin {
namespace {

namespace fs = std::filesystem;

std::atomic<bool> stop_asked{false};

void OnSignal(int) {
  if (stop_asked.exchange(true)) _exit(kInterrupted);
}

// Every .yaml below `path`, in a fixed order; `path` itself when it is a file.
Result<std::vector<std::string>> YamlFiles(const std::string& path) {
  std::error_code error;
  if (!fs::exists(path, error)) return Fail(Errc::kConfig, "packs: " + path + ": there is no such file or folder");
  if (!fs::is_directory(path, error)) return std::vector<std::string>{path};
  std::vector<std::string> files;
  for (auto at = fs::recursive_directory_iterator(path, error); !error && at != fs::recursive_directory_iterator();
       at.increment(error)) {
    if (at->path().extension() == ".yaml") files.push_back(at->path().string());
  }
  if (error) return Fail(Errc::kConfig, "packs: " + path + ": " + error.message());
  std::sort(files.begin(), files.end());
  return files;
}

// Changes when a pack file is written, added or taken away.
std::string StampOf(const std::vector<std::string>& paths) {
  std::string stamp;
  for (const std::string& path : paths) {
    const auto files = YamlFiles(path);
    if (!files) {
      stamp += files.error().what + "\n";
      continue;
    }
    for (const std::string& file : *files) {
      std::error_code error;
      const auto size = fs::file_size(file, error);
      const auto written = fs::last_write_time(file, error).time_since_epoch().count();
      stamp += file + " " + std::to_string(size) + " " + std::to_string(written) + "\n";
    }
  }
  return stamp;
}

}  // namespace

Result<const Config*> Session::GetConfig() {
  if (config_) return &*config_;
  auto loaded = LoadConfig(CurrentPlaces(config_file, store_flag));
  if (!loaded) return tl::unexpected(loaded.error());
  for (const std::string& warning : loaded->warnings) Say(warning);
  config_ = std::move(*loaded);
  return &*config_;
}

Result<std::vector<PackFile>> Session::PackFiles(const std::vector<std::string>& paths) const {
  std::vector<PackFile> packs;
  for (const std::string& path : paths) {
    const auto files = YamlFiles(path);
    if (!files) return tl::unexpected(files.error());
    for (const std::string& file : *files) {
      auto text = ReadFile(file, kPackBytesMax);
      if (!text) return tl::unexpected(Error{Errc::kConfig, "packs: " + text.error().what});
      packs.push_back({file, std::move(*text)});
    }
  }
  return packs;
}

Result<std::shared_ptr<const Rulebook>> Session::GetRulebook() {
  if (rulebook_) return rulebook_;
  const auto config = GetConfig();
  if (!config) return tl::unexpected(config.error());
  packs_seen_ = StampOf((*config)->packs);  // before they are read: what changes in between is read again
  const auto packs = PackFiles((*config)->packs);
  if (!packs) return tl::unexpected(packs.error());
  auto loaded = Rulebook::Load(*packs);
  if (!loaded) return tl::unexpected(loaded.error());
  rulebook_ = *loaded;
  return rulebook_;
}

Result<bool> Session::ReloadRulebook() {
  const auto config = GetConfig();
  if (!config) return tl::unexpected(config.error());
  if (rulebook_ && StampOf((*config)->packs) == packs_seen_) return false;
  const std::shared_ptr<const Rulebook> before = std::exchange(rulebook_, nullptr);
  const auto loaded = GetRulebook();
  if (!loaded) {
    rulebook_ = before;
    return tl::unexpected(loaded.error());
  }
  return !before || (*loaded)->hash() != before->hash();
}

Result<std::unique_ptr<EventLog>> Session::OpenForReading() {
  const auto config = GetConfig();
  if (!config) return tl::unexpected(config.error());
  EventLogOptions options;
  options.directory = (*config)->store;
  options.read_only = true;
  std::error_code error;
  if (!fs::exists(fs::path(options.directory) / "CURRENT", error) && !fs::exists(options.directory, error)) {
    return Fail(Errc::kNotFound, "store " + options.directory +
                                     ": nothing is stored there yet; `tocsin crawl` or `tocsin ingest FILE` begins it");
  }
  return EventLog::Open(options);
}

Result<std::unique_ptr<EventLog>> Session::OpenForWriting() {
  const auto config = GetConfig();
  if (!config) return tl::unexpected(config.error());
  EventLogOptions options;
  options.directory = (*config)->store;
  return EventLog::Open(options);
}

Result<std::vector<AlertRule>> Session::AlertRules() {
  const auto config = GetConfig();
  if (!config) return tl::unexpected(config.error());
  std::vector<AlertRule> rules;
  if ((*config)->alerts.empty()) return rules;
  const auto rulebook = GetRulebook();
  if (!rulebook) return tl::unexpected(rulebook.error());
  for (const AlertConfig& alert : (*config)->alerts) {
    auto query = ParseQuery(alert.when, (*rulebook)->lexicon(), SystemClock().Now());
    if (!query) return tl::unexpected(While(alert.where + ": alert " + alert.id, query.error()));
    rules.push_back({alert.id, std::move(*query), alert.on, alert.to});
  }
  return rules;
}

int Complain(const Error& error) {
  std::string_view rest = error.what;
  while (!rest.empty()) {  // pack errors come one a line
    const size_t end = std::min(rest.find('\n'), rest.size());
    if (end > 0) Say("tocsin: " + Printable(rest.substr(0, end)));
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  return error.code == Errc::kConfig ? kUsage : kFailed;
}

void Say(const std::string& line) { std::fprintf(stderr, "%s\n", line.c_str()); }

void Print(const std::string& text) { std::fwrite(text.data(), 1, text.size(), stdout); }

std::string Plural(size_t count, const char* one, const char* many) {
  return WithSeparators(count) + " " + (count == 1 ? one : many);
}

const std::atomic<bool>& StopOnSignals() {
  struct sigaction action {};
  action.sa_handler = OnSignal;
  sigemptyset(&action.sa_mask);
  sigaction(SIGINT, &action, nullptr);
  sigaction(SIGTERM, &action, nullptr);
  return stop_asked;
}

void WaitMilliseconds(int ms) { poll(nullptr, 0, ms); }

}  // namespace tocsin
