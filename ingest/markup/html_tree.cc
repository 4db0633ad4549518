#include "ingest/markup/html_tree.h"

#include <array>

#include "ingest/base/limits.h"
#include "ingest/markup/html_entities.h"
#include "ingest/markup/html_tokens.h"

namespace tocsin {
namespace {

bool IsCell(Tag tag) { return tag == Tag::kTd || tag == Tag::kTh || tag == Tag::kCaption; }
bool IsTablePart(Tag tag) {
  return IsCell(tag) || tag == Tag::kTr || tag == Tag::kTbody || tag == Tag::kThead || tag == Tag::kTfoot;
}

class TreeBuilder {
 public:
  explicit TreeBuilder(std::string_view html) : tokens_(html) {
    tree_.nodes.reserve(html.size() / 32 + 16);
    tree_.nodes.push_back({});
    open_.push_back(0);
  }

  HtmlTree Build() {
    for (HtmlPiece token = tokens_.Next(); token.kind != HtmlPiece::Kind::kDone; token = tokens_.Next()) {
      if (token.kind == HtmlPiece::Kind::kText) AddText(token.text);
      if (token.kind == HtmlPiece::Kind::kStart) Start(token);
      if (token.kind == HtmlPiece::Kind::kEnd) End(token.tag);
      if (tree_.nodes.size() >= kHtmlNodesMax) {
        tree_.truncated = true;
        break;
      }
    }
    PopTo(0);
    tree_.nodes[0].end = uint32_t(tree_.nodes.size());
    return std::move(tree_);
  }

 private:
  Tag TagAt(size_t level) const { return tree_.nodes[open_[level]].tag; }
  uint16_t& OpenCount(Tag tag) { return open_count_[size_t(tag)]; }

  uint32_t Add(Tag tag) {
    const auto index = uint32_t(tree_.nodes.size());
    HtmlNode node;
    node.parent = open_.back();
    node.end = index + 1;
    node.attributes = uint32_t(tree_.attributes.size());
    node.tag = tag;
    node.depth = uint16_t(open_.size());
    tree_.nodes.push_back(node);
    return index;
  }

  void AddText(std::string_view text) { tree_.nodes[Add(Tag::kText)].text = text; }

  // Closes everything above `level`.
  void PopTo(size_t level) {
    while (open_.size() > level + 1) {
      HtmlNode& node = tree_.nodes[open_.back()];
      node.end = uint32_t(tree_.nodes.size());
      --OpenCount(node.tag);
      open_.pop_back();
    }
  }

  // The innermost open `tag`, unless an element for which `fence` holds lies inside it; 0 when there is none.
  template <class Fence>
  size_t Find(Tag tag, Fence fence) {
    if (OpenCount(tag) == 0) return 0;
    for (size_t level = open_.size() - 1; level > 0; --level) {
      if (TagAt(level) == tag) return level;
      if (fence(TagAt(level))) return 0;
    }
    return 0;
  }

  template <class Fence>
  void Close(Tag tag, Fence fence) {
    if (const size_t level = Find(tag, fence); level > 0) PopTo(level - 1);
  }

  // End tags that authors leave out.
  void CloseImplied(Tag tag) {
    const auto cell = [](Tag t) { return IsCell(t) || t == Tag::kTable || t == Tag::kButton; };
    const auto table = [](Tag t) { return t == Tag::kTable; };
    if (ClosesParagraph(tag)) Close(Tag::kP, cell);
    switch (tag) {
      case Tag::kLi:
        Close(tag, [](Tag t) { return t == Tag::kUl || t == Tag::kOl || t == Tag::kMenu || IsCell(t); });
        break;
      case Tag::kDd:
      case Tag::kDt:
        for (const Tag t : {Tag::kDd, Tag::kDt}) Close(t, [](Tag f) { return f == Tag::kDl || IsCell(f); });
        break;
      case Tag::kTd:
      case Tag::kTh:
        for (const Tag t : {Tag::kTd, Tag::kTh}) Close(t, table);
        break;
      case Tag::kTr: Close(tag, table); break;
      case Tag::kTbody:
      case Tag::kThead:
      case Tag::kTfoot:
        for (const Tag t : {Tag::kTbody, Tag::kThead, Tag::kTfoot}) Close(t, table);
        break;
      case Tag::kOption:
      case Tag::kOptgroup: Close(Tag::kOption, [](Tag t) { return t == Tag::kSelect; }); break;
      case Tag::kA: Close(tag, IsBlock); break;
      default:
        if (IsHeading(tag) && IsHeading(TagAt(open_.size() - 1))) PopTo(open_.size() - 2);
    }
  }

  // Pages leave out "</head>" and "<body>": what cannot be in a head ends it.
  void CloseHead(Tag tag) {
    if (OpenCount(Tag::kHead) == 0 || OpenCount(Tag::kNoscript) > 0 || OpenCount(Tag::kTemplate) > 0) return;
    switch (tag) {
      case Tag::kOther:
      case Tag::kHead:
      case Tag::kMeta:
      case Tag::kLink:
      case Tag::kBase:
      case Tag::kScript:
      case Tag::kStyle:
      case Tag::kTitle:
      case Tag::kNoscript:
      case Tag::kTemplate:
      case Tag::kObject: return;
      default: Close(Tag::kHead, [](Tag) { return false; });
    }
  }

  void Start(const HtmlPiece& token) {
    const Tag tag = token.tag;
    CloseHead(tag);
    if ((tag == Tag::kHtml || tag == Tag::kBody) && OpenCount(tag) > 0) return;
    if (TakeRawContent(token)) return;
    CloseImplied(tag);
    const uint32_t index = Add(tag);
    AddAttributes(index, token.text);
    const bool leaf = IsVoid(tag) || (token.self_closing && tag == Tag::kOther);
    if (leaf || open_.size() >= kHtmlDepthMax) return;
    open_.push_back(index);
    ++OpenCount(tag);
  }

  void AddAttributes(uint32_t index, std::string_view text) {
    if (tree_.attributes.size() >= kHtmlAttributesMax) return;
    CutAttributes(text, tree_.attributes);
    tree_.nodes[index].attribute_count = uint8_t(tree_.attributes.size() - tree_.nodes[index].attributes);
  }

  // Elements that hold no markup; only JSON-LD and the title are kept.
  bool TakeRawContent(const HtmlPiece& token) {
    switch (token.tag) {
      case Tag::kScript: {
        const std::string_view content = tokens_.TakeRaw("script");
        if (token.text.find("ld+json") == std::string_view::npos) return true;
        const uint32_t index = Add(Tag::kScript);
        AddAttributes(index, token.text);
        tree_.nodes[index].text = content;
        return true;
      }
      case Tag::kStyle: tokens_.TakeRaw("style"); return true;
      case Tag::kIframe: tokens_.TakeRaw("iframe"); return true;
      case Tag::kNoframes: tokens_.TakeRaw("noframes"); return true;
      case Tag::kTextarea: tokens_.TakeRaw("textarea"); return true;
      case Tag::kTitle: return AddTitle(tokens_.TakeRaw("title"));
      case Tag::kSvg: return token.self_closing || tokens_.SkipPast("svg");
      default: return false;
    }
  }

  bool AddTitle(std::string_view content) {
    const uint32_t title = Add(Tag::kTitle);
    AddText(content);
    tree_.nodes[title + 1].parent = title;
    tree_.nodes[title].end = title + 2;
    return true;
  }

  void End(Tag tag) {
    if (tag == Tag::kBody || tag == Tag::kHtml || tag == Tag::kOther) return EndOther(tag);
    if (tag == Tag::kBr) {  // "</br>" is read as "<br>" by all browsers
      Add(Tag::kBr);
      return;
    }
    if (tag == Tag::kTable) return Close(tag, [](Tag) { return false; });
    if (IsTablePart(tag)) return Close(tag, [](Tag t) { return t == Tag::kTable; });
    if (IsHeading(tag)) return EndHeading();
    if (tag == Tag::kLi) return Close(tag, [](Tag t) { return t == Tag::kUl || t == Tag::kOl || IsCell(t); });
    if (IsBlock(tag)) return Close(tag, [](Tag t) { return IsCell(t) || t == Tag::kTable; });
    Close(tag, IsBlock);
  }

  // Unknown elements share one kind, so their end tags can only close the innermost one.
  void EndOther(Tag tag) {
    if (tag == Tag::kOther) Close(tag, [](Tag) { return true; });
  }

  void EndHeading() {
    for (size_t level = open_.size() - 1; level > 0; --level) {
      if (IsHeading(TagAt(level))) return PopTo(level - 1);
      if (IsBlock(TagAt(level))) return;
    }
  }

  HtmlTokenizer tokens_;
  HtmlTree tree_;
  std::vector<uint32_t> open_;              // from the root to where text goes now
  std::array<uint16_t, 256> open_count_{};  // by tag, how many of open_
};

}  // namespace

HtmlTree ParseHtml(std::string_view html) { return TreeBuilder(html).Build(); }

std::string_view HtmlTree::Raw(uint32_t node, Attr name) const {
  const HtmlNode& n = nodes[node];
  for (uint32_t i = n.attributes; i < n.attributes + n.attribute_count; ++i) {
    if (attributes[i].name == name) return attributes[i].raw;
  }
  return {};
}

bool HtmlTree::Has(uint32_t node, Attr name) const {
  const HtmlNode& n = nodes[node];
  for (uint32_t i = n.attributes; i < n.attributes + n.attribute_count; ++i) {
    if (attributes[i].name == name) return true;
  }
  return false;
}

std::string HtmlTree::Value(uint32_t node, Attr name) const {
  std::string out;
  AppendCollapsed(Unescape(Raw(node, name)), out);
  if (out.ends_with(' ')) out.pop_back();
  return out;
}

std::string HtmlTree::TextOf(uint32_t node) const {
  std::string out;
  for (uint32_t i = node; i < nodes[node].end; ++i) {
    if (nodes[i].tag == Tag::kText) AppendCollapsed(Unescape(nodes[i].text), out);
    if (nodes[i].tag == Tag::kBr || (IsBlock(nodes[i].tag) && i != node)) AppendCollapsed(" ", out);
  }
  if (out.ends_with(' ')) out.pop_back();
  return out;
}

}  // namespace tocsin
