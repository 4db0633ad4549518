// One happening told in several sentences is one event: the document pass.
#pragma once

#include <vector>

#include "rules/event.h"

namespace tocsin {

// Merges events of one type whose parties agree; what the later mention adds is kept, its trigger goes to `also`.
void MergeMentions(std::vector<Event>& events);

}  // namespace tocsin
