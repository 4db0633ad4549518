// `tocsin inspect text`: what reading makes of a text.
#include <iostream>
#include <string>

#include "cli/commands/batch.h"
#include "cli/commands/inspect.h"
#include "cli/output/offsets.h"
#include "cli/output/reading_json.h"
#include "nlp/annotator.h"
#include "rules/recognizer.h"

namespace tocsin {
namespace {

Json SentencesJson(const Annotations& found, Offsets& at) {
  Json list = Json::array();
  for (const ByteSpan span : found.sentences) list.push_back(SpanJson(span, at));
  return list;
}

Json InspectOne(const JsonValue& in, bool codepoints, const Rulebook& rulebook) {
  const std::string_view text = in.Get("text");
  AnnotateContext context;
  context.title = in.Get("title");
  context.language = in.Get("lang");
  if (const auto published = ParseIsoTimestamp(in.Get("published"))) context.published = *published;
  const Annotations found = Annotate(text, context, rulebook.lexicon());
  const Recognition read = Recognize(text, found, context, rulebook);
  Offsets at(text, codepoints);
  Json mentions = Json::array(), events = Json::array();
  for (const EntityMention& m : found.entity_mentions) mentions.push_back(EntityMentionJson(text, found, m, at));
  for (const Event& e : read.events) events.push_back(ReadEventJson(e, at));
  return {{"id", std::string(in.Get("id"))}, {"lang", found.language}, {"sentences", SentencesJson(found, at)}, {"mentions", mentions}, {"events", events}};
}

}  // namespace

int InspectText(const InspectOptions& options) {
  const auto rulebook = Rulebook::Load();
  if (!rulebook) {
    std::cerr << rulebook.error().what << '\n';
    return 1;
  }
  return RunBatch([&](const JsonValue& in) { return InspectOne(in, options.codepoint_offsets, **rulebook); });
}

}  // namespace tocsin
