#include "ingest/feeds/date_words.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <utility>

namespace tocsin {
namespace {

// English, French, German, Spanish, Italian, Portuguese, Dutch, Polish, Hungarian, Russian, Greek; with and without
// accents, as both are written.
constexpr std::pair<std::string_view, int> kMonths[] = {
    {"january", 1},    {"february", 2},    {"march", 3},      {"april", 4},         {"may", 5},
    {"june", 6},       {"july", 7},        {"august", 8},     {"september", 9},     {"october", 10},
    {"november", 11},  {"december", 12},   {"janvier", 1},    {"février", 2},       {"fevrier", 2},
    {"mars", 3},       {"avril", 4},       {"mai", 5},        {"juin", 6},          {"juillet", 7},
    {"août", 8},       {"aout", 8},        {"septembre", 9},  {"octobre", 10},      {"novembre", 11},
    {"décembre", 12},  {"decembre", 12},   {"januar", 1},     {"jänner", 1},        {"februar", 2},
    {"märz", 3},       {"maerz", 3},       {"juni", 6},       {"juli", 7},          {"oktober", 10},
    {"dezember", 12},  {"enero", 1},       {"febrero", 2},    {"marzo", 3},         {"abril", 4},
    {"mayo", 5},       {"junio", 6},       {"julio", 7},      {"agosto", 8},        {"septiembre", 9},
    {"setiembre", 9},  {"octubre", 10},    {"noviembre", 11}, {"diciembre", 12},    {"gennaio", 1},
    {"febbraio", 2},   {"aprile", 4},      {"maggio", 5},     {"giugno", 6},        {"luglio", 7},
    {"settembre", 9},  {"ottobre", 10},    {"dicembre", 12},  {"janeiro", 1},       {"fevereiro", 2},
    {"março", 3},      {"marco", 3},       {"maio", 5},       {"junho", 6},         {"julho", 7},
    {"setembro", 9},   {"outubro", 10},    {"novembro", 11},  {"dezembro", 12},     {"januari", 1},
    {"februari", 2},   {"maart", 3},       {"mei", 5},        {"augustus", 8},      {"stycznia", 1},
    {"lutego", 2},     {"marca", 3},       {"kwietnia", 4},   {"maja", 5},          {"czerwca", 6},
    {"lipca", 7},      {"sierpnia", 8},    {"września", 9},   {"października", 10}, {"listopada", 11},
    {"grudnia", 12},   {"január", 1},      {"február", 2},    {"március", 3},       {"április", 4},
    {"május", 5},      {"június", 6},      {"július", 7},     {"augusztus", 8},     {"szeptember", 9},
    {"október", 10},   {"января", 1},      {"февраля", 2},    {"марта", 3},         {"апреля", 4},
    {"мая", 5},        {"май", 5},         {"июня", 6},       {"июль", 7},          {"июля", 7},
    {"августа", 8},    {"сентября", 9},    {"октября", 10},   {"ноября", 11},       {"декабря", 12},
    {"Ιανουαρίου", 1}, {"Φεβρουαρίου", 2}, {"Μαρτίου", 3},    {"Μάρτιος", 3},       {"Απριλίου", 4},
    {"Μαΐου", 5},      {"Μάιος", 5},       {"Μαϊ", 5},        {"Ιουνίου", 6},       {"Ιούνιος", 6},
    {"Ιουλίου", 7},    {"Ιούλιος", 7},     {"Αυγούστου", 8},  {"Αύγουστος", 8},     {"Σεπτεμβρίου", 9},
    {"Οκτωβρίου", 10}, {"Νοεμβρίου", 11},  {"Νοέμβριος", 11}, {"Δεκεμβρίου", 12}};

constexpr int kHour = 3600;
constexpr std::pair<std::string_view, int> kZones[] = {{"z", 0},
                                                       {"ut", 0},
                                                       {"utc", 0},
                                                       {"gmt", 0},
                                                       {"wet", 0},
                                                       {"est", -5 * kHour},
                                                       {"edt", -4 * kHour},
                                                       {"et", -5 * kHour},
                                                       {"cst", -6 * kHour},
                                                       {"cdt", -5 * kHour},
                                                       {"ct", -6 * kHour},
                                                       {"mst", -7 * kHour},
                                                       {"mdt", -6 * kHour},
                                                       {"mt", -7 * kHour},
                                                       {"pst", -8 * kHour},
                                                       {"pdt", -7 * kHour},
                                                       {"pt", -8 * kHour},
                                                       {"ast", -4 * kHour},
                                                       {"adt", -3 * kHour},
                                                       {"nst", -12600},
                                                       {"ndt", -9000},
                                                       {"akst", -9 * kHour},
                                                       {"akdt", -8 * kHour},
                                                       {"hst", -10 * kHour},
                                                       {"bst", kHour},
                                                       {"ist", 19800},
                                                       {"cet", kHour},
                                                       {"cest", 2 * kHour},
                                                       {"met", kHour},
                                                       {"mest", 2 * kHour},
                                                       {"mez", kHour},
                                                       {"mesz", 2 * kHour},
                                                       {"west", kHour},
                                                       {"eet", 2 * kHour},
                                                       {"eest", 3 * kHour},
                                                       {"msk", 3 * kHour},
                                                       {"sast", 2 * kHour},
                                                       {"gst", 4 * kHour},
                                                       {"pkt", 5 * kHour},
                                                       {"ict", 7 * kHour},
                                                       {"wib", 7 * kHour},
                                                       {"sgt", 8 * kHour},
                                                       {"hkt", 8 * kHour},
                                                       {"awst", 8 * kHour},
                                                       {"jst", 9 * kHour},
                                                       {"kst", 9 * kHour},
                                                       {"acst", 34200},
                                                       {"aest", 10 * kHour},
                                                       {"aedt", 11 * kHour},
                                                       {"nzst", 12 * kHour},
                                                       {"nzdt", 13 * kHour},
                                                       {"brt", -3 * kHour},
                                                       {"art", -3 * kHour}};

constexpr std::string_view kFillers[] = {"at", "of", "the", "on", "de", "del", "le", "à", "um", "uhr", "den",
                                         "t",  "st", "nd",  "rd", "th", "er",  "г",  "в", "kl", "om",  "time"};

constexpr size_t BeginningOf(std::string_view word) {
  return (size_t(uint8_t(word[0])) * 37 + size_t(uint8_t(word[1])) * 11 + uint8_t(word[2])) % 1024;
}

// How the months begin: nearly every word of a page begins otherwise.
constexpr auto kMonthBeginnings = [] {
  std::array<bool, 1024> begins = {};
  for (const auto& [name, number] : kMonths) begins[BeginningOf(name)] = true;
  return begins;
}();

}  // namespace

int MonthOfWord(std::string_view word) {
  if (word.size() < 3 || !kMonthBeginnings[BeginningOf(word)]) return 0;
  int month = 0;
  for (const auto& [name, number] : kMonths) {
    if (name == word) return number;
    if (!name.starts_with(word)) continue;
    if (month != 0 && month != number) return 0;
    month = number;
  }
  return month;
}

std::optional<int> ZoneOfWord(std::string_view word) {
  const auto at = std::find_if(std::begin(kZones), std::end(kZones), [&](const auto& z) { return z.first == word; });
  if (at == std::end(kZones)) return std::nullopt;
  return at->second;
}

bool IsDateFiller(std::string_view word) {
  return std::find(std::begin(kFillers), std::end(kFillers), word) != std::end(kFillers);
}

}  // namespace tocsin
