// The happening itself: the events that report the same thing, over time and across outlets.
#pragma once

#include <climits>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "rules/event.h"

namespace tocsin {

// What a storyline needs to know of one report. Everything else is derived by Fold, in report order.
struct StorylineReport {
  uint64_t event_id = 0;
  Timestamp reported_at;
  Instant fetched_at;
  std::string independent_source;  // near-copies share one: the first printing's source; else the site
  Event event;                     // spans are not used
};

struct StatusChange {
  Status status;
  Timestamp at;  // first report that says so
  uint64_t event_id = 0;
};

struct ReportedAmount {
  EventAmount amount;
  uint32_t sources = 0;  // independent ones
};

struct Storyline {
  std::string id;                                          // that of the first stored event, 13 characters
  std::string type;                                        // of the firmest report
  Status status = Status::kConsidered;                     // now: the last change
  std::array<std::vector<Participant>, kRoleCount> roles;  // merged, most often named first
  std::vector<StatusChange> history;                       // by time; a late re-report never lowers it
  std::vector<ReportedAmount> amounts;                     // as each source gave them, most sources first
  std::optional<Decimal> stake_percent;
  Timestamp first_report, last_report;
  uint32_t reports = 0, independent_sources = 0;
};

// Whether `report` tells of the same happening. The reason is for people: "same actor and target, 5 days apart".
struct StorylineVerdict {
  bool same = false;
  int score = 0;  // 0..100, to choose among several
  std::string reason;
};
StorylineVerdict SameStoryline(const Storyline& storyline, const StorylineReport& report);

// Whom it is about, in numbers: enough to see at once that most candidates are about others.
struct StorylineParties {
  uint64_t family = 0;                    // of types
  std::vector<uint64_t> actors, targets;  // sorted, distinct
};
StorylineParties PartiesOf(const Storyline& storyline);
StorylineParties PartiesOf(const Event& event);
// False: SameStoryline says no. Costs no allocation.
bool MayBeSame(const StorylineParties& storyline, const StorylineParties& report);

// A storyline that grows report by report, in any order of time; what it tells is the same for every order. It keeps a
// few numbers of each report, so that one more costs no second look at the others.
class StorylineFold {
 public:
  void Add(const StorylineReport& report);
  Storyline Line(std::string id) const;  // after at least one report; as long as its names, sums and changes are many
  size_t reports() const { return said_.size(); }
  size_t Bytes() const;  // about what it takes

 private:
  // When a report came out, else when it was fetched: their order.
  struct Place {
    int64_t second = 0;
    uint64_t event_id = 0;
    auto operator<=>(const Place&) const = default;
  };
  struct Said {
    Place place;
    Timestamp at;
    int64_t day_told, day_over;  // since 1970, of what it tells: the first, and by when it is over
    Status status;
  };
  struct Named {
    Participant participant;
    uint32_t count = 0;
    Place first;
    size_t position = 0;  // in the first report
  };
  struct Sum {
    EventAmount amount;
    Place first;
    std::vector<uint64_t> sources;  // sorted
  };

  void AddStatus(const Said& said);
  void AddParties(const Event& event, const Place& place);
  void AddAmount(const EventAmount& amount, const Place& place, uint64_t source);

  std::vector<Said> said_;                                      // in order
  std::vector<StatusChange> history_;                           // of said_
  int64_t since_ = 0;                                           // the day that the present status is told of
  std::array<std::map<std::string, Named>, kRoleCount> named_;  // by id
  std::vector<Sum> sums_;                                       // distinct by value and currency
  std::vector<uint64_t> sources_;                               // sorted
  std::optional<std::pair<Place, Decimal>> stake_;              // as the last report gave it
  int firmest_ = INT_MIN;                                       // rank of the firmest status,
  Place firmest_place_;                                         // the first report that has it,
  std::string type_;                                            // and its type
};

// The storyline of these reports; `reports` may come in any order and must not be empty.
Storyline FoldStoryline(std::string id, const std::vector<StorylineReport>& reports);

// Keys under which the store finds candidates: type family with each actor and target. Never empty for an event with a
// participant.
std::vector<std::string> StorylineKeys(const Event& event);

}  // namespace tocsin
