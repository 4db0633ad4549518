#include "ingest/extract/blocks.h"

#include "ingest/markup/html_entities.h"

namespace tocsin {
namespace {

constexpr uint32_t kHeadingBytesMax = 250;  // more under a heading's tag is text that its author wanted large

bool IsNeverText(Tag tag) {
  switch (tag) {
    case Tag::kHead:
    case Tag::kTitle:
    case Tag::kScript:
    case Tag::kStyle:
    case Tag::kTemplate:
    case Tag::kNoscript:
    case Tag::kSelect:
    case Tag::kButton:
    case Tag::kObject:
    case Tag::kVideo:
    case Tag::kAudio:
    case Tag::kCanvas:
    case Tag::kSvg:
    case Tag::kMath:
    case Tag::kXmp: return true;
    default: return false;
  }
}

bool EndsSentence(std::string_view text) {
  static constexpr std::string_view kEnds[] = {".", "!", "?", ":", "\"", ";", "”", "。", "！", "？", "：", "」", "；"};
  for (const std::string_view end : kEnds) {
    if (text.ends_with(end)) return true;
  }
  return false;
}

class Cutter {
 public:
  Cutter(const HtmlTree& tree, const std::vector<bool>& dropped, bool noscript)
      : tree_(tree), dropped_(dropped), noscript_(noscript) {}

  Blocks Cut() {
    for (uint32_t i = 0; i < tree_.nodes.size();) {
      Leave(i);
      const HtmlNode& node = tree_.nodes[i];
      if (dropped_[i] || (IsNeverText(node.tag) && !(noscript_ && node.tag == Tag::kNoscript))) {
        if (IsBlock(node.tag)) Flush();
        i = node.end;
        continue;
      }
      Enter(i);
      ++i;
    }
    Flush();
    return std::move(out_);
  }

 private:
  struct Open {
    uint32_t node, end;
    Tag tag;
  };

  void Leave(uint32_t at) {
    while (!open_.empty() && open_.back().end <= at) {
      const Tag tag = open_.back().tag;
      if (IsBlock(tag)) Flush();
      links_ -= tag == Tag::kA ? 1 : 0;
      strongs_ -= tag == Tag::kB || tag == Tag::kStrong ? 1 : 0;
      open_.pop_back();
    }
  }

  void Enter(uint32_t i) {
    const HtmlNode& node = tree_.nodes[i];
    if (node.tag == Tag::kText) return AddText(node.text);
    if (node.tag == Tag::kBr) return Break();
    if (IsBlock(node.tag)) Flush();
    if (node.end == i + 1) return;
    open_.push_back({i, node.end, node.tag});
    links_ += node.tag == Tag::kA ? 1 : 0;
    strongs_ += node.tag == Tag::kB || node.tag == Tag::kStrong ? 1 : 0;
  }

  void AddText(std::string_view raw) {
    if (breaks_ > 0 && raw.find_first_not_of(" \t\r\n") != std::string_view::npos) {
      const bool indented = raw.find("\xE3\x80\x80") < 4 || EndsSentence(paragraph_);
      if (breaks_ > 1 || indented) Flush();
      breaks_ = 0;
    }
    const size_t from = paragraph_.size();
    if (raw.find('&') == std::string_view::npos) {
      AppendCollapsed(raw, paragraph_);
    } else {
      scratch_.clear();
      AppendUnescaped(raw, scratch_);
      AppendCollapsed(scratch_, paragraph_);
    }
    const auto added = uint32_t(paragraph_.size() - from);
    if (links_ > 0) link_bytes_ += added;
    if (strongs_ > 0) strong_bytes_ += added;
  }

  void Break() {
    if (paragraph_.empty()) return;
    ++breaks_;
    AppendCollapsed(" ", paragraph_);
    if (breaks_ > 1) Flush();
  }

  void Flush() {
    breaks_ = 0;
    if (paragraph_.ends_with(' ')) paragraph_.pop_back();
    if (!paragraph_.empty()) AddBlock();
    paragraph_.clear();
    link_bytes_ = strong_bytes_ = 0;
  }

  void AddBlock() {
    Block block{};
    block.begin = uint32_t(out_.text.size());
    out_.text += paragraph_;
    block.end = uint32_t(out_.text.size());
    block.link_bytes = link_bytes_;
    block.strong_bytes = strong_bytes_;
    SetPlace(block);
    out_.list.push_back(block);
  }

  // What kind of block the open elements make of it: the innermost that says something decides.
  void SetPlace(Block& block) const {
    block.kind = BlockKind::kPlain;
    bool decided = false, placed = false;
    for (size_t level = open_.size(); level > 0 && !decided; --level) {
      const Open& o = open_[level - 1];
      if (!placed && IsBlock(o.tag)) {
        block.node = o.node;
        placed = true;
        if (o.tag == Tag::kP || o.tag == Tag::kPre) block.kind = BlockKind::kParagraph;
      }
      decided = Decide(o, block);
    }
  }

  static bool Decide(const Open& o, Block& block) {
    if (IsHeading(o.tag)) {
      if (block.kind == BlockKind::kParagraph || block.end - block.begin > kHeadingBytesMax) return true;
      block.kind = BlockKind::kHeading;
      block.level = uint8_t(unsigned(o.tag) - unsigned(Tag::kH1) + 1);
      return true;
    }
    switch (o.tag) {
      case Tag::kLi:
      case Tag::kDd:
      case Tag::kDt: block.kind = BlockKind::kItem; return true;
      case Tag::kBlockquote: block.kind = BlockKind::kQuote; return true;
      case Tag::kTr:
        block.row = o.node;
        if (block.kind == BlockKind::kPlain) block.kind = BlockKind::kRow;
        return true;
      default: return false;
    }
  }

  const HtmlTree& tree_;
  const std::vector<bool>& dropped_;
  const bool noscript_;
  Blocks out_;
  std::vector<Open> open_;
  std::string paragraph_, scratch_;
  int links_ = 0, strongs_ = 0, breaks_ = 0;
  uint32_t link_bytes_ = 0, strong_bytes_ = 0;
};

}  // namespace

Blocks CutBlocks(const HtmlTree& tree, const std::vector<bool>& dropped, bool noscript) {
  return Cutter(tree, dropped, noscript).Cut();
}

std::string_view Excerpt(std::string_view text, size_t bytes_max) {
  if (text.size() <= bytes_max) return text;
  while (bytes_max > 0 && (uint8_t(text[bytes_max]) & 0xC0) == 0x80) --bytes_max;
  return text.substr(0, bytes_max);
}

}  // namespace tocsin
