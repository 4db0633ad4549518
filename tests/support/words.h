// A text cut into words, with what the dictionaries know of them without any pack.
#pragma once

#include <string_view>

#include "nlp/annotator.h"

namespace tocsin {

inline Annotations WordsOf(std::string_view text) {
  static const auto lexicon = *Lexicon::Build({}, {});
  Annotations found;
  FindTokens(text, found.tokens);
  lexicon->ReadWords(text, found.tokens, found.words);
  return found;
}

}  // namespace tocsin
