// Pages of events and of storylines.
#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "ingest/base/hash.h"
#include "store/codec/cursor.h"
#include "store/rocks/index_terms.h"
#include "store/rocks/rocks_event_log.h"

namespace tocsin {
namespace {

uint64_t HashOf(const Query& query, Order order, char rows) {
  return Hash64(ToString(query), uint64_t(order) << 8 | uint8_t(rows));
}

// The page that `text` continues; a new one pinned at `now` when it is empty.
Result<PageCursor> Begin(std::string_view text, uint64_t query_hash, Sequence now) {
  if (text.empty()) return PageCursor{query_hash, now, 0, 0};
  return ParseCursor(text, query_hash);
}

IdRange Behind(const QueryOptions& options, const PageCursor& from) {
  if (options.cursor.empty()) return {};
  return options.order == Order::kNewestFirst ? IdRange{0, from.key} : IdRange{from.key + 1, UINT64_MAX};
}

struct Place {
  uint64_t second, id;
  auto operator<=>(const Place&) const = default;
};

Place PlaceOf(const Storyline& s) {
  const auto id = ParseEventId(s.id);
  return {uint64_t(std::max<int64_t>(s.last_report.at.seconds, 0)), id ? *id : 0};
}

// The storylines of a page, in order of their last report: the best `limit` of those that are offered.
class PageOfStorylines {
 public:
  PageOfStorylines(const Database& db, const Database::View& view, const QueryOptions& options, const PageCursor& from)
      : db_(db),
        view_(view),
        limit_(options.limit),
        newest_first_(options.order == Order::kNewestFirst),
        continued_(!options.cursor.empty()),
        from_{from.key, from.id} {}

  // Only the page's storylines are kept whole while all are looked at.
  Result<void> Offer(EventId id) {
    auto storyline = db_.GetRecord<Storyline>(Family::kStorylines, Big64(id), view_);
    if (!storyline) return tl::unexpected<Error>(storyline.error());
    if (!*storyline) return Fail(Errc::kCorrupt, "an event points to no storyline: " + FormatEventId(id));
    const Place place = PlaceOf(**storyline);
    if (continued_ && !(newest_first_ ? place < from_ : from_ < place)) return {};
    kept_.emplace(place, std::move(**storyline));
    if (kept_.size() <= limit_) return {};
    kept_.erase(newest_first_ ? kept_.begin() : std::prev(kept_.end()));
    more_ = true;
    return {};
  }

  // Newest first: no storyline whose last report is of this second or earlier changes the page any more.
  bool IsFullBefore(uint64_t second) const { return more_ && !kept_.empty() && kept_.begin()->first.second > second; }

  StorylinePage Finish(const PageCursor& cursor) {
    StorylinePage page;
    for (auto& [place, storyline] : kept_) page.rows.push_back(std::move(storyline));
    if (newest_first_) std::reverse(page.rows.begin(), page.rows.end());
    if (!more_ || page.rows.empty()) return page;
    const Place last = PlaceOf(page.rows.back());
    page.next = FormatCursor({cursor.query_hash, cursor.pinned, last.second, last.id});
    return page;
  }

 private:
  const Database& db_;
  const Database::View& view_;
  const size_t limit_;
  const bool newest_first_, continued_;
  const Place from_;
  std::map<Place, Storyline> kept_;
  bool more_ = false;
};

// Of all storylines the newest: those of the newest events, without a look at the rest.
Result<void> OfferNewest(const Database& db, const IndexView& moment, const QueryOptions& options,
                         const PageCursor& cursor, PageOfStorylines& page) {
  std::set<EventId> seen;
  const EventId from = options.cursor.empty() ? UINT64_MAX : FirstIdOfSecond(int64_t(cursor.key) + 1);
  auto at = db.Walk(Family::kEvents, moment.view);
  bool full = false;
  const auto offer = [&]() -> Result<void> {
    const auto event = at.Record<StoredEvent>();
    if (!event) return tl::unexpected<Error>(event.error());
    if (!seen.insert(event->storyline).second) return {};
    // A storyline has the id of its first event: when that one came after the first page was read, all of it did.
    if (event->sequence > cursor.pinned) {
      const auto first = db.GetRecord<StoredEvent>(Family::kEvents, Big64(event->storyline), moment.view);
      if (!first) return tl::unexpected<Error>(first.error());
      if (*first && (*first)->sequence > cursor.pinned) return {};
    }
    return page.Offer(event->storyline);
  };
  for (at.SeekBackTo(Big64(from)); at.Valid(); at.Back()) {
    full = page.IsFullBefore(ReadBig64(at.key()) >> 24);
    if (full) break;
    if (auto offered = offer(); !offered) return offered;
  }
  if (auto status = at.Status(); !status || full) return status;
  // The last ones are those whose last report nobody dates: they may be anywhere.
  for (at.Seek(Big64(from)); at.Valid(); at.Next()) {
    if (auto offered = offer(); !offered) return offered;
  }
  return at.Status();
}

}  // namespace

// Of one moment: else a switch of runs in between would show one run's events without what the other gained.
Result<IndexView> RocksEventLog::Now() const {
  const std::lock_guard lock(state_.writing);
  if (auto loaded = LoadIndex(); !loaded) return tl::unexpected<Error>(loaded.error());
  return IndexView{state_.db->Freeze(), index_.Freeze(), state_.counters.sequence};
}

Result<QueryPage> RocksEventLog::Select(const Query& query, const QueryOptions& options) const {
  const uint64_t hash = HashOf(query, options.order, 'e');
  const auto moment = Now();
  if (!moment) return tl::unexpected<Error>(moment.error());
  const auto cursor = Begin(options.cursor, hash, moment->newest);
  if (!cursor) return tl::unexpected<Error>(cursor.error());
  QueryPage page;
  ScanCounts counts;
  bool more = false;
  const auto scanned = ScanMatches(*state_.db, query, options.order, Behind(options, *cursor), cursor->pinned, *moment,
                                   counts, [&](StoredEvent& stored) {
                                     more = page.rows.size() >= options.limit;
                                     if (!more) page.rows.push_back(std::move(stored));
                                     return !more;
                                   });
  if (!scanned) return tl::unexpected<Error>(scanned.error());
  page.postings_read = counts.postings_read;
  page.rows_read = counts.rows_read;
  if (more && !page.rows.empty()) page.next = FormatCursor({hash, cursor->pinned, page.rows.back().id, 0});
  return page;
}

Result<StorylinePage> RocksEventLog::SelectStorylines(const Query& query, const QueryOptions& options) const {
  const uint64_t hash = HashOf(query, options.order, 's');
  const auto moment = Now();
  if (!moment) return tl::unexpected<Error>(moment.error());
  const auto cursor = Begin(options.cursor, hash, moment->newest);
  if (!cursor) return tl::unexpected<Error>(cursor.error());
  PageOfStorylines page(*state_.db, moment->view, options, *cursor);
  if (query.root.kind == QueryNode::Kind::kEverything && options.order == Order::kNewestFirst) {
    auto offered = OfferNewest(*state_.db, *moment, options, *cursor, page);
    if (!offered) return tl::unexpected<Error>(offered.error());
    return page.Finish(*cursor);
  }
  std::set<EventId> ids;
  ScanCounts counts;
  const auto scanned =
      ScanMatches(*state_.db, query, options.order, {}, cursor->pinned, *moment, counts, [&](StoredEvent& stored) {
        if (!stored.superseded) ids.insert(stored.storyline);
        return true;
      });
  if (!scanned) return tl::unexpected<Error>(scanned.error());
  for (const EventId id : ids) {
    if (auto offered = page.Offer(id); !offered) return tl::unexpected<Error>(offered.error());
  }
  return page.Finish(*cursor);
}

}  // namespace tocsin
