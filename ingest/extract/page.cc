#include "ingest/page.h"

#include "ingest/charset/nfc.h"
#include "ingest/extract/json_ld.h"
#include "ingest/extract/main_text.h"
#include "ingest/extract/metadata.h"
#include "ingest/web.h"

namespace tocsin {
namespace {

// What the feed said counts where the page is silent.
void ApplyHint(const FeedHint& hint, PageReading& page) {
  if (page.title.empty()) page.title = hint.title;
  if (page.authors.empty() && !hint.author.empty()) page.authors.push_back(hint.author);
  if (page.language.empty()) page.language = hint.language;
  if (!page.published.known() && hint.published.known()) {
    page.published = hint.published;
    page.published_origin = DateOrigin::kFeed;
  }
}

// Of a page of links and the like: what looked like its date is that of something it shows.
void DropFoundDate(PageReading& page) {
  const DateOrigin origin = page.published_origin;
  if (origin != DateOrigin::kTimeElement && origin != DateOrigin::kText && origin != DateOrigin::kMicrodata) return;
  page.published = {};
  page.published_origin = DateOrigin::kNone;
  page.published_zone_seconds = 0;
  page.notes.push_back("no date: no article");
}

bool SaysArticle(const HtmlTree& tree) {
  for (uint32_t i = 1; i < tree.nodes.size(); ++i) {
    if (tree.nodes[i].tag == Tag::kMeta && tree.Raw(i, Attr::kProperty) == "og:type")
      return tree.Raw(i, Attr::kContent) == "article";
    if (tree.nodes[i].tag == Tag::kBody) break;
  }
  return false;
}

}  // namespace

PageReading ReadPage(std::string_view html, std::string_view url, const FeedHint& hint) {
  const HtmlTree tree = ParseHtml(html);
  const PageView view(tree);
  const JsonLdFacts json_ld = ReadJsonLd(tree);
  PageReading page;
  ReadMetadata(view, json_ld, url, page);
  ReadDates(view, json_ld, page);
  ApplyHint(hint, page);
  const auto address = ParseUrl(page.canonical_url);
  const std::string host = address ? address->host : std::string();
  MainText main = FindMainText(view, {page.title, host, page.language, page.site, &page.authors,
                                      json_ld.article || SaysArticle(tree), json_ld.body});
  page.text = NormalizeNfc(std::move(main.text));
  page.title = NormalizeNfc(std::move(page.title));
  if (page.text.empty()) {
    DropFoundDate(page);
    ApplyHint(hint, page);
  }
  page.notes.insert(page.notes.end(), main.notes.begin(), main.notes.end());
  if (page.published_origin == DateOrigin::kFeed) page.notes.push_back("date from feed");
  if (tree.truncated) page.notes.push_back("page cut: too many elements");
  return page;
}

}  // namespace tocsin
