#include "nlp/annotator.h"

namespace tocsin {

Annotations Annotate(std::string_view text, const AnnotateContext& context, const Lexicon& lexicon) {
  Annotations out;
  AnnotateContext known = context;
  out.language = context.language.empty() ? GuessLanguage(text) : std::string(context.language);
  known.language = out.language;
  FindTokens(text, out.tokens);
  lexicon.ReadWords(text, out.tokens, out.words);
  FindSentences(text, out.language, out.sentences);
  FindNumbers(text, known, out);
  FindEntities(text, known, lexicon, out);
  return out;
}

}  // namespace tocsin
