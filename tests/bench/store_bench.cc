// What the store costs: articles and events stored a second, and how long questions take over a million events.
#include <benchmark/benchmark.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include <chrono>
#include <cstdlib>
#include <fstream>

#include "cli/reading.h"
#include "tests/bench/news.h"
#include "tests/store/newsroom.h"

namespace {

using namespace tocsin;
using namespace tocsin::store_test;

// Events of the store that is asked; TOCSIN_BENCH_EVENTS=100000 makes it smaller.
uint32_t EventsWanted() {
  const char* wanted = std::getenv("TOCSIN_BENCH_EVENTS");
  return wanted != nullptr ? uint32_t(std::atol(wanted)) : 1'000'000;
}

// Some thing out of `count`; the first ones are met far more often.
size_t Skewed(std::mt19937& random, size_t count) {
  const double x = double(random() % 1'000'000) / 1e6;
  return size_t(x * x * x * double(count));
}

// Article number `n` of `of`, with two events, in order of time over three years: 20,000 companies and 8,000 words,
// most of them rare, so that storylines are as long as they are in the news.
ArticleBatch NewsOf(uint32_t n, uint32_t of) {
  static constexpr std::array<const char*, 8> kTypes = {
      "investment.equity_stake", "investment.acquisition", "investment.ipo",     "investment.partnership",
      "policy.regulation",       "policy.export_control",  "policy.legislation", "investment.venture_round"};
  std::mt19937 random(n * 2654435761u + 5);
  std::string text;
  for (int i = 0; i < 60; ++i) text += "w" + std::to_string(Skewed(random, 8'000)) + (i % 30 == 29 ? ".\n" : " ");
  std::vector<Event> events;
  for (int i = 0; i < 2; ++i) {
    const bool government = random() % 4 == 0;
    Event e = MakeEvent(
        kTypes[random() % kTypes.size()],
        government ? "gov_" + std::to_string(random() % 30) : "company" + std::to_string(Skewed(random, 20'000)),
        random() % 5 ? "company" + std::to_string(Skewed(random, 20'000)) : "", Status(random() % kStatusCount));
    if (random() % 2) {
      const Decimal value = *Decimal::Make(int64_t(random() % 500 + 1), 8);
      e.amount = EventAmount{value, value, {"USD"}, Qualifier::kExact, {}};
    }
    e.sentence = {uint32_t(i == 0 ? 0 : text.find('\n') + 1), uint32_t(i == 0 ? text.find('\n') : text.size())};
    events.push_back(std::move(e));
  }
  const int64_t second = int64_t(double(n) / of * 3 * 365 * 86400);
  return MakeBatch("https://site" + std::to_string(random() % 200) + ".example/" + std::to_string(n), text,
                   std::move(events), {kDayZero.seconds + second});
}

struct Big {
  // Opened here, so that what RocksDB keeps for the whole program goes after it at the end.
  Big() : log(MustOpen(Options())) {}

  TemporaryDirectory directory;
  std::unique_ptr<EventLog> log;
  double fill_seconds = 0;
  bool filled = false;

  EventLogOptions Options() const {
    EventLogOptions options = OptionsFor(directory);
    options.cache_bytes = 64u << 20;
    return options;
  }
};

// Filled once; the questions share it.
Big& Filled() {
  static Big big;
  if (big.filled) return big;
  big.filled = true;
  const auto begin = std::chrono::steady_clock::now();
  const uint32_t articles = EventsWanted() / 2;
  std::vector<ArticleBatch> group;
  for (uint32_t n = 0; n < articles; ++n) {
    group.push_back(NewsOf(n, articles));
    if (group.size() < 128 && n + 1 < articles) continue;
    if (auto stored = big.log->AppendAll(group, nullptr, kDayZero); !stored) std::abort();
    group.clear();
  }
  big.fill_seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
  return big;
}

double MegabytesResident() {
  std::ifstream status("/proc/self/status");
  for (std::string line; std::getline(status, line);) {
    if (line.starts_with("VmRSS:")) return double(std::atol(line.c_str() + 6)) / 1024;
  }
  return 0;
}

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
  std::vector<ArticleBatch> group;
  for (auto _ : state) {
    state.PauseTiming();
    Article article = newsroom.Make(n++, kNews);
    state.ResumeTiming();
    bytes += article.text.size();
    const double begin = ThreadSeconds();
    Reading read = ReadArticle(std::move(article), sources, **book);
    const double between = ThreadSeconds();
    reading += between - begin;
    group.push_back({std::move(read.article), std::move(read.events), "", {}});
    if (group.size() < size_t(state.range(1)) && n < kNews) continue;
    const auto appended = log->AppendAll(group, nullptr, kDayZero);
    if (!appended) return state.SkipWithError(appended.error().what.c_str());
    storing += ThreadSeconds() - between;
    for (const AppendResult& one : *appended) {
      events += one.events.size();
      copies += !one.copy_of.empty();
    }
    group.clear();
  }
  state.SetBytesProcessed(int64_t(bytes));
  state.SetItemsProcessed(int64_t(events));
  state.counters["copies"] = double(copies);
  state.counters["events"] = double(events);
  state.counters["read_us"] = reading * 1e6 / n;
  state.counters["store_us"] = storing * 1e6 / n;
  state.counters["bytes_per_event"] = double(log->Stats()->bytes_on_disk) / double(events + 1);
}
BENCHMARK(BM_TextToEvents)
    ->Args({0, 128})
    ->Args({1, 128})
    ->Args({1, 1})
    ->ArgNames({"sync", "group"})
    ->Iterations(10'000)
    ->Unit(benchmark::kMicrosecond);

// What the store of the questions cost, and what it takes.
void BM_Fill(benchmark::State& state) {
  Big& big = Filled();
  for (auto _ : state) benchmark::DoNotOptimize(big.log->Stats());
  const StoreStats stats = *big.log->Stats();
  state.counters["events"] = double(stats.events);
  state.counters["storylines"] = double(stats.storylines);
  state.counters["events_per_second"] = double(stats.events) / big.fill_seconds;
  state.counters["bytes_per_event"] = double(stats.bytes_on_disk) / double(stats.events);
  state.counters["resident_mb"] = MegabytesResident();
}
BENCHMARK(BM_Fill)->Iterations(1)->Unit(benchmark::kMillisecond);

// The first page of an answer.
void Question(benchmark::State& state, const char* text) {
  EventLog& log = *Filled().log;
  const Query query = Ask(text);
  QueryPage page;
  for (auto _ : state) page = *log.Select(query, {100, Order::kNewestFirst, ""});
  state.counters["rows"] = double(page.rows.size());
  state.counters["rows_read"] = double(page.rows_read);
  state.counters["postings_read"] = double(page.postings_read);
  state.counters["resident_mb"] = MegabytesResident();
}
#define QUESTION(name, text) BENCHMARK_CAPTURE(Question, name, text)->Unit(benchmark::kMillisecond)
QUESTION(Everything, "");
QUESTION(BroadType, "type:investment");
QUESTION(CommonName, "entity:company0");
QUESTION(RareName, "entity:company15000");
QUESTION(TwoNames, "actor:gov_7 target:company7");
QUESTION(NameTypeMonth, "target:company7 type:ipo published:2026-06");
QUESTION(TypeAndMonth, "type:acquisition published:2026-06");
QUESTION(CommonPhrase, "\"w1 w2\"");
QUESTION(RareWords, "w7000 w7900");
QUESTION(Prefix, "w79*");
QUESTION(AmountCommon, "amount>=49bn");
QUESTION(AmountRare, "amount>=50bn type:ipo");
QUESTION(AmountNever, "amount>=60bn");
QUESTION(NothingFound, "target:company7 target:company8 type:ipo");

void Storylines(benchmark::State& state, const char* text) {
  EventLog& log = *Filled().log;
  const Query query = Ask(text);
  size_t rows = 0;
  for (auto _ : state) rows = log.SelectStorylines(query, {100, Order::kNewestFirst, ""})->rows.size();
  state.counters["rows"] = double(rows);
}
#define STORYLINES(name, text) BENCHMARK_CAPTURE(Storylines, name, text)->Unit(benchmark::kMillisecond)
STORYLINES(OfName, "entity:company7");
STORYLINES(OfLastDay, "published:2027-12-31");
STORYLINES(OfMonth, "published:2027-11");
STORYLINES(OfEverything, "");

// Opened after a clean end, beside a writer, and after a kill.
void BM_OpenToRead(benchmark::State& state) {
  EventLogOptions options = Filled().Options();
  options.read_only = true;
  for (auto _ : state) MustOpen(options);
}
BENCHMARK(BM_OpenToRead)->Iterations(5)->Unit(benchmark::kMillisecond);

void BM_OpenAfterKill(benchmark::State& state) {
  Big& big = Filled();
  double seconds = 0;
  for (auto _ : state) {
    state.PauseTiming();
    big.log.reset();
    if (const pid_t child = fork(); child == 0) {
      const auto log = MustOpen(big.Options());
      for (uint32_t n = 0; n < 900; ++n) MustAppend(*log, NewsOf(n + 100'000'000, 500'000'000));
      _exit(0);  // as a kill: nothing is put in order
    } else {
      waitpid(child, nullptr, 0);
    }
    state.ResumeTiming();
    const auto begin = std::chrono::steady_clock::now();
    big.log = MustOpen(big.Options());
    seconds += std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
  }
  state.counters["seconds"] = seconds / double(state.iterations());
}
BENCHMARK(BM_OpenAfterKill)->Iterations(1)->Unit(benchmark::kMillisecond);

void BM_Verify(benchmark::State& state) {
  EventLog& log = *Filled().log;
  for (auto _ : state) {
    if (!log.Verify()->empty()) state.SkipWithError("problems found");
  }
}
BENCHMARK(BM_Verify)->Iterations(1)->Unit(benchmark::kMillisecond);

}  // namespace
