#include "rules/match/terms.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "ingest/base/suggest.h"
#include "rules/match/pattern.h"
#include "rules/match/values.h"

namespace tocsin {
namespace {

using Built = tl::expected<QueryNode, QueryFault>;

constexpr std::array<std::string_view, 24> kKeyNames = {
    "type",       "status", "entity",   "actor",        "target", "supporter", "opponent",  "funder",
    "amount",     "stake",  "currency", "jurisdiction", "source", "lang",      "published", "date",
    "confidence", "rule",   "run",      "text",         "title",  "storyline", "id",        "background"};

struct Spelling {
  std::string_view written;
  QueryKey key;
};
constexpr std::array<Spelling, 3> kOtherSpellings = {
    {{"funding_source", QueryKey::kFunder}, {"language", QueryKey::kLang}, {"pub", QueryKey::kPublished}}};

tl::unexpected<QueryFault> Fault(size_t at, std::string what) {
  return tl::unexpected<QueryFault>(QueryFault{at, std::move(what)});
}

// A value in an error message: bounded, so that a hostile query gives a readable line.
std::string Quoted(std::string_view text) {
  constexpr size_t kShown = 60;
  std::string shown(text.substr(0, kShown));
  if (text.size() > kShown) {
    while (!shown.empty() && (uint8_t(shown.back()) & 0xC0) == 0x80) shown.pop_back();
    if (!shown.empty() && uint8_t(shown.back()) >= 0xC0) shown.pop_back();
    shown += "…";
  }
  return fmt::format("\"{}\"", shown);
}

bool IsName(QueryKey key) { return key == QueryKey::kEntity || RoleOf(key).has_value(); }
bool IsNumber(QueryKey key) {
  return key == QueryKey::kAmount || key == QueryKey::kStake || key == QueryKey::kConfidence;
}
bool IsDays(QueryKey key) { return key == QueryKey::kPublished || key == QueryKey::kDate; }
bool IsText(QueryKey key) { return key == QueryKey::kText || key == QueryKey::kTitle; }

QueryNode Term(QueryKey key, QueryOp op) {
  QueryNode node;
  node.kind = QueryNode::Kind::kTerm;
  node.key = key;
  node.op = op;
  return node;
}

QueryNode Join(QueryNode::Kind kind, std::vector<QueryNode> parts) {
  if (parts.size() == 1) return std::move(parts.front());
  QueryNode node;
  node.kind = kind;
  node.children = std::move(parts);
  return node;
}

// ---- names -----------------------------------------------------------------------------------

void Note(const WrittenValue& value, const std::vector<const LexiconEntity*>& found, TermContext& context) {
  if (found.size() < 2) return;
  std::string note = value.text + ": also matches ";
  for (size_t i = 1; i < found.size(); ++i) note.append(i > 1 ? ", " : "").append(found[i]->entity.id);
  if (std::find(context.notes.begin(), context.notes.end(), note) == context.notes.end())
    context.notes.push_back(std::move(note));
}

tl::expected<void, QueryFault> ResolveName(const WrittenValue& value, TermContext& context, QueryNode& node) {
  if (context.lexicon.FindEntity(value.text) != nullptr) {
    node.entity_ids.push_back(value.text);
    return {};
  }
  const std::vector<const LexiconEntity*> found = context.lexicon.Resolve(value.text);
  for (const LexiconEntity* entity : found) node.entity_ids.push_back(entity->entity.id);
  Note(value, found, context);
  if (!found.empty()) return {};
  const std::string_view bare = std::string_view(value.text).substr(value.text.starts_with('~') ? 1 : 0);
  std::string folded = fmt::format("~{}", FoldName(bare));
  if (folded.size() == 1) return Fault(value.at, "a name is empty");
  node.entity_ids.push_back(std::move(folded));
  return {};
}

// ---- words from closed lists -----------------------------------------------------------------

// "equity_stake" for "investment.equity_stake": people write either.
std::string_view LastPart(std::string_view type) { return type.substr(type.find('.') + 1); }

bool SomeTypeMatches(std::string_view pattern) {
  if (IsKnownType(pattern.ends_with(".*") ? pattern.substr(0, pattern.size() - 2) : pattern)) return true;
  const auto types = BuiltInTypes();
  // "equity_stake.preferred": a pack's type below a built-in one, by its last part.
  const std::string_view head = pattern.substr(0, pattern.find('.'));
  return std::any_of(types.begin(), types.end(),
                     [&](std::string_view t) { return TypeMatches(t, pattern) || LastPart(t) == head; });
}

std::string SuggestType(std::string_view written) {
  std::vector<std::string_view> candidates(BuiltInTypes().begin(), BuiltInTypes().end());
  for (const std::string_view type : BuiltInTypes()) candidates.push_back(LastPart(type));
  candidates.push_back("investment");
  candidates.push_back("policy");
  if (const std::string near = DidYouMean(written, candidates); !near.empty()) return near;
  // The family may be right and the rest a typing mistake that is long in proportion.
  return DidYouMean(LastPart(written), candidates);
}

tl::expected<void, QueryFault> AddType(const WrittenValue& value, QueryNode& node) {
  std::string folded = FoldName(value.text);
  if (folded.empty() || folded.starts_with('.') || folded.starts_with('*') || !SomeTypeMatches(folded))
    return Fault(value.at, std::string("unknown type ").append(Quoted(value.text)).append(SuggestType(folded)));
  node.entity_ids.push_back(std::move(folded));
  return {};
}

tl::expected<void, QueryFault> AddStatus(const WrittenValue& value, QueryNode& node) {
  std::string folded = FoldName(value.text);
  if (!ParseStatus(folded)) {
    std::vector<std::string_view> names;
    for (size_t i = 0; i < kStatusCount; ++i) names.emplace_back(tocsin::ToString(Status(i)));
    return Fault(value.at, std::string("unknown status ").append(Quoted(value.text)).append(DidYouMean(folded, names)));
  }
  node.entity_ids.push_back(std::move(folded));
  return {};
}

std::string Upper(std::string_view text) {
  std::string out(text);
  for (char& c : out) {
    if (c >= 'a' && c <= 'z') c = char(c - 32);
  }
  return out;
}

bool AllLetters(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

tl::expected<void, QueryFault> AddYesNo(const WrittenValue& value, QueryNode& node) {
  std::string folded = FoldName(value.text);
  if (folded != "yes" && folded != "no")
    return Fault(value.at, fmt::format("{} is yes or no, not {}", ToString(node.key), Quoted(value.text)));
  node.entity_ids.push_back(std::move(folded));
  return {};
}

tl::expected<void, QueryFault> AddCurrency(const WrittenValue& value, QueryNode& node) {
  std::string code = Upper(value.text);
  if (code.size() != 3 || !AllLetters(code))
    return Fault(value.at, Quoted(value.text) + " is no currency code; write three letters, as in currency:USD");
  node.entity_ids.push_back(std::move(code));
  return {};
}

// A code ("CN", "EU", "US-CA"), or the name of a country that the packs know.
tl::expected<void, QueryFault> AddJurisdiction(const WrittenValue& value, TermContext& context, QueryNode& node) {
  std::string code = Upper(value.text);
  const bool is_code = code.size() >= 2 && AllLetters(std::string_view(code).substr(0, 2)) &&
                       (code.size() == 2 || (code.size() <= 6 && code[2] == '-'));
  if (is_code) {
    node.entity_ids.push_back(std::move(code));
    return {};
  }
  for (const LexiconEntity* entity : context.lexicon.Resolve(value.text)) {
    if (entity->entity.country.empty()) continue;
    node.entity_ids.push_back(entity->entity.country);
    return {};
  }
  return Fault(value.at, std::string("no territory is known as ")
                             .append(Quoted(value.text))
                             .append("; write a code, as in jurisdiction:CN"));
}

// ---- numbers, days, ids, text ----------------------------------------------------------------

std::optional<Decimal> ParseNumber(QueryKey key, std::string_view text) {
  if (key == QueryKey::kAmount) return ParseQueryAmount(text);
  const auto number = ParseQueryPercent(text);
  if (number && Compare(*number, Decimal{1, 2}) > 0) return std::nullopt;
  return number;
}

tl::expected<void, QueryFault> AddNumber(const WrittenValue& value, QueryNode& node) {
  const auto number = ParseNumber(node.key, value.text);
  if (!number) {
    const bool amount = node.key == QueryKey::kAmount;
    return Fault(value.at, Quoted(value.text) + (amount ? " is no amount; write 1bn, 500m, 1,000,000 or 10亿, and the "
                                                          "currency as currency:USD"
                                                        : " is no number from 0 to 100"));
  }
  node.numbers.push_back(*number);
  return {};
}

tl::expected<void, QueryFault> AddDays(const WrittenValue& value, Instant now, QueryNode& node) {
  const auto days = ParseQueryDays(value.text, now);
  if (!days)
    return Fault(value.at, Quoted(value.text) +
                               " is no date; write 2025, 2025-01, 2025-Q1, 2025-08-22, "
                               "2025-01..2025-09, 7d, yesterday or last-month");
  node.days.push_back(ApplyOp(node.op, *days));
  return {};
}

tl::expected<void, QueryFault> AddId(const WrittenValue& value, QueryNode& node) {
  constexpr size_t kIdCharacters = 13;
  constexpr std::string_view kAlphabet = "0123456789abcdefghjkmnpqrstvwxyz";
  std::string id = FoldName(value.text);
  for (char& c : id) c = c == 'i' || c == 'l' ? '1' : c == 'o' ? '0' : c;
  if (id.size() != kIdCharacters || id.find_first_not_of(kAlphabet) != std::string::npos)
    return Fault(value.at, Quoted(value.text) + " is no event id: 13 letters and digits");
  node.entity_ids.push_back(std::move(id));
  return {};
}

tl::expected<void, QueryFault> AddPattern(const WrittenValue& value, QueryNode& node) {
  auto pattern = TextPattern::Compile(value.text);
  if (!pattern) return Fault(value.at, "this regular expression does not compile: " + pattern.error());
  node.pattern = std::move(*pattern);
  return {};
}

tl::expected<void, QueryFault> AddText(const WrittenValue& value, QueryNode& node) {
  if (value.pattern) return AddPattern(value, node);
  std::string words;
  for (const std::string& word : QueryWords(value.text)) words.append(words.empty() ? "" : " ").append(word);
  if (words.empty()) return Fault(value.at, std::string("no word to look for in ").append(Quoted(value.text)));
  node.entity_ids.push_back(std::move(words));
  node.prefix = value.prefix;
  return {};
}

tl::expected<void, QueryFault> AddValue(const WrittenValue& value, TermContext& context, QueryNode& node) {
  if (value.text.empty()) return Fault(value.at, fmt::format("{}: a value is empty", ToString(node.key)));
  node.values.push_back(value.text);
  if (IsName(node.key)) return ResolveName(value, context, node);
  if (IsNumber(node.key)) return AddNumber(value, node);
  if (IsDays(node.key)) return AddDays(value, context.now, node);
  if (IsText(node.key)) return AddText(value, node);
  switch (node.key) {
    case QueryKey::kType: return AddType(value, node);
    case QueryKey::kStatus: return AddStatus(value, node);
    case QueryKey::kCurrency: return AddCurrency(value, node);
    case QueryKey::kBackground: return AddYesNo(value, node);
    case QueryKey::kJurisdiction: return AddJurisdiction(value, context, node);
    case QueryKey::kStoryline:
    case QueryKey::kId: return AddId(value, node);
    case QueryKey::kRule: node.entity_ids.push_back(fmt::format("{}{}", value.text, value.prefix ? "*" : "")); break;
    default: node.entity_ids.push_back(FoldName(value.text)); break;
  }
  if (value.prefix) node.values.back() += '*';
  return {};
}

Built OneTerm(QueryKey key, QueryOp op, const std::vector<WrittenValue>& values, TermContext& context) {
  QueryNode node = Term(key, op);
  for (const WrittenValue& value : values) {
    if (auto added = AddValue(value, context, node); !added) return tl::unexpected<QueryFault>(added.error());
  }
  return node;
}

// "1bn..5bn", "1bn..", "..5bn" as comparisons.
Built NumberRange(QueryKey key, const WrittenValue& value, TermContext& context) {
  const size_t dots = value.text.find("..");
  const WrittenValue from{value.text.substr(0, dots), value.at}, to{value.text.substr(dots + 2), value.at + dots + 2};
  std::vector<QueryNode> ends;
  for (const auto& [end, op] : {std::pair{from, QueryOp::kAtLeast}, std::pair{to, QueryOp::kAtMost}}) {
    if (end.text.empty()) continue;
    auto term = OneTerm(key, op, {end}, context);
    if (!term) return term;
    ends.push_back(std::move(*term));
  }
  if (ends.empty()) return Fault(value.at, "a range has no end");
  if (ends.size() == 2 && Compare(ends[1].numbers.front(), ends[0].numbers.front()) < 0)
    return Fault(value.at, Quoted(value.text) + " ends before it begins");
  return Join(QueryNode::Kind::kAnd, std::move(ends));
}

bool NeedsOwnTerm(QueryKey key, const WrittenValue& value) {
  return (IsNumber(key) && value.text.find("..") != std::string::npos) ||
         (IsText(key) && (value.prefix || value.pattern));
}

}  // namespace

const char* ToString(QueryOp op) {
  constexpr std::array<const char*, 5> kOps = {":", ">=", "<=", ">", "<"};
  return kOps[size_t(op)];
}

const char* ToString(QueryKey key) { return kKeyNames[size_t(key)].data(); }

std::optional<Role> RoleOf(QueryKey key) {
  switch (key) {
    case QueryKey::kActor: return Role::kActor;
    case QueryKey::kTarget: return Role::kTarget;
    case QueryKey::kSupporter: return Role::kSupporter;
    case QueryKey::kOpponent: return Role::kOpponent;
    case QueryKey::kFunder: return Role::kFundingSource;
    default: return std::nullopt;
  }
}

std::optional<QueryKey> ParseQueryKey(std::string_view text) {
  for (size_t i = 0; i < kKeyNames.size(); ++i) {
    if (text == kKeyNames[i]) return QueryKey(i);
  }
  for (const Spelling& other : kOtherSpellings) {
    if (text == other.written) return other.key;
  }
  return std::nullopt;
}

std::string SuggestQueryKey(std::string_view text) { return DidYouMean(text, kKeyNames); }

Built BuildTerm(QueryKey key, size_t key_at, QueryOp op, const std::vector<WrittenValue>& values,
                TermContext& context) {
  const std::string name = ToString(key);
  if (op != QueryOp::kIs && !IsNumber(key) && !IsDays(key))
    return Fault(key_at, fmt::format("{} cannot be compared with {}; write {}:", name, ToString(op), name));
  if (op != QueryOp::kIs && values.size() > 1)
    return Fault(values[1].at, fmt::format("{}{} takes one value", name, ToString(op)));
  const bool split = op == QueryOp::kIs && std::any_of(values.begin(), values.end(),
                                                       [&](const WrittenValue& v) { return NeedsOwnTerm(key, v); });
  if (!split) return OneTerm(key, op, values, context);
  std::vector<QueryNode> parts;
  for (const WrittenValue& value : values) {
    const bool range = IsNumber(key) && value.text.find("..") != std::string::npos;
    auto part = range ? NumberRange(key, value, context) : OneTerm(key, op, {value}, context);
    if (!part) return part;
    parts.push_back(std::move(*part));
  }
  return Join(QueryNode::Kind::kOr, std::move(parts));
}

}  // namespace tocsin
