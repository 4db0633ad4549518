// Files, folders and standard input as a stream of documents.
#pragma once

#include <deque>
#include <fstream>
#include <optional>
#include <string>
#include <vector>

#include "ingest/base/clock.h"
#include "ingest/raw_document.h"

namespace tocsin {

// Hands out one document after the other, folders in the order of names. JSON Lines come a line at a time, so that
// an archive of any size is read in little memory. What cannot be opened is noted and passed over.
class DocumentStream {
 public:
  DocumentStream(const std::vector<std::string>& paths, std::string content_type, std::string source_id, Instant now);

  std::optional<RawDocument> Next();
  const std::vector<std::string>& problems() const { return problems_; }

 private:
  void Expand(const std::string& path);
  std::optional<RawDocument> NextLine();
  bool BeginLines(const std::string& path);
  std::optional<RawDocument> WholeFile(const std::string& path);
  RawDocument Make(const std::string& path, std::string bytes, std::string content_type) const;

  std::deque<std::string> paths_;
  std::string content_type_, source_id_;
  Instant now_;
  std::vector<std::string> problems_;
  // The JSON Lines being read, if any.
  std::ifstream lines_file_;
  std::istream* lines_ = nullptr;
  std::string lines_path_, first_line_;
  size_t line_number_ = 0;
};

}  // namespace tocsin
