// What query and timeline share: the words of a query, times around it, a page of answers.
#pragma once

#include <string>
#include <vector>

#include "cli/commands/session.h"

namespace CLI {
class App;
}

namespace tocsin {

struct SelectionFlags {
  std::vector<std::string> words;
  std::string since, until, cursor, format = "table";
  size_t limit = 100;
  bool explain = false;
};

// The flags that every selection has. `flags` outlives the parsing.
void AddSelection(CLI::App& command, SelectionFlags& flags);

// The query of the words, limited to reports published in [since, until]. Its notes are said on standard error.
Result<Query> MakeQuery(const SelectionFlags& flags, const Lexicon& lexicon, Instant now);

QueryOptions OptionsOf(const SelectionFlags& flags);

// Says how to go on, if there is more.
// That nothing matches, and which names of the query the packs do not know: they are looked for as they are written.
void SayNothing(const Query& query);
void SayNext(const std::string& next);

}  // namespace tocsin
