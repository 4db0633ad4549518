#include <algorithm>

#include "ingest/base/limits.h"
#include "ingest/extract/date_in_text.h"
#include "ingest/extract/readers.h"
#include "ingest/json.h"

namespace tocsin {
namespace {

class Reader {
 public:
  explicit Reader(const DecodeOptions& options) : options_(options) {}

  Decoded Read(std::string_view json) {
    const size_t first = json.find_first_not_of(" \t\r\n");
    if (first != std::string_view::npos && json[first] == '[') {
      ReadArray(json);
    } else {
      ReadLines(json);
    }
    return std::move(out_);
  }

 private:
  void ReadArray(std::string_view json) {
    const auto value = JsonValue::Parse(json);
    if (!value) {
      out_.problems.push_back(value.error().what);
      return;
    }
    size_t number = 0;
    for (const JsonValue& item : value->items()) ReadObject(item, "item " + std::to_string(++number));
  }

  void ReadLines(std::string_view json) {
    size_t number = 0;
    for (size_t at = 0; at < json.size();) {
      const size_t end = std::min(json.find('\n', at), json.size());
      const std::string_view line = json.substr(at, end - at);
      at = end + 1;
      ++number;
      if (line.find_first_not_of(" \t\r") == std::string_view::npos) continue;
      const std::string where = "line " + std::to_string(number);
      const auto value = JsonValue::Parse(line);
      if (value) ReadObject(*value, where);
      if (!value && number == 1 && ReadWhole(json)) return;
      if (!value) Complain(where, value.error().what);
    }
  }

  // One object over many lines.
  bool ReadWhole(std::string_view json) {
    const auto value = JsonValue::Parse(json);
    if (value) ReadObject(*value, "line 1");
    return value.has_value();
  }

  void Complain(const std::string& where, std::string_view what) {
    constexpr size_t kProblemsMax = 1000;  // a file of noise must not fill memory with complaints
    if (out_.problems.size() < kProblemsMax) out_.problems.push_back(where + ": " + std::string(what));
  }

  void ReadObject(const JsonValue& value, const std::string& where) {
    if (!value.is_object()) return Complain(where, "not an object");
    const JsonValue* text = value.Find("text");
    if (text == nullptr || !text->is_string() || text->text().empty()) return Complain(where, "no text");
    Article article;
    article.ref = value.Get("id");
    article.url = value.Get("url");
    if (article.url.empty()) article.url = "tocsin:article/" + article.ref;
    article.canonical_url = article.url;
    article.site = article.source_id = value.Get("source");
    article.title = value.Get("title");
    article.language = value.Get("lang");
    article.text = Checked(text->text(), where);
    SetDate(value, where, article);
    out_.articles.push_back(std::move(article));
  }

  // As it was given, so that offsets into it can be compared; only NUL, which "\u0000" may have put there, goes.
  std::string Checked(const std::string& text, const std::string& where) {
    std::vector<std::string> problems;
    std::string valid = ValidUtf8(text, problems);
    for (const std::string& problem : problems) Complain(where, problem);
    return valid;
  }

  void SetDate(const JsonValue& value, const std::string& where, Article& article) {
    const std::string_view published = value.Get("published");
    const auto parsed = ParseIsoTimestamp(published);
    article.published_at = parsed ? *parsed : ParsePageDate(published, DayOrder::kUnknown).value_or(options_.published);
    if (article.published_at.known()) article.published_origin = DateOrigin::kGiven;
    if (!published.empty() && !article.published_at.known()) Complain(where, "published: no date");
  }

  const DecodeOptions& options_;
  Decoded out_;
};

}  // namespace

Decoded ReadJsonArticles(std::string_view json, const DecodeOptions& options) { return Reader(options).Read(json); }

}  // namespace tocsin
