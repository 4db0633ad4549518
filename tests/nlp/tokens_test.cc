// Words as an analyst would underline them.
#include <gtest/gtest.h>

#include <string>

#include "nlp/annotator.h"

namespace tocsin {
namespace {

// "word|'s|W:..." with a letter for the kind in front: w word, n number, h Chinese, p mark.
std::string Show(std::string_view text) {
  std::vector<Token> tokens;
  FindTokens(text, tokens);
  std::string out;
  for (const Token& t : tokens) {
    if (!out.empty()) out += '|';
    out += "wnhp"[int(t.kind)];
    out += std::string(t.span.in(text));
  }
  return out;
}

struct Case {
  const char* text;
  const char* tokens;
};

const Case kCases[] = {
    {"", ""},
    {" \n\t ", ""},
    {"Chips are scarce.", "wChips|ware|wscarce|p."},
    {"the U.S. government", "wthe|wU.S.|wgovernment"},
    {"in the U.S.", "win|wthe|wU.S."},
    {"a Ph.D. from", "wa|wPh.D.|wfrom"},
    {"Ends here.Then more", "wEnds|where|p.|wThen|wmore"},
    {"by x.ai and Cohere.com", "wby|wx.ai|wand|wCohere.com"},
    {"Intel's fab, Micron\u2019s too", "wIntel|w's|wfab|p,|wMicron|w\u2019s|wtoo"},
    {"the firms' plan", "wthe|wfirms|p'|wplan"},
    {"they don't", "wthey|wdon't"},
    {"AI-powered co-lead", "wAI-powered|wco-lead"},
    {"GPT-4 and a 10-K", "wGPT-4|wand|wa|w10-K"},
    {"8.9bn, 1,234.5", "n8.9|wbn|p,|n1,234.5"},
    {"16-20 and 2024/1689", "n16|p-|n20|wand|n2024|p/|n1689"},
    {"$1.5", "p$|n1.5"},
    {"\u4E2D\u56FDAI", "h\u4E2D|h\u56FD|wAI"},
    {"\uFF11\uFF12\u4EBF\u5143\u3002", "n\uFF11\uFF12|h\u4EBF|h\u5143|p\u3002"},
    {"a\u00A0b\u3000c\u2009d", "wa|wb|wc|wd"},
    {"caf\u00E9 S\u00E3o", "wcaf\u00E9|wS\u00E3o"},
    {"\x80\xFF", "p\x80|p\xFF"},
};

TEST(Tokens, AsUnderlined) {
  for (const Case& c : kCases) {
    SCOPED_TRACE(c.text);
    EXPECT_EQ(Show(c.text), c.tokens);
  }
}

TEST(Tokens, Shape) {
  const std::string_view text = "The EU said Nvidia iPhone A";
  std::vector<Token> t;
  FindTokens(text, t);
  ASSERT_EQ(t.size(), 6u);
  EXPECT_TRUE(t[0].capital && !t[0].all_caps);
  EXPECT_TRUE(t[1].capital && t[1].all_caps);
  EXPECT_FALSE(t[2].capital || t[2].all_caps);
  EXPECT_TRUE(t[3].capital && !t[3].all_caps);
  EXPECT_FALSE(t[4].capital || t[4].all_caps);
  EXPECT_TRUE(t[5].capital && !t[5].all_caps);
}

}  // namespace
}  // namespace tocsin
