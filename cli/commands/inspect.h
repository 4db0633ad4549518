// `tocsin inspect STAGE`: run one stage on anything and see what it makes, as JSON.
//
// Each function reads what its options name (standard input with --batch), prints to standard
// output, complains to standard error, and returns the exit code.
#pragma once

#include <functional>
#include <memory>
#include <string>

#include "rules/rulebook.h"

namespace tocsin {

struct InspectOptions {
  std::string file;    // a path; "-" = standard input
  bool batch = false;  // JSON Lines in, one object a line out, in order
  bool explain = false;
  bool codepoint_offsets = false;
  std::string content_type, content_location, content_language, url;
  std::function<Result<std::shared_ptr<const Rulebook>>()> rulebook;  // the shipped packs with the configured ones
};

int InspectFeed(const InspectOptions& options);
int InspectRobots(const InspectOptions& options);
int InspectSitemap(const InspectOptions& options);
int InspectUrl(const InspectOptions& options);
int InspectDate(const InspectOptions& options);
int InspectCharset(const InspectOptions& options);
int InspectPage(const InspectOptions& options);
int InspectCopies(const InspectOptions& options);
int InspectText(const InspectOptions& options);

}  // namespace tocsin
