// Whatever the page: valid text of bounded size comes out, twice the same.
#include <cstdint>
#include <cstdlib>
#include <string>

#include "ingest/page.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const auto html = tocsin::DecodeHtmlBytes({reinterpret_cast<const char*>(data), size}, "text/html");
  const auto page = tocsin::ReadPage(html.text, "https://example.org/a");
  if (page.text.find('\0') != std::string::npos) std::abort();
  // Decoding what is UTF-8 already changes nothing.
  const auto again = tocsin::DecodeXmlBytes(page.text, "text/plain; charset=utf-8");
  if (again.lossy && page.text.find("\xEF\xBF\xBD") == std::string::npos) std::abort();
  if (tocsin::ReadPage(html.text, "https://example.org/a").text != page.text) std::abort();
  return 0;
}
