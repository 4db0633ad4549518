#include "rules/engine/clause.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <limits>

#include "ingest/base/limits.h"
#include "rules/engine/noted_words.h"

namespace tocsin {
namespace {

// Grammar, not vocabulary: what belongs to a subject stands in the packs.
constexpr LexiconWord kClosedWords[] = {
    {"a", kDeterminer},
    {"about", kPreposition},
    {"across", kPreposition},
    {"after", kPreposition | kSubordinator},
    {"against", kPreposition},
    {"all", kDeterminer},
    {"although", kSubordinator},
    {"am", kBe},
    {"among", kPreposition},
    {"an", kDeterminer},
    {"and", kAnd},
    {"any", kDeterminer},
    {"are", kBe},
    {"as", kPreposition},
    {"at", kPreposition},
    {"be", kBe},
    {"because", kSubordinator},
    {"been", kBe},
    {"before", kPreposition | kSubordinator},
    {"being", kBe},
    {"between", kPreposition},
    {"but", kBut | kSubordinator},
    {"by", kPreposition},
    {"can", kModal | kUncertain},
    {"could", kModal | kUncertain},
    {"despite", kPreposition},
    {"during", kPreposition},
    {"each", kDeterminer},
    {"following", kPreposition},
    {"for", kPreposition},
    {"from", kPreposition},
    {"had", kHave},
    {"has", kHave},
    {"have", kHave},
    {"having", kHave},
    {"he", kPronoun},
    {"her", kDeterminer},
    {"his", kDeterminer},
    {"if", kSubordinator},
    {"in", kPreposition},
    {"including", kTransparent},
    {"into", kPreposition},
    {"is", kBe},
    {"it", kPronoun},
    {"its", kDeterminer},
    {"like", kTransparent},
    {"may", kModal | kUncertain},
    {"might", kModal | kUncertain},
    {"must", kModal | kWould},
    {"n't", kNot},
    {"namely", kTransparent},
    {"never", kNot},
    {"not", kNot},
    {"of", kPreposition},
    {"off", kPreposition},
    {"on", kPreposition},
    {"onto", kPreposition},
    {"or", kAnd},
    {"our", kDeterminer},
    {"over", kPreposition},
    {"per", kPreposition},
    {"plus", kAnd},
    {"shall", kModal | kFuture},
    {"she", kPronoun},
    {"should", kModal | kWould},
    {"since", kPreposition | kSubordinator},
    {"some", kDeterminer},
    {"such", kTransparent},
    {"than", kPreposition},
    {"that", kRelative},
    {"the", kDeterminer},
    {"their", kDeterminer},
    {"these", kDeterminer},
    {"they", kPronoun},
    {"this", kDeterminer},
    {"those", kDeterminer},
    {"though", kSubordinator},
    {"through", kPreposition},
    {"to", kTo | kPreposition},
    {"toward", kPreposition},
    {"towards", kPreposition},
    {"under", kPreposition},
    {"unless", kSubordinator},
    {"until", kPreposition | kSubordinator},
    {"upon", kPreposition},
    {"via", kPreposition},
    {"was", kBe},
    {"we", kPronoun},
    {"were", kBe},
    {"when", kSubordinator},
    {"where", kSubordinator},
    {"whereas", kSubordinator},
    {"whether", kSubordinator},
    {"which", kRelative},
    {"while", kSubordinator},
    {"who", kRelative},
    {"whose", kRelative},
    {"will", kModal | kFuture},
    {"with", kPreposition},
    {"within", kPreposition},
    {"without", kPreposition | kNot},
    {"would", kModal | kWould},
};

// Marks, and Chinese words of one character.
constexpr LexiconWord kMarks[] = {
    {",", kComma},
    {"，", kComma},
    {"、", kAnd},
    {";", kClauseEnd},
    {"；", kClauseEnd},
    {":", kClauseEnd},
    {"：", kClauseEnd},
    {"—", kClauseEnd},
    {"–", kClauseEnd},
    {"'s", kPossessiveMark},
    {"’s", kPossessiveMark},
    {"'", kPossessiveMark},
    {"’", kPossessiveMark},
    {"\"", kQuote},
    {"“", kQuote},
    {"”", kQuote},
    {"&", kAnd},
    {"和", kAnd},
    {"与", kAnd | kPreposition},
    {"及", kAnd},
    {"或", kAnd},
    {"对", kPreposition},
    {"向", kPreposition},
    {"由", kPreposition},
    {"被", kPreposition},
    {"在", kPreposition},
    {"从", kPreposition},
    {"将", kFuture},
};

// Moves `at` past every mention that begins before `begin`.
template <class Mentions>
void SkipTo(const Mentions& mentions, size_t& at, uint32_t begin) {
  while (at < mentions.size() && mentions[at].span.begin < begin) ++at;
}

template <class Mentions>
bool StartsAt(const Mentions& mentions, size_t& at, uint32_t begin) {
  SkipTo(mentions, at, begin);
  return at < mentions.size() && mentions[at].span.begin == begin;
}

}  // namespace

std::vector<LexiconWord> GrammarWords() {
  std::vector<LexiconWord> words(std::begin(kClosedWords), std::end(kClosedWords));
  words.insert(words.end(), std::begin(kMarks), std::end(kMarks));
  const auto note = [&](const auto& list) {
    for (const std::string_view word : list) words.push_back({word, kNoted});
  };
  note(noted::kCompany);
  note(noted::kOrganization);
  note(noted::kCompanies);
  note(noted::kInstrument);
  note(noted::kBeforeGerund);
  note(noted::kReference);
  note(noted::kCoverb);
  note(noted::kGoverningCoverb);
  note(noted::kPassive);
  return words;
}

bool SentenceView::HasTerm(const ListSet& wanted, int first, int last) const {
  if ((wanted & lists).none()) return false;
  return std::any_of(terms.begin(), terms.end(), [&](const TermUse& t) {
    return t.first >= first && t.last <= last && !t.inside_name && wanted.test(t.list);
  });
}

namespace {

// "(NASDAQ: NVDA)": no clause ends here.
bool IsTicker(const SentenceView& view) {
  constexpr std::array<std::string_view, 10> kExchanges = {"NASDAQ", "Nasdaq", "NYSE", "TSX",  "LSE",
                                                           "HKEX",   "SEHK",   "ASX",  "TWSE", "KRX"};
  if (view.size() < 2) return false;
  return std::find(kExchanges.begin(), kExchanges.end(), view.Words(view.size() - 2)) != kExchanges.end();
}

// "contracts to four companies: Anthropic, Google": behind this colon stand the companies.
bool OpensList(const SentenceView& view) {
  constexpr std::array<std::string_view, 14> kHeads = {
      "companies", "firms",     "startups", "labs",       "developers", "agencies",  "countries",
      "partners",  "investors", "makers",   "chipmakers", "suppliers",  "providers", "states"};
  if (view.size() < 2) return false;  // the last unit is the colon
  return std::find(kHeads.begin(), kHeads.end(), view.Words(view.size() - 2)) != kHeads.end();
}

}  // namespace

bool SentenceReader::Next(SentenceView& view) {
  if (sentence_ == annotations_.sentences.size()) return false;
  view.text = text_;
  view.annotations = &annotations_;
  const SentenceLanguage language = annotations_.sentence_languages[sentence_];
  view.span = annotations_.sentences[sentence_++];
  view.chinese = language == SentenceLanguage::kChinese;
  view.units.clear();
  view.names.clear();
  view.terms.clear();
  view.lists.reset();
  view.cues = 0;
  AddUnits(view);
  // What is neither English nor Chinese has no grammar here: names and sums, but no triggers.
  if (language == SentenceLanguage::kOther) return true;
  AddTerms(view);
  ShadowCues(view);
  return true;
}

void SentenceReader::AddUnits(SentenceView& view) {
  const auto& tokens = annotations_.tokens;
  while (token_ < tokens.size() && tokens[token_].span.begin < view.span.begin) ++token_;
  while (token_ < tokens.size() && tokens[token_].span.begin < view.span.end && view.units.size() < kSentenceUnitsMax) {
    const Token& token = tokens[token_];
    const uint32_t begin = token.span.begin;
    if (begin < next_mention_ && token.span.end > begin) {  // a plain word: nearly always
      TakeWord(view, token, view.units.emplace_back(Unit{token.span}));
      ++token_;
      continue;
    }
    Unit unit{token.span};
    if (StartsAt(annotations_.entity_mentions, entity_, begin)) {
      unit = {annotations_.entity_mentions[entity_].span, UnitKind::kEntity, 0, uint32_t(entity_), false};
    } else if (StartsAt(annotations_.amounts, amount_, begin)) {
      unit = {annotations_.amounts[amount_].span, UnitKind::kAmount, 0, uint32_t(amount_), false};
    } else if (StartsAt(annotations_.percents, percent_, begin)) {
      unit = {annotations_.percents[percent_].span, UnitKind::kPercent, 0, uint32_t(percent_), false};
    } else if (StartsAt(annotations_.dates, date_, begin)) {
      unit = {annotations_.dates[date_].span, UnitKind::kDate, 0, uint32_t(date_), false};
    } else {
      next_mention_ = NextMention(begin);
    }
    if (unit.span.end <= begin) unit.span.end = token.span.end;
    unit.attributed = unit.kind == UnitKind::kEntity && IsModifier(unit.span.end);
    if (unit.kind == UnitKind::kEntity) view.names.push_back(view.size());
    view.units.push_back(unit);
    if (unit.kind == UnitKind::kWord) TakeWord(view, token, view.units.back());
    while (token_ < tokens.size() && tokens[token_].span.begin < unit.span.end) ++token_;
  }
}

// "Nvidia-backed Poolside raised": the name in front only describes.
bool SentenceReader::IsModifier(uint32_t end) const {
  return end + 1 < text_.size() && text_[end] == '-' && text_[end + 1] >= 'a' && text_[end + 1] <= 'z';
}

void SentenceReader::TakeWord(const SentenceView& view, const Token& token, Unit& unit) const {
  if (token.kind == TokenKind::kNumber) {
    unit.kind = UnitKind::kNumber;
    return;
  }
  unit.kind = token.kind == TokenKind::kPunct ? UnitKind::kPunct : UnitKind::kWord;
  unit.classes = annotations_.words[token_].grammar;
  if (text_[token.span.begin] != ':' || token.span.size() != 1) return;
  if (OpensList(view)) unit.classes = kTransparent;
  if (IsTicker(view)) unit.classes = 0;
}

// Where the first mention behind `begin` begins.
uint32_t SentenceReader::NextMention(uint32_t begin) {
  uint32_t next = std::numeric_limits<uint32_t>::max();
  const auto look = [&](const auto& mentions, size_t& at) {
    while (at < mentions.size() && mentions[at].span.begin <= begin) ++at;
    if (at < mentions.size()) next = std::min(next, mentions[at].span.begin);
  };
  look(annotations_.entity_mentions, entity_);
  look(annotations_.amounts, amount_);
  look(annotations_.percents, percent_);
  look(annotations_.dates, date_);
  return next;
}

void SentenceReader::AddTerms(SentenceView& view) {
  const auto& terms = annotations_.terms;
  SkipTo(terms, term_, view.span.begin);
  auto first = view.units.begin();  // terms come by begin
  for (size_t i = term_; i < terms.size() && terms[i].span.begin < view.span.end; ++i) {
    const ByteSpan span = terms[i].span;
    if (span.end > view.span.end) continue;
    if (view.units.empty() || span.begin >= view.units.back().span.end) break;
    while (first != view.units.end() && first->span.end <= span.begin) ++first;
    auto after = first;
    while (after != view.units.end() && after->span.begin < span.end) ++after;
    if (first == view.units.end() || after <= first) continue;
    TermUse use{terms[i].term, pack_.list_of_term[terms[i].term], pack_.form_of_term[terms[i].term], span};
    use.first = int(first - view.units.begin());
    use.last = int(after - view.units.begin()) - 1;
    const bool finite = use.form == WordForm::kPast || use.form == WordForm::kThird;
    for (auto u = first; u != after; ++u) {
      use.inside_name |= u->kind == UnitKind::kEntity && !(u->span == span);
      u->finite |= finite;
    }
    use.cues = pack_.cues_of_list[use.list];
    if (!use.inside_name) {
      view.lists.set(use.list);
      view.cues |= use.cues;
      if (use.first == use.last && use.IsCue(Cue::kStop)) first->stops_cues = true;
    }
    view.terms.push_back(use);
  }
}

// Terms come by begin, longest first: a shorter cue inside a longer one stands right behind it.
void SentenceReader::ShadowCues(SentenceView& view) const {
  ByteSpan longest;
  for (TermUse& t : view.terms) {
    if (t.cues == 0) continue;
    if (longest.Contains(t.span) && t.span.size() < longest.size()) {
      t.shadowed = true;
    } else {
      longest = t.span;
    }
  }
}

namespace {

// Behind a comma: "and", "but", "which", "while", "even as".
bool OpensClause(const SentenceView& view, int at) {
  if (at >= view.size()) return false;
  return view.units[size_t(at)].Is(kAnd | kBut | kSubordinator | kRelative) || view.Words(at) == "even" ||
         view.Words(at) == "as";
}

// "before it acquired", "after raising", "until regulators cleared it": a clause, not "after months of talks".
bool LeadsClause(const SentenceView& view, int at) {
  constexpr int kSubject = 5;  // units of a subject before its verb
  if (at + 1 >= view.size()) return false;
  const Unit& next = view.units[size_t(at + 1)];
  if (next.Is(kPronoun) || (next.kind == UnitKind::kWord && view.Words(at + 1).ends_with("ing"))) return true;
  for (int i = at + 1; i < view.size() && i <= at + kSubject; ++i) {
    const Unit& u = view.units[size_t(i)];
    if (u.Is(kBe | kHave | kModal) || IsFiniteVerb(view, i)) return i > at + 1;
    if (u.Is(kPreposition | kComma | kClauseEnd | kRelative)) return false;
  }
  return false;
}

}  // namespace

ClauseRange ClauseAround(const SentenceView& view, int at) {
  ClauseRange range{0, view.size() - 1};
  for (int i = at - 1; i >= 0; --i) {
    const Unit& u = view.units[size_t(i)];
    const bool cut = u.Is(kClauseEnd) || (u.Is(kSubordinator) && !view.chinese) ||
                     (u.Is(kComma) && i + 1 < view.size() &&
                      view.units[size_t(i + 1)].Is(kAnd | kBut | kSubordinator) && !view.chinese);
    if (!cut) continue;
    range.first = i + 1;
    break;
  }
  for (int i = at + 1; i < view.size(); ++i) {
    const Unit& u = view.units[size_t(i)];
    const bool subordinate = u.Is(kSubordinator) && (!u.Is(kPreposition) || LeadsClause(view, i));
    const bool cut = u.Is(kClauseEnd) || (subordinate && !view.chinese) ||
                     (u.Is(kComma) && !view.chinese && OpensClause(view, i + 1));
    if (!cut) continue;
    range.last = i - 1;
    break;
  }
  return range;
}

}  // namespace tocsin
