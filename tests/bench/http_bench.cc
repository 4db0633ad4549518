// Addresses and manners: URLs parsed, robots.txt asked, a second.
#include <benchmark/benchmark.h>

#include "ingest/web.h"

namespace {

void BM_ParseUrl(benchmark::State& state) {
  for (auto _ : state)
    benchmark::DoNotOptimize(tocsin::ParseUrl("../2025/08/a-story.html?utm_source=feed&id=7#top",
                                              "https://news.example.org/policy/index.html"));
  state.SetItemsProcessed(state.iterations());
}
BENCHMARK(BM_ParseUrl);

void BM_RobotsAllows(benchmark::State& state) {
  std::string text = "User-agent: *\n";
  for (int i = 0; i < state.range(0); ++i) text += "Disallow: /private" + std::to_string(i) + "/*.pdf$\n";
  const auto robots = tocsin::Robots::Parse(text);
  for (auto _ : state) benchmark::DoNotOptimize(robots.Allows("Tocsin", "https://example.org/2025/08/a-story.html"));
  state.SetItemsProcessed(state.iterations());
}
BENCHMARK(BM_RobotsAllows)->Arg(10)->Arg(1000);

// Stars against a path that almost matches: a flat rate a byte means no backtracking.
void BM_RobotsHostile(benchmark::State& state) {
  std::string pattern = "/";
  for (int i = 0; i < state.range(0); ++i) pattern += "a*";
  const auto robots = tocsin::Robots::Parse("User-agent: *\nDisallow: " + pattern + "b\n");
  const std::string url = "https://example.org/" + std::string(size_t(state.range(0)) * 4, 'a');
  for (auto _ : state) benchmark::DoNotOptimize(robots.Allows("Tocsin", url));
}
BENCHMARK(BM_RobotsHostile)->Arg(8)->Arg(64);

}  // namespace
