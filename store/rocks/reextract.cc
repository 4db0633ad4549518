// Another run of the packs over the archive: gathered beside the old one, then switched to in one write.
#include <algorithm>
#include <map>
#include <set>

#include "store/rocks/index_terms.h"
#include "store/rocks/keys.h"
#include "store/rocks/pages.h"
#include "store/rocks/replay.h"
#include "store/rocks/rocks_event_log.h"
#include "store/rocks/versions.h"

namespace tocsin {
namespace {

constexpr std::string_view kMark = "reextracting";  // in `meta`: the run that is being gathered, and its reader
constexpr size_t kArticlesPerBatch = 64;
constexpr EventId kCounterMask = (EventId(1) << 24) - 1;

// The new state of all events, and the batch that puts it in the place of the old one.
class NextRun {
 public:
  NextRun(const Database& db, const ReextractOptions& options, const Counters& counters, ReextractReport& report)
      : db_(db), options_(options), next_(counters), report_(report), batch_(db.NewBatch()) {}

  Result<void> Gather() {
    Result<void> taken;
    const auto walked = WalkPages(db_, nullptr, [&](ArchivedPage& page) {
      taken = TakePage(page);
      return taken.has_value();
    });
    if (!walked) return walked;
    if (!taken) return taken;
    if (found_ != next_.events)
      return Fail(Errc::kCorrupt, "the archive's articles lead to " + std::to_string(found_) + " events of " +
                                      std::to_string(next_.events) + "; run `tocsin store verify`");
    return {};
  }

  Result<void> BuildStorylines() {
    auto corrections = ReadCorrections(db_, nullptr);
    if (!corrections) return tl::unexpected<Error>(corrections.error());
    std::sort(events_.begin(), events_.end(),
              [](const Final& a, const Final& b) { return a.stored.sequence < b.stored.sequence; });
    StorylineReplay replay(std::move(*corrections));
    std::map<EventId, Final*> by_id;
    for (Final& e : events_) {
      replay.Add(e.stored.sequence, {e.stored.id, e.stored.event.reported_at, e.report.fetched_at,
                                     e.report.independent_source, e.stored.event});
      by_id[e.stored.id] = &e;
    }
    report_.storylines_before = next_.storylines;
    const auto& groups = replay.Finish();
    next_.storylines = report_.storylines = groups.size();
    for (const auto& [id, group] : groups) {
      lines_.emplace_back(id, Encode(group.line));
      for (const EventId event : group.events) by_id.at(event)->stored.storyline = id;
    }
    return {};
  }

  // Everything that is derived from events goes and comes again: nothing of the old run can be left over.
  Batch& Finish() {
    for (const Family family : {Family::kEvents, Family::kIdentity, Family::kReports, Family::kStoryKeys,
                                Family::kStorylines, Family::kPostings, Family::kTerms, Family::kStaged})
      batch_.DeleteAll(family);
    std::map<std::string, std::vector<uint64_t>> postings;
    for (const Final& e : events_) {
      const StoredEvent& stored = e.stored;
      const std::string key = Big64(stored.id);
      batch_.Put(Family::kEvents, key, Encode(stored));
      batch_.Put(Family::kLog, Big64(stored.sequence), key);
      batch_.Put(Family::kIdentity, IdentityOf(e.url, stored.event), key);
      batch_.Put(Family::kReports, ReportKey(stored.storyline, stored.id), Encode(e.report));
      for (const std::string& text : StorylineKeys(stored.event))
        batch_.Put(Family::kStoryKeys, StoryKey(text, stored.storyline), {});
      for (const std::string& term : IndexTerms(stored))
        postings[PostingKey(BucketOf(stored.id), term)].push_back(stored.id);
    }
    std::set<std::string_view> terms;
    for (auto& [key, ids] : postings) {
      std::sort(ids.begin(), ids.end());
      batch_.Merge(Family::kPostings, key, EncodeIds(ids));
      const std::string_view term = std::string_view(key).substr(4);
      if (terms.insert(term).second) batch_.Put(Family::kTerms, term, {});
    }
    for (const auto& [id, line] : lines_) batch_.Put(Family::kStorylines, Big64(id), line);
    batch_.Delete(Family::kMeta, kMark);
    batch_.Put(Family::kMeta, kIndexedKey, Big64(next_.sequence));
    next_.events = events_.size();
    return batch_;
  }

  const Counters& next() const { return next_; }

 private:
  struct Final {
    StoredEvent stored;
    ReportRecord report;
    std::string url;
  };

  // What was gathered; an article that was stored since is read now.
  Result<std::vector<Event>> ReadOf(const Article& article) const {
    auto staged = db_.GetRecord<StagedRecord>(Family::kStaged, article.id);
    if (!staged) return tl::unexpected<Error>(staged.error());
    return *staged ? std::move((*staged)->events) : options_.read(article);
  }

  Result<void> TakePage(const ArchivedPage& page) {
    std::vector<std::vector<Event>> read;
    for (const Article& article : page.articles) {
      auto events = ReadOf(article);
      if (!events) return tl::unexpected<Error>(events.error());
      read.push_back(std::move(*events));
    }
    found_ += page.events.size();
    for (const RunPair& pair : CompareRuns(page, read)) {
      if (auto taken = TakePair(page, pair); !taken) return taken;
    }
    return {};
  }

  Result<void> TakePair(const ArchivedPage& page, const RunPair& pair) {
    if (pair.change == RunChange::kLost || pair.change == RunChange::kChanged)
      batch_.Put(Family::kVersions, VersionKey(*pair.before), Encode(*pair.before));
    report_.same += pair.change == RunChange::kSame;
    report_.changed += pair.change == RunChange::kChanged;
    report_.gained += pair.change == RunChange::kGained;
    report_.lost += pair.change == RunChange::kLost;
    if (pair.change == RunChange::kLost) return {};
    const auto record = db_.GetRecord<ArticleRecord>(Family::kArticles, page.articles[pair.article].id);
    if (!record) return tl::unexpected<Error>(record.error());
    Final e{
        MakeStored(**record, 0, *pair.after), {(*record)->article.fetched_at, (*record)->independent_source}, page.url};
    e.stored.event.pack_hash = options_.run;
    if (pair.before != nullptr) {
      e.stored.id = pair.before->id;
      e.stored.sequence = pair.before->sequence;
    } else if (auto placed = PlaceGained(e, (*record)->article); !placed) {
      return placed;
    }
    events_.push_back(std::move(e));
    return {};
  }

  // Its own place when an earlier run had told it, else a new one.
  Result<void> PlaceGained(Final& e, const Article& article) {
    const EventId first = FirstIdOfSecond(SecondOf(e.stored.event, article));
    auto at = db_.Walk(Family::kVersions);
    const std::string identity = IdentityOf(e.url, e.stored.event);
    for (at.Seek(Big64(first)); at.Valid() && ReadBig64(at.key()) <= (first | kCounterMask); at.Next()) {
      const auto version = at.Record<StoredEvent>();
      if (!version) return tl::unexpected<Error>(version.error());
      if (version->article.id != e.stored.article.id || IdentityOf(e.url, version->event) != identity) continue;
      const auto current = db_.Get(Family::kEvents, Big64(version->id));
      if (!current) return tl::unexpected<Error>(current.error());
      if (*current || !revived_.insert(version->id).second) continue;
      e.stored.id = version->id;
      e.stored.sequence = version->sequence;
      return {};
    }
    if (auto status = at.Status(); !status) return status;
    auto [last, fresh] = last_id_.try_emplace(first, first);
    if (fresh) {
      const auto given = LastIdOfSecond(db_, first);
      if (!given) return tl::unexpected<Error>(given.error());
      last->second = *given;
    }
    if ((last->second & kCounterMask) == kCounterMask)
      return Fail(Errc::kTooLarge, "store: too many events in one second");
    e.stored.id = ++last->second;
    e.stored.sequence = ++next_.sequence;
    return {};
  }

  const Database& db_;
  const ReextractOptions& options_;
  Counters next_;
  ReextractReport& report_;
  Batch batch_;
  std::vector<Final> events_;
  std::vector<std::pair<EventId, std::string>> lines_;
  std::map<EventId, EventId> last_id_;  // by first id of the second
  std::set<EventId> revived_;
  uint64_t found_ = 0;
};

}  // namespace

// Reads what was not read by an earlier call that was interrupted. The writer's lock is held for the writes only.
Result<void> RocksEventLog::Stage(const ReextractOptions& options, ReextractReport& report) {
  Database& db = *state_.db;
  Batch batch = db.NewBatch();
  const std::string reading = options.run + " " + options.reader;
  const auto mark = db.Get(Family::kMeta, kMark);
  if (!mark) return tl::unexpected<Error>(mark.error());
  if (!*mark || **mark != reading) {  // what another run gathered is of no use
    batch.DeleteAll(Family::kStaged);
    batch.Put(Family::kMeta, kMark, reading);
    const std::lock_guard lock(state_.writing);
    if (auto written = db.Write(batch); !written) return written;
    batch = db.NewBatch();
  }
  std::vector<Article> unread;
  const auto flush = [&]() -> Result<void> {
    std::vector<std::vector<Event>> read;
    if (options.read_all) {
      read = options.read_all(unread);
    } else {
      for (const Article& article : unread) read.push_back(options.read(article));
    }
    for (size_t i = 0; i < unread.size(); ++i)
      batch.Put(Family::kStaged, unread[i].id, Encode(StagedRecord{std::move(read[i])}));
    unread.clear();
    const std::lock_guard lock(state_.writing);
    auto written = db.Write(batch);
    batch = db.NewBatch();
    return written;
  };
  ReextractProgress progress{0, CountersNow().articles};
  report.finished = true;
  auto at = db.Walk(Family::kArticles, db.Freeze(), true);
  for (at.SeekToFirst(); at.Valid(); at.Next()) {
    report.finished = !options.stop || !options.stop();
    if (!report.finished) break;
    const auto staged = db.Get(Family::kStaged, at.key());
    if (!staged) return tl::unexpected<Error>(staged.error());
    if (options.progress) options.progress(progress);
    ++progress.articles;
    if (*staged) {
      ++report.kept;
      continue;
    }
    auto record = at.Record<ArticleRecord>();
    if (!record) return tl::unexpected<Error>(record.error());
    unread.push_back(std::move(record->article));
    if (++report.articles % kArticlesPerBatch != 0) continue;
    if (auto written = flush(); !written) return written;
  }
  if (auto status = at.Status(); !status) return status;
  return flush();
}

Result<void> RocksEventLog::Switch(const ReextractOptions& options, ReextractReport& report) {
  const std::lock_guard lock(state_.writing);
  if (auto flushed = FlushIndex(); !flushed) return flushed;
  NextRun run(*state_.db, options, state_.counters, report);
  if (auto gathered = run.Gather(); !gathered) return gathered;
  if (auto built = run.BuildStorylines(); !built) return built;
  Batch& batch = run.Finish();
  auto written = state_.Commit(batch, run.next());
  if (written) {
    index_.ForgetTerms();
    recent_.Clear();
  }
  return written;
}

Result<ReextractReport> RocksEventLog::Reextract(const ReextractOptions& options) {
  ReextractReport report;
  if (auto staged = Stage(options, report); !staged) return tl::unexpected<Error>(staged.error());
  if (!report.finished) return report;
  if (auto switched = Switch(options, report); !switched) return tl::unexpected<Error>(switched.error());
  return report;
}

}  // namespace tocsin
