// Where "now" comes from. Pure rooms never ask; everyone else is handed a Clock.
#pragma once

#include <chrono>

#include "ingest/base/time.h"

namespace tocsin {

class Clock {
 public:
  virtual ~Clock() = default;
  virtual Instant Now() const = 0;
  // For pacing: milliseconds since some fixed point. Never runs backwards.
  virtual int64_t NowMs() const { return Now().seconds * 1000; }
};

class SystemClock final : public Clock {
 public:
  Instant Now() const override {
    const auto now = std::chrono::system_clock::now().time_since_epoch();
    return {std::chrono::duration_cast<std::chrono::seconds>(now).count()};
  }
  int64_t NowMs() const override {
    const auto now = std::chrono::steady_clock::now().time_since_epoch();
    return std::chrono::duration_cast<std::chrono::milliseconds>(now).count();
  }
};

}  // namespace tocsin
