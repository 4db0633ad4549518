// Byte offsets into what the reader counts in.
#pragma once

#include <cstddef>
#include <string_view>

namespace tocsin {

// Asked in ascending order it walks the text once.
class Offsets {
 public:
  // `codepoints`: count Unicode scalar values instead of bytes.
  Offsets(std::string_view text, bool codepoints) : text_(text), codepoints_(codepoints) {}

  size_t operator()(size_t byte) {
    if (!codepoints_) return byte;
    if (byte < byte_) byte_ = point_ = 0;
    for (; byte_ < byte && byte_ < text_.size(); ++byte_)
      point_ += (static_cast<unsigned char>(text_[byte_]) & 0xC0) != 0x80;
    return point_;
  }

 private:
  std::string_view text_;
  bool codepoints_;
  size_t byte_ = 0, point_ = 0;
};

}  // namespace tocsin
