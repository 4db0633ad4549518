#include "ingest/markup/html_tags.h"

#include <algorithm>
#include <cstddef>

#include "ingest/markup/xml.h"

namespace tocsin {
namespace {

constexpr size_t kAttributesMax = 64;  // of one tag: more are read over
constexpr size_t kEntityNameBytesMax = 32;

bool IsSpace(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f'; }
bool IsLetter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool IsDigit(char c) { return c >= '0' && c <= '9'; }
char Lower(char c) { return c >= 'A' && c <= 'Z' ? char(c + 32) : c; }

// The reference at the front of `s` ("&amp;", "&#38", "&amp"): what it stands for and its length; 0 when it is none.
size_t ReadReference(std::string_view s, std::string& out) {
  size_t end = 1;
  while (end < s.size() && end < kEntityNameBytesMax && (IsLetter(s[end]) || IsDigit(s[end]) || s[end] == '#')) ++end;
  const std::string_view name = s.substr(1, end - 1);
  const bool closed = end < s.size() && s[end] == ';';
  if (name.empty()) return 0;
  const bool may_be_open = name[0] == '#' || name == "amp" || name == "lt" || name == "gt" || name == "quot";
  if (!closed && !may_be_open) return 0;
  const std::string text = ResolveHtmlEntity(name);
  out += text;
  return text.empty() ? 0 : end + (closed ? 1 : 0);
}

}  // namespace

std::string ResolveHtmlEntities(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  while (!text.empty()) {
    const size_t plain = std::min(text.find('&'), text.size());
    out.append(text.substr(0, plain));
    text.remove_prefix(plain);
    if (text.empty()) break;
    const size_t length = ReadReference(text, out);
    if (length == 0) out += '&';
    text.remove_prefix(std::max<size_t>(length, 1));
  }
  return out;
}

std::string_view HtmlToken::Attribute(std::string_view wanted) const {
  for (const auto& [attribute, value] : attributes) {
    if (attribute == wanted) return value;
  }
  return {};
}

bool HtmlTagReader::TagAhead() const {
  const size_t name = at_ + (html_.substr(at_, 2) == "</" ? 2 : 1);
  return name < html_.size() && IsLetter(html_[name]);
}

// A comment, declaration or instruction at `at_`: read over. "<!" before anything else is text.
bool HtmlTagReader::SkipMarkup() {
  const std::string_view rest = html_.substr(at_, 9);
  std::string_view end = ">";
  if (rest.starts_with("<!--")) {
    end = "-->";
  } else if (rest.starts_with("<![CDATA[")) {
    end = "]]>";
  } else if (!rest.starts_with("<?") && !(rest.size() > 2 && rest.starts_with("<!") && IsLetter(rest[2]))) {
    return false;
  }
  size_t found = end == "-->" && no_comment_ends_ ? html_.npos : html_.find(end, at_ + 2);
  if (found == html_.npos && end == "-->") {  // never closed: a parser that gave up the rest would lose the text
    no_comment_ends_ = true;
    found = html_.find(end = ">", at_ + 2);
  }
  at_ = found == html_.npos ? html_.size() : found + end.size();
  return true;
}

bool HtmlTagReader::Next(HtmlToken& token) {
  token.name.clear();
  token.attributes.clear();
  while (at_ < html_.size()) {
    const size_t begin = at_;
    if (html_[at_] == '<' && TagAhead()) {
      ReadTag(token);
      return true;
    }
    if (html_[at_] == '<' && SkipMarkup()) continue;
    at_ = std::min(html_.find('<', at_ + 1), html_.size());
    token.kind = HtmlToken::Kind::kText;
    token.text = html_.substr(begin, at_ - begin);
    return true;
  }
  return false;
}

void HtmlTagReader::ReadTag(HtmlToken& token) {
  const size_t begin = at_;
  token.kind = html_[at_ + 1] == '/' ? HtmlToken::Kind::kEnd : HtmlToken::Kind::kStart;
  at_ += token.kind == HtmlToken::Kind::kEnd ? 2 : 1;
  while (at_ < html_.size() && !IsSpace(html_[at_]) && html_[at_] != '>' && html_[at_] != '/' && html_[at_] != '<') {
    token.name += Lower(html_[at_++]);
  }
  while (ReadAttribute(token)) {
  }
  if (at_ < html_.size() && html_[at_] == '>') ++at_;
  token.text = html_.substr(begin, at_ - begin);
  if (token.kind == HtmlToken::Kind::kStart && (token.name == "script" || token.name == "style")) {
    SkipRawText(token.name);
  }
}

bool HtmlTagReader::ReadAttribute(HtmlToken& token) {
  while (at_ < html_.size() && (IsSpace(html_[at_]) || html_[at_] == '/')) ++at_;
  if (at_ >= html_.size() || html_[at_] == '>') return false;
  std::string name;
  do {
    name += Lower(html_[at_++]);
  } while (at_ < html_.size() && !IsSpace(html_[at_]) && html_[at_] != '=' && html_[at_] != '>' && html_[at_] != '/');
  while (at_ < html_.size() && IsSpace(html_[at_])) ++at_;
  std::string_view value;
  if (at_ < html_.size() && html_[at_] == '=') {
    ++at_;
    while (at_ < html_.size() && IsSpace(html_[at_])) ++at_;
    const char quote = at_ < html_.size() ? html_[at_] : ' ';
    if (quote == '"' || quote == '\'') {
      const size_t end = std::min(html_.find(quote, at_ + 1), html_.size());
      value = html_.substr(at_ + 1, end - at_ - 1);
      at_ = std::min(end + 1, html_.size());
    } else {
      const size_t begin = at_;
      while (at_ < html_.size() && !IsSpace(html_[at_]) && html_[at_] != '>') ++at_;
      value = html_.substr(begin, at_ - begin);
    }
  }
  if (token.attributes.size() < kAttributesMax && token.Attribute(name).empty()) {
    token.attributes.emplace_back(std::move(name), ResolveHtmlEntities(value));
  }
  return true;
}

void HtmlTagReader::SkipRawText(std::string_view name) {
  const std::string end = "</" + std::string(name);
  const auto found = std::search(html_.begin() + std::ptrdiff_t(at_), html_.end(), end.begin(), end.end(),
                                 [](char a, char b) { return Lower(a) == b; });
  at_ = size_t(found - html_.begin());
}

}  // namespace tocsin
