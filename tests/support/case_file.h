// A .case file: one or more short articles, and what a careful reader finds in them.
//
//   # name: state fund carved out of an older fund
//   # why:  funding_source is a role of its own
//
//   article en 2025-01-17 https://example.org/fund
//   title   China sets up a fund                       (optional)
//   China has set up a CN¥60 billion AI fund, drawing on its state semiconductor fund.
//
//   expect investment.state_fund completed
//     actor           China, Ministry of Finance       (all of them and no others; "-" for none)
//     funding_source  state semiconductor fund
//     amount          CN¥60 billion = 60000000000 CNY  (a range: = 1e9..2e9 USD; none: -)
//     stake           10 %
//     date            2025-01-17
//     attribution     Reuters                          ("-": the outlet itself)
//     background
//   expect nothing else
//
// An `expect` belongs to the article above it; lines that it leaves out are not checked. `expect nothing` stands alone.
// After several articles, `expect storyline STATUS of N reports` says what they tell together.
// A line of text is a paragraph; the text ends at the first blank line. `#` starts a comment outside of the text;
// the comment `# open: REASON` marks a truth that is not reached yet: the runner skips it, and complains once it holds.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "ingest/base/error.h"
#include "rules/event.h"

namespace tocsin::support {

struct ExpectedAmount {
  std::string surface;  // as the text prints it; both empty for "-"
  Decimal value, upper;
  std::string currency;
};

struct ExpectedEvent {
  int line = 0;
  std::string type;
  Status status = Status::kAnnounced;
  std::vector<std::pair<Role, std::vector<std::string>>> roles;
  std::optional<ExpectedAmount> amount;
  std::optional<Decimal> stake_percent;
  std::optional<std::string> date, attribution;  // "" for "-"
  bool background = false;
};

struct CaseArticle {
  int line = 0;
  std::string language, url, title, text;
  Timestamp published;
  std::vector<ExpectedEvent> events;
  bool nothing = false;       // no event at all
  bool nothing_else = false;  // no event but those above
};

struct ExpectedStoryline {
  int line = 0;
  Status status = Status::kAnnounced;
  size_t reports = 0;
};

struct CaseFile {
  std::string file;  // what messages call it
  std::string name, why, open;
  std::vector<CaseArticle> articles;
  std::vector<ExpectedStoryline> storylines;
};

// kMalformed, and the message starts with "file:line: ". A case without a name, an article or an expectation is
// refused.
Result<CaseFile> ParseCase(std::string file, std::string_view text);

// Reads it from disk; kNotFound when there is no such file.
Result<CaseFile> ReadCase(const std::string& path);

}  // namespace tocsin::support
