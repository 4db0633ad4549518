#include "ingest/feed.h"

#include "ingest/base/limits.h"
#include "ingest/charset/labels.h"
#include "ingest/charset/sniff.h"
#include "ingest/feeds/feed_formats.h"
#include "ingest/page.h"

namespace tocsin {
namespace {

// Whether the encoding that was used is the one that was said, if one was.
bool EncodingAsSaid(std::string_view bytes, std::string_view content_type, const Utf8Text& text) {
  if (text.lossy) return false;
  if (!FindByteOrderMark(bytes, true).encoding.empty()) return true;
  std::string_view said = EncodingForLabel(CharsetParameter(content_type));
  if (said.empty()) said = EncodingForLabel(XmlDeclaredLabel(text.text));
  if (said.empty()) return text.encoding.starts_with("utf-") || text.encoding == "windows-1252";
  return said == text.encoding || (said.starts_with("utf-") && text.encoding.starts_with("utf-"));
}

char FirstMark(std::string_view text) {
  const size_t at = text.find_first_not_of(" \t\r\n\xef\xbb\xbf");
  return at == text.npos ? '\0' : text[at];
}

Result<Feed> Malformed() { return Fail(Errc::kMalformed, "feed: neither RSS, Atom nor JSON Feed"); }

}  // namespace

Result<Feed> ParseFeed(std::string_view bytes, std::string_view content_type, std::string_view url,
                       std::string_view content_language) {
  if (bytes.size() > kFeedBytesMax) return Fail(Errc::kTooLarge, "feed: more than 16 MiB");
  Utf8Text text = DecodeXmlBytes(bytes, content_type);
  const std::string encoding = text.encoding;
  const bool as_said = EncodingAsSaid(bytes, content_type, text);
  if (const char mark = FirstMark(text.text); mark == '{') {
    const auto json = JsonValue::Parse(text.text);
    auto feed = json ? ReadJsonFeed(*json, url) : std::nullopt;
    if (!feed) return Malformed();
    feed->encoding = encoding;
    feed->wellformed = as_said;
    return std::move(*feed);
  }
  const XmlDocument document(std::move(text.text));
  auto feed = ReadXmlFeed(document, url, content_language);
  if (!feed) return Malformed();
  feed->encoding = encoding;
  feed->wellformed = document.wellformed() && as_said;
  return std::move(*feed);
}

}  // namespace tocsin
