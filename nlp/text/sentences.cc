// Where sentences end.
//
// A stop ends a sentence unless something speaks against it: the word before it is an abbreviation or an initial, the
// next word is in lower case, it stands inside quotation marks or brackets, or it belongs to the number of a list item.
// A line end always ends a sentence (headings and list items have no stop). A ";" never does. Quotations stay whole: a
// reporting verb that follows belongs to them, and so does who said it.
#include <algorithm>
#include <array>

#include "ingest/base/word_bytes.h"
#include "nlp/annotator.h"
#include "nlp/text/abbreviations.h"
#include "nlp/text/characters.h"

namespace tocsin {
namespace {

constexpr size_t kQuoteBytesMax = 600;  // a longer quotation is cut into its sentences
constexpr int kRomanOnly = 100;         // the number of a list marker of several letters
constexpr size_t kWordBytesMax = 24;    // bytes looked at before a stop

struct Pair {
  std::string_view open, close;
};
constexpr Pair kPairs[] = {{"\u201C", "\u201D"}, {"\"", "\""}, {"(", ")"},           {"\uFF08", "\uFF09"},
                           {"\u300C", "\u300D"}, {"[", "]"},   {"\u300E", "\u300F"}, {"\u300A", "\u300B"}};
constexpr std::string_view kClosers[] = {"\u201D", "\u2019", "\u300D", "\u300F", "\uFF09",
                                         "\u300B", "\"",     "'",      ")",      "]"};
constexpr std::string_view kBullets[] = {"\u2022", "\u2043", "\u2023", "\u25E6", "\u25AA", "\u25CF"};
constexpr std::string_view kHanStops[] = {"\u3002", "\uFF01", "\uFF1F", "\u2026\u2026", "\uFF0E"};
constexpr std::string_view kSpeechVerbs[] = {"\u8BF4",       "\u8AAA",       "\u95EE",       "\u554F",
                                             "\u9053",       "\u8868\u793A", "\u79F0",       "\u7A31",
                                             "\u6307\u51FA", "\u56DE\u7B54", "\u5F3A\u8C03", "\u558A"};

// What no sentence can end at, and no pair or list item begin with: everything in ASCII but these.
constexpr std::array<bool, 256> kPlain = [] {
  std::array<bool, 256> plain{};
  for (size_t c = 0; c < 0x80; ++c)
    plain[c] = std::string_view("\n.!?\"([\'` ").find(char(c)) == std::string_view::npos;
  return plain;
}();

class Splitter {
 public:
  Splitter(std::string_view text, std::vector<ByteSpan>& out) : text_(text), out_(out) {}

  void Run() {
    constexpr size_t kSentenceBytes = 80;  // few texts have shorter ones
    out_.reserve(out_.size() + text_.size() / kSentenceBytes + 1);
    for (pos_ = 0; pos_ < text_.size();) Step();
    Close(text_.size());
  }

 private:
  bool At(std::string_view what, size_t pos) const { return text_.substr(pos).starts_with(what); }
  char ByteAt(size_t pos) const { return pos < text_.size() ? text_[pos] : '\0'; }
  CharClass ClassAt(size_t pos) const {
    const CodePoint c = Decode(text_, pos);
    return c.bytes == 0 ? CharClass::kOther : Classify(c.value);
  }
  size_t SkipSpaces(size_t pos) const {
    while (ClassAt(pos) == CharClass::kSpace && text_[pos] != '\n') pos += Decode(text_, pos).bytes;
    return pos;
  }

  // How many bytes from `pos` on end nothing and begin nothing, or 0 where one may: a look at some of them, not all.
  size_t PlainBytesAt(size_t pos) const {
    const char c = text_[pos];
    if (kPlain[static_cast<unsigned char>(c)]) return 1;
    if (c != ' ') return IsCommonHanAt(text_, pos) ? kHanBytes : 0;
    return MayOpenMarker(pos + 1) ? 0 : 1 + LeadingLetters(FirstBytesAt(text_, pos + 1, 8));
  }

  void Step() {
    while (const size_t bytes = PlainBytesAt(pos_)) {
      pos_ += bytes;
      if (pos_ == text_.size()) return;
    }
    const char c = text_[pos_];
    if (c == ' ') {
      if (MayOpenMarker(pos_ + 1)) ListItem();
      ++pos_;
    } else if (c == '\n') {
      Close(pos_);
      ++pos_;
    } else if (c == '.' || c == '!' || c == '?') {
      LatinStop();
    } else if (static_cast<unsigned char>(c) >= 0x80) {
      Multibyte();
    } else if ((c == '"' || c == '(' || c == '[') && SkipPair()) {
      return;
    } else if ((c == '\'' || c == '`') && SkipSingleQuotes()) {
      return;
    } else {
      ++pos_;
    }
  }

  // Bytes of the bullet of a list at `pos`, or 0.
  size_t BulletAt(size_t pos) const {
    for (std::string_view bullet : kBullets) {
      if (At(bullet, pos)) return bullet.size();
    }
    return 0;
  }

  // A bullet begins an item when the open sentence is one.
  bool NextBullet() {
    const size_t bytes = BulletAt(pos_);
    if (bytes == 0) return false;
    size_t begin = begin_;
    while (begin < pos_ && ClassAt(begin) == CharClass::kSpace) begin += Decode(text_, begin).bytes;
    if (begin < pos_ && BulletAt(begin) != 0) Close(pos_);
    pos_ += bytes;
    return true;
  }

  void Multibyte() {
    const auto lead = static_cast<unsigned char>(text_[pos_]);
    if (lead >= 0xE4 && lead <= 0xE9) {  // Chinese characters: no mark begins so
      pos_ += Decode(text_, pos_).bytes;
      return;
    }
    if (lead == 0xE2 && (NextBullet() || SkipCurlySingle())) return;
    for (std::string_view stop : kHanStops) {
      if (At(stop, pos_)) return HanStop(stop.size());
    }
    if (At("\u2026", pos_)) return LatinStop();
    if (!SkipPair()) pos_ += Decode(text_, pos_).bytes;
  }

  // Ends the sentence at `end` and starts the next one there; white space at both edges is dropped.
  void Close(size_t end) {
    size_t begin = begin_;
    while (begin < end && ClassAt(begin) == CharClass::kSpace) begin += Decode(text_, begin).bytes;
    size_t last = end;
    while (last > begin) {
      const CodePoint c = DecodeBefore(text_, last);
      if (Classify(c.value) != CharClass::kSpace) break;
      last -= c.bytes;
    }
    if (begin < last) out_.push_back({uint32_t(begin), uint32_t(last)});
    begin_ = end;
    marker_ = {};
  }

  // ---- quotations and brackets: jumped over when they close soon --------------------------------

  bool SkipPair() {
    for (size_t i = 0; i < std::size(kPairs); ++i) {
      if (At(kPairs[i].open, pos_)) return SkipPair(i);
    }
    return false;
  }

  bool SkipPair(size_t i) {
    const std::string_view close = kPairs[i].close;
    const size_t from = pos_ + kPairs[i].open.size();
    // The closer found last time still serves when it lies ahead: the whole text is searched once.
    if (closer_[i] < from || !searched_[i]) {
      closer_[i] = std::min(text_.find(close, from), text_.size());
      searched_[i] = true;
    }
    const size_t at = closer_[i];
    if (at == text_.size() || at - pos_ > kQuoteBytesMax) return false;
    if (text_.substr(from, at - from).find('\n') != std::string_view::npos) return false;
    const size_t open = pos_;
    pos_ = at + close.size();
    if (at != from) AfterPair(open, at);
    return true;
  }

  // Where a quotation that opens at pos_ must have closed: at the end of the line, and soon.
  size_t QuoteWindowEnd() const {
    const std::string_view window = text_.substr(pos_, kQuoteBytesMax);
    return pos_ + std::min(window.find('\n'), window.size());
  }

  // 'Like this.': opens after a space, closes right after a mark. An apostrophe does neither.
  bool SkipSingleQuotes() {
    if (pos_ != 0 && ClassAt(pos_ - 1) != CharClass::kSpace) return false;
    if (pos_ < single_quotes_tried_) return false;
    const size_t stop = QuoteWindowEnd();
    single_quotes_tried_ = stop;
    for (size_t at = pos_ + 1; at < stop; ++at) {
      if (text_[at] != '\'') continue;
      const bool before = std::string_view(".,!?").find(text_[at - 1]) != std::string_view::npos;
      if (!before && std::string_view(",;:").find(ByteAt(at + 1)) == std::string_view::npos) continue;
      const size_t open = pos_;
      single_quotes_tried_ = pos_ = at + 1;
      AfterPair(open, at);
      return true;
    }
    return false;
  }

  // \u2018...\u2019, which an apostrophe inside does not close.
  bool SkipCurlySingle() {
    if (!At("\u2018", pos_) || pos_ < single_quotes_tried_) return false;
    const size_t stop = QuoteWindowEnd();
    single_quotes_tried_ = stop;
    const std::string_view window = text_.substr(0, stop);
    for (size_t at = window.find("\u2019", pos_); at < stop; at = window.find("\u2019", at + 3)) {
      if (IsLetterClass(ClassAt(at + 3))) continue;
      const size_t open = pos_;
      single_quotes_tried_ = pos_ = at + 3;
      AfterPair(open, at);
      return true;
    }
    return false;
  }

  bool StopBefore(size_t pos) const {
    const CodePoint c = DecodeBefore(text_, pos);
    return c.value == '.' || c.value == '!' || c.value == '?' || c.value == 0x2026 || c.value == 0x3002 ||
           c.value == 0xFF01 || c.value == 0xFF1F;
  }

  // What was jumped over ended in a stop: the sentence may end after it.
  void AfterPair(size_t open, size_t close) {
    if (!StopBefore(close)) return;
    const size_t end = SkipClosers(pos_);
    const CodePoint last = DecodeBefore(text_, close);
    if (last.value >= 0x3002 || ClassAt(end) == CharClass::kHan) {
      if (HanQuotationEnds(open, end)) EndAt(end);
    } else if ((text_[open] == '\'' || At("\u2018", open)) && ByteAt(SkipSpaces(end)) == '(') {
      return;  // "'Well!' (which was likely)" goes on
    } else if (NextBegins(end, last.value != '.' || FindAbbreviation(WordBefore(close - 1)) == Abbreviation::kNone)) {
      EndAt(end);
    }
  }

  bool HanQuotationEnds(size_t open, size_t end) const {
    const CodePoint before = DecodeBefore(text_, open);
    if (ClassAt(end) == CharClass::kOther && !OpensPair(end)) return end == text_.size();
    if (before.value == 0xFF1A || before.value == ':') return true;
    if (open > begin_ + 3 && before.value != 0x3002 && !StopBefore(open) && before.value != 0x201D) return false;
    const std::string_view next = text_.substr(end, 36);
    return std::none_of(std::begin(kSpeechVerbs), std::end(kSpeechVerbs), [&](std::string_view v) {
      return next.substr(0, next.find("\u3002")).substr(0, next.find("\uFF0C")).find(v) != std::string_view::npos;
    });
  }

  bool OpensPair(size_t pos) const {
    return std::any_of(std::begin(kPairs), std::end(kPairs), [&](const Pair& p) { return At(p.open, pos); });
  }

  size_t SkipClosers(size_t pos) const {
    for (bool more = true; more;) {
      more = false;
      for (std::string_view closer : kClosers) {
        if (!At(closer, pos)) continue;
        pos += closer.size();
        more = true;
        break;
      }
    }
    return SkipFootnotes(pos);
  }

  // "[1][2]" right after a stop belongs to the sentence before.
  size_t SkipFootnotes(size_t pos) const {
    while (ByteAt(pos) == '[' && IsAsciiDigit(ByteAt(pos + 1))) {
      size_t at = pos + 1;
      while (IsAsciiDigit(ByteAt(at))) ++at;
      if (ByteAt(at) != ']') break;
      pos = at + 1;
    }
    return pos;
  }

  void EndAt(size_t end) {
    Close(end);
    pos_ = end;
  }

  // ---- stops ------------------------------------------------------------------------------------

  void HanStop(size_t bytes) {
    size_t end = pos_ + bytes;
    for (bool more = true; more;) {
      more = false;
      for (std::string_view stop : kHanStops) {
        if (!At(stop, end)) continue;
        end += stop.size();
        more = true;
      }
    }
    EndAt(SkipClosers(end));
  }

  // Dots set apart, ". . .": how many from `pos` on, the first one included.
  int SpacedDots(size_t pos) const {
    int dots = 0;
    while (ByteAt(pos) == '.') {
      ++dots;
      if (ByteAt(pos + 1) != ' ' || ByteAt(pos + 2) != '.') break;
      pos += 2;
    }
    return dots;
  }

  // "ended. . . . The next one": the first dot ends the sentence, the other three open the next. "one . . . I mean" is
  // a pause.
  bool SpacedEllipsis(size_t stop) {
    const int dots = SpacedDots(stop);
    if (dots != 3 && dots != 4) return false;
    const bool apart = stop == 0 || ClassAt(stop - 1) == CharClass::kSpace;
    if (dots == 3 && apart) {
      pos_ = stop + 5;
      return ClassAt(stop + 5) == CharClass::kSpace && SkipSpaces(stop + 5) < text_.size();
    }
    if (dots != 4 || apart || ByteAt(stop + 7) != ' ' || ClassAt(stop + 8) != CharClass::kUpper) return false;
    Close(stop + 1);
    pos_ = stop + 7;
    return true;
  }

  // "in a trial.11 12 The next": the numbers of notes stand behind the stop. 0 when there are none.
  size_t NoteNumbersEnd(size_t stop) const {
    const std::string_view word = WordBefore(stop);
    if (word.size() < 4 || !IsAsciiDigit(ByteAt(stop + 1))) return 0;
    for (char c : word.substr(word.size() - 4)) {
      if (!IsAsciiLower(c)) return 0;
    }
    size_t at = stop + 1;
    for (int notes = 0; notes < 4; ++notes) {
      const size_t digits = at;
      while (IsAsciiDigit(ByteAt(at))) ++at;
      if (at == digits || at - digits > 3 || ByteAt(at) != ' ') return 0;
      if (ClassAt(at + 1) == CharClass::kUpper) return at;
      ++at;
    }
    return 0;
  }

  // The stop and those right behind it, "?!", "...", ". . .".
  size_t StopsEnd(size_t pos) const {
    for (;;) {
      if (ByteAt(pos) == '.' || ByteAt(pos) == '!' || ByteAt(pos) == '?') {
        ++pos;
      } else if (At("\u2026", pos)) {
        pos += 3;
      } else if (ByteAt(pos) == ' ' && ByteAt(pos + 1) == '.' && !IsAsciiLetter(ByteAt(pos + 2)) &&
                 !IsAsciiDigit(ByteAt(pos + 2))) {
        pos += 2;
      } else {
        return pos;
      }
    }
  }

  void LatinStop() {
    const size_t stop = pos_;
    if (text_[stop] == '.') {
      if (SpacedEllipsis(stop)) return;
      if (const size_t notes = NoteNumbersEnd(stop); notes != 0) return EndAt(notes);
    }
    const size_t stops_end = StopsEnd(stop);
    const size_t end = SkipClosers(stops_end);
    const bool dot = text_[stop] == '.' && stops_end == stop + 1;
    pos_ = stops_end;
    if (end == text_.size()) return;
    const CharClass next = ClassAt(end);
    if (next == CharClass::kSpace) {
      if (dot ? DotEnds(stop, end) : NextBegins(end, true)) EndAt(end);
    } else if (next == CharClass::kHan) {
      if (stop > 0 && Classify(DecodeBefore(text_, stop).value) == CharClass::kHan) EndAt(end);
    } else if (OpensPair(end) && !dot) {
      EndAt(end);
    } else if (dot && end == stops_end && GluedEnds(stop)) {
      EndAt(end);
    }
  }

  // "end.Then", "1,000.That": a space was lost. Not "OpenAI.Com", "www.Example.com".
  bool GluedEnds(size_t stop) const {
    if (!IsAsciiUpper(ByteAt(stop + 1)) || !IsAsciiLower(ByteAt(stop + 2))) return false;
    const std::string_view word = WordBefore(stop);
    if (word.empty() || word.find_first_of("./:@_") != std::string_view::npos) return false;
    if (IsAsciiDigit(word.back())) return true;
    size_t after = stop + 1;
    while (IsAsciiLetter(ByteAt(after))) ++after;
    const bool lower = word.size() > 1 && IsAsciiLower(word.back()) && (!IsAsciiUpper(word.front()) || word.size() > 5);
    const bool title = ByteAt(after) == '.' && ByteAt(after + 1) == ' ' && after - stop <= 5 &&
                       FindAbbreviation(text_.substr(stop + 1, after - stop - 1)) == Abbreviation::kOpen;
    return lower && (title || (ByteAt(after) != '.' && ByteAt(after) != '/'));
  }

  // Letters, digits, inner dots and signs that touch `end` from the left; a bounded look.
  std::string_view WordBefore(size_t end) const {
    size_t begin = end;
    while (begin > begin_ && end - begin < kWordBytesMax) {
      const char c = text_[begin - 1];
      if (!IsAsciiLetter(c) && !IsAsciiDigit(c) &&
          (c != '.' && c != ',' && c != '/' && c != ':' && c != '@' && c != '_'))
        break;
      --begin;
    }
    return text_.substr(begin, end - begin);
  }

  bool DotEnds(size_t stop, size_t end) const {
    std::string_view word = WordBefore(stop);
    if (ListNumber(stop, word)) return false;
    const size_t next = SkipSpaces(end);
    if (word.empty() && (text_.substr(0, stop).ends_with("N\u00B0") || text_.substr(0, stop).ends_with("n\u00B0")))
      return ClassAt(next) != CharClass::kDigit && NextBegins(end, true);
    if (word == "I" && AfterLowerWord(stop - 1)) return NextBegins(end, true);  // "you and I."
    switch (FindAbbreviation(word)) {
      case Abbreviation::kNone: return NextBegins(end, true);
      case Abbreviation::kOpen:
        return word.size() > 1 && word.find('.') != std::string_view::npos && Initial(word) && NextBegins(end, false);
      case Abbreviation::kNumeric:
        return ClassAt(next) != CharClass::kDigit && NextBegins(end, word.size() <= 3 && word[0] != 'S');
      case Abbreviation::kClosed: return NextBegins(end, false) || TitleBegins(word, next);
    }
    return true;
  }

  // True when a word in lower case and a blank stand right before `pos`.
  bool AfterLowerWord(size_t pos) const {
    if (pos < 2 || text_[pos - 1] != ' ' || !IsAsciiLower(text_[pos - 2])) return false;
    size_t begin = pos - 1;
    while (begin > begin_ && pos - begin < kWordBytesMax && IsAsciiLetter(text_[begin - 1])) --begin;
    return IsAsciiLower(text_[begin]);
  }

  // "He left at 6 p.m. Mr. Smith stayed", but "At 6 p.m. Mr. Smith left": a title begins a sentence behind a time, once
  // the open one has had room for a verb.
  bool TitleBegins(std::string_view word, size_t next) const {
    if (word.size() != 3 || word[1] != '.' || AsciiLower(word[2]) != 'm') return false;
    size_t end = next;
    while (IsAsciiLetter(ByteAt(end)) && end - next < 6) ++end;
    if (ByteAt(end) != '.' || FindAbbreviation(text_.substr(next, end - next)) != Abbreviation::kOpen || end - next < 2)
      return false;
    const std::string_view open = text_.substr(begin_, next - begin_);
    return std::count(open.begin(), open.end(), ' ') > 4;
  }

  static bool Initial(std::string_view word) { return IsAsciiUpper(word[0]); }

  // "2." at the start of a sentence numbers it; so does "a." or "Q.".
  bool ListNumber(size_t stop, std::string_view word) const {
    if (word.empty() || word.size() > 3) return false;
    size_t begin = begin_;
    while (begin < stop && ClassAt(begin) == CharClass::kSpace) begin += Decode(text_, begin).bytes;
    begin += BulletAt(begin);
    while (begin < stop && ClassAt(begin) == CharClass::kSpace) begin += Decode(text_, begin).bytes;
    if (begin != stop - word.size()) return false;
    return IsAsciiDigit(word[0]) || word.size() == 1;
  }

  // Does a new sentence begin after the white space at `end`? Without `freely` only words that start sentences count.
  bool NextBegins(size_t end, bool freely) const {
    size_t next = SkipSpaces(end);
    if (next == text_.size() || text_[next] == '\n') return true;
    if (!freely) return StartsSentences(WordAt(next));
    while (OpensPair(next) || ByteAt(next) == '\'' || ByteAt(next) == '`' || At("\u2018", next))
      next += Decode(text_, next).bytes;
    const CharClass kind = ClassAt(next);
    if (kind != CharClass::kLower) return kind != CharClass::kOther || Opens(next);
    if (ByteAt(next + 1) == ')' && MarkerAt(next).number != 0) return true;  // "w) hello x) hello"
    // "xAI", "iPhone", "eBay" begin with a small letter wherever they stand.
    return IsAsciiUpper(ByteAt(next + 1));
  }

  bool Opens(size_t pos) const {
    const char c = ByteAt(pos);
    return c == '$' || c == '#' || c == '@' || c == '*' || c == '<' || static_cast<unsigned char>(c) >= 0x80;
  }

  std::string_view WordAt(size_t begin) const {
    while (OpensPair(begin)) begin += Decode(text_, begin).bytes;
    size_t end = begin;
    while (end < text_.size() && (IsAsciiLetter(text_[end]) || text_[end] == '\'' || At("\u2019", end))) {
      end += text_[end] == '\xE2' ? 3 : 1;
    }
    const std::string_view word = text_.substr(begin, end - begin);
    return !word.empty() && IsAsciiUpper(word[0]) ? word : std::string_view();
  }

  // ---- list items in a row: "a) one b) two", "1. one 2. two" --------------------------------------

  struct Marker {
    int number = 0;  // 0: none; letters count from a
    int roman = 0;   // of "iv"; 0 when the letters are no such number
    char style[3] = {0, 0, 0};
    bool letter = false;
  };

  // The list marker at `pos`, which must be followed by a space.
  Marker MarkerAt(size_t pos) const {
    Marker m;
    size_t at = pos;
    if (ByteAt(at) == '(') m.style[0] = text_[at++];
    if (IsAsciiLetter(ByteAt(at))) {
      size_t end = at;
      while (end - at < 5 && IsAsciiLetter(ByteAt(end))) ++end;
      if (ByteAt(end) != '.' && ByteAt(end) != ')') return {};  // nearly every word
      m.letter = true;
      m.roman = RomanNumber(text_.substr(at, end - at));
      m.number = end - at == 1 ? AsciiLower(text_[at]) - 'a' + 1 : m.roman != 0 ? kRomanOnly : 0;
      at = end;
    } else {
      for (int digits = 0; digits < 2 && IsAsciiDigit(ByteAt(at)); ++digits)
        m.number = m.number * 10 + (text_[at++] - '0');
    }
    for (int i = 1; i < 3 && (ByteAt(at) == '.' || ByteAt(at) == ')'); ++i) m.style[i] = text_[at++];
    const bool closed = m.style[1] != 0 && (m.style[0] == 0 || m.style[1] == ')');
    if (m.number == 0 || !closed || ByteAt(at) != ' ') return {};
    return m;
  }

  // Whether MarkerAt is worth asking behind a blank: a marker closes within seven bytes.
  bool MayOpenMarker(size_t pos) const {
    if (pos + 8 > text_.size()) return true;
    const uint64_t next = FirstBytes(text_.substr(pos));
    return HasByte(next, '.') || HasByte(next, ')');
  }

  void ListItem() {
    const Marker next = MarkerAt(pos_ + 1);
    if (next.number == 0) return;
    if (marker_.number == 0) marker_ = MarkerAt(SkipSpaces(begin_));
    const bool next_number = next.number == marker_.number + 1 && next.number != kRomanOnly;
    const bool next_roman = marker_.roman != 0 && next.roman == marker_.roman + 1;
    const bool follows = marker_.number != 0 && (next_number || next_roman) && next.letter == marker_.letter &&
                         std::equal(next.style, next.style + 3, marker_.style);
    if (follows) Close(pos_);
  }

  // i to xii, in one case or the other; 0 for anything else.
  static int RomanNumber(std::string_view letters) {
    static constexpr std::string_view kRoman[] = {"i",   "ii",   "iii", "iv", "v",  "vi",
                                                  "vii", "viii", "ix",  "x",  "xi", "xii"};
    for (size_t i = 0; i < std::size(kRoman); ++i) {
      const bool same = std::equal(letters.begin(), letters.end(), kRoman[i].begin(), kRoman[i].end(),
                                   [](char a, char b) { return AsciiLower(a) == b; });
      if (same) return int(i) + 1;
    }
    return 0;
  }

  std::string_view text_;
  std::vector<ByteSpan>& out_;
  size_t pos_ = 0;
  size_t begin_ = 0;                // of the open sentence
  size_t single_quotes_tried_ = 0;  // no single quotation begins before this and closes
  Marker marker_;                   // that the open sentence begins with, once looked for
  std::array<size_t, std::size(kPairs)> closer_{};
  std::array<bool, std::size(kPairs)> searched_{};
};

}  // namespace

void FindSentences(std::string_view text, std::string_view, std::vector<ByteSpan>& sentences) {
  Splitter(text, sentences).Run();
}

}  // namespace tocsin
