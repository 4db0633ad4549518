// `tocsin inspect text`: what reading makes of a text.
#include <algorithm>
#include <string>
#include <vector>

#include "cli/commands/batch.h"
#include "cli/commands/inspect.h"
#include "nlp/annotator.h"

namespace tocsin {
namespace {

// Turns byte offsets into what was asked for; asked in ascending order it walks the text once.
class Offsets {
 public:
  Offsets(std::string_view text, bool codepoints) : text_(text), codepoints_(codepoints) {}

  size_t operator()(size_t byte) {
    if (!codepoints_) return byte;
    if (byte < byte_) byte_ = point_ = 0;
    for (; byte_ < byte; ++byte_) point_ += (static_cast<unsigned char>(text_[byte_]) & 0xC0) != 0x80;
    return point_;
  }

 private:
  std::string_view text_;
  bool codepoints_;
  size_t byte_ = 0, point_ = 0;
};

Json SpanJson(ByteSpan span, Offsets& at) { return {{"start", at(span.begin)}, {"end", at(span.end)}}; }

Json SentencesJson(const Annotations& found, Offsets& at) {
  Json list = Json::array();
  for (const ByteSpan span : found.sentences) list.push_back(SpanJson(span, at));
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

Json InspectOne(const std::string& id, std::string_view text, const AnnotateContext& context, bool codepoints) {
  Annotations found;
  found.language = context.language.empty() ? GuessLanguage(text) : std::string(context.language);
  AnnotateContext known = context;
  known.language = found.language;
  FindSentences(text, found.language, found.sentences);
  FindNumbers(text, known, found);
  Offsets at(text, codepoints), mentions_at(text, codepoints);
  return {{"id", id},
          {"lang", found.language},
          {"sentences", SentencesJson(found, at)},
          {"mentions", MentionsJson(text, found, mentions_at)},
          {"events", Json::array()}};
}

}  // namespace

int InspectText(const InspectOptions& options) {
  return RunBatch([&](const JsonValue& in) {
    AnnotateContext context;
    context.title = in.Get("title");
    context.language = in.Get("lang");
    if (const auto published = ParseIsoTimestamp(in.Get("published"))) context.published = *published;
    return InspectOne(std::string(in.Get("id")), in.Get("text"), context, options.codepoint_offsets);
  });
}

}  // namespace tocsin
