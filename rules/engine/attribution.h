// Who says it. Found before roles are filled, so that a speaker or a publisher is not taken for an actor.
#pragma once

#include "rules/engine/clause.h"
#include "rules/event.h"

namespace tocsin {

// Finds "X said", "according to X", "据X报道" and marks the units of frames that stand apart from the claim.
Attribution FindAttribution(SentenceView& view);

}  // namespace tocsin
