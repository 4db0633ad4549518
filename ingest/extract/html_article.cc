#include "ingest/charset/nfc.h"
#include "ingest/extract/blocks.h"
#include "ingest/extract/readers.h"
#include "ingest/page.h"

namespace tocsin {
namespace {

constexpr int64_t kClockSkewSeconds = 86'400;  // pages from east of us may be dated tomorrow

// A page cannot have been published after it was fetched; what the feed said may still hold.
void DropFutureDate(const RawDocument& document, Article& article) {
  const Instant latest{document.fetched_at.seconds + kClockSkewSeconds};
  if (document.fetched_at.seconds == 0 || !article.published_at.known() || article.published_at.at <= latest) return;
  const Timestamp& feed = document.hint.published;
  const bool usable = feed.known() && feed.at <= latest;
  article.published_at = usable ? feed : Timestamp{};
  article.published_origin = usable ? DateOrigin::kFeed : DateOrigin::kNone;
}

}  // namespace

Article ReadHtmlArticle(const RawDocument& document) {
  const Utf8Text html = DecodeHtmlBytes(document.bytes, document.content_type);
  PageReading page = ReadPage(html.text, document.url, document.hint);
  Article article;
  article.canonical_url = std::move(page.canonical_url);
  article.site = std::move(page.site);
  article.title = std::move(page.title);
  article.authors = std::move(page.authors);
  article.language = std::move(page.language);
  article.published_at = page.published;
  article.published_origin = page.published_origin;
  article.modified_at = page.modified;
  article.text = std::move(page.text);
  DropFutureDate(document, article);
  return article;
}

std::string TextOfFragment(std::string_view html) {
  const HtmlTree tree = ParseHtml(html);
  const Blocks blocks = CutBlocks(tree, std::vector<bool>(tree.nodes.size()));
  std::string text;
  for (const Block& block : blocks.list) {
    if (!text.empty()) text.push_back('\n');
    text += blocks.TextOf(block);
  }
  return NormalizeNfc(std::move(text));
}

}  // namespace tocsin
