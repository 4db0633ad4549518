#include "rules/engine/inflection.h"

#include <algorithm>

namespace tocsin {
namespace {

bool IsVowel(char c) { return std::string_view("aeiou").find(c) != std::string_view::npos; }

bool EndsWithAny(std::string_view word, std::initializer_list<std::string_view> endings) {
  return std::any_of(endings.begin(), endings.end(), [&](std::string_view e) { return word.ends_with(e); });
}

bool ConsonantThenY(std::string_view word) {
  return word.size() >= 2 && word.back() == 'y' && !IsVowel(word[word.size() - 2]);
}

// "plan" doubles its last letter before -ed and -ing; "invest" and "back" do not. Stress cannot be seen in
// spelling, so only one-vowel words double, and the few longer ones that packs use.
bool DoublesLast(std::string_view word) {
  if (EndsWithAny(word, {"permit", "commit", "submit", "compel", "prefer", "refer", "confer", "rebut"})) return true;
  if (word.size() < 3) return false;
  const char last = word.back(), middle = word[word.size() - 2], before = word[word.size() - 3];
  if (IsVowel(last) || last == 'w' || last == 'x' || last == 'y') return false;
  if (!IsVowel(middle) || IsVowel(before)) return false;
  return std::count_if(word.begin(), word.end(), IsVowel) == 1;
}

std::string Third(const std::string& verb) {
  if (ConsonantThenY(verb)) return verb.substr(0, verb.size() - 1) + "ies";
  if (EndsWithAny(verb, {"s", "x", "z", "ch", "sh", "o"})) return verb + "es";
  return verb + "s";
}

std::string Past(const std::string& verb) {
  if (verb.ends_with('e')) return verb + "d";
  if (ConsonantThenY(verb)) return verb.substr(0, verb.size() - 1) + "ied";
  if (DoublesLast(verb)) return verb + verb.back() + "ed";
  return verb + "ed";
}

std::string Gerund(const std::string& verb) {
  if (verb.ends_with("ie")) return verb.substr(0, verb.size() - 2) + "ying";
  if (verb.ends_with('e') && !EndsWithAny(verb, {"ee", "oe", "ye"})) return verb.substr(0, verb.size() - 1) + "ing";
  if (DoublesLast(verb)) return verb + verb.back() + "ing";
  return verb + "ing";
}

}  // namespace

std::vector<InflectedForm> VerbForms(std::string_view phrase, const std::vector<std::string>& irregular) {
  const size_t space = phrase.find(' ');
  const std::string verb(phrase.substr(0, space));
  const std::string rest(space == std::string_view::npos ? "" : phrase.substr(space));
  const std::string past = irregular.empty() ? Past(verb) : irregular[0];
  const std::string participle = irregular.size() > 1 ? irregular[1] : past;
  std::vector<InflectedForm> forms;
  if (past != verb) forms.push_back({verb + rest, WordForm::kBase});
  forms.push_back({Third(verb) + rest, WordForm::kThird});
  forms.push_back({past + rest, WordForm::kPast});
  if (participle != past && participle != verb) forms.push_back({participle + rest, WordForm::kParticiple});
  forms.push_back({Gerund(verb) + rest, WordForm::kGerund});
  return forms;
}

std::vector<InflectedForm> NounForms(std::string_view phrase) {
  const std::string noun(phrase);
  return {{noun, WordForm::kSingular}, {Third(noun), WordForm::kPlural}};
}

}  // namespace tocsin
