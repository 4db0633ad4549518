// What reading found, as `inspect text` prints it.
#pragma once

#include "cli/output/json.h"
#include "cli/output/offsets.h"
#include "nlp/annotations.h"
#include "rules/event.h"

namespace tocsin {

Json SpanJson(ByteSpan span, Offsets& at);
Json ReadEventJson(const Event& event, Offsets& at);

}  // namespace tocsin
