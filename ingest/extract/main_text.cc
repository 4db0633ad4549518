#include "ingest/extract/main_text.h"

#include <algorithm>

#include "ingest/extract/blocks.h"
#include "ingest/extract/boilerplate.h"
#include "ingest/extract/cleaner.h"
#include "ingest/extract/cues.h"

// How it is found. (1) What can be no part of an article by its tag or its name is dropped, unless most of the page's
// words lie in it or a long text does that calls itself the article's. (2) The rest is cut into blocks, and each gets a
// worth: long prose is worth its bytes, links and scraps cost. (3) The element with the greatest sum wins: neighbours
// that are prose make their parent win, neighbours that are links make it lose. The winner is then compared with the
// <article> inside of it that holds most of its prose, and with elements around it that hold far more. (4) Of its
// blocks cleaner.h keeps the article's own; the lead that stands apart is put in front. (5) If little is left, the same
// again without the names; the longer reading wins. (6) If there is hardly any text, what the page tells machines.

namespace tocsin {
namespace {

constexpr int64_t kFoldedBytesMax = 300;         // more text than this is folded away only until somebody opens it
constexpr size_t kTeaserBytesMax = 500;          // of the words below a heading that leads away
constexpr uint32_t kTeaserHeadingBytesMin = 16;  // less is the name of a section or of an author
constexpr int64_t kTeaserCost = 30;
constexpr size_t kBriefBytesMin = 80;    // of a page that says it is an article
constexpr size_t kShortBytesMax = 1500;  // of a text that may be a beginning only
constexpr size_t kLeadBlocksMax = 3;
constexpr int64_t kBodyBytesMin = 1500;   // a text of this size is not clutter, whatever is around it
constexpr size_t kWallBytesMax = 8000;    // of a text that only asks for consent
constexpr size_t kArticleBytesMin = 200;  // less is a caption, a notice or a page of links

// Sums over subtrees: prefix[i] = what nodes before i give.
class SubtreeSums {
 public:
  explicit SubtreeSums(size_t nodes) : at_(nodes + 1) {}
  void Add(uint32_t node, int64_t value) { at_[node + 1] += value; }
  void Close() {
    for (size_t i = 1; i < at_.size(); ++i) at_[i] += at_[i - 1];
  }
  int64_t Of(const HtmlTree& tree, uint32_t node) const { return at_[tree.nodes[node].end] - at_[node]; }

 private:
  std::vector<int64_t> at_;
};

// Prose by the bytes of text outside of links, roughly, before anything is dropped.
SubtreeSums RawMass(const HtmlTree& tree) {
  SubtreeSums mass(tree.nodes.size());
  uint32_t link_end = 0;
  for (uint32_t i = 0; i < tree.nodes.size(); ++i) {
    const HtmlNode& n = tree.nodes[i];
    if (n.tag == Tag::kA) link_end = std::max(link_end, n.end);
    if (n.tag == Tag::kText && i >= link_end && n.text.size() > 40 && tree.nodes[n.parent].tag != Tag::kTitle)
      mass.Add(i, int64_t(n.text.size()));
  }
  mass.Close();
  return mass;
}

SubtreeSums LinksOf(const HtmlTree& tree) {
  SubtreeSums links(tree.nodes.size());
  for (uint32_t i = 0; i < tree.nodes.size(); ++i) {
    if (tree.nodes[i].tag == Tag::kA) links.Add(i, 1);
  }
  links.Close();
  return links;
}

class Reader {
 public:
  Reader(const PageView& page, const PageFacts& facts)
      : page_(page),
        facts_(facts),
        tree_(page.tree),
        english_(facts.language.starts_with("en")),
        mass_(RawMass(page.tree)),
        links_(LinksOf(page.tree)),
        cues_(page.cues) {
    FindLinks();
    FindBodies();
    builder_words_ = MassOf(kCueMaybeJunk) * 2 > mass_.Of(tree_, 0);
  }

  struct Reading {
    std::string text;
    size_t bytes = 0;
    uint32_t node = 0;
    std::string note;
  };

  std::vector<std::string>& notes() { return notes_; }

  bool HasNoscript() const {
    return std::any_of(tree_.nodes.begin(), tree_.nodes.end(),
                       [](const HtmlNode& n) { return n.tag == Tag::kNoscript; });
  }

  Reading Read(bool by_names, bool noscript = false) {
    std::vector<bool> dropped = Prune(by_names);
    Blocks blocks = CutBlocks(tree_, dropped, noscript);
    const std::vector<bool> teaser = FindTeasers(blocks);
    return Render(blocks, teaser, Choose(blocks, teaser));
  }

 private:
  // For each node the first link at or after it, and the innermost around it; nodes.size() for none.
  void FindLinks() {
    const auto none = uint32_t(tree_.nodes.size());
    next_link_.assign(none, none);
    link_around_.assign(none, none);
    for (uint32_t i = none, next = none; i-- > 0;) {
      if (tree_.nodes[i].tag == Tag::kA) next = i;
      next_link_[i] = next;
    }
    for (uint32_t i = 1; i < none; ++i) {
      const uint32_t parent = tree_.nodes[i].parent;
      link_around_[i] = tree_.nodes[parent].tag == Tag::kA ? parent : link_around_[parent];
    }
  }

  // What lies below each element in one that says to be the article's text; and which have the headline.
  void FindBodies() {
    body_mass_.assign(tree_.nodes.size(), 0);
    headline_.assign(tree_.nodes.size(), false);
    for (uint32_t i = uint32_t(tree_.nodes.size()); i-- > 1;) {
      if (cues_[i] & kCueBody) body_mass_[i] = std::max(body_mass_[i], mass_.Of(tree_, i));
      if (tree_.nodes[i].tag == Tag::kH1) headline_[i] = true;
      articles_ += tree_.nodes[i].tag == Tag::kArticle ? 1 : 0;
      const uint32_t parent = tree_.nodes[i].parent;
      body_mass_[parent] = std::max(body_mass_[parent], body_mass_[i]);
      if (headline_[i]) headline_[parent] = true;
    }
  }

  // Builders of pages call every part a "widget": a name that most of a page bears says nothing on it.
  int64_t MassOf(uint16_t cue) const {
    int64_t mass = 0;
    for (uint32_t i = 1; i < tree_.nodes.size(); ++i) {
      if (!(cues_[i] & cue)) continue;
      mass += mass_.Of(tree_, i);
      i = tree_.nodes[i].end - 1;
    }
    return mass;
  }

  // (1) What is dropped before anything is weighed.
  std::vector<bool> Prune(bool by_names) {
    std::vector<bool> dropped(tree_.nodes.size());
    const int64_t total = mass_.Of(tree_, 0);
    for (uint32_t i = 1; i < tree_.nodes.size(); ++i) {
      if (tree_.nodes[i].tag == Tag::kText || !IsClutter(i, total, by_names)) continue;
      dropped[i] = true;
      if (by_names) NoteDropped(i, total);
      i = tree_.nodes[i].end - 1;
    }
    return dropped;
  }

  // Hidden until the reader opens it, and the article's own.
  bool IsAccordion(uint32_t i) const {
    if (cues_[i] & kCueJunk) return false;
    for (const uint32_t at : {i, tree_.nodes[i].parent}) {
      const std::string_view name = tree_.Raw(at, Attr::kClass).substr(0, 200);
      for (const std::string_view word : {"accordion", "collaps", "faq", "expand"}) {
        if (name.find(word) != std::string_view::npos) return true;
      }
    }
    return false;
  }

  // Whoever wonders where a text has gone looks here.
  void NoteDropped(uint32_t i, int64_t total) {
    const int64_t mass = mass_.Of(tree_, i);
    if (mass < 300 || mass * 50 < total || notes_.size() >= kNotesMax) return;
    notes_.push_back("dropped " + NameOf(i) + ": " + std::to_string(mass) + " bytes");
  }

  std::string NameOf(uint32_t i) const {
    const Tag tag = tree_.nodes[i].tag;
    std::string name = tag == Tag::kArticle ? "article"
                       : tag == Tag::kMain  ? "main"
                       : tag == Tag::kBody  ? "body"
                                            : "element";
    const std::string_view id = Excerpt(tree_.Raw(i, Attr::kId), 40);
    const std::string_view classes = Excerpt(tree_.Raw(i, Attr::kClass), 80);
    if (!id.empty()) name.append(" #").append(id);
    if (!classes.empty()) name.append(" .").append(classes);
    return name;
  }

  bool IsClutter(uint32_t i, int64_t total, bool by_names) const {
    const Tag tag = tree_.nodes[i].tag;
    const uint16_t cues = cues_[i];
    if (tag == Tag::kBody || tag == Tag::kHtml || tag == Tag::kMain || cues == 0) return false;
    const int64_t mass = mass_.Of(tree_, i);
    if (cues & kCueHidden) return mass * 2 < total && !IsAccordion(i);
    if (cues & kCueFolded) return mass < kFoldedBytesMax || ((cues & kCueJunk) && mass * 2 < total);
    if (tag == Tag::kNav || tag == Tag::kFigcaption || tag == Tag::kMenu) return true;
    if (!by_names) return false;
    if ((cues & kCueComments) && !(cues & kCueBody)) return mass * 4 < total * 3;
    if ((cues & kCueJunk) && !(cues & kCueBody)) return mass * 10 < total * 4 && body_mass_[i] < kBodyBytesMin;
    if ((cues & kCueTeaser) && !(cues & kCueBody)) return mass * 10 < total * 4 && links_.Of(tree_, i) > 0;
    if ((cues & kCueMaybeJunk) && !(cues & kCueBody)) return mass < 400 && !builder_words_;
    if ((cues & kCueDek) && english_) return mass < 600 && !headline_[i];
    if ((cues & kCueBio) && !(cues & kCueBody)) return mass < 1500 && !headline_[i];
    if (cues & kCueCaption) return mass < 600;
    if (cues & kCueByline) return mass < 200 && !headline_[i];
    return false;
  }

  // (2) What a block says for (or against) being part of an article.
  static int64_t Worth(const Block& b) {
    const int64_t bytes = b.end - b.begin, own = bytes - b.link_bytes;
    if (b.link_bytes * 2 > bytes) return -(bytes / 2 + 20);
    switch (b.kind) {
      case BlockKind::kHeading: return 0;
      case BlockKind::kItem: return own > 60 ? own / 2 : 0;
      case BlockKind::kRow: return own > 100 ? own / 2 : 0;
      case BlockKind::kPlain: return own > 80 ? own * 3 / 4 : -20;
      default: return own > 40 ? own : 0;
    }
  }

  // Headings that lead to other pages of the site, with a few words below: what else there is to read. Headings that
  // lead elsewhere (a list of products) or to a place in the page stay.
  std::vector<bool> FindTeasers(const Blocks& blocks) const {
    std::vector<bool> teaser(blocks.list.size());
    for (size_t i = 0; i < blocks.list.size(); ++i) {
      if (!IsTeaserHeading(blocks.list[i])) continue;
      const uint32_t card = CardOf(blocks, i);
      size_t end = i + 1, bytes = 0;
      for (; end < blocks.list.size() && blocks.list[end].kind != BlockKind::kHeading; ++end) {
        if (blocks.list[end].node < card || blocks.list[end].node >= tree_.nodes[card].end) break;
        bytes += blocks.list[end].end - blocks.list[end].begin;
      }
      if (bytes <= kTeaserBytesMax) std::fill(teaser.begin() + int64_t(i), teaser.begin() + int64_t(end), true);
    }
    return teaser;
  }

  // The element that holds a heading and what is said below it: a list item or the first with the next block inside.
  uint32_t CardOf(const Blocks& blocks, size_t i) const {
    const uint32_t after = i + 1 < blocks.list.size() ? blocks.list[i + 1].node : 0;
    for (uint32_t at = blocks.list[i].node; at != 0; at = tree_.nodes[at].parent) {
      const HtmlNode& n = tree_.nodes[at];
      if (n.tag == Tag::kLi || n.tag == Tag::kArticle || (after != 0 && after < n.end)) return at;
    }
    return 0;
  }

  bool IsTeaserHeading(const Block& b) const {
    if (b.kind != BlockKind::kHeading || b.level == 1 || b.end - b.begin < kTeaserHeadingBytesMin ||
        b.link_bytes * 10 < (b.end - b.begin) * 8)
      return false;
    const std::string_view link = LinkOf(b.node);
    const bool relative =
        !link.starts_with("#") && link.find("://") == std::string_view::npos && !link.starts_with("//");
    return !link.empty() && (relative || (!facts_.host.empty() && link.find(facts_.host) != std::string_view::npos));
  }

  // Of the link inside the element or around it.
  std::string_view LinkOf(uint32_t node) const {
    uint32_t link = next_link_[node];
    if (link >= tree_.nodes[node].end) link = link_around_[node];
    return link < tree_.nodes.size() ? tree_.Raw(link, Attr::kHref) : std::string_view();
  }

  // (3)
  uint32_t Choose(const Blocks& blocks, const std::vector<bool>& teaser) const {
    SubtreeSums worth(tree_.nodes.size());
    for (size_t i = 0; i < blocks.list.size(); ++i) {
      worth.Add(blocks.list[i].node, teaser[i] ? -int64_t{kTeaserCost} : Worth(blocks.list[i]));
    }
    worth.Close();
    uint32_t best = 0;
    double best_score = -1;
    for (uint32_t i = 0; i < tree_.nodes.size(); ++i) {
      if (tree_.nodes[i].end == i + 1 || !(IsBlock(tree_.nodes[i].tag) || i == 0)) continue;
      const double score = double(worth.Of(tree_, i)) * Favour(i);
      if (score >= best_score) {
        best = i;
        best_score = score;
      }
    }
    return Widen(blocks, teaser, best);
  }

  // Lists of links among an article's paragraphs may make a part of it win. Where most of the prose lies outside of
  // the winner, and an element around both says to be an article, that one is taken.
  uint32_t Widen(const Blocks& blocks, const std::vector<bool>& teaser, uint32_t winner) const {
    SubtreeSums prose(tree_.nodes.size());
    for (size_t i = 0; i < blocks.list.size(); ++i) {
      const Block& b = blocks.list[i];
      if (!teaser[i] && IsProse(b)) prose.Add(b.node, b.end - b.begin);
    }
    prose.Close();
    if (const uint32_t narrow = ArticleWithin(prose, winner); narrow != winner) return narrow;
    for (uint32_t at = winner; at != 0;) {
      at = tree_.nodes[at].parent;
      const bool article = (cues_[at] & (kCueBody | kCueArticle)) || tree_.nodes[at].tag == Tag::kBody || at == 0;
      if (article && prose.Of(tree_, at) > prose.Of(tree_, winner) * 2) winner = at;
    }
    return winner;
  }

  // The <article> that holds nearly all of the winner's prose, or most of it and is the only one; or the winner.
  uint32_t ArticleWithin(const SubtreeSums& prose, uint32_t winner) const {
    const int64_t all = prose.Of(tree_, winner);
    uint32_t within = winner;
    const int64_t share = articles_ == 1 ? 5 : 9;  // tenths; the only <article> of a page is meant
    for (uint32_t i = winner + 1; i < tree_.nodes[winner].end && all > 0; ++i) {
      if (tree_.nodes[i].tag == Tag::kArticle && prose.Of(tree_, i) * 10 >= all * share) within = i;
    }
    return within;
  }

  double Favour(uint32_t i) const {
    const Tag tag = tree_.nodes[i].tag;
    if (cues_[i] & kCueBody) return 1.25;
    if (tag == Tag::kArticle || tag == Tag::kMain) return 1.1;
    if (cues_[i] & kCueArticle) return 1.05;
    return tag == Tag::kBody || tag == Tag::kHtml || i == 0 ? 0.9 : 1.0;
  }

  // (4)
  Reading Render(const Blocks& blocks, const std::vector<bool>& teaser, uint32_t winner) {
    Reading reading;
    reading.node = winner;
    std::vector<const Block*> kept;
    for (size_t i = 0; i < blocks.list.size(); ++i) {
      const Block& b = blocks.list[i];
      if (!teaser[i] && b.node >= winner && b.node < tree_.nodes[winner].end) kept.push_back(&b);
    }
    kept = KeepArticle(page_, blocks, kept, facts_, notes_);
    if (!english_) {
      const std::vector<const Block*> lead = LeadOf(blocks, teaser, winner);
      kept.insert(kept.begin(), lead.begin(), lead.end());
    }
    uint32_t row = 0;
    for (const Block* b : kept) {
      const bool same_row = b->row != 0 && b->row == row && b->kind == BlockKind::kRow;
      if (!reading.text.empty()) reading.text += same_row ? " | " : "\n";
      reading.text += blocks.TextOf(*b);
      row = b->row;
    }
    reading.bytes = reading.text.size();
    reading.note = "text from " + NameOf(winner) + ": " + std::to_string(kept.size()) + " blocks, " +
                   std::to_string(reading.bytes) + " bytes";
    return reading;
  }

  // What stands between the headline and the winner and is prose: the lead, which many pages set apart. English ones
  // set apart a sub-headline, which says in other words what the first paragraph says again; it is left out.
  std::vector<const Block*> LeadOf(const Blocks& blocks, const std::vector<bool>& teaser, uint32_t winner) const {
    size_t first = 0, last = 0;
    for (; last < blocks.list.size() && blocks.list[last].node < winner; ++last) {
      const bool title = first == 0 && blocks.TextOf(blocks.list[last]) == facts_.title;
      if (title || blocks.list[last].level == 1) first = last + 1;
    }
    std::vector<const Block*> lead;
    for (size_t i = first; first > 0 && i < last; ++i) {
      const Block& b = blocks.list[i];
      if (!teaser[i] && IsLead(b) && !IsBoilerplate(blocks.TextOf(b)) && !IsByline(blocks.TextOf(b)))
        lead.push_back(&b);
    }
    if (lead.size() > kLeadBlocksMax) lead.clear();
    return lead;
  }

  static bool IsLead(const Block& b) {
    const uint32_t bytes = b.end - b.begin;
    return b.kind != BlockKind::kItem && b.kind != BlockKind::kRow && b.link_bytes == 0 && bytes >= 70 && bytes < 1000;
  }

  const PageView& page_;
  const PageFacts& facts_;
  const HtmlTree& tree_;
  const bool english_;
  SubtreeSums mass_, links_;
  const std::vector<uint16_t>& cues_;
  std::vector<uint32_t> next_link_, link_around_;
  std::vector<int64_t> body_mass_;
  std::vector<bool> headline_;
  int articles_ = 0;
  bool builder_words_ = false;
  std::vector<std::string> notes_;
};

// JSON-LD's articleBody may be text or HTML.
std::string PlainBody(std::string_view body) {
  const HtmlTree tree = ParseHtml(body);
  const Blocks blocks = CutBlocks(tree, std::vector<bool>(tree.nodes.size()));
  std::string out;
  for (const Block& b : blocks.list) {
    if (!out.empty()) out.push_back('\n');
    out += blocks.TextOf(b);
  }
  return out;
}

}  // namespace

MainText FindMainText(const PageView& page, const PageFacts& facts) {
  Reader reader(page, facts);
  Reader::Reading best = reader.Read(true);
  if (best.bytes < 500) {
    Reader::Reading other = reader.Read(false);
    if (other.bytes > best.bytes * 2) best = std::move(other);
  }
  // A page that a script draws may keep its text for those who have none.
  if (best.bytes < kArticleBytesMin && reader.HasNoscript()) {
    Reader::Reading other = reader.Read(true, true);
    if (other.bytes > best.bytes) best = std::move(other);
  }
  MainText out;
  out.notes = std::move(reader.notes());
  out.notes.insert(out.notes.begin(), best.note);
  const bool wall = best.bytes < kWallBytesMax && IsWall(best.text);
  if (wall) out.notes.insert(out.notes.begin(), "no article: the page asks for consent");
  if (!wall && best.bytes >= (facts.article ? kBriefBytesMin : kArticleBytesMin)) out.text = std::move(best.text);
  // Drawn by a script or shortened, but told to machines.
  if (out.text.size() < kShortBytesMax && facts.body.size() >= std::max(kArticleBytesMin * 2, out.text.size() * 3)) {
    std::string told = PlainBody(facts.body);
    const bool adds = !out.text.empty() && told.find(out.text.substr(0, out.text.find('\n'))) == std::string::npos;
    out.text = adds ? out.text + "\n" + told : std::move(told);
    out.notes.insert(out.notes.begin(), "text from JSON-LD");
  }
  if (out.text.empty() && !wall) out.notes.insert(out.notes.begin(), "no article: too little text in one place");
  return out;
}

}  // namespace tocsin
