#include "ingest/extract/boilerplate.h"

#include <algorithm>
#include <iterator>

namespace tocsin {
namespace {

constexpr size_t kNoticeBytesMax = 400;  // longer paragraphs say something of their own
constexpr size_t kLineBytesMax = 120;

// The whole line, without punctuation at its ends.
constexpr std::string_view kWhole[] = {
    "ad", "ads", "advertisement", "advertisements", "advertising", "anzeige", "werbung", "publicité", "publicidad", "share", "shares",
    "share this", "share this:", "share this article", "share this post", "share this story", "share article", "share on facebook", "share on twitter", "tweet", "tweet this", "email", "print",
    "copy link", "link copied", "comment", "comments", "leave a comment", "read more", "read next", "more", "continue reading", "see more", "show more", "load more",
    "skip to content", "skip to main content", "back to top", "subscribe", "sign up", "sign in", "log in", "follow us", "follow", "facebook", "twitter", "linkedin", "whatsapp",
    "pinterest", "reddit", "like", "like this", "like this:", "loading", "loading...", "save", "listen", "listen to this article", "play", "close", "menu", "search", "next", "previous", "story continues",
    "story continues below", "story continues below advertisement", "article continues below", "article continues after advertisement", "advertisement - scroll to continue",
    "advertisement. scroll to continue reading", "scroll to continue", "recommended", "related", "related:", "sponsored", "sponsored content", "promoted", "topics", "tags", "tags:", "filed under", "in this article", "table of contents", "contents",
    "photo", "image", "video", "gallery", "getty images", "reuters", "ap", "afp", "mehr zum thema", "teilen", "drucken", "kommentare", "zur startseite", "weiterlesen", "lesen sie auch", "広告",
    "分享", "分享到", "广告", "廣告", "收藏", "点赞", "评论", "打印", "返回顶部", "相关阅读", "相关新闻", "上一篇", "下一篇", "【关闭】", "打印本页", "关闭窗口",
    "share on linkedin", "share on whatsapp", "share on x", "share via email", "x", "download pdf", "view all", "learn more", "click here", "watch now", "view comments", "view gallery", "join the conversation", "thanks for reading", "enlarge", "enlarge image",
    "print this page", "email this", "report a typo", "suggest a correction", "edit", "updated", "transcript", "embed", "copy", "bookmark", "favorite", "listen now", "minute read", "key points", "newsletter", "top stories", "latest news", "trending", "trending now", "most popular", "editor's picks", "editors' picks",
};

// How a notice begins.
constexpr std::string_view kStarts[] = {
    "read more:", "read also:", "also read:", "read more ", "read next:", "related:", "related: ", "see also:", "more:", "more on this:", "more:", "watch:", "listen:", "read:", "read |", "also read |", "also read", "recommended:", "don't miss:", "must read:", "related articles:", "related stories:",
    "share this", "follow us on", "follow me on", "subscribe to", "sign up for", "sign up to", "click here to", "click here for", "get the latest", "join our", "like us on", "get our ", "download our app", "download the app",
    "advertisement", "sponsored by", "sponsored content", "this article is sponsored", "this post is sponsored", "this content is sponsored", "this is sponsored content", "this article was sponsored", "this article contains affiliate", "this post contains affiliate", "this post may contain affiliate", "we may earn", "we may receive a commission", "if you buy something", "when you purchase through", "if you purchase", "disclosure: this post",
    "copyright ©", "copyright 20", "©", "(c) 20", "all rights reserved", "this material may not be published", "photo by ", "photo: ", "photo credit", "photograph: ", "image: ", "image credit", "image source", "image via", "featured image", "picture: ", "credit: ", "photos by ", "foto: ", "bild: ", "quelle: ", "cover image", "header image",
    "your email address will not be published", "leave a reply", "leave a comment", "post a comment", "notify me of", "this site uses akismet", "required fields are marked", "save my name", "you must be logged in",
    "we use cookies", "this website uses cookies", "by continuing to use", "by signing up", "by subscribing", "by clicking", "please enable javascript", "javascript is", "enable javascript", "your browser",
    "filed under", "posted in", "posted under", "tagged with", "tagged:", "tags:", "categories:", "category:", "topics:", "keywords:", "schlagworte:", "mehr zum thema", "lesen sie auch", "lesen sie hier", "lesen sie mehr", "mehr lesen", "lesetipp", "auch interessant", "das könnte sie auch",
    "this article originally appeared", "this story originally appeared", "this article was originally published", "originally published", "reporting by ", "editing by ", "additional reporting by", "write to ", "contact the reporter", "contact us at", "have a tip", "got a tip", "e-mail:", "email the author", "follow the author", "view all posts by", "you may also like", "you might also like", "people also read", "thank you for reading", "story continues", "article continues", "to continue reading", "already a subscriber", "already a member", "subscribe now",
    "our standards:", "our standards: ", "purchase licensing rights", "opens new tab", "last updated", "published:", "updated:", "posted on", "published on", "首页", "来源：", "来源:", "责任编辑", "（责任编辑", "(责任编辑", "【责任编辑", "责编", "编辑：", "编辑:", "原标题", "（原标题", "分享到", "扫一扫", "扫码", "相关阅读", "相关新闻", "延伸阅读", "推荐阅读", "免责声明", "版权声明", "声明：", "声明:", "本文来源", "文章来源", "点击", "关注我们", "返回", "更多精彩", "上一篇", "下一篇", "（编辑", "(编辑", "图片来源", "图源", "图：", "图/", "作者：", "打开微信", "长按", "未经授权", "转载请",
};

// What a short notice holds anywhere.
constexpr std::string_view kInside[] = {
    "all rights reserved", "sign up for our", "subscribe to our", "sign up to our", "our newsletter", "your inbox", "follow us on", "follow him on twitter", "follow her on twitter", "on twitter @", "on twitter at @", "like us on facebook", "terms of service", "privacy policy", "terms of use", "affiliate commission", "cookie policy", "click here to subscribe", "click here to sign up",
    "images via getty", "/getty images", "getty images/", "(ap photo", "ap photo/", "via getty images", "/reuters", "/afp", "/shutterstock", "shutterstock.com", "adobe stock", "must not be republished", "may not be reproduced", "may not be published, broadcast", "spam-protected", "recaptcha",
    "扫描二维码", "微信公众号", "未经许可", "不得转载", "all comments", "log in to comment", "join the discussion", "newsletter abonnieren", "alle rechte vorbehalten",
};

constexpr std::string_view kForeign[] = {
    "related", "recommended", "more from", "more on", "more in", "more stories", "more news", "read more", "read next", "read also", "also read", "you may", "you might", "most read", "most popular", "trending", "popular", "latest", "about the author", "about author",
    "author bio", "comments", "comment", "leave a", "post a comment", "share", "follow us", "subscribe", "newsletter", "sign up", "join our", "tags", "topics", "categories", "advertisement", "sponsored", "up next", "what to read next", "see also", "further reading", "don't miss",
    "recent posts", "recent articles", "similar posts", "similar articles", "editor's picks", "keep reading", "stay connected", "stay informed", "get in touch", "contact us", "what others", "join the conversation", "discover more", "explore more", "next article", "previous article", "next post", "previous post", "other stories", "other news", "top stories", "must read", "about the writer", "meet the author", "written by", "references", "external links", "bibliography", "notes and references",
    "mehr zum thema", "mehr aus", "weitere", "lesen sie", "das könnte", "auch interessant", "kommentare", "kommentar", "ähnliche", "verwandte", "schlagworte", "teilen", "newsletter", "meistgelesen", "beliebt", "neueste", "über den autor", "über die autor", "schreibe einen kommentar", "schreiben sie einen",
    "相关", "推荐", "延伸阅读", "热门", "最新", "评论", "猜你喜欢", "更多", "分享", "编辑推荐", "上一篇", "下一篇", "友情链接", "热点",
};

std::string_view Trim(std::string_view text) {
  constexpr std::string_view kEnds = " .:|>-*#•»!…";
  const size_t first = text.find_first_not_of(kEnds);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(kEnds) - first + 1);
}

template <size_t n>
bool StartsWithOneOf(std::string_view text, const std::string_view (&list)[n]) {
  return std::any_of(std::begin(list), std::end(list), [&](std::string_view s) { return text.starts_with(s); });
}

bool HasDigit(std::string_view text) { return std::any_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; }); }

// "January 5, 2025", "5 min read", "2025-01-05 10:22", "3 hours ago": digits, and nothing of a sentence.
bool IsDateline(std::string_view lower) {
  if (!HasDigit(lower) || lower.size() > 60) return false;
  constexpr std::string_view kMarks[] = {"jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec", "mär", "mai", "okt",
                                         "dez", " ago", "min read", "minute", "年", "20", "pm", "am", "uhr", "shares", "views", "comments", "words"};
  const size_t words = size_t(std::count(lower.begin(), lower.end(), ' ')) + 1;
  if (words > 8) return false;
  return std::any_of(std::begin(kMarks), std::end(kMarks), [&](std::string_view m) { return lower.find(m) != std::string_view::npos; });
}

}  // namespace

std::string_view LowerInto(std::string_view text, std::string& buffer) {
  buffer.assign(text);
  for (char& c : buffer) {
    if (c >= 'A' && c <= 'Z') c = char(c | 0x20);
  }
  for (size_t at = buffer.find("\xE2\x80\x99"); at != std::string::npos; at = buffer.find("\xE2\x80\x99", at + 1)) buffer.replace(at, 3, "'");
  return buffer;
}

bool IsBoilerplate(std::string_view paragraph) {
  if (paragraph.size() > kNoticeBytesMax) return false;
  std::string buffer;
  const std::string_view lower = Trim(LowerInto(paragraph, buffer));
  if (lower.empty()) return true;
  if (std::find(std::begin(kWhole), std::end(kWhole), lower) != std::end(kWhole)) return true;
  if (paragraph.size() <= 220 && StartsWithOneOf(lower, kStarts)) return true;
  if (paragraph.size() > 300) return false;
  return std::any_of(std::begin(kInside), std::end(kInside), [&](std::string_view s) { return lower.find(s) != std::string_view::npos; });
}

bool IsForeignHeading(std::string_view heading) {
  if (heading.size() > 60) return false;
  std::string buffer;
  return StartsWithOneOf(Trim(LowerInto(heading, buffer)), kForeign);
}

bool IsByline(std::string_view line) {
  if (line.size() > kLineBytesMax) return false;
  std::string buffer;
  const std::string_view lower = Trim(LowerInto(line, buffer));
  constexpr std::string_view kBy[] = {"by ", "von ", "written by", "posted by", "author", "published", "updated", "posted", "last updated", "story by", "words by", "text:", "记者", "作者", "来源", "发布时间", "时间：", "编辑", "stand:", "veröffentlicht", "aktualisiert", "editor"};
  const bool sentence = line.ends_with('.') && line.size() > 60;
  return !sentence && (StartsWithOneOf(lower, kBy) || IsDateline(lower));
}

}  // namespace tocsin
