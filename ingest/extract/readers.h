// One reader for each format that holds articles; decoder.cc chooses. All are pure, and none gives an article an id.
#pragma once

#include <string>
#include <string_view>

#include "ingest/decoder.h"

namespace tocsin {

Article ReadHtmlArticle(const RawDocument& document);

// The first line that says something is the title, the rest the text: lines are paragraphs, but for lines that were
// wrapped by width, which are joined.
Article ReadTextArticle(const RawDocument& document, std::string_view text, const DecodeOptions& options);

// `json` is UTF-8: objects line by line, or one array or object.
Decoded ReadJsonArticles(std::string_view json, const DecodeOptions& options);

// One article for every entry whose own content is long enough to be read.
Result<Decoded> ReadFeedArticles(const RawDocument& document);

// The paragraphs of a piece of HTML that is all content, as feeds carry it.
std::string TextOfFragment(std::string_view html);

// Replaces what is no UTF-8, and NUL, by U+FFFD, and reports the first byte where that was needed.
std::string ValidUtf8(std::string_view bytes, std::vector<std::string>& problems);

// At most kArticleBytesMax, cut at a paragraph or, within a longer one, at a character.
void CutToLimit(std::string& text);

}  // namespace tocsin
