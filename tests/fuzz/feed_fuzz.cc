// Whatever the bytes: UTF-8 comes out, entries are bounded, no address has a scheme that acts, no markup acts.
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <memory>
#include <string>
#include <string_view>

#include "ingest/base/limits.h"
#include "ingest/feed.h"
#include "ingest/page.h"

namespace {

void CheckText(const std::string& text) {
  if (tocsin::DecodeHtmlBytes(text, "text/plain; charset=utf-8").lossy) std::abort();
}

void CheckItem(const tocsin::FeedItem& item) {
  for (const std::string* text : {&item.title, &item.link, &item.id, &item.subtitle, &item.language, &item.rights,
                                  &item.author, &item.publisher, &item.image, &item.summary}) {
    CheckText(*text);
  }
  for (const auto& content : item.content) {
    CheckText(content.value);
    if (content.type == "text/html" && content.value.find("<script") != std::string::npos) std::abort();
  }
  if (item.source.size() > 1) std::abort();
  for (const auto& source : item.source) CheckItem(source);
}

}  // namespace

// The first line is the Content-Type, the rest the document.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  std::unique_ptr<char[]> bytes(new char[size]);
  if (size != 0) std::memcpy(bytes.get(), data, size);
  const std::string_view text(bytes.get(), size);
  const size_t line = text.find('\n');
  const std::string_view body = line == text.npos ? text : text.substr(line + 1);
  const std::string_view type = text.substr(0, line == text.npos ? 0 : line);
  if (const auto feed = tocsin::ParseFeed(body, type, "https://example.org/feed")) {
    if (feed->entries.size() > tocsin::kFeedEntriesMax) std::abort();
    CheckItem(feed->feed);
    for (const auto& entry : feed->entries) CheckItem(entry);
  }
  tocsin::RawDocument document;
  document.bytes = body;
  document.content_type = type;
  document.url = "https://example.org/feed";
  if (const auto listing = tocsin::ReadListing(document)) {
    for (const auto& page : listing->pages) {
      if (!page.url.starts_with("http://") && !page.url.starts_with("https://")) std::abort();
      CheckText(page.hint.title);
    }
  }
  return 0;
}
