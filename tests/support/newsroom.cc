#include "tests/support/newsroom.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>

namespace tocsin::support {
namespace {

namespace fs = std::filesystem;

std::vector<std::string> Split(std::string_view text, char mark) {
  std::vector<std::string> parts(1);
  for (const char c : text) {
    if (c == mark) {
      parts.emplace_back();
    } else {
      parts.back() += c;
    }
  }
  return parts;
}

std::string Stated(const std::string& field) { return field == "-" ? "" : field; }

std::vector<std::string> Names(const std::string& field) {
  return field == "-" ? std::vector<std::string>{} : Split(field, ';');
}

Result<ExpectedReport> ParseLine(std::string_view text, int line) {
  const auto wrong = [&](const std::string& what) {
    return Fail(Errc::kMalformed, "EXPECTED.tsv:" + std::to_string(line) + ": " + what);
  };
  const auto fields = Split(text, '\t');
  if (fields.size() != 9) return wrong("expected 9 fields, got " + std::to_string(fields.size()));
  const auto status = ParseStatus(fields[2]);
  if (!IsKnownType(fields[1])) return wrong("unknown type '" + fields[1] + "'");
  if (!status) return wrong("unknown status '" + fields[2] + "'");
  return ExpectedReport{line,
                        fields[0],
                        fields[1],
                        *status,
                        Names(fields[3]),
                        Names(fields[4]),
                        Stated(fields[5]),
                        Stated(fields[6]),
                        Stated(fields[7]),
                        Stated(fields[8])};
}

void ReplaceAll(std::string& text, std::string_view what, std::string_view with) {
  for (size_t at = text.find(what); at != std::string::npos; at = text.find(what, at + with.size())) {
    text.replace(at, what.size(), with);
  }
}

Result<std::string> ReadFile(const std::string& path) {
  std::ifstream in(NewsroomFolder() + "/" + path, std::ios::binary);
  if (!in) return Fail(Errc::kNotFound, path + ": no such file");
  return std::string{std::istreambuf_iterator<char>(in), {}};
}

std::string ByExtension(const std::string& path) {
  if (path.ends_with(".html")) return "text/html; charset=utf-8";
  if (path.ends_with(".xml") || path.ends_with(".atom")) return "application/xml";
  if (path.ends_with(".json")) return "application/json";
  return "text/plain; charset=utf-8";
}

}  // namespace

Result<std::vector<ExpectedReport>> ParseExpected(std::string_view text) {
  std::vector<ExpectedReport> reports;
  int line = 0;
  for (const std::string& row : Split(text, '\n')) {
    ++line;
    if (row.empty() || row.front() == '#') continue;
    auto report = ParseLine(row, line);
    if (!report) return tl::make_unexpected(report.error());
    reports.push_back(std::move(*report));
  }
  return reports;
}

std::string NewsroomFolder() { return TOCSIN_SOURCE_DIR "/samples/newsroom"; }

Result<std::string> ReadNewsroom(const std::string& path, std::string_view origin) {
  auto bytes = ReadFile(path);
  if (bytes) ReplaceAll(*bytes, "{{ORIGIN}}", origin);
  return bytes;
}

std::vector<std::string> NewsroomFiles() {
  std::vector<std::string> files;
  for (const auto& entry : fs::recursive_directory_iterator(NewsroomFolder())) {
    if (entry.is_regular_file()) files.push_back(fs::relative(entry.path(), NewsroomFolder()).generic_string());
  }
  std::sort(files.begin(), files.end());
  return files;
}

std::string NewsroomContentType(const std::string& path) {
  std::string type = ByExtension(path);
  size_t longest = 0;
  for (const std::string& row : Split(ReadFile(".headers").value_or(""), '\n')) {
    const size_t colon = row.find(": ");
    if (row.starts_with('#') || colon == std::string::npos) continue;
    const std::string_view suffix = std::string_view(row).substr(0, colon);
    if (suffix.size() <= longest || !("/" + path).ends_with(suffix)) continue;
    longest = suffix.size();
    type = row.substr(colon + 2);
  }
  return type;
}

}  // namespace tocsin::support
