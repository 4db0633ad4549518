#include "store/rocks/replay.h"

#include <algorithm>

#include "ingest/base/hash.h"
#include "store/rocks/appender.h"

namespace tocsin {

void StorylineReplay::Add(Sequence sequence, const StorylineReport& report) {
  for (; next_correction_ < corrections_.size() && corrections_[next_correction_].after < sequence; ++next_correction_)
    Correct(corrections_[next_correction_]);
  sequence_of_[report.event_id] = sequence;
  const EventId best = BestGroup(report);
  const EventId id = best != 0 ? best : report.event_id;
  Group& group = groups_[id];
  group.events.push_back(report.event_id);
  group.reports.push_back(report);
  group.fold.Add(report);
  group.line = group.fold.Line(FormatEventId(id));
  group.parties = PartiesOf(group.line);
  group_of_[report.event_id] = id;
  for (const std::string& key : StorylineKeys(report.event)) keys_[Hash64(key)].insert(id);
}

const std::map<EventId, StorylineReplay::Group>& StorylineReplay::Finish() {
  for (; next_correction_ < corrections_.size(); ++next_correction_) Correct(corrections_[next_correction_]);
  return groups_;
}

// The same candidates, in the same order, as an Append would look at.
EventId StorylineReplay::BestGroup(const StorylineReport& report) const {
  std::set<EventId> candidates;
  for (const std::string& key : StorylineKeys(report.event)) {
    const auto at = keys_.find(Hash64(key));
    if (at == keys_.end()) continue;
    size_t taken = 0;
    for (auto id = at->second.rbegin(); id != at->second.rend() && taken < kStorylineCandidates; ++id, ++taken)
      candidates.insert(*id);
  }
  while (candidates.size() > kStorylineCandidates) candidates.erase(candidates.begin());
  const StorylineParties parties = PartiesOf(report.event);
  EventId best = 0;
  int best_score = -1;
  for (const EventId id : candidates) {
    const Group& group = groups_.at(id);
    if (!MayBeSame(group.parties, parties)) continue;
    const StorylineVerdict verdict = SameStoryline(group.line, report);
    if (!verdict.same || verdict.score < best_score) continue;
    best = id;
    best_score = verdict.score;
  }
  return best;
}

std::set<EventId> StorylineReplay::GroupsOf(const std::vector<EventId>& events) const {
  std::set<EventId> groups;
  for (const EventId event : events) {
    if (const auto at = group_of_.find(event); at != group_of_.end()) groups.insert(at->second);
  }
  return groups;
}

void StorylineReplay::Remove(EventId id) {
  for (const StorylineReport& report : groups_.at(id).reports) {
    for (const std::string& key : StorylineKeys(report.event)) keys_[Hash64(key)].erase(id);
  }
  groups_.erase(id);
}

// Under the id of its first event.
void StorylineReplay::Place(Group group) {
  if (group.events.empty()) return;
  std::vector<std::pair<Sequence, size_t>> order;
  for (size_t i = 0; i < group.events.size(); ++i) order.emplace_back(sequence_of_.at(group.events[i]), i);
  std::sort(order.begin(), order.end());
  Group placed;
  for (const auto& [sequence, i] : order) {
    placed.events.push_back(group.events[i]);
    placed.fold.Add(group.reports[i]);
    placed.reports.push_back(std::move(group.reports[i]));
  }
  const EventId id = placed.events.front();
  placed.line = placed.fold.Line(FormatEventId(id));
  placed.parties = PartiesOf(placed.line);
  for (const StorylineReport& report : placed.reports) {
    for (const std::string& key : StorylineKeys(report.event)) keys_[Hash64(key)].insert(id);
    group_of_[report.event_id] = id;
  }
  groups_.insert_or_assign(id, std::move(placed));
}

void StorylineReplay::Correct(const Correction& correction) {
  const bool merge = correction.kind == Correction::Kind::kMerge;
  std::set<EventId> touched = GroupsOf(correction.right);
  if (merge) {
    const std::set<EventId> left = GroupsOf(correction.left);
    if (left.empty() || touched.empty()) return;
    touched.insert(left.begin(), left.end());
  }
  const std::set<EventId> apart(correction.right.begin(), correction.right.end());
  Group together;  // of a merge all of them, of a split those that were named
  std::vector<Group> rest;
  for (const EventId id : touched) {
    Group group = groups_.at(id);
    Remove(id);
    Group stays;
    for (size_t i = 0; i < group.events.size(); ++i) {
      Group& to = merge || apart.count(group.events[i]) != 0 ? together : stays;
      to.events.push_back(group.events[i]);
      to.reports.push_back(std::move(group.reports[i]));
    }
    rest.push_back(std::move(stays));
  }
  for (Group& group : rest) Place(std::move(group));
  Place(std::move(together));
}

}  // namespace tocsin
