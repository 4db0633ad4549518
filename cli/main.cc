// Scaffold: dispatches `tocsin inspect STAGE ...` to whichever stages are there already.
#include <cstdio>
#include <functional>
#include <map>
#include <string>

#include "cli/commands/inspect.h"

int main(int argc, char** argv) {
  std::map<std::string, std::function<int(const tocsin::InspectOptions&)>> stages;
#if __has_include("cli/commands/inspect_feed.cc")
  stages["feed"] = tocsin::InspectFeed;
#endif
#if __has_include("cli/commands/inspect_robots.cc")
  stages["robots"] = tocsin::InspectRobots;
#endif
#if __has_include("cli/commands/inspect_sitemap.cc")
  stages["sitemap"] = tocsin::InspectSitemap;
#endif
#if __has_include("cli/commands/inspect_url.cc")
  stages["url"] = tocsin::InspectUrl;
#endif
#if __has_include("cli/commands/inspect_date.cc")
  stages["date"] = tocsin::InspectDate;
#endif
#if __has_include("cli/commands/inspect_charset.cc")
  stages["charset"] = tocsin::InspectCharset;
#endif
#if __has_include("cli/commands/inspect_page.cc")
  stages["page"] = tocsin::InspectPage;
#endif
#if __has_include("cli/commands/inspect_copies.cc")
  stages["copies"] = tocsin::InspectCopies;
#endif
#if __has_include("cli/commands/inspect_text.cc")
  stages["text"] = tocsin::InspectText;
#endif
  if (argc < 3 || std::string(argv[1]) != "inspect" || stages.count(argv[2]) == 0) return 2;
  tocsin::InspectOptions o;
  for (int i = 3; i < argc; ++i) {
    const std::string a = argv[i];
    auto value = [&] { return i + 1 < argc ? std::string(argv[++i]) : std::string(); };
    if (a == "--batch")
      o.batch = true;
    else if (a == "--explain")
      o.explain = true;
    else if (a == "--offsets")
      o.codepoint_offsets = value() == "codepoint";
    else if (a == "--content-type")
      o.content_type = value();
    else if (a == "--content-location")
      o.content_location = value();
    else if (a == "--content-language")
      o.content_language = value();
    else if (a == "--url")
      o.url = value();
    else
      o.file = a;
  }
  return stages[argv[2]](o);
}
