#include "nlp/dates/chinese_words.h"

#include "nlp/mentions/quantities.h"
#include "nlp/text/cursor.h"

namespace tocsin {
namespace chinese {

const Word* At(std::string_view text, size_t pos, const Word* first, const Word* last) {
  for (const Word* w = first; w != last; ++w) {
    if (StartsWith(text, pos, w->text)) return w;
  }
  return nullptr;
}

// "9月" at `pos`: its number and end; months are counted with 个 and never with 份 alone.
SmallNumber MonthAt(std::string_view text, size_t pos) {
  const SmallNumber n = ReadHanSmallNumber(text, pos);
  if (n.value < 1 || n.value > 12) return {};
  const size_t at = SkipBlanks(text, n.end);
  if (!StartsWith(text, at, "月")) return {};
  const size_t end = at + 3;
  return {n.value, StartsWith(text, end, "份") ? end + 3 : end};
}

SmallNumber DayAt(std::string_view text, size_t pos) {
  const SmallNumber n = ReadHanSmallNumber(text, pos);
  if (n.value < 1 || n.value > 31) return {};
  const size_t at = SkipBlanks(text, n.end);
  for (std::string_view day : WordList{"日", "号", "號"}) {
    if (StartsWith(text, at, day) && FirstAt(text, at, kNotDay).empty()) return {n.value, at + day.size()};
  }
  return {};
}

// "第三季度", "一季度", "Q3": 1..4.
SmallNumber QuarterAt(std::string_view text, size_t pos) {
  size_t at = StartsWith(text, pos, "第") ? pos + 3 : pos;
  if (ByteAt(text, at) == 'Q' && ByteAt(text, at + 1) >= '1' && ByteAt(text, at + 1) <= '4')
    return {text[at + 1] - '0', at + 2};
  const SmallNumber n = ReadHanSmallNumber(text, at);
  if (n.value < 1 || n.value > 4) return {};
  for (std::string_view word : WordList{"季度", "季"}) {
    if (StartsWith(text, n.end, word) && (word == "季度" || at != pos)) return {n.value, n.end + word.size()};
  }
  return {};
}

int HalfAt(std::string_view text, size_t pos) {
  return StartsWith(text, pos, "上半年") ? 1 : StartsWith(text, pos, "下半年") ? 2 : 0;
}

}  // namespace chinese

SmallNumber ReadHanSmallNumber(std::string_view text, size_t pos) {
  const CodePoint first = Decode(text, pos);
  if (first.bytes == 0) return {};
  if (Classify(first.value) == CharClass::kDigit) return ReadSmallNumber(text, pos);
  int value = 0, tens = -1, digits = 0;
  size_t at = pos;
  for (;; ++digits) {
    const CodePoint c = Decode(text, at);
    const int digit = c.bytes == 0 ? -1 : HanDigit(c.value);
    if (digit < 0 && !(c.bytes != 0 && HanUnit(c.value) == 1)) break;
    if (digits == 5) return {};
    if (digit < 0) {
      if (tens >= 0) return {};
      tens = digits == 0 ? 10 : value * 10;
      value = 0;
    } else {
      value = value * 10 + digit;
    }
    at += c.bytes;
  }
  if (digits == 0 || (tens >= 0 && value > 9)) return {};
  return {tens < 0 ? value : tens + value, at};
}

}  // namespace tocsin
