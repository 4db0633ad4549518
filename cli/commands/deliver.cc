#include "cli/commands/deliver.h"

#include <unistd.h>

#include <algorithm>

#include "cli/alert/dispatcher.h"

namespace tocsin {
namespace {

constexpr size_t kProblemsShown = 10;

}  // namespace

bool DeliverAlerts(EventLog& log, const Config& config, const std::atomic<bool>& stop) {
  const Channels channels = MakeChannels(config.channels);
  DispatchOptions options;
  options.wait = WaitMilliseconds;
  options.stop = [&] { return stop.load(); };
  const auto report = Dispatch(log, channels, options);
  if (!report) {
    Complain(While("alerts", report.error()));
    return false;
  }
  for (const std::string& problem : report->problems) Say("alerts: " + Printable(problem));
  if (report->waiting > 0) {
    Say(Plural(report->waiting, "delivery waits", "deliveries wait") + ": tocsin alerts deliver");
  }
  return report->waiting == 0;
}

std::string Gain(const PipelineReport& report) {
  if (report.articles_new == 0) return "nothing new";
  std::string line = Plural(report.articles_new, "article", "articles") + " new";
  if (report.copies > 0) line += ", " + Plural(report.copies, "copy", "copies");
  line += "  ·  " + Plural(report.events, "event", "events");
  if (report.alerts > 0) line += "  ·  " + Plural(report.alerts, "alert", "alerts");
  return line;
}

void SayProblems(const std::vector<std::string>& problems, size_t total) {
  const size_t shown = std::min(problems.size(), kProblemsShown);
  for (size_t i = 0; i < shown; ++i) Say("  " + Printable(problems[i]));
  if (total > shown) Say("  and " + Plural(total - shown, "more", "more"));
}

int WorkersOf(const Config& config, int flag) {
  if (flag > 0) return flag;
  if (config.workers > 0) return config.workers;
  return int(std::clamp(sysconf(_SC_NPROCESSORS_ONLN), 1l, 64l));
}

}  // namespace tocsin
