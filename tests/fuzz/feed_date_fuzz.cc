// Whatever the text: a date that was read prints, and reads back to the same instant.
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <memory>
#include <string_view>

#include "ingest/feed.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  std::unique_ptr<char[]> bytes(new char[size]);
  if (size != 0) std::memcpy(bytes.get(), data, size);
  const auto date = tocsin::ParseFeedDate(std::string_view(bytes.get(), size));
  if (!date) return 0;
  if (!date->known()) std::abort();
  const auto again = tocsin::ParseFeedDate(tocsin::FormatInstant(date->at));
  if (!again || again->at != date->at) std::abort();
  return 0;
}
