#include "cli/pipeline.h"

#include <algorithm>
#include <condition_variable>
#include <map>
#include <mutex>
#include <thread>

#include "cli/reading.h"
#include "ingest/base/bounded_queue.h"

namespace tocsin {
namespace {

constexpr size_t kProblemsKept = 200;     // lines; the rest is only counted
constexpr size_t kArticlesPerSync = 128;  // articles stored by one sync: beyond, waiting for the disk costs little

struct Job {
  uint64_t ticket = 0;
  RawDocument document;
};

// What a worker made of a document, and what the writer needs to know of where it came from.
struct Outcome {
  uint64_t ticket = 0;
  size_t cost_bytes = 0;   // of the job: given back when the outcome is written
  bool abandoned = false;  // the run was stopped before it was read
  std::string url, page_url;
  VisitRecord visit;
  std::vector<Reading> readings;
  std::vector<std::string> problems;
};

size_t CostBytes(const Job& job) { return CostBytes(job.document); }
size_t CostBytes(const Outcome& outcome) { return outcome.cost_bytes; }

// Bytes of documents that were taken in and not yet written. One bound over both queues and what lies between them:
// a slow document holds the ones behind it back, which must not grow without limit.
class InFlight {
 public:
  explicit InFlight(size_t capacity_bytes) : capacity_bytes_(capacity_bytes) {}

  // Waits for room; false once closed. A document larger than everything is let in alone.
  bool Acquire(size_t cost) {
    std::unique_lock lock(mutex_);
    room_.wait(lock, [&] { return closed_ || bytes_ == 0 || bytes_ + cost <= capacity_bytes_; });
    if (closed_) return false;
    bytes_ += cost;
    return true;
  }
  void Release(size_t cost) {
    {
      const std::lock_guard lock(mutex_);
      bytes_ -= cost;
    }
    room_.notify_all();
  }
  void Close() {
    {
      const std::lock_guard lock(mutex_);
      closed_ = true;
    }
    room_.notify_all();
  }

 private:
  const size_t capacity_bytes_;
  std::mutex mutex_;
  std::condition_variable room_;
  size_t bytes_ = 0;
  bool closed_ = false;
};

// The workers and the writer of one run.
class Line {
 public:
  struct Parts {
    const Rulebook& rulebook;
    EventLog& log;
    const AlertMatcher& alerts;
    const Clock& clock;
    const std::atomic<bool>& stop;
    DecodeOptions decode;
    SourcesById sources;
    bool crawling = false;
  };

  Line(const PipelineOptions& options, Parts parts)
      : parts_(std::move(parts)),
        in_flight_(options.queue_bytes),
        jobs_(options.queue_bytes),
        outcomes_(options.queue_bytes) {
    for (int i = 0; i < std::max(1, options.workers); ++i) workers_.emplace_back([this] { Work(); });
    writer_ = std::thread([this] { Write(); });
  }
  Line(const Line&) = delete;
  Line& operator=(const Line&) = delete;
  ~Line() { Join(); }

  // Takes one document in; false when the run is over (the store failed).
  bool Feed(RawDocument document) {
    const size_t cost = CostBytes(document);
    if (!in_flight_.Acquire(cost)) return false;
    return jobs_.Push({next_ticket_++, std::move(document)});
  }

  // Waits until everything is written. The store's error, if it failed.
  Result<PipelineReport> Finish() {
    Join();
    if (failure_) return tl::unexpected(*failure_);
    return std::move(report_);
  }

  PipelineReport Snapshot() {
    const std::lock_guard lock(mutex_);
    return report_;
  }

 private:
  void Join() {
    jobs_.Close();
    for (std::thread& worker : workers_) {
      if (worker.joinable()) worker.join();
    }
    outcomes_.Close();
    if (writer_.joinable()) writer_.join();
  }

  // ---- workers: pure --------------------------------------------------------------------------
  void Work() {
    while (std::optional<Job> job = jobs_.Pop()) {
      if (!outcomes_.Push(Read(*job))) return;
    }
  }

  Outcome Read(const Job& job) const {
    const RawDocument& document = job.document;
    Outcome outcome;
    outcome.ticket = job.ticket;
    outcome.cost_bytes = CostBytes(document);
    outcome.url = document.url;
    outcome.page_url = document.requested_url.empty() ? document.url : document.requested_url;
    outcome.visit = {document.etag,          document.last_modified, document.fetched_at,
                     document.hint.Latest(), document.status,        0};
    outcome.abandoned = parts_.stop;
    if (outcome.abandoned) return outcome;
    auto decoded = Decode(document, parts_.decode);
    if (!decoded) {
      outcome.problems.push_back(decoded.error().what);
      return outcome;
    }
    outcome.problems = std::move(decoded->problems);
    if (decoded->articles.empty() && outcome.problems.empty()) outcome.problems.emplace_back("no article text");
    for (Article& article : decoded->articles) {
      outcome.readings.push_back(ReadArticle(std::move(article), parts_.sources, parts_.rulebook));
    }
    return outcome;
  }

  // ---- the writer: by ticket, so that the number of workers does not show -----------------------
  void Write() {
    std::map<uint64_t, Outcome> early;  // sum of costs is bounded by in_flight_
    uint64_t next = 0;
    std::optional<Outcome> outcome;
    // What is ready is stored together; the group is closed when the writer would have to wait.
    while ((outcome = outcomes_.TryPop()) || (CloseGroup(), outcome = outcomes_.Pop())) {
      early.emplace(outcome->ticket, std::move(*outcome));
      for (auto at = early.begin(); at != early.end() && at->first == next; at = early.erase(at), ++next) {
        Settle(std::move(at->second));
      }
    }
  }

  void Settle(Outcome outcome) {
    group_cost_ += outcome.cost_bytes;
    over_ = over_ || outcome.abandoned;
    if (!over_) {
      if (const auto stored = Store(std::move(outcome)); !stored) GiveUp(stored.error());
    }
    if (group_.empty()) CloseGroup();
  }

  // Writes what was gathered, and only then gives its room back.
  void CloseGroup() {
    if (const auto stored = StoreGroup(); !stored) GiveUp(stored.error());
    in_flight_.Release(group_cost_);
    group_cost_ = 0;
  }

  Result<void> StoreGroup() {
    if (group_.empty() || failure_) return {};
    const auto appended = parts_.log.AppendAll(group_, parts_.alerts, parts_.clock.Now());
    group_.clear();
    if (!appended) return tl::unexpected(appended.error());
    for (const AppendResult& one : *appended) Count(one);
    return {};
  }

  Result<void> Store(Outcome outcome) {
    Note(outcome);
    for (size_t i = 0; i < outcome.readings.size(); ++i) {
      ArticleBatch batch{std::move(outcome.readings[i].article), std::move(outcome.readings[i].events), "", {}};
      if (parts_.crawling && i + 1 == outcome.readings.size()) {  // the page is done with its last article
        batch.page_url = outcome.page_url;
        batch.visit = outcome.visit;
      }
      group_.push_back(std::move(batch));
      if (group_.size() < kArticlesPerSync) continue;
      if (auto stored = StoreGroup(); !stored) return stored;
    }
    if (!parts_.crawling || !outcome.readings.empty()) return {};
    if (auto stored = StoreGroup(); !stored) return stored;
    return parts_.log.ledger().RecordPage(outcome.page_url, outcome.visit);
  }

  void Note(const Outcome& outcome) {
    const std::lock_guard lock(mutex_);
    ++report_.documents;
    report_.problems_total += outcome.problems.size();
    for (const std::string& problem : outcome.problems) {
      if (report_.problems.size() < kProblemsKept) report_.problems.push_back(outcome.url + ": " + problem);
    }
  }

  void Count(const AppendResult& appended) {
    const std::lock_guard lock(mutex_);
    ++(appended.known ? report_.articles_known : report_.articles_new);
    if (!appended.known && !appended.copy_of.empty()) ++report_.copies;
    report_.events += appended.events.size();
    report_.alerts += appended.alerts.size();
  }

  void GiveUp(const Error& error) {
    failure_ = error;
    over_ = true;
    in_flight_.Close();
  }

  Parts parts_;
  InFlight in_flight_;
  BoundedQueue<Job> jobs_;
  BoundedQueue<Outcome> outcomes_;
  uint64_t next_ticket_ = 0;  // only the feeding thread
  std::mutex mutex_;          // of report_
  PipelineReport report_;
  std::vector<ArticleBatch> group_;  // only the writer: what the next sync stores
  size_t group_cost_ = 0;            // of their documents
  bool over_ = false;                // only the writer
  std::optional<Error> failure_;     // the writer's; read after it was joined
  std::vector<std::thread> workers_;
  std::thread writer_;
};

}  // namespace

std::vector<std::vector<Event>> ReadOnThreads(const std::vector<Article>& articles, int workers,
                                              const std::function<std::vector<Event>(const Article&)>& read) {
  std::vector<std::vector<Event>> events(articles.size());
  std::atomic<size_t> next{0};
  const auto work = [&] {
    for (size_t i = next++; i < articles.size(); i = next++) events[i] = read(articles[i]);
  };
  std::vector<std::thread> others;
  for (int i = 1; i < std::min(workers, int(articles.size())); ++i) others.emplace_back(work);
  work();
  for (std::thread& other : others) other.join();
  return events;
}

Pipeline::Pipeline(const PipelineOptions& options, const Rulebook& rulebook, EventLog& log, const AlertMatcher& alerts,
                   const Clock& clock)
    : options_(options), rulebook_(rulebook), log_(log), alerts_(alerts), clock_(clock) {}

Result<PipelineReport> Pipeline::CrawlOnce(
    const std::vector<Source>& sources, const CrawlOptions& options, HttpClient& http,
    const std::function<void(const CrawlProgress&, const PipelineReport&)>& progress, const std::atomic<bool>& stop) {
  SourcesById by_id = ById(sources);
  Line line(options_, {rulebook_, log_, alerts_, clock_, stop, {}, std::move(by_id), true});
  bool closed = false;
  CrawlHooks hooks;
  hooks.page = [&](RawDocument document) {
    closed = closed || !line.Feed(std::move(document));
    return !closed;
  };
  CrawlProgress last;
  hooks.progress = [&](const CrawlProgress& now) {
    last = now;
    if (progress) progress(now, line.Snapshot());
  };
  hooks.stop = [&] { return stop.load(); };
  auto visited = Crawl(sources, options, http, log_.ledger(), clock_, hooks);
  auto report = line.Finish();
  if (!report) return report;
  if (!visited) return tl::unexpected(visited.error());
  report->sources = std::move(*visited);
  if (progress) progress(last, *report);
  return report;
}

Result<PipelineReport> Pipeline::Ingest(const std::function<std::optional<RawDocument>()>& next,
                                        const DecodeOptions& options, const std::atomic<bool>& stop) {
  Line line(options_, {rulebook_, log_, alerts_, clock_, stop, options, {}, false});
  while (!stop) {
    std::optional<RawDocument> document = next();
    if (!document || !line.Feed(std::move(*document))) break;
  }
  return line.Finish();
}

}  // namespace tocsin
