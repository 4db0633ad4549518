// How fast each stage reads news prose, and text made to be slow. A flat bytes/s over sizes means linear time.
#include <benchmark/benchmark.h>

#include <string>

#include "nlp/annotator.h"

namespace tocsin {
namespace {

constexpr std::string_view kEnglish =
    "The ministry said on Tuesday that it would lend up to $2.4 billion to three chip makers, about 12% of what they "
    "had "
    "asked for. Officials in Washington, D.C. expect the first payments by the end of March 2027, according to two "
    "people "
    "familiar with the plan. Acme Corp. has already put \u20AC450m into its plant near Leipzig; Dr. Ortiz, who runs "
    "it, called "
    "the offer generous. Shares rose 3.1 per cent. Nobody at the company would say how many of the 1,200 jobs are "
    "safe.\n";
constexpr std::string_view kChinese =
    "主管部门周二表示，将向三家芯片企业提供总额约170亿元的贷款，占申请金额的12%"
    "。知情人士称，首批资金预计在2027年3月底前到位。"
    "该公司此前已在莱比锡附近的工厂投入4.5亿欧元，负责人认为条件优厚。公司股价上涨3.1%"
    "。目前尚不清楚1200个岗位能否保住。\n";

std::string Repeat(std::string_view part, size_t bytes) {
  std::string text;
  while (text.size() < bytes) text += part;
  return text;
}

enum Stage { kTokens, kSentences, kLanguage, kNumbers };

size_t Run(Stage stage, const std::string& text, Annotations& out) {
  AnnotateContext context;
  context.published = {{1'800'000'000}, Precision::kDay};
  switch (stage) {
    case kTokens: FindTokens(text, out.tokens); return out.tokens.size();
    case kSentences: FindSentences(text, "", out.sentences); return out.sentences.size();
    case kLanguage: return GuessLanguage(text).size();
    case kNumbers: FindNumbers(text, context, out); return out.amounts.size() + out.percents.size() + out.dates.size();
  }
  return 0;
}

void Read(benchmark::State& state, Stage stage, std::string_view part) {
  const std::string text = Repeat(part, size_t(state.range(0)));
  size_t found = 0;
  for (auto _ : state) {
    Annotations out;
    found = Run(stage, text, out);
    benchmark::DoNotOptimize(found);
  }
  state.SetBytesProcessed(int64_t(state.iterations()) * int64_t(text.size()));
  state.counters["found"] = double(found);  // a fast answer must still be the right one
}

#define PROSE(name, stage)                                           \
  BENCHMARK_CAPTURE(Read, name##_en, stage, kEnglish)->Arg(1 << 16); \
  BENCHMARK_CAPTURE(Read, name##_zh, stage, kChinese)->Arg(1 << 16)
PROSE(tokens, kTokens);
PROSE(sentences, kSentences);
PROSE(language, kLanguage);
PROSE(numbers, kNumbers);

#define HOSTILE(name, stage, part) \
  BENCHMARK_CAPTURE(Read, hostile_##name, stage, part)->RangeMultiplier(8)->Range(1 << 12, 1 << 18)
HOSTILE(dollars, kNumbers, "$");
HOSTILE(digits, kNumbers, "7");
HOSTILE(commas, kNumbers, "1,");
HOSTILE(blanks, kNumbers, "$ 1 ");
HOSTILE(words, kNumbers, "two hundred ");
HOSTILE(han, kNumbers, "一");
HOSTILE(dashes, kNumbers, "1-");
HOSTILE(quotes, kSentences, "\"");
HOSTILE(apostrophes, kSentences, "' ");
HOSTILE(stops, kSentences, "a.");
HOSTILE(initials, kTokens, "a.");

}  // namespace
}  // namespace tocsin
