#include "ingest/extract/titles.h"

#include <algorithm>

#include "ingest/base/limits.h"
#include "ingest/extract/boilerplate.h"

namespace tocsin {
namespace {

// Letters and digits only, lower case: "The Verge" and "theverge.com" share "theverge".
std::string Squeeze(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if ((c >= '0' && c <= '9') || uint8_t(c) >= 0x80) out.push_back(c);
    if ((c | 0x20) >= 'a' && (c | 0x20) <= 'z') out.push_back(char(c | 0x20));
  }
  return out;
}

bool IsSite(std::string_view part, std::string_view site, std::string_view host) {
  const std::string squeezed = Squeeze(part), name = Squeeze(site), address = Squeeze(host);
  if (squeezed.empty()) return true;
  if (!name.empty() && (squeezed == name || name.starts_with(squeezed) || squeezed.starts_with(name))) return true;
  return squeezed.size() >= 3 && address.find(squeezed) != std::string::npos;
}

constexpr std::string_view kSeparators[] = {" | ", " - ", " – ", " — ", " :: ", " · ", " • ", " » ", " « ", "_", "｜", " / ", " // ", "|", "-"};

std::string FirstHeading(const HtmlTree& tree) {
  std::string found;
  int count = 0;
  for (uint32_t i = 1; i < tree.nodes.size(); ++i) {
    if (tree.nodes[i].tag != Tag::kH1) continue;
    std::string text = tree.TextOf(i);
    if (text.empty()) continue;
    if (++count == 1) found = std::move(text);
  }
  return found;
}

std::string TitleElement(const HtmlTree& tree) {
  for (uint32_t i = 1; i < tree.nodes.size(); ++i) {
    if (tree.nodes[i].tag == Tag::kTitle) return tree.TextOf(i);
  }
  return {};
}

}  // namespace

std::string WithoutSite(std::string_view title, std::string_view site, std::string_view host) {
  for (bool again = true; again;) {
    again = false;
    for (const std::string_view separator : kSeparators) {
      const size_t at = title.rfind(separator);
      if (at == std::string_view::npos || at == 0) continue;
      if (!IsSite(title.substr(at + separator.size()), site, host)) continue;
      title = title.substr(0, at);
      again = true;
      break;
    }
  }
  return std::string(title);
}

std::string ChooseTitle(const DeclaredTitles& declared, const HtmlTree& tree, std::string_view site, std::string_view host) {
  const std::string heading = FirstHeading(tree), element = TitleElement(tree);
  std::string title;
  for (const std::string& candidate : {declared.json_ld, declared.meta, element}) {
    if (title.empty()) title = WithoutSite(candidate, site, host);
  }
  if (!heading.empty() && heading.size() > 8) {
    const std::string h = Squeeze(heading);
    for (const std::string& candidate : {declared.json_ld, declared.meta, element}) {
      if (Squeeze(candidate).find(h) != std::string::npos) title = heading;
    }
  }
  if (title.empty()) title = heading;
  if (title.size() > kTitleBytesMax) title.clear();
  return title;
}

}  // namespace tocsin
