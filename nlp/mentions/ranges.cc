#include "nlp/mentions/ranges.h"

#include "nlp/text/cursor.h"

namespace tocsin {
namespace {

constexpr std::string_view kDashes[] = {"\u2014\u2014", "\u2013", "\u2014", "\u2212", "\uFF0D",
                                        "\uFF5E",       "\u301C", "-",      "~"};
constexpr std::string_view kHanTo[] = {"至", "到"};

bool WordBefore(std::string_view text, size_t begin, std::string_view word) {
  const size_t end = SkipBlanksBack(text, begin);
  return end >= word.size() && WordAt(text, end - word.size(), word) && !WordCharBefore(text, end - word.size());
}

}  // namespace

RangeLink ReadRangeLink(std::string_view text, size_t pos) {
  const size_t at = SkipBlanks(text, pos);
  const char first = AsciiLower(ByteAt(text, at));
  const auto byte = static_cast<unsigned char>(first);
  if (byte >= 0xE4 && byte <= 0xE9 && !StartsWith(text, at, "至") && !StartsWith(text, at, "到")) return {};
  if (first >= 0 && first != '-' && first != '~' && first != 't' && first != 'a') return {};
  if (first == '-' && WordAt(text, at + 1, "to") && ByteAt(text, at + 3) == '-') return {RangeWord::kTo, at + 4};
  if (const std::string_view dash = FirstAt(text, at, kDashes); !dash.empty()) {
    return {RangeWord::kDash, SkipBlanks(text, at + dash.size())};
  }
  if (const std::string_view to = FirstAt(text, at, kHanTo); !to.empty())
    return {RangeWord::kTo, SkipBlanks(text, at + to.size())};
  if (at == pos) return {};
  if (WordAt(text, at, "to")) return {RangeWord::kTo, SkipBlanks(text, at + 2)};
  if (WordAt(text, at, "and")) return {RangeWord::kAnd, SkipBlanks(text, at + 3)};
  return {};
}

bool FromBefore(std::string_view text, size_t begin) {
  return WordBefore(text, begin, "from") || EndsWith(text, begin, "从") || EndsWith(text, begin, "由") ||
         EndsWith(text, begin, "從");
}

bool BetweenBefore(std::string_view text, size_t begin) { return WordBefore(text, begin, "between"); }

}  // namespace tocsin
