// Cuts HTML into tags and text, as the standard's tokenizer does where pages need it. One pass, no allocation.
#pragma once

#include <string_view>

#include "ingest/markup/html_names.h"
#include "ingest/markup/html_tree.h"

namespace tocsin {

struct HtmlPiece {
  enum class Kind : uint8_t { kText, kStart, kEnd, kDone };
  Kind kind = Kind::kDone;
  Tag tag = Tag::kOther;
  bool self_closing = false;
  std::string_view text;  // of kText: as written; of a start tag: its attributes, not yet cut
};

class HtmlTokenizer {
 public:
  explicit HtmlTokenizer(std::string_view html) : html_(html) {}

  // Comments, doctypes and processing instructions are skipped.
  HtmlPiece Next();

  // To be called after the start tag of an element whose content is no markup: what stands before its end tag, and
  // moves past that tag; to the end of the page when it is never closed.
  std::string_view TakeRaw(std::string_view end_tag);

  // Moves past the next `end_tag`, if there is one.
  bool SkipPast(std::string_view end_tag);

 private:
  HtmlPiece ReadTag(HtmlPiece::Kind kind);
  void SkipMarkup();
  size_t FindEndTag(std::string_view name) const;

  std::string_view html_;
  size_t at_ = 0;
  bool svg_unclosed_ = false;  // no end tag lies ahead: asked once, so that many open ones stay linear
};

// Cuts the attributes of a start tag; unknown names are left out, and of a name that comes twice the first counts.
void CutAttributes(std::string_view text, std::vector<HtmlAttribute>& out);

}  // namespace tocsin
