#include "nlp/names/territories.h"

#include <algorithm>
#include <array>
#include <iterator>

namespace tocsin {
namespace {

// Reviewed by hand; ordered by code. States that appear in technology policy, not all of the world.
constexpr Territory kTerritories[] = {
    {"AE", "United Arab Emirates", "Emirati", "Abu Dhabi"},
    {"AF", "Afghanistan", "Afghan", "Kabul"},
    {"AM", "Armenia", "Armenian", ""},
    {"AR", "Argentina", "Argentine", "Buenos Aires"},
    {"AT", "Austria", "Austrian", ""},
    {"AU", "Australia", "Australian", "Canberra"},
    {"AZ", "Azerbaijan", "Azerbaijani", "Baku"},
    {"BD", "Bangladesh", "Bangladeshi", "Dhaka"},
    {"BE", "Belgium", "Belgian", ""},
    {"BG", "Bulgaria", "Bulgarian", ""},
    {"BH", "Bahrain", "Bahraini", "Manama"},
    {"BR", "Brazil", "Brazilian", "Brasilia"},
    {"BY", "Belarus", "Belarusian", "Minsk"},
    {"CA", "Canada", "Canadian", "Ottawa"},
    {"CH", "Switzerland", "Swiss", "Bern"},
    {"CL", "Chile", "Chilean", ""},
    {"CN", "China", "Chinese", "Beijing"},
    {"CO", "Colombia", "Colombian", "Bogota"},
    {"CU", "Cuba", "Cuban", "Havana"},
    {"CZ", "Czech Republic", "Czech", ""},
    {"DE", "Germany", "German", "Berlin"},
    {"DK", "Denmark", "Danish", "Copenhagen"},
    {"EE", "Estonia", "Estonian", ""},
    {"EG", "Egypt", "Egyptian", "Cairo"},
    {"ES", "Spain", "Spanish", "Madrid"},
    {"ET", "Ethiopia", "Ethiopian", "Addis Ababa"},
    {"EU", "European Union", "European", "Brussels"},
    {"FI", "Finland", "Finnish", "Helsinki"},
    {"FR", "France", "French", "Paris"},
    {"GB", "United Kingdom", "British", "London"},
    {"GE", "Georgia", "Georgian", "Tbilisi"},
    {"GH", "Ghana", "Ghanaian", ""},
    {"GR", "Greece", "Greek", "Athens"},
    {"HK", "Hong Kong", "Hong Kong", ""},
    {"HR", "Croatia", "Croatian", ""},
    {"HU", "Hungary", "Hungarian", "Budapest"},
    {"ID", "Indonesia", "Indonesian", "Jakarta"},
    {"IE", "Ireland", "Irish", "Dublin"},
    {"IL", "Israel", "Israeli", "Jerusalem"},
    {"IN", "India", "Indian", "New Delhi"},
    {"IQ", "Iraq", "Iraqi", "Baghdad"},
    {"IR", "Iran", "Iranian", "Tehran"},
    {"IS", "Iceland", "Icelandic", ""},
    {"IT", "Italy", "Italian", "Rome"},
    {"JO", "Jordan", "Jordanian", ""},
    {"JP", "Japan", "Japanese", "Tokyo"},
    {"KE", "Kenya", "Kenyan", "Nairobi"},
    {"KH", "Cambodia", "Cambodian", ""},
    {"KP", "North Korea", "North Korean", "Pyongyang"},
    {"KR", "South Korea", "South Korean", "Seoul"},
    {"KW", "Kuwait", "Kuwaiti", ""},
    {"KZ", "Kazakhstan", "Kazakh", "Astana"},
    {"LB", "Lebanon", "Lebanese", ""},
    {"LK", "Sri Lanka", "Sri Lankan", ""},
    {"LT", "Lithuania", "Lithuanian", "Vilnius"},
    {"LU", "Luxembourg", "Luxembourg", ""},
    {"LV", "Latvia", "Latvian", ""},
    {"MA", "Morocco", "Moroccan", ""},
    {"MM", "Myanmar", "Burmese", ""},
    {"MX", "Mexico", "Mexican", ""},
    {"MY", "Malaysia", "Malaysian", "Kuala Lumpur"},
    {"NG", "Nigeria", "Nigerian", "Abuja"},
    {"NL", "Netherlands", "Dutch", "The Hague"},
    {"NO", "Norway", "Norwegian", "Oslo"},
    {"NZ", "New Zealand", "New Zealand", "Wellington"},
    {"OM", "Oman", "Omani", ""},
    {"PE", "Peru", "Peruvian", ""},
    {"PH", "Philippines", "Philippine", "Manila"},
    {"PK", "Pakistan", "Pakistani", "Islamabad"},
    {"PL", "Poland", "Polish", "Warsaw"},
    {"PT", "Portugal", "Portuguese", "Lisbon"},
    {"QA", "Qatar", "Qatari", "Doha"},
    {"RO", "Romania", "Romanian", ""},
    {"RS", "Serbia", "Serbian", "Belgrade"},
    {"RU", "Russia", "Russian", "Moscow"},
    {"RW", "Rwanda", "Rwandan", ""},
    {"SA", "Saudi Arabia", "Saudi", "Riyadh"},
    {"SE", "Sweden", "Swedish", "Stockholm"},
    {"SG", "Singapore", "Singaporean", ""},
    {"SI", "Slovenia", "Slovenian", ""},
    {"SK", "Slovakia", "Slovak", "Bratislava"},
    {"SY", "Syria", "Syrian", "Damascus"},
    {"TH", "Thailand", "Thai", "Bangkok"},
    {"TR", "Turkey", "Turkish", "Ankara"},
    {"TW", "Taiwan", "Taiwanese", "Taipei"},
    {"UA", "Ukraine", "Ukrainian", "Kyiv"},
    {"US", "United States", "American", "Washington"},
    {"UZ", "Uzbekistan", "Uzbek", "Tashkent"},
    {"VE", "Venezuela", "Venezuelan", "Caracas"},
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

// Asked of every capitalised word of a text, and so in order.
const Territory* TerritoryByCapital(std::string_view capital) {
  static const auto kByCapital = [] {
    std::array<const Territory*, std::size(kTerritories)> all;
    std::transform(std::begin(kTerritories), std::end(kTerritories), all.begin(),
                   [](const Territory& t) { return &t; });
    std::sort(all.begin(), all.end(), [](const Territory* a, const Territory* b) { return a->capital < b->capital; });
    return all;
  }();
  // By first letter: the lengths of its capitals, one bit each. Nearly every word ends here.
  static const auto kLengths = [] {
    std::array<uint32_t, 256> lengths{};
    for (const Territory& t : kTerritories) {
      if (!t.capital.empty()) lengths[static_cast<unsigned char>(t.capital[0])] |= 1u << t.capital.size();
    }
    return lengths;
  }();
  if (capital.empty() || capital.size() > 31) return nullptr;
  if ((kLengths[static_cast<unsigned char>(capital[0])] >> capital.size() & 1) == 0) return nullptr;
  const auto at = std::lower_bound(kByCapital.begin(), kByCapital.end(), capital,
                                   [](const Territory* t, std::string_view name) { return t->capital < name; });
  return at != kByCapital.end() && (*at)->capital == capital ? *at : nullptr;
}

std::vector<std::string_view> Capitals() {
  std::vector<std::string_view> capitals;
  for (const Territory& t : kTerritories) {
    if (!t.capital.empty()) capitals.push_back(t.capital);
  }
  return capitals;
}

}  // namespace tocsin
