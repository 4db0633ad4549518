// Every name and phrase that the packs know, compiled into one automaton.
//
// Built once by rules/ from YAML, then immutable and shared by all threads. The cost of a scan does
// not depend on how many phrases there are.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "ingest/base/error.h"
#include "nlp/annotations.h"

namespace tocsin {

struct LexiconAlias {
  std::string text;         // as printed
  bool case_exact = false;  // false: letters match in any case, but a capitalised alias never matches an all-lower word
  bool weak = false;        // counts only with a strong alias of the same entity, its affiliation or a cue near
};

struct LexiconEntity {
  Entity entity;
  std::vector<LexiconAlias> aliases;
  std::string parent;       // id of the controlling or employing body, or ""
  std::string affiliation;  // persons: id of the body whose mention near makes a weak alias strong
  std::string role;         // persons: "Secretary of Commerce"
};

// The grammatical form in which a term's phrase stands.
enum class WordForm : uint8_t { kNone, kBase, kThird, kPast, kParticiple, kGerund, kSingular, kPlural };

struct LexiconTerm {
  std::string phrase;  // lower case unless case_exact; words separated by one space
  std::string list;    // the pack's lexicon or cue list: "invest_v", "cue.considered"
  WordForm form = WordForm::kNone;
  bool case_exact = false;
};

// A word of grammar, in any case, and the bits that its tokens are to carry: WordFacts::grammar.
struct LexiconWord {
  std::string_view word;
  uint32_t bits;
};

class Lexicon {
 public:
  // kConfig when an id stands twice or a phrase is empty. Order of the input does not change what is matched.
  static Result<std::shared_ptr<const Lexicon>> Build(std::vector<LexiconEntity> entities,
                                                      std::vector<LexiconTerm> terms,
                                                      const std::vector<LexiconWord>& grammar = {});
  virtual ~Lexicon() = default;

  virtual const std::vector<LexiconEntity>& entities() const = 0;
  virtual const std::vector<LexiconTerm>& terms() const = 0;

  // The entity with this id, or nullptr.
  virtual const LexiconEntity* FindEntity(std::string_view id) const = 0;
  // Entities that any alias names, folded for case and width: how queries resolve names. Empty when unknown.
  virtual std::vector<const LexiconEntity*> Resolve(std::string_view name) const = 0;

  // What is known of each of the `tokens` of `text`; `words` is replaced.
  virtual void ReadWords(std::string_view text, const std::vector<Token>& tokens,
                         std::vector<WordFacts>& words) const = 0;

  // Every occurrence of every alias and term on word boundaries (Chinese: anywhere), by begin, longest
  // first. Linear in the text for a given pack. `tokens` and `words` are those of `text`.
  struct Hit {
    ByteSpan span;
    uint32_t index;  // into terms() or, with `alias`, entities()
    uint16_t alias;  // index into that entity's aliases
    bool is_entity;
  };
  virtual void Scan(std::string_view text, const std::vector<Token>& tokens, const std::vector<WordFacts>& words,
                    std::vector<Hit>& hits) const = 0;
};

}  // namespace tocsin
