// What a page says about its article in JSON-LD (schema.org), however it is nested, referred to or broken.
#pragma once

#include <string>
#include <vector>

#include "ingest/markup/html_tree.h"

namespace tocsin {

// As written, references and tags not yet removed; empty when not said.
struct JsonLdFacts {
  bool article = false;  // an object of an article's type was found; else the facts are a web page's
  std::string headline, body, site, language, url, published, modified;
  std::vector<std::string> authors;
};

JsonLdFacts ReadJsonLd(const HtmlTree& tree);

}  // namespace tocsin
