// Storylines: which reports tell of the same happening, and what they tell together.
//
// Never by day and pair alone: two deals of one pair in one month are told apart by type family, sum and
// status; one deal told over a year is held together by its parties. Conflicts are kept, not resolved.
#include "rules/storyline.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <map>
#include <set>

#include "ingest/base/hash.h"

namespace tocsin {
namespace {

constexpr int kThreshold = 50;           // points: see SameStoryline
constexpr int64_t kPairDays = 400;       // actor and target agree: a deal takes up to a year
constexpr int64_t kOneSideDays = 60;     // only one of them is known on both sides
constexpr int64_t kInstalmentDays = 21;  // other sums so soon after belong to the same deal
constexpr int64_t kRoundDays = 45;       // a round that was talked of is closed by then
constexpr int64_t kReopenDays = 90;      // talks that begin this long after the end are about something new

struct Family {
  std::string_view type, family;
};

// Types that reporters use for the same happening.
constexpr std::array<Family, 19> kFamilies = {{
    {"investment.equity_stake", "capital"},
    {"investment.venture_round", "capital"},
    {"investment.acquisition", "capital"},
    {"investment.ipo", "listing"},
    {"investment.sovereign_fund", "fund"},
    {"investment.state_fund", "fund"},
    {"investment.loan_or_guarantee", "support"},
    {"investment.grant_or_subsidy", "support"},
    {"investment.tax_incentive", "support"},
    {"investment.cloud_credits", "supply"},
    {"investment.procurement_contract", "supply"},
    {"investment.partnership", "supply"},
    {"investment.infrastructure_buildout", "supply"},  // compute: bought, shared or built, as the report likes
    {"policy.export_control", "trade"},
    {"policy.sanction_or_tariff", "trade"},
    {"policy.regulation", "rule"},
    {"policy.legislation", "rule"},
    {"policy.standard_or_guidance", "rule"},
    {"policy.investigation_or_enforcement", "enforcement"},
}};

std::string_view FamilyOf(std::string_view type) {
  for (const Family& f : kFamilies) {
    if (TypeMatches(type, f.type)) return f.family;
  }
  return type;
}

// A state, its government and its offices count as one: reports use them for each other.
std::string PartyKey(const Participant& p) {
  const bool state = p.type == EntityType::kCountry || p.type == EntityType::kGovernmentBody;
  return state && !p.country.empty() ? "state:" + p.country : p.id;
}

std::set<std::string> Parties(const std::vector<Participant>& participants) {
  std::set<std::string> keys;
  for (const Participant& p : participants) keys.insert(PartyKey(p));
  return keys;
}

std::vector<uint64_t> Hashed(const std::vector<Participant>& participants) {
  std::vector<uint64_t> keys;
  keys.reserve(participants.size());
  for (const Participant& p : participants) keys.push_back(Hash64(PartyKey(p)));
  std::sort(keys.begin(), keys.end());
  keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
  return keys;
}

StorylineParties PartiesOf(std::string_view type, const std::array<std::vector<Participant>, kRoleCount>& roles) {
  return {Hash64(FamilyOf(type)), Hashed(roles[size_t(Role::kActor)]), Hashed(roles[size_t(Role::kTarget)])};
}

bool Meet(const std::vector<uint64_t>& a, const std::vector<uint64_t>& b) {
  for (auto x = a.begin(), y = b.begin(); x != a.end() && y != b.end();) {
    if (*x == *y) return true;
    *x < *y ? ++x : ++y;
  }
  return false;
}

size_t Shared(const std::set<std::string>& a, const std::set<std::string>& b) {
  return size_t(std::count_if(a.begin(), a.end(), [&](const std::string& key) { return b.count(key) != 0; }));
}

std::set<std::string> Both(const std::array<std::vector<Participant>, kRoleCount>& roles) {
  std::set<std::string> keys = Parties(roles[size_t(Role::kActor)]);
  keys.merge(Parties(roles[size_t(Role::kTarget)]));
  return keys;
}

bool SharePerson(const std::vector<Participant>& a, const std::vector<Participant>& b) {
  return std::any_of(a.begin(), a.end(), [&](const Participant& x) {
    return x.type == EntityType::kPerson &&
           std::any_of(b.begin(), b.end(), [&](const Participant& y) { return x.id == y.id; });
  });
}

// A place is where much is built: it tells no two buildings apart.
bool OnlyPlaces(const std::vector<Participant>& participants) {
  return std::all_of(participants.begin(), participants.end(), [](const Participant& p) {
    return p.type == EntityType::kPlace || p.type == EntityType::kCountry;
  });
}

int64_t DaysBetween(const Timestamp& a, const Timestamp& b) {
  if (!a.known() || !b.known()) return 0;
  return (b.at.seconds - a.at.seconds) / 86400;
}

// +20: some source gave this sum. -30, or -15 soon after: every sum known differs by more than a third.
int AmountPoints(const Storyline& storyline, const Event& event, int64_t days) {
  // A company raises money again and again: long after, another sum is another round, be it near the first.
  const bool rounds = event.type == "investment.venture_round" && storyline.type == event.type && days > kRoundDays;
  if (!event.amount || storyline.amounts.empty()) return 0;
  bool comparable = false;
  for (const ReportedAmount& known : storyline.amounts) {
    if (!(known.amount.currency == event.amount->currency)) continue;
    comparable = true;
    const Decimal a = known.amount.value, b = event.amount->value;
    if (a == b) return 20;
    const auto larger = Compare(a, b) > 0 ? a : b, smaller = Compare(a, b) > 0 ? b : a;
    const auto four_small = Multiply(smaller, Decimal{4, 0}), three_large = Multiply(larger, Decimal{3, 0});
    if (!rounds && four_small && three_large && Compare(*four_small, *three_large) >= 0)
      return 10;  // within a third of each other
  }
  // Within weeks, an instalment or a mistaken sum is likelier than a second deal of the same pair.
  if (!comparable) return 0;
  // One company lists once: what the sale raises is guessed at until it is over.
  if (FamilyOf(event.type) == "listing") return -10;
  return days <= kInstalmentDays ? -15 : -30;
}

bool IsEnd(Status s) { return s == Status::kCompleted || s == Status::kDenied || s == Status::kCancelled; }

int Rank(Status s) { return s == Status::kDenied || s == Status::kCancelled ? -1 : int(s); }

// The status after `now` when a later report says `said`. A late re-report never lowers it.
Status Advance(Status now, Status said) {
  if (said == Status::kCancelled) return said;
  if (said == Status::kDenied) return now == Status::kCompleted ? now : said;
  if (Rank(now) < 0) return said == Status::kAnnounced || said == Status::kCompleted ? said : now;
  return Rank(said) > Rank(now) ? said : now;
}

// Whether the report only recalls what was before the day on which all ended: it does not begin anew.
bool Recalls(const StorylineReport& report, CivilDay ended) {
  if (report.event.background) return true;
  return report.event.when && DaysSinceEpoch(report.event.when->after) <= DaysSinceEpoch(ended);
}

CivilDay DayTold(const StorylineReport& report) {
  if (report.event.when) return report.event.when->first;
  return DayOf(report.reported_at.known() ? report.reported_at.at : report.fetched_at);
}

using InOrder = std::vector<const StorylineReport*>;

void MergeRoles(const InOrder& reports, Storyline& out) {
  for (size_t r = 0; r < kRoleCount; ++r) {
    struct Named {
      const Participant* participant;
      size_t count = 0, first = 0;
    };
    std::map<std::string_view, Named> by_id;
    size_t order = 0;
    for (const StorylineReport* report : reports) {
      for (const Participant& p : report->event.roles[r]) {
        const auto [at, added] = by_id.try_emplace(p.id, Named{&p, 0, order++});
        ++at->second.count;
      }
    }
    std::vector<Named> named;
    for (const auto& [id, n] : by_id) named.push_back(n);
    std::sort(named.begin(), named.end(), [](const Named& a, const Named& b) {
      return a.count != b.count ? a.count > b.count : a.first < b.first;
    });
    for (const Named& n : named) out.roles[r].push_back(*n.participant);
  }
}

void MergeAmounts(const InOrder& reports, Storyline& out) {
  std::vector<std::set<std::string_view>> sources;
  for (const StorylineReport* report : reports) {
    if (report->event.stake_percent) out.stake_percent = report->event.stake_percent;
    if (!report->event.amount) continue;
    const EventAmount& a = *report->event.amount;
    const auto same = [&](const ReportedAmount& r) {
      return r.amount.value == a.value && r.amount.currency == a.currency;
    };
    auto at = std::find_if(out.amounts.begin(), out.amounts.end(), same);
    if (at == out.amounts.end()) {
      out.amounts.push_back({a, 0});
      sources.emplace_back();
      at = out.amounts.end() - 1;
    }
    auto& from = sources[size_t(at - out.amounts.begin())];
    from.insert(report->independent_source);
    at->sources = uint32_t(from.size());
  }
  std::stable_sort(out.amounts.begin(), out.amounts.end(),
                   [](const ReportedAmount& a, const ReportedAmount& b) { return a.sources > b.sources; });
}

bool Earlier(const StorylineReport& a, const StorylineReport& b) {
  const int64_t x = a.reported_at.known() ? a.reported_at.at.seconds : a.fetched_at.seconds;
  const int64_t y = b.reported_at.known() ? b.reported_at.at.seconds : b.fetched_at.seconds;
  if (x != y) return x < y;
  return a.event_id < b.event_id;
}

}  // namespace

StorylineVerdict SameStoryline(const Storyline& storyline, const StorylineReport& report) {
  const Event& event = report.event;
  if (FamilyOf(storyline.type) != FamilyOf(event.type)) return {false, 0, "another kind of happening"};
  const auto actors = Parties(storyline.roles[size_t(Role::kActor)]), new_actors = Parties(event.role(Role::kActor));
  const auto targets = Parties(storyline.roles[size_t(Role::kTarget)]),
             new_targets = Parties(event.role(Role::kTarget));
  const bool symmetric = FamilyOf(event.type) == "supply";
  const size_t same_actors = Shared(actors, new_actors), same_targets = Shared(targets, new_targets);
  const size_t crossed = symmetric ? Shared(Both(storyline.roles), Both(event.roles)) : 0;

  int score = 0;
  std::string reason;
  int64_t window = kOneSideDays;
  if ((same_actors > 0 && same_targets > 0) || crossed >= 2) {
    score = 60;
    reason = "same actor and target";
    window = kPairDays;
  } else if (same_targets > 0 && (actors.empty() || new_actors.empty()) && !OnlyPlaces(event.role(Role::kTarget))) {
    score = 50;
    reason = "same target";
  } else if (same_targets > 0 && (FamilyOf(event.type) == "rule" || FamilyOf(event.type) == "fund")) {
    score = 50;
    reason = "same instrument";
    window = kPairDays;
  } else if (same_actors > 0 && (targets.empty() || new_targets.empty())) {
    score = 40;
    reason = "same actor";
    // A lawmaker's bill that has no name yet; a state or a house has many at once.
    if (FamilyOf(event.type) == "rule" && SharePerson(storyline.roles[size_t(Role::kActor)], event.role(Role::kActor)))
      score += 10;
  } else {
    return {false, 0, "other parties"};
  }
  const int64_t days = std::llabs(DaysBetween(storyline.last_report, report.reported_at));
  const int points = AmountPoints(storyline, event, days);
  score += points;
  if (points > 0) reason += ", same sum";
  if (storyline.type == event.type) score += 5;
  if (days > window) return {false, score, reason + ", but " + std::to_string(days) + " days apart"};
  const bool reopened = IsEnd(storyline.status) &&
                        DaysBetween(storyline.last_report, report.reported_at) > kReopenDays &&
                        Rank(event.status) >= 0 && Rank(event.status) < int(Status::kCompleted);
  if (reopened) return {false, score, reason + ", but it had ended"};
  return {score >= kThreshold, score, reason + ", " + std::to_string(days) + " days apart"};
}

StorylineParties PartiesOf(const Storyline& storyline) { return PartiesOf(storyline.type, storyline.roles); }
StorylineParties PartiesOf(const Event& event) { return PartiesOf(event.type, event.roles); }

// The ways in which SameStoryline finds parties alike, with numbers in the place of names.
bool MayBeSame(const StorylineParties& a, const StorylineParties& b) {
  static const uint64_t kSupply = Hash64("supply"), kRule = Hash64("rule"), kFund = Hash64("fund");
  if (a.family != b.family) return false;
  const bool actors = Meet(a.actors, b.actors), targets = Meet(a.targets, b.targets);
  if (actors && targets) return true;
  if (targets && (a.actors.empty() || b.actors.empty() || a.family == kRule || a.family == kFund)) return true;
  if (actors && (a.targets.empty() || b.targets.empty())) return true;
  // Who gives and who takes may be told either way round.
  return a.family == kSupply && (actors || targets || Meet(a.actors, b.targets) || Meet(a.targets, b.actors));
}

Storyline FoldStoryline(std::string id, const std::vector<StorylineReport>& reports) {
  InOrder ordered;
  ordered.reserve(reports.size());
  for (const StorylineReport& report : reports) ordered.push_back(&report);
  std::sort(ordered.begin(), ordered.end(), [](auto* a, auto* b) { return Earlier(*a, *b); });
  Storyline out;
  out.id = std::move(id);
  out.type = ordered.front()->event.type;
  out.first_report = ordered.front()->reported_at;
  out.last_report = ordered.back()->reported_at;
  out.reports = uint32_t(ordered.size());
  std::set<std::string_view> sources;
  int firmest = -2;
  CivilDay since;  // the day that the present status is told of
  for (const StorylineReport* in_order : ordered) {
    const StorylineReport& report = *in_order;
    sources.insert(report.independent_source);
    if (Rank(report.event.status) > firmest) {
      firmest = Rank(report.event.status);
      out.type = report.event.type;
    }
    Status now = out.history.empty() ? report.event.status : Advance(out.status, report.event.status);
    if (!out.history.empty() && Rank(out.status) < 0 && Rank(now) >= 0 && Recalls(report, since)) now = out.status;
    if (out.history.empty() || now != out.status) {
      out.history.push_back({now, report.reported_at, report.event_id});
      since = DayTold(report);
    }
    out.status = now;
  }
  out.independent_sources = uint32_t(sources.size());
  MergeRoles(ordered, out);
  MergeAmounts(ordered, out);
  return out;
}

std::vector<std::string> StorylineKeys(const Event& event) {
  std::vector<std::string> keys;
  for (const std::string& party : Both(event.roles)) keys.push_back(std::string(FamilyOf(event.type)) + "|" + party);
  return keys;
}

}  // namespace tocsin
