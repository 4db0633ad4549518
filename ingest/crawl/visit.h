// One run of Crawl(): the queues of every host, and what each answer means for the ledger.
//
// Jobs wait in their host's queue in the order in which they became known: pages left over from an earlier visit,
// then the sources' listings, then the pages that the listings name. Hosts take turns in the order in which they
// were first met. So the order of requests depends on nothing but the answers.
#pragma once

#include <deque>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "ingest/crawl/host.h"
#include "ingest/crawler.h"
#include "ingest/feed.h"

namespace tocsin {

class Visit : public std::enable_shared_from_this<Visit> {
 public:
  Visit(const std::vector<Source>& sources, const CrawlOptions& options, HttpClient& http, CrawlLedger& ledger,
        const Clock& clock, const CrawlHooks& hooks);

  Result<std::vector<SourceReport>> Run();

 private:
  struct Job {
    enum class Kind : uint8_t { kListing, kPage };
    Kind kind;
    size_t source;  // in sources_
    int depth = 0;  // of a listing: steps from the source's own address
    PendingPage page;
    Url url;
    std::optional<VisitRecord> known;  // the last visit, with its validators
    int redirects = 0;                 // that led to `url` from another address
  };
  struct Host {
    Pace pace;
    std::map<std::string, std::optional<RobotsVerdict>> robots;  // by origin; none while it is being fetched
    std::deque<Job> jobs;
    int failures = 0;  // in a row
    bool given_up = false;
  };
  struct SourceState {
    const Source* source;
    SourceReport report;
    size_t listings = 0, pages = 0;  // queued in this visit
    size_t open = 0;                 // jobs not finished
  };

  void Seed();
  Result<void> ResumePages(size_t source);
  void AddListing(size_t source, const std::string& url, int depth);
  void AddPage(size_t source, const PendingPage& page, std::optional<VisitRecord> known);
  void Enqueue(Job job);
  Host& HostOf(const Url& url);

  // scheduling
  int64_t StartReady();              // starts what may start; milliseconds until the next may
  int64_t StartReadyOf(Host& host);  // the same for one host
  bool AskRobots(Host& host, const Job& job);
  void Start(Host& host, Job job);
  template <class Use>
  HttpClient::Done Callback(Host& host, Use use);
  bool Stopped() const;

  // answers
  void TakeRobots(Host& host, const std::string& origin, const Result<HttpResponse>& answer);
  void TakeAnswer(Host& host, const Job& job, Result<HttpResponse> answer);
  void Redirect(const Job& job, const Url& target);
  void TakeListing(const Job& job, Result<HttpResponse> answer);
  void ReadPages(const Job& job, const RawDocument& document, VisitRecord visit);
  std::vector<PendingPage> NewPages(const Job& job, std::vector<ListedPage> listed, bool& cut);
  void TakePage(const Job& job, Result<HttpResponse> answer);
  void HandOver(const Job& job, HttpResponse answer);
  void FailPage(const Job& job, int status, bool temporary, const std::string& problem);
  void Refuse(const Job& job);
  void LeaveHost(Host& host, const std::string& why);
  void NoteHealth(Host& host, const Result<HttpResponse>& answer);

  VisitRecord RecordOf(const Job& job, int status) const;
  RawDocument DocumentOf(const Job& job, HttpResponse answer) const;
  void Problem(size_t source, const std::string& line);
  void Close(const Job& job);  // the job is finished, whatever came of it
  void Check(const Result<void>& result);

  const CrawlOptions& options_;
  HttpClient& http_;
  CrawlLedger& ledger_;
  const Clock& clock_;
  const CrawlHooks& hooks_;
  std::vector<SourceState> sources_;
  std::map<std::string, size_t, std::less<>> host_numbers_;
  std::deque<Host> hosts_;               // addresses stay
  std::set<std::string> listings_seen_;  // hrefs, of this visit
  std::set<std::string> pages_seen_;     // canonical URLs, of this visit
  std::optional<Error> error_;           // the ledger failed
  bool closing_ = false;                 // the sink takes no more
  CrawlProgress progress_;
};

}  // namespace tocsin
