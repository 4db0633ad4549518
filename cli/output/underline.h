// A sentence with its evidence underlined and named.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "ingest/base/span.h"

namespace tocsin {

struct Mark {
  ByteSpan span;  // in the sentence
  std::string label;
};

// The sentence, wrapped at `columns`, each line followed by a line of "‾" under the marked words and as many lines of
// labels as keep them apart. Every line begins with `indent` spaces. Marks outside the sentence are left out; where
// two overlap, both labels are shown. Control characters are made spaces.
std::string Underlined(std::string_view sentence, std::vector<Mark> marks, size_t columns, size_t indent);

}  // namespace tocsin
