#include "ingest/feeds/html_fragment.h"

#include <algorithm>

#include "ingest/markup/html_tags.h"
#include "ingest/web.h"

namespace tocsin {
namespace {

template <size_t n>
bool In(const std::string_view (&list)[n], std::string_view name) {
  return std::find(std::begin(list), std::end(list), name) != std::end(list);
}

char Lower(char c) { return c >= 'A' && c <= 'Z' ? char(c + 32) : c; }
bool IsSpace(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f'; }

// What a snippet of news is made of. An allow-list: what is not known cannot be trusted.
constexpr std::string_view kKeptElements[] = {
    "a",          "abbr",    "acronym", "address", "article", "aside", "b",       "bdi",        "big",
    "blockquote", "br",      "caption", "center",  "cite",    "code",  "col",     "colgroup",   "dd",
    "del",        "details", "dfn",     "div",     "dl",      "dt",    "em",      "figcaption", "figure",
    "font",       "footer",  "h1",      "h2",      "h3",      "h4",    "h5",      "h6",         "header",
    "hr",         "i",       "img",     "ins",     "kbd",     "li",    "main",    "mark",       "nav",
    "ol",         "p",       "pre",     "q",       "s",       "samp",  "section", "small",      "span",
    "strike",     "strong",  "sub",     "summary", "sup",     "table", "tbody",   "td",         "tfoot",
    "th",         "thead",   "time",    "tr",      "tt",      "u",     "ul",      "var",        "wbr"};
constexpr std::string_view kKeptAttributes[] = {"href", "src",      "alt",     "title",   "lang",  "dir",
                                                "cite", "datetime", "colspan", "rowspan", "width", "height"};
constexpr std::string_view kAddressAttributes[] = {"href", "src", "cite"};
constexpr std::string_view kBlocks[] = {"p",  "div", "br", "li", "tr", "td", "th", "h1", "h2",        "h3",
                                        "h4", "h5",  "h6", "dt", "dd", "ul", "ol", "hr", "blockquote"};
constexpr std::string_view kVoidElements[] = {"br", "img", "hr", "col", "wbr", "input", "area", "meta", "link"};

// "http" of "http://...": letters, digits, + - . after a letter, before the first ':'.
std::string_view SchemeOf(std::string_view address) {
  size_t i = 0;
  while (i < address.size() &&
         (isalnum(uint8_t(address[i])) || address[i] == '+' || address[i] == '-' || address[i] == '.'))
    ++i;
  if (i == 0 || i == address.size() || address[i] != ':' || !isalpha(uint8_t(address[0]))) return {};
  return address.substr(0, i);
}

// Browsers drop these inside of addresses, so "java\nscript:" would be one.
std::string WithoutControls(std::string_view address) {
  std::string out;
  for (const char c : address) {
    if (uint8_t(c) > 0x20 || (c == ' ' && !out.empty())) out += c;
  }
  while (!out.empty() && out.back() == ' ') out.pop_back();
  return out;
}

bool IsHarmless(std::string_view address) {
  std::string scheme(SchemeOf(address));
  std::transform(scheme.begin(), scheme.end(), scheme.begin(), Lower);
  if (scheme.empty()) return address.find(':') == address.npos || address.find_first_of("/?#") < address.find(':');
  return scheme == "http" || scheme == "https" || scheme == "mailto";
}

void AppendStartTag(const HtmlToken& tag, std::string_view base, std::string& out) {
  out += '<';
  out += tag.name;
  for (const auto& [name, value] : tag.attributes) {
    if (!In(kKeptAttributes, name)) continue;
    std::string kept = value;
    if (In(kAddressAttributes, name)) {
      kept = WithoutControls(value);
      if (!IsHarmless(kept)) continue;
      kept = ResolveReference(kept, base);
    }
    out += ' ';
    out += name;
    out += "=\"";
    AppendEscaped(kept, true, out);
    out += '"';
  }
  out += In(kVoidElements, tag.name) ? " />" : ">";
}

void AppendText(std::string_view text, std::string& out) {
  for (const char c : text) {
    if (c == '<') {
      out += "&lt;";
    } else {
      out += c;
    }
  }
}

void AppendMarkup(const XmlNode& node, std::string& out) {
  if (node.is_text()) return AppendEscaped(node.text, false, out);
  out += '<';
  out += node.name;
  for (const XmlAttribute& a : node.attributes) {
    if (!a.prefix.empty() || a.name == "xmlns") continue;
    out += ' ';
    out += a.name;
    out += "=\"";
    AppendEscaped(a.value, true, out);
    out += '"';
  }
  out += '>';
  for (const XmlNode& child : node.children) AppendMarkup(child, out);
  if (In(kVoidElements, node.name)) return;
  out += "</";
  out += node.name;
  out += '>';
}

}  // namespace

std::string SanitizeHtml(std::string_view html, std::string_view base) {
  std::string out;
  out.reserve(html.size());
  HtmlTagReader reader(html);
  for (HtmlToken token; reader.Next(token);) {
    if (token.kind == HtmlToken::Kind::kText) {
      AppendText(token.text, out);
    } else if (!In(kKeptElements, token.name)) {
      continue;
    } else if (token.kind == HtmlToken::Kind::kStart) {
      AppendStartTag(token, base, out);
    } else if (!In(kVoidElements, token.name)) {
      out += "</" + token.name + ">";
    }
  }
  return out;
}

std::string HtmlToText(std::string_view html) {
  std::string out;
  const auto space = [&] {
    if (!out.empty() && out.back() != ' ') out += ' ';
  };
  HtmlTagReader reader(html);
  for (HtmlToken token; reader.Next(token);) {
    if (token.kind != HtmlToken::Kind::kText) {
      if (In(kBlocks, token.name)) space();
      continue;
    }
    for (const char c : ResolveHtmlEntities(token.text)) {
      if (IsSpace(c)) {
        space();
      } else {
        out += c;
      }
    }
  }
  if (!out.empty() && out.back() == ' ') out.pop_back();
  return out;
}

bool LooksLikeHtml(std::string_view text) {
  if (text.find('&') != text.npos && ResolveHtmlEntities(text) != text) return true;
  if (text.find('<') == text.npos) return false;
  HtmlTagReader reader(text);
  for (HtmlToken token; reader.Next(token);) {
    const bool known = In(kKeptElements, token.name) || token.name == "script" || token.name == "style";
    if (token.kind == HtmlToken::Kind::kEnd && known) return true;
    if (token.kind == HtmlToken::Kind::kStart && known && (In(kVoidElements, token.name) || !token.attributes.empty()))
      return true;
  }
  return false;
}

std::string InnerMarkup(const XmlNode& node) {
  std::string out;
  for (const XmlNode& child : node.children) AppendMarkup(child, out);
  return out;
}

std::string ResolveReference(std::string_view reference, std::string_view base) {
  const std::string kept = WithoutControls(reference);
  if (kept.empty() || base.empty() || !SchemeOf(kept).empty()) return kept;
  const auto url = ParseUrl(kept, base);
  return url ? url->href : kept;
}

}  // namespace tocsin
