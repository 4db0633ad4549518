// The engine's way into a Rulebook, whose face shows no internals.
#pragma once

#include "rules/engine/pack.h"

namespace tocsin {

const CompiledPack& PackOf(const Rulebook& rulebook);

}  // namespace tocsin
