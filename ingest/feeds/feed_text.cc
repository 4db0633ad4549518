#include "ingest/feeds/feed_text.h"

#include <algorithm>

#include "ingest/charset/codec.h"
#include "ingest/feeds/feed_names.h"
#include "ingest/feeds/html_fragment.h"

namespace tocsin {
namespace {

std::string Lowered(std::string_view s) {
  std::string out(s);
  for (char& c : out) {
    if (c >= 'A' && c <= 'Z') c = char(c + 32);
  }
  return out;
}

bool HasElements(const XmlNode& node) {
  return std::any_of(node.children.begin(), node.children.end(), [](const XmlNode& n) { return !n.is_text(); });
}

int Base64Digit(char c) {
  if (c >= 'A' && c <= 'Z') return c - 'A';
  if (c >= 'a' && c <= 'z') return c - 'a' + 26;
  if (c >= '0' && c <= '9') return c - '0' + 52;
  if (c == '+' || c == '-') return 62;
  return c == '/' || c == '_' ? 63 : -1;
}

// Line breaks are skipped; anything else that is no digit ends it.
std::string DecodeBase64(std::string_view text) {
  std::string out;
  uint32_t bits = 0;
  int count = 0;
  for (const char c : text) {
    if (c == '\n' || c == '\r' || c == ' ' || c == '\t') continue;
    const int digit = Base64Digit(c);
    if (digit < 0) break;
    bits = (bits << 6 | uint32_t(digit)) & 0xffffff;
    if ((count += 6) >= 8) out += char(bits >> (count -= 8) & 0xff);
  }
  return out;
}

// Atom 1.0's short types, Atom 0.3's media types and nothing at all, as media types.
std::string MediaTypeOf(const XmlNode& element, std::string_view fallback) {
  const std::string type = Lowered(TrimmedText(element.Attribute("type")));
  if (type == "text") return "text/plain";
  if (type == "html") return "text/html";
  if (type == "xhtml") return "application/xhtml+xml";
  return type.empty() ? std::string(fallback) : type;
}

bool IsHtml(std::string_view type) { return type == "text/html" || type == "application/xhtml+xml"; }

// Atom 1.0 wraps XHTML in one <div> that is no part of it.
std::string InlineMarkup(const XmlNode& element) {
  const XmlNode* only = nullptr;
  for (const XmlNode& child : element.children) {
    if (child.is_text() && TrimmedText(child.text).empty()) continue;
    if (only != nullptr || child.name != "div") return InnerMarkup(element);
    only = &child;
  }
  return only == nullptr ? std::string() : InnerMarkup(*only);
}

bool IsEmailByte(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
         std::string_view("._%+-").find(c) != std::string_view::npos;
}

// The address around the first '@' of `line`; empty when there is none.
std::string_view FindEmail(std::string_view line) {
  const size_t at = line.find('@');
  if (at == line.npos) return {};
  size_t begin = at, end = at + 1;
  while (begin > 0 && IsEmailByte(line[begin - 1])) --begin;
  while (end < line.size() && IsEmailByte(line[end])) ++end;
  const std::string_view domain = line.substr(at + 1, end - at - 1);
  return begin == at || domain.empty() ? std::string_view() : line.substr(begin, end - begin);
}

}  // namespace

std::string_view TrimmedText(std::string_view text) {
  constexpr std::string_view kSpace = " \t\r\n\f";
  const size_t begin = text.find_first_not_of(kSpace);
  if (begin == text.npos) return {};
  return text.substr(begin, text.find_last_not_of(kSpace) + 1 - begin);
}

FeedContext FeedContext::At(const XmlNode& element) const {
  FeedContext inner = *this;
  for (const XmlAttribute& a : element.attributes) {
    if (a.prefix != "xml") continue;
    if (a.name == "base") inner.base = ResolveReference(a.value, base);
    if (a.name == "lang") inner.language = TrimmedText(a.value);
  }
  return inner;
}

FeedContent ReadFeedText(const XmlNode& element, const FeedContext& context, std::string_view fallback_type) {
  FeedContent out;
  out.lang = context.language;
  out.type = MediaTypeOf(element, fallback_type);
  const bool encoded = Lowered(element.Attribute("mode")) == "base64";
  if (HasElements(element)) {
    out.value = InlineMarkup(element);
    out.type = "text/html";
  } else {
    out.value = TrimmedText(element.Text());
    const bool binary = !out.type.empty() && !out.type.starts_with("text/") && out.type.find("xml") == out.type.npos;
    // What was encoded may be a picture: only UTF-8 leaves here.
    if (encoded || binary) out.value = DecodeAs(DecodeBase64(out.value), "utf-8").text;
  }
  if (out.type.empty() || (out.type == "text/plain" && fallback_type.empty())) {
    out.type = LooksLikeHtml(out.value) ? "text/html" : "text/plain";
  }
  if (IsHtml(out.type) || out.type.find("xml") != out.type.npos) {
    out.value = TrimmedText(SanitizeHtml(out.value, context.base));
  }
  return out;
}

FeedPerson ReadPersonLine(std::string_view line) {
  FeedPerson person;
  const std::string_view email = FindEmail(line);
  person.email = email;
  std::string name(line);
  if (!email.empty()) name.erase(size_t(email.data() - line.data()), email.size());
  for (const std::string_view noise : {"()", "<>", "[]", "mailto:", "&lt;&gt;"}) {
    if (const size_t at = name.find(noise); at != name.npos) name.erase(at, noise.size());
  }
  std::string_view rest = TrimmedText(name);
  if (!email.empty() && rest.size() > 1 && rest.front() == '(' && rest.back() == ')')
    rest = rest.substr(1, rest.size() - 2);
  if (rest.size() > 1 && rest.front() == '"' && rest.back() == '"') rest = rest.substr(1, rest.size() - 2);
  person.name = TrimmedText(rest);
  return person;
}

FeedPerson ReadPerson(const XmlNode& element, const FeedContext& context) {
  if (!HasElements(element)) return ReadPersonLine(TrimmedText(element.Text()));
  FeedPerson person;
  for (const XmlNode& child : element.children) {
    const std::string name = FeedName(child);
    const std::string text(TrimmedText(child.Text()));
    if (name == "name" || name == "itunes:name") person.name = text;
    if (name == "email" || name == "itunes:email") person.email = text;
    if (name == "uri" || name == "url" || name == "homepage") {
      person.url = ResolveReference(text, context.At(child).base);
    }
  }
  return person;
}

std::string ToString(const FeedPerson& person) {
  if (person.name.empty()) return person.email;
  return person.email.empty() ? person.name : person.name + " (" + person.email + ")";
}

}  // namespace tocsin
