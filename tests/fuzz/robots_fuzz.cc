// Any bytes are a robots.txt, the answer is the same each time, and a delay is never negative.
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "ingest/web.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const auto robots = tocsin::Robots::Parse(text);
  for (const char* url :
       {"https://example.org/", "https://example.org/a/b.html?q=1", "https://example.org/%E4%B8%AD*$"}) {
    if (robots.Allows("Tocsin", url) != tocsin::Robots::Parse(text).Allows("Tocsin", url)) std::abort();
  }
  const auto delay = robots.CrawlDelaySeconds("Tocsin");
  if (delay && !(*delay >= 0)) std::abort();
  return 0;
}
