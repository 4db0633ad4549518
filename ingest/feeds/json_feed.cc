// JSON Feed 1.0 and 1.1 (jsonfeed.org).
#include <algorithm>

#include "ingest/base/limits.h"
#include "ingest/feeds/feed_formats.h"
#include "ingest/feeds/feed_text.h"
#include "ingest/feeds/html_fragment.h"

namespace tocsin {
namespace {

std::string Text(const JsonValue& object, std::string_view key) { return std::string(object.Get(key)); }

void ReadAuthors(const JsonValue& object, FeedItem& item) {
  const auto add = [&](const JsonValue& author) {
    FeedPerson person{Text(author, "name"), "", Text(author, "url")};
    if (person.name.empty() && person.url.empty()) return;
    item.authors.push_back(std::move(person));
  };
  if (const JsonValue* authors = object.Find("authors"); authors != nullptr && authors->is_array()) {
    for (const JsonValue& author : authors->items()) add(author);
  }
  if (const JsonValue* author = object.Find("author"); author != nullptr && item.authors.empty()) add(*author);
  if (!item.authors.empty()) item.author = item.authors.front().name;
}

void AddLink(const JsonValue& object, std::string_view key, std::string_view rel, std::string_view type,
             FeedItem& item) {
  if (std::string href = Text(object, key); !href.empty()) {
    item.links.push_back({std::move(href), std::string(rel), std::string(type), "", "", ""});
  }
}

Timestamp Date(const JsonValue& object, std::string_view key) {
  return ParseFeedDate(object.Get(key)).value_or(Timestamp{});
}

FeedItem ReadHead(const JsonValue& document) {
  FeedItem head;
  head.title = Text(document, "title");
  head.link = Text(document, "home_page_url");
  head.id = Text(document, "feed_url");
  head.subtitle = Text(document, "description");
  head.language = Text(document, "language");
  head.image = Text(document, "icon");
  AddLink(document, "home_page_url", "alternate", "text/html", head);
  AddLink(document, "feed_url", "self", "application/feed+json", head);
  AddLink(document, "next_url", "next", "application/feed+json", head);
  ReadAuthors(document, head);
  return head;
}

FeedItem ReadItem(const JsonValue& object, std::string_view url) {
  FeedItem item;
  item.id = Text(object, "id");
  item.link = ResolveReference(object.Get("url").empty() ? object.Get("external_url") : object.Get("url"), url);
  item.title = Text(object, "title");
  item.summary = Text(object, "summary");
  item.image = Text(object, "image");
  item.language = Text(object, "language");
  item.published = Date(object, "date_published");
  item.updated = Date(object, "date_modified");
  AddLink(object, "url", "alternate", "text/html", item);
  AddLink(object, "external_url", "related", "text/html", item);
  if (const auto html = object.Get("content_html"); !html.empty()) {
    item.content.push_back({SanitizeHtml(html, item.link.empty() ? url : item.link), "text/html", item.language});
  }
  if (const auto text = object.Get("content_text"); !text.empty()) {
    item.content.push_back({std::string(text), "text/plain", item.language});
  }
  ReadAuthors(object, item);
  if (const JsonValue* tags = object.Find("tags"); tags != nullptr && tags->is_array()) {
    for (const JsonValue& tag : tags->items()) {
      if (tag.is_string()) item.categories.push_back({tag.text(), "", ""});
    }
  }
  if (const JsonValue* files = object.Find("attachments"); files != nullptr && files->is_array()) {
    for (const JsonValue& file : files->items()) {
      item.enclosures.push_back(
          {ResolveReference(file.Get("url"), url), Text(file, "mime_type"), Text(file, "size_in_bytes")});
    }
  }
  return item;
}

void KeepLatest(Timestamp& latest, const Timestamp& other) {
  if (other.known() && (!latest.known() || other.at > latest.at)) latest = other;
}

}  // namespace

std::optional<Feed> ReadJsonFeed(const JsonValue& document, std::string_view url) {
  const JsonValue* items = document.Find("items");
  const std::string_view version = document.Get("version");
  if (items == nullptr || !items->is_array()) return std::nullopt;
  if (version.empty() && document.Get("home_page_url").empty() && document.Get("feed_url").empty()) return std::nullopt;
  Feed feed;
  feed.format = version.ends_with("1.1") ? "json11" : "json1";
  feed.feed = ReadHead(document);
  for (const JsonValue& object : items->items()) {
    if (!object.is_object() || feed.entries.size() >= kFeedEntriesMax) continue;
    feed.entries.push_back(ReadItem(object, url));
    if (feed.entries.back().language.empty()) feed.entries.back().language = feed.feed.language;
    // The format has no date of its own: a feed is as new as its newest entry.
    KeepLatest(feed.feed.published, feed.entries.back().published);
    KeepLatest(feed.feed.updated, feed.entries.back().updated);
  }
  return feed;
}

}  // namespace tocsin
