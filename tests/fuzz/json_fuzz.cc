// Whatever the bytes: values nest no deeper than the bound and hold UTF-8; a member that is there is found.
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <memory>
#include <string_view>

#include "ingest/base/limits.h"
#include "ingest/json.h"
#include "ingest/page.h"

namespace {

void Check(const tocsin::JsonValue& value, size_t depth) {
  if (depth > tocsin::kJsonDepthMax) std::abort();
  if (tocsin::DecodeHtmlBytes(value.text(), "text/plain; charset=utf-8").lossy) std::abort();
  for (const auto& item : value.items()) Check(item, depth + 1);
  for (const auto& [key, member] : value.members()) {
    if (value.Find(key) == nullptr) std::abort();
    Check(member, depth + 1);
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  std::unique_ptr<char[]> bytes(new char[size]);
  if (size != 0) std::memcpy(bytes.get(), data, size);
  if (const auto value = tocsin::JsonValue::Parse(std::string_view(bytes.get(), size))) Check(*value, 1);
  return 0;
}
