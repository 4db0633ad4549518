// `tocsin inspect text`: what reading makes of a text.
#include <string>

#include "cli/commands/batch.h"
#include "cli/commands/inspect.h"
#include "nlp/annotator.h"

namespace tocsin {
namespace {

// Turns byte offsets into what was asked for; asked in ascending order it walks the text once.
class Offsets {
 public:
  Offsets(std::string_view text, bool codepoints) : text_(text), codepoints_(codepoints) {}

  size_t operator()(size_t byte) {
    if (!codepoints_) return byte;
    if (byte < byte_) byte_ = point_ = 0;
    for (; byte_ < byte; ++byte_) point_ += (static_cast<unsigned char>(text_[byte_]) & 0xC0) != 0x80;
    return point_;
  }

 private:
  std::string_view text_;
  bool codepoints_;
  size_t byte_ = 0, point_ = 0;
};

Json SpanJson(ByteSpan span, Offsets& at) { return {{"start", at(span.begin)}, {"end", at(span.end)}}; }

Json SentencesJson(const Annotations& found, Offsets& at) {
  Json list = Json::array();
  for (const ByteSpan span : found.sentences) list.push_back(SpanJson(span, at));
  return list;
}

Json InspectOne(const std::string& id, std::string_view text, const AnnotateContext& context, bool codepoints) {
  Annotations found;
  found.language = context.language.empty() ? GuessLanguage(text) : std::string(context.language);
  FindSentences(text, found.language, found.sentences);
  Offsets at(text, codepoints);
  return {{"id", id}, {"lang", found.language}, {"sentences", SentencesJson(found, at)}};
}

}  // namespace

int InspectText(const InspectOptions& options) {
  return RunBatch([&](const JsonValue& in) {
    AnnotateContext context;
    context.language = in.Get("lang");
    return InspectOne(std::string(in.Get("id")), in.Get("text"), context, options.codepoint_offsets);
  });
}

}  // namespace tocsin
