// Pieces of HTML inside feeds: made harmless, made plain.
#pragma once

#include <string>
#include <string_view>

#include "ingest/markup/xml.h"

namespace tocsin {

// The same markup with nothing in it that acts: no scripts, styles, frames, forms, embedded objects or event handlers,
// only http(s), mailto and relative addresses, these resolved against `base`. Whoever shows it need not check again.
std::string SanitizeHtml(std::string_view html, std::string_view base);

// What a reader sees: tags dropped, entities resolved, white space collapsed.
std::string HtmlToText(std::string_view html);

// Whether plain text was probably meant as HTML: it has end tags, line breaks or entities that HTML knows.
bool LooksLikeHtml(std::string_view text);

// The children of `node` as markup, its own tags left out.
std::string InnerMarkup(const XmlNode& node);

// `reference` as an absolute address: kept as written when it has a scheme (a feed's identity must not change), else
// resolved against `base`; kept when there is no base.
std::string ResolveReference(std::string_view reference, std::string_view base);

}  // namespace tocsin
