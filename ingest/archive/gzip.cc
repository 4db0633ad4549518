#include "ingest/archive/gzip.h"

#include <zlib.h>

#include <algorithm>
#include <limits>
#include <memory>

#include "ingest/base/limits.h"

namespace tocsin {
namespace {

constexpr size_t kRatioFreeBytes = 1u << 20;  // small files may shrink as far as they like

struct EndInflate {
  void operator()(z_stream* s) const { inflateEnd(s); }
};

}  // namespace

Result<std::string> Gunzip(std::string_view bytes, size_t bytes_max) {
  z_stream stream{};
  if (inflateInit2(&stream, 15 + 16) != Z_OK) return Fail(Errc::kTooLarge, "gzip: no memory");
  const std::unique_ptr<z_stream, EndInflate> guard(&stream);
  const size_t size = std::min<size_t>(bytes.size(), std::numeric_limits<uInt>::max());
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
  stream.avail_in = uInt(size);
  std::string out;
  char block[1 << 15];
  while (true) {
    stream.next_out = reinterpret_cast<Bytef*>(block);
    stream.avail_out = sizeof block;
    const int status = inflate(&stream, Z_NO_FLUSH);
    out.append(block, sizeof block - stream.avail_out);
    if (out.size() > bytes_max || (out.size() > kRatioFreeBytes && out.size() / kInflateRatioMax > size)) {
      return Fail(Errc::kTooLarge,
                  "gzip: more than " + std::to_string(std::min(bytes_max, size * kInflateRatioMax)) + " bytes");
    }
    if (status == Z_STREAM_END && stream.avail_in > 0 && inflateReset(&stream) == Z_OK) continue;  // another member
    if (status != Z_OK) break;
  }
  if (out.empty() && stream.total_in < 18) return Fail(Errc::kMalformed, "gzip: no gzip data");
  return out;
}

}  // namespace tocsin
