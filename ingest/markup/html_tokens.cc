#include "ingest/markup/html_tokens.h"

#include <algorithm>

namespace tocsin {
namespace {

bool IsSpace(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f'; }
bool IsLetter(char c) { return (c | 0x20) >= 'a' && (c | 0x20) <= 'z'; }

bool StartsWithNoCase(std::string_view text, std::string_view lower) {
  return text.size() >= lower.size() && std::equal(lower.begin(), lower.end(), text.begin(), [](char l, char c) {
           return l == (IsLetter(c) ? char(c | 0x20) : c);
         });
}

}  // namespace

HtmlPiece HtmlTokenizer::Next() {
  const size_t first = at_;
  while (at_ < html_.size()) {
    const size_t mark = std::min(html_.find('<', at_), html_.size());
    const char next = mark + 1 < html_.size() ? html_[mark + 1] : ' ';
    const bool end_tag =
        next == '/' && mark + 2 < html_.size() && (IsLetter(html_[mark + 2]) || html_[mark + 2] == '>');
    const bool markup = IsLetter(next) || end_tag || next == '!' || next == '?';
    if (mark < html_.size() && !markup) {
      at_ = mark + 1;  // a bare "<" is text
      continue;
    }
    if (mark > first) {
      at_ = mark;
      return {HtmlPiece::Kind::kText, Tag::kText, false, html_.substr(first, mark - first)};
    }
    if (mark == html_.size()) break;
    if (next == '!' || next == '?') {
      SkipMarkup();
      return Next();
    }
    at_ = mark + (end_tag ? 2 : 1);
    return ReadTag(end_tag ? HtmlPiece::Kind::kEnd : HtmlPiece::Kind::kStart);
  }
  if (at_ > first) return {HtmlPiece::Kind::kText, Tag::kText, false, html_.substr(first)};
  return {};
}

void HtmlTokenizer::SkipMarkup() {
  // Many in a row must not nest the calls of Next.
  while (at_ + 1 < html_.size() && html_[at_] == '<' && (html_[at_ + 1] == '!' || html_[at_ + 1] == '?')) {
    const bool comment = html_.substr(at_).starts_with("<!--");
    const size_t from = comment ? at_ + 2 : at_;  // "<!-->" is a whole comment
    const size_t end = html_.find(comment ? "-->" : ">", from);
    at_ = end == std::string_view::npos ? html_.size() : end + (comment ? 3 : 1);
  }
}

HtmlPiece HtmlTokenizer::ReadTag(HtmlPiece::Kind kind) {
  const size_t name = at_;
  while (at_ < html_.size() && !IsSpace(html_[at_]) && html_[at_] != '/' && html_[at_] != '>') ++at_;
  HtmlPiece token{kind, TagOf(html_.substr(name, at_ - name)), false, {}};
  const size_t first = at_;
  for (bool value = false; at_ < html_.size() && html_[at_] != '>'; ++at_) {
    const char c = html_[at_];
    if (value && (c == '"' || c == '\'')) {
      at_ = std::min(html_.find(c, at_ + 1), html_.size() - 1);
      value = false;
    } else if (!IsSpace(c)) {
      value = c == '=';
    }
  }
  token.text = html_.substr(first, at_ - first);
  token.self_closing = token.text.ends_with('/');
  if (at_ < html_.size()) ++at_;
  return token;
}

size_t HtmlTokenizer::FindEndTag(std::string_view name) const {
  for (size_t mark = html_.find("</", at_); mark != std::string_view::npos; mark = html_.find("</", mark + 2)) {
    if (StartsWithNoCase(html_.substr(mark + 2), name)) return mark;
  }
  return std::string_view::npos;
}

std::string_view HtmlTokenizer::TakeRaw(std::string_view end_tag) {
  const size_t first = at_, mark = std::min(FindEndTag(end_tag), html_.size());
  at_ = std::min(html_.find('>', mark), html_.size() - 1) + 1;
  return html_.substr(first, mark - first);
}

bool HtmlTokenizer::SkipPast(std::string_view end_tag) {
  if (svg_unclosed_) return false;
  const size_t mark = FindEndTag(end_tag);
  svg_unclosed_ = mark == std::string_view::npos;
  if (svg_unclosed_) return false;
  at_ = std::min(html_.find('>', mark), html_.size() - 1) + 1;
  return true;
}

void CutAttributes(std::string_view text, std::vector<HtmlAttribute>& out) {
  uint32_t seen = 0;
  for (size_t at = 0; at < text.size();) {
    while (at < text.size() && (IsSpace(text[at]) || text[at] == '/')) ++at;
    const size_t name = at;
    while (at < text.size() && !IsSpace(text[at]) && text[at] != '=' && text[at] != '/') ++at;
    if (at == name && at < text.size()) ++at;  // a stray "=" belongs to the name
    const Attr attr = AttrOf(text.substr(name, at - name));
    while (at < text.size() && IsSpace(text[at])) ++at;
    std::string_view value;
    if (at < text.size() && text[at] == '=') {
      ++at;
      while (at < text.size() && IsSpace(text[at])) ++at;
      const char quote = at < text.size() ? text[at] : ' ';
      if (quote == '"' || quote == '\'') {
        const size_t end = std::min(text.find(quote, at + 1), text.size());
        value = text.substr(at + 1, end - at - 1);
        at = end + 1;
      } else {
        const size_t first = at;
        while (at < text.size() && !IsSpace(text[at])) ++at;
        value = text.substr(first, at - first);
      }
    }
    const uint32_t bit = 1u << unsigned(attr);
    if (attr == Attr::kOther || (seen & bit) != 0) continue;
    seen |= bit;
    out.push_back({attr, value});
  }
}

}  // namespace tocsin
