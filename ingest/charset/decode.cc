// Bytes to UTF-8 for pages (HTML's encoding sniffing) and feeds (RFC 7303).
//
// A label is believed before the bytes are: whoever prints it usually also converts by it. Two exceptions, both
// because bytes cannot lie that way: a byte order mark wins over every label, and what says that it is UTF-8 and cannot
// be is read by a guess: a feed with any byte that is not, a page that would be mostly replacement characters. Without
// a label, text that reads as UTF-8 is UTF-8.
#include "ingest/charset/codec.h"
#include "ingest/charset/labels.h"
#include "ingest/charset/sniff.h"
#include "ingest/charset/twice_encoded.h"

namespace tocsin {
namespace {

// The standard wants <meta> within 1024 bytes; parsers that find it later start again with it, so we look on.
constexpr size_t kPrescanBytes = 64u << 10;

// A page in UTF-8 may hold a few bytes of something else (an advert, a cut title); another encoding that reads as
// many UTF-8 characters by chance was never seen.
bool LooksLikeUtf8(std::string_view bytes) {
  const Utf8Check check = CheckUtf8(bytes);
  return check.multibyte > 0 && check.malformed <= check.multibyte / 16;
}

std::string_view Guess(std::string_view bytes) {
  if (const auto wide = WideEncoding(bytes, false); !wide.empty()) return wide;
  if (LooksLikeUtf8(bytes)) return "utf-8";
  const std::string_view guess = GuessLegacyEncoding(bytes);
  return guess.empty() || guess.starts_with("utf-") ? "windows-1252" : guess;
}

// The label, unless it says UTF-8 of bytes that are something else.
std::string_view Believed(std::string_view label, std::string_view bytes) {
  constexpr size_t kMalformedMin = 200;
  if (label != "utf-8") return label;
  const Utf8Check check = CheckUtf8(bytes);
  if (check.malformed < kMalformedMin || check.malformed < check.multibyte) return label;
  const std::string_view guess = GuessLegacyEncoding(bytes);
  return guess.empty() || guess.starts_with("utf-") ? label : guess;
}

std::string_view HtmlEncoding(std::string_view bytes, std::string_view content_type) {
  if (const auto label = EncodingForLabel(CharsetParameter(content_type)); !label.empty())
    return Believed(label, bytes);
  if (const auto meta = PrescanMeta(bytes.substr(0, kPrescanBytes)); !meta.empty()) return Believed(meta, bytes);
  // XHTML served as HTML declares itself like XML.
  if (const auto xml = EncodingForLabel(XmlDeclaredLabel(bytes)); !xml.empty() && !xml.starts_with("utf-16"))
    return xml;
  return Guess(bytes);
}

std::string_view XmlEncoding(std::string_view bytes, std::string_view content_type) {
  if (const auto wide = WideEncoding(bytes, true); !wide.empty()) return wide;
  for (const auto said : {CharsetParameter(content_type), XmlDeclaredLabel(bytes)}) {
    const std::string_view encoding = EncodingForLabel(said);
    // Bytes whose '<' is one byte are neither UTF-16 nor UTF-32, whatever they say.
    if (encoding.empty() || encoding.starts_with("utf-16")) continue;
    if (encoding != "utf-8" || CheckUtf8(bytes).malformed == 0) return encoding;
    break;
  }
  const Utf8Check check = CheckUtf8(bytes);
  if (check.malformed == 0 || LooksLikeUtf8(bytes)) return "utf-8";
  return Guess(bytes);
}

}  // namespace

Utf8Text DecodeHtmlBytes(std::string_view bytes, std::string_view content_type) {
  const ByteOrderMark mark = FindByteOrderMark(bytes, false);
  Utf8Text text = mark.encoding.empty() ? DecodeAs(bytes, HtmlEncoding(bytes, content_type))
                                        : DecodeAs(bytes.substr(mark.bytes), mark.encoding);
  text.text = UndoTwiceEncoded(std::move(text.text));
  return text;
}

Utf8Text DecodeXmlBytes(std::string_view bytes, std::string_view content_type) {
  const ByteOrderMark mark = FindByteOrderMark(bytes, true);
  Utf8Text text = mark.encoding.empty() ? DecodeAs(bytes, XmlEncoding(bytes, content_type))
                                        : DecodeAs(bytes.substr(mark.bytes), mark.encoding);
  text.text = UndoTwiceEncoded(std::move(text.text));
  return text;
}

}  // namespace tocsin
