// Whatever the bytes: a pack compiles, or the error names file, line and column. Never a crash, never a throw.
#include <cstdint>
#include <cstdlib>
#include <string>

#include "rules/rulebook.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string text(reinterpret_cast<const char*>(data), size);
  const auto book = tocsin::Rulebook::Compile({{"fuzz.yaml", text}});
  if (book) {
    if ((*book)->hash().size() != 16) std::abort();
    return 0;
  }
  if (book.error().code != tocsin::Errc::kConfig || book.error().what.empty()) std::abort();
  return 0;
}
