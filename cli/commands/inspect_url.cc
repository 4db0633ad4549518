#include <cstdio>

#include "cli/commands/batch.h"
#include "cli/commands/inspect.h"
#include "ingest/web.h"

namespace tocsin {
namespace {

Json Href(std::string_view input, std::string_view base) {
  const auto url = ParseUrl(input, base);
  return Json{{"href", url ? Json(url->href) : Json(nullptr)}};
}

}  // namespace

int InspectUrl(const InspectOptions& options) {
  if (options.batch) {
    return RunBatch([](const JsonValue& line) { return Href(line.Get("input"), line.Get("base")); });
  }
  std::puts(ToLine(Href(options.file, options.url)).c_str());
  return 0;
}

}  // namespace tocsin
