#include "rules/engine/inflection.h"

#include <gtest/gtest.h>

namespace tocsin {
namespace {

std::string Join(const std::vector<InflectedForm>& forms) {
  std::string out;
  for (const InflectedForm& f : forms) out += (out.empty() ? "" : "|") + f.phrase;
  return out;
}

struct Verb {
  const char* base;
  std::vector<std::string> irregular;
  const char* forms;
};

TEST(Inflection, Verbs) {
  const Verb kVerbs[] = {
      {"invest", {}, "invest|invests|invested|investing"},
      {"acquire", {}, "acquire|acquires|acquired|acquiring"},
      {"plan", {}, "plan|plans|planned|planning"},
      {"deny", {}, "deny|denies|denied|denying"},
      {"employ", {}, "employ|employs|employed|employing"},
      {"launch", {}, "launch|launches|launched|launching"},
      {"commit", {}, "commit|commits|committed|committing"},
      {"open", {}, "open|opens|opened|opening"},
      {"agree", {}, "agree|agrees|agreed|agreeing"},
      {"seek", {"sought"}, "seek|seeks|sought|seeking"},
      {"take over", {"took", "taken"}, "take over|takes over|took over|taken over|taking over"},
      {"set up", {"set"}, "sets up|set up|setting up"},
  };
  for (const Verb& v : kVerbs) EXPECT_EQ(Join(VerbForms(v.base, v.irregular)), v.forms);
}

TEST(Inflection, Nouns) {
  EXPECT_EQ(Join(NounForms("equity stake")), "equity stake|equity stakes");
  EXPECT_EQ(Join(NounForms("subsidy")), "subsidy|subsidies");
  EXPECT_EQ(Join(NounForms("tax break")), "tax break|tax breaks");
  EXPECT_EQ(Join(NounForms("launch")), "launch|launches");
}

TEST(Inflection, AFormThatIsItsOwnPastIsGivenAsThePast) {
  const auto forms = VerbForms("put", {"put"});
  EXPECT_EQ(forms[1].phrase, "put");
  EXPECT_EQ(forms[1].form, WordForm::kPast);
}

}  // namespace
}  // namespace tocsin
