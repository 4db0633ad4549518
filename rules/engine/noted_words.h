// Words that the walks through a sentence ask for again and again.
//
// The lexicon marks their units (kNoted), so that every other word is passed over without a comparison.
#pragma once

#include <array>
#include <string_view>

namespace tocsin::noted {

inline constexpr std::array<std::string_view, 13> kCompany = {
    "company",   "firm",       "startup",  "chipmaker", "lab",   "start-up", "group",
    "developer", "chip-maker", "carmaker", "designer",  "maker", "lender"};
inline constexpr std::array<std::string_view, 9> kOrganization = {
    "government", "ministry", "agency", "administration", "regulator", "department", "bank", "fund", "commission"};
// "the companies", "both firms": the parties told of before.
inline constexpr std::array<std::string_view, 9> kCompanies = {"companies", "firms", "groups", "chipmakers", "startups",
                                                               "partners",  "pair",  "duo",    "sides"};
// "the bill", "the law": one told of before.
inline constexpr std::array<std::string_view, 5> kInstrument = {"bill", "law", "act", "legislation", "measure"};
// Before a gerund: "before engaging in talks", "while buying".
inline constexpr std::array<std::string_view, 7> kBeforeGerund = {"before", "after", "while", "without",
                                                                  "by",     "when",  "since"};
// Chinese: what refers to a party, or opens a phrase in front of the verb.
inline constexpr std::array<std::string_view, 4> kReference = {"其", "它", "该", "双"};
inline constexpr std::array<std::string_view, 6> kCoverb = {"对", "向", "与", "从", "给", "在"};
inline constexpr std::array<std::string_view, 9> kGoverningCoverb = {"对", "向", "与", "在", "从",
                                                                     "被", "给", "为", "据"};
inline constexpr std::array<std::string_view, 4> kPassive = {"被", "由", "获", "遭"};

}  // namespace tocsin::noted
