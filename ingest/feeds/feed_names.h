// Element names of feeds, one spelling for each meaning.
#pragma once

#include <string>

#include "ingest/markup/xml.h"

namespace tocsin {

// "title", "dc:creator", "itunes:image", "content:encoded": lower case, the prefix standing for the namespace whatever
// the document calls it. RSS and Atom have none. "" for an element of a namespace that feeds do not use.
std::string FeedName(const XmlNode& element);

// "rss20", "atom10", "rdf10"; "" when the root is no feed.
std::string FeedFormat(const XmlDocument& document);

}  // namespace tocsin
