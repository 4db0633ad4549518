// Which language a text is in.
#include <gtest/gtest.h>

#include "nlp/annotator.h"

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

}  // namespace
}  // namespace tocsin
