// What an answer means: for the ledger, the report and the sink.
#include <algorithm>

#include "ingest/base/limits.h"
#include "ingest/crawl/visit.h"

namespace tocsin {
namespace {

// Worth another try at a later visit.
bool IsTemporary(int status) { return status >= 500 || status == 408 || status == 425 || status == 429; }
bool IsTemporary(Errc code) { return code == Errc::kUnavailable || code == Errc::kMalformed; }

// Whether a listing says that a page we know has changed since.
bool IsNewer(const FeedHint& hint, const VisitRecord& known) {
  const Timestamp& said = hint.Latest();
  return said.known() && said.at > (known.updated.known() ? known.updated.at : known.visited_at);
}

std::string Status(const HttpResponse& answer, const std::string& asked) {
  return "GET " + asked + ": " + std::to_string(answer.status);
}

}  // namespace

void Visit::TakeAnswer(Host& host, const Job& job, Result<HttpResponse> answer) {
  NoteHealth(host, answer);
  const auto target = answer && job.redirects < kRedirectsMax ? ParseUrl(answer->location) : std::nullopt;
  if (target) {
    Redirect(job, *target);
  } else if (job.kind == Job::Kind::kPage) {
    TakePage(job, std::move(answer));
  } else {
    TakeListing(job, std::move(answer));
  }
  Close(job);
}

// The job goes on at another address, by that host's rules and pace.
void Visit::Redirect(const Job& job, const Url& target) {
  Job further = job;
  further.url = target;
  ++further.redirects;
  Enqueue(std::move(further));
}

VisitRecord Visit::RecordOf(const Job& job, int status) const {
  VisitRecord record;
  if (job.known) record = *job.known;
  record.status = status;
  record.visited_at = clock_.Now();
  return record;
}

RawDocument Visit::DocumentOf(const Job& job, HttpResponse answer) const {
  RawDocument document;
  document.bytes = std::move(answer.body);
  document.url = std::move(answer.url);
  document.content_type = std::move(answer.content_type);
  document.status = answer.status;
  document.etag = std::move(answer.etag);
  document.last_modified = std::move(answer.last_modified);
  document.fetched_at = clock_.Now();
  document.source_id = sources_[job.source].source->id;
  document.requested_url = job.page.url;
  document.hint = job.page.hint;
  return document;
}

void Visit::TakeListing(const Job& job, Result<HttpResponse> answer) {
  SourceReport& report = sources_[job.source].report;
  if (answer && answer->status == 304) {
    ++report.not_modified;
    VisitRecord visit = RecordOf(job, 304);
    visit.failures = 0;
    return Check(ledger_.RecordListing(job.page.url, visit, {}));
  }
  if (answer && answer->status >= 200 && answer->status < 300) {
    ++report.listings;
    const int status = answer->status;
    return ReadPages(job, DocumentOf(job, std::move(*answer)), RecordOf(job, status));
  }
  Problem(job.source, answer ? Status(*answer, job.url.href) : answer.error().what);
  VisitRecord visit = RecordOf(job, answer ? answer->status : 0);
  ++visit.failures;
  Check(ledger_.RecordListing(job.page.url, visit, {}));
}

void Visit::ReadPages(const Job& job, const RawDocument& document, VisitRecord visit) {
  visit.etag.clear();
  visit.last_modified.clear();
  auto listing = ReadListing(document);
  if (!listing) {
    Problem(job.source, While("GET " + job.url.href, listing.error()).what);
    ++visit.failures;
    return Check(ledger_.RecordListing(job.page.url, visit, {}));
  }
  const Source& source = *sources_[job.source].source;
  // A feed or sitemap is what it is; only a home page or an index leads on.
  const bool leads_on = source.kind != SourceKind::kPage && job.depth < kListingDepthMax && !listing->listings.empty();
  bool cut = false;
  const auto pages = NewPages(job, std::move(listing->pages), cut);
  visit.failures = 0;
  // A 304 must not hide what this answer named and the ledger does not hold: further listings, or pages that were cut.
  if (!leads_on && !cut) {
    visit.etag = document.etag;
    visit.last_modified = document.last_modified;
  }
  Check(ledger_.RecordListing(job.page.url, visit, pages));
  if (leads_on) {
    for (const std::string& further : listing->listings) AddListing(job.source, further, job.depth + 1);
  }
  for (const PendingPage& page : pages) {
    auto known = ledger_.FindVisit(page.url);
    if (!known) return Check(tl::unexpected(known.error()));
    if (pages_seen_.insert(page.url).second) AddPage(job.source, page, std::move(*known));
  }
}

// The listed pages that are unknown or have changed, at most pages_max: the newest when the listing dates them.
std::vector<PendingPage> Visit::NewPages(const Job& job, std::vector<ListedPage> listed, bool& cut) {
  const Source& source = *sources_[job.source].source;
  std::stable_sort(listed.begin(), listed.end(), [](const ListedPage& a, const ListedPage& b) {
    const Timestamp &x = a.hint.Latest(), &y = b.hint.Latest();
    return x.known() && (!y.known() || x.at > y.at);
  });
  std::vector<PendingPage> pages;
  std::set<std::string> named;
  for (ListedPage& page : listed) {
    std::string url = CanonicalUrl(page.url);
    if (url.empty() || pages_seen_.contains(url) || !named.insert(url).second) continue;
    const auto known = ledger_.FindVisit(url);
    if (!known) {
      Check(tl::unexpected(known.error()));
      return {};
    }
    if (*known && !IsNewer(page.hint, **known)) continue;
    cut = pages.size() == source.pages_max;
    if (cut) break;
    if (page.hint.language.empty()) page.hint.language = source.language;
    pages.push_back({std::move(url), source.id, std::move(page.hint), 0});
  }
  return pages;
}

void Visit::TakePage(const Job& job, Result<HttpResponse> answer) {
  if (!answer) return FailPage(job, 0, IsTemporary(answer.error().code), answer.error().what);
  if (answer->status >= 200 && answer->status < 300) return HandOver(job, std::move(*answer));
  if (answer->status != 304) {
    return FailPage(job, answer->status, IsTemporary(answer->status), Status(*answer, job.url.href));
  }
  VisitRecord visit = RecordOf(job, 304);
  visit.failures = 0;
  if (const Timestamp& said = job.page.hint.Latest(); said.known()) visit.updated = said;
  Check(ledger_.RecordPage(job.page.url, visit));
}

// The store records the page together with its article.
void Visit::HandOver(const Job& job, HttpResponse answer) {
  ++sources_[job.source].report.pages;
  ++progress_.pages;
  if (!hooks_.page(DocumentOf(job, std::move(answer)))) closing_ = true;
}

void Visit::FailPage(const Job& job, int status, bool temporary, const std::string& problem) {
  Problem(job.source, problem);
  VisitRecord visit = RecordOf(job, status);
  ++visit.failures;
  if (temporary && job.page.attempts + 1 < options_.attempts_max) {
    return Check(ledger_.RecordFailure(job.page, visit));
  }
  ++sources_[job.source].report.failed;
  if (const Timestamp& said = job.page.hint.Latest(); said.known()) visit.updated = said;
  Check(ledger_.RecordPage(job.page.url, visit));
}

// Kept out by robots.txt.
void Visit::Refuse(const Job& job) {
  if (job.kind == Job::Kind::kListing) {
    Problem(job.source, "GET " + job.url.href + ": robots.txt does not allow it");
  } else {
    ++sources_[job.source].report.disallowed;
    Check(ledger_.RecordPage(job.page.url, RecordOf(job, 0)));
  }
  Close(job);
}

}  // namespace tocsin
