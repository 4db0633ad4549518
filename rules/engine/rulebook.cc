#include "rules/rulebook.h"

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
