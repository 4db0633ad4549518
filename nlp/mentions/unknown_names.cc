// English names by shape and cue.
//
// A run of capitalised words is a name; what it names is told by its head noun ("Act", "Ventures", "Party of"), by
// given and family names, by the words around it ("CEO", "the startup", ", a chipmaker"), or by the other members of
// a list it stands in. A run that nothing tells about is left alone: a wrong type is worse than none.
#include <algorithm>
#include <array>
#include <iterator>

#include "nlp/mentions/folded_word.h"
#include "nlp/mentions/name_candidate.h"
#include "nlp/mentions/name_shapes.h"
#include "nlp/mentions/name_words.h"
#include "nlp/text/characters.h"

namespace tocsin {
namespace {

constexpr size_t kRunWordsMax = 14;  // words of one name; longer runs are headlines in capitals
constexpr uint32_t kBodyNouns = kOrganizationNoun | kGovernmentNoun | kLawNoun | kFundNoun;
constexpr uint32_t kNouns = kBodyNouns | kPlaceNoun | kEventNoun;
constexpr uint32_t kPersonWords = kGivenName | kDoubtfulGivenName | kFamilyName | kFamilyNameFirst;

template <size_t N>
bool In(const std::array<std::string_view, N>& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

bool IsPossessive(std::string_view word) { return word == "'s" || word == "\u2019s"; }
bool IsApostrophe(std::string_view word) { return word == "'" || word == "\u2019"; }

// Persons, bodies and places are told apart in lists; nothing finer.
enum class Kind : uint8_t { kNone, kPerson, kBody, kPlace };

Kind KindOf(EntityType type) {
  switch (type) {
    case EntityType::kPerson: return Kind::kPerson;
    case EntityType::kOrganization:
    case EntityType::kGovernmentBody:
    case EntityType::kFund: return Kind::kBody;
    case EntityType::kCountry:
    case EntityType::kPlace: return Kind::kPlace;
    case EntityType::kLawOrProgram:
    case EntityType::kProduct: return Kind::kNone;
  }
  return Kind::kNone;
}

class UnknownNames {
 public:
  UnknownNames(std::string_view text, const Annotations& read, const std::vector<KnownName>& known,
               std::vector<NameCandidate>& out)
      : text_(text), tokens_(read.tokens), words_(read.words), known_(known), out_(out) {}

  void ReadSentence(size_t first, size_t last) {
    first_ = first;
    last_ = last;
    if (!Survey()) return;
    runs_.clear();
    for (size_t i = first; i < last;) {
      if (!IsNameWord(i)) {
        ++i;
        continue;
      }
      if (const size_t words = BillAt(i); words != 0) {
        Emit(i, i + words, EntityType::kLawOrProgram);
        i += words;
        continue;
      }
      const size_t end = RunEnd(i);
      if (end - i <= kRunWordsMax) ReadRun(i, end);
      i = end;
    }
    ReadLists();
  }

 private:
  // A stretch of the sentence that may be a name, and what it was taken for.
  struct Run {
    size_t first, end;
    size_t full;  // where it begins with "American" and the like
    Kind kind = Kind::kNone;
    bool open = false;  // nothing is told about it yet: a list may
  };

  std::string_view Word(size_t i) const { return tokens_[i].span.in(text_); }
  std::string_view WordAt(size_t i) const { return i >= first_ && i < last_ ? Word(i) : std::string_view(); }
  uint32_t Bits(size_t i) const { return i >= first_ && i < last_ ? words_[i].names : 0; }
  bool IsNameWord(size_t i) const {
    return tokens_[i].kind == TokenKind::kWord && tokens_[i].capital &&
           (tokens_[i].plain || !LooksCompoundAdjective(Word(i)));
  }
  bool IsNameWordAt(size_t i) const { return i < last_ && IsNameWord(i); }

  // Whether token `i` directly follows token `i` - 1 but for one space.
  bool Adjacent(size_t i) const {
    return tokens_[i].span.begin <= tokens_[i - 1].span.end + 1 &&
           (tokens_[i].span.begin == tokens_[i - 1].span.end || text_[tokens_[i - 1].span.end] != '\n');
  }

  // What the sentence is like as a whole; false when no word of it is capital, and nothing is to be found.
  bool Survey() {
    constexpr size_t kLongWord = 4;  // bytes: shorter ones are "of", "the" and "for" in headlines too
    uint32_t names = 0;
    size_t long_words = 0, long_capitals = 0;
    bool capitals = false;
    for (size_t i = first_; i < last_; ++i) {
      const Token& token = tokens_[i];
      if (token.kind != TokenKind::kWord) continue;
      names |= words_[i].names;
      capitals |= token.capital;
      const bool counts = token.span.size() >= kLongWord;
      long_words += counts;
      long_capitals += counts && token.capital;
    }
    pronoun_ = (names & kPersonPronoun) != 0;
    // "Officials Weigh New Rules for Chips": nearly every longer word begins with a capital.
    title_case_ = long_words >= 4 && long_capitals * 4 >= long_words * 3 && long_capitals + 1 >= long_words &&
                  WordAt(last_ - 1) != ".";
    return capitals;
  }

  // ---- how far a name goes ------------------------------------------------------------------------------------
  size_t RunEnd(size_t i) const {
    size_t end = i + 1;
    uint32_t bits = Bits(i);
    bool tail = false;  // behind "of", "for", "on"
    while (end < last_ && Adjacent(end)) {
      const std::string_view w = Word(end);
      if (IsNameWord(end)) {
        if (Bits(end) & kCalendarWord) break;
        // "National Party of Ruritania Coalition", "Liberal Party of Ruritania Jane Roe"
        if (tail && (w == "Coalition" || w == "Government" || (Bits(end) & (kGivenName | kPersonTitle)))) break;
        bits |= Bits(end++);
        continue;
      }
      const bool capital_next = IsNameWordAt(end + 1) && Adjacent(end + 1) && !(Bits(end + 1) & kCalendarWord);
      const bool initial = LooksInitials(Word(end - 1)) || (end > i + 1 && Word(end - 1).size() == 1);
      if (w == "." && capital_next && (initial || ShortensPlace(Word(end - 1)))) {
        bits |= Bits(end + 1);
        end += 2;  // "Donald J. Trump", "St. Louis"
        continue;
      }
      if (w == "," && capital_next && IsLegalForm(Word(end + 1)) && end > i) {  // "Acme, Inc."
        bits |= Bits(end + 1);
        end += 2;
        break;
      }
      if (LooksSmallPrefixed(w)) {  // "Bashar al-Assad"
        ++end;
        continue;
      }
      if (w == "&" && capital_next) {
        end += 2;
        continue;
      }
      if ((IsPossessive(w) || IsApostrophe(w)) && (Bits(end - 1) & kBodyOwner) && capital_next) {
        end += 2;  // "Woman's Christian Temperance Union"
        continue;
      }
      if (const size_t joined = JoinedBy(end, bits, tail); joined != end) {
        bits |= Bits(joined - 1);
        end = joined;
        continue;
      }
      break;
    }
    return end;
  }

  static bool ShortensPlace(std::string_view word) {
    constexpr std::array<std::string_view, 4> kShort = {"St", "Ste", "Mt", "Ft"};
    return In(kShort, word);
  }

  static bool IsLegalForm(std::string_view word) {
    constexpr std::array<std::string_view, 8> kForms = {"Inc", "Ltd", "LLC", "LLP", "Corp", "Co", "NA", "PLC"};
    return In(kForms, word);
  }

  // Words in small letters inside a name: where the name goes on behind them, or `at`.
  size_t JoinedBy(size_t at, uint32_t bits, bool& tail) const {
    const std::string_view w = Word(at);
    constexpr std::array<std::string_view, 3> kBodyJoins = {"of", "for", "on"};
    if (In(kBodyJoins, w)) {
      uint32_t opening = kBodyNouns | kEventNoun;
      if (w == "of") opening |= kPlaceNoun;
      constexpr std::array<std::string_view, 4> kOthers = {"House", "Houses", "State", "Commonwealth"};
      const bool house = w == "of" && In(kOthers, Word(at - 1));
      if (!(Bits(at - 1) & opening) && !house && !tail) return at;
      // A member of Parliament for a seat, a company for something: only bodies with a purpose go on.
      constexpr std::array<std::string_view, 5> kNoPurpose = {"Parliament", "Government", "Congress", "Senate",
                                                              "Assembly"};
      if (w == "for" && !tail && (In(kNoPurpose, Word(at - 1)) || (Bits(at - 1) & kCompanyNoun))) return at;
      size_t next = at + 1;
      if (WordAt(next) == "the") ++next;
      if (!IsNameWordAt(next) || (Bits(next) & kCalendarWord)) return at;
      if ((tail || w == "for") && (Bits(next) & kBodyNouns)) return at;
      if ((Bits(next) & kGivenName) && IsNameWordAt(next + 1) && !(bits & kLawNoun)) return at;  // "Party of Jane Roe"
      tail = true;
      return next + 1;
    }
    if (w == "and") {
      if (!IsNameWordAt(at + 1)) return at;
      if (FieldWord(at + 1) && (tail || FieldWord(at - 1))) return at + 2;
      // "Social Democratic and Labour Party": both stand before the noun that is still to come.
      const auto modifies = [&](size_t i) { return FieldWord(i) || (Bits(i) & kPeopleAdjective); };
      if (bits & kNouns) return at;
      if (modifies(at - 1) && modifies(at + 1) && IsNameWordAt(at + 2)) return at + 2;
      // "Ethics and Public Policy Center"
      size_t stop = at + 1;
      while (stop < last_ && IsNameWord(stop) && Adjacent(stop) && !(Bits(stop) & kPersonWords)) ++stop;
      const uint32_t noun = Bits(stop - 1);
      const bool body = (noun & (kOrganizationNoun | kGovernmentNoun)) && !(noun & kCompanyNoun);
      return FieldWord(at - 1) && body && stop > at + 2 && stop < at + 6 ? at + 2 : at;
    }
    // "Ministry of Economy, Trade and Industry"
    if (w == "," && tail && (bits & kGovernmentNoun) && IsNameWordAt(at + 1) && FieldWord(at - 1) &&
        FieldWord(at + 1)) {
      for (size_t i = at + 2; i < last_ && i < at + 8; ++i) {
        if (Word(i) == "and") return FieldWord(i + 1) ? at + 2 : at;
        if (Word(i) != "," && !FieldWord(i)) return at;
      }
      return at;
    }
    // "Ursula von der Leyen"
    if ((Bits(at) & kParticle) && !(bits & kBodyNouns)) {
      size_t next = at + 1;
      while (next < last_ && next < at + 3 && (Bits(next) & kParticle) && !IsNameWord(next)) ++next;
      if (IsNameWordAt(next) && Adjacent(next)) return next + 1;
    }
    return at;
  }

  // What bodies are for: "Trade", "Emerging", "Development".
  bool FieldWord(size_t i) const {
    if (!IsNameWordAt(i) || ((Bits(i) & kNouns) && !(Bits(i) & kFieldWord))) return false;
    if (Bits(i) & (kPersonWords | kPeopleAdjective)) return (Bits(i) & kFieldWord) != 0;
    if (Bits(i) & kFieldWord) return true;
    constexpr std::array<std::string_view, 9> kEndings = {"tion", "ment", "ity", "ics", "ture",
                                                          "ing",  "ism",  "ogy", "ies"};
    const std::string_view w = Word(i);
    return w.size() > 5 && std::any_of(kEndings.begin(), kEndings.end(), [&](auto e) { return w.ends_with(e); });
  }

  // ---- what it names ------------------------------------------------------------------------------------------
  void ReadRun(size_t first, size_t end) {
    // Words that only open the sentence are no part of the name.
    while (first < end && (Bits(first) & (kOpensSentence | kCalendarWord)) && !(Bits(first) & kBodyOwner)) ++first;
    // "Incumbent Jane Roe", "Singers Jane Roe and": a calling that is capital only here.
    if (first == first_ && first + 2 < end && (Bits(first) & kPersonWords) == 0 && IsCalling(Word(first))) ++first;
    if (end - first > 1 && Word(end - 1) == "No" && WordAt(end) == ".") --end;  // "Bill of Law No. 2,338"
    if (first == end) return;
    // "Nvidia AI servers": the known name's AI, and no firm of that name.
    if (end - first > 1 && Word(end - 1) == "AI" && KnownAt(first, end - 1) != nullptr) return;
    if (PartyOfAdjective(first, end) || Dateline(first, end) || Election(first, end) || Classify(first, end)) return;
    size_t open = first;
    while (open < end && (Bits(open) & kPeopleAdjective)) ++open;
    if (open == end) return;
    Run run{open, end, first};
    if (const KnownName* known = KnownAt(open, end)) {
      run.kind = known->weak ? Kind::kNone : KindOf(known->type);
    } else {
      run.open =
          !(Bits(end - 1) & (kNouns | kStopsPerson | kPersonTitle)) && !(Bits(end - 1) & kFieldWord) && end - open <= 4;
    }
    runs_.push_back(run);
  }

  static bool IsCalling(std::string_view word) {
    const FoldedWord small(word, true);
    std::string_view calling = small.view();
    if (NameWordsOf(calling) & kPersonNoun) return true;
    if (calling.ends_with('s')) calling.remove_suffix(1);
    return (NameWordsOf(calling) & kPersonNoun) != 0;
  }

  // "the Conservative party": what the adjective names is told by the small word behind it.
  bool PartyOfAdjective(size_t first, size_t end) {
    if (end - first != 1 || WordAt(end) != "party" || !(Bits(first) & kPeopleAdjective)) return false;
    const std::string_view before = WordAt(first - 1);
    return (before == "the" || before == "The") && Emit(first, end + 1, EntityType::kOrganization);
  }

  // "TOKYO --", "OAKLAND, Calif. (Reuters)": a place in capitals opens the line.
  bool Dateline(size_t first, size_t end) {
    if (end - first > 3 || !tokens_[first].all_caps || !tokens_[end - 1].all_caps) return false;
    if (first != first_ || (first > 0 && text_[tokens_[first].span.begin - 1] != '\n')) return false;
    const std::string_view after = WordAt(end);
    if (after != "\u2014" && after != "\u2013" && !(after == "-" && WordAt(end + 1) == "-") && after != "(")
      return false;
    const KnownName* known = KnownAt(first, end);
    return (known == nullptr || KindOf(known->type) == Kind::kPlace) && Word(first).size() > 3 &&
           Emit(first, end, EntityType::kPlace);
  }

  // "H.R. 8959", "SB 53", "S. 1071": bills by number. The number of tokens, or 0.
  size_t BillAt(size_t i) const {
    constexpr std::array<std::string_view, 12> kChambers = {"HB",   "SB",   "AB",   "HR",   "HF",       "SF",
                                                            "H.R.", "H.B.", "S.B.", "A.B.", "H.J.Res.", "LD"};
    const auto number = [&](size_t at) {
      return at < last_ && tokens_[at].kind == TokenKind::kNumber && tokens_[at].span.size() <= 5 &&
             std::all_of(text_.begin() + tokens_[at].span.begin, text_.begin() + tokens_[at].span.end, IsAsciiDigit);
    };
    const std::string_view w = Word(i);
    if (In(kChambers, w) && number(i + 1) && Adjacent(i + 1)) return 2;
    if (w == "H" && WordAt(i + 1) == "." && WordAt(i + 2) == "R" && WordAt(i + 3) == "." && number(i + 4)) return 5;
    if (w == "S" && WordAt(i + 1) == "." && number(i + 2) && tokens_[i + 2].span.size() >= 2) return 3;
    return 0;
  }

  // "the 1996 Ruritania Senate election in Zenda": an event, and none of the places in it is spoken of.
  bool Election(size_t first, size_t end) {
    if (first == first_ || tokens_[first - 1].kind != TokenKind::kNumber || tokens_[first - 1].span.size() != 4)
      return false;
    constexpr std::array<std::string_view, 6> kVotes = {"election",    "elections", "referendum",
                                                        "by-election", "primary",   "primaries"};
    size_t vote = end;
    while (vote < last_ && vote < end + 3 && !In(kVotes, Word(vote))) {
      if (tokens_[vote].kind != TokenKind::kWord) return false;
      ++vote;
    }
    if (vote == last_ || vote == end + 3) return false;
    size_t stop = vote + 1;
    if (WordAt(stop) == "in") {
      const size_t place = WordAt(stop + 1) == "the" ? stop + 2 : stop + 1;
      if (IsNameWordAt(place)) stop = RunEnd(place);
    }
    return Emit(first, stop, EntityType::kProduct, true);
  }

  // The known name that covers the run exactly, if any.
  const KnownName* KnownAt(size_t first, size_t end) const {
    const ByteSpan span{tokens_[first].span.begin, tokens_[end - 1].span.end};
    auto at = std::lower_bound(known_.begin(), known_.end(), span.begin,
                               [](const KnownName& k, uint32_t b) { return k.span.begin < b; });
    for (; at != known_.end() && at->span.begin == span.begin; ++at) {
      if (at->span.end == span.end) return &*at;
    }
    return nullptr;
  }

  bool Classify(size_t first, size_t end) {
    const size_t join = std::find_if(tokens_.begin() + ptrdiff_t(first) + 1, tokens_.begin() + ptrdiff_t(end),
                                     [&](const Token& t) { return JoinsBody(t.span.in(text_)); }) -
                        tokens_.begin();
    const size_t head_end = join < end ? join : end;
    if (join == end && PersonBehindTitle(first, end)) return true;
    if (PersonBeforeTail(first, end)) return true;
    if (title_case_ && !SureInTitleCase(first, end, head_end)) return false;
    if (join == end && Branch(first, end)) return Emit(first, end, EntityType::kOrganization);
    if (Body(first, end, head_end)) return true;
    if (join == end && Person(first, end)) return true;
    if (join == end && CompanyByCue(first, end)) return Emit(first, end, EntityType::kOrganization);
    if (join == end && end - first >= 2 && (Bits(first) & kProductCue) && ProductByCue(first + 1, end))
      return Emit(first + 1, end, EntityType::kProduct);  // "the SaaS Zorblat"
    if (join == end && ProductByCue(first, end)) return Emit(first, end, EntityType::kProduct);
    if (join == end && PlaceByCue(first, end)) return Emit(first, end, EntityType::kPlace);
    return false;
  }

  // "Acme Ruritania": a known firm and a known country side by side are the firm's branch there.
  bool Branch(size_t first, size_t end) const {
    if (end - first < 2 || end - first > 4) return false;
    for (size_t cut = first + 1; cut < end; ++cut) {
      const KnownName *firm = KnownAt(first, cut), *country = KnownAt(cut, end);
      if (firm == nullptr || country == nullptr || country->type != EntityType::kCountry) continue;
      return firm->type == EntityType::kOrganization && !firm->weak && !tokens_[end - 1].all_caps;
    }
    return false;
  }

  // "the app SoftSpot", "its Gaudi chips"
  bool ProductByCue(size_t first, size_t end) const {
    if (end - first > 3 || KnownAt(first, end) != nullptr) return false;
    for (size_t i = first; i < end; ++i) {
      if (Bits(i) & (kPeopleAdjective | kStopsPerson | kFieldWord | kOpensSentence | kMayOpenName | kNouns))
        return false;
    }
    // "mobile UX", "product ID"
    const bool letters = end - first == 1 && tokens_[first].all_caps &&
                         Word(first).find_first_of("0123456789") == std::string_view::npos;
    if (first > first_ && (Bits(first - 1) & kProductCue)) return !letters;
    constexpr std::array<std::string_view, 6> kMakers = {"creator", "creators",  "maker",
                                                         "makers",  "developer", "inventor"};
    if (WordAt(first - 1) == "of" && In(kMakers, WordAt(first - 2))) return !letters;
    constexpr std::array<std::string_view, 6> kOwn = {"its", "their", "new", "latest", "own", "flagship"};
    return first > first_ && (In(kOwn, WordAt(first - 1)) || IsPossessive(WordAt(first - 1))) &&
           (Bits(end) & kProductCue) && !tokens_[first].all_caps;
  }

  // In a headline only what two signs agree on: "Acme Inc", "University of X", a given name before a family name.
  bool SureInTitleCase(size_t first, size_t end, size_t head_end) const {
    const uint32_t head = Bits(head_end - 1);
    if (head_end < end) return (head & (kGovernmentNoun | kOrganizationNoun)) && WordAt(head_end) != "for";
    if (IsLegalForm(Word(end - 1)) || (head & (kGovernmentNoun | kLawNoun)))
      return end - first <= 4 && !HasVerb(first, end);
    return end - first <= 3 && (Bits(first) & kGivenName) && ((head & kFamilyName) || LooksFamilyName(Word(end - 1)));
  }

  // "OpenAI Reaches Agreement"
  bool HasVerb(size_t first, size_t end) const {
    for (size_t i = first + 1; i + 1 < end; ++i) {
      if (Word(i).ends_with("es") || Word(i).ends_with("s")) return !(Bits(i) & (kFieldWord | kNouns | kFamilyName));
    }
    return false;
  }

  static bool JoinsBody(std::string_view w) {
    constexpr std::array<std::string_view, 3> kJoins = {"of", "for", "on"};
    return In(kJoins, w);
  }

  // By the last word before "of", or else the last word.
  bool Body(size_t first, size_t end, size_t head_end) {
    const uint32_t head = Bits(head_end - 1);
    const bool joined = head_end < end;
    const size_t words = head_end - first;
    if (words < 2 && !joined) return false;
    if (joined && (Word(head_end - 1) == "House" || Word(head_end - 1) == "Houses"))
      return Emit(first, end, EntityType::kGovernmentBody);
    if (words >= 3 && WordAt(head_end - 2) == "," && IsLegalForm(Word(head_end - 1)))
      return Emit(first, end, EntityType::kOrganization);
    if (head & kEventNoun) return Emit(first, end, EntityType::kProduct, true);
    if (head & kLawNoun) return Emit(first, WithYear(end), EntityType::kLawOrProgram);
    if (head & kFundNoun) return Emit(first, end, EntityType::kFund);
    if (head & kGovernmentNoun) return Emit(first, end, EntityType::kGovernmentBody);
    if ((head & kCompanyNoun) && !joined && Describes(first, end - 1)) return false;
    if (head & kOrganizationNoun) return Emit(first, end, EntityType::kOrganization);
    if (joined ? (head & (kPlaceStart | kPlaceNoun)) != 0 : (head & kPlaceNoun) != 0)
      return Emit(first, end, EntityType::kPlace);
    const uint32_t start = Bits(first);
    if (joined || !(start & kPlaceStart) || (start & kPlaceNoun) || words > 3 || tokens_[end - 1].all_caps)
      return false;
    const KnownName* rest = KnownAt(first + 1, end);  // "Southeastern United States"
    const bool inside_known = rest != nullptr && KindOf(rest->type) == Kind::kPlace;
    if (inside_known || !(head & (kStopsPerson | kPersonTitle | kPeopleAdjective)))
      return Emit(first, end, EntityType::kPlace);
    return false;
  }

  // "Chinese AI", "California Companies": only where from, and so no name.
  bool Describes(size_t first, size_t end) const {
    for (size_t i = first; i < end; ++i) {
      const KnownName* known = KnownAt(i, i + 1);
      const bool place = known != nullptr && KindOf(known->type) == Kind::kPlace;
      if (!place && !(Bits(i) & kPeopleAdjective)) return false;
    }
    return true;
  }

  // "Internal Revenue Code of 1986"
  size_t WithYear(size_t end) const {
    const bool year = WordAt(end) == "of" && end + 1 < last_ && tokens_[end + 1].kind == TokenKind::kNumber &&
                      tokens_[end + 1].span.size() == 4;
    return year ? end + 2 : end;
  }

  // "CEO Jane Roe", "Senator Bernie Sanders", "Mr. Buchanan": the title may be in the run or before it.
  bool PersonBehindTitle(size_t first, size_t end) {
    size_t title = end;
    for (size_t i = first; i + 1 < end; ++i) {
      if (Bits(i) & kPersonTitle) title = i;
    }
    if (title < end) {
      size_t name = title + 1;
      if (Word(name) == ".") ++name;
      const bool doubtful = title_case_ || (Bits(title) & kDoubtfulTitle);
      if (name < end && NamesPerson(name, end) && PersonSized(name, end) && (!doubtful || SoundsPersonal(name, end))) {
        const bool officer = Word(title).starts_with("C") && tokens_[title].all_caps;  // "Acme CEO Jane Roe"
        if (officer && title > first && !(Bits(title - 1) & kPeopleAdjective))
          Emit(first, title, EntityType::kOrganization);
        // A king's title is part of the name: "Queen Beatrix".
        constexpr std::array<std::string_view, 6> kRanks = {"King", "Queen", "Pope", "Lord", "Lady", "Emperor"};
        if (end - name == 1 && In(kRanks, Word(title))) name = title;
        return Emit(name, end, EntityType::kPerson);
      }
      return false;
    }
    // "Mr." ends a run with its dot; the name follows in the next.
    if (first <= first_) return false;
    size_t before = first - 1;
    if (Word(before) == "." && before > first_) --before;
    const uint32_t cue = Bits(before);
    const size_t words = end - first;
    const bool told = (cue & kPersonTitle) || ((cue & kPersonNoun) && words >= 2 && !(Bits(first) & kPeopleAdjective));
    if (!told || !NamesPerson(first, end)) return false;
    return Emit(first, end, EntityType::kPerson);
  }

  // Whether some word is a given or family name, or looks like one.
  bool SoundsPersonal(size_t first, size_t end) const {
    for (size_t i = first; i < end; ++i) {
      if ((Bits(i) & kPersonWords) || LooksFamilyName(Word(i))) return true;
    }
    return false;
  }

  // Whether the words can be a person's name at all.
  bool NamesPerson(size_t first, size_t end) const {
    const uint32_t last = Bits(end - 1);
    if (end - first > 5 || (last & kCalendarWord)) return false;
    if (last & (kNouns | kStopsPerson | kPersonTitle)) return (last & kFamilyName) != 0 && !(last & kBodyNouns);
    for (size_t i = first; i < end; ++i) {
      if ((Bits(i) & (kBodyNouns | kFieldWord)) && !(Bits(i) & kPersonWords)) return false;
    }
    if (end - first == 1 && (Bits(first) & (kPeopleAdjective | kMayOpenName | kPlaceStart | kOpensSentence)))
      return false;
    if (tokens_[first].all_caps && end - first == 1) return false;
    const KnownName* known = KnownAt(first, end);
    return known == nullptr || known->weak || known->type == EntityType::kPerson;
  }

  // "Secretary of State Hillary Clinton", "... of Commerce Howard Lutnick": the name is what a given name begins.
  bool PersonBeforeTail(size_t first, size_t end) {
    if (first < first_ + 2 || Word(first - 1) != "of" || !(Bits(first - 2) & kPersonTitle)) return false;
    for (size_t i = first + 1; i + 1 < end; ++i) {
      if (!(Bits(i) & kGivenName)) continue;
      if (end - i > 4 || (Bits(end - 1) & (kNouns | kStopsPerson))) return false;
      return Emit(i, end, EntityType::kPerson);
    }
    return false;
  }

  bool Person(size_t first, size_t end) {
    while (first + 1 < end && (Bits(first) & (kPeopleAdjective | kMayOpenName)) && !(Bits(first) & kPersonWords))
      ++first;
    const size_t words = end - first;
    if (words < 2 || words > 8) return words == 1 && FamilyNameByCue(first) && Emit(first, end, EntityType::kPerson);
    if (BeginsWithKnownPerson(first, end)) return false;
    const uint32_t head = Bits(first), last = Bits(end - 1);
    if ((last & (kStopsPerson | kPersonTitle | kFieldWord)) && !(last & kFamilyName)) return false;
    if (!PersonSized(first, end)) return false;
    if (const KnownName* known = KnownAt(first, end); known != nullptr && known->type != EntityType::kPerson)
      return false;
    const bool last_caps = tokens_[end - 1].all_caps && !tokens_[first].all_caps;
    if (last_caps || (last & kPeopleAdjective && !(last & kPersonWords))) return false;
    if (head & kGivenName) return Emit(first, end, EntityType::kPerson);
    const std::string_view tail_word = Word(end - 1);
    const bool family = (last & kFamilyName) || LooksFamilyName(tail_word);
    if ((head & kDoubtfulGivenName) && family) return Emit(first, end, EntityType::kPerson);
    const bool dotted = Word(first).find('.') != std::string_view::npos || Word(first + 1) == ".";
    if (dotted && LooksInitials(Word(first)) && !(last & kNouns) && !LooksInitials(tail_word) && !(last & kFieldWord))
      return Emit(first, end, EntityType::kPerson);
    if ((head & kFamilyNameFirst) && words <= 4 && EastAsianGiven(first + 1, end))
      return Emit(first, end, EntityType::kPerson);
    const bool plain_head = !(head & ~uint32_t{kFamilyName | kFamilyNameFirst | kDoubtfulGivenName});
    if (family && plain_head && words <= 3 && !tokens_[first].all_caps) return Emit(first, end, EntityType::kPerson);
    if (words <= 4 && plain_head &&
        (PersonByApposition(end) || PersonByLife(end) || PersonByAgent(first) || PersonByVerb(end)))
      return Emit(first, end, EntityType::kPerson);
    return false;
  }

  // At most three full words beside particles and initials, and no digits.
  bool PersonSized(size_t first, size_t end) const {
    size_t full = 0;
    for (size_t i = first; i < end; ++i) {
      const std::string_view w = Word(i);
      if (w.find_first_of("0123456789") != std::string_view::npos) return false;
      const bool small = w == "." || w.size() == 1 || (Bits(i) & kParticle) || LooksInitials(w);
      full += !small;
    }
    return full <= 3;
  }

  // "Elon Musk Leads": a headline goes on in capitals.
  bool BeginsWithKnownPerson(size_t first, size_t end) const {
    for (size_t stop = first + 1; stop < end; ++stop) {
      const KnownName* known = KnownAt(first, stop);
      if (known != nullptr && !known->weak && known->type == EntityType::kPerson) return true;
    }
    return false;
  }

  bool EastAsianGiven(size_t first, size_t end) const {
    if (LooksHyphenatedGiven(Word(first))) return end == first + 1;
    for (size_t i = first; i < end; ++i) {
      if (Bits(i) & (kNouns | kStopsPerson | kPlaceStart | kFieldWord)) return false;
      if (tokens_[i].all_caps || !LooksPinyin(Word(i))) return (Bits(i) & kGivenName) != 0;
    }
    return true;
  }

  // "Jane Roe, chief executive of"
  bool PersonByApposition(size_t end) const {
    if (WordAt(end) != ",") return false;
    for (size_t i = end + 1; i < last_ && i < end + 5; ++i) {
      if (tokens_[i].kind != TokenKind::kWord) return false;
      if (Bits(i) & kRoleBehind) return true;
    }
    return false;
  }

  // "Jane Roe (born 1950)", "(1889-1966)"
  bool PersonByLife(size_t end) const {
    if (WordAt(end) != "(") return false;
    const std::string_view w = WordAt(end + 1);
    return w == "born" || w == "b" || w == "died";
  }

  // "led by Jane Roe"
  bool PersonByAgent(size_t first) const {
    constexpr std::array<std::string_view, 16> kDone = {
        "led",      "headed",   "chaired",  "succeeded", "defeated", "preceded", "written", "directed",
        "authored", "replaced", "assisted", "painted",   "joined",   "composed", "married", "elected"};
    return WordAt(first - 1) == "by" && In(kDone, WordAt(first - 2));
  }

  // "Jane Roe resigned", not at the head of company news: only where the sentence also says "he" or "she".
  bool PersonByVerb(size_t end) const {
    if (!(Bits(end) & kPersonVerb) && !IsPossessive(WordAt(end)) && WordAt(end) != "was") return false;
    return pronoun_;
  }

  // "was re-elected", "served": what only people do.
  bool LivesBehind(size_t at) const {
    constexpr std::array<std::string_view, 6> kAuxiliary = {"was", "has", "had", "been", "also", "later"};
    while (at < last_ && In(kAuxiliary, Word(at))) ++at;
    constexpr std::array<std::string_view, 20> kLife = {"elected",   "re-elected", "reelected", "born",     "appointed",
                                                        "educated",  "married",    "died",      "served",   "resigned",
                                                        "contested", "campaigned", "graduated", "studied",  "retired",
                                                        "testified", "nominated",  "ran",       "attended", "defeated"};
    return In(kLife, WordAt(at));
  }

  // A family name alone: "Roosevelt was", "by Lugar".
  bool FamilyNameByCue(size_t at) const {
    const uint32_t bits = Bits(at);
    const bool family = (bits & kFamilyName) || (LooksFamilyName(Word(at)) && bits == 0);
    if (at == first_ && (bits & ~uint32_t{kPersonWords}) == 0 && LivesBehind(at + 1) && !tokens_[at].all_caps &&
        KnownAt(at, at + 1) == nullptr) {
      return true;
    }
    if (!family ||
        (bits & (kNouns | kDoubtfulGivenName | kOpensSentence | kMayOpenName | kPlaceStart | kPeopleAdjective)))
      return false;
    if (tokens_[at].all_caps || KnownAt(at, at + 1) != nullptr) return false;
    const std::string_view after = WordAt(at + 1), before = WordAt(at - 1);
    if (before == "the" || before == "a" || before == "an" || before == "in" || before == "at") return false;
    constexpr std::array<std::string_view, 6> kIs = {"was", "had", "has", "is", "would", "also"};
    // In running text a plain family name needs no more.
    const bool runs_on = at > first_ && !title_case_ && !IsNameWord(at - 1) && !IsNameWordAt(at + 1) &&
                         !(Bits(at + 1) & (kProductCue | kCompanyCue));
    if (runs_on && (bits & kFamilyName)) return true;
    return (Bits(at + 1) & kPersonVerb) || In(kIs, after) || IsPossessive(after) || pronoun_;
  }

  // "the startup Acme", "Acme, a chipmaker", "Acme (NASDAQ: ACM)", "members of Acme", "the Acme party"
  bool CompanyByCue(size_t first, size_t end) const {
    if (Bits(end - 1) & (kPeopleAdjective | kPersonTitle | kStopsPerson | kFieldWord)) return false;
    if (first > first_ && (Bits(first - 1) & kCompanyCue) && !IsNameWord(first - 1)) return true;
    if (WordAt(end) == "(") {
      constexpr std::array<std::string_view, 8> kExchanges = {"NASDAQ", "Nasdaq", "NYSE", "TSX",
                                                              "LSE",    "ASX",    "HKEX", "OTC"};
      if (In(kExchanges, WordAt(end + 1))) return true;
    }
    if (PartyByCue(first, end) || LettersByCue(first, end)) return true;
    if (WordAt(end) != ",") return false;
    const std::string_view article = WordAt(end + 1);
    if (article != "a" && article != "an" && article != "the") return false;
    for (size_t i = end + 2; i < last_ && i < end + 8; ++i) {
      if (tokens_[i].kind == TokenKind::kPunct) return false;
      if (Bits(i) & kCompanyCue) return true;
    }
    return false;
  }

  // "the SPQR's", "the SPQR chairman"
  bool LettersByCue(size_t first, size_t end) const {
    if (end - first != 1 || !tokens_[first].all_caps || Bits(first) != 0 || KnownAt(first, end) != nullptr)
      return false;
    const std::string_view word = Word(first);
    if (word.size() < 2 || word.size() > 6 || !std::all_of(word.begin(), word.end(), IsAsciiUpper)) return false;
    constexpr std::array<std::string_view, 16> kBehind = {
        "leader",   "chairman",   "candidate", "candidates", "incumbent", "member",     "members",  "deputy",
        "deputies", "politician", "MP",        "MPs",        "president", "leadership", "minister", "ministers"};
    if (IsPossessive(WordAt(end)) || In(kBehind, WordAt(end))) return true;
    // "the SPQR merged with"
    constexpr std::array<std::string_view, 36> kDid = {
        "merged",    "won",      "formed",   "joined",   "took",     "supported", "opposed",   "lost",    "gained",
        "contested", "split",    "received", "allied",   "governed", "said",      "announced", "ordered", "fined",
        "opened",    "approved", "ruled",    "filed",    "issued",   "agreed",    "signed",    "called",  "launched",
        "warned",    "voted",    "decided",  "rejected", "proposed", "banned",    "urged",     "wants",   "has"};
    return (WordAt(first - 1) == "the" || WordAt(first - 1) == "The") && In(kDid, WordAt(end));
  }

  bool PartyByCue(size_t first, size_t end) const {
    if (end - first > 4 || KnownAt(first, end) != nullptr) return false;
    if (std::any_of(tokens_.begin() + ptrdiff_t(first), tokens_.begin() + ptrdiff_t(end), [&](const Token& t) {
          return (Bits(size_t(&t - tokens_.data())) & (kPeopleAdjective | kPersonWords)) != 0;
        })) {
      return false;
    }
    constexpr std::array<std::string_view, 12> kBehind = {"party",     "parties",   "faction",  "guerrillas",
                                                          "rebels",    "militants", "fighters", "caucus",
                                                          "newspaper", "magazine",  "movement", "coalition"};
    if (Word(first).ends_with("an") || Word(first).ends_with("ist") || Word(first).ends_with("ic") ||
        Bits(first) & kMayOpenName || Word(first).find('-') != std::string_view::npos) {
      return false;  // adjectives: "a Eurosceptic party", "the Red-Green coalition"
    }
    if (In(kBehind, WordAt(end))) return true;
    constexpr std::array<std::string_view, 10> kOf = {"member",  "members", "faction", "wing",     "leader",
                                                      "leaders", "branch",  "founder", "chairman", "affiliate"};
    size_t before = first;
    if (WordAt(before - 1) == "the") --before;
    return WordAt(before - 1) == "of" && In(kOf, WordAt(before - 2));
  }

  // "in Toxteth,": where a name without any other look stands behind a preposition of place and ends a phrase.
  bool PlaceByCue(size_t first, size_t end) const {
    if (end - first > 2 || tokens_[first].all_caps || KnownAt(first, end) != nullptr) return false;
    for (size_t i = first; i < end; ++i) {
      if (Bits(i) & ~uint32_t{kFamilyName | kPlaceStart | kDoubtfulGivenName | kFamilyNameFirst | kMayOpenName})
        return false;
      if (tokens_[i].kind != TokenKind::kWord || Word(i).find_first_of("0123456789") != std::string_view::npos)
        return false;
    }
    // "Conyers, Georgia"
    if (WordAt(end) == "," && end + 1 < last_ && IsNameWord(end + 1) && KnownPlaceAt(end + 1)) return true;
    // "the districts of Zenda, Hentzau"
    constexpr std::array<std::string_view, 5> kQuarters = {"Southeast", "Northeast", "Southwest", "Northwest",
                                                           "Midwest"};
    if (end - first == 1 && In(kQuarters, Word(first))) return WordAt(first - 1) == "the";
    constexpr std::array<std::string_view, 30> kPlaces = {
        "city",         "cities",         "town",         "towns",    "village", "villages", "district", "districts",
        "province",     "provinces",      "county",       "counties", "seat",    "seats",    "riding",   "ridings",
        "constituency", "constituencies", "suburb",       "suburbs",  "region",  "regions",  "port",     "island",
        "islands",      "state",          "municipality", "borough",  "parish",  "outskirts"};
    if (WordAt(first - 1) == "of" && In(kPlaces, WordAt(first - 2))) return true;
    if (first == first_ || !(Bits(first - 1) & kPlacePreposition)) return false;
    constexpr std::array<std::string_view, 24> kNoPlace = {
        "written",    "developed",    "implemented", "coded",    "programmed", "designed",  "degree",    "doctorate",
        "experience", "course",       "courses",     "interest", "interested", "skills",    "expertise", "background",
        "major",      "specializing", "training",    "features", "available",  "functions", "supported", "released"};
    if (In(kNoPlace, WordAt(first - 2))) return false;
    if (FieldWord(first) || FieldWord(end - 1)) return false;
    const std::string_view after = WordAt(end);
    if (after.empty() || tokens_[end].kind == TokenKind::kPunct) return after != "-";
    constexpr std::array<std::string_view, 34> kFunction = {
        "and", "or",   "the",  "to",    "on",    "by",     "from",    "with",  "when",  "where", "who", "which",
        "as",  "for",  "was",  "is",    "after", "before", "during",  "since", "until", "but",   "at",  "in",
        "a",   "that", "were", "under", "until", "while",  "because", "had",   "has",   "he"};
    return In(kFunction, after);
  }

  bool KnownPlaceAt(size_t i) const {
    const auto at = std::lower_bound(known_.begin(), known_.end(), tokens_[i].span.begin,
                                     [](const KnownName& k, uint32_t b) { return k.span.begin < b; });
    return at != known_.end() && at->span.begin == tokens_[i].span.begin && KindOf(at->type) == Kind::kPlace;
  }

  // ---- lists --------------------------------------------------------------------------------------------------
  // "Adams, Clay and Crawford": members of one list are of one kind.
  void ReadLists() {
    for (size_t begin = 0; begin < runs_.size();) {
      size_t end = begin + 1;
      bool conjunction = false;
      while (end < runs_.size() && Listed(runs_[end - 1].end, runs_[end].first, conjunction)) ++end;
      if (end - begin >= 3 || (end - begin == 2 && conjunction)) ReadList(begin, end);
      begin = end;
    }
  }

  bool Listed(size_t from, size_t to, bool& conjunction) const {
    if (to == from || to - from > 3) return false;
    for (size_t i = from; i < to; ++i) {
      const std::string_view w = Word(i);
      const bool joins = w == "and" || w == "or" || w == "&";
      conjunction |= joins;
      if (!joins && w != "," && w != ";" && w != "/" && !(w == "the" && i > from)) return false;
    }
    return true;
  }

  void ReadList(size_t begin, size_t end) {
    std::array<size_t, 4> votes = {};
    for (size_t i = begin; i < end; ++i) ++votes[size_t(runs_[i].kind)];
    votes[size_t(Kind::kNone)] = 0;
    const auto most = size_t(std::max_element(votes.begin(), votes.end()) - votes.begin());
    const size_t told = votes[1] + votes[2] + votes[3];
    const Kind kind = votes[most] * 3 > told * 2 ? Kind(most) : Kind::kNone;  // more than two in three
    if (kind == Kind::kNone) return;
    for (size_t i = begin; i < end; ++i) {
      const Run& run = runs_[i];
      if (!run.open || (kind == Kind::kPlace && run.end - run.first > 3)) continue;
      if (kind != Kind::kBody && tokens_[run.first].all_caps) continue;
      Candidate(kind == Kind::kBody ? run.full : run.first, run.end,
                kind == Kind::kPerson ? EntityType::kPerson
                : kind == Kind::kBody ? EntityType::kOrganization
                                      : EntityType::kPlace,
                false);
    }
  }

  // ---- results ------------------------------------------------------------------------------------------------
  bool Emit(size_t first, size_t end, EntityType type, bool nothing = false) {
    Candidate(first, end, type, nothing);
    runs_.push_back({first, end, first, nothing ? Kind::kNone : KindOf(type), false});
    return true;
  }

  // "Acme Robotics" of "Acme Robotics, Inc": one firm under one name.
  static std::string_view WithoutLegalForm(std::string_view name, EntityType type) {
    if (type != EntityType::kOrganization) return name;
    constexpr std::array<std::string_view, 9> kForms = {"Inc", "Ltd", "LLC",     "LLP",         "Corp",
                                                        "PLC", "Plc", "Limited", "Incorporated"};
    const size_t space = name.rfind(' ');
    if (space == std::string_view::npos || !In(kForms, name.substr(space + 1))) return name;
    name = name.substr(0, space);
    if (name.ends_with(',')) name.remove_suffix(1);
    return name;
  }

  void Candidate(size_t first, size_t end, EntityType type, bool nothing) {
    NameCandidate c;
    c.span = {tokens_[first].span.begin, tokens_[end - 1].span.end};
    c.name = c.span;
    c.name.end = c.name.begin + uint32_t(WithoutLegalForm(c.span.in(text_), type).size());
    c.type = type;
    c.nothing = nothing;
    out_.push_back(c);
  }

  std::string_view text_;
  const std::vector<Token>& tokens_;
  const std::vector<WordFacts>& words_;
  const std::vector<KnownName>& known_;
  std::vector<NameCandidate>& out_;
  size_t first_ = 0, last_ = 0;  // of the sentence
  bool pronoun_ = false;         // it says "he" or "she"
  bool title_case_ = false;      // it is a headline, whose words are capital for no reason
  std::vector<Run> runs_;        // of the sentence, left to right
};

}  // namespace

void FindUnknownNames(std::string_view text, const Annotations& read, const std::vector<KnownName>& known,
                      std::vector<NameCandidate>& out) {
  UnknownNames finder(text, read, known, out);
  ForEachSentence(read, [&](size_t first, size_t last) { finder.ReadSentence(first, last); });
}

}  // namespace tocsin
