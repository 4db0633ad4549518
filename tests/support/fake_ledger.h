// A crawl ledger in memory, as strict as the promise: a listed page is pending or done.
#pragma once

#include <algorithm>
#include <functional>
#include <map>
#include <string>
#include <vector>

#include "ingest/crawl_ledger.h"

namespace tocsin {

class FakeLedger final : public CrawlLedger {
 public:
  std::map<std::string, VisitRecord, std::less<>> visits;
  std::vector<PendingPage> pending;
  bool broken = false;  // every write fails

  std::vector<std::string> PendingUrls() const {
    std::vector<std::string> out;
    for (const PendingPage& p : pending) out.push_back(p.url);
    return out;
  }

  Result<std::optional<VisitRecord>> FindVisit(std::string_view url) const override {
    const auto at = visits.find(url);
    return at == visits.end() ? std::nullopt : std::optional(at->second);
  }

  Result<void> RecordListing(std::string_view url, const VisitRecord& visit,
                             const std::vector<PendingPage>& pages) override {
    if (broken) return Fail(Errc::kFull, "the disk is full");
    visits[std::string(url)] = visit;
    for (const PendingPage& page : pages) {
      if (Find(page.url) == pending.end()) pending.push_back(page);
    }
    return {};
  }

  Result<std::vector<PendingPage>> Pending(std::string_view source_id, size_t limit) const override {
    std::vector<PendingPage> out;
    for (const PendingPage& p : pending) {
      if (p.source_id == source_id && out.size() < limit) out.push_back(p);
    }
    return out;
  }

  Result<void> RecordPage(std::string_view url, const VisitRecord& visit) override {
    if (broken) return Fail(Errc::kFull, "the disk is full");
    visits[std::string(url)] = visit;
    std::erase_if(pending, [&](const PendingPage& p) { return p.url == url; });
    return {};
  }

  Result<void> RecordFailure(const PendingPage& page, const VisitRecord& visit) override {
    if (broken) return Fail(Errc::kFull, "the disk is full");
    visits[page.url] = visit;
    if (const auto at = Find(page.url); at != pending.end()) ++at->attempts;
    return {};
  }

 private:
  std::vector<PendingPage>::iterator Find(std::string_view url) {
    return std::find_if(pending.begin(), pending.end(), [&](const PendingPage& p) { return p.url == url; });
  }
};

}  // namespace tocsin
