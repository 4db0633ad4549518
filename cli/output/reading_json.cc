#include "cli/output/reading_json.h"

namespace tocsin {

Json SpanJson(ByteSpan span, Offsets& at) {
  const size_t start = at(span.begin);
  return {{"start", start}, {"end", at(span.end)}};
}

Json ReadEventJson(const Event& event, Offsets& at) {
  Json out = {{"type", event.type}, {"status", ToString(event.status)}};
  out["trigger"] = SpanJson(event.trigger, at);
  out["sentence"] = SpanJson(event.sentence, at);
  Json roles = Json::object();
  for (size_t r = 0; r < kRoleCount; ++r) {
    if (event.roles[r].empty()) continue;
    Json list = Json::array();
    for (const Participant& p : event.roles[r]) {
      Json one = {{"id", p.id}, {"name", p.name}};
      one.update(SpanJson(p.span, at));
      list.push_back(std::move(one));
    }
    roles[ToString(Role(r))] = std::move(list);
  }
  out["roles"] = std::move(roles);
  if (event.amount) {
    const EventAmount& a = *event.amount;
    Json amount = {{"value", ToString(a.value)},
                   {"currency", std::string(a.currency.view())},
                   {"qualifier", ToString(a.qualifier)}};
    if (!(a.upper == a.value)) amount["value_to"] = ToString(a.upper);
    out["amount"] = std::move(amount);
  }
  if (event.stake_percent) out["stake_percent"] = ToString(*event.stake_percent);
  if (event.when) out["date"] = event.when->edtf;
  out["jurisdiction"] = event.jurisdiction;
  if (!event.attribution.name.empty()) {
    Json said = {{"name", event.attribution.name}};
    said.update(SpanJson(event.attribution.span, at));
    out["attribution"] = std::move(said);
  }
  if (!event.status_cue.empty()) out["status_cue"] = SpanJson(event.status_cue, at);
  out["confidence"] = event.confidence;
  out["rule"] = event.rule;
  out["background"] = event.background;
  return out;
}

}  // namespace tocsin
