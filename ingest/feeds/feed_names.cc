#include "ingest/feeds/feed_names.h"

#include <algorithm>
#include <utility>

namespace tocsin {
namespace {

std::string Lowered(std::string_view s) {
  std::string out(s);
  for (char& c : out) {
    if (c >= 'A' && c <= 'Z') c = char(c + 32);
  }
  return out;
}

// By the beginning of the URI, lower case: versions and trailing slashes vary, the rest does not.
constexpr std::pair<std::string_view, std::string_view> kSpaces[] = {
    {"http://www.w3.org/2005/atom", ""},
    {"http://purl.org/atom/", ""},
    {"http://purl.org/pie/", ""},
    {"http://purl.org/echo/", ""},
    {"http://backend.userland.com/", ""},
    {"http://blogs.law.harvard.edu/tech/rss", ""},
    {"http://cyber.law.harvard.edu/rss", ""},
    {"http://my.netscape.com/", ""},
    {"http://channel.netscape.com/rdf/simple", ""},
    {"http://purl.org/net/rss", ""},
    {"http://purl.org/rss/1.0/modules/content", "content:"},
    {"http://purl.org/rss/1.0/modules/", "?"},
    {"http://purl.org/rss/1.0", ""},
    {"http://purl.org/dc/elements", "dc:"},
    {"http://purl.org/dc/terms", "dcterms:"},
    {"http://www.itunes.com/dtds/podcast", "itunes:"},
    {"http://search.yahoo.com/mrss", "media:"},
    {"http://www.rssboard.org/media-rss", "media:"},
    {"http://www.w3.org/1999/xhtml", "xhtml:"},
    {"http://www.w3.org/1999/02/22-rdf-syntax-ns", "rdf:"},
};

// What a prefix means that the document forgot to declare.
constexpr std::string_view kPrefixes[] = {"content", "dc", "dcterms", "itunes", "media", "xhtml", "rdf"};

// "?" for a namespace that is none of ours.
std::string SpaceOf(const XmlNode& element) {
  if (element.space.empty()) {
    const std::string prefix = Lowered(element.prefix);
    if (prefix.empty() || prefix == "atom" || prefix == "rss" || prefix == "a10") return "";
    const bool known = std::find(std::begin(kPrefixes), std::end(kPrefixes), prefix) != std::end(kPrefixes);
    return known ? prefix + ":" : "?";
  }
  const std::string uri = Lowered(element.space);
  for (const auto& [begin, prefix] : kSpaces) {
    if (uri.starts_with(begin)) return std::string(prefix);
  }
  return "?";
}

std::string RssFormat(const XmlDocument& document) {
  const std::string_view version = document.root()->Attribute("version");
  constexpr std::string_view kKnown[] = {"0.90", "0.92", "0.93", "0.94"};
  if (version == "0.91") return document.doctype().find("netscape") != std::string::npos ? "rss091n" : "rss091u";
  for (const auto known : kKnown) {
    if (version == known) return "rss0" + std::string(known.substr(2));
  }
  return version.starts_with("2") ? "rss20" : "rss";
}

std::string RdfFormat(const XmlNode& root) {
  for (const XmlNode& child : root.children) {
    if (child.name != "channel" && child.name != "item") continue;
    if (child.space.find("netscape") != child.space.npos) return "rss090";
    return "rdf10";
  }
  return "rdf10";
}

std::string AtomFormat(const XmlNode& root) {
  const std::string uri = Lowered(root.space);
  if (uri.starts_with("http://www.w3.org/2005/atom")) return "atom10";
  const std::string_view version = root.Attribute("version");
  if (version == "0.1" || version == "0.2") return "atom0" + std::string(version.substr(2));
  return version == "0.3" || !uri.empty() ? "atom03" : "atom";
}

}  // namespace

std::string FeedName(const XmlNode& element) {
  const std::string space = SpaceOf(element);
  return space == "?" ? std::string() : space + Lowered(element.name);
}

std::string FeedFormat(const XmlDocument& document) {
  const XmlNode* root = document.root();
  if (root == nullptr) return {};
  const std::string name = Lowered(root->name);
  if (name == "rss") return RssFormat(document);
  if (name == "rdf") return RdfFormat(*root);
  if (name == "feed") return AtomFormat(*root);
  // A lone entry is a feed of one; a channel without its <rss> still says what it is.
  if (name == "entry") return AtomFormat(*root);
  return name == "channel" ? "rss" : "";
}

}  // namespace tocsin
