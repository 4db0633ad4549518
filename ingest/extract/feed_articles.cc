#include "ingest/extract/names.h"
#include "ingest/extract/readers.h"
#include "ingest/feed.h"

namespace tocsin {
namespace {

constexpr size_t kEntryBytesMin = 200;  // a shorter text is a teaser: the page itself is worth fetching

std::string LongestText(const FeedItem& entry) {
  std::string best = TextOfFragment(entry.summary);
  for (const FeedContent& content : entry.content) {
    std::string text = TextOfFragment(content.value);
    if (text.size() > best.size()) best = std::move(text);
  }
  return best;
}

std::vector<std::string> AuthorsOf(const FeedItem& entry) {
  std::vector<std::string> names;
  for (const FeedPerson& person : entry.authors) names.push_back(person.name);
  if (names.empty()) names.push_back(entry.author);
  return CutAuthors(names);
}

Article ToArticle(const FeedItem& entry, const FeedItem& feed) {
  Article article;
  article.url = article.canonical_url = entry.link.empty() ? entry.id : entry.link;
  article.site = feed.title;
  article.title = TextOfFragment(entry.title);
  article.authors = AuthorsOf(entry);
  article.language = entry.language.empty() ? feed.language : entry.language;
  article.published_at = entry.published.known() ? entry.published : entry.updated;
  article.published_origin = article.published_at.known() ? DateOrigin::kFeed : DateOrigin::kNone;
  article.modified_at = entry.updated;
  return article;
}

}  // namespace

Result<Decoded> ReadFeedArticles(const RawDocument& document) {
  const auto feed = ParseFeed(document.bytes, document.content_type, document.url);
  if (!feed) return tl::unexpected(feed.error());
  Decoded out;
  size_t number = 0, summaries = 0;
  for (const FeedItem& entry : feed->entries) {
    ++number;
    std::string text = LongestText(entry);
    if (text.size() < kEntryBytesMin) {
      ++summaries;
      continue;
    }
    Article article = ToArticle(entry, feed->feed);
    if (article.url.empty()) article.url = article.canonical_url = document.url + "#entry-" + std::to_string(number);
    article.text = std::move(text);
    out.articles.push_back(std::move(article));
  }
  if (summaries > 0) {
    out.problems.push_back(std::to_string(summaries) + " of " + std::to_string(number) + " entries of the feed " +
                           (summaries == 1 ? "carries" : "carry") +
                           " a summary or a link only: `tocsin crawl` with the feed as a source reads the pages");
  }
  return out;
}

}  // namespace tocsin
