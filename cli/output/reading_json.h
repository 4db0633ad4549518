// What reading found, as `inspect text` prints it: names and events with their spans.
#pragma once

#include "cli/output/json.h"
#include "cli/output/offsets.h"
#include "nlp/annotations.h"
#include "rules/event.h"

namespace tocsin {

Json SpanJson(ByteSpan span, Offsets& at);
Json EntityMentionJson(std::string_view text, const Annotations& found, const EntityMention& mention, Offsets& at);
Json ReadEventJson(const Event& event, Offsets& at);

}  // namespace tocsin
