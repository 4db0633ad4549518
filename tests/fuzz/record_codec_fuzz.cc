// Whatever the bytes: no reader of records crashes or bloats, and what is read is written back to an equal record.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <memory>
#include <string_view>

#include "store/codec/cursor.h"
#include "store/codec/records.h"
#include "store/codec/seal.h"

namespace {

template <class T>
void RoundTrip(std::string_view bytes) {
  const auto record = tocsin::Decode<T>(bytes);
  if (!record) return;
  const std::string written = tocsin::Encode(*record);  // shorter when a number was written in more bytes than it needs
  if (written.size() > bytes.size()) std::abort();
  const auto again = tocsin::Decode<T>(written);
  if (!again || tocsin::Encode(*again) != written) std::abort();
}

}  // namespace

// The first byte chooses the record.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  if (size == 0) return 0;
  // An exact-size heap copy: one byte read too far is caught, not absorbed by padding.
  std::unique_ptr<char[]> copy(new char[size - 1]);
  if (size > 1) std::memcpy(copy.get(), data + 1, size - 1);
  const std::string_view bytes(copy.get(), size - 1);
  switch (data[0] % 12) {
    case 0: RoundTrip<tocsin::StoredEvent>(bytes); break;
    case 1: RoundTrip<tocsin::ArticleRecord>(bytes); break;
    case 2: RoundTrip<tocsin::Storyline>(bytes); break;
    case 3: RoundTrip<tocsin::ReportRecord>(bytes); break;
    case 4: RoundTrip<tocsin::OutboxEntry>(bytes); break;
    case 5: RoundTrip<tocsin::VisitRecord>(bytes); break;
    case 6: RoundTrip<tocsin::PendingRecord>(bytes); break;
    case 7: RoundTrip<tocsin::Counters>(bytes); break;
    case 10: RoundTrip<tocsin::Correction>(bytes); break;
    case 11: RoundTrip<tocsin::StagedRecord>(bytes); break;
    case 8: {
      const auto ids = tocsin::DecodeIds(bytes);
      if (ids && *tocsin::DecodeIds(tocsin::EncodeIds(*ids)) != *ids) std::abort();
      break;
    }
    default:
      if (tocsin::Unseal("fuzz", "key", bytes) && tocsin::Seal("key", bytes.substr(tocsin::kSealBytes)) != bytes)
        std::abort();
      if (const auto cursor = tocsin::ParseCursor(bytes, 1);
          cursor && tocsin::FormatCursor(*cursor).size() != bytes.size())
        std::abort();
  }
  return 0;
}
