// The days that a page shows its readers beside the headline.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "ingest/extract/date_in_text.h"
#include "ingest/extract/page_view.h"

namespace tocsin {

enum class DateLabel : uint8_t { kNone, kPublished, kModified, kOther };  // kOther: reviewed, visited, of an event

struct ShownDate {
  Timestamp at;
  DateLabel label;
  std::string line;  // where it stands
};

// What the words before a date say of it: "Posted on", "Last updated:".
DateLabel LabelOfDate(std::string_view words);

// The place of the headline in `blocks`: the heading that says `title`, or the first of the highest level;
// blocks.list.size() for none.
size_t FindHeadline(const Blocks& blocks, std::string_view title);

// In the order of the page, at most a dozen. Looked at are the short lines from a few above the headline to the second
// long paragraph below it; none in parts that are not the article's (`foreign`, one flag a node).
std::vector<ShownDate> FindShownDates(const PageView& view, size_t headline, DayOrder order,
                                      const std::vector<bool>& foreign);

}  // namespace tocsin
