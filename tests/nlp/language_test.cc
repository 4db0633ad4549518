// Which language a text is in.
#include <gtest/gtest.h>

#include "nlp/annotator.h"
#include "tests/support/words.h"

namespace tocsin {
namespace {

struct Case {
  const char* text;
  const char* language;
};

const Case kCases[] = {
    {"The ministry has set out rules for models that are used by the state.", "en"},
    {"部委公布了人工智能服务的管理办法。", "zh"},
    {"OpenAI与甲骨文签署协议", "zh"},
    {"Das Ministerium hat die Regeln für den Einsatz von Modellen nicht geändert.", "de"},
    {"Le ministère a publié les règles pour les modèles qui sont utilisés par des agences.", "fr"},
    {"El gobierno publicó las reglas para los modelos que se usan en una agencia.", "es"},
    {"これはモデルの規則です。", "ja"},
    {"정부는 규칙을 발표했다", "ko"},
    {"Министерство опубликовало правила", "ru"},
    // Nothing to go by.
    {"", ""},
    {"1234 5678", ""},
    {"Nvidia Blackwell Ultra", ""},
    {"\xFF\xFE", ""},
};

TEST(Language, Guessed) {
  for (const Case& c : kCases) {
    SCOPED_TRACE(c.text);
    EXPECT_EQ(GuessLanguage(c.text), c.language);
  }
}

struct Sentences {
  const char* text;
  const char* article;    // its language, as told
  const char* languages;  // of the sentences, in order
};

const Sentences kSentences[] = {
    {"The fund grew. It bought chips.", "en", "en en"},
    {"部委公布了办法。基金已成立。", "zh", "zh zh"},
    // Each by its own words, whatever the article is.
    {"部委公布了办法。The ministry said that the rules are final.", "zh", "zh en"},
    {"The minister wrote: 部委公布了人工智能服务的管理办法。", "en", "zh"},
    {"The minister wrote.\n部委公布了办法。", "en", "en zh"},
    {"Das Gesetz wurde von der Regierung nicht auf den Weg gebracht.", "en", "other"},
    {"Le texte a été publié dans les journaux par une agence.", "zh", "other"},
    {"これはモデルの規則です。", "zh", "other"},
    {"정부는 규칙을 발표했다.", "en", "other"},
    {"Министерство опубликовало правила.", "en", "other"},
    {"Το υπουργείο ανακοίνωσε τους κανόνες.", "en", "other"},
    // Names of the other language make no sentence of it.
    {"Meta Platforms宣布收购Scale AI。", "zh", "zh"},
    {"NVIDIA GeForce RTX 5090 D上市", "zh", "zh"},
    {"The founder of 顶点公司 left.", "zh", "en"},
    {"Shares of Acme (顶点公司) rose.", "en", "en"},
    {"Der Spiegel reported the deal.", "en", "en"},
    {"Nvidia buys Acme.", "en", "en"},
    {"Nvidia buys Acme.", "zh", "en"},  // Latin letters are no Chinese
    {"Nvidia Acme Deal", "de", "other"},
    {"2025", "zh", "zh"},
    {"2025", "en", "en"},
    {"\xFF\xFE", "", "en"},
    {"", "zh", ""},
};

TEST(Language, OfEachSentence) {
  for (const Sentences& c : kSentences) {
    SCOPED_TRACE(c.text);
    std::vector<ByteSpan> sentences;
    FindSentences(c.text, c.article, sentences);
    std::vector<SentenceLanguage> languages;
    FindSentenceLanguages(c.text, c.article, sentences, languages);
    std::string shown;
    for (const SentenceLanguage language : languages)
      shown += (shown.empty() ? "" : " ") + std::string(ToString(language));
    EXPECT_EQ(shown, c.languages);
  }
}

// What the language of a sentence decides: the order of day and month, and whose sign a bare "\u00A5" is.
TEST(Language, DecidesInItsOwnSentence) {
  struct Decision {
    const char* text;
    const char* article;
    const char* date;
    const char* currency;
  };
  const Decision kRead[] = {
      {"The rules were signed on 10/1/2017 and cost \u00A53 billion.", "zh", "2017-10-01/2017-10-02", "JPY"},
      {"规则于10/1/2017签署，耗资\u00A530亿。", "en", "2017-01-10/2017-01-11", "CNY"},
      {"Das Gesetz wurde am 10/1/2017 von der Regierung auf den Weg gebracht.", "en", "2017-01-10/2017-01-11", ""},
  };
  for (const Decision& c : kRead) {
    SCOPED_TRACE(c.text);
    Annotations found = WordsOf(c.text);
    AnnotateContext context;
    context.language = c.article;
    FindSentences(c.text, c.article, found.sentences);
    FindSentenceLanguages(c.text, c.article, found.sentences, found.sentence_languages);
    FindNumbers(c.text, context, found);
    ASSERT_EQ(found.dates.size(), 1u);
    EXPECT_EQ(found.dates[0].value, c.date);
    EXPECT_EQ(found.amounts.empty() ? "" : std::string(found.amounts[0].currency.view()), c.currency);
  }
}

}  // namespace
}  // namespace tocsin
