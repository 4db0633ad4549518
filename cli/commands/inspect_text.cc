// `tocsin inspect text`: what reading makes of a text.
#include <algorithm>
#include <iostream>
#include <string>
#include <vector>

#include "cli/commands/batch.h"
#include "cli/commands/inspect.h"
#include "cli/output/reading_json.h"
#include "ingest/base/limits.h"
#include "rules/recognizer.h"

namespace tocsin {
namespace {

Json SentencesJson(const Annotations& found, Offsets& at) {
  Json list = Json::array();
  for (size_t i = 0; i < found.sentences.size(); ++i) {
    Json& sentence = list.emplace_back(SpanJson(found.sentences[i], at));
    sentence["lang"] = ToString(found.sentence_languages[i]);
  }
  return list;
}

// ---- one function for each kind of mention ------------------------------------------------------

struct MentionJson {
  ByteSpan span;
  Json json;
};

class MentionPrinter {
 public:
  MentionPrinter(std::string_view text, std::vector<MentionJson>& out) : text_(text), out_(out) {}

  void Amount(const AmountMention& m) {
    Json& j = New("money", m.span);
    Value(m.value, m.upper, j);
    j["currency"] = std::string(m.currency.view());
    Optional("qualifier", ToString(m.qualifier), j);
    Optional("per", ToString(m.per), j);
  }

  void Percent(const PercentMention& m) {
    static constexpr const char* kUnits[] = {"percent", "pp", "bp"};
    Json& j = New("percent", m.span);
    Value(m.value, m.upper, j);
    j["unit"] = kUnits[size_t(m.unit)];
    Optional("qualifier", ToString(m.qualifier), j);
    if (m.stake) j["role"] = "stake";
  }

  void Date(const DateMention& m) {
    static constexpr const char* kKinds[] = {"date", "datetime", "time", "duration", "set"};
    Json& j = New(kKinds[size_t(m.kind)], m.span);
    Optional("value", m.value, j);
    if (m.kind == DateKind::kDate) Optional("precision", PrecisionName(m), j);
    Optional("qualifier", ToString(m.qualifier), j);
    if (m.relative) j["relative"] = true;
  }

  void Name(const Annotations& found, const EntityMention& m) {
    const Entity& entity = found.entities[m.entity];
    Json& j = New("entity", m.span);
    j["type"] = ToString(entity.type);
    j["id"] = entity.id;
    j["name"] = entity.name;
  }

  void Number(const NumberMention& m) { New("number", m.span)["value"] = ToString(m.value); }

 private:
  Json& New(const char* kind, ByteSpan span) {
    out_.push_back({span, {{"kind", kind}, {"start", 0}, {"end", 0}, {"text", std::string(span.in(text_))}}});
    return out_.back().json;
  }

  static void Optional(const char* key, const std::string& value, Json& json) {
    if (!value.empty()) json[key] = value;
  }

  static void Value(const Decimal& value, const Decimal& upper, Json& json) {
    json["value"] = ToString(value);
    if (!(upper == value)) json["value_to"] = ToString(upper);
  }

  static const char* PrecisionName(const DateMention& m) {
    switch (m.precision) {
      case Precision::kYear: return "year";
      case Precision::kHalf: return "half";
      case Precision::kQuarter: return "quarter";
      case Precision::kMonth: return "month";
      case Precision::kWeek: return "week";
      case Precision::kDay: return "day";
      default: return m.resolved ? "range" : "";
    }
  }

  std::string_view text_;
  std::vector<MentionJson>& out_;
};

Json MentionsJson(std::string_view text, const Annotations& found, Offsets& at) {
  std::vector<MentionJson> all;
  MentionPrinter print(text, all);
  for (const AmountMention& m : found.amounts) print.Amount(m);
  for (const PercentMention& m : found.percents) print.Percent(m);
  for (const DateMention& m : found.dates) print.Date(m);
  for (const NumberMention& m : found.numbers) print.Number(m);
  for (const EntityMention& m : found.entity_mentions) print.Name(found, m);
  std::stable_sort(all.begin(), all.end(),
                   [](const MentionJson& a, const MentionJson& b) { return a.span.begin < b.span.begin; });
  Json list = Json::array();
  for (MentionJson& m : all) {
    m.json["start"] = at(m.span.begin);
    m.json["end"] = at(m.span.end);
    list.push_back(std::move(m.json));
  }
  return list;
}

Json EventsJson(const std::vector<Event>& events, Offsets& at) {
  Json list = Json::array();
  for (const Event& e : events) list.push_back(ReadEventJson(e, at));
  return list;
}

Json InspectOne(const JsonValue& in, bool codepoints, const Rulebook& rulebook) {
  const std::string_view text = in.Get("text");
  AnnotateContext context;
  context.title = in.Get("title");
  context.language = in.Get("lang");
  if (const auto published = ParseIsoTimestamp(in.Get("published"))) context.published = *published;
  const Annotations found = Annotate(text, context, rulebook.lexicon());
  const Recognition read = Recognize(text, found, context, rulebook);
  // Each array is in order of its own: one walker for each.
  Offsets sentences_at(text, codepoints), mentions_at(text, codepoints), events_at(text, codepoints);
  return {{"id", std::string(in.Get("id"))},
          {"lang", found.language},
          {"sentences", SentencesJson(found, sentences_at)},
          {"mentions", MentionsJson(text, found, mentions_at)},
          {"events", EventsJson(read.events, events_at)}};
}

// A plain text, as one object.
int InspectFile(const InspectOptions& options, const Rulebook& rulebook) {
  const auto text = ReadFile(options.file, kArticleBytesMax);
  if (!text) {
    std::cerr << "tocsin: " << text.error().what << '\n';
    return 1;
  }
  const auto in = JsonValue::Parse(ToLine(Json{{"id", options.file}, {"text", *text}}));
  if (!in) {
    std::cerr << "tocsin: " << options.file << ": " << in.error().what << '\n';
    return 1;
  }
  std::cout << ToLine(InspectOne(*in, options.codepoint_offsets, rulebook)) << '\n';
  return 0;
}

}  // namespace

int InspectText(const InspectOptions& options) {
  const auto rulebook = options.rulebook();
  if (!rulebook) {
    std::cerr << rulebook.error().what << '\n';
    return 1;
  }
  if (!options.batch && !options.file.empty() && options.file != "-") return InspectFile(options, **rulebook);
  return RunBatch([&](const JsonValue& in) { return InspectOne(in, options.codepoint_offsets, **rulebook); });
}

}  // namespace tocsin
