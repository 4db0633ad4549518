// What crawl and ingest share at their end: alerts out, and what is said of the run.
#pragma once

#include <atomic>
#include <string>

#include "cli/commands/session.h"
#include "cli/pipeline.h"

namespace tocsin {

// Delivers what waits in the outbox; says on standard error which channels failed. False when the log failed or an
// alert still waits.
bool DeliverAlerts(EventLog& log, const Config& config, const std::atomic<bool>& stop);

// "61 articles new, 7 copies  ·  23 events  ·  3 alerts"; "nothing new" for a run that brought none.
std::string Gain(const PipelineReport& report);

// At most ten lines, then how many more there are.
void SayProblems(const std::vector<std::string>& problems, size_t total);

int WorkersOf(const Config& config, int flag);

}  // namespace tocsin
