// Reads everything: every file's blocks, every record's seal, and whether every pointer has its counterpart.
#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <map>
#include <set>

#include "ingest/base/hash.h"
#include "store/rocks/index_terms.h"
#include "store/rocks/keys.h"
#include "store/rocks/rocks_event_log.h"
#include "store/rocks/versions.h"

namespace tocsin {
namespace {

constexpr size_t kProblemsMax = 1000;  // a broken disk need not be told in full

class Check {
 public:
  Check(const Database& db, const Counters& counters, std::shared_ptr<const IndexOverlay> pending)
      : db_(db), counters_(counters), view_(db.Freeze()), overlay_(std::move(pending)) {}

  std::vector<std::string> Run() {
    if (auto files = db_.VerifyFiles(); !files) Report(files.error().what);
    Articles();
    Records<Storyline>(Family::kStorylines);
    Events();
    Versions();
    log_ = Each(Family::kLog, [&](auto& at, auto payload) {
      if (lost_.count(std::string(payload)) == 0) Points(at, Family::kEvents, payload);
    });
    Each(Family::kIdentity, [&](auto& at, auto payload) { Points(at, Family::kEvents, payload); });
    Each(Family::kUrls, [&](auto& at, auto) { Points(at, Family::kArticles, AfterZero(at.key())); });
    Each(Family::kBands, [&](auto& at, auto) { Points(at, Family::kArticles, Tail(at.key(), 8)); });
    Each(Family::kStoryKeys, [&](auto& at, auto) { Points(at, Family::kStorylines, Tail(at.key(), 8)); });
    Reports();
    Each(Family::kTerms, [](auto&, auto) {});
    Postings();
    Records<VisitRecord>(Family::kVisits);
    Pages();
    Alerts();
    Records<Correction>(Family::kCorrections, [&](std::string_view key, const Correction& c) {
      if (key != Big64(c.number)) Report("family corrections, key " + PrintableKey(key) + ": holds another number");
    });
    Records<StagedRecord>(Family::kStaged);
    Records<FreshRecord>(Family::kFresh, [&](std::string_view key, const FreshRecord& r) {
      MustExist(Family::kFresh, key, Family::kArticles, r.article);
    });
    Counts();
    return std::move(problems_);
  }

 private:
  using Visit = std::function<void(Database::Cursor&, std::string_view payload)>;

  void Report(std::string problem) {
    if (problems_.size() < kProblemsMax) problems_.push_back(std::move(problem));
  }

  static std::string_view Tail(std::string_view key, size_t from) { return key.substr(std::min(from, key.size())); }
  static std::string_view AfterZero(std::string_view key) {
    const size_t zero = key.rfind('\0');
    return zero == std::string_view::npos ? std::string_view() : key.substr(zero + 1);
  }

  // How many there are. A damaged one is reported and passed over.
  uint64_t Each(Family family, const Visit& visit) {
    uint64_t count = 0;
    const bool pointed_to = family == Family::kArticles || family == Family::kStorylines || family == Family::kEvents;
    std::vector<uint64_t> keys;
    auto at = db_.Walk(family, view_, true);
    for (at.SeekToFirst(); at.Valid(); at.Next(), ++count) {
      if (pointed_to) keys.push_back(Hash64(at.key()));
      const auto payload = at.Payload();
      if (payload) {
        visit(at, *payload);
      } else {
        Report(payload.error().what);
      }
    }
    if (auto status = at.Status(); !status) return Report(status.error().what), count;
    std::sort(keys.begin(), keys.end());
    if (pointed_to) keys_[family] = std::move(keys);
    return count;
  }

  template <class T>
  uint64_t Records(Family family, const std::function<void(std::string_view key, const T&)>& visit = nullptr) {
    return Each(family, [&](auto& at, auto) {
      const auto record = at.template Record<T>();
      if (!record) {
        Report(record.error().what);
      } else if (visit) {
        visit(at.key(), *record);
      }
    });
  }

  void Points(const Database::Cursor& at, Family to, std::string_view key) {
    MustExist(at.family(), at.key(), to, key);
  }

  void MustExist(Family from, std::string_view from_key, Family to, std::string_view key) {
    const auto keys = keys_.find(to);
    if (keys != keys_.end() && std::binary_search(keys->second.begin(), keys->second.end(), Hash64(key))) return;
    const auto there = db_.Get(to, key, view_);
    if (!there) return Report(there.error().what);
    if (!*there)
      Report(fmt::format("family {}, key {}: points to {} {}, which is missing", ToString(from), PrintableKey(from_key),
                         ToString(to), PrintableKey(key)));
  }

  void Articles() {
    articles_ = Records<ArticleRecord>(Family::kArticles, [&](std::string_view key, const ArticleRecord& r) {
      if (key != r.article.id) Report(fmt::format("family articles, key {}: holds {}", key, r.article.id));
      MustExist(Family::kArticles, key, Family::kUrls, UrlKey(r.article.canonical_url, r.article.id));
    });
  }

  void Versions() {
    Records<StoredEvent>(Family::kVersions, [&](std::string_view key, const StoredEvent& e) {
      if (key != VersionKey(e)) return Report("family versions, key " + PrintableKey(key) + ": holds another event");
      MustExist(Family::kVersions, key, Family::kArticles, e.article.id);
      MustExist(Family::kVersions, key, Family::kLog, Big64(e.sequence));
      lost_.insert(Big64(e.id));
    });
  }

  // Events come in order of time, so one month's terms are gathered at a time.
  void Events() {
    events_ = Records<StoredEvent>(Family::kEvents, [&](std::string_view key, const StoredEvent& e) {
      if (key != Big64(e.id)) return Report(fmt::format("family events, key {}: holds {}", PrintableKey(key), e.id));
      const uint32_t bucket = BucketOf(e.id);
      if (bucket != bucket_) CompareBucket(bucket);
      for (const std::string& term : IndexTerms(e)) expected_[term].push_back(e.id);
      MustExist(Family::kEvents, key, Family::kArticles, e.article.id);
      MustExist(Family::kEvents, key, Family::kStorylines, Big64(e.storyline));
      MustExist(Family::kEvents, key, Family::kReports, ReportKey(e.storyline, e.id));
      MustExist(Family::kEvents, key, Family::kLog, Big64(e.sequence));
    });
    CompareBucket(0);
  }

  // Both ways: what the events say must be in the index, and nothing else may be.
  void CompareBucket(uint32_t next) {
    for (const auto& [term, ids] : expected_) {
      const std::string key = PostingKey(bucket_, term);
      const auto chunk = db_.Get(Family::kPostings, key, view_);
      if (!chunk) {
        Report(chunk.error().what);
        continue;
      }
      if (*chunk) MustExist(Family::kPostings, key, Family::kTerms, term);
      auto found = *chunk ? DecodeIds(**chunk) : Result<std::vector<EventId>>();
      if (found && overlay_) AddPending(key, chunk->has_value(), *found);
      if (!found || *found != ids)
        Report(fmt::format("family postings, month {}, term {}: {} events expected, {} found", bucket_, term,
                           ids.size(), found ? found->size() : 0));
    }
    chunks_expected_ += expected_.size();
    expected_.clear();
    bucket_ = next;
  }

  // What is not in its family yet counts as if it were.
  void AddPending(const std::string& key, bool stored, std::vector<EventId>& ids) {
    const auto pending = overlay_->find(key);
    if (pending == overlay_->end()) return;
    ids.insert(ids.end(), pending->second.begin(), pending->second.end());
    std::sort(ids.begin(), ids.end());
    ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
    if (!stored) --chunks_expected_;
  }

  void Postings() {
    const uint64_t chunks = Each(Family::kPostings, [&](auto& at, auto payload) {
      if (const auto ids = DecodeIds(payload); !ids)
        Report(fmt::format("family postings, key {}: {}", PrintableKey(at.key()), ids.error().what));
    });
    if (chunks != chunks_expected_)
      Report(fmt::format("family postings: {} chunks, {} expected", chunks, chunks_expected_));
  }

  void Reports() {
    reports_ = Records<ReportRecord>(Family::kReports, [&](std::string_view key, const ReportRecord&) {
      MustExist(Family::kReports, key, Family::kEvents, Tail(key, 8));
      MustExist(Family::kReports, key, Family::kStorylines, key.substr(0, 8));
    });
  }

  void Pages() {
    pending_ = Records<PendingRecord>(Family::kPending, [&](std::string_view key, const PendingRecord& r) {
      MustExist(Family::kPending, key, Family::kFrontier, r.page.source_id + '\0' + Big64(r.order));
    });
    Each(Family::kFrontier, [&](auto& at, auto url) { Points(at, Family::kPending, url); });
  }

  void Alerts() {
    Records<OutboxEntry>(Family::kOutbox, [&](std::string_view key, const OutboxEntry& e) {
      MustExist(Family::kOutbox, key, Family::kAlerts, e.alert.id);
    });
    Each(Family::kAlerts, [&](auto& at, auto order) { Points(at, Family::kOutbox, order); });
    waiting_ = Each(Family::kWaiting, [&](auto& at, auto) { Points(at, Family::kOutbox, at.key()); });
  }

  void Counts() {
    const auto same = [&](const char* what, uint64_t counted, uint64_t said) {
      if (counted != said) Report(fmt::format("counters: {} {}, counted {}", said, what, counted));
    };
    same("articles", articles_, counters_.articles);
    same("events", events_, counters_.events);
    same("events in order of ingest", log_, counters_.sequence);
    same("reports", reports_, counters_.events);
    same("pending pages", pending_, counters_.pending);
    same("alerts waiting", waiting_, counters_.alerts_waiting);
  }

  const Database& db_;
  const Counters counters_;
  const Database::View view_;
  const std::shared_ptr<const IndexOverlay> overlay_;  // null: the families hold everything
  // Hashes of the keys of families that most others point to: a look into one that is read costs a whole article.
  std::map<Family, std::vector<uint64_t>> keys_;
  std::vector<std::string> problems_;
  uint32_t bucket_ = 0;
  std::map<std::string, std::vector<EventId>> expected_;  // term → ids of the current month
  std::set<std::string> lost_;                            // events that are in versions, and need be nowhere else
  uint64_t chunks_expected_ = 0, articles_ = 0, events_ = 0, log_ = 0, reports_ = 0, pending_ = 0, waiting_ = 0;
};

}  // namespace

Result<std::vector<std::string>> RocksEventLog::Verify() const {
  const std::lock_guard lock(state_.writing);  // the counters and the view must be of one moment
  if (auto loaded = LoadIndex(); !loaded) return tl::unexpected<Error>(loaded.error());
  return Check(*state_.db, state_.counters, index_.Freeze()).Run();
}

}  // namespace tocsin
