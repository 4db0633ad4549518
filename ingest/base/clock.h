// Where "now" comes from. Pure rooms never ask; everyone else is handed a Clock.
#pragma once

#include <chrono>

#include "ingest/base/time.h"

namespace tocsin {

class Clock {
 public:
  virtual ~Clock() = default;
  virtual Instant Now() const = 0;
};

class SystemClock final : public Clock {
 public:
  Instant Now() const override {
    const auto now = std::chrono::system_clock::now().time_since_epoch();
    return {std::chrono::duration_cast<std::chrono::seconds>(now).count()};
  }
};

}  // namespace tocsin
