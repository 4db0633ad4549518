// Numbers and days as people write them in queries.
#pragma once

#include <optional>
#include <string_view>

#include "ingest/base/decimal.h"
#include "rules/query.h"

namespace tocsin {

// "1bn", "500m", "60b", "1,000,000", "2.5 trillion", "10亿", "3万亿"; exact. nullopt when it is not a number.
std::optional<Decimal> ParseQueryAmount(std::string_view text);

// "10", "9.9", "10%".
std::optional<Decimal> ParseQueryPercent(std::string_view text);

// "2025", "2025-01", "2025-Q1", "2025-08-22", "2025-01..2025-09", "2025-01..", "..2025", "7d", "24h", "2w", "6m",
// "1y", "today", "yesterday", "this-week", "last-month", "last-quarter", "last-year" and the like.
// Spans that look back ("7d") end with today. Days are UTC; hours are rounded out to days.
std::optional<QueryNode::DayRange> ParseQueryDays(std::string_view text, Instant now);

// The days that `op` selects: ">= 2025-03" is everything from its first day on, "> 2025-03" begins in April.
QueryNode::DayRange ApplyOp(QueryOp op, QueryNode::DayRange days);

inline constexpr CivilDay kFirstDay = {1, 1, 1};
inline constexpr CivilDay kLastDay = {9999, 12, 31};

}  // namespace tocsin
