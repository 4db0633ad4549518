#include "nlp/names/currencies.h"

#include <algorithm>
#include <array>
#include <unordered_map>
#include <unordered_set>

#include "nlp/text/cursor.h"

namespace tocsin {
namespace {

struct Row {
  std::string_view name;
  std::string_view code;
  int power = 0;
  CurrencySign sign = CurrencySign::kSettled;
};

// Longest first where one ends with another. Letters in a sign must not continue a word.
constexpr Row kSigns[] = {
    {"US$", "USD"},      {"U.S.$", "USD"}, {"USD$", "USD"},     {"CAD$", "CAD"},      {"AUD$", "AUD"},
    {"NZD$", "NZD"},     {"SGD$", "SGD"},  {"HKD$", "HKD"},     {"NT$", "TWD"},       {"TW$", "TWD"},
    {"HK$", "HKD"},      {"MOP$", "MOP"},  {"NZ$", "NZD"},      {"AU$", "AUD"},       {"CA$", "CAD"},
    {"CDN$", "CAD"},     {"C$", "CAD"},    {"A$", "AUD"},       {"S$", "SGD"},        {"SG$", "SGD"},
    {"R$", "BRL"},       {"MX$", "MXN"},   {"Mex$", "MXN"},     {"J$", "JMD"},        {"B$", "BND"},
    {"Z$", "ZWL"},       {"N$", "NAD"},    {"CN\u00A5", "CNY"}, {"RMB\u00A5", "CNY"}, {"JP\u00A5", "JPY"},
    {"CN\uFFE5", "CNY"},
};
constexpr Row kMarks[] = {
    {"$", "USD", 0, CurrencySign::kDollar},
    {"\uFF04", "USD", 0, CurrencySign::kDollar},
    {"\u00A3", "GBP"},
    {"\uFFE1", "GBP"},
    {"\u20AC", "EUR"},
    {"\u00A5", "JPY", 0, CurrencySign::kYuanYen},
    {"\uFFE5", "CNY", 0, CurrencySign::kYuanYen},
    {"\u20A9", "KRW"},
    {"\uFFE6", "KRW"},
    {"\u20B9", "INR"},
    {"\u20BD", "RUB"},
    {"\u20BA", "TRY"},
    {"\u20AB", "VND"},
    {"\u0E3F", "THB"},
    {"\u20AA", "ILS"},
    {"\u20A6", "NGN"},
    {"\u20B1", "PHP"},
    {"\u20B4", "UAH"},
    {"\u20BF", "XBT"},
    {"\u20B8", "KZT"},
    {"\u20A1", "CRC"},
    {"\u20B5", "GHS"},
    {"\u20BE", "GEL"},
    {"\u20A8", "INR", 0, CurrencySign::kRupee},
};

// Before a number, besides ISO codes.
constexpr Row kShortNames[] = {
    {"Rs", "INR", 0, CurrencySign::kRupee},
    {"Rs.", "INR", 0, CurrencySign::kRupee},
    {"rs.", "INR", 0, CurrencySign::kRupee},
    {"rs", "INR", 0, CurrencySign::kRupee},
    {"RMB", "CNY"},
    {"Rmb", "CNY"},
    {"rmb", "CNY"},
    {"NIS", "ILS"},
    {"NTD", "TWD"},
    {"Dh", "AED"},
    {"Dhs", "AED"},
    {"Dhs.", "AED"},
    {"SR", "SAR"},
    {"RM", "MYR"},
    {"Rp", "IDR"},
    {"Tk", "BDT"},
    {"BTC", "XBT"},
    {"NKr", "NOK"},
    {"SKr", "SEK"},
    {"DKr", "DKK"},
    {"SFr", "CHF"},
    {"Fr", "CHF"},
};

constexpr std::string_view kCodes =
    "USD EUR JPY GBP CNY CNH AUD CAD CHF HKD SGD SEK KRW NOK NZD INR MXN TWD ZAR BRL DKK PLN THB ILS IDR CZK AED TRY "
    "HUF CLP "
    "SAR PHP MYR COP RUB RON PEN BHD BGN ARS AFN ALL AMD ANG AOA AWG AZN BAM BBD BDT BIF BMD BND BOB BSD BTN BWP BYN "
    "BZD CDF "
    "CRC CUP CVE DJF DOP DZD EGP ERN ETB FJD FKP GEL GHS GIP GMD GNF GTQ GYD HNL HTG IQD IRR ISK JMD JOD KES KGS KHR "
    "KMF KPW "
    "KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MZN NAD NGN NIO NPR OMR PAB PGK "
    "PKR PYG "
    "QAR RSD RWF SBD SCR SDG SHP SLE SOS SRD SSP STN SVC SYP SZL TJS TMT TND TOP TTD TZS UAH UGX UYU UZS VES VND VUV "
    "WST XAF "
    "XCD XDR XOF XPF YER ZMW ZWL XBT";
constexpr std::string_view kWordCodes = "ALL TOP CUP GEL PEN MAD SOS BAM ANG GIP STN LAK COP SDG SHP";

// Behind a number: singular, in lower case; a plural s is taken off before the look-up.
constexpr Row kNouns[] = {
    {"dollar", "USD", 0, CurrencySign::kDollar},
    {"us dollar", "USD"},
    {"u.s. dollar", "USD"},
    {"american dollar", "USD"},
    {"united states dollar", "USD"},
    {"canadian dollar", "CAD"},
    {"australian dollar", "AUD"},
    {"new zealand dollar", "NZD"},
    {"hong kong dollar", "HKD"},
    {"singapore dollar", "SGD"},
    {"singaporean dollar", "SGD"},
    {"taiwan dollar", "TWD"},
    {"taiwanese dollar", "TWD"},
    {"new taiwan dollar", "TWD"},
    {"nt dollar", "TWD"},
    {"jamaican dollar", "JMD"},
    {"buck", "USD", 0, CurrencySign::kDollar},
    {"euro", "EUR"},
    {"pound", "GBP", 0, CurrencySign::kPound},
    {"british pound", "GBP"},
    {"sterling", "GBP"},
    {"pound sterling", "GBP"},
    {"pounds sterling", "GBP"},
    {"egyptian pound", "EGP"},
    {"lebanese pound", "LBP"},
    {"syrian pound", "SYP"},
    {"sudanese pound", "SDG"},
    {"yen", "JPY"},
    {"japanese yen", "JPY"},
    {"yuan", "CNY"},
    {"chinese yuan", "CNY"},
    {"renminbi", "CNY"},
    {"rmb", "CNY"},
    {"yuan renminbi", "CNY"},
    {"won", "KRW", 0, CurrencySign::kWon},
    {"korean won", "KRW"},
    {"south korean won", "KRW"},
    {"north korean won", "KPW"},
    {"rupee", "INR", 0, CurrencySign::kRupee},
    {"indian rupee", "INR"},
    {"pakistani rupee", "PKR"},
    {"pakistan rupee", "PKR"},
    {"sri lankan rupee", "LKR"},
    {"nepalese rupee", "NPR"},
    {"nepali rupee", "NPR"},
    {"mauritian rupee", "MUR"},
    {"rupiah", "IDR"},
    {"ringgit", "MYR"},
    {"malaysian ringgit", "MYR"},
    {"baht", "THB"},
    {"thai baht", "THB"},
    {"dong", "VND"},
    {"vietnamese dong", "VND"},
    {"taka", "BDT"},
    {"peso", "MXN", 0, CurrencySign::kPeso},
    {"mexican peso", "MXN"},
    {"philippine peso", "PHP"},
    {"argentine peso", "ARS"},
    {"chilean peso", "CLP"},
    {"colombian peso", "COP"},
    {"cuban peso", "CUP"},
    {"uruguayan peso", "UYU"},
    {"dominican peso", "DOP"},
    {"real", "BRL"},
    {"reai", "BRL"},
    {"brazilian real", "BRL"},
    {"brazilian reai", "BRL"},
    {"riyal", "SAR"},
    {"saudi riyal", "SAR"},
    {"qatari riyal", "QAR"},
    {"omani rial", "OMR"},
    {"iranian rial", "IRR"},
    {"yemeni rial", "YER"},
    {"dirham", "AED"},
    {"uae dirham", "AED"},
    {"emirati dirham", "AED"},
    {"moroccan dirham", "MAD"},
    {"kuwaiti dinar", "KWD"},
    {"bahraini dinar", "BHD"},
    {"jordanian dinar", "JOD"},
    {"iraqi dinar", "IQD"},
    {"tunisian dinar", "TND"},
    {"algerian dinar", "DZD"},
    {"serbian dinar", "RSD"},
    {"libyan dinar", "LYD"},
    {"shekel", "ILS"},
    {"israeli shekel", "ILS"},
    {"new israeli shekel", "ILS"},
    {"lira", "TRY"},
    {"turkish lira", "TRY"},
    {"ruble", "RUB"},
    {"rouble", "RUB"},
    {"russian ruble", "RUB"},
    {"russian rouble", "RUB"},
    {"belarusian ruble", "BYN"},
    {"hryvnia", "UAH"},
    {"tenge", "KZT"},
    {"zloty", "PLN"},
    {"zlotys", "PLN"},
    {"polish zloty", "PLN"},
    {"forint", "HUF"},
    {"hungarian forint", "HUF"},
    {"koruna", "CZK"},
    {"czech koruna", "CZK"},
    {"czech crown", "CZK"},
    {"lei", "RON"},
    {"lev", "BGN"},
    {"krona", "SEK", 0, CurrencySign::kKrone},
    {"kronor", "SEK"},
    {"swedish krona", "SEK"},
    {"swedish kronor", "SEK"},
    {"swedish crown", "SEK"},
    {"icelandic krona", "ISK"},
    {"krone", "NOK", 0, CurrencySign::kKrone},
    {"kroner", "NOK", 0, CurrencySign::kKrone},
    {"norwegian krone", "NOK"},
    {"norwegian kroner", "NOK"},
    {"norwegian crown", "NOK"},
    {"danish krone", "DKK"},
    {"danish kroner", "DKK"},
    {"danish crown", "DKK"},
    {"franc", "CHF", 0, CurrencySign::kFranc},
    {"swiss franc", "CHF"},
    {"cfa franc", "XOF"},
    {"rand", "ZAR"},
    {"south african rand", "ZAR"},
    {"naira", "NGN"},
    {"cedi", "GHS"},
    {"kenyan shilling", "KES"},
    {"ugandan shilling", "UGX"},
    {"birr", "ETB"},
    {"rwandan franc", "RWF"},
    {"bitcoin", "XBT"},
    {"btc", "XBT"},
    {"pataca", "MOP"},
    {"cent", "USD", -2, CurrencySign::kDollar},
    {"us cent", "USD", -2},
    {"euro cent", "EUR", -2},
    {"pence", "GBP", -2},
    {"penny", "USD", -2, CurrencySign::kPenny},
    {"pennie", "USD", -2, CurrencySign::kPenny},
    {"paise", "INR", -2},
    {"canadian cent", "CAD", -2},
    {"australian cent", "AUD", -2},
    {"hong kong cent", "HKD", -2},
    {"eurocent", "EUR", -2},
    {"kopek", "RUB", -2},
    {"kopeck", "RUB", -2},
    {"afghani", "AFN"},
    {"angolan kwanza", "AOA"},
    {"kwanza", "AOA"},
    {"armenian dram", "AMD"},
    {"dram", "AMD"},
    {"azerbaijani manat", "AZN"},
    {"manat", "AZN"},
    {"bahamian dollar", "BSD"},
    {"barbadian dollar", "BBD"},
    {"belize dollar", "BZD"},
    {"bermudian dollar", "BMD"},
    {"bolivian boliviano", "BOB"},
    {"boliviano", "BOB"},
    {"bolivar", "VES"},
    {"venezuelan bolivar", "VES"},
    {"brunei dollar", "BND"},
    {"bulgarian lev", "BGN"},
    {"leva", "BGN"},
    {"burmese kyat", "MMK"},
    {"kyat", "MMK"},
    {"cambodian riel", "KHR"},
    {"riel", "KHR"},
    {"central african cfa franc", "XAF"},
    {"west african cfa franc", "XOF"},
    {"congolese franc", "CDF"},
    {"croatian kuna", "HRK"},
    {"kuna", "HRK"},
    {"ethiopian birr", "ETB"},
    {"fijian dollar", "FJD"},
    {"gambian dalasi", "GMD"},
    {"georgian lari", "GEL"},
    {"lari", "GEL"},
    {"ghanaian cedi", "GHS"},
    {"guatemalan quetzal", "GTQ"},
    {"quetzal", "GTQ"},
    {"honduran lempira", "HNL"},
    {"lempira", "HNL"},
    {"icelandic kronur", "ISK"},
    {"kronur", "ISK"},
    {"indonesian rupiah", "IDR"},
    {"kazakh tenge", "KZT"},
    {"kazakhstani tenge", "KZT"},
    {"kyrgyz som", "KGS"},
    {"lao kip", "LAK"},
    {"kip", "LAK"},
    {"liberian dollar", "LRD"},
    {"macedonian denar", "MKD"},
    {"malagasy ariary", "MGA"},
    {"moldovan leu", "MDL"},
    {"mongolian tugrik", "MNT"},
    {"tugrik", "MNT"},
    {"mozambican metical", "MZN"},
    {"metical", "MZN"},
    {"namibian dollar", "NAD"},
    {"nigerian naira", "NGN"},
    {"qatari rial", "QAR"},
    {"saudi arabian riyal", "SAR"},
    {"rial", "IRR"},
    {"peruvian sol", "PEN"},
    {"romanian leu", "RON"},
    {"romanian lei", "RON"},
    {"leu", "RON"},
    {"tanzanian shilling", "TZS"},
    {"trinidad and tobago dollar", "TTD"},
    {"turkmenistani manat", "TMT"},
    {"ukrainian hryvnia", "UAH"},
    {"united arab emirates dirham", "AED"},
    {"uzbekistani som", "UZS"},
    {"uzbek som", "UZS"},
    {"zambian kwacha", "ZMW"},
    {"kwacha", "ZMW"},
    {"dinar", "XXX"},
    {"bangladeshi taka", "BDT"},
    {"botswana pula", "BWP"},
    {"pula", "BWP"},
    {"albanian lek", "ALL"},
    {"zimbabwean dollar", "ZWL"},
    // Money of the past, which archives still count in.
    {"deutsche mark", "DEM"},
    {"deutschemark", "DEM"},
    {"deutschmark", "DEM"},
    {"german mark", "DEM"},
    {"west german mark", "DEM"},
    {"marks", "DEM"},
    {"finnish markka", "FIM"},
    {"finnish mark", "FIM"},
    {"markka", "FIM"},
    {"markkaa", "FIM"},
    {"french franc", "FRF"},
    {"belgian franc", "BEF"},
    {"luxembourg franc", "LUF"},
    {"peseta", "ESP"},
    {"spanish peseta", "ESP"},
    {"portuguese escudo", "PTE"},
    {"escudo", "PTE"},
    {"italian lira", "ITL"},
    {"italian lire", "ITL"},
    {"lire", "ITL"},
    {"guilder", "NLG"},
    {"dutch guilder", "NLG"},
    {"austrian schilling", "ATS"},
    {"schilling", "ATS"},
    {"drachma", "GRD"},
    {"greek drachma", "GRD"},
    {"irish punt", "IEP"},
    {"irish pound", "IEP"},
    {"punt", "IEP"},
};

// Longest first where one begins with another.
constexpr Row kHanNames[] = {
    {"元人民币", "CNY"},
    {"元人民幣", "CNY"},
    {"人民币元", "CNY"},
    {"人民币", "CNY"},
    {"人民幣", "CNY"},
    {"元新台币", "TWD"},
    {"元新臺幣", "TWD"},
    {"元港币", "HKD"},
    {"新台币元", "TWD"},
    {"新台币", "TWD"},
    {"新臺幣", "TWD"},
    {"新台幣", "TWD"},
    {"台币", "TWD"},
    {"臺幣", "TWD"},
    {"台幣", "TWD"},
    {"新加坡元", "SGD"},
    {"新加坡幣", "SGD"},
    {"新币", "SGD"},
    {"坡元", "SGD"},
    {"新元", "SGD"},
    {"新西兰元", "NZD"},
    {"纽元", "NZD"},
    {"紐元", "NZD"},
    {"美元", "USD"},
    {"美圆", "USD"},
    {"美圓", "USD"},
    {"美金", "USD"},
    {"欧元", "EUR"},
    {"歐元", "EUR"},
    {"日元", "JPY"},
    {"円", "JPY"},
    {"日圆", "JPY"},
    {"日圓", "JPY"},
    {"日币", "JPY"},
    {"日幣", "JPY"},
    {"英镑", "GBP"},
    {"英鎊", "GBP"},
    {"港元", "HKD"},
    {"港币", "HKD"},
    {"港幣", "HKD"},
    {"港圓", "HKD"},
    {"澳门元", "MOP"},
    {"澳元", "AUD"},
    {"加元", "CAD"},
    {"加拿大元", "CAD"},
    {"加币", "CAD"},
    {"加幣", "CAD"},
    {"澳大利亚元", "AUD"},
    {"韩元", "KRW"},
    {"韓元", "KRW"},
    {"韩圆", "KRW"},
    {"韓圜", "KRW"},
    {"韩币", "KRW"},
    {"瑞士法郎", "CHF"},
    {"瑞郎", "CHF"},
    {"法郎", "CHF"},
    {"俄罗斯卢布", "RUB"},
    {"卢布", "RUB"},
    {"盧布", "RUB"},
    {"印度卢比", "INR"},
    {"巴基斯坦卢比", "PKR"},
    {"卢比", "INR"},
    {"盧比", "INR"},
    {"沙特里亚尔", "SAR"},
    {"里亚尔", "SAR"},
    {"里亞爾", "SAR"},
    {"沙特里亞爾", "SAR"},
    {"阿联酋迪拉姆", "AED"},
    {"迪拉姆", "AED"},
    {"雷亚尔", "BRL"},
    {"巴西雷亚尔", "BRL"},
    {"泰铢", "THB"},
    {"泰銖", "THB"},
    {"林吉特", "MYR"},
    {"令吉", "MYR"},
    {"印尼盾", "IDR"},
    {"印尼卢比", "IDR"},
    {"越南盾", "VND"},
    {"比索", "MXN"},
    {"新谢克尔", "ILS"},
    {"谢克尔", "ILS"},
    {"兰特", "ZAR"},
    {"土耳其里拉", "TRY"},
    {"里拉", "TRY"},
    {"瑞典克朗", "SEK"},
    {"挪威克朗", "NOK"},
    {"丹麦克朗", "DKK"},
    {"捷克克朗", "CZK"},
    {"兹罗提", "PLN"},
    {"福林", "HUF"},
    {"科威特第纳尔", "KWD"},
    {"坚戈", "KZT"},
    {"格里夫纳", "UAH"},
    {"比特币", "XBT"},
    {"个比特币", "XBT"},
    {"比特幣", "XBT"},
    {"美分", "USD", -2},
    {"欧分", "EUR", -2},
    {"块钱", "CNY"},
    {"便士", "GBP", -2},
    {"毛钱", "CNY", -1},
    {"分钱", "CNY", -2},
    {"欧圆", "EUR"},
    {"阿根廷比索", "ARS"},
    {"菲律宾比索", "PHP"},
    {"墨西哥比索", "MXN"},
    {"智利比索", "CLP"},
    {"哥伦比亚比索", "COP"},
    {"埃及镑", "EGP"},
    {"伊朗里亚尔", "IRR"},
    {"卡塔尔里亚尔", "QAR"},
    {"阿曼里亚尔", "OMR"},
    {"伊拉克第纳尔", "IQD"},
    {"约旦第纳尔", "JOD"},
    {"巴林第纳尔", "BHD"},
    {"马来西亚令吉", "MYR"},
    {"马来西亚林吉特", "MYR"},
    {"印度尼西亚盾", "IDR"},
    {"印尼盧比", "IDR"},
    {"越南盾元", "VND"},
    {"蒙古图格里克", "MNT"},
    {"图格里克", "MNT"},
    {"缅元", "MMK"},
    {"奈拉", "NGN"},
    {"肯尼亚先令", "KES"},
    {"坦桑尼亚先令", "TZS"},
    {"列弗", "BGN"},
    {"列伊", "RON"},
    {"克朗", "SEK", 0, CurrencySign::kKrone},
    {"冰岛克朗", "ISK"},
    {"德国马克", "DEM"},
    {"芬兰马克", "FIM"},
    {"法国法郎", "FRF"},
    {"新台幣元", "TWD"},
    {"台幣元", "TWD"},
    {"韩圜", "KRW"},
    {"韓圓", "KRW"},
    {"韓幣", "KRW"},
    {"朝鲜元", "KPW"},
    {"文莱元", "BND"},
    {"牙买加元", "JMD"},
    {"塊錢", "CNY"},
    {"元", "CNY", 0, CurrencySign::kYen},
    {"圆", "CNY", 0, CurrencySign::kYen},
    {"圓", "CNY", 0, CurrencySign::kYen},
};

// What turns 元 into something else: 元宇宙, 元件, 元素, 元旦, 元年, 元月, 元首.
constexpr std::string_view kNotYuan[] = {"元宇宙", "元件", "元素", "元旦",   "元年",  "元月",
                                         "元首",   "元组", "元老", "元器件", "元数据"};

CurrencyName Make(const Row& row, size_t begin, size_t end) {
  CurrencyName n;
  std::copy(row.code.begin(), row.code.end(), n.code.code);
  n.sign = row.sign;
  n.power = row.power;
  n.begin = uint32_t(begin);
  n.end = uint32_t(end);
  return n;
}

// The rows of a table by one byte of their names, so that a look-up compares a few of them: the last byte of names that
// end at a place, the second of those that start there (the first when there is no second).
template <size_t N>
class ByteIndex {
 public:
  constexpr ByteIndex(const Row (&rows)[N], bool last) : last_(last) {
    size_t size = 0;
    for (size_t bucket = 0; bucket < kBuckets; ++bucket) {
      starts_[bucket] = uint16_t(size);
      for (size_t i = 0; i < N; ++i) {
        if (Bucket(KeyOf(rows[i].name)) == bucket) order_[size++] = &rows[i];
      }
    }
    starts_[kBuckets] = uint16_t(size);
  }

  // The longest name that `matches` says stands at the place whose byte is `key`.
  template <class Matches>
  const Row* Longest(char key, Matches matches) const {
    const Row* best = nullptr;
    const size_t bucket = Bucket(key);
    for (size_t i = starts_[bucket]; i < starts_[bucket + 1]; ++i) {
      const Row* row = order_[i];
      if ((best == nullptr || row->name.size() > best->name.size()) && matches(row->name)) best = row;
    }
    return best;
  }

 private:
  static constexpr size_t kBuckets = 64;
  static constexpr size_t Bucket(char byte) { return static_cast<unsigned char>(byte) % kBuckets; }
  constexpr char KeyOf(std::string_view name) const {
    return last_ ? name.back() : name.size() > 1 ? name[1] : name[0];
  }
  bool last_;
  std::array<const Row*, N> order_{};
  std::array<uint16_t, kBuckets + 1> starts_{};
};

constexpr ByteIndex kSignsByEnd(kSigns, true);
constexpr ByteIndex kMarksByEnd(kMarks, true);
constexpr ByteIndex kHanNamesByEnd(kHanNames, true);
constexpr ByteIndex kSignsByStart(kSigns, false);
constexpr ByteIndex kMarksByStart(kMarks, false);
constexpr ByteIndex kHanNamesByStart(kHanNames, false);

template <class Index>
const Row* RowBefore(std::string_view text, size_t end, const Index& index) {
  return index.Longest(text[end - 1], [&](std::string_view name) { return EndsWith(text, end, name); });
}

// A name of one byte is filed under it, longer ones under their second: both places are looked at.
template <class Index>
const Row* RowAt(std::string_view text, size_t begin, const Index& index) {
  const auto matches = [&](std::string_view name) { return StartsWith(text, begin, name); };
  const Row* row = begin + 1 < text.size() ? index.Longest(text[begin + 1], matches) : nullptr;
  return row != nullptr ? row : index.Longest(ByteAt(text, begin), matches);
}

using NounTable = std::unordered_map<std::string_view, const Row*>;
const NounTable& Nouns() {
  static const NounTable table = [] {
    NounTable t;
    for (const Row& row : kNouns) t.emplace(row.name, &row);
    return t;
  }();
  return table;
}

// True for the first word of a noun, singular or plural: nearly every word behind a number is none.
class FirstWords {
 public:
  FirstWords() {
    for (const Row& row : kNouns) {
      const std::string_view first = row.name.substr(0, std::min(row.name.find(' '), row.name.size()));
      words_.emplace(first);
      seen_[Bit(first[0], first.size())] = seen_[Bit(first[0], first.size() + 1)] = true;
    }
  }
  bool Has(std::string_view word) const {
    if (word.empty() || word.size() > kWordBytesMax || !seen_[Bit(AsciiLower(word[0]), word.size())]) return false;
    const Folded folded(word);
    if (words_.count(folded.view()) != 0) return true;
    return folded.view().back() == 's' && words_.count(folded.view().substr(0, word.size() - 1)) != 0;
  }

 private:
  static size_t Bit(char first, size_t size) { return size_t(first - 'a') * 32 + size % 32; }
  std::unordered_set<std::string_view> words_;
  std::array<bool, size_t{26} * 32> seen_{};
};

// The noun of up to four words at `begin`: the longest that the table knows, its plural s aside.
std::optional<CurrencyName> NounAt(std::string_view text, size_t begin) {
  static const FirstWords first_words;
  const std::string_view first = LettersAt(text, begin);
  if (ByteAt(text, begin + first.size()) != '.' && !first_words.Has(first)) return std::nullopt;
  char phrase[64];
  size_t size = 0, pos = begin;
  std::optional<CurrencyName> best;
  for (int words = 0; words < 4; ++words) {
    size_t end = pos;
    while (end < text.size() && (IsAsciiLetter(text[end]) || text[end] == '.') &&
           size + (end - pos) + 2 < sizeof phrase)
      ++end;
    if (end == pos) break;
    if (words != 0) phrase[size++] = ' ';
    for (; pos < end; ++pos) phrase[size++] = AsciiLower(text[pos]);
    size_t letters = size, last = end;
    while (letters > 1 && phrase[letters - 1] == '.') --letters, --last;
    if (!WordCharAt(text, last)) {
      const bool plural = letters > 2 && phrase[letters - 1] == 's';
      auto found = Nouns().find({phrase, letters});
      if (found == Nouns().end() && plural) found = Nouns().find({phrase, letters - 1});
      if (found != Nouns().end()) best = Make(*found->second, begin, last);
    }
    pos = SkipBlanks(text, end);
    if (pos == end) break;
  }
  return best;
}

CurrencyName CodeName(std::string_view code, size_t begin) {
  Row row{code, code == "CNH" ? "CNY" : code};
  return Make(row, begin, begin + code.size());
}

struct Settled {
  CurrencySign sign;
  std::string_view place, code;
};
constexpr Settled kSettled[] = {
    {CurrencySign::kDollar, "CA", "CAD"},  {CurrencySign::kDollar, "AU", "AUD"},  {CurrencySign::kDollar, "NZ", "NZD"},
    {CurrencySign::kDollar, "SG", "SGD"},  {CurrencySign::kDollar, "HK", "HKD"},  {CurrencySign::kDollar, "TW", "TWD"},
    {CurrencySign::kYen, "TW", "TWD"},     {CurrencySign::kYen, "HK", "HKD"},     {CurrencySign::kYen, "SG", "SGD"},
    {CurrencySign::kYen, "MO", "MOP"},     {CurrencySign::kYuanYen, "CN", "CNY"}, {CurrencySign::kYuanYen, "HK", "CNY"},
    {CurrencySign::kYuanYen, "JP", "JPY"}, {CurrencySign::kPound, "EG", "EGP"},   {CurrencySign::kPound, "LB", "LBP"},
    {CurrencySign::kPenny, "GB", "GBP"},   {CurrencySign::kPenny, "IE", "EUR"},   {CurrencySign::kRupee, "PK", "PKR"},
    {CurrencySign::kRupee, "LK", "LKR"},   {CurrencySign::kRupee, "NP", "NPR"},   {CurrencySign::kRupee, "MU", "MUR"},
    {CurrencySign::kWon, "KP", "KPW"},     {CurrencySign::kPeso, "PH", "PHP"},    {CurrencySign::kPeso, "AR", "ARS"},
    {CurrencySign::kPeso, "CL", "CLP"},    {CurrencySign::kPeso, "CO", "COP"},    {CurrencySign::kKrone, "DK", "DKK"},
    {CurrencySign::kKrone, "NO", "NOK"},   {CurrencySign::kKrone, "IS", "ISK"},   {CurrencySign::kKrone, "SE", "SEK"},
    {CurrencySign::kFranc, "RW", "RWF"},
};

}  // namespace

bool IsCurrencyCode(std::string_view word) {
  static const std::unordered_set<std::string_view> codes = [] {
    std::unordered_set<std::string_view> all;
    for (size_t i = 0; i + 3 <= kCodes.size(); i += 4) all.insert(kCodes.substr(i, 3));
    for (size_t i = 0; i + 3 <= kWordCodes.size(); ++i) {
      const bool alone =
          (i == 0 || kWordCodes[i - 1] == ' ') && (i + 3 == kWordCodes.size() || kWordCodes[i + 3] == ' ');
      if (alone) all.erase(kWordCodes.substr(i, 3));
    }
    return all;
  }();
  return word.size() == 3 && IsAsciiUpper(word[0]) && codes.count(word) != 0;
}

namespace {

// "hk$", "usd$": letters in any case from `begin` and the sign that ends at `end`.
std::optional<CurrencyName> LetteredDollar(std::string_view text, size_t begin, size_t end) {
  char sign[5];
  const size_t letters = end - 1 - begin;
  if (letters == 0 || letters > 3) return std::nullopt;
  for (size_t i = 0; i < letters; ++i) {
    if (!IsAsciiLetter(text[begin + i])) return std::nullopt;
    sign[i] = IsAsciiLower(text[begin + i]) ? char(text[begin + i] - 32) : text[begin + i];
  }
  sign[letters] = '$';
  const std::string_view name(sign, letters + 1);
  if (const Row* row = RowBefore(name, name.size(), kSignsByEnd); row != nullptr && row->name == name)
    return Make(*row, begin, end);
  const std::string_view code(sign, 3);
  if (letters == 3 && IsCurrencyCode(code) && sign[2] != 'L') return Make({"$", code}, begin, end);
  return std::nullopt;
}

// "us $ 10", "HK $5": letters set apart from the sign at `sign`. In lower case only where the digits are set apart too,
// for "they gave us $5" has none.
std::optional<CurrencyName> DollarSetApart(std::string_view text, size_t sign) {
  const size_t word_end = SkipBlanksBack(text, sign);
  if (word_end == sign) return std::nullopt;
  const std::string_view word = LettersBefore(text, word_end);
  if (word.empty() || word.size() > 2 || (IsAsciiLower(word[0]) && ByteAt(text, sign + 1) != ' ')) return std::nullopt;
  const Folded folded(word);
  for (std::string_view known : {"us", "c", "nt", "hk", "nz", "au", "ca", "sg", "mx"}) {
    if (folded.view() != known || WordCharBefore(text, word_end - word.size())) continue;
    char joined[3] = {word[0], word.size() > 1 ? word[1] : '$', '$'};
    auto name = LetteredDollar({joined, word.size() + 1}, 0, word.size() + 1);
    if (!name) return std::nullopt;
    name->begin = uint32_t(word_end - word.size());
    name->end = uint32_t(sign + 1);
    return name;
  }
  return std::nullopt;
}

// ISO codes that print in lower case too, and are no words.
constexpr std::string_view kLowerCodes =
    " usd eur gbp inr cny jpy sek nok dkk krw hkd twd sgd aud cad nzd chf rub brl mxn idr myr thb ";

std::optional<CurrencyName> LowerCode(std::string_view word, size_t begin) {
  if (word.size() != 3 || !IsAsciiLower(word[0])) return std::nullopt;
  const size_t at = kLowerCodes.find(word);
  if (at == std::string_view::npos || kLowerCodes[at - 1] != ' ' || kLowerCodes[at + 3] != ' ') return std::nullopt;
  char upper[3];
  for (size_t i = 0; i < 3; ++i) upper[i] = char(word[i] - 32);
  return CodeName({upper, 3}, begin);
}

}  // namespace

std::optional<CurrencyName> CurrencyBefore(std::string_view text, size_t end) {
  if (end == 0) return std::nullopt;
  const char last = text[end - 1];
  if (last == '$' || static_cast<unsigned char>(last) >= 0x80) {
    if (const Row* row = RowBefore(text, end, kSignsByEnd)) {
      const size_t begin = end - row->name.size();
      if (!WordCharBefore(text, begin)) return Make(*row, begin, end);
    }
    if (last == '$') {  // "usd$ 15", "hk$ 3"
      const size_t begin = end - 1 - LettersBefore(text, end - 1).size();
      if (const auto name = LetteredDollar(text, begin, end); name && !WordCharBefore(text, begin)) return name;
    }
    if (const Row* row = RowBefore(text, end, kMarksByEnd)) {
      const size_t begin = end - row->name.size();
      if (row->name == "$") {
        if (const auto name = DollarSetApart(text, begin)) return name;
      }
      return Make(*row, begin, end);
    }
    if (const Row* row = RowBefore(text, end, kHanNamesByEnd); row != nullptr && row->sign == CurrencySign::kSettled) {
      return Make(*row, end - row->name.size(), end);
    }
    return std::nullopt;
  }
  const size_t letters_end = last == '.' ? end - 1 : end;
  const std::string_view word = LettersBefore(text, letters_end);
  if (word.empty() || word.size() > 6) return std::nullopt;
  const size_t begin = letters_end - word.size();
  if (WordCharBefore(text, begin)) return std::nullopt;
  if (word.size() == 4 && word[0] == 'M' && last != '.' && IsCurrencyCode(word.substr(1))) {  // "MAUD 60"
    CurrencyName n = CodeName(word.substr(1), begin);
    n.end = uint32_t(end);
    n.power = 6;
    return n;
  }
  const std::string_view whole = text.substr(begin, end - begin);
  for (const Row& row : kShortNames) {
    if (row.name == whole) return Make(row, begin, end);
  }
  if (last == '.') return std::nullopt;
  if (IsCurrencyCode(word)) return CodeName(word, begin);
  if (const auto code = LowerCode(word, begin)) return code;
  const Folded folded(word);
  if (folded.view() == "rupees") return Make({"rupees", "INR", 0, CurrencySign::kRupee}, begin, end);
  return std::nullopt;
}

std::optional<CurrencyName> CurrencyAfter(std::string_view text, size_t begin) {
  const char first = ByteAt(text, begin);
  if (IsAsciiLetter(first)) {
    const std::string_view word = LettersAt(text, begin);
    const bool ends = !WordCharAt(text, begin + word.size());
    if (ends && IsCurrencyCode(word)) return CodeName(word, begin);
    if (ends && word.size() == 4 && word[0] == 'M' && IsCurrencyCode(word.substr(1))) {  // "120 MEUR"
      CurrencyName n = CodeName(word.substr(1), begin);
      n.end = uint32_t(begin + 4);
      n.power = 6;
      return n;
    }
    if (ends) {
      if (const auto code = LowerCode(word, begin)) return code;
    }
    if (ByteAt(text, begin + word.size()) == '$' && !IsAsciiDigit(ByteAt(text, begin + word.size() + 1)))  // "100 us$"
      return LetteredDollar(text, begin, begin + word.size() + 1);
    return NounAt(text, begin);
  }
  if (first == '$' || static_cast<unsigned char>(first) >= 0x80) {
    if (const Row* row = RowAt(text, begin, kHanNamesByStart)) {
      if (row->name == "元" && !FirstAt(text, begin, kNotYuan).empty()) return std::nullopt;
      return Make(*row, begin, begin + row->name.size());
    }
    if (const Row* row = RowAt(text, begin, kMarksByStart)) {
      // "5 to 10 $20 notes": a sign right before digits belongs to them.
      const size_t end = begin + row->name.size();
      if (!IsAsciiDigit(ByteAt(text, end))) return Make(*row, begin, end);
    }
  }
  return std::nullopt;
}

CurrencyCode SettleCurrency(const CurrencyName& name, std::string_view place) {
  for (const Settled& s : kSettled) {
    if (s.sign != name.sign || s.place != place) continue;
    CurrencyCode code;
    std::copy(s.code.begin(), s.code.end(), code.code);
    return code;
  }
  return name.code;
}

}  // namespace tocsin
