#include "cli/reading.h"

#include "rules/recognizer.h"

namespace tocsin {

SourcesById ById(const std::vector<Source>& sources) {
  SourcesById by_id;
  for (const Source& source : sources) by_id.emplace(source.id, source);
  return by_id;
}

AnnotateContext ContextOf(const Article& article, const SourcesById& sources) {
  AnnotateContext context;
  context.title = article.title;
  context.language = article.language;
  context.published = article.published_at;
  if (const auto source = sources.find(article.source_id); source != sources.end()) {
    context.jurisdiction = source->second.jurisdiction;
    if (article.language.empty()) context.language = source->second.language;
  }
  return context;
}

Reading ReadArticle(Article article, const SourcesById& sources, const Rulebook& rulebook) {
  const AnnotateContext context = ContextOf(article, sources);
  const Annotations annotations = Annotate(article.text, context, rulebook.lexicon());
  Reading reading;
  reading.events = Recognize(article.text, annotations, context, rulebook).events;
  if (article.language.empty()) article.language = annotations.language;
  reading.article = std::move(article);
  return reading;
}

}  // namespace tocsin
