// What the store costs: events stored a second, and how long questions take over 100,000 events.
#include <benchmark/benchmark.h>
#include <time.h>

#include "cli/reading.h"
#include "tests/bench/news.h"
#include "tests/store/newsroom.h"

namespace {

using namespace tocsin;
using namespace tocsin::store_test;

constexpr uint32_t kArticles = 50'000;  // two events each, on average

// Filled once; the questions share it.
EventLog& Filled() {
  static TemporaryDirectory directory;
  static std::unique_ptr<EventLog> log = [] {
    EventLogOptions options = OptionsFor(directory);
    options.cache_bytes = 64u << 20;
    auto fresh = MustOpen(options);
    for (uint32_t n = 0; n < kArticles; ++n) MustAppend(*fresh, RandomBatch(n));
    return fresh;
  }();
  return *log;
}

// `sync`: an fsync an article, as a service runs.
void Store(benchmark::State& state, bool sync) {
  TemporaryDirectory directory;
  EventLogOptions options = OptionsFor(directory);
  options.sync = sync;
  const auto log = MustOpen(options);
  uint32_t n = 0;
  size_t events = 0;
  for (auto _ : state) events += MustAppend(*log, RandomBatch(n++)).events.size();
  state.SetItemsProcessed(int64_t(events));
  state.counters["bytes_per_event"] = double(log->Stats()->bytes_on_disk) / double(events + 1);
}
void BM_StoreSynced(benchmark::State& state) { Store(state, true); }
void BM_StoreUnsynced(benchmark::State& state) { Store(state, false); }
BENCHMARK(BM_StoreSynced)->Iterations(2000);
BENCHMARK(BM_StoreUnsynced)->Iterations(20'000);

double ThreadSeconds() {
  timespec now;
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return double(now.tv_sec) + double(now.tv_nsec) * 1e-9;
}

// The whole way of an article behind the decoder, on one thread: what a core reads and stores a second.
void BM_TextToEvents(benchmark::State& state) {
  constexpr uint32_t kNews = 10'000;
  static const auto book = Rulebook::Load();
  const bench::Newsroom newsroom;
  TemporaryDirectory directory;
  EventLogOptions options = OptionsFor(directory);
  options.sync = state.range(0) != 0;
  options.cache_bytes = 64u << 20;
  const auto log = MustOpen(options);
  const SourcesById sources;
  size_t bytes = 0, events = 0, copies = 0;
  double reading = 0, storing = 0;
  uint32_t n = 0;
  for (auto _ : state) {
    state.PauseTiming();
    Article article = newsroom.Make(n++, kNews);
    state.ResumeTiming();
    bytes += article.text.size();
    const double begin = ThreadSeconds();
    Reading read = ReadArticle(std::move(article), sources, **book);
    const double between = ThreadSeconds();
    const auto stored = MustAppend(*log, {std::move(read.article), std::move(read.events), "", {}});
    reading += between - begin;
    storing += ThreadSeconds() - between;
    events += stored.events.size();
    copies += !stored.copy_of.empty();
  }
  state.SetBytesProcessed(int64_t(bytes));
  state.SetItemsProcessed(int64_t(events));
  state.counters["copies"] = double(copies);
  state.counters["events"] = double(events);
  state.counters["read_us"] = reading * 1e6 / n;
  state.counters["store_us"] = storing * 1e6 / n;
  state.counters["bytes_per_event"] = double(log->Stats()->bytes_on_disk) / double(events + 1);
}
BENCHMARK(BM_TextToEvents)->Arg(0)->Arg(1)->ArgName("sync")->Iterations(10'000)->Unit(benchmark::kMicrosecond);

// The first page of an answer.
void Question(benchmark::State& state, const char* text) {
  EventLog& log = Filled();
  const Query query = Ask(text);
  QueryPage page;
  for (auto _ : state) page = *log.Select(query, {100, Order::kNewestFirst, ""});
  state.counters["rows"] = double(page.rows.size());
  state.counters["rows_read"] = double(page.rows_read);
  state.counters["postings_read"] = double(page.postings_read);
}
BENCHMARK_CAPTURE(Question, Everything, "");
BENCHMARK_CAPTURE(Question, BroadType, "type:investment");
BENCHMARK_CAPTURE(Question, TwoNames, "actor:us_gov target:company7");
BENCHMARK_CAPTURE(Question, NameTypeMonth, "target:company7 type:ipo published:2025-06");
BENCHMARK_CAPTURE(Question, Phrase, "\"chip exports\" status:denied");
BENCHMARK_CAPTURE(Question, AmountOnly, "amount>=49bn");
BENCHMARK_CAPTURE(Question, NothingFound, "target:company7 target:company8 type:ipo");

void BM_Storylines(benchmark::State& state) {
  EventLog& log = Filled();
  const Query query = Ask("target:company7 type:ipo");
  for (auto _ : state) benchmark::DoNotOptimize(log.SelectStorylines(query, {100, Order::kNewestFirst, ""}));
}
BENCHMARK(BM_Storylines);

void BM_Verify(benchmark::State& state) {
  EventLog& log = Filled();
  for (auto _ : state) {
    if (!log.Verify()->empty()) state.SkipWithError("problems found");
  }
}
BENCHMARK(BM_Verify)->Iterations(1)->Unit(benchmark::kMillisecond);

}  // namespace
