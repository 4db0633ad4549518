// The headline, without the name of the site.
#pragma once

#include <string>
#include <string_view>

#include "ingest/markup/html_tree.h"

namespace tocsin {

struct DeclaredTitles {
  std::string json_ld, meta;
};

// Declared titles and what the page shows: when the page has an <h1> that a declared title or <title> begins with or
// repeats, that is what a reader calls the headline; else the most trusted declared one.
std::string ChooseTitle(const DeclaredTitles& declared, const HtmlTree& tree, std::string_view site,
                        std::string_view host);

// "Headline | Example Daily", "Headline - example.org" to "Headline".
std::string WithoutSite(std::string_view title, std::string_view site, std::string_view host);

}  // namespace tocsin
