// Chinese names, which have neither spaces nor capitals: brackets, endings and beginnings tell.
#include <algorithm>
#include <array>

#include "nlp/mentions/name_candidate.h"

namespace tocsin {
namespace {

constexpr size_t kHanBytes = 3;                   // of one Chinese character in UTF-8
constexpr size_t kBodyBytesMax = 22 * kHanBytes;  // of the name of a body
constexpr size_t kTitleBytesMax = 60 * kHanBytes;

struct Ending {
  std::string_view text;
  EntityType type;
};

// Longer endings first: the first that fits is taken.
constexpr Ending kBodyEndings[] = {
    {"人民政府", EntityType::kGovernmentBody}, {"委员会", EntityType::kGovernmentBody},
    {"办公室", EntityType::kGovernmentBody},   {"管理局", EntityType::kGovernmentBody},
    {"监管局", EntityType::kGovernmentBody},   {"总局", EntityType::kGovernmentBody},
    {"有限公司", EntityType::kOrganization},   {"研究院", EntityType::kOrganization},
    {"研究所", EntityType::kOrganization},     {"实验室", EntityType::kOrganization},
    {"政府", EntityType::kGovernmentBody},     {"公司", EntityType::kOrganization},
    {"集团", EntityType::kOrganization},       {"银行", EntityType::kOrganization},
    {"大学", EntityType::kOrganization},       {"基金", EntityType::kFund},
    {"科技", EntityType::kOrganization},       {"厅", EntityType::kGovernmentBody},
    {"局", EntityType::kGovernmentBody},
};

constexpr std::array<std::string_view, 28> kLawEndings = {
    "法",   "法案", "条例", "办法", "规定", "意见", "方案", "规划", "计划", "指南", "通知", "纲要", "行动", "战略",
    "决定", "标准", "措施", "细则", "规范", "草案", "协议", "公告", "指引", "倡议", "建议", "要点", "清单", "框架"};

// Characters that end a name when read backwards: grammar, verbs and marks.
constexpr std::array<std::string_view, 34> kStops = {
    "的", "了", "在", "由", "向", "对", "与", "和", "及", "被", "为", "将", "从", "据", "是", "于", "，",
    "。", "、", "；", "：", "“",  "”",  "（", "）", "《", "》", " ",  "\n", "等", "该", "其", "设", "立"};

constexpr std::array<std::string_view, 12> kPersonTitles = {"首席执行官", "创始人", "董事长", "总经理", "总统", "总理",
                                                            "部长",       "主席",   "总裁",   "议员",   "CEO",  "主任"};
constexpr std::string_view kSurnames =
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩冯邓曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆"
    "范汪廖石金贾夏付方邹熊白孟秦邱侯江尹薛闫段雷龙史陶贺毛郝顾龚邵万覃武钱戴严莫孔向常";

bool AtAny(std::string_view text, size_t pos, const auto& words) {
  return std::any_of(std::begin(words), std::end(words),
                     [&](std::string_view w) { return text.substr(pos).starts_with(w); });
}

void Emit(std::string_view text, size_t begin, size_t end, EntityType type, std::vector<NameCandidate>& out) {
  NameCandidate c;
  c.span = {uint32_t(begin), uint32_t(end)};
  c.entity.type = type;
  c.entity.name = std::string(text.substr(begin, end - begin));
  out.push_back(std::move(c));
}

void FindTitles(std::string_view text, std::vector<NameCandidate>& out) {
  for (size_t open = text.find("《"); open != std::string_view::npos; open = text.find("《", open + 1)) {
    const size_t begin = open + kHanBytes, end = text.find("》", begin);
    if (end == std::string_view::npos) return;
    if (end - begin > kTitleBytesMax || end == begin) continue;
    const std::string_view title = text.substr(begin, end - begin);
    const size_t bracket = title.find("（");  // "（2025年）", "（征求意见稿）" behind the name proper
    const std::string_view name = title.substr(0, bracket);
    const bool law =
        std::any_of(kLawEndings.begin(), kLawEndings.end(), [&](std::string_view e) { return name.ends_with(e); });
    if (law) Emit(text, begin, end, EntityType::kLawOrProgram, out);
  }
}

// Where the name that ends at `end` begins: behind the last stop, but not inside a known name.
size_t NameBegin(std::string_view text, size_t end, const std::vector<NameCandidate>& known) {
  size_t begin = end;
  while (begin >= kHanBytes && end - begin < kBodyBytesMax) {
    const size_t previous = begin - kHanBytes;
    const bool han = (uint8_t(text[previous]) & 0xF0) == 0xE0;
    if (!han || AtAny(text, previous, kStops)) break;
    begin = previous;
  }
  // A place in front is the surest beginning: "上海市经济和信息化委员会".
  for (const NameCandidate& k : known) {
    const bool place = k.span.begin >= begin && k.span.end < end && k.span.begin < end;
    if (place) return k.span.begin;
  }
  return begin;
}

void FindBodies(std::string_view text, const std::vector<NameCandidate>& known, std::vector<NameCandidate>& out) {
  for (size_t i = 0; i + kHanBytes <= text.size(); ++i) {
    if ((uint8_t(text[i]) & 0xC0) == 0x80) continue;
    for (const Ending& ending : kBodyEndings) {
      if (!text.substr(i).starts_with(ending.text)) continue;
      const size_t end = i + ending.text.size();
      const size_t begin = NameBegin(text, i, known);
      const size_t named = i - begin;  // bytes before the ending
      const bool anchored = std::any_of(
          known.begin(), known.end(), [&](const NameCandidate& k) { return k.span.begin == begin && k.span.end <= i; });
      // Without a place or a known name in front, only the plain company endings are trusted.
      // "英伟达公司" is the company that is known already.
      const bool whole = std::any_of(known.begin(), known.end(),
                                     [&](const NameCandidate& k) { return k.span.begin == begin && k.span.end == i; });
      const bool company = whole && ending.type == EntityType::kOrganization;
      if (named >= 2 * kHanBytes && anchored && !company) Emit(text, begin, end, ending.type, out);
      i = end - 1;
      break;
    }
  }
}

void FindPersons(std::string_view text, std::vector<NameCandidate>& out) {
  for (const std::string_view title : kPersonTitles) {
    for (size_t at = text.find(title); at != std::string_view::npos; at = text.find(title, at + title.size())) {
      const size_t begin = at + title.size();
      if (begin + 2 * kHanBytes > text.size()) break;
      const size_t surname = kSurnames.find(text.substr(begin, kHanBytes));
      if (surname == std::string_view::npos || surname % kHanBytes != 0) continue;
      // Two or three characters, and then a word that can follow a person.
      constexpr std::array<std::string_view, 12> kBehind = {"表示", "称",   "说", "，", "在", "宣布",
                                                            "指出", "透露", "于", "和", "、", "认为"};
      for (const size_t characters : {3, 2}) {
        const size_t end = begin + characters * kHanBytes;
        if (end > text.size() || !AtAny(text, end, kBehind)) continue;
        Emit(text, begin, end, EntityType::kPerson, out);
        break;
      }
    }
  }
}

}  // namespace

void FindChineseNames(std::string_view text, const std::vector<NameCandidate>& known, std::vector<NameCandidate>& out) {
  FindTitles(text, out);
  FindBodies(text, known, out);
  FindPersons(text, out);
}

}  // namespace tocsin
