// Days with a time: what may stand behind a day, or before it.
#pragma once

#include <string>
#include <string_view>

#include "nlp/dates/date_parts.h"
#include "nlp/dates/times.h"

namespace tocsin {

// One time of day or two, or a part of the day.
struct MomentTail {
  size_t begin = 0, end = 0;  // end 0: nothing was found
  TimeOfDay first, last;
  bool range = false;
  bool certain = true;  // false: bare hours ("between 3 and 5"), which only a day beside them makes times
  PartOfDay part = PartOfDay::kNone;
  Qualifier qualifier = Qualifier::kExact;  // "Friday before 5 p.m."
};

// "9 a.m.", "14:30 GMT", "5 to 6pm", 上午9时 at `pos`; `begin` may lie before it, at "from".
MomentTail ReadTimes(std::string_view text, size_t pos);
// What makes a day a moment: ", 9 a.m.", "at 14:30", "from 2 to 4 pm", "morning".
MomentTail ReadMomentTail(std::string_view text, const DatePart& day);
// Moves `tail` past a part of the day behind `day` that adds nothing to a time: "3pm yesterday afternoon".
void SkipPartOfDay(std::string_view text, const DatePart& day, MomentTail& tail);

// "2025-06-09T14:30+00:00", or two of them; "" for an hour that is none.
std::string MomentText(CivilDay day, const MomentTail& tail);
std::string TimesText(const MomentTail& tail);

}  // namespace tocsin
