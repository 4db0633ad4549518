#include <cstdio>
#include <map>

#include "cli/commands/batch.h"
#include "cli/commands/inspect.h"
#include "ingest/base/limits.h"
#include "ingest/web.h"

namespace tocsin {
namespace {

constexpr size_t kFileBytesMax = 8 * kRobotsBytesMax;  // what lies beyond kRobotsBytesMax is not looked at

// {robots or file, agent, url} -> {allowed}. Files are parsed once.
class Answers {
 public:
  Json operator()(const JsonValue& line) {
    if (line.Find("file") == nullptr) return Answer(Robots::Parse(line.Get("robots")), line);
    const std::string path(line.Get("file"));
    auto at = files_.find(path);
    if (at == files_.end()) {
      const auto bytes = ReadFile(path, kFileBytesMax);
      if (!bytes) return Json{{"error", bytes.error().what}};
      at = files_.emplace(path, Robots::Parse(*bytes)).first;
    }
    return Answer(at->second, line);
  }

 private:
  static Json Answer(const Robots& robots, const JsonValue& line) {
    Json answer{{"allowed", robots.Allows(line.Get("agent"), line.Get("url"))}};
    if (const auto delay = robots.CrawlDelaySeconds(line.Get("agent"))) answer["crawl_delay"] = *delay;
    return answer;
  }

  std::map<std::string, Robots> files_;
};

}  // namespace

int InspectRobots(const InspectOptions& options) {
  if (options.batch) {
    Answers answers;
    return RunBatch([&](const JsonValue& line) { return answers(line); });
  }
  const auto bytes = ReadFile(options.file, kFileBytesMax);
  if (!bytes) {
    std::fprintf(stderr, "%s\n", bytes.error().what.c_str());
    return 1;
  }
  const Robots robots = Robots::Parse(*bytes);
  Json out{{"url", options.url}, {"allowed", robots.Allows("Tocsin", options.url)}};
  if (const auto delay = robots.CrawlDelaySeconds("Tocsin")) out["crawl_delay"] = *delay;
  out["sitemaps"] = robots.sitemaps();
  std::puts(ToLine(out).c_str());
  return 0;
}

}  // namespace tocsin
