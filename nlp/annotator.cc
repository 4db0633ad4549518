#include "nlp/annotator.h"

namespace tocsin {
namespace {

// Names taken from the text are given as printed: "國科會", though "国科会" was read.
void RestoreNames(std::string_view text, Annotations& out) {
  const std::string_view read = out.simplified;
  for (const EntityMention& m : out.entity_mentions) {
    std::string& name = out.entities[m.entity].name;
    const size_t at = m.span.in(read).find(name);
    if (at != std::string_view::npos) name = text.substr(m.span.begin + at, name.size());
  }
}

}  // namespace

Annotations Annotate(std::string_view text, const AnnotateContext& context, const Lexicon& lexicon) {
  Annotations out;
  AnnotateContext known = context;
  out.language = context.language.empty() ? GuessLanguage(text) : std::string(context.language);
  known.language = out.language;
  const bool traditional = out.language.starts_with("zh") && Simplify(text, out.simplified);
  const std::string_view read = traditional ? std::string_view(out.simplified) : text;
  FindTokens(read, out.tokens);
  FindSentences(read, out.language, out.sentences);
  FindNumbers(read, known, out);
  FindEntities(read, known, lexicon, out);
  if (traditional) RestoreNames(text, out);
  return out;
}

}  // namespace tocsin
