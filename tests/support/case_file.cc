#include "tests/support/case_file.h"

#include <array>
#include <charconv>
#include <fstream>
#include <iterator>

#include "ingest/base/suggest.h"

namespace tocsin::support {
namespace {

constexpr std::array<std::string_view, kRoleCount> kRoleNames = {"actor", "target", "supporter", "opponent",
                                                                 "funding_source"};
constexpr std::array<std::string_view, 10> kDetails = {"actor",  "target", "supporter", "opponent",    "funding_source",
                                                       "amount", "stake",  "date",      "attribution", "background"};

std::string_view Trim(std::string_view s) {
  const size_t first = s.find_first_not_of(" \t\r");
  if (first == std::string_view::npos) return {};
  return s.substr(first, s.find_last_not_of(" \t\r") - first + 1);
}

// Cuts the first word off `rest` and returns it.
std::string_view NextWord(std::string_view& rest) {
  rest = Trim(rest);
  const size_t end = std::min(rest.find_first_of(" \t"), rest.size());
  const std::string_view word = rest.substr(0, end);
  rest = Trim(rest.substr(end));
  return word;
}

std::vector<std::string> SplitNames(std::string_view list) {
  std::vector<std::string> names;
  while (!list.empty() && list != "-") {
    const size_t end = std::min(list.find(','), list.size());
    if (const auto name = Trim(list.substr(0, end)); !name.empty()) names.emplace_back(name);
    list.remove_prefix(std::min(end + 1, list.size()));
  }
  return names;
}

// One pass over the lines. Every handler returns "" or what is wrong with its line.
class Parser {
 public:
  explicit Parser(std::string file) { case_.file = std::move(file); }

  Result<CaseFile> Parse(std::string_view text) {
    while (!text.empty()) {
      const size_t end = std::min(text.find('\n'), text.size());
      ++line_;
      if (std::string wrong = Line(text.substr(0, end)); !wrong.empty()) return At(line_, wrong);
      text.remove_prefix(std::min(end + 1, text.size()));
    }
    return Finish();
  }

 private:
  tl::unexpected<Error> At(int line, const std::string& what) const {
    return Fail(Errc::kMalformed, case_.file + ":" + std::to_string(line) + ": " + what);
  }

  std::string Line(std::string_view raw) {
    const std::string_view line = Trim(raw);
    if (in_text_) return TextLine(line);
    if (line.empty()) {
      event_ = nullptr;
      return "";
    }
    if (line.front() == '#') return Comment(line);
    if (raw.front() == ' ' || raw.front() == '\t') return Detail(line);
    std::string_view rest = line;
    const std::string_view word = NextWord(rest);
    if (word == "article") return StartArticle(rest);
    if (word == "expect") return Expect(rest);
    return "'" + std::string(word) + "' is neither 'article' nor 'expect'";
  }

  std::string Comment(std::string_view line) {
    std::string_view rest = Trim(line.substr(1));
    for (auto [key, value] : {std::pair{"name:", &case_.name}, {"why:", &case_.why}, {"open:", &case_.open}}) {
      if (rest.starts_with(key)) *value = Trim(rest.substr(std::string_view(key).size()));
    }
    return "";
  }

  std::string StartArticle(std::string_view rest) {
    CaseArticle article;
    article.line = line_;
    article.language = NextWord(rest);
    const std::string_view day = NextWord(rest);
    article.url = NextWord(rest);
    const auto published = ParseIsoTimestamp(day);
    if (!published || !published->known()) return "'" + std::string(day) + "' is not a date";
    if (article.url.find("://") == std::string::npos) return "the article has no URL";
    if (!rest.empty()) return "'" + std::string(rest) + "' after the URL";
    article.published = *published;
    case_.articles.push_back(std::move(article));
    event_ = nullptr;
    in_text_ = true;
    return "";
  }

  std::string TextLine(std::string_view line) {
    CaseArticle& article = case_.articles.back();
    if (line.empty()) {
      in_text_ = false;
      return article.text.empty() ? "the article has no text" : "";
    }
    if (article.text.empty() && article.title.empty() && line.starts_with("title ")) {
      article.title = Trim(line.substr(6));
      return "";
    }
    if (!article.text.empty()) article.text += '\n';
    article.text += line;
    return "";
  }

  std::string Expect(std::string_view rest) {
    if (case_.articles.empty()) return "an expectation before any article";
    CaseArticle& article = case_.articles.back();
    event_ = nullptr;
    if (rest == "nothing") return SayNothing(article);
    if (rest == "nothing else") {
      article.nothing_else = true;
      return article.events.empty() ? "'nothing else' without an event: write 'expect nothing'" : "";
    }
    const std::string_view type = NextWord(rest);
    if (type == "storyline") return ExpectStoryline(rest);
    return ExpectEvent(article, type, rest);
  }

  static std::string SayNothing(CaseArticle& article) {
    article.nothing = true;
    return article.events.empty() ? "" : "'nothing' after an event";
  }

  std::string ExpectEvent(CaseArticle& article, std::string_view type, std::string_view status) {
    if (article.nothing) return "an event after 'expect nothing'";
    if (!IsKnownType(type)) return "unknown type '" + std::string(type) + "'" + DidYouMean(type, BuiltInTypes());
    const auto parsed = ParseStatus(status);
    if (!parsed) return "unknown status '" + std::string(status) + "'";
    article.events.push_back({});
    event_ = &article.events.back();
    event_->line = line_;
    event_->type = type;
    event_->status = *parsed;
    return "";
  }

  // "completed of 3 reports"
  std::string ExpectStoryline(std::string_view rest) {
    ExpectedStoryline story;
    story.line = line_;
    const auto status = ParseStatus(NextWord(rest));
    const std::string_view of = NextWord(rest), count = NextWord(rest);
    const auto end = std::from_chars(count.data(), count.data() + count.size(), story.reports);
    const bool counted = end.ec == std::errc() && end.ptr == count.data() + count.size();
    if (!status || of != "of" || !counted || (rest != "reports" && rest != "report")) {
      return "expected 'storyline STATUS of N reports'";
    }
    story.status = *status;
    case_.storylines.push_back(story);
    return "";
  }

  std::string Detail(std::string_view line) {
    if (event_ == nullptr) return "an indented line without an expected event above it";
    std::string_view rest = line;
    const std::string_view key = NextWord(rest);
    for (size_t i = 0; i < kRoleCount; ++i) {
      if (key == kRoleNames[i]) return AddRole(Role(i), rest);
    }
    if (key == "amount") return SetAmount(rest);
    if (key == "stake") return SetStake(rest);
    if (key == "date") return SetOnce(event_->date, rest);
    if (key == "attribution") return SetOnce(event_->attribution, rest);
    if (key != "background") return "unknown detail '" + std::string(key) + "'" + DidYouMean(key, kDetails);
    event_->background = true;
    return rest.empty() ? "" : "'background' takes no value";
  }

  std::string AddRole(Role role, std::string_view list) {
    if (list.empty()) return "no name; write '-' for none";
    event_->roles.emplace_back(role, SplitNames(list));
    return "";
  }

  static std::string SetOnce(std::optional<std::string>& field, std::string_view value) {
    if (field) return "said twice";
    if (value.empty()) return "no value; write '-' for none";
    field = value == "-" ? "" : std::string(value);
    return "";
  }

  std::string SetStake(std::string_view value) {
    if (value.ends_with('%')) value = Trim(value.substr(0, value.size() - 1));
    event_->stake_percent = Decimal::Parse(value);
    return event_->stake_percent ? "" : "'" + std::string(value) + "' is not a number";
  }

  // "CN¥60 billion = 60000000000 CNY", the value perhaps "1e9..2e9"
  std::string SetAmount(std::string_view rest) {
    ExpectedAmount amount;
    const size_t equals = rest.rfind('=');
    if (rest != "-") {
      if (equals == std::string_view::npos) return "expected 'amount SURFACE = VALUE CURRENCY'";
      amount.surface = Trim(rest.substr(0, equals));
      std::string_view right = rest.substr(equals + 1);
      const std::string_view value = NextWord(right);
      const size_t dots = value.find("..");
      const auto low = Decimal::Parse(value.substr(0, dots));
      const auto high = dots == std::string_view::npos ? low : Decimal::Parse(value.substr(dots + 2));
      if (!low || !high) return "'" + std::string(value) + "' is not a number";
      if (right.size() != 3) return "'" + std::string(right) + "' is not a currency code";
      amount.value = *low;
      amount.upper = *high;
      amount.currency = right;
      if (case_.articles.back().text.find(amount.surface) == std::string::npos) {
        return "the article does not say '" + amount.surface + "'";
      }
    }
    event_->amount = amount;
    return "";
  }

  Result<CaseFile> Finish() {
    if (case_.name.empty()) return At(1, "no '# name:' line");
    if (case_.articles.empty()) return At(line_, "no article");
    if (in_text_) return At(line_, "the article is not followed by an expectation");
    for (const CaseArticle& a : case_.articles) {
      const bool expects = a.nothing || !a.events.empty() || !case_.storylines.empty();
      if (!expects) return At(a.line, "nothing is expected of this article; say 'expect nothing' if that is meant");
    }
    return std::move(case_);
  }

  CaseFile case_;
  ExpectedEvent* event_ = nullptr;  // where indented lines go
  bool in_text_ = false;
  int line_ = 0;
};

}  // namespace

Result<CaseFile> ParseCase(std::string file, std::string_view text) { return Parser(std::move(file)).Parse(text); }

Result<CaseFile> ReadCase(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  if (!in) return Fail(Errc::kNotFound, path + ": no such file");
  const std::string text{std::istreambuf_iterator<char>(in), {}};
  return ParseCase(path.substr(path.find_last_of('/') + 1), text);
}

}  // namespace tocsin::support
