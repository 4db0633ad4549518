// The words of notices, invitations and credits, in the languages that pages are written in.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <unordered_set>
#include <vector>

namespace tocsin {

// Phrases by their first byte: asking costs what the few with the same one cost.
class PrefixSet {
 public:
  explicit PrefixSet(std::string_view list);  // parted by ';'; borrowed

  // Whether `text` begins with a phrase for which `holds`(phrase).
  template <class Holds>
  bool Any(std::string_view text, Holds holds) const {
    if (text.empty()) return false;
    for (const std::string_view phrase : by_first_[uint8_t(text[0])]) {
      if (text.starts_with(phrase) && holds(phrase)) return true;
    }
    return false;
  }
  bool Any(std::string_view text) const {
    return Any(text, [](std::string_view) { return true; });
  }

 private:
  std::array<std::vector<std::string_view>, 256> by_first_;
};

struct Phrases {
  static const Phrases& Get();

  std::unordered_set<std::string_view> whole;  // a line that says nothing else
  PrefixSet starts;                            // how a notice begins
  std::vector<std::string_view> inside;        // what a short notice holds anywhere
  PrefixSet foreign;                           // how a heading begins after which something else comes

 private:
  Phrases();
};

}  // namespace tocsin
