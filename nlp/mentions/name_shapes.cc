#include "nlp/mentions/name_shapes.h"

#include <algorithm>
#include <array>

#include "nlp/mentions/folded_word.h"
#include "nlp/text/characters.h"

namespace tocsin {
namespace {

constexpr std::array<std::string_view, 22> kInitials = {"zh", "ch", "sh", "b", "p", "m", "f", "d", "t", "n", "l",
                                                        "g",  "k",  "h",  "j", "q", "x", "r", "z", "c", "s", "y"};
// Longer finals first.
constexpr std::array<std::string_view, 34> kFinals = {
    "iang", "iong", "uang", "ang", "eng", "ian", "iao", "ing", "ong", "uai", "uan", "ai", "an", "ao", "ei", "en", "er",
    "ia",   "ie",   "in",   "iu",  "ou",  "ua",  "ue",  "ui",  "un",  "uo",  "ve",  "a",  "e",  "i",  "o",  "u",  "v"};

// Tries to cut `word` from `at` on into at most `left` syllables.
bool Syllables(std::string_view word, size_t at, int left) {
  if (at == word.size()) return true;
  if (left == 0) return false;
  const std::string_view rest = word.substr(at);
  size_t start = 0;
  for (const std::string_view initial : kInitials) {
    if (rest.starts_with(initial)) {
      start = initial.size();
      break;
    }
  }
  if (start == 0 && rest.front() == 'w') start = 1;
  for (const std::string_view final : kFinals) {
    if (rest.substr(start).starts_with(final) && Syllables(word, at + start + final.size(), left - 1)) return true;
  }
  return false;
}

}  // namespace

bool LooksPinyin(std::string_view word) {
  const FoldedWord folded(word, true);
  const std::string_view w = folded.view();
  return w.size() >= 2 && w.size() <= 12 && Syllables(w, 0, 3);
}

bool LooksHyphenatedGiven(std::string_view word) {
  const size_t hyphen = word.find('-');
  if (hyphen == std::string_view::npos || hyphen < 2 || hyphen > 6 || word.size() - hyphen - 1 > 6) return false;
  return word.find('-', hyphen + 1) == std::string_view::npos && word.size() - hyphen > 2 &&
         std::all_of(word.begin(), word.end(), [](char c) { return c == '-' || IsAsciiLetter(c); });
}

bool LooksFamilyName(std::string_view word) {
  constexpr std::array<std::string_view, 38> kEndings = {
      "enko", "ovic",   "evic", "escu", "esku", "akis",  "idis", "adis", "poulos", "opoulou", "andreou", "oglu", "zade",
      "dze",  "shvili", "sson", "sohn", "wski", "owski", "nski", "cki",  "czyk",   "skiy",    "skyy",    "vsky", "nsky",
      "lsky", "yan",    "ianu", "iani", "elli", "etti",  "ucci", "acci", "inho",   "stein",   "mann",    "berg"};
  constexpr std::array<std::string_view, 9> kRussian = {"ov", "ev", "ova", "eva", "yev", "yov", "vich", "vych", "ich"};
  if (word.size() >= 5 && word.size() <= kFoldedBytesMax) {
    if (word.starts_with("Mc") && IsAsciiUpper(word[2])) return true;
    if (word.starts_with("O'") && IsAsciiUpper(word[2])) return true;
    if (word.starts_with("Mac") && IsAsciiUpper(word[3])) return true;
  }
  const FoldedWord folded(word, true);
  const std::string_view w = folded.view();
  if (w.size() < 5) return false;
  const auto ends = [&](std::string_view e) { return e.back() == w.back() && w.ends_with(e); };
  return std::any_of(kEndings.begin(), kEndings.end(), ends) || std::any_of(kRussian.begin(), kRussian.end(), ends);
}

bool LooksInitials(std::string_view word) {
  if (word == "U.S." || word == "U.K." || word == "U.N." || word == "E.U." || word == "D.C." || word == "U.S" ||
      word == "A" || word == "I") {
    return false;
  }
  if (word.empty() || word.size() > 6) return false;
  for (size_t i = 0; i < word.size(); ++i) {
    if (i % 2 == 0 ? !IsAsciiUpper(word[i]) : word[i] != '.') return false;
  }
  return true;
}

bool LooksSmallPrefixed(std::string_view word) {
  constexpr std::array<std::string_view, 14> kPrefixes = {"al", "el", "ad", "ar", "as", "at", "az",
                                                          "an", "ul", "ol", "d",  "l",  "de", "ibn"};
  const size_t mark = word.find_first_of("-'\xE2");
  if (mark == std::string_view::npos) return false;
  const std::string_view prefix = word.substr(0, mark);
  if (std::find(kPrefixes.begin(), kPrefixes.end(), prefix) == kPrefixes.end()) return false;
  const size_t next = word.substr(mark).starts_with("\u2019") ? mark + 3 : mark + 1;
  return next < word.size() && IsAsciiUpper(word[next]);
}

bool LooksCompoundAdjective(std::string_view word) {
  constexpr std::array<std::string_view, 30> kEnds = {
      "affiliated", "backed",    "based",  "born",      "built",   "controlled", "designed",      "developed",
      "driven",     "enabled",   "era",    "focused",   "founded", "funded",     "headquartered", "led",
      "level",      "linked",    "listed", "made",      "native",  "owned",      "powered",       "related",
      "run",        "sponsored", "style",  "supported", "trained", "wide"};
  const size_t hyphen = word.rfind('-');
  return hyphen != std::string_view::npos && hyphen > 0 &&
         std::find(kEnds.begin(), kEnds.end(), word.substr(hyphen + 1)) != kEnds.end();
}

}  // namespace tocsin
