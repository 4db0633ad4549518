#include "store/rocks/planner.h"

#include <algorithm>
#include <iterator>
#include <set>

#include "store/codec/records.h"
#include "store/rocks/index_terms.h"

namespace tocsin {
namespace {

constexpr size_t kBucketBytes = 4;       // a posting key begins with them
constexpr size_t kPrefixTermsMax = 128;  // words that one "word*" may open; beyond, rows are looked at instead

Plan TermPlan(std::string term) {
  Plan plan;
  plan.kind = Plan::Kind::kTerm;
  plan.term = std::move(term);
  return plan;
}

// All of them (kAnd) or any of them (kOr); what is not narrowed by a part is not narrowed by a plan that needs it.
Plan Combine(Plan::Kind kind, std::vector<Plan> parts) {
  Plan out;
  out.kind = kind;
  for (Plan& part : parts) {
    if (part.kind != Plan::Kind::kAll) {
      out.children.push_back(std::move(part));
    } else if (kind == Plan::Kind::kOr) {
      return {};
    }
  }
  if (out.children.empty() && kind == Plan::Kind::kAnd) return {};
  if (out.children.size() == 1) return Plan(std::move(out.children.front()));
  return out;
}

template <class Make>
Plan AnyValue(const QueryNode& node, Make make) {
  std::vector<Plan> parts;
  for (const std::string& value : node.entity_ids) parts.push_back(make(value));
  return Combine(Plan::Kind::kOr, std::move(parts));
}

Plan AnyTerm(const QueryNode& node, TermKind kind) {
  return AnyValue(node, [&](const std::string& value) { return TermPlan(IndexTerm(kind, value)); });
}

Plan RolePlan(const QueryNode& node, Role role) {
  return AnyValue(node, [&](const std::string& id) { return TermPlan(RoleTerm(role, id)); });
}

Plan TypePlan(const QueryNode& node) {
  return AnyValue(node, [](std::string_view pattern) {
    if (pattern.ends_with(".*")) pattern.remove_suffix(2);
    return TermPlan(IndexTerm(TermKind::kType, pattern));
  });
}

Plan RulePlan(const QueryNode& node) {
  return AnyValue(node, [](const std::string& rule) {
    return rule.ends_with('*') ? Plan() : TermPlan(IndexTerm(TermKind::kRule, rule));
  });
}

Plan IdPlan(const QueryNode& node) {
  Plan plan;
  plan.kind = Plan::Kind::kIds;
  for (const std::string& text : node.entity_ids) {
    if (const auto id = ParseEventId(text)) plan.ids.push_back(*id);
  }
  std::sort(plan.ids.begin(), plan.ids.end());
  return plan;
}

Result<Plan> PrefixPlan(const Database& db, std::string_view prefix, const IndexView& moment) {
  const std::string begin = IndexTerm(TermKind::kWord, prefix);
  std::set<std::string> terms;
  auto at = db.Walk(Family::kTerms, moment.view);
  for (at.Seek(begin); at.Valid() && at.key().starts_with(begin) && terms.size() <= kPrefixTermsMax; at.Next())
    terms.emplace(at.key());
  if (auto status = at.Status(); !status) return tl::unexpected<Error>(status.error());
  if (moment.pending) {
    for (const auto& [key, ids] : *moment.pending) {
      if (std::string_view(key).substr(kBucketBytes).starts_with(begin)) terms.insert(key.substr(kBucketBytes));
    }
  }
  if (terms.size() > kPrefixTermsMax) return Plan();
  std::vector<Plan> parts;
  for (const std::string& term : terms) parts.push_back(TermPlan(term));
  return Combine(Plan::Kind::kOr, std::move(parts));
}

// Every word must be there; whether they stand together is seen on the row.
Result<Plan> TextPlan(const Database& db, const QueryNode& node, const IndexView& moment) {
  if (node.pattern) return Plan();
  std::vector<Plan> values;
  for (const std::string& joined : node.entity_ids) {
    std::vector<Plan> words;
    const auto wanted = QueryWords(joined);
    for (size_t i = 0; i < wanted.size(); ++i) {
      if (!node.prefix || i + 1 < wanted.size()) {
        words.push_back(TermPlan(IndexTerm(TermKind::kWord, wanted[i])));
        continue;
      }
      auto prefix = PrefixPlan(db, wanted[i], moment);
      if (!prefix) return prefix;
      words.push_back(std::move(*prefix));
    }
    values.push_back(Combine(Plan::Kind::kAnd, std::move(words)));
  }
  return Combine(Plan::Kind::kOr, std::move(values));
}

Result<Plan> TermNodePlan(const Database& db, const QueryNode& node, const IndexView& moment) {
  switch (node.key) {
    case QueryKey::kType: return TypePlan(node);
    case QueryKey::kStatus: return AnyTerm(node, TermKind::kStatus);
    case QueryKey::kEntity: return AnyTerm(node, TermKind::kEntity);
    case QueryKey::kActor: return RolePlan(node, Role::kActor);
    case QueryKey::kTarget: return RolePlan(node, Role::kTarget);
    case QueryKey::kSupporter: return RolePlan(node, Role::kSupporter);
    case QueryKey::kOpponent: return RolePlan(node, Role::kOpponent);
    case QueryKey::kFunder: return RolePlan(node, Role::kFundingSource);
    case QueryKey::kCurrency: return AnyTerm(node, TermKind::kCurrency);
    case QueryKey::kJurisdiction: return AnyTerm(node, TermKind::kPlace);
    case QueryKey::kSource: return AnyTerm(node, TermKind::kSource);
    case QueryKey::kLang: return AnyTerm(node, TermKind::kLang);
    case QueryKey::kRule: return RulePlan(node);
    case QueryKey::kStoryline: return AnyTerm(node, TermKind::kStoryline);
    case QueryKey::kId: return IdPlan(node);
    case QueryKey::kText:
    case QueryKey::kTitle: return TextPlan(db, node, moment);
    default: return Plan();  // numbers and days are seen on the row
  }
}

IdRange Both(IdRange a, IdRange b) { return {std::max(a.first, b.first), std::min(a.after, b.after)}; }
IdRange Hull(IdRange a, IdRange b) { return {std::min(a.first, b.first), std::max(a.after, b.after)}; }

// Second 0 and the last one hold everything that lies outside what an id can say.
IdRange PublishedRange(const QueryNode& node) {
  IdRange out{UINT64_MAX, 0};
  for (const QueryNode::DayRange& days : node.days) {
    const EventId after = FirstIdOfSecond(StartOf(days.after).seconds);
    out = Hull(out, {FirstIdOfSecond(StartOf(days.first).seconds), std::max(after, FirstIdOfSecond(1))});
  }
  return out;
}

// ---- one bucket ------------------------------------------------------------------------------

using Ids = std::vector<EventId>;

struct BucketReader {
  const Database& db;
  const IndexView& moment;
  uint32_t bucket;
  ScanCounts& counts;

  Result<std::string> Chunk(const std::string& term) const {
    const std::string key = PostingKey(bucket, term);
    auto chunk = db.Get(Family::kPostings, key, moment.view);
    if (!chunk) return tl::unexpected<Error>(chunk.error());
    std::string stored = *chunk ? std::move(**chunk) : std::string();
    if (!moment.pending) return stored;
    const auto pending = moment.pending->find(key);
    if (pending == moment.pending->end()) return stored;
    Ids ids = pending->second;
    if (!stored.empty()) {
      const auto earlier = DecodeIds(stored);
      if (!earlier) return tl::unexpected<Error>(earlier.error());
      ids.clear();
      std::set_union(earlier->begin(), earlier->end(), pending->second.begin(), pending->second.end(),
                     std::back_inserter(ids));
    }
    return EncodeIds(ids);
  }

  Result<Ids> Decoded(const std::string& chunk) const {
    if (chunk.empty()) return Ids();
    auto ids = DecodeIds(chunk);
    if (ids) counts.postings_read += ids->size();
    return ids;
  }

  Result<Ids> Read(const Plan& plan) const {
    switch (plan.kind) {
      case Plan::Kind::kTerm: {
        const auto chunk = Chunk(plan.term);
        if (!chunk) return tl::unexpected<Error>(chunk.error());
        return Decoded(*chunk);
      }
      case Plan::Kind::kIds: return Existing(plan.ids);
      case Plan::Kind::kOr: return Union(plan);
      case Plan::Kind::kAnd: return Intersection(plan);
      case Plan::Kind::kAll: break;
    }
    return Ids();
  }

  // Ids that people write need not exist.
  Result<Ids> Existing(const Ids& asked) const {
    Ids there;
    for (const EventId id : asked) {
      if (BucketOf(id) != bucket) continue;
      const auto stored = db.Get(Family::kEvents, Big64(id), moment.view);
      if (!stored) return tl::unexpected<Error>(stored.error());
      if (*stored) there.push_back(id);
    }
    return there;
  }

  Result<Ids> Union(const Plan& plan) const {
    Ids all;
    for (const Plan& child : plan.children) {
      const auto ids = Read(child);
      if (!ids) return ids;
      all.insert(all.end(), ids->begin(), ids->end());
    }
    std::sort(all.begin(), all.end());
    all.erase(std::unique(all.begin(), all.end()), all.end());
    return all;
  }

  // Smallest chunk first. A chunk that is huge beside what is left is not worth decoding: looking at the few rows
  // costs less.
  Result<Ids> Intersection(const Plan& plan) const {
    constexpr size_t kRowCostInPostings = 64;
    std::vector<std::string> chunks;
    for (const Plan& child : plan.children) {
      if (child.kind != Plan::Kind::kTerm) continue;
      auto chunk = Chunk(child.term);
      if (!chunk) return tl::unexpected<Error>(chunk.error());
      if (chunk->empty()) return Ids();
      chunks.push_back(std::move(*chunk));
    }
    std::sort(chunks.begin(), chunks.end(), [](const auto& a, const auto& b) { return a.size() < b.size(); });
    std::optional<Ids> left;
    for (const std::string& chunk : chunks) {
      if (left && chunk.size() > left->size() * kRowCostInPostings) break;
      if (auto narrowed = Narrow(left, Decoded(chunk)); !narrowed) return tl::unexpected<Error>(narrowed.error());
      if (left->empty()) return Ids();
    }
    for (const Plan& child : plan.children) {
      if (child.kind == Plan::Kind::kTerm) continue;
      if (auto narrowed = Narrow(left, Read(child)); !narrowed) return tl::unexpected<Error>(narrowed.error());
      if (left->empty()) return Ids();
    }
    return std::move(*left);
  }

  static Result<void> Narrow(std::optional<Ids>& left, Result<Ids> ids) {
    if (!ids) return tl::unexpected<Error>(ids.error());
    if (!left) {
      left = std::move(*ids);
      return {};
    }
    Ids both;
    std::set_intersection(left->begin(), left->end(), ids->begin(), ids->end(), std::back_inserter(both));
    left = std::move(both);
    return {};
  }
};

// Only then do rows of earlier runs count.
bool AsksForRun(const QueryNode& node) {
  if (node.kind == QueryNode::Kind::kTerm) return node.key == QueryKey::kRun;
  if (node.kind != QueryNode::Kind::kAnd && node.kind != QueryNode::Kind::kOr) return false;
  return std::any_of(node.children.begin(), node.children.end(), AsksForRun);
}

// ---- the scan --------------------------------------------------------------------------------

class Scan {
 public:
  Scan(const Database& db, const Query& query, Order order, IdRange range, Sequence pinned, const IndexView& moment,
       ScanCounts& counts, const std::function<bool(StoredEvent&)>& visit)
      : db_(db),
        query_(query),
        newest_first_(order == Order::kNewestFirst),
        range_(range),
        pinned_(pinned),
        moment_(moment),
        view_(moment.view),
        counts_(counts),
        visit_(visit) {}

  Result<void> Run(const Plan& plan) {
    if (range_.first >= range_.after) return {};
    if (!AsksForRun(query_.root)) return Current(plan);
    versions_ = db_.Walk(Family::kVersions, view_);
    newest_first_ ? versions_->SeekBackTo(Big64(range_.after - 1) + std::string(32, '\xff'))
                  : versions_->Seek(Big64(range_.first));
    if (auto visited = Current(plan); !visited) return visited;
    return stopped_ ? Result<void>() : OfferVersions(std::nullopt);
  }

 private:
  // What is stored now.
  Result<void> Current(const Plan& plan) {
    if (plan.kind == Plan::Kind::kAll) return EveryRow();
    if (plan.kind == Plan::Kind::kIds) return Visit(plan.ids, true);
    return Buckets(plan);
  }

  // What earlier runs told, in its place among the rows: up to the id of the next current one. Of one id, the current
  // row stands for all.
  Result<void> OfferVersions(std::optional<EventId> next) {
    auto& at = *versions_;
    for (; at.Valid() && !stopped_; newest_first_ ? at.Back() : at.Next()) {
      const EventId id = ReadBig64(at.key());
      if (id < range_.first || id >= range_.after) break;
      if (next && (newest_first_ ? id < *next : id > *next)) break;
      if ((next && id == *next) || id == last_version_) continue;
      auto stored = at.Record<StoredEvent>();
      if (!stored) return tl::unexpected<Error>(stored.error());
      ++counts_.rows_read;
      if (stored->sequence > pinned_ || !MatchesRow(*stored)) continue;
      stored->superseded = true;
      last_version_ = id;
      stopped_ = !visit_(*stored);
    }
    return at.Status();
  }

  Result<void> EveryRow() {
    auto at = db_.Walk(Family::kEvents, view_);
    newest_first_ ? at.SeekBackTo(Big64(range_.after - 1)) : at.Seek(Big64(range_.first));
    for (; at.Valid() && !stopped_; newest_first_ ? at.Back() : at.Next()) {
      const EventId id = ReadBig64(at.key());
      if (id < range_.first || id >= range_.after) break;
      auto stored = at.Record<StoredEvent>();
      if (!stored) return tl::unexpected<Error>(stored.error());
      if (auto offered = Offer(*stored); !offered) return offered;
    }
    return at.Status();
  }

  Result<void> Buckets(const Plan& plan) {
    uint32_t first = BucketOf(range_.first), last = BucketOf(range_.after - 1);
    auto at = db_.Walk(Family::kPostings, view_);
    while (first <= last && !stopped_) {
      const auto bucket = newest_first_ ? BucketUpTo(at, last) : BucketFrom(at, first);
      if (auto status = at.Status(); !status) return status;
      if (!bucket || *bucket < first || *bucket > last) break;
      const auto ids = BucketReader{db_, moment_, *bucket, counts_}.Read(plan);
      if (!ids) return tl::unexpected<Error>(ids.error());
      if (auto visited = Visit(*ids, false); !visited) return visited;
      if (newest_first_ && *bucket == 0) break;
      newest_first_ ? last = *bucket - 1 : first = *bucket + 1;
    }
    return at.Status();
  }

  static uint32_t BucketOfKey(std::string_view key) {
    uint32_t bucket = 0;
    for (size_t i = 0; i < kBucketBytes; ++i) bucket = bucket << 8 | uint8_t(key[i]);
    return bucket;
  }

  // The last bucket up to `last` that holds anything, and the first one from `first`.
  std::optional<uint32_t> BucketUpTo(Database::Cursor& at, uint32_t last) const {
    std::optional<uint32_t> bucket;
    at.SeekBackTo(PostingKey(last + 1, ""));
    if (at.Valid()) bucket = BucketOfKey(at.key());
    if (!moment_.pending) return bucket;
    const auto behind = moment_.pending->lower_bound(PostingKey(last + 1, ""));
    if (behind == moment_.pending->begin()) return bucket;
    const uint32_t pending = BucketOfKey(std::prev(behind)->first);
    return bucket ? std::max(*bucket, pending) : pending;
  }
  std::optional<uint32_t> BucketFrom(Database::Cursor& at, uint32_t first) const {
    std::optional<uint32_t> bucket;
    at.Seek(PostingKey(first, ""));
    if (at.Valid()) bucket = BucketOfKey(at.key());
    if (!moment_.pending) return bucket;
    const auto from = moment_.pending->lower_bound(PostingKey(first, ""));
    if (from == moment_.pending->end()) return bucket;
    const uint32_t pending = BucketOfKey(from->first);
    return bucket ? std::min(*bucket, pending) : pending;
  }

  // `asked`: the ids come from the query, and need not exist.
  Result<void> Visit(const Ids& ids, bool asked) {
    const auto begin = std::lower_bound(ids.begin(), ids.end(), range_.first);
    const auto end = std::lower_bound(begin, ids.end(), range_.after);
    const size_t count = size_t(end - begin);
    for (size_t i = 0; i < count && !stopped_; ++i) {
      const EventId id = newest_first_ ? *(end - 1 - long(i)) : *(begin + long(i));
      auto stored = db_.GetRecord<StoredEvent>(Family::kEvents, Big64(id), view_);
      if (!stored) return tl::unexpected<Error>(stored.error());
      if (*stored) {
        if (auto offered = Offer(**stored); !offered) return offered;
      } else if (!asked) {
        return Fail(Errc::kCorrupt, "family postings points to no event: " + FormatEventId(id));
      }
    }
    return {};
  }

  bool MatchesRow(const StoredEvent& stored) const {
    const std::string id = FormatEventId(stored.id), storyline = FormatEventId(stored.storyline);
    return Matches(query_, RowOf(stored, id, storyline));
  }

  Result<void> Offer(StoredEvent& stored) {
    ++counts_.rows_read;
    if (stored.sequence > pinned_ || !MatchesRow(stored)) return {};
    if (versions_) {
      if (auto offered = OfferVersions(stored.id); !offered) return offered;
    }
    if (!stopped_) stopped_ = !visit_(stored);
    return {};
  }

  const Database& db_;
  const Query& query_;
  const bool newest_first_;
  const IdRange range_;
  const Sequence pinned_;
  const IndexView& moment_;
  const Database::View& view_;
  ScanCounts& counts_;
  const std::function<bool(StoredEvent&)>& visit_;
  std::optional<Database::Cursor> versions_;  // when the query asks for a run
  std::optional<EventId> last_version_;
  bool stopped_ = false;
};

}  // namespace

QueryRow RowOf(const StoredEvent& s, const std::string& id, const std::string& storyline) {
  return {s.event,         id,         storyline,     s.event.pack_hash, s.article.source, s.article.language,
          s.article.title, s.sentence, s.article.site};
}

Result<Plan> MakePlan(const Database& db, const QueryNode& node, const IndexView& moment) {
  if (node.kind == QueryNode::Kind::kTerm) return TermNodePlan(db, node, moment);
  if (node.kind != QueryNode::Kind::kAnd && node.kind != QueryNode::Kind::kOr) return Plan();
  std::vector<Plan> parts;
  for (const QueryNode& child : node.children) {
    auto part = MakePlan(db, child, moment);
    if (!part) return part;
    parts.push_back(std::move(*part));
  }
  return Combine(node.kind == QueryNode::Kind::kAnd ? Plan::Kind::kAnd : Plan::Kind::kOr, std::move(parts));
}

IdRange RangeOf(const QueryNode& node) {
  if (node.kind == QueryNode::Kind::kTerm && node.key == QueryKey::kPublished) return PublishedRange(node);
  if (node.kind != QueryNode::Kind::kAnd && node.kind != QueryNode::Kind::kOr) return {};
  IdRange out = RangeOf(node.children.front());
  for (const QueryNode& child : node.children)
    out = node.kind == QueryNode::Kind::kAnd ? Both(out, RangeOf(child)) : Hull(out, RangeOf(child));
  return out;
}

Result<void> ScanMatches(const Database& db, const Query& query, Order order, IdRange range, Sequence pinned,
                         const IndexView& moment, ScanCounts& counts, const std::function<bool(StoredEvent&)>& visit) {
  const auto plan = MakePlan(db, query.root, moment);
  if (!plan) return tl::unexpected<Error>(plan.error());
  return Scan(db, query, order, Both(range, RangeOf(query.root)), pinned, moment, counts, visit).Run(*plan);
}

}  // namespace tocsin
