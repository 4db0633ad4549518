#include "nlp/dates/date_words.h"

#include "nlp/dates/english.h"
#include "nlp/text/cursor.h"

namespace tocsin {
namespace english {

Found ReadPoint(const Reader& r, size_t pos) {
  if (pos >= r.text.size()) return std::nullopt;
  const DatePlace place{r.text, r.anchor, false, r.joined, r.ranged, r.nested};
  if (IsAsciiLetter(r.text[pos])) return ReadEnglishDate(place, pos, LettersAt(r.text, pos));
  return IsAsciiDigit(r.text[pos]) ? ReadDigitDate(place, pos) : std::nullopt;
}

}  // namespace english

bool PlausibleYear(int year) { return year >= 1700 && year <= 2199; }

bool MayStartDate(std::string_view word) { return FindDateLead(word).kind != DateLead::kNone; }

SmallNumber ReadSmallNumber(std::string_view text, size_t pos) {
  int value = 0;
  size_t at = pos;
  for (int digits = 0;; ++digits) {
    const CodePoint c = Decode(text, at);
    const int d = c.value >= '0' && c.value <= '9'         ? int(c.value - '0')
                  : c.value >= 0xFF10 && c.value <= 0xFF19 ? int(c.value - 0xFF10)
                                                           : -1;
    if (d < 0 || c.bytes == 0) return digits == 0 ? SmallNumber{} : SmallNumber{value, at};
    if (digits == 4) return {};
    value = value * 10 + d;
    at += c.bytes;
  }
}

std::optional<DatePart> ReadEnglishDate(const DatePlace& place, size_t pos, std::string_view word) {
  const english::Reader r{place.text, place.anchor, place.joined, place.ranged, place.nested};
  const DateLeadWord lead = FindDateLead(word);
  if (lead.kind == DateLead::kNone) return std::nullopt;
  if (WordCharAt(place.text, pos + word.size()) && lead.kind != DateLead::kPartLetter && lead.kind != DateLead::kYear)
    return std::nullopt;
  switch (lead.kind) {
    case DateLead::kNone: return std::nullopt;
    case DateLead::kMonth: {
      if (auto date = english::MonthFirst(r, pos)) return date;
      return std::nullopt;
    }
    case DateLead::kWeekday: return english::WeekdayFirst(r, pos, pos, std::nullopt);
    case DateLead::kDayWord: return english::DayWordFirst(r, pos, word, lead.value);
    case DateLead::kNow: {
      if (RangeLinkAt(place.text, pos + word.size(), english::BetweenWordBefore(place.text, pos)) == 0)
        return std::nullopt;
      const Folded before(WordBefore(place.text, pos));
      if (before.view() != "between" && before.view() != "from") return std::nullopt;
      return english::Spanning(place.anchor.DayOffset(0), pos, pos + word.size());
    }
    case DateLead::kStep: return english::StepFirst(r, pos, word, lead.value);
    case DateLead::kOrdinal: {
      if (auto date = english::OrdinalFirst(r, pos)) return date;
      return english::CountFirst(r, pos);
    }
    case DateLead::kCount: return english::CountFirst(r, pos);
    case DateLead::kUnit: return english::UnitFirst(r, pos, word);
    case DateLead::kYear: return english::YearWordFirst(r, pos, word);
    case DateLead::kEdge: return english::EdgeFirst(r, pos, word, lead.value);
    case DateLead::kPartLetter: return english::PartLetterFirst(r, pos, lead.value);
    case DateLead::kDecade: return english::DecadeFirst(r, pos, word, lead.value);
    case DateLead::kHoliday: return english::HolidayFirst(r, pos, pos, std::nullopt);
    case DateLead::kEndOfCurrent: return english::EndOfCurrent(r, pos, word, char(lead.value));
  }
  return std::nullopt;
}

std::optional<DatePart> ReadDigitDate(const DatePlace& place, size_t pos) {
  const english::Reader r{place.text, place.anchor, place.joined, place.ranged, place.nested};
  if (auto date = english::PartDigitFirst(r, pos)) return date;
  if (auto date = english::Numeric(r, pos, place.day_first)) return date;
  size_t behind = pos;
  while (IsAsciiDigit(ByteAt(place.text, behind))) ++behind;
  behind = SkipBlanks(place.text, behind);
  if (ByteAt(place.text, behind) == '-' || ByteAt(place.text, behind) == '~') {  // 1-9月
    do ++behind;
    while (IsAsciiDigit(ByteAt(place.text, behind)));
  }
  if (static_cast<unsigned char>(ByteAt(place.text, behind)) >= 0xE2) {
    if (auto date = ReadHanDate(place, pos)) return date;
  }
  if (auto date = english::OrdinalFirst(r, pos)) return date;
  if (auto date = english::CountFirst(r, pos)) return date;
  return english::YearFirst(r, pos);
}

std::optional<DatePart> ReadDate(const DatePlace& place, size_t pos) {
  if (pos >= place.text.size()) return std::nullopt;
  if (IsAsciiDigit(place.text[pos])) return ReadDigitDate(place, pos);
  if (IsAsciiLetter(place.text[pos])) return ReadEnglishDate(place, pos, LettersAt(place.text, pos));
  return ReadHanDate(place, pos);
}

}  // namespace tocsin
