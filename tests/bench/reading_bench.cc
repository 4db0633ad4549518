// How fast each stage reads news prose, and text made to be slow. A flat bytes/s over sizes means linear time. `heap`
// is how often a run asks for memory: it follows what is found and not the length of the text.
#include <benchmark/benchmark.h>

#include <atomic>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <new>
#include <string>
#include <vector>

#include "nlp/annotator.h"
#include "nlp/mentions/mentions.h"

namespace {
std::atomic<size_t> heap_requests{0};
}  // namespace

// Counts what the whole program asks for; only differences mean something.
[[gnu::noinline]] void* operator new(size_t bytes) {
  heap_requests.fetch_add(1, std::memory_order_relaxed);
  if (void* memory = std::malloc(bytes == 0 ? 1 : bytes)) return memory;
  throw std::bad_alloc();
}
[[gnu::noinline]] void operator delete(void* memory) noexcept { std::free(memory); }
[[gnu::noinline]] void operator delete(void* memory, size_t) noexcept { std::free(memory); }

namespace tocsin {
namespace {

// tests/bench/prose/NAME.txt, which reading_chrono.cjs reads too.
std::string Prose(const char* name) {
  std::ifstream file(std::string(TOCSIN_SOURCE_DIR "/tests/bench/prose/") + name + ".txt", std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

// Prose in which there is nothing to find: what a scan costs before anything is read.
constexpr std::string_view kPlainEnglish =
    "Nobody at the company would say how many of the jobs are safe, and the minister, who had called the offer "
    "generous, left the room without a word to the reporters who were waiting outside.\n";
constexpr std::string_view kPlainChinese =
    "负责人认为条件优厚，目前尚不清楚岗位能否保住，部长没有回答在外面等候的记者。\n";

std::string Repeat(std::string_view part, size_t bytes) {
  std::string text;
  while (!part.empty() && text.size() < bytes) text += part;
  return text;
}

enum Stage { kTokens, kWords, kSentences, kLanguage, kLanguages, kQuantities, kAmounts, kPercents, kDates, kNumbers };

// The dictionaries without any pack.
const Lexicon& Words() {
  static const auto lexicon = *Lexicon::Build({}, {});
  return *lexicon;
}

// What one stage needs from those before it, made outside of the measured time.
struct Workbench {
  std::vector<Quantity> quantities;
  Annotations out;
};

Workbench Prepare(Stage stage, std::string_view text, const AnnotateContext& context) {
  Workbench w;
  if (stage == kLanguages) FindSentences(text, "", w.out.sentences);
  if (stage == kLanguages || stage == kTokens || stage == kSentences || stage == kLanguage) return w;
  FindTokens(text, w.out.tokens);
  if (stage == kWords) return w;
  Words().ReadWords(text, w.out.tokens, w.out.words);
  if (stage < kAmounts || stage == kNumbers) return w;
  FindQuantities(text, w.out, w.quantities);
  if (stage == kAmounts) return w;
  FindAmounts(text, context, w.quantities, w.out, w.out.amounts);
  if (stage == kDates) FindPercents(text, w.quantities, w.out.percents);
  return w;
}

size_t Run(Stage stage, std::string_view text, const AnnotateContext& context, Workbench& w) {
  Annotations& out = w.out;
  switch (stage) {
    case kTokens: FindTokens(text, out.tokens); return out.tokens.size();
    case kWords: Words().ReadWords(text, out.tokens, out.words); return out.words.size();
    case kSentences: FindSentences(text, "", out.sentences); return out.sentences.size();
    case kLanguage: return GuessLanguage(text).size();
    case kLanguages:
      FindSentenceLanguages(text, "", out.sentences, out.sentence_languages);
      return out.sentence_languages.size();
    case kQuantities: FindQuantities(text, out, w.quantities); return w.quantities.size();
    case kAmounts: FindAmounts(text, context, w.quantities, out, out.amounts); return out.amounts.size();
    case kPercents: FindPercents(text, w.quantities, out.percents); return out.percents.size();
    case kDates: FindDates(text, context, w.quantities, out, out.dates); return out.dates.size();
    case kNumbers: FindNumbers(text, context, out); return out.amounts.size() + out.percents.size() + out.dates.size();
  }
  return 0;
}

void Read(benchmark::State& state, Stage stage, std::string_view part) {
  const std::string text = Repeat(part, size_t(state.range(0)));
  AnnotateContext context;
  context.published = {{1'800'000'000}, Precision::kDay};
  size_t found = 0, heap = 0;
  const bool needs_others = stage != kTokens && stage != kSentences && stage != kLanguage;
  for (auto _ : state) {
    if (needs_others) state.PauseTiming();
    Workbench w = Prepare(stage, text, context);
    if (needs_others) state.ResumeTiming();
    const size_t before = heap_requests.load(std::memory_order_relaxed);
    found = Run(stage, text, context, w);
    heap = heap_requests.load(std::memory_order_relaxed) - before;
    benchmark::DoNotOptimize(found);
  }
  state.SetBytesProcessed(int64_t(state.iterations()) * int64_t(text.size()));
  state.counters["found"] = double(found);  // a fast answer must still be the right one
  state.counters["heap"] = double(heap);
}

void ReadProse(benchmark::State& state, Stage stage, const char* prose) { Read(state, stage, Prose(prose)); }

#define PROSE(name, stage)                                                               \
  BENCHMARK_CAPTURE(ReadProse, name##_en, stage, "en")->Arg(1 << 16)->Name(#name "/en"); \
  BENCHMARK_CAPTURE(ReadProse, name##_zh, stage, "zh")->Arg(1 << 16)->Name(#name "/zh")
PROSE(tokens, kTokens);
PROSE(words, kWords);
PROSE(sentences, kSentences);
PROSE(language, kLanguage);
PROSE(languages, kLanguages);
PROSE(quantities, kQuantities);
PROSE(amounts, kAmounts);
PROSE(percents, kPercents);
PROSE(dates, kDates);
PROSE(numbers, kNumbers);
BENCHMARK_CAPTURE(Read, numbers_plain_en, kNumbers, kPlainEnglish)->Arg(1 << 16);
BENCHMARK_CAPTURE(Read, numbers_plain_zh, kNumbers, kPlainChinese)->Arg(1 << 16);

#define HOSTILE(name, stage, part) \
  BENCHMARK_CAPTURE(Read, hostile_##name, stage, part)->RangeMultiplier(8)->Range(1 << 12, 1 << 18)
HOSTILE(dollars, kNumbers, "$");
HOSTILE(digits, kNumbers, "7");
HOSTILE(commas, kNumbers, "1,");
HOSTILE(blanks, kNumbers, "$ 1 ");
HOSTILE(codes, kNumbers, "1 AMD ");
HOSTILE(each, kNumbers, "$1 each ");
HOSTILE(groups, kNumbers, "1 000 ");
HOSTILE(words, kNumbers, "two hundred ");
HOSTILE(tens, kNumbers, "twenty ");
HOSTILE(steps, kNumbers, "last ");
HOSTILE(years, kNumbers, "2025-");
HOSTILE(slashes, kNumbers, "1/");
HOSTILE(ranges, kNumbers, "5 to ");
HOSTILE(months, kNumbers, "May to ");
HOSTILE(han, kNumbers, "一");
HOSTILE(han_tens, kNumbers, "十");
HOSTILE(han_units, kNumbers, "1万");
HOSTILE(dashes, kNumbers, "1-");
HOSTILE(quotes, kSentences, "\"");
HOSTILE(apostrophes, kSentences, "' ");
HOSTILE(curly_quotes, kSentences, "\u2018 ");
HOSTILE(stops, kSentences, "a.");
HOSTILE(spaced_stops, kSentences, ". ");
HOSTILE(bullets, kSentences, "\u2022 1. ");
HOSTILE(initials, kTokens, "a.");

}  // namespace
}  // namespace tocsin
