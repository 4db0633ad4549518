// What the user wants, and where it was said.
//
// flag > TOCSIN_* > ./tocsin.yaml > user (XDG) > /etc/tocsin. Single settings are taken from the strongest place that
// has them; sources, channels and alerts are collected from all, and an id that stands again replaces the weaker one.
// Everything works without a file. Paths in a file are relative to that file.
#pragma once

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "ingest/base/error.h"
#include "ingest/crawler.h"
#include "ingest/source.h"
#include "rules/alert_rule.h"

namespace tocsin {

enum class ChannelKind : uint8_t { kStdout, kFile, kWebhook };

// Where alerts go.
struct ChannelConfig {
  std::string id;
  ChannelKind kind = ChannelKind::kStdout;
  std::string path;         // kFile: JSON Lines are appended
  std::string url;          // kWebhook
  std::string secret_file;  // kWebhook: signs with what is in it; "" = no signature
};

// An alert rule whose query is not parsed yet: names in it resolve by the rule packs.
struct AlertConfig {
  std::string id, when;
  std::vector<ChangeKind> on;
  std::vector<std::string> to;
  std::string where;  // "tocsin.yaml:12:9" of `when`, for messages
};

// One line of `config show`.
struct Setting {
  std::string name, value, origin;  // "crawl.delay", "1s", "tocsin.yaml:3:10"
};

struct Config {
  std::string store = "./data";
  std::vector<std::string> packs;  // folders or files on top of the built-in packs
  CrawlOptions crawl;
  int timeout_seconds = 30;  // of one transfer
  int workers = 0;           // reading threads; 0 = one a core
  std::vector<Source> sources;
  std::vector<ChannelConfig> channels;  // "stdout" always exists
  std::vector<AlertConfig> alerts;
  std::vector<Setting> settings;      // everything above with its origin, in a fixed order
  std::vector<std::string> files;     // that were read, weakest first
  std::vector<std::string> warnings;  // "TOCSIN_STOR is not a setting; did you mean TOCSIN_STORE?"
};

// Where to look. Tests make their own; CurrentPlaces() looks at the process.
struct ConfigPlaces {
  std::vector<std::string> files;                                // weakest first; those that do not exist are skipped
  bool required = false;                                         // --config FILE: it must exist
  std::vector<std::pair<std::string, std::string>> environment;  // TOCSIN_*
  std::vector<std::pair<std::string, std::string>> flags;        // {"store", "/var/lib/tocsin"}
};

// `config_file` (of --config, or TOCSIN_CONFIG) stands instead of the three usual files.
ConfigPlaces CurrentPlaces(const std::string& config_file, const std::string& store_flag);

// kConfig: "file:line:column: what", with a suggestion for a key that is unknown.
Result<Config> LoadConfig(const ConfigPlaces& places);

// "500ms", "1s", "30m", "12h", "7d" in milliseconds; a bare number counts seconds. kConfig otherwise.
Result<int64_t> ParseDuration(std::string_view text);

const char* ToString(SourceKind kind);   // "auto", "feed", "sitemap", "page"
const char* ToString(ChannelKind kind);  // "stdout", "file", "webhook"

}  // namespace tocsin
