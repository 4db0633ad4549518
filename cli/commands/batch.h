// JSON Lines in, JSON Lines out: how every `inspect … --batch` reads and answers.
#pragma once

#include <functional>
#include <iosfwd>
#include <string>

#include "cli/output/json.h"
#include "ingest/json.h"

namespace tocsin {

// Reads objects from standard input, one a line, and prints what `answer` makes of each, in order and flushed at
// the end. A line that is no object is reported on standard error with its number and answered with {"error": ...}.
// Returns the exit code: 0, or 3 when some line was bad.
int RunBatch(const std::function<Json(const JsonValue&)>& answer);

// The bytes of a file, or of standard input for "-". kNotFound or kUnavailable names the path; over `bytes_max` is
// kTooLarge.
Result<std::string> ReadFile(const std::string& path, size_t bytes_max);

}  // namespace tocsin
