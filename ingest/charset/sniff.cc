#include "ingest/charset/sniff.h"

#include <algorithm>

namespace tocsin {
namespace {

using namespace std::string_view_literals;

constexpr std::string_view kSpace = " \t\n\f\r";

char Lower(char c) { return c >= 'A' && c <= 'Z' ? char(c + 32) : c; }

std::string Lowered(std::string_view s) {
  std::string out(s);
  std::transform(out.begin(), out.end(), out.begin(), Lower);
  return out;
}

std::string_view TrimFront(std::string_view s) {
  s.remove_prefix(std::min(s.find_first_not_of(kSpace), s.size()));
  return s;
}

size_t FindIgnoringCase(std::string_view s, std::string_view needle) {
  const auto at =
      std::search(s.begin(), s.end(), needle.begin(), needle.end(), [](char a, char b) { return Lower(a) == b; });
  return at == s.end() ? std::string_view::npos : size_t(at - s.begin());
}

}  // namespace

ByteOrderMark FindByteOrderMark(std::string_view bytes, bool utf32) {
  if (utf32 && bytes.starts_with("\xff\xfe\0\0"sv)) return {"utf-32le", 4};
  if (utf32 && bytes.starts_with("\0\0\xfe\xff"sv)) return {"utf-32be", 4};
  if (bytes.starts_with("\xef\xbb\xbf")) return {"utf-8", 3};
  if (bytes.starts_with("\xff\xfe")) return {"utf-16le", 2};
  if (bytes.starts_with("\xfe\xff")) return {"utf-16be", 2};
  return {};
}

std::string_view CharsetParameter(std::string_view content_type) {
  // The standard's "algorithm for extracting a character encoding from a meta element", which also suits headers.
  while (true) {
    const size_t at = FindIgnoringCase(content_type, "charset");
    if (at == std::string_view::npos) return {};
    content_type = TrimFront(content_type.substr(at + 7));
    if (!content_type.starts_with('=')) continue;
    content_type = TrimFront(content_type.substr(1));
    if (content_type.empty()) return {};
    const char quote = content_type[0];
    if (quote == '"' || quote == '\'') {
      const size_t end = content_type.find(quote, 1);
      return end == std::string_view::npos ? std::string_view() : content_type.substr(1, end - 1);
    }
    return content_type.substr(0, content_type.find_first_of("; \t\n\f\r"));
  }
}

std::string MediaType(std::string_view content_type) {
  content_type = TrimFront(content_type.substr(0, content_type.find(';')));
  return Lowered(content_type.substr(0, content_type.find_last_not_of(kSpace) + 1));
}

std::string_view WideEncoding(std::string_view bytes, bool utf32) {
  if (utf32 && bytes.starts_with("<\0\0\0"sv)) return "utf-32le";
  if (utf32 && bytes.starts_with("\0\0\0<"sv)) return "utf-32be";
  if (bytes.size() < 4) return {};
  const auto ascii = [](char c) { return c != 0 && uint8_t(c) < 0x80; };
  if (bytes[0] == '<' && bytes[1] == 0 && ascii(bytes[2]) && bytes[3] == 0) return "utf-16le";
  if (bytes[0] == 0 && bytes[1] == '<' && bytes[2] == 0 && ascii(bytes[3])) return "utf-16be";
  return {};
}

std::string_view XmlDeclaredLabel(std::string_view bytes) {
  constexpr size_t kDeclarationBytesMax = 1024;
  bytes = TrimFront(bytes.substr(0, kDeclarationBytesMax));
  if (!bytes.starts_with("<?xml")) return {};
  bytes = bytes.substr(0, bytes.find('>'));
  const size_t at = bytes.find("encoding");
  if (at == std::string_view::npos) return {};
  bytes = TrimFront(bytes.substr(at + 8));
  if (!bytes.starts_with('=')) return {};
  bytes = TrimFront(bytes.substr(1));
  if (bytes.empty() || (bytes[0] != '"' && bytes[0] != '\'')) return {};
  const size_t end = bytes.find(bytes[0], 1);
  return end == std::string_view::npos ? std::string_view() : bytes.substr(1, end - 1);
}

}  // namespace tocsin
