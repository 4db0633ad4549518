#include <zlib.h>

#include "ingest/page.h"

namespace tocsin {
namespace {

constexpr int kGzipWindow = 15 + 16;  // zlib's way to say: the largest window, gzip's header

// Inflates one member after the other, as gzip allows.
Result<std::string> Inflate(z_stream& stream, size_t bytes_max) {
  std::string out;
  char block[1 << 15];
  for (int status = Z_OK; status != Z_STREAM_END || stream.avail_in > 0;) {
    if (status == Z_STREAM_END && inflateReset(&stream) != Z_OK) return Fail(Errc::kMalformed, "gzip: cannot go on");
    stream.next_out = reinterpret_cast<Bytef*>(block);
    stream.avail_out = sizeof block;
    status = inflate(&stream, Z_NO_FLUSH);
    out.append(block, sizeof block - stream.avail_out);
    if (out.size() > bytes_max) return Fail(Errc::kTooLarge, "gzip: more than " + std::to_string(bytes_max) + " bytes");
    if (status != Z_OK && status != Z_STREAM_END) return Fail(Errc::kMalformed, "gzip: broken or truncated");
  }
  return out;
}

}  // namespace

Result<std::string> Gunzip(std::string_view bytes, size_t bytes_max) {
  z_stream stream{};
  if (inflateInit2(&stream, kGzipWindow) != Z_OK) return Fail(Errc::kTooLarge, "gzip: out of memory");
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
  stream.avail_in = uInt(bytes.size());
  auto out = Inflate(stream, bytes_max);
  inflateEnd(&stream);
  return out;
}

}  // namespace tocsin
