// Who is asked next, and when.
#include "ingest/crawl/visit.h"

#include <algorithm>

#include "ingest/base/limits.h"

namespace tocsin {
namespace {

constexpr int64_t kStepMsMax = 500;  // so that a stop is noticed

}  // namespace

Visit::Visit(const std::vector<Source>& sources, const CrawlOptions& options, HttpClient& http, CrawlLedger& ledger,
             const Clock& clock, const CrawlHooks& hooks)
    : options_(options), http_(http), ledger_(ledger), clock_(clock), hooks_(hooks) {
  for (const Source& source : sources) {
    if (!source.enabled) continue;
    sources_.push_back({&source, {}});
    sources_.back().report.source_id = source.id;
  }
  progress_.sources = sources_.size();
}

Result<std::vector<SourceReport>> Visit::Run() {
  Seed();
  while (!Stopped()) {
    const int64_t wait_ms = StartReady();
    if (Stopped() || progress_.sources_done == sources_.size()) break;
    http_.Step(int(std::min(wait_ms, kStepMsMax)));
  }
  if (error_) return tl::unexpected(*error_);
  std::vector<SourceReport> reports;
  for (SourceState& s : sources_) reports.push_back(std::move(s.report));
  return reports;
}

bool Visit::Stopped() const { return error_ || closing_ || (hooks_.stop && hooks_.stop()); }

void Visit::Seed() {
  // The sources' own addresses first: a home page that names another source's feed must not take it over.
  for (const SourceState& s : sources_) {
    if (const auto url = ParseUrl(s.source->url)) listings_seen_.insert(url->href);
  }
  for (size_t i = 0; i < sources_.size() && !error_; ++i) {
    ++sources_[i].open;  // so that the source is not done before its first job is known
    Check(ResumePages(i));
  }
  for (size_t i = 0; i < sources_.size() && !error_; ++i) {
    AddListing(i, sources_[i].source->url, 0);
    if (--sources_[i].open == 0) ++progress_.sources_done;
  }
}

Result<void> Visit::ResumePages(size_t source) {
  const auto pages = ledger_.Pending(sources_[source].source->id, sources_[source].source->pages_max);
  if (!pages) return tl::unexpected(pages.error());
  for (const PendingPage& page : *pages) {
    auto known = ledger_.FindVisit(page.url);
    if (!known) return tl::unexpected(known.error());
    if (pages_seen_.insert(page.url).second) AddPage(source, page, std::move(*known));
  }
  return {};
}

void Visit::AddListing(size_t source, const std::string& address, int depth) {
  SourceState& s = sources_[source];
  auto url = ParseUrl(address);
  if (!url || url->host.empty()) return Problem(source, address.substr(0, 200) + ": not a web address");
  if (depth > 0 && (s.listings >= kListingsMax || !listings_seen_.insert(url->href).second)) return;
  auto known = ledger_.FindVisit(url->href);
  if (!known) return Check(tl::unexpected(known.error()));
  ++s.listings;
  Enqueue({Job::Kind::kListing, source, depth, {url->href, s.source->id, {}, 0}, *url, std::move(*known)});
}

void Visit::AddPage(size_t source, const PendingPage& page, std::optional<VisitRecord> known) {
  SourceState& s = sources_[source];
  auto url = ParseUrl(page.url);
  if (!url || s.pages >= s.source->pages_max) return;
  ++s.pages;
  Enqueue({Job::Kind::kPage, source, 0, page, std::move(*url), std::move(known)});
}

void Visit::Enqueue(Job job) {
  ++sources_[job.source].open;
  ++progress_.pending;
  Host& host = HostOf(job.url);
  if (host.given_up) return Close(job);
  host.jobs.push_back(std::move(job));
}

Visit::Host& Visit::HostOf(const Url& url) {
  const auto [at, is_new] = host_numbers_.emplace(url.host, hosts_.size());
  if (is_new) hosts_.push_back({Pace(options_.host_delay_ms, options_.host_connections_max), {}, {}});
  return hosts_[at->second];
}

int64_t Visit::StartReady() {
  int64_t wait_ms = kStepMsMax;
  for (size_t i = 0; i < hosts_.size() && !Stopped(); ++i) wait_ms = std::min(wait_ms, StartReadyOf(hosts_[i]));
  return wait_ms;
}

int64_t Visit::StartReadyOf(Host& host) {
  while (!host.jobs.empty()) {
    const auto wait_ms = host.pace.WaitMs(clock_.NowMs());
    if (!wait_ms) return kStepMsMax;
    if (*wait_ms > 0) return *wait_ms;
    if (!AskRobots(host, host.jobs.front())) return kStepMsMax;
    Job job = std::move(host.jobs.front());
    host.jobs.pop_front();
    const RobotsVerdict& verdict = *host.robots[job.url.Origin()];
    if (!verdict.problem.empty()) {
      Problem(job.source, verdict.problem);
      Close(job);  // a page stays pending: it was not refused, nobody answered
    } else if (!verdict.robots.Allows(options_.agent, job.url.href)) {
      Refuse(job);
    } else {
      Start(host, std::move(job));
    }
  }
  return kStepMsMax;
}

// Whether the origin's robots.txt is known; if it is not, it is asked for.
bool Visit::AskRobots(Host& host, const Job& job) {
  const std::string origin = job.url.Origin();
  const auto [at, is_new] = host.robots.emplace(origin, std::nullopt);
  if (!is_new) return at->second.has_value();
  host.pace.Started(clock_.NowMs());
  // More than is read, so that a long file is cut and not refused.
  http_.Start(
      {origin + "/robots.txt", "", "", 8 * kRobotsBytesMax},
      Callback(host, [this, &host, origin](const Result<HttpResponse>& answer) { TakeRobots(host, origin, answer); }));
  return false;
}

void Visit::Start(Host& host, Job job) {
  HttpRequest request{job.url.href, "", "", job.kind == Job::Kind::kPage ? kPageBytesMax : kFeedBytesMax};
  if (job.known) {
    request.etag = job.known->etag;
    request.last_modified = job.known->last_modified;
  }
  // What leads to another origin, or where this one does not want us, waits its turn there.
  request.may_follow = [self = weak_from_this(), &host, origin = job.url.Origin()](const std::string& target) {
    const auto visit = self.lock();
    const auto url = ParseUrl(target);
    return visit && url && url->Origin() == origin && host.robots[origin]->robots.Allows(visit->options_.agent, target);
  };
  host.pace.Started(clock_.NowMs());
  http_.Start(std::move(request), Callback(host, [this, &host, job = std::move(job)](Result<HttpResponse> answer) {
                TakeAnswer(host, job, std::move(answer));
              }));
}

// The client may outlive this visit: an answer that comes too late finds nobody.
template <class Use>
HttpClient::Done Visit::Callback(Host& host, Use use) {
  return [self = weak_from_this(), &host, use = std::move(use)](Result<HttpResponse> answer) {
    const auto visit = self.lock();
    if (!visit || visit->Stopped()) return;
    host.pace.Ended();
    use(std::move(answer));
    if (visit->hooks_.progress) visit->hooks_.progress(visit->progress_);
  };
}

void Visit::TakeRobots(Host& host, const std::string& origin, const Result<HttpResponse>& answer) {
  NoteHealth(host, answer);
  RobotsVerdict verdict = JudgeRobots(answer);
  if (const auto delay = verdict.robots.CrawlDelaySeconds(options_.agent)) host.pace.AskForDelay(*delay);
  host.robots[origin] = std::move(verdict);
}

// A host that does not answer, or asks for a pause, gets one.
void Visit::NoteHealth(Host& host, const Result<HttpResponse>& answer) {
  if (!answer && answer.error().code == Errc::kUnavailable) {
    if (++host.failures >= kHostFailuresMax) LeaveHost(host, answer.error().what);
    return;
  }
  host.failures = 0;
  if (!answer || (answer->status != 429 && answer->status != 503)) return;
  const int64_t pause_ms = RetryAfterMs(answer->retry_after, clock_.Now()).value_or(kBackoffMsMax / 4);
  if (pause_ms > kBackoffMsMax) {
    LeaveHost(host, "GET " + answer->url + ": " + std::to_string(answer->status) + ", asks to come back later");
  } else {
    host.pace.PauseUntil(clock_.NowMs() + pause_ms);
  }
}

// Its jobs are dropped for this visit; pages stay pending in the ledger.
void Visit::LeaveHost(Host& host, const std::string& why) {
  host.given_up = true;
  std::set<size_t> sources;
  for (const Job& job : std::exchange(host.jobs, {})) {
    if (sources.insert(job.source).second) Problem(job.source, why + "; the rest of the host waits for the next visit");
    Close(job);
  }
}

void Visit::Problem(size_t source, const std::string& line) {
  auto& problems = sources_[source].report.problems;
  const bool repeated = std::find(problems.begin(), problems.end(), line) != problems.end();
  if (problems.size() < kProblemsMax && !repeated) problems.push_back(line);
}

void Visit::Close(const Job& job) {
  --progress_.pending;
  if (--sources_[job.source].open == 0) ++progress_.sources_done;
}

void Visit::Check(const Result<void>& result) {
  if (!result && !error_) error_ = result.error();
}

}  // namespace tocsin
