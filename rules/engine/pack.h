// A compiled pack: what the engine reads. Immutable once built; shared by all threads.
#pragma once

#include <array>
#include <bitset>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "nlp/lexicon.h"
#include "rules/event.h"
#include "rules/rulebook.h"

namespace tocsin {

using ListId = uint16_t;
inline constexpr size_t kListsMax = 1024;  // lexicons and cue lists of all packs
using ListSet = std::bitset<kListsMax>;

// Where in the sentence a role is looked for, seen from the trigger.
enum class SlotKind : uint8_t {
  kSubject,     // who does it: left of the verb, through control verbs, relatives and pronouns
  kObject,      // right of the verb, before any preposition
  kPp,          // after one of `prepositions`, right of the trigger in its clause
  kPpLeft,      // the same on the left: "in talks with X about buying"
  kPossessive,  // "X's stake"
  kCompound,    // "the X stake", "X-backed"
  kBefore,      // nearest on the left, whatever its function
  kAfter,       // nearest on the right, whatever its function
  kClause,      // anywhere in the clause
  kSentence,    // anywhere in the sentence
  kTopic,       // the organization that the event told last befell: "The round was led by ..."
};

struct Slot {
  SlotKind kind;
  std::vector<std::string> prepositions;  // kPp, kPpLeft
  uint64_t endings = 0;                   // of the prepositions, by EndingOf: most other words end otherwise

  // One bit for the last byte of a word, in any case.
  static uint64_t EndingOf(std::string_view word) {
    return word.empty() ? 0 : uint64_t{1} << ((word.back() | 0x20) & 0x3F);
  }
};

// Entity types by coarse type or by a pack's finer one. Neither: every type, but for those left out ("-exchange").
struct TypeFilter {
  std::bitset<8> coarse;
  std::vector<std::string> subtypes, except;  // sorted
  bool any() const { return coarse.none() && subtypes.empty(); }
  bool Accepts(const Entity& entity) const;
};

// How to fill the roles when the trigger stands in one voice.
struct RoleSlots {
  Role role;
  std::vector<Slot> slots;  // tried in order
};
using VoiceSlots = std::vector<RoleSlots>;

enum class Voice : uint8_t { kActive, kPassive, kNominal };
inline constexpr size_t kVoiceCount = 3;

enum class Scope : uint8_t { kNear, kClause, kSentence };  // kNear: within three words of the trigger

// Something that must stand, or must not stand, around a trigger.
struct Condition {
  ListSet lists;
  Scope scope = Scope::kClause;
};

struct Specialisation {
  ListSet lists;                                   // some term of these in the sentence, when not empty
  std::vector<std::pair<Role, TypeFilter>> roles;  // and each of these filled by one of its types
  std::vector<std::string> target_ends;            // and a target's words end so: 办法, "Act"
  bool has_amount = false;                         // and an amount was found
  std::string event;
};

// A requirement is met when one of its alternatives is.
struct Requirement {
  std::vector<Role> roles;
  bool amount = false, stake = false, cue = false;
  bool percent = false;  // any percentage in the sentence
  bool pair = false;     // two actors or more
  std::string text;      // as written, for explanations
};

struct RuleExample {
  std::string text;
  std::string where;  // "file:line"
  bool match = true;  // false: this rule must not fire
  std::optional<Status> status;
  std::map<Role, std::vector<std::string>> roles;  // entity ids or names
  std::string amount;                              // "60000000000 CNY"
  std::string event;                               // when specialised
};

struct Rule {
  std::string id, type, language, where;
  bool chinese = false;    // by its language
  bool two_parts = false;  // `with` is not empty
  int line = 0;
  uint8_t weight = 70;  // 0..100: confidence before filters
  ListSet trigger;
  ListSet with;    // a second part of the trigger, when not empty
  int within = 6;  // words between the two parts
  bool with_after = true, with_before = false;
  std::array<VoiceSlots, kVoiceCount> voices;  // an empty one: the rule has no such voice
  std::array<TypeFilter, kRoleCount> types;
  std::vector<Requirement> require;
  std::vector<Condition> block;
  std::vector<Condition> need;  // all must hold
  std::vector<Specialisation> specialise;
  std::optional<Status> status;       // instead of what the verb's form says
  std::optional<Status> status_past;  // for a finite past or perfect
  bool field = true;                  // must concern AI, chips, compute, data: `field` lists or entity types near
  bool takes_amount = true;
  std::optional<Role> attach;  // no event of its own: its actors take this role in the event told last
  bool mirror = false;  // actor and target stand for each other when only one is named: who lists is what is listed
  std::vector<RuleExample> examples;
};

// A test of the whole pack: a text and all the events it gives.
struct PackTest {
  std::string text, language, where;
  Timestamp published;
  std::vector<RuleExample> expect;  // empty: no event
  bool todo = false;
};

// The cue lists that the engine itself asks for, by name "cue.NAME".
enum class Cue : uint8_t {
  kConsidered,
  kProposed,
  kAnnounced,
  kCompleted,
  kDenied,
  kCancelled,
  kNegation,
  kPseudoNegation,
  kHypothetical,
  kOpinion,
  kReportedly,
  kAttribution,
  kAccordingTo,
  kStop,
  kNotTheSum,
  kForecast,
  kNotACue,
  kFalsehood,
  kNotQuite,
  kEnded,          // what ends a deal told before: "collapsed"
  kSealed,         // what closes it: "went through"
  kDealNoun,       // words for a deal told before
  kMeasureNoun,    // words for an act of policy told before
  kFiction,        // what makes a tale of its sentence
  kAdvertisement,  // what labels paid matter
};
inline constexpr size_t kCueCount = 25;

struct CompiledPack {
  std::shared_ptr<const Lexicon> lexicon;
  std::vector<ListId> list_of_term;    // by term index
  std::vector<WordForm> form_of_term;  // likewise
  std::vector<std::string> list_names;
  std::vector<Rule> rules;                           // by id
  std::vector<std::vector<uint32_t>> rules_by_list;  // trigger list -> rules
  ListSet field_triggers, anywhere_triggers;         // lists of rules that ask for the field, and of those that do not
  std::vector<uint32_t> cues_of_list;                // what the engine reads the terms of a list as: bits by Cue
  ListSet field_lists;
  std::vector<std::string> field_subtypes;  // sorted
  std::vector<PackTest> tests;
  std::vector<std::string> warnings;
  std::string hash;
};

// All errors at once, one a line: "file:line:column: what".
Result<CompiledPack> CompilePacks(const std::vector<PackFile>& files);

}  // namespace tocsin
