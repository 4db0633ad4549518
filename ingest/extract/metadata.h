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
// meta, microdata and rel=author, elements named as bylines, lines that begin with "By"; a site that names itself is
// one only where nobody else is named. Site: og:site_name, JSON-LD publisher, meta, the host.
// Language: <html lang>, meta, og:locale, JSON-LD.
void ReadMetadata(const PageView& view, const JsonLdFacts& json_ld, std::string_view url, PageReading& page);

// Fills published, published_origin and modified. Order of trust: an article's JSON-LD, meta, microdata, time
// elements, URL, text of the page's head, datelines. Days of revision, review or of an event are none. What lies before
// 1990 or after `latest` (when known) is impossible and dropped.
void ReadDates(const PageView& view, const JsonLdFacts& json_ld, PageReading& page);

}  // namespace tocsin
