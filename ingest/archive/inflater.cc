#include "ingest/archive/inflater.h"

#include <zlib.h>

#include "ingest/base/limits.h"

namespace tocsin {
namespace {

constexpr size_t kRatioCountsFromBytes = 1u << 20;  // a short page of one letter is no bomb
constexpr int kGzipWindow = MAX_WBITS + 16;
constexpr int kZlibWindow = MAX_WBITS;
constexpr int kBareWindow = -MAX_WBITS;

// RFC 1950, 2.2: method 8, and the two bytes are a multiple of 31.
bool LooksLikeZlib(std::string_view start) {
  const auto byte = [&](size_t i) { return unsigned(static_cast<unsigned char>(start[i])); };
  return (byte(0) & 0x0F) == 8 && (start.size() < 2 || (byte(0) * 256 + byte(1)) % 31 == 0);
}

}  // namespace

struct Inflater::State {
  Format format;
  size_t bytes_max;
  z_stream stream{};
  size_t in = 0, out = 0;  // bytes so far
  bool started = false;    // inflateInit2 was called
  bool open = false;       // inside a stream
  bool ended = false;      // what follows is ignored

  ~State() {
    if (started) inflateEnd(&stream);
  }

  bool Begin(std::string_view first) {
    const int window = format == Format::kGzip ? kGzipWindow : LooksLikeZlib(first) ? kZlibWindow : kBareWindow;
    const int code = started ? inflateReset2(&stream, window) : inflateInit2(&stream, window);
    started = started || code == Z_OK;
    open = code == Z_OK;
    return open;
  }

  bool TooLarge() const {
    return out > bytes_max || (out > kRatioCountsFromBytes && out / (in + 1) >= kInflateRatioMax);
  }

  // One block of output. False when there is nothing more to read.
  Result<bool> Block(std::string& text) {
    char block[1 << 14];
    stream.next_out = reinterpret_cast<Bytef*>(block);
    stream.avail_out = sizeof block;
    const int code = inflate(&stream, Z_NO_FLUSH);
    const size_t made = sizeof block - stream.avail_out;
    out += made;
    if (TooLarge())
      return Fail(Errc::kTooLarge,
                  "more than " + std::to_string(bytes_max) + " bytes when decompressed, or a decompression bomb");
    text.append(block, made);
    if (code == Z_STREAM_END) open = false;
    if (code != Z_OK && code != Z_STREAM_END && code != Z_BUF_ERROR) {
      return Fail(Errc::kMalformed,
                  std::string("compressed body is broken: ") + (stream.msg != nullptr ? stream.msg : "zlib"));
    }
    return open && (stream.avail_in > 0 || stream.avail_out == 0) && code != Z_BUF_ERROR;
  }

  std::string_view Rest() const { return {reinterpret_cast<const char*>(stream.next_in), stream.avail_in}; }
};

Inflater::Inflater(Format format, size_t bytes_max) : state_(new State{format, bytes_max}) {}
Inflater::~Inflater() = default;

Result<void> Inflater::Write(std::string_view encoded, std::string& out) {
  State& s = *state_;
  s.in += encoded.size();
  while (!encoded.empty() && !s.ended) {
    if (!s.open) {
      // After the first member: another one, or padding.
      if (s.started && (s.format == Format::kDeflate || encoded[0] != '\x1F')) {
        s.ended = true;
        break;
      }
      if (!s.Begin(encoded)) return Fail(Errc::kMalformed, "compressed body cannot be read");
    }
    s.stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(encoded.data()));
    s.stream.avail_in = uInt(encoded.size());
    for (bool more = true; more;) {
      const auto block = s.Block(out);
      if (!block) return tl::unexpected(block.error());
      more = *block;
    }
    encoded = s.Rest();
  }
  return {};
}

bool Inflater::complete() const { return !state_->open; }

}  // namespace tocsin
