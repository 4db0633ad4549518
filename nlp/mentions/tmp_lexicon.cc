#include "nlp/annotator.h"
namespace tocsin {
const char* ToString(Qualifier) { return ""; }
const char* ToString(Per) { return ""; }
void FindNumbers(std::string_view, const AnnotateContext&, Annotations&) {}
Annotations Annotate(std::string_view text, const AnnotateContext& c, const Lexicon& lex) {
  Annotations a;
  a.language = c.language.empty() ? GuessLanguage(text) : std::string(c.language);
  FindTokens(text, a.tokens);
  FindSentences(text, a.language, a.sentences);
  FindNumbers(text, c, a);
  FindEntities(text, c, lex, a);
  return a;
}
}  // namespace tocsin
