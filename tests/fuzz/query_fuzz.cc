// Whatever the text: no crash, and what parses prints, parses back to the same, and can be asked of a row.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <memory>
#include <string_view>

#include "rules/query.h"
#include "tests/support/silent_lexicon.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  // An exact-size heap copy: one byte read too far is caught, not absorbed by padding.
  std::unique_ptr<char[]> bytes(new char[size]);
  if (size != 0) std::memcpy(bytes.get(), data, size);
  const std::string_view text(bytes.get(), size);

  const tocsin::SilentLexicon lexicon;  // knows nobody: every name stays as written
  const tocsin::Instant now{1'770'000'000};
  const auto query = tocsin::ParseQuery(text, lexicon, now);
  if (!query) return query.error().what.starts_with("query:") ? 0 : (std::abort(), 0);
  const std::string printed = tocsin::ToString(*query);
  if (printed.size() > 8000) return 0;  // quoting may lengthen it beyond the bound
  const auto again = tocsin::ParseQuery(printed, lexicon, now);
  if (!again || tocsin::ToString(*again) != printed) std::abort();

  tocsin::Event event;
  event.type = "policy.regulation";
  const tocsin::QueryRow row{event, "0000000000001", "0000000000001", "", "wire", "en", text, text};
  if (tocsin::Matches(*query, row) != tocsin::Matches(*again, row)) std::abort();
  return 0;
}
