#include "nlp/mentions/qualifiers.h"

#include <array>
#include <bit>
#include <initializer_list>

#include "nlp/text/cursor.h"

namespace tocsin {
namespace {

struct Row {
  std::string_view words;
  Qualifier qualifier;
};

// English rows are in lower case, words separated by one space; longer before shorter.
constexpr Row kBefore[] = {
    {"no less than", Qualifier::kAtLeast},
    {"not less than", Qualifier::kAtLeast},
    {"no fewer than", Qualifier::kAtLeast},
    {"at least", Qualifier::kAtLeast},
    {"a minimum of", Qualifier::kAtLeast},
    {"upwards of", Qualifier::kAtLeast},
    {"starting at", Qualifier::kAtLeast},
    {"no more than", Qualifier::kUpTo},
    {"not more than", Qualifier::kUpTo},
    {"not exceeding", Qualifier::kUpTo},
    {"as much as", Qualifier::kUpTo},
    {"as many as", Qualifier::kUpTo},
    {"as high as", Qualifier::kUpTo},
    {"at most", Qualifier::kUpTo},
    {"a maximum of", Qualifier::kUpTo},
    {"up to", Qualifier::kUpTo},
    {"reach", Qualifier::kUpTo},
    {"more than", Qualifier::kMoreThan},
    {"greater than", Qualifier::kMoreThan},
    {"higher than", Qualifier::kMoreThan},
    {"well over", Qualifier::kMoreThan},
    {"in excess of", Qualifier::kMoreThan},
    {"over", Qualifier::kMoreThan},
    {"above", Qualifier::kMoreThan},
    {"exceeding", Qualifier::kMoreThan},
    {"exceeds", Qualifier::kMoreThan},
    {"exceed", Qualifier::kMoreThan},
    {"exceeded", Qualifier::kMoreThan},
    {"topping", Qualifier::kMoreThan},
    {"surpassing", Qualifier::kMoreThan},
    {"less than", Qualifier::kLessThan},
    {"fewer than", Qualifier::kLessThan},
    {"lower than", Qualifier::kLessThan},
    {"under", Qualifier::kLessThan},
    {"below", Qualifier::kLessThan},
    {"nearly", Qualifier::kNearly},
    {"almost", Qualifier::kNearly},
    {"just under", Qualifier::kNearly},
    {"close to", Qualifier::kNearly},
    {"about", Qualifier::kApprox},
    {"around", Qualifier::kApprox},
    {"roughly", Qualifier::kApprox},
    {"approximately", Qualifier::kApprox},
    {"approx", Qualifier::kApprox},
    {"approx.", Qualifier::kApprox},
    {"some", Qualifier::kApprox},
    {"an estimated", Qualifier::kApprox},
    {"estimated", Qualifier::kApprox},
    {"circa", Qualifier::kApprox},
    {"in the region of", Qualifier::kApprox},
    {"on the order of", Qualifier::kApprox},
    {"~", Qualifier::kApprox},
    {">", Qualifier::kMoreThan},
    {"<", Qualifier::kLessThan},
};
constexpr Row kBeforeHan[] = {
    {"不低于", Qualifier::kAtLeast}, {"不少于", Qualifier::kAtLeast}, {"不低於", Qualifier::kAtLeast},
    {"不少於", Qualifier::kAtLeast}, {"至少", Qualifier::kAtLeast},   {"不超过", Qualifier::kUpTo},
    {"不超過", Qualifier::kUpTo},    {"不高于", Qualifier::kUpTo},    {"最高可达", Qualifier::kUpTo},
    {"最高达", Qualifier::kUpTo},    {"最高", Qualifier::kUpTo},      {"最多", Qualifier::kUpTo},
    {"至多", Qualifier::kUpTo},      {"上限达", Qualifier::kUpTo},    {"上限为", Qualifier::kUpTo},
    {"高达", Qualifier::kUpTo},      {"高達", Qualifier::kUpTo},      {"最高补贴", Qualifier::kUpTo},
    {"最高补助", Qualifier::kUpTo},  {"超过", Qualifier::kMoreThan},  {"超過", Qualifier::kMoreThan},
    {"突破", Qualifier::kMoreThan},  {"高于", Qualifier::kMoreThan},  {"逾", Qualifier::kMoreThan},
    {"超", Qualifier::kMoreThan},    {"多于", Qualifier::kMoreThan},  {"大于", Qualifier::kMoreThan},
    {"不到", Qualifier::kLessThan},  {"不足", Qualifier::kLessThan},  {"低于", Qualifier::kLessThan},
    {"低於", Qualifier::kLessThan},  {"少于", Qualifier::kLessThan},  {"少於", Qualifier::kLessThan},
    {"小于", Qualifier::kLessThan},  {"接近", Qualifier::kNearly},    {"将近", Qualifier::kNearly},
    {"將近", Qualifier::kNearly},    {"近", Qualifier::kNearly},      {"大约", Qualifier::kApprox},
    {"大約", Qualifier::kApprox},    {"约合", Qualifier::kApprox},    {"约为", Qualifier::kApprox},
    {"约", Qualifier::kApprox},      {"約", Qualifier::kApprox},      {"大概", Qualifier::kApprox},
};
constexpr Row kAfter[] = {
    {"or more", Qualifier::kAtLeast},  {"and above", Qualifier::kAtLeast}, {"or higher", Qualifier::kAtLeast},
    {"or above", Qualifier::kAtLeast}, {"or less", Qualifier::kUpTo},      {"or so", Qualifier::kApprox},
    {"or fewer", Qualifier::kUpTo},
};
constexpr Row kAfterHan[] = {
    {"及以上", Qualifier::kAtLeast}, {"以上", Qualifier::kAtLeast}, {"左右", Qualifier::kApprox},
    {"上下", Qualifier::kApprox},    {"以下", Qualifier::kUpTo},    {"以内", Qualifier::kUpTo},
    {"以內", Qualifier::kUpTo},
};

// True when the words of `phrase` end at `end`, any case, one blank for each space.
bool PhraseEndsAt(std::string_view text, size_t end, std::string_view phrase, size_t& begin) {
  if (end < phrase.size()) return false;
  begin = end - phrase.size();
  if (AsciiLower(text[end - 1]) != phrase.back()) return false;
  for (size_t i = 0; i < phrase.size(); ++i) {
    if (AsciiLower(text[begin + i]) != phrase[i]) return false;
  }
  return !IsAsciiLetter(phrase.front()) || !WordCharBefore(text, begin);
}

// The rows of a table by the last byte of their words, a bit for each.
template <size_t N>
struct RowsByEnd {
  static_assert(N <= 64);
  std::array<uint64_t, 256> rows{};
  constexpr explicit RowsByEnd(const Row (&table)[N]) {
    for (size_t i = 0; i < N; ++i) rows[static_cast<unsigned char>(table[i].words.back())] |= uint64_t{1} << i;
  }
};
constexpr RowsByEnd kBeforeByEnd(kBefore);
constexpr RowsByEnd kBeforeHanByEnd(kBeforeHan);

// The longest row whose words end at `end` by `ends_at`, which sets where they begin.
template <class EndsAt>
QualifierWord LongestBefore(uint64_t rows, const Row* table, size_t end, EndsAt ends_at) {
  const Row* best = nullptr;
  size_t begin = 0;
  for (; rows != 0; rows &= rows - 1) {
    const Row& row = table[std::countr_zero(rows)];
    if (best != nullptr && row.words.size() <= best->words.size()) continue;
    size_t at = 0;
    if (!ends_at(row.words, at)) continue;
    best = &row;
    begin = at;
  }
  return best == nullptr ? QualifierWord{} : QualifierWord{best->qualifier, {uint32_t(begin), uint32_t(end)}};
}

QualifierWord Before(std::string_view text, size_t begin) {
  const size_t end = SkipBlanksBack(text, begin);
  if (end == 0) return {};
  const auto last = static_cast<unsigned char>(text[end - 1]);
  if (last >= 0x80) {
    return LongestBefore(kBeforeHanByEnd.rows[last], kBeforeHan, end, [&](std::string_view words, size_t& at) {
      at = end - words.size();
      return EndsWith(text, end, words);
    });
  }
  return LongestBefore(kBeforeByEnd.rows[static_cast<unsigned char>(AsciiLower(char(last)))], kBefore, end,
                       [&](std::string_view words, size_t& at) { return PhraseEndsAt(text, end, words, at); });
}

QualifierWord After(std::string_view text, size_t end) {
  const char first = ByteAt(text, end);
  if (first > ' ' || first == '\n' || first == '\0') return {};
  for (const Row& row : kAfterHan) {
    if (StartsWith(text, end, row.words)) return {row.qualifier, {uint32_t(end), uint32_t(end + row.words.size())}};
  }
  const size_t begin = SkipBlanks(text, end);
  if (begin == end || AsciiLower(ByteAt(text, begin)) > 'o') return {};
  for (const Row& row : kAfter) {
    if (WordAt(text, begin, row.words)) return {row.qualifier, {uint32_t(begin), uint32_t(begin + row.words.size())}};
  }
  return {};
}

Per PerWord(std::string_view word) {
  const Folded w(word);
  struct Unit {
    std::string_view word;
    Per per;
  };
  static constexpr Unit kUnits[] = {{"year", Per::kYear},   {"annum", Per::kYear},  {"quarter", Per::kQuarter},
                                    {"month", Per::kMonth}, {"week", Per::kWeek},   {"day", Per::kDay},
                                    {"hour", Per::kHour},   {"share", Per::kShare}, {"unit", Per::kUnit}};
  for (const Unit& u : kUnits) {
    if (w.view() == u.word) return u.per;
  }
  return Per::kNone;
}

// What "each" and "apiece" count: shares when the words of the clause before the sum do.
Per EachOf(std::string_view text, size_t begin) {
  constexpr size_t kClauseBytesMax = 120;
  std::string_view before = text.substr(0, begin);
  if (before.size() > kClauseBytesMax) before.remove_prefix(before.size() - kClauseBytesMax);
  // A dot that ends a sentence has a blank behind it.
  for (std::string_view end : {". ", "; ", "\n"}) {
    if (const size_t at = before.rfind(end); at != std::string_view::npos) before.remove_prefix(at + end.size());
  }
  for (std::string_view shares : {"shares", "stocks", "ADSs", "ADRs", "warrants"}) {
    for (size_t at = before.find(shares); at != std::string_view::npos; at = before.find(shares, at + 1)) {
      if (!WordCharBefore(before, at) && !WordCharAt(before, at + shares.size())) return Per::kShare;
    }
  }
  return Per::kUnit;
}

Per PerAfter(std::string_view text, size_t begin, size_t end) {
  const size_t at = SkipBlanks(text, end);
  if (ByteAt(text, at) == '/') {
    const std::string_view word = LettersAt(text, at + 1);
    const Per per = PerWord(word);
    return per == Per::kNone && !word.empty() && IsAsciiLower(word[0]) ? Per::kUnit : per;
  }
  if (static_cast<unsigned char>(ByteAt(text, at)) >= 0x80) return Per::kNone;
  if (WordAt(text, at, "apiece")) return EachOf(text, begin);
  for (std::string_view lead : WordList{"a", "an", "per", "each", "every"}) {
    if (!WordAt(text, at, lead)) continue;
    const size_t next = SkipBlanks(text, at + lead.size());
    const Per per = PerWord(LettersAt(text, next));
    if (per != Per::kNone) return per;
    if (lead == "each") return EachOf(text, begin);
    return lead == "per" && WordCharAt(text, next) ? Per::kUnit : Per::kNone;  // "per chip", "per 1,000 tokens"
  }
  if (WordAt(text, at, "annually") || WordAt(text, at, "yearly")) return Per::kYear;
  return WordAt(text, at, "monthly") ? Per::kMonth : Per::kNone;
}

struct HanPer {
  std::string_view words;
  Per per;
};
constexpr HanPer kPerBeforeHan[] = {
    {"每股", Per::kShare}, {"每年", Per::kYear}, {"年均", Per::kYear}, {"每月", Per::kMonth}, {"每周", Per::kWeek},
    {"每天", Per::kDay},   {"每日", Per::kDay},  {"每台", Per::kUnit}, {"每辆", Per::kUnit},  {"每颗", Per::kUnit},
    {"每枚", Per::kUnit},  {"每片", Per::kUnit}, {"每张", Per::kUnit}, {"每套", Per::kUnit},  {"每件", Per::kUnit},
    {"每个", Per::kUnit},  {"每人", Per::kUnit}, {"每吨", Per::kUnit}, {"每家", Per::kUnit},
};
constexpr HanPer kPerAfterHan[] = {
    {"/股", Per::kShare}, {"一股", Per::kShare}, {"/年", Per::kYear}, {"/月", Per::kMonth},
    {"/台", Per::kUnit},  {"一台", Per::kUnit},  {"/辆", Per::kUnit}, {"一辆", Per::kUnit},
    {"/颗", Per::kUnit},  {"一颗", Per::kUnit},  {"/片", Per::kUnit}, {"/张", Per::kUnit},
    {"一张", Per::kUnit}, {"/套", Per::kUnit},   {"/人", Per::kUnit}, {"/吨", Per::kUnit},
};

}  // namespace

QualifierWord FindQualifier(std::string_view text, size_t begin, size_t end) {
  const QualifierWord before = Before(text, begin);
  return before.qualifier != Qualifier::kExact ? before : After(text, end);
}

Per FindPer(std::string_view text, size_t begin, size_t end) {
  const size_t at = SkipBlanks(text, end);
  for (const HanPer& row : kPerAfterHan) {
    if (StartsWith(text, at, row.words)) return row.per;
  }
  if (const Per after = PerAfter(text, begin, end); after != Per::kNone) return after;
  if (const QualifierWord q = Before(text, begin); q.qualifier != Qualifier::kExact) begin = q.span.begin;
  for (const HanPer& row : kPerBeforeHan) {
    if (EndsWith(text, begin, row.words)) return row.per;
  }
  return Per::kNone;
}

}  // namespace tocsin
