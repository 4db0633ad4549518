#include <algorithm>

#include "ingest/extract/blocks.h"
#include "ingest/extract/boilerplate.h"
#include "ingest/extract/cues.h"
#include "ingest/extract/date_in_text.h"
#include "ingest/extract/metadata.h"
#include "ingest/extract/shown_dates.h"
#include "ingest/web.h"

// Publication dates, from the places where a page may hide them. Pages contradict themselves: the meta tag may say last
// edited, a sidebar holds the dates of other articles, the text speaks of other days.
//
// What the page declares to machines is gathered first: an article's JSON-LD, meta tags, microdata. Then it is held
// against what the page shows its readers beside the headline. A declared day that is also shown is the date. If none
// is, a shown day that only a time zone parts from a declared one tells the zone; a shown day that is no day of
// revision wins; and a day of revision wins over JSON-LD and microdata, which templates fill in, but not over a meta
// tag that says "published". A page with JSON-LD only that shows no day and was revised months later is a standing
// page, and has no date. Where nothing is declared the places have an order, the first that gives a possible date
// wins, and when none does the page has no date.

namespace tocsin {
namespace {

constexpr size_t kNoteBytesMax = 80;
constexpr size_t kDeclaredMax = 16;
constexpr size_t kDatelineBytesMax = 50;  // of a line that says hardly more than a date
constexpr size_t kLabelledBytesMax = 160;
constexpr CivilDay kEarliest{1990, 1, 1};  // no page of the web is older
constexpr CivilDay kLatest{2100, 1, 1};

bool IsPossible(const Timestamp& t) { return t.known() && t.at >= StartOf(kEarliest) && t.at < StartOf(kLatest); }

bool IsOneOf(std::string_view name, std::initializer_list<std::string_view> names) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

bool IsPublishedName(std::string_view n) {
  for (const std::string_view end : {"published_time", "published-date", "published_date", "publish-date",
                                     "publish_date", "publication-date", "publication_date", "datepublished"}) {
    if (n.ends_with(end)) return true;
  }
  return IsOneOf(n, {"og:published_time",
                     "article:published",
                     "date",
                     "pubdate",
                     "publishdate",
                     "published",
                     "published_at",
                     "article_date_original",
                     "article.published",
                     "dc.date",
                     "dc.date.issued",
                     "dc.date.created",
                     "dcterms.created",
                     "dcterms.date",
                     "dcterms.issued",
                     "dcterms.available",
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

// Of a day on which the page was not published: of its revision, its review, an event.
bool IsOfAnotherDay(DateLabel label) { return label == DateLabel::kModified || label == DateLabel::kOther; }

// "First published in March 2022. Last updated on 5 May 2025" has the day of the revision only.
bool IsOfRevisionOnly(std::string_view text) {
  std::string buffer;
  const std::string_view lower = LowerInto(text, buffer);
  if (lower.find(" was last ") != std::string_view::npos) return true;
  const size_t published = lower.find("published in "), updated = lower.find("updated");
  return published != std::string_view::npos && updated != std::string_view::npos && published < updated;
}

bool IsFrontPage(std::string_view url) {
  const auto address = ParseUrl(url);
  return address && address->path == "/" && address->query.empty();
}

// What the page declares to machines.
struct Declared {
  Timestamp at;
  int zone_seconds = 0;  // east of UTC
  DateOrigin origin = DateOrigin::kNone;
  std::string said = {};
};

class Finder {
 public:
  Finder(const PageView& view, PageReading& page)
      : view_(view), tree_(view.tree), page_(page), order_(DayOrderOf(page.language)) {}

  void Find(const JsonLdFacts& json_ld) {
    const Blocks& blocks = view_.blocks();
    headline_ = FindHeadline(blocks, page_.title);
    foreign_ = ForeignParts(false);
    if (json_ld.article) Declare(json_ld.published, DateOrigin::kJsonLd);
    SetModified(json_ld.modified);
    for (uint32_t i = 1; i < tree_.nodes.size(); ++i) {
      if (tree_.nodes[i].tag == Tag::kMeta && !IsForeign(i)) ReadMeta(i);
    }
    ReadMicrodata();
    shown_ = FindShownDates(view_, headline_, order_, ForeignParts(true));
    NoteShown();
    Judge();
    // What a site's front page shows changes from day to day: it was published on none.
    if (!Found() && shown_.empty() && IsFrontPage(page_.canonical_url)) return;
    if (!Found()) ReadTimes();
    if (!Found()) OfferTimestamp(FindDateInUrl(page_.canonical_url), DateOrigin::kUrl, page_.canonical_url);
    if (const ShownDate* const plain = FirstShown(false)) OfferShown(*plain);
    if (!Found()) ReadNamedElements();
    if (Found()) {
      TakeDayOfUrl();
      return TakeLocalMidnight();
    }
    ReadHead(blocks);
    if (!Found()) ReadLabels(blocks);
    if (!Found()) ReadDatelines(blocks);
  }

 private:
  // A time told in UTC and the day before or after it: that is the day where the page was written. Sets the least
  // offset that explains it; false when none does.
  static bool ExplainByZone(CivilDay day, Declared& d) {
    constexpr int64_t kDay = 86'400, kOffsetMax = 14 * 3600;
    if (d.at.precision < Precision::kMinute || d.zone_seconds != 0) return false;
    const int64_t into = d.at.at.seconds - StartOf(day).seconds;  // 0 .. kDay when both say the same day
    const int64_t late = (into - kDay) / 3600 + 1, early = (-into + 3599) / 3600;
    if (into >= kDay && late * 3600 <= kOffsetMax) d.zone_seconds = int(-late * 3600);
    if (into < 0 && early * 3600 <= kOffsetMax) d.zone_seconds = int(early * 3600);
    return d.zone_seconds != 0;
  }

  void TakeDayOfUrl() {
    const auto day = FindDateInUrl(page_.canonical_url);
    Declared d{page_.published, page_.published_zone_seconds};
    if (day && ExplainByZone(DayOf(day->at), d)) page_.published_zone_seconds = d.zone_seconds;
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
    if (date && !IsDateRange(line, order_) && !IsOfRevisionOnly(line)) OfferTimestamp(date, DateOrigin::kText, line);
  }

  // What the page tells machines: kept until it is known what it shows its readers.
  void Declare(std::string_view text, DateOrigin origin) {
    if (text.empty() || declared_.size() >= kDeclaredMax) return;
    const auto t = ParsePageDate(text, order_);
    if (t && IsPossible(*t))
      declared_.push_back({*t, t->precision >= Precision::kMinute ? ZoneOf(text) : 0, origin, std::string(text)});
  }

  static CivilDay LocalDay(const Declared& d) { return DayOf({d.at.at.seconds + d.zone_seconds}); }

  void Take(const Declared& d) {
    OfferTimestamp(d.at, d.origin, d.said);
    page_.published_zone_seconds = d.zone_seconds;
  }

  void OfferShown(const ShownDate& s) { OfferTimestamp(s.at, DateOrigin::kText, s.line); }

  void NoteShown() {
    constexpr size_t kShownNotesMax = 3;
    for (size_t i = 0; i < std::min(shown_.size(), kShownNotesMax); ++i)
      page_.notes.push_back("shown by the headline: " + std::string(Excerpt(shown_[i].line, kNoteBytesMax)));
  }

  // What is shown beside the headline is what readers call the date. It confirms one of the declared dates, or it tells
  // on which day that moment was where the page is written; a date that is declared to machines only, and by nothing
  // but structured data, yields to it. A day of revision yields to a declared date of publication.
  void Judge() {
    for (const Declared& d : declared_) {
      for (const ShownDate& s : shown_) {
        if (s.label != DateLabel::kOther && Confirms(s, d)) return Take(d);
      }
    }
    const ShownDate* const plain = FirstShown(false);
    for (Declared d : declared_) {
      if (plain != nullptr && ExplainByZone(DayOf(plain->at.at), d)) return Take(d);
    }
    if (declared_.empty() || (shown_.empty() && IsFrontPage(page_.canonical_url))) return;
    const bool by_meta = std::any_of(declared_.begin(), declared_.end(),
                                     [](const Declared& d) { return d.origin == DateOrigin::kMeta; });
    if (plain != nullptr && (!by_meta || !IsDayOfChange(*plain))) return OfferShown(*plain);
    const ShownDate* const changed = FirstShown(true);
    if (!by_meta && changed != nullptr) return OfferShown(*changed);
    if (by_meta || !IsStandingPage()) Take(declared_.front());
  }

  // One that shows no date at all and is revised months after it was made is no report of a day.
  bool IsStandingPage() const {
    constexpr int64_t kRevisedAfterSeconds = 60 * 86'400;
    return shown_.empty() && page_.modified.known() && declared_.front().origin == DateOrigin::kJsonLd &&
           page_.modified.at.seconds - declared_.front().at.at.seconds > kRevisedAfterSeconds;
  }

  const ShownDate* FirstShown(bool changed) const {
    for (const ShownDate& s : shown_) {
      if (changed
              ? s.label == DateLabel::kModified
              : s.label == DateLabel::kPublished || (s.label == DateLabel::kNone && s.line.size() <= kDatelineBytesMax))
        return &s;
    }
    return nullptr;
  }

  // The same day, or the same numbers where "03/04/2025" left it open which of them is the month.
  static bool Confirms(const ShownDate& s, const Declared& d) {
    const CivilDay shown = DayOf(s.at.at), day = LocalDay(d);
    const bool iso = d.said.size() > 4 && d.said[4] == '-';
    return shown == day || (iso && shown.year == day.year && shown.month == day.day && shown.day == day.month);
  }

  bool IsDayOfChange(const ShownDate& s) const {
    return page_.modified.known() && DayOf(page_.modified.at) == DayOf(s.at.at);
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
        Declare(tree_.Value(i, Attr::kContent), attr == Attr::kItemprop ? DateOrigin::kMicrodata : DateOrigin::kMeta);
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
      if (tree_.nodes[i].tag == Tag::kMeta || IsForeign(i)) continue;
      Declare(!value.empty()                 ? value
              : tree_.Has(i, Attr::kContent) ? tree_.Value(i, Attr::kContent)
                                             : ShortText(i),
              DateOrigin::kMicrodata);
    }
  }

  std::string ShortText(uint32_t i) const { return tree_.nodes[i].end - i > 20 ? std::string() : tree_.TextOf(i); }

  // Inside something that is not the article: comments, sidebars, lists of other articles.
  bool IsForeign(uint32_t i) const { return foreign_[tree_.nodes[i].parent]; }

  // Near the headline even a box of the author is not foreign.
  std::vector<bool> ForeignParts(bool near) const {
    const Blocks& blocks = view_.blocks();
    const uint32_t headline = headline_ < blocks.list.size() ? blocks.list[headline_].node : 0;
    std::vector<bool> foreign(tree_.nodes.size());
    uint32_t masthead_end = 0;  // a part whose name says junk and that holds the headline: so do its parts' names
    for (uint32_t i = 1; i < tree_.nodes.size(); ++i) {
      const HtmlNode& n = tree_.nodes[i];
      const uint16_t cues = view_.cues[i];
      foreign[i] = foreign[n.parent];
      const bool holds_headline = i <= headline && headline < n.end;
      if (holds_headline && (cues & kCueJunk)) masthead_end = n.end;
      const bool byline = near && (cues & (kCueByline | kCueAuthor | kCueDate));
      const bool junk = (cues & kCueComments) || ((cues & kCueJunk) && !byline && (i < headline || i >= masthead_end));
      if (junk) foreign[i] = n.end - i < tree_.nodes.size() / 3;
      if (n.tag == Tag::kNav || n.tag == Tag::kAside || n.tag == Tag::kFooter) foreign[i] = true;
      if (n.tag == Tag::kBody || n.tag == Tag::kHtml || n.tag == Tag::kMain || holds_headline) foreign[i] = false;
    }
    return foreign;
  }

  // What the element of a date and its parent are called.
  std::string NamesOf(uint32_t i) const {
    constexpr size_t kNamesBytesMax = 100;
    std::string names(tree_.Raw(i, Attr::kItemprop));
    for (const uint32_t at : {i, tree_.nodes[i].parent})
      names.append(" ").append(tree_.Raw(at, Attr::kClass).substr(0, kNamesBytesMax));
    return names;
  }

  // What stands right before a date and may say of what it is the date; with its own and its parent's names.
  std::string LabelOf(uint32_t i) const {
    constexpr uint32_t kNodesBack = 8;
    std::string label = NamesOf(i);
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
      if (IsOfAnotherDay(LabelOfDate(LabelOf(i)))) {
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
      if (IsOfAnotherDay(LabelOfDate(label)) || (IsForeign(i) && LabelOfDate(label) != DateLabel::kPublished)) continue;
      if (text.size() <= 120) OfferText(text);
    }
  }

  // The short lines around the headline: a dateline is one that says hardly more than a date.
  void ReadHead(const Blocks& blocks) {
    const size_t heading = headline_;
    if (heading == blocks.list.size()) return;
    const size_t first = heading >= 3 ? heading - 3 : 0, last = std::min(heading + 12, blocks.list.size());
    for (size_t i = first; i < last && !Found(); ++i) {
      const std::string_view text = blocks.TextOf(blocks.list[i]);
      const std::string_view before = i > 0 ? blocks.TextOf(blocks.list[i - 1]) : std::string_view();
      if (before.size() < 30 && before.ends_with(':') && IsOfAnotherDay(LabelOfDate(before))) continue;
      const uint32_t node = blocks.list[i].node;
      const bool other = LabelOfDate(NamesOf(node)) == DateLabel::kOther || text.ends_with(':');
      if (text.size() <= 80 && i != heading && !other) OfferText(text);
      if (text.size() > 80) OfferTimestamp(FindDateline(text, order_), DateOrigin::kText, text);
    }
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
      const std::string_view text = blocks.TextOf(block);
      if (text.size() > kLabelledBytesMax || IsDateRange(text, order_)) continue;
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
  std::vector<Declared> declared_;
  std::vector<ShownDate> shown_;
  size_t headline_ = 0;
  std::vector<bool> foreign_;  // what stands inside of the node is
  PageReading& page_;
  const DayOrder order_;
};

}  // namespace

void ReadDates(const PageView& view, const JsonLdFacts& json_ld, PageReading& page) {
  Finder(view, page).Find(json_ld);
}

}  // namespace tocsin
