#include "nlp/lexicon.h"

#include <algorithm>
#include <map>
#include <unordered_map>

#include "nlp/annotator.h"
#include "nlp/lexicon/dictionary.h"
#include "nlp/lexicon/phrase_trie.h"

namespace tocsin {
namespace {

bool IsUpper(char c) { return c >= 'A' && c <= 'Z'; }

// Whether some letter of `words` is a capital: an alias with a capital never matches words without any.
bool HasCapital(std::string_view words) { return std::any_of(words.begin(), words.end(), IsUpper); }

// Case, traditional characters and width of spaces aside: how people type names into queries.
std::string FoldedName(std::string_view name) {
  std::string out, simplified;
  if (Simplify(name, simplified)) name = simplified;
  for (const char c : name) {
    if (c == ' ' && (out.empty() || out.back() == ' ')) continue;
    out.push_back(IsUpper(c) ? char(c | 0x20) : c);
  }
  while (!out.empty() && out.back() == ' ') out.pop_back();
  return out;
}

class TrieLexicon final : public Lexicon {
 public:
  static Result<std::shared_ptr<const Lexicon>> Make(std::vector<LexiconEntity> entities,
                                                     std::vector<LexiconTerm> terms,
                                                     const std::vector<LexiconWord>& grammar) {
    auto out = std::make_shared<TrieLexicon>();
    out->entities_ = std::move(entities);
    out->terms_ = std::move(terms);
    for (uint32_t i = 0; i < out->entities_.size(); ++i) {
      if (auto ok = out->AddEntity(i); !ok) return tl::unexpected(ok.error());
    }
    for (uint32_t i = 0; i < out->terms_.size(); ++i) {
      if (!out->AddPhrase(out->terms_[i].phrase, {i, 0, false})) {
        return Fail(Errc::kConfig,
                    "lexicon " + out->terms_[i].list + ": a phrase without words: \"" + out->terms_[i].phrase + "\"");
      }
    }
    for (const LexiconWord& word : grammar) out->dictionary_.AddGrammar(word.word, word.bits);
    out->trie_.Close(out->dictionary_);
    return std::shared_ptr<const Lexicon>(std::move(out));
  }

  const std::vector<LexiconEntity>& entities() const override { return entities_; }
  const std::vector<LexiconTerm>& terms() const override { return terms_; }

  const LexiconEntity* FindEntity(std::string_view id) const override {
    const auto at = by_id_.find(id);
    return at == by_id_.end() ? nullptr : &entities_[at->second];
  }

  std::vector<const LexiconEntity*> Resolve(std::string_view name) const override {
    std::vector<const LexiconEntity*> out;
    const auto at = by_name_.find(FoldedName(name));
    if (at == by_name_.end()) return out;
    for (const uint32_t i : at->second) out.push_back(&entities_[i]);
    return out;
  }

  void ReadWords(std::string_view text, const std::vector<Token>& tokens,
                 std::vector<WordFacts>& words) const override {
    dictionary_.Read(text, tokens, words);
  }

  void Scan(std::string_view text, const std::vector<Token>& tokens, const std::vector<WordFacts>& words,
            std::vector<Hit>& hits) const override {
    std::vector<Piece> pieces;
    trie_.Cut(text, tokens, words, dictionary_, pieces);
    for (size_t i = 0; i < pieces.size(); ++i) {
      if (pieces[i].word == 0) continue;
      const size_t first_hit = hits.size();
      trie_.MatchAt(text, pieces, i, [&](size_t last, uint32_t payload) {
        const ByteSpan span{pieces[i].span.begin, pieces[last].span.end};
        const Phrase& phrase = phrases_[payload];
        if (CaseAgrees(span.in(text), phrase)) hits.push_back({span, phrase.index, phrase.alias, phrase.is_entity});
      });
      if (hits.size() - first_hit < 2) continue;
      std::reverse(hits.begin() + ptrdiff_t(first_hit), hits.end());
      const auto later = [&](size_t a, size_t b) { return hits[a].span.end > hits[b].span.end; };
      bool sorted = true;
      for (size_t h = first_hit + 1; h < hits.size(); ++h) sorted = sorted && !later(h, h - 1);
      if (sorted) continue;
      std::stable_sort(hits.begin() + ptrdiff_t(first_hit), hits.end(),
                       [](const Hit& a, const Hit& b) { return a.span.end > b.span.end; });
    }
  }

 private:
  struct Phrase {
    uint32_t index;
    uint16_t alias;
    bool is_entity;
    bool exact = false;    // only as it is written
    bool capital = false;  // some letter of what is found is a capital
  };

  Result<void> AddEntity(uint32_t index) {
    const LexiconEntity& e = entities_[index];
    if (!by_id_.try_emplace(e.entity.id, index).second)
      return Fail(Errc::kConfig, "entity id \"" + e.entity.id + "\" stands twice");
    Name(e.entity.id, index);
    Name(e.entity.name, index);
    for (uint16_t a = 0; a < e.aliases.size(); ++a) {
      if (!AddPhrase(e.aliases[a].text, {index, a, true})) {
        return Fail(Errc::kConfig, "entity " + e.entity.id + ": an alias without words: \"" + e.aliases[a].text + "\"");
      }
      Name(e.aliases[a].text, index);
    }
    return {};
  }

  void Name(std::string_view name, uint32_t index) {
    auto& list = by_name_[FoldedName(name)];
    if (list.empty() || list.back() != index) list.push_back(index);
  }

  bool AddPhrase(std::string_view text, Phrase phrase) {
    phrase.exact =
        phrase.is_entity ? entities_[phrase.index].aliases[phrase.alias].case_exact : terms_[phrase.index].case_exact;
    phrase.capital = phrase.is_entity && HasCapital(text);
    phrases_.push_back(phrase);
    return trie_.Add(text, uint32_t(phrases_.size() - 1), dictionary_);
  }

  bool CaseAgrees(std::string_view found, const Phrase& phrase) const {
    if (!phrase.exact) return !phrase.capital || HasCapital(found);
    return found ==
           (phrase.is_entity ? entities_[phrase.index].aliases[phrase.alias].text : terms_[phrase.index].phrase);
  }

  std::vector<LexiconEntity> entities_;
  std::vector<LexiconTerm> terms_;
  std::vector<Phrase> phrases_;
  Dictionary dictionary_ = Dictionary::BuiltIn();
  PhraseTrie trie_;
  std::map<std::string, uint32_t, std::less<>> by_id_;
  std::unordered_map<std::string, std::vector<uint32_t>> by_name_;
};

}  // namespace

Result<std::shared_ptr<const Lexicon>> Lexicon::Build(std::vector<LexiconEntity> entities,
                                                      std::vector<LexiconTerm> terms,
                                                      const std::vector<LexiconWord>& grammar) {
  return TrieLexicon::Make(std::move(entities), std::move(terms), grammar);
}

}  // namespace tocsin
