// Runs the examples that rules carry and the tests that packs carry.
#pragma once

#include "rules/engine/pack.h"

namespace tocsin {

RuleTestReport RunRuleTests(const Rulebook& rulebook, const CompiledPack& pack);

}  // namespace tocsin
