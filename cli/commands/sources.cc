// tocsin sources: what is crawled, and whether it answers.
#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <set>

#include "cli/commands/batch.h"
#include "cli/commands/commands.h"
#include "ingest/base/limits.h"
#include "ingest/base/suggest.h"
#include "ingest/feed.h"
#include "ingest/http_client.h"
#include "ingest/opml.h"
#include "ingest/web.h"

namespace tocsin {
namespace {

constexpr int kStepMs = 200;

std::string ShowMinutes(int minutes) {
  if (minutes % 1440 == 0) return std::to_string(minutes / 1440) + "d";
  if (minutes % 60 == 0) return std::to_string(minutes / 60) + "h";
  return std::to_string(minutes) + "m";
}

int RunList(Session& session, const std::string& format) {
  const auto config = session.GetConfig();
  if (!config) return Complain(config.error());
  std::vector<std::vector<std::string>> cells;
  std::vector<Json> objects;
  for (const Source& s : (*config)->sources) {
    cells.push_back({s.id, ToString(s.kind), s.language, s.jurisdiction, ShowMinutes(s.interval_minutes),
                     s.enabled ? "yes" : "no", Printable(s.url)});
    objects.push_back({{"id", s.id},
                       {"name", s.name},
                       {"url", s.url},
                       {"kind", ToString(s.kind)},
                       {"language", s.language},
                       {"jurisdiction", s.jurisdiction},
                       {"interval_minutes", s.interval_minutes},
                       {"pages", s.pages_max},
                       {"enabled", s.enabled}});
  }
  const Format chosen = *ParseFormat(format);
  if (cells.empty()) Say("no sources yet: list some under \"sources:\" in tocsin.yaml");
  if (chosen == Format::kTable && !cells.empty()) {
    Print(RenderTable({{"ID"}, {"KIND"}, {"LANG"}, {"WHERE"}, {"EVERY", true}, {"ON"}, {"URL", false, true}}, cells,
                      ScreenOf(1)));
  } else if (chosen == Format::kCsv) {
    Print(RenderCsv({"id", "kind", "language", "jurisdiction", "interval", "enabled", "url"}, cells));
  } else if (chosen != Format::kTable) {
    Print(chosen == Format::kJson ? RenderJson(objects) : RenderJsonLines(objects));
  }
  return kOk;
}

// ---- check --------------------------------------------------------------------------------------
struct Finding {
  const Source* source = nullptr;
  bool well = false;
  std::string what;  // "37 pages listed, newest 2026-01-31", or what is wrong
};

std::string Judge(const HttpResponse& response, const std::string& asked, bool& well) {
  if (response.status != 200) {
    std::string what = "answered " + std::to_string(response.status);
    if (response.status == 404 || response.status == 410) what += ": it is gone; look for a new address";
    if (response.status == 401 || response.status == 403) what += ": it does not want to be read by machines";
    return what;
  }
  RawDocument document;
  document.bytes = response.body;
  document.url = response.url;
  document.content_type = response.content_type;
  const auto listing = ReadListing(document);
  if (!listing) return listing.error().what;
  if (listing->pages.empty() && listing->listings.empty()) return "lists no pages";
  well = true;
  Timestamp newest;
  for (const ListedPage& page : listing->pages) {
    if (page.hint.published.known() && newest.at < page.hint.published.at) newest = page.hint.published;
  }
  std::string what = Plural(listing->pages.size(), "page listed", "pages listed");
  if (!listing->listings.empty())
    what += ", " + Plural(listing->listings.size(), "further listing", "further listings");
  if (newest.known()) what += ", newest " + FormatTimestamp(newest).substr(0, 10);
  if (response.url != asked) what += ", moved to " + response.url;
  return what;
}

Result<std::vector<Finding>> Visit(const std::vector<Source>& sources) {
  HttpOptions options;
  for (const Source& source : sources) {
    if (const auto url = ParseUrl(source.url)) options.allowed_hosts.push_back(url->host);
  }
  auto http = MakeHttpClient(options);
  if (!http) return tl::unexpected(http.error());
  std::vector<Finding> findings(sources.size());
  for (size_t i = 0; i < sources.size(); ++i) {
    findings[i].source = &sources[i];
    findings[i].what = "was not visited";
    (*http)->Start({sources[i].url, "", "", kFeedBytesMax}, [&finding = findings[i]](Result<HttpResponse> response) {
      finding.what = response ? Judge(*response, finding.source->url, finding.well) : response.error().what;
    });
  }
  const std::atomic<bool>& stop = StopOnSignals();
  while (!stop && (*http)->Step(kStepMs) > 0) {
  }
  return findings;
}

Result<std::vector<Source>> Choose(const Config& config, const std::vector<std::string>& ids) {
  if (ids.empty()) return config.sources;
  std::vector<std::string_view> known;
  for (const Source& source : config.sources) known.push_back(source.id);
  std::vector<Source> chosen;
  for (const std::string& id : ids) {
    const auto at = std::find(known.begin(), known.end(), id);
    if (at == known.end()) return Fail(Errc::kConfig, "no source is called \"" + id + "\"" + DidYouMean(id, known));
    chosen.push_back(config.sources[size_t(at - known.begin())]);
  }
  return chosen;
}

int RunCheck(Session& session, const std::vector<std::string>& ids) {
  const auto config = session.GetConfig();
  if (!config) return Complain(config.error());
  const auto sources = Choose(**config, ids);
  if (!sources) return Complain(sources.error());
  const auto findings = Visit(*sources);
  if (!findings) return Complain(findings.error());
  std::vector<std::vector<std::string>> cells;
  size_t unwell = 0;
  for (const Finding& finding : *findings) {
    cells.push_back({finding.well ? "ok" : "needs a look", finding.source->id, Printable(finding.what)});
    unwell += !finding.well;
  }
  if (!cells.empty()) Print(RenderTable({{""}, {""}, {"", false, true}}, cells, ScreenOf(1)));
  if (cells.empty()) Say("no sources yet: list some under \"sources:\" in tocsin.yaml");
  return unwell == 0 ? kOk : unwell == findings->size() ? kFailed : kPartial;
}

// ---- import and export ----------------------------------------------------------------------------

// "BBC News - World" is "bbc-news-world"; a title without such letters gives its host: "www.gov.cn".
std::string IdOf(const OpmlFeed& feed, const std::string& host) {
  constexpr size_t kIdBytesMax = 48;
  std::string id;
  for (const char c : feed.title) {
    const char lower = c >= 'A' && c <= 'Z' ? char(c + 32) : c;
    const bool plain = (lower >= 'a' && lower <= 'z') || (lower >= '0' && lower <= '9');
    if (plain) id += lower;
    if (!plain && !id.empty() && id.back() != '-') id += '-';
    if (id.size() == kIdBytesMax) break;
  }
  while (!id.empty() && id.back() == '-') id.pop_back();
  return id.size() < 2 ? host : id;
}

std::string YamlQuoted(std::string_view text) {
  std::string out = "\"";
  for (const char c : Printable(text)) {
    if (c == '"' || c == '\\') out += '\\';
    out += c;
  }
  return out + "\"";
}

// Prints what can stand in tocsin.yaml, rather than editing a file that people keep by hand.
int RunImport(const std::string& file) {
  const auto bytes = ReadFile(file, kFeedBytesMax);
  if (!bytes) return Complain(bytes.error());
  const auto feeds = ReadOpml(*bytes);
  if (!feeds) return Complain({feeds.error().code, file + ": " + feeds.error().what});
  std::set<std::string> ids, urls;
  std::string out = "sources:\n";
  size_t left_out = 0;
  for (const OpmlFeed& feed : *feeds) {
    const auto url = ParseUrl(feed.url);
    if (!url || (url->scheme != "http" && url->scheme != "https") || url->host.empty()) {
      Say(file + ": left out " + YamlQuoted(feed.url) + ": no http or https address");
      ++left_out;
      continue;
    }
    if (!urls.insert(url->href).second) continue;
    const std::string stem = IdOf(feed, url->host);
    std::string id = stem;
    for (size_t n = 2; !ids.insert(id).second; ++n) id = stem + "-" + std::to_string(n);
    out += "  - {id: " + YamlQuoted(id) + ", kind: feed";
    if (!feed.title.empty()) out += ", name: " + YamlQuoted(feed.title);
    if (!feed.language.empty()) out += ", language: " + YamlQuoted(feed.language);
    out += ", url: " + YamlQuoted(url->href) + "}\n";
  }
  if (ids.empty()) {
    Say(file + ": names no feed");
    return kFailed;
  }
  Print(out);
  return left_out == 0 ? kOk : kPartial;
}

int RunExport(Session& session) {
  const auto config = session.GetConfig();
  if (!config) return Complain(config.error());
  std::vector<OpmlFeed> feeds;
  for (const Source& source : (*config)->sources) {
    if (source.kind == SourceKind::kSitemap || source.kind == SourceKind::kPage) continue;  // no feed reader takes them
    feeds.push_back({source.name.empty() ? source.id : source.name, source.url, source.language});
  }
  Print(WriteOpml("Tocsin sources", feeds));
  return kOk;
}

}  // namespace

void AddSources(CLI::App& app, Session& session) {
  CLI::App* sources = app.add_subcommand("sources", "What is crawled");
  sources->require_subcommand(1);
  auto format = std::make_shared<std::string>("table");
  CLI::App* list = sources->add_subcommand("list", "The configured sources");
  AddFormat(*list, *format);
  list->callback([=, &session] { session.chosen = [=, &session] { return RunList(session, *format); }; });
  auto file = std::make_shared<std::string>();
  CLI::App* import = sources->add_subcommand("import", "The feeds of an OPML file, as lines for tocsin.yaml");
  import->add_option("FILE", *file, "An OPML file, or - for standard input")->required();
  import->callback([=, &session] { session.chosen = [=] { return RunImport(*file);
};
}  // namespace tocsin
);
CLI::App* exported = sources->add_subcommand("export", "The configured feeds as OPML, for any feed reader");
exported->callback([=, &session] { session.chosen = [=, &session] { return RunExport(session); }; });
auto ids = std::make_shared<std::vector<std::string>>();
CLI::App* check = sources->add_subcommand("check", "Fetch each listing once and say what it gives");
check->add_option("SOURCE", *ids, "Ids of sources (default: all)");
check->callback([=, &session] { session.chosen = [=, &session] { return RunCheck(session, *ids); }; });
}

}  // namespace tocsin
