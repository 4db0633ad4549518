#include "ingest/archive/gzip.h"

#include "ingest/archive/inflater.h"

namespace tocsin {

Result<std::string> Gunzip(std::string_view bytes, size_t bytes_max) {
  Inflater inflater(Inflater::Format::kGzip, bytes_max);
  std::string out;
  const auto written = inflater.Write(bytes, out);
  if (!written && written.error().code == Errc::kTooLarge) return tl::unexpected(While("gzip", written.error()));
  // A file that is broken or cut gives what stands before the break.
  const bool nothing = !written || !inflater.complete() || bytes.empty();
  if (out.empty() && nothing) return Fail(Errc::kMalformed, "gzip: no gzip data");
  return out;
}

}  // namespace tocsin
