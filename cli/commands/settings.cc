// tocsin config and tocsin doctor: what is set, where it was said, and whether everything is in order.
#include <fmt/format.h>
#include <unistd.h>

#include <CLI/CLI.hpp>
#include <filesystem>

#include "cli/commands/commands.h"
#include "cli/output/words.h"

namespace tocsin {
namespace {

int RunShow(Session& session, bool origin, const std::string& format) {
  const auto config = session.GetConfig();
  if (!config) return Complain(config.error());
  std::vector<std::vector<std::string>> cells;
  std::vector<Json> objects;
  for (const Setting& setting : (*config)->settings) {
    cells.push_back({setting.name, Printable(setting.value)});
    if (origin) cells.back().push_back(Printable(setting.origin));
    objects.push_back({{"name", setting.name}, {"value", setting.value}, {"origin", setting.origin}});
  }
  std::vector<Column> columns = {{"SETTING"}, {"VALUE", false, true}};
  if (origin) columns.push_back({"ORIGIN"});
  const Format chosen = *ParseFormat(format);
  if (chosen == Format::kTable) {
    Print(RenderTable(columns, cells, ScreenOf(1)));
  } else if (chosen == Format::kCsv) {
    std::vector<std::string> header = {"setting", "value"};
    if (origin) header.emplace_back("origin");
    Print(RenderCsv(header, cells));
  } else {
    Print(chosen == Format::kJson ? RenderJson(objects) : RenderJsonLines(objects));
  }
  return kOk;
}

// Why no store can be made at `path`, where there is none; "" when it can.
std::string WhyNoStoreCanBegin(const std::string& path) {
  namespace fs = std::filesystem;
  std::error_code error;
  fs::path at = fs::absolute(path, error).lexically_normal();
  if (at.filename().empty()) at = at.parent_path();
  const bool begun = fs::exists(at / "LOCK", error);
  if (!begun && fs::is_directory(at, error) && !fs::is_empty(at, error)) return "holds other files and is no store";
  for (;; at = at.parent_path()) {
    const fs::file_status status = fs::status(at, error);
    if (status.type() == fs::file_type::not_found && at != at.parent_path()) continue;
    if (status.type() == fs::file_type::none) return at.string() + " cannot be looked at: " + error.message();
    if (status.type() != fs::file_type::directory) return at.string() + " is no folder";
    return access(at.c_str(), R_OK | W_OK | X_OK) == 0 ? "" : at.string() + " cannot be written to";
  }
}

// ---- doctor -------------------------------------------------------------------------------------
class Examination {
 public:
  explicit Examination(Session& session) : session_(session) {}

  int All() {
    if (Configuration()) {
      Packs();
      Alerts();
      Store();
    }
    Say(bad_ == 0 ? "everything is in order" : Plural(bad_, "thing needs", "things need") + " a look");
    return bad_ == 0 ? kOk : kFailed;
  }

 private:
  void Line(bool well, const char* what, const std::string& found) {
    Print(fmt::format("{}  {:<14}{}\n", well ? "ok " : "BAD", what, Printable(found)));
    bad_ += !well;
  }

  bool Configuration() {
    const auto config = session_.GetConfig();
    if (!config) {
      Line(false, "configuration", config.error().what);
      return false;
    }
    std::string files;
    for (const std::string& file : (*config)->files) files += (files.empty() ? "" : ", ") + file;
    Line(true, "configuration", files.empty() ? "no file; the defaults stand" : files);
    size_t enabled = 0;
    for (const Source& source : (*config)->sources) enabled += source.enabled;
    Line(true, "sources", fmt::format("{} of {} enabled", enabled, (*config)->sources.size()));
    return true;
  }

  void Packs() {
    const auto rulebook = session_.GetRulebook();
    if (!rulebook) return Line(false, "rule packs", rulebook.error().what);
    Line(true, "rule packs",
         fmt::format("{}, {}, hash {}", Plural((*rulebook)->Rules().size(), "rule", "rules"),
                     Plural((*rulebook)->lexicon().entities().size(), "entity", "entities"), (*rulebook)->hash()));
  }

  void Alerts() {
    const auto rules = session_.AlertRules();
    if (!rules) return Line(false, "alerts", rules.error().what);
    Line(true, "alerts", Plural(rules->size(), "rule", "rules"));
  }

  void Store() {
    const std::string directory = (*session_.GetConfig())->store;
    const auto log = session_.OpenForReading();
    if (!log && log.error().code == Errc::kNotFound) {
      const std::string why = WhyNoStoreCanBegin(directory);
      return Line(why.empty(), "store", directory + ": " + (why.empty() ? "begins with the first crawl" : why));
    }
    if (!log) return Line(false, "store", log.error().what);
    const auto stats = (*log)->Stats();
    if (!stats) return Line(false, "store", stats.error().what);
    Line(true, "store",
         fmt::format("{}: {}, {}", directory, Plural(stats->articles, "article", "articles"),
                     Plural(stats->events, "event", "events")));
    Line(stats->alerts_waiting == 0, "outbox", Plural(stats->alerts_waiting, "alert waits", "alerts wait"));
    std::error_code error;
    const auto space = std::filesystem::space(directory, error);
    if (error) return Line(false, "disk", directory + ": " + error.message());
    Line(space.available > EventLogOptions().free_bytes_min, "disk",
         fmt::format("{} MiB free", WithSeparators(space.available >> 20)));
  }

  Session& session_;
  size_t bad_ = 0;
};

}  // namespace

void AddConfig(CLI::App& app, Session& session) {
  CLI::App* config = app.add_subcommand("config", "The settings");
  config->require_subcommand(1);
  auto origin = std::make_shared<bool>(false);
  auto format = std::make_shared<std::string>("table");
  CLI::App* show = config->add_subcommand("show", "What is set");
  show->add_flag("--origin", *origin, "And where it was said");
  AddFormat(*show, *format);
  show->callback([=, &session] { session.chosen = [=, &session] { return RunShow(session, *origin, *format); }; });
}

void AddDoctor(CLI::App& app, Session& session) {
  CLI::App* doctor = app.add_subcommand("doctor", "Whether configuration, packs, alerts, store and disk are in order");
  doctor->callback([&session] { session.chosen = [&session] { return Examination(session).All(); }; });
}

}  // namespace tocsin
