#include <algorithm>
#include <map>

#include "ingest/base/limits.h"
#include "ingest/extract/blocks.h"
#include "ingest/extract/boilerplate.h"
#include "ingest/extract/cues.h"
#include "ingest/extract/metadata.h"
#include "ingest/extract/names.h"
#include "ingest/extract/titles.h"
#include "ingest/markup/html_entities.h"
#include "ingest/web.h"

namespace tocsin {
namespace {

// name= or property= (lower case) to content=; the first of a name counts, authors are gathered.
struct MetaTags {
  std::map<std::string, std::string> values;
  std::vector<std::string> authors;
  std::string canonical, base;

  std::string Get(std::initializer_list<const char*> names) const {
    for (const char* name : names) {
      if (const auto at = values.find(name); at != values.end() && !at->second.empty()) return at->second;
    }
    return {};
  }
};

MetaTags ReadMetaTags(const HtmlTree& tree) {
  MetaTags out;
  std::string buffer;
  for (uint32_t i = 0; i < tree.nodes.size(); ++i) {
    const Tag tag = tree.nodes[i].tag;
    if (tag == Tag::kBase && out.base.empty()) out.base = tree.Value(i, Attr::kHref);
    if (tag == Tag::kLink && out.canonical.empty() && LowerInto(tree.Raw(i, Attr::kRel), buffer) == "canonical") {
      out.canonical = tree.Value(i, Attr::kHref);
    }
    if (tag != Tag::kMeta) continue;
    for (const Attr attr : {Attr::kName, Attr::kProperty, Attr::kItemprop}) {
      const std::string name(LowerInto(tree.Raw(i, attr), buffer));
      if (name.empty()) continue;
      const std::string content = tree.Value(i, Attr::kContent);
      out.values.emplace(name, content);
      if (name == "author" || name == "article:author" || name == "dc.creator" || name == "citation_author" ||
          name == "parsely-author" || name == "sailthru.author")
        out.authors.push_back(content);
    }
  }
  return out;
}

// "zh_CN", "EN-us", "de-DE-1996" to BCP 47 as we write it; "" when it is no language.
std::string LanguageTag(std::string_view text) {
  text = text.substr(0, text.find_first_of(",; "));
  std::string out;
  size_t part = 0;
  for (size_t at = 0; at <= text.size() && part < 3; ++part) {
    const size_t end = std::min(text.find_first_of("-_", at), text.size());
    std::string piece(text.substr(at, end - at));
    const bool letters = !piece.empty() && piece.size() <= 8 && std::all_of(piece.begin(), piece.end(), [](char c) {
      return (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
    });
    if (!letters || (part == 0 && (piece.size() < 2 || piece.size() > 3))) break;
    for (char& c : piece) c = char(part > 0 && piece.size() == 2 ? c & ~0x20 : c | 0x20);
    if (part > 0 && piece.size() == 4) piece[0] = char(piece[0] & ~0x20);
    if (part > 0) out.push_back('-');
    out += piece;
    at = end + 1;
  }
  return out;
}

std::string LanguageOf(const HtmlTree& tree, const MetaTags& meta, const JsonLdFacts& json_ld) {
  std::string language;
  for (uint32_t i = 0; i < tree.nodes.size() && language.empty(); ++i) {
    if (tree.nodes[i].tag == Tag::kHtml) language = LanguageTag(tree.Raw(i, Attr::kLang));
    if (tree.nodes[i].tag == Tag::kHtml && language.empty()) language = LanguageTag(tree.Raw(i, Attr::kXmlLang));
  }
  for (const std::string& other :
       {meta.Get({"content-language", "language", "dc.language"}), meta.Get({"og:locale"}), json_ld.language}) {
    if (language.empty()) language = LanguageTag(other);
  }
  return language;
}

std::string CanonicalOf(const MetaTags& meta, const JsonLdFacts& json_ld, std::string_view url) {
  const auto own = ParseUrl(url);
  for (const std::string& link :
       {meta.canonical, meta.Get({"og:url"}), json_ld.article ? json_ld.url : std::string()}) {
    if (link.empty()) continue;
    const auto parsed = ParseUrl(link, url);
    if (!parsed || (parsed->scheme != "http" && parsed->scheme != "https")) continue;
    // Every page of a site that is made without care may call itself the front page.
    const bool front = parsed->path == "/" && parsed->query.empty();
    if (!front || !own || (own->path == "/" && own->query.empty())) return parsed->href;
  }
  return std::string(url);
}

std::string HostOf(std::string_view url) {
  const auto parsed = ParseUrl(url);
  if (!parsed) return {};
  return parsed->host.starts_with("www.") ? parsed->host.substr(4) : parsed->host;
}

std::string Plain(std::string_view text) {
  std::string out;
  AppendCollapsed(Unescape(text), out);
  if (out.ends_with(' ')) out.pop_back();
  return out;
}

// The element that names the author most closely: of nested ones ("author-box" around "author-name") the inner.
std::string NamedByline(const PageView& view) {
  constexpr uint32_t kNodesMax = 60;
  constexpr size_t kTriesMax = 200;
  const HtmlTree& tree = view.tree;
  size_t tries = 0;
  for (uint32_t i = 1; i < tree.nodes.size() && tries < kTriesMax; ++i) {
    const HtmlNode& n = tree.nodes[i];
    if (n.attribute_count == 0 || n.end - i > kNodesMax || n.tag == Tag::kMeta || n.tag == Tag::kLink) continue;
    if (!(view.cues[i] & kCueAuthor) || (view.cues[i] & (kCueComments | kCueHidden))) continue;
    for (uint32_t k = n.end - 1; k >= i; --k) {
      const bool inner = k == i || ((view.cues[k] & kCueAuthor) && !tree.Raw(k, Attr::kClass).empty());
      if (!inner) continue;
      ++tries;
      std::string text = tree.TextOf(k);
      if (text.size() <= 120 && !CutAuthors(text).empty()) return text;
    }
    i = n.end - 1;  // all inside was asked
  }
  return {};
}

// A short line that begins with "By": the last resort, and only above or right below the headline.
std::string LineByline(const Blocks& blocks) {
  static constexpr std::string_view kBy[] = {
      "by ", "by: ", "von ", "written by", "text: ", "autor: ", "author: ", "par ", "记者", "作者", "本报记者", "文/"};
  static constexpr std::string_view kLabels[] = {
      "by",          "von",      "written by", "by:",     "written by:", "author", "article by",
      "authored by", "words by", "autor",      "author:", "autor:",      "作者",   "作者："};
  std::string buffer;
  size_t since_heading = 0;
  bool labelled = false;  // the block before says whose name follows
  for (const Block& block : blocks.list) {
    const std::string_view text = blocks.TextOf(block);
    if (labelled && text.size() <= 60 && !CutAuthors(text).empty()) return std::string(text);
    labelled =
        std::find(std::begin(kLabels), std::end(kLabels), LowerInto(text.substr(0, 20), buffer)) != std::end(kLabels);
    since_heading = block.level == 1 || block.level == 2 ? 1 : since_heading + (since_heading > 0 ? 1 : 0);
    if (since_heading == 0 || since_heading > 10 || text.size() > 70 || text.size() < 6) continue;
    const std::string_view lower = LowerInto(text, buffer);
    const bool by =
        std::any_of(std::begin(kBy), std::end(kBy), [&](std::string_view s) { return lower.starts_with(s); });
    // "ByAnn Lee": set apart by its looks only.
    const bool glued = text.starts_with("By") && text[2] >= 'A' && text[2] <= 'Z';
    if ((by || glued) && !text.ends_with('.') && !CutAuthors(text).empty()) return std::string(text);
  }
  return {};
}

// "/authors/ann-lee": where a site keeps what its authors wrote.
bool IsAuthorLink(std::string_view href) {
  for (const std::string_view part : {"/author/", "/authors/", "/autor/", "/autoren/", "/redakteur/", "/auteur/"}) {
    const size_t at = href.find(part);
    if (at != std::string_view::npos && at + part.size() < href.size()) return true;
  }
  return false;
}

// Between the nodes stands nothing but what parts the names of those who wrote together.
bool AreJoined(const HtmlTree& tree, uint32_t from, uint32_t to) {
  constexpr uint32_t kNodesMax = 12;
  if (to - from > kNodesMax) return false;
  std::string between;
  for (uint32_t i = from; i < to; ++i) {
    for (const char c : tree.nodes[i].tag == Tag::kText ? tree.nodes[i].text : std::string_view())
      if (c != ' ' && c != '\n' && c != '\r' && c != '\t') between.push_back(c);
  }
  for (const std::string_view mark : {",", "and", ",and", "&", "&amp;", "und", "y", "et", "|", "e"}) {
    if (between == mark) return true;
  }
  return false;
}

std::vector<std::string> BylinesOf(const PageView& view) {
  const HtmlTree& tree = view.tree;
  constexpr size_t kLinkBytesMax = 100;
  std::vector<std::string> by_property, by_rel, by_link;
  uint32_t link_end = 0;
  for (uint32_t i = 1; i < tree.nodes.size(); ++i) {
    const HtmlNode& n = tree.nodes[i];
    if (n.attribute_count == 0 || n.end - i > 60 || n.tag == Tag::kMeta || n.tag == Tag::kLink) continue;
    if (by_property.size() < 8 && tree.Raw(i, Attr::kItemprop) == "author") by_property.push_back(tree.TextOf(i));
    if (by_rel.empty() && n.tag == Tag::kA && tree.Raw(i, Attr::kRel).find("author") != std::string_view::npos)
      by_rel.push_back(tree.TextOf(i));
    if (n.tag != Tag::kA || !IsAuthorLink(tree.Raw(i, Attr::kHref)) ||
        (!by_link.empty() && !AreJoined(tree, link_end, i)))
      continue;
    std::string text = tree.TextOf(i);
    if (text.size() > kLinkBytesMax || CutAuthors(text).empty()) continue;
    by_link.push_back(std::move(text));
    link_end = n.end;
  }
  for (const auto& lines : {by_property, by_rel, by_link}) {
    if (!CutAuthors(lines).empty()) return lines;
  }
  std::string named = NamedByline(view);
  return {named.empty() ? LineByline(view.blocks()) : std::move(named)};
}

// A site that calls itself the author: true only where nobody else is named.
bool IsSite(const std::string& author, const PageReading& page) {
  const bool address = author.find(' ') == std::string::npos && author.find('.') != std::string::npos;
  return address || author == page.site || (author.size() > 4 && page.site.starts_with(author)) ||
         (page.site.size() > 4 && author.starts_with(page.site));
}

// What a page tells those who share it: "Written by" and a name, as two tags.
std::string SharedByline(const MetaTags& meta) {
  static constexpr std::string_view kLabels[] = {"written by",  "verfasst von", "geschrieben von",
                                                 "escrito por", "écrit par",    "scritto da"};
  for (const char* const n : {"1", "2"}) {
    const std::string at = n, label = meta.Get({("twitter:label" + at).c_str()});
    std::string buffer;
    const std::string_view lower = LowerInto(label, buffer);
    if (std::find(std::begin(kLabels), std::end(kLabels), lower) != std::end(kLabels))
      return meta.Get({("twitter:data" + at).c_str()});
  }
  return {};
}

// "Ann Lee" spells out "Ann", "annlee" and "ann_lee".
bool SpellsOut(std::string_view name, std::string_view handle) {
  const auto letters = [](std::string_view text) {
    std::string out;
    for (const char c : text) {
      if (uint8_t(c) >= 0x80 || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z'))
        out.push_back(uint8_t(c) < 0x80 ? char(c | 0x20) : c);
    }
    return out;
  };
  const std::string whole = letters(name), part = letters(handle);
  return name.find(' ') != std::string_view::npos && part.size() >= 3 && whole.starts_with(part);
}

void ReadAuthors(const PageView& view, const JsonLdFacts& json_ld, const MetaTags& meta, PageReading& page) {
  std::vector<std::string> site;
  const char* origin = "";
  for (const bool structured : {true, false}) {
    std::vector<std::string> authors = CutAuthors(structured ? json_ld.authors : meta.authors);
    const bool alone = authors.size() == 1 && IsSite(authors.front(), page);
    if (alone && site.empty()) site = authors;
    if (authors.empty() || alone || !page.authors.empty()) continue;
    std::erase_if(authors, [&](const std::string& a) { return IsSite(a, page); });
    page.authors = std::move(authors);
    origin = structured ? "json-ld" : "meta";
  }
  if (page.authors.empty()) {
    page.authors = CutAuthors(SharedByline(meta));
    std::erase_if(page.authors, [&](const std::string& a) { return IsSite(a, page); });
    origin = "meta";
  }
  const bool handle = page.authors.size() == 1 && page.authors.front().find(' ') == std::string::npos;
  if (page.authors.empty() || handle) {
    std::vector<std::string> shown = CutAuthors(BylinesOf(view));
    if (page.authors.empty() || (shown.size() == 1 && SpellsOut(shown.front(), page.authors.front()))) {
      page.authors = std::move(shown);
      origin = "a byline";
    }
  }
  if (page.authors.empty()) {
    page.authors = std::move(site);
    origin = "the site's own name";
  }
  if (!page.authors.empty()) page.notes.push_back(std::string("authors from ") + origin);
}

}  // namespace

void ReadMetadata(const PageView& view, const JsonLdFacts& json_ld, std::string_view url, PageReading& page) {
  const HtmlTree& tree = view.tree;
  const MetaTags meta = ReadMetaTags(tree);
  page.canonical_url = CanonicalOf(meta, json_ld, url);
  page.language = LanguageOf(tree, meta, json_ld);
  page.site = Plain(meta.Get({"og:site_name"}));
  if (page.site.empty()) page.site = Plain(json_ld.site);
  if (page.site.empty()) page.site = Plain(meta.Get({"application-name", "dc.publisher", "publisher", "copyright"}));
  if (page.site.empty() || page.site.size() > 100) page.site = HostOf(page.canonical_url);
  page.title = ChooseTitle(
      {Plain(json_ld.article ? json_ld.headline : ""), Plain(meta.Get({"og:title", "twitter:title", "dc.title"}))},
      tree, page.site, HostOf(page.canonical_url));
  ReadAuthors(view, json_ld, meta, page);
}

}  // namespace tocsin
