#include "nlp/annotator.h"

#include <algorithm>
#include <iterator>

namespace tocsin {
namespace {

// Names taken from the text are given as printed: "國科會", though "国科会" was read.
void RestoreNames(std::string_view text, Annotations& out) {
  const std::string_view read = out.simplified;
  for (const EntityMention& m : out.entity_mentions) {
    std::string& name = out.entities[m.entity].name;
    const size_t at = m.span.in(read).find(name);
    if (at != std::string_view::npos) name = text.substr(m.span.begin + at, name.size());
  }
}

// What "元" means in traditional print of unknown origin: the place whose own words stand in the text.
std::string_view PrintedIn(std::string_view read) {
  constexpr std::string_view kTaiwan[] = {"新台币", "行政院", "立法院", "国科会", "数发部", "立委", "经济部", "国发会"};
  constexpr std::string_view kHongKong[] = {"港元",   "港币",   "特区政府", "施政报告",
                                            "立法会", "财政司", "港府",     "行政长官"};
  constexpr std::string_view kMainland[] = {"人民币", "国务院", "发改委", "工信部", "大陆", "科创板", "财政部"};
  const auto count = [&](const auto& words) {
    return std::count_if(std::begin(words), std::end(words),
                         [&](std::string_view w) { return read.find(w) != std::string_view::npos; });
  };
  const auto taiwan = count(kTaiwan), hong_kong = count(kHongKong), mainland = count(kMainland);
  if (taiwan > hong_kong && taiwan > mainland) return "TW";
  return hong_kong > taiwan && hong_kong > mainland ? "HK" : "";
}

// Traditional print has quotation marks of its own, and these decide where sentences end.
void ReadSentencesAnew(std::string_view simplified, Annotations& out) {
  out.sentences.clear();
  out.sentence_languages.clear();
  FindSentences(simplified, out.language, out.sentences);
  FindSentenceLanguages(simplified, out.language, out.sentences, out.sentence_languages);
}

}  // namespace

Annotations Annotate(std::string_view text, const AnnotateContext& context, const Lexicon& lexicon) {
  Annotations out;
  AnnotateContext known = context;
  out.language = context.language;
  FindSentences(text, out.language, out.sentences);
  if (out.language.empty()) {
    out.language = GuessLanguages(text, out.sentences, out.sentence_languages);
  } else {
    FindSentenceLanguages(text, out.language, out.sentences, out.sentence_languages);
  }
  known.language = out.language;
  const bool traditional = out.language.starts_with("zh") && Simplify(text, out.simplified);
  const std::string_view read = traditional ? std::string_view(out.simplified) : text;
  if (traditional) ReadSentencesAnew(read, out);
  if (traditional && known.jurisdiction.empty()) known.jurisdiction = PrintedIn(read);
  FindTokens(read, out.tokens);
  lexicon.ReadWords(read, out.tokens, out.words);
  FindNumbers(read, known, out);
  FindEntities(read, known, lexicon, out);
  if (traditional) RestoreNames(text, out);
  return out;
}

}  // namespace tocsin
