#include "nlp/annotations.h"

namespace tocsin {

const char* ToString(Qualifier q) {
  switch (q) {
    case Qualifier::kExact: return "";
    case Qualifier::kApprox: return "approx";
    case Qualifier::kMoreThan: return "more_than";
    case Qualifier::kAtLeast: return "at_least";
    case Qualifier::kLessThan: return "less_than";
    case Qualifier::kUpTo: return "up_to";
    case Qualifier::kNearly: return "nearly";
    case Qualifier::kEarly: return "early";
    case Qualifier::kMid: return "mid";
    case Qualifier::kLate: return "late";
    case Qualifier::kBefore: return "before";
    case Qualifier::kAfter: return "after";
    case Qualifier::kSince: return "since";
    case Qualifier::kUntil: return "until";
  }
  return "";
}

const char* ToString(Per p) {
  switch (p) {
    case Per::kNone: return "";
    case Per::kYear: return "year";
    case Per::kQuarter: return "quarter";
    case Per::kMonth: return "month";
    case Per::kWeek: return "week";
    case Per::kDay: return "day";
    case Per::kHour: return "hour";
    case Per::kShare: return "share";
    case Per::kUnit: return "unit";
  }
  return "";
}

const char* ToString(SentenceLanguage language) {
  switch (language) {
    case SentenceLanguage::kEnglish: return "en";
    case SentenceLanguage::kChinese: return "zh";
    case SentenceLanguage::kOther: break;
  }
  return "other";
}

}  // namespace tocsin
