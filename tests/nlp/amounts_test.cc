// Sums of money as printed: what is underlined, what it is worth, in which currency.
#include <gtest/gtest.h>

#include <string>

#include "nlp/annotator.h"
#include "tests/support/words.h"

namespace tocsin {
namespace {

// "underlined = value[..upper] CODE [qualifier] [per]", joined by "; ".
std::string Show(std::string_view text, std::string_view jurisdiction, std::string_view language) {
  Annotations found = WordsOf(text);
  AnnotateContext context;
  context.jurisdiction = jurisdiction;
  context.language = language;
  FindNumbers(text, context, found);
  std::string out;
  for (const AmountMention& m : found.amounts) {
    if (!out.empty()) out += "; ";
    out.append(m.span.in(text)).append(" = ").append(ToString(m.value));
    if (!(m.upper == m.value)) out.append("..").append(ToString(m.upper));
    out.append(1, ' ').append(m.currency.view());
    if (m.qualifier != Qualifier::kExact) out.append(1, ' ').append(ToString(m.qualifier));
    if (m.per != Per::kNone) out.append(" /").append(ToString(m.per));
  }
  return out;
}

struct Case {
  const char* text;
  const char* sums;
};

const Case kCases[] = {
    {"A CN\u00A540 billion fund", "CN\u00A540 billion = 40000000000 CNY"},
    {"loans of up to $1.5bn", "$1.5bn = 1500000000 USD up_to"},
    {"a $30-billion round", "$30-billion = 30000000000 USD"},
    {"about $250m, or \u00A3200m", "$250m = 250000000 USD approx; \u00A3200m = 200000000 GBP"},
    {"C$5 million and NT$3 billion", "C$5 million = 5000000 CAD; NT$3 billion = 3000000000 TWD"},
    {"Rs 2,345 crore for chips", "Rs 2,345 crore = 23450000000 INR"},
    {"12,34,567 rupees", "12,34,567 rupees = 1234567 INR"},
    {"spend $4 to $6 billion", "$4 to $6 billion = 4000000000..6000000000 USD"},
    {"$30\u2013$45 million", "$30\u2013$45 million = 30000000..45000000 USD"},
    {"rose from $2bn to $3bn", "$2bn = 2000000000 USD; $3bn = 3000000000 USD"},
    {"between $2 billion and $3 billion", "$2 billion = 2000000000 USD; $3 billion = 3000000000 USD"},
    {"half a billion dollars", "half a billion dollars = 500000000 USD"},
    {"one point two million euros", "one point two million euros = 1200000 EUR"},
    {"two hundred and fifty million pounds", "two hundred and fifty million pounds = 250000000 GBP"},
    {"$31.05 a share", "$31.05 = 31.05 USD /share"},
    {"at least \u20AC2 million per year", "\u20AC2 million = 2000000 EUR at_least /year"},
    {"7.5 trillion won", "7.5 trillion won = 7500000000000 KRW"},
    {"99 cents", "99 cents = 0.99 USD"},
    {"USD 20\u00A0bn", "USD 20\u00A0bn = 20000000000 USD"},
    {"RMB820 million", "RMB820 million = 820000000 CNY"},
    {"规模420亿元", "420亿元 = 42000000000 CNY"},
    {"融资10亿至15亿美元", "10亿至15亿美元 = 1000000000..1500000000 USD"},
    {"逾2.5万亿日元", "2.5万亿日元 = 2500000000000 JPY more_than"},
    {"不低于３００万元", "３００万元 = 3000000 CNY at_least"},
    {"三千二百亿元", "三千二百亿元 = 320000000000 CNY"},
    {"人民币20亿元左右", "人民币20亿元 = 2000000000 CNY approx"},
    {"1亿2000万元", "1亿2000万元 = 120000000 CNY"},
    {"20多亿元", "20多亿元 = 2000000000 CNY more_than"},
    {"新台币88亿元", "新台币88亿元 = 8800000000 TWD"},
    {"每股12.5港元", "12.5港元 = 12.5 HKD /share"},
    {"ten dollars and twenty-five cents", "ten dollars and twenty-five cents = 10.25 USD"},
    {"it cost 12 dollars 75.", "12 dollars 75 = 12.75 USD"},
    {"三美元又五美分", "三美元又五美分 = 3.05 USD"},
    {"aud$ 25", "aud$ 25 = 25 AUD"},
    {"70 USD million", "70 USD million = 70000000 USD"},
    {"about 35 MEUR", "35 MEUR = 35000000 EUR approx"},
    {"MSEK 40", "MSEK 40 = 40000000 SEK"},
    {"Rupees 300 crore", "Rupees 300 crore = 3000000000 INR"},
    {"it cost a hundred dollars and fifty.", "a hundred dollars and fifty = 100.5 USD"},
    {"paid $7 and 20 people left", "$7 = 7 USD"},
    {"paid seven dollars and ten people left", "seven dollars = 7 USD"},
    {"three quarters of a billion dollars", "three quarters of a billion dollars = 750000000 USD"},
    {"half billion pounds", "half billion pounds = 500000000 GBP"},
    {"$5m-8m", "$5m-8m = 5000000..8000000 USD"},
    {"$7 M for chips", "$7 M = 7000000 USD"},
    {"2 000 000 euros", "2 000 000 euros = 2000000 EUR"},
    {"\u20AC12 500", "\u20AC12 500 = 12500 EUR"},
    {"15 million Finnish markka", "15 million Finnish markka = 15000000 FIM"},
    {"１２．５億円", "１２．５億円 = 1250000000 JPY"},
    {"$30，400元", "$30 = 30 USD; 400元 = 400 CNY"},
    {"三百二十点五亿元", "三百二十点五亿元 = 32050000000 CNY"},
    {"nt $ 7 million", "nt $ 7 million = 7000000 TWD"},
    {"they gave us $7 million", "$7 million = 7000000 USD"},
    {"30 hk$", "30 hk$ = 30 HKD"},
    {"$3.5 MM", "$3.5 MM = 3500000 USD"},
    {"$.75 a share", "$.75 = 0.75 USD /share"},
    {"a 4-to-6 billion dollar plan", "4-to-6 billion dollar = 4000000000..6000000000 USD"},
    {"a 30m-pound fund", "30m-pound = 30000000 GBP"},
    {"RM7 million", "RM7 million = 7000000 MYR"},
    {"inr 700", "inr 700 = 700 INR"},
    // A price of one is no total.
    {"bought 40 million shares at $21.50 each", "$21.50 = 21.5 USD /share"},
    {"sold the stocks for $18 apiece", "$18 = 18 USD /share"},
    {"chips that cost $25,000 apiece", "$25,000 = 25000 USD /unit"},
    {"two labs got $9 million each from the fund", "$9 million = 9000000 USD /unit"},
    {"sold its shares. The servers cost $9,000 each", "$9,000 = 9000 USD /unit"},
    {"$7 million each year", "$7 million = 7000000 USD /year"},
    {"$3 per million tokens", "$3 = 3 USD /unit"},
    {"\u20AC40,000 per chip", "\u20AC40,000 = 40000 EUR /unit"},
    {"$2/token", "$2 = 2 USD /unit"},
    {"每颗芯片3万元", "3万元 = 30000 CNY"},
    {"每台约5万元", "5万元 = 50000 CNY approx /unit"},
    {"售价2万美元一台", "2万美元 = 20000 USD /unit"},
    {"$7 million, each side said", "$7 million = 7000000 USD"},
    {"$7 million for each", "$7 million = 7000000 USD"},
    {"sold a share for $7 million", "$7 million = 7000000 USD"},
    // Names from the common locale data.
    {"250 million Armenian drams", "250 million Armenian drams = 250000000 AMD"},
    {"40 Icelandic kronur", "40 Icelandic kronur = 40 ISK"},
    {"300 Botswanan pulas", "300 Botswanan pulas = 300 BWP"},
    {"\u20BE30 million", "\u20BE30 million = 30000000 GEL"},
    {"EC$7 million", "EC$7 million = 7000000 XCD"},
    {"600亿坚戈", "600亿坚戈 = 60000000000 KZT"},
    {"三千万冰岛克朗", "三千万冰岛克朗 = 30000000 ISK"},
    {"20億白俄羅斯盧布", "20億白俄羅斯盧布 = 2000000000 BYN"},
    {"30 baht", "30 baht = 30 THB"},
    {"7 colons in a line", ""},
    {"7 million colons", "7 million colons = 7000000 CRC"},
    {"3比尔", ""},
    // Codes that are words, or that a firm's shares go by, are money near the state whose money they are.
    {"160 million AMD shares", ""},
    {"spent 90 million AMD on a plant", ""},
    {"spent 90 million AMD on a plant near Yerevan, Armenia", "90 million AMD = 90000000 AMD"},
    {"Armenia bought 300 AMD chips", ""},
    {"Morocco set aside MAD 500 million", "MAD 500 million = 500000000 MAD"},
    {"摩洛哥拨款5亿MAD", "5亿MAD = 500000000 MAD"},
    {"MAD 500 million", ""},
    {"TOP 500 list", ""},
    {"40,000 NIO vehicles", ""},
    {"5,000 PHP developers", ""},
    {"5,000 PHP for each household", "5,000 PHP = 5000 PHP"},
    {"20 CAD files", ""},
    {"20 million CAD", "20 million CAD = 20000000 CAD"},
    // Not money.
    {"3.5mm of rain", ""},
    {"try 5 and top 10", ""},
    {"passed the 5 million mark", ""},
    {"$007", ""},
    {"000 euros", ""},
    {"七八亿元", ""},
    {"二三十万美元", ""},
    {"五角大楼", ""},
    {"a quarter of the sum", ""},
    {"three quarters of the company", ""},
    {"section 5 300 homes", ""},
    {"$20 T-shirts", "$20 = 20 USD"},
    {"$NVDA rose", ""},
    {"GPT-4 in 2025", ""},
    {"the 10-K and B200 and Section 232", ""},
    {"Regulation 2024/1689", ""},
    {"call 555-0143", ""},
    {"tens of billions of dollars", ""},
    {"$1,23,4", ""},
    {"数十亿美元", ""},
    {"三万五元", ""},
    {"元宇宙2025", ""},
    {"3 won the prize", ""},
    {"$99999999999999999999999", ""},
    {"", ""},
};

TEST(Amounts, AsPrinted) {
  for (const Case& c : kCases) {
    SCOPED_TRACE(c.text);
    EXPECT_EQ(Show(c.text, "", ""), c.sums);
  }
}

TEST(Amounts, SharedSignsAreSettledByPlace) {
  EXPECT_EQ(Show("a $5m grant", "CA", "en"), "$5m = 5000000 CAD");
  EXPECT_EQ(Show("a $5m grant", "AU", "en"), "$5m = 5000000 AUD");
  EXPECT_EQ(Show("a US$5m grant", "CA", "en"), "US$5m = 5000000 USD");
  EXPECT_EQ(Show("\u00A53 billion for Tokyo", "", "en"), "\u00A53 billion = 3000000000 JPY");
  EXPECT_EQ(Show("\u00A53 billion for Beijing", "", "en"), "\u00A53 billion = 3000000000 CNY");
  EXPECT_EQ(Show("补助5万元", "TW", "zh"), "5万元 = 50000 TWD");
  EXPECT_EQ(Show("a 5 million peso grant", "CO", "en"), "5 million peso = 5000000 COP");
  EXPECT_EQ(Show("7 million shillings", "KE", "en"), "7 million shillings = 7000000 KES");
  EXPECT_EQ(Show("7 million dinars", "", "en"), "7 million dinars = 7000000 XXX");
  EXPECT_EQ(Show("7 million dinars", "KW", "en"), "7 million dinars = 7000000 KWD");
  EXPECT_EQ(Show("90 million AMD", "AM", "en"), "90 million AMD = 90000000 AMD");
  EXPECT_EQ(Show("90 million AMD", "US", "en"), "");
}

}  // namespace
}  // namespace tocsin
