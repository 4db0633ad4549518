// One feed or one entry, from the elements that describe it. RSS, RDF and Atom share their words, and real feeds mix
// them with Dublin Core, iTunes and Media RSS, so there is one reader for all: a table from names to meanings.
#pragma once

#include <string>

#include "ingest/feed.h"
#include "ingest/feeds/feed_text.h"
#include "ingest/markup/xml.h"

namespace tocsin {

// Reads the children of `element`; what they do not say is left empty. A format's own words win over the extensions'
// ("title" over "dc:title" over "media:title"), whatever their order.
FeedItem ReadFeedItem(const XmlNode& element, const FeedContext& context, bool is_entry);

}  // namespace tocsin
