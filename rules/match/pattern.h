// A regular expression over title and sentence: text:/chips? act/.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "ingest/base/error.h"

namespace tocsin {

// RE2 syntax (https://github.com/google/re2/wiki/Syntax), case folded, found anywhere. Time is linear in the text,
// memory is bounded (kPatternMemoryBytes); safe to share between threads.
class TextPattern {
 public:
  // The fault says what RE2 has against it: "missing ): (chips".
  static tl::expected<std::shared_ptr<const TextPattern>, std::string> Compile(std::string_view expression);
  virtual ~TextPattern() = default;
  virtual bool FoundIn(std::string_view text) const = 0;  // `text` is UTF-8
};

}  // namespace tocsin
