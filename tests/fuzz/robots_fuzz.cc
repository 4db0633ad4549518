// Whatever the bytes: an answer, and the same one for an agent however it writes itself.
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <memory>

#include "ingest/web.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  std::unique_ptr<char[]> bytes(new char[size]);
  if (size != 0) std::memcpy(bytes.get(), data, size);
  const std::string_view text(bytes.get(), size);

  const auto robots = tocsin::Robots::Parse(text);
  for (const char* url : {"https://news.example/", "/a/b.html?q=1", ""}) {
    if (robots.Allows("Tocsin", url) != robots.Allows("tocsin/0.1 (+https://t.example)", url)) std::abort();
  }
  const auto delay = robots.CrawlDelaySeconds("Tocsin");
  if (delay && !(*delay >= 0)) std::abort();
  robots.Allows("Tocsin", text);
  return 0;
}
