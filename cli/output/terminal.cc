#include "cli/output/terminal.h"

#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstdlib>

namespace tocsin {
namespace {

constexpr char32_t kReplacement = 0xFFFD;

struct Range {
  char32_t first, last;
};

// Unicode 15, East_Asian_Width W and F, merged over unassigned gaps; wide emoji included.
constexpr std::array kWide = {
    Range{0x1100, 0x115F},   Range{0x231A, 0x231B},   Range{0x2329, 0x232A},   Range{0x23E9, 0x23EC},
    Range{0x23F0, 0x23F0},   Range{0x23F3, 0x23F3},   Range{0x25FD, 0x25FE},   Range{0x2614, 0x2615},
    Range{0x2648, 0x2653},   Range{0x267F, 0x267F},   Range{0x2693, 0x2693},   Range{0x26A1, 0x26A1},
    Range{0x26AA, 0x26AB},   Range{0x26BD, 0x26BE},   Range{0x26C4, 0x26C5},   Range{0x26CE, 0x26CE},
    Range{0x26D4, 0x26D4},   Range{0x26EA, 0x26EA},   Range{0x26F2, 0x26F5},   Range{0x26FA, 0x26FD},
    Range{0x2705, 0x2705},   Range{0x270A, 0x270B},   Range{0x2728, 0x2728},   Range{0x274C, 0x274E},
    Range{0x2753, 0x2757},   Range{0x2795, 0x2797},   Range{0x27B0, 0x27BF},   Range{0x2B1B, 0x2B1C},
    Range{0x2B50, 0x2B55},   Range{0x2E80, 0x303E},   Range{0x3041, 0x33FF},   Range{0x3400, 0x4DBF},
    Range{0x4E00, 0xA4CF},   Range{0xA960, 0xA97C},   Range{0xAC00, 0xD7A3},   Range{0xF900, 0xFAFF},
    Range{0xFE10, 0xFE19},   Range{0xFE30, 0xFE6F},   Range{0xFF01, 0xFF60},   Range{0xFFE0, 0xFFE6},
    Range{0x16FE0, 0x18CFF}, Range{0x1AFF0, 0x1B2FF}, Range{0x1F004, 0x1F004}, Range{0x1F0CF, 0x1F0CF},
    Range{0x1F18E, 0x1F18E}, Range{0x1F191, 0x1F19A}, Range{0x1F200, 0x1F320}, Range{0x1F32D, 0x1F64F},
    Range{0x1F680, 0x1F6FF}, Range{0x1F7E0, 0x1F7EB}, Range{0x1F90C, 0x1F9FF}, Range{0x1FA70, 0x1FAFF},
    Range{0x20000, 0x3FFFD}};

// Combining marks of the scripts that news is written in, joiners and variation selectors.
constexpr std::array kZero = {Range{0x0300, 0x036F}, Range{0x0483, 0x0489}, Range{0x0591, 0x05BD},
                              Range{0x0610, 0x061A}, Range{0x064B, 0x065F}, Range{0x0E31, 0x0E31},
                              Range{0x0E34, 0x0E3A}, Range{0x0E47, 0x0E4E}, Range{0x1AB0, 0x1AFF},
                              Range{0x1DC0, 0x1DFF}, Range{0x200B, 0x200D}, Range{0x20D0, 0x20FF},
                              Range{0xFE00, 0xFE0F}, Range{0xFE20, 0xFE2F}, Range{0xE0100, 0xE01EF}};

// Left-to-right and right-to-left marks, embeddings, overrides and isolates; line and paragraph separators; BOM.
constexpr std::array kForbidden = {Range{0x00AD, 0x00AD}, Range{0x061C, 0x061C},  Range{0x200E, 0x200F},
                                   Range{0x202A, 0x202E}, Range{0x2060, 0x206F},  Range{0xFEFF, 0xFEFF},
                                   Range{0xFFF9, 0xFFFB}, Range{0xE0000, 0xE007F}};

template <size_t N>
bool In(const std::array<Range, N>& ranges, char32_t c) {
  const auto at = std::partition_point(ranges.begin(), ranges.end(), [&](const Range& r) { return r.last < c; });
  return at != ranges.end() && at->first <= c;
}

size_t WidthOf(char32_t c) {
  if (c < 0x300) return 1;
  if (In(kZero, c)) return 0;
  return In(kWide, c) ? 2 : 1;
}

// Takes one character off `text`; a byte that begins none is U+FFFD.
char32_t Take(std::string_view& text) {
  const auto byte = [&](size_t i) { return uint8_t(text[i]); };
  const uint8_t lead = byte(0);
  const size_t length = lead < 0x80 ? 1 : lead >= 0xF0 && lead < 0xF5 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC2 ? 2 : 0;
  char32_t c = length == 1                   ? lead
               : length == 0 || lead >= 0xF5 ? kReplacement
                                             : char32_t(lead & (0xFF >> (length + 1)));
  size_t used = 1;
  if (c != kReplacement) {
    for (; used < length; ++used) {
      if (used >= text.size() || (byte(used) & 0xC0) != 0x80) break;
      c = c << 6 | char32_t(byte(used) & 0x3F);
    }
    const bool overlong = (length == 3 && c < 0x800) || (length == 4 && c < 0x10000);
    if (used < length || overlong || c > 0x10FFFF || (c >= 0xD800 && c <= 0xDFFF)) c = kReplacement;
  }
  text.remove_prefix(used);
  return c;
}

bool IsSpace(char32_t c) {
  return c == ' ' || (c >= 0x09 && c <= 0x0D) || c == 0x85 || c == 0xA0 || c == 0x2028 || c == 0x2029;
}

bool IsControl(char32_t c) { return c < 0x20 || (c >= 0x7F && c <= 0x9F); }

const char* MarkOf(Status status) {
  static constexpr std::array kMarks = {"○", "◔", "◐", "●", "✕", "⊘"};
  return kMarks[size_t(status)];
}

const char* ColourOf(Status status) {
  static constexpr std::array kColours = {"\033[33m", "\033[36m", "\033[34m", "\033[32m", "\033[31m", "\033[31m"};
  return kColours[size_t(status)];
}

}  // namespace

size_t DisplayWidth(std::string_view text) {
  size_t columns = 0;
  while (!text.empty()) columns += WidthOf(Take(text));
  return columns;
}

std::string Printable(std::string_view text) {
  std::string out;
  bool space = false;
  while (!text.empty()) {
    const std::string_view before = text;
    const char32_t c = Take(text);
    if (IsSpace(c)) {
      space = true;
      continue;
    }
    if (IsControl(c) || In(kForbidden, c)) continue;
    if (space && !out.empty()) out += ' ';
    space = false;
    if (c == kReplacement) {
      out += "\xEF\xBF\xBD";
    } else {
      out += before.substr(0, before.size() - text.size());
    }
  }
  return out;
}

std::string Fit(std::string_view text, size_t columns) {
  if (columns == 0) return {};
  if (DisplayWidth(text) <= columns) return std::string(text);
  std::string out;
  size_t used = 0;
  while (!text.empty()) {
    const std::string_view before = text;
    const size_t width = WidthOf(Take(text));
    if (used + width > columns - 1) break;
    used += width;
    out += before.substr(0, before.size() - text.size());
  }
  while (out.ends_with(' ')) out.pop_back();
  return out + "…";
}

std::string PadRight(std::string text, size_t columns) {
  const size_t width = DisplayWidth(text);
  if (width < columns) text.append(columns - width, ' ');
  return text;
}

std::string PadLeft(std::string text, size_t columns) {
  const size_t width = DisplayWidth(text);
  if (width < columns) text.insert(0, columns - width, ' ');
  return text;
}

Screen ScreenOf(int descriptor) {
  Screen screen;
  screen.terminal = isatty(descriptor) == 1;
  if (!screen.terminal) return screen;
  const char* no_colour = std::getenv("NO_COLOR");
  const char* term = std::getenv("TERM");
  const bool dumb = term != nullptr && std::string_view(term) == "dumb";
  screen.colour = (no_colour == nullptr || *no_colour == '\0') && !dumb;
  winsize size{};
  screen.columns = ioctl(descriptor, TIOCGWINSZ, &size) == 0 && size.ws_col > 20 ? size.ws_col : 80;
  return screen;
}

std::string StatusMark(Status status, const Screen& screen) {
  std::string mark = PadRight(std::string(MarkOf(status)) + " " + ToString(status), 12);
  return screen.colour ? ColourOf(status) + mark + "\033[0m" : mark;
}

}  // namespace tocsin
