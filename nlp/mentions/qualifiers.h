// Words around a number that bend it: "about", "more than", "up to"; 约, 超过, 不低于, 以上, 左右.
#pragma once

#include <string_view>

#include "nlp/annotations.h"

namespace tocsin {

struct QualifierWord {
  Qualifier qualifier = Qualifier::kExact;
  ByteSpan span;  // empty when exact
};

// The qualifier that stands right before `begin` or, failing that, right behind `end`.
QualifierWord FindQualifier(std::string_view text, size_t begin, size_t end);

// "a share", "per month", "/hour" behind `end`; 每股, 每年 before `begin`.
Per FindPer(std::string_view text, size_t begin, size_t end);

}  // namespace tocsin
