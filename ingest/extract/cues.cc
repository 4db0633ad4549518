#include "ingest/extract/cues.h"

#include <algorithm>
#include <string>
#include <unordered_map>

namespace tocsin {
namespace {

using Words = std::unordered_map<std::string_view, uint16_t>;

// Part of a name, on its own enough.
const Words& CueWords() {
  static const Words words = [] {
    Words w;
    const auto add = [&](uint16_t cues, std::initializer_list<std::string_view> list) {
      for (const std::string_view word : list) w[word] |= cues;
    };
    add(kCueComments, {"comment", "comments", "commentlist", "disqus", "respond", "livefyre", "kommentar", "kommentare",
                       "commenting", "pinglun", "discussion"});
    add(kCueJunk, {"follow",
                   "discussion",
                   "legal",
                   "donation",
                   "donate",
                   "sidebar",
                   "aside",
                   "related",
                   "relatedposts",
                   "relatedarticles",
                   "recommended",
                   "recommendation",
                   "recommendations",
                   "recirc",
                   "recirculation",
                   "trending",
                   "popular",
                   "mostread",
                   "share",
                   "sharing",
                   "shares",
                   "sharebar",
                   "sharedaddy",
                   "jp",
                   "social",
                   "socials",
                   "socialmedia",
                   "addtoany",
                   "addthis",
                   "newsletter",
                   "newsletters",
                   "subscribe",
                   "subscription",
                   "signup",
                   "promo",
                   "promos",
                   "promotion",
                   "promobox",
                   "sponsor",
                   "sponsors",
                   "advert",
                   "adverts",
                   "advertisement",
                   "advertising",
                   "ad",
                   "ads",
                   "adbox",
                   "adsbygoogle",
                   "adslot",
                   "adunit",
                   "werbung",
                   "anzeige",
                   "cookie",
                   "cookies",
                   "consent",
                   "gdpr",
                   "popup",
                   "modal",
                   "lightbox",
                   "footer",
                   "nav",
                   "navbar",
                   "navigation",
                   "menu",
                   "breadcrumb",
                   "breadcrumbs",
                   "pagination",
                   "pager",
                   "paging",
                   "tags",
                   "taglist",
                   "tagcloud",
                   "toolbar",
                   "outbrain",
                   "taboola",
                   "login",
                   "signin",
                   "tooltip",
                   "masthead",
                   "topbar",
                   "authorbox",
                   "authorbio",
                   "readmore",
                   "seealso",
                   "poll",
                   "printfooter",
                   "catlinks",
                   "editsection",
                   "noprint",
                   "jumplink",
                   "followus",
                   "mailinglist",
                   "onward",
                   "copyright",
                   "disclaimer",
                   "morefrom",
                   "mbd",
                   "tuijian",
                   "xiangguan",
                   "fenxiang",
                   "daohang",
                   "guanggao",
                   "dialog",
                   "offcanvas",
                   "sharethis",
                   "plista",
                   "zergnet",
                   "revcontent",
                   "paywall",
                   "cta",
                   "saboxplugin",
                   "abh",
                   "regwall",
                   "footnotes",
                   "citations"});
    add(kCueBio, {"bio", "biography", "vcard", "contributor", "contributors", "autorenbox"});
    add(kCueDek, {"subtitle", "subheadline", "subheading", "dek", "deck", "standfirst", "subhead", "subhed"});
    add(kCueTeaser, {"teaser", "teasers"});
    add(kCueMaybeJunk, {"widget", "widgets", "toc", "sticky", "print", "overlay", "banner", "breaking", "rating",
                        "ratings", "piano", "skip", "ticker", "dropdown", "recommend"});
    add(kCueByline,
        {"byline", "bylines", "author", "authors", "dateline", "timestamp", "meta", "metadata", "postmeta", "entrymeta",
         "published", "pubdate", "readtime", "datum", "autor", "zuozhe", "laiyuan", "credits"});
    add(kCueAuthor, {"byline", "bylines", "author", "authors", "autor", "zuozhe"});
    add(kCueDate, {"date", "dateline", "timestamp", "published", "pubdate", "datum", "time", "datetime", "publish",
                   "posted", "riqi", "shijian"});
    add(kCueCaption, {"caption", "captions", "figcaption", "wp-caption-text", "credit", "photocredit", "imgcaption",
                      "bildunterschrift"});
    add(kCueTitle, {"title", "headline"});
    add(kCueBody, {"articlebody", "entrycontent", "postcontent", "storybody", "articlecontent", "articletext",
                   "postbody", "storytext", "bodytext", "maincontent", "newstext", "articolo", "fulltext", "richtext"});
    add(kCueArticle, {"article", "content", "body", "entry", "post", "story", "text", "main", "hentry", "blog", "news",
                      "prose", "zhengwen", "neirong"});
    return w;
  }();
  return words;
}

// Two neighbours that say more than each: "article-body", "post_content", "most-read".
uint16_t PairCue(std::string_view a, std::string_view b) {
  const auto in = [](std::string_view word, std::initializer_list<std::string_view> list) {
    return std::find(list.begin(), list.end(), word) != list.end();
  };
  if (a == "to" && b == "action") return kCueJunk;
  if (in(a, {"article", "entry", "post", "story", "blog", "news", "main", "single", "detail", "page"}) &&
      in(b, {"body", "content", "text", "copy", "contents", "txt"})) {
    return kCueBody;
  }
  if (in(a, {"body", "content", "rich"}) && in(b, {"text", "copy", "body", "article"})) return kCueBody;
  if (in(a, {"most", "more", "you", "also", "read", "see", "up", "next", "latest", "other"}) &&
      in(b, {"read", "viewed", "popular", "from", "may", "like", "more", "next", "also", "news", "stories", "articles",
             "posts", "post", "up"})) {
    return kCueJunk;
  }
  if (in(a, {"post", "article", "entry", "tag", "tags", "previous", "next", "prev"}) &&
      in(b, {"tags", "nav", "links", "list", "footer", "cloud", "post", "article"}) && a != b) {
    return in(b, {"tags", "nav", "footer", "cloud"}) || in(a, {"tag", "tags", "previous", "next", "prev"}) ? kCueJunk
                                                                                                           : 0;
  }
  if (in(a, {"author", "about", "sign", "site", "global", "page", "call", "inline", "in"}) &&
      in(b, {"bio", "box", "author", "up", "header", "footer", "to", "promo", "ad", "card", "info", "profile"})) {
    if (in(a, {"inline", "in"}) && !in(b, {"promo", "ad"})) return 0;
    return in(b, {"to"}) ? 0 : (a == "page" && b == "header" ? 0 : kCueJunk);
  }
  return 0;
}

bool IsState(std::string_view word) {
  static constexpr std::string_view kStates[] = {"has", "no",       "with", "without", "is",     "hide", "show",
                                                 "tag", "category", "js",   "not",     "enable", "u"};
  return std::find(std::begin(kStates), std::end(kStates), word) != std::end(kStates);
}

char Lower(char c) { return c >= 'A' && c <= 'Z' ? char(c | 0x20) : c; }
bool IsLetter(char c) { return (c | 0x20) >= 'a' && (c | 0x20) <= 'z'; }
bool IsDigit(char c) { return c >= '0' && c <= '9'; }

// "7f3" behind "ad".
bool IsCode(std::string_view rest) {
  size_t at = 0;
  while (at < rest.size() && IsDigit(rest[at])) ++at;
  return at > 0 && at < rest.size() && IsLetter(rest[at]);
}

// Calls `take` for every word of "relatedPosts--wide": related, posts, wide. A letter right behind a digit makes it a
// code ("1ad269af0d" says nothing of an "ad"), and its letters are no words.
template <class Take>
void ForEachWord(std::string_view name, std::string& buffer, Take take) {
  buffer.clear();
  bool code = false;
  for (size_t at = 0; at <= name.size(); ++at) {
    const char c = at < name.size() ? name[at] : '-';
    const bool letter = IsLetter(c);
    const bool hump = c >= 'A' && c <= 'Z' && at > 0 && name[at - 1] >= 'a' && name[at - 1] <= 'z';
    if ((!letter || hump) && !buffer.empty()) {
      if (!code && !IsCode(name.substr(at)) && !take(std::string_view(buffer))) return;
      buffer.clear();
    }
    if (letter && buffer.empty()) code = at > 0 && IsDigit(name[at - 1]);
    if (letter) buffer.push_back(Lower(c));
  }
}

uint16_t CuesOfName(std::string_view name) {
  std::string buffer, last;
  uint16_t cues = 0;
  ForEachWord(name, buffer, [&](std::string_view word) {
    if (last.empty() && IsState(word)) return false;
    if (const auto found = CueWords().find(word); found != CueWords().end()) cues |= found->second;
    if (word.size() > 4 && word.ends_with("date") && !word.ends_with("update")) cues |= kCueDate;
    if (!last.empty()) cues |= PairCue(last, word);
    last = word;
    return true;
  });
  return cues;
}

uint16_t CuesOfNames(std::string_view names) {
  uint16_t cues = 0;
  constexpr size_t kNamesBytesMax = 400;  // generated class lists can be endless and say nothing more
  names = names.substr(0, kNamesBytesMax);
  for (size_t at = 0; at < names.size();) {
    const size_t end = std::min(names.find_first_of(" \t\r\n\f", at), names.size());
    if (end > at) cues |= CuesOfName(names.substr(at, end - at));
    at = end + 1;
  }
  return cues;
}

// An id made of a heading's own words ("menu-innovation-for-your-guests") names a place, not a part.
bool IsSlug(std::string_view id) { return std::count(id.begin(), id.end(), '-') >= 4; }

uint16_t CuesOfTag(Tag tag) {
  switch (tag) {
    case Tag::kNav:
    case Tag::kMenu:
    case Tag::kDialog:
    case Tag::kForm:
    case Tag::kFooter:
    case Tag::kAside: return kCueJunk;
    case Tag::kFigcaption: return kCueCaption;
    case Tag::kArticle:
    case Tag::kMain: return kCueArticle;
    case Tag::kTime: return kCueDate;
    default: return 0;
  }
}

uint16_t CuesOfRole(std::string_view role) {
  static constexpr std::string_view kJunk[] = {"navigation",    "contentinfo", "banner",  "search",
                                               "dialog",        "alertdialog", "menu",    "menubar",
                                               "complementary", "toolbar",     "tablist", "button"};
  return std::find(std::begin(kJunk), std::end(kJunk), role) != std::end(kJunk) ? kCueJunk : 0;
}

bool SaysHidden(std::string_view style) {
  style = style.substr(0, 400);
  const size_t display = style.find("display");
  return display != std::string_view::npos && style.substr(display, 16).find("none") != std::string_view::npos;
}

// Pages give the same few hundred names to all their elements, so each is read once.
class Reader {
 public:
  explicit Reader(const HtmlTree& tree) : tree_(tree) {}

  uint16_t Read(uint32_t node) {
    const HtmlNode& n = tree_.nodes[node];
    unsigned cues = CuesOfTag(n.tag);
    for (uint32_t i = n.attributes; i < n.attributes + n.attribute_count; ++i) {
      const HtmlAttribute& a = tree_.attributes[i];
      switch (a.name) {
        case Attr::kClass: cues |= OfNames(a.raw); break;
        case Attr::kId: cues |= IsSlug(a.raw) ? 0u : OfNames(a.raw); break;
        case Attr::kRole: cues |= CuesOfRole(a.raw); break;
        case Attr::kItemprop:
          if (a.raw == "articleBody") cues |= kCueBody;
          break;
        case Attr::kStyle:
          if (SaysHidden(a.raw)) cues |= kCueHidden;
          break;
        case Attr::kHidden:
          // A server that streams sends parts of the page hidden, for a script to put into place.
          if (!tree_.Raw(node, Attr::kId).starts_with("S:")) cues |= kCueFolded;
          break;
        case Attr::kAriaHidden:
          if (a.raw == "true") cues |= kCueFolded;
          break;
        default: break;
      }
    }
    return uint16_t(cues);
  }

 private:
  uint16_t OfNames(std::string_view names) {
    const auto [at, fresh] = known_.emplace(names, 0);
    if (fresh) at->second = CuesOfNames(names);
    return at->second;
  }

  const HtmlTree& tree_;
  std::unordered_map<std::string_view, uint16_t> known_;
};

}  // namespace

std::vector<uint16_t> CuesOf(const HtmlTree& tree) {
  std::vector<uint16_t> cues(tree.nodes.size());
  Reader reader(tree);
  for (uint32_t i = 0; i < tree.nodes.size(); ++i) {
    if (tree.nodes[i].tag != Tag::kText) cues[i] = reader.Read(i);
  }
  return cues;
}

}  // namespace tocsin
