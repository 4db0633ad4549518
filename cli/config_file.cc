#include "cli/config_file.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "ingest/base/suggest.h"
#include "ingest/web.h"
#include "rules/yaml.h"

namespace tocsin {
namespace {

namespace fs = std::filesystem;

constexpr size_t kConfigBytesMax = 4u << 20;  // ten thousand sources; more is not a configuration
constexpr int kIncludeDepthMax = 4;

struct Reader {
  const ScalarSetter& set;
  Config& config;
  std::map<std::string, std::string>& origins;
  fs::path folder;  // of the file being read
  int depth = 0;
};

Result<YamlValue> ParseFile(const std::string& file) {
  std::error_code error;
  if (fs::is_directory(file, error)) return Fail(Errc::kConfig, file + ": is a folder, not a configuration file");
  std::ifstream in(file, std::ios::binary);
  std::ostringstream text;
  if (in) text << in.rdbuf();
  // An empty file gives nothing to `text` either, and is no failure.
  if (!in || in.bad()) return Fail(Errc::kConfig, file + ": cannot be read");
  if (text.str().size() > kConfigBytesMax) return Fail(Errc::kConfig, file + ": is larger than 4 MiB");
  return YamlValue::Parse(text.str(), file);
}

std::string Resolved(const fs::path& folder, const std::string& path) {
  if (path.empty() || fs::path(path).is_absolute() || folder.empty()) return path;
  return (folder / path).lexically_normal().string();
}

// The item with the same id is replaced, else `item` comes last.
template <class T>
void Put(std::vector<T>& items, T item) {
  const auto same = std::find_if(items.begin(), items.end(), [&](const T& other) { return other.id == item.id; });
  if (same != items.end()) {
    *same = std::move(item);
  } else {
    items.push_back(std::move(item));
  }
}

// Reads `key` with `read` when it is there.
template <class T, class Read>
Result<void> Take(const YamlValue& map, std::string_view key, T& into, const Read& read) {
  const YamlValue* value = map.Find(key);
  if (value == nullptr || value->is_null()) return {};
  auto got = read(*value);
  if (!got) return tl::unexpected(got.error());
  into = std::move(*got);
  return {};
}

Result<std::string> Text(const YamlValue& value) { return value.AsString(); }
Result<bool> Truth(const YamlValue& value) { return value.AsBool(); }

Result<std::string> NeedText(const YamlValue& map, std::string_view key) {
  const YamlValue* value = map.Find(key);
  if (value == nullptr) return map.Bad("\"" + std::string(key) + "\" is missing");
  auto text = value->AsString();
  if (text && text->empty()) return value->Bad("\"" + std::string(key) + "\" is empty");
  return text;
}

Result<std::string> Id(const YamlValue& map) {
  auto id = NeedText(map, "id");
  if (!id) return id;
  const bool plain = id->size() <= 64 && std::all_of(id->begin(), id->end(), [](char c) {
                       return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
                              c == '_' || c == '.';
                     });
  if (!plain) return map.Find("id")->Bad("an id has letters, digits, \"-\", \"_\" and \".\", found \"" + *id + "\"");
  return id;
}

// A word out of a fixed list.
template <class T>
Result<T> Choice(const YamlValue& value, std::string_view what, std::initializer_list<T> choices) {
  const auto text = value.AsString();
  if (!text) return tl::unexpected(text.error());
  std::vector<std::string_view> names;
  for (const T choice : choices) {
    if (*text == ToString(choice)) return choice;
    names.push_back(ToString(choice));
  }
  std::string all;
  for (const std::string_view name : names) all += (all.empty() ? "" : ", ") + std::string(name);
  return value.Bad("unknown " + std::string(what) + " \"" + *text + "\" (one of " + all + ")" +
                   DidYouMean(*text, names));
}

Result<std::string> WebAddress(const YamlValue& map) {
  auto text = NeedText(map, "url");
  if (!text) return text;
  const auto url = ParseUrl(*text);
  if (!url || (url->scheme != "http" && url->scheme != "https")) {
    return map.Find("url")->Bad("expected an http or https address, found \"" + *text + "\"");
  }
  return text;
}

Result<int> Minutes(const YamlValue& value) {
  const auto text = value.AsString();
  if (!text) return tl::unexpected(text.error());
  const auto ms = ParseDuration(*text);
  if (!ms) return value.Bad(ms.error().what);
  if (*ms < 60'000 || *ms > 366 * 86'400'000ll) return value.Bad("expected 1m to 366d, found \"" + *text + "\"");
  return int(*ms / 60'000);
}

Result<size_t> Count(const YamlValue& value) {
  const auto number = value.AsInt();
  if (!number) return tl::unexpected(number.error());
  if (*number < 1 || *number > 1'000'000) return value.Bad("expected a number from 1 to 1000000");
  return size_t(*number);
}

Result<Source> ReadSource(const YamlValue& map) {
  if (!map.is_map()) return map.Bad("expected a source: {id: ..., url: ...}");
  auto known = map.OnlyKeys({"id", "name", "url", "kind", "language", "jurisdiction", "interval", "pages", "enabled"});
  if (!known) return tl::unexpected(known.error());
  Source source;
  auto id = Id(map);
  if (!id) return tl::unexpected(id.error());
  source.id = *id;
  auto url = WebAddress(map);
  if (!url) return tl::unexpected(url.error());
  source.url = *url;
  const auto kind = [](const YamlValue& v) {
    return Choice(v, "kind", {SourceKind::kAuto, SourceKind::kFeed, SourceKind::kSitemap, SourceKind::kPage});
  };
  for (auto taken : {Take(map, "name", source.name, Text), Take(map, "kind", source.kind, kind),
                     Take(map, "language", source.language, Text), Take(map, "jurisdiction", source.jurisdiction, Text),
                     Take(map, "interval", source.interval_minutes, Minutes),
                     Take(map, "pages", source.pages_max, Count), Take(map, "enabled", source.enabled, Truth)}) {
    if (!taken) return tl::unexpected(taken.error());
  }
  return source;
}

Result<ChannelConfig> ReadChannel(const YamlValue& map, const fs::path& folder) {
  if (!map.is_map()) return map.Bad("expected a channel: {id: ..., kind: ...}");
  auto known = map.OnlyKeys({"id", "kind", "path", "url", "secret_file"});
  if (!known) return tl::unexpected(known.error());
  ChannelConfig channel;
  auto id = Id(map);
  if (!id) return tl::unexpected(id.error());
  channel.id = *id;
  if (map.Find("kind") == nullptr) return map.Bad("\"kind\" is missing (one of stdout, file, webhook)");
  auto kind = Choice(*map.Find("kind"), "kind", {ChannelKind::kStdout, ChannelKind::kFile, ChannelKind::kWebhook});
  if (!kind) return tl::unexpected(kind.error());
  channel.kind = *kind;
  if (channel.kind == ChannelKind::kFile) {
    auto path = NeedText(map, "path");
    if (!path) return tl::unexpected(path.error());
    channel.path = Resolved(folder, *path);
  }
  if (channel.kind == ChannelKind::kWebhook) {
    auto url = WebAddress(map);
    if (!url) return tl::unexpected(url.error());
    channel.url = *url;
    if (auto secret = Take(map, "secret_file", channel.secret_file, Text); !secret) {
      return tl::unexpected(secret.error());
    }
    channel.secret_file = Resolved(folder, channel.secret_file);
  }
  return channel;
}

Result<std::vector<ChangeKind>> ReadChanges(const YamlValue& value) {
  if (value.is_list()) {
    std::vector<ChangeKind> kinds;
    for (const YamlValue& item : value.list()) {
      auto one = ReadChanges(item);
      if (!one) return one;
      kinds.insert(kinds.end(), one->begin(), one->end());
    }
    if (kinds.empty()) return value.Bad("\"on\" is empty");
    return kinds;
  }
  auto kind =
      Choice(value, "change",
             {ChangeKind::kNewStoryline, ChangeKind::kNewReport, ChangeKind::kStatusChange, ChangeKind::kAmountChange});
  if (!kind) return tl::unexpected(kind.error());
  return std::vector<ChangeKind>{*kind};
}

Result<AlertConfig> ReadAlert(const YamlValue& map) {
  if (!map.is_map()) return map.Bad("expected an alert: {id: ..., when: ..., on: [...], to: [...]}");
  auto known = map.OnlyKeys({"id", "when", "on", "to"});
  if (!known) return tl::unexpected(known.error());
  AlertConfig alert;
  auto id = Id(map);
  if (!id) return tl::unexpected(id.error());
  alert.id = *id;
  auto when = NeedText(map, "when");
  if (!when) return tl::unexpected(when.error());
  alert.when = *when;
  alert.where = map.Find("when")->Where();
  alert.on = {ChangeKind::kNewStoryline, ChangeKind::kStatusChange};
  alert.to = {"stdout"};
  if (auto on = Take(map, "on", alert.on, ReadChanges); !on) return tl::unexpected(on.error());
  auto to = Take(map, "to", alert.to, [](const YamlValue& v) { return v.AsStrings(); });
  if (!to) return tl::unexpected(to.error());
  return alert;
}

// Every item of the list under `key`, read by `read` and put into `items`. An id twice in one file is a mistake.
template <class T, class Read>
Result<void> ReadList(const YamlValue& root, const char* key, Reader& reader, std::vector<T>& items, const Read& read) {
  const YamlValue* list = root.Find(key);
  if (list == nullptr || list->is_null()) return {};
  if (!list->is_list()) return list->Bad("expected a list under \"" + std::string(key) + "\"");
  std::map<std::string, std::string> here;
  for (const YamlValue& value : list->list()) {
    auto item = read(value);
    if (!item) return tl::unexpected(item.error());
    const auto [first, fresh] = here.emplace(item->id, value.Where());
    if (!fresh) return value.Bad("the id \"" + item->id + "\" stands twice, first at " + first->second);
    reader.origins[std::string(key) + "." + item->id] = value.Where();
    Put(items, std::move(*item));
  }
  return {};
}

Result<void> ReadScalars(const YamlValue& root, Reader& reader) {
  const auto one = [&](const YamlValue* value, const std::string& name) -> Result<void> {
    if (value == nullptr || value->is_null()) return {};
    auto text = value->AsString();
    if (!text) return tl::unexpected(text.error());
    return reader.set(name, name == "store" ? Resolved(reader.folder, *text) : *text, value->Where());
  };
  if (auto set = one(root.Find("store"), "store"); !set) return set;
  if (auto set = one(root.Find("workers"), "workers"); !set) return set;
  const YamlValue* crawl = root.Find("crawl");
  if (crawl == nullptr || crawl->is_null()) return {};
  if (!crawl->is_map()) return crawl->Bad("expected {delay: ..., agent: ...} under \"crawl\"");
  if (auto known = crawl->OnlyKeys({"agent", "delay", "connections", "attempts", "timeout"}); !known) return known;
  for (const auto& [key, value] : crawl->map()) {
    if (auto set = one(&value, "crawl." + key.scalar()); !set) return set;
  }
  return {};
}

Result<void> ReadPacks(const YamlValue& root, Reader& reader) {
  const YamlValue* packs = root.Find("packs");
  if (packs == nullptr || packs->is_null()) return {};
  auto paths = packs->AsStrings();
  if (!paths) return tl::unexpected(paths.error());
  for (std::string& path : *paths) path = Resolved(reader.folder, path);
  reader.config.packs = std::move(*paths);
  reader.origins["packs"] = packs->Where();
  return {};
}

Result<void> ReadOne(const std::string& file, Reader& reader);

Result<void> ReadIncludes(const YamlValue& root, Reader& reader) {
  const YamlValue* include = root.Find("include");
  if (include == nullptr || include->is_null()) return {};
  if (reader.depth >= kIncludeDepthMax) return include->Bad("files include each other too deeply");
  auto paths = include->AsStrings();
  if (!paths) return tl::unexpected(paths.error());
  for (const std::string& path : *paths) {
    Reader inner{reader.set, reader.config, reader.origins, {}, reader.depth + 1};
    if (auto read = ReadOne(Resolved(reader.folder, path), inner); !read) {
      return tl::unexpected(While(include->Where(), read.error()));
    }
  }
  return {};
}

Result<void> ReadOne(const std::string& file, Reader& reader) {
  reader.folder = fs::path(file).parent_path();
  const auto root = ParseFile(file);
  if (!root) return tl::unexpected(root.error());
  if (root->is_null()) return {};
  if (!root->is_map()) return root->Bad("expected settings like \"store: data\"");
  auto known = root->OnlyKeys({"store", "packs", "workers", "crawl", "include", "sources", "channels", "alerts"});
  if (!known) return known;
  Config& config = reader.config;
  const auto channel = [&](const YamlValue& v) { return ReadChannel(v, reader.folder); };
  if (auto r = ReadScalars(*root, reader); !r) return r;
  if (auto r = ReadPacks(*root, reader); !r) return r;
  if (auto r = ReadIncludes(*root, reader); !r) return r;
  if (auto r = ReadList(*root, "sources", reader, config.sources, ReadSource); !r) return r;
  if (auto r = ReadList(*root, "channels", reader, config.channels, channel); !r) return r;
  return ReadList(*root, "alerts", reader, config.alerts, ReadAlert);
}

}  // namespace

Result<void> ReadConfigFile(const std::string& file, const ScalarSetter& set, Config& config,
                            std::map<std::string, std::string>& origins) {
  Reader reader{set, config, origins, {}, 0};
  return ReadOne(file, reader);
}

}  // namespace tocsin
