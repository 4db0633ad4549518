// HTML as a sequence of tags and text: for snippets in feeds and for finding links, where no tree is needed.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace tocsin {

struct HtmlToken {
  enum class Kind : uint8_t { kText, kStart, kEnd };
  Kind kind = Kind::kText;
  std::string_view text;  // as written: the run of text (entities unresolved), or the whole tag
  std::string name;       // of a tag, lower case
  std::vector<std::pair<std::string, std::string>> attributes;  // names in lower case, values with entities resolved

  std::string_view Attribute(std::string_view wanted) const;  // "" when absent
};

// Tokens in order; comments, declarations and the contents of <script> and <style> are left out. Any bytes; linear.
class HtmlTagReader {
 public:
  explicit HtmlTagReader(std::string_view html) : html_(html) {}
  bool Next(HtmlToken& token);  // false at the end

 private:
  bool TagAhead() const;
  bool SkipMarkup();
  void ReadTag(HtmlToken& token);
  bool ReadAttribute(HtmlToken& token);
  void SkipRawText(std::string_view name);

  std::string_view html_;
  size_t at_ = 0;
  bool no_comment_ends_ = false;  // no "-->" from here on: not looked for again
};

// Replaces HTML's entities, known ones only; the ';' may be missing after a number and after the five of XML.
std::string ResolveHtmlEntities(std::string_view text);

}  // namespace tocsin
