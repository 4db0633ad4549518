// Storylines: which reports tell of the same happening, and what they tell together.
//
// Never by day and pair alone: two deals of one pair in one month are told apart by type family, sum and
// status; one deal told over a year is held together by its parties. Conflicts are kept, not resolved.
#include "rules/storyline.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <iterator>
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

// How many are in both; sorted and distinct.
size_t Shared(const std::vector<uint64_t>& a, const std::vector<uint64_t>& b) {
  size_t shared = 0;
  for (auto x = a.begin(), y = b.begin(); x != a.end() && y != b.end();) {
    shared += *x == *y;
    *x <= *y ? ++x : ++y;
  }
  return shared;
}

std::vector<uint64_t> Both(const StorylineParties& parties) {
  std::vector<uint64_t> keys;
  std::set_union(parties.actors.begin(), parties.actors.end(), parties.targets.begin(), parties.targets.end(),
                 std::back_inserter(keys));
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

// The day by which what a report tells is over; of what it only recalls, the first of all days, else the last of all.
int64_t DayOver(const Event& event) {
  if (event.background) return INT64_MIN;
  return event.when ? DaysSinceEpoch(event.when->after) : INT64_MAX;
}

int64_t DayTold(const Event& event, int64_t second) {
  return DaysSinceEpoch(event.when ? event.when->first : DayOf(Instant{second}));
}

void Insert(std::vector<uint64_t>& sorted, uint64_t value) {
  const auto at = std::lower_bound(sorted.begin(), sorted.end(), value);
  if (at != sorted.end() && *at == value) return;
  sorted.insert(at, value);
}

}  // namespace

StorylineVerdict SameStoryline(const Storyline& storyline, const StorylineReport& report) {
  const Event& event = report.event;
  if (FamilyOf(storyline.type) != FamilyOf(event.type)) return {false, 0, "another kind of happening"};
  const StorylineParties known = PartiesOf(storyline), told = PartiesOf(event);
  const auto &actors = known.actors, &new_actors = told.actors, &targets = known.targets, &new_targets = told.targets;
  const bool symmetric = FamilyOf(event.type) == "supply";
  const size_t same_actors = Shared(actors, new_actors), same_targets = Shared(targets, new_targets);
  const size_t crossed = symmetric ? Shared(Both(known), Both(told)) : 0;

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

void StorylineFold::Add(const StorylineReport& report) {
  const Event& event = report.event;
  const Timestamp& at = report.reported_at;
  const Place place{at.known() ? at.at.seconds : report.fetched_at.seconds, report.event_id};
  const uint64_t source = Hash64(report.independent_source);
  AddStatus({place, at, DayTold(event, place.second), DayOver(event), event.status});
  Insert(sources_, source);
  const int rank = Rank(event.status);
  if (rank > firmest_ || (rank == firmest_ && place < firmest_place_)) {
    firmest_ = rank;
    firmest_place_ = place;
    type_ = event.type;
  }
  if (event.stake_percent && (!stake_ || stake_->first < place)) stake_.emplace(place, *event.stake_percent);
  AddParties(event, place);
  if (event.amount) AddAmount(*event.amount, place, source);
}

// A report that comes late may change what all later ones mean; one that comes in its turn, nothing.
void StorylineFold::AddStatus(const Said& said) {
  const auto behind = std::upper_bound(said_.begin(), said_.end(), said,
                                       [](const Said& a, const Said& b) { return a.place < b.place; });
  const bool in_turn = behind == said_.end();
  said_.insert(behind, said);
  const auto follow = [&](const Said& next) {
    if (!history_.empty()) {
      const Status before = history_.back().status, now = Advance(before, next.status);
      // What was before the day on which all ended does not begin anew.
      const bool recalls = Rank(before) < 0 && Rank(now) >= 0 && next.day_over <= since_;
      if (now == before || recalls) return;
      history_.push_back({now, next.at, next.place.event_id});
    } else {
      history_.push_back({next.status, next.at, next.place.event_id});
    }
    since_ = next.day_told;
  };
  if (in_turn) return follow(said);
  history_.clear();
  for (const Said& next : said_) follow(next);
}

void StorylineFold::AddParties(const Event& event, const Place& place) {
  for (size_t r = 0; r < kRoleCount; ++r) {
    size_t position = 0;
    for (const Participant& p : event.roles[r]) {
      auto [at, added] = named_[r].try_emplace(p.id);
      Named& named = at->second;
      ++named.count;
      if (added || place < named.first) {
        named.participant = p;
        named.first = place;
        named.position = position;
      }
      ++position;
    }
  }
}

void StorylineFold::AddAmount(const EventAmount& amount, const Place& place, uint64_t source) {
  auto at = std::find_if(sums_.begin(), sums_.end(), [&](const Sum& sum) {
    return sum.amount.value == amount.value && sum.amount.currency == amount.currency;
  });
  if (at == sums_.end()) at = sums_.insert(at, {amount, place, {}});
  if (place < at->first) {
    at->amount = amount;
    at->first = place;
  }
  Insert(at->sources, source);
}

Storyline StorylineFold::Line(std::string id) const {
  Storyline out;
  out.id = std::move(id);
  out.type = type_;
  out.status = history_.back().status;
  out.history = history_;
  out.first_report = said_.front().at;
  out.last_report = said_.back().at;
  out.reports = uint32_t(said_.size());
  out.independent_sources = uint32_t(sources_.size());
  if (stake_) out.stake_percent = stake_->second;
  for (size_t r = 0; r < kRoleCount; ++r) {
    std::vector<const Named*> named;
    for (const auto& [key, n] : named_[r]) named.push_back(&n);
    std::sort(named.begin(), named.end(), [](const Named* a, const Named* b) {
      if (a->count != b->count) return a->count > b->count;
      return a->first != b->first ? a->first < b->first : a->position < b->position;
    });
    out.roles[r].reserve(named.size());
    for (const Named* n : named) out.roles[r].push_back(n->participant);
  }
  std::vector<const Sum*> sums;
  for (const Sum& sum : sums_) sums.push_back(&sum);
  std::sort(sums.begin(), sums.end(), [](const Sum* a, const Sum* b) {
    return a->sources.size() != b->sources.size() ? a->sources.size() > b->sources.size() : a->first < b->first;
  });
  for (const Sum* sum : sums) out.amounts.push_back({sum->amount, uint32_t(sum->sources.size())});
  return out;
}

size_t StorylineFold::Bytes() const {
  constexpr size_t kNameBytes = 320;  // strings and nodes included
  size_t bytes = sizeof(*this) + said_.capacity() * sizeof(Said) + history_.capacity() * sizeof(StatusChange) +
                 sources_.capacity() * sizeof(uint64_t) + sums_.capacity() * sizeof(Sum);
  for (const auto& named : named_) bytes += named.size() * kNameBytes;
  for (const Sum& sum : sums_) bytes += sum.sources.capacity() * sizeof(uint64_t);
  return bytes;
}

Storyline FoldStoryline(std::string id, const std::vector<StorylineReport>& reports) {
  StorylineFold fold;
  for (const StorylineReport& report : reports) fold.Add(report);
  return fold.Line(std::move(id));
}

std::vector<std::string> StorylineKeys(const Event& event) {
  std::vector<std::string> keys;
  std::set<std::string> parties;
  for (const Role role : {Role::kActor, Role::kTarget}) {
    for (const Participant& p : event.role(role)) parties.insert(PartyKey(p));
  }
  for (const std::string& party : parties) keys.push_back(std::string(FamilyOf(event.type)) + "|" + party);
  return keys;
}

}  // namespace tocsin
