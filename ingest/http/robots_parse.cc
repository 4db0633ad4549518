// robots.txt as sites write it (RFC 9309, and what its most used reader forgives).
//
// A line is a key, a colon and a value; "#" starts a comment. A missing colon is forgiven when exactly two words
// stand there, a misspelt key when the misspelling is common. Unknown lines do not end a group of user-agent lines,
// so "User-agent: a / Crawl-delay: 5 / User-agent: b / Disallow: /x" names two agents for one rule; the delay is
// still only a's.
#include <algorithm>
#include <array>
#include <charconv>

#include "ingest/base/limits.h"
#include "ingest/http/robots_text.h"
#include "ingest/web.h"

namespace tocsin {
namespace {

// What follows on a line is cut: eight times the longest URL that browsers used to take, as the reference does.
constexpr size_t kLineBytesMax = 2083 * 8;

enum class Key : uint8_t { kUserAgent, kAllow, kDisallow, kCrawlDelay, kSitemap, kUnknown };

struct Line {
  Key key = Key::kUnknown;
  std::string_view value;
};

Key KeyOf(std::string_view text) {
  struct Spelling {
    std::string_view text;
    Key key;
  };
  static constexpr std::array<Spelling, 15> kSpellings = {{{"user-agent", Key::kUserAgent},
                                                           {"useragent", Key::kUserAgent},
                                                           {"user agent", Key::kUserAgent},
                                                           {"user_agent", Key::kUserAgent},
                                                           {"allow", Key::kAllow},
                                                           {"disallow", Key::kDisallow},
                                                           {"dissallow", Key::kDisallow},
                                                           {"dissalow", Key::kDisallow},
                                                           {"disalow", Key::kDisallow},
                                                           {"diasllow", Key::kDisallow},
                                                           {"disallaw", Key::kDisallow},
                                                           {"crawl-delay", Key::kCrawlDelay},
                                                           {"crawl delay", Key::kCrawlDelay},
                                                           {"sitemap", Key::kSitemap},
                                                           {"site-map", Key::kSitemap}}};
  const std::string lower = LowerAscii(text.substr(0, 16));
  for (const Spelling& s : kSpellings) {
    if (lower.starts_with(s.text)) return s.key;
  }
  return Key::kUnknown;
}

Line ReadLine(std::string_view text) {
  text = TrimBlanks(text.substr(0, text.find('#')));
  size_t separator = text.find(':');
  if (separator == text.npos) {
    separator = text.find_first_of(" \t");
    if (separator == text.npos) return {};
    if (TrimBlanks(text.substr(separator)).find_first_of(" \t") != text.npos) return {};
  }
  return {KeyOf(TrimBlanks(text.substr(0, separator))), TrimBlanks(text.substr(separator + 1))};
}

// The lines of a file, whatever ends them. CR LF gives an empty one in between, which says nothing.
template <class Use>
void ForEachLine(std::string_view text, const Use& use) {
  while (!text.empty()) {
    const size_t end = std::min(text.find_first_of("\r\n"), text.size());
    use(ReadLine(text.substr(0, std::min(end, kLineBytesMax))));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
}

std::string_view WithoutByteOrderMark(std::string_view text) {
  constexpr std::string_view kMark = "\xEF\xBB\xBF";
  for (const char c : kMark) {
    if (text.starts_with(c)) text.remove_prefix(1);
  }
  return text;
}

std::optional<double> ReadSeconds(std::string_view text) {
  double seconds = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), seconds);
  if (error != std::errc() || !(seconds >= 0 && seconds < 1e9)) return std::nullopt;
  return seconds;
}

// "/news/index.html" may be asked for as "/news/": the pattern for that, or "".
std::string FolderOfIndex(std::string_view pattern) {
  const size_t slash = pattern.rfind('/');
  if (slash == pattern.npos || !pattern.substr(slash).starts_with("/index.htm")) return {};
  return std::string(pattern.substr(0, slash + 1)) + "$";
}

}  // namespace

Robots Robots::Parse(std::string_view text) {
  Robots robots;
  bool names_open = false;  // user-agent lines still join the last group
  auto add_rule = [&](bool allow, std::string_view value) {
    if (robots.groups_.empty()) return;
    names_open = false;
    const std::string pattern = NormalizePattern(value);
    if (pattern.empty()) return;
    auto& rules = robots.groups_.back().rules;
    rules.push_back({allow, pattern});
    if (std::string folder = allow ? FolderOfIndex(pattern) : ""; !folder.empty()) rules.push_back({true, folder});
  };
  auto add_delay = [&](std::string_view value) {
    if (robots.groups_.empty()) return;
    const auto seconds = ReadSeconds(value);
    auto& agents = robots.groups_.back().agents;
    // Backwards to the last agent that has one: every agent is touched once, however many lines there are.
    for (auto a = agents.rbegin(); seconds && a != agents.rend() && !a->delay_seconds; ++a) a->delay_seconds = seconds;
  };
  ForEachLine(WithoutByteOrderMark(text.substr(0, kRobotsBytesMax)), [&](const Line& line) {
    switch (line.key) {
      case Key::kUserAgent:
        if (!names_open) robots.groups_.emplace_back();
        names_open = true;
        robots.groups_.back().agents.push_back({AgentToken(line.value), {}});
        break;
      case Key::kAllow:
      case Key::kDisallow: add_rule(line.key == Key::kAllow, line.value); break;
      case Key::kCrawlDelay: add_delay(line.value); break;
      case Key::kSitemap:
        if (!line.value.empty()) robots.sitemaps_.emplace_back(line.value);
        break;
      case Key::kUnknown: break;
    }
  });
  return robots;
}

}  // namespace tocsin
