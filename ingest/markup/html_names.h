// The names of HTML: elements and attributes that reading a page cares about; everything else is kOther.
#pragma once

#include <cstdint>
#include <string_view>

namespace tocsin {

// clang-format off
enum class Tag : uint8_t {
  kOther, kText, kA, kAbbr, kAddress, kArticle, kAside, kAudio, kB, kBase, kBlockquote, kBody, kBr, kButton, kCanvas, kCaption,
  kCenter, kCite, kCode, kCol, kColgroup, kDd, kDel, kDetails, kDialog, kDiv, kDl, kDt, kEm, kEmbed, kFieldset, kFigcaption,
  kFigure, kFont, kFooter, kForm, kH1, kH2, kH3, kH4, kH5, kH6, kHead, kHeader, kHr, kHtml, kI, kIframe, kImg, kInput, kIns,
  kLabel, kLegend, kLi, kLink, kMain, kMath, kMenu, kMeta, kNav, kNoframes, kNoscript, kObject, kOl, kOptgroup, kOption, kP,
  kParam, kPicture, kPre, kQ, kS, kScript, kSection, kSelect, kSmall, kSource, kSpan, kStrike, kStrong, kStyle, kSub, kSummary,
  kSup, kSvg, kTable, kTbody, kTd, kTemplate, kTextarea, kTfoot, kTh, kThead, kTime, kTitle, kTr, kTrack, kU, kUl, kVideo, kWbr,
  kXmp,
};

enum class Attr : uint8_t {
  kOther, kAriaHidden, kClass, kContent, kDatetime, kHidden, kHref, kId, kItemprop, kItemscope, kItemtype, kLang, kName, kProperty,
  kPubdate, kRel, kRole, kStyle, kTitle, kType, kXmlLang,
};
// clang-format on

// Case-insensitive (ASCII).
Tag TagOf(std::string_view name);
Attr AttrOf(std::string_view name);

bool IsVoid(Tag tag);           // has no content and no end tag
bool IsBlock(Tag tag);          // starts and ends a paragraph
bool IsHeading(Tag tag);        // h1 .. h6
bool ClosesParagraph(Tag tag);  // its start tag ends an open <p>

}  // namespace tocsin
