// `tocsin inspect date --batch`: dates as feeds and headers print them.
#include <iostream>

#include "cli/commands/batch.h"
#include "cli/commands/inspect.h"
#include "ingest/feed.h"

namespace tocsin {
namespace {

Json Answer(const JsonValue& in) {
  const auto date = ParseFeedDate(in.Get("input"));
  return date ? Json{{"utc", FormatInstant(date->at)}} : Json{{"utc", nullptr}};
}

}  // namespace

int InspectDate(const InspectOptions& options) {
  if (options.batch) return RunBatch(Answer);
  // Without --batch the "file" is the date itself: nobody keeps one in a file.
  const auto date = ParseFeedDate(options.file);
  std::cout << ToLine(date ? Json{{"utc", FormatInstant(date->at)}} : Json{{"utc", nullptr}}) << '\n';
  return date ? 0 : 1;
}

}  // namespace tocsin
