#include "ingest/extract/cleaner.h"

#include <algorithm>
#include <iterator>
#include <unordered_map>

#include "ingest/extract/boilerplate.h"

namespace tocsin {
namespace {

constexpr size_t kAboutBytesMax = 900;
constexpr size_t kLabelBytesMax = 100;    // text in no element of its own and no sentence: a label, a button, a price
constexpr size_t kRepeatBlocksMin = 3;    // fewer in the same order are a refrain, a dish, a table of prices
constexpr uint32_t kRepeatBytesMin = 40;  // a shorter line may well be said twice

class Cleaner {
 public:
  Cleaner(const PageView& page, const Blocks& blocks, const std::vector<const Block*>& in, const PageFacts& facts)
      : tree_(page.tree),
        blocks_(blocks),
        in_(in),
        facts_(facts),
        labels_are_few_(LabelsAreFew(in)),
        repeated_(FindRepeats(blocks, in)) {}

  std::vector<const Block*> Keep(std::vector<std::string>& notes) {
    std::vector<const Block*> out;
    for (size_t i = 0; i < in_.size(); ++i) {
      if (!begun_ && in_[i]->level == 1) out.clear();  // sections, places and the like above the headline
      const char* const why = WhyNot(i);
      if (why == nullptr) {
        out.push_back(in_[i]);
      } else if (notes.size() < kNotesMax) {
        notes.push_back("left out, " + std::string(why) + ": " + std::string(Excerpt(blocks_.TextOf(*in_[i]), 60)));
      }
    }
    while (!out.empty() && out.back()->kind == BlockKind::kHeading) out.pop_back();
    return out;
  }

 private:
  // Why the block is none of the article's words; nullptr when it is.
  const char* WhyNot(size_t i) {
    const Block& b = *in_[i];
    const std::string_view text = blocks_.TextOf(b);
    if (IsUnderForeignHeading(b, text)) return "under a foreign heading";
    if (repeated_[i]) return "said before";
    if (labels_are_few_ && IsLabel(b, text)) return "a label";
    if (IsAboutAuthor(text)) return "about the author";
    if (i * 10 > in_.size() * 7 && IsAboutSite(text)) return "about the publisher";
    if (IsLinkLine(b) && !(announced_ && b.kind == BlockKind::kItem)) return "a link";
    if (IsBoilerplate(text)) return "a notice";
    if (text == facts_.title || (!begun_ && b.level == 1)) return "the headline";
    if (!begun_ && IsByline(text)) return "a byline";
    if (b.kind != BlockKind::kItem) announced_ = text.ends_with(':') || text.ends_with("：");
    if (IsProse(b)) home_ = ParentOf(b);
    begun_ = begun_ || text.size() > 100;
    return nullptr;
  }

  bool IsUnderForeignHeading(const Block& b, std::string_view text) {
    const bool headline =
        b.kind == BlockKind::kHeading || (b.strong_bytes == text.size() && text.size() < 60 && !IsSentence(text));
    if (b.kind == BlockKind::kHeading && b.level <= foreign_level_) foreign_level_ = 0;
    if (headline && (IsForeignHeading(text) || (begun_ && IsAuthor(text)))) {
      if (!OpensNoSection(text)) foreign_level_ = b.kind == BlockKind::kHeading ? b.level : 6;
      return true;
    }
    const bool resumes = b.kind == BlockKind::kParagraph && text.size() > 200 && IsBeside(b);
    if (resumes) foreign_level_ = 0;
    return foreign_level_ > 0;
  }

  // Runs of blocks that stood before in the same order in another element: a page that holds its text once for each
  // width of screen.
  std::vector<bool> FindRepeats(const Blocks& blocks, const std::vector<const Block*>& in) const {
    std::unordered_map<std::string_view, size_t> last;
    std::vector<size_t> before(in.size() + 1, 0);  // one past the place where the same text stood; 0: nowhere
    std::vector<bool> repeated(in.size());
    for (size_t i = 0; i < in.size(); ++i) {
      const auto [at, fresh] = last.emplace(blocks.TextOf(*in[i]), i);
      if (!fresh && ParentOf(*in[i]) != ParentOf(*in[at->second])) before[i] = at->second + 1;
      at->second = i;
    }
    for (size_t i = 0, end = 0; i < in.size(); i = std::max(end, i + 1)) {
      if (before[i] == 0) continue;
      for (end = i + 1; before[end] == before[end - 1] + 1; ++end) {
      }
      const bool echo = before[i] == i && in[i]->end - in[i]->begin > kRepeatBytesMin;
      if (end - i >= kRepeatBlocksMin || echo) std::fill_n(repeated.begin() + int64_t(i), end - i, true);
    }
    return repeated;
  }

  // In the same element, or in one that stands beside it.
  bool IsBeside(const Block& b) const {
    const uint32_t parent = ParentOf(b);
    if (home_ == 0 || parent == home_) return true;
    return tree_.nodes[parent].parent == tree_.nodes[home_].parent && tree_.nodes[parent].tag != Tag::kArticle;
  }

  uint32_t ParentOf(const Block& b) const { return tree_.nodes[b.node].parent; }

  bool IsAuthor(std::string_view text) const {
    return facts_.authors != nullptr &&
           std::find(facts_.authors->begin(), facts_.authors->end(), text) != facts_.authors->end();
  }

  // "Ann Lee is a reporter in ...": of those who wrote the article.
  bool IsAboutAuthor(std::string_view text) const {
    if (text.size() > kAboutBytesMax || facts_.authors == nullptr) return false;
    for (const std::string& author : *facts_.authors) {
      if (author.find(' ') == std::string::npos || !text.starts_with(author)) continue;
      const std::string_view rest = text.substr(author.size(), 12);
      for (const std::string_view verb :
           {" is ", " has ", " was ", " writes ", " covers ", " works ", ", ", " ist ", " war "}) {
        if (rest.starts_with(verb)) return true;
      }
    }
    return false;
  }

  // "Example Media is a publisher of ...", below the text.
  bool IsAboutSite(std::string_view text) const {
    if (text.size() > kAboutBytesMax || facts_.site.size() < 4 || !text.starts_with(facts_.site)) return false;
    const std::string_view rest = text.substr(facts_.site.size(), 12);
    for (const std::string_view verb :
         {" is a ", " is an ", " is the ", " is one ", " ist ein", " ist der", " ist die"}) {
      if (rest.starts_with(verb)) return true;
    }
    return false;
  }

  // Where most of the text is in paragraphs, what is not is furniture; elsewhere it may be a list of prices.
  static bool LabelsAreFew(const std::vector<const Block*>& in) {
    size_t labels = 0, rest = 0;
    for (const Block* b : in) {
      const uint32_t bytes = b->end - b->begin;
      (b->kind == BlockKind::kPlain && bytes < kLabelBytesMax ? labels : rest) += bytes;
    }
    return labels * 4 < rest;
  }

  static bool IsLabel(const Block& b, std::string_view text) {
    return b.kind == BlockKind::kPlain && text.size() < kLabelBytesMax && (text.size() < 40 || !IsSentence(text));
  }

  static bool IsSentence(std::string_view text) {
    static constexpr std::string_view kEnds[] = {".", "!", "?", "。", "！", "？", ".\"", ".”", "。”"};
    return std::any_of(std::begin(kEnds), std::end(kEnds), [&](std::string_view end) { return text.ends_with(end); });
  }

  // All link, and no sentence of its own.
  static bool IsLinkLine(const Block& b) {
    const uint32_t bytes = b.end - b.begin;
    if (b.kind == BlockKind::kHeading) return false;
    return b.link_bytes * 10 > bytes * 8 && (b.kind != BlockKind::kParagraph || bytes < 120);
  }

  const HtmlTree& tree_;
  const Blocks& blocks_;
  const std::vector<const Block*>& in_;
  const PageFacts& facts_;
  const bool labels_are_few_;
  const std::vector<bool> repeated_;
  int foreign_level_ = 0;   // of the heading under which nothing belongs to the article
  uint32_t home_ = 0;       // the element whose paragraphs were read last
  bool announced_ = false;  // "as follows:": a list of links that comes now is part of what is said
  bool begun_ = false;      // the first real paragraph was seen
};

}  // namespace

bool IsProse(const Block& b) {
  const uint32_t bytes = b.end - b.begin;
  return (b.kind == BlockKind::kParagraph || b.kind == BlockKind::kQuote) && bytes > 80 && b.link_bytes * 4 < bytes;
}

std::vector<const Block*> KeepArticle(const PageView& page, const Blocks& blocks, const std::vector<const Block*>& in,
                                      const PageFacts& facts, std::vector<std::string>& notes) {
  return Cleaner(page, blocks, in, facts).Keep(notes);
}

}  // namespace tocsin
