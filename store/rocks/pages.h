// The archive, page by page.
#pragma once

#include "store/archive.h"
#include "store/rocks/database.h"

namespace tocsin {

// In order of URL; one page in memory at a time.
Result<void> WalkPages(const Database& db, const Database::View& view, const PageVisitor& visit);

}  // namespace tocsin
