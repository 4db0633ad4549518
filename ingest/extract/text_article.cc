#include <algorithm>

#include "ingest/base/limits.h"
#include "ingest/charset/nfc.h"
#include "ingest/extract/readers.h"
#include "ingest/markup/html_tree.h"

namespace tocsin {
namespace {

// A line this long that ends no sentence was broken by its width, if lines of the file never grow much longer.
constexpr size_t kWrapBytesMin = 50;
constexpr size_t kWrapBytesMax = 100;

bool EndsSentence(std::string_view line) {
  return line.empty() || std::string_view(".!?:;\"").find(line.back()) != std::string_view::npos ||
         uint8_t(line.back()) >= 0x80;
}

std::vector<std::string> CutLines(std::string_view text) {
  std::vector<std::string> lines;
  for (size_t at = 0; at <= text.size();) {
    const size_t end = std::min(text.find('\n', at), text.size());
    std::string line;
    AppendCollapsed(text.substr(at, end - at), line);
    if (line.ends_with(' ')) line.pop_back();
    lines.push_back(std::move(line));
    at = end + 1;
  }
  return lines;
}

bool IsWrapped(const std::vector<std::string>& lines) {
  size_t longest = 0;
  for (const std::string& line : lines) longest = std::max(longest, line.size());
  return longest >= kWrapBytesMin && longest <= kWrapBytesMax;
}

std::string JoinParagraphs(const std::vector<std::string>& lines, size_t first) {
  const bool wrapped = IsWrapped(lines);
  std::string text;
  for (size_t i = first; i < lines.size(); ++i) {
    if (lines[i].empty()) continue;
    const bool goes_on = wrapped && i > first && lines[i - 1].size() >= kWrapBytesMin && !EndsSentence(lines[i - 1]);
    if (!text.empty()) text.push_back(goes_on ? ' ' : '\n');
    text += lines[i];
  }
  return text;
}

}  // namespace

Article ReadTextArticle(const RawDocument& document, std::string_view text, const DecodeOptions& options) {
  const std::vector<std::string> lines = CutLines(text);
  size_t title = 0;
  while (title < lines.size() && lines[title].empty()) ++title;
  Article article;
  article.canonical_url = document.url;
  if (title == lines.size()) return article;
  size_t body = title + 1;
  article.title =
      NormalizeNfc(lines[title].substr(std::min(lines[title].find_first_not_of("# "), lines[title].size())));
  if (article.title.size() > kTitleBytesMax) {  // a first line this long is a paragraph
    article.title.clear();
    body = title;
  }
  article.text = NormalizeNfc(JoinParagraphs(lines, body));
  if (article.text.empty()) article.text.swap(article.title);  // one line is what is to be read
  article.published_at = options.published;
  article.published_origin = options.published.known() ? DateOrigin::kGiven : DateOrigin::kNone;
  return article;
}

}  // namespace tocsin
