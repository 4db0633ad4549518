#include "rules/engine/attribution.h"

#include "rules/engine/slots.h"

namespace tocsin {
namespace {

Attribution Named(const SentenceView& view, int unit) {
  return {view.EntityAt(unit).name, view.units[size_t(unit)].span};
}

// "according to X", "据X报道": the words behind the cue, up to the next mark.
Attribution Behind(SentenceView& view, const TermUse& cue) {
  for (int i = cue.last + 1; i < view.size() && i <= cue.last + 10; ++i) {
    if (view.units[size_t(i)].Is(kComma | kClauseEnd)) break;
    if (!view.IsEntity(i)) continue;
    Attribution found = Named(view, i);
    // "according to A and B, C is in talks": behind the comma stands who does it.
    view.units[size_t(i)].attributed = true;
    for (int k = i + 1; k < view.size() && (view.IsEntity(k) || view.units[size_t(k)].Is(kAnd)); ++k)
      view.units[size_t(k)].attributed = view.IsEntity(k);
    return found;
  }
  // "according to people familiar with the matter"
  int last = cue.last;
  while (last + 1 < view.size() && last < cue.last + 6 && view.units[size_t(last + 1)].kind == UnitKind::kWord) ++last;
  if (last == cue.last) return {};
  const ByteSpan words{view.units[size_t(cue.last + 1)].span.begin, view.units[size_t(last)].span.end};
  return {std::string(words.in(view.text)), words};
}

// Laws and products say nothing.
bool CanSpeak(const SentenceView& view, int unit) {
  if (!view.IsEntity(unit)) return false;
  const EntityType type = view.EntityAt(unit).type;
  return type != EntityType::kLawOrProgram && type != EntityType::kProduct;
}

// The speaker of a verb of saying: the nearest name left of it, else right of it (inverted: "said Mr. X"). Behind
// "and said" it is who did what stands before.
int Speaker(const SentenceView& view, const TermUse& verb) {
  const bool joined = !view.chinese && verb.first > 0 && view.units[size_t(verb.first - 1)].Is(kAnd);
  for (int i = 0; joined && i < verb.first; ++i) {
    if (CanSpeak(view, i)) return i;
  }
  for (int i = verb.first - 1; i >= 0 && i >= verb.first - 12; --i) {
    if (view.units[size_t(i)].Is(kClauseEnd)) break;
    if (CanSpeak(view, i)) return i;
  }
  // "execs said Intel would": who speaks stands in front, without a name.
  const bool spoken_for = !view.chinese && verb.first > 0 &&
                          view.units[size_t(verb.first - 1)].kind == UnitKind::kWord &&
                          !view.units[size_t(verb.first - 1)].Is(kQuote);
  if (spoken_for) return -1;
  for (int i = verb.last + 1; i < view.size() && i <= verb.last + 8; ++i) {
    if (view.units[size_t(i)].Is(kClauseEnd | kRelative | kPronoun)) break;
    if (CanSpeak(view, i)) return i;
  }
  return -1;
}

// "..., Intel said": a frame behind a comma or a quotation mark, with nothing of the claim after it.
bool StandsApart(const SentenceView& view, int speaker, const TermUse& verb) {
  int i = speaker - 1;
  while (i >= 0 && view.units[size_t(i)].kind == UnitKind::kWord && !view.units[size_t(i)].Is(kPreposition | kAnd) &&
         speaker - i < 7)
    --i;
  const bool mark_before = i >= 0 && view.units[size_t(i)].Is(kComma | kQuote);
  if (speaker > verb.last) return true;
  if (!mark_before) return false;
  const bool told = view.Words(verb.last) == "told";  // "told Reuters": whom is no claim
  for (int j = verb.last + 1; j < view.size() && j <= verb.last + 3; ++j) {
    if (view.units[size_t(j)].Is(kRelative | kPronoun) || (view.IsEntity(j) && !told)) return false;
  }
  return true;
}

}  // namespace

Attribution FindAttribution(SentenceView& view) {
  if (!view.HasCue(Cue::kAccordingTo) && !view.HasCue(Cue::kAttribution)) return {};
  for (const TermUse& t : view.terms) {
    if (!t.IsCue(Cue::kAccordingTo) || t.inside_name || t.shadowed) continue;
    Attribution found = Behind(view, t);
    if (!found.name.empty()) return found;
  }
  for (const TermUse& t : view.terms) {
    if (!t.IsCue(Cue::kAttribution) || t.inside_name || t.shadowed) continue;
    const int speaker = Speaker(view, t);
    if (speaker < 0) continue;
    Attribution found = Named(view, speaker);
    if (!view.chinese && StandsApart(view, speaker, t)) {
      view.units[size_t(speaker)].attributed = true;
      // "Intel CEO Lip-Bu Tan said": the affiliation belongs to the frame.
      for (int i = speaker - 1; i >= 0 && i >= speaker - 4; --i) {
        if (view.units[size_t(i)].kind == UnitKind::kPunct) break;
        if (view.IsEntity(i)) view.units[size_t(i)].attributed = true;
      }
    }
    return found;
  }
  return {};
}

}  // namespace tocsin
