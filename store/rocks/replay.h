// Storylines built again in memory, as they grew: report by report in order of ingest, each correction in its place.
#pragma once

#include <map>
#include <memory>
#include <set>
#include <vector>

#include "rules/storyline.h"
#include "store/correction.h"

namespace tocsin {

class StorylineReplay {
 public:
  struct Group {
    std::vector<EventId> events;  // in order of ingest: the first gives the id
    std::vector<StorylineReport> reports;
    StorylineFold fold;  // of them
    Storyline line;
    StorylineParties parties;  // of line
  };

  // `corrections` in order. What they name and no longer is, is passed over.
  explicit StorylineReplay(std::vector<Correction> corrections) : corrections_(std::move(corrections)) {}

  // In ascending order of sequence.
  void Add(Sequence sequence, const StorylineReport& report);
  // After the last report. By storyline id; every event is in one of them.
  const std::map<EventId, Group>& Finish();

 private:
  EventId BestGroup(const StorylineReport& report) const;
  void Correct(const Correction& correction);
  std::set<EventId> GroupsOf(const std::vector<EventId>& events) const;
  void Remove(EventId id);
  void Place(Group group);

  std::vector<Correction> corrections_;
  size_t next_correction_ = 0;
  std::map<EventId, Group> groups_;
  std::map<EventId, EventId> group_of_;  // event → storyline
  std::map<EventId, Sequence> sequence_of_;
  std::map<uint64_t, std::set<EventId>> keys_;
};

}  // namespace tocsin
