#include "nlp/text/abbreviations.h"

#include <algorithm>
#include <string>
#include <unordered_map>
#include <unordered_set>

#include "ingest/base/word_bytes.h"
#include "nlp/text/characters.h"

namespace tocsin {
namespace {

constexpr size_t kLongest = 16;             // bytes of the longest word below
constexpr size_t kLongestAbbreviation = 8;  // that fit into one number

struct List {
  Abbreviation kind;
  const char* words;
};

constexpr List kLists[] = {
    {Abbreviation::kOpen,
     "mr mrs ms mx dr prof sen rep reps sens gov govs gen lt col maj capt cmdr sgt adm rev hon pres supt atty amb "
     "messrs mt ft vs v e.g i.e f.e cf viz approx rs al.e ca incl excl resp univ assn assoc"},
    {Abbreviation::kNumeric, "no nos p pp sec secs fig figs art arts vol ch para paras reg eq app cl tel ext est"},
    {Abbreviation::kClosed,
     "inc corp co cos ltd llc plc bros jr sr esq etc al dept depts div min max avg bn mn tn mln bln trn hr hrs st ave "
     "blvd rd sq jan feb mar apr jun jul aug sept sep oct nov dec mon tue tues wed thu thur thurs fri sat sun ala ariz "
     "ark calif colo conn del fla ga ill ind kan ky la md mass mich minn miss mo mont neb nev okla ore pa tenn tex va "
     "vt wash wis wyo n.y n.j n.c s.c n.h n.m n.d s.d r.i w.va d.c u.s u.s.a u.k u.n e.u a.i p.m a.m ph.d m.d b.a m.a "
     "d.phil ll.d l.l.c l.p i.v intl natl mfg"},
};

constexpr const char* kStarters =
    "a an the this that these those he she it they we i you his her its their our my there here what who when where "
    "why "
    "how which while although though if as at by for from in on of to with under over after before since until during "
    "and but or nor so yet however meanwhile moreover still also both each every all some many most more no not now "
    "then thus even once one two three several few only just instead despite because according among another any "
    "millions thousands hundreds billions shares stocks analysts officials critics supporters last next earlier later "
    "it's he's she's that's there's they're we're i'm i've we've don't let's";

// Words too, that are abbreviations of places and days only with a capital.
constexpr const char* kWordsToo = "miss wash sun sat mon mass ill ore mar la ark wed pa max";

struct Kind {
  Abbreviation kind;
  bool word_too = false;
};
using Words = std::unordered_map<uint64_t, Kind>;  // by FirstBytes

template <class Add>
void ForEachWord(std::string_view list, Add add) {
  while (!list.empty()) {
    const size_t end = std::min(list.find(' '), list.size());
    if (end != 0) add(list.substr(0, end));
    list.remove_prefix(std::min(end + 1, list.size()));
  }
}

const Words& Abbreviations() {
  static const Words words = [] {
    Words all;
    for (const List& list : kLists) {
      ForEachWord(list.words, [&](std::string_view w) { all.emplace(FirstBytes(w), Kind{list.kind}); });
    }
    ForEachWord(kWordsToo, [&](std::string_view w) { all.at(FirstBytes(w)).word_too = true; });
    return all;
  }();
  return words;
}

const std::unordered_set<std::string_view>& Starters() {
  static const std::unordered_set<std::string_view> words = [] {
    std::unordered_set<std::string_view> all;
    ForEachWord(kStarters, [&](std::string_view w) { all.insert(w); });
    return all;
  }();
  return words;
}

// Folded to ASCII lower case, with straight apostrophes.
std::string Fold(std::string_view word) {
  std::string out;
  for (size_t i = 0; i < word.size(); ++i) {
    const bool curly = word.substr(i).starts_with("\u2019");
    out += curly ? '\'' : AsciiLower(word[i]);
    i += curly ? 2 : 0;
  }
  return out;
}

// "J", "J.P", "A.B.C": one letter between dots.
bool Initials(std::string_view word) {
  for (size_t i = 0; i < word.size(); ++i) {
    if (i % 2 == 0 ? !IsAsciiLetter(word[i]) : word[i] != '.') return false;
  }
  return word.size() % 2 == 1;
}

}  // namespace

Abbreviation FindAbbreviation(std::string_view word) {
  if (word.empty() || word.size() > kLongest) return Abbreviation::kNone;
  if (word.size() == 1 && IsAsciiUpper(word[0])) return Abbreviation::kOpen;  // "John P. Quist" is on no page
  if (word.size() <= kLongestAbbreviation) {
    const auto found = Abbreviations().find(LowerBytes(FirstBytes(word)));
    if (found != Abbreviations().end())
      return found->second.word_too && !IsAsciiUpper(word[0]) ? Abbreviation::kNone : found->second.kind;
  }
  if (!Initials(word)) return Abbreviation::kNone;
  return word.size() == 1 ? Abbreviation::kNone : Abbreviation::kOpen;
}

bool StartsSentences(std::string_view word) { return word.size() <= kLongest && Starters().count(Fold(word)) != 0; }

}  // namespace tocsin
