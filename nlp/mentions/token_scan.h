// How the grammars of numbers and dates walk through a text: from one place where something may begin to the next.
#pragma once

#include <string_view>

#include "nlp/annotations.h"

namespace tocsin {

// Calls step() wherever something of the kinds in `starts` (bits by WordStart) may begin, and as long as `pos`, which
// step() moves on, lies inside the token that began there. What step() has passed is not looked at again. Whole words,
// Chinese characters and marks that the dictionary knows to begin nothing are jumped over; whatever holds digits,
// inner marks or foreign letters is stepped through.
template <class Step>
void StepThrough(const Annotations& read, uint8_t starts, size_t& pos, Step step) {
  for (size_t i = 0; i < read.tokens.size(); ++i) {
    const Token& token = read.tokens[i];
    const bool simple =
        token.plain || token.kind == TokenKind::kHan || (token.kind == TokenKind::kPunct && token.span.size() == 1);
    if (simple && (read.words[i].starts & starts) == 0) continue;
    const bool article = token.plain && (read.words[i].starts & kArticle) != 0;
    if (article && i + 1 < read.tokens.size() && read.tokens[i + 1].plain && (read.words[i + 1].starts & kCounted) == 0)
      continue;
    if (pos < token.span.begin) pos = token.span.begin;
    while (pos < token.span.end) step();
  }
}

}  // namespace tocsin
