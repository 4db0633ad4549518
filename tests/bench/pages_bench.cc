// How fast pages are read: all of it, stage by stage, and beside the bare parse of two libraries that only build a
// tree. The pages are the sample newsroom's, or those of the folder in TOCSIN_PAGES (.html, .html.gz).
#include <benchmark/benchmark.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "ingest/base/limits.h"
#include "ingest/extract/json_ld.h"
#include "ingest/extract/main_text.h"
#include "ingest/extract/metadata.h"
#include "ingest/page.h"

#ifdef TOCSIN_WITH_LIBXML2
#include <libxml/HTMLparser.h>
#endif
#ifdef TOCSIN_WITH_GUMBO
#include <gumbo.h>
#endif

namespace {

constexpr const char* kUrl = "https://example.org/a";

std::vector<std::string> ReadPages() {
  const char* folder = std::getenv("TOCSIN_PAGES");
  std::vector<std::string> out;
  for (const auto& entry :
       std::filesystem::recursive_directory_iterator(folder ? folder : TOCSIN_SOURCE_DIR "/samples/newsroom")) {
    const std::string name = entry.path().filename().string();
    const bool packed = name.ends_with(".html.gz");
    if (!packed && !name.ends_with(".html")) continue;
    std::ifstream in(entry.path(), std::ios::binary);
    std::string bytes(std::istreambuf_iterator<char>(in), {});
    out.push_back(packed ? tocsin::Gunzip(bytes, tocsin::kPageBytesMax).value_or("") : std::move(bytes));
  }
  return out;
}

const std::vector<std::string>& Pages() {
  static const std::vector<std::string> pages = ReadPages();
  return pages;
}

const std::vector<std::string>& DecodedPages() {
  static const std::vector<std::string> pages = [] {
    std::vector<std::string> out;
    for (const std::string& page : Pages()) out.push_back(tocsin::DecodeHtmlBytes(page, "text/html").text);
    return out;
  }();
  return pages;
}

// Calls `read` with the number of each page.
template <class Read>
void Run(benchmark::State& state, const std::vector<std::string>& pages, Read read) {
  size_t bytes = 0;
  for (const std::string& page : pages) bytes += page.size();
  for (auto _ : state) {
    for (size_t i = 0; i < pages.size(); ++i) read(i);
  }
  state.SetBytesProcessed(int64_t(state.iterations() * bytes));
  state.SetItemsProcessed(int64_t(state.iterations() * pages.size()));
}

void BM_ReadPage(benchmark::State& state) {
  size_t texts = 0;
  Run(state, Pages(), [&](size_t i) {
    const auto html = tocsin::DecodeHtmlBytes(Pages()[i], "text/html");
    texts += !tocsin::ReadPage(html.text, kUrl).text.empty();
  });
  state.counters["with_text"] = double(texts) / double(state.iterations());
}
BENCHMARK(BM_ReadPage);

void BM_StageDecode(benchmark::State& state) {
  Run(state, Pages(),
      [](size_t i) { benchmark::DoNotOptimize(tocsin::DecodeHtmlBytes(Pages()[i], "text/html").text.size()); });
}
BENCHMARK(BM_StageDecode);

void BM_StageTree(benchmark::State& state) {
  Run(state, DecodedPages(),
      [](size_t i) { benchmark::DoNotOptimize(tocsin::ParseHtml(DecodedPages()[i]).nodes.size()); });
}
BENCHMARK(BM_StageTree);

const std::vector<tocsin::HtmlTree>& Trees() {
  static const std::vector<tocsin::HtmlTree> trees = [] {
    std::vector<tocsin::HtmlTree> out;
    for (const std::string& page : DecodedPages()) out.push_back(tocsin::ParseHtml(page));
    return out;
  }();
  return trees;
}

void BM_StageMetadata(benchmark::State& state) {
  Run(state, DecodedPages(), [](size_t i) {
    const tocsin::PageView view(Trees()[i]);
    const tocsin::JsonLdFacts json_ld = tocsin::ReadJsonLd(Trees()[i]);
    tocsin::PageReading page;
    tocsin::ReadMetadata(view, json_ld, kUrl, page);
    tocsin::ReadDates(view, json_ld, page);
    benchmark::DoNotOptimize(page.title.size());
  });
}
BENCHMARK(BM_StageMetadata);

void BM_StageText(benchmark::State& state) {
  Run(state, DecodedPages(), [](size_t i) {
    const tocsin::PageView view(Trees()[i]);
    benchmark::DoNotOptimize(tocsin::FindMainText(view, {}).text.size());
  });
}
BENCHMARK(BM_StageText);

#ifdef TOCSIN_WITH_LIBXML2
void BM_PlainLibxml2(benchmark::State& state) {
  Run(state, Pages(), [](size_t i) {
    const std::string& page = Pages()[i];
    htmlDocPtr document =
        htmlReadMemory(page.data(), int(page.size()), kUrl, nullptr,
                       HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET);
    benchmark::DoNotOptimize(document);
    xmlFreeDoc(document);
  });
}
BENCHMARK(BM_PlainLibxml2);
#endif

#ifdef TOCSIN_WITH_GUMBO
void BM_PlainGumbo(benchmark::State& state) {
  Run(state, DecodedPages(), [](size_t i) {
    const std::string& page = DecodedPages()[i];
    GumboOutput* output = gumbo_parse_with_options(&kGumboDefaultOptions, page.data(), page.size());
    benchmark::DoNotOptimize(output);
    gumbo_destroy_output(&kGumboDefaultOptions, output);
  });
}
BENCHMARK(BM_PlainGumbo);
#endif

// Pages made to be slow: a flat rate means linear time.
void Hostile(benchmark::State& state, const std::string& head, const std::string& piece) {
  std::string html = head;
  while (html.size() < size_t(state.range(0))) html += piece;
  for (auto _ : state) benchmark::DoNotOptimize(tocsin::ReadPage(html, kUrl));
  state.SetBytesProcessed(int64_t(state.iterations() * html.size()));
}
void BM_HostileLists(benchmark::State& state) { Hostile(state, "", "<ul><li><b>"); }
void BM_HostileBylines(benchmark::State& state) { Hostile(state, "", "<div class='byline author'>"); }
void BM_HostileDates(benchmark::State& state) {
  std::string head;
  for (int i = 0; i < 250; ++i) head += "<div class='a b c'>";
  Hostile(state, head, "<i class=date>y</i>");
}
BENCHMARK(BM_HostileLists)->RangeMultiplier(8)->Range(1 << 12, 2 << 20);
BENCHMARK(BM_HostileBylines)->RangeMultiplier(8)->Range(1 << 12, 2 << 20);
BENCHMARK(BM_HostileDates)->RangeMultiplier(8)->Range(1 << 15, 2 << 20);

}  // namespace
