// The automaton: how long 100,000 aliases take to build, and how fast text is scanned with them.
#include <benchmark/benchmark.h>

#include "nlp/annotator.h"

namespace {

using namespace tocsin;

std::vector<LexiconEntity> Entities(size_t count) {
  std::vector<LexiconEntity> out(count);
  for (size_t i = 0; i < count; ++i) {
    const std::string n = std::to_string(i);
    out[i].entity.id = "e" + n;
    out[i].entity.name = "Acme Works " + n;
    out[i].aliases = {{"Acme Works " + n}, {"Works" + n + " Holdings"}};
  }
  return out;
}

void BM_BuildLexicon(benchmark::State& state) {
  for (auto _ : state) benchmark::DoNotOptimize(Lexicon::Build(Entities(size_t(state.range(0)) / 2), {}));
}
BENCHMARK(BM_BuildLexicon)->Arg(1'000)->Arg(100'000)->Unit(benchmark::kMillisecond);

// The cost must not depend on the number of aliases.
void BM_Scan(benchmark::State& state) {
  const auto lexicon = *Lexicon::Build(Entities(size_t(state.range(0)) / 2), {});
  std::string text;
  for (int i = 0; i < 500; ++i)
    text += "The board of Acme Works " + std::to_string(i) + " met on Friday to talk about prices, and no more. ";
  std::vector<Token> tokens;
  FindTokens(text, tokens);
  std::vector<Lexicon::Hit> hits;
  for (auto _ : state) {
    hits.clear();
    lexicon->Scan(text, tokens, hits);
  }
  state.SetBytesProcessed(int64_t(state.iterations() * text.size()));
  state.counters["hits"] = double(hits.size());
}
BENCHMARK(BM_Scan)->Arg(1'000)->Arg(100'000);

}  // namespace
