#include "nlp/dates/moments.h"

#include "nlp/dates/date_words.h"
#include "nlp/names/calendars.h"
#include "nlp/text/cursor.h"

namespace tocsin {
namespace {

struct PartRow {
  std::string_view word;
  PartOfDay part;
};
constexpr PartRow kParts[] = {{"morning", PartOfDay::kMorning}, {"afternoon", PartOfDay::kAfternoon},
                              {"evening", PartOfDay::kEvening}, {"night", PartOfDay::kNight},
                              {"am", PartOfDay::kMorning},      {"pm", PartOfDay::kAfternoon}};
constexpr std::string_view kPartTimes[] = {"", "T08:00:00", "T12:00:00", "T16:00:00", "T20:00:00"};
constexpr std::string_view kPartEnds[] = {"", "T12:00:00", "T16:00:00", "T20:00:00", "T23:59:59"};

// "morning", "late evening".
PartOfDay PartAt(std::string_view text, size_t pos, size_t& end) {
  for (std::string_view edge : WordList{"early", "late"}) {
    if (WordAt(text, pos, edge)) pos = SkipBlanks(text, pos + edge.size());
  }
  for (const PartRow& row : kParts) {
    if (!WordAt(text, pos, row.word)) continue;
    end = pos + row.word.size();
    return row.part;
  }
  return PartOfDay::kNone;
}

// "5" in "from 5 to 6pm".
TimeOfDay BareHour(std::string_view text, size_t pos) {
  const SmallNumber n = ReadSmallNumber(text, pos);
  if (n.value < 1 || n.value > 24 || n.end - pos > 2 || WordCharAt(text, n.end)) return {};
  TimeOfDay t;
  t.begin = pos;
  t.end = n.end;
  t.hour = n.value;
  return t;
}

// "last night at 9", 今晚6点: the hour is one of the evening.
void IntoEvening(PartOfDay part, TimeOfDay& time) {
  if (part != PartOfDay::kNight && part != PartOfDay::kEvening && part != PartOfDay::kAfternoon) return;
  if (!time.half_given && time.hour >= 4 && time.hour < 12) time.hour += 12;
}

// "2pm to 4", 晚上7点到8点, "10:30 to 3": the second hour is of the half of the day that makes it the later one.
void IntoHalfOfFirst(const TimeOfDay& first, TimeOfDay& last) {
  const int shifted = last.hour + 12;
  if (last.half_given || last.hour >= 12 || last.hour > first.hour || shifted <= first.hour) return;
  last.hour = shifted;
}

// 八点之前, 八点后: on which side of the time the moment lies; not 八点前往.
Qualifier HanBoundBehind(std::string_view text, size_t end) {
  struct Bound {
    std::string_view words;
    Qualifier qualifier;
  };
  static constexpr Bound kBounds[] = {{"之前", Qualifier::kBefore}, {"以前", Qualifier::kBefore},
                                      {"之后", Qualifier::kAfter},  {"以后", Qualifier::kAfter},
                                      {"之後", Qualifier::kAfter},  {"以後", Qualifier::kAfter}};
  for (const Bound& bound : kBounds) {
    if (StartsWith(text, end, bound.words)) return bound.qualifier;
  }
  return Qualifier::kExact;
}

bool WordEndsAt(std::string_view text, size_t end, std::string_view word) {
  return end >= word.size() && WordAt(text, end - word.size(), word) && !WordCharBefore(text, end - word.size());
}

size_t TimeLink(std::string_view text, size_t pos, bool and_too) {
  const size_t at = SkipBlanks(text, pos);
  for (std::string_view dash : WordList{"-", "\u2013", "\u2014"}) {
    if (StartsWith(text, at, dash)) return SkipBlanks(text, at + dash.size());
  }
  for (std::string_view to : WordList{"到", "至"}) {
    if (StartsWith(text, at, to)) return at + to.size();
  }
  if (at == pos) return 0;
  if (WordAt(text, at, "to")) return SkipBlanks(text, at + 2);
  return and_too && WordAt(text, at, "and") ? SkipBlanks(text, at + 3) : 0;
}

std::string Clock(const TimeOfDay& t) {
  char clock[] = "T00:00:00";
  clock[7] = char('0' + t.second % 60 / 10);
  clock[8] = char('0' + t.second % 60 % 10);
  if (t.second < 0) clock[6] = '\0';
  clock[1] = char('0' + t.hour / 10);
  clock[2] = char('0' + t.hour % 10);
  clock[4] = char('0' + t.minute / 10);
  clock[5] = char('0' + t.minute % 10);
  return clock;
}

std::string Offset(std::string_view zone, CivilDay day) {
  const auto minutes = ZoneOfName(zone, day.month > 3 && day.month < 11);
  if (!minutes) return "";
  const int value = *minutes < 0 ? -*minutes : *minutes;
  std::string out(1, *minutes < 0 ? '-' : '+');
  for (const int part : {value / 60, value % 60}) {
    if (out.size() > 1) out += ':';
    out += char('0' + part / 10);
    out += char('0' + part % 10);
  }
  return out;
}

}  // namespace

MomentTail ReadTimes(std::string_view text, size_t pos) {
  MomentTail tail;
  const size_t before = SkipBlanksBack(text, pos);
  const bool between = WordEndsAt(text, before, "between"), from = WordEndsAt(text, before, "from");
  const auto time = ReadTime(text, pos);
  tail.first = time ? *time : BareHour(text, pos);
  if (tail.first.end == 0) return {};
  tail.begin = pos;
  if (time) tail.end = time->end;
  const size_t link = TimeLink(text, tail.first.end, between);
  if (link != 0) {
    auto last = ReadTime(text, link);
    const bool bare = !last;
    if (!last && (from || between || time)) {
      const TimeOfDay hour = BareHour(text, link);
      if (hour.end != 0) last = hour;
    }
    if (last && !(bare && ByteAt(text, last->end) == '%')) {
      tail.last = *last;
      tail.range = true;
      tail.certain = !bare || time.has_value();
      tail.end = last->end;
      // "5 to 6pm": both are in the afternoon.
      if (!tail.first.half_given && tail.last.half_given && tail.last.hour > 12 && tail.first.hour < 12 &&
          tail.first.hour + 12 <= tail.last.hour)
        tail.first.hour += 12;
      IntoHalfOfFirst(tail.first, tail.last);
      if (tail.first.zone.empty()) tail.first.zone = tail.last.zone;
    }
  }
  if (tail.end == 0) return {};
  if (!time && !tail.range) return {};
  if (tail.first.hour > 23 || (tail.range && tail.last.hour > 23)) tail.certain = false;
  tail.qualifier = HanBoundBehind(text, tail.end);
  return tail;
}

MomentTail ReadMomentTail(std::string_view text, const DatePart& day) {
  if (day.part != PartOfDay::kNone) {  // "tonight", "last night"
    MomentTail tail;
    tail.begin = day.begin;
    tail.end = day.end;
    tail.part = day.part;
    size_t at = SkipBlanks(text, day.end);
    if (WordAt(text, at, "at")) at = SkipBlanks(text, at + 2);
    const bool han = day.end > 0 && static_cast<unsigned char>(text[day.end - 1]) >= 0x80;
    if ((at == day.end && !han) || at >= text.size()) return tail;
    MomentTail times = ReadTimes(text, at);
    if (times.end == 0 || !times.certain) return tail;
    IntoEvening(day.part, times.first);
    if (times.range) IntoEvening(day.part, times.last);
    return times;
  }
  if (ByteAt(text, day.end) == 'T' && IsAsciiDigit(ByteAt(text, day.end + 1))) {  // 2025-06-09T14:30Z
    const MomentTail times = ReadTimes(text, day.end + 1);
    return times.certain ? times : MomentTail{};
  }
  size_t at = SkipBlanks(text, day.end);
  size_t part_end = 0;
  const PartOfDay part = at == day.end ? PartOfDay::kNone : PartAt(text, at, part_end);
  if (part != PartOfDay::kNone) at = SkipBlanks(text, part_end);
  if (ByteAt(text, at) == ',') at = SkipBlanks(text, at + 1);
  if (ByteAt(text, at) == '@') at = SkipBlanks(text, at + 1);
  bool said = false;
  for (std::string_view word : WordList{"at", "from", "between"}) {
    if (WordAt(text, at, word)) at = SkipBlanks(text, at + word.size()), said = true;
  }
  struct Bound {
    std::string_view word;
    Qualifier qualifier;
  };
  static constexpr Bound kBounds[] = {{"after", Qualifier::kAfter},
                                      {"before", Qualifier::kBefore},
                                      {"by", Qualifier::kBefore},
                                      {"until", Qualifier::kUntil}};
  Qualifier qualifier = Qualifier::kExact;
  for (const Bound& bound : kBounds) {
    if (qualifier != Qualifier::kExact || !WordAt(text, at, bound.word)) continue;
    at = SkipBlanks(text, at + bound.word.size());
    qualifier = bound.qualifier;
  }
  if (at < text.size()) {
    MomentTail times = ReadTimes(text, at);
    if (qualifier != Qualifier::kExact) times.qualifier = qualifier;
    if (part != PartOfDay::kNone) {
      IntoEvening(part, times.first);
      if (times.range) IntoEvening(part, times.last);
    }
    if (times.end != 0 && (times.certain || said)) return times;
  }
  if (part == PartOfDay::kNone) return {};
  MomentTail tail;
  tail.begin = day.begin;
  tail.end = part_end;
  tail.part = part;
  return tail;
}

void SkipPartOfDay(std::string_view text, const DatePart& day, MomentTail& tail) {
  const size_t at = SkipBlanks(text, day.end);
  size_t end = day.end;
  const PartOfDay behind = at == day.end ? PartOfDay::kNone : PartAt(text, at, end);
  const PartOfDay part = day.part != PartOfDay::kNone ? day.part : behind;
  tail.end = behind != PartOfDay::kNone ? end : day.end;
  IntoEvening(part, tail.first);
  if (tail.range) IntoEvening(part, tail.last);
}

std::string MomentText(CivilDay day, const MomentTail& tail) {
  std::string out = FormatDay(day);
  if (tail.part != PartOfDay::kNone)
    return out.append(kPartTimes[size_t(tail.part)])
        .append("/")
        .append(FormatDay(day))
        .append(kPartEnds[size_t(tail.part)]);
  if (tail.first.hour > 23 || (tail.range && tail.last.hour > 23)) return "";
  out += Clock(tail.first) + Offset(tail.first.zone, day);
  if (tail.range) return out + "/" + FormatDay(day) + Clock(tail.last) + Offset(tail.last.zone, day);
  // "Friday before 5 p.m." is all that lies before it.
  if (tail.qualifier == Qualifier::kBefore || tail.qualifier == Qualifier::kUntil) return "../" + out;
  return tail.qualifier == Qualifier::kAfter ? out + "/.." : out;
}

std::string TimesText(const MomentTail& tail) {
  return tail.range ? Clock(tail.first) + "/" + Clock(tail.last) : Clock(tail.first);
}

}  // namespace tocsin
