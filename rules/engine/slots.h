// Finds who fills a slot: from the trigger outward, by surface order.
#pragma once

#include <vector>

#include "rules/engine/clause.h"
#include "rules/engine/short_list.h"

namespace tocsin {

// Entity mention indices.
using Fillers = ShortList<uint32_t, 4>;

// Units.
using UnitGroup = ShortList<int, 4>;

// What the document has told so far, for "it", "the company", "the ministry".
struct Discourse {
  Fillers last_subject;       // entity mention indices of the last sentence's main subject
  Fillers last_organization;  // the last one that is no person
  Fillers last_person;
  Fillers last_company;     // the last organization named, whatever its function
  Fillers last_instrument;  // the last act, bill or programme named, also in the same sentence
  Fillers pair;             // the parties of the event told last, if there are two: "the companies"
  Fillers topic;            // what the event told last befell, if that is an organization
};

// A trigger in its sentence.
struct TriggerSite {
  int first = 0, last = 0;      // units of the whole trigger, both parts
  int head = 0, head_last = 0;  // units of the head: the verb or noun that `trigger.lex` matched
  WordForm form = WordForm::kNone;
  Voice voice = Voice::kActive;
  ClauseRange clause;
};

// The voice in which the term at `site` stands, from its form and the words before it.
Voice VoiceOf(const SentenceView& view, const TermUse& head);

// "the chipmaker", "the startup": a company told of before.
bool IsCompanyWord(std::string_view word);

// The units that make one coordinated group with the entity at unit `at`: "SoftBank, OpenAI and Oracle".
UnitGroup GroupAround(const SentenceView& view, int at);

// Entities in `slot` that `types` accepts; empty when there is none.
Fillers FillSlot(const SentenceView& view, const TriggerSite& site, const Slot& slot, const TypeFilter& types,
                 const Discourse& discourse);

// The sentence's main subject: the first group that no preposition governs. For the discourse.
Fillers MainSubject(const SentenceView& view);

}  // namespace tocsin
