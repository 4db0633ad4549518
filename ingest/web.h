// Addresses and manners of the web: URLs (WHATWG) and robots.txt (RFC 9309).
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tocsin {

// A parsed absolute URL: `href` is the WHATWG serialisation, the rest are its parts.
struct Url {
  std::string href;
  std::string scheme;  // "https"
  std::string host;    // ASCII (punycode), IPv6 in brackets; empty when there is none
  std::string port;    // empty when it is the scheme's default
  std::string path;
  std::string query;           // with "?", or ""
  std::string fragment;        // with "#", or ""
  std::string Origin() const;  // "https://example.org:8443"
};

// The URL standard's basic parser (https://url.spec.whatwg.org), with an optional absolute base. nullopt when it
// fails, or when either text is longer than kUrlBytesMax. Parsing `href` again gives the same `href`.
std::optional<Url> ParseUrl(std::string_view input, std::string_view base = {});

// One form for one page: parsed, credentials, fragment and tracking parameters (utm_*, fbclid, gclid, ...) removed,
// the rest kept in order. Empty when `input` is no http(s) URL.
std::string CanonicalUrl(std::string_view input, std::string_view base = {});

class Robots {
 public:
  // Any bytes are a valid robots.txt: what is not understood is ignored. At most kRobotsBytesMax are read.
  static Robots Parse(std::string_view text);

  // Whether `agent` (product token or whole User-Agent) may fetch `url`: the longest match wins, allow wins ties.
  bool Allows(std::string_view agent, std::string_view url) const;
  std::optional<double> CrawlDelaySeconds(std::string_view agent) const;
  const std::vector<std::string>& sitemaps() const { return sitemaps_; }

 private:
  struct Rule {
    bool allow;
    std::string pattern;
  };
  struct Agent {
    std::string token;  // lower case; "*" = everyone else
    std::optional<double> delay_seconds;
  };
  struct Group {
    std::vector<Agent> agents;
    std::vector<Rule> rules;
  };
  // Calls use(group, agent) for every line that names `agent`; if there is none, for every "*".
  template <class Use>
  void ForEachNaming(std::string_view agent, const Use& use) const;

  std::vector<Group> groups_;
  std::vector<std::string> sitemaps_;
};

}  // namespace tocsin
