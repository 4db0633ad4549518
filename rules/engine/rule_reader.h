// One rule or test from its YAML.
#pragma once

#include <functional>

#include "rules/engine/pack.h"
#include "rules/yaml.h"

namespace tocsin {

class RuleReader {
 public:
  using FindList = std::function<std::optional<ListId>(std::string_view)>;
  RuleReader(FindList find_list, std::vector<std::string_view> list_names)
      : find_list_(std::move(find_list)), list_names_(std::move(list_names)) {}

  Result<Rule> ReadRule(const YamlValue& value) const;
  Result<PackTest> ReadTest(const YamlValue& value) const;

 private:
  Result<void> ReadTrigger(const YamlValue& value, Rule& rule) const;
  Result<void> ReadVoices(const YamlValue& value, Rule& rule) const;
  Result<void> ReadConditions(const YamlValue& value, std::vector<Condition>& out) const;
  Result<void> ReadSpecialise(const YamlValue& value, Rule& rule) const;
  Result<ListSet> ReadLists(const YamlValue& value) const;

  FindList find_list_;
  std::vector<std::string_view> list_names_;
};

}  // namespace tocsin
