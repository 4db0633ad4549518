#include "ingest/crawler.h"

#include "ingest/crawl/visit.h"

namespace tocsin {

Result<std::vector<SourceReport>> Crawl(const std::vector<Source>& sources, const CrawlOptions& options,
                                        HttpClient& http, CrawlLedger& ledger, const Clock& clock,
                                        const CrawlHooks& hooks) {
  return std::make_shared<Visit>(sources, options, http, ledger, clock, hooks)->Run();
}

}  // namespace tocsin
