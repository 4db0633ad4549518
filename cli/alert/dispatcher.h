// Takes rung alerts from the log's outbox to their channels, each to each channel once.
//
// Delivery is recorded after it succeeded: a crash in between delivers again, with the same id. A channel that
// fails is left alone for the rest of the run, so that a dead receiver costs its time-outs once.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "cli/alert/channel.h"
#include "store/event_log.h"

namespace tocsin {

struct DispatchOptions {
  int attempts = 3;                  // in one run, for failures that may pass
  int backoff_ms = 500;              // before the second attempt; doubles
  std::function<void(int ms)> wait;  // how to wait; empty = do not
  std::function<bool()> stop;        // asked between deliveries; may be empty
};

struct DispatchReport {
  size_t delivered = 0;               // alert and channel, counted once each
  size_t waiting = 0;                 // still to be delivered
  std::vector<std::string> problems;  // one a channel: "channel ops: POST https://…: answered 503"
};

// An Error only when the log fails.
Result<DispatchReport> Dispatch(EventLog& log, const Channels& channels, const DispatchOptions& options);

}  // namespace tocsin
