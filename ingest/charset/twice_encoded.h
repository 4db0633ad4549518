// Text that was encoded as UTF-8 twice, or more often: "donâ€™t" for "don’t".
#pragma once

#include <string>

namespace tocsin {

// Valid UTF-8 in and out. Undone is what nobody writes: the marks of punctuation that tell of it must occur at least
// three times, and only sequences that were UTF-8 themselves are put right. Other text comes back as it is, without a
// copy, and what comes back once does so again. Time n log n at worst.
std::string UndoTwiceEncoded(std::string text);

}  // namespace tocsin
