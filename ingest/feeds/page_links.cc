#include "ingest/feeds/page_links.h"

#include <algorithm>
#include <unordered_map>
#include <vector>

#include "ingest/base/limits.h"
#include "ingest/feeds/feed_text.h"
#include "ingest/feeds/html_fragment.h"
#include "ingest/markup/html_tags.h"
#include "ingest/web.h"

namespace tocsin {
namespace {

constexpr size_t kFeedsMax = 16;          // that one page may declare
constexpr size_t kAnchorBytesMax = 1024;  // of a link's text

template <size_t n>
bool In(const std::string_view (&list)[n], std::string_view name) {
  return std::find(std::begin(list), std::end(list), name) != std::end(list);
}

bool IsDigit(char c) { return c >= '0' && c <= '9'; }

// Segments that make any path below them no article.
constexpr std::string_view kListSegments[] = {
    "tag",      "tags",      "category",     "categories", "author",  "authors",  "login",   "signin",
    "sign-in",  "signup",    "logout",       "search",     "account", "register", "profile", "profiles",
    "wp-admin", "cart",      "checkout",     "page",       "feed",    "feeds",    "rss",     "share",
    "print",    "subscribe", "wp-login.php", "wp-content", "cdn-cgi", "user"};
// Segments that are no article when they end the path.
constexpr std::string_view kLeafSegments[] = {"about",        "about-us",       "contact",       "contact-us",
                                              "privacy",      "privacy-policy", "terms",         "terms-of-service",
                                              "terms-of-use", "cookies",        "cookie-policy", "newsletter",
                                              "newsletters",  "careers",        "jobs",          "advertise",
                                              "sitemap",      "accessibility",  "faq",           "help",
                                              "topics",       "archive",        "archives"};
constexpr std::string_view kFileEndings[] = {".jpg", ".jpeg", ".png", ".gif",  ".svg", ".webp", ".ico", ".css",  ".js",
                                             ".xml", ".rss",  ".zip", ".gz",   ".mp3", ".mp4",  ".mov", ".json", ".pdf",
                                             ".doc", ".docx", ".xls", ".xlsx", ".ppt", ".pptx", ".ics", ".txt"};

std::vector<std::string_view> Segments(std::string_view path) {
  std::vector<std::string_view> out;
  while (!path.empty() && out.size() < 32) {
    const size_t slash = path.find('/');
    if (slash != 0) out.push_back(path.substr(0, slash));
    path.remove_prefix(slash == path.npos ? path.size() : slash + 1);
  }
  return out;
}

bool IsYear(std::string_view s) {
  return s.size() == 4 && (s.starts_with("19") || s.starts_with("20")) && IsDigit(s[2]) && IsDigit(s[3]);
}

size_t LongestNumber(std::string_view s) {
  size_t longest = 0, run = 0;
  for (const char c : s) {
    run = IsDigit(c) ? run + 1 : 0;
    longest = std::max(longest, run);
  }
  return longest;
}

// /2026/05/..., /2026-05-03/..., /202605/..., .../t20260503_1234.html
bool HasDate(const std::vector<std::string_view>& segments) {
  for (size_t i = 0; i < segments.size(); ++i) {
    const std::string_view s = segments[i];
    const bool year = IsYear(s.substr(0, 4));
    if (year && s.size() == 4 && i + 1 < segments.size() && IsDigit(segments[i + 1][0]) && i + 2 < segments.size())
      return true;
    if (year && s.size() >= 6 && (s[4] == '-' ? IsDigit(s[5]) : IsDigit(s[4])) && i + 1 < segments.size()) return true;
  }
  const std::string_view leaf = segments.back();
  const size_t at = leaf.find("20");
  return at != leaf.npos && LongestNumber(leaf.substr(at, 8)) == 8;
}

// "state-backs-chip-fund": words joined by hyphens or underscores.
bool HasSlug(std::string_view leaf) {
  const auto joints = std::count_if(leaf.begin(), leaf.end(), [](char c) { return c == '-' || c == '_'; });
  return (joints >= 3 && leaf.size() >= 20) || (joints >= 2 && leaf.size() >= 28);
}

std::string_view WithoutWww(std::string_view host) { return host.starts_with("www.") ? host.substr(4) : host; }

bool SameSite(std::string_view a, std::string_view b) {
  a = WithoutWww(a);
  b = WithoutWww(b);
  if (a.size() < b.size()) std::swap(a, b);
  return !b.empty() && a.ends_with(b) &&
         (a.size() == b.size() || (a[a.size() - b.size() - 1] == '.' && b.find('.') != b.npos));
}

bool IsFeedType(std::string_view type) {
  return type == "application/rss+xml" || type == "application/atom+xml" || type == "application/feed+json" ||
         type == "application/rdf+xml";
}

bool HasWord(std::string_view words, std::string_view wanted) {
  for (std::string_view rest = words; !rest.empty();) {
    const size_t space = std::min(rest.find_first_of(" \t\n"), rest.size());
    if (rest.substr(0, space) == wanted) return true;
    rest.remove_prefix(std::min(space + 1, rest.size()));
  }
  return false;
}

class LinkReader {
 public:
  explicit LinkReader(std::string_view url) : base_(url) {
    if (const auto own = ParseUrl(url)) host_ = own->host;
    self_ = CanonicalUrl(url);
  }

  void Read(const HtmlToken& token) {
    const bool start = token.kind == HtmlToken::Kind::kStart;
    if (token.kind == HtmlToken::Kind::kText) {
      if (!href_.empty() && anchor_.size() < kAnchorBytesMax) anchor_ += token.text.substr(0, kAnchorBytesMax);
    } else if (token.name == "base" && start && !token.Attribute("href").empty()) {
      base_ = ResolveReference(token.Attribute("href"), base_);
    } else if (token.name == "link" && start) {
      DeclaredFeed(token);
    } else if (token.name == "nav" || token.name == "footer") {
      aside_ = start ? aside_ + 1 : std::max(0, aside_ - 1);
    } else if (token.name == "a") {
      EndLink();
      if (start && aside_ == 0) href_ = token.Attribute("href");
    } else if (!href_.empty()) {
      anchor_ += ' ';
    }
  }

  Listing Finish() {
    EndLink();
    return std::move(listing_);
  }

 private:
  void DeclaredFeed(const HtmlToken& token) {
    if (!HasWord(token.Attribute("rel"), "alternate") || !IsFeedType(token.Attribute("type"))) return;
    if (token.Attribute("href").empty()) return;
    const std::string feed = CanonicalUrl(token.Attribute("href"), base_);
    const auto& known = listing_.listings;
    if (feed.empty() || known.size() >= kFeedsMax || std::find(known.begin(), known.end(), feed) != known.end()) return;
    listing_.listings.push_back(feed);
  }

  void EndLink() {
    const std::string href = std::exchange(href_, {});
    const std::string title = HtmlToText(std::exchange(anchor_, {}));
    if (href.empty() || listing_.pages.size() >= kPageLinksMax) return;
    const auto url = ParseUrl(CanonicalUrl(href, base_));
    if (!url || url->href == self_ || !SameSite(url->host, host_)) return;
    if (!LooksLikeArticle(url->path, url->query, title)) return;
    const auto [at, fresh] = seen_.emplace(url->href, listing_.pages.size());
    if (fresh) listing_.pages.push_back({url->href, {}});
    // An article is linked by its picture, its headline and "read more": the longest is the headline.
    std::string& known = listing_.pages[at->second].hint.title;
    if (title.size() > known.size() && title.size() <= kTitleBytesMax) known = title;
  }

  std::string base_, host_, self_;
  std::string href_, anchor_;
  int aside_ = 0;  // open <nav> and <footer>
  Listing listing_;
  std::unordered_map<std::string, size_t> seen_;
};

}  // namespace

bool LooksLikeArticle(std::string_view path, std::string_view query, std::string_view anchor) {
  const std::vector<std::string_view> segments = Segments(path);
  if (segments.empty()) return false;
  for (const auto s : segments) {
    if (In(kListSegments, s)) return false;
  }
  std::string_view leaf = segments.back();
  if (In(kLeafSegments, leaf)) return false;
  for (const auto ending : kFileEndings) {
    if (leaf.ends_with(ending)) return false;
  }
  if (HasDate(segments)) return true;
  leaf = leaf.substr(0, leaf.rfind('.'));
  if (HasSlug(leaf)) return true;
  const bool number = LongestNumber(leaf) >= 5 || (LongestNumber(query) >= 4 && query.find("id=") != query.npos);
  constexpr size_t kHeadlineBytes = 30;  // a section's name is shorter, in Chinese too
  return (number && (segments.size() >= 2 || anchor.size() >= kHeadlineBytes)) ||
         (segments.size() >= 2 && leaf.size() >= 8 && anchor.size() >= kHeadlineBytes);
}

Listing ReadPageLinks(std::string_view html, std::string_view url) {
  LinkReader links(url);
  HtmlTagReader tags(html);
  for (HtmlToken token; tags.Next(token);) links.Read(token);
  return links.Finish();
}

}  // namespace tocsin
