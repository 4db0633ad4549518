// Whatever the bytes: sentences and tokens lie inside the text, in order and apart, and nothing but white space is
// left between sentences.
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <memory>

#include "nlp/annotator.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  std::unique_ptr<char[]> bytes(new char[size]);
  if (size != 0) std::memcpy(bytes.get(), data, size);
  const std::string_view text(bytes.get(), size);

  std::vector<tocsin::ByteSpan> sentences;
  tocsin::FindSentences(text, "", sentences);
  uint32_t last = 0;
  for (const tocsin::ByteSpan s : sentences) {
    if (s.begin < last || s.end <= s.begin || s.end > size) std::abort();
    for (uint32_t at = last; at < s.begin; ++at) {
      const auto byte = static_cast<unsigned char>(text[at]);
      if (byte > 0x20 && byte < 0x7F) std::abort();
    }
    last = s.end;
  }
  std::vector<tocsin::Token> tokens;
  tocsin::FindTokens(text, tokens);
  last = 0;
  for (const tocsin::Token& t : tokens) {
    if (t.span.begin < last || t.span.end <= t.span.begin || t.span.end > size) std::abort();
    last = t.span.end;
  }
  (void)tocsin::GuessLanguage(text);
  return 0;
}
