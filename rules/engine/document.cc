#include "rules/engine/document.h"

#include <algorithm>
#include <cstdlib>

namespace tocsin {
namespace {

// A country and its government are one; two of its agencies are two.
bool SameParty(const Participant& a, const Participant& b) {
  if (a.id == b.id) return true;
  const auto state = [](const Participant& p) { return p.type == EntityType::kCountry || p.id.starts_with("gov_"); };
  return state(a) && state(b) && !a.country.empty() && a.country == b.country;
}

bool Shares(const std::vector<Participant>& a, const std::vector<Participant>& b) {
  return std::any_of(a.begin(), a.end(), [&](const Participant& x) {
    return std::any_of(b.begin(), b.end(), [&](const Participant& y) { return SameParty(x, y); });
  });
}

// Agree: they share a party, or one of them names none.
bool Agrees(const Event& a, const Event& b, Role role) {
  return a.role(role).empty() || b.role(role).empty() || Shares(a.role(role), b.role(role));
}

// "The U.S. proposes", "President Trump considers": a state and its people, about one fund that has no name yet.
bool SameState(const Event& a, const Event& b) {
  if (a.type != "investment.sovereign_fund" || !a.role(Role::kTarget).empty() || !b.role(Role::kTarget).empty())
    return false;
  const auto& x = a.role(Role::kActor);
  const auto& y = b.role(Role::kActor);
  return !x.empty() && !y.empty() && !x.front().country.empty() && x.front().country == y.front().country;
}

bool SameParties(const Event& a, const Event& b) {
  if (a.type == "investment.partnership") {
    // Symmetric: the parties of both sides together.
    std::vector<Participant> x = a.role(Role::kActor), y = b.role(Role::kActor);
    x.insert(x.end(), a.role(Role::kTarget).begin(), a.role(Role::kTarget).end());
    y.insert(y.end(), b.role(Role::kTarget).begin(), b.role(Role::kTarget).end());
    // Nvidia with Synopsys and Nvidia with OpenAI are two: what names two parties shares both.
    const auto shared = size_t(std::count_if(x.begin(), x.end(), [&](const Participant& p) { return Shares({p}, y); }));
    return shared > 0 && shared >= std::min({size_t{2}, x.size(), y.size()});
  }
  if (SameState(a, b)) return true;
  if (!Agrees(a, b, Role::kActor) || !Agrees(a, b, Role::kTarget)) return false;
  return Shares(a.role(Role::kActor), b.role(Role::kActor)) || Shares(a.role(Role::kTarget), b.role(Role::kTarget));
}

bool AmountsAgree(const Event& a, const Event& b) {
  if (!a.amount || !b.amount) return true;
  return a.amount->currency == b.amount->currency && a.amount->value == b.amount->value;
}

constexpr uint32_t kHeadlineBytes = 4;  // between two sentences that stand side by side

bool IsDenial(Status s) { return s == Status::kDenied || s == Status::kCancelled; }

// Two transactions of the same parties with other status and other sum are two; a denial is never folded away.
bool SameEvent(const Event& a, const Event& b) {
  if (a.type != b.type || !SameParties(a, b)) return false;
  if (IsDenial(a.status) != IsDenial(b.status)) return false;
  if (a.status == b.status) return AmountsAgree(a, b);
  // A headline and the text below it may differ by a shade; both name the one sum.
  const bool near = !IsDenial(a.status) && std::abs(int(a.status) - int(b.status)) <= 2 &&
                    b.sentence.begin - a.sentence.end <= kHeadlineBytes;
  return AmountsAgree(a, b) && (!a.amount || !b.amount || a.sentence == b.sentence || near);
}

// Two tellings of one plan: all who are named carry it, and the less firm word counts.
void AbsorbState(Event& into, const Event& from) {
  for (const Participant& p : from.role(Role::kActor)) {
    const auto same = [&](const Participant& q) { return q.id == p.id; };
    auto& actors = into.role(Role::kActor);
    if (std::none_of(actors.begin(), actors.end(), same)) actors.push_back(p);
  }
  if (from.status < into.status) {
    into.status = from.status;
    into.status_cue = from.status_cue;
  }
}

void Absorb(Event& into, Event&& from) {
  if (SameState(into, from)) AbsorbState(into, from);
  if (!into.amount) into.amount = std::move(from.amount);
  if (!into.stake_percent) {
    into.stake_percent = from.stake_percent;
    into.stake_span = from.stake_span;
  }
  for (size_t r = 0; r < kRoleCount; ++r) {
    if (into.roles[r].empty()) into.roles[r] = std::move(from.roles[r]);
  }
  if (into.when && into.when->from_publication && from.when && !from.when->from_publication) into.when = from.when;
  into.also.push_back(from.trigger);
  into.also.insert(into.also.end(), from.also.begin(), from.also.end());
}

}  // namespace

void MergeMentions(std::vector<Event>& events) {
  std::vector<Event> merged;
  for (Event& e : events) {
    const auto known = std::find_if(merged.begin(), merged.end(), [&](const Event& m) { return SameEvent(m, e); });
    if (known == merged.end()) {
      merged.push_back(std::move(e));
    } else {
      Absorb(*known, std::move(e));
    }
  }
  events = std::move(merged);
}

}  // namespace tocsin
