// Text on a screen: how wide it is, what of it may be printed, and whether colour is wanted.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "rules/taxonomy.h"

namespace tocsin {

// Columns that `text` takes: 2 for East Asian wide characters and emoji, 0 for combining marks, 1 for the rest.
size_t DisplayWidth(std::string_view text);

// `text` without what could move the cursor, change colours or reverse the reading: control and escape characters,
// bidirectional overrides and isolates, line separators. Runs of white space become one space, invalid UTF-8 U+FFFD.
// Foreign words reach a terminal only through here.
std::string Printable(std::string_view text);

// The longest beginning of `text` that fits into `columns`, with "…" when something was cut.
std::string Fit(std::string_view text, size_t columns);

// Padded with spaces to `columns`; longer text is left alone.
std::string PadRight(std::string text, size_t columns);
std::string PadLeft(std::string text, size_t columns);

// Where output goes.
struct Screen {
  bool terminal = false;
  bool colour = false;  // only on a terminal, and NO_COLOR is not set
  size_t columns = 0;   // 0: as wide as it takes
};
Screen ScreenOf(int descriptor);

// "◐ announced", padded to one width for all statuses; coloured when `screen` is. Colour says status and nothing else.
std::string StatusMark(Status status, const Screen& screen);

}  // namespace tocsin
