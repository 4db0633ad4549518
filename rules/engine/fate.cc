// What became of it, told in a later clause.
//
// A status cue governs its own clause. But news tells ends in the clause behind: "the deal collapsed", "but
// regulators blocked it", "before pulling out", "但该交易最终告吹". Such a clause names no deal of its own: it speaks
// of the one told before, by "the deal" or "it", or it has no subject at all. Whatever names another party
// ("the merger with Cohere collapsed"), or is only feared, planned or denied, tells nothing of it.
#include "rules/engine/fate.h"

#include <algorithm>
#include <array>

#include "rules/engine/money.h"
#include "rules/engine/slots.h"

namespace tocsin {
namespace {

constexpr int kNounPhrase = 6;   // units between "the" and "deal"
constexpr int kObjectAhead = 4;  // units between "blocked" and "deal"

constexpr int kNegationReach = 3;  // units: "因未获批准而终止" is no negation of the end

struct Fate {
  const TermUse* cue;
  Status status;
  int clause_first, clause_last;
  bool about_deal = false, about_measure = false;  // what the word for it may mean; both for "it"
  bool within = false;                             // the deal stands between the clause's beginning and the cue
  bool reaches_back = false;                       // it may be about the sentence before
};

bool IsEnd(Status s) { return s == Status::kDenied || s == Status::kCancelled; }

bool IsWord(const SentenceView& view, int i, std::string_view word) {
  return i >= 0 && i < view.size() && view.Words(i) == word;
}

// ---- English -----------------------------------------------------------------------------------------------------

bool StopsClause(const SentenceView& view, int i) {
  const Unit& u = view.units[size_t(i)];
  const bool conjunction = u.Is(kSubordinator | kBut) || (u.Is(kAnd) && i > 0 && view.units[size_t(i - 1)].Is(kComma));
  return u.Is(kClauseEnd | kComma | kRelative) || conjunction;
}

// "the deal", "its $40 billion offer", "that plan": the determiner that makes a noun speak of what was told.
bool HasDefinite(const SentenceView& view, int noun, bool indefinite_too) {
  for (int i = noun - 1; i >= 0 && i >= noun - kNounPhrase; --i) {
    const Unit& u = view.units[size_t(i)];
    if (u.Is(kPreposition | kComma | kClauseEnd | kModal) || view.IsEntity(i)) return false;
    if (IsWord(view, i, "that")) return true;
    if (!u.Is(kDeterminer)) continue;
    const std::string_view word = view.Words(i);
    return indefinite_too || (word != "a" && word != "an" && word != "any" && word != "some" && word != "each");
  }
  return view.size() > 0 && noun == 1 && IsWord(view, 0, "The");
}

// A noun for the deal that lies within [first, last]; `measure` tells which kinds the words stand for.
const TermUse* NounIn(const SentenceView& view, int first, int last, bool indefinite_too, Fate& fate) {
  const TermUse* found = nullptr;
  for (const TermUse& t : view.terms) {
    const bool deal = t.IsCue(Cue::kDealNoun), measure = t.IsCue(Cue::kMeasureNoun);
    if (!(deal || measure) || t.inside_name || t.first < first || t.last > last) continue;
    if (!HasDefinite(view, t.first, indefinite_too)) continue;
    if (found != nullptr && t.first != found->first) break;
    found = &t;
    fate.about_deal |= deal;
    fate.about_measure |= measure;
  }
  return found;
}

// "may block", "not blocked", "to block", "if the deal collapses": not told as done.
bool IsUnreal(const SentenceView& view, int first, int cue) {
  for (int i = first; i < cue; ++i) {
    if (view.units[size_t(i)].Is(kModal | kNot) ||
        (view.units[size_t(i)].Is(kTo) && i > 0 && !IsWord(view, i - 1, "only")))
      return true;
  }
  for (const TermUse& t : view.terms) {
    const bool doubt = t.IsCue(Cue::kHypothetical) || t.IsCue(Cue::kForecast) || t.IsCue(Cue::kNegation) ||
                       t.IsCue(Cue::kNotQuite) || t.IsCue(Cue::kConsidered);
    if (doubt && !t.inside_name && t.first >= first - 1 && t.last < cue) return true;
  }
  return false;
}

// Only adverbs and dates between: "but later withdrew", "before quietly pulling out".
bool OnlyAdverbs(const SentenceView& view, int first, int last) {
  constexpr std::array<std::string_view, 10> kAdverbs = {"later", "then",  "soon", "eventually", "in",
                                                         "since", "again", "has",  "have",       "had"};
  for (int i = first; i <= last; ++i) {
    const Unit& u = view.units[size_t(i)];
    const std::string_view word = view.Words(i);
    const bool adverb = word.ends_with("ly") || std::find(kAdverbs.begin(), kAdverbs.end(), word) != kAdverbs.end();
    if (!adverb && u.kind != UnitKind::kDate) return false;
  }
  return true;
}

int ClauseEnd(const SentenceView& view, int from) {
  int i = from;
  while (i < view.size() && !StopsClause(view, i) && view.Words(i) != ".") ++i;
  return i - 1;
}

// "OpenAI's deal to buy Windsurf fell apart": the deal is told in the same clause, behind its noun.
bool EndsDealTo(const SentenceView& view, int first, const TermUse& cue, Fate& fate) {
  if (cue.form == WordForm::kBase || cue.form == WordForm::kGerund) return false;
  for (const TermUse& t : view.terms) {
    const bool noun = t.IsCue(Cue::kDealNoun) || t.IsCue(Cue::kMeasureNoun);
    if (!noun || t.inside_name || t.first < first || t.last + 1 >= cue.first) continue;
    if (!view.units[size_t(t.last + 1)].Is(kTo)) continue;
    for (int i = std::max(t.last + 2, cue.first - 4); i < cue.first; ++i) {
      if (view.units[size_t(i)].Is(kModal | kNot | kTo | kAnd | kRelative)) return false;
    }
    fate.about_deal = fate.about_measure = true;
    fate.within = true;
    fate.clause_first = t.first;
    fate.clause_last = ClauseEnd(view, cue.last + 1);
    return true;
  }
  return false;
}

// Whether the cue ends what was told before it, and by which words; fills `fate`.
bool ReadsEnglish(const SentenceView& view, const TermUse& cue, Fate& fate) {
  int stop = cue.first - 1;
  while (stop >= 0 && !StopsClause(view, stop)) --stop;
  // "the deal, announced in May, collapsed": step over what stands between the commas.
  if (stop > 0 && view.units[size_t(stop)].Is(kComma) && OnlyAdverbs(view, stop + 1, cue.first - 1) &&
      cue.form != WordForm::kGerund) {
    int open = stop - 1;
    while (open > 0 && !view.units[size_t(open)].Is(kComma | kClauseEnd)) --open;
    if (open > 0 && NounIn(view, std::max(0, open - kNounPhrase), open - 1, false, fate) != nullptr) {
      stop = open - 1;
      while (stop >= 0 && !StopsClause(view, stop)) --stop;
    }
  }
  const int first = stop + 1;
  if (EndsDealTo(view, first, cue, fate)) return true;
  fate.clause_first = first;
  fate.clause_last = ClauseEnd(view, cue.last + 1);
  if (IsUnreal(view, first, cue.first)) return false;
  const bool gerund = cue.form == WordForm::kGerund;
  if (cue.form == WordForm::kBase || (gerund && !IsWord(view, stop, "before"))) return false;
  // "the deal collapsed", "the takeover was called off"; who else is named with it makes it another deal.
  if (const TermUse* noun = NounIn(view, first, cue.first - 1, false, fate)) {
    fate.reaches_back = true;
    // "the deal with Datadog collapsed": a name that nobody knows is another party, too.
    const int behind = noun->last + 2;
    const bool with = behind < cue.first && (IsWord(view, behind - 1, "with") || IsWord(view, behind - 1, "for"));
    const bool unknown = with && !view.IsEntity(behind) && view.Words(behind)[0] >= 'A' && view.Words(behind)[0] <= 'Z';
    return noun->last < cue.first && !unknown;
  }
  // "regulators blocked it", "shareholders rejected the offer"
  const int next = cue.last + 1;
  if (IsWord(view, next, "it") || IsWord(view, next, "them")) {
    fate.about_deal = fate.about_measure = true;
    return true;
  }
  if (const TermUse* noun = NounIn(view, next, std::min(view.size() - 1, next + kObjectAhead), false, fate)) {
    fate.reaches_back = !IsWord(view, noun->first - 1, "its") && !IsWord(view, noun->first - 1, "their");
    return true;
  }
  if (stop < 0) return false;
  // "a deal that shareholders later rejected"
  if (view.units[size_t(stop)].Is(kRelative)) {
    const int before = view.units[size_t(std::max(0, stop - 1))].Is(kComma) ? stop - 2 : stop - 1;
    return before >= 0 && NounIn(view, before, before, true, fate) != nullptr &&
           (next >= view.size() || !view.IsEntity(next));
  }
  // "but later withdrew", "before walking away"
  const Unit& s = view.units[size_t(stop)];
  const bool turns = s.Is(kBut) || IsWord(view, stop, "before") || s.Is(kAnd);
  if (!turns || !OnlyAdverbs(view, first, cue.first - 1)) return false;
  fate.about_deal = fate.about_measure = true;
  return next >= view.size() || view.units[size_t(next)].kind == UnitKind::kDate ||
         view.units[size_t(next)].kind == UnitKind::kPunct || IsWord(view, next, "in") || IsWord(view, next, "after") ||
         IsWord(view, next, "amid") || IsWord(view, next, "last");
}

// ---- Chinese -----------------------------------------------------------------------------------------------------

bool ReadsChinese(const SentenceView& view, const TermUse& cue, Fate& fate) {
  constexpr std::array<std::string_view, 13> kTurns = {"但",   "不过", "然而", "后", "随后", "最终", "最后",
                                                       "结果", "却",   "而",   "遭", "终",   "之后"};
  int first = cue.first, last = cue.last;
  while (first > 0 && !view.units[size_t(first - 1)].Is(kComma | kClauseEnd)) --first;
  while (last + 1 < view.size() && !view.units[size_t(last + 1)].Is(kComma | kClauseEnd)) ++last;
  fate.clause_first = first;
  fate.clause_last = last;
  for (const TermUse& t : view.terms) {
    if (t.inside_name || t.shadowed || t.first < first || t.last > last) continue;
    const bool doubt = t.IsCue(Cue::kHypothetical) || t.IsCue(Cue::kForecast) || t.IsCue(Cue::kNegation) ||
                       t.IsCue(Cue::kConsidered) || t.IsCue(Cue::kPseudoNegation);
    const bool negation = t.IsCue(Cue::kNegation) && cue.first - t.last > kNegationReach;
    if (doubt && !negation && t.last < cue.first) return false;
    fate.about_deal |= t.IsCue(Cue::kDealNoun);
    fate.about_measure |= t.IsCue(Cue::kMeasureNoun);
  }
  const std::string_view words = ByteSpan{view.units[size_t(first)].span.begin, cue.span.end}.in(view.text);
  const bool turns =
      std::any_of(kTurns.begin(), kTurns.end(), [&](std::string_view w) { return words.starts_with(w); });
  if (turns) {
    fate.about_deal = fate.about_measure = true;
    return true;
  }
  const bool names_it = words.find("交易") != words.npos || words.find("收购") != words.npos ||
                        words.find("合并") != words.npos || words.find("谈判") != words.npos;
  return ((fate.about_deal || fate.about_measure) && words.starts_with("该")) || (fate.about_deal && names_it);
}

// ---- both --------------------------------------------------------------------------------------------------------

bool IsParty(const Event& event, const SentenceView& view, int unit) {
  const Entity& e = view.EntityAt(unit);
  return std::any_of(event.roles.begin(), event.roles.end(), [&](const std::vector<Participant>& role) {
    return std::any_of(role.begin(), role.end(), [&](const Participant& p) { return p.id == e.id; });
  });
}

// A company that has no part in the event stands where the clause says with whom or what: it speaks of another deal.
bool NamesAnother(const SentenceView& view, const Fate& fate, const Event& event) {
  for (int i = fate.clause_first; i <= fate.clause_last; ++i) {
    if (!view.IsEntity(i) || view.EntityAt(i).type != EntityType::kOrganization || IsParty(event, view, i)) continue;
    const bool governed = i > 0 && (IsWord(view, i - 1, "with") || IsWord(view, i - 1, "of") ||
                                    IsWord(view, i - 1, "for") || IsWord(view, i - 1, "to"));
    if (view.chinese ? i > fate.cue->last : governed) return true;
  }
  return false;
}

bool Speaks(const Fate& fate, const Event& event) {
  return event.type.starts_with("policy.") ? fate.about_measure : fate.about_deal;
}

void End(const SentenceView& view, const Timestamp& published, const Fate& fate, Event& event) {
  if (IsEnd(event.status) || (fate.status == Status::kCompleted && event.status == Status::kCompleted)) return;
  if (!fate.within && NamesAnother(view, fate, event)) return;
  event.status = fate.status;
  event.status_cue = fate.cue->span;
  TriggerSite site;
  site.first = site.last = site.head = site.head_last = fate.cue->first;
  site.clause = {fate.clause_first, fate.clause_last};
  const auto when = FindDate(view, site, published);
  const ByteSpan clause{view.units[size_t(fate.clause_first)].span.begin,
                        view.units[size_t(fate.clause_last)].span.end};
  if (when && !when->from_publication && clause.Contains(when->span)) event.when = when;
}

// What the clause may be about: the last event told left of it, or the last of the sentence just before.
Event* Meant(const SentenceView& view, const Fate& fate, std::vector<Event>& here, std::vector<Event>& told) {
  const uint32_t from = view.units[size_t(fate.clause_first)].span.begin;
  for (auto e = here.rbegin(); fate.within && e != here.rend(); ++e) {
    if (e->trigger.begin > from && e->trigger.end <= fate.cue->span.begin) return &*e;
  }
  if (fate.within) return nullptr;
  for (auto e = here.rbegin(); e != here.rend(); ++e) {
    if (e->trigger.end <= from && Speaks(fate, *e)) return &*e;
  }
  if (!here.empty() || !fate.reaches_back || told.empty()) return nullptr;
  Event& last = told.back();
  const bool just_before = view.span.begin - last.sentence.end <= kSentenceBefore;
  return just_before && Speaks(fate, last) ? &last : nullptr;
}

// The clause tells an event of its own: its words are spoken for.
bool IsSpokenFor(const SentenceView& view, const Fate& fate, const std::vector<Event>& here) {
  const ByteSpan clause{view.units[size_t(fate.clause_first)].span.begin,
                        view.units[size_t(fate.clause_last)].span.end};
  return std::any_of(here.begin(), here.end(), [&](const Event& e) {
    const bool told = clause.Contains(e.trigger) && !fate.within;
    return e.trigger.Overlaps(fate.cue->span) || e.status_cue == fate.cue->span || told;
  });
}

}  // namespace

void TellFates(const SentenceView& view, const Timestamp& published, std::vector<Event>& here,
               std::vector<Event>& told) {
  if (!view.HasCue(Cue::kEnded) && !view.HasCue(Cue::kSealed)) return;
  if (here.empty() && told.empty()) return;
  for (const TermUse& t : view.terms) {
    const bool ended = t.IsCue(Cue::kEnded), sealed = t.IsCue(Cue::kSealed);
    if (!(ended || sealed) || t.inside_name || t.shadowed) continue;
    Fate fate{&t, ended ? Status::kCancelled : Status::kCompleted, 0, 0};
    if (!(view.chinese ? ReadsChinese(view, t, fate) : ReadsEnglish(view, t, fate))) continue;
    if (IsSpokenFor(view, fate, here)) continue;
    if (Event* event = Meant(view, fate, here, told)) End(view, published, fate, *event);
  }
}

}  // namespace tocsin
