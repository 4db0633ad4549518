// Files that are gzip themselves (sitemap.xml.gz), as opposed to transfers that are.
#pragma once

#include <string_view>

#include "ingest/page.h"

namespace tocsin {

inline bool IsGzip(std::string_view bytes) { return bytes.starts_with("\x1f\x8b\x08"); }

}  // namespace tocsin
