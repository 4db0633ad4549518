#include "cli/alert/matcher.h"

#include <algorithm>

#include "cli/output/words.h"
#include "ingest/base/hash.h"

namespace tocsin {
namespace {

bool Fits(const Query& query, const StoredEvent& stored) {
  const std::string id = FormatEventId(stored.id), storyline = FormatEventId(stored.storyline);
  const ArticleHead& article = stored.article;
  const QueryRow row{
      stored.event,   id, storyline, stored.event.pack_hash, article.source, article.language, article.title,
      stored.sentence};
  return Matches(query, row);
}

const ChangeKind* FirstOf(const std::vector<ChangeKind>& wanted, const std::vector<ChangeKind>& happened) {
  for (const ChangeKind& kind : wanted) {
    if (std::find(happened.begin(), happened.end(), kind) != happened.end()) return &kind;
  }
  return nullptr;
}

std::string Detail(ChangeKind kind, const StorylineChange& change) {
  switch (kind) {
    case ChangeKind::kNewStoryline: return "new";
    case ChangeKind::kNewReport: return ReportsLine(change.after.reports, change.after.independent_sources);
    case ChangeKind::kStatusChange:
      return std::string(ToString(change.before.status)) + " → " + ToString(change.after.status);
    case ChangeKind::kAmountChange: {
      const auto& before = change.before.amounts;
      const auto& after = change.after.amounts;
      const std::string was = before.empty() ? "no amount" : AmountLine(before.front().amount);
      return was + " → " + (after.empty() ? "no amount" : AmountLine(after.front().amount));
    }
  }
  return {};
}

Alert Ring(const AlertRule& rule, ChangeKind kind, const StoredEvent& stored, const StorylineChange& change) {
  Alert alert;
  alert.rule = rule.id;
  alert.kind = kind;
  alert.storyline = FormatEventId(stored.storyline);
  alert.event_id = stored.id;
  alert.id = HashHex128(rule.id + '\n' + alert.storyline + '\n' + FormatEventId(stored.id) + '\n' + ToString(kind));
  alert.headline = Headline(change.after);
  alert.detail = Detail(kind, change);
  alert.channels = rule.channels;
  alert.url = stored.article.url;
  alert.source = OutletOf(stored.article);
  alert.title = stored.article.title;
  alert.reported_at = stored.article.published_at;
  return alert;
}

}  // namespace

std::vector<Alert> MatchAlerts(const std::vector<AlertRule>& rules, const StoredEvent& event,
                               const StorylineChange& change) {
  std::vector<Alert> alerts;
  if (event.event.background) return alerts;
  for (const AlertRule& rule : rules) {
    const ChangeKind* kind = FirstOf(rule.on, change.kinds);
    if (kind != nullptr && Fits(rule.when, event)) alerts.push_back(Ring(rule, *kind, event, change));
  }
  return alerts;
}

AlertMatcher MakeAlertMatcher(std::vector<AlertRule> rules) {
  auto kept = std::make_shared<const std::vector<AlertRule>>(std::move(rules));
  return [kept](const StoredEvent& event, const StorylineChange& change) { return MatchAlerts(*kept, event, change); };
}

}  // namespace tocsin
