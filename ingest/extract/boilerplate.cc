#include "ingest/extract/boilerplate.h"

#include <algorithm>
#include <iterator>

#include "ingest/extract/phrases.h"

namespace tocsin {
namespace {

constexpr size_t kNoticeBytesMax = 400;  // longer paragraphs say something of their own
constexpr size_t kLineBytesMax = 120;

// A report may well be about these; a notice that names them speaks to the reader.
constexpr std::string_view kTerms[] = {"terms of service", "privacy policy", "terms of use",
                                       "cookie policy",    "privacy notice", "terms and conditions"};

bool IsLegalNotice(std::string_view lower) {
  const auto named = std::count_if(std::begin(kTerms), std::end(kTerms),
                                   [&](std::string_view term) { return lower.find(term) != std::string_view::npos; });
  if (named == 0) return false;
  static constexpr std::string_view kToReaders[] = {"you ", "your ", "agree", "our ", "apply"};
  return named > 1 || lower.size() < 60 ||
         std::any_of(std::begin(kToReaders), std::end(kToReaders),
                     [&](std::string_view s) { return lower.find(s) != std::string_view::npos; });
}

// "Follow Example News on Facebook".
bool IsInvitation(std::string_view lower) {
  if (lower.size() > 220 || !(lower.starts_with("follow ") || lower.starts_with("like ") || lower.starts_with("join ")))
    return false;
  static constexpr std::string_view kPlaces[] = {"on twitter", "on facebook", "on instagram", "on linkedin", "on x.",
                                                 "on threads", "on bluesky",  "on tiktok",    "on youtube"};
  return std::any_of(std::begin(kPlaces), std::end(kPlaces),
                     [&](std::string_view place) { return lower.find(place) != std::string_view::npos; });
}

std::string_view Trim(std::string_view text) {
  constexpr std::string_view kEnds = " .:|>-*#•»!…";
  const size_t first = text.find_first_not_of(kEnds);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(kEnds) - first + 1);
}

template <size_t n>
bool StartsWithOneOf(std::string_view text, const std::string_view (&list)[n]) {
  if (text.empty()) return false;
  return std::any_of(std::begin(list), std::end(list),
                     [&](std::string_view s) { return s[0] == text[0] && text.starts_with(s); });
}

bool HasDigit(std::string_view text) {
  return std::any_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

// "January 5, 2025", "5 min read", "2025-01-05 10:22", "3 hours ago": digits, and nothing of a sentence.
bool IsDateline(std::string_view lower) {
  if (!HasDigit(lower) || lower.size() > 60) return false;
  constexpr std::string_view kMarks[] = {"jan", "feb", "mar",  "apr",      "may",    "jun",      "jul",
                                         "aug", "sep", "oct",  "nov",      "dec",    "mär",      "mai",
                                         "okt", "dez", " ago", "min read", "minute", "年",       "20",
                                         "pm",  "am",  "uhr",  "shares",   "views",  "comments", "words"};
  const size_t words = size_t(std::count(lower.begin(), lower.end(), ' ')) + 1;
  if (words > 8) return false;
  return std::any_of(std::begin(kMarks), std::end(kMarks),
                     [&](std::string_view m) { return lower.find(m) != std::string_view::npos; });
}

}  // namespace

std::string_view LowerInto(std::string_view text, std::string& buffer) {
  buffer.assign(text);
  for (char& c : buffer) {
    if (c >= 'A' && c <= 'Z') c = char(c | 0x20);
  }
  for (size_t at = buffer.find("\xE2\x80\x99"); at != std::string::npos; at = buffer.find("\xE2\x80\x99", at + 1))
    buffer.replace(at, 3, 1, '\'');
  return buffer;
}

bool IsBoilerplate(std::string_view paragraph) {
  if (paragraph.size() > kNoticeBytesMax) return false;
  std::string buffer;
  const std::string_view lower = Trim(LowerInto(paragraph, buffer));
  if (paragraph.starts_with('[') && paragraph.ends_with(']') && lower.find('=') != std::string_view::npos) return true;
  if (lower.empty() || (paragraph.starts_with('<') && lower.find("=\"") != std::string_view::npos)) return true;
  const Phrases& phrases = Phrases::Get();
  if (phrases.whole.contains(lower) || (paragraph.size() <= 220 && phrases.starts.Any(lower))) return true;
  if (paragraph.size() > 300) return false;
  if (IsLegalNotice(lower) || IsInvitation(lower)) return true;
  return std::any_of(phrases.inside.begin(), phrases.inside.end(),
                     [&](std::string_view s) { return lower.find(s) != std::string_view::npos; });
}

bool IsWall(std::string_view text) {
  static constexpr std::string_view kPhrases[] = {"we value your privacy",
                                                  "we and our ",
                                                  "information on a device",
                                                  "withdraw your consent",
                                                  "manage your choices",
                                                  "before you continue",
                                                  "accept all",
                                                  "wir und unsere ",
                                                  "ihre einwilligung",
                                                  "nous et nos ",
                                                  "checking your browser",
                                                  "verify you are human",
                                                  "enable javascript and cookies",
                                                  "ray id"};
  std::string buffer;
  const std::string_view lower = LowerInto(text, buffer);
  size_t held = 0, bytes = 0;  // phrases; and bytes of the paragraphs with any
  for (size_t at = 0; at < lower.size();) {
    const size_t end = std::min(lower.find('\n', at), lower.size());
    const std::string_view line = lower.substr(at, end - at);
    const auto here = std::count_if(std::begin(kPhrases), std::end(kPhrases),
                                    [&](std::string_view s) { return line.find(s) != std::string_view::npos; });
    held += size_t(here);
    if (here > 0) bytes += line.size();
    at = end + 1;
  }
  return held >= 2 && bytes * 2 >= lower.size();
}

// "Share" and "Related stories" lead elsewhere, "Share prices fall" does not: after a single word only what is also
// said of other pages may follow. In Chinese, only short headings are such.
bool IsForeignAfter(std::string_view word, std::string_view rest) {
  if (uint8_t(word[0]) >= 0xE4) return word.size() + rest.size() <= 24;
  if (rest.empty() || word.find(' ') != std::string_view::npos) return true;
  static constexpr std::string_view kFollowers[] = {
      "article",   "articles", "stor",  "news",   "post",    "reading",  "content", "link",    "topic",
      "video",     "this",     "us",    "to ",    "for ",    "now",      "from",    "by ",     "in ",
      "on ",       "more",     "read",  "cover",  "product", "resource", "search",  "section", "page",
      "guide",     "blog",     "book",  "themen", "artik",   "beitr",    "meldung", "infor",   "inhalt",
      "nachricht", "empfehl",  "tipps", "termin", "today",   "and ",     "&",       "(",       "event",
      "events",    "our",      "your",  "the ",   "with",    "tags",     "comment", "categor", "update"};
  if (word == "ansprechpartner" || word == "pressekontakt") return true;
  if (rest[0] != ' ' && rest[0] != ':') return rest.size() <= 4;  // an ending
  rest.remove_prefix(1);
  return std::any_of(std::begin(kFollowers), std::end(kFollowers),
                     [&](std::string_view follower) { return rest.starts_with(follower); });
}

bool IsForeignHeading(std::string_view heading) {
  if (heading.size() > 60) return false;
  std::string buffer;
  const std::string_view lower = Trim(LowerInto(heading, buffer));
  return Phrases::Get().foreign.Any(
      lower, [&](std::string_view word) { return IsForeignAfter(word, lower.substr(word.size())); });
}

bool OpensNoSection(std::string_view heading) {
  static constexpr std::string_view kPassing[] = {"share",     "subscribe",      "newsletter", "sign up",
                                                  "follow us", "advert",         "sponsored",  "tags",
                                                  "teilen",    "get the latest", "join our",   "分享"};
  std::string buffer;
  return StartsWithOneOf(Trim(LowerInto(heading, buffer)), kPassing);
}

bool IsByline(std::string_view line) {
  if (line.size() > kLineBytesMax) return false;
  std::string buffer;
  const std::string_view lower = Trim(LowerInto(line, buffer));
  constexpr std::string_view kBy[] = {
      "by ",          "von ",     "written by", "posted by",      "author",       "published", "updated", "posted",
      "last updated", "story by", "words by",   "text:",          "记者",         "作者",      "来源",    "发布时间",
      "时间：",       "编辑",     "stand:",     "veröffentlicht", "aktualisiert", "editor"};
  const bool sentence = (line.ends_with('.') && line.size() > 60) || line.ends_with(':') ||
                        (lower.starts_with("by ") && std::count(lower.begin(), lower.end(), ' ') > 9);
  return !sentence && (StartsWithOneOf(lower, kBy) || IsDateline(lower));
}

}  // namespace tocsin
