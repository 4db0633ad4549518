#include "cli/output/rows.h"

#include <algorithm>

namespace tocsin {
namespace {

constexpr size_t kGap = 2;
constexpr size_t kShrunkMin = 8;  // columns below which a cell says nothing any more

// Width without colour sequences, which only StatusMark makes: ESC "[" ... "m".
size_t CellWidth(std::string_view cell) {
  size_t width = 0;
  while (!cell.empty()) {
    const size_t escape = cell.find('\033');
    width += DisplayWidth(cell.substr(0, escape));
    if (escape == std::string_view::npos) break;
    const size_t end = cell.find('m', escape);
    cell.remove_prefix(end == std::string_view::npos ? cell.size() : end + 1);
  }
  return width;
}

std::vector<size_t> NaturalWidths(const std::vector<Column>& columns,
                                  const std::vector<std::vector<std::string>>& rows) {
  std::vector<size_t> widths;
  for (size_t i = 0; i < columns.size(); ++i) {
    size_t width = DisplayWidth(columns[i].title);
    for (const auto& row : rows) width = std::max(width, CellWidth(row[i]));
    widths.push_back(width);
  }
  return widths;
}

// Takes one column after the other off the widest that may shrink, until the row fits.
void Shrink(const std::vector<Column>& columns, size_t screen_columns, std::vector<size_t>& widths) {
  size_t total = widths.empty() ? 0 : kGap * (widths.size() - 1);
  for (const size_t width : widths) total += width;
  while (total > screen_columns) {
    size_t widest = columns.size();
    for (size_t i = 0; i < columns.size(); ++i) {
      if (!columns[i].shrinks || widths[i] <= kShrunkMin) continue;
      if (widest == columns.size() || widths[i] > widths[widest]) widest = i;
    }
    if (widest == columns.size()) return;
    --widths[widest];
    --total;
  }
}

std::string Aligned(const std::string& cell, const Column& column, size_t width) {
  const size_t own = CellWidth(cell);
  if (own > width) return column.shrinks ? Fit(cell, width) : cell;
  const std::string space(width - own, ' ');
  return column.right ? space + cell : cell + space;
}

std::string RenderRow(const std::vector<Column>& columns, const std::vector<std::string>& cells,
                      const std::vector<size_t>& widths) {
  std::string line;
  for (size_t i = 0; i < columns.size(); ++i) {
    if (widths[i] == 0) continue;
    if (!line.empty()) line.append(kGap, ' ');
    std::string cell = Aligned(cells[i], columns[i], widths[i]);
    line += columns[i].shrinks ? PadRight(std::move(cell), widths[i]) : cell;
  }
  line.erase(line.find_last_not_of(' ') + 1);
  return line + '\n';
}

// RFC 4180. Foreign words may be shown on a terminal after all, or opened by a spreadsheet.
std::string CsvCell(const std::string& written) {
  const std::string cell = Printable(written);
  const bool number = !cell.empty() && cell.find_first_not_of("+-.0123456789") == std::string::npos;
  const bool formula = !cell.empty() && std::string_view("=+-@\t\r").find(cell[0]) != std::string_view::npos && !number;
  std::string text = formula ? "'" + cell : cell;
  if (text.find_first_of(",\"\n\r") == std::string::npos) return text;
  std::string quoted = "\"";
  for (const char c : text) {
    if (c == '"') quoted += '"';
    quoted += c;
  }
  return quoted + '"';
}

std::string CsvRow(const std::vector<std::string>& cells) {
  std::string line;
  for (const std::string& cell : cells) {
    if (&cell != &cells.front()) line += ',';
    line += CsvCell(cell);
  }
  return line + '\n';
}

}  // namespace

std::optional<Format> ParseFormat(std::string_view text) {
  if (text == "table") return Format::kTable;
  if (text == "json") return Format::kJson;
  if (text == "jsonl") return Format::kJsonl;
  if (text == "csv") return Format::kCsv;
  return std::nullopt;
}

std::string RenderTable(const std::vector<Column>& columns, const std::vector<std::vector<std::string>>& rows,
                        const Screen& screen) {
  std::vector<size_t> widths = NaturalWidths(columns, rows);
  if (screen.columns > 0) Shrink(columns, screen.columns, widths);
  std::string out;
  std::vector<std::string> titles;
  for (const Column& column : columns) titles.push_back(column.title);
  if (std::any_of(titles.begin(), titles.end(), [](const std::string& t) { return !t.empty(); })) {
    out += RenderRow(columns, titles, widths);
  }
  for (const auto& row : rows) out += RenderRow(columns, row, widths);
  return out;
}

std::string RenderCsv(const std::vector<std::string>& header, const std::vector<std::vector<std::string>>& rows) {
  std::string out = CsvRow(header);
  for (const auto& row : rows) out += CsvRow(row);
  return out;
}

std::string RenderJson(const std::vector<Json>& rows) {
  if (rows.empty()) return "[]\n";
  std::string out = "[\n";
  for (size_t i = 0; i < rows.size(); ++i) out += "  " + ToLine(rows[i]) + (i + 1 < rows.size() ? ",\n" : "\n");
  return out + "]\n";
}

std::string RenderJsonLines(const std::vector<Json>& rows) {
  std::string out;
  for (const Json& row : rows) out += ToLine(row) + '\n';
  return out;
}

}  // namespace tocsin
