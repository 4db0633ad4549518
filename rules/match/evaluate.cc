// What a query means: the plain evaluator. Every faster way of answering is tested against it.
#include <algorithm>

#include "rules/match/pattern.h"
#include "rules/match/terms.h"
#include "rules/query.h"

namespace tocsin {
namespace {

bool Contains(const std::vector<std::string>& list, std::string_view value) {
  return std::find(list.begin(), list.end(), value) != list.end();
}

template <class Test>
bool AnyOf(const QueryNode& node, Test test) {
  return std::any_of(node.entity_ids.begin(), node.entity_ids.end(), test);
}

// Ids that stand for an unknown name are compared folded, whoever folded them first.
bool NamesParticipant(const QueryNode& node, const Participant& p) {
  return Contains(node.entity_ids, p.id.starts_with('~') ? FoldName(p.id) : p.id);
}

bool MatchesName(const QueryNode& node, const Event& event) {
  const auto role = RoleOf(node.key);
  for (size_t r = 0; r < kRoleCount; ++r) {
    if (role && size_t(*role) != r) continue;
    for (const Participant& p : event.roles[r]) {
      if (NamesParticipant(node, p)) return true;
    }
  }
  return false;
}

// Whether some number of [low, high] stands in relation `op` to `wanted`.
bool Compares(QueryOp op, const Decimal& low, const Decimal& high, const Decimal& wanted) {
  switch (op) {
    case QueryOp::kIs: return Compare(low, wanted) <= 0 && Compare(wanted, high) <= 0;
    case QueryOp::kAtLeast: return Compare(high, wanted) >= 0;
    case QueryOp::kAtMost: return Compare(low, wanted) <= 0;
    case QueryOp::kMore: return Compare(high, wanted) > 0;
    case QueryOp::kLess: return Compare(low, wanted) < 0;
  }
  return false;
}

bool MatchesNumber(const QueryNode& node, const Decimal& low, const Decimal& high) {
  return std::any_of(node.numbers.begin(), node.numbers.end(),
                     [&](const Decimal& wanted) { return Compares(node.op, low, high, wanted); });
}

bool MatchesDays(const QueryNode& node, CivilDay first, CivilDay after) {
  return std::any_of(node.days.begin(), node.days.end(),
                     [&](const QueryNode::DayRange& d) { return first < d.after && d.first < after; });
}

bool MatchesPublished(const QueryNode& node, const Event& event) {
  if (!event.reported_at.known()) return false;
  const CivilDay day = DayOf(event.reported_at.at);
  return std::any_of(node.days.begin(), node.days.end(),
                     [&](const QueryNode::DayRange& d) { return d.first <= day && day < d.after; });
}

// "zh" finds "zh-Hans".
bool MatchesLanguage(const QueryNode& node, std::string_view lang) {
  const std::string folded = FoldName(lang);
  return AnyOf(node, [&](const std::string& wanted) {
    return folded.starts_with(wanted) && (folded.size() == wanted.size() || folded[wanted.size()] == '-');
  });
}

// "US" finds "US-CA".
bool MatchesJurisdiction(const QueryNode& node, std::string_view code) {
  return AnyOf(node, [&](const std::string& wanted) {
    return code.starts_with(wanted) && (code.size() == wanted.size() || code[wanted.size()] == '-');
  });
}

bool MatchesRule(const QueryNode& node, std::string_view rule) {
  return AnyOf(node, [&](std::string_view wanted) {
    if (!wanted.ends_with('*')) return rule == wanted;
    wanted.remove_suffix(1);
    return rule.starts_with(wanted);
  });
}

// ---- text ------------------------------------------------------------------------------------

bool StandsAt(const std::vector<std::string>& words, size_t at, const std::vector<std::string>& wanted, bool prefix) {
  for (size_t i = 0; i < wanted.size(); ++i) {
    const std::string& word = words[at + i];
    const bool last = i + 1 == wanted.size();
    if (prefix && last ? !word.starts_with(wanted[i]) : word != wanted[i]) return false;
  }
  return true;
}

bool HasPhrase(const std::vector<std::string>& words, const std::vector<std::string>& wanted, bool prefix) {
  for (size_t at = 0; at + wanted.size() <= words.size(); ++at) {
    if (StandsAt(words, at, wanted, prefix)) return true;
  }
  return false;
}

bool MatchesText(const QueryNode& node, const QueryRow& row) {
  if (node.pattern) {
    return node.pattern->FoundIn(row.title) || (node.key == QueryKey::kText && node.pattern->FoundIn(row.text));
  }
  const std::vector<std::string> title = QueryWords(row.title);
  const std::vector<std::string> sentence =
      node.key == QueryKey::kText ? QueryWords(row.text) : std::vector<std::string>();
  return AnyOf(node, [&](const std::string& joined) {
    const std::vector<std::string> wanted = QueryWords(joined);
    return HasPhrase(title, wanted, node.prefix) || HasPhrase(sentence, wanted, node.prefix);
  });
}

bool MatchesTerm(const QueryNode& node, const QueryRow& row) {
  const Event& e = row.event;
  switch (node.key) {
    case QueryKey::kType: return AnyOf(node, [&](const std::string& t) { return TypeMatches(e.type, t); });
    case QueryKey::kStatus: return Contains(node.entity_ids, ToString(e.status));
    case QueryKey::kEntity:
    case QueryKey::kActor:
    case QueryKey::kTarget:
    case QueryKey::kSupporter:
    case QueryKey::kOpponent:
    case QueryKey::kFunder: return MatchesName(node, e);
    case QueryKey::kAmount: return e.amount && MatchesNumber(node, e.amount->value, e.amount->upper);
    case QueryKey::kStake: return e.stake_percent && MatchesNumber(node, *e.stake_percent, *e.stake_percent);
    case QueryKey::kCurrency: return e.amount && Contains(node.entity_ids, e.amount->currency.view());
    case QueryKey::kJurisdiction: return MatchesJurisdiction(node, e.jurisdiction);
    case QueryKey::kSource:
      return Contains(node.entity_ids, FoldName(row.source)) || Contains(node.entity_ids, FoldName(row.site));
    case QueryKey::kLang: return MatchesLanguage(node, row.lang);
    case QueryKey::kPublished: return MatchesPublished(node, e);
    case QueryKey::kDate: return e.when && MatchesDays(node, e.when->first, e.when->after);
    case QueryKey::kConfidence: {
      const Decimal confidence = *Decimal::Make(e.confidence, 0);
      return MatchesNumber(node, confidence, confidence);
    }
    case QueryKey::kRule: return MatchesRule(node, e.rule);
    case QueryKey::kRun: return AnyOf(node, [&](const std::string& r) { return row.run.starts_with(r); });
    case QueryKey::kText:
    case QueryKey::kTitle: return MatchesText(node, row);
    case QueryKey::kStoryline: return Contains(node.entity_ids, row.storyline);
    case QueryKey::kId: return Contains(node.entity_ids, row.id);
    case QueryKey::kBackground: return Contains(node.entity_ids, e.background ? "yes" : "no");
  }
  return false;
}

}  // namespace

bool Matches(const QueryNode& node, const QueryRow& row) {
  const auto matches = [&](const QueryNode& child) { return Matches(child, row); };
  switch (node.kind) {
    case QueryNode::Kind::kEverything: return true;
    case QueryNode::Kind::kTerm: return MatchesTerm(node, row);
    case QueryNode::Kind::kNot: return !matches(node.children.front());
    case QueryNode::Kind::kAnd: return std::all_of(node.children.begin(), node.children.end(), matches);
    case QueryNode::Kind::kOr: return std::any_of(node.children.begin(), node.children.end(), matches);
  }
  return false;
}

bool Matches(const Query& query, const QueryRow& row) { return Matches(query.root, row); }

}  // namespace tocsin
