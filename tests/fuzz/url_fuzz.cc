// Whatever the text: what parses prints to something that parses to itself, and a canonical URL is canonical.
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <memory>

#include "ingest/base/limits.h"
#include "ingest/web.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  // An exact-size heap copy: one byte read too far is caught, not absorbed by padding.
  std::unique_ptr<char[]> bytes(new char[size]);
  if (size != 0) std::memcpy(bytes.get(), data, size);
  const std::string_view text(bytes.get(), size);

  for (const char* base : {"", "https://news.example/a/b?c#d", "file:///C:/x"}) {
    const auto url = tocsin::ParseUrl(text, base);
    if (!url || url->href.size() > tocsin::kUrlBytesMax) continue;
    const auto again = tocsin::ParseUrl(url->href);
    if (!again || again->href != url->href) std::abort();
    const std::string canonical = tocsin::CanonicalUrl(url->href);
    if (tocsin::CanonicalUrl(canonical) != canonical) std::abort();
  }
  return 0;
}
