// YAML to CompiledPack: every mistake is reported with its place, and nothing half-right is used.
#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "ingest/base/hash.h"
#include "ingest/base/suggest.h"
#include "rules/engine/clause.h"
#include "rules/engine/entity_loader.h"
#include "rules/engine/inflection.h"
#include "rules/engine/pack.h"
#include "rules/engine/rule_reader.h"
#include "rules/yaml.h"

namespace tocsin {
namespace {

// Goes into the hash that names a run: raised when the same packs read otherwise, so that `rules stale` and `reextract`
// see what the engine's earlier state told.
constexpr uint64_t kEngine = 1;

constexpr std::array<std::string_view, kCueCount> kCueNames = {
    "considered",      "proposed",     "announced", "completed",    "denied",      "cancelled",    "negation",
    "pseudo_negation", "hypothetical", "opinion",   "reportedly",   "attribution", "according_to", "stop",
    "not_the_sum",     "forecast",     "not_a_cue", "falsehood",    "not_quite",   "ended",        "sealed",
    "deal_noun",       "measure_noun", "fiction",   "advertisement"};

// A list of phrases gathered from all files, before the automaton is built.
struct PhraseList {
  std::string name;
  std::vector<LexiconTerm> terms;
};

class Compiler {
 public:
  Result<CompiledPack> Compile(const std::vector<PackFile>& files) {
    std::vector<YamlValue> roots;
    for (const PackFile& file : files) {
      auto root = YamlValue::Parse(file.text, file.name);
      if (!root) {
        errors_.push_back(root.error().what);
        continue;
      }
      roots.push_back(std::move(*root));
    }
    for (const bool supplements : {false, true}) {
      for (const YamlValue& root : roots) {
        if (IsSupplement(root) == supplements) Note(ReadNames(root));
      }
    }
    for (const YamlValue& root : roots) Note(ReadRules(root));
    if (errors_.empty()) Note(Link());
    if (errors_.empty()) return std::move(pack_);
    std::string all;
    for (const std::string& e : errors_) all += (all.empty() ? "" : "\n") + e;
    return Fail(Errc::kConfig, all);
  }

 private:
  void Note(const Result<void>& result) {
    if (!result) errors_.push_back(result.error().what);
  }

  // First pass: everything that rules refer to by name.
  Result<void> ReadNames(const YamlValue& root) {
    const YamlValue* kind = root.Find("kind");
    if (kind == nullptr) return root.Bad("no `kind`: one of pack, gazetteer, rules");
    if (kind->scalar() == "pack") return root.OnlyKeys({"version", "kind", "pack", "description"});
    if (kind->scalar() == "gazetteer") return LoadEntities(root, entities_);
    if (kind->scalar() != "rules") {
      const std::array<std::string_view, 3> kinds = {"pack", "gazetteer", "rules"};
      return kind->Bad("unknown kind \"" + kind->scalar() + "\"" + DidYouMean(kind->scalar(), kinds));
    }
    if (auto ok = root.OnlyKeys({"version", "kind", "pack", "requires", "lexicons", "cues", "field", "rules", "tests"});
        !ok)
      return ok;
    if (const YamlValue* lexicons = root.Find("lexicons")) {
      for (const auto& [name, value] : lexicons->map()) Note(ReadLexicon(name.scalar(), value));
    }
    if (const YamlValue* cues = root.Find("cues")) {
      for (const auto& [name, value] : cues->map()) Note(ReadCue(name, value));
    }
    if (const YamlValue* field = root.Find("field")) Note(ReadField(*field));
    return {};
  }

  // {lang: en, forms: [{v: invest}, {v: buy, irregular: [bought]}, {n: stake}, a phrase, {t: AI, case: exact}]}
  Result<void> ReadLexicon(const std::string& name, const YamlValue& value) {
    if (auto ok = value.OnlyKeys({"lang", "forms"}); !ok) return ok;
    const YamlValue* forms = value.Find("forms");
    if (forms == nullptr || !forms->is_list()) return value.Bad("lexicon " + name + ": `forms` must be a list");
    PhraseList& list = List(name);
    list.terms.clear();  // a later file replaces a list of the same name
    for (const YamlValue& form : forms->list()) Note(ReadForm(form, list));
    return {};
  }

  Result<void> ReadForm(const YamlValue& form, PhraseList& list) {
    if (form.is_scalar()) return AddPhrase(list, form.scalar(), WordForm::kNone, false);
    if (auto ok = form.OnlyKeys({"v", "n", "t", "irregular", "case"}); !ok) return ok;
    const YamlValue* exact = form.Find("case");
    const bool case_exact = exact != nullptr && exact->scalar() == "exact";
    if (const YamlValue* text = form.Find("t")) return AddPhrase(list, text->scalar(), WordForm::kNone, case_exact);
    std::vector<InflectedForm> forms;
    if (const YamlValue* verb = form.Find("v")) {
      std::vector<std::string> irregular;
      if (const YamlValue* given = form.Find("irregular")) {
        auto strings = given->AsStrings();
        if (!strings) return tl::unexpected(strings.error());
        irregular = std::move(*strings);
      }
      forms = VerbForms(verb->scalar(), irregular);
    } else if (const YamlValue* noun = form.Find("n")) {
      forms = NounForms(noun->scalar());
    } else {
      return form.Bad("a form needs one of v, n, t");
    }
    for (const InflectedForm& f : forms) {
      if (auto ok = AddPhrase(list, f.phrase, f.form, case_exact); !ok) return ok;
    }
    return {};
  }

  Result<void> AddPhrase(PhraseList& list, const std::string& phrase, WordForm form, bool case_exact) {
    if (phrase.empty()) return Fail(Errc::kConfig, "lexicon " + list.name + ": an empty phrase");
    list.terms.push_back({phrase, list.name, form, case_exact});
    return {};
  }

  // cues: {considered: {en: [in talks, ...], zh: [...]}}; entries are forms as in lexicons. Files add to each other.
  Result<void> ReadCue(const YamlValue& name, const YamlValue& value) {
    if (std::find(kCueNames.begin(), kCueNames.end(), name.scalar()) == kCueNames.end()) {
      return name.Bad("unknown cue list \"" + name.scalar() + "\"" + DidYouMean(name.scalar(), kCueNames));
    }
    if (auto ok = value.OnlyKeys({"en", "zh"}); !ok) return ok;
    for (const auto& [language, forms] : value.map()) {
      for (const YamlValue& form : forms.list()) Note(ReadForm(form, List("cue." + name.scalar())));
    }
    return {};
  }

  Result<void> ReadField(const YamlValue& value) {
    if (auto ok = value.OnlyKeys({"lexicons", "types"}); !ok) return ok;
    if (const YamlValue* lists = value.Find("lexicons")) {
      auto names = lists->AsStrings();
      if (!names) return tl::unexpected(names.error());
      for (const std::string& name : *names) field_lists_.push_back({name, lists});
    }
    if (const YamlValue* types = value.Find("types")) {
      auto names = types->AsStrings();
      if (!names) return tl::unexpected(names.error());
      pack_.field_subtypes.insert(pack_.field_subtypes.end(), names->begin(), names->end());
    }
    return {};
  }

  // Second pass: rules and tests, now that every list has its number.
  Result<void> ReadRules(const YamlValue& root) {
    const RuleReader reader([this](std::string_view name) { return FindList(name); }, ListNames());
    if (const YamlValue* rules = root.Find("rules")) {
      for (const YamlValue& value : rules->list()) {
        auto rule = reader.ReadRule(value);
        if (!rule) {
          errors_.push_back(rule.error().what);
          continue;
        }
        rules_.insert_or_assign(rule->id, std::move(*rule));  // a later file overrides by id
      }
    }
    if (const YamlValue* tests = root.Find("tests")) {
      for (const YamlValue& value : tests->list()) {
        auto test = reader.ReadTest(value);
        if (test) {
          pack_.tests.push_back(std::move(*test));
        } else {
          errors_.push_back(test.error().what);
        }
      }
    }
    return {};
  }

  // Builds the automaton and the tables that the engine looks things up in.
  Result<void> Link() {
    std::sort(pack_.field_subtypes.begin(), pack_.field_subtypes.end());
    for (const auto& [name, where] : field_lists_) {
      const auto id = FindList(name);
      if (!id) return where->Bad("no lexicon \"" + name + "\"" + DidYouMean(name, ListNames()));
      pack_.field_lists.set(*id);
    }
    pack_.cues_of_list.assign(kListsMax, 0);
    for (size_t i = 0; i < kCueCount; ++i) {
      if (const auto id = FindList("cue." + std::string(kCueNames[i]))) pack_.cues_of_list[*id] |= 1u << i;
    }
    std::vector<LexiconTerm> terms;
    for (const PhraseList& list : lists_) terms.insert(terms.end(), list.terms.begin(), list.terms.end());
    std::sort(terms.begin(), terms.end(), [](const LexiconTerm& a, const LexiconTerm& b) {
      return std::tie(a.list, a.phrase, a.form, a.case_exact) < std::tie(b.list, b.phrase, b.form, b.case_exact);
    });
    const auto same = [](const LexiconTerm& a, const LexiconTerm& b) {
      return a.list == b.list && a.phrase == b.phrase;
    };
    terms.erase(std::unique(terms.begin(), terms.end(), same), terms.end());
    auto lexicon = Lexicon::Build(std::move(entities_), std::move(terms), GrammarWords());
    if (!lexicon) return tl::unexpected(lexicon.error());
    pack_.lexicon = *lexicon;
    for (const PhraseList& list : lists_) pack_.list_names.push_back(list.name);
    for (const LexiconTerm& term : pack_.lexicon->terms()) {
      pack_.list_of_term.push_back(*FindList(term.list));
      pack_.form_of_term.push_back(term.form);
    }
    pack_.rules_by_list.resize(lists_.size());
    for (auto& [id, rule] : rules_) {
      if (auto ok = Warn(rule); !ok) return ok;
      for (ListId list = 0; list < lists_.size(); ++list) {
        if (rule.trigger.test(list)) pack_.rules_by_list[list].push_back(uint32_t(pack_.rules.size()));
      }
      (rule.field ? pack_.field_triggers : pack_.anywhere_triggers) |= rule.trigger;
      rule.chinese = rule.language == "zh";
      rule.two_parts = rule.with.any();
      pack_.rules.push_back(std::move(rule));
    }
    return {};
  }

  // A rule that only adds a party to an event has no event of its own to show: packs test it as a whole.
  Result<void> Warn(const Rule& rule) {
    if (rule.attach) return {};
    const auto positive =
        std::count_if(rule.examples.begin(), rule.examples.end(), [](const RuleExample& e) { return e.match; });
    if (positive == 0) pack_.warnings.push_back(rule.where + ": rule " + rule.id + " has no example that matches");
    if (positive == int64_t(rule.examples.size())) {
      pack_.warnings.push_back(rule.where + ": rule " + rule.id + " has no example that must not match");
    }
    return {};
  }

  PhraseList& List(const std::string& name) {
    const auto [at, added] = list_index_.try_emplace(name, ListId(lists_.size()));
    if (added) lists_.push_back({name, {}});
    return lists_[at->second];
  }

  std::optional<ListId> FindList(std::string_view name) const {
    const auto at = list_index_.find(name);
    if (at == list_index_.end()) return std::nullopt;
    return at->second;
  }

  std::vector<std::string_view> ListNames() const {
    std::vector<std::string_view> names;
    for (const PhraseList& list : lists_) names.push_back(list.name);
    return names;
  }

  CompiledPack pack_;
  std::vector<LexiconEntity> entities_;
  std::vector<PhraseList> lists_;
  std::map<std::string, ListId, std::less<>> list_index_;
  std::map<std::string, Rule> rules_;  // by id: the order of rules in files changes nothing
  std::vector<std::pair<std::string, const YamlValue*>> field_lists_;
  std::vector<std::string> errors_;
};

}  // namespace

bool TypeFilter::Accepts(const Entity& entity) const {
  if (std::binary_search(except.begin(), except.end(), entity.subtype)) return false;
  if (any() || coarse.test(size_t(entity.type))) return true;
  return std::binary_search(subtypes.begin(), subtypes.end(), entity.subtype);
}

Result<CompiledPack> CompilePacks(const std::vector<PackFile>& files) {
  auto pack = Compiler().Compile(files);
  if (!pack) return pack;
  // The hash covers the texts, in an order that does not depend on how they were listed.
  std::vector<std::string> texts;
  for (const PackFile& file : files) texts.push_back(file.text);
  std::sort(texts.begin(), texts.end());
  uint64_t hash = kEngine;
  for (const std::string& text : texts) hash = Hash64(text, hash);
  pack->hash = fmt::format("{:016x}", hash);
  return pack;
}

}  // namespace tocsin
