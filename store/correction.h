// What an analyst said of which reports belong together. It is kept beside the articles, and outlives every rebuild.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "ingest/base/time.h"
#include "rules/storyline.h"
#include "store/stored_event.h"

namespace tocsin {

struct Correction {
  enum class Kind : uint8_t { kMerge, kSplit };
  uint64_t number = 0;  // 1, 2, 3, ...: the order in which they were made
  Kind kind = Kind::kMerge;
  Instant at;
  Sequence after = 0;   // it was made when the log ended here: storylines are rebuilt with it in this place
  uint64_t undoes = 0;  // the number of the one that it takes back; 0: none
  bool undone = false;  // some later one takes it back
  std::vector<EventId> left, right;  // kMerge: the events of both; kSplit: those that stayed, those that were set apart
};

// Why one report is where it is.
struct ReportReason {
  StoredEvent event;
  StorylineVerdict verdict;  // against the reports that were stored before; empty for the first
  uint64_t correction = 0;   // the number of the last one that put it here; 0: none did
};

struct StorylineReasons {
  Storyline storyline;
  std::vector<ReportReason> reports;    // in order of ingest
  std::vector<Correction> corrections;  // that touch one of them, in order
};

}  // namespace tocsin
