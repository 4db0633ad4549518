// One host during one visit: what its robots.txt allows, and when it may be asked again. No I/O.
#pragma once

#include <deque>
#include <map>
#include <optional>
#include <string>

#include "ingest/base/time.h"
#include "ingest/crawler.h"
#include "ingest/web.h"

namespace tocsin {

// What a robots.txt answer means (RFC 9309, 2.3.1).
struct RobotsVerdict {
  Robots robots;        // allows everything when there is none
  std::string problem;  // not empty: everything is refused for this visit, and why
};
RobotsVerdict JudgeRobots(const Result<HttpResponse>& answer);

// How long a 429 or 503 asks us to stay away: seconds, or an HTTP date compared with `now`. nullopt when it says
// nothing.
std::optional<int64_t> RetryAfterMs(std::string_view header, Instant now);

// Paces requests: at most `connections_max` at once, `delay_ms` between two starts.
class Pace {
 public:
  Pace(int delay_ms, int connections_max) : delay_ms_(delay_ms), connections_max_(connections_max) {}

  // Milliseconds to wait before a request may start; 0 = now, nullopt = not before another one has ended.
  std::optional<int64_t> WaitMs(int64_t now_ms) const;
  void Started(int64_t now_ms);
  void Ended() { --under_way_; }

  void AskForDelay(double seconds);  // Crawl-delay: longer than ours counts, up to kCrawlDelayMsMax, one at a time
  void PauseUntil(int64_t at_ms);

 private:
  int64_t delay_ms_;
  int connections_max_;
  int under_way_ = 0;
  int64_t next_ms_ = INT64_MIN;
};

}  // namespace tocsin
