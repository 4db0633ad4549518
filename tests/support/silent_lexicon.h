// A lexicon that finds nothing in any text: what queries need of one is how names resolve.
#pragma once

#include <string_view>
#include <vector>

#include "nlp/lexicon.h"

namespace tocsin {

class SilentLexicon : public Lexicon {
 public:
  const std::vector<LexiconEntity>& entities() const override { return entities_; }
  const std::vector<LexiconTerm>& terms() const override { return terms_; }
  const LexiconEntity* FindEntity(std::string_view) const override { return nullptr; }
  std::vector<const LexiconEntity*> Resolve(std::string_view) const override { return {}; }
  void ReadWords(std::string_view, const std::vector<Token>& tokens, std::vector<WordFacts>& words) const override {
    words.assign(tokens.size(), {});
  }
  void Scan(std::string_view, const std::vector<Token>&, const std::vector<WordFacts>&,
            std::vector<Hit>& hits) const override {
    hits.clear();
  }

 protected:
  std::vector<LexiconEntity> entities_;

 private:
  std::vector<LexiconTerm> terms_;
};

}  // namespace tocsin
