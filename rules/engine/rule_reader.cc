#include "rules/engine/rule_reader.h"

#include <algorithm>

#include "ingest/base/suggest.h"

namespace tocsin {
namespace {

constexpr std::array<std::string_view, kRoleCount> kRoleNames = {"actor", "target", "supporter", "opponent",
                                                                 "funding_source"};
constexpr std::array<std::string_view, 8> kCoarseTypes = {"person", "organization", "government_body", "country",
                                                          "place",  "fund",         "law_or_program",  "product"};
constexpr std::array<std::string_view, 11> kSlotNames = {
    "subject", "object", "pp", "pp_left", "possessive", "compound", "before", "after", "clause", "sentence", "topic"};

template <size_t N>
std::optional<size_t> IndexOf(const std::array<std::string_view, N>& names, std::string_view name) {
  const auto at = std::find(names.begin(), names.end(), name);
  if (at == names.end()) return std::nullopt;
  return size_t(at - names.begin());
}

Result<Role> ReadRole(const YamlValue& value) {
  if (const auto role = IndexOf(kRoleNames, value.scalar())) return Role(*role);
  return value.Bad("unknown role \"" + value.scalar() + "\"" + DidYouMean(value.scalar(), kRoleNames));
}

// "subject", "pp(in|of)"
Result<Slot> ReadSlot(const YamlValue& value) {
  const std::string& text = value.scalar();
  const size_t open = text.find('(');
  const auto kind = IndexOf(kSlotNames, text.substr(0, open));
  if (!kind) return value.Bad("unknown slot \"" + text + "\"" + DidYouMean(text.substr(0, open), kSlotNames));
  Slot slot{SlotKind(*kind), {}, 0};
  const bool prepositional = slot.kind == SlotKind::kPp || slot.kind == SlotKind::kPpLeft;
  if (prepositional != (open != std::string::npos)) return value.Bad("a slot pp(...) names its prepositions");
  if (!prepositional) return slot;
  if (text.back() != ')') return value.Bad("slot \"" + text + "\": no closing parenthesis");
  size_t at = open + 1;
  while (at < text.size()) {
    const size_t end = text.find_first_of("|)", at);
    slot.prepositions.push_back(text.substr(at, end - at));
    slot.endings |= Slot::EndingOf(slot.prepositions.back());
    at = end + 1;
  }
  return slot;
}

Result<TypeFilter> ReadTypes(const YamlValue& value) {
  auto names = value.AsStrings();
  if (!names) return tl::unexpected(names.error());
  TypeFilter filter;
  for (std::string& name : *names) {
    if (const auto coarse = IndexOf(kCoarseTypes, name)) {
      filter.coarse.set(*coarse);
    } else if (name.starts_with('-')) {
      filter.except.push_back(name.substr(1));
    } else {
      filter.subtypes.push_back(std::move(name));
    }
  }
  std::sort(filter.subtypes.begin(), filter.subtypes.end());
  std::sort(filter.except.begin(), filter.except.end());
  return filter;
}

Result<void> ReadEvent(const YamlValue& value, std::string& out) {
  if (IsKnownType(value.scalar())) {
    out = value.scalar();
    return {};
  }
  return value.Bad("unknown event type \"" + value.scalar() + "\"" + DidYouMean(value.scalar(), BuiltInTypes()));
}

Result<void> ReadStatus(const YamlValue& value, std::optional<Status>& out) {
  constexpr std::array<std::string_view, kStatusCount> names = {"considered", "proposed", "announced",
                                                                "completed",  "denied",   "cancelled"};
  out = ParseStatus(value.scalar());
  if (out) return {};
  return value.Bad("unknown status \"" + value.scalar() + "\"" + DidYouMean(value.scalar(), names));
}

// The parts that an example of a rule and an expectation of a test share.
Result<void> ReadExpectation(const YamlValue& value, RuleExample& out) {
  out.where = value.Where();
  if (const YamlValue* status = value.Find("status")) {
    if (auto ok = ReadStatus(*status, out.status); !ok) return ok;
  }
  if (const YamlValue* event = value.Find("event")) {
    if (auto ok = ReadEvent(*event, out.event); !ok) return ok;
  }
  if (const YamlValue* amount = value.Find("amount")) out.amount = amount->scalar();
  for (size_t i = 0; i < kRoleCount; ++i) {
    const YamlValue* filler = value.Find(kRoleNames[i]);
    if (filler == nullptr) continue;
    auto names = filler->AsStrings();
    if (!names) return tl::unexpected(names.error());
    out.roles[Role(i)] = std::move(*names);
  }
  return {};
}

Result<RuleExample> ReadExample(const YamlValue& value) {
  if (auto ok = value.OnlyKeys({"match", "no_match", "status", "event", "amount", "actor", "target", "supporter",
                                "opponent", "funding_source"});
      !ok) {
    return tl::unexpected(ok.error());
  }
  RuleExample example;
  const YamlValue* match = value.Find("match");
  const YamlValue* no_match = value.Find("no_match");
  if ((match == nullptr) == (no_match == nullptr)) return value.Bad("an example has either `match` or `no_match`");
  example.match = match != nullptr;
  example.text = (match != nullptr ? match : no_match)->scalar();
  if (auto ok = ReadExpectation(value, example); !ok) return tl::unexpected(ok.error());
  return example;
}

Result<Requirement> ReadRequirement(const YamlValue& value) {
  Requirement out;
  std::vector<const YamlValue*> alternatives;
  if (value.is_map()) {
    if (auto ok = value.OnlyKeys({"any"}); !ok) return tl::unexpected(ok.error());
    const YamlValue* any = value.Find("any");
    if (any == nullptr || !any->is_list()) return value.Bad("`any` must be a list");
    for (const YamlValue& item : any->list()) alternatives.push_back(&item);
  } else {
    alternatives.push_back(&value);
  }
  for (const YamlValue* item : alternatives) {
    const std::string& name = item->scalar();
    out.text += (out.text.empty() ? "" : " or ") + name;
    if (name == "amount") {
      out.amount = true;
    } else if (name == "stake") {
      out.stake = true;
    } else if (name == "cue") {
      out.cue = true;
    } else if (name == "percent") {
      out.percent = true;
    } else if (name == "pair") {
      out.pair = true;
    } else if (auto role = ReadRole(*item)) {
      out.roles.push_back(*role);
    } else {
      return tl::unexpected(role.error());
    }
  }
  return out;
}

}  // namespace

Result<ListSet> RuleReader::ReadLists(const YamlValue& value) const {
  auto names = value.AsStrings();
  if (!names) return tl::unexpected(names.error());
  ListSet lists;
  for (const std::string& name : *names) {
    const auto id = find_list_(name);
    if (!id) return value.Bad("no lexicon \"" + name + "\"" + DidYouMean(name, list_names_));
    lists.set(*id);
  }
  return lists;
}

Result<void> RuleReader::ReadTrigger(const YamlValue& value, Rule& rule) const {
  if (auto ok = value.OnlyKeys({"lex", "with", "within", "order"}); !ok) return ok;
  const YamlValue* lex = value.Find("lex");
  if (lex == nullptr) return value.Bad("a trigger needs `lex`");
  auto lists = ReadLists(*lex);
  if (!lists) return tl::unexpected(lists.error());
  rule.trigger = *lists;
  if (const YamlValue* with = value.Find("with")) {
    auto second = ReadLists(*with);
    if (!second) return tl::unexpected(second.error());
    rule.with = *second;
  }
  if (const YamlValue* within = value.Find("within")) {
    auto words = within->AsInt();
    if (!words) return tl::unexpected(words.error());
    rule.within = int(std::clamp<int64_t>(*words, 1, 60));
  }
  if (const YamlValue* order = value.Find("order")) {
    rule.with_after = order->scalar() != "before";
    rule.with_before = order->scalar() != "after";
  }
  return {};
}

Result<void> RuleReader::ReadVoices(const YamlValue& value, Rule& rule) const {
  if (auto ok = value.OnlyKeys({"active", "passive", "nominal"}); !ok) return ok;
  constexpr std::array<std::string_view, kVoiceCount> names = {"active", "passive", "nominal"};
  for (size_t i = 0; i < kVoiceCount; ++i) {
    const YamlValue* voice = value.Find(names[i]);
    if (voice == nullptr) continue;
    for (const auto& [key, slots] : voice->map()) {
      auto role = ReadRole(key);
      if (!role) return tl::unexpected(role.error());
      RoleSlots filled{*role, {}};
      const std::vector<YamlValue> one{slots};
      for (const YamlValue& item : slots.is_list() ? slots.list() : one) {
        auto slot = ReadSlot(item);
        if (!slot) return tl::unexpected(slot.error());
        filled.slots.push_back(std::move(*slot));
      }
      rule.voices[i].push_back(std::move(filled));
    }
  }
  return {};
}

Result<void> RuleReader::ReadConditions(const YamlValue& value, std::vector<Condition>& out) const {
  for (const YamlValue& item : value.list()) {
    if (auto ok = item.OnlyKeys({"lex", "scope"}); !ok) return ok;
    Condition condition;
    const YamlValue* lex = item.Find("lex");
    if (lex == nullptr) return item.Bad("a condition needs `lex`");
    auto lists = ReadLists(*lex);
    if (!lists) return tl::unexpected(lists.error());
    condition.lists = *lists;
    if (const YamlValue* scope = item.Find("scope")) {
      constexpr std::array<std::string_view, 3> names = {"near", "clause", "sentence"};
      const auto index = IndexOf(names, scope->scalar());
      if (!index) return scope->Bad("unknown scope \"" + scope->scalar() + "\": near, clause or sentence");
      condition.scope = Scope(*index);
    }
    out.push_back(std::move(condition));
  }
  return {};
}

Result<void> RuleReader::ReadSpecialise(const YamlValue& value, Rule& rule) const {
  for (const YamlValue& item : value.list()) {
    if (auto ok = item.OnlyKeys({"when", "event"}); !ok) return ok;
    const YamlValue* when = item.Find("when");
    const YamlValue* event = item.Find("event");
    if (when == nullptr || event == nullptr || !when->is_map()) return item.Bad("specialise needs `when` and `event`");
    Specialisation out;
    if (auto ok = ReadEvent(*event, out.event); !ok) return ok;
    for (const auto& [key, condition] : when->map()) {
      if (key.scalar() == "lex") {
        auto lists = ReadLists(condition);
        if (!lists) return tl::unexpected(lists.error());
        out.lists = *lists;
      } else if (key.scalar() == "target_ends") {
        auto endings = condition.AsStrings();
        if (!endings) return tl::unexpected(endings.error());
        out.target_ends = std::move(*endings);
      } else if (key.scalar() == "amount") {
        out.has_amount = true;
      } else {
        auto role = ReadRole(key);
        if (!role) return tl::unexpected(role.error());
        auto types = ReadTypes(condition);
        if (!types) return tl::unexpected(types.error());
        out.roles.emplace_back(*role, std::move(*types));
      }
    }
    rule.specialise.push_back(std::move(out));
  }
  return {};
}

Result<Rule> RuleReader::ReadRule(const YamlValue& value) const {
  if (auto ok = value.OnlyKeys({"id", "event", "lang", "weight", "trigger", "voice", "types", "require", "block",
                                "need", "specialise", "status", "status_past", "field", "amount", "mirror", "attach",
                                "examples", "note"});
      !ok) {
    return tl::unexpected(ok.error());
  }
  Rule rule;
  const YamlValue* id = value.Find("id");
  const YamlValue* event = value.Find("event");
  const YamlValue* trigger = value.Find("trigger");
  const YamlValue* voice = value.Find("voice");
  if (id == nullptr || id->scalar().empty()) return value.Bad("a rule needs an `id`");
  if (event == nullptr) return value.Bad("rule " + id->scalar() + " needs an `event`");
  if (trigger == nullptr) return value.Bad("rule " + id->scalar() + " needs a `trigger`");
  if (voice == nullptr) return value.Bad("rule " + id->scalar() + " needs a `voice`");
  rule.id = id->scalar();
  rule.where = value.Where();
  rule.line = value.line();
  if (auto ok = ReadEvent(*event, rule.type); !ok) return tl::unexpected(ok.error());
  if (auto ok = ReadTrigger(*trigger, rule); !ok) return tl::unexpected(ok.error());
  if (auto ok = ReadVoices(*voice, rule); !ok) return tl::unexpected(ok.error());
  const YamlValue* lang = value.Find("lang");
  rule.language = lang == nullptr ? "en" : lang->scalar();
  if (const YamlValue* weight = value.Find("weight")) {
    auto points = weight->AsInt();
    if (!points) return tl::unexpected(points.error());
    rule.weight = uint8_t(std::clamp<int64_t>(*points, 0, 100));
  }
  if (const YamlValue* types = value.Find("types")) {
    for (const auto& [key, names] : types->map()) {
      auto role = ReadRole(key);
      if (!role) return tl::unexpected(role.error());
      auto filter = ReadTypes(names);
      if (!filter) return tl::unexpected(filter.error());
      rule.types[size_t(*role)] = std::move(*filter);
    }
  }
  if (const YamlValue* require = value.Find("require")) {
    for (const YamlValue& item : require->list()) {
      auto requirement = ReadRequirement(item);
      if (!requirement) return tl::unexpected(requirement.error());
      rule.require.push_back(std::move(*requirement));
    }
  }
  if (const YamlValue* block = value.Find("block")) {
    if (auto ok = ReadConditions(*block, rule.block); !ok) return tl::unexpected(ok.error());
  }
  if (const YamlValue* need = value.Find("need")) {
    if (auto ok = ReadConditions(*need, rule.need); !ok) return tl::unexpected(ok.error());
  }
  if (const YamlValue* specialise = value.Find("specialise")) {
    if (auto ok = ReadSpecialise(*specialise, rule); !ok) return tl::unexpected(ok.error());
  }
  if (const YamlValue* attach = value.Find("attach")) {
    auto role = ReadRole(*attach);
    if (!role) return tl::unexpected(role.error());
    rule.attach = *role;
  }
  if (const YamlValue* status = value.Find("status")) {
    if (auto ok = ReadStatus(*status, rule.status); !ok) return tl::unexpected(ok.error());
  }
  if (const YamlValue* status = value.Find("status_past")) {
    if (auto ok = ReadStatus(*status, rule.status_past); !ok) return tl::unexpected(ok.error());
  }
  for (const auto& [key, flag] :
       {std::pair{"field", &rule.field}, std::pair{"amount", &rule.takes_amount}, std::pair{"mirror", &rule.mirror}}) {
    const YamlValue* given = value.Find(key);
    if (given == nullptr) continue;
    auto yes = given->AsBool();
    if (!yes) return tl::unexpected(yes.error());
    *flag = *yes;
  }
  if (const YamlValue* examples = value.Find("examples")) {
    for (const YamlValue& item : examples->list()) {
      auto example = ReadExample(item);
      if (!example) return tl::unexpected(example.error());
      rule.examples.push_back(std::move(*example));
    }
  }
  return rule;
}

Result<PackTest> RuleReader::ReadTest(const YamlValue& value) const {
  if (auto ok = value.OnlyKeys({"text", "lang", "published", "expect", "todo"}); !ok) return tl::unexpected(ok.error());
  const YamlValue* text = value.Find("text");
  const YamlValue* expect = value.Find("expect");
  if (text == nullptr || expect == nullptr) return value.Bad("a test needs `text` and `expect`");
  PackTest test;
  test.text = text->scalar();
  test.where = value.Where();
  if (const YamlValue* lang = value.Find("lang")) test.language = lang->scalar();
  if (const YamlValue* todo = value.Find("todo")) {
    auto yes = todo->AsBool();
    if (!yes) return tl::unexpected(yes.error());
    test.todo = *yes;
  }
  if (const YamlValue* published = value.Find("published")) {
    const auto when = ParseIsoTimestamp(published->scalar());
    if (!when) return published->Bad("not a date: \"" + published->scalar() + "\"");
    test.published = *when;
  }
  if (expect->is_scalar() && expect->scalar() == "none") return test;
  if (!expect->is_list()) return expect->Bad("`expect` is none or a list of events");
  for (const YamlValue& item : expect->list()) {
    if (auto ok =
            item.OnlyKeys({"event", "status", "amount", "actor", "target", "supporter", "opponent", "funding_source"});
        !ok) {
      return tl::unexpected(ok.error());
    }
    RuleExample example;
    if (auto ok = ReadExpectation(item, example); !ok) return tl::unexpected(ok.error());
    test.expect.push_back(std::move(example));
  }
  return test;
}

}  // namespace tocsin
