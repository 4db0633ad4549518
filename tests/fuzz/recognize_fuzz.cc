// Whatever the text: every span of every event lies inside it and inside its sentence's article, on UTF-8
// boundaries, and reading twice gives the same.
#include <cstdint>
#include <cstdlib>
#include <string>

#include "ingest/page.h"
#include "rules/recognizer.h"

namespace {

using tocsin::ByteSpan;

void Check(const std::string& text, ByteSpan span) {
  if (span.begin > span.end || span.end > text.size()) std::abort();
  const auto inside = [&](uint32_t at) { return at < text.size() && (uint8_t(text[at]) & 0xC0) == 0x80; };
  if (inside(span.begin) || inside(span.end)) std::abort();
}

const tocsin::Rulebook& Book() {
  static const auto book = tocsin::Rulebook::Load();
  if (!book) std::abort();
  return **book;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  // The contract asks for valid UTF-8: the decoder makes it so.
  const std::string text = tocsin::DecodeHtmlBytes({reinterpret_cast<const char*>(data), size}, "text/plain; charset=utf-8").text;
  tocsin::AnnotateContext context;
  context.published = {{1735689600}, tocsin::Precision::kDay};
  const auto annotations = tocsin::Annotate(text, context, Book().lexicon());
  const auto first = tocsin::Recognize(text, annotations, context, Book(), true);
  for (const auto& event : first.events) {
    Check(text, event.trigger);
    Check(text, event.sentence);
    Check(text, event.status_cue);
    Check(text, event.attribution.span);
    for (const auto& role : event.roles) {
      for (const auto& participant : role) Check(text, participant.span);
    }
    if (event.amount) Check(text, event.amount->span);
    if (!event.sentence.Contains(event.trigger)) std::abort();
  }
  const auto second = tocsin::Recognize(text, annotations, context, Book(), false);
  if (second.events.size() != first.events.size()) std::abort();
  return 0;
}
