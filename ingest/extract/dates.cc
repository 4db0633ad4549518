#include <algorithm>

#include "ingest/extract/blocks.h"
#include "ingest/extract/boilerplate.h"
#include "ingest/extract/cues.h"
#include "ingest/extract/date_in_text.h"
#include "ingest/extract/metadata.h"

// Publication dates, from the places where a page may hide them. Pages contradict themselves: the meta tag may say last
// edited, a sidebar holds the dates of other articles, the text speaks of other days. So the places have an order, the
// first that gives a possible date wins, and when none does the page has no date.

namespace tocsin {
namespace {

constexpr size_t kNoteBytesMax = 80;
constexpr CivilDay kEarliest{1990, 1, 1};  // no page of the web is older
constexpr CivilDay kLatest{2100, 1, 1};

bool IsPossible(const Timestamp& t) { return t.known() && t.at >= StartOf(kEarliest) && t.at < StartOf(kLatest); }

bool IsOneOf(std::string_view name, std::initializer_list<std::string_view> names) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

bool IsPublishedName(std::string_view n) {
  return IsOneOf(n, {"article:published_time",
                     "og:published_time",
                     "article:published",
                     "og:article:published_time",
                     "rnews:datepublished",
                     "datepublished",
                     "date",
                     "pubdate",
                     "publishdate",
                     "publish_date",
                     "publish-date",
                     "publication_date",
                     "publication-date",
                     "published",
                     "published_at",
                     "published-date",
                     "article_date_original",
                     "article.published",
                     "dc.date",
                     "dc.date.issued",
                     "dc.date.created",
                     "dcterms.created",
                     "dcterms.date",
                     "dcterms.issued",
                     "dcterms.available",
                     "citation_publication_date",
                     "citation_date",
                     "citation_online_date",
                     "sailthru.date",
                     "parsely-pub-date",
                     "cxenseparse:recs:publishtime",
                     "cxenseparse:publishtime",
                     "bt:pubdate",
                     "date.issued",
                     "date.created",
                     "article.created",
                     "originalpublicationdate",
                     "release_date",
                     "pubtime",
                     "publishtime",
                     "displaydate",
                     "article:post_date",
                     "creation_date",
                     "last-publication-date",
                     "video:release_date",
                     "datecreated"});
}

bool IsModifiedName(std::string_view n) {
  return IsOneOf(n, {"article:modified_time", "og:updated_time", "datemodified", "last-modified", "dcterms.modified",
                     "dc.date.modified", "lastmod", "updated", "article:modified"});
}

// The offset at the end of an ISO date-time, seconds east of UTC; 0 without one.
int ZoneOf(std::string_view text) {
  while (text.ends_with(' ')) text.remove_suffix(1);
  const size_t sign = text.find_last_of("+-");
  if (sign == std::string_view::npos || sign < 16 || text.size() - sign > 6) return 0;
  int digits = 0, value = 0;
  for (const char c : text.substr(sign + 1)) {
    if (c == ':') continue;
    if (c < '0' || c > '9') return 0;
    value = value * 10 + (c - '0');
    ++digits;
  }
  const int seconds = digits == 4 ? value / 100 * 3600 + value % 100 * 60 : digits == 2 ? value * 3600 : 0;
  return text[sign] == '-' ? -seconds : seconds;
}

// "Updated 5 May 2025", "Last reviewed: ...": what the page says of a day on which it was not published.
bool SaysModified(std::string_view text) {
  static constexpr std::string_view kWords[] = {"updated",    "modified",   "review",     "last active", "aktualisiert",
                                                "geändert",   "änderung",   "mis à jour", "mise à jour", "actualizado",
                                                "atualizado", "aggiornato", "更新"};
  std::string buffer;
  const std::string_view lower = LowerInto(text, buffer);
  return std::any_of(std::begin(kWords), std::end(kWords),
                     [&](std::string_view w) { return lower.find(w) != std::string_view::npos; });
}

bool SaysPublished(std::string_view text) {
  std::string buffer;
  const std::string_view lower = LowerInto(text, buffer);
  for (const std::string_view word : {"published", "posted", "veröffentlicht", "erschienen", "发布"}) {
    if (lower.find(word) != std::string_view::npos) return true;
  }
  return false;
}

// "12 May 2025 - 14 May 2025" is when something takes place.
bool IsRange(std::string_view text, DayOrder order) {
  for (const std::string_view dash : {" - ", " – ", " — ", " to ", " bis ", "至"}) {
    const size_t at = text.find(dash);
    if (at == std::string_view::npos || !FindDate(text.substr(0, at), order)) continue;
    const std::string_view rest = text.substr(at + dash.size(), 20);
    if (!rest.empty() && rest[0] >= '0' && rest[0] <= '9' && FindDate(rest, order)) return true;
  }
  return false;
}

// "First published in March 2022. Last updated on 5 May 2025" has the day of the revision only.
bool IsOfRevisionOnly(std::string_view text) {
  std::string buffer;
  const std::string_view lower = LowerInto(text, buffer);
  if (lower.find(" was last ") != std::string_view::npos) return true;
  const size_t published = lower.find("published in "), updated = lower.find("updated");
  return published != std::string_view::npos && updated != std::string_view::npos && published < updated;
}

class Finder {
 public:
  Finder(const PageView& view, PageReading& page)
      : view_(view), tree_(view.tree), page_(page), order_(DayOrderOf(page.language)) {}

  void Find(const JsonLdFacts& json_ld) {
    if (json_ld.article) Offer(json_ld.published, DateOrigin::kJsonLd);
    SetModified(json_ld.modified);
    for (uint32_t i = 1; i < tree_.nodes.size(); ++i) {
      if (tree_.nodes[i].tag == Tag::kMeta) ReadMeta(i);
    }
    if (!Found()) ReadMicrodata();
    if (!Found()) ReadTimes();
    if (!Found()) OfferTimestamp(FindDateInUrl(page_.canonical_url), DateOrigin::kUrl, page_.canonical_url);
    if (!Found()) ReadNamedElements();
    if (Found()) {
      TakeDayOfUrl();
      return TakeLocalMidnight();
    }
    const Blocks& blocks = view_.blocks();
    ReadHead(blocks);
    if (!Found()) ReadLabels(blocks);
    if (!Found()) ReadDatelines(blocks);
  }

 private:
  // A time told in UTC and an address with the day before or after: the address has the day where the page was
  // written, and with it the least offset that explains it.
  void TakeDayOfUrl() {
    constexpr int64_t kDay = 86'400, kOffsetMax = 14 * 3600;
    const auto day = FindDateInUrl(page_.canonical_url);
    const Timestamp& t = page_.published;
    if (!day || t.precision < Precision::kMinute || page_.published_zone_seconds != 0) return;
    const int64_t into = t.at.seconds - day->at.seconds;  // 0 .. kDay when both say the same day
    const int64_t late = (into - kDay) / 3600 + 1, early = (-into + 3599) / 3600;
    if (into >= kDay && late * 3600 <= kOffsetMax) page_.published_zone_seconds = int(-late * 3600);
    if (into < 0 && early * 3600 <= kOffsetMax) page_.published_zone_seconds = int(early * 3600);
  }

  // A day that was kept as the moment when it began where the page is written: "2025-02-02T16:00:00Z" is 3 February in
  // China, "2025-02-02T23:00:00Z" in central Europe.
  void TakeLocalMidnight() {
    const Timestamp& t = page_.published;
    if (t.precision < Precision::kMinute || page_.published_zone_seconds != 0 || t.at.seconds % 3600 != 0) return;
    const int64_t offset = 24 - t.at.seconds / 3600 % 24;
    const std::string language = page_.language.substr(0, 2);
    const bool central = IsOneOf(language, {"de", "fr", "it", "es", "nl", "pl", "cs", "da", "sv", "no", "nb", "hu"});
    if ((language == "zh" && offset == 8) || (IsOneOf(language, {"ja", "ko"}) && offset == 9) ||
        (central && (offset == 1 || offset == 2)))
      page_.published_zone_seconds = int(offset * 3600);
  }

  bool Found() const { return page_.published.known(); }

  void OfferTimestamp(const std::optional<Timestamp>& t, DateOrigin origin, std::string_view said = {}) {
    if (Found() || !t || !IsPossible(*t)) return;
    page_.published = *t;
    page_.published_origin = origin;
    page_.notes.push_back(std::string("date from ") + ToString(origin) +
                          (said.empty() ? "" : ": " + std::string(Excerpt(said, kNoteBytesMax))));
  }

  void OfferText(std::string_view line) {
    const auto date = FindDate(line, order_);
    if (date && !IsRange(line, order_) && !IsOfRevisionOnly(line)) OfferTimestamp(date, DateOrigin::kText, line);
  }

  void Offer(std::string_view text, DateOrigin origin) {
    if (text.empty() || Found()) return;
    OfferTimestamp(ParsePageDate(text, order_), origin, text);
    if (Found() && page_.published.precision >= Precision::kMinute) page_.published_zone_seconds = ZoneOf(text);
  }

  void SetModified(std::string_view text) {
    if (page_.modified.known() || text.empty()) return;
    if (const auto t = ParsePageDate(text, order_); t && IsPossible(*t)) page_.modified = *t;
  }

  void ReadMeta(uint32_t i) {
    std::string buffer;
    for (const Attr attr : {Attr::kProperty, Attr::kName, Attr::kItemprop}) {
      const std::string_view name = LowerInto(tree_.Raw(i, attr), buffer);
      if (name.empty()) continue;
      if (IsPublishedName(name))
        Offer(tree_.Value(i, Attr::kContent), attr == Attr::kItemprop ? DateOrigin::kMicrodata : DateOrigin::kMeta);
      if (IsModifiedName(name)) SetModified(tree_.Value(i, Attr::kContent));
    }
  }

  void ReadMicrodata() {
    for (uint32_t i = 1; i < tree_.nodes.size(); ++i) {
      const std::string_view prop = tree_.Raw(i, Attr::kItemprop);
      if (prop != "datePublished" && prop != "dateCreated" && prop != "published-date" && prop != "publishDate" &&
          prop != "pubdate")
        continue;
      const std::string value = tree_.Value(i, Attr::kDatetime);
      Offer(!value.empty()                 ? value
            : tree_.Has(i, Attr::kContent) ? tree_.Value(i, Attr::kContent)
                                           : ShortText(i),
            DateOrigin::kMicrodata);
    }
  }

  std::string ShortText(uint32_t i) const { return tree_.nodes[i].end - i > 20 ? std::string() : tree_.TextOf(i); }

  // Inside something that is not the article: comments, sidebars, lists of other articles.
  bool IsForeign(uint32_t i) {
    if (foreign_.empty()) FindForeign();
    return foreign_[tree_.nodes[i].parent];
  }

  void FindForeign() {
    foreign_.assign(tree_.nodes.size(), false);
    for (uint32_t i = 1; i < tree_.nodes.size(); ++i) {
      const HtmlNode& n = tree_.nodes[i];
      foreign_[i] = foreign_[n.parent];
      if (view_.cues[i] & (kCueComments | kCueJunk)) foreign_[i] = n.end - i < tree_.nodes.size() / 3;
      if (n.tag == Tag::kNav || n.tag == Tag::kAside || n.tag == Tag::kFooter) foreign_[i] = true;
      if (n.tag == Tag::kBody || n.tag == Tag::kHtml || n.tag == Tag::kMain) foreign_[i] = false;
    }
  }

  // What stands right before a date and may say of what it is the date; with its own and its parent's names.
  std::string LabelOf(uint32_t i) const {
    constexpr uint32_t kNodesBack = 8;
    const uint32_t parent = tree_.nodes[i].parent;
    std::string label(tree_.Raw(i, Attr::kItemprop));
    for (const uint32_t at : {i, parent}) label.append(" ").append(tree_.Raw(at, Attr::kClass).substr(0, 100));
    for (uint32_t at = i; at-- > 1 && i - at <= kNodesBack;) {
      if (tree_.nodes[at].tag != Tag::kText ||
          tree_.nodes[at].text.find_first_not_of(" \t\r\n") == std::string_view::npos)
        continue;
      const std::string_view text = tree_.nodes[at].text;
      label.append(" ").append(text.size() > 60 ? text.substr(text.size() - 60) : text);
      break;
    }
    return label;
  }

  void ReadTimes() {
    for (uint32_t i = 1; i < tree_.nodes.size() && !Found(); ++i) {
      if (tree_.nodes[i].tag != Tag::kTime || IsForeign(i)) continue;
      const std::string value = tree_.Value(i, Attr::kDatetime);
      if (SaysModified(LabelOf(i))) {
        SetModified(!value.empty() ? value : ShortText(i));
        continue;
      }
      Offer(!value.empty() ? value : ShortText(i), DateOrigin::kTimeElement);
      if (!Found()) Offer(ShortText(i), DateOrigin::kTimeElement);
    }
  }

  void ReadNamedElements() {
    for (uint32_t i = 1; i < tree_.nodes.size() && !Found(); ++i) {
      const bool named = view_.cues[i] & (kCueDate | kCueByline);
      if (!named || tree_.nodes[i].attribute_count == 0 || tree_.nodes[i].end - i > 20) continue;
      const std::string text = ShortText(i), label = LabelOf(i);
      if (SaysModified(label) || (IsForeign(i) && !SaysPublished(label))) continue;
      if (text.size() <= 120) OfferText(text);
    }
  }

  // The short lines around the headline: a dateline is one that says hardly more than a date.
  void ReadHead(const Blocks& blocks) {
    const size_t heading = FindHeadline(blocks);
    if (heading == blocks.list.size()) return;
    const size_t first = heading >= 3 ? heading - 3 : 0, last = std::min(heading + 12, blocks.list.size());
    for (size_t i = first; i < last && !Found(); ++i) {
      const std::string_view text = blocks.TextOf(blocks.list[i]);
      const std::string_view before = i > 0 ? blocks.TextOf(blocks.list[i - 1]) : std::string_view();
      if (before.size() < 30 && before.ends_with(':') && SaysModified(before)) continue;
      if (text.size() <= 80 && i != heading) OfferText(text);
      if (text.size() > 80) OfferTimestamp(FindDateline(text, order_), DateOrigin::kText, text);
    }
  }

  size_t FindHeadline(const Blocks& blocks) const {
    for (size_t i = 0; i < blocks.list.size() && !page_.title.empty(); ++i) {
      if (blocks.TextOf(blocks.list[i]) == page_.title) return i;
    }
    for (const int level : {1, 2}) {
      for (size_t i = 0; i < blocks.list.size(); ++i) {
        if (blocks.list[i].level == level) return i;
      }
    }
    return blocks.list.size();
  }

  // The first paragraphs may begin with place and date.
  void ReadDatelines(const Blocks& blocks) {
    constexpr size_t kParagraphsMax = 5;
    size_t seen = 0;
    for (const Block& b : blocks.list) {
      const std::string_view text = blocks.TextOf(b);
      if (Found() || seen == kParagraphsMax) return;
      if (text.size() < 120 || b.link_bytes * 4 > text.size() || b.kind == BlockKind::kItem) continue;
      ++seen;
      OfferTimestamp(FindDateline(text, order_), DateOrigin::kText, text);
    }
  }

  // "Published on 5 January 2025", wherever it stands.
  void ReadLabels(const Blocks& blocks) {
    static constexpr std::string_view kLabels[] = {"published",       "posted on",    "date:",
                                                   "first published", "release date", "veröffentlicht",
                                                   "erschienen am",   "datum:",       "pressemitteilung vom",
                                                   "meldung vom",     "artikel vom",  "publié le",
                                                   "publicado",       "pubblicato",   "发布时间",
                                                   "发布日期",        "时间：",       "日期：",
                                                   "发表于"};
    std::string buffer;
    for (const Block& block : blocks.list) {
      const std::string_view text = blocks.TextOf(block).substr(0, 160);
      const std::string_view lower = LowerInto(text, buffer);
      for (const std::string_view label : kLabels) {
        const size_t at = lower.find(label);
        if (at > 40 || Found()) continue;
        OfferTimestamp(FindDate(lower.substr(at, label.size() + 30), order_), DateOrigin::kText, text);
      }
    }
  }

  const PageView& view_;
  const HtmlTree& tree_;
  std::vector<bool> foreign_;  // what stands inside of the node is; empty until asked for
  PageReading& page_;
  const DayOrder order_;
};

}  // namespace

void ReadDates(const PageView& view, const JsonLdFacts& json_ld, PageReading& page) {
  Finder(view, page).Find(json_ld);
}

}  // namespace tocsin
