// Which storyline an event joins: candidates by key, the best one by SameStoryline, folded anew.
#include <algorithm>

#include "store/rocks/appender.h"
#include "store/rocks/keys.h"

namespace tocsin {
namespace {

bool KnowsAmount(const Storyline& storyline, const EventAmount& amount) {
  return std::any_of(storyline.amounts.begin(), storyline.amounts.end(), [&](const ReportedAmount& r) {
    return r.amount.value == amount.value && r.amount.upper == amount.upper && r.amount.currency == amount.currency;
  });
}

std::vector<ChangeKind> KindsOf(const Storyline& before, const Storyline& after, const Event& event) {
  if (before.reports == 0) return {ChangeKind::kNewStoryline, ChangeKind::kNewReport};
  std::vector<ChangeKind> kinds = {ChangeKind::kNewReport};
  if (before.status != after.status) kinds.push_back(ChangeKind::kStatusChange);
  if (event.amount && !KnowsAmount(before, *event.amount)) kinds.push_back(ChangeKind::kAmountChange);
  return kinds;
}

}  // namespace

Result<std::vector<StorylineReport>> ReadReports(const Database& db, EventId storyline) {
  std::vector<StorylineReport> reports;
  const std::string prefix = Big64(storyline);
  auto at = db.Walk(Family::kReports);
  for (at.Seek(prefix); at.Valid() && at.key().starts_with(prefix); at.Next()) {
    auto record = at.Record<ReportRecord>();
    if (!record) return tl::unexpected<Error>(record.error());
    const EventId id = ReadBig64(at.key(), 8);
    auto stored = db.GetRecord<StoredEvent>(Family::kEvents, Big64(id));
    if (!stored) return tl::unexpected<Error>(stored.error());
    if (!*stored) return Fail(Errc::kCorrupt, "family reports points to no event: " + FormatEventId(id));
    Event& event = (*stored)->event;
    reports.push_back({id, event.reported_at, record->fetched_at, record->independent_source, std::move(event)});
  }
  if (auto status = at.Status(); !status) return tl::unexpected<Error>(status.error());
  return reports;
}

Result<std::set<EventId>> Appender::CandidateStorylines(const Event& event) {
  std::set<EventId> ids;
  auto at = state_.db->Walk(Family::kStoryKeys);
  for (const std::string& text : StorylineKeys(event)) {
    const uint64_t hash = Hash64(text);
    const std::string prefix = Big64(hash);
    size_t taken = 0;
    at.SeekBackTo(PairKey(hash, UINT64_MAX));
    for (; at.Valid() && at.key().starts_with(prefix) && taken < kStorylineCandidates; at.Back(), ++taken)
      ids.insert(ReadBig64(at.key(), 8));
    if (auto status = at.Status(); !status) return tl::unexpected<Error>(status.error());
    if (const auto fresh = story_keys_.find(hash); fresh != story_keys_.end())
      ids.insert(fresh->second.begin(), fresh->second.end());
  }
  while (ids.size() > kStorylineCandidates) ids.erase(ids.begin());
  return ids;
}

Result<Appender::OpenStoryline*> Appender::Open(EventId storyline) {
  if (const auto at = storylines_.find(storyline); at != storylines_.end()) return &at->second;
  auto line = state_.db->GetRecord<Storyline>(Family::kStorylines, Big64(storyline));
  if (!line) return tl::unexpected<Error>(line.error());
  if (!*line) return Fail(Errc::kCorrupt, "family story_keys points to no storyline: " + FormatEventId(storyline));
  OpenStoryline open;
  open.line = std::move(**line);
  return &storylines_.emplace(storyline, std::move(open)).first->second;
}

Result<void> Appender::LoadReports(EventId storyline, OpenStoryline& open) {
  if (open.reports_loaded) return {};
  auto reports = ReadReports(*state_.db, storyline);
  if (!reports) return tl::unexpected<Error>(reports.error());
  open.reports = std::move(*reports);
  open.reports_loaded = true;
  return {};
}

Result<EventId> Appender::BestStoryline(const StorylineReport& report) {
  const auto candidates = CandidateStorylines(report.event);
  if (!candidates) return tl::unexpected<Error>(candidates.error());
  EventId best = 0;
  int best_score = -1;
  for (const EventId id : *candidates) {
    const auto open = Open(id);
    if (!open) return tl::unexpected<Error>(open.error());
    const StorylineVerdict verdict = SameStoryline((*open)->line, report);
    if (!verdict.same || verdict.score < best_score) continue;  // a tie goes to the newer one
    best = id;
    best_score = verdict.score;
  }
  return best;
}

Result<StorylineChange> Appender::JoinStoryline(StoredEvent& stored) {
  StorylineReport report{stored.id, stored.event.reported_at, article_.article.fetched_at, article_.independent_source,
                         stored.event};
  const auto best = BestStoryline(report);
  if (!best) return tl::unexpected<Error>(best.error());
  stored.storyline = *best != 0 ? *best : stored.id;
  OpenStoryline& open = storylines_[stored.storyline];
  if (*best != 0) {
    if (auto loaded = LoadReports(*best, open); !loaded) return tl::unexpected<Error>(loaded.error());
  } else {
    open.reports_loaded = true;
    ++next_.storylines;
  }
  const ReportRecord record{report.fetched_at, report.independent_source};
  batch_.Put(Family::kReports, ReportKey(stored.storyline, stored.id), Encode(record));
  for (const std::string& key : StorylineKeys(stored.event)) {
    batch_.Put(Family::kStoryKeys, StoryKey(key, stored.storyline), {});
    story_keys_[Hash64(key)].insert(stored.storyline);
  }
  open.reports.push_back(std::move(report));
  StorylineChange change;
  change.before = std::move(open.line);
  open.line = FoldStoryline(FormatEventId(stored.storyline), open.reports);
  open.changed = true;
  change.after = open.line;
  change.kinds = KindsOf(change.before, change.after, stored.event);
  return change;
}

}  // namespace tocsin
