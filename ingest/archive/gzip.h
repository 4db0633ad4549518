// Files that are gzip themselves (sitemap.xml.gz), as opposed to transfers that are.
#pragma once

#include <string>
#include <string_view>

#include "ingest/base/error.h"

namespace tocsin {

inline bool IsGzip(std::string_view bytes) { return bytes.starts_with("\x1f\x8b\x08"); }

// The decoded bytes, all members. kTooLarge above `bytes_max` or above kInflateRatioMax times the input; kMalformed
// when nothing can be decoded. A file that is cut gives what there is.
Result<std::string> Gunzip(std::string_view bytes, size_t bytes_max);

}  // namespace tocsin
