// Whatever the bytes and whatever they claim: UTF-8 comes out, in a bounded amount.
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <memory>
#include <string_view>

#include "ingest/page.h"

namespace {

void Check(const tocsin::Utf8Text& out, size_t size) {
  if (out.encoding.empty() || out.text.size() > 4 * size + 4) std::abort();
  const tocsin::Utf8Text again = tocsin::DecodeHtmlBytes(out.text, "text/html; charset=utf-8");
  if (!out.text.starts_with("\xef\xbb\xbf") && (again.lossy || again.text != out.text)) std::abort();
}

}  // namespace

// The first line is the Content-Type, the rest the document.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  std::unique_ptr<char[]> bytes(new char[size]);
  if (size != 0) std::memcpy(bytes.get(), data, size);
  const std::string_view text(bytes.get(), size);
  const size_t line = text.find('\n');
  const std::string_view content_type = text.substr(0, line == text.npos ? 0 : line);
  const std::string_view body = line == text.npos ? text : text.substr(line + 1);
  Check(tocsin::DecodeHtmlBytes(body, content_type), body.size());
  Check(tocsin::DecodeXmlBytes(body, content_type), body.size());
  return 0;
}
