// An analyst's corrections: reports put together or apart by hand.
#include <algorithm>
#include <map>
#include <set>

#include "store/rocks/index_terms.h"
#include "store/rocks/keys.h"
#include "store/rocks/rocks_event_log.h"

namespace tocsin {
namespace {

bool Contains(const std::vector<EventId>& ids, EventId id) {
  return std::find(ids.begin(), ids.end(), id) != ids.end();
}

// Takes storylines apart and writes others of the same events.
class Regrouping {
 public:
  explicit Regrouping(const Database& db) : db_(db) {}

  Result<void> Take(EventId storyline) {
    auto reports = ReadReports(db_, storyline);
    if (!reports) return tl::unexpected<Error>(reports.error());
    for (StorylineReport& report : *reports) {
      auto stored = db_.GetRecord<StoredEvent>(Family::kEvents, Big64(report.event_id));
      if (!stored) return tl::unexpected<Error>(stored.error());
      if (!*stored) return Fail(Errc::kCorrupt, "family reports points to no event: " + FormatEventId(report.event_id));
      const EventId id = report.event_id;
      members_[id] = {std::move(**stored), std::move(report)};
    }
    old_.insert(storyline);
    return {};
  }

  std::vector<EventId> EventsOf(EventId storyline) const {
    std::vector<EventId> ids;
    for (const auto& [id, member] : members_) {
      if (member.stored.storyline == storyline) ids.push_back(id);
    }
    return ids;
  }

  std::vector<StorylineReport> ReportsOf(const std::vector<EventId>& ids) const {
    std::vector<StorylineReport> reports;
    for (const EventId id : ids) reports.push_back(members_.at(id).report);
    return reports;
  }

  // `groups` hold every event that was taken, once.
  void Write(const std::vector<std::vector<EventId>>& groups, Batch& batch, Counters& next) {
    for (const auto& [id, member] : members_) Remove(member, batch);
    for (const EventId id : old_) {
      batch.Delete(Family::kStorylines, Big64(id));
      batch.Delete(Family::kTerms, IndexTerm(TermKind::kStoryline, FormatEventId(id)));
    }
    for (const auto& group : groups) Put(group, batch);
    next.storylines += groups.size();
    next.storylines -= old_.size();
  }

 private:
  struct Member {
    StoredEvent stored;
    StorylineReport report;
  };

  static std::string TermOf(EventId storyline) { return IndexTerm(TermKind::kStoryline, FormatEventId(storyline)); }

  static void Remove(const Member& member, Batch& batch) {
    const EventId id = member.stored.id, storyline = member.stored.storyline;
    batch.Delete(Family::kReports, ReportKey(storyline, id));
    batch.Delete(Family::kPostings, PostingKey(BucketOf(id), TermOf(storyline)));  // all of it: all events were taken
    for (const std::string& key : StorylineKeys(member.stored.event))
      batch.Delete(Family::kStoryKeys, StoryKey(key, storyline));
  }

  void Put(const std::vector<EventId>& group, Batch& batch) {
    const EventId first = *std::min_element(group.begin(), group.end(), [&](EventId a, EventId b) {
      return members_.at(a).stored.sequence < members_.at(b).stored.sequence;
    });
    std::map<uint32_t, std::vector<uint64_t>> buckets;
    for (const EventId id : group) {
      Member& member = members_.at(id);
      member.stored.storyline = first;
      batch.Put(Family::kEvents, Big64(id), Encode(member.stored));
      const ReportRecord record{member.report.fetched_at, member.report.independent_source};
      batch.Put(Family::kReports, ReportKey(first, id), Encode(record));
      for (const std::string& key : StorylineKeys(member.stored.event))
        batch.Put(Family::kStoryKeys, StoryKey(key, first), {});
      buckets[BucketOf(id)].push_back(id);
    }
    for (auto& [bucket, ids] : buckets) {
      std::sort(ids.begin(), ids.end());
      batch.Merge(Family::kPostings, PostingKey(bucket, TermOf(first)), EncodeIds(ids));
    }
    batch.Put(Family::kTerms, TermOf(first), {});
    batch.Put(Family::kStorylines, Big64(first), Encode(FoldStoryline(FormatEventId(first), ReportsOf(group))));
  }

  const Database& db_;
  std::map<EventId, Member> members_;
  std::set<EventId> old_;
};

Result<EventId> StorylineOf(const Database& db, EventId id) {
  const auto stored = db.GetRecord<StoredEvent>(Family::kEvents, Big64(id));
  if (!stored) return tl::unexpected<Error>(stored.error());
  if (!*stored) return Fail(Errc::kNotFound, "no storyline or event has the id " + FormatEventId(id));
  return (*stored)->storyline;
}

// The storyline of the first of these events that there still is; 0 when all are gone.
Result<EventId> StorylineOfAny(const Database& db, const std::vector<EventId>& ids) {
  for (const EventId id : ids) {
    const auto storyline = StorylineOf(db, id);
    if (storyline || storyline.error().code != Errc::kNotFound) return storyline;
  }
  return EventId(0);
}

bool Touches(const Correction& correction, const std::vector<EventId>& ids) {
  return std::any_of(ids.begin(), ids.end(),
                     [&](EventId id) { return Contains(correction.left, id) || Contains(correction.right, id); });
}

// Which of `ids` the merge brought together from its right side: those that were there, and later ones that fit it
// better than the left.
std::vector<EventId> RightSide(const Correction& merge, const std::vector<EventId>& ids, const Regrouping& events) {
  std::vector<EventId> left, right, later;
  for (const EventId id : ids)
    (Contains(merge.right, id) ? right : Contains(merge.left, id) ? left : later).push_back(id);
  if (left.empty() || right.empty()) return {};
  const Storyline a = FoldStoryline("", events.ReportsOf(left)), b = FoldStoryline("", events.ReportsOf(right));
  for (const StorylineReport& report : events.ReportsOf(later)) {
    const StorylineVerdict in_a = SameStoryline(a, report), in_b = SameStoryline(b, report);
    if (in_b.same && (!in_a.same || in_b.score > in_a.score)) right.push_back(report.event_id);
  }
  return right;
}

std::vector<EventId> Without(const std::vector<EventId>& all, const std::vector<EventId>& some) {
  std::vector<EventId> rest;
  for (const EventId id : all) {
    if (!Contains(some, id)) rest.push_back(id);
  }
  return rest;
}

}  // namespace

Result<std::vector<Correction>> ReadCorrections(const Database& db, const Database::View& view) {
  std::vector<Correction> corrections;
  auto at = db.Walk(Family::kCorrections, view);
  for (at.SeekToFirst(); at.Valid(); at.Next()) {
    auto correction = at.Record<Correction>();
    if (!correction) return tl::unexpected<Error>(correction.error());
    corrections.push_back(std::move(*correction));
  }
  if (auto status = at.Status(); !status) return tl::unexpected<Error>(status.error());
  return corrections;
}

// Writes the correction with what it does, under the writer's lock.
Result<Correction> RocksEventLog::Correct(Correction correction, const std::vector<EventId>& storylines, Instant now) {
  const Database& db = *state_.db;
  if (auto flushed = FlushIndex(); !flushed) return tl::unexpected<Error>(flushed.error());  // some postings go
  auto corrections = ReadCorrections(db, nullptr);
  if (!corrections) return tl::unexpected<Error>(corrections.error());
  Regrouping events(db);
  for (const EventId storyline : storylines) {
    if (auto taken = events.Take(storyline); !taken) return tl::unexpected<Error>(taken.error());
  }
  std::vector<std::vector<EventId>> groups;
  if (correction.kind == Correction::Kind::kMerge) {
    correction.left = events.EventsOf(storylines.front());
    correction.right = events.EventsOf(storylines.back());
    groups.push_back(correction.left);
    groups.front().insert(groups.front().end(), correction.right.begin(), correction.right.end());
  } else {
    correction.left = Without(events.EventsOf(storylines.front()), correction.right);
    groups = {correction.left, correction.right};
  }
  correction.number = corrections->empty() ? 1 : corrections->back().number + 1;
  correction.at = now;
  correction.after = state_.counters.sequence;
  Batch batch = db.NewBatch();
  Counters next = state_.counters;
  events.Write(groups, batch, next);
  batch.Put(Family::kCorrections, Big64(correction.number), Encode(correction));
  for (Correction& earlier : *corrections) {
    if (earlier.number != correction.undoes) continue;
    earlier.undone = true;
    batch.Put(Family::kCorrections, Big64(earlier.number), Encode(earlier));
  }
  if (auto written = state_.Commit(batch, next); !written) return tl::unexpected<Error>(written.error());
  index_.ForgetTerms();
  recent_.Clear();
  return correction;
}

Result<Correction> RocksEventLog::MergeStorylines(EventId a, EventId b, Instant now) {
  const std::lock_guard lock(state_.writing);
  const auto left = StorylineOf(*state_.db, a), right = StorylineOf(*state_.db, b);
  if (!left) return tl::unexpected<Error>(left.error());
  if (!right) return tl::unexpected<Error>(right.error());
  if (*left == *right) return Fail(Errc::kConfig, "both are in storyline " + FormatEventId(*left) + " already");
  return Correct({}, {*left, *right}, now);
}

Result<Correction> RocksEventLog::SplitStoryline(EventId storyline, const std::vector<EventId>& events, Instant now) {
  const std::lock_guard lock(state_.writing);
  const auto from = StorylineOf(*state_.db, storyline);
  if (!from) return tl::unexpected<Error>(from.error());
  Correction split;
  split.kind = Correction::Kind::kSplit;
  for (const EventId id : events) {
    const auto in = StorylineOf(*state_.db, id);
    if (!in) return tl::unexpected<Error>(in.error());
    if (*in != *from)
      return Fail(Errc::kConfig, "event " + FormatEventId(id) + " is not in storyline " + FormatEventId(*from) +
                                     " but in " + FormatEventId(*in));
    if (!Contains(split.right, id)) split.right.push_back(id);
  }
  std::sort(split.right.begin(), split.right.end());
  const auto all = ReadReports(*state_.db, *from);
  if (!all) return tl::unexpected<Error>(all.error());
  if (split.right.empty() || split.right.size() >= all->size())
    return Fail(Errc::kConfig, "storyline " + FormatEventId(*from) + " has " + std::to_string(all->size()) +
                                   " events: name some of them, not all");
  return Correct(std::move(split), {*from}, now);
}

Result<Correction> RocksEventLog::UndoCorrection(EventId storyline, Instant now) {
  const std::lock_guard lock(state_.writing);
  const Database& db = *state_.db;
  const auto from = StorylineOf(db, storyline);
  if (!from) return tl::unexpected<Error>(from.error());
  const auto corrections = ReadCorrections(db, nullptr);
  if (!corrections) return tl::unexpected<Error>(corrections.error());
  Regrouping events(db);
  if (auto taken = events.Take(*from); !taken) return tl::unexpected<Error>(taken.error());
  const std::vector<EventId> ids = events.EventsOf(*from);
  for (auto at = corrections->rbegin(); at != corrections->rend(); ++at) {
    if (at->undone || at->undoes != 0 || !Touches(*at, ids)) continue;
    Correction undo;
    undo.undoes = at->number;
    if (at->kind == Correction::Kind::kMerge) {
      undo.kind = Correction::Kind::kSplit;
      undo.right = RightSide(*at, ids, events);
      if (undo.right.empty()) continue;  // they were taken apart since
      std::sort(undo.right.begin(), undo.right.end());
      return Correct(std::move(undo), {*from}, now);
    }
    const auto left = StorylineOfAny(db, at->left), right = StorylineOfAny(db, at->right);
    if (!left) return tl::unexpected<Error>(left.error());
    if (!right) return tl::unexpected<Error>(right.error());
    if (*left == *right || *left == 0 || *right == 0) continue;  // they were put together since, or are gone
    return Correct(std::move(undo), {*left, *right}, now);
  }
  return Fail(Errc::kNotFound, "nothing was merged or split by hand in storyline " + FormatEventId(*from));
}

Result<std::vector<Correction>> RocksEventLog::Corrections(EventId storyline) const {
  const auto view = state_.db->Freeze();
  auto corrections = ReadCorrections(*state_.db, view);
  if (!corrections || corrections->empty()) return corrections;
  std::vector<EventId> ids;
  const std::string prefix = Big64(storyline);
  auto at = state_.db->Walk(Family::kReports, view);
  for (at.Seek(prefix); at.Valid() && at.key().starts_with(prefix); at.Next()) ids.push_back(ReadBig64(at.key(), 8));
  if (auto status = at.Status(); !status) return tl::unexpected<Error>(status.error());
  std::vector<Correction> found;
  for (Correction& correction : *corrections) {
    if (Touches(correction, ids)) found.push_back(std::move(correction));
  }
  return found;
}

Result<StorylineReasons> RocksEventLog::Why(EventId id) const {
  const std::lock_guard lock(state_.writing);  // several reads of one moment
  const Database& db = *state_.db;
  const auto storyline = StorylineOf(db, id);
  if (!storyline) return tl::unexpected<Error>(storyline.error());
  StorylineReasons out;
  const auto line = db.GetRecord<Storyline>(Family::kStorylines, Big64(*storyline));
  if (!line) return tl::unexpected<Error>(line.error());
  if (!*line) return Fail(Errc::kCorrupt, "an event points to no storyline: " + FormatEventId(*storyline));
  out.storyline = **line;
  auto reports = ReadReports(db, *storyline);
  if (!reports) return tl::unexpected<Error>(reports.error());
  std::vector<std::pair<StoredEvent, StorylineReport>> order;
  std::vector<EventId> ids;
  for (StorylineReport& report : *reports) {
    auto stored = db.GetRecord<StoredEvent>(Family::kEvents, Big64(report.event_id));
    if (!stored) return tl::unexpected<Error>(stored.error());
    ids.push_back(report.event_id);
    order.emplace_back(std::move(**stored), std::move(report));
  }
  std::sort(order.begin(), order.end(), [](auto& a, auto& b) { return a.first.sequence < b.first.sequence; });
  auto corrections = ReadCorrections(db, nullptr);
  if (!corrections) return tl::unexpected<Error>(corrections.error());
  for (Correction& correction : *corrections) {
    if (Touches(correction, ids)) out.corrections.push_back(std::move(correction));
  }
  StorylineFold before;
  for (auto& [stored, report] : order) {
    ReportReason reason;
    if (before.reports() > 0) reason.verdict = SameStoryline(before.Line(out.storyline.id), report);
    for (const Correction& correction : out.corrections) {
      if (correction.undone || correction.undoes != 0) continue;
      // Of a merge, the side that the storyline's first report is not on was moved.
      const bool split = correction.kind == Correction::Kind::kSplit;
      const auto& moved = split || Contains(correction.left, *storyline) ? correction.right : correction.left;
      if (Contains(moved, stored.id)) reason.correction = correction.number;
    }
    reason.event = std::move(stored);
    out.reports.push_back(std::move(reason));
    before.Add(report);
  }
  return out;
}

}  // namespace tocsin
