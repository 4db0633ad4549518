#include "nlp/mentions/deal_words.h"

#include "ingest/base/word_table.h"

namespace tocsin {
namespace {

constexpr WordRow<uint8_t> kDealWords[] = {
    {"buy", kBuys},        {"buys", kBuys},           {"buying", kBuys},    {"bought", kBuys},
    {"acquire", kBuys},    {"acquires", kBuys},       {"acquiring", kBuys}, {"acquired", kBuys},
    {"backs", kBuys},      {"backed", kBuys},         {"fined", kBuys},     {"fines", kBuys},
    {"acquihire", kBuys},  {"absorb", kBuys},         {"absorbs", kBuys},   {"acquisition", kDeals},
    {"takeover", kDeals},  {"purchase", kDeals},      {"buyout", kDeals},   {"stake", kDeals},
    {"stakes", kDeals},    {"invest", kDeals},        {"invests", kDeals},  {"shares", kDeals},
    {"invested", kDeals},  {"investing", kDeals},     {"merger", kDeals},   {"investment", kDeals},
    {"of", kJoins},        {"in", kJoins | kBetween}, {"with", kJoins},     {"raises", kRaises},
    {"raised", kRaises},   {"raising", kRaises},      {"raise", kRaises},   {"closes", kRaises},
    {"closed", kRaises},   {"secures", kRaises},      {"secured", kRaises}, {"lands", kRaises},
    {"landed", kRaises},   {"bags", kRaises},         {"bagged", kRaises},  {"nets", kRaises},
    {"nabs", kRaises},     {"seeks", kRaises},        {"snags", kRaises},   {"scores", kRaises},
    {"has", kBetween},     {"have", kBetween},        {"is", kBetween},     {"had", kBetween},
    {"just", kBetween},    {"reportedly", kBetween},  {"also", kBetween},   {"to", kBetween},
    {"seeking", kBetween}, {"looking", kBetween},     {"talks", kBetween},  {"million", kMoney},
    {"billion", kMoney},   {"usd", kMoney},           {"round", kMoney},    {"series", kMoney},
    {"seed", kMoney},      {"funding", kMoney},       {"euros", kMoney},
};

}  // namespace

uint8_t DealWordsOf(std::string_view word) {
  static constexpr WordTable kTable(kDealWords);
  const uint8_t* found = kTable.Find(word);
  return found == nullptr ? uint8_t{0} : *found;
}

std::vector<std::string_view> DealWordList() {
  std::vector<std::string_view> words;
  for (const auto& row : kDealWords) words.push_back(row.word);
  return words;
}

}  // namespace tocsin
