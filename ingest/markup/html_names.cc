#include "ingest/markup/html_names.h"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <utility>

namespace tocsin {
namespace {

template <class T>
using Named = std::pair<std::string_view, T>;

// Sorted by name: found by bisection.
constexpr Named<Tag> kTags[] = {
    {"a", Tag::kA},
    {"abbr", Tag::kAbbr},
    {"address", Tag::kAddress},
    {"article", Tag::kArticle},
    {"aside", Tag::kAside},
    {"audio", Tag::kAudio},
    {"b", Tag::kB},
    {"base", Tag::kBase},
    {"blockquote", Tag::kBlockquote},
    {"body", Tag::kBody},
    {"br", Tag::kBr},
    {"button", Tag::kButton},
    {"canvas", Tag::kCanvas},
    {"caption", Tag::kCaption},
    {"center", Tag::kCenter},
    {"cite", Tag::kCite},
    {"code", Tag::kCode},
    {"col", Tag::kCol},
    {"colgroup", Tag::kColgroup},
    {"dd", Tag::kDd},
    {"del", Tag::kDel},
    {"details", Tag::kDetails},
    {"dialog", Tag::kDialog},
    {"div", Tag::kDiv},
    {"dl", Tag::kDl},
    {"dt", Tag::kDt},
    {"em", Tag::kEm},
    {"embed", Tag::kEmbed},
    {"fieldset", Tag::kFieldset},
    {"figcaption", Tag::kFigcaption},
    {"figure", Tag::kFigure},
    {"font", Tag::kFont},
    {"footer", Tag::kFooter},
    {"form", Tag::kForm},
    {"h1", Tag::kH1},
    {"h2", Tag::kH2},
    {"h3", Tag::kH3},
    {"h4", Tag::kH4},
    {"h5", Tag::kH5},
    {"h6", Tag::kH6},
    {"head", Tag::kHead},
    {"header", Tag::kHeader},
    {"hr", Tag::kHr},
    {"html", Tag::kHtml},
    {"i", Tag::kI},
    {"iframe", Tag::kIframe},
    {"img", Tag::kImg},
    {"input", Tag::kInput},
    {"ins", Tag::kIns},
    {"label", Tag::kLabel},
    {"legend", Tag::kLegend},
    {"li", Tag::kLi},
    {"link", Tag::kLink},
    {"main", Tag::kMain},
    {"math", Tag::kMath},
    {"menu", Tag::kMenu},
    {"meta", Tag::kMeta},
    {"nav", Tag::kNav},
    {"noframes", Tag::kNoframes},
    {"noscript", Tag::kNoscript},
    {"object", Tag::kObject},
    {"ol", Tag::kOl},
    {"optgroup", Tag::kOptgroup},
    {"option", Tag::kOption},
    {"p", Tag::kP},
    {"param", Tag::kParam},
    {"picture", Tag::kPicture},
    {"pre", Tag::kPre},
    {"q", Tag::kQ},
    {"s", Tag::kS},
    {"script", Tag::kScript},
    {"section", Tag::kSection},
    {"select", Tag::kSelect},
    {"small", Tag::kSmall},
    {"source", Tag::kSource},
    {"span", Tag::kSpan},
    {"strike", Tag::kStrike},
    {"strong", Tag::kStrong},
    {"style", Tag::kStyle},
    {"sub", Tag::kSub},
    {"summary", Tag::kSummary},
    {"sup", Tag::kSup},
    {"svg", Tag::kSvg},
    {"table", Tag::kTable},
    {"tbody", Tag::kTbody},
    {"td", Tag::kTd},
    {"template", Tag::kTemplate},
    {"textarea", Tag::kTextarea},
    {"tfoot", Tag::kTfoot},
    {"th", Tag::kTh},
    {"thead", Tag::kThead},
    {"time", Tag::kTime},
    {"title", Tag::kTitle},
    {"tr", Tag::kTr},
    {"track", Tag::kTrack},
    {"u", Tag::kU},
    {"ul", Tag::kUl},
    {"video", Tag::kVideo},
    {"wbr", Tag::kWbr},
    {"xmp", Tag::kXmp},
};

constexpr Named<Attr> kAttrs[] = {
    {"aria-hidden", Attr::kAriaHidden},
    {"class", Attr::kClass},
    {"content", Attr::kContent},
    {"datetime", Attr::kDatetime},
    {"hidden", Attr::kHidden},
    {"href", Attr::kHref},
    {"id", Attr::kId},
    {"itemprop", Attr::kItemprop},
    {"itemscope", Attr::kItemscope},
    {"itemtype", Attr::kItemtype},
    {"lang", Attr::kLang},
    {"name", Attr::kName},
    {"property", Attr::kProperty},
    {"pubdate", Attr::kPubdate},
    {"rel", Attr::kRel},
    {"role", Attr::kRole},
    {"style", Attr::kStyle},
    {"title", Attr::kTitle},
    {"type", Attr::kType},
    {"xml:lang", Attr::kXmlLang},
};

static_assert(std::is_sorted(std::begin(kTags), std::end(kTags)));
static_assert(std::is_sorted(std::begin(kAttrs), std::end(kAttrs)));

template <class T, size_t n>
T Bisect(const Named<T> (&table)[n], std::string_view name) {
  constexpr size_t kLongest = 16;
  if (name.size() > kLongest) return T::kOther;
  std::array<char, kLongest> lower{};
  std::transform(name.begin(), name.end(), lower.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? char(c | 0x20) : c; });
  const std::string_view key(lower.data(), name.size());
  const auto at = std::lower_bound(std::begin(table), std::end(table), key,
                                   [](const Named<T>& entry, std::string_view k) { return entry.first < k; });
  return at != std::end(table) && at->first == key ? at->second : T::kOther;
}

constexpr std::array<bool, 256> SetOf(std::initializer_list<Tag> tags) {
  std::array<bool, 256> set{};
  for (const Tag tag : tags) set[size_t(tag)] = true;
  return set;
}

constexpr auto kVoid = SetOf({Tag::kBase, Tag::kBr, Tag::kCol, Tag::kEmbed, Tag::kHr, Tag::kImg, Tag::kInput,
                              Tag::kLink, Tag::kMeta, Tag::kParam, Tag::kSource, Tag::kTrack, Tag::kWbr});
constexpr auto kBlock = SetOf(
    {Tag::kAddress,    Tag::kArticle,  Tag::kAside,   Tag::kBlockquote, Tag::kBody,    Tag::kCaption,  Tag::kCenter,
     Tag::kDd,         Tag::kDetails,  Tag::kDialog,  Tag::kDiv,        Tag::kDl,      Tag::kDt,       Tag::kFieldset,
     Tag::kFigcaption, Tag::kFigure,   Tag::kFooter,  Tag::kForm,       Tag::kH1,      Tag::kH2,       Tag::kH3,
     Tag::kH4,         Tag::kH5,       Tag::kH6,      Tag::kHead,       Tag::kHeader,  Tag::kHr,       Tag::kHtml,
     Tag::kLegend,     Tag::kLi,       Tag::kMain,    Tag::kMenu,       Tag::kNav,     Tag::kOl,       Tag::kOption,
     Tag::kP,          Tag::kPre,      Tag::kSection, Tag::kSelect,     Tag::kSummary, Tag::kTable,    Tag::kTbody,
     Tag::kTd,         Tag::kTemplate, Tag::kTfoot,   Tag::kTh,         Tag::kThead,   Tag::kTitle,    Tag::kTr,
     Tag::kUl,         Tag::kNoscript, Tag::kIframe,  Tag::kVideo,      Tag::kAudio,   Tag::kTextarea, Tag::kXmp});
constexpr auto kClosesParagraph =
    SetOf({Tag::kAddress,    Tag::kArticle, Tag::kAside,   Tag::kBlockquote, Tag::kCenter, Tag::kDd,
           Tag::kDetails,    Tag::kDialog,  Tag::kDiv,     Tag::kDl,         Tag::kDt,     Tag::kFieldset,
           Tag::kFigcaption, Tag::kFigure,  Tag::kFooter,  Tag::kForm,       Tag::kH1,     Tag::kH2,
           Tag::kH3,         Tag::kH4,      Tag::kH5,      Tag::kH6,         Tag::kHeader, Tag::kHr,
           Tag::kLi,         Tag::kMain,    Tag::kMenu,    Tag::kNav,        Tag::kOl,     Tag::kP,
           Tag::kPre,        Tag::kSection, Tag::kSummary, Tag::kTable,      Tag::kUl,     Tag::kXmp});

}  // namespace

Tag TagOf(std::string_view name) { return Bisect(kTags, name); }
Attr AttrOf(std::string_view name) { return Bisect(kAttrs, name); }
bool IsVoid(Tag tag) { return kVoid[size_t(tag)]; }
bool IsBlock(Tag tag) { return kBlock[size_t(tag)]; }
bool IsHeading(Tag tag) { return tag >= Tag::kH1 && tag <= Tag::kH6; }
bool ClosesParagraph(Tag tag) { return kClosesParagraph[size_t(tag)]; }

}  // namespace tocsin
