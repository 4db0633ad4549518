// What single words tell about the name they stand in or beside.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace tocsin {

// Bits; a word may have several.
enum NameWord : uint32_t {
  kGivenName = 1u << 0,
  kDoubtfulGivenName = 1u << 1,  // "Grant", "Georgia": a given name only before a family name
  kFamilyName = 1u << 2,
  kFamilyNameFirst = 1u << 3,   // "Li", "Kim", "Nguyen"
  kPersonTitle = 1u << 4,       // stands before a person: "President", "chairman"
  kDoubtfulTitle = 1u << 28,    // with kPersonTitle: "General", "Major", which also stand in names of things
  kRoleBehind = 1u << 5,        // stands in apposition behind: ", chief executive of"
  kOrganizationNoun = 1u << 6,  // "Party", "University"
  kGovernmentNoun = 1u << 7,
  kLawNoun = 1u << 8,
  kFundNoun = 1u << 9,
  kPlaceNoun = 1u << 10,      // "County", "River"
  kOpensSentence = 1u << 11,  // capital only because the sentence begins: never part of a name
  kMayOpenName = 1u << 12,    // "New", "All", "American": part of a body's name, not of a person's
  kCalendarWord = 1u << 13,
  kPeopleAdjective = 1u << 14,  // "French"
  kParticle = 1u << 15,         // "de", "van", "bin": between the parts of a person's name
  kFieldWord = 1u << 16,        // "Technology", "Trade": what bodies are for, "... of Trade and Industry"
  kPlacePreposition = 1u << 17,
  kCompanyCue = 1u << 18,  // "startup", "chipmaker"
  kPersonVerb = 1u << 19,  // what people do: "said", "resigned"
  kPersonPronoun = 1u << 20,
  kPersonNoun = 1u << 21,   // "leader", "candidate": the word before a person
  kStopsPerson = 1u << 22,  // no part of a person's name: "Street", "Prize", "GDP"
  kPlaceStart = 1u << 23,   // "Lake", "Mount", "Republic"
  kEventNoun = 1u << 24,    // "War", "Conference": named, but nothing that is annotated
  kCompanyNoun = 1u << 26,  // with kOrganizationNoun: what firms are called by, "Robotics"
  kProductCue = 1u << 27,   // "model", "chips"
  kBodyOwner = 1u << 25,    // "People", "Workers": "'s" behind it stays inside the name of a body
};

// The bits of a word as printed (accents aside); 0 when nothing is known of it.
uint32_t NameWordsOf(std::string_view word);

// Every word of which something is known.
std::vector<std::string_view> NameWordList();

}  // namespace tocsin
