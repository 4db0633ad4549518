#include "cli/config.h"

#include <algorithm>
#include <cctype>
#include <charconv>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <functional>
#include <set>
#include <sstream>

#include "cli/config_file.h"
#include "ingest/base/suggest.h"

extern char** environ;

namespace tocsin {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kPrefix = "TOCSIN_";

// A setting that is one value: its name in files ("crawl.delay"), in the environment (TOCSIN_CRAWL_DELAY), its effect.
struct Scalar {
  const char* name;
  std::function<Result<void>(Config&, const std::string&)> set;
  std::function<std::string(const Config&)> show;
};

std::string ShowMilliseconds(int64_t ms) {
  return ms % 1000 == 0 ? std::to_string(ms / 1000) + "s" : std::to_string(ms) + "ms";
}

Result<void> SetNumber(const std::string& text, int64_t low, int64_t high, int& into) {
  int value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size() || value < low || value > high) {
    return Fail(Errc::kConfig, "expected a number from " + std::to_string(low) + " to " + std::to_string(high) +
                                   ", found \"" + text + "\"");
  }
  into = value;
  return {};
}

Result<void> SetDuration(const std::string& text, int64_t low_ms, int64_t high_ms, int64_t unit_ms, int& into) {
  const auto ms = ParseDuration(text);
  if (!ms) return tl::unexpected(ms.error());
  if (*ms < low_ms || *ms > high_ms) {
    return Fail(Errc::kConfig, "expected " + ShowMilliseconds(low_ms) + " to " + ShowMilliseconds(high_ms) +
                                   ", found \"" + text + "\"");
  }
  into = int(*ms / unit_ms);
  return {};
}

Result<void> SetText(const std::string& text, std::string& into) {
  if (text.empty()) return Fail(Errc::kConfig, "expected a value, found nothing");
  into = text;
  return {};
}

const std::vector<Scalar>& Scalars() {
  static const std::vector<Scalar> kScalars = {
      {"store", [](Config& c, const std::string& t) { return SetText(t, c.store); },
       [](const Config& c) { return c.store; }},
      {"workers", [](Config& c, const std::string& t) { return SetNumber(t, 0, 256, c.workers); },
       [](const Config& c) { return c.workers == 0 ? std::string("0 (one a core)") : std::to_string(c.workers); }},
      {"crawl.agent", [](Config& c, const std::string& t) { return SetText(t, c.crawl.agent); },
       [](const Config& c) { return c.crawl.agent; }},
      {"crawl.delay",
       [](Config& c, const std::string& t) { return SetDuration(t, 0, 3'600'000, 1, c.crawl.host_delay_ms); },
       [](const Config& c) { return ShowMilliseconds(c.crawl.host_delay_ms); }},
      {"crawl.connections",
       [](Config& c, const std::string& t) { return SetNumber(t, 1, 32, c.crawl.host_connections_max); },
       [](const Config& c) { return std::to_string(c.crawl.host_connections_max); }},
      {"crawl.attempts", [](Config& c, const std::string& t) { return SetNumber(t, 1, 20, c.crawl.attempts_max); },
       [](const Config& c) { return std::to_string(c.crawl.attempts_max); }},
      {"crawl.timeout",
       [](Config& c, const std::string& t) { return SetDuration(t, 1'000, 600'000, 1'000, c.timeout_seconds); },
       [](const Config& c) { return ShowMilliseconds(c.timeout_seconds * 1'000); }},
  };
  return kScalars;
}

std::string VariableOf(std::string_view name) {
  std::string variable(kPrefix);
  for (const char c : name) variable += c == '.' ? '_' : char(std::toupper(c));
  return variable;
}

Result<void> SetByName(Config& config, std::map<std::string, std::string>& origins, const std::string& name,
                       const std::string& value, const std::string& origin) {
  for (const Scalar& scalar : Scalars()) {
    if (name != scalar.name) continue;
    if (auto set = scalar.set(config, value); !set) return tl::unexpected(While(origin, set.error()));
    origins[name] = origin;
    return {};
  }
  return Fail(Errc::kConfig, origin + ": no setting is called " + name);
}

std::vector<std::string> SplitPaths(const std::string& text) {
  std::vector<std::string> paths;
  std::stringstream in(text);
  for (std::string path; std::getline(in, path, ':');) {
    if (!path.empty()) paths.push_back(path);
  }
  return paths;
}

Result<void> ApplyEnvironment(const ConfigPlaces& places, Config& config, std::map<std::string, std::string>& origins) {
  std::vector<std::string> known = {"TOCSIN_CONFIG", "TOCSIN_PACKS"};
  for (const Scalar& scalar : Scalars()) known.push_back(VariableOf(scalar.name));
  const std::vector<std::string_view> names(known.begin(), known.end());
  for (const auto& [variable, value] : places.environment) {
    if (variable == "TOCSIN_PACKS") {
      config.packs = SplitPaths(value);
      origins["packs"] = variable;
      continue;
    }
    if (variable == "TOCSIN_CONFIG") continue;
    bool found = false;
    for (const Scalar& scalar : Scalars()) {
      if (variable != VariableOf(scalar.name)) continue;
      found = true;
      if (auto set = SetByName(config, origins, scalar.name, value, variable); !set) return set;
    }
    if (!found) config.warnings.push_back(variable + " is not a setting" + DidYouMean(variable, names));
  }
  return {};
}

std::string Listed(const std::vector<std::string>& items) {
  std::string out;
  for (const std::string& item : items) out += (out.empty() ? "" : ", ") + item;
  return out.empty() ? "(none)" : out;
}

void AddSettings(Config& config, const std::map<std::string, std::string>& origins) {
  const auto origin = [&](const std::string& name) {
    const auto at = origins.find(name);
    return at == origins.end() ? std::string("default") : at->second;
  };
  for (const Scalar& scalar : Scalars()) {
    config.settings.push_back({scalar.name, scalar.show(config), origin(scalar.name)});
  }
  config.settings.push_back({"packs", Listed(config.packs), origin("packs")});
  for (const Source& s : config.sources) {
    config.settings.push_back({"sources." + s.id, s.url + (s.enabled ? "" : " (disabled)"), origin("sources." + s.id)});
  }
  for (const ChannelConfig& c : config.channels) {
    const std::string detail = c.kind == ChannelKind::kFile      ? " " + c.path
                               : c.kind == ChannelKind::kWebhook ? " " + c.url
                                                                 : "";
    config.settings.push_back({"channels." + c.id, ToString(c.kind) + detail, origin("channels." + c.id)});
  }
  for (const AlertConfig& a : config.alerts) {
    config.settings.push_back({"alerts." + a.id, a.when, origin("alerts." + a.id)});
  }
}

Result<void> CheckChannels(const Config& config) {
  std::vector<std::string_view> ids;
  for (const ChannelConfig& channel : config.channels) ids.push_back(channel.id);
  for (const AlertConfig& alert : config.alerts) {
    for (const std::string& id : alert.to) {
      if (std::find(ids.begin(), ids.end(), id) != ids.end()) continue;
      return Fail(Errc::kConfig,
                  alert.where + ": alert " + alert.id + ": no channel is called \"" + id + "\"" + DidYouMean(id, ids));
    }
  }
  return {};
}

std::string Variable(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? "" : value;
}

}  // namespace

const char* ToString(SourceKind kind) {
  switch (kind) {
    case SourceKind::kAuto: return "auto";
    case SourceKind::kFeed: return "feed";
    case SourceKind::kSitemap: return "sitemap";
    case SourceKind::kPage: return "page";
  }
  return "auto";
}

const char* ToString(ChannelKind kind) {
  switch (kind) {
    case ChannelKind::kStdout: return "stdout";
    case ChannelKind::kFile: return "file";
    case ChannelKind::kWebhook: return "webhook";
  }
  return "stdout";
}

Result<int64_t> ParseDuration(std::string_view text) {
  int64_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  const std::string_view unit = text.substr(size_t(end - text.data()));
  static constexpr std::pair<std::string_view, int64_t> kUnits[] = {{"", 1'000},   {"ms", 1},        {"s", 1'000},
                                                                    {"m", 60'000}, {"h", 3'600'000}, {"d", 86'400'000}};
  for (const auto& [name, ms] : kUnits) {
    if (error == std::errc() && unit == name && number >= 0 && number <= 1'000'000'000) return number * ms;
  }
  return Fail(Errc::kConfig, "expected a time like 500ms, 1s, 30m or 12h, found \"" + std::string(text) + "\"");
}

ConfigPlaces CurrentPlaces(const std::string& config_file, const std::string& store_flag) {
  ConfigPlaces places;
  const std::string named = config_file.empty() ? Variable("TOCSIN_CONFIG") : config_file;
  if (!named.empty()) {
    places.files = {named};
    places.required = true;
  } else {
    const std::string xdg = Variable("XDG_CONFIG_HOME"), home = Variable("HOME");
    places.files.push_back("/etc/tocsin/tocsin.yaml");
    if (!xdg.empty()) {
      places.files.push_back(xdg + "/tocsin/tocsin.yaml");
    } else if (!home.empty()) {
      places.files.push_back(home + "/.config/tocsin/tocsin.yaml");
    }
    places.files.push_back("tocsin.yaml");
  }
  for (char** at = environ; *at != nullptr; ++at) {
    const std::string_view entry = *at;
    const size_t equals = entry.find('=');
    if (!entry.starts_with(kPrefix) || equals == std::string_view::npos) continue;
    places.environment.emplace_back(entry.substr(0, equals), entry.substr(equals + 1));
  }
  if (!store_flag.empty()) places.flags.emplace_back("store", store_flag);
  return places;
}

Result<Config> LoadConfig(const ConfigPlaces& places) {
  Config config;
  config.channels.push_back({"stdout", ChannelKind::kStdout, "", "", ""});
  std::map<std::string, std::string> origins;
  const ScalarSetter set = [&](const std::string& name, const std::string& value, const std::string& where) {
    return SetByName(config, origins, name, value, where);
  };
  for (const std::string& file : places.files) {
    std::error_code error;
    if (!fs::exists(file, error)) {
      if (places.required)
        return Fail(Errc::kConfig, file + (error ? ": cannot be read: " + error.message() : ": there is no such file"));
      continue;
    }
    if (auto read = ReadConfigFile(file, set, config, origins); !read) return tl::unexpected(read.error());
    config.files.push_back(file);
  }
  if (auto applied = ApplyEnvironment(places, config, origins); !applied) return tl::unexpected(applied.error());
  for (const auto& [name, value] : places.flags) {
    if (auto applied = SetByName(config, origins, name, value, "--" + name); !applied) {
      return tl::unexpected(applied.error());
    }
  }
  if (auto checked = CheckChannels(config); !checked) return tl::unexpected(checked.error());
  AddSettings(config, origins);
  return config;
}

}  // namespace tocsin
