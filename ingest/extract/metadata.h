// What a page says about itself, from every place where it may say it, with a fixed order of trust.
#pragma once

#include <string>
#include <vector>

#include "ingest/extract/json_ld.h"
#include "ingest/extract/page_view.h"
#include "ingest/page.h"

namespace tocsin {

// Fills title, authors, site, language, canonical_url and notes of `page`.
//
// Title: JSON-LD headline, og:title, the only <h1>, <title>; the site's name is taken off its end. Authors: JSON-LD,
// meta, microdata and rel=author, links to what an author wrote, elements named as bylines, lines that begin with "By";
// a site that names itself is one only where nobody else is named. Site: og:site_name, JSON-LD publisher, meta, the
// host. Language: <html lang>, meta, og:locale, JSON-LD.
void ReadMetadata(const PageView& view, const JsonLdFacts& json_ld, std::string_view url, PageReading& page);

// Fills published, published_origin and modified. What is declared (an article's JSON-LD, meta, microdata) is held
// against what is shown beside the headline; where nothing is declared: time elements, URL, shown lines, datelines.
// Days of revision, review or of an event are none, nor is any day of a front page. What lies before 1990 or after 2100
// is impossible and dropped.
void ReadDates(const PageView& view, const JsonLdFacts& json_ld, PageReading& page);

}  // namespace tocsin
