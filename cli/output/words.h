// What happened, in the fewest words: the line that tables, alerts and timelines share.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "rules/event.h"
#include "rules/storyline.h"
#include "store/correction.h"
#include "store/stored_event.h"

namespace tocsin {

using Roles = std::array<std::vector<Participant>, kRoleCount>;

// "US government → Intel"; lists are shortened to two names and "+3". "" without actor and target.
std::string PartiesLine(const Roles& roles);

// "up to USD 8.9 bn", "CNY 1–2 bn", "USD 1,250"; at most three decimals, "≈" when some were dropped.
std::string AmountLine(const EventAmount& amount);

// "10 %".
std::string StakeLine(const std::optional<Decimal>& percent);

// "announced  equity stake  US government → Intel  10 %  USD 8.9 bn".
// Its type; of what is told as background with its own date: "acquisition (background, 2020)".
std::string TypeOf(const Event& event);
std::string Headline(const Storyline& storyline);

// "4 reports, 2 independent"; "1 report".
std::string ReportsLine(size_t reports, size_t independent);

// Who printed it, as people know it: the site's name, else the source's id.
const std::string& OutletOf(const ArticleHead& article);

// "merged by hand on 22 Aug 2025, 3 and 2 reports"; "set apart by hand on 22 Aug 2025, 2 reports (taken back since)".
std::string CorrectionLine(const Correction& correction);

// "8,934".
std::string WithSeparators(uint64_t number);

// "22 Aug 2025"; "" when unknown.
std::string DayLine(const Timestamp& at);

}  // namespace tocsin
