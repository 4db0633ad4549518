// What went wrong, where, and on whose behalf.
//
// A failure that a document, a server or a disk can cause is a value: the function returns
// Result<T>. A failure that only our own mistake can cause is an assert. No exception crosses a
// room: the file that wraps a throwing library turns the throw into an Error at its door.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <utility>

namespace tocsin {

// What the caller may want to do about it; the message says the rest.
enum class Errc : uint8_t {
  kMalformed,    // the bytes are not what they claim to be
  kTooLarge,     // over a bound of limits.h
  kUnsupported,  // well-formed, but nothing here reads it
  kNotFound,
  kUnavailable,  // a server or device did not answer: try again later
  kForbidden,    // robots.txt, an address guard, a permission
  kBusy,         // another process holds the store
  kFull,         // the disk is at its free-space floor
  kCorrupt,      // our own record fails its checksum or bounds: touch nothing
  kConfig,       // the user's configuration, query, pack or flag is wrong
};

struct Error {
  Errc code;
  std::string what;  // "atom: <entry> without <id>, byte 1812": lower case, no full stop
};

template <class T>
using Result = tl::expected<T, Error>;

inline tl::unexpected<Error> Fail(Errc code, std::string what) {
  return tl::unexpected<Error>(Error{code, std::move(what)});
}

// Puts the outer circumstance in front: "source whitehouse-briefings: atom: ...".
inline Error While(std::string_view doing, Error e) {
  e.what.insert(0, std::string(doing) + ": ");
  return e;
}

}  // namespace tocsin
