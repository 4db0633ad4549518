// The Federal Register's document API (federalregister.gov/developers), and what else answers in its shape.
#pragma once

#include <optional>
#include <string_view>

#include "ingest/feed.h"
#include "ingest/json.h"

namespace tocsin {

// {"results": [{"title", "html_url", "publication_date", ...}], "next_page_url"}: a page for each result, and the next
// part of the list as a listing. nullopt for other JSON.
std::optional<Listing> ReadFederalRegister(const JsonValue& document, std::string_view url);

}  // namespace tocsin
