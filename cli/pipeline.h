// The whole chain, put together: the only place where threads are made.
//
//   crawl thread → queue (bytes) → N workers: decode, annotate, recognise → queue → one writer → log → alerts
#pragma once

#include <atomic>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "ingest/crawler.h"
#include "ingest/decoder.h"
#include "rules/recognizer.h"
#include "store/event_log.h"

namespace tocsin {

struct PipelineOptions {
  int workers = 1;                 // pure threads; the output does not depend on their number
  size_t queue_bytes = 64u << 20;  // of each of the two queues
};

struct PipelineReport {
  size_t documents = 0, articles_new = 0, articles_known = 0, copies = 0, events = 0, alerts = 0;
  std::vector<std::string> problems;  // "https://…: html: no article text"; bounded
  size_t problems_total = 0;
  std::vector<SourceReport> sources;  // after Crawl
};

// What `read` sees in each of `articles`, in their order, on `workers` threads. `read` must be pure.
std::vector<std::vector<Event>> ReadOnThreads(const std::vector<Article>& articles, int workers,
                                              const std::function<std::vector<Event>(const Article&)>& read);

class Pipeline {
 public:
  // All arguments must outlive the pipeline.
  Pipeline(const PipelineOptions& options, const Rulebook& rulebook, EventLog& log, const AlertMatcher& alerts,
           const Clock& clock);

  // Visits every source once. An Error only when the store fails; what a source did wrong is in the report.
  Result<PipelineReport> CrawlOnce(const std::vector<Source>& sources, const CrawlOptions& options, HttpClient& http,
                                   const std::function<void(const CrawlProgress&, const PipelineReport&)>& progress,
                                   const std::atomic<bool>& stop);

  // Reads documents until `next` gives none. Order of storing is the order of input.
  Result<PipelineReport> Ingest(const std::function<std::optional<RawDocument>()>& next, const DecodeOptions& options,
                                const std::atomic<bool>& stop);

 private:
  PipelineOptions options_;
  const Rulebook& rulebook_;
  EventLog& log_;
  const AlertMatcher& alerts_;
  const Clock& clock_;
};

}  // namespace tocsin
