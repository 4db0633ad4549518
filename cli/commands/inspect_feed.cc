// `tocsin inspect feed FILE`: what a feed says, entry by entry.
#include <iostream>

#include "cli/commands/batch.h"
#include "cli/commands/inspect.h"
#include "ingest/base/limits.h"
#include "ingest/feed.h"

namespace tocsin {
namespace {

void Put(Json& out, const char* key, const std::string& value) {
  if (!value.empty()) out[key] = value;
}

void Put(Json& out, const char* key, const Timestamp& date) {
  if (date.known()) out[key] = FormatInstant(date.at);
}

template <class T, class Show>
void PutList(Json& out, const char* key, const std::vector<T>& list, Show show) {
  for (const T& value : list) out[key].push_back(show(value));
}

Json Show(const FeedPerson& p) {
  Json out = Json::object();
  Put(out, "name", p.name);
  Put(out, "email", p.email);
  Put(out, "url", p.url);
  return out;
}

Json Show(const FeedLink& l) {
  Json out = {{"href", l.href}, {"rel", l.rel}, {"type", l.type}};
  Put(out, "title", l.title);
  Put(out, "hreflang", l.hreflang);
  Put(out, "length", l.length);
  return out;
}

Json Show(const FeedCategory& c) { return {{"term", c.term}, {"scheme", c.scheme}, {"label", c.label}}; }
Json Show(const FeedContent& c) { return {{"value", c.value}, {"type", c.type}, {"lang", c.lang}}; }
Json Show(const FeedEnclosure& e) { return {{"url", e.url}, {"type", e.type}, {"length", e.length}}; }

Json Show(const FeedItem& i) {
  Json out = Json::object();
  Put(out, "title", i.title);
  Put(out, "link", i.link);
  Put(out, "id", i.id);
  Put(out, "subtitle", i.subtitle);
  Put(out, "summary", i.summary);
  Put(out, "language", i.language);
  Put(out, "rights", i.rights);
  Put(out, "author", i.author);
  Put(out, "publisher", i.publisher);
  Put(out, "image", i.image);
  Put(out, "generator", i.generator);
  Put(out, "comments", i.comments);
  Put(out, "published", i.published);
  Put(out, "updated", i.updated);
  const auto show = [](const auto& value) { return Show(value); };
  PutList(out, "authors", i.authors, show);
  PutList(out, "contributors", i.contributors, show);
  PutList(out, "links", i.links, show);
  PutList(out, "categories", i.categories, show);
  PutList(out, "content", i.content, show);
  PutList(out, "enclosures", i.enclosures, show);
  PutList(out, "media", i.media, show);
  if (!i.source.empty()) out["source"] = Show(i.source.front());
  return out;
}

Json Show(const Feed& feed) {
  Json out = {{"format", feed.format}, {"encoding", feed.encoding}, {"wellformed", feed.wellformed}};
  out["feed"] = Show(feed.feed);
  out["entries"] = Json::array();
  for (const FeedItem& entry : feed.entries) out["entries"].push_back(Show(entry));
  return out;
}

}  // namespace

int InspectFeed(const InspectOptions& options) {
  const auto bytes = ReadFile(options.file, kFeedBytesMax);
  if (!bytes) {
    std::cerr << "inspect feed: " << bytes.error().what << '\n';
    return 1;
  }
  const std::string& base = options.content_location.empty() ? options.url : options.content_location;
  const auto feed = ParseFeed(*bytes, options.content_type, base, options.content_language);
  if (feed) {
    std::cout << ToLine(Show(*feed)) << '\n';
    return 0;
  }
  std::cerr << "inspect feed: " << options.file << ": " << feed.error().what << '\n';
  std::cout << ToLine(Json{{"format", ""}, {"wellformed", false}, {"entries", Json::array()}}) << '\n';
  return 1;
}

}  // namespace tocsin
