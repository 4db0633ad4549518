#include "rules/engine/entity_loader.h"

#include <algorithm>
#include <array>
#include <map>
#include <unordered_map>
#include <unordered_set>

#include "ingest/base/suggest.h"
#include "nlp/annotator.h"

namespace tocsin {
namespace {

struct TypeRow {
  std::string_view type;
  EntityType coarse;
};

// A pack's finer types and the eight that everything else sees. Sorted by type.
constexpr TypeRow kTypes[] = {
    {"agency", EntityType::kGovernmentBody},
    {"agreement", EntityType::kLawOrProgram},
    {"ai_lab", EntityType::kOrganization},
    {"bank", EntityType::kOrganization},
    {"bloc", EntityType::kPlace},
    {"central_bank", EntityType::kGovernmentBody},
    {"chip", EntityType::kProduct},
    {"chip_equipment", EntityType::kOrganization},
    {"chip_maker", EntityType::kOrganization},
    {"city", EntityType::kPlace},
    {"cloud", EntityType::kOrganization},
    {"company", EntityType::kOrganization},
    {"country", EntityType::kCountry},
    {"court", EntityType::kGovernmentBody},
    {"data_centre", EntityType::kOrganization},
    {"defence_tech", EntityType::kOrganization},
    {"development_bank", EntityType::kOrganization},
    {"eda", EntityType::kOrganization},
    {"energy", EntityType::kOrganization},
    {"event_series", EntityType::kOrganization},
    {"exchange", EntityType::kOrganization},
    {"executive_order", EntityType::kLawOrProgram},
    {"export_rule", EntityType::kLawOrProgram},
    {"fund", EntityType::kFund},
    {"government", EntityType::kGovernmentBody},
    {"industry_body", EntityType::kOrganization},
    {"infrastructure_project", EntityType::kLawOrProgram},
    {"institution", EntityType::kGovernmentBody},
    {"intl_org", EntityType::kOrganization},
    {"investor", EntityType::kFund},
    {"law", EntityType::kLawOrProgram},
    {"legislature", EntityType::kGovernmentBody},
    {"local_government", EntityType::kGovernmentBody},
    {"materials", EntityType::kOrganization},
    {"media", EntityType::kOrganization},
    {"ministry", EntityType::kGovernmentBody},
    {"model", EntityType::kProduct},
    {"neocloud", EntityType::kOrganization},
    {"nonprofit", EntityType::kOrganization},
    {"pac", EntityType::kOrganization},
    {"party_body", EntityType::kGovernmentBody},
    {"person", EntityType::kPerson},
    {"place", EntityType::kPlace},
    {"political_party", EntityType::kOrganization},
    {"product", EntityType::kProduct},
    {"programme", EntityType::kLawOrProgram},
    {"region", EntityType::kPlace},
    {"regulation", EntityType::kLawOrProgram},
    {"research_institute", EntityType::kOrganization},
    {"robotics", EntityType::kOrganization},
    {"sovereign_fund", EntityType::kFund},
    {"standard", EntityType::kLawOrProgram},
    {"standards_body", EntityType::kOrganization},
    {"state_fund", EntityType::kFund},
    {"subnational", EntityType::kPlace},
    {"tech_company", EntityType::kOrganization},
    {"think_tank", EntityType::kOrganization},
    {"treaty", EntityType::kLawOrProgram},
    {"university", EntityType::kOrganization},
};

std::optional<EntityType> CoarseType(std::string_view type) {
  const auto at = std::lower_bound(std::begin(kTypes), std::end(kTypes), type,
                                   [](const TypeRow& row, std::string_view t) { return row.type < t; });
  if (at == std::end(kTypes) || at->type != type) return std::nullopt;
  return at->coarse;
}

// "organization", "fund", ...: the coarse types by name.
std::optional<EntityType> TypeNamed(std::string_view name) {
  for (int i = 0; i <= int(EntityType::kProduct); ++i) {
    if (name == ToString(EntityType(i))) return EntityType(i);
  }
  return std::nullopt;
}

Result<LexiconAlias> ReadAlias(const YamlValue& value) {
  LexiconAlias alias;
  if (value.is_scalar()) {
    alias.text = value.scalar();
  } else {
    if (auto ok = value.OnlyKeys({"t", "case", "weak"}); !ok) return tl::unexpected(ok.error());
    const YamlValue* text = value.Find("t");
    if (text == nullptr) return value.Bad("an alias needs `t`");
    alias.text = text->scalar();
    const YamlValue* exact = value.Find("case");
    alias.case_exact = exact != nullptr && exact->scalar() == "exact";
    if (const YamlValue* weak = value.Find("weak")) {
      auto yes = weak->AsBool();
      if (!yes) return tl::unexpected(yes.error());
      alias.weak = *yes;
    }
  }
  if (alias.text.empty()) return value.Bad("an empty alias");
  return alias;
}

std::string TextOf(const YamlValue& value, std::string_view key) {
  const YamlValue* found = value.Find(key);
  return found == nullptr ? std::string() : found->scalar();
}

// Type and, where it differs, class: both forms of a row end here.
Result<void> SetType(const YamlValue& place, std::string_view type, std::string_view coarser, LexiconEntity& out) {
  const auto coarse = CoarseType(type);
  if (!coarse) {
    std::array<std::string_view, std::size(kTypes)> names;
    std::transform(std::begin(kTypes), std::end(kTypes), names.begin(), [](const TypeRow& row) { return row.type; });
    return place.Bad("unknown entity type \"" + std::string(type) + "\"" + DidYouMean(type, names));
  }
  out.entity.type = *coarse;
  out.entity.subtype = type;
  if (coarser.empty()) return {};
  const auto other = TypeNamed(coarser);  // an investor that is no fund: SoftBank
  if (!other) return place.Bad("unknown class \"" + std::string(coarser) + "\"");
  out.entity.type = *other;
  return {};
}

std::string_view Trimmed(std::string_view text) {
  const size_t begin = text.find_first_not_of(' ');
  return begin == std::string_view::npos ? std::string_view()
                                         : text.substr(begin, text.find_last_not_of(' ') + 1 - begin);
}

// The trimmed parts of `text` between `mark`s.
std::vector<std::string_view> Parts(std::string_view text, char mark) {
  std::vector<std::string_view> parts;
  for (size_t begin = 0;;) {
    const size_t end = text.find(mark, begin);
    parts.push_back(Trimmed(text.substr(begin, end == std::string_view::npos ? end : end - begin)));
    if (end == std::string_view::npos) return parts;
    begin = end + 1;
  }
}

Result<void> SetExtra(const YamlValue& place, std::string_view pair, LexiconEntity& out, std::string& coarser) {
  const size_t equals = pair.find('=');
  const std::string_view key = Trimmed(pair.substr(0, equals));
  const std::string_view value = equals == std::string_view::npos ? "" : Trimmed(pair.substr(equals + 1));
  constexpr std::array<std::string_view, 7> kKeys = {"parent", "affiliation", "role", "class", "from", "to", "tickers"};
  if (value.empty() || std::find(kKeys.begin(), kKeys.end(), key) == kKeys.end())
    return place.Bad("expected key=value, found \"" + std::string(pair) + "\"" + DidYouMean(key, kKeys));
  if (key == "parent") out.parent = value;
  if (key == "affiliation") out.affiliation = value;
  if (key == "role") out.role = value;
  if (key == "class") coarser = value;
  return {};
}

// "id | type | country | name | aliases | Chinese aliases | key=value; ...": see entity_loader.h.
Result<LexiconEntity> ReadRow(const YamlValue& value) {
  enum Field { kId, kType, kCountry, kName, kAliases, kChinese, kExtra, kFields };
  const std::vector<std::string_view> fields = Parts(value.scalar(), '|');
  if (fields.size() <= kName || fields.size() > kFields)
    return value.Bad("expected \"id | type | country | name\" and at most three fields more, found \"" +
                     value.scalar() + "\"");
  LexiconEntity out;
  out.entity.id = fields[kId];
  out.entity.country = fields[kCountry];
  out.entity.name = fields[kName];
  if (out.entity.id.empty()) return value.Bad("an entity needs an id");
  if (out.entity.name.empty()) return value.Bad("entity " + out.entity.id + " needs a name");
  std::string coarser;
  if (fields.size() > kExtra) {
    for (const std::string_view pair : Parts(fields[kExtra], ';')) {
      if (auto ok = SetExtra(value, pair, out, coarser); !ok) return tl::unexpected(ok.error());
    }
  }
  if (auto ok = SetType(value, fields[kType], coarser, out); !ok) return tl::unexpected(ok.error());
  for (size_t i = kAliases; i < std::min<size_t>(fields.size(), kExtra); ++i) {
    if (fields[i].empty()) continue;
    for (std::string_view text : Parts(fields[i], ';')) {
      LexiconAlias alias;
      for (; text.starts_with('~') || text.starts_with('='); text.remove_prefix(1))
        (text.front() == '~' ? alias.weak : alias.case_exact) = true;
      if (text.empty()) return value.Bad("an empty alias");
      alias.text = text;
      out.aliases.push_back(std::move(alias));
    }
  }
  if (out.aliases.empty()) out.aliases.push_back({out.entity.name});
  return out;
}

Result<LexiconEntity> ReadEntity(const YamlValue& value) {
  if (value.is_scalar()) return ReadRow(value);
  if (auto ok = value.OnlyKeys({"id", "type", "country", "name", "en", "zh", "tickers", "parent", "affiliation", "role",
                                "from", "to", "former_names", "note", "class"});
      !ok) {
    return tl::unexpected(ok.error());
  }
  LexiconEntity out;
  out.entity.id = TextOf(value, "id");
  if (out.entity.id.empty()) return value.Bad("an entity needs an `id`");
  out.entity.name = TextOf(value, "name");
  if (out.entity.name.empty()) return value.Bad("entity " + out.entity.id + " needs a `name`");
  const YamlValue* type = value.Find("type");
  if (type == nullptr) return value.Bad("entity " + out.entity.id + " needs a `type`");
  const YamlValue* coarser = value.Find("class");
  if (auto ok = SetType(*type, type->scalar(), {}, out); !ok) return tl::unexpected(ok.error());
  if (coarser != nullptr) {
    if (auto ok = SetType(*coarser, type->scalar(), coarser->scalar(), out); !ok) return tl::unexpected(ok.error());
  }
  out.entity.country = TextOf(value, "country");
  out.parent = TextOf(value, "parent");
  out.affiliation = TextOf(value, "affiliation");
  out.role = TextOf(value, "role");
  for (const char* language : {"en", "zh"}) {
    const YamlValue* aliases = value.Find(language);
    if (aliases == nullptr) continue;
    if (!aliases->is_list()) return aliases->Bad(std::string("`") + language + "` must be a list of aliases");
    for (const YamlValue& item : aliases->list()) {
      auto alias = ReadAlias(item);
      if (!alias) return tl::unexpected(alias.error());
      out.aliases.push_back(std::move(*alias));
    }
  }
  return out;
}

// Who bears which name, whatever its case and whether its characters are simplified or traditional.
class NameIndex {
 public:
  explicit NameIndex(const std::vector<LexiconEntity>& entities) {
    for (size_t i = 0; i < entities.size(); ++i) {
      for (const LexiconAlias& alias : entities[i].aliases) {
        Add(alias.text, i);
        const size_t space = alias.text.rfind(' ');
        if (entities[i].entity.type == EntityType::kPerson && space != std::string::npos)
          surnames_.insert(Lower(std::string_view(alias.text).substr(space + 1)));
      }
    }
  }

  void Add(std::string_view name, size_t entity) { bearers_.try_emplace(Lower(name), entity); }
  bool Free(std::string_view name) const {
    const std::string lower = Lower(name);
    return bearers_.count(lower) == 0 && surnames_.count(lower) == 0;
  }
  std::optional<size_t> BearerOf(std::string_view name) const {
    const auto at = bearers_.find(Lower(name));
    if (at == bearers_.end()) return std::nullopt;
    return at->second;
  }

 private:
  static std::string Lower(std::string_view name) {
    std::string out;
    if (!Simplify(name, out)) out = name;
    for (char& c : out) c = c >= 'A' && c <= 'Z' ? char(c | 0x20) : c;
    return out;
  }
  std::unordered_map<std::string, size_t> bearers_;
  std::unordered_set<std::string> surnames_;
};

// Adds what a supplement knows to what the other files say.
class Supplement {
 public:
  explicit Supplement(std::vector<LexiconEntity>& entities) : entities_(entities), names_(entities) {
    for (size_t i = 0; i < entities.size(); ++i) ids_.emplace(entities[i].entity.id, i);
  }

  void Add(LexiconEntity more) {
    const auto known = Known(more);
    std::erase_if(more.aliases, [&](const LexiconAlias& alias) { return !names_.Free(alias.text); });
    if (more.aliases.empty()) return;
    const size_t index = known ? *known : entities_.size();
    for (const LexiconAlias& alias : more.aliases) names_.Add(alias.text, index);
    if (known) {
      auto& aliases = entities_[index].aliases;
      aliases.insert(aliases.end(), more.aliases.begin(), more.aliases.end());
      return;
    }
    if (ids_.count(more.entity.id) != 0) return;  // something else goes by this id
    if (names_.BearerOf(more.entity.name).value_or(index) != index) more.entity.name = more.aliases.front().text;
    ids_.emplace(more.entity.id, index);
    entities_.push_back(std::move(more));
  }

 private:
  std::optional<size_t> Known(const LexiconEntity& more) const {
    const auto id = ids_.find(more.entity.id);
    if (id != ids_.end() && entities_[id->second].entity.country == more.entity.country) return id->second;
    if (const auto bearer = names_.BearerOf(more.entity.name); bearer && SamePlace(*bearer, more)) return bearer;
    for (const LexiconAlias& alias : more.aliases) {
      const auto bearer = names_.BearerOf(alias.text);
      if (bearer && SamePlace(*bearer, more)) return bearer;
    }
    return std::nullopt;
  }

  // A city and the province around it are two places.
  bool SamePlace(size_t index, const LexiconEntity& more) const {
    const Entity& known = entities_[index].entity;
    return known.country == more.entity.country && known.type == more.entity.type &&
           (known.subtype == "city") == (more.entity.subtype == "city");
  }

  std::vector<LexiconEntity>& entities_;
  NameIndex names_;
  std::unordered_map<std::string, size_t> ids_;
};

}  // namespace

bool IsSupplement(const YamlValue& file) {
  const YamlValue* supplement = file.Find("supplement");
  return supplement != nullptr && supplement->scalar() == "true";
}

Result<void> LoadEntities(const YamlValue& file, std::vector<LexiconEntity>& out) {
  if (auto ok = file.OnlyKeys({"version", "kind", "pack", "note", "supplement", "entities"}); !ok) return ok;
  const YamlValue* entities = file.Find("entities");
  if (entities == nullptr || !entities->is_list()) return file.Bad("a gazetteer needs a list `entities`");
  std::map<std::string, size_t, std::less<>> known;
  for (size_t i = 0; i < out.size(); ++i) known.emplace(out[i].entity.id, i);
  std::optional<Supplement> supplement;
  if (IsSupplement(file)) supplement.emplace(out);
  std::string errors;
  for (const YamlValue& value : entities->list()) {
    auto entity = ReadEntity(value);
    if (!entity) {
      errors += (errors.empty() ? "" : "\n") + entity.error().what;
      continue;
    }
    if (supplement) {
      supplement->Add(std::move(*entity));
      continue;
    }
    const auto [at, added] = known.emplace(entity->entity.id, out.size());
    if (added) {
      out.push_back(std::move(*entity));
    } else {
      out[at->second] = std::move(*entity);
    }
  }
  if (!errors.empty()) return Fail(Errc::kConfig, errors);
  return {};
}

}  // namespace tocsin
