// Sentence by sentence: triggers, voices, roles, amount, status; then one pass over the document.
#include "rules/recognizer.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "ingest/base/limits.h"
#include "ingest/base/time.h"
#include "rules/engine/attribution.h"
#include "rules/engine/document.h"
#include "rules/engine/fate.h"
#include "rules/engine/money.h"
#include "rules/engine/rulebook_access.h"
#include "rules/engine/slots.h"
#include "rules/engine/status.h"

namespace tocsin {
namespace {

class Recognizer {
 public:
  Recognizer(std::string_view text, const Annotations& annotations, const AnnotateContext& context,
             const CompiledPack& pack, bool explain)
      : text_(annotations.simplified.empty() ? text : annotations.simplified),
        annotations_(annotations),
        context_(context),
        pack_(pack),
        explain_(explain) {}

  Recognition Run() {
    SentenceReader reader(text_, annotations_, pack_);
    SentenceView view;
    FindField();
    const size_t end = explain_ ? annotations_.sentences.size() : EndOfTelling();
    for (size_t sentence = 0; sentence < end && reader.Next(view); ++sentence) {
      const Attribution said = FindAttribution(view);
      RememberInstrument(view);
      if (!view.terms.empty()) ReadSentence(view, sentence, said);
      const Fillers subject = view.names.empty() ? Fillers() : MainSubject(view);
      Remember(view, subject);
      RememberPair(view, subject);
    }
    MergeMentions(out_.events);
    for (Event& e : out_.events) Finish(e);
    return std::move(out_);
  }

 private:
  bool IsOfField(const Entity& e) const {
    return std::binary_search(pack_.field_subtypes.begin(), pack_.field_subtypes.end(), e.subtype);
  }

  // Which sentences speak of AI, chips, compute or data: by name or by word.
  void FindField() {
    field_.assign(annotations_.sentences.size(), false);
    size_t s = 0;
    const auto mark = [&](ByteSpan span) {
      while (s < field_.size() && annotations_.sentences[s].end <= span.begin) ++s;
      if (s < field_.size() && annotations_.sentences[s].Contains(span)) field_[s] = true;
    };
    for (const TermMention& t : annotations_.terms) {
      if (pack_.field_lists.test(pack_.list_of_term[t.term])) mark(t.span);
    }
    s = 0;
    std::vector<bool> belongs;  // by entity
    belongs.reserve(annotations_.entities.size());
    for (const Entity& e : annotations_.entities) {
      names_field_ |= IsOfField(e);
      belongs.push_back(IsOfField(e) || e.name.ends_with(" AI"));
    }
    for (const EntityMention& m : annotations_.entity_mentions) {
      if (belongs[m.entity]) mark(m.span);
    }
    // A headline and its first sentence may only name who it is about: the sentences behind tell what they do.
    constexpr size_t kLeadSentences = 5;
    for (size_t i = 0; i < field_.size() && i < kLeadSentences; ++i) lead_field_ = lead_field_ || field_[i];
    for (const uint32_t entity : annotations_.title_entities) {
      title_field_ |= IsOfField(pack_.lexicon->entities()[entity].entity);
    }
    for (const TermMention& t : annotations_.title_terms)
      title_field_ |= pack_.field_lists.test(pack_.list_of_term[t.term]);
  }

  // Behind the last sentence in which some rule has its trigger, and those that may tell what became of its event.
  size_t EndOfTelling() const {
    size_t end = EndOfTriggers();
    const auto& sentences = annotations_.sentences;
    if (end == 0) return 0;
    const uint32_t reach = sentences[end - 1].end + kSentenceBefore;
    while (end < sentences.size() && sentences[end].begin <= reach) ++end;
    return end;
  }

  size_t EndOfTriggers() const {
    const auto tells = [&](const TermMention& t, size_t sentence) {
      const ListId list = pack_.list_of_term[t.term];
      // Any sentence may speak of a company of the field by "it".
      return pack_.anywhere_triggers.test(list) ||
             (pack_.field_triggers.test(list) && (names_field_ || InField(sentence)));
    };
    size_t s = annotations_.sentences.size();
    for (auto t = annotations_.terms.rbegin(); t != annotations_.terms.rend(); ++t) {
      while (s > 0 && annotations_.sentences[s - 1].begin > t->span.begin) --s;
      if (s > 0 && tells(*t, s - 1)) return s;
    }
    return 0;
  }

  bool InField(size_t sentence) const {
    if (field_[sentence] || of_field_) return true;
    const bool before = sentence > 0 && field_[sentence - 1];
    const bool after = sentence + 1 < field_.size() && field_[sentence + 1];
    constexpr size_t kLead = 3;  // sentences that a headline speaks for
    return before || after || ((title_field_ || lead_field_) && sentence < kLead);
  }

  // "In her new novel, Google buys OpenAI"; "Sponsored content: ..."; nothing of it happened, or nobody reports it.
  bool IsTale(const SentenceView& view, size_t sentence) {
    for (const TermUse& t : view.terms) {
      if (t.inside_name) continue;
      if (t.IsCue(Cue::kAdvertisement)) {
        const int next = t.last + 1;
        const bool label = t.first <= 1 && (next >= view.size() || view.units[size_t(next)].kind == UnitKind::kPunct);
        paid_ |= label && sentence == 0;  // it stands over the whole article
        if (label) return true;
      }
      if (!t.IsCue(Cue::kFiction)) continue;
      if (t.form == WordForm::kNone) return true;
      if (t.first <= kOpeningUnits && OpensWithPlace(view, t.first)) return true;
    }
    return paid_;
  }

  // Whether the phrase that ends in the noun opens the sentence: "In the film", "At a simulation".
  static bool OpensWithPlace(const SentenceView& view, int noun) {
    const std::string_view first = view.Words(0);
    if (first != "In" && first != "At" && first != "During") return false;
    for (int i = 1; i < noun; ++i) {
      if (view.units[size_t(i)].Is(kComma | kClauseEnd | kPreposition)) return false;
    }
    const int next = noun + 1;  // "In film making, ..." is a trade
    return next < view.size() && (view.units[size_t(next)].Is(kComma | kPreposition) || view.IsEntity(next));
  }

  // "其已获逾7亿美元融资", "The company raised ...": the sentence speaks of somebody who belongs to the field.
  bool SpeaksOfField(const SentenceView& view) const {
    constexpr int kOpening = 8;
    bool refers = false;
    for (int i = 0; i < view.size() && i < kOpening && !refers; ++i) {
      const std::string_view word = view.Words(i);
      refers = view.chinese ? word == "其" || (word == "该" && i + 1 < view.size() && view.Words(i + 1) == "公")
                            : word == "It" || word == "it" || (IsCompanyWord(word) && i > 0 && i <= 2);
    }
    if (!refers) return false;
    return std::any_of(discourse_.last_subject.begin(), discourse_.last_subject.end(), [&](uint32_t m) {
      return IsOfField(annotations_.entities[annotations_.entity_mentions[m].entity]);
    });
  }

  void ReadSentence(const SentenceView& view, size_t sentence, const Attribution& said) {
    candidates_.clear();
    of_field_ = SpeaksOfField(view);
    in_field_ = InField(sentence);
    if ((paid_ || view.HasCue(Cue::kFiction) || view.HasCue(Cue::kAdvertisement)) && IsTale(view, sentence)) return;
    for (const TermUse& term : view.terms) {
      if (term.inside_name) continue;
      const std::vector<uint32_t>& rules = pack_.rules_by_list[term.list];
      if (rules.empty()) continue;
      const Voice voice = VoiceOf(view, term);
      for (const uint32_t rule : rules) Try(view, term, voice, pack_.rules[rule], said);
    }
    std::vector<Event> kept = KeepBest();
    SettleSums(view, kept);
    TellFates(view, context_.published, kept, out_.events);
    for (Event& e : kept) {
      RememberTopic(e);
      if (out_.events.size() < kArticleEventsMax) out_.events.push_back(std::move(e));
    }
  }

  void Reject(const Rule& rule, ByteSpan trigger, std::string_view reason, std::string_view detail = {}) {
    if (explain_) out_.rejections.push_back({rule.id, trigger, std::string(reason).append(detail)});
  }

  // The second part of a trigger, near the first; nullptr when the rule wants one and there is none.
  // In the passive the object stands in front: "a grant was awarded".
  const TermUse* SecondPart(const SentenceView& view, const TermUse& head, const Rule& rule, Voice voice) const {
    const bool with_before = rule.with_before || (voice == Voice::kPassive && !view.chinese);
    const TermUse* best = nullptr;
    int best_distance = rule.within + 1;
    for (const TermUse& t : view.terms) {
      if (!rule.with.test(t.list) || t.inside_name) continue;
      const bool after = t.first > head.last, before = t.last < head.first;
      if (!(after && rule.with_after) && !(before && with_before)) continue;
      const int distance = after ? t.first - head.last : head.first - t.last;
      if (distance >= best_distance ||
          Separated(view, after ? head.last : t.last, after ? t.first : head.first, before && voice == Voice::kPassive))
        continue;
      best = &t;
      best_distance = distance;
    }
    return best;
  }

  // A mark or word between two units that two parts of one trigger do not cross.
  static bool Separated(const SentenceView& view, int from, int to, bool passive) {
    for (int i = from + 1; i < to; ++i) {
      const bool joined = passive && i == from + 1;  // "the equity that was committed by"
      if (view.units[size_t(i)].Is(kClauseEnd) ||
          (view.units[size_t(i)].Is(kSubordinator | kRelative) && !view.chinese && !joined))
        return true;
      if (view.chinese && view.Words(i) == "。") return true;
      // "will buy Ampere, and the shares dropped": another clause.
      if (!view.chinese && view.units[size_t(i)].Is(kComma) && view.units[size_t(i + 1)].Is(kAnd) &&
          to + 1 < view.size() && (IsFiniteVerb(view, to + 1) || view.units[size_t(to + 1)].Is(kBe | kHave | kModal)))
        return true;
    }
    return false;
  }

  bool Holds(const SentenceView& view, const TriggerSite& site, const Condition& condition) const {
    switch (condition.scope) {
      case Scope::kNear:
        return view.HasTerm(condition.lists, std::max(0, site.first - 3), std::min(view.size() - 1, site.last + 3));
      case Scope::kClause: return view.HasTerm(condition.lists, site.clause.first, site.clause.last);
      case Scope::kSentence: return view.HasTerm(condition.lists, 0, view.size() - 1);
    }
    return false;
  }

  void Try(const SentenceView& view, const TermUse& head, Voice voice, const Rule& rule, const Attribution& said) {
    if (rule.chinese != view.chinese) return;
    if (rule.field && !explain_ && !in_field_) return;  // as below, before anything is looked at
    if (rule.two_parts && (rule.with & view.lists).none()) return;
    TriggerSite site;
    site.first = site.head = head.first;
    site.last = site.head_last = head.last;
    site.form = head.form;
    site.voice = view.chinese && head.form == WordForm::kNone ? ChineseVoice(voice, rule) : voice;
    ByteSpan trigger = head.span;
    if (rule.two_parts) {
      const TermUse* second = SecondPart(view, head, rule, site.voice);
      if (second == nullptr) return;
      site.first = std::min(site.first, second->first);
      site.last = std::max(site.last, second->last);
      trigger = {std::min(trigger.begin, second->span.begin), std::max(trigger.end, second->span.end)};
    }
    // A reduced relative or a "to be" that we cannot see: a verb whose rule knows no passive is read as active.
    if (rule.voices[size_t(site.voice)].empty() && site.voice == Voice::kPassive) site.voice = Voice::kActive;
    if (rule.voices[size_t(site.voice)].empty()) return;
    if (site.voice != Voice::kNominal && LooksLikeNoun(view, head)) return Reject(rule, trigger, "a noun here");
    if (!view.chinese && DescribesInstrument(view, head)) return Reject(rule, trigger, "what an instrument does");
    if (view.chinese && RefersBack(view, head)) return Reject(rule, trigger, "speaks of what was told before");
    site.clause = ClauseAround(view, site.head);
    if (rule.field && !in_field_) return Reject(rule, trigger, "outside the field: no AI, chip, compute or data near");
    for (const Condition& c : rule.block) {
      if (Holds(view, site, c)) return Reject(rule, trigger, "blocked by a word near");
    }
    for (const Condition& c : rule.need) {
      if (!Holds(view, site, c)) return Reject(rule, trigger, "a needed word is missing");
    }
    if (rule.attach) return Attach(view, site, rule, trigger);
    const StatusVerdict status = JudgeStatus(view, site, rule);
    if (!status.rejection.empty()) return Reject(rule, trigger, status.rejection);
    Build(view, site, rule, trigger, status, said);
  }

  static bool OpensNounPhrase(const SentenceView& view, int last) {
    return last + 1 < view.size() &&
           (view.IsEntity(last + 1) ||
            (view.units[size_t(last + 1)].kind == UnitKind::kWord &&
             !view.units[size_t(last + 1)].Is(kPreposition | kDeterminer | kAnd | kBe | kHave | kModal | kTo |
                                              kPronoun | kSubordinator | kRelative)));
  }

  static bool IsOfTime(std::string_view word) {
    constexpr std::array<std::string_view, 10> kWords = {"temporary", "permanent", "partial",  "full",
                                                         "new",       "possible",  "proposed", "one-year",
                                                         "two-year",  "indefinite"};
    return std::find(kWords.begin(), kWords.end(), word) != kWords.end();
  }

  // "a 15% share", "its offer": a verb's base form behind a determiner, a number or a possessive is a noun.
  static bool LooksLikeNoun(const SentenceView& view, const TermUse& head) {
    if (view.chinese || head.first == 0) return false;
    const Unit& before = view.units[size_t(head.first - 1)];
    // "makers of advanced chips", "on proposed rules": a participle that opens a noun phrase.
    if (head.form == WordForm::kPast || head.form == WordForm::kParticiple)
      return before.Is(kPreposition) && !before.Is(kTransparent | kSubordinator | kTo) &&
             OpensNounPhrase(view, head.last);
    if (head.form != WordForm::kBase && head.form != WordForm::kThird) return false;
    if (head.first > 1 && IsOfTime(view.Words(head.first - 1)) && view.units[size_t(head.first - 2)].Is(kDeterminer))
      return true;  // "a temporary halt"
    return before.Is(kDeterminer | kPossessiveMark) || before.kind == UnitKind::kPercent ||
           before.kind == UnitKind::kAmount || before.kind == UnitKind::kNumber;
  }

  // "signed an executive order blocking state laws", "a bill banning chips": the deed is the order, not its words.
  static bool DescribesInstrument(const SentenceView& view, const TermUse& head) {
    constexpr std::array<std::string_view, 12> kInstruments = {"order",       "orders",  "rule",   "rules",
                                                               "bill",        "bills",   "law",    "directive",
                                                               "legislation", "measure", "decree", "memorandum"};
    if (head.form != WordForm::kGerund || head.first == 0) return false;
    const std::string_view before = view.Words(head.first - 1);
    return std::find(kInstruments.begin(), kInstruments.end(), before) != kInstruments.end();
  }

  // "此次收购", "该投资": the deed as a noun, told before.
  static bool RefersBack(const SentenceView& view, const TermUse& head) {
    constexpr std::string_view kThis[] = {"此次", "本次", "这次", "该次", "这笔", "该笔", "这项",
                                          "此项", "该项", "上述", "该",   "此",   "相关"};
    const std::string_view before = view.text.substr(view.span.begin, head.span.begin - view.span.begin);
    return std::any_of(std::begin(kThis), std::end(kThis),
                       [&](std::string_view word) { return before.ends_with(word); });
  }

  // A Chinese verb list has no forms: the coverb before it tells the voice, if the rule has one.
  static Voice ChineseVoice(Voice voice, const Rule& rule) {
    if (!rule.voices[size_t(voice)].empty()) return voice;
    return rule.voices[size_t(Voice::kActive)].empty() ? Voice::kNominal : Voice::kActive;
  }

  // "OpenAI has shown support for such initiatives": the event told last, a few sentences back at most, gains a party.
  void Attach(const SentenceView& view, const TriggerSite& site, const Rule& rule, ByteSpan trigger) {
    constexpr uint32_t kFarBytes = 900;  // about five sentences
    const auto told = std::find_if(out_.events.rbegin(), out_.events.rend(),
                                   [&](const Event& e) { return TypeMatches(e.type, rule.type); });
    if (told == out_.events.rend() || trigger.begin - told->trigger.end > kFarBytes)
      return Reject(rule, trigger, "nothing told that it could speak of");
    std::vector<Participant>& side = told->role(*rule.attach);
    const Fillers actors = FindFillers(view, site, rule)[size_t(Role::kActor)];
    for (const uint32_t mention : actors) {
      Participant p = MakeParticipant(mention);
      const auto same = [&](const Participant& q) { return q.id == p.id; };
      if (std::none_of(side.begin(), side.end(), same)) side.push_back(std::move(p));
    }
    if (!actors.empty()) told->also.push_back(trigger);
  }

  void Build(const SentenceView& view, const TriggerSite& site, const Rule& rule, ByteSpan trigger,
             const StatusVerdict& status, const Attribution& said) {
    const RoleFillers fillers = FindFillers(view, site, rule);
    Event event;
    if (rule.takes_amount) FindMoney(view, site, !fillers[size_t(Role::kTarget)].empty(), event);
    for (const Requirement& r : rule.require) {
      if (!Met(view, r, fillers, event, status)) return Reject(rule, trigger, "no ", r.text);
    }
    event.type = rule.type;
    event.status = status.status;
    event.status_cue = status.cue;
    event.rule = rule.id;
    event.pack_hash = pack_.hash;
    event.trigger = trigger;
    event.sentence = view.span;
    event.attribution = said;
    for (size_t role = 0; role < kRoleCount; ++role) {
      for (const uint32_t mention : fillers[role]) event.roles[role].push_back(MakeParticipant(mention));
    }
    if (rule.mirror) Mirror(event.role(Role::kActor), event.role(Role::kTarget));
    Specialise(view, rule, event);
    if (event.type == "investment.procurement_contract") TellSides(event);
    event.when = FindDate(view, site, context_.published);
    // No form tells the past in Chinese, but a date does: "2023年12月在港交所上市".
    const bool untold = view.chinese && !status.by_cue && !rule.status && event.status == Status::kAnnounced;
    const bool dated_past = untold && event.when && context_.published.known() &&
                            DaysSinceEpoch(event.when->after) <= DaysSinceEpoch(DayOf(context_.published.at));
    if (dated_past || (!status.by_cue && site.voice == Voice::kNominal && OfAnEarlierYear(view, site)))
      event.status = Status::kCompleted;
    event.confidence = Confidence(rule, event, status);
    candidates_.push_back(std::move(event));
  }

  // "Google's 2014 acquisition of DeepMind": a deed that bears an earlier year is done.
  bool OfAnEarlierYear(const SentenceView& view, const TriggerSite& site) const {
    constexpr int kBefore = 3;
    if (view.chinese || !context_.published.known()) return false;
    for (int i = site.first - 1; i >= 0 && i >= site.first - kBefore; --i) {
      const std::string_view words = view.Words(i);
      int year = 0;
      const auto [end, error] = std::from_chars(words.data(), words.data() + words.size(), year);
      if (words.size() == 4 && error == std::errc() && end == words.data() + words.size())
        return year > 1900 && year < DayOf(context_.published.at).year;
      if (view.units[size_t(i)].Is(kPreposition | kComma)) return false;
    }
    return false;
  }

  // Entity mention indices by role.
  using RoleFillers = std::array<Fillers, kRoleCount>;

  RoleFillers FindFillers(const SentenceView& view, const TriggerSite& site, const Rule& rule) const {
    RoleFillers fillers;
    Fillers taken;  // entities
    for (const RoleSlots& wanted : rule.voices[size_t(site.voice)]) {
      const TypeFilter& types = rule.types[size_t(wanted.role)];
      Fillers& role = fillers[size_t(wanted.role)];
      for (const Slot& slot : wanted.slots) {
        // Nobody stands in two roles, nor twice in one: "SB 53, the Transparency in Frontier AI Act".
        for (const uint32_t m : FillSlot(view, site, slot, types, discourse_)) {
          const uint32_t entity = annotations_.entity_mentions[m].entity;
          if (std::find(taken.begin(), taken.end(), entity) != taken.end()) continue;
          taken.push_back(entity);
          role.push_back(m);
        }
        if (!role.empty()) break;
      }
    }
    return fillers;
  }

  // "Tesla and Samsung signed a contract": whoever makes chips or runs clouds supplies; else the first named buys.
  void TellSides(Event& event) const {
    auto& actors = event.role(Role::kActor);
    if (actors.size() != 2 || !event.role(Role::kTarget).empty()) return;
    const auto supplies = [&](const Participant& p) {
      constexpr std::array<std::string_view, 5> kSuppliers = {"chip_maker", "chip_equipment", "cloud", "neocloud",
                                                              "data_centre"};
      const auto at = std::find_if(annotations_.entities.begin(), annotations_.entities.end(),
                                   [&](const Entity& e) { return e.id == p.id; });
      return at != annotations_.entities.end() &&
             std::find(kSuppliers.begin(), kSuppliers.end(), at->subtype) != kSuppliers.end();
    };
    if (supplies(actors[0]) && !supplies(actors[1])) std::swap(actors[0], actors[1]);
    event.role(Role::kTarget).push_back(std::move(actors[1]));
    actors.pop_back();
  }

  static void Mirror(std::vector<Participant>& actors, std::vector<Participant>& targets) {
    if (targets.empty()) targets = actors;
    if (actors.empty()) actors = targets;
  }

  Participant MakeParticipant(uint32_t mention) const {
    const EntityMention& m = annotations_.entity_mentions[mention];
    const Entity& e = annotations_.entities[m.entity];
    return {e.id, e.name, e.type, e.country, m.span};
  }

  static bool HasPercent(const SentenceView& view) {
    return std::any_of(view.units.begin(), view.units.end(),
                       [](const Unit& u) { return u.kind == UnitKind::kPercent; });
  }

  static bool Met(const SentenceView& view, const Requirement& r, const RoleFillers& fillers, const Event& event,
                  const StatusVerdict& status) {
    if (r.amount && event.amount) return true;
    if (r.stake && event.stake_percent) return true;
    if (r.cue && status.by_cue) return true;
    if (r.pair && fillers[size_t(Role::kActor)].size() >= 2) return true;
    if (r.percent && HasPercent(view)) return true;
    return std::any_of(r.roles.begin(), r.roles.end(), [&](Role role) { return !fillers[size_t(role)].empty(); });
  }

  void Specialise(const SentenceView& view, const Rule& rule, Event& event) const {
    for (const Specialisation& s : rule.specialise) {
      if (s.lists.any() && !view.HasTerm(s.lists, 0, view.size() - 1)) continue;
      if (s.has_amount && !event.amount) continue;
      if (!s.target_ends.empty() && !TargetEnds(event, s.target_ends)) continue;
      const bool filled = std::all_of(s.roles.begin(), s.roles.end(),
                                      [&](const auto& r) { return AnyOf(event.role(r.first), r.second); });
      if (!filled) continue;
      event.type = s.event;
      return;
    }
  }

  bool TargetEnds(const Event& event, const std::vector<std::string>& endings) const {
    for (const Participant& p : event.role(Role::kTarget)) {
      std::string_view words = p.span.in(text_);
      if (words.ends_with("）") || words.ends_with(')'))  // "行动计划（2024—2028年）"
        words = words.substr(0, std::min(words.rfind("（"), words.rfind('(')));
      if (std::any_of(endings.begin(), endings.end(), [&](const std::string& e) { return words.ends_with(e); }))
        return true;
    }
    return false;
  }

  bool AnyOf(const std::vector<Participant>& participants, const TypeFilter& types) const {
    return std::any_of(participants.begin(), participants.end(), [&](const Participant& p) {
      const auto at = std::find_if(annotations_.entities.begin(), annotations_.entities.end(),
                                   [&](const Entity& e) { return e.id == p.id; });
      return at != annotations_.entities.end() && types.Accepts(*at);
    });
  }

  static uint8_t Confidence(const Rule& rule, const Event& event, const StatusVerdict& status) {
    int points = rule.weight;
    points += event.role(Role::kActor).empty() ? -15 : 0;
    points += event.role(Role::kTarget).empty() ? -10 : 0;
    points += event.amount ? 5 : 0;
    points += status.by_cue ? 3 : 0;
    return uint8_t(std::clamp(points, 1, 99));
  }

  // Of two candidates whose triggers overlap, or that say the same type of the same pair, the better one stays.
  std::vector<Event> KeepBest() {
    if (candidates_.empty()) return {};  // nearly always
    std::stable_sort(candidates_.begin(), candidates_.end(), [](const Event& a, const Event& b) {
      if (a.confidence != b.confidence) return a.confidence > b.confidence;
      if (a.trigger.size() != b.trigger.size()) return a.trigger.size() < b.trigger.size();  // its parts stand closer
      return a.rule < b.rule;
    });
    std::vector<Event> kept;
    for (Event& c : candidates_) {
      const auto rival =
          std::find_if(kept.begin(), kept.end(), [&](const Event& k) { return k.trigger.Overlaps(c.trigger); });
      if (rival == kept.end()) {
        kept.push_back(std::move(c));
      } else if (explain_) {
        out_.rejections.push_back({c.rule, c.trigger, "lost to " + rival->rule});
      }
    }
    std::sort(kept.begin(), kept.end(),
              [](const Event& a, const Event& b) { return a.trigger.begin < b.trigger.begin; });
    return kept;
  }

  void RememberTopic(const Event& e) {
    for (const Participant& p : e.role(Role::kTarget)) {
      if (p.type != EntityType::kOrganization) continue;
      const auto& mentions = annotations_.entity_mentions;
      const auto at = std::lower_bound(mentions.begin(), mentions.end(), p.span.begin,
                                       [](const EntityMention& m, uint32_t begin) { return m.span.begin < begin; });
      if (at != mentions.end()) discourse_.topic = {uint32_t(at - mentions.begin())};
      return;
    }
  }

  // "The companies plan to ...": the parties of the event told last, or two that act together.
  void RememberPair(const SentenceView& view, const Fillers& subject) {
    Fillers pair;
    const auto add = [&](uint32_t m) {
      const EntityMention& mention = annotations_.entity_mentions[m];
      if (annotations_.entities[mention.entity].type != EntityType::kOrganization) return;
      const auto same = [&](uint32_t p) { return annotations_.entity_mentions[p].entity == mention.entity; };
      if (std::none_of(pair.begin(), pair.end(), same)) pair.push_back(m);
    };
    if (!out_.events.empty() && out_.events.back().sentence == view.span) {
      const Event& e = out_.events.back();
      for (const int i : view.names) {
        const bool party = HasParty(e, Role::kActor, i, view) || HasParty(e, Role::kTarget, i, view);
        if (party) add(view.units[size_t(i)].index);
      }
    } else {
      for (const uint32_t m : subject) add(m);
    }
    if (pair.size() >= 2) discourse_.pair = pair;
  }

  static bool HasParty(const Event& e, Role role, int unit, const SentenceView& view) {
    return std::any_of(e.role(role).begin(), e.role(role).end(),
                       [&](const Participant& p) { return p.id == view.EntityAt(unit).id; });
  }

  void RememberInstrument(const SentenceView& view) {
    for (const int i : view.names) {
      if (view.EntityAt(i).type != EntityType::kLawOrProgram) continue;
      discourse_.last_instrument = {view.units[size_t(i)].index};
      return;  // the first of a sentence is what it speaks of
    }
  }

  void Remember(const SentenceView& view, const Fillers& subject) {
    const auto last_of = [&](EntityType type, Fillers& last) {
      const auto at =
          std::find_if(view.names.rbegin(), view.names.rend(), [&](int i) { return view.EntityAt(i).type == type; });
      if (at != view.names.rend()) last = {view.units[size_t(*at)].index};
    };
    last_of(EntityType::kOrganization, discourse_.last_company);
    last_of(EntityType::kPerson, discourse_.last_person);
    if (!subject.empty()) discourse_.last_subject = subject;
    Fillers acting;
    for (const uint32_t m : subject) {
      const EntityType t = annotations_.entities[annotations_.entity_mentions[m].entity].type;
      if (t == EntityType::kOrganization || t == EntityType::kGovernmentBody || t == EntityType::kFund ||
          t == EntityType::kCountry)
        acting.push_back(m);
    }
    if (!acting.empty()) discourse_.last_organization = acting;
  }

  void Finish(Event& e) const {
    e.reported_at = context_.published;
    e.jurisdiction = Jurisdiction(e);
    if (e.when && context_.published.known()) {
      const int64_t age = DaysSinceEpoch(DayOf(context_.published.at)) - DaysSinceEpoch(e.when->after);
      constexpr int64_t kBackgroundDays = 200;  // older than half a year: told as context, not as news
      e.background = age > kBackgroundDays;
    }
  }

  std::string Jurisdiction(const Event& e) const {
    for (const Role role : {Role::kActor, Role::kTarget}) {
      for (const Participant& p : e.role(role)) {
        const bool state =
            p.type == EntityType::kGovernmentBody || p.type == EntityType::kCountry || p.type == EntityType::kPlace;
        if (state && !p.country.empty()) return p.country;
      }
    }
    for (const Role role : {Role::kActor, Role::kTarget}) {
      for (const Participant& p : e.role(role)) {
        if (!p.country.empty()) return p.country;
      }
    }
    return std::string(context_.jurisdiction);
  }

  std::string_view text_;
  const Annotations& annotations_;
  const AnnotateContext& context_;
  const CompiledPack& pack_;
  bool explain_;
  static constexpr int kOpeningUnits = 8;  // of a phrase that opens a sentence
  bool title_field_ = false, lead_field_ = false;
  bool names_field_ = false;  // somebody who belongs to the field, anywhere
  bool of_field_ = false;     // the current sentence, by whom it speaks of
  bool in_field_ = false;     // the same or by any other way
  bool paid_ = false;         // an advertisement
  std::vector<bool> field_;   // by sentence
  Discourse discourse_;
  std::vector<Event> candidates_;  // of the current sentence
  Recognition out_;
};

}  // namespace

Recognition Recognize(std::string_view text, const Annotations& annotations, const AnnotateContext& context,
                      const Rulebook& rulebook, bool explain) {
  return Recognizer(text, annotations, context, PackOf(rulebook), explain).Run();
}

}  // namespace tocsin
