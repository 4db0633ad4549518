// Whatever the bytes and whatever they claim to be: articles with an id, or an error that says something.
#include <array>
#include <cstdint>
#include <cstdlib>

#include "ingest/decoder.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  constexpr std::array<const char*, 5> kTypes = {"", "text/html", "text/plain", "application/x-ndjson",
                                                 "application/rss+xml"};
  if (size == 0) return 0;
  tocsin::RawDocument document;
  document.url = document.requested_url = "https://example.org/a";
  document.content_type = kTypes[data[0] % kTypes.size()];
  document.bytes.assign(reinterpret_cast<const char*>(data) + 1, size - 1);
  const auto decoded = tocsin::Decode(document);
  if (!decoded) {
    if (decoded.error().what.empty()) std::abort();
    return 0;
  }
  for (const auto& article : decoded->articles) {
    if (article.id != tocsin::ArticleId(article.canonical_url, article.text)) std::abort();
    if (article.text.find('\0') != std::string::npos) std::abort();
  }
  return 0;
}
