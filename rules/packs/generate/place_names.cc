// Writes a gazetteer of countries, their parts and their cities from ISO 3166 (Debian's iso-codes: English and local
// names, Chinese translations) and from the common locale data (ICU: countries and the cities of time zones).
//
//   place_names OUT [ISO_CODES_JSON_DIR] [LOCALE_DIR]
//
// Run by the build. What it writes is a supplement: the curated packs are right wherever they name the same place or
// use the same name (rules/engine/entity_loader.h). Names that are words, surnames or firms more often than places are
// left out here, by rule and, where no rule can tell, by the lists below, which were reviewed. A short single word
// ("Como", "Bam") is written only together with what it is: "Como Province".
#include <unicode/locid.h>
#include <unicode/normalizer2.h>
#include <unicode/strenum.h>
#include <unicode/timezone.h>
#include <unicode/tznames.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <fstream>
#include <iostream>
#include <iterator>
#include <map>
#include <memory>
#include <nlohmann/json.hpp>
#include <set>
#include <sstream>
#include <string>
#include <vector>

namespace {

using icu::Locale;
using icu::UnicodeString;
using Json = nlohmann::json;

constexpr size_t kLettersMin = 8;  // of a single word that stands for a part of a state on its own

std::set<std::string> Words(const char* text) {
  std::istringstream in(text);
  return {std::istream_iterator<std::string>(in), {}};
}

// What names of parts are made of everywhere: a name of nothing else ("Far North", "Central Region") says too little.
const std::set<std::string> kGenericWords = Words(
    "and bay blue cape capital central centre city coast coastal cross district east eastern est far federal gede "
    "grand great greater gulf highlands island islands lake lakes littoral lower maritime midlands mountain national "
    "new nile nord norte north northern norther northwestern of ouest peninsula plateau plateaux pool province region "
    "river rivers south southern sud sul sur territory the unity upper west western white centrale savanes centro "
    "north-west north-western south-west north-east gee cess");

// Words, people, firms and far better known namesakes. Single words only; longer names stand in kMoreNames.
const std::set<std::string> kNoPlaces = Words(
    "Alessandria Antigua Ardennes Artemisa Atlantique Atlántico Atlántida Barahona Benevento Bethlehem Bolívar "
    "Bretagne "
    "Cabañas Calvados Canarias Canary Cascades Casey Cayman Centrale Chatham Chita Christmas Cocos Collines Colón "
    "Comoro "
    "Connaught Constantine Copperbelt Cordillera Cordoba Corrientes Cortés Creston Currie Darién Davis Dawson Easter "
    "Efate Enderbury Enriquillo Esmeraldas Espaillat Estuaire Falcón Faroe Gambier Gisborne Guerrero Independencia "
    "Jersey Johnston Kilimanjaro Kirov Lavalleja León Limón Lindeman Littoral Longford Macquarie Magallanes Magdalena "
    "Madeira Mahe Maldonado Marigot Maritime Marlborough Marquesas Matamoros Matanzas Mawson Merida Midlands Midway "
    "Misiones "
    "Miyazaki Mohammadia Morazán Muş Mérida Nariño Nome Normandie Noronha Northland Oral Orellana Palencia Palmer Pará "
    "Pedernales Pitcairn Plateaux Portuguesa Quiché Regina Resolute Salta Savannah Southland Stanley Thule Troll "
    "Trujillo Töv Valverde Victoria Vostok Wake Wallis Yamaguchi Ávila Équateur Lwès Sidès Cayenne");
const std::set<std::string> kMoreNames = {"Diego Martin",
                                          "Distrito Federal",
                                          "Elías Piña",
                                          "Francisco Morazán",
                                          "Grand-Est",
                                          "Hermanas Mirabal",
                                          "Long An",
                                          "María Trinidad Sánchez",
                                          "Monseñor Nouel",
                                          "Princes Town",
                                          "Santiago Rodríguez",
                                          "Sánchez Ramírez",
                                          "Swift Current",
                                          "Tan-Tan",
                                          "Villa Clara",
                                          "Rainy River",
                                          "Santa Isabel",
                                          "La Rioja",
                                          "San Luis",
                                          "Campo Grande",
                                          "St. Martin",
                                          "Broken Hill",
                                          "Cambridge Bay",
                                          "Lower Prince’s Quarter"};

// Territories of ISO 3166-1 that are no states of their own.
const std::set<std::string> kNoStates = Words(
    "AI AQ AS AW AX BL BM BQ BV CC CK CW CX EH FK FO GF GG GI GL GP GS GU HK HM IM IO JE KY MF MO MP MQ MS NC NF NU PF "
    "PM PN PR RE SH SJ SX TC TF TK TW UM VG VI WF YT");

// Parts that are worth a name, and what is said behind it. Below them come parishes, communes and boroughs, whose
// names are those of saints, hills and families.
const std::map<std::string, std::string> kParts = {{"Autonomous community", ""},
                                                   {"Autonomous region", ""},
                                                   {"Autonomous republic", ""},
                                                   {"Autonomous province", ""},
                                                   {"Canton", ""},
                                                   {"Capital territory", ""},
                                                   {"County", "County"},
                                                   {"Department", "Department"},
                                                   {"Emirate", ""},
                                                   {"Federal district", ""},
                                                   {"Federal territory", ""},
                                                   {"Governorate", "Governorate"},
                                                   {"Land", ""},
                                                   {"Metropolitan city", ""},
                                                   {"Metropolitan department", ""},
                                                   {"Metropolitan region", ""},
                                                   {"Oblast", ""},
                                                   {"Prefecture", "Prefecture"},
                                                   {"Province", "Province"},
                                                   {"Region", "Region"},
                                                   {"Regional state", "Region"},
                                                   {"Republic", ""},
                                                   {"State", "State"},
                                                   {"Territory", ""},
                                                   {"Union territory", ""},
                                                   {"Voivodship", ""}};

// Words of other languages for what the part is: such a name is not what English calls the place.
const char* const kLocalWords[] = {"oblast",  "kraj",   "län",         "žup",    "Respublika", "Zizhiqu",
                                   "Wilayah", "Región", "Gewest",      "voblas", "uul",        "*",
                                   "kaja",    "Região", "’",           "'",      "‘",          "apskrit",
                                   "oblysy",  "aimag",  "gwangyeoksi", "/",      ",",          "|"};

std::string Utf8(const UnicodeString& text) {
  std::string out;
  return text.toUTF8String(out);
}
UnicodeString Wide(const std::string& text) { return UnicodeString::fromUTF8(text); }

// Without accents: "Quang Tri" of "Quảng Trị".
std::string Plain(const std::string& name) {
  UErrorCode error = U_ZERO_ERROR;
  const UnicodeString apart = icu::Normalizer2::getNFDInstance(error)->normalize(Wide(name), error);
  UnicodeString out;
  for (int32_t i = 0; i < apart.length(); i = apart.moveIndex32(i, 1)) {
    const UChar32 c = apart.char32At(i);
    if (u_charType(c) == U_NON_SPACING_MARK) continue;
    out.append(c == 0x111 ? UChar32('d') : c == 0x110 ? UChar32('D') : c);
  }
  return Utf8(out);
}

bool IsAscii(const std::string& name) {
  return std::all_of(name.begin(), name.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

int32_t HanLength(const std::string& name) {
  const UnicodeString text = Wide(name);
  for (int32_t i = 0; i < text.length(); i = text.moveIndex32(i, 1)) {
    if (!u_hasBinaryProperty(text.char32At(i), UCHAR_IDEOGRAPHIC)) return 0;
  }
  return text.countChar32();
}

// Before "[eu]", "(Burma)", " SAR China".
std::string Head(std::string name) {
  for (const char* more : {" [", " (", " SAR", "["}) name = name.substr(0, name.find(more));
  for (size_t at = name.find(" & "); at != std::string::npos; at = name.find(" & ")) name.replace(at, 3, " and ");
  return name;
}

std::vector<std::string> Split(const std::string& name) {
  std::vector<std::string> words;
  std::string word;
  for (const char c : name + " ") {
    if (c != ' ' && c != '-') {
      word += c >= 'A' && c <= 'Z' ? char(c | 0x20) : c;
    } else if (!word.empty()) {
      words.push_back(std::move(word));
      word.clear();
    }
  }
  return words;
}

// The translations of a .mo file: see the GNU gettext manual, "The Format of GNU MO Files". Empty when it is not there:
// a system without translations builds all the same, with fewer names.
class Translations {
 public:
  explicit Translations(const std::string& path) {
    std::ifstream in(path, std::ios::binary);
    bytes_.assign(std::istreambuf_iterator<char>(in), {});
    constexpr uint32_t kMagic = 0x950412de;
    if (bytes_.size() < 28 || Number(0) != kMagic) return;
    const uint32_t count = Number(8), from = Number(12), to = Number(16);
    for (uint32_t i = 0; i < count; ++i) texts_.emplace(Text(from + i * 8), Text(to + i * 8));
  }
  std::string Of(const std::string& text) const {
    const auto at = texts_.find(text);
    return at == texts_.end() ? std::string() : at->second;
  }

 private:
  uint32_t Number(size_t at) const {
    if (at + 4 > bytes_.size()) return 0;
    uint32_t n = 0;
    for (size_t i = 4; i > 0; --i) n = n << 8 | static_cast<unsigned char>(bytes_[at + i - 1]);
    return n;
  }
  std::string Text(size_t at) const {
    const size_t size = Number(at), begin = Number(at + 4);
    return begin <= bytes_.size() && size <= bytes_.size() - begin ? bytes_.substr(begin, size) : std::string();
  }
  std::string bytes_;
  std::map<std::string, std::string> texts_;
};

struct Place {
  std::string id, type, country, name;
  std::vector<std::string> names, han;
};

class Gazetteer {
 public:
  Gazetteer(std::string json, std::string locales) : json_(std::move(json)), locales_(std::move(locales)) {}

  void Run(std::ostream& out) {
    Countries();
    Cities();
    Parts();
    out << "# Countries, their parts and their cities. Generated by rules/packs/generate/place_names.cc.\n"
           "version: 1\nkind: gazetteer\npack: ai-policy-core\nsupplement: true\nentities:\n";
    for (const Place& p : places_) {
      out << "- \"" << p.id << " | " << p.type << " | " << p.country << " | " << p.name << " | " << Joined(p.names)
          << (p.han.empty() ? "" : " | " + Joined(p.han)) << "\"\n";
    }
  }

 private:
  static std::string Joined(const std::vector<std::string>& names) {
    std::string out;
    for (const std::string& name : names) out += (out.empty() ? "" : "; ") + name;
    return out;
  }

  Json Read(const std::string& part) const {
    std::ifstream in(json_ + "/iso_" + part + ".json");
    const Json all = Json::parse(in, nullptr, false);
    return all.is_discarded() ? Json::array() : all.value(part, Json::array());
  }

  static void Add(std::vector<std::string>& names, const std::string& name) {
    if (!name.empty() && std::find(names.begin(), names.end(), name) == names.end()) names.push_back(name);
  }
  // Both spellings, with accents and without.
  static void AddName(Place& place, const std::string& name) {
    for (const char* mark : kLocalWords) {
      if (name.find(mark) != std::string::npos) return;
    }
    Add(place.names, name);
    if (const std::string plain = Plain(name); IsAscii(plain)) Add(place.names, plain);
  }

  void Keep(Place place) {
    if (place.names.empty() && place.han.empty()) return;
    if (place.name.empty()) place.name = place.names.empty() ? place.han.front() : place.names.front();
    places_.push_back(std::move(place));
  }

  // ---- countries ----------------------------------------------------------------------------------
  void Countries() {
    const Translations chinese(locales_ + "/zh_CN/LC_MESSAGES/iso_3166-1.mo");
    for (const Json& row : Read("3166-1")) {
      Place place;
      place.country = row.value("alpha_2", "");
      place.id = "c_" + Lower(place.country);
      place.type = kNoStates.count(place.country) != 0 ? "region" : "country";
      const std::string english = Head(Territory(place.country, "en"));
      const auto names_more = [](const std::string& name) {
        return kNoPlaces.count(name) + kMoreNames.count(name) != 0;
      };
      if (!names_more(english)) AddName(place, english);
      for (const char* key : {"name", "common_name", "official_name"}) {
        const std::string name = Head(row.value(key, ""));
        if (name.find("the ") != 0 && !names_more(name)) AddName(place, name);
      }
      if (english.find("St. ") == 0) AddName(place, "Saint " + english.substr(4));
      for (const char* locale : {"zh", "zh_Hant", "zh_Hant_HK"}) AddHan(place, Territory(place.country, locale), 2);
      AddHan(place, chinese.Of(row.value("name", "")), 2);
      Keep(std::move(place));
    }
  }

  static std::string Territory(const std::string& code, const char* locale) {
    UnicodeString name;
    Locale("und", code.c_str()).getDisplayCountry(Locale(locale), name);
    return Utf8(name);
  }

  // What an id is made of: small letters, digits and "_".
  static std::string Lower(const std::string& text) {
    std::string out;
    for (const char c : text) {
      if (c >= 'A' && c <= 'Z') out += char(c | 0x20);
      if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) out += c;
      if (c == ' ' || c == '-') out += '_';
    }
    return out;
  }

  static void AddHan(Place& place, const std::string& name, int32_t characters_min) {
    if (HanLength(name) >= characters_min) Add(place.han, name);
  }

  // ---- cities of time zones -------------------------------------------------------------------------
  void Cities() {
    UErrorCode error = U_ZERO_ERROR;
    std::vector<std::unique_ptr<icu::TimeZoneNames>> names;
    for (const char* locale : {"en", "zh", "zh_Hant", "zh_Hant_HK"})
      names.emplace_back(icu::TimeZoneNames::createInstance(Locale(locale), error));
    const std::unique_ptr<icu::StringEnumeration> zones(
        icu::TimeZone::createTimeZoneIDEnumeration(UCAL_ZONE_TYPE_CANONICAL_LOCATION, nullptr, nullptr, error));
    while (const UnicodeString* zone = zones->snext(error)) {
      if (zone->startsWith(u"Antarctica") || zone->startsWith(u"Indian")) continue;
      char region[8] = "";
      icu::TimeZone::getRegion(*zone, region, sizeof region, error);
      std::vector<std::string> texts;
      for (const auto& list : names) {
        UnicodeString name;
        texts.push_back(Utf8(list->getExemplarLocationName(*zone, name)));
      }
      City(region, texts);
    }
  }

  // Two Chinese characters are a person's name or half of another word as often.
  void City(const std::string& country, const std::vector<std::string>& texts) {
    constexpr int32_t kHanMin = 3;
    Place place;
    place.country = country;
    place.type = "city";
    place.id = "city_" + Lower(Plain(texts[0]));
    place.name = texts[0];
    if (kNoPlaces.count(texts[0]) != 0 || kMoreNames.count(texts[0]) != 0) return;
    AddName(place, texts[0]);
    for (size_t i = 1; i < texts.size(); ++i) AddHan(place, texts[i], kHanMin);
    // Without an English name what is left may be half a name.
    if (!place.names.empty()) Keep(std::move(place));
  }

  // ---- parts of states --------------------------------------------------------------------------------
  void Parts() {
    const Translations simplified(locales_ + "/zh_CN/LC_MESSAGES/iso_3166-2.mo");
    const Translations traditional(locales_ + "/zh_TW/LC_MESSAGES/iso_3166-2.mo");
    const Json rows = Read("3166-2");
    std::map<std::string, int> bearers;  // how many parts are called so
    for (const Json& row : rows) ++bearers[row.value("name", "")];
    for (const Json& row : rows) {
      const auto part = kParts.find(row.value("type", ""));
      const std::string full = row.value("name", "");
      const std::string code = row.value("code", "");
      // Places that have a code of their own in ISO 3166-1.
      if (code == "CN-TW" || code == "CN-HK" || code == "CN-MO") continue;
      if (part == kParts.end() || bearers[full] > 1) continue;
      Place place;
      place.country = code.substr(0, 2);
      place.id = "iso_" + Lower(code);
      place.type = "subnational";
      std::string name = Head(full);
      for (const char* local : {" Sheng", " Shi", "-do", " Province", " Region"})
        if (name.ends_with(local)) name.resize(name.size() - std::char_traits<char>::length(local));
      place.name = Plain(name);
      NamesOfPart(place, name, part->second);
      for (const Translations* t : {&simplified, &traditional}) HanOfPart(place, t->Of(full));
      Keep(std::move(place));
    }
  }

  static void NamesOfPart(Place& place, const std::string& name, const std::string& kind) {
    const std::vector<std::string> words = Split(name);
    if (words.empty() || kMoreNames.count(name) != 0) return;
    if (std::all_of(words.begin(), words.end(), [](const auto& w) { return kGenericWords.count(w) != 0; })) return;
    static const std::set<std::string> kSaints =
        Words("san santa santo são saint st. la el los las presidente al ad az as ash");
    const bool several = words.size() > 1 && kSaints.count(words[0]) == 0;
    const std::string plain = Plain(name);
    const bool alone = kNoPlaces.count(name) == 0 && words.size() == 1 && plain.size() >= kLettersMin;
    if (several || alone) {
      AddName(place, name);
    } else if (words.size() == 1 && !IsAscii(name) && kNoPlaces.count(name) == 0) {
      Add(place.names, "=" + name);  // only with its accents
    }
    // "Ohio State" is a university.
    if (kind.empty() || (kind == "State" && place.country == "US") || words.size() > 2) return;
    if (place.country == "IE") AddName(place, kind + " " + name);
    AddName(place, name + " " + kind);
  }

  // Only names that say what they are: the others are written like names of people. "\u4E2D\u592E\u7701" is said of
  // many.
  static void HanOfPart(Place& place, const std::string& name) {
    const UnicodeString text = Wide(name);
    static const UnicodeString kKinds = u"省州县縣市区區郡邦府道";
    static const UnicodeString kGeneric =
        u"东東西南北中央部上下高大方首都滨濱海沿岸新省州县縣市区區郡邦府道地河湖山岛島原";
    if (HanLength(name) < 3 || kKinds.indexOf(text.char32At(text.length() - 1)) < 0) return;
    for (int32_t i = 0; i < text.length(); ++i) {
      if (kGeneric.indexOf(text.charAt(i)) < 0) return Add(place.han, name);
    }
  }

  const std::string json_, locales_;
  std::vector<Place> places_;
};

}  // namespace

int main(int argc, char** argv) {
  if (argc < 2) {
    std::cerr << "usage: place_names OUT [ISO_CODES_JSON_DIR] [LOCALE_DIR]\n";
    return 2;
  }
  std::ofstream out(argv[1]);
  Gazetteer(argc > 2 ? argv[2] : "/usr/share/iso-codes/json", argc > 3 ? argv[3] : "/usr/share/locale").Run(out);
  out.flush();
  if (!out) std::cerr << "cannot write " << argv[1] << "\n";
  return out ? 0 : 1;
}
