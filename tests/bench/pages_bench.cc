// Pages a second over the sample newsroom (or a folder of .html files in TOCSIN_PAGES): text and all metadata out.
#include <benchmark/benchmark.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "ingest/page.h"

namespace {

std::vector<std::string> Pages() {
  const char* folder = std::getenv("TOCSIN_PAGES");
  std::vector<std::string> out;
  for (const auto& entry :
       std::filesystem::recursive_directory_iterator(folder ? folder : TOCSIN_SOURCE_DIR "/samples/newsroom")) {
    if (entry.path().extension() != ".html") continue;
    std::ifstream in(entry.path(), std::ios::binary);
    out.emplace_back(std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>());
  }
  return out;
}

void Run(benchmark::State& state, bool read) {
  const std::vector<std::string> pages = Pages();
  size_t bytes = 0, texts = 0;
  for (auto _ : state) {
    for (const std::string& page : pages) {
      const auto html = tocsin::DecodeHtmlBytes(page, "text/html");
      if (read) texts += !tocsin::ReadPage(html.text, "https://example.org/a").text.empty();
      bytes += page.size();
    }
  }
  state.SetBytesProcessed(int64_t(bytes));
  state.SetItemsProcessed(int64_t(state.iterations() * pages.size()));
  state.counters["with_text"] = double(texts) / double(state.iterations());
}
void BM_DecodeCharset(benchmark::State& state) { Run(state, false); }
void BM_ReadPage(benchmark::State& state) { Run(state, true); }
BENCHMARK(BM_DecodeCharset);
BENCHMARK(BM_ReadPage);

// Nested lists without end: a flat rate means linear time.
void BM_ReadHostilePage(benchmark::State& state) {
  std::string html;
  while (html.size() < size_t(state.range(0))) html += "<ul><li><b>";
  for (auto _ : state) benchmark::DoNotOptimize(tocsin::ReadPage(html, "https://example.org/a"));
  state.SetBytesProcessed(int64_t(state.iterations() * html.size()));
}
BENCHMARK(BM_ReadHostilePage)->RangeMultiplier(8)->Range(1 << 10, 1 << 19);

}  // namespace
