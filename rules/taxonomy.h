// What can happen, and how firmly.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace tocsin {

enum class Status : uint8_t {
  kConsidered,  // in talks, weighing, exploring, reportedly
  kProposed,    // a named actor puts it forward: bill, plan, call, draft
  kAnnounced,   // decided and made public, promised, to begin
  kCompleted,   // done, signed, launched, in force
  kDenied,      // someone says that it is not so
  kCancelled,   // called off, blocked, vetoed, repealed
};
inline constexpr size_t kStatusCount = 6;

const char* ToString(Status status);  // "considered", ...
std::optional<Status> ParseStatus(std::string_view text);

// The nineteen built-in types, in DESIGN order: "investment.equity_stake", ... Packs may add types below these.
std::span<const std::string_view> BuiltInTypes();
bool IsKnownType(std::string_view type);  // built in, or below one that is

// Whether `type` is `pattern`, or below it when the pattern ends in ".*" or names a family ("investment").
bool TypeMatches(std::string_view type, std::string_view pattern);

// "equity stake" for "investment.equity_stake".
std::string TypeLabel(std::string_view type);

}  // namespace tocsin
