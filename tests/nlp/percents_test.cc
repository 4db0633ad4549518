// Percentages, points and basis points as printed.
#include <gtest/gtest.h>

#include <string>

#include "nlp/annotator.h"
#include "tests/support/words.h"

namespace tocsin {
namespace {

std::string Show(std::string_view text) {
  Annotations found = WordsOf(text);
  FindNumbers(text, {}, found);
  std::string out;
  for (const PercentMention& m : found.percents) {
    if (!out.empty()) out += "; ";
    out.append(m.span.in(text)).append(" = ").append(ToString(m.value));
    if (!(m.upper == m.value)) out.append("..").append(ToString(m.upper));
    out += m.unit == PercentUnit::kPercent ? "" : m.unit == PercentUnit::kPoints ? " pp" : " bp";
    if (m.qualifier != Qualifier::kExact) out.append(1, ' ').append(ToString(m.qualifier));
    if (m.stake) out += " stake";
  }
  return out;
}

struct Case {
  const char* text;
  const char* shares;
};

const Case kCases[] = {
    {"a 12% stake", "12% = 12 stake"},
    {"rose 3.4 per cent", "3.4 per cent = 3.4"},
    {"twenty-five percent", "twenty-five percent = 25"},
    {"about 6 pct", "6 pct = 6 approx"},
    {"4-8%", "4-8% = 4..8"},
    {"4 to 8 percent", "4 to 8 percent = 4..8"},
    {"from 4% to 8%", "4% = 4; 8% = 8"},
    {"fell -2.5%", "-2.5% = -2.5"},
    {"50 basis points", "50 basis points = 0.5 bp"},
    {"1.5 percentage points", "1.5 percentage points = 1.5 pp"},
    {"百分之三点六", "百分之三点六 = 3.6"},
    {"持股约21.5%", "21.5% = 21.5 approx stake"},
    {"三成", "三成 = 30"},
    {"下调25个基点", "25个基点 = 0.25 bp"},
    {"提高0.5个百分点", "0.5个百分点 = 0.5 pp"},
    {"8％—12％", "8％—12％ = 8..12"},
    {"minus four percent", "minus four percent = -4"},
    {"负2.5%", "负2.5% = -2.5"},
    {"六折", "六折 = 60"},
    {"打九五折", "九五折 = 95"},
    {"85折", "85折 = 85"},
    {"百分之三到百分之四", "百分之三到百分之四 = 3..4"},
    {"从百分之三到百分之四", "百分之三 = 3; 百分之四 = 4"},
    {"四成半", "四成半 = 45"},
    {"六成二", "六成二 = 62"},
    {"仟分之五", "仟分之五 = 0.5"},
    {"百万分之三", "百万分之三 = 0.0003"},
    {"百分之一百一十点五", "百分之一百一十点五 = 110.5"},
    {"百 分 之 三", "百 分 之 三 = 3"},
    {"二 百 五 十 个 百 分 点", "二 百 五 十 个 百 分 点 = 250 pp"},
    {"rose .4%", ".4% = 0.4"},
    // Not shares.
    {"version 1.2.3%", ""},
    {"二三十个百分点", ""},
    {"五折叠屏", ""},
    {"一成不变", ""},
    {"https://example.org/?q=30%25%20", ""},
    {"the % of jobs", ""},
    {"5 people", ""},
    {"10 pipelines", ""},
    {"两家公司3成立", ""},
    {"15 basis", ""},
    {"B200 servers", ""},
};

TEST(Percents, AsPrinted) {
  for (const Case& c : kCases) {
    SCOPED_TRACE(c.text);
    EXPECT_EQ(Show(c.text), c.shares);
  }
}

}  // namespace
}  // namespace tocsin
