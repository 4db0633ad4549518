// Pages of events and of storylines.
#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "ingest/base/hash.h"
#include "store/codec/cursor.h"
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
  std::set<EventId> ids;
  ScanCounts counts;
  const auto scanned =
      ScanMatches(*state_.db, query, options.order, {}, cursor->pinned, *moment, counts, [&](StoredEvent& stored) {
        if (!stored.superseded) ids.insert(stored.storyline);
        return true;
      });
  if (!scanned) return tl::unexpected<Error>(scanned.error());

  // Only the page's storylines are kept whole while all are looked at.
  const bool newest_first = options.order == Order::kNewestFirst;
  const Place from{cursor->key, cursor->id};
  std::map<Place, Storyline> kept;
  bool more = false;
  for (const EventId id : ids) {
    auto storyline = state_.db->GetRecord<Storyline>(Family::kStorylines, Big64(id), moment->view);
    if (!storyline) return tl::unexpected<Error>(storyline.error());
    if (!*storyline) return Fail(Errc::kCorrupt, "an event points to no storyline: " + FormatEventId(id));
    const Place place = PlaceOf(**storyline);
    if (!options.cursor.empty() && !(newest_first ? place < from : from < place)) continue;
    kept.emplace(place, std::move(**storyline));
    if (kept.size() <= options.limit) continue;
    kept.erase(newest_first ? kept.begin() : std::prev(kept.end()));
    more = true;
  }
  StorylinePage page;
  for (auto& [place, storyline] : kept) page.rows.push_back(std::move(storyline));
  if (newest_first) std::reverse(page.rows.begin(), page.rows.end());
  if (!more || page.rows.empty()) return page;
  const Place last = PlaceOf(page.rows.back());
  page.next = FormatCursor({hash, cursor->pinned, last.second, last.id});
  return page;
}

}  // namespace tocsin
