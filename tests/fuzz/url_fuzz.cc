// What parses is printed so that it parses to itself, and its canonical form is stable.
#include <cstdint>
#include <cstdlib>
#include <string>

#include "ingest/web.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string_view input(reinterpret_cast<const char*>(data), size);
  for (const char* base : {"", "https://user@example.org:8443/a/b?c#d"}) {
    const auto url = tocsin::ParseUrl(input, base);
    if (!url) continue;
    const auto again = tocsin::ParseUrl(url->href);
    if (!again || again->href != url->href) std::abort();
    const std::string canonical = tocsin::CanonicalUrl(url->href);
    if (!canonical.empty() && tocsin::CanonicalUrl(canonical) != canonical) std::abort();
  }
  return 0;
}
