// Gzip and deflate streams, piece by piece, with a bound on what comes out.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "ingest/base/error.h"

namespace tocsin {

class Inflater {
 public:
  enum class Format : uint8_t {
    kGzip,     // RFC 1952, one member after another
    kDeflate,  // HTTP's "deflate": a zlib stream, or the bare stream that some servers send
  };

  // At most `bytes_max` bytes come out, and at most kInflateRatioMax times the input once that is over a megabyte.
  Inflater(Format format, size_t bytes_max);
  ~Inflater();
  Inflater(const Inflater&) = delete;
  Inflater& operator=(const Inflater&) = delete;

  // Appends what `encoded` decodes to. kTooLarge over a bound, kMalformed for what is no such stream; after an
  // error the inflater is of no more use. Bytes after the end of the stream are ignored.
  Result<void> Write(std::string_view encoded, std::string& out);

  // Whether the stream has come to its end, checksum included. An empty input is complete.
  bool complete() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace tocsin
