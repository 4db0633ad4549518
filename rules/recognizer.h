// Annotations in, Events out. Pure: same bytes in, same result out, on any thread.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "nlp/annotator.h"
#include "rules/event.h"
#include "rules/rulebook.h"

namespace tocsin {

// Why a candidate did not become an event, for `rules explain`.
struct Rejection {
  std::string rule;
  ByteSpan trigger;
  std::string reason;  // "question", "hypothetical", "no target", "lost to equity.invest-in"
};

struct Recognition {
  std::vector<Event> events;          // by trigger; one per type, actors and targets
  std::vector<Rejection> rejections;  // filled only when asked for
};

// `annotations` are those of `text`, made with this rulebook's lexicon and the same context.
Recognition Recognize(std::string_view text, const Annotations& annotations, const AnnotateContext& context,
                      const Rulebook& rulebook, bool explain = false);

}  // namespace tocsin
