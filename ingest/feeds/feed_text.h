// The texts of feeds: titles, summaries, contents, people, in all the ways in which they are written.
#pragma once

#include <string>
#include <string_view>

#include "ingest/feed.h"
#include "ingest/markup/xml.h"

namespace tocsin {

// Where an element stands: what its addresses are relative to, and its language. Inherited, as xml:base is.
struct FeedContext {
  std::string base, language;
  FeedContext At(const XmlNode& element) const;  // with the element's own xml:base and xml:lang
};

// The value of an Atom text construct or an RSS element: plain as written, or HTML made harmless (html_fragment.h).
// `fallback_type` is what a value without `type` is; "" lets the text decide. `type` of the result is a media type.
FeedContent ReadFeedText(const XmlNode& element, const FeedContext& context, std::string_view fallback_type);

// A person as RSS writes one: "Ann Example (ann@example.org)", "ann@example.org (Ann)", "Ann <ann@example.org>", a
// name.
FeedPerson ReadPersonLine(std::string_view line);
// A person as Atom writes one, with elements; without them, as RSS does.
FeedPerson ReadPerson(const XmlNode& element, const FeedContext& context);
// "Ann Example (ann@example.org)", or what there is of it.
std::string ToString(const FeedPerson& person);

std::string_view TrimmedText(std::string_view text);

}  // namespace tocsin
