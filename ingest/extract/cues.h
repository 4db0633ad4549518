// What class names, ids and roles say about an element: "article-body", "related-posts", "byline".
#pragma once

#include <cstdint>
#include <vector>

#include "ingest/markup/html_tree.h"

namespace tocsin {

// Bits. An element may give several.
enum Cue : uint16_t {
  kCueBody = 1,       // says that it is the article's text
  kCueArticle = 2,    // says that it is the article, or its content, or something of a page's main part
  kCueJunk = 4,       // navigation, sharing, related links, advertising, notices
  kCueComments = 8,   // what readers wrote
  kCueByline = 16,    // author, date, section
  kCueCaption = 32,   // of a picture; credits
  kCueHidden = 64,    // not shown: "display: none"
  kCueFolded = 2048,  // not shown yet: the attribute `hidden`, which tabs, accordions and late scripts take away
  kCueTitle = 128,
  kCueDate = 256,
  kCueAuthor = 512,
  kCueTeaser = 4096,     // of another page, or the lead of this one: only links tell
  kCueDek = 16384,       // a sub-headline
  kCueBio = 8192,        // of the author
  kCueMaybeJunk = 1024,  // words that builders of pages also give to parts of articles: "widget", "toc", "sticky"
};

// The cues of every node of a page (none of text): by tag, class, id, role, itemprop and visibility. Words are matched
// whole ("ad" is not in "header"), and words about states ("has-sidebar", "no-comments", "tag-newsletter") are not
// about the element.
std::vector<uint16_t> CuesOf(const HtmlTree& tree);

}  // namespace tocsin
