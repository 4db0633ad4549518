#include "ingest/markup/xml.h"

#include <algorithm>
#include <tuple>
#include <utility>

#include "ingest/base/limits.h"

namespace tocsin {
namespace {

constexpr std::string_view kSpace = " \t\r\n\f";
constexpr std::string_view kXmlUri = "http://www.w3.org/XML/1998/namespace";
constexpr size_t kEntitiesMax = 64;              // declared in one document
constexpr size_t kEntityBytesMax = 1024;         // of one replacement
constexpr size_t kExpansionBytesMax = 1u << 20;  // of all replacements: "billion laughs" ends here
constexpr size_t kEntityNameBytesMax = 32;       // between '&' and ';'
constexpr size_t kNamespacesMax = 64;            // bindings in scope at once
constexpr size_t kAttributesMax = 64;            // of one element

bool IsSpace(char c) { return kSpace.find(c) != kSpace.npos; }
bool IsNameStart(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == ':' || uint8_t(c) >= 0x80;
}
bool IsNameChar(char c) { return IsNameStart(c) || (c >= '0' && c <= '9') || c == '-' || c == '.'; }
bool IsBlank(std::string_view s) { return s.find_first_not_of(kSpace) == s.npos; }

std::pair<std::string_view, std::string_view> SplitName(std::string_view name) {
  const size_t colon = name.find(':');
  if (colon == name.npos || colon == 0 || colon + 1 == name.size()) return {{}, name};
  return {name.substr(0, colon), name.substr(colon + 1)};
}

// Elements of HTML that have no end tag: naked markup in a feed leaves them open.
bool IsVoidElement(std::string_view name) {
  return name == "br" || name == "img" || name == "hr" || name == "input" || name == "meta" || name == "link";
}

}  // namespace

// One pass, no recursion: open elements are a stack, and move into their parent when they end.
class XmlReader {
 public:
  explicit XmlReader(XmlDocument& document) : document_(document), source_(document.strings_.front()) {}

  void Run() {
    open_.emplace_back();
    while (at_ < source_.size() && nodes_ < kXmlNodesMax) {
      if (source_[at_] == '<') {
        Markup();
      } else {
        CharacterData();
      }
    }
    if (open_.size() > 1 || at_ < source_.size()) Malformed();
    while (open_.size() > 1) {
      open_.back().cut = true;
      Pop();
    }
    KeepRoot();
  }

 private:
  void Malformed() { document_.wellformed_ = false; }
  bool At(std::string_view what) const { return source_.substr(at_, what.size()) == what; }

  void KeepRoot() {
    std::vector<XmlNode>& top = open_.front().children;
    std::erase_if(top, [](const XmlNode& n) { return n.is_text(); });
    // A second root is an error; the larger one is the document.
    if (top.size() != 1) Malformed();
    const auto largest = std::max_element(top.begin(), top.end(), [](const XmlNode& a, const XmlNode& b) {
      return a.children.size() < b.children.size();
    });
    if (largest != top.end()) document_.root_.children.push_back(std::move(*largest));
  }

  void AddText(std::string_view text) {
    if (text.empty()) return;
    if (open_.size() == 1 && !IsBlank(text)) Malformed();
    if (open_.size() == 1) return;
    ++nodes_;
    open_.back().children.emplace_back().text = text;
  }

  void CharacterData() {
    const size_t end = std::min(source_.find('<', at_), source_.size());
    AddText(Decode(source_.substr(at_, end - at_), true));
    at_ = end;
  }

  void Markup() {
    if (At("<!--")) return Comment();
    if (At("<![CDATA[")) return CData();
    if (At("<!DOCTYPE") || At("<!doctype")) return DocType();
    if (At("<?")) return Instruction();
    if (At("</") && at_ + 2 < source_.size() && IsNameStart(source_[at_ + 2])) return EndTag();
    if (at_ + 1 < source_.size() && IsNameStart(source_[at_ + 1])) return StartTag();
    Malformed();
    AddText(source_.substr(at_, 1));
    ++at_;
  }

  // Moves behind `what`, or to the end; the distance between is returned.
  std::string_view Through(std::string_view what, size_t from) {
    const size_t end = source_.find(what, from);
    if (end == source_.npos) Malformed();
    const std::string_view body = source_.substr(from, end == source_.npos ? end : end - from);
    at_ = end == source_.npos ? source_.size() : end + what.size();
    return body;
  }

  void Comment() { Through("-->", at_ + 4); }
  void CData() { AddText(Decode(Through("]]>", at_ + 9), false)); }
  void Instruction() {
    if (At("<?xml") && at_ + 5 < source_.size() && IsSpace(source_[at_ + 5]) && open_.size() > 1) Malformed();
    Through("?>", at_ + 2);
  }

  // <!DOCTYPE rss PUBLIC "..." "..." [ <!ENTITY name "value"> ]>
  void DocType() {
    const size_t end = source_.find_first_of("[>", at_);
    document_.doctype_ = source_.substr(at_, std::min<size_t>(end - at_, 512));
    if (end == source_.npos || source_[end] == '>') {
      Through(">", at_);
      return;
    }
    const std::string_view subset = Through("]", end + 1);
    Through(">", at_);
    for (size_t at = subset.find("<!ENTITY"); at != subset.npos; at = subset.find("<!ENTITY", at + 1)) {
      const size_t close = subset.find('>', at);
      if (close == subset.npos || entities_.size() >= kEntitiesMax) break;
      DeclareEntity(subset.substr(at + 8, close - at - 8));
    }
  }

  // ` name "value"`: external, parameter and nested entities are left alone.
  void DeclareEntity(std::string_view declaration) {
    const size_t name = declaration.find_first_not_of(kSpace);
    if (name == declaration.npos || !IsNameStart(declaration[name])) return;
    const size_t name_end = declaration.find_first_of(kSpace, name);
    const size_t quote = declaration.find_first_not_of(kSpace, name_end);
    if (quote == declaration.npos || (declaration[quote] != '"' && declaration[quote] != '\'')) return;
    const std::string_view value =
        declaration.substr(quote + 1, declaration.find(declaration[quote], quote + 1) - quote - 1);
    if (value.size() > kEntityBytesMax || value.find_first_of("<") != value.npos) return;
    entities_.emplace_back(declaration.substr(name, name_end - name), ReplaceCharacterReferences(value));
  }

  static std::string ReplaceCharacterReferences(std::string_view value) {
    std::string out;
    while (!value.empty()) {
      const size_t amp = std::min(value.find('&'), value.size());
      out.append(value.substr(0, amp));
      value.remove_prefix(amp);
      const size_t end = value.find(';');
      const std::string text =
          value.starts_with("&#") && end != value.npos ? ResolveHtmlEntity(value.substr(1, end - 1)) : "";
      out += text.empty() ? value.substr(0, 1) : std::string_view(text);
      value.remove_prefix(text.empty() ? std::min<size_t>(1, value.size()) : end + 1);
    }
    return out;
  }

  void EndTag() {
    const size_t name_begin = at_ + 2;
    size_t name_end = name_begin;
    while (name_end < source_.size() && IsNameChar(source_[name_end])) ++name_end;
    const auto [prefix, name] = SplitName(source_.substr(name_begin, name_end - name_begin));
    const size_t end = source_.find_first_of("<>", name_end);
    const bool closed = end != source_.npos && source_[end] == '>';
    if (!closed || !IsBlank(source_.substr(name_end, end - name_end))) Malformed();
    at_ = closed ? end + 1 : std::min(end, source_.size());
    if (flattened_ > 0) {
      --flattened_;
      return;
    }
    size_t level = open_.size() - 1;
    while (level > 0 && (open_[level].name != name || open_[level].prefix != prefix)) --level;
    if (level == 0) return Malformed();
    while (open_.size() - 1 > level) {
      Malformed();
      PopUnclosed();
    }
    Pop();
  }

  void Pop() {
    const size_t depth = open_.size() - 1;
    while (!bindings_.empty() && bindings_.back().depth >= depth) bindings_.pop_back();
    XmlNode node = std::move(open_.back());
    open_.pop_back();
    open_.back().children.push_back(std::move(node));
  }

  // The end tag of an element is missing. If it began with text it was a leaf, "<title>News<link>...": what came after
  // its text belongs to the parent. A container that is not closed keeps all.
  void PopUnclosed() {
    const bool leaf =
        !open_.back().children.empty() && open_.back().children[0].is_text() && !IsBlank(open_.back().children[0].text);
    const bool hollow = IsVoidElement(open_.back().name);
    Pop();
    if (!leaf && !hollow) return;
    std::vector<XmlNode>& siblings = open_.back().children;
    std::vector<XmlNode>& children = siblings.back().children;
    const auto is_element = [](const XmlNode& n) { return !n.is_text(); };
    const auto first = hollow ? children.begin() : std::find_if(children.begin(), children.end(), is_element);
    std::vector<XmlNode> later(std::make_move_iterator(first), std::make_move_iterator(children.end()));
    children.erase(first, children.end());
    for (XmlNode& n : later) siblings.push_back(std::move(n));
  }

  void StartTag() {
    size_t name_end = at_ + 1;
    while (name_end < source_.size() && IsNameChar(source_[name_end])) ++name_end;
    XmlNode node;
    std::tie(node.prefix, node.name) = SplitName(source_.substr(at_ + 1, name_end - at_ - 1));
    at_ = name_end;
    const size_t bound = bindings_.size();
    while (ReadAttribute(node)) {
    }
    const bool empty = At("/>") || (At("/") && at_ + 1 == source_.size());
    if (empty) ++at_;
    if (At(">")) {
      ++at_;
    } else {
      Malformed();  // '<' or the end inside of a tag: the tag ends there
    }
    node.space = Resolve(node.prefix);
    ++nodes_;
    if (open_.size() > kXmlDepthMax) {  // flattened: its text is the parent's
      bindings_.resize(bound);
      if (!empty) ++flattened_;
      return;
    }
    open_.push_back(std::move(node));
    if (empty) Pop();
  }

  // False at the tag's end, where `at_` is then.
  bool ReadAttribute(XmlNode& node) {
    const size_t begin = at_;
    while (at_ < source_.size() && IsSpace(source_[at_])) ++at_;
    if (at_ >= source_.size() || source_[at_] == '>' || source_[at_] == '<' || At("/>")) return false;
    if (!IsNameStart(source_[at_]) || begin == at_) Malformed();
    const size_t name = at_;
    while (at_ < source_.size() && !IsSpace(source_[at_]) &&
           std::string_view("=></").find(source_[at_]) == std::string_view::npos)
      ++at_;
    if (at_ == name) ++at_;  // a stray '=' or '/'
    const std::string_view whole = source_.substr(name, at_ - name);
    while (at_ < source_.size() && IsSpace(source_[at_])) ++at_;
    std::string_view value;
    if (At("=")) {
      ++at_;
      value = ReadValue();
    } else {
      Malformed();
    }
    if (node.attributes.size() >= kAttributesMax) return true;
    const auto [prefix, local] = SplitName(whole);
    if (!node.Attribute(local, prefix).empty()) Malformed();
    node.attributes.push_back({prefix, local, value});
    if (whole == "xmlns") Bind({}, value);
    if (prefix == "xmlns") Bind(local, value);
    return true;
  }

  std::string_view ReadValue() {
    while (at_ < source_.size() && IsSpace(source_[at_])) ++at_;
    if (at_ >= source_.size()) return {};
    const char quote = source_[at_];
    if (quote == '"' || quote == '\'') {
      const size_t end = source_.find(quote, at_ + 1);
      if (end != source_.npos) {
        const std::string_view raw = source_.substr(at_ + 1, end - at_ - 1);
        if (raw.find('<') != raw.npos) Malformed();
        at_ = end + 1;
        return Decode(raw, true);
      }
    }
    Malformed();
    const size_t begin = at_;
    while (at_ < source_.size() && !IsSpace(source_[at_]) && source_[at_] != '>') ++at_;
    return Decode(source_.substr(begin, at_ - begin), true);
  }

  void Bind(std::string_view prefix, std::string_view uri) {
    if (bindings_.size() < kNamespacesMax) bindings_.push_back({prefix, uri, open_.size()});
  }

  std::string_view Resolve(std::string_view prefix) {
    for (auto b = bindings_.rbegin(); b != bindings_.rend(); ++b) {
      if (b->prefix == prefix) return b->uri;
    }
    if (prefix == "xml") return kXmlUri;
    if (!prefix.empty()) Malformed();
    return {};
  }

  // A view into the source when nothing has to change, which is nearly always.
  std::string_view Decode(std::string_view raw, bool entities) {
    const auto needs_work = [&](char c) {
      return (c == '&' && entities) || c == '\xc2' || (uint8_t(c) < 0x20 && c != '\t' && c != '\n');
    };
    if (std::none_of(raw.begin(), raw.end(), needs_work)) return raw;
    std::string out;
    out.reserve(raw.size());
    for (size_t i = 0; i < raw.size();) {
      if (raw[i] == '&' && entities) {
        i += Reference(raw.substr(i), out);
      } else {
        i += Character(raw.substr(i), out);
      }
    }
    return document_.strings_.emplace_back(std::move(out));
  }

  // One character: line ends become '\n', C1 controls windows-1252, other controls vanish.
  size_t Character(std::string_view s, std::string& out) {
    const char c = s[0];
    if (c == '\r') {
      out += '\n';
      return s.size() > 1 && s[1] == '\n' ? 2 : 1;
    }
    if (c == '\xc2' && s.size() > 1 && uint8_t(s[1]) < 0xa0) {
      std::string number = std::to_string(uint8_t(s[1]));
      number.insert(number.begin(), '#');
      out += ResolveHtmlEntity(number);
      return 2;
    }
    if (uint8_t(c) < 0x20 && c != '\t' && c != '\n') {
      Malformed();
    } else {
      out += c;
    }
    return 1;
  }

  // At '&'. What is no reference is text.
  size_t Reference(std::string_view s, std::string& out) {
    const size_t end = s.substr(0, kEntityNameBytesMax).find(';');
    const std::string_view name = end == s.npos ? std::string_view() : s.substr(1, end - 1);
    for (const auto& [declared, value] : entities_) {
      if (declared != name || (expanded_ += value.size()) > kExpansionBytesMax) continue;
      out += value;
      return end + 1;
    }
    const std::string text = name.empty() ? std::string() : ResolveHtmlEntity(name);
    constexpr std::string_view kXmlNames[] = {"amp", "lt", "gt", "quot", "apos"};
    const bool xml = !text.empty() && (name[0] == '#' || std::find(std::begin(kXmlNames), std::end(kXmlNames), name) !=
                                                             std::end(kXmlNames));
    if (!xml) Malformed();
    if (text.empty()) {
      out += '&';
      return 1;
    }
    out += text;
    return end + 1;
  }

  struct Binding {
    std::string_view prefix, uri;
    size_t depth;  // of open_ below the element that declares it
  };

  XmlDocument& document_;
  std::string_view source_;
  size_t at_ = 0;
  size_t nodes_ = 0;
  size_t flattened_ = 0;  // elements open below the depth limit
  size_t expanded_ = 0;
  std::vector<XmlNode> open_;  // [0] stands for the document
  std::vector<Binding> bindings_;
  std::vector<std::pair<std::string_view, std::string>> entities_;
};

XmlDocument::XmlDocument(std::string utf8) {
  strings_.push_back(std::move(utf8));
  XmlReader(*this).Run();
}

std::string_view XmlNode::Attribute(std::string_view wanted, std::string_view wanted_prefix) const {
  for (const XmlAttribute& a : attributes) {
    if (a.name == wanted && a.prefix == wanted_prefix) return a.value;
  }
  return {};
}

const XmlNode* XmlNode::Child(std::string_view wanted) const {
  const auto at = std::find_if(children.begin(), children.end(), [&](const XmlNode& n) { return n.name == wanted; });
  return at == children.end() || wanted.empty() ? nullptr : &*at;
}

std::string XmlNode::Text() const {
  if (is_text()) return std::string(text);
  if (children.size() == 1 && children[0].is_text()) return std::string(children[0].text);
  std::string out;
  for (const XmlNode& child : children) out += child.Text();
  return out;
}

}  // namespace tocsin
