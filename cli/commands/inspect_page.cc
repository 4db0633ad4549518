// `tocsin inspect page`: what is read from an HTML page.
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <iostream>
#include <vector>

#include "cli/commands/batch.h"
#include "cli/commands/inspect.h"
#include "ingest/base/limits.h"
#include "ingest/page.h"

namespace tocsin {
namespace {

Result<std::string> ReadPageFile(const std::string& path) {
  auto bytes = ReadFile(path, kPageBytesMax);
  if (!bytes || !path.ends_with(".gz")) return bytes;
  return Gunzip(*bytes, kPageBytesMax).map_error([&](Error e) { return While(path, std::move(e)); });
}

// The page's own wall clock with its offset: "2025-01-17T22:10:00-05:00" is dated the 17th, not the 18th.
std::string LocalTime(const PageReading& page) {
  const int zone = page.published_zone_seconds, minutes = std::abs(zone) / 60;
  if (zone == 0 || page.published.precision < Precision::kMinute) return FormatTimestamp(page.published);
  std::string text = FormatInstant({page.published.at.seconds + zone});
  text.pop_back();  // the Z
  char offset[16];
  std::snprintf(offset, sizeof offset, "%c%02d:%02d", zone < 0 ? '-' : '+', minutes / 60 % 24, minutes % 60);
  return text + offset;
}

Json ToJson(const std::string& file, const PageReading& page, bool explain) {
  Json json{{"file", file},
            {"title", page.title},
            {"authors", page.authors},
            {"site", page.site},
            {"language", page.language},
            {"published", LocalTime(page)},
            {"canonical_url", page.canonical_url},
            {"text", page.text}};
  if (explain) {
    json["published_origin"] = ToString(page.published_origin);
    json["modified"] = FormatTimestamp(page.modified);
    json["notes"] = page.notes;
  }
  return json;
}

bool IsPageName(const std::string& name) {
  return name.ends_with(".html") || name.ends_with(".htm") || name.ends_with(".html.gz") || name.ends_with(".htm.gz");
}

std::vector<std::filesystem::path> PagesIn(const std::string& folder, std::error_code& error) {
  std::vector<std::filesystem::path> out;
  for (std::filesystem::directory_iterator at(folder, error), end; !error && at != end; at.increment(error)) {
    if (IsPageName(at->path().filename().string())) out.push_back(at->path());
  }
  std::sort(out.begin(), out.end());
  return out;
}

// Prints one page; false when it could not be read.
bool PrintPage(const std::string& path, const std::string& name, const InspectOptions& options) {
  const auto bytes = ReadPageFile(path);
  if (!bytes) {
    std::cerr << bytes.error().what << '\n';
    return false;
  }
  const Utf8Text html = DecodeHtmlBytes(*bytes, options.content_type);
  std::cout << ToLine(ToJson(name, ReadPage(html.text, options.url), options.explain)) << '\n';
  return true;
}

}  // namespace

int InspectPage(const InspectOptions& options) {
  if (!options.batch) return PrintPage(options.file, options.file, options) ? 0 : 1;
  std::error_code error;
  const auto pages = PagesIn(options.file, error);
  if (error) {
    std::cerr << options.file << ": " << error.message() << '\n';
    return 1;
  }
  bool all = true;
  for (const auto& page : pages) all = PrintPage(page.string(), page.filename().string(), options) && all;
  return all ? 0 : 3;
}

}  // namespace tocsin
