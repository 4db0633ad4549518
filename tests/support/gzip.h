// What servers and archives pack, packed.
#pragma once

#include <zlib.h>

#include <string>
#include <string_view>

namespace tocsin {

// `window` as deflateInit2 has it: negative for a bare stream, MAX_WBITS for zlib, MAX_WBITS + 16 for gzip.
inline std::string Deflated(std::string_view text, int window) {
  z_stream stream{};
  deflateInit2(&stream, Z_BEST_COMPRESSION, Z_DEFLATED, window, 8, Z_DEFAULT_STRATEGY);
  std::string out(deflateBound(&stream, text.size()), '\0');
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(text.data()));
  stream.avail_in = uInt(text.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = uInt(out.size());
  deflate(&stream, Z_FINISH);
  out.resize(stream.total_out);
  deflateEnd(&stream);
  return out;
}

inline std::string Gzip(std::string_view text) { return Deflated(text, MAX_WBITS + 16); }

}  // namespace tocsin
