// The article's own words, out of everything that a page says.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "ingest/extract/page_view.h"

namespace tocsin {

struct MainText {
  std::string text;                // paragraphs separated by '\n'; "" when the page is no article
  std::vector<std::string> notes;  // which candidate won, and why
};

// What is known of the page already.
struct PageFacts {
  std::string_view title;                             // left out of the text
  std::string_view host;                              // of its own address: links to it lead to more of the same site
  std::string_view language;                          // BCP 47
  std::string_view site;                              // whose introduction is left out at the end
  const std::vector<std::string>* authors = nullptr;  // whose introductions are left out
  bool article = false;                               // it calls itself one: then even a few lines are
  std::string_view
      body;  // what the page's own data calls its text (JSON-LD articleBody); used when nothing else is there
};

MainText FindMainText(const PageView& page, const PageFacts& facts);

}  // namespace tocsin
