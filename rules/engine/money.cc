#include "rules/engine/money.h"

#include <algorithm>
#include <cstdlib>

namespace tocsin {
namespace {

constexpr int kNoUnit = 1 << 20;
constexpr int kSumWords = 5;  // units between a word and the sum it speaks of: "valuing the startup at $12bn"

bool AmountFollows(const SentenceView& view, int unit) {
  for (int i = unit + 1; i < view.size() && i <= unit + kSumWords; ++i) {
    if (view.units[size_t(i)].kind == UnitKind::kAmount) return true;
  }
  return false;
}

// "contracts worth $200 million each": what every party gets, and no price.
bool IsEachPartys(const SentenceView& view, int unit) {
  return unit + 1 < view.size() && (view.Words(unit + 1) == "each" || view.Words(unit + 1) == "apiece");
}

// Valuations, prices, revenues and sums per unit are no sum of the event.
bool IsSumOfSomethingElse(const SentenceView& view, int unit) {
  const AmountMention& a = view.annotations->amounts[view.units[size_t(unit)].index];
  if (a.per == Per::kShare || a.per == Per::kHour) return true;
  if (a.per == Per::kUnit && !IsEachPartys(view, unit)) return true;
  if (!view.HasCue(Cue::kNotTheSum)) return false;
  for (const TermUse& t : view.terms) {
    if (!t.IsCue(Cue::kNotTheSum) || t.inside_name || t.shadowed) continue;
    const int gap = t.last < unit ? unit - t.last : t.first - unit;
    if (gap <= 0 || gap > (t.last < unit ? kSumWords : 3)) continue;
    // "€1.7bn at a valuation of €11.7bn": the word speaks of the sum behind it.
    if (t.first > unit && AmountFollows(view, t.last)) continue;
    // "valued at $30bn", "a valuation of $30bn", "$30bn in revenue"; a mark between them parts the two, and so does
    // another sum: "$2bn at a $10bn valuation".
    bool parted = false;
    for (int i = std::min(t.last, unit) + 1; i < std::max(t.first, unit); ++i)
      parted |= view.units[size_t(i)].Is(kComma | kClauseEnd | kAnd) || view.units[size_t(i)].kind == UnitKind::kAmount;
    if (!parted) return true;
  }
  return false;
}

// "£150bn ($200bn)": the sum in brackets says the one before it over again, in other money.
bool IsConversion(const SentenceView& view, int unit) {
  int open = unit - 1;
  if (open > 0 && view.units[size_t(open)].kind == UnitKind::kWord) --open;  // "(about $13bn)", "（约合"
  if (open > 0 && view.units[size_t(open)].kind == UnitKind::kWord) --open;
  if (open <= 0 || (view.Words(open) != "(" && view.Words(open) != "（")) return false;
  for (int i = open - 1; i >= 0 && i >= open - 2; --i) {
    if (view.units[size_t(i)].kind == UnitKind::kAmount) return true;
  }
  return false;
}

// "fined Replika $5m last year and is investigating OpenAI": the sum left of "and" has a verb of its own.
bool BelongsToVerbBefore(const SentenceView& view, const TriggerSite& site, int unit) {
  if (unit >= site.first || site.voice == Voice::kNominal || view.chinese) return false;
  bool joined = false;
  for (int i = unit + 1; i < site.first; ++i) joined |= view.units[size_t(i)].Is(kAnd);
  if (!joined) return false;
  for (int i = unit - 1; i >= site.clause.first && !view.units[size_t(i)].Is(kComma | kClauseEnd); --i) {
    if (IsFiniteVerb(view, i)) return true;
  }
  return false;
}

// A subject with its verb between the two units.
bool HasOwnVerb(const SentenceView& view, int first, int last) {
  constexpr int kSubject = 5;
  for (int i = first + 1; i < last && i <= first + kSubject; ++i) {
    if (view.units[size_t(i)].Is(kPreposition | kComma)) return false;
    if (view.units[size_t(i)].Is(kModal | kHave | kBe) || IsFiniteVerb(view, i)) return true;
  }
  return false;
}

// Whether a clause parts the trigger from the unit that only contrasts with it: ";", "while", "but". One that speaks of
// the deal or of "it" goes on with the same.
bool ParallelClause(const SentenceView& view, const TriggerSite& site, int unit) {
  if (view.chinese) return false;
  const int from = unit > site.last ? site.last + 1 : unit + 1, to = unit > site.last ? unit : site.first;
  int cut = -1;
  for (int i = from; i < to; ++i) {
    const std::string_view word = view.Words(i);
    if (word == ";" || word == "while" || word == "whereas" || word == "although" || word == "though" ||
        view.units[size_t(i)].Is(kBut))
      cut = i;
    // ", and the company will invest ...": a verb of its own.
    const bool also = word == "and" && i > 0 && view.units[size_t(i - 1)].Is(kComma) && unit > site.last;
    if (also && HasOwnVerb(view, i + 1, unit)) cut = i;
  }
  if (cut < 0) return false;
  const int first = unit > site.last ? cut + 1 : 0, last = unit > site.last ? unit : cut;
  for (const TermUse& t : view.terms) {
    if (t.IsCue(Cue::kDealNoun) && !t.inside_name && t.first >= first && t.last <= last) return false;
  }
  for (int i = first; i < last; ++i) {
    if (view.units[size_t(i)].Is(kPronoun)) return false;
  }
  return true;
}

// How far a unit lies from the trigger; other clauses and other triggers' sides cost more.
int Distance(const TriggerSite& site, int unit) {
  int distance = unit > site.last ? unit - site.last : site.first - unit;
  if (unit >= site.first && unit <= site.last) distance = 0;
  if (unit < site.first) distance += 2;  // "invest $5bn": sums follow more often than they lead
  if (unit < site.clause.first || unit > site.clause.last) distance += 12;
  return distance;
}

}  // namespace

void FindMoney(const SentenceView& view, const TriggerSite& site, bool has_target, Event& event) {
  int best_amount = kNoUnit, best_stake = kNoUnit;
  for (int i = 0; i < view.size(); ++i) {
    const Unit& u = view.units[size_t(i)];
    const bool mention = u.kind == UnitKind::kAmount || u.kind == UnitKind::kPercent;
    if (mention && (BelongsToVerbBefore(view, site, i) || ParallelClause(view, site, i))) continue;
    if (u.kind == UnitKind::kAmount && !IsConversion(view, i) && !IsSumOfSomethingElse(view, i)) {
      const int distance = Distance(site, i);
      if (distance >= best_amount) continue;
      const AmountMention& a = view.annotations->amounts[u.index];
      // "are pouring $30 billion a year": a habit, where nobody is named who gets it.
      if (a.per != Per::kNone && a.per != Per::kUnit && !has_target) continue;
      best_amount = distance;
      event.amount = EventAmount{a.value, a.upper, a.currency, a.qualifier, a.span};
    } else if (u.kind == UnitKind::kPercent) {
      const PercentMention& p = view.annotations->percents[u.index];
      if (!p.stake || p.unit != PercentUnit::kPercent) continue;
      const int distance = Distance(site, i);
      if (distance >= best_stake) continue;
      best_stake = distance;
      event.stake_percent = p.value;
      event.stake_span = p.span;
    }
  }
}

namespace {

TriggerSite SiteOf(const SentenceView& view, const ByteSpan& trigger) {
  TriggerSite site;
  while (site.first + 1 < view.size() && view.units[size_t(site.first)].span.end <= trigger.begin) ++site.first;
  site.last = site.first;
  while (site.last + 1 < view.size() && view.units[size_t(site.last + 1)].span.begin < trigger.end) ++site.last;
  site.head = site.first;
  site.clause = ClauseAround(view, site.first);
  return site;
}

int DistanceTo(const SentenceView& view, const Event& event, const ByteSpan& span) {
  int unit = 0;
  while (unit + 1 < view.size() && view.units[size_t(unit)].span.end <= span.begin) ++unit;
  return Distance(SiteOf(view, event.trigger), unit);
}

}  // namespace

void SettleSums(const SentenceView& view, std::vector<Event>& events) {
  std::vector<ByteSpan> lost;  // triggers
  for (size_t i = 0; i < events.size(); ++i) {
    for (size_t j = i + 1; j < events.size(); ++j) {
      Event &a = events[i], &b = events[j];
      if (a.stake_percent && b.stake_percent && a.stake_span == b.stake_span)
        (DistanceTo(view, a, a.stake_span) > DistanceTo(view, b, b.stake_span) ? a : b).stake_percent.reset();
      if (!a.amount || !b.amount || !(a.amount->span == b.amount->span)) continue;
      Event& farther = DistanceTo(view, a, a.amount->span) > DistanceTo(view, b, b.amount->span) ? a : b;
      farther.amount.reset();
      lost.push_back(farther.trigger);
      farther.confidence = uint8_t(std::max(1, int(farther.confidence) - 5));
    }
  }
  // "borrowed $7.5 billion to buy chips": what the sum was for, and nothing else is told of it.
  std::erase_if(events, [&](const Event& e) {
    const bool bare = !e.amount && e.role(Role::kTarget).empty() && e.status != Status::kCompleted;
    return bare && std::any_of(lost.begin(), lost.end(), [&](const ByteSpan& trigger) { return trigger == e.trigger; });
  });
}

namespace {

// "a company blacklisted in 2019", "Groq, founded in 2016", "which it backed in 2021": when something else happened.
bool DatesSomethingElse(const SentenceView& view, const TriggerSite& site, int unit) {
  if (view.chinese) return false;
  // A relative clause behind the trigger.
  for (int i = unit - 1; i > site.last && !view.units[size_t(i)].Is(kComma | kClauseEnd); --i) {
    const bool complement = view.Words(i) == "that" && !view.IsEntity(i - 1) && !IsCompanyWord(view.Words(i - 1));
    if (view.units[size_t(i)].Is(kRelative) && !complement) return true;
    if (view.units[size_t(i)].Is(kPronoun) && IsCompanyWord(view.Words(i - 1))) return true;
  }
  // "The Pentagon, which in 2018 lost Google, has signed": between the commas of a relative.
  bool comma = false;
  for (int i = unit + 1; i < site.first; ++i) comma |= view.units[size_t(i)].Is(kComma);
  for (int i = unit - 1; comma && i > 0 && !view.units[size_t(i)].Is(kComma | kClauseEnd); --i) {
    if (view.units[size_t(i)].Is(kRelative) && view.units[size_t(i - 1)].Is(kComma)) return true;
  }
  // A participle right before "in 2019", behind a noun for a company or a name and a comma.
  int verb = unit - 1;
  while (verb > 0 && view.units[size_t(verb)].Is(kPreposition)) --verb;
  if (verb <= 0 || (verb >= site.first && verb <= site.last) || !view.Words(verb).ends_with("ed")) return false;
  if (view.units[size_t(verb - 1)].kind == UnitKind::kAmount)
    return true;  // "from the $6.4 billion announced in April"
  if (view.units[size_t(verb - 1)].Is(kComma)) return verb >= 2 && view.IsEntity(verb - 2);
  return IsCompanyWord(view.Words(verb - 1));
}

}  // namespace

std::optional<EventDate> FindDate(const SentenceView& view, const TriggerSite& site, const Timestamp& published) {
  constexpr int kFarthestDate = 25;  // units: a date farther off belongs to something else
  const DateMention* best = nullptr;
  int best_distance = kFarthestDate;
  for (int i = 0; i < view.size(); ++i) {
    if (view.units[size_t(i)].kind != UnitKind::kDate) continue;
    const DateMention& d = view.annotations->dates[view.units[size_t(i)].index];
    const bool day = d.kind == DateKind::kDate || d.kind == DateKind::kDateTime;  // "Tuesday morning" has one too
    if (!day || !d.resolved || d.after.year > 9999) continue;
    const bool anniversary =
        i > 0 && view.units[size_t(i - 1)].kind == UnitKind::kDate && view.Words(i - 1).ends_with("ago");
    if (anniversary) continue;  // "Ten years ago today"
    if (BelongsToVerbBefore(view, site, i) || DatesSomethingElse(view, site, i)) continue;
    const std::string_view before = i > 0 ? view.Words(i - 1) : std::string_view();
    if (before == "until" || before == "through" || before == "至" || before == "到") continue;  // how long, not when
    const int distance = Distance(site, i) + (before == "by" ? 20 : 0);
    if (distance >= best_distance) continue;
    best_distance = distance;
    best = &d;
  }
  if (best != nullptr) {
    EventDate date{"", best->first, best->after, best->span, false};
    const CivilDay last = AddDays(best->after, -1);
    switch (best->precision) {
      case Precision::kYear: date.edtf = FormatDay(best->first).substr(0, 4); break;
      case Precision::kMonth: date.edtf = FormatDay(best->first).substr(0, 7); break;
      case Precision::kDay: date.edtf = FormatDay(best->first); break;
      default:
        date.edtf = FormatDay(best->first);
        if (best->first < last) date.edtf += "/" + FormatDay(last);
        break;
    }
    return date;
  }
  constexpr int kLastYear = 9998;  // a month that ends in year 10000 has no end that could be stored
  if (!published.known() || DayOf(published.at).year > kLastYear) return std::nullopt;
  const CivilDay day = DayOf(published.at);
  const CivilDay first{day.year, day.month, 1};
  return EventDate{FormatDay(day).substr(0, 7), first, AddMonths(first, 1), {}, true};
}

}  // namespace tocsin
