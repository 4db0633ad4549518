// The archive read again: a page with its texts and events, and what another run of the packs makes of it.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <vector>

#include "ingest/article.h"
#include "store/stored_event.h"

namespace tocsin {

// Every text that was read under one canonical URL, the earliest first.
struct ArchivedPage {
  std::string url;
  std::vector<Article> articles;
  std::vector<StoredEvent> events;  // of all these texts, by id
};

// False: enough.
using PageVisitor = std::function<bool(ArchivedPage& page)>;

enum class RunChange : uint8_t { kSame, kChanged, kGained, kLost };
const char* ToString(RunChange change);  // "same", "changed", "gained", "lost"

// One event before and after. `before` and `after` point into what was compared; null for a gained and a lost one.
struct RunPair {
  RunChange change = RunChange::kSame;
  size_t article = 0;  // of page.articles
  const StoredEvent* before = nullptr;
  const Event* after = nullptr;
};

// What `read`, the events of each of page.articles under other packs, changes in the page, article by article.
//
// An event is the same when type, status, roles, sum, stake and date are; it is changed when it is told by the same
// trigger, or in the same sentence, and nothing else claims it. As when storing, a later text that repeats an event of
// the page adds none. Both sides must outlive the answer.
std::vector<RunPair> CompareRuns(const ArchivedPage& page, const std::vector<std::vector<Event>>& read);

// What differs: of "type", "status", the names of roles, "amount", "stake", "date". Empty: nothing that is compared.
std::vector<std::string> ChangedFields(const Event& before, const Event& after);

}  // namespace tocsin
