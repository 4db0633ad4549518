// From text to events: names, numbers, rules, over prose that holds events and over prose made to be slow.
#include <benchmark/benchmark.h>

#include "rules/recognizer.h"
#include "tests/bench/news.h"

namespace {

using namespace tocsin;

const Rulebook& Book() {
  static const auto book = Rulebook::Load();
  return **book;
}

constexpr std::string_view kEnglish =
    "Nvidia agreed on Friday to take a 10% stake in Intel for $5 billion, the chipmaker said. The Commerce Department, "
    "which oversees export controls, granted licences to AMD last week, according to two people familiar with the "
    "matter. "
    "Shares of both companies rose after the announcement, and analysts praised the move as a sign of confidence. ";
constexpr std::string_view kChinese =
    "国家发展和改革委员会近日印发《人工智能行动方案》，提出到2027年建成一批算力枢纽。软银正考虑收购英特尔10%"
    "的股份，交易金额为20亿美元。";

std::string Repeated(std::string_view text, size_t bytes) {
  std::string out;
  while (out.size() < bytes) out += text;
  return out;
}

void Read(benchmark::State& state, std::string_view prose) {
  const std::string text = Repeated(prose, size_t(state.range(0)));
  AnnotateContext context;
  context.published = *ParseIsoTimestamp("2025-08-22");
  size_t events = 0;
  for (auto _ : state) {
    const Annotations found = Annotate(text, context, Book().lexicon());
    events = Recognize(text, found, context, Book()).events.size();
  }
  state.SetBytesProcessed(int64_t(state.iterations() * text.size()));
  state.counters["events"] = double(events);
}
BENCHMARK_CAPTURE(Read, English, kEnglish)->Arg(4 << 10)->Arg(64 << 10);
BENCHMARK_CAPTURE(Read, Chinese, kChinese)->Arg(4 << 10)->Arg(64 << 10);
// One endless sentence of names and triggers: a flat rate means linear time.
BENCHMARK_CAPTURE(Read, Hostile, std::string_view("Nvidia buys Intel stake, "))
    ->Arg(1 << 10)
    ->Arg(4 << 10)
    ->Arg(16 << 10);

// The articles of the sample newsroom, one by one: as dense in events as news is.
void BM_News(benchmark::State& state, std::string_view language) {
  const std::vector<Article> articles = bench::SampleArticles(language);
  size_t bytes = 0, events = 0;
  for (const Article& article : articles) bytes += article.text.size();
  for (auto _ : state) {
    events = 0;
    for (const Article& article : articles) {
      AnnotateContext context;
      context.published = article.published_at;
      context.title = article.title;
      const Annotations found = Annotate(article.text, context, Book().lexicon());
      events += Recognize(article.text, found, context, Book()).events.size();
    }
  }
  state.SetBytesProcessed(int64_t(state.iterations() * bytes));
  state.counters["articles"] = double(articles.size());
  state.counters["events"] = double(events);
}
BENCHMARK_CAPTURE(BM_News, English, "en");
BENCHMARK_CAPTURE(BM_News, Chinese, "zh");

void BM_CompilePacks(benchmark::State& state) {
  for (auto _ : state) benchmark::DoNotOptimize(Rulebook::Load());
}
BENCHMARK(BM_CompilePacks)->Unit(benchmark::kMillisecond);

}  // namespace
