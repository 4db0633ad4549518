// Slots, without a parse tree.
//
// News prose keeps a strict surface order: actor, verb, object, prepositional phrases. What breaks it is
// regular too: appositions between commas, relatives, passives, "X, which ..., said it will". Each of these is
// one step of the walks below. A walk sees units, not tokens, and never looks outside its sentence except
// for pronouns, which the discourse answers.
#include "rules/engine/slots.h"

#include <algorithm>
#include <array>
#include <cstdlib>

namespace tocsin {
namespace {

constexpr int kGapInGroup = 4;         // plain words between two names of one list: "and chip rival AMD"
constexpr int kNounPhraseWords = 6;    // words that may stand before a name in its noun phrase
constexpr int kParentheticalMax = 30;  // units between the two commas of an apposition
constexpr int kFarthest = 40;          // units that any walk looks at

bool Accepts(const SentenceView& view, int i, const TypeFilter& types) {
  return view.IsEntity(i) && !view.units[size_t(i)].attributed && types.Accepts(view.EntityAt(i));
}

bool SameClass(const Entity& a, const Entity& b) {
  const auto kind = [](EntityType t) {
    switch (t) {
      case EntityType::kProduct: return 1;
      case EntityType::kLawOrProgram: return 2;
      default: return 0;
    }
  };
  return kind(a.type) == kind(b.type);
}

// A word that may stand inside a noun phrase: neither a mark nor a word of grammar.
bool IsPlain(const Unit& u) {
  return u.kind != UnitKind::kEntity && u.kind != UnitKind::kPunct &&
         !u.Is(kPreposition | kSubordinator | kRelative | kBe | kHave | kModal | kTo | kPronoun | kAnd | kComma | kNot);
}

// "..., chief executive Arthur Mensch said": no member of the list in front of it.
bool Speaks(const SentenceView& view, int at) {
  if (view.EntityAt(at).type != EntityType::kPerson || !view.HasCue(Cue::kAttribution)) return false;
  return std::any_of(view.terms.begin(), view.terms.end(), [&](const TermUse& t) {
    return t.IsCue(Cue::kAttribution) && !t.inside_name && t.first == at + 1;
  });
}

// The last of "A, B and C": what follows behind a comma is something else.
bool ClosesList(const SentenceView& view, int at) {
  if (view.chinese) return false;
  for (int i = at - 1; i >= 0 && at - i <= kGapInGroup; --i) {
    if (view.units[size_t(i)].Is(kAnd)) return view.Words(i) != "&" && view.Words(i) != "or";
    if (!IsPlain(view.units[size_t(i)])) return false;
  }
  return false;
}

// "Josh Hawley, R-Mo., and": the first unit, going `step`, behind the party and state that start at `i`; else -1.
int BehindParty(const SentenceView& view, int i, int step) {
  constexpr int kUnits = 6;  // of a party and a state, with their marks
  if (view.chinese || !view.units[size_t(i)].Is(kComma)) return -1;
  for (int n = 1; n <= kUnits; ++n) {
    const int j = i + n * step;
    if (j < 0 || j >= view.size()) return -1;
    if (!view.units[size_t(j)].Is(kComma)) continue;
    const int first = std::min(i, j) + 1;
    const std::string_view words = view.Words(first);
    const bool party = words == "R" || words == "D" || words == "I" || words.starts_with("R-") ||
                       words.starts_with("D-") || words.starts_with("I-") || words.starts_with("R–") ||
                       words.starts_with("D–");
    return party ? j + step : -1;
  }
  return -1;
}

// "腾讯、锦岭、美团": from the mark at `i`, the mark on the far side of one short name that nobody knows; else -1.
int BehindUnknown(const SentenceView& view, int i, int step) {
  constexpr int kNameUnits = 6;
  constexpr std::string_view kMark = "、";
  if (!view.chinese || view.Words(i) != kMark) return -1;
  for (int j = i + step; j >= 0 && j < view.size() && std::abs(j - i) <= kNameUnits + 1; j += step) {
    if (view.Words(j) == kMark) return std::abs(j - i) > 2 ? j : -1;
    if (view.IsEntity(j) || view.units[size_t(j)].kind != UnitKind::kWord || view.units[size_t(j)].Is(kAnd)) return -1;
  }
  return -1;
}

// The next name of the list, going `step` from the name at `at`; -1 when the list ends.
int NextInGroup(const SentenceView& view, int at, int step) {
  int i = at + step;
  bool joined = false;
  int gap = 0;
  for (; i >= 0 && i < view.size(); i += step) {
    const Unit& u = view.units[size_t(i)];
    if (view.IsEntity(i)) {
      if (!joined || !SameClass(view.EntityAt(at), view.EntityAt(i))) return -1;
      return step > 0 && (Speaks(view, i) || (ClosesList(view, at) && !view.units[size_t(i - 1)].Is(kAnd))) ? -1 : i;
    }
    if (const int behind = BehindParty(view, i, step); behind >= 0) {
      i = behind - step;
      joined = true;
      continue;
    }
    for (int behind = i; (behind = BehindUnknown(view, i, step)) >= 0;) i = behind;
    if (view.units[size_t(i)].Is(kComma | kAnd)) {
      // "G42, an Abu Dhabi firm": what the name is, and no second name.
      if (step > 0 && u.Is(kComma) && i + 1 < view.size() && (view.Words(i + 1) == "a" || view.Words(i + 1) == "an"))
        return -1;
      joined = true;
      if (gap > 0 && step > 0) return -1;
      continue;
    }
    if (view.chinese || !IsPlain(u) || u.Is(kPossessiveMark) || u.kind != UnitKind::kWord ||
        IsFiniteVerb(view, i))  // "vetoed A and signed B" is no list of A and B
      return -1;
    if (++gap > kGapInGroup) return -1;
    if (step > 0 && !joined) return -1;
  }
  return -1;
}

template <class Words>
bool IsOneOf(std::string_view word, const Words& words) {
  return std::any_of(words.begin(), words.end(), [&](std::string_view w) {
    return w.size() == word.size() && std::equal(w.begin(), w.end(), word.begin(), [](char a, char b) {
             return a == (b >= 'A' && b <= 'Z' ? char(b | 0x20) : b);
           });
  });
}

// "芬兰电信设备商诺基亚宣布", "北京人工智能公司月之暗面": the place only tells whose company it is.
bool TellsWhoseFirm(const SentenceView& view, int at) {
  constexpr int kDescription = 10;
  constexpr std::array<std::string_view, 3> kFirms = {"司", "业", "商"};
  const EntityType type = view.EntityAt(at).type;
  if (type != EntityType::kPlace && type != EntityType::kCountry) return false;
  for (int i = at + 1; i < view.size() && i <= at + kDescription; ++i) {
    if (view.units[size_t(i)].kind == UnitKind::kPunct || view.units[size_t(i)].Is(kComma | kClauseEnd)) return false;
    if (!view.IsEntity(i)) continue;
    if (i > at + 2 && IsOneOf(view.Words(i - 1), kFirms)) return true;
    return type == EntityType::kCountry && view.EntityAt(i).type == EntityType::kOrganization &&
           std::none_of(view.terms.begin(), view.terms.end(),
                        [&](const TermUse& t) { return !t.inside_name && t.first > at && t.last < i && t.cues != 0; });
  }
  return false;
}

Fillers Collect(const SentenceView& view, const std::vector<int>& units, const TypeFilter& types) {
  Fillers out;
  for (const int i : units) {
    // "英特尔、英国云服务商Nscale"
    const bool origin = units.size() > 1 && view.chinese && TellsWhoseFirm(view, i);
    if (Accepts(view, i, types) && !origin) out.push_back(view.units[size_t(i)].index);
  }
  return out;
}

// Steps left over the words of the noun phrase that ends in the name at `at`; returns the unit that governs it.
int Governor(const SentenceView& view, int at) {
  int i = at - 1;
  for (int words = 0; i >= 0 && words < kNounPhraseWords; --i, ++words) {
    const Unit& u = view.units[size_t(i)];
    if (u.kind == UnitKind::kPunct && !u.Is(kQuote | kPossessiveMark)) return i;
    if (u.Is(kPreposition | kTransparent | kSubordinator | kRelative | kBe | kHave | kModal | kTo | kPronoun | kAnd))
      return i;
    if (u.Is(kDeterminer)) return i - 1;
  }
  return i;
}

bool GovernedByPreposition(const SentenceView& view, int at) {
  int g = Governor(view, at);
  // "with AI giants like OpenAI": what governs the giants governs the example.
  while (g > 0 && view.units[size_t(g)].Is(kTransparent)) g = Governor(view, g);
  if (g < 0) return false;
  const Unit& u = view.units[size_t(g)];
  // "even as China invests", ", as China invests": a clause follows, not a role.
  if (view.Words(g) == "as" && g > 0 && (view.units[size_t(g - 1)].Is(kComma) || view.Words(g - 1) == "even"))
    return false;
  return u.Is(kPreposition) && !u.Is(kSubordinator);
}

// "acquired Wiz and plans to ...": the name is what an earlier verb acts on, and not who plans.
bool IsObjectOfVerb(const SentenceView& view, const std::vector<int>& group) {
  constexpr int kBetween = 3;  // words between the verb and the name: "acquired the startup Wiz"
  const int next = group.back() + 1;
  if (next < view.size() && (view.units[size_t(next)].Is(kBe | kHave | kModal | kTo) || IsFiniteVerb(view, next)))
    return false;
  for (int i = group.front() - 1; i > 0 && i >= group.front() - kBetween; --i) {
    if (view.IsEntity(i) || view.units[size_t(i)].kind == UnitKind::kPunct ||
        view.units[size_t(i)].Is(kPreposition | kAnd | kRelative | kSubordinator | kBe))
      return false;
    if (IsFiniteVerb(view, i)) return true;
  }
  return false;
}

// Whether an "and" stands between: "A, B, and C".
bool EndsList(const SentenceView& view, int from, int to) {
  for (int i = from; i < to; ++i) {
    if (view.units[size_t(i)].Is(kAnd)) return true;
  }
  return false;
}

// When the comma at `comma` closes a parenthesis ("Intel, the chipmaker, said"), the comma that opens it; else -1.
int OpeningComma(const SentenceView& view, int comma, int first) {
  for (int i = comma - 1; i > first && comma - i <= kParentheticalMax; --i) {
    if (!view.units[size_t(i)].Is(kComma)) continue;
    const Unit& next = view.units[size_t(i + 1)];
    if (next.Is(kAnd)) continue;  // a list inside: ", in league with A, B and C,"
    const bool opens = next.Is(kRelative | kDeterminer | kTransparent | kPreposition) ||
                       view.Words(i + 1).ends_with("ed") || view.Words(i + 1).ends_with("ing") ||
                       view.Words(i + 1) == "based" || view.Words(i + 1) == "not" || view.IsEntity(i + 1);
    if (view.IsEntity(i + 1) && i > 0 && view.IsEntity(i - 1) && EndsList(view, i + 1, comma)) continue;
    if (opens) return view.IsEntity(i - 1) ? i : -1;
  }
  return -1;
}

// "the bill", "the law": one told of before.
bool IsInstrumentWord(std::string_view word) {
  constexpr std::array<std::string_view, 5> kWords = {"bill", "law", "act", "legislation", "measure"};
  return std::find(kWords.begin(), kWords.end(), word) != kWords.end();
}

bool IsOrganizationWord(std::string_view word) {
  constexpr std::array<std::string_view, 9> kWords = {"government", "ministry", "agency", "administration", "regulator",
                                                      "department", "bank",     "fund",   "commission"};
  return IsCompanyWord(word) || std::find(kWords.begin(), kWords.end(), word) != kWords.end();
}

// "the companies", "both firms": the parties told of before.
bool IsCompaniesWord(std::string_view word) {
  constexpr std::array<std::string_view, 9> kWords = {"companies", "firms", "groups", "chipmakers", "startups",
                                                      "partners",  "pair",  "duo",    "sides"};
  return std::find(kWords.begin(), kWords.end(), word) != kWords.end();
}

// What a pronoun or "the company" at unit `i` stands for; empty when it is neither.
Fillers Antecedent(const SentenceView& view, int i, const Discourse& discourse) {
  const Unit& u = view.units[size_t(i)];
  const std::string_view word = view.Words(i);
  if (u.Is(kPronoun)) {
    if (word == "he" || word == "she" || word == "He" || word == "She") return discourse.last_person;
    // "Nvidia told the ministry it will": the clause's own subject, which stands first.
    for (int j = ClauseAround(view, i).first; j < i; ++j) {
      if (view.IsEntity(j) && view.EntityAt(j).type != EntityType::kPerson && !GovernedByPreposition(view, j)) {
        Fillers out;
        for (const int k : GroupAround(view, j)) out.push_back(view.units[size_t(k)].index);
        return out;
      }
    }
    // "Amazon weighed X before it acquired Y": the sentence's own subject, where one stands in front.
    for (int j = 0; j < i; ++j) {
      if (!view.IsEntity(j) || view.units[size_t(j)].attributed) continue;
      if (view.EntityAt(j).type == EntityType::kPerson || GovernedByPreposition(view, j)) continue;
      Fillers out;
      for (const int k : GroupAround(view, j)) out.push_back(view.units[size_t(k)].index);
      return out;
    }
    return discourse.last_organization;
  }
  if (i > 0 && IsCompaniesWord(word)) {
    const std::string_view before = view.Words(i - 1);
    const bool all = before == "the" || before == "The" || before == "both" || before == "Both" || before == "two";
    return all ? discourse.pair : Fillers{};
  }
  if (i == 0 || !view.units[size_t(i - 1)].Is(kDeterminer)) return {};
  if (IsCompanyWord(word)) return discourse.last_company;
  if (IsOrganizationWord(word)) return discourse.last_organization;
  return {};
}

ByteSpan MentionSpan(const SentenceView& view, uint32_t mention) {
  return view.annotations->entity_mentions[mention].span;
}

Fillers Filtered(const SentenceView& view, const Fillers& mentions, const TypeFilter& types) {
  Fillers out;
  for (const uint32_t m : mentions) {
    const Entity& e = view.annotations->entities[view.annotations->entity_mentions[m].entity];
    if (types.Accepts(e)) out.push_back(m);
  }
  return out;
}

// A participle phrase in front ("Launched with ..., it aims"): the subject stands behind the comma.
Fillers SubjectBehindComma(const SentenceView& view, int from, const TypeFilter& types, const Discourse& discourse) {
  for (int i = from; i < view.size(); ++i) {
    if (!view.units[size_t(i)].Is(kComma)) continue;
    for (int j = i + 1; j < view.size() && j <= i + kNounPhraseWords + 2; ++j) {
      if (view.units[size_t(j)].Is(kPronoun)) {
        return Filtered(view, discourse.last_subject.empty() ? discourse.last_organization : discourse.last_subject,
                        types);
      }
      if (Accepts(view, j, types)) return Collect(view, GroupAround(view, j), types);
      if (view.units[size_t(j)].Is(kComma | kBe | kHave | kModal)) break;
    }
  }
  return {};
}

// "before engaging in talks to", "while buying": what the gerund behind this unit is done by is the main clause's
// subject, and not what that clause names last.
bool OpensGerund(const SentenceView& view, int i) {
  constexpr std::array<std::string_view, 7> kBefore = {"before", "after", "while", "without", "by", "when", "since"};
  if (std::find(kBefore.begin(), kBefore.end(), view.Words(i)) == kBefore.end()) return false;
  const auto gerund = [&](int at) {
    return at < view.size() && view.units[size_t(at)].kind == UnitKind::kWord && view.Words(at).ends_with("ing");
  };
  return gerund(i + 1) || (i + 1 < view.size() && view.Words(i + 1).ends_with("ly") && gerund(i + 2));
}

// "in China", "to Texas": where, and not who.
bool TellsWhere(const SentenceView& view, int at) {
  const EntityType type = view.EntityAt(at).type;
  if (type != EntityType::kCountry && type != EntityType::kPlace) return false;
  constexpr std::array<std::string_view, 8> kPlaces = {"in", "at", "near", "to", "into", "across", "within", "outside"};
  const int g = Governor(view, at);
  return g >= 0 && std::find(kPlaces.begin(), kPlaces.end(), view.Words(g)) != kPlaces.end();
}

// "France's Bpifrance will commit": whoever it is that does it, the country only tells whose it is.
bool OwnsUnknownName(const SentenceView& view, int at) {
  if (at + 2 >= view.size() || !view.units[size_t(at + 1)].Is(kPossessiveMark) || view.IsEntity(at + 2)) return false;
  const char first = view.Words(at + 2)[0];
  return view.units[size_t(at + 2)].kind == UnitKind::kWord && first >= 'A' && first <= 'Z';
}

// "cleared the way for Oracle to expand": who stands between "for" and "to" does it.
bool ForItTo(const SentenceView& view, const std::vector<int>& group, const TriggerSite& site) {
  const int to = group.back() + 1;
  if (group.front() == 0 || to >= site.head || !view.units[size_t(to)].Is(kTo)) return false;
  if (view.Words(group.front() - 1) != "for") return false;
  return site.head == to + 1 || (site.head == to + 2 && view.Words(to + 1).ends_with("ly"));
}

// ", and a court later struck down", "but regulators blocked": somebody without a name, and not who stands before.
bool OpensWithNobody(const SentenceView& view, int first, int head) {
  constexpr std::array<std::string_view, 18> kNobodies = {
      "regulators",  "shareholders", "lawmakers", "officials", "investors",   "critics",
      "residents",   "authorities",  "senators",  "courts",    "judges",      "users",
      "legislators", "others",       "workers",   "voters",    "prosecutors", "rivals"};
  if (first >= head) return false;
  const std::string_view word = view.Words(first);
  if (std::find(kNobodies.begin(), kNobodies.end(), word) != kNobodies.end()) return true;
  if (word != "a" && word != "an" && word != "the") return false;
  // Only a noun phrase up to the verb: "the deal to buy" and "the firm's plan" go on with who stands before.
  for (int i = first + 1; i < head; ++i) {
    const Unit& u = view.units[size_t(i)];
    if (view.IsEntity(i) || u.Is(kTo | kPreposition | kPossessiveMark | kComma | kRelative | kPronoun)) return false;
    if (IsCompanyWord(view.Words(i)) || IsOrganizationWord(view.Words(i)) || IsCompaniesWord(view.Words(i)))
      return false;
  }
  return true;
}

Fillers Subject(const SentenceView& view, const TriggerSite& site, const TypeFilter& types,
                const Discourse& discourse) {
  Fillers fallback;
  for (int i = site.head - 1; i >= 0; --i) {
    if (i > 0 && OpensGerund(view, i)) {
      Fillers main = Filtered(view, MainSubject(view), types);
      if (!main.empty() && view.units[size_t(i)].span.begin > MentionSpan(view, main.front()).begin) return main;
    }
    const Unit& u = view.units[size_t(i)];
    if (view.IsEntity(i)) {
      if (u.attributed || OwnsUnknownName(view, i)) continue;
      const std::vector<int> group = GroupAround(view, i);
      Fillers found = Collect(view, group, types);
      const bool relative = i + 1 < site.head && view.units[size_t(i + 1)].Is(kRelative);
      const bool after_comma =
          i + 2 < site.head && view.units[size_t(i + 1)].Is(kComma) && view.units[size_t(i + 2)].Is(kRelative);
      const bool governed = GovernedByPreposition(view, group.front()) || IsObjectOfVerb(view, group);
      if (governed && !relative && !after_comma) {
        if (!found.empty() && ForItTo(view, group, site)) return found;
        if (fallback.empty() && (site.voice == Voice::kPassive || !TellsWhere(view, group.front())))
          fallback = std::move(found);
        i = group.front();
        continue;
      }
      if (!found.empty()) return found;
      i = group.front();
      // "France's Bpifrance": nor is it the country that owns it.
      if (i >= 2 && view.units[size_t(i - 1)].Is(kPossessiveMark) && view.IsEntity(i - 2)) i -= 2;
      continue;
    }
    if (u.Is(kComma)) {
      const int open = OpeningComma(view, i, 0);
      if (open > 0) i = open;
      continue;
    }
    if (u.Is(kPronoun) || IsOrganizationWord(view.Words(i)) || IsCompaniesWord(view.Words(i))) {
      Fillers who = Filtered(view, Antecedent(view, i, discourse), types);
      if (!who.empty()) return who;
      continue;
    }
    const bool joins = u.Is(kBut) || (u.Is(kAnd) && i > 0 && view.units[size_t(i - 1)].Is(kComma)) ||
                       (u.Is(kSubordinator) && !u.Is(kPreposition));
    if (joins && site.voice == Voice::kActive && fallback.empty() && OpensWithNobody(view, i + 1, site.head)) return {};
    const bool cut = u.Is(kClauseEnd) || (u.Is(kSubordinator) && !u.Is(kPreposition) && i < site.head - 1);
    if (cut && !fallback.empty()) return fallback;
    if (u.Is(kClauseEnd)) break;
  }
  if (!fallback.empty()) return fallback;
  constexpr int kOpening = 3;  // units before a participle that opens its sentence: "By quickly investing in ..."
  if (site.head > kOpening) return {};
  return SubjectBehindComma(view, site.last + 1, types, discourse);
}

// Right of the trigger's head up to the first preposition or verb.
Fillers Object(const SentenceView& view, const TriggerSite& site, const TypeFilter& types, const Discourse& discourse) {
  for (int i = site.head_last + 1; i < view.size() && i <= site.head_last + kFarthest; ++i) {
    const Unit& u = view.units[size_t(i)];
    if (view.IsEntity(i)) {
      // "Nvidia's chips": the name only tells whose; the thing itself may follow.
      Fillers found = Collect(view, GroupAround(view, i), types);
      if (!found.empty()) return found;
      continue;
    }
    // "signed three bills: SB 53, SB 243 and AB 56"
    if (view.Words(i) == ":" && i + 1 < view.size() && view.IsEntity(i + 1)) continue;
    if (u.Is(kComma | kClauseEnd | kModal | kSubordinator | kRelative)) return {};
    if (u.Is(kPreposition) && !u.Is(kTransparent) && i > site.last) return {};
    if (i == site.head_last + 1 && view.Words(i) == "it") {  // "signed it into law"
      Fillers known = Filtered(view, discourse.last_instrument, types);
      if (!known.empty()) return known;
    }
    if (IsCompanyWord(view.Words(i)) || IsCompaniesWord(view.Words(i))) {
      Fillers known = Filtered(view, Antecedent(view, i, discourse), types);
      if (!known.empty()) return known;
    }
    if (IsInstrumentWord(view.Words(i)) && view.Words(i - 1) == "the" && i <= site.head_last + 2) {
      Fillers known = Filtered(view, discourse.last_instrument, types);
      if (!known.empty()) return known;
    }
  }
  return {};
}

// "with U.S. chipmaker Nvidia": the country only tells whose chipmaker it is.
bool TellsWhose(const SentenceView& view, int at, int last) {
  constexpr int kWords = 3;
  constexpr std::array<std::string_view, 8> kFirms = {"giant",    "conglomerate", "rival",    "unicorn",
                                                      "operator", "provider",     "supplier", "designer"};
  const EntityType type = view.EntityAt(at).type;
  if (view.chinese || (type != EntityType::kCountry && type != EntityType::kPlace)) return false;
  for (int i = at + 1; i < last && i <= at + kWords; ++i) {
    const Unit& u = view.units[size_t(i)];
    if (!IsPlain(u) || u.kind != UnitKind::kWord || u.Is(kPossessiveMark) || IsFiniteVerb(view, i)) return false;
    const std::string_view word = view.Words(i);
    const bool firm = IsOrganizationWord(word) || word.ends_with("maker") ||
                      std::find(kFirms.begin(), kFirms.end(), word) != kFirms.end();
    if (firm && view.IsEntity(i + 1)) return view.EntityAt(i + 1).type == EntityType::kOrganization;
  }
  return false;
}

// The group after one of the slot's prepositions, between units `from` and `to`.
Fillers PrepositionalPhrase(const SentenceView& view, int from, int to, const Slot& slot, const TypeFilter& types,
                            const Discourse& discourse) {
  for (int i = from; i <= to; ++i) {
    if (!IsOneOf(view.Words(i), slot.prepositions)) continue;
    for (int j = i + 1; j <= to && j <= i + kNounPhraseWords + 4; ++j) {
      const Unit& u = view.units[size_t(j)];
      if (Accepts(view, j, types) && !TellsWhose(view, j, to)) return Collect(view, GroupAround(view, j), types);
      if (view.IsEntity(j)) continue;
      if (u.Is(kClauseEnd | kModal | kRelative) || (u.Is(kPreposition) && !u.Is(kTransparent))) break;
      if (u.Is(kComma) && !view.chinese) break;
      if (!view.chinese && IsCompanyWord(view.Words(j))) {
        Fillers known = Filtered(view, Antecedent(view, j, discourse), types);
        if (!known.empty()) return known;
      }
    }
  }
  return {};
}

Fillers Possessive(const SentenceView& view, const TriggerSite& site, const TypeFilter& types) {
  for (int i = site.first - 1; i > 0 && i >= site.first - kNounPhraseWords - 2; --i) {
    if (view.units[size_t(i)].Is(kPossessiveMark) || view.Words(i) == "的") {
      for (int j = i - 1; j >= 0 && j >= i - 1; --j) {
        if (Accepts(view, j, types)) return Collect(view, GroupAround(view, j), types);
      }
      return {};
    }
    // "X's suggestion of a federal backstop": what is possessed may carry the trigger.
    const bool carries = view.Words(i) == "of" || view.Words(i) == "for";
    if (view.units[size_t(i)].Is(kPreposition | kComma | kModal | kClauseEnd) && !carries) return {};
  }
  return {};
}

Fillers Compound(const SentenceView& view, const TriggerSite& site, const TypeFilter& types) {
  for (int i = site.first - 1; i >= 0 && i >= site.first - 4; --i) {
    if (Accepts(view, i, types)) return Collect(view, {i}, types);
    const Unit& u = view.units[size_t(i)];
    if (!IsPlain(u) && u.kind != UnitKind::kAmount && u.kind != UnitKind::kPercent) return {};
    if (u.Is(kDeterminer)) return {};
  }
  return {};
}

Fillers Nearest(const SentenceView& view, int from, int to, int step, const TypeFilter& types) {
  for (int i = from; step > 0 ? i <= to : i >= to; i += step) {
    if (Accepts(view, i, types)) return Collect(view, GroupAround(view, i), types);
  }
  return {};
}

// ---- Chinese: no inflection, no articles; coverbs take the place of prepositions ---------------------------------

// Coverbs whose phrase goes on up to the verb: 从 in 从事 is none, nor 与 in 参与, nor 对 in 对手.
bool OpensPhrase(const SentenceView& view, int i) {
  constexpr std::array<std::string_view, 6> kCoverbs = {"对", "向", "与", "从", "给", "在"};
  if (!IsOneOf(view.Words(i), kCoverbs)) return false;
  constexpr std::array<std::string_view, 19> kBefore = {"参", "绝", "相", "面", "方", "意", "赠", "交", "应", "反",
                                                        "配", "转", "供", "志", "正", "现", "存", "内", "实"};
  constexpr std::array<std::string_view, 15> kBehind = {"手", "外", "话", "比", "接", "冲", "象", "标",
                                                        "应", "事", "而", "此", "内", "即", "线"};
  return (i == 0 || !IsOneOf(view.Words(i - 1), kBefore)) &&
         (i + 1 >= view.size() || !IsOneOf(view.Words(i + 1), kBehind));
}

bool GovernedByCoverb(const SentenceView& view, int at) {
  constexpr std::array<std::string_view, 9> kCoverbs = {"对", "向", "与", "在", "从", "被", "给", "为", "据"};
  if (at > 0 && IsOneOf(view.Words(at - 1), kCoverbs)) return true;
  // "在上海临港启用": two places side by side.
  if (at > 0 && view.IsEntity(at - 1) && view.EntityAt(at - 1).type == EntityType::kPlace)
    return GovernedByCoverb(view, at - 1);
  // "与芯片巨头英伟达达成协议", "对台积电位于凤凰城的美国部门提供补贴": who does it stands in front of the coverb.
  constexpr int kReach = 30;
  for (int i = at - 1; i >= 0 && at - i <= kReach && !view.units[size_t(i)].Is(kComma | kClauseEnd); --i) {
    if (OpensPhrase(view, i)) return true;
  }
  return false;
}

// "其", "该公司": whom the sentence before spoke of.
bool IsChinesePronoun(const SentenceView& view, int i) {
  const std::string_view word = view.Words(i);
  if (word == "其" || word == "它") return i == 0 || view.units[size_t(i - 1)].Is(kComma);
  return word == "该" && i + 2 < view.size() && view.Words(i + 1) == "公" && view.Words(i + 2) == "司";
}

// The name right behind the coverb that stands nearest on the left: "将向OpenAI投资". 向 in 意向 is none.
Fillers CoverbPhrase(const SentenceView& view, int from, int to, const Slot& slot, const TypeFilter& types) {
  constexpr int kBetween = 12;  // units of a description before the name: "向芯片研究机构Natcast"
  for (int i = to; i >= from; --i) {
    if (!IsOneOf(view.Words(i), slot.prepositions) || (i > 0 && view.Words(i - 1) == "意")) continue;
    for (int j = i + 1; j <= to && j <= i + kBetween; ++j) {
      if (Accepts(view, j, types)) return Collect(view, GroupAround(view, j), types);
      const bool origin =
          view.IsEntity(j) && view.EntityAt(j).type == EntityType::kCountry;  // "与加拿大新创公司Cohere"
      if ((view.IsEntity(j) && !origin) || view.units[size_t(j)].Is(kComma | kClauseEnd)) break;
    }
  }
  return {};
}

// "数十个州已通过法规", "多家企业": who does it is told, without a name.
bool HasUnnamedSubject(const SentenceView& view, int head) {
  constexpr std::array<std::string_view, 8> kHowMany = {"数", "多", "各", "几", "两", "三", "些", "部"};
  constexpr std::array<std::string_view, 7> kWhat = {"家", "个", "国", "州", "地", "位", "名"};
  for (int i = head - 1; i > 0 && !view.units[size_t(i)].Is(kComma | kClauseEnd); --i) {
    if (IsOneOf(view.Words(i), kWhat) &&
        (IsOneOf(view.Words(i - 1), kHowMany) || (i > 1 && IsOneOf(view.Words(i - 2), kHowMany))))
      return true;
  }
  return false;
}

// "双方签有协议": the two named together before, in this sentence or in what was told.
Fillers BothSides(const SentenceView& view, int at, const TypeFilter& types, const Discourse& discourse) {
  for (int i = at - 1; i >= 0; --i) {
    if (!view.IsEntity(i)) continue;
    const std::vector<int> group = GroupAround(view, i);
    Fillers both = Collect(view, group, types);
    if (both.size() == 2) return both;
    i = group.front();
  }
  return Filtered(view, discourse.pair, types);
}

Fillers ChineseSubject(const SentenceView& view, const TriggerSite& site, const TypeFilter& types,
                       const Discourse& discourse) {
  Fillers fallback;
  bool own_clause = true;
  Fillers topic;  // the first name of the clause before, which goes on: "Meta放弃收购Cohere，转而收购Rivos"
  for (int i = site.head - 1; i >= 0; --i) {
    if (view.units[size_t(i)].Is(kComma | kClauseEnd)) {
      if (!topic.empty()) return topic;
      own_clause = false;
    }
    if (IsChinesePronoun(view, i)) {
      Fillers known = Filtered(view, discourse.last_subject, types);
      if (!known.empty()) return known;
    }
    if (view.Words(i) == "双" && i + 1 < view.size() && view.Words(i + 1) == "方") {
      Fillers both = BothSides(view, i, types, discourse);
      if (!both.empty()) return both;
    }
    if (!Accepts(view, i, types) || TellsWhoseFirm(view, i)) continue;
    const std::vector<int> group = GroupAround(view, i);
    Fillers found = Collect(view, group, types);
    i = group.front();
    if (GovernedByCoverb(view, i)) {
      if (fallback.empty()) fallback = std::move(found);
      continue;
    }
    if (own_clause) return found;
    topic = std::move(found);
  }
  if (!topic.empty()) return topic;
  if (!fallback.empty()) return fallback;
  if (HasUnnamedSubject(view, site.head)) return {};
  return Filtered(view, discourse.last_subject, types);
}

// Whether a word behind the name says that it does something of its own: "软银集团9月亦投入".
bool ActsItself(const SentenceView& view, int at) {
  constexpr std::array<std::string_view, 8> kAlso = {"亦", "也", "则", "还", "将", "已", "拟", "曾"};
  for (int i = at + 1; i < view.size() && i <= at + 4 && !view.units[size_t(i)].Is(kComma | kClauseEnd); ++i) {
    if (IsOneOf(view.Words(i), kAlso)) return true;
  }
  return false;
}

// "阿里巴巴旗下平头哥", "谷歌旗下的DeepMind": the name is the owner of the one meant.
bool OwnsTheNext(const SentenceView& view, int at) {
  return at + 2 < view.size() && view.Words(at + 1) == "旗" && view.Words(at + 2) == "下";
}

Fillers ChineseObject(const SentenceView& view, const TriggerSite& site, const TypeFilter& types,
                      const Discourse& discourse) {
  const int last = std::min(site.clause.last, site.last + kFarthest);
  bool parted = false;
  for (int i = site.head_last + 1; i <= last; ++i) {
    if (view.Words(i) == "该" && i + 2 < view.size() && view.Words(i + 1) == "公" && view.Words(i + 2) == "司") {
      // "诺基亚宣布，英伟达将入股该公司": of two names in front the first, of one the sentence before.
      int first = -1, names = 0;
      for (int j = 0; j < site.head; ++j) {
        if (!Accepts(view, j, types) || (names > 0 && view.EntityAt(j).id == view.EntityAt(first).id)) continue;
        if (names++ == 0) first = j;
      }
      return names > 1 ? Collect(view, {first}, types) : Filtered(view, discourse.last_subject, types);
    }
    if (Accepts(view, i, types) && !OwnsTheNext(view, i)) {
      // "入股约10%，日本软银集团亦投入20亿": behind a comma the next one acts for itself.
      const bool acts = parted && i < site.clause.last && ActsItself(view, i);
      return acts ? Fillers{} : Collect(view, GroupAround(view, i), types);
    }
    parted |= view.units[size_t(i)].Is(kComma) && view.Words(i) != "、";
  }
  return Nearest(view, site.head_last + 1, last, 1, types);
}

}  // namespace

bool IsCompanyWord(std::string_view word) {
  constexpr std::array<std::string_view, 13> kWords = {"company",  "firm",  "startup",   "chipmaker",  "lab",
                                                       "start-up", "group", "developer", "chip-maker", "carmaker",
                                                       "designer", "maker", "lender"};
  return std::find(kWords.begin(), kWords.end(), word) != kWords.end();
}

namespace {

// A sum in the noun phrase that ends before `at`.
bool HoldsAmount(const SentenceView& view, int at) {
  for (int i = at - 1; i >= 0 && i >= at - 5; --i) {
    if (view.units[size_t(i)].kind == UnitKind::kAmount) return true;
    if (view.IsEntity(i) || view.units[size_t(i)].Is(kComma | kPreposition)) return false;
  }
  return false;
}

}  // namespace

Voice VoiceOf(const SentenceView& view, const TermUse& head) {
  if (view.chinese) {
    if (head.form == WordForm::kSingular || head.form == WordForm::kPlural) return Voice::kNominal;
    for (int i = head.first - 1; i >= 0 && i >= head.first - 12; --i) {
      if (view.units[size_t(i)].Is(kComma | kClauseEnd)) break;
      if (view.Words(i) == "被" || view.Words(i) == "由" || view.Words(i) == "获" || view.Words(i) == "遭")
        return Voice::kPassive;
    }
    return Voice::kActive;
  }
  switch (head.form) {
    case WordForm::kSingular:
    case WordForm::kPlural:
    case WordForm::kNone: return Voice::kNominal;
    case WordForm::kPast:
    case WordForm::kParticiple: break;
    default: return Voice::kActive;
  }
  for (int i = head.first - 1; i >= 0 && i >= head.first - 4; --i) {
    const Unit& u = view.units[size_t(i)];
    if (u.Is(kBe)) return Voice::kPassive;
    if (u.Is(kHave)) return Voice::kActive;
    if (u.kind != UnitKind::kWord || u.Is(kPreposition | kRelative | kPronoun)) break;
    if (!u.Is(kNot) && !view.Words(i).ends_with("ly") && view.Words(i) != "also" && view.Words(i) != "now") break;
  }
  // "a fund set up by the ministry"; "Launched with CN¥60 billion, it ..."
  const int next = head.last + 1;
  if (next < view.size() && view.Words(next) == "by") return Voice::kPassive;
  // "the $265 million loan secured from lenders": nobody stands in front who could do it.
  const bool bare = head.first > 0 && view.units[size_t(head.first - 1)].kind == UnitKind::kWord &&
                    view.units[size_t(head.first - 1)].classes == 0 && !view.Words(head.first - 1).ends_with("ly");
  if (next < view.size() && view.Words(next) == "from" && bare && HoldsAmount(view, head.first)) return Voice::kPassive;
  if (head.first == 0) return Voice::kPassive;
  return Voice::kActive;
}

std::vector<int> GroupAround(const SentenceView& view, int at) {
  std::vector<int> group{at};
  for (int i = NextInGroup(view, at, -1); i >= 0; i = NextInGroup(view, i, -1)) group.insert(group.begin(), i);
  for (int i = NextInGroup(view, at, 1); i >= 0; i = NextInGroup(view, i, 1)) group.push_back(i);
  return group;
}

Fillers FillSlot(const SentenceView& view, const TriggerSite& site, const Slot& slot, const TypeFilter& types,
                 const Discourse& discourse) {
  const ClauseRange clause = site.clause;
  switch (slot.kind) {
    case SlotKind::kSubject:
      return view.chinese ? ChineseSubject(view, site, types, discourse) : Subject(view, site, types, discourse);
    case SlotKind::kObject:
      if (!view.chinese) return Object(view, site, types, discourse);
      return ChineseObject(view, site, types, discourse);
    case SlotKind::kPp: {
      if (view.chinese) {  // the coverb of the verb's own part first: a comma parts whole clauses
        int from = site.head, to = site.head_last;
        while (from > clause.first && !view.units[size_t(from - 1)].Is(kComma)) --from;
        while (to < clause.last && !view.units[size_t(to + 1)].Is(kComma)) ++to;
        Fillers own = CoverbPhrase(view, from, site.head - 1, slot, types);
        if (own.empty()) own = PrepositionalPhrase(view, site.head_last + 1, to, slot, types, discourse);
        if (!own.empty()) return own;
      }
      Fillers right = PrepositionalPhrase(view, site.head_last + 1, clause.last, slot, types, discourse);
      if (!right.empty() || !view.chinese) return right;
      return CoverbPhrase(view, clause.first, site.head - 1, slot, types);
    }
    case SlotKind::kPpLeft: return PrepositionalPhrase(view, clause.first, site.head - 1, slot, types, discourse);
    case SlotKind::kPossessive: return Possessive(view, site, types);
    case SlotKind::kCompound: return Compound(view, site, types);
    case SlotKind::kBefore: return Nearest(view, site.first - 1, clause.first, -1, types);
    case SlotKind::kAfter: return Nearest(view, site.head_last + 1, clause.last, 1, types);
    case SlotKind::kClause: return Nearest(view, clause.first, clause.last, 1, types);
    case SlotKind::kSentence: return Nearest(view, 0, view.size() - 1, 1, types);
    case SlotKind::kTopic: return Filtered(view, discourse.topic, types);
  }
  return {};
}

Fillers MainSubject(const SentenceView& view) {
  for (int i = 0; i < view.size(); ++i) {
    if (view.chinese && IsChinesePronoun(view, i)) return {};  // still the same
    if (!view.IsEntity(i) || view.units[size_t(i)].attributed) continue;
    if (view.chinese ? GovernedByCoverb(view, i) : GovernedByPreposition(view, i)) continue;
    if (view.chinese && TellsWhoseFirm(view, i)) continue;
    Fillers out;
    for (const int k : GroupAround(view, i)) out.push_back(view.units[size_t(k)].index);
    return out;
  }
  return {};
}

}  // namespace tocsin
