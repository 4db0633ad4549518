// Foreign XML, read whole into a tree, well-formed or not.
//
// Feeds are written by templates, so broken ones are common and must be read as well as possible: a bare '&' or '<'
// is text, HTML's named entities are known, an end tag closes what it names, the end of the file closes all. A parser
// that stops at the first error would lose the feed; two parsers, a strict and a lax one, would disagree about the
// rest. So there is one, which reads everything and says whether the XML specification would have.
#pragma once

#include <deque>
#include <string>
#include <string_view>
#include <vector>

namespace tocsin {

struct XmlAttribute {
  std::string_view prefix, name;  // "xml", "lang"
  std::string_view value;         // entities replaced
};

// An element, or a run of text (then `name` is empty). Views point into the document.
struct XmlNode {
  std::string_view prefix, name;
  std::string_view space;  // namespace URI; "" without one, or for an undeclared prefix
  std::string_view text;   // of a run of text: entities replaced, C1 controls read as windows-1252
  std::vector<XmlAttribute> attributes;
  std::vector<XmlNode> children;
  bool cut = false;  // the document ended inside: its text may be a part

  bool is_text() const { return name.empty(); }
  // The value of the attribute, without or with this prefix; "" when absent.
  std::string_view Attribute(std::string_view wanted, std::string_view wanted_prefix = {}) const;
  const XmlNode* Child(std::string_view wanted) const;  // the first one with this local name
  std::string Text() const;                             // of the element and all below it
};

// At most kXmlNodesMax nodes, kXmlDepthMax deep: deeper elements are read as their text, what follows the last node is
// left out. Entities declared in the document are replaced, once and within bounds; external ones are never fetched.
// Linear in text.size().
class XmlDocument {
 public:
  explicit XmlDocument(std::string utf8);
  XmlDocument(XmlDocument&&) = default;

  const XmlNode* root() const { return root_.children.empty() ? nullptr : &root_.children.back(); }
  bool wellformed() const { return wellformed_; }
  const std::string& doctype() const { return doctype_; }  // the public identifier and what stands around it; or ""

 private:
  friend class XmlReader;
  std::deque<std::string> strings_;  // the source, then everything that had to be changed; addresses are stable
  std::string doctype_;
  XmlNode root_;  // holds the root element
  bool wellformed_ = true;
};

// UTF-8 of what stands between '&' and ';', by HTML's names and numbers ("eacute", "#38", "#x26"); "" when unknown.
std::string ResolveHtmlEntity(std::string_view name);

// Appends `text` with & < > (and " when `quote`) as entities.
void AppendEscaped(std::string_view text, bool quote, std::string& out);

}  // namespace tocsin
