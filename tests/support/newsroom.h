// The sample newsroom from disk, as its server would send it, and what its EXPECTED.tsv says.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "ingest/base/error.h"
#include "rules/event.h"

namespace tocsin::support {

// One line of EXPECTED.tsv.
struct ExpectedReport {
  int line = 0;
  std::string page;  // "deals/2025/08/intel-ten-percent.html"
  std::string type;
  Status status = Status::kAnnounced;
  std::vector<std::string> actors, targets;
  std::string amount, currency, date, stake;  // "" when not stated
};

// kMalformed with "EXPECTED.tsv:LINE: what".
Result<std::vector<ExpectedReport>> ParseExpected(std::string_view text);

// The folder of the sample site.
std::string NewsroomFolder();
// A file of the site with {{ORIGIN}} replaced; kNotFound when it is not there.
Result<std::string> ReadNewsroom(const std::string& path, std::string_view origin);
// Every file below the folder, as a path relative to it, sorted.
std::vector<std::string> NewsroomFiles();
// What .headers says of this path, else by extension.
std::string NewsroomContentType(const std::string& path);

}  // namespace tocsin::support
