#include "cli/commands/documents.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <iostream>

#include "cli/commands/batch.h"
#include "ingest/base/limits.h"

namespace tocsin {
namespace {

namespace fs = std::filesystem;

constexpr const char* kJsonLines = "application/x-ndjson";

std::string TypeOf(const std::string& path) {
  static constexpr std::pair<std::string_view, const char*> kTypes[] = {{".html", "text/html"},
                                                                        {".htm", "text/html"},
                                                                        {".xhtml", "application/xhtml+xml"},
                                                                        {".txt", "text/plain"},
                                                                        {".text", "text/plain"},
                                                                        {".json", "application/json"},
                                                                        {".jsonl", kJsonLines},
                                                                        {".ndjson", kJsonLines},
                                                                        {".xml", "application/xml"},
                                                                        {".rss", "application/rss+xml"},
                                                                        {".atom", "application/atom+xml"}};
  const std::string extension = fs::path(path).extension().string();
  for (const auto& [known, type] : kTypes) {
    if (extension == known) return type;
  }
  return {};
}

bool LooksLikeJsonLine(std::string_view line) {
  const size_t first = line.find_first_not_of(" \t"), last = line.find_last_not_of(" \t\r");
  return first != std::string_view::npos && line[first] == '{' && line[last] == '}';
}

std::string UrlOf(const std::string& path) {
  if (path == "-") return "file:///dev/stdin";
  std::error_code error;
  const fs::path absolute = fs::absolute(path, error);
  std::string url = "file://";
  static constexpr char kHex[] = "0123456789ABCDEF";
  for (const char c : error ? path : absolute.lexically_normal().string()) {
    const bool plain = std::isalnum(static_cast<unsigned char>(c)) || std::strchr("/-_.~", c) != nullptr;
    if (plain) {
      url += c;
    } else {
      url += {'%', kHex[uint8_t(c) >> 4], kHex[uint8_t(c) & 15]};
    }
  }
  return url;
}

}  // namespace

DocumentStream::DocumentStream(const std::vector<std::string>& paths, std::string content_type, std::string source_id,
                               Instant now)
    : content_type_(std::move(content_type)), source_id_(std::move(source_id)), now_(now) {
  for (const std::string& path : paths) Expand(path);
}

void DocumentStream::Expand(const std::string& path) {
  std::error_code error;
  if (path == "-" || !fs::is_directory(path, error)) {
    paths_.push_back(path);
    return;
  }
  std::vector<std::string> files;
  for (auto at = fs::recursive_directory_iterator(path, error); !error && at != fs::recursive_directory_iterator();
       at.increment(error)) {
    if (at->is_regular_file() && !at->path().filename().string().starts_with(".")) files.push_back(at->path().string());
  }
  if (error) problems_.push_back(path + ": " + error.message());
  std::sort(files.begin(), files.end());
  paths_.insert(paths_.end(), files.begin(), files.end());
}

std::optional<RawDocument> DocumentStream::Next() {
  for (;;) {
    if (lines_ != nullptr) {
      if (auto document = NextLine()) return document;
      continue;
    }
    if (paths_.empty()) return std::nullopt;
    const std::string path = std::move(paths_.front());
    paths_.pop_front();
    if (BeginLines(path)) continue;
    if (auto document = WholeFile(path)) return document;
  }
}

// Whether `path` holds JSON Lines: by its name, or on standard input by the first line.
bool DocumentStream::BeginLines(const std::string& path) {
  first_line_.clear();
  line_number_ = 0;
  lines_path_ = path;
  const std::string type = content_type_.empty() ? TypeOf(path) : content_type_;
  if (path != "-") {
    if (type != kJsonLines) return false;
    lines_file_ = std::ifstream(path, std::ios::binary);
    if (!lines_file_) return false;  // WholeFile says why
    lines_ = &lines_file_;
    return true;
  }
  if (!std::getline(std::cin, first_line_)) return false;
  if (type == kJsonLines || (type.empty() && LooksLikeJsonLine(first_line_))) lines_ = &std::cin;
  return lines_ != nullptr;
}

std::optional<RawDocument> DocumentStream::NextLine() {
  std::string line = std::move(first_line_);
  first_line_.clear();
  while (!line.empty() || std::getline(*lines_, line)) {
    ++line_number_;
    if (line.find_first_not_of(" \t\r") == std::string::npos) {
      line.clear();
      continue;
    }
    RawDocument document = Make(lines_path_, std::move(line), kJsonLines);
    document.url += "#L" + std::to_string(line_number_);
    return document;
  }
  lines_ = nullptr;
  return std::nullopt;
}

std::optional<RawDocument> DocumentStream::WholeFile(const std::string& path) {
  auto bytes = ReadFile(path, kFeedBytesMax);
  if (!bytes) {
    problems_.push_back(bytes.error().what);
    return std::nullopt;
  }
  if (path == "-" && !first_line_.empty()) bytes->insert(0, first_line_ + "\n");
  first_line_.clear();
  return Make(path, std::move(*bytes), content_type_.empty() ? TypeOf(path) : content_type_);
}

RawDocument DocumentStream::Make(const std::string& path, std::string bytes, std::string content_type) const {
  RawDocument document;
  document.bytes = std::move(bytes);
  document.url = UrlOf(path);
  document.content_type = std::move(content_type);
  document.fetched_at = now_;
  document.source_id = source_id_;
  return document;
}

}  // namespace tocsin
