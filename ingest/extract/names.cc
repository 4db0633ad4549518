#include "ingest/extract/names.h"

#include <algorithm>

#include "ingest/extract/boilerplate.h"
#include "ingest/feeds/date_words.h"
#include "ingest/markup/html_entities.h"
#include "ingest/markup/html_tree.h"

namespace tocsin {
namespace {

constexpr size_t kNameBytesMax = 60;

constexpr std::string_view kLeads[] = {"view all posts by ",
                                       "posts by ",
                                       "all posts by ",
                                       "more by ",
                                       "zeige alle beiträge von ",
                                       "alle beiträge von ",
                                       "articles by ",
                                       "recipe by ",
                                       "read more about ",
                                       "contributed by ",
                                       "by:",
                                       "by ",
                                       "von:",
                                       "von ",
                                       "par ",
                                       "por ",
                                       "written by:",
                                       "written by ",
                                       "posted by:",
                                       "published by:",
                                       "edited by ",
                                       "geschrieben von:",
                                       "geschrieben von ",
                                       "escrito por ",
                                       "publicado por ",
                                       "publiziert von ",
                                       "veröffentlicht von ",
                                       "erstellt von ",
                                       "gespeichert von ",
                                       "redigido por ",
                                       "da ",
                                       "di ",
                                       "and ",
                                       "und ",
                                       "posted by ",
                                       "author:",
                                       "authors:",
                                       "author ",
                                       "story by ",
                                       "words by ",
                                       "text by ",
                                       "reported by ",
                                       "published by ",
                                       "reviewed by ",
                                       "text:",
                                       "autor:",
                                       "ein beitrag von ",
                                       "ein kommentar von ",
                                       "eine analyse von ",
                                       "interview von ",
                                       "本报记者",
                                       "新华社记者",
                                       "记者",
                                       "作者：",
                                       "作者:",
                                       "作者",
                                       "编辑：",
                                       "编辑",
                                       "撰文",
                                       "文/",
                                       "文｜",
                                       "文丨",
                                       "通讯员",
                                       "：",
                                       ":"};

// What may follow a name on the same line: the date, the rest of the page's furniture.
constexpr std::string_view kTails[] = {" - ",
                                       " – ",
                                       " — ",
                                       " | ",
                                       "|",
                                       " published",
                                       " updated",
                                       " posted",
                                       " alle artikel",
                                       " alle beiträge",
                                       " view all",
                                       " follow",
                                       " on january",
                                       " on february",
                                       " on march",
                                       " on april",
                                       " on may ",
                                       " on june",
                                       " on july",
                                       " on august",
                                       " on september",
                                       " on october",
                                       " on november",
                                       " on december",
                                       " am ",
                                       " vom ",
                                       " shares",
                                       " is a ",
                                       " ist ",
                                       " (",
                                       " · ",
                                       " • ",
                                       " in ",
                                       " last updated",
                                       " on behalf of",
                                       " on jan ",
                                       " on feb ",
                                       " on mar ",
                                       " on apr ",
                                       " on jun ",
                                       " on jul ",
                                       " on aug ",
                                       " on sep ",
                                       " on oct ",
                                       " on nov ",
                                       " on dec ",
                                       "•",
                                       " stand:",
                                       " last",
                                       " view",
                                       " january ",
                                       " february ",
                                       " march ",
                                       " april ",
                                       " june ",
                                       " july ",
                                       " august ",
                                       " september ",
                                       " october ",
                                       " november ",
                                       " december ",
                                       " updated:",
                                       " comments",
                                       " leave a",
                                       " shares",
                                       " minute",
                                       " min read",
                                       " on monday",
                                       " on tuesday",
                                       " on wednesday",
                                       " on thursday",
                                       " on friday",
                                       " on saturday",
                                       " on sunday",
                                       " | ",
                                       " ⋅ ",
                                       " – ",
                                       " @",
                                       " ●"};

constexpr std::string_view kBreaks[] = {" and ", " & ", " und ", " et ", " y ", ", ",  ",",   ";",     " | ",
                                        "|",     " / ", "、",    "，",   "；",  " • ", " · ", " with "};

constexpr std::string_view kNoNames[] = {"admin",
                                         "administrator",
                                         "editor",
                                         "editors",
                                         "staff",
                                         "redaktion",
                                         "the editors",
                                         "guest",
                                         "guest author",
                                         "unknown",
                                         "author",
                                         "webmaster",
                                         "read more",
                                         "view all posts",
                                         "follow",
                                         "share",
                                         "null",
                                         "undefined",
                                         "n/a",
                                         "more",
                                         "posted",
                                         "published",
                                         "updated",
                                         "contributor",
                                         "editorial team",
                                         "editorial staff",
                                         "editorial board",
                                         "staff writer",
                                         "staff reporter",
                                         "senior reporter",
                                         "reporter",
                                         "correspondent",
                                         "user",
                                         "by",
                                         "written by",
                                         "posted by",
                                         "published by",
                                         "reviewed by",
                                         "edited by",
                                         "von",
                                         "por",
                                         "par",
                                         "geschrieben von",
                                         "publiziert am",
                                         "veröffentlicht am",
                                         "text",
                                         "autor",
                                         "autorin",
                                         "about the author",
                                         "mehr",
                                         "hire",
                                         "jobs",
                                         "one comment so far",
                                         "no comments",
                                         "comments",
                                         "website",
                                         "blog",
                                         "news",
                                         "wordpress",
                                         "anonymous",
                                         "anónimo",
                                         "super user",
                                         "site admin",
                                         "agencies",
                                         "guest post",
                                         "guest blogger",
                                         "no author",
                                         "wordpressadmin",
                                         "human",
                                         "quelle",
                                         "role",
                                         "date",
                                         "datum",
                                         "default"};

void TrimInPlace(std::string& s) {
  constexpr std::string_view kEnds = " .,:;-|/*()[]\"@\n";
  const size_t first = s.find_first_not_of(kEnds);
  if (first == std::string::npos) {
    s.clear();
    return;
  }
  s = s.substr(first, s.find_last_not_of(" ,:;-|/*([\"@\n") - first + 1);
}

void StripLead(std::string& s) {
  std::string buffer;
  for (bool again = true; again;) {
    again = false;
    const std::string_view lower = LowerInto(s, buffer);
    for (const std::string_view lead : kLeads) {
      if (!lower.starts_with(lead) || lower.size() <= lead.size()) continue;
      s.erase(0, lead.size());
      TrimInPlace(s);
      again = true;
      break;
    }
  }
}

// "Written byAnn Lee", "Interview: Ann Lee": a label that a page sets apart by its looks only.
void StripLabel(std::string& s) {
  static constexpr std::string_view kLabels[] = {"written by", "posted by", "geschrieben von", "by",
                                                 "von",        "text",      "author"};
  std::string buffer;
  const std::string_view lower = LowerInto(s, buffer);
  for (const std::string_view label : kLabels) {
    if (!lower.starts_with(label) || s.size() <= label.size() + 2) continue;
    if (s[label.size()] >= 'A' && s[label.size()] <= 'Z' && s[label.size() - 1] >= 'a') {
      s.erase(0, label.size());
      return;
    }
  }
  if (const size_t colon = s.find(": "); colon != std::string::npos && colon < 20) s.erase(0, colon + 2);
}

void CutTail(std::string& s) {
  std::string buffer;
  const std::string_view lower = LowerInto(s, buffer);
  size_t end = lower.size();
  for (const std::string_view tail : kTails) end = std::min(end, std::max<size_t>(lower.find(tail, 1), 1));
  if (lower.size() == s.size() && end > 1) s.resize(std::min(end, s.size()));
  while (!s.empty() && (s.back() == ' ' || s.back() == ',')) s.pop_back();
  const size_t last = s.rfind(' ');
  const bool number = last != std::string::npos && s.find_first_not_of("0123456789.", last + 1) == std::string::npos;
  const size_t before = number && last > 0 ? s.rfind(' ', last - 1) : std::string::npos;
  if (number && before != std::string::npos && MonthOfWord(lower.substr(before + 1, last - before - 1)) == 0)
    s.resize(last);
}

// "5 min read", "August 28": what stands beside names, after a comma or a bar.
bool IsDatePart(std::string_view lower) {
  const size_t word = lower.find(' ');
  std::string_view first = lower.substr(0, word);
  if (first.ends_with('.')) first.remove_suffix(1);
  const bool month = MonthOfWord(first) != 0;
  const bool digits = std::any_of(lower.begin(), lower.end(), [](char c) { return c >= '0' && c <= '9'; });
  return digits && (month || lower[0] <= '9');
}

bool IsWeekday(std::string_view lower) {
  static constexpr std::string_view kDays[] = {"mon",      "tue",    "wed",      "thu",     "fri",
                                               "sat",      "sun",    "monday",   "tuesday", "wednesday",
                                               "thursday", "friday", "saturday", "sunday"};
  return std::find(std::begin(kDays), std::end(kDays), lower) != std::end(kDays);
}

bool IsJobWord(std::string_view lower) {
  static constexpr std::string_view kWords[] = {
      "director",        "manager",     "head",        "engineer",  "consultant", "specialist", "officer",
      "founder",         "ceo",         "cto",         "cfo",       "strategist", "analyst",    "president",
      "executive",       "researcher",  "journalist",  "columnist", "producer",   "redakteur",  "redakteurin",
      "geschäftsführer", "co-founder",  "reviewer",    "writer",    "copywriter", "grader",     "astrologer",
      "strategy",        "development", "coordinator", "kolumnist", "finance"};
  return std::find(std::begin(kWords), std::end(kWords), lower) != std::end(kWords);
}

// "Head of Marketing", "Founder at Example": what stands behind a name and is none.
bool IsJob(std::string_view lower) {
  for (size_t at = 0; at < lower.size();) {
    const size_t end = std::min(lower.find(' ', at), lower.size());
    if (IsJobWord(lower.substr(at, end - at))) return true;
    at = end + 1;
  }
  return false;
}

// What stands between a name and a job.
bool DescribesJob(std::string_view lower) {
  static constexpr std::string_view kWords[] = {"tech",         "senior",    "staff",   "lead",      "chief",
                                                "contributing", "guest",     "content", "marketing", "freelance",
                                                "managing",     "associate", "news",    "deputy",    "executive",
                                                "political",    "science",   "health",  "former"};
  return std::find(std::begin(kWords), std::end(kWords), lower) != std::end(kWords);
}

bool IsCapitalised(std::string_view word) {
  return word.size() > 1 && word[0] >= 'A' && word[0] <= 'Z' && !(word[1] >= 'A' && word[1] <= 'Z');
}

// "Ann Lee Senior Tech Reporter", "Ann LeeMarch 5": what a page sets apart by its looks only. Two words stay.
void CutGlued(std::string& s) {
  static constexpr std::string_view kJobs[] = {"writer",     "reporter",      "editor",     "contributor",
                                               "journalist", "correspondent", "coordinator"};
  std::string buffer;
  const std::string_view lower = LowerInto(s, buffer);
  if (lower.size() != s.size()) return;
  size_t keep = std::string::npos;  // the end of the words that are no job
  size_t words = 0;
  bool name = true;
  for (size_t at = 0; at < s.size(); ++words) {
    const size_t end = std::min(lower.find(' ', at), lower.size());
    const std::string_view word = lower.substr(at, end - at);
    for (size_t i = at + 2; i < end; ++i) {
      const bool hump = s[i] >= 'A' && s[i] <= 'Z' && s[i - 1] >= 'a';
      if (hump && end - i > 3 && MonthOfWord(lower.substr(i, end - i)) != 0) return s.resize(i);
    }
    if (words < 2) {
      name = name && IsCapitalised(std::string_view(s).substr(at, end - at)) && !DescribesJob(word);
    } else if (std::find(std::begin(kJobs), std::end(kJobs), word) != std::end(kJobs) || word.ends_with("-based")) {
      if (name) s.resize(keep != std::string::npos ? keep : at - 1);
      return;
    } else if (!DescribesJob(word)) {
      keep = std::string::npos;
    } else if (keep == std::string::npos) {
      keep = at - 1;
    }
    at = end + 1;
  }
}

// Behind a name they belong to it; alone they are nobody's.
bool AreDegrees(const std::vector<std::string>& names) {
  static constexpr std::string_view kDegrees[] = {"MD", "RN", "BSN", "MBA", "CPA", "JD", "RD", "PhD", "Ph.D.", "Ph.D"};
  return std::all_of(names.begin(), names.end(), [&](const std::string& name) {
    return std::find(std::begin(kDegrees), std::end(kDegrees), name) != std::end(kDegrees);
  });
}

bool IsName(const std::string& s) {
  if (s.size() < 2 || s.size() > kNameBytesMax) return false;
  std::string buffer;
  const std::string_view lower = LowerInto(s, buffer);
  if (std::find(std::begin(kNoNames), std::end(kNoNames), lower) != std::end(kNoNames)) return false;
  if (lower.find("http") == 0 || lower.find('@') != std::string_view::npos ||
      lower.find("www.") != std::string_view::npos || lower.find(".com/") != std::string_view::npos)
    return false;
  if (IsDatePart(lower) || IsWeekday(lower) || IsJob(lower) || lower.starts_with("updated ")) return false;
  const auto digits = std::count_if(s.begin(), s.end(), [](char c) { return c >= '0' && c <= '9'; });
  return digits < 3 && std::count(s.begin(), s.end(), ' ') < 6;
}

void Split(const std::string& s, std::vector<std::string>& out) {
  size_t at = 0;
  while (at <= s.size()) {
    size_t end = s.size(), length = 0;
    for (const std::string_view mark : kBreaks) {
      const size_t found = s.find(mark, at);
      if (found < end) {
        end = found;
        length = mark.size();
      }
    }
    out.push_back(s.substr(at, end - at));
    if (length == 0) return;
    at = end + length;
  }
}

}  // namespace

std::vector<std::string> CutAuthors(std::string_view byline) {
  constexpr size_t kBylineBytesMax = 300;
  if (byline.size() > kBylineBytesMax) return {};
  std::string line;
  AppendCollapsed(Unescape(byline), line);
  if (const size_t tag = line.find('<'); tag != std::string::npos) line.resize(tag);
  TrimInPlace(line);
  StripLabel(line);
  StripLead(line);
  std::vector<std::string> parts, out;
  Split(line, parts);
  for (std::string& part : parts) {
    TrimInPlace(part);
    StripLead(part);
    CutTail(part);
    if (out.empty()) CutGlued(part);
    if (IsName(part) && std::find(out.begin(), out.end(), part) == out.end()) out.push_back(std::move(part));
  }
  if (AreDegrees(out)) out.clear();
  return out;
}

std::vector<std::string> CutAuthors(const std::vector<std::string>& bylines) {
  constexpr size_t kAuthorsMax = 100;
  std::vector<std::string> out;
  for (const std::string& byline : bylines) {
    if (out.size() >= kAuthorsMax) break;
    for (std::string& name : CutAuthors(byline)) {
      if (std::find(out.begin(), out.end(), name) == out.end()) out.push_back(std::move(name));
    }
  }
  return out;
}

}  // namespace tocsin
