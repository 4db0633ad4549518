#include "ingest/extract/titles.h"

#include <algorithm>
#include <set>
#include <utility>
#include <vector>

#include "ingest/base/limits.h"
#include "ingest/extract/boilerplate.h"

namespace tocsin {
namespace {

// Letters and digits only, lower case: "The Verge" and "theverge.com" share "theverge".
std::string Squeeze(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if ((c >= '0' && c <= '9') || uint8_t(c) >= 0x80) out.push_back(c);
    if ((c | 0x20) >= 'a' && (c | 0x20) <= 'z') out.push_back(char(c | 0x20));
  }
  return out;
}

bool IsSite(std::string_view part, std::string_view site, std::string_view host) {
  const std::string squeezed = Squeeze(part), name = Squeeze(site), address = Squeeze(host);
  if (squeezed.empty()) return true;
  if (!name.empty() && (squeezed == name || name.starts_with(squeezed) || squeezed.starts_with(name))) return true;
  return squeezed.size() >= 3 && address.find(squeezed) != std::string::npos;
}

constexpr std::string_view kSeparators[] = {" | ", " - ", " – ", " — ", " :: ", " · ", " • ", " » ",
                                            " « ", "_",   "｜",  " / ", " // ", "|",   "-"};

struct Heading {
  int level;
  std::string text;
};

std::vector<Heading> HeadingsOf(const HtmlTree& tree) {
  constexpr size_t kHeadingsMax = 60;
  constexpr uint32_t kHeadingNodesMax = 200;  // with more inside, it was never closed
  std::vector<Heading> out;
  for (uint32_t i = 1; i < tree.nodes.size() && out.size() < kHeadingsMax; ++i) {
    const Tag tag = tree.nodes[i].tag;
    const bool heading = tag == Tag::kH1 || tag == Tag::kH2 || tag == Tag::kH3;
    if (!heading || tree.nodes[i].end - i > kHeadingNodesMax) continue;
    std::string text = tree.TextOf(i);
    if (!text.empty()) out.push_back({int(tag) - int(Tag::kH1) + 1, std::move(text)});
  }
  return out;
}

std::set<std::string> WordsOf(std::string_view text) {
  std::set<std::string> words;
  std::string word;
  for (size_t i = 0; i <= text.size(); ++i) {
    const char c = i < text.size() ? text[i] : ' ';
    const bool letter = (c >= '0' && c <= '9') || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z') || uint8_t(c) >= 0x80;
    if (letter) word.push_back(c >= 'A' && c <= 'Z' ? char(c | 0x20) : c);
    if (!letter && !word.empty()) words.insert(std::exchange(word, {}));
  }
  return words;
}

// The share of the heading's words that the page's declared titles use too.
double Agreement(const std::string& heading, const std::set<std::string>& declared) {
  const std::set<std::string> words = WordsOf(heading);
  const auto shared =
      std::count_if(words.begin(), words.end(), [&](const std::string& w) { return declared.count(w) > 0; });
  return words.empty() ? 0 : double(shared) / double(words.size());
}

std::string TitleElement(const HtmlTree& tree) {
  for (uint32_t i = 1; i < tree.nodes.size(); ++i) {
    if (tree.nodes[i].tag == Tag::kTitle) return tree.TextOf(i);
  }
  return {};
}

}  // namespace

std::string WithoutSite(std::string_view title, std::string_view site, std::string_view host) {
  for (bool again = true; again;) {
    again = false;
    for (const std::string_view separator : kSeparators) {
      const size_t at = title.rfind(separator);
      if (at == std::string_view::npos || at == 0) continue;
      if (!IsSite(title.substr(at + separator.size()), site, host)) continue;
      title = title.substr(0, at);
      again = true;
      break;
    }
  }
  return std::string(title);
}

std::string ChooseTitle(const DeclaredTitles& declared, const HtmlTree& tree, std::string_view site,
                        std::string_view host) {
  const std::string element = TitleElement(tree);
  const std::vector<Heading> headings = HeadingsOf(tree);
  std::string title;
  std::set<std::string> words;
  for (const std::string& candidate : {declared.json_ld, declared.meta, element}) {
    if (title.empty()) title = WithoutSite(candidate, site, host);
    words.merge(WordsOf(candidate));
  }
  const std::string squeezed = Squeeze(element + declared.meta + declared.json_ld);
  const Heading* best = nullptr;
  double best_score = 0;
  for (const Heading& h : headings) {
    const std::string s = Squeeze(h.text);
    const bool repeats = s.size() >= 10 && squeezed.find(s) != std::string::npos;
    if (IsSite(h.text, site, host) || (h.level > 1 && !repeats)) continue;
    const double agreement = Agreement(h.text, words);
    const double score = agreement + (h.level == 1 ? 0.5 : 0.0) + std::min(0.4, double(s.size()) / 100);
    if (agreement >= 0.5 && score > best_score) {
      best = &h;
      best_score = score;
    }
  }
  if (best != nullptr) title = best->text;
  for (const std::string& candidate : {declared.json_ld, declared.meta}) {  // a heading with its kicker in front
    const std::string plain = WithoutSite(candidate, site, host);
    if (plain.size() >= 20 && title.size() > plain.size() && title.ends_with(plain)) title = plain;
  }
  if (title.empty() && !headings.empty()) title = headings.front().text;
  if (title.size() > kTitleBytesMax) title.clear();
  return title;
}

}  // namespace tocsin
