// A clock that stands still until a test moves it.
#pragma once

#include "ingest/base/clock.h"

namespace tocsin {

class FakeClock final : public Clock {
 public:
  explicit FakeClock(int64_t seconds = 1'770'000'000) : ms_(seconds * 1000) {}

  Instant Now() const override { return {ms_ / 1000}; }
  int64_t NowMs() const override { return ms_; }
  void AdvanceMs(int64_t ms) { ms_ += ms; }

 private:
  int64_t ms_;
};

}  // namespace tocsin
