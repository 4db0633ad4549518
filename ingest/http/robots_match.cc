// Which rule of a robots.txt decides: the longest that matches, an allow before a disallow of the same length.
#include <algorithm>

#include "ingest/http/robots_text.h"
#include "ingest/web.h"

namespace tocsin {

template <class Use>
void Robots::ForEachNaming(std::string_view agent, const Use& use) const {
  const std::string token = AgentToken(agent);
  bool named = false;
  auto visit = [&](std::string_view wanted) {
    for (const Group& group : groups_) {
      for (const Agent& a : group.agents) {
        if (a.token != wanted) continue;
        named = true;
        use(group, a);
      }
    }
  };
  if (!token.empty() && token != "*") visit(token);
  if (!named) visit("*");
}

bool Robots::Allows(std::string_view agent, std::string_view url) const {
  const std::string path = NormalizePath(url);
  size_t allow = 0, disallow = 0;  // length of the longest rule that matches
  const Group* last = nullptr;     // a group that names the agent twice counts once
  ForEachNaming(agent, [&](const Group& group, const Agent&) {
    if (&group == last) return;
    last = &group;
    for (const Rule& rule : group.rules) {
      size_t& longest = rule.allow ? allow : disallow;
      if (rule.pattern.size() > longest && MatchesPattern(rule.pattern, path)) longest = rule.pattern.size();
    }
  });
  return disallow <= allow;
}

std::optional<double> Robots::CrawlDelaySeconds(std::string_view agent) const {
  std::optional<double> longest;
  ForEachNaming(agent, [&](const Group&, const Agent& a) {
    if (a.delay_seconds && (!longest || *a.delay_seconds > *longest)) longest = a.delay_seconds;
  });
  return longest;
}

}  // namespace tocsin
