// "Did you mean": the nearest of a few known words.
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace tocsin {

// The candidate with the smallest edit distance (Damerau-Levenshtein, optimal string alignment), if it is
// near enough to be a typing mistake: at most a third of the word's length, and at most three. Else "".
std::string_view Nearest(std::string_view word, std::span<const std::string_view> candidates);

// "; did you mean X?" or "".
std::string DidYouMean(std::string_view word, std::span<const std::string_view> candidates);

}  // namespace tocsin
