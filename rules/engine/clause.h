// A sentence as the rules see it: a row of units, cut into clauses.
//
// Names, sums, shares and dates are one unit each; every other token is one. Rules walk this row:
// there is no parse tree, only surface order, closed-class words and the clause cuts.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "nlp/annotations.h"
#include "rules/engine/pack.h"

namespace tocsin {

enum class UnitKind : uint8_t { kWord, kEntity, kAmount, kPercent, kDate, kNumber, kPunct };

// Closed classes of English, as bits.
enum WordClass : uint32_t {
  kPreposition = 1u << 0,
  kDeterminer = 1u << 1,
  kAnd = 1u << 2,           // and, or, &, 和, 与, 及, 、
  kSubordinator = 1u << 3,  // while, although, when, after, ...
  kRelative = 1u << 4,      // which, who, that, whose
  kBe = 1u << 5,
  kHave = 1u << 6,
  kModal = 1u << 7,  // will, would, can, could, may, might, should, must, shall
  kTo = 1u << 8,
  kPronoun = 1u << 9,       // it, they, he, she, we
  kTransparent = 1u << 10,  // like, including, such (as), namely: lists go on behind it
  kComma = 1u << 11,
  kClauseEnd = 1u << 12,       // ; : — and Chinese ；：
  kPossessiveMark = 1u << 13,  // 's
  kNot = 1u << 14,             // not, n't, never
  kBut = 1u << 15,
  kFuture = 1u << 16,     // will, shall, 'll
  kUncertain = 1u << 17,  // may, might, could, can
  kWould = 1u << 18,      // would, should, must
  kPlural = 1u << 19,
  kQuote = 1u << 20,
  kNoted = 1u << 21,  // stands in one of the lists of noted_words.h; no class of grammar
};

// The words and marks that have some: the lexicon gives their bits to tokens.
std::vector<LexiconWord> GrammarWords();

struct Unit {
  ByteSpan span;
  UnitKind kind = UnitKind::kWord;
  uint32_t classes = 0;
  uint32_t index = 0;       // into the annotations' array of its kind
  bool attributed = false;  // belongs to an attribution frame, or only describes: fills no role
  bool stops_cues = false;  // a word that ends the scope of the cues left of it
  bool finite = false;      // of a verb of some rule or cue, in the past or the third person
  bool Is(uint32_t c) const { return (classes & c) != 0; }
};

// A term of the lexicon in this sentence, by units.
struct TermUse {
  uint32_t term = 0;  // index into Lexicon::terms()
  ListId list = 0;
  WordForm form = WordForm::kNone;
  ByteSpan span;
  uint32_t cues = 0;         // bits by Cue: what the engine reads this term as
  int first = 0, last = 0;   // units, inclusive
  bool inside_name = false;  // lies strictly inside a named entity
  bool shadowed = false;     // a cue inside a longer cue: "seek" in "will seek"
  bool IsCue(Cue cue) const { return (cues >> size_t(cue) & 1) != 0; }
};

struct SentenceView {
  std::string_view text;  // of the article
  ByteSpan span;
  bool chinese = false;
  ListSet lists;      // of all terms that stand outside names
  uint32_t cues = 0;  // of all terms that stand outside names: most questions for a cue end here
  std::vector<Unit> units;
  std::vector<int> names;      // the units that are entities
  std::vector<TermUse> terms;  // by begin
  const Annotations* annotations = nullptr;

  int size() const { return int(units.size()); }
  bool IsEntity(int i) const { return units[size_t(i)].kind == UnitKind::kEntity; }
  const Entity& EntityAt(int i) const {
    return annotations->entities[annotations->entity_mentions[units[size_t(i)].index].entity];
  }
  std::string_view Words(int i) const { return units[size_t(i)].span.in(text); }
  bool HasTerm(const ListSet& wanted, int first, int last) const;  // wholly inside units [first, last]
  bool HasCue(Cue cue) const { return (cues >> size_t(cue) & 1) != 0; }
};

// Where a reader of annotations stands: sentences are built in order, each array is walked once.
class SentenceReader {
 public:
  SentenceReader(std::string_view text, const Annotations& annotations, const CompiledPack& pack)
      : text_(text), annotations_(annotations), pack_(pack) {}

  // Fills `view` (its memory is reused) with the next sentence; false at the end.
  bool Next(SentenceView& view);

 private:
  void AddUnits(SentenceView& view);
  void TakeWord(const SentenceView& view, const Token& token, Unit& unit) const;
  bool IsModifier(uint32_t end) const;
  uint32_t NextMention(uint32_t begin);
  void AddTerms(SentenceView& view);
  void ShadowCues(SentenceView& view) const;

  std::string_view text_;
  const Annotations& annotations_;
  const CompiledPack& pack_;
  size_t sentence_ = 0, token_ = 0, entity_ = 0, amount_ = 0, percent_ = 0, date_ = 0, term_ = 0;
  uint32_t next_mention_ = 0;  // no name, sum, share or date begins before
};

// First and last unit of the clause that holds `at`.
struct ClauseRange {
  int first, last;
};
ClauseRange ClauseAround(const SentenceView& view, int at);

// A verb of some rule or cue in the past or the third person.
inline bool IsFiniteVerb(const SentenceView& view, int unit) { return view.units[size_t(unit)].finite; }

}  // namespace tocsin
