// The formats behind ParseFeed, each on a document that is decoded already.
#pragma once

#include <optional>
#include <string_view>

#include "ingest/feed.h"
#include "ingest/json.h"
#include "ingest/markup/xml.h"

namespace tocsin {

// RSS, RDF and Atom. nullopt when the root is none of them.
std::optional<Feed> ReadXmlFeed(const XmlDocument& document, std::string_view url, std::string_view language);

// JSON Feed. nullopt for other JSON.
std::optional<Feed> ReadJsonFeed(const JsonValue& document, std::string_view url);

}  // namespace tocsin
