#include "ingest/extract/json_ld.h"

#include <map>

#include "ingest/json.h"
#include "ingest/markup/html_entities.h"

namespace tocsin {
namespace {

// Mistakes that pages make: raw control characters in strings, commas before brackets, comments or CDATA around.
std::string Repair(std::string_view text) {
  const size_t open = text.find_first_of("{["), close = text.find_last_of("}]");
  if (open == std::string_view::npos || close == std::string_view::npos || close < open) return {};
  std::string out;
  out.reserve(close - open + 1);
  bool in_string = false;
  for (size_t i = open; i <= close; ++i) {
    const char c = text[i];
    if (in_string && c == '\\' && i + 1 <= close) {
      static constexpr std::string_view kEscapes = "\"\\/bfnrtu";
      if (kEscapes.find(text[i + 1]) == std::string_view::npos) continue;  // "\'" and the like
      out.push_back(c);
      out.push_back(text[++i]);
      continue;
    }
    if (c == '"') in_string = !in_string;
    if (!in_string && (c == '}' || c == ']')) {
      while (!out.empty() && (out.back() == ' ' || out.back() == ',' || out.back() == '\n')) out.pop_back();
    }
    out.push_back(uint8_t(c) < 0x20 ? ' ' : c);
  }
  return out;
}

std::vector<JsonValue> ReadScripts(const HtmlTree& tree) {
  std::vector<JsonValue> out;
  for (const HtmlNode& node : tree.nodes) {
    if (node.tag != Tag::kScript) continue;
    auto parsed = JsonValue::Parse(node.text);
    if (!parsed) parsed = JsonValue::Parse(Repair(node.text));
    if (!parsed && node.text.find("&quot;") != std::string_view::npos) parsed = JsonValue::Parse(Unescape(node.text));
    if (parsed) out.push_back(std::move(*parsed));
  }
  return out;
}

class Collector {
 public:
  JsonLdFacts Collect(const std::vector<JsonValue>& roots) {
    for (const JsonValue& root : roots) Visit(root);
    const JsonValue* best = nullptr;
    int best_rank = 0;
    for (const auto& [object, rank] : candidates_) {
      const int bonus =
          (object->Find("headline") != nullptr ? 1 : 0) + (object->Find("datePublished") != nullptr ? 1 : 0);
      if (rank * 4 + bonus > best_rank) {
        best = object;
        best_rank = rank * 4 + bonus;
      }
    }
    JsonLdFacts facts;
    if (best == nullptr) return facts;
    facts.article = best_rank >= 8;
    Read(*best, facts);
    return facts;
  }

 private:
  void Visit(const JsonValue& value) {
    for (const JsonValue& item : value.items()) Visit(item);
    if (!value.is_object()) return;
    if (const std::string_view id = value.Get("@id"); !id.empty() && value.members().size() > 1)
      by_id_.emplace(id, &value);
    if (const int rank = RankOf(value); rank > 0) candidates_.emplace_back(&value, rank);
    for (const auto& [name, member] : value.members()) {
      if (name != "itemListElement" && name != "comment" && name != "hasPart" && name != "citation" && name != "review")
        Visit(member);
    }
  }

  static int RankOf(const JsonValue& value) {
    const JsonValue* type = value.Find("@type");
    if (type == nullptr) return 0;
    int rank = RankOfType(type->text());
    for (const JsonValue& item : type->items()) rank = std::max(rank, RankOfType(item.text()));
    // Of a page that has a headline and an author the same is told as of an article.
    return rank == 1 && value.Find("headline") != nullptr && value.Find("author") != nullptr ? 2 : rank;
  }

  static int RankOfType(std::string_view type) {
    if (type.ends_with("Article") || type.ends_with("BlogPosting") || type == "Report" || type == "Recipe" ||
        type == "HowTo")
      return 2;
    return type.ends_with("WebPage") || type.ends_with("Page") || type == "CreativeWork" || type == "SocialMediaPosting"
               ? 1
               : 0;
  }

  void Read(const JsonValue& object, JsonLdFacts& facts) const {
    facts.headline = object.Get("headline");
    if (facts.headline.empty()) facts.headline = object.Get("name");
    facts.body = object.Get("articleBody");
    facts.language = object.Get("inLanguage");
    facts.published = object.Get("datePublished");
    facts.modified = object.Get("dateModified");
    facts.url = object.Get("url");
    if (facts.published.empty()) facts.published = PublishedElsewhere();
    if (const JsonValue* publisher = object.Find("publisher")) facts.site = FirstName(*publisher);
    if (const JsonValue* author = object.Find("author")) AddAuthors(*author, 0, facts.authors);
    if (facts.authors.empty()) {
      if (const JsonValue* creator = object.Find("creator")) AddAuthors(*creator, 0, facts.authors);
    }
  }

  // The article has no date of its own, but the page that holds it has.
  std::string PublishedElsewhere() const {
    for (const auto& [object, rank] : candidates_) {
      if (const std::string_view date = object->Get("datePublished"); !date.empty()) return std::string(date);
    }
    return {};
  }

  const JsonValue& Resolve(const JsonValue& value) const {
    const auto found =
        value.is_object() && value.Find("name") == nullptr ? by_id_.find(value.Get("@id")) : by_id_.end();
    return found == by_id_.end() ? value : *found->second;
  }

  void AddAuthors(const JsonValue& value, int depth, std::vector<std::string>& out) const {
    constexpr int kDepthMax = 4;
    constexpr size_t kAuthorsMax = 200;
    if (depth > kDepthMax || out.size() >= kAuthorsMax) return;
    if (value.is_string()) out.push_back(value.text());
    for (const JsonValue& item : value.items()) AddAuthors(item, depth + 1, out);
    if (!value.is_object()) return;
    const JsonValue& person = Resolve(value);
    if (const JsonValue* name = person.Find("name")) AddAuthors(*name, depth + 1, out);
  }

  std::string FirstName(const JsonValue& value) const {
    std::vector<std::string> names;
    AddAuthors(value, 0, names);
    return names.empty() ? std::string() : names.front();
  }

  std::vector<std::pair<const JsonValue*, int>> candidates_;  // object, 2 = article, 1 = page
  std::map<std::string_view, const JsonValue*> by_id_;
};

}  // namespace

JsonLdFacts ReadJsonLd(const HtmlTree& tree) {
  const std::vector<JsonValue> scripts = ReadScripts(tree);
  return Collector().Collect(scripts);
}

}  // namespace tocsin
