#include "nlp/dates/english_words.h"

#include <algorithm>
#include <initializer_list>

#include "ingest/base/word_table.h"
#include "nlp/mentions/number_words.h"
#include "nlp/mentions/quantities.h"
#include "nlp/text/cursor.h"

namespace tocsin {
namespace {

constexpr size_t kClauseBytesMax = 90;  // looked back for the tense

// ---- words that begin dates --------------------------------------------------------------------

constexpr WordRow<DateLeadWord> kLeadRows[] = {
    {"january", {DateLead::kMonth, 1}},
    {"february", {DateLead::kMonth, 2}},
    {"march", {DateLead::kMonth, 3}},
    {"april", {DateLead::kMonth, 4}},
    {"may", {DateLead::kMonth, 5}},
    {"june", {DateLead::kMonth, 6}},
    {"july", {DateLead::kMonth, 7}},
    {"august", {DateLead::kMonth, 8}},
    {"september", {DateLead::kMonth, 9}},
    {"october", {DateLead::kMonth, 10}},
    {"november", {DateLead::kMonth, 11}},
    {"december", {DateLead::kMonth, 12}},
    {"jan", {DateLead::kMonth, 1}},
    {"feb", {DateLead::kMonth, 2}},
    {"mar", {DateLead::kMonth, 3}},
    {"apr", {DateLead::kMonth, 4}},
    {"jun", {DateLead::kMonth, 6}},
    {"jul", {DateLead::kMonth, 7}},
    {"aug", {DateLead::kMonth, 8}},
    {"sep", {DateLead::kMonth, 9}},
    {"sept", {DateLead::kMonth, 9}},
    {"oct", {DateLead::kMonth, 10}},
    {"nov", {DateLead::kMonth, 11}},
    {"dec", {DateLead::kMonth, 12}},
    {"monday", {DateLead::kWeekday, 1}},
    {"tuesday", {DateLead::kWeekday, 2}},
    {"wednesday", {DateLead::kWeekday, 3}},
    {"thursday", {DateLead::kWeekday, 4}},
    {"friday", {DateLead::kWeekday, 5}},
    {"saturday", {DateLead::kWeekday, 6}},
    {"sunday", {DateLead::kWeekday, 7}},
    {"mon", {DateLead::kWeekday, 1}},
    {"tue", {DateLead::kWeekday, 2}},
    {"tues", {DateLead::kWeekday, 2}},
    {"wed", {DateLead::kWeekday, 3}},
    {"thu", {DateLead::kWeekday, 4}},
    {"thur", {DateLead::kWeekday, 4}},
    {"thurs", {DateLead::kWeekday, 4}},
    {"fri", {DateLead::kWeekday, 5}},
    {"sat", {DateLead::kWeekday, 6}},
    {"sun", {DateLead::kWeekday, 7}},
    {"today", {DateLead::kDayWord, 0}},
    {"now", {DateLead::kNow, 0}},
    {"tonight", {DateLead::kDayWord, 0}},
    {"yesterday", {DateLead::kDayWord, -1}},
    {"tomorrow", {DateLead::kDayWord, 1}},
    {"last", {DateLead::kStep, -1}},
    {"past", {DateLead::kStep, -1}},
    {"previous", {DateLead::kStep, -1}},
    {"this", {DateLead::kStep, 0}},
    {"current", {DateLead::kStep, 0}},
    {"next", {DateLead::kStep, 1}},
    {"coming", {DateLead::kStep, 1}},
    {"upcoming", {DateLead::kStep, 1}},
    {"following", {DateLead::kStep, 1}},
    {"first", {DateLead::kOrdinal, 1}},
    {"second", {DateLead::kOrdinal, 2}},
    {"third", {DateLead::kOrdinal, 3}},
    {"fourth", {DateLead::kOrdinal, 4}},
    {"fifth", {DateLead::kOrdinal, 5}},
    {"sixth", {DateLead::kOrdinal, 6}},
    {"seventh", {DateLead::kOrdinal, 7}},
    {"eighth", {DateLead::kOrdinal, 8}},
    {"ninth", {DateLead::kOrdinal, 9}},
    {"tenth", {DateLead::kOrdinal, 10}},
    {"eleventh", {DateLead::kOrdinal, 11}},
    {"twelfth", {DateLead::kOrdinal, 12}},
    {"thirteenth", {DateLead::kOrdinal, 13}},
    {"fourteenth", {DateLead::kOrdinal, 14}},
    {"fifteenth", {DateLead::kOrdinal, 15}},
    {"sixteenth", {DateLead::kOrdinal, 16}},
    {"seventeenth", {DateLead::kOrdinal, 17}},
    {"eighteenth", {DateLead::kOrdinal, 18}},
    {"nineteenth", {DateLead::kOrdinal, 19}},
    {"twentieth", {DateLead::kOrdinal, 20}},
    {"twenty", {DateLead::kOrdinal, 20}},
    {"thirty", {DateLead::kOrdinal, 30}},
    {"thirtieth", {DateLead::kOrdinal, 30}},
    {"a", {DateLead::kCount, 1}},
    {"an", {DateLead::kCount, 1}},
    {"one", {DateLead::kCount, 1}},
    {"two", {DateLead::kCount, 2}},
    {"three", {DateLead::kCount, 3}},
    {"four", {DateLead::kCount, 4}},
    {"five", {DateLead::kCount, 5}},
    {"six", {DateLead::kCount, 6}},
    {"seven", {DateLead::kCount, 7}},
    {"eight", {DateLead::kCount, 8}},
    {"nine", {DateLead::kCount, 9}},
    {"ten", {DateLead::kCount, 10}},
    {"eleven", {DateLead::kCount, 11}},
    {"twelve", {DateLead::kCount, 12}},
    {"fifteen", {DateLead::kCount, 15}},
    {"eighteen", {DateLead::kCount, 18}},
    {"couple", {DateLead::kCount, 2}},
    {"thirteen", {DateLead::kCount, 13}},
    {"fourteen", {DateLead::kCount, 14}},
    {"sixteen", {DateLead::kCount, 16}},
    {"seventeen", {DateLead::kCount, 17}},
    {"nineteen", {DateLead::kCount, 19}},
    {"forty", {DateLead::kCount, 40}},
    {"fifty", {DateLead::kCount, 50}},
    {"sixty", {DateLead::kCount, 60}},
    {"seventy", {DateLead::kCount, 70}},
    {"eighty", {DateLead::kCount, 80}},
    {"ninety", {DateLead::kCount, 90}},
    {"day", {DateLead::kUnit, 0}},
    {"week", {DateLead::kUnit, 0}},
    {"month", {DateLead::kUnit, 0}},
    {"quarter", {DateLead::kUnit, 0}},
    {"year", {DateLead::kUnit, 0}},
    {"years", {DateLead::kUnit, 0}},
    {"weekend", {DateLead::kUnit, 0}},
    {"fortnight", {DateLead::kUnit, 0}},
    {"fiscal", {DateLead::kYear, 0}},
    {"fy", {DateLead::kYear, 0}},
    {"calendar", {DateLead::kYear, 0}},
    {"end", {DateLead::kEdge, 1}},
    {"beginning", {DateLead::kEdge, -1}},
    {"start", {DateLead::kEdge, -1}},
    {"middle", {DateLead::kEdge, 0}},
    {"q", {DateLead::kPartLetter, 4}},
    {"h", {DateLead::kPartLetter, 2}},
    {"twenties", {DateLead::kDecade, 20}},
    {"thirties", {DateLead::kDecade, 30}},
    {"forties", {DateLead::kDecade, 40}},
    {"fifties", {DateLead::kDecade, 50}},
    {"sixties", {DateLead::kDecade, 60}},
    {"seventies", {DateLead::kDecade, 70}},
    {"eighties", {DateLead::kDecade, 80}},
    {"nineties", {DateLead::kDecade, 90}},
    {"independence", {DateLead::kHoliday, 0}},
    {"christmas", {DateLead::kHoliday, 0}},
    {"easter", {DateLead::kHoliday, 0}},
    {"thanksgiving", {DateLead::kHoliday, 0}},
    {"halloween", {DateLead::kHoliday, 0}},
    {"labor", {DateLead::kHoliday, 0}},
    {"labour", {DateLead::kHoliday, 0}},
    {"memorial", {DateLead::kHoliday, 0}},
    {"veterans", {DateLead::kHoliday, 0}},
    {"columbus", {DateLead::kHoliday, 0}},
    {"earth", {DateLead::kHoliday, 0}},
    {"black", {DateLead::kHoliday, 0}},
    {"cyber", {DateLead::kHoliday, 0}},
    {"good", {DateLead::kHoliday, 1}},
    {"boxing", {DateLead::kHoliday, 0}},
    {"new", {DateLead::kHoliday, 0}},
    {"valentine", {DateLead::kHoliday, 0}},
    {"bastille", {DateLead::kHoliday, 0}},
    {"juneteenth", {DateLead::kHoliday, 0}},
    {"martin", {DateLead::kHoliday, 0}},
    {"presidents", {DateLead::kHoliday, 0}},
    {"international", {DateLead::kHoliday, 0}},
    {"eoy", {DateLead::kEndOfCurrent, 'Y'}},
    {"eom", {DateLead::kEndOfCurrent, 'M'}},
    {"inauguration", {DateLead::kHoliday, 0}},
    {"mlk", {DateLead::kHoliday, 0}},
    {"groundhog", {DateLead::kHoliday, 0}},
    {"st", {DateLead::kHoliday, 0}},
    {"saint", {DateLead::kHoliday, 0}},
    {"cinco", {DateLead::kHoliday, 0}},
    {"mother", {DateLead::kHoliday, 0}},
    {"mothers", {DateLead::kHoliday, 0}},
    {"father", {DateLead::kHoliday, 0}},
    {"fathers", {DateLead::kHoliday, 0}},
    {"xmas", {DateLead::kHoliday, 0}},
};

constexpr WordTable kLeads(kLeadRows);

bool OneOf(std::string_view word, std::initializer_list<std::string_view> list) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

// Skips "st", "nd", "rd", "th" behind digits; 0 bytes when none.
size_t OrdinalSuffix(std::string_view text, size_t pos) {
  for (std::string_view suffix : WordList{"st", "nd", "rd", "th"}) {
    if (WordAt(text, pos, suffix)) return 2;
  }
  return 0;
}

int TensWord(std::string_view word) {
  const DateLeadWord lead = FindDateLead(word);
  return lead.kind == DateLead::kOrdinal && (lead.value == 20 || lead.value == 30) && AsciiLower(word.back()) == 'y'
             ? lead.value
             : 0;
}

// "twenty-first", "thirty first", "ninth"; with `cardinals` "twenty-five", "five" as well.
Piece NumberInWords(std::string_view text, size_t pos, bool cardinals) {
  const std::string_view word = LettersAt(text, pos);
  if (word.size() < 3 || word.size() > 11) return {};
  size_t end = pos + word.size();
  if (const int tens = TensWord(word); tens != 0) {
    const size_t next = ByteAt(text, end) == '-' ? end + 1 : SkipBlanks(text, end);
    const std::string_view unit = LettersAt(text, next);
    const bool touches = next == end || unit.empty();
    const int ones = touches ? 0 : OrdinalWord(unit);
    if (ones >= 1 && ones <= 9 && !WordCharAt(text, next + unit.size())) return {tens + ones, next + unit.size()};
    if (!cardinals || touches) return cardinals ? Piece{tens, end} : Piece{};
    const auto q = ReadNumberWords(text, next);
    if (q && q->scale == 0 && q->value.exponent == 0 && q->value.coefficient <= 9)
      return {tens + int(q->value.coefficient), next + unit.size()};
    return {tens, end};
  }
  if (const int ordinal = OrdinalWord(word); ordinal != 0) return WordCharAt(text, end) ? Piece{} : Piece{ordinal, end};
  if (!cardinals) return {};
  const DateLeadWord lead = FindDateLead(word);
  return lead.kind == DateLead::kCount && word.size() > 2 ? Piece{lead.value, end} : Piece{};
}

// A number of two digits in words, ten to ninety-nine.
Piece TwoDigitsInWords(std::string_view text, size_t pos) {
  const std::string_view word = LettersAt(text, pos);
  const int first = word.size() < 3 ? -1 : SmallNumberWord(word);
  if (first < 10) return {};
  size_t end = pos + word.size();
  if (first < 20) return {first, end};
  const size_t next = ByteAt(text, end) == '-' ? end + 1 : SkipBlanks(text, end);
  const std::string_view unit = next == end ? std::string_view() : LettersAt(text, next);
  const int ones = unit.size() < 3 ? -1 : SmallNumberWord(unit);
  return ones >= 1 && ones <= 9 ? Piece{first + ones, next + unit.size()} : Piece{first, end};
}

}  // namespace

bool NumberEnds(std::string_view text, size_t end) {
  const char next = ByteAt(text, end);
  if (next == '%' || next == ':') return false;
  if ((next == '.' || next == ',') && IsAsciiDigit(ByteAt(text, end + 1))) return false;
  return !WordCharAt(text, end);
}

std::vector<std::string_view> DateStarts() {
  std::vector<std::string_view> words;
  for (const auto& row : kLeadRows) words.push_back(row.word);
  return words;
}

DateLeadWord FindDateLead(std::string_view word) {
  const DateLeadWord* lead = kLeads.Find(word);
  return lead == nullptr ? DateLeadWord{} : *lead;
}

Piece YearAt(std::string_view text, size_t pos) {
  const SmallNumber n = ReadSmallNumber(text, pos);
  if (n.end != pos + 4 || !PlausibleYear(n.value)) return {};
  if (WordCharAt(text, n.end) || ByteAt(text, n.end) == '%') return {};
  const char next = ByteAt(text, n.end);
  if ((next == '/' || next == ',' || next == '.') && IsAsciiDigit(ByteAt(text, n.end + 1))) return {};
  return {n.value, n.end};
}

Piece YearInWordsAt(std::string_view text, size_t pos) {
  if (!IsAsciiLetter(ByteAt(text, pos))) return {};
  const Piece century = TwoDigitsInWords(text, pos);
  if (century.value >= 18 && century.value <= 20) {
    const Piece rest = TwoDigitsInWords(text, SkipBlanks(text, century.end));
    if (rest.value != 0) return {century.value * 100 + rest.value, rest.end};
  }
  if (!WordAt(text, pos, "two")) return {};
  const auto words = ReadNumberWords(text, pos);
  if (!words || words->scale != 3 || Compare(words->value, {21, 2}) >= 0) return {};
  const auto value = ToInteger(words->value);
  return value ? Piece{int(*value), words->end} : Piece{};
}

Piece YearBehind(std::string_view text, size_t pos) {
  size_t at = SkipBlanks(text, pos);
  const bool comma = ByteAt(text, at) == ',';
  if (comma) at = SkipBlanks(text, at + 1);
  const bool of = SkipWord(text, at, "of") || SkipWord(text, at, "in");
  if (at == pos) return {};
  if (const Piece year = YearAt(text, at); year.value != 0) return year;
  const bool quote = ByteAt(text, at) == '\'' || StartsWith(text, at, "\u2019");
  if (quote) at += text[at] == '\'' ? 1 : 3;
  if (of || quote) {
    const SmallNumber n = ReadSmallNumber(text, at);
    if (n.value >= 0 && n.end == at + 2 && NumberEnds(text, n.end))
      return {n.value < 50 ? 2000 + n.value : 1900 + n.value, n.end};
  }
  return comma ? Piece{} : YearInWordsAt(text, at);
}

Piece MonthAt(std::string_view text, size_t pos, bool sure) {
  const std::string_view word = LettersAt(text, pos);
  const DateLeadWord lead = FindDateLead(word);
  if (lead.kind != DateLead::kMonth) return {};
  if (!sure && !IsAsciiUpper(text[pos]) && OneOf(word, {"may", "march", "mar", "sat", "dec", "jan"})) return {};
  size_t end = pos + word.size();
  if (word.size() <= 4 && lead.value != 5 && ByteAt(text, end) == '.') ++end;
  if (WordCharAt(text, end)) return {};
  return {lead.value, end};
}

Piece DayNumberAt(std::string_view text, size_t pos, bool cardinals) {
  if (IsAsciiLetter(ByteAt(text, pos))) {
    const Piece n = NumberInWords(text, pos, cardinals);
    return n.value >= 1 && n.value <= 31 ? n : Piece{};
  }
  const SmallNumber n = ReadSmallNumber(text, pos);
  if (n.value < 1 || n.value > 31 || n.end - pos > 2) return {};
  const size_t end = n.end + OrdinalSuffix(text, n.end);
  return NumberEnds(text, end) ? Piece{n.value, end} : Piece{};
}

Piece OrdinalAt(std::string_view text, size_t pos) {
  if (IsAsciiLetter(ByteAt(text, pos))) return NumberInWords(text, pos, false);
  const SmallNumber n = ReadSmallNumber(text, pos);
  if (n.value < 1 || n.end - pos > 2) return {};
  const size_t suffix = OrdinalSuffix(text, n.end);
  return suffix == 0 ? Piece{} : Piece{n.value, n.end + suffix};
}

Piece CountAt(std::string_view text, size_t pos) {
  size_t at = pos;
  const bool article = SkipWord(text, at, "a") || SkipWord(text, at, "an");
  if (SkipWord(text, at, "couple")) {
    SkipWord(text, at, "of");
    return {2, at};
  }
  if (article) return {1, at};
  const auto q = ReadQuantity(text, pos);
  if (!q || q->more) return {};
  const auto value = ToInteger(q->value);
  return value && *value >= 1 && *value <= 999 ? Piece{int(*value), SkipBlanks(text, q->span.end)} : Piece{};
}

UnitPiece UnitAt(std::string_view text, size_t pos) {
  const std::string_view word = LettersAt(text, pos);
  const Folded f(word);
  UnitPiece u;
  u.end = pos + word.size();
  u.plural = word.size() > 3 && f.view().back() == 's';
  if (f.view() == "fortnight" || f.view() == "fortnights") {
    u.unit = TimeUnit::kWeek;
    u.times = 2;
  } else {
    u.unit = UnitOfName(word);
  }
  if (u.unit == TimeUnit::kNone || WordCharAt(text, u.end)) return {};
  return u;
}

size_t RangeLinkAt(std::string_view text, size_t pos, bool between) {
  const size_t at = SkipBlanks(text, pos);
  for (std::string_view dash : WordList{"\u2013", "\u2014", "-", "~"}) {
    if (StartsWith(text, at, dash)) return SkipBlanks(text, at + dash.size());
  }
  if (at == pos) return 0;
  for (std::string_view word : WordList{"to", "through", "until", "till"}) {
    size_t next = at;
    if (SkipWord(text, next, word)) return next;
  }
  size_t next = at;
  return between && SkipWord(text, next, "and") ? next : 0;
}

std::optional<int> StepOf(std::string_view word) {
  const DateLeadWord lead = FindDateLead(word);
  return lead.kind == DateLead::kStep ? std::optional<int>(lead.value) : std::nullopt;
}

std::string_view WordBefore(std::string_view text, size_t pos) {
  const size_t blank = SkipBlanksBack(text, pos);
  const bool hyphen = blank == pos && pos > 0 && text[pos - 1] == '-';
  return LettersBefore(text, hyphen ? pos - 1 : blank);
}

bool PrepositionBefore(std::string_view text, size_t pos) {
  const std::string_view word = WordBefore(text, pos);
  if (word.size() < 2 || word.size() > 7) return false;
  return OneOf(Folded(word).view(),
               {"in",  "by",     "since",  "until", "till", "from", "through", "of", "early",   "late",
                "mid", "during", "before", "after", "last", "this", "next",    "to", "between", "for"});
}

bool SkipWord(std::string_view text, size_t& pos, std::string_view word) {
  if (!WordAt(text, pos, word)) return false;
  pos = SkipBlanks(text, pos + word.size());
  return true;
}

// ---- the tense ---------------------------------------------------------------------------------

namespace {

// What a word says about time: alone, or with the word behind it.
enum class Tense : uint8_t { kPast, kFuture, kBeforeBe, kBeforeEffect, kBeforeTo };
constexpr WordRow<Tense> kTenseRows[] = {
    {"said", Tense::kPast},      {"told", Tense::kPast},         {"announced", Tense::kPast},
    {"reported", Tense::kPast},  {"wrote", Tense::kPast},        {"will", Tense::kFuture},
    {"ll", Tense::kFuture},      {"due", Tense::kFuture},        {"by", Tense::kFuture},
    {"until", Tense::kFuture},   {"scheduled", Tense::kFuture},  {"expect", Tense::kFuture},
    {"expects", Tense::kFuture}, {"expected", Tense::kFuture},   {"begins", Tense::kFuture},
    {"starts", Tense::kFuture},  {"speaking", Tense::kFuture},   {"closes", Tense::kFuture},
    {"to", Tense::kBeforeBe},    {"take", Tense::kBeforeEffect}, {"takes", Tense::kBeforeEffect},
    {"set", Tense::kBeforeTo},   {"plans", Tense::kBeforeTo},
};
constexpr WordTable kTenses(kTenseRows);

// Where the clause that holds `pos` begins: behind the last mark before it, and not far back.
size_t ClauseBegin(std::string_view text, size_t pos) {
  const size_t from = pos > kClauseBytesMax ? pos - kClauseBytesMax : 0;
  for (size_t at = pos; at > from; --at) {
    const char c = text[at - 1];
    // The stops of "p.m." end no clause.
    const bool time =
        c == '.' && at >= 2 &&
        (AsciiLower(text[at - 2]) == 'm' || AsciiLower(text[at - 2]) == 'p' || AsciiLower(text[at - 2]) == 'a') &&
        (at < 3 || !IsAsciiLetter(text[at - 3]));
    const bool ascii = (c == '.' && !time) || c == ';' || c == '\n' || c == ',';
    const bool han = (c == '\x82' && EndsWith(text, at, "。")) || (c == '\x8C' && EndsWith(text, at, "，")) ||
                     (c == '\x9B' && EndsWith(text, at, "；"));
    if ((ascii || han) && at != pos) return at;
  }
  return from;
}

}  // namespace

bool SpeaksOfFuture(std::string_view text, size_t pos) {
  bool future = false;
  for (size_t at = ClauseBegin(text, pos); at < pos;) {
    const char c = text[at];
    if (IsAsciiLetter(c)) {
      size_t end = at + 1;
      while (end < pos && IsAsciiLetter(text[end])) ++end;
      const Tense* tense = kTenses.Find(text.substr(at, end - at));
      if (tense != nullptr) {
        const size_t next = SkipBlanks(text, end);
        if (*tense == Tense::kPast) return false;
        future = future || *tense == Tense::kFuture || (*tense == Tense::kBeforeBe && WordAt(text, next, "be")) ||
                 (*tense == Tense::kBeforeEffect && WordAt(text, next, "effect")) ||
                 (*tense == Tense::kBeforeTo && WordAt(text, next, "to"));
      }
      at = end;
    } else if (static_cast<unsigned char>(c) >= 0xE4) {
      if (StartsWith(text, at, "表示") || StartsWith(text, at, "宣布")) return false;
      future = future || StartsWith(text, at, "将") || StartsWith(text, at, "拟") || StartsWith(text, at, "计划") ||
               StartsWith(text, at, "预计");
      at += 3;
    } else {
      ++at;
    }
  }
  return future;
}

}  // namespace tocsin
