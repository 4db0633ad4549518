#include "ingest/decoder.h"

#include <algorithm>

#include "ingest/archive/inflater.h"
#include "ingest/base/limits.h"
#include "ingest/extract/readers.h"
#include "ingest/page.h"
#include "ingest/web.h"

namespace tocsin {
namespace {

enum class Format : uint8_t { kUnknown, kHtml, kText, kJson, kFeed };

std::string Lower(std::string_view text) {
  std::string out(text);
  std::transform(out.begin(), out.end(), out.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? char(c | 0x20) : c; });
  return out;
}

// The first bytes that say something, lower case: after a byte order mark and white space.
std::string Opening(std::string_view bytes) {
  constexpr size_t kOpeningBytes = 1024;
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  const size_t first = std::min(bytes.find_first_not_of(" \t\r\n"), bytes.size());
  return Lower(bytes.substr(first, kOpeningBytes));
}

bool Holds(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

Format FormatOfBytes(const std::string& opening, std::string_view bytes) {
  if (opening.starts_with("{") || opening.starts_with("[{") || opening.starts_with("[")) {
    return Holds(opening, "jsonfeed.org") ? Format::kFeed : Format::kJson;
  }
  if (Holds(opening, "<rss") || Holds(opening, "<feed") || Holds(opening, "<rdf:rdf")) return Format::kFeed;
  if (opening.starts_with("<")) return Format::kHtml;
  const size_t nul = bytes.substr(0, 4096).find('\0');
  return nul == std::string_view::npos && !opening.empty() ? Format::kText : Format::kUnknown;
}

Format FormatOfType(const std::string& type) {
  if (Holds(type, "json")) return Format::kJson;
  if (Holds(type, "html")) return Format::kHtml;
  if (Holds(type, "rss") || Holds(type, "atom") || Holds(type, "/xml")) return Format::kFeed;
  return type.starts_with("text/plain") || type.starts_with("text/markdown") ? Format::kText : Format::kUnknown;
}

bool EndsWithOneOf(const std::string& text, std::initializer_list<std::string_view> ends) {
  return std::any_of(ends.begin(), ends.end(), [&](std::string_view end) { return text.ends_with(end); });
}

// "file:///a/b.txt" and "https://…/b.txt?x" alike.
Format FormatOfName(std::string_view url) {
  const std::string path = Lower(url.substr(0, url.find_first_of("?#")));
  if (EndsWithOneOf(path, {".txt", ".md"})) return Format::kText;
  if (EndsWithOneOf(path, {".jsonl", ".ndjson", ".json"})) return Format::kJson;
  if (EndsWithOneOf(path, {".html", ".htm", ".xhtml"})) return Format::kHtml;
  return EndsWithOneOf(path, {".rss", ".atom", ".xml", ".rdf"}) ? Format::kFeed : Format::kUnknown;
}

// The header first, then the name, then the bytes; but what is unmistakable in the bytes overrules a header that says
// nothing ("text/plain", "application/xml") or the wrong kind of markup.
Format FormatOf(const RawDocument& document) {
  const std::string opening = Opening(document.bytes);
  if (opening.starts_with("<!doctype html") || opening.starts_with("<html")) return Format::kHtml;
  Format format = FormatOfType(Lower(document.content_type));
  const Format bytes = FormatOfBytes(opening, document.bytes);
  if (format == Format::kUnknown && document.content_type.empty()) format = FormatOfName(document.url);
  if (format == Format::kUnknown && document.content_type.empty()) format = bytes;
  const bool marked_up = format == Format::kHtml || format == Format::kJson;
  return marked_up && bytes == Format::kFeed ? bytes : format;
}

std::string PlainText(const RawDocument& document, std::vector<std::string>& problems) {
  const bool told = Lower(document.content_type).find("charset=") != std::string::npos;
  std::string text = told ? DecodeXmlBytes(document.bytes, document.content_type).text : document.bytes;
  if (text.starts_with("\xEF\xBB\xBF")) text.erase(0, 3);
  return ValidUtf8(text, problems);
}

Result<Decoded> ReadByFormat(const RawDocument& document, const DecodeOptions& options) {
  Decoded out;
  switch (FormatOf(document)) {
    case Format::kHtml: out.articles.push_back(ReadHtmlArticle(document)); return out;
    case Format::kFeed: return ReadFeedArticles(document);
    case Format::kText: {
      const std::string text = PlainText(document, out.problems);
      out.articles.push_back(ReadTextArticle(document, text, options));
      return out;
    }
    case Format::kJson: {
      std::vector<std::string> problems;
      const std::string text = PlainText(document, problems);
      out = ReadJsonArticles(text, options);
      out.problems.insert(out.problems.begin(), problems.begin(), problems.end());
      if (out.articles.empty() && !out.problems.empty()) return Fail(Errc::kMalformed, out.problems.front());
      return out;
    }
    case Format::kUnknown: break;
  }
  const std::string& type = document.content_type;
  return Fail(Errc::kUnsupported, type.empty() ? "no format that holds articles" : "no articles in " + type);
}

// What every article has, whatever it was read from.
void Complete(const RawDocument& document, const DecodeOptions& options, Article& article) {
  if (article.url.empty()) article.url = document.url;
  if (article.canonical_url.empty()) article.canonical_url = article.url;
  if (article.source_id.empty()) article.source_id = document.source_id;
  if (article.site.empty()) {
    if (const auto url = ParseUrl(article.canonical_url)) article.site = url->host;
  }
  if (!options.language.empty()) article.language = options.language;
  article.fetched_at = document.fetched_at;
  CutToLimit(article.text);
  article.id = ArticleId(article.canonical_url, article.text);
}

// Text in any encoding hardly has control characters, but UTF-16 and UTF-32 may look as if: they announce themselves
// by a mark or by zero bytes.
bool IsNoise(std::string_view bytes) {
  constexpr size_t kSampleBytes = 4096;
  const std::string_view sample = bytes.substr(0, kSampleBytes);
  if (sample.starts_with("\xFE\xFF") || sample.starts_with("\xFF\xFE") || sample.substr(0, 4).find('\0') < 4)
    return false;
  const auto controls = std::count_if(sample.begin(), sample.end(), [](char c) {
    return (c >= 1 && c <= 8) || c == 0x0B || (c >= 0x0E && c <= 0x1A) || (c >= 0x1C && c <= 0x1F) || c == 0x7F;
  });
  return size_t(controls) * 25 > sample.size();
}

Result<Decoded> DecodePacked(const RawDocument& document, const DecodeOptions& options) {
  RawDocument unpacked = document;
  unpacked.bytes.clear();
  if (unpacked.url.ends_with(".gz")) unpacked.url.resize(unpacked.url.size() - 3);
  if (unpacked.content_type.find("gzip") != std::string::npos) unpacked.content_type.clear();
  Inflater inflater(Inflater::Format::kGzip, kPackedFileBytesMax);
  const auto written = inflater.Write(document.bytes, unpacked.bytes);
  if (!written && unpacked.bytes.empty()) return tl::unexpected<Error>(written.error());
  if (unpacked.bytes.starts_with("\x1f\x8b")) return Fail(Errc::kUnsupported, "is packed twice");
  auto decoded = Decode(unpacked, options);
  if (decoded && !(written && inflater.complete())) {
    decoded->problems.push_back("the gzip file breaks off or is damaged after " +
                                std::to_string(unpacked.bytes.size()) + " bytes of text: what there is was read");
  }
  return decoded;
}

}  // namespace

Result<Decoded> Decode(const RawDocument& document, const DecodeOptions& options) {
  if (document.bytes.starts_with("\x1f\x8b")) return DecodePacked(document, options);
  if (IsNoise(document.bytes)) return Fail(Errc::kMalformed, "is no text: too many control characters");
  auto decoded = ReadByFormat(document, options);
  if (!decoded) return decoded;
  std::erase_if(decoded->articles, [](const Article& a) { return a.text.empty(); });
  for (Article& article : decoded->articles) {
    if (article.text.size() > kArticleBytesMax)
      decoded->problems.push_back("the text is cut after " + std::to_string(kArticleBytesMax) + " bytes");
    Complete(document, options, article);
  }
  return decoded;
}

}  // namespace tocsin
