// Unicode normalisation form C: one spelling for one character ("é" as one code point, never "e" and an accent).
#pragma once

#include <string>

namespace tocsin {

// Valid UTF-8 in and out. Text that is NFC already, as nearly all is, comes back as it is, without a copy.
std::string NormalizeNfc(std::string text);

}  // namespace tocsin
