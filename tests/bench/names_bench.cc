// The automaton and the finder of names: how long 100,000 aliases take to build and how much memory they hold, how
// fast text is scanned with them, and how fast names are found in prose with the shipped gazetteer.
#include <benchmark/benchmark.h>
#include <malloc.h>

#include "nlp/annotator.h"
#include "rules/rulebook.h"

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

// The rows are made beforehand: reading YAML is measured by BM_LoadShipped.
void BM_BuildLexicon(benchmark::State& state) {
  for (auto _ : state) {
    state.PauseTiming();
    auto entities = Entities(size_t(state.range(0)) / 2);
    state.ResumeTiming();
    benchmark::DoNotOptimize(Lexicon::Build(std::move(entities), {}));
  }
  const size_t before = mallinfo2().uordblks;
  const auto lexicon = Lexicon::Build(Entities(size_t(state.range(0)) / 2), {});
  state.counters["MiB"] = double(mallinfo2().uordblks - before) / (1 << 20);
}
BENCHMARK(BM_BuildLexicon)->Arg(1'000)->Arg(100'000)->Unit(benchmark::kMillisecond);

void BM_LoadShipped(benchmark::State& state) {
  for (auto _ : state) benchmark::DoNotOptimize(Rulebook::Load());
}
BENCHMARK(BM_LoadShipped)->Unit(benchmark::kMillisecond);

// The cost must not depend on the number of aliases.
void BM_Scan(benchmark::State& state) {
  const auto lexicon = *Lexicon::Build(Entities(size_t(state.range(0)) / 2), {});
  std::string text;
  for (int i = 0; i < 500; ++i)
    text += "The board of Acme Works " + std::to_string(i) + " met on Friday to talk about prices, and no more. ";
  std::vector<Token> tokens;
  std::vector<WordFacts> words;
  FindTokens(text, tokens);
  std::vector<Lexicon::Hit> hits;
  for (auto _ : state) {
    hits.clear();
    lexicon->ReadWords(text, tokens, words);
    lexicon->Scan(text, tokens, words, hits);
  }
  state.SetBytesProcessed(int64_t(state.iterations() * text.size()));
  state.counters["hits"] = double(hits.size());
}
BENCHMARK(BM_Scan)->Arg(1'000)->Arg(100'000);

constexpr std::string_view kEnglish =
    "Senator Ellen Marlowe of Ohio and John Quist, chief executive of Acme Robotics Inc, met officials of the Ministry "
    "of Trade in Tokyo on Tuesday. Nvidia, AMD and the startup Zorblat will supply chips to the University of "
    "Ruritania, the Commerce Department said. Marlowe called the plan generous; the Open Kernel Act would pay for half "
    "of it. Nobody at the firm would say how many of the jobs are safe, or whether the price had been agreed.\n";
constexpr std::string_view kChinese =
    "国务院日前印发《数据条例》，上海市经济和信息化委员会主任王小明表示，英伟达和中芯国际将参与建设。"
    "国家集成电路产业投资基金计划向三家企业注资，首批资金预计年底前到位。该公司负责人认为条件优厚。\n";

// FindEntities alone: tokens, words and sentences are made once.
void BM_FindEntities(benchmark::State& state, std::string_view part) {
  static const auto book = *Rulebook::Load();
  std::string text;
  while (text.size() < size_t(state.range(0))) text += part;
  Annotations read;
  FindTokens(text, read.tokens);
  book->lexicon().ReadWords(text, read.tokens, read.words);
  FindSentences(text, "", read.sentences);
  size_t found = 0;
  for (auto _ : state) {
    read.entities.clear();
    read.entity_mentions.clear();
    read.terms.clear();
    FindEntities(text, {}, book->lexicon(), read);
    found = read.entity_mentions.size();
  }
  state.SetBytesProcessed(int64_t(state.iterations() * text.size()));
  state.counters["found"] = double(found);
}
// A news article, and one as long as none is: the same bytes/s mean linear time.
BENCHMARK_CAPTURE(BM_FindEntities, en, kEnglish)->Arg(1 << 12)->Arg(1 << 18);
BENCHMARK_CAPTURE(BM_FindEntities, zh, kChinese)->Arg(1 << 12)->Arg(1 << 18);

}  // namespace
