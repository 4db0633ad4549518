#include "cli/output/event_json.h"

namespace tocsin {
namespace {

Json SpanJson(ByteSpan span) { return {{"start", span.begin}, {"end", span.end}}; }

Json TextOrNull(std::string text) { return text.empty() ? Json(nullptr) : Json(std::move(text)); }

// JSON numbers would pass through a double in most readers, so decimals are strings.
Json DecimalJson(const std::optional<Decimal>& value) { return value ? Json(ToString(*value)) : Json(nullptr); }

template <class PersonJson>
Json RolesJson(const std::array<std::vector<Participant>, kRoleCount>& roles, const PersonJson& person_json) {
  Json out = Json::object();
  for (size_t i = 0; i < kRoleCount; ++i) {
    if (roles[i].empty()) continue;
    Json people = Json::array();
    for (const Participant& person : roles[i]) people.push_back(person_json(person));
    out[ToString(Role(i))] = std::move(people);
  }
  return out;
}

Json MoneyJson(const EventAmount& amount) {
  const bool range = !(amount.value == amount.upper);
  return {{"value", ToString(amount.value)},
          {"currency", std::string(amount.currency.view())},
          {"qualifier", TextOrNull(ToString(amount.qualifier))},
          {"value_to", range ? Json(ToString(amount.upper)) : Json(nullptr)}};
}

Json AmountJson(const std::optional<EventAmount>& amount) {
  if (!amount) return nullptr;
  Json out = MoneyJson(*amount);
  out["start"] = amount->span.begin;
  out["end"] = amount->span.end;
  return out;
}

Json AttributionJson(const Attribution& attribution) {
  if (attribution.name.empty()) return nullptr;
  return {{"name", attribution.name}, {"start", attribution.span.begin}, {"end", attribution.span.end}};
}

// The words of `span`, which lies inside the sentence that was kept; "" otherwise.
std::string Words(const StoredEvent& stored, ByteSpan span) {
  const ByteSpan sentence = stored.event.sentence;
  if (span.empty() || !sentence.Contains(span) || sentence.size() > stored.sentence.size()) return {};
  return stored.sentence.substr(span.begin - sentence.begin, span.size());
}

Json EvidenceJson(const StoredEvent& stored) {
  const Event& event = stored.event;
  Json out = Json::object();
  const auto add = [&](const char* name, ByteSpan span) {
    if (const std::string words = Words(stored, span); !words.empty()) out[name] = words;
  };
  add("trigger", event.trigger);
  add("status", event.status_cue);
  if (event.amount) add("amount", event.amount->span);
  add("stake", event.stake_span);
  if (event.when) add("date", event.when->span);
  add("attribution", event.attribution.span);
  return out;
}

Json ArticleJson(const ArticleHead& article) {
  return {{"id", article.id},
          {"ref", TextOrNull(article.ref)},
          {"url", article.url},
          {"source", article.source},
          {"title", article.title}};
}

std::string Joined(const std::vector<Participant>& people) {
  std::string out;
  for (const Participant& person : people) out += (out.empty() ? "" : "; ") + person.name;
  return out;
}

void AddRoles(const std::array<std::vector<Participant>, kRoleCount>& roles, std::vector<std::string>& row) {
  for (const auto& people : roles) row.push_back(Joined(people));
}

void AddAmount(const EventAmount* amount, std::vector<std::string>& row) {
  row.push_back(amount != nullptr ? ToString(amount->value) : "");
  row.push_back(amount != nullptr && !(amount->value == amount->upper) ? ToString(amount->upper) : "");
  row.push_back(amount != nullptr ? std::string(amount->currency.view()) : "");
}

std::string DecimalCell(const std::optional<Decimal>& value) { return value ? ToString(*value) : ""; }

}  // namespace

Json EventJson(const StoredEvent& stored) {
  const Event& event = stored.event;
  Json sentence = SpanJson(event.sentence);
  sentence["text"] = stored.sentence;
  Json json = {
      {"id", FormatEventId(stored.id)},
      {"seq", stored.sequence},
      {"storyline", FormatEventId(stored.storyline)},
      {"article", ArticleJson(stored.article)},
      {"type", event.type},
      {"status", ToString(event.status)},
      {"roles", RolesJson(event.roles,
                          [](const Participant& p) {
                            return Json{{"id", p.id}, {"name", p.name}, {"start", p.span.begin}, {"end", p.span.end}};
                          })},
      {"amount", AmountJson(event.amount)},
      {"stake_percent", DecimalJson(event.stake_percent)},
      {"date", event.when ? TextOrNull(event.when->edtf) : Json(nullptr)},
      {"published", TextOrNull(FormatTimestamp(stored.article.published_at))},
      {"jurisdiction", TextOrNull(event.jurisdiction)},
      {"attribution", AttributionJson(event.attribution)},
      {"confidence", event.confidence},
      {"rule", event.rule},
      {"background", event.background},
      {"trigger", SpanJson(event.trigger)},
      {"sentence", std::move(sentence)},
      {"evidence", EvidenceJson(stored)}};
  if (stored.superseded) json["superseded"] = true;
  return json;
}

Json StorylineJson(const Storyline& storyline) {
  Json amounts = Json::array(), history = Json::array();
  for (const ReportedAmount& reported : storyline.amounts) {
    Json amount = MoneyJson(reported.amount);
    amount["sources"] = reported.sources;
    amounts.push_back(std::move(amount));
  }
  for (const StatusChange& change : storyline.history) {
    history.push_back({{"status", ToString(change.status)},
                       {"at", TextOrNull(FormatTimestamp(change.at))},
                       {"event", FormatEventId(change.event_id)}});
  }
  return {{"id", storyline.id},
          {"type", storyline.type},
          {"status", ToString(storyline.status)},
          {"roles", RolesJson(storyline.roles,
                              [](const Participant& p) {
                                return Json{{"id", p.id}, {"name", p.name}};
                              })},
          {"amounts", std::move(amounts)},
          {"stake_percent", DecimalJson(storyline.stake_percent)},
          {"first_report", TextOrNull(FormatTimestamp(storyline.first_report))},
          {"last_report", TextOrNull(FormatTimestamp(storyline.last_report))},
          {"reports", storyline.reports},
          {"independent_sources", storyline.independent_sources},
          {"history", std::move(history)}};
}

Json CorrectionJson(const Correction& correction) {
  const auto ids = [](const std::vector<EventId>& events) {
    Json out = Json::array();
    for (const EventId id : events) out.push_back(FormatEventId(id));
    return out;
  };
  return {{"number", correction.number},
          {"kind", correction.kind == Correction::Kind::kMerge ? "merge" : "split"},
          {"at", FormatTimestamp({correction.at, Precision::kSecond})},
          {"undoes", correction.undoes != 0 ? Json(correction.undoes) : Json(nullptr)},
          {"undone", correction.undone},
          {"left", ids(correction.left)},
          {"right", ids(correction.right)}};
}

Json AlertJson(const Alert& alert) {
  return {{"id", alert.id},
          {"rule", alert.rule},
          {"kind", ToString(alert.kind)},
          {"headline", alert.headline},
          {"detail", TextOrNull(alert.detail)},
          {"storyline", alert.storyline},
          {"event", FormatEventId(alert.event_id)},
          {"url", alert.url},
          {"source", alert.source},
          {"title", alert.title},
          {"published", TextOrNull(FormatTimestamp(alert.reported_at))},
          {"rang_at", FormatInstant(alert.rang_at)}};
}

std::vector<std::string> EventCsvHeader() {
  return {
      "id",           "seq",         "storyline",      "published",  "status",    "type",     "actor",         "target",
      "supporter",    "opponent",    "funding_source", "amount",     "amount_to", "currency", "stake_percent", "date",
      "jurisdiction", "attribution", "confidence",     "background", "rule",      "source",   "url",           "title",
      "sentence"};
}

std::vector<std::string> EventCsvRow(const StoredEvent& stored) {
  const Event& event = stored.event;
  std::vector<std::string> row = {FormatEventId(stored.id),        std::to_string(stored.sequence),
                                  FormatEventId(stored.storyline), FormatTimestamp(stored.article.published_at),
                                  ToString(event.status),          event.type};
  AddRoles(event.roles, row);
  AddAmount(event.amount ? &*event.amount : nullptr, row);
  for (const std::string& cell :
       {DecimalCell(event.stake_percent), event.when ? event.when->edtf : std::string(), event.jurisdiction,
        event.attribution.name, std::to_string(event.confidence), std::string(event.background ? "true" : "false"),
        event.rule, stored.article.source, stored.article.url, stored.article.title, stored.sentence}) {
    row.push_back(cell);
  }
  return row;
}

std::vector<std::string> StorylineCsvHeader() {
  return {"id",        "first_report",       "last_report",    "status", "type",      "actor",    "target",
          "supporter", "opponent",           "funding_source", "amount", "amount_to", "currency", "stake_percent",
          "reports",   "independent_sources"};
}

std::vector<std::string> StorylineCsvRow(const Storyline& storyline) {
  std::vector<std::string> row = {storyline.id, FormatTimestamp(storyline.first_report),
                                  FormatTimestamp(storyline.last_report), ToString(storyline.status), storyline.type};
  AddRoles(storyline.roles, row);
  AddAmount(storyline.amounts.empty() ? nullptr : &storyline.amounts.front().amount, row);
  row.push_back(DecimalCell(storyline.stake_percent));
  row.push_back(std::to_string(storyline.reports));
  row.push_back(std::to_string(storyline.independent_sources));
  return row;
}

}  // namespace tocsin
