// One article through nlp and rules: the same for what is crawled and for what is read again from the archive.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "ingest/article.h"
#include "ingest/source.h"
#include "nlp/annotator.h"
#include "rules/event.h"
#include "rules/rulebook.h"

namespace tocsin {

using SourcesById = std::map<std::string, Source>;
SourcesById ById(const std::vector<Source>& sources);

// What is known of the article before it is read. Points into both arguments, which must outlive it.
AnnotateContext ContextOf(const Article& article, const SourcesById& sources);

struct Reading {
  Article article;  // with its language, when it was guessed
  std::vector<Event> events;
};
Reading ReadArticle(Article article, const SourcesById& sources, const Rulebook& rulebook);

}  // namespace tocsin
