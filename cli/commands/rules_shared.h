// What all `tocsin rules …` commands share.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "cli/commands/session.h"

namespace CLI {
class App;
}

namespace tocsin {

struct RulesFlags {
  std::vector<std::string> packs, words;
  std::string format = "table", language, published, title;
};

// The configured packs, or the built-in ones with `paths` on top.
Result<std::shared_ptr<const Rulebook>> LoadPacks(Session& session, const std::vector<std::string>& paths);

using RulesRunner = int (*)(Session&, const RulesFlags&);
// `tocsin rules NAME [--pack PATH]...`
CLI::App* AddRulesCommand(CLI::App& rules, Session& session, const std::shared_ptr<RulesFlags>& flags, const char* name,
                          const char* about, RulesRunner run);

// Those that look at the archive.
void AddRulesOnArchive(CLI::App& rules, Session& session);

}  // namespace tocsin
