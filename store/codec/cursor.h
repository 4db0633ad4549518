// Where a page of results ended, as an opaque word.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "ingest/base/error.h"

namespace tocsin {

struct PageCursor {
  uint64_t query_hash = 0;  // of query, order and kind of rows: a cursor continues only what began it
  uint64_t pinned = 0;      // last sequence when the first page was read: later events stay out
  uint64_t key = 0;         // of the last row: event id, or second of the last report
  uint64_t id = 0;          // storylines: tells rows of one second apart
};

std::string FormatCursor(const PageCursor& cursor);
// kConfig when the word was not made by FormatCursor, or for another `query_hash`.
Result<PageCursor> ParseCursor(std::string_view text, uint64_t query_hash);

}  // namespace tocsin
