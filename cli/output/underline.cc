#include "cli/output/underline.h"

#include <algorithm>

#include "cli/output/terminal.h"

namespace tocsin {
namespace {

// End of the longest beginning of `text` from `begin` that fits into `columns`, at a space where there is one.
size_t LineEnd(std::string_view text, size_t begin, size_t columns) {
  size_t width = 0, at = begin, last_space = begin;
  while (at < text.size()) {
    size_t next = at + 1;
    while (next < text.size() && (uint8_t(text[next]) & 0xC0) == 0x80) ++next;
    width += DisplayWidth(text.substr(at, next - at));
    if (width > columns) return last_space > begin ? last_space : std::max(at, begin + 1);
    if (text[at] == ' ') last_space = next;
    at = next;
  }
  return at;
}

struct Placed {
  size_t column, width;
  std::string label;
};

// The marks that touch [begin, end) of the sentence, as columns of that line. A mark that runs over a line's end is
// named where it begins.
std::vector<Placed> Place(std::string_view sentence, const std::vector<Mark>& marks, size_t begin, size_t end) {
  std::vector<Placed> placed;
  for (const Mark& mark : marks) {
    const size_t first = std::max<size_t>(mark.span.begin, begin), last = std::min<size_t>(mark.span.end, end);
    if (first >= last) continue;
    placed.push_back({DisplayWidth(sentence.substr(begin, first - begin)),
                      DisplayWidth(sentence.substr(first, last - first)), mark.span.begin >= begin ? mark.label : ""});
  }
  return placed;
}

std::string Strokes(const std::vector<Placed>& placed) {
  std::string line;
  size_t column = 0;
  for (const Placed& p : placed) {
    for (; column < p.column; ++column) line += ' ';
    for (; column < p.column + p.width; ++column) line += "‾";
  }
  return line;
}

// Labels under their strokes; one that would touch its neighbour goes a line down.
std::vector<std::string> Labels(const std::vector<Placed>& placed) {
  std::vector<std::string> lines;
  for (const Placed& p : placed) {
    if (p.label.empty()) continue;
    const auto free = std::find_if(lines.begin(), lines.end(), [&](const std::string& line) {
      return line.empty() || DisplayWidth(line) + 1 <= p.column;
    });
    std::string& line = free != lines.end() ? *free : lines.emplace_back();
    line = PadRight(std::move(line), p.column) + p.label;
  }
  return lines;
}

// Same bytes, same offsets, but nothing that moves a cursor.
std::string Harmless(std::string_view sentence) {
  std::string out(sentence);
  for (size_t at = 0; at < out.size();) {
    size_t next = at + 1;
    while (next < out.size() && (uint8_t(out[next]) & 0xC0) == 0x80) ++next;
    if (Printable(std::string_view(out).substr(at, next - at)).empty())
      std::fill(out.begin() + at, out.begin() + next, ' ');
    at = next;
  }
  return out;
}

}  // namespace

std::string Underlined(std::string_view raw, std::vector<Mark> marks, size_t columns, size_t indent) {
  const std::string sentence = Harmless(raw);
  std::erase_if(marks, [&](const Mark& m) { return m.span.end > sentence.size() || m.span.begin >= m.span.end; });
  std::stable_sort(marks.begin(), marks.end(),
                   [](const Mark& a, const Mark& b) { return a.span.begin < b.span.begin; });
  const std::string space(indent, ' ');
  const size_t room = std::max<size_t>(columns > indent ? columns - indent : 0, 20);
  std::string out;
  for (size_t begin = 0; begin < sentence.size();) {
    const size_t end = LineEnd(sentence, begin, room);
    std::string words = sentence.substr(begin, end - begin);
    words.erase(words.find_last_not_of(' ') + 1);
    out += space + words + '\n';
    const auto placed = Place(sentence, marks, begin, end);
    if (!placed.empty()) out += space + Strokes(placed) + '\n';
    for (const std::string& line : Labels(placed)) out += space + line + '\n';
    begin = end;
  }
  return out;
}

}  // namespace tocsin
