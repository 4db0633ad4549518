// Given names and family names, for telling that two capitalised words are a person.
//
// Facts compiled by hand, many languages, without accents ("Jose" stands for "José"). Not meant to be complete: a
// name that is missing costs a person that no title or verb gives away.
#pragma once

#include <span>
#include <string_view>

namespace tocsin {

// Each view is words between white space. A word may stand twice.
std::span<const std::string_view> GivenNames();
// Also common words, places or firms: they count only before a family name that is known too.
std::string_view DoubtfulGivenNames();
std::string_view FamilyNames();
// These stand first: Chinese in pinyin, Korean, Vietnamese.
std::string_view EastAsianFamilyNames();

}  // namespace tocsin
