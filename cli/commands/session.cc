#include "cli/commands/session.h"

#include <poll.h>
#include <signal.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <cstdio>
#include <filesystem>

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
  const auto packs = PackFiles((*config)->packs);
  if (!packs) return tl::unexpected(packs.error());
  auto loaded = Rulebook::Load(*packs);
  if (!loaded) return tl::unexpected(loaded.error());
  rulebook_ = *loaded;
  return rulebook_;
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
