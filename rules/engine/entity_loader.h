// The gazetteer: entities and their aliases from a pack file.
//
// A row of `entities` is a map, or one line of text, which reads five times as fast and suits long lists:
//
//   - {id: acme, type: company, country: US, name: "Acme", en: ["Acme", {t: "ACM", case: exact, weak: true}]}
//   - "acme | company | US | Acme | Acme; ~=ACM | \u9876\u70B9\u516C\u53F8 | parent=initech; class=organization"
//
// In a line, aliases are set off by ";"; "~" makes one weak, "=" exact in case. Without any the name is the alias.
//
// A file with `supplement: true` gives way to all others: it adds names, and never changes what a name means. An entity
// that is known already, by its id or by the name of a place of the same state and kind, gets the names that are
// still free; a name that another entity bears is left out, and so is the surname of a known person.
#pragma once

#include <vector>

#include "ingest/base/error.h"
#include "nlp/lexicon.h"
#include "rules/yaml.h"

namespace tocsin {

bool IsSupplement(const YamlValue& file);

// Adds the entities of a file of kind `gazetteer`; an id that stands already is replaced. Supplements come last.
Result<void> LoadEntities(const YamlValue& file, std::vector<LexiconEntity>& out);

}  // namespace tocsin
