// `tocsin inspect charset --batch`: which encoding is a page in?
#include <array>
#include <cstdint>
#include <iostream>
#include <optional>

#include "cli/commands/batch.h"
#include "cli/commands/inspect.h"
#include "ingest/base/limits.h"
#include "ingest/page.h"

namespace tocsin {
namespace {

int Base64Digit(char c) {
  if (c >= 'A' && c <= 'Z') return c - 'A';
  if (c >= 'a' && c <= 'z') return c - 'a' + 26;
  if (c >= '0' && c <= '9') return c - '0' + 52;
  if (c == '+') return 62;
  return c == '/' ? 63 : -1;
}

std::optional<std::string> FromBase64(std::string_view text) {
  std::string out;
  uint32_t bits = 0;
  int count = 0;
  for (const char c : text.substr(0, text.find('='))) {
    const int digit = Base64Digit(c);
    if (digit < 0) return std::nullopt;
    bits = (bits << 6 | uint32_t(digit)) & 0xffffff;
    if ((count += 6) >= 8) out += char(bits >> (count -= 8));
  }
  return out;
}

Json Answer(const JsonValue& in) {
  const auto bytes = FromBase64(in.Get("data_b64"));
  if (!bytes) return Json{{"error", "data_b64: not base64"}};
  return Json{{"encoding", DecodeHtmlBytes(*bytes, in.Get("content_type")).encoding}};
}

}  // namespace

int InspectCharset(const InspectOptions& options) {
  if (options.batch) return RunBatch(Answer);
  const auto bytes = ReadFile(options.file, kPageBytesMax);
  if (!bytes) {
    std::cerr << "inspect charset: " << bytes.error().what << '\n';
    return 1;
  }
  const Utf8Text text = DecodeHtmlBytes(*bytes, options.content_type);
  std::cout << ToLine(Json{{"encoding", text.encoding}, {"lossy", text.lossy}}) << '\n';
  return 0;
}

}  // namespace tocsin
