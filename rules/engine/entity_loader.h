// The gazetteer: entities and their aliases from a pack file.
#pragma once

#include <vector>

#include "ingest/base/error.h"
#include "nlp/lexicon.h"
#include "rules/yaml.h"

namespace tocsin {

// Adds the entities of a file of kind `gazetteer`; an id that stands already is replaced.
Result<void> LoadEntities(const YamlValue& file, std::vector<LexiconEntity>& out);

}  // namespace tocsin
