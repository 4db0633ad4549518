// Status by the strongest governing cue.
//
//   denied, cancelled > considered > proposed > announced > completed
//
// A cue governs what stands right of it in its clause; a noun ("the stake", "the deal") is also governed by
// the verb behind it ("was scrapped"). The order is the order of caution: "agreed to consider buying" is only
// considered, and nothing is completed under a modal, a conditional or an infinitive.
#include "rules/engine/status.h"

#include <algorithm>
#include <array>

namespace tocsin {
namespace {

struct Region {
  int first, last;
};

// Left of the trigger, to the clause's beginning or a word that ends a cue's scope.
// What makes a claim no claim ("if", "critics say") stands near: behind the last comma, or just before the clause.
Region FrameRegion(const SentenceView& view, const TriggerSite& site) {
  constexpr int kBeforeClause = 2;  // "if" cuts a clause and stands in front of it
  int first = std::max(0, site.clause.first - kBeforeClause);
  for (int i = site.head - 1; i >= site.clause.first; --i) {
    if (view.units[size_t(i)].Is(kComma)) {
      first = i + 1;
      break;
    }
  }
  return {first, site.last};
}

// "After months of talks, Samsung was awarded": what opens the sentence with such a word is over.
int BehindWhatIsOver(const SentenceView& view, const TriggerSite& site) {
  constexpr std::array<std::string_view, 6> kOver = {"After", "Following", "Despite", "Amid", "Since", "Although"};
  if (view.chinese || std::find(kOver.begin(), kOver.end(), view.Words(0)) == kOver.end()) return site.clause.first;
  for (int i = 1; i < site.head; ++i) {
    if (view.units[size_t(i)].Is(kComma)) return std::max(site.clause.first, i + 1);
  }
  return site.clause.first;
}

Region LeftRegion(const SentenceView& view, const TriggerSite& site) {
  int first = view.size() > 0 ? BehindWhatIsOver(view, site) : site.clause.first;
  for (int i = site.head - 1; i >= site.clause.first; --i) {
    const bool part = view.chinese && view.units[size_t(i)].Is(kComma);  // a Chinese comma parts whole clauses
    if (part || view.units[size_t(i)].stops_cues) {
      first = i + 1;
      break;
    }
  }
  return {first, site.last};
}

Region RightRegion(const SentenceView& view, const TriggerSite& site) {
  int last = site.last;
  for (int i = site.last + 1; i <= site.clause.last && i <= site.last + 14; ++i) {
    const Unit& u = view.units[size_t(i)];
    if (u.Is(kClauseEnd | kBut) || (u.Is(kComma) && view.chinese)) break;
    last = i;
  }
  return {site.last + 1, last};
}

// "Google, not Microsoft, acquired Wiz": who did not.
bool NegatesName(const SentenceView& view, const TermUse& negation) {
  const int next = negation.last + 1;
  return !view.chinese && negation.first > 0 && next + 1 < view.size() && view.IsEntity(next) &&
         view.units[size_t(negation.first - 1)].Is(kComma) && view.units[size_t(next + 1)].Is(kComma);
}

const TermUse* CueIn(const SentenceView& view, Cue cue, Region region, const TriggerSite& site) {
  if (!view.HasCue(cue)) return nullptr;
  const TermUse* best = nullptr;
  for (const TermUse& t : view.terms) {
    if (!t.IsCue(cue) || t.inside_name || t.shadowed) continue;
    if (t.first < region.first || t.last > region.last) continue;
    if (cue == Cue::kNegation && NegatesName(view, t)) continue;
    // 将 before a name marks the object ("将其列入清单"), not the future.
    if (view.chinese && t.last + 1 < view.size() && view.IsEntity(t.last + 1) && t.span.in(view.text) == "将") continue;
    // The trigger's own words may say how firm it is ("weigh", "propose", "announce"), but not that it is done.
    const bool own = t.first <= site.head && t.last >= site.head_last;
    if (cue == Cue::kCompleted && own && !view.chinese) continue;
    // Words of the thing done ("an executive order") say nothing of how firm the doing is.
    if (!own && t.first >= site.first && t.last <= site.last && t.first > site.head_last) continue;
    best = &t;  // the last one stands nearest to the trigger
  }
  return best;
}

// "Had Nvidia acquired Arm, ...": no condition has its word.
bool IsInvertedCondition(const SentenceView& view) {
  return view.size() > 2 && (view.Words(0) == "Had" || view.Words(0) == "Were") && view.IsEntity(1);
}

// "vetoed SB 1047 and signed SB 53": a verb that has its own object does not govern the finite one behind "and".
bool HasItsOwnObject(const SentenceView& view, const TermUse& cue, const TriggerSite& site) {
  if (view.chinese || (site.form != WordForm::kPast && site.form != WordForm::kThird)) return false;
  int i = site.head - 1;
  while (i > cue.last && (view.units[size_t(i)].Is(kHave) || view.Words(i).ends_with("ly"))) --i;
  if (i <= cue.last || !view.units[size_t(i)].Is(kAnd)) return false;
  for (--i; i > cue.last; --i) {
    if (view.IsEntity(i)) return true;
  }
  return false;
}

const TermUse* CueAround(const SentenceView& view, Cue cue, const TriggerSite& site) {
  if (!view.HasCue(cue)) return nullptr;
  const TermUse* left = CueIn(view, cue, LeftRegion(view, site), site);
  if (left != nullptr && !HasItsOwnObject(view, *left, site)) return left;
  if (site.voice != Voice::kNominal && !view.chinese) return nullptr;
  if (view.chinese && cue == Cue::kAnnounced) return nullptr;  // "决定" behind the verb is what was passed
  return CueIn(view, cue, RightRegion(view, site), site);
}

// Words of grammar between the subject and the trigger: "will", "to", "not", "may".
uint32_t AuxiliaryClasses(const SentenceView& view, const TriggerSite& site) {
  uint32_t classes = 0;
  for (int i = site.head - 1; i >= site.clause.first && i >= site.head - 6; --i) {
    const Unit& u = view.units[size_t(i)];
    if (view.IsEntity(i) || u.Is(kPronoun | kRelative | kComma)) break;
    classes |= u.classes;
  }
  return classes;
}

// "may invest in OpenAI, taking a 9.9% stake": the participle behind a comma is as firm as the verb in front of it.
uint32_t ClassesOfMainClause(const SentenceView& view, const TriggerSite& site) {
  if (view.chinese || site.form != WordForm::kGerund || site.head == 0 || !view.units[size_t(site.head - 1)].Is(kComma))
    return 0;
  uint32_t classes = 0;
  for (int i = site.clause.first; i < site.head; ++i) classes |= view.units[size_t(i)].classes;
  return classes & (kModal | kUncertain | kWould | kFuture | kTo);
}

// "later this year when SpaceX goes public", "until the rule takes effect": the present of such a clause is no news.
bool IsYetToCome(const SentenceView& view, const TriggerSite& site) {
  constexpr std::array<std::string_view, 5> kWhen = {"when", "once", "until", "When", "Once"};
  if (view.chinese || (site.form != WordForm::kThird && site.form != WordForm::kBase) || site.clause.first == 0)
    return false;
  return std::find(kWhen.begin(), kWhen.end(), view.Words(site.clause.first - 1)) != kWhen.end() &&
         site.head - site.clause.first <= 6;
}

bool IsPurpose(const SentenceView& view, const TriggerSite& site) {
  if (view.chinese || site.voice != Voice::kNominal) return false;
  for (int i = site.first - 1; i >= site.clause.first && i >= site.first - 4; --i) {
    if (view.Words(i) == "for") return true;
    if (view.units[size_t(i)].Is(kPreposition | kComma)) return false;
  }
  return false;
}

bool MainClauseIsPast(const SentenceView& view, const TriggerSite& site) {
  if (site.form != WordForm::kGerund || site.head == 0 || !view.units[size_t(site.head - 1)].Is(kComma)) return false;
  return std::any_of(view.terms.begin(), view.terms.end(), [&](const TermUse& t) {
    return t.form == WordForm::kPast && t.first >= site.clause.first && t.last < site.head && !t.inside_name;
  });
}

bool IsQuestion(const SentenceView& view) {
  const std::string_view words = view.span.in(view.text);
  for (const std::string_view mark : {"?", "？", "?\"", "?”", "？”"}) {
    if (words.ends_with(mark)) return true;
  }
  return false;
}

// Inside quotation marks that hold a whole claim, opinions are quoted too; only the frame counts.
bool Perfect(const SentenceView& view, const TriggerSite& site) {
  for (int i = site.head - 1; i >= 0 && i >= site.head - 3; --i) {
    if (view.units[size_t(i)].Is(kHave)) return true;
  }
  return false;
}

// 了 behind a Chinese verb or 已 before it: it is done.
bool ChinesePerfect(const SentenceView& view, const TriggerSite& site) {
  const int next = site.head_last + 1;
  if (next < view.size() && view.Words(next) == "了") return true;
  for (int i = site.head - 1; i >= 0 && i >= site.head - 3; --i) {
    if (view.Words(i) == "已") return true;
  }
  return false;
}

// The first line, where a line ends behind it.
bool IsHeadline(const SentenceView& view) {
  return view.span.begin == 0 && view.span.end < view.text.size() && view.text[view.span.end] == '\n';
}

Status ByForm(const SentenceView& view, const TriggerSite& site, const Rule& rule, uint32_t auxiliaries) {
  if (view.chinese && ChinesePerfect(view, site)) return rule.status_past.value_or(Status::kCompleted);
  const bool future = (auxiliaries & (kModal | kTo)) != 0;
  const bool past_form = site.form == WordForm::kPast || site.form == WordForm::kParticiple;
  if (past_form && !future) {
    if (rule.status_past) return *rule.status_past;
    const bool ongoing = (auxiliaries & kBe) != 0 && site.voice == Voice::kActive;
    if (!ongoing) return rule.status.value_or(Status::kCompleted);
  }
  // "days after raising $1.1 billion": what comes after is later, so this is done.
  if (site.form == WordForm::kGerund && site.head > 0 && view.Words(site.head - 1) == "after")
    return rule.status_past.value_or(Status::kCompleted);
  // Headlines tell what happened in the present: "OpenRouter raises $113M".
  if (site.form == WordForm::kThird && !future && IsHeadline(view))
    return rule.status.value_or(rule.status_past.value_or(Status::kCompleted));
  if (Perfect(view, site) && !future && past_form) return rule.status_past.value_or(Status::kCompleted);
  return rule.status.value_or(Status::kAnnounced);
}

}  // namespace

StatusVerdict JudgeStatus(const SentenceView& view, const TriggerSite& site, const Rule& rule) {
  StatusVerdict verdict;
  const auto reject = [&](std::string why) {
    verdict.rejection = std::move(why);
    return verdict;
  };
  const auto decide = [&](Status status, const TermUse* cue) {
    verdict.status = status;
    if (cue != nullptr) {
      verdict.cue = cue->span;
      verdict.by_cue = true;
    }
    return verdict;
  };
  if (IsQuestion(view)) return reject("question");
  if (IsInvertedCondition(view)) return reject("hypothetical");
  if (view.HasCue(Cue::kNotQuite) &&
      CueIn(view, Cue::kNotQuite, {std::max(0, site.head - 6), site.head - 1}, site) != nullptr)
    return reject("it did not come to that");

  if (IsYetToCome(view, site)) return reject("yet to come");
  const uint32_t main = ClassesOfMainClause(view, site);
  const uint32_t auxiliaries = AuxiliaryClasses(view, site) | main;
  const TermUse* considered = CueAround(view, Cue::kConsidered, site);
  const TermUse* reportedly = CueIn(view, Cue::kReportedly, {0, view.size() - 1}, site);
  const TermUse* pseudo = CueAround(view, Cue::kPseudoNegation, site);

  const Region frame = FrameRegion(view, site);
  if (CueIn(view, Cue::kHypothetical, frame, site) != nullptr) return reject("hypothetical");
  if (CueIn(view, Cue::kForecast, frame, site) != nullptr && considered == nullptr) {
    return reject("forecast");
  }
  if (CueIn(view, Cue::kOpinion, frame, site) != nullptr) return reject("opinion");
  // "Reports that Nvidia has taken a stake are false": said of the whole sentence, wherever it stands.
  if (const TermUse* falsehood = CueIn(view, Cue::kFalsehood, {0, view.size() - 1}, site))
    return decide(Status::kDenied, falsehood);
  if (const TermUse* denied = CueAround(view, Cue::kDenied, site)) return decide(Status::kDenied, denied);
  // A rule that says what it is ("unveiled a bill", "postponed its rules": proposed) is not overruled by its own verb.
  const auto overruled = [&](const TermUse* cue) {
    return cue != nullptr && rule.status == Status::kProposed && cue->first <= site.head && cue->last >= site.head_last;
  };
  const TermUse* cancelled = CueAround(view, Cue::kCancelled, site);
  // "撤销三星的豁免" is a deed: a rule that says the same of every form is not overruled by its own verb.
  const bool deed = view.chinese && rule.status && rule.status == rule.status_past && cancelled != nullptr &&
                    cancelled->first <= site.head_last && cancelled->last >= site.head;
  if (cancelled != nullptr && !overruled(cancelled) && !deed) return decide(Status::kCancelled, cancelled);
  const TermUse* negation =
      view.HasCue(Cue::kNegation) ? CueIn(view, Cue::kNegation, LeftRegion(view, site), site) : nullptr;
  const bool near_not = (auxiliaries & kNot) != 0 || (negation != nullptr && site.head - negation->last <= 4);
  if (near_not && pseudo == nullptr) {
    if ((auxiliaries & (kFuture | kWould)) != 0) return decide(Status::kDenied, negation);
    return reject("negated");
  }
  if ((auxiliaries & kUncertain) != 0 && considered == nullptr && reportedly == nullptr) return reject("only possible");
  const bool unreal = (auxiliaries & kWould) != 0 && (auxiliaries & kFuture) == 0;
  if (unreal && (view.HasCue(Cue::kHypothetical) || (auxiliaries & kHave) != 0)) {  // "would have acquired"
    return reject("hypothetical");
  }
  if (considered != nullptr) return decide(Status::kConsidered, considered);
  if (const TermUse* proposed = CueAround(view, Cue::kProposed, site)) return decide(Status::kProposed, proposed);
  Status form = ByForm(view, site, rule, auxiliaries);
  if (main == 0 && MainClauseIsPast(view, site)) form = rule.status_past.value_or(Status::kCompleted);
  if (reportedly != nullptr && form != Status::kCompleted && reportedly->first <= site.head) {
    return decide(Status::kConsidered, reportedly);
  }
  if ((auxiliaries & kUncertain) != 0) return decide(Status::kConsidered, reportedly);
  // "said on Friday that it had acquired": what is done stays done, unless the verb itself only announces.
  const bool finished_form = form == Status::kCompleted && site.voice != Voice::kNominal && !view.chinese;
  const TermUse* announced = CueAround(view, Cue::kAnnounced, site);
  if (overruled(announced)) announced = nullptr;
  const TermUse* completed = CueAround(view, Cue::kCompleted, site);
  // "voted to adopt": the "to" is the cue's own.
  const bool own_to =
      completed != nullptr && completed->last == site.head - 1 && view.units[size_t(completed->last)].Is(kTo);
  if ((auxiliaries & (kModal | kTo | kFuture)) != 0 && !own_to) completed = nullptr;
  if (own_to) return decide(Status::kCompleted, completed);
  // "宣布完成": what is announced is that it is done.
  const bool planned = view.chinese && announced != nullptr && !announced->span.in(view.text).starts_with("宣布");
  if (completed != nullptr && announced != nullptr && completed->first > announced->last && !planned)
    return decide(Status::kCompleted, completed);
  if (announced != nullptr && announced->last >= site.head) return decide(Status::kAnnounced, announced);
  if (announced != nullptr && !finished_form) return decide(Status::kAnnounced, announced);
  // "closed a loan for the construction of a campus": the loan is done, what it is for is not.
  if (completed != nullptr && IsPurpose(view, site)) {
    verdict.by_cue = true;
    return decide(Status::kAnnounced, nullptr);
  }
  if (completed != nullptr) return decide(Status::kCompleted, completed);
  return decide(form, nullptr);
}

}  // namespace tocsin
