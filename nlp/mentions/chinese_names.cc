// Chinese names, which have neither spaces nor capitals: brackets, endings and beginnings tell.
#include <algorithm>
#include <array>
#include <span>

#include "nlp/mentions/name_candidate.h"
#include "nlp/text/characters.h"
#include "nlp/text/han_set.h"

namespace tocsin {
namespace {

constexpr size_t kBodyBytesMax = 22 * kHanBytes;  // of the name of a body
constexpr size_t kTitleBytesMax = 60 * kHanBytes;
constexpr size_t kPersonsFollowed = 32;  // of one article; each costs a search through the text

// What must stand in front for an ending to be believed.
enum class Anchor : uint8_t {
  kNone,  // a hard border is enough
  kName,  // a place or another known name
  kBody,  // a known public body: "国家发展改革委高技术司"
};

struct Ending {
  std::string_view text;
  EntityType type;
  Anchor anchor = Anchor::kName;
};

constexpr EntityType kGov = EntityType::kGovernmentBody;
constexpr EntityType kOrg = EntityType::kOrganization;

// Of two that fit at one place the earlier is taken, so longer ones stand first.
constexpr Ending kBodyEndings[] = {
    {"股份有限公司", kOrg, Anchor::kNone},
    {"有限责任公司", kOrg, Anchor::kNone},
    {"产业投资基金", EntityType::kFund, Anchor::kNone},
    {"创业投资基金", EntityType::kFund, Anchor::kNone},
    {"发展专项基金", EntityType::kFund, Anchor::kNone},
    {"人大常委会", kGov},
    {"发展改革委", kGov},
    {"人民政府", kGov},
    {"有限公司", kOrg, Anchor::kNone},
    {"引导基金", EntityType::kFund, Anchor::kNone},
    {"专项基金", EntityType::kFund, Anchor::kNone},
    {"产业基金", EntityType::kFund, Anchor::kNone},
    {"发展基金", EntityType::kFund, Anchor::kNone},
    {"投资基金", EntityType::kFund, Anchor::kNone},
    {"委员会", kGov},
    {"办公室", kGov},
    {"管理局", kGov},
    {"监管局", kGov},
    {"检察院", kGov},
    {"发改委", kGov},
    {"国资委", kGov},
    {"卫健委", kGov},
    {"网信办", kGov},
    {"经信委", kGov},
    {"研究院", kOrg},
    {"研究所", kOrg},
    {"实验室", kOrg},
    {"基金会", kOrg},
    {"交易所", kOrg},
    {"联合会", kOrg},
    {"通讯社", kOrg},
    {"出版社", kOrg},
    {"发展中心", kGov, Anchor::kBody},
    {"研究中心", kGov, Anchor::kBody},
    {"总局", kGov},
    {"政府", kGov},
    {"省委", kGov},
    {"市委", kGov},
    {"区委", kGov},
    {"法院", kGov},
    {"政协", kGov},
    {"公司", kOrg},
    {"集团", kOrg},
    {"银行", kOrg},
    {"大学", kOrg},
    {"学院", kOrg},
    {"医院", kOrg},
    {"协会", kOrg},
    {"学会", kOrg},
    {"商会", kOrg},
    {"日报", kOrg},
    {"晚报", kOrg},
    {"基金", EntityType::kFund},
    {"科技", kOrg},
    {"股份", kOrg},
    {"厅", kGov},
    {"局", kGov},
    {"司", kGov, Anchor::kBody},
};

constexpr std::string_view kLawEndings[] = {"法",   "法案", "条例", "办法", "规定", "意见", "方案", "规划",
                                            "计划", "指南", "通知", "纲要", "行动", "战略", "决定", "标准",
                                            "措施", "细则", "规范", "草案", "政策", "协议", "公告", "指引",
                                            "倡议", "建议", "要点", "清单", "框架"};

// Characters that end a name when read backwards: grammar, verbs and marks.
constexpr std::array<std::string_view, 36> kStops = {
    "的", "了", "在", "由", "向", "对", "与", "和", "及", "被", "为", "将", "从", "据", "是", "于", "，", "。",
    "、", "；", "：", "“",  "”",  "（", "）", "《", "》", "等", "该", "其", "设", "立", "已", "拟", "曾", "遭"};

// Words of two characters that no name of a body goes on across.
constexpr std::string_view kWordStops[] = {
    "联合", "启动", "发起", "推动", "宣布", "表示", "印发", "发布", "通过", "支持", "根据", "按照", "来自", "以及",
    "有关", "会同", "组织", "召开", "学习", "贯彻", "编制", "获悉", "记者", "其中", "包括", "入股", "收购", "参股",
    "联手", "携手", "旗下", "今年", "去年", "目前", "截至", "近日", "日前", "昨天", "今天", "明确", "加快", "实施",
    "推进", "打造", "提供", "申请", "任命", "担任", "批准", "允许", "要求", "命令", "禁止", "限制", "抓住", "勾勒",
    "领投", "跟投", "参与", "牵头", "就是", "以来", "获得", "成为", "共同", "正在", "已经", "计划", "最大", "首个",
    "首批", "募集", "指导", "督促", "敦促", "责令", "约谈", "签署", "签订", "达成", "举行", "位于", "依法", "委托",
    "声明", "曝出", "控股", "持有", "采购", "中标", "供应", "用于", "建成"};

constexpr std::array<std::string_view, 8> kProductKinds = {"模型",   "大模型", "芯片",   "处理器",
                                                           "加速器", "平台",   "机器人", "操作系统"};

constexpr std::array<std::string_view, 3> kRaisingDeeds = {"融资", "招股书", "上市申请"};
constexpr std::array<std::string_view, 3> kPurchases = {"收购", "入股", "并购"};

constexpr std::array<std::string_view, 26> kPersonTitles = {
    "首席执行官", "创始人", "董事长", "总经理", "总统", "总理", "部长",   "主席", "总裁",
    "议员",       "CEO",    "主任",   "省长",   "市长", "书记", "局长",   "司长", "院长",
    "院士",       "教授",   "校长",   "行长",   "会长", "大使", "发言人", "外长"};
constexpr HanSet kSurnames(
    U"王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩冯邓曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭"
    U"陆"
    U"范汪廖石金贾夏付方邹熊白孟秦邱侯江尹薛闫段雷龙史陶贺毛郝顾龚邵万覃武钱戴严莫孔向常");

// Whether `word` stands at `pos`; its last byte alone rules out most others.
bool StandsAt(std::string_view text, size_t pos, std::string_view word) {
  return pos + word.size() <= text.size() && text[pos + word.size() - 1] == word.back() &&
         text.compare(pos, word.size(), word) == 0;
}

bool AtAny(std::string_view text, size_t pos, const auto& words) {
  return std::any_of(std::begin(words), std::end(words), [&](std::string_view w) { return StandsAt(text, pos, w); });
}

// The low bits of a character's code point; of other bytes, something as good.
size_t Low12(std::string_view bytes) { return size_t(bytes[1] & 0x3F) << 6 | size_t(bytes[2] & 0x3F); }

// The endings of bodies by their first character.
class EndingIndex {
 public:
  EndingIndex() {
    std::copy(std::begin(kBodyEndings), std::end(kBodyEndings), endings_.begin());
    std::stable_sort(endings_.begin(), endings_.end(),
                     [](const Ending& a, const Ending& b) { return Low12(a.text) < Low12(b.text); });
    for (size_t i = endings_.size(); i-- > 0;) {
      Range& range = ranges_[Low12(endings_[i].text)];
      range.begin = uint8_t(i);
      if (range.end == 0) range.end = uint8_t(i + 1);
    }
  }
  // The ending that stands at `at`, or nullptr.
  const Ending* Find(std::string_view text, size_t at) const {
    const Range range = ranges_[Low12(text.substr(at, kHanBytes))];
    for (size_t i = range.begin; i < range.end; ++i) {
      if (StandsAt(text, at, endings_[i].text)) return &endings_[i];
    }
    return nullptr;
  }

 private:
  struct Range {
    uint8_t begin = 0, end = 0;
  };
  std::array<Ending, std::size(kBodyEndings)> endings_ = {};
  std::array<Range, 1u << 12> ranges_ = {};
};

// Whether some word of a list stands at a place; the list outlives it. Most places are passed over by one look at the
// character that stands there.
class WordList {
 public:
  template <class Words>
  explicit WordList(const Words& words) : words_(words) {
    for (const std::string_view word : words) first_[Low12(word)] = true;
  }
  bool StandsAt(std::string_view text, size_t pos) const {
    return pos + kHanBytes <= text.size() && first_[Low12(text.substr(pos, kHanBytes))] && AtAny(text, pos, words_);
  }

 private:
  std::array<bool, 1u << 12> first_ = {};
  std::span<const std::string_view> words_;
};

// What a word of the lists above may begin with, bits.
enum Opens : uint8_t { kOpensEnding = 1, kOpensTitle = 2, kOpensProduct = 4, kOpensDeed = 8, kOpensPurchase = 16 };
struct Opening {
  uint32_t at;
  uint8_t what;
};

// The places where some word of those lists may begin, found for all of them by one look at each character.
class OpeningTable {
 public:
  OpeningTable() {
    for (const Ending& ending : kBodyEndings) Add(ending.text, kOpensEnding);
    for (const std::string_view title : kPersonTitles) Add(title, kOpensTitle);
    for (const std::string_view kind : kProductKinds) Add(kind, kOpensProduct);
    for (const std::string_view deed : kRaisingDeeds) Add(deed, kOpensDeed);
    for (const std::string_view verb : kPurchases) Add(verb, kOpensPurchase);
  }

  std::vector<Opening> Find(std::string_view text) const {
    std::vector<Opening> found;
    for (size_t at = 0; at + kHanBytes <= text.size();) {
      const auto byte = static_cast<unsigned char>(text[at]);
      const bool han = byte >= 0xE4 && byte <= 0xE9;
      const uint8_t what = han ? han_[Low12(text.substr(at, kHanBytes))] : byte < 0x80 ? ascii_[byte] : uint8_t{0};
      if (what != 0) found.push_back({uint32_t(at), what});
      at += han ? kHanBytes : 1;
    }
    return found;
  }

 private:
  void Add(std::string_view word, uint8_t what) {
    const auto byte = static_cast<unsigned char>(word[0]);
    (byte < 0x80 ? ascii_[byte] : han_[Low12(word)]) |= what;
  }

  std::array<uint8_t, 1u << 12> han_ = {};
  std::array<uint8_t, 128> ascii_ = {};
};

// Grammar, verbs and marks: no name goes on across them.
bool StopsAt(std::string_view text, size_t pos) {
  static const WordList kList(kStops);
  return kList.StandsAt(text, pos);
}
bool WordStopsAt(std::string_view text, size_t pos) {
  static const WordList kList(kWordStops);
  return kList.StandsAt(text, pos);
}

void Emit(size_t begin, size_t end, EntityType type, std::vector<NameCandidate>& out) {
  NameCandidate c;
  c.span = {uint32_t(begin), uint32_t(end)};
  c.name = c.span;
  c.type = type;
  out.push_back(c);
}

// A name in quotation marks that says what it is: “欧洲技术主权方案”, “人工智能+”行动.
void FindQuoted(std::string_view text, std::vector<NameCandidate>& out) {
  constexpr std::array<std::string_view, 9> kInside = {"法案", "方案", "计划", "规划", "战略",
                                                       "行动", "条例", "倡议", "工程"};
  constexpr std::array<std::string_view, 7> kBehind = {"行动", "计划", "规划", "战略", "工程", "方案", "倡议"};
  constexpr size_t kNameBytesMax = 20 * kHanBytes;
  for (size_t open = text.find("\u201C"); open != std::string_view::npos; open = text.find("\u201C", open + 1)) {
    const size_t begin = open + kHanBytes, close = text.find("\u201D", begin);
    if (close == std::string_view::npos) return;
    if (close - begin > kNameBytesMax || close < begin + 2 * kHanBytes) continue;
    const std::string_view name = text.substr(begin, close - begin);
    if ((uint8_t(name.front()) & 0xF0) != 0xE0 && (name.front() < '0' || name.front() > '9')) continue;
    const size_t behind = close + kHanBytes;
    if (AtAny(text, behind, kBehind)) {
      Emit(open, behind + 2 * kHanBytes, EntityType::kLawOrProgram, out);
    } else if (name.size() >= 3 * kHanBytes &&
               std::any_of(kInside.begin(), kInside.end(), [&](std::string_view e) { return name.ends_with(e); })) {
      Emit(begin, close, EntityType::kLawOrProgram, out);
    }
  }
}

// "杭政函〔2025〕65号": the number of a document of state.
void FindDocumentNumbers(std::string_view text, std::vector<NameCandidate>& out) {
  constexpr std::string_view kOpen = "\u3014", kClose = "\u3015", kNumber = "号";
  constexpr size_t kCharactersMax = 8;
  for (size_t open = text.find(kOpen); open != std::string_view::npos; open = text.find(kOpen, open + 1)) {
    const auto digits = [&](size_t at) {
      const size_t end = std::min(text.find_first_not_of("0123456789", at), text.size());
      return end - at;
    };
    const size_t year = open + kOpen.size();
    if (digits(year) != 4 || !text.substr(year + 4).starts_with(kClose)) continue;
    const size_t number = year + 4 + kClose.size(), length = digits(number);
    if (length == 0 || length > 5 || !text.substr(number + length).starts_with(kNumber)) continue;
    size_t begin = open;
    while (begin >= kHanBytes && open - begin < kCharactersMax * kHanBytes) {
      const size_t previous = begin - kHanBytes;
      const bool han = uint8_t(text[previous]) >= 0xE4 && uint8_t(text[previous]) <= 0xE9;
      if (!han || StopsAt(text, previous) || WordStopsAt(text, previous - std::min(previous, kHanBytes))) break;
      begin = previous;
    }
    if (begin < open) Emit(begin, number + length + kNumber.size(), EntityType::kLawOrProgram, out);
  }
}

// 《意见》, 《行动方案》: the short title of a document named before, or nothing.
bool ShortTitle(std::string_view name) {
  return name.size() <= 2 * kHanBytes || name == "行动方案" || name == "行动计划" || name == "实施方案" ||
         name == "暂行办法" || name == "若干措施" || name == "实施意见" || name == "管理办法" || name == "发展规划";
}

void FindTitles(std::string_view text, std::vector<NameCandidate>& out) {
  std::vector<ByteSpan> full;  // titles so far, without what stands in brackets
  for (size_t open = text.find("《"); open != std::string_view::npos; open = text.find("《", open + 1)) {
    const size_t begin = open + kHanBytes, end = text.find("》", begin);
    if (end == std::string_view::npos) return;
    if (end - begin > kTitleBytesMax || end == begin) continue;
    const std::string_view title = text.substr(begin, end - begin);
    const size_t bracket =
        std::min(title.find("（"), title.find('('));  // "（2025年）", "（征求意见稿）" behind the name
    const std::string_view name = title.substr(0, bracket);
    const bool law = std::any_of(std::begin(kLawEndings), std::end(kLawEndings),
                                 [&](std::string_view e) { return name.ends_with(e); });
    if (!law) continue;
    Emit(begin, end, EntityType::kLawOrProgram, out);
    if (!ShortTitle(name)) {
      full.push_back({uint32_t(begin), uint32_t(end)});
      continue;
    }
    const auto meant = std::find_if(full.rbegin(), full.rend(), [&](ByteSpan t) {
      const std::string_view whole = t.in(text);
      return whole.substr(0, std::min(whole.find("（"), whole.find('('))).ends_with(name);
    });
    if (meant != full.rend()) out.back().name = *meant;
  }
}

// The first known name that begins at `at` or behind it; `known` is ordered by begin.
std::vector<KnownName>::const_iterator FirstFrom(const std::vector<KnownName>& known, size_t at) {
  return std::lower_bound(known.begin(), known.end(), at,
                          [](const KnownName& k, size_t b) { return k.span.begin < b; });
}

// Where the name that ends at `end` begins: behind the last stop, but not inside a known name.
size_t NameBegin(std::string_view text, size_t end, const std::vector<KnownName>& known) {
  size_t begin = end;
  while (begin >= kHanBytes && end - begin < kBodyBytesMax) {
    const size_t previous = begin - kHanBytes;
    const bool han = (uint8_t(text[previous]) & 0xF0) == 0xE0;
    if (!han || StopsAt(text, previous)) break;
    if (previous >= kHanBytes && WordStopsAt(text, previous - kHanBytes)) break;
    begin = previous;
  }
  // A place in front is the surest beginning: "上海市经济和信息化委员会".
  for (auto k = FirstFrom(known, begin); k != known.end() && k->span.begin < end; ++k) {
    if (k->span.end < end) return k->span.begin;
  }
  return begin;
}

bool KnownPlace(EntityType type) { return type == EntityType::kPlace || type == EntityType::kCountry; }

// "多家", "社会": what stands before a kind of body that is not named.
bool Generic(std::string_view name) {
  constexpr std::array<std::string_view, 34> kGeneric = {
      "一",   "两",   "三",   "多",   "各",   "该",   "本",   "某",   "几",   "数",   "这",   "那",
      "每",   "其",   "新",   "大型", "政府", "股权", "私募", "创业", "产业", "社会", "风险", "地方",
      "外资", "外国", "国有", "民营", "母公", "子公", "上市", "相关", "专项", "此"};
  return AtAny(name, 0, kGeneric);
}

// Whether nothing but kinds of business stands between the place in front and the ending.
bool Descriptive(std::string_view text, size_t begin, size_t end, const std::vector<KnownName>& known) {
  constexpr std::array<std::string_view, 24> kKinds = {
      "人工智能", "AI",   "初创", "科技", "芯片",   "半导体", "互联网", "上市", "国有",   "民营", "科创",   "技术",
      "汽车",     "软件", "企业", "大型", "机器人", "数据",   "金融",   "商业", "新能源", "本土", "生成式", "大模型"};
  size_t at = begin;
  for (auto k = FirstFrom(known, begin); k != known.end() && k->span.begin == begin; ++k) {
    if (k->span.end <= end && KnownPlace(k->type)) at = std::max(at, size_t(k->span.end));
  }
  if (at == begin || at == end) return false;
  while (at < end) {
    const auto kind = std::find_if(kKinds.begin(), kKinds.end(),
                                   [&](std::string_view w) { return text.substr(at, end - at).starts_with(w); });
    if (kind == kKinds.end()) return false;
    at += kind->size();
  }
  return true;
}

// Whether nothing of a name can follow at `at`.
bool HardEnd(std::string_view text, size_t at) {
  if (at >= text.size()) return true;
  const auto byte = static_cast<unsigned char>(text[at]);
  if (byte < 0xE4 || byte > 0xE9) return true;  // no Chinese character
  return StopsAt(text, at) || WordStopsAt(text, at);
}

// "公司", "独角兽": behind them stands the name of one. Where it begins, or 0.
size_t BehindKind(std::string_view text, size_t begin, size_t end) {
  constexpr std::string_view kKinds[] = {"公司", "企业",   "厂商",   "独角兽", "巨头",
                                         "龙头", "运营商", "服务商", "设备商"};
  const std::string_view words = text.substr(begin, end - begin);
  size_t behind = 0;
  for (const std::string_view kind : kKinds) {
    const size_t at = words.rfind(kind);
    if (at != std::string_view::npos && at + kind.size() + 2 * kHanBytes <= words.size())
      behind = std::max(behind, begin + at + kind.size());
  }
  return behind;
}

// Words that only look like an office: "入局", "布局".
bool Common(std::string_view text, size_t ending, size_t end) {
  constexpr std::string_view kCommon[] = {"入局", "布局", "格局", "结局", "大局", "僵局",
                                          "棋局", "全局", "出局", "时局", "破局", "开局"};
  return end - ending == kHanBytes && ending >= kHanBytes && AtAny(text, ending - kHanBytes, kCommon);
}

// "中科寒武纪科技股份有限公司": a known name, kinds of business and the legal form.
bool LegalNameOfKnown(std::string_view text, size_t begin, size_t end, const std::vector<KnownName>& known) {
  constexpr std::string_view kKinds[] = {"科技", "技术",   "智能",     "人工智能", "集成电路", "半导体", "微电子",
                                         "电子", "信息",   "网络",     "软件",     "数据",     "机器人", "控股",
                                         "集团", "制造",   "通信",     "通讯",     "产业",     "系统",   "股份",
                                         "中国", "云计算", "投资控股", "计算机"};
  for (auto k = FirstFrom(known, begin); k != known.end() && k->span.begin <= begin + 2 * kHanBytes; ++k) {
    if (k->type != kOrg || k->span.end >= end) continue;
    size_t at = k->span.end;
    while (at < end) {
      const auto kind = std::find_if(std::begin(kKinds), std::end(kKinds),
                                     [&](std::string_view w) { return text.substr(at, end - at).starts_with(w); });
      if (kind == std::end(kKinds)) break;
      at += kind->size();
    }
    if (at == end) return true;
  }
  return false;
}

// "美国半导体大厂高通公司", "中国大模型层公司": where a firm is from and what it does, and then a known name or none.
bool NamesAnother(std::string_view text, size_t begin, size_t end, const std::vector<KnownName>& known) {
  for (auto k = FirstFrom(known, begin + 1); k != known.end() && k->span.begin < end; ++k) {
    if (k->type == kOrg && k->span.end == end) return true;
  }
  constexpr std::string_view kTrades[] = {"大模型", "人工智能", "芯片", "半导体", "机器人", "AI", "科技", "互联网"};
  const auto first = FirstFrom(known, begin);
  const bool country = first != known.end() && first->span.begin == begin && first->type == EntityType::kCountry;
  const std::string_view words = text.substr(begin, end - begin);
  return country && std::any_of(std::begin(kTrades), std::end(kTrades),
                                [&](std::string_view w) { return words.find(w) != std::string_view::npos; });
}

// Whether a part of a sentence begins at `at`.
bool StartsPart(std::string_view text, size_t at) {
  if (at == 0 || text[at - 1] == '\n' || text[at - 1] == ',' || text[at - 1] == ' ') return true;
  constexpr std::string_view kMarks[] = {"。", "，", "；", "：", "　"};
  return at >= kHanBytes && AtAny(text, at - kHanBytes, kMarks);
}

void FindBodies(std::string_view text, const std::vector<Opening>& openings, const std::vector<KnownName>& known,
                std::vector<NameCandidate>& out) {
  static const EndingIndex kEndings;
  size_t behind = 0;  // the ending found last
  for (const Opening& opening : openings) {
    const size_t i = opening.at;
    if (i < behind || (opening.what & kOpensEnding) == 0) continue;
    const Ending* ending = kEndings.Find(text, i);
    if (ending == nullptr) continue;
    const size_t end = i + ending->text.size();
    const size_t begin = NameBegin(text, i, known);
    const size_t named = i - begin;  // bytes before the ending
    bool anchored = false, whole = false, body = false;
    for (auto k = FirstFrom(known, begin); k != known.end() && k->span.begin == begin; ++k) {
      anchored |= k->span.end <= i;
      whole |= k->span.end == i;
      body |= k->span.end <= i && k->type == kGov;
    }
    bool believed = ending->anchor == Anchor::kBody ? body : anchored;
    // A fund without a name in front is a mere description unless it is long: "人工智能产业投资基金".
    const size_t least = ending->type == EntityType::kFund ? 8 : 3;
    if (ending->anchor == Anchor::kNone)
      believed |= named >= least * kHanBytes && !Generic(text.substr(begin)) && HardEnd(text, end);
    if (ending->text == "科技") believed &= HardEnd(text, end);
    if (ending->text == "股份") believed = false;  // of whom? "腾讯股份"
    if (Common(text, i, end)) believed = false;
    // "脸书母公司", "亚马逊子公司": whose it is, and no name.
    constexpr std::string_view kKin[] = {"母", "子", "孙"};
    if (i - begin >= kHanBytes && AtAny(text, i - kHanBytes, kKin) &&
        (ending->text == "公司" || ending->text == "集团"))
      believed = false;
    // "芯片制造商闻泰科技": a known name that ends here is the name.
    for (auto k = FirstFrom(known, begin + 1); k != known.end() && k->span.begin < i; ++k) {
      if (k->span.end >= end) believed = false;
    }
    // "美国光通讯公司Infinera": the name proper stands behind.
    if (ending->text == "公司" && end < text.size() && IsAsciiUpper(text[end])) believed = false;
    // "北京人工智能公司" is where and what, and no name.
    if (ending->type == kOrg && anchored && Descriptive(text, begin, i, known)) believed = false;
    // "海尔集团与…": a short name with nothing in front.
    if (ending->text == "集团" && !Generic(text.substr(begin)) && named <= 4 * kHanBytes && HardEnd(text, end) &&
        StartsPart(text, begin))
      believed = true;
    // "英伟达公司" is the company that is known already, and so is "英伟达半导体科技（上海）有限公司".
    const bool company = whole && ending->type == kOrg;
    const bool known_firm = ending->type == kOrg && LegalNameOfKnown(text, begin, i, known);
    if (ending->text == "公司" && anchored && NamesAnother(text, begin, i, known)) believed = false;
    if (anchored && ending->text == "科技" && BehindKind(text, begin, i) != 0) believed = false;
    if (named >= 2 * kHanBytes && believed && !company && !known_firm) {
      Emit(begin, end, ending->type, out);
    } else if (ending->text == "科技" || ending->text == "股份") {
      const size_t introduced = BehindKind(text, begin, i);
      if (introduced != 0 && i - introduced <= 4 * kHanBytes) Emit(introduced, end, kOrg, out);
    }
    behind = end;
  }
}

void PersonAt(std::string_view text, size_t begin, std::vector<NameCandidate>& out) {
  if (begin + 2 * kHanBytes > text.size()) return;
  if (!kSurnames.Has(Decode(text, begin).value)) return;
  // Two or three characters, and then a word that can follow a person.
  constexpr std::array<std::string_view, 34> kBehind = {
      "表示", "称",   "说",   "，",   "在",   "宣布", "指出", "透露", "于",   "和",   "、",   "认为",
      "出席", "介绍", "主持", "强调", "会见", "会晤", "访问", "签署", "发表", "致辞", "参加", "率",
      "接受", "回应", "警告", "呼吁", "批评", "与",   "。",   "；",   "等",   "当天"};
  for (const size_t characters : {3, 2}) {
    const size_t end = begin + characters * kHanBytes;
    if (end > text.size() || !AtAny(text, end, kBehind)) continue;
    Emit(begin, end, EntityType::kPerson, out);
    return;
  }
}

void FindPersons(std::string_view text, const std::vector<Opening>& openings, std::vector<NameCandidate>& out) {
  const size_t before = out.size();
  for (const Opening& opening : openings) {
    if ((opening.what & kOpensTitle) == 0) continue;
    for (const std::string_view title : kPersonTitles) {
      if (StandsAt(text, opening.at, title)) PersonAt(text, opening.at + title.size(), out);
    }
  }
  // Named once behind a title, known everywhere.
  const size_t named = out.size();
  for (size_t i = before; i < named && i < before + kPersonsFollowed; ++i) {
    const std::string_view name = out[i].span.in(text);
    const size_t first = out[i].span.begin;  // Emit moves `out`
    for (size_t at = text.find(name); at != std::string_view::npos; at = text.find(name, at + name.size())) {
      if (at != first) Emit(at, at + name.size(), EntityType::kPerson, out);
    }
  }
}

// "Fable 5 模型": letters in front of a word for a product.
void FindProducts(std::string_view text, const std::vector<Opening>& openings, std::vector<NameCandidate>& out) {
  constexpr std::array<std::string_view, 12> kNoNames = {"AI",  "GPU", "CPU",  "NPU", "API", "APP",
                                                         "App", "LLM", "AIGC", "IT",  "AI+", "SoC"};
  const auto latin = [](char ch) {
    return IsAsciiLetter(ch) || IsAsciiDigit(ch) || ch == '-' || ch == '.' || ch == ' ';
  };
  constexpr size_t kBytesMax = 32;  // of a product's name
  for (const Opening& opening : openings) {
    const size_t at = opening.at;
    if (at < 2 || (opening.what & kOpensProduct) == 0) continue;
    const char before = text[at - 1] == ' ' ? text[at - 2] : text[at - 1];
    if (!latin(before) || !AtAny(text, at, kProductKinds)) continue;
    const size_t end = text[at - 1] == ' ' ? at - 1 : at;
    size_t begin = end;
    while (begin > 0 && end - begin < kBytesMax && latin(text[begin - 1])) --begin;
    while (begin < end && !IsAsciiUpper(text[begin])) ++begin;
    const std::string_view name = text.substr(begin, end - begin);
    const std::string_view last = name.substr(name.rfind(' ') + 1);  // all of it when there is no space
    if (name.size() < 2 || std::find(kNoNames.begin(), kNoNames.end(), last) != kNoNames.end()) continue;
    Emit(begin, end, EntityType::kProduct, out);
  }
}

// "布鲁斯·施奈尔": parts of characters that foreign names are written with, joined by a dot.
void FindForeignPersons(std::string_view text, std::vector<NameCandidate>& out) {
  static constexpr HanSet kSounds(
      U"阿埃艾爱安奥巴白班邦保鲍贝本比彼毕宾波伯博勃布达戴丹道德邓迪丁杜多厄恩尔发法范菲费芬弗福夫富盖甘冈高戈哥格古瓜"
      U"圭"
      U"哈海汉豪赫"
      U"黑亨洪侯胡华怀惠霍基吉季加贾简杰捷金津久卡凯坎康考柯科可克肯孔库夸奎拉莱赖兰朗劳勒雷黎里丽莉利连列林琳留隆卢鲁"
      U"路"
      U"伦罗洛马玛"
      U"迈麦曼芒毛梅门蒙米密明摩莫默姆穆娜纳娅内嫩尼年涅宁纽农努诺欧帕潘庞佩彭皮平珀普奇乔切琼丘让热仁荣茹儒瑞若萨塞赛"
      U"桑"
      U"瑟森沙山珊尚"
      U"绍舍什史舒斯丝苏索塔泰坦汤唐陶特滕提蒂廷图托瓦万旺威韦维魏温翁沃乌武西希夏香肖谢辛欣休许雅亚扬耶叶伊依易英尤于"
      U"约"
      U"泽扎詹朱祖佐卓兹"
      U"孜茨策察蔡查柴昌彻楚川崔措代岛东顿敦坡婷婕妮缇薇蕾琪茜萍虹露洁君娃妲琦");
  constexpr std::string_view kDot = "\u00B7";
  const auto sounds = [&](size_t at) { return kSounds.Has(Decode(text, at).value); };
  for (size_t dot = text.find(kDot); dot != std::string_view::npos;) {
    size_t begin = dot, end = dot + kDot.size();
    while (begin >= kHanBytes && dot - begin < 5 * kHanBytes && sounds(begin - kHanBytes)) begin -= kHanBytes;
    size_t part = end;
    while (end - part < 6 * kHanBytes) {
      if (sounds(end)) {
        end += kHanBytes;
      } else if (text.substr(end).starts_with(kDot) && end > part && sounds(end + kDot.size())) {
        end += kDot.size();
        part = end;
      } else {
        break;
      }
    }
    if (begin < dot && end > dot + kDot.size() + kHanBytes) Emit(begin, end, EntityType::kPerson, out);
    dot = text.find(kDot, std::max(end, dot + kDot.size()));
  }
}

// Whether some known name shares a byte with the span.
bool Overlaps(const std::vector<KnownName>& known, size_t begin, size_t end) {
  constexpr size_t kLongest = 40 * kHanBytes;
  for (auto k = FirstFrom(known, begin - std::min(begin, kLongest)); k != known.end() && k->span.begin < end; ++k) {
    if (k->span.end > begin) return true;
  }
  return false;
}

// "逐浪动力宣布完成2亿元B轮融资": who raised money, filed a prospectus: the first words of the part up to the verb.
void FindRaisers(std::string_view text, const std::vector<Opening>& openings, const std::vector<KnownName>& known,
                 std::vector<NameCandidate>& out) {
  constexpr std::string_view kVerbs[] = {"完成", "获得", "获", "拿下", "递交", "提交"};
  constexpr std::string_view kEnds[] = {"宣布", "近日", "日前", "近期", "今日", "今天", "已",   "也",   "又",
                                        "再",   "均",   "都",   "亦",   "在",   "于",   "正式", "刚刚", "连续",
                                        "成功", "顺利", "完成", "获得", "获",   "拿下", "递交", "提交", "向",
                                        "（",   "(",    "年初", "年底", "目前", "同日"};
  constexpr std::string_view kNoNames[] = {"公司", "本轮", "该",   "此",   "其",   "多家", "企业", "我们",
                                           "行业", "去年", "今年", "目前", "同时", "项目", "累计", "本次",
                                           "双方", "国内", "全年", "资本", "机构", "平台", "集团", "两家",
                                           "三家", "全球", "中国", "上半", "下半", "首个"};
  static constexpr std::string_view kMarks[] = {"。", "，", "；", "、", "：", "！", "？", "“", "”", "》"};
  static const WordList kPartMarks(kMarks);
  constexpr size_t kReach = 40 * kHanBytes, kNameMax = 8 * kHanBytes;
  for (const Opening& opening : openings) {
    const size_t at = opening.at;
    if ((opening.what & kOpensDeed) == 0 || !AtAny(text, at, kRaisingDeeds)) continue;
    size_t part = at;  // where the part begins
    while (part > 0 && at - part < kReach) {
      const auto before = static_cast<unsigned char>(text[part - 1]);
      if (before == '\n' || before == ',' || before == ';') break;
      if (part >= kHanBytes && kPartMarks.StandsAt(text, part - kHanBytes)) break;
      --part;
    }
    if (at - part >= kReach) continue;
    size_t begin = part, end = part;
    // "“锐步动力”宣布完成": the name stands inside the marks.
    if (text.substr(0, part).ends_with("\u201D")) {
      const size_t from = part - std::min(part, kNameMax + 2 * kHanBytes);
      const size_t open = text.substr(from, part - from).rfind("\u201C");
      if (open != std::string_view::npos) {
        begin = from + open + kHanBytes;
        end = part - kHanBytes;
      }
    }
    while (begin == part && end < at && !AtAny(text, end, kEnds)) ++end;
    if (const size_t behind = BehindKind(text, begin, end); behind != 0) begin = behind;
    while (begin < end && text[begin] == ' ') ++begin;
    while (end > begin && text[end - 1] == ' ') --end;
    if (end - begin < 2 * kHanBytes || end - begin > kNameMax) continue;
    bool done = false;
    for (size_t i = end; i < at && !done; ++i) done = AtAny(text, i, kVerbs);
    bool plain = done && (uint8_t(text[begin]) & 0xF0) == 0xE0 && !AtAny(text, begin, kNoNames);
    for (size_t i = begin; i < end && plain; ++i) plain = !StopsAt(text, i) && !WordStopsAt(text, i) && text[i] != '%';
    if (plain && !Overlaps(known, begin, end)) Emit(begin, end, kOrg, out);
  }
}

// "收购高塔半导体": what is bought and ends like a company is one.
void FindBought(std::string_view text, const std::vector<Opening>& openings, const std::vector<KnownName>& known,
                std::vector<NameCandidate>& out) {
  constexpr std::string_view kTrades[] = {"半导体", "微电子", "机器人", "集成电路", "科技", "智能", "电子",
                                          "软件",   "技术",   "光电",   "信息",     "网络", "股份"};
  constexpr std::string_view kKinds[] = {"人工智能", "芯片", "自动驾驶", "数据", "一",   "多",  "其",
                                         "该",       "两",   "三",       "国",   "海外", "境外"};
  constexpr size_t kNameMax = 8 * kHanBytes, kVerb = 2 * kHanBytes, kLeast = 2 * kHanBytes;
  for (const Opening& opening : openings) {
    const size_t at = opening.at;
    if ((opening.what & kOpensPurchase) == 0 || !AtAny(text, at, kPurchases)) continue;
    const size_t begin = at + kVerb;
    if (AtAny(text, begin, kKinds) || AtAny(text, begin, kTrades)) continue;
    size_t end = begin, stop = 0;
    while (end < text.size() && end - begin < kNameMax && (uint8_t(text[end]) & 0xF0) == 0xE0 && !StopsAt(text, end) &&
           !WordStopsAt(text, end)) {
      for (const std::string_view trade : kTrades) {
        if (end - begin >= kLeast && text.substr(end).starts_with(trade)) stop = end + trade.size();
      }
      end += kHanBytes;
    }
    if (stop != 0 && stop - begin <= kNameMax && !Overlaps(known, begin, stop)) Emit(begin, stop, kOrg, out);
  }
}

// "一家名为蓝芸科技的公司".
void FindCalled(std::string_view text, const std::vector<KnownName>& known, std::vector<NameCandidate>& out) {
  constexpr std::string_view kCalled = "家名为", kOpen = "\u201C";
  constexpr size_t kNameMax = 12 * kHanBytes;
  for (size_t at = text.find(kCalled); at != std::string_view::npos; at = text.find(kCalled, at + kCalled.size())) {
    size_t begin = at + kCalled.size();
    if (text.substr(begin).starts_with(kOpen)) begin += kOpen.size();
    size_t end = begin;
    while (end < text.size() && end - begin <= kNameMax && !StopsAt(text, end)) ++end;
    if (end - begin >= 2 * kHanBytes && end - begin <= kNameMax && !Overlaps(known, begin, end))
      Emit(begin, end, kOrg, out);
  }
}

}  // namespace

void FindChineseNames(std::string_view text, const std::vector<KnownName>& known, std::vector<NameCandidate>& out) {
  static const OpeningTable kOpenings;
  const std::vector<Opening> openings = kOpenings.Find(text);
  FindTitles(text, out);
  FindQuoted(text, out);
  FindDocumentNumbers(text, out);
  FindBodies(text, openings, known, out);
  FindRaisers(text, openings, known, out);
  FindBought(text, openings, known, out);
  FindCalled(text, known, out);
  FindProducts(text, openings, out);
  FindPersons(text, openings, out);
  FindForeignPersons(text, out);
}

}  // namespace tocsin
