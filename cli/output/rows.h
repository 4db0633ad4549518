// Rows for people and programs: one answer, four shapes.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cli/output/json.h"
#include "cli/output/terminal.h"

namespace tocsin {

enum class Format : uint8_t { kTable, kJson, kJsonl, kCsv };
std::optional<Format> ParseFormat(std::string_view text);  // "table", "json", "jsonl", "csv"

struct Column {
  std::string title;  // "" for a column without one
  bool right = false;
  bool shrinks = false;  // gives up width first when the screen is narrow
};

// Columns aligned by display width, two spaces between them, no trailing space. Cells must be Printable, but may hold
// the colours of StatusMark. With a bounded screen, columns that shrink are cut with "…"; the rest is left whole.
std::string RenderTable(const std::vector<Column>& columns, const std::vector<std::vector<std::string>>& rows,
                        const Screen& screen);

// RFC 4180 with LF line ends and a header. A cell that a spreadsheet would take for a formula gets an apostrophe.
std::string RenderCsv(const std::vector<std::string>& header, const std::vector<std::vector<std::string>>& rows);

// A JSON array, or one object a line.
std::string RenderJson(const std::vector<Json>& rows);
std::string RenderJsonLines(const std::vector<Json>& rows);

}  // namespace tocsin
