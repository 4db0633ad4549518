// Visits sources politely and hands every new page to a sink. One thread, no parsing of articles.
//
// robots.txt (RFC 9309) is obeyed, each host is visited at a bounded pace (Crawl-delay, Retry-After
// and 429/503 respected), listings are fetched conditionally, redirects and bytes are bounded.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "ingest/base/clock.h"
#include "ingest/crawl_ledger.h"
#include "ingest/http_client.h"
#include "ingest/source.h"

namespace tocsin {

struct CrawlOptions {
  std::string agent = "Tocsin";  // the product token that robots.txt is asked about
  int host_delay_ms = 1'000;     // between two requests to one host, unless robots.txt asks for more
  int host_connections_max = 2;  // at once to one host
  int attempts_max = 3;          // of one page, over all visits
};

// What became of one source, for the summary line and `sources check`.
struct SourceReport {
  std::string source_id;
  size_t listings = 0, not_modified = 0;         // listings fetched; 304 answers
  size_t pages = 0, failed = 0, disallowed = 0;  // pages handed to the sink; lost; kept out by robots.txt
  std::vector<std::string> problems;             // one line each: "GET https://…: 404 Not Found"; bounded
};

struct CrawlProgress {
  size_t sources_done = 0, sources = 0, pages = 0, pending = 0;
};

struct CrawlHooks {
  // Takes a fetched page; false stops the crawl (the pipeline is closing). May block.
  std::function<bool(RawDocument)> page;
  std::function<void(const CrawlProgress&)> progress;  // after each answer; may be empty
  std::function<bool()> stop;                          // asked between steps; may be empty
};

// One visit to every enabled source. Fails only when the ledger fails; a source that fails says so in its report.
Result<std::vector<SourceReport>> Crawl(const std::vector<Source>& sources, const CrawlOptions& options,
                                        HttpClient& http, CrawlLedger& ledger, const Clock& clock,
                                        const CrawlHooks& hooks);

}  // namespace tocsin
