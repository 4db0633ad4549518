// Public holidays that news dates things by.
#pragma once

#include <cstdint>
#include <string_view>

#include "ingest/base/time.h"

namespace tocsin {

struct HolidayName {
  uint8_t id = 0;
  size_t end = 0;  // 0: none
};

// The holiday whose name starts at `pos`: "Christmas", "Labor Day", "International Workers' Day". Any case.
HolidayName HolidayAt(std::string_view text, size_t pos);

// Its day in a year of 1..9999.
CivilDay HolidayIn(uint8_t id, int year);

}  // namespace tocsin
