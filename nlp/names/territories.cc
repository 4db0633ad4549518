#include "nlp/names/territories.h"

#include <algorithm>
#include <array>
#include <iterator>

namespace tocsin {
namespace {

// Reviewed by hand, for neither ISO 3166 nor the locale data know adjectives; ordered by code.
constexpr Territory kTerritories[] = {
    {"AD", "Andorran", ""},
    {"AE", "Emirati", "Abu Dhabi"},
    {"AF", "Afghan", "Kabul"},
    {"AL", "Albanian", ""},
    {"AM", "Armenian", ""},
    {"AO", "Angolan", ""},
    {"AR", "Argentine", "Buenos Aires"},
    {"AT", "Austrian", ""},
    {"AU", "Australian", "Canberra"},
    {"AZ", "Azerbaijani", "Baku"},
    {"BA", "Bosnian", ""},
    {"BB", "Barbadian", ""},
    {"BD", "Bangladeshi", "Dhaka"},
    {"BE", "Belgian", ""},
    {"BF", "Burkinabe", ""},
    {"BG", "Bulgarian", ""},
    {"BH", "Bahraini", "Manama"},
    {"BI", "Burundian", ""},
    {"BJ", "Beninese", ""},
    {"BN", "Bruneian", ""},
    {"BO", "Bolivian", ""},
    {"BR", "Brazilian", "Brasilia"},
    {"BS", "Bahamian", ""},
    {"BT", "Bhutanese", ""},
    {"BW", "Botswanan", ""},
    {"BY", "Belarusian", "Minsk"},
    {"CA", "Canadian", "Ottawa"},
    {"CD", "Congolese", ""},
    {"CH", "Swiss", "Bern"},
    {"CI", "Ivorian", ""},
    {"CL", "Chilean", ""},
    {"CM", "Cameroonian", ""},
    {"CN", "Chinese", "Beijing"},
    {"CO", "Colombian", "Bogota"},
    {"CR", "Costa Rican", ""},
    {"CU", "Cuban", "Havana"},
    {"CY", "Cypriot", ""},
    {"CZ", "Czech", ""},
    {"DE", "German", "Berlin"},
    {"DJ", "Djiboutian", ""},
    {"DK", "Danish", "Copenhagen"},
    {"DZ", "Algerian", ""},
    {"EC", "Ecuadorian", ""},
    {"EE", "Estonian", ""},
    {"EG", "Egyptian", "Cairo"},
    {"ER", "Eritrean", ""},
    {"ES", "Spanish", "Madrid"},
    {"ET", "Ethiopian", "Addis Ababa"},
    {"EU", "European", "Brussels"},
    {"FI", "Finnish", "Helsinki"},
    {"FJ", "Fijian", ""},
    {"FR", "French", "Paris"},
    {"GA", "Gabonese", ""},
    {"GB", "British", "London"},
    {"GE", "Georgian", "Tbilisi"},
    {"GH", "Ghanaian", ""},
    {"GM", "Gambian", ""},
    {"GN", "Guinean", ""},
    {"GR", "Greek", "Athens"},
    {"GT", "Guatemalan", ""},
    {"GY", "Guyanese", ""},
    {"HK", "Hong Kong", ""},
    {"HN", "Honduran", ""},
    {"HR", "Croatian", ""},
    {"HT", "Haitian", ""},
    {"HU", "Hungarian", "Budapest"},
    {"ID", "Indonesian", "Jakarta"},
    {"IE", "Irish", "Dublin"},
    {"IL", "Israeli", "Jerusalem"},
    {"IN", "Indian", "New Delhi"},
    {"IQ", "Iraqi", "Baghdad"},
    {"IR", "Iranian", "Tehran"},
    {"IS", "Icelandic", ""},
    {"IT", "Italian", "Rome"},
    {"JM", "Jamaican", ""},
    {"JO", "Jordanian", ""},
    {"JP", "Japanese", "Tokyo"},
    {"KE", "Kenyan", "Nairobi"},
    {"KG", "Kyrgyz", ""},
    {"KH", "Cambodian", ""},
    {"KP", "North Korean", "Pyongyang"},
    {"KR", "South Korean", "Seoul"},
    {"KW", "Kuwaiti", ""},
    {"KZ", "Kazakh", "Astana"},
    {"LA", "Lao", ""},
    {"LB", "Lebanese", ""},
    {"LI", "Liechtenstein", ""},
    {"LK", "Sri Lankan", ""},
    {"LR", "Liberian", ""},
    {"LT", "Lithuanian", "Vilnius"},
    {"LU", "Luxembourg", ""},
    {"LV", "Latvian", ""},
    {"LY", "Libyan", ""},
    {"MA", "Moroccan", ""},
    {"MD", "Moldovan", ""},
    {"ME", "Montenegrin", ""},
    {"MG", "Malagasy", ""},
    {"MK", "Macedonian", ""},
    {"ML", "Malian", ""},
    {"MM", "Burmese", ""},
    {"MN", "Mongolian", ""},
    {"MR", "Mauritanian", ""},
    {"MT", "Maltese", ""},
    {"MU", "Mauritian", ""},
    {"MV", "Maldivian", ""},
    {"MW", "Malawian", ""},
    {"MX", "Mexican", ""},
    {"MY", "Malaysian", "Kuala Lumpur"},
    {"MZ", "Mozambican", ""},
    {"NA", "Namibian", ""},
    {"NE", "Nigerien", ""},
    {"NG", "Nigerian", "Abuja"},
    {"NI", "Nicaraguan", ""},
    {"NL", "Dutch", "The Hague"},
    {"NO", "Norwegian", "Oslo"},
    {"NP", "Nepali", ""},
    {"NZ", "New Zealand", "Wellington"},
    {"OM", "Omani", ""},
    {"PA", "Panamanian", ""},
    {"PE", "Peruvian", ""},
    {"PH", "Philippine", "Manila"},
    {"PK", "Pakistani", "Islamabad"},
    {"PL", "Polish", "Warsaw"},
    {"PS", "Palestinian", ""},
    {"PT", "Portuguese", "Lisbon"},
    {"PY", "Paraguayan", ""},
    {"QA", "Qatari", "Doha"},
    {"RO", "Romanian", ""},
    {"RS", "Serbian", "Belgrade"},
    {"RU", "Russian", "Moscow"},
    {"RW", "Rwandan", ""},
    {"SA", "Saudi", "Riyadh"},
    {"SD", "Sudanese", ""},
    {"SE", "Swedish", "Stockholm"},
    {"SG", "Singaporean", ""},
    {"SI", "Slovenian", ""},
    {"SK", "Slovak", "Bratislava"},
    {"SL", "Sierra Leonean", ""},
    {"SN", "Senegalese", ""},
    {"SO", "Somali", ""},
    {"SR", "Surinamese", ""},
    {"SS", "South Sudanese", ""},
    {"SV", "Salvadoran", ""},
    {"SY", "Syrian", "Damascus"},
    {"TD", "Chadian", ""},
    {"TG", "Togolese", ""},
    {"TH", "Thai", "Bangkok"},
    {"TJ", "Tajik", ""},
    {"TM", "Turkmen", ""},
    {"TN", "Tunisian", ""},
    {"TR", "Turkish", "Ankara"},
    {"TT", "Trinidadian", ""},
    {"TW", "Taiwanese", "Taipei"},
    {"TZ", "Tanzanian", ""},
    {"UA", "Ukrainian", "Kyiv"},
    {"UG", "Ugandan", ""},
    {"US", "American", "Washington"},
    {"UY", "Uruguayan", ""},
    {"UZ", "Uzbek", "Tashkent"},
    {"VE", "Venezuelan", "Caracas"},
    {"VN", "Vietnamese", "Hanoi"},
    {"YE", "Yemeni", ""},
    {"ZA", "South African", "Pretoria"},
    {"ZM", "Zambian", ""},
    {"ZW", "Zimbabwean", ""},
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
