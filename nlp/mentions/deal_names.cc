// Companies that only a deal gives away: "in talks to buy Windsurf", "OpenRouter raises $113M", "收购 Astral".
//
// A startup is news before any pack knows it. What is bought, backed or raises money is an organisation, so a name
// that nothing else tells about is taken for one right behind such a word, or right before it.
#include <algorithm>
#include <array>

#include "nlp/mentions/deal_words.h"
#include "nlp/mentions/name_candidate.h"
#include "nlp/mentions/name_shapes.h"
#include "nlp/mentions/name_words.h"
#include "nlp/text/characters.h"

namespace tocsin {
namespace {

constexpr size_t kNameWordsMax = 3;
constexpr size_t kDescriptionMax = 6;  // words between the verb and the name: "buy the AI coding tool Windsurf"
// No part of a company's name that nobody knows: such words tell of something else.
constexpr uint32_t kOtherThings = kCalendarWord | kPeopleAdjective | kPlaceNoun | kLawNoun | kGovernmentNoun |
                                  kEventNoun | kOpensSentence | kMayOpenName | kPersonTitle | kStopsPerson;

template <size_t N>
bool In(const std::array<std::string_view, N>& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

template <size_t N>
bool InFolded(const std::array<std::string_view, N>& words, std::string_view word) {
  return std::any_of(words.begin(), words.end(), [&](std::string_view w) {
    return w.size() == word.size() &&
           std::equal(w.begin(), w.end(), word.begin(), [](char a, char b) { return a == AsciiLower(b); });
  });
}

class DealNames {
 public:
  DealNames(std::string_view text, const Annotations& read, const std::vector<KnownName>& known,
            std::vector<NameCandidate>& out)
      : text_(text), tokens_(read.tokens), words_(read.words), known_(known), out_(out) {}

  void ReadSentence(size_t first, size_t last) {
    first_ = first;
    last_ = last;
    for (size_t i = first; i < last; ++i) {
      if (tokens_[i].kind != TokenKind::kWord) continue;
      if (const size_t behind = DealEnd(i); behind != i) ReadObject(behind);
      if (!OpensName(i)) continue;
      const size_t end = NameEnd(i);
      if (RaisesBehind(end) || ChineseDealAround(i, end)) Emit(i, end);
      i = end - 1;
    }
  }

 private:
  std::string_view Word(size_t i) const { return i >= first_ && i < last_ ? tokens_[i].span.in(text_) : ""; }
  bool Is(size_t i, uint8_t deals) const { return i >= first_ && i < last_ && (words_[i].deals & deals) != 0; }
  bool IsName(size_t i) const {
    return i < last_ && tokens_[i].kind == TokenKind::kWord && tokens_[i].capital && Word(i).size() > 1 &&
           (tokens_[i].plain || !LooksCompoundAdjective(Word(i)));
  }
  bool OpensName(size_t i) const {
    return IsName(i) && !(i > first_ && IsName(i - 1) && tokens_[i].span.begin <= tokens_[i - 1].span.end + 1);
  }

  size_t NameEnd(size_t i) const {
    size_t end = i + 1;
    for (;;) {
      const bool joined = Word(end) == "&" && IsName(end + 1);  // "Weights & Biases"
      if (!IsName(end + joined) || tokens_[end].span.begin != tokens_[end - 1].span.end + 1) return end;
      end += joined + 1;
    }
  }

  // Behind the verb that takes a company as its object, or `i`.
  size_t DealEnd(size_t i) const {
    if (!Is(i, kBuys | kDeals)) return i;
    if (Is(i, kBuys)) return i + 1;
    return Is(i + 1, kJoins) ? i + 2 : i;
  }

  // "buy [the AI coding tool] Windsurf"
  void ReadObject(size_t at) {
    size_t i = at;
    while (i < last_ && i < at + kDescriptionMax && Describes(i)) ++i;
    if (!OpensName(i) && !IsName(i)) return;
    Emit(i, NameEnd(i));
  }

  bool Describes(size_t i) const {
    if (tokens_[i].kind == TokenKind::kHan) return false;
    constexpr std::array<std::string_view, 8> kCapital = {"ai",      "us",       "uk",        "eu",
                                                          "startup", "start-up", "chipmaker", "rival"};
    if (InFolded(kCapital, Word(i))) return true;
    if (tokens_[i].kind != TokenKind::kWord || tokens_[i].capital) return false;
    // Words of grammar end the noun phrase; "its", "a" and "the" begin it.
    constexpr std::array<std::string_view, 20> kEnds = {"and",  "or",    "for",   "from", "to",  "at",  "by",
                                                        "with", "that",  "which", "in",   "on",  "as",  "of",
                                                        "into", "after", "when",  "than", "but", "will"};
    return !In(kEnds, Word(i));
  }

  // "OpenRouter raises $113M", "Acme has closed a $2 billion round"
  bool RaisesBehind(size_t end) const {
    size_t i = end;
    while (i < end + 4 && Is(i, kBetween)) ++i;
    if (!Is(i, kRaises)) return false;
    for (size_t j = i + 1; j < last_ && j < i + 7; ++j) {
      const std::string_view w = Word(j);
      if (w == "$" || w == "€" || w == "£" || w.ends_with('$') || Is(j, kMoney)) return true;
      if (tokens_[j].kind == TokenKind::kPunct && w != "-") return false;
    }
    return false;
  }

  // Chinese names of deals around a name in Latin letters, spaced or not: "收购 AI 安全平台 Promptfoo", "OpenRouter
  // 传拟融资".
  bool ChineseDealAround(size_t first, size_t end) const {
    if (!HanAt(first == first_ ? last_ : first - 1) && !HanAt(end)) return false;
    return ChineseDealBefore(first) || ChineseDealBehind(end);
  }

  bool HanAt(size_t i) const { return i >= first_ && i < last_ && tokens_[i].kind == TokenKind::kHan; }

  bool ChineseDealBefore(size_t first) const {
    constexpr std::array<std::string_view, 7> kBuys = {"收购", "入股", "投资", "并购", "买下", "领投方为", "注资"};
    constexpr size_t kFarthest = 12;  // characters of a description between verb and name
    size_t i = first;
    for (size_t n = 0; n < kFarthest && i > first_; ++n) {
      --i;
      const std::string_view w = Word(i);
      if (tokens_[i].kind == TokenKind::kPunct && w != "\"" && w != "“" && w != "「") return false;
      if (w == "了" || w == "的" || tokens_[i].kind == TokenKind::kWord) continue;
      const std::string_view before =
          text_.substr(tokens_[first_].span.begin, tokens_[i].span.end - tokens_[first_].span.begin);
      if (std::any_of(kBuys.begin(), kBuys.end(), [&](std::string_view v) { return before.ends_with(v); })) return true;
    }
    return false;
  }

  bool ChineseDealBehind(size_t end) const {
    if (end >= last_) return false;
    constexpr std::array<std::string_view, 16> kBetween = {"宣布", "官方", "传", "正式", "已", "近日", "日前", "拟",
                                                           "计划", "今日", "将", "正",   "就", "或",   "再",   "首次"};
    constexpr std::array<std::string_view, 10> kDone = {"完成", "获",   "寻求", "筹集", "募集",
                                                        "融资", "提交", "递交", "冲刺", "启动"};
    constexpr std::array<std::string_view, 9> kWhat = {"融资", "轮",   "投资", "上市", "IPO",
                                                       "美元", "招股", "领投", "亿元"};
    constexpr size_t kBehindBytes = 90;
    std::string_view rest =
        text_.substr(tokens_[end - 1].span.end, tokens_[last_ - 1].span.end - tokens_[end - 1].span.end);
    for (bool more = true; more;) {
      more = false;
      while (rest.starts_with(' ')) rest.remove_prefix(1);
      for (const std::string_view word : kBetween) {
        if (!rest.starts_with(word)) continue;
        rest.remove_prefix(word.size());
        more = true;
      }
    }
    if (std::none_of(kDone.begin(), kDone.end(), [&](std::string_view v) { return rest.starts_with(v); })) return false;
    const std::string_view near = rest.substr(0, std::min(kBehindBytes, rest.find("。")));
    return std::any_of(kWhat.begin(), kWhat.end(), [&](std::string_view w) { return near.find(w) != near.npos; });
  }

  void Emit(size_t first, size_t end) {
    constexpr std::array<std::string_view, 7> kCues = {"startup", "start-up", "chipmaker", "company",
                                                       "rival",   "unicorn",  "firm"};
    while (first < end && InFolded(kCues, Word(first))) ++first;  // headlines: "Buy Startup Windsurf"
    if (first == end || end - first > kNameWordsMax) return;
    const bool acronym = tokens_[first].all_caps && !(tokens_[first].span.size() >= 4 && ChineseDealBefore(first));
    if (end - first == 1 && (acronym || InFolded(std::array<std::string_view, 1>{"ai"}, Word(first)))) return;
    for (size_t i = first; i < end; ++i) {
      if (words_[i].names & kOtherThings) return;
    }
    const ByteSpan span{tokens_[first].span.begin, tokens_[end - 1].span.end};
    if (Overlaps(span)) return;
    NameCandidate c;
    c.span = span;
    c.name = span;
    out_.push_back(std::move(c));
  }

  // Whether a pack knows the name or a part of it.
  bool Overlaps(ByteSpan span) const {
    constexpr int kNested = 8;  // names that may begin inside one another
    auto at = std::lower_bound(known_.begin(), known_.end(), span.end,
                               [](const KnownName& k, uint32_t b) { return k.span.begin < b; });
    for (int n = 0; n < kNested && at != known_.begin(); ++n) {
      if ((--at)->span.end > span.begin) return true;
    }
    return false;
  }

  std::string_view text_;
  const std::vector<Token>& tokens_;
  const std::vector<WordFacts>& words_;
  const std::vector<KnownName>& known_;
  std::vector<NameCandidate>& out_;
  size_t first_ = 0, last_ = 0;
};

}  // namespace

void FindDealNames(std::string_view text, const Annotations& read, const std::vector<KnownName>& known,
                   std::vector<NameCandidate>& out) {
  DealNames finder(text, read, known, out);
  ForEachSentence(read, [&](size_t first, size_t last) { finder.ReadSentence(first, last); });
}

}  // namespace tocsin
