#include "rules/rulebook.h"

#include <algorithm>

#include "rules/engine/pack.h"
#include "rules/engine/rule_tests.h"
#include "rules/engine/rulebook_access.h"

namespace tocsin {
namespace {

class CompiledRulebook final : public Rulebook {
 public:
  explicit CompiledRulebook(CompiledPack pack) : pack_(std::move(pack)) {}

  const Lexicon& lexicon() const override { return *pack_.lexicon; }
  const std::string& hash() const override { return pack_.hash; }
  std::vector<std::string> Warnings() const override { return pack_.warnings; }
  RuleTestReport RunTests() const override { return RunRuleTests(*this, pack_); }

  std::vector<RuleInfo> Rules() const override {
    std::vector<RuleInfo> out;
    for (const Rule& r : pack_.rules) {
      RuleInfo info{r.id, r.type, r.language, r.where.substr(0, r.where.find(':')), r.line, 0, 0};
      for (const RuleExample& e : r.examples) ++(e.match ? info.examples : info.negative_examples);
      out.push_back(std::move(info));
    }
    return out;
  }

  std::shared_ptr<const Rulebook> Only(std::string_view rule) const override {
    CompiledPack pack = pack_;
    const auto at = std::find_if(pack_.rules.begin(), pack_.rules.end(), [&](const Rule& r) { return r.id == rule; });
    pack.rules.clear();
    if (at != pack_.rules.end()) pack.rules.push_back(*at);
    for (std::vector<uint32_t>& rules : pack.rules_by_list) {
      const bool here = std::find(rules.begin(), rules.end(), uint32_t(at - pack_.rules.begin())) != rules.end();
      rules.assign(here && !pack.rules.empty() ? 1 : 0, 0);
    }
    return std::make_shared<const CompiledRulebook>(std::move(pack));
  }

  const CompiledPack& pack() const { return pack_; }

 private:
  CompiledPack pack_;
};

}  // namespace

const CompiledPack& PackOf(const Rulebook& rulebook) { return static_cast<const CompiledRulebook&>(rulebook).pack(); }

Result<std::shared_ptr<const Rulebook>> Rulebook::Compile(const std::vector<PackFile>& files) {
  auto pack = CompilePacks(files);
  if (!pack) return tl::unexpected(pack.error());
  return std::make_shared<const CompiledRulebook>(std::move(*pack));
}

Result<std::shared_ptr<const Rulebook>> Rulebook::Load(const std::vector<PackFile>& overrides) {
  std::vector<PackFile> files = BuiltInPacks();
  files.insert(files.end(), overrides.begin(), overrides.end());
  return Compile(files);
}

}  // namespace tocsin
