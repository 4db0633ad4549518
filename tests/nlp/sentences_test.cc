// Where sentences end. Each row is a text with its sentences joined by " | "; a space may have stood there or not.
#include <gtest/gtest.h>

#include <string>

#include "nlp/annotator.h"

namespace tocsin {
namespace {

std::string Split(std::string_view text) {
  std::vector<ByteSpan> spans;
  FindSentences(text, "", spans);
  std::string out;
  for (const ByteSpan s : spans) out += (out.empty() ? "" : " | ") + std::string(s.in(text));
  return out;
}

struct Case {
  const char* text;
  const char* sentences;
};

const Case kCases[] = {
    {"", ""},
    {"  \n ", ""},
    {"The fab opened. It makes chips.", "The fab opened. | It makes chips."},
    {"Will it pass? Nobody knows!", "Will it pass? | Nobody knows!"},
    {"Chips: a headline\nThe fab opened.", "Chips: a headline | The fab opened."},
    {"It costs $4.5 billion. Shares fell 3.1%.", "It costs $4.5 billion. | Shares fell 3.1%."},
    {"He left Acme Corp. The board agreed.", "He left Acme Corp. | The board agreed."},
    {"It met on Jan. 4. Ms. Ortiz led it.", "It met on Jan. 4. | Ms. Ortiz led it."},
    {"He moved to the U.S. She stayed.", "He moved to the U.S. | She stayed."},
    {"1. Build fabs. 2. Train people.", "1. Build fabs. | 2. Train people."},
    {"a) build fabs b) train people", "a) build fabs | b) train people"},
    {"Wait... Nothing came.", "Wait... | Nothing came."},
    {"It was late. xAI grew.", "It was late. | xAI grew."},
    {"\u65B0\u89C4\u5DF2\u53D1\u5E03\u3002\u4F01\u4E1A\u8868\u793A\u6B22\u8FCE\u3002",
     "\u65B0\u89C4\u5DF2\u53D1\u5E03\u3002 | \u4F01\u4E1A\u8868\u793A\u6B22\u8FCE\u3002"},
    {"Ends here.Then more came.", "Ends here. | Then more came."},
    {"He left at 6 P.M. Mr. Doe stayed on.", "He left at 6 P.M. | Mr. Doe stayed on."},
    {"It was them and I. Did they know?", "It was them and I. | Did they know?"},
    {"It was closed. . . . The rest was sold.", "It was closed. | . . . The rest was sold."},
    {"It was sold . . . . The rest was kept.", "It was sold . . . . | The rest was kept."},
    {"As seen in the trials.4 17 Take one of them.", "As seen in the trials.4 17 | Take one of them."},
    {"\u2022 1. The plan \u2022 2. The cost", "\u2022 1. The plan | \u2022 2. The cost"},
    {"(i) The plan. (ii) The cost. (iii) The end.", "(i) The plan. | (ii) The cost. | (iii) The end."},
    {"i) the plan ii) the cost", "i) the plan | ii) the cost"},
    {"It grew. `So what?' they asked.", "It grew. | `So what?' they asked."},
    {"They paid. w) one x) two", "They paid. | w) one | x) two"},
    {"It ends Monday.Dr. Doe agreed.", "It ends Monday. | Dr. Doe agreed."},
    {"Marked 'FOR SALE', it was full. 'Well!' she said.", "Marked 'FOR SALE', it was full. | 'Well!' she said."},
    // One sentence each.
    {"At 6 p.m. Mr. Doe left.", "At 6 p.m. Mr. Doe left."},
    {"Did you see Jane I. Doe there?", "Did you see Jane I. Doe there?"},
    {"The point is . . . I did not mean it.", "The point is . . . I did not mean it."},
    {"See N\u00B0. 12.34.56 of it", "See N\u00B0. 12.34.56 of it"},
    {"'Never!' (which was true)", "'Never!' (which was true)"},
    {"Version 2.11 12 Takes", "Version 2.11 12 Takes"},
    {"\u2018It grows. It\u2019s tall.\u2019 he said", "\u2018It grows. It\u2019s tall.\u2019 he said"},
    {"The U.S. Treasury said so.", "The U.S. Treasury said so."},
    {"Sen. J. Q. Doe spoke at 4 p.m. on Monday.", "Sen. J. Q. Doe spoke at 4 p.m. on Monday."},
    {"It was led by John P. Quist of Acme.", "It was led by John P. Quist of Acme."},
    {"See p. 12 of it.", "See p. 12 of it."},
    {"See No. 5, e.g. Art. 12 of Reg. 7.", "See No. 5, e.g. Art. 12 of Reg. 7."},
    {"Fabs are costly; Boards know it.", "Fabs are costly; Boards know it."},
    {"\"Stop! Do it now!\" she said.", "\"Stop! Do it now!\" she said."},
    {"\u201CIs it law?\u201D he asked.", "\u201CIs it law?\u201D he asked."},
    {"It runs Yahoo! and others.", "It runs Yahoo! and others."},
    {"www.Example.Org has more", "www.Example.Org has more"},
    {"\u4ED6\u95EE\uFF08\u7B11\u3002\uFF09\u4E86", "\u4ED6\u95EE\uFF08\u7B11\u3002\uFF09\u4E86"},
};

TEST(Sentences, AsPrinted) {
  for (const Case& c : kCases) {
    SCOPED_TRACE(c.text);
    EXPECT_EQ(Split(c.text), c.sentences);
  }
}

TEST(Sentences, HostileTextIsLinear) {
  for (const char* part : {"\"", "(", "\u201C", ". ", "' ", "1. ", "a.", ".", "?!", "\n"}) {
    std::string text;
    while (text.size() < 200'000) text += part;
    std::vector<ByteSpan> spans;
    FindSentences(text, "", spans);  // a quadratic rule would hit the test's time limit
    for (size_t i = 1; i < spans.size(); ++i) ASSERT_LE(spans[i - 1].end, spans[i].begin);
  }
}

}  // namespace
}  // namespace tocsin
