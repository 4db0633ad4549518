// Whatever the text: names lie inside it, in order, never overlapping, on UTF-8 boundaries, and point at an entity.
#include <cstdint>
#include <cstdlib>
#include <string>

#include "ingest/page.h"
#include "nlp/annotator.h"
#include "rules/rulebook.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  static const auto book = tocsin::Rulebook::Load();
  if (!book) std::abort();
  const std::string text =
      tocsin::DecodeHtmlBytes({reinterpret_cast<const char*>(data), size}, "text/plain; charset=utf-8").text;
  const auto found = tocsin::Annotate(text, {}, (*book)->lexicon());
  uint32_t last = 0;
  for (const auto& m : found.entity_mentions) {
    if (m.span.begin < last || m.span.end <= m.span.begin || m.span.end > text.size()) std::abort();
    if ((uint8_t(text[m.span.begin]) & 0xC0) == 0x80) std::abort();
    if (m.span.end < text.size() && (uint8_t(text[m.span.end]) & 0xC0) == 0x80) std::abort();
    if (m.entity >= found.entities.size() || found.entities[m.entity].id.empty()) std::abort();
    last = m.span.end;
  }
  return 0;
}
