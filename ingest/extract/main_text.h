// The article's own words, out of everything that a page says.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "ingest/markup/html_tree.h"

namespace tocsin {

struct MainText {
  std::string text;                // paragraphs separated by '\n'; "" when the page is no article
  std::vector<std::string> notes;  // which candidate won, and why
};

// `title` is left out of the text. `body_hint` is what the page's own data calls its text (JSON-LD articleBody), or "".
MainText FindMainText(const HtmlTree& tree, std::string_view title, std::string_view body_hint);

}  // namespace tocsin
