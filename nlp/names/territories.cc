#include "nlp/names/territories.h"

#include <algorithm>
#include <iterator>

namespace tocsin {
namespace {

// Reviewed by hand; ordered by code. States that appear in technology policy, not all of the world.
constexpr Territory kTerritories[] = {
    {"AE", "United Arab Emirates", "Emirati", "Abu Dhabi"},
    {"AR", "Argentina", "Argentine", "Buenos Aires"},
    {"AT", "Austria", "Austrian", ""},
    {"AU", "Australia", "Australian", "Canberra"},
    {"BE", "Belgium", "Belgian", ""},
    {"BH", "Bahrain", "Bahraini", "Manama"},
    {"BR", "Brazil", "Brazilian", "Brasilia"},
    {"CA", "Canada", "Canadian", "Ottawa"},
    {"CH", "Switzerland", "Swiss", "Bern"},
    {"CL", "Chile", "Chilean", ""},
    {"CN", "China", "Chinese", "Beijing"},
    {"CZ", "Czech Republic", "Czech", ""},
    {"DE", "Germany", "German", "Berlin"},
    {"DK", "Denmark", "Danish", "Copenhagen"},
    {"EE", "Estonia", "Estonian", ""},
    {"EG", "Egypt", "Egyptian", "Cairo"},
    {"ES", "Spain", "Spanish", "Madrid"},
    {"EU", "European Union", "European", "Brussels"},
    {"FI", "Finland", "Finnish", "Helsinki"},
    {"FR", "France", "French", "Paris"},
    {"GB", "United Kingdom", "British", "London"},
    {"GR", "Greece", "Greek", "Athens"},
    {"HU", "Hungary", "Hungarian", "Budapest"},
    {"ID", "Indonesia", "Indonesian", "Jakarta"},
    {"IE", "Ireland", "Irish", "Dublin"},
    {"IL", "Israel", "Israeli", "Jerusalem"},
    {"IN", "India", "Indian", "New Delhi"},
    {"IR", "Iran", "Iranian", "Tehran"},
    {"IT", "Italy", "Italian", "Rome"},
    {"JP", "Japan", "Japanese", "Tokyo"},
    {"KE", "Kenya", "Kenyan", "Nairobi"},
    {"KP", "North Korea", "North Korean", "Pyongyang"},
    {"KR", "South Korea", "South Korean", "Seoul"},
    {"KW", "Kuwait", "Kuwaiti", ""},
    {"KZ", "Kazakhstan", "Kazakh", "Astana"},
    {"LU", "Luxembourg", "Luxembourg", ""},
    {"MX", "Mexico", "Mexican", ""},
    {"MY", "Malaysia", "Malaysian", "Kuala Lumpur"},
    {"NG", "Nigeria", "Nigerian", "Abuja"},
    {"NL", "Netherlands", "Dutch", "The Hague"},
    {"NO", "Norway", "Norwegian", "Oslo"},
    {"NZ", "New Zealand", "New Zealand", "Wellington"},
    {"PH", "Philippines", "Philippine", "Manila"},
    {"PK", "Pakistan", "Pakistani", "Islamabad"},
    {"PL", "Poland", "Polish", "Warsaw"},
    {"PT", "Portugal", "Portuguese", "Lisbon"},
    {"QA", "Qatar", "Qatari", "Doha"},
    {"RO", "Romania", "Romanian", ""},
    {"RU", "Russia", "Russian", "Moscow"},
    {"SA", "Saudi Arabia", "Saudi", "Riyadh"},
    {"SE", "Sweden", "Swedish", "Stockholm"},
    {"SG", "Singapore", "Singaporean", ""},
    {"TH", "Thailand", "Thai", "Bangkok"},
    {"TR", "Turkey", "Turkish", "Ankara"},
    {"TW", "Taiwan", "Taiwanese", "Taipei"},
    {"UA", "Ukraine", "Ukrainian", "Kyiv"},
    {"US", "United States", "American", "Washington"},
    {"VN", "Vietnam", "Vietnamese", "Hanoi"},
    {"ZA", "South Africa", "South African", "Pretoria"},
};

template <class Member>
const Territory* Find(std::string_view value, Member member) {
  if (value.empty()) return nullptr;
  const auto at = std::find_if(std::begin(kTerritories), std::end(kTerritories),
                               [&](const Territory& t) { return t.*member == value; });
  return at == std::end(kTerritories) ? nullptr : &*at;
}

}  // namespace

const Territory* TerritoryByCode(std::string_view code) { return Find(code, &Territory::code); }
const Territory* TerritoryByAdjective(std::string_view adjective) { return Find(adjective, &Territory::adjective); }
const Territory* TerritoryByCapital(std::string_view capital) { return Find(capital, &Territory::capital); }

}  // namespace tocsin
