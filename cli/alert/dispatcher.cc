#include "cli/alert/dispatcher.h"

#include <algorithm>
#include <set>

namespace tocsin {
namespace {

constexpr size_t kBatch = 100'000;  // alerts looked at in one run; the rest waits for the next

class Run {
 public:
  Run(EventLog& log, const Channels& channels, const DispatchOptions& options)
      : log_(log), channels_(channels), options_(options) {}

  Result<DispatchReport> All() {
    const auto waiting = log_.Waiting(kBatch);
    if (!waiting) return tl::unexpected(waiting.error());
    for (const OutboxEntry& entry : *waiting) {
      if (auto done = Deliver(entry); !done) return tl::unexpected(done.error());
    }
    return std::move(report_);
  }

 private:
  bool Stopped() const { return options_.stop && options_.stop(); }

  Result<void> Deliver(const OutboxEntry& entry) {
    bool failed = false;
    for (const std::string& id : entry.alert.channels) {
      if (std::find(entry.delivered.begin(), entry.delivered.end(), id) != entry.delivered.end()) continue;
      if (Stopped() || broken_.count(id) > 0 || !Send(id, entry.alert)) {
        ++report_.waiting;
        failed = failed || broken_.count(id) > 0;
        continue;
      }
      ++report_.delivered;
      if (auto marked = log_.MarkDelivered(entry.alert.id, id); !marked) return marked;
    }
    return failed ? log_.MarkAttempt(entry.alert.id) : Result<void>();
  }

  bool Send(const std::string& id, const Alert& alert) {
    const auto channel = channels_.find(id);
    if (channel == channels_.end()) return Broken(id, "is not in the configuration any more");
    int pause_ms = options_.backoff_ms;
    for (int attempt = 1;; ++attempt) {
      const auto sent = channel->second->Send(alert);
      if (sent) return true;
      const bool may_pass = sent.error().code == Errc::kUnavailable;
      if (!may_pass || attempt >= options_.attempts || Stopped()) return Broken(id, sent.error().what);
      if (options_.wait) options_.wait(pause_ms);
      pause_ms *= 2;
    }
  }

  bool Broken(const std::string& id, const std::string& why) {
    broken_.insert(id);
    report_.problems.push_back("channel " + id + ": " + why);
    return false;
  }

  EventLog& log_;
  const Channels& channels_;
  const DispatchOptions& options_;
  DispatchReport report_;
  std::set<std::string> broken_;
};

}  // namespace

Result<DispatchReport> Dispatch(EventLog& log, const Channels& channels, const DispatchOptions& options) {
  return Run(log, channels, options).All();
}

}  // namespace tocsin
