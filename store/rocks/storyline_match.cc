// Which storyline an event joins: candidates by key, the best one by SameStoryline, folded anew.
#include <algorithm>
#include <functional>

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

Result<void> EachReport(const Database& db, EventId storyline, const std::function<void(StorylineReport)>& visit) {
  const std::string prefix = Big64(storyline);
  auto at = db.WalkGroup(Family::kReports);
  for (at.Seek(prefix); at.Valid() && at.key().starts_with(prefix); at.Next()) {
    auto record = at.Record<ReportRecord>();
    if (!record) return tl::unexpected<Error>(record.error());
    const EventId id = ReadBig64(at.key(), 8);
    auto stored = db.GetRecord<StoredEvent>(Family::kEvents, Big64(id));
    if (!stored) return tl::unexpected<Error>(stored.error());
    if (!*stored) return Fail(Errc::kCorrupt, "family reports points to no event: " + FormatEventId(id));
    Event& event = (*stored)->event;
    visit({id, event.reported_at, record->fetched_at, record->independent_source, std::move(event)});
  }
  return at.Status();
}

Result<std::vector<StorylineReport>> ReadReports(const Database& db, EventId storyline) {
  std::vector<StorylineReport> reports;
  auto read = EachReport(db, storyline, [&](StorylineReport report) { reports.push_back(std::move(report)); });
  if (!read) return tl::unexpected<Error>(read.error());
  return reports;
}

// The newest storylines under one key, newest first.
Result<std::vector<EventId>*> Appender::NewestUnder(uint64_t key) {
  if (auto* known = recent_.FindKey(key); known != nullptr) return known;
  std::vector<EventId> newest;
  const std::string prefix = Big64(key);
  // Most keys are new: one look from the front, which files that lack the key are spared, says so.
  auto front = state_.db->WalkGroup(Family::kStoryKeys);
  front.Seek(prefix);
  const bool any = front.Valid() && front.key().starts_with(prefix);
  if (auto status = front.Status(); !status) return tl::unexpected<Error>(status.error());
  if (any) {
    auto at = state_.db->Walk(Family::kStoryKeys);
    at.SeekBackTo(PairKey(key, UINT64_MAX));
    for (; at.Valid() && at.key().starts_with(prefix) && newest.size() < kStorylineCandidates; at.Back())
      newest.push_back(ReadBig64(at.key(), 8));
    if (auto status = at.Status(); !status) return tl::unexpected<Error>(status.error());
  }
  return &recent_.AddKey(key, std::move(newest));
}

// In ascending order.
Result<std::vector<EventId>> Appender::CandidateStorylines(const std::vector<uint64_t>& keys) {
  std::vector<EventId> ids;
  for (const uint64_t key : keys) {
    const auto newest = NewestUnder(key);
    if (!newest) return tl::unexpected<Error>(newest.error());
    ids.insert(ids.end(), (*newest)->begin(), (*newest)->end());
  }
  std::sort(ids.begin(), ids.end());
  ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
  if (ids.size() > kStorylineCandidates) ids.erase(ids.begin(), ids.end() - long(kStorylineCandidates));
  return ids;
}

Result<Appender::OpenStoryline*> Appender::Open(EventId storyline) {
  if (auto* known = recent_.Find(storyline); known != nullptr) return known;
  auto line = state_.db->GetRecord<Storyline>(Family::kStorylines, Big64(storyline));
  if (!line) return tl::unexpected<Error>(line.error());
  if (!*line) return Fail(Errc::kCorrupt, "family story_keys points to no storyline: " + FormatEventId(storyline));
  OpenStoryline open;
  open.line = std::move(**line);
  return &recent_.Add(storyline, std::move(open));
}

// Once for a storyline that is remembered; each report after that costs no look at the earlier ones.
Result<void> Appender::LoadFold(EventId storyline, OpenStoryline& open) {
  if (open.fold) return {};
  StorylineFold fold;
  auto read = EachReport(*state_.db, storyline, [&](const StorylineReport& report) { fold.Add(report); });
  if (read) open.fold = std::move(fold);
  return read;
}

Result<EventId> Appender::BestStoryline(const StorylineReport& report, const std::vector<uint64_t>& keys) {
  const auto candidates = CandidateStorylines(keys);
  if (!candidates) return tl::unexpected<Error>(candidates.error());
  const StorylineParties parties = PartiesOf(report.event);
  EventId best = 0;
  int best_score = -1;
  for (const EventId id : *candidates) {
    const StorylineParties* known = recent_.FindParties(id);
    if (known != nullptr && !MayBeSame(*known, parties)) continue;
    const auto open = Open(id);
    if (!open) return tl::unexpected<Error>(open.error());
    if (known == nullptr && !MayBeSame(recent_.SetParties(id, PartiesOf((*open)->line)), parties)) continue;
    const StorylineVerdict verdict = SameStoryline((*open)->line, report);
    if (!verdict.same || verdict.score < best_score) continue;  // a tie goes to the newer one
    best = id;
    best_score = verdict.score;
  }
  return best;
}

Result<void> Appender::AddKeys(EventId storyline, const std::vector<uint64_t>& keys) {
  for (const uint64_t key : keys) {
    const auto newest = NewestUnder(key);
    if (!newest) return tl::unexpected<Error>(newest.error());
    std::vector<EventId>& ids = **newest;
    const auto at = std::lower_bound(ids.begin(), ids.end(), storyline, std::greater<>());
    if (at != ids.end() && *at == storyline) continue;  // is on disk
    batch_.Put(Family::kStoryKeys, PairKey(key, storyline), {});
    ids.insert(at, storyline);
    if (ids.size() > kStorylineCandidates) ids.pop_back();
  }
  return {};
}

Result<StorylineChange> Appender::JoinStoryline(StoredEvent& stored) {
  const StorylineReport report{stored.id, stored.event.reported_at, article_.article.fetched_at,
                               article_.independent_source, stored.event};
  std::vector<uint64_t> keys;
  for (const std::string& key : StorylineKeys(stored.event)) keys.push_back(Hash64(key));
  const auto best = BestStoryline(report, keys);
  if (!best) return tl::unexpected<Error>(best.error());
  stored.storyline = *best != 0 ? *best : stored.id;
  OpenStoryline* open = recent_.Find(stored.storyline);
  if (open == nullptr) open = &recent_.Add(stored.storyline, {});
  const size_t bytes_before = BytesOf(*open);
  if (*best != 0) {
    if (auto loaded = LoadFold(*best, *open); !loaded) return tl::unexpected<Error>(loaded.error());
  } else {
    open->fold.emplace();
    ++next_.storylines;
  }
  const ReportRecord record{report.fetched_at, report.independent_source};
  batch_.Put(Family::kReports, ReportKey(stored.storyline, stored.id), Encode(record));
  if (auto added = AddKeys(stored.storyline, keys); !added) return tl::unexpected<Error>(added.error());
  open->fold->Add(report);
  StorylineChange change;
  change.before = std::move(open->line);
  open->line = open->fold->Line(FormatEventId(stored.storyline));
  recent_.Grew(bytes_before, BytesOf(*open));
  recent_.SetParties(stored.storyline, PartiesOf(open->line));
  changed_[stored.storyline] = open;
  change.after = open->line;
  change.kinds = KindsOf(change.before, change.after, stored.event);
  return change;
}

}  // namespace tocsin
