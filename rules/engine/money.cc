#include "rules/engine/money.h"

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

// Valuations, prices, revenues and sums per unit are no sum of the event.
bool IsSumOfSomethingElse(const SentenceView& view, int unit) {
  const AmountMention& a = view.annotations->amounts[view.units[size_t(unit)].index];
  if (a.per == Per::kShare || a.per == Per::kUnit || a.per == Per::kHour) return true;
  if (!view.HasCue(Cue::kNotTheSum)) return false;
  for (const TermUse& t : view.terms) {
    if (!t.IsCue(Cue::kNotTheSum) || t.inside_name) continue;
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

// How far a unit lies from the trigger; other clauses and other triggers' sides cost more.
int Distance(const TriggerSite& site, int unit) {
  int distance = unit > site.last ? unit - site.last : site.first - unit;
  if (unit >= site.first && unit <= site.last) distance = 0;
  if (unit < site.first) distance += 2;  // "invest $5bn": sums follow more often than they lead
  if (unit < site.clause.first || unit > site.clause.last) distance += 12;
  return distance;
}

}  // namespace

void FindMoney(const SentenceView& view, const TriggerSite& site, Event& event) {
  int best_amount = kNoUnit, best_stake = kNoUnit;
  for (int i = 0; i < view.size(); ++i) {
    const Unit& u = view.units[size_t(i)];
    if (u.kind == UnitKind::kAmount && !IsConversion(view, i) && !IsSumOfSomethingElse(view, i)) {
      const int distance = Distance(site, i);
      if (distance >= best_amount) continue;
      best_amount = distance;
      const AmountMention& a = view.annotations->amounts[u.index];
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

std::optional<EventDate> FindDate(const SentenceView& view, const TriggerSite& site, const Timestamp& published) {
  constexpr int kFarthestDate = 25;  // units: a date farther off belongs to something else
  const DateMention* best = nullptr;
  int best_distance = kFarthestDate;
  for (int i = 0; i < view.size(); ++i) {
    if (view.units[size_t(i)].kind != UnitKind::kDate) continue;
    const DateMention& d = view.annotations->dates[view.units[size_t(i)].index];
    const bool day = d.kind == DateKind::kDate || d.kind == DateKind::kDateTime;  // "Tuesday morning" has one too
    if (!day || !d.resolved || d.after.year > 9999) continue;
    const bool deadline =
        i > 0 && (view.Words(i - 1) == "by" || view.Words(i - 1) == "until" || view.Words(i - 1) == "through");
    const int distance = Distance(site, i) + (deadline ? 20 : 0);
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
