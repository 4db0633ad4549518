#include "ingest/extract/shown_dates.h"

#include <algorithm>
#include <iterator>

#include "ingest/extract/boilerplate.h"

namespace tocsin {
namespace {

constexpr size_t kBlocksAbove = 4, kBlocksBelow = 30;
constexpr size_t kLineBytesMax = 160;
constexpr size_t kParagraphBytesMin = 250;
constexpr size_t kParagraphsMax = 2;
constexpr size_t kShownMax = 12;

template <size_t n>
bool HoldsOneOf(std::string_view text, const std::string_view (&list)[n]) {
  return std::any_of(std::begin(list), std::end(list),
                     [&](std::string_view s) { return text.find(s) != std::string_view::npos; });
}

}  // namespace

size_t FindHeadline(const Blocks& blocks, std::string_view title) {
  const size_t none = blocks.list.size();
  size_t first = none, second = none, same = none;
  for (size_t i = 0; i < none; ++i) {
    const Block& b = blocks.list[i];
    const bool says = !title.empty() && blocks.TextOf(b) == title;
    if (says && b.level == 1) return i;
    if (says && same == none) same = i;
    if (b.level == 1 && first == none) first = i;
    if (b.level == 2 && second == none) second = i;
  }
  return same < none ? same : first < none ? first : second;
}

DateLabel LabelOfDate(std::string_view words) {
  static constexpr std::string_view kModified[] = {
      "updated",    "modified",   "last edited", "last change", "revised",     "aktualisiert", "geändert",
      "änderung",   "mis à jour", "mise à jour", "modifié",     "actualizado", "atualizado",   "aggiornato",
      "ultimo agg", "gewijzigd",  "bijgewerkt",  "更新",        "修改"};
  static constexpr std::string_view kOther[] = {
      "review", "last active", "fact check", "accessed", "expires",  "deadline",   "joined",
      "next ",  "events",      "event-",     "event_",   "hours",    "geprüft",    "abgerufen",
      "offer",  "redeem",      "until",      "termin",   "register", "open today", "webinar"};
  static constexpr std::string_view kPublished[] = {"publish",   "posted",     "veröffentlicht", "erschienen", "publié",
                                                    "publicado", "pubblicato", "发布",           "发表"};
  std::string buffer;
  const std::string_view lower = LowerInto(words, buffer);
  if (HoldsOneOf(lower, kModified)) return DateLabel::kModified;
  if (HoldsOneOf(lower, kOther)) return DateLabel::kOther;
  return HoldsOneOf(lower, kPublished) ? DateLabel::kPublished : DateLabel::kNone;
}

std::vector<ShownDate> FindShownDates(const PageView& view, size_t heading, DayOrder order,
                                      const std::vector<bool>& foreign) {
  std::vector<ShownDate> shown;
  const Blocks& blocks = view.blocks();
  const HtmlTree& tree = view.tree;
  if (heading == blocks.list.size()) return shown;
  const size_t first = heading >= kBlocksAbove ? heading - kBlocksAbove : 0;
  const size_t last = std::min(heading + kBlocksBelow, blocks.list.size());
  size_t paragraphs = 0;
  std::string label;
  std::vector<DateInText> dates;
  for (size_t i = first; i < last && shown.size() < kShownMax && paragraphs < kParagraphsMax; ++i) {
    const Block& b = blocks.list[i];
    const std::string_view text = blocks.TextOf(b);
    if (i > heading && text.size() >= kParagraphBytesMin && b.link_bytes * 2 < text.size()) ++paragraphs;
    if (paragraphs > 0 && b.level > 0 && b.level <= 2) break;
    if (text.size() > kLineBytesMax || i == heading || text.ends_with(':') || IsDateRange(text, order)) continue;
    FindDates(text, order, dates);
    size_t from = 0;  // what is said of the next date begins behind the one before
    for (size_t k = 0; k < dates.size(); ++k) {
      label.clear();
      if (k == 0) {
        for (const uint32_t at : {b.node, tree.nodes[b.node].parent})
          label.append(tree.Raw(at, Attr::kClass).substr(0, 100))
              .append(" ")
              .append(tree.Raw(at, Attr::kItemprop))
              .append(" ");
        const std::string_view before = i > 0 ? blocks.TextOf(blocks.list[i - 1]) : std::string_view();
        if (before.size() < 30 && dates[k].begin < 3) label.append(before).append(" ");
      }
      label.append(text.substr(from, dates[k].begin - from));
      from = dates[k].begin;
      const DateLabel says = LabelOfDate(label);
      const bool labelled = says == DateLabel::kPublished || says == DateLabel::kModified;
      if (!foreign[b.node] || labelled) shown.push_back({dates[k].at, says, std::string(text)});
    }
  }
  return shown;
}

}  // namespace tocsin
