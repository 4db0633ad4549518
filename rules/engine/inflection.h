// English word forms, so that a pack names a verb once and its forms are known everywhere.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "nlp/lexicon.h"

namespace tocsin {

struct InflectedForm {
  std::string phrase;
  WordForm form;
};

// Forms of a verb phrase whose first word is the verb: "set up" -> set up, sets up, setting up, ...
// `irregular` is {past} or {past, participle}, without the rest of the phrase; empty = regular. A past that
// equals the base ("put") is given as the past: the words before it tell which is meant.
std::vector<InflectedForm> VerbForms(std::string_view phrase, const std::vector<std::string>& irregular);

// Singular and plural of a noun phrase whose last word is the noun: "equity stake" -> equity stakes.
std::vector<InflectedForm> NounForms(std::string_view phrase);

}  // namespace tocsin
