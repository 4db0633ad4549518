#include "ingest/base/limits.h"
#include "ingest/feeds/feed_formats.h"
#include "ingest/feeds/feed_names.h"
#include "ingest/feeds/feed_text.h"
#include "ingest/feeds/item_reader.h"

namespace tocsin {
namespace {

bool IsEntry(const XmlNode& element) {
  const std::string name = FeedName(element);
  return name == "item" || name == "entry";
}

// Entries of `element` in document order, also those that an unclosed entry seems to hold. Depth is the document's.
void ReadEntries(const XmlNode& element, const FeedContext& context, std::vector<FeedItem>& entries) {
  for (const XmlNode& child : element.children) {
    if (child.is_text() || entries.size() >= kFeedEntriesMax) continue;
    const std::string name = FeedName(child);
    if (IsEntry(child)) {
      const FeedContext inner = context.At(child);
      entries.push_back(ReadFeedItem(child, inner, true));
      ReadEntries(child, inner, entries);
    } else if (name == "channel" || name == "items" || name == "feed" || name == "rss") {
      ReadEntries(child, context.At(child), entries);
    }
  }
}

}  // namespace

std::optional<Feed> ReadXmlFeed(const XmlDocument& document, std::string_view url, std::string_view language) {
  Feed feed;
  feed.format = FeedFormat(document);
  if (feed.format.empty()) return std::nullopt;
  const XmlNode& root = *document.root();
  const FeedContext context = FeedContext{std::string(url), std::string(language)}.At(root);
  if (IsEntry(root)) {
    feed.entries.push_back(ReadFeedItem(root, context, true));
    return feed;
  }
  const XmlNode* channel = &root;
  for (const XmlNode& child : root.children) {
    if (FeedName(child) == "channel") channel = &child;
  }
  feed.feed = ReadFeedItem(*channel, channel == &root ? context : context.At(*channel), false);
  ReadEntries(root, context, feed.entries);
  return feed;
}

}  // namespace tocsin
