// Names: what the packs know, what shape and cues tell, and what the rest of the article says about both.
//
// Candidates from all finders are put into one total order (longest, then known before unknown, then earlier) and
// chosen greedily, so that none overlap. Weak aliases ("Meta", "Apple") count only with company. A second look over
// the article links surnames and short names to the full ones.
#include <algorithm>
#include <array>
#include <map>
#include <unordered_map>

#include "ingest/base/word_bytes.h"
#include "nlp/annotator.h"
#include "nlp/mentions/name_candidate.h"
#include "nlp/mentions/name_shapes.h"
#include "nlp/mentions/name_words.h"
#include "nlp/names/territories.h"

namespace tocsin {
namespace {

bool HasHan(std::string_view s) {
  while (s.size() >= 8 && (FirstBytes(s) & kHighBits) == 0) s.remove_prefix(8);
  return std::any_of(s.begin(), s.end(), [](char c) { return (uint8_t(c) & 0xF0) == 0xE0; });
}

bool IsUpper(char c) { return c >= 'A' && c <= 'Z'; }

std::string Folded(std::string_view name) {
  std::string out = "~";
  for (const char c : name) out.push_back(c >= 'A' && c <= 'Z' ? char(c | 0x20) : c);
  return out;
}

class EntityFinder {
 public:
  EntityFinder(std::string_view text, const AnnotateContext& context, const Lexicon& lexicon, Annotations& out)
      : text_(text), context_(context), lexicon_(lexicon), out_(out), named_(lexicon.entities().size()) {}

  void Run() {
    ScanLexicon();
    ScanTitle();
    AddGovernments();
    const std::vector<KnownName> known = KnownNames();
    FindUnknownNames(text_, out_, known, candidates_);
    const bool han =
        std::any_of(out_.tokens.begin(), out_.tokens.end(), [](const Token& t) { return t.kind == TokenKind::kHan; });
    if (han) FindChineseNames(text_, known, candidates_);
    FindDealNames(text_, out_, known, candidates_);
    KnowByLegalForm();
    KnowBehindCountry();
    AddVersions();
    DropLonelyWeak();
    JoinMakersAndModels();
    Choose();
    LinkShortNames();
    Write();
  }

 private:
  const Token* TokenAt(uint32_t begin) const {
    const auto at = std::lower_bound(out_.tokens.begin(), out_.tokens.end(), begin,
                                     [](const Token& t, uint32_t b) { return t.span.begin < b; });
    return at != out_.tokens.end() && at->span.begin == begin ? &*at : nullptr;
  }
  // The token that starts at or after `at`, and the one that ends before `at`.
  const Token* TokenAfter(uint32_t at) const {
    const auto t = std::lower_bound(out_.tokens.begin(), out_.tokens.end(), at,
                                    [](const Token& x, uint32_t b) { return x.span.begin < b; });
    return t == out_.tokens.end() ? nullptr : &*t;
  }
  const Token* TokenBefore(uint32_t at) const {
    const auto t = std::lower_bound(out_.tokens.begin(), out_.tokens.end(), at,
                                    [](const Token& x, uint32_t b) { return x.span.begin < b; });
    return t == out_.tokens.begin() ? nullptr : &*(t - 1);
  }
  const WordFacts& FactsOf(const Token& t) const { return out_.words[size_t(&t - out_.tokens.data())]; }
  std::string_view Word(const Token* t) const { return t == nullptr ? std::string_view() : t->span.in(text_); }

  void ScanLexicon() {
    std::vector<Lexicon::Hit> hits;
    hits.reserve(out_.tokens.size() / 2);
    lexicon_.Scan(text_, out_.tokens, out_.words, hits);
    out_.terms.reserve(hits.size());
    candidates_.reserve(hits.size() + out_.sentences.size() * 2);
    for (const Lexicon::Hit& hit : hits) {
      if (!hit.is_entity) {
        out_.terms.push_back({hit.span, hit.index});
        continue;
      }
      if (IsPlainWords(hit)) continue;
      const bool weak = lexicon_.entities()[hit.index].aliases[hit.alias].weak;
      NameCandidate c;
      c.span = hit.span;
      c.strength = weak ? NameStrength::kWeak : NameStrength::kStrong;
      c.known = hit.index;
      if (!weak) named_[hit.index] = true;
      candidates_.push_back(c);
    }
    scanned_ = candidates_.size();
  }

  // "to scale AI" is not Scale AI: a firm's name of several words begins with the letter it is written with.
  bool IsPlainWords(const Lexicon::Hit& hit) const {
    const LexiconEntity& e = lexicon_.entities()[hit.index];
    const std::string_view alias = e.aliases[hit.alias].text;
    const char here = text_[hit.span.begin];
    return e.entity.type == EntityType::kOrganization && here >= 'a' && here <= 'z' && IsUpper(alias[0]) &&
           !alias.starts_with("The ");
  }

  std::vector<KnownName> KnownNames() const {
    std::vector<KnownName> out;
    out.reserve(candidates_.size());
    for (const NameCandidate& c : candidates_) out.push_back({c.span, TypeOf(c), c.strength == NameStrength::kWeak});
    const auto before = [](const KnownName& a, const KnownName& b) { return a.span.begin < b.span.begin; };
    if (!std::is_sorted(out.begin(), out.end(), before)) std::stable_sort(out.begin(), out.end(), before);
    return out;
  }

  void ScanTitle() {
    if (context_.title.empty()) return;
    std::vector<Token> tokens;
    std::vector<WordFacts> words;
    std::string simplified;
    const std::string_view title = Simplify(context_.title, simplified) ? simplified : context_.title;
    FindTokens(title, tokens);
    std::vector<Lexicon::Hit> hits;
    lexicon_.ReadWords(title, tokens, words);
    lexicon_.Scan(title, tokens, words, hits);
    for (const Lexicon::Hit& hit : hits) {
      if (!hit.is_entity) {
        out_.title_terms.push_back({hit.span, hit.index});
        continue;
      }
      out_.title_entities.push_back(hit.index);
      if (!lexicon_.entities()[hit.index].aliases[hit.alias].weak) named_[hit.index] = true;
    }
  }

  // "the Chinese government", "Japan's government", and capitals that act: "Beijing banned".
  void AddGovernments() {
    for (size_t i = 0; i < out_.tokens.size(); ++i) {
      const uint8_t starts = out_.words[i].starts;
      if ((starts & (kSaysGovernment | kStartsCapital)) == 0) continue;
      const Token& token = out_.tokens[i];
      if ((starts & kSaysGovernment) && !token.all_caps) AddGovernmentOf(i);
      if ((starts & kStartsCapital) && token.capital) AddActingCapital(i);
    }
  }

  void AddGovernmentOf(size_t i) {
    const Territory* territory = nullptr;
    size_t first = i;
    for (const size_t words : {2, 1}) {  // "South Korean", then "Korean"
      if (i < words) continue;
      const ByteSpan span{out_.tokens[i - words].span.begin, out_.tokens[i - 1].span.end};
      territory = TerritoryByAdjective(span.in(text_));
      first = i - words;
      if (territory != nullptr) break;
    }
    if (territory == nullptr) territory = CountryBefore(i, first);
    if (territory == nullptr) return;
    Government(*territory, {out_.tokens[first].span.begin, out_.tokens[i].span.end});
  }

  // "Japan's government", "US government": a known country right before.
  const Territory* CountryBefore(size_t i, size_t& first) const {
    size_t end = i;
    if (end > 0 && (Word(&out_.tokens[end - 1]) == "'s" || Word(&out_.tokens[end - 1]) == "\u2019s")) --end;
    if (end == 0) return nullptr;
    const uint32_t stop = out_.tokens[end - 1].span.end;
    // The candidates are ordered by begin as yet, and no country's name is longer than this.
    constexpr uint32_t kCountryBytesMax = 64;
    const uint32_t from = stop > kCountryBytesMax ? stop - kCountryBytesMax : 0;
    auto c = std::lower_bound(candidates_.begin(), candidates_.begin() + ptrdiff_t(scanned_), from,
                              [](const NameCandidate& x, uint32_t begin) { return x.span.begin < begin; });
    for (; c != candidates_.begin() + ptrdiff_t(scanned_) && c->span.begin < stop; ++c) {
      if (c->span.end != stop || TypeOf(*c) != EntityType::kCountry) continue;
      while (end > 0 && out_.tokens[end - 1].span.begin >= c->span.begin) --end;
      first = end;
      return TerritoryByCode(lexicon_.entities()[c->known].entity.country);
    }
    return nullptr;
  }

  void Government(const Territory& territory, ByteSpan span) {
    NameCandidate c;
    c.span = span;
    c.strength = NameStrength::kActing;
    c.territory = &territory;
    candidates_.push_back(c);
  }

  // A capital stands for its government when a verb or a possessive follows and no preposition of place leads.
  void AddActingCapital(size_t i) {
    for (const size_t words : {2, 1}) {
      if (i + words > out_.tokens.size()) continue;
      const ByteSpan span{out_.tokens[i].span.begin, out_.tokens[i + words - 1].span.end};
      const Territory* territory = TerritoryByCapital(span.in(text_));
      if (territory == nullptr) continue;
      constexpr std::array<std::string_view, 10> kPlace = {"in",     "at", "near", "from",   "outside",
                                                           "around", "of", "to",   "across", "through"};
      const std::string_view before = Word(i == 0 ? nullptr : &out_.tokens[i - 1]);
      const size_t next = i + words;
      if (next == out_.tokens.size()) return;
      // "a departure from Washington's stance", but "in Washington's suburbs".
      const std::string_view after = Word(&out_.tokens[next]);
      const bool owns = (after == "'s" || after == "\u2019s") && (before == "from" || before == "of" || before == "to");
      if (!owns && std::find(kPlace.begin(), kPlace.end(), before) != kPlace.end()) return;
      // "Beijing and Washington agreed"
      const bool pair = after == "and" && next + 2 < out_.tokens.size() &&
                        TerritoryByCapital(Word(&out_.tokens[next + 1])) != nullptr && Acts(out_.tokens[next + 2]);
      if (!pair && !Acts(out_.tokens[next])) return;
      Government(*territory, span);
      return;
    }
  }

  bool Acts(const Token& next) const {
    constexpr std::array<std::string_view, 20> kVerbs = {"has",   "had",    "will", "would",  "said",  "says", "wants",
                                                         "plans", "began",  "took", "may",    "could", "also", "should",
                                                         "seeks", "sought", "lets", "weighs", "is",    "was"};
    const std::string_view w = next.span.in(text_);
    if (w == "'s" || w == "\u2019s") return true;
    if (next.capital || next.kind != TokenKind::kWord) return false;
    return std::find(kVerbs.begin(), kVerbs.end(), w) != kVerbs.end() || w.ends_with("ed") || w.ends_with("es");
  }

  // "Arm Holdings Plc" where the packs say "Arm": the known firm, and no doubt about a weak name either.
  void KnowByLegalForm() {
    if (!AnyUnknown(EntityType::kOrganization)) return;
    std::unordered_map<uint32_t, size_t> begins;  // of known organisations -> the longest candidate
    for (size_t i = 0; i < candidates_.size(); ++i) {
      const NameCandidate& c = candidates_[i];
      const EntityType type = TypeOf(c);
      const bool firm = type == EntityType::kOrganization || type == EntityType::kFund;
      if (c.strength == NameStrength::kUnknown || c.strength == NameStrength::kActing || !firm) continue;
      const auto [at, added] = begins.try_emplace(c.span.begin, i);
      if (!added && candidates_[at->second].span.end < c.span.end) at->second = i;
    }
    if (begins.empty()) return;
    for (NameCandidate& c : candidates_) {
      if (c.strength != NameStrength::kUnknown || c.nothing || c.type != EntityType::kOrganization) continue;
      const auto at = begins.find(c.span.begin);
      if (at == begins.end()) continue;
      const NameCandidate& known = candidates_[at->second];
      if (known.span.end >= c.span.end || !LegalForm(text_.substr(known.span.end, c.span.end - known.span.end)))
        continue;
      c.known = known.known;
      c.strength = NameStrength::kStrong;
      named_[c.known] = true;
    }
  }

  // "Android 18", "Claude Fable 5": a version of a known product is a product of its own.
  void AddVersions() {
    const size_t known = candidates_.size();
    for (size_t i = 0; i < known; ++i) {
      if (candidates_[i].strength == NameStrength::kUnknown || TypeOf(candidates_[i]) != EntityType::kProduct) continue;
      const ByteSpan span = candidates_[i].span;
      const Token* last = out_.tokens.data() + out_.tokens.size();
      const Token* next = TokenAfter(span.end);
      uint32_t end = span.end;
      for (int words = 0; next != nullptr && next < last && words < 2 && next->kind == TokenKind::kWord &&
                          next->capital && !next->all_caps && next->span.begin == end + 1 && text_[end] == ' ';
           ++words, ++next) {
        end = next->span.end;
      }
      const bool number = next != nullptr && next < last && next->kind == TokenKind::kNumber &&
                          next->span.size() <= 4 && next->span.begin == end + 1 && text_[end] == ' ';
      if (!number) continue;
      NameCandidate c;
      c.span = {span.begin, next->span.end};
      c.name = c.span;
      c.type = EntityType::kProduct;
      candidates_.push_back(c);
    }
  }

  // "U.S. Defense Department" where the packs say "Defense Department" and that it is American.
  void KnowBehindCountry() {
    if (!AnyUnknown(EntityType::kGovernmentBody)) return;
    std::unordered_map<uint32_t, uint32_t> bodies;  // end of a known body's name -> index in candidates_
    for (uint32_t i = 0; i < candidates_.size(); ++i) {
      const NameCandidate& c = candidates_[i];
      const bool known = c.strength == NameStrength::kWeak || c.strength == NameStrength::kStrong;
      if (known && TypeOf(c) == EntityType::kGovernmentBody) bodies.try_emplace(c.span.end, i);
    }
    if (bodies.empty()) return;
    for (NameCandidate& c : candidates_) {
      if (c.strength != NameStrength::kUnknown || c.nothing || c.type != EntityType::kGovernmentBody) continue;
      const auto at = bodies.find(c.span.end);
      if (at == bodies.end()) continue;
      const NameCandidate& known = candidates_[at->second];
      if (known.span.begin <= c.span.begin + 1) continue;
      const std::string_view before = text_.substr(c.span.begin, known.span.begin - 1 - c.span.begin);
      if (!NamesCountry(before, lexicon_.entities()[known.known].entity.country)) continue;
      c.known = known.known;
      c.strength = NameStrength::kStrong;
      named_[c.known] = true;
    }
  }

  bool AnyUnknown(EntityType type) const {
    return std::any_of(candidates_.begin(), candidates_.end(), [&](const NameCandidate& c) {
      return c.strength == NameStrength::kUnknown && !c.nothing && c.type == type;
    });
  }

  bool NamesCountry(std::string_view words, std::string_view country) const {
    if (country.empty()) return false;
    const std::vector<const LexiconEntity*> found = lexicon_.Resolve(words);
    return std::any_of(found.begin(), found.end(), [&](const LexiconEntity* e) {
      return e->entity.country == country && e->entity.type == EntityType::kCountry;
    });
  }

  // Only words such as "Inc", "Group", "Holdings" and marks.
  static bool LegalForm(std::string_view words) {
    constexpr std::array<std::string_view, 22> kForms = {
        "Inc", "Corp", "Corporation", "Ltd", "Limited", "LLC", "LLP",  "PLC", "Plc", "Co",  "Company",
        "AG",  "SE",   "NV",          "SA",  "Group",   "AB",  "GmbH", "KK",  "NA",  "plc", "Holdings"};
    for (size_t at = words.find_first_not_of(" .,"); at != std::string_view::npos;) {
      const size_t end = std::min(words.find_first_of(" .,", at), words.size());
      if (std::find(kForms.begin(), kForms.end(), words.substr(at, end - at)) == kForms.end()) return false;
      at = words.find_first_not_of(" .,", end);
    }
    return true;
  }

  // A weak alias needs company: the same entity named in full, its employer or parent, or the look of a name in use.
  void DropLonelyWeak() {
    for (const NameCandidate& c : candidates_) {
      if (c.strength == NameStrength::kWeak && LooksInUse(c)) named_[c.known] = true;
    }
    for (NameCandidate& c : candidates_) {
      if (c.strength != NameStrength::kWeak || TypeOf(c) != EntityType::kLawOrProgram || !SomebodyElses(c)) continue;
      c.strength = NameStrength::kUnknown;
      c.type = EntityType::kLawOrProgram;
      c.name = c.span;
    }
    std::erase_if(candidates_, [&](const NameCandidate& c) {
      if (c.strength != NameStrength::kWeak || named_[c.known]) return false;
      const LexiconEntity& e = lexicon_.entities()[c.known];
      return !Named(e.parent) && !Named(e.affiliation);
    });
  }

  bool Named(const std::string& id) const {
    if (id.empty()) return false;
    const LexiconEntity* entity = lexicon_.FindEntity(id);
    return entity != nullptr && named_[size_t(entity - lexicon_.entities().data())];
  }

  // "the state's AI Act", "Utah's AI Act": the short name of one law, said of another.
  bool SomebodyElses(const NameCandidate& c) const {
    constexpr std::array<std::string_view, 5> kBloc = {"EU", "bloc", "Union", "Europe", "E.U."};
    const Token* mark = TokenBefore(c.span.begin);
    if (mark == nullptr || (Word(mark) != "'s" && Word(mark) != "\u2019s")) return false;
    const Token* owner = TokenBefore(mark->span.begin);
    if (owner == nullptr || lexicon_.entities()[c.known].entity.country != "EU") return false;
    return std::find(kBloc.begin(), kBloc.end(), Word(owner)) == kBloc.end();
  }

  bool LooksInUse(const NameCandidate& c) const {
    const std::string_view word = c.span.in(text_);
    if (HasHan(word)) return false;
    const Token* token = TokenAt(c.span.begin);
    if (token == nullptr || !token->capital) return false;
    const Token* next = TokenAfter(c.span.end);
    const Token* before = TokenBefore(c.span.begin);
    const bool name_goes_on = next != nullptr && next->capital && next->span.begin <= c.span.end + 1 &&
                              !next->all_caps && next->kind == TokenKind::kWord;
    const bool name_before = before != nullptr && before->capital && !LooksCompoundAdjective(Word(before)) &&
                             before->span.end + 1 >= c.span.begin &&
                             lexicon_.entities()[c.known].entity.type != EntityType::kPerson;
    const std::string_view follows = Word(next);
    if (OpensSentence(c.span.begin) && (next == nullptr || !VerbFollows(*next))) return false;  // "Time is short"
    if (follows == "CEO" || follows == "Chief" || follows == "Inc" || follows == "Corp") return true;
    return !name_goes_on && !name_before;
  }

  // A verb in the past or of the third person, as far as its form tells.
  bool VerbFollows(const Token& next) const {
    if (next.kind == TokenKind::kHan || Acts(next) || (FactsOf(next).names & kPersonVerb)) return true;
    constexpr std::array<std::string_view, 44> kIrregular = {
        "sold",  "bought", "made",  "built", "cut",  "put",      "set",      "paid",   "hit",    "rose",  "fell",
        "got",   "went",   "came",  "saw",   "kept", "sent",     "lent",     "struck", "shut",   "sees",  "makes",
        "can",   "might",  "must",  "did",   "does", "and",      "to",       "in",     "raised", "hires", "broke",
        "chose", "drew",   "drove", "quit",  "bet",  "withdrew", "overtook", "spun",   "shed",   "or",    "plus"};
    const std::string_view w = Word(&next);
    return std::find(kIrregular.begin(), kIrregular.end(), w) != kIrregular.end() || w == "," || w == "(" ||
           (next.kind == TokenKind::kWord && !next.capital && w.size() > 3 && w.ends_with("s"));
  }

  bool OpensSentence(uint32_t at) const {
    const auto sentence = std::lower_bound(out_.sentences.begin(), out_.sentences.end(), at,
                                           [](ByteSpan s, uint32_t begin) { return s.begin < begin; });
    return sentence != out_.sentences.end() && sentence->begin == at;
  }

  // "Nvidia H20": maker and model side by side are one product.
  void JoinMakersAndModels() {
    const auto product = [&](const NameCandidate& c) { return TypeOf(c) == EntityType::kProduct; };
    if (std::none_of(candidates_.begin(), candidates_.end(), product)) return;
    std::map<uint32_t, ByteSpan> makers;  // by end
    for (const NameCandidate& c : candidates_) {
      if (TypeOf(c) == EntityType::kOrganization) makers.emplace(c.span.end, c.span);
    }
    for (NameCandidate& c : candidates_) {
      if (TypeOf(c) != EntityType::kProduct || c.span.begin == 0 || text_[c.span.begin - 1] != ' ') continue;
      const auto maker = makers.find(c.span.begin - 1);
      if (maker != makers.end()) c.span.begin = maker->second.begin;
    }
  }

  void Choose() {
    std::stable_sort(candidates_.begin(), candidates_.end(), [](const NameCandidate& a, const NameCandidate& b) {
      if (a.span.size() != b.span.size()) return a.span.size() > b.span.size();
      if (a.strength != b.strength) return a.strength > b.strength;
      return a.span.begin < b.span.begin;
    });
    chosen_.reserve(candidates_.size());
    // What is chosen already is at least as long, so it covers an end of whatever it overlaps.
    std::vector<bool> covered(text_.size());
    for (const NameCandidate& c : candidates_) {
      if (covered[c.span.begin] || covered[c.span.end - 1]) continue;
      std::fill(covered.begin() + c.span.begin, covered.begin() + c.span.end, true);
      chosen_.push_back(c);
    }
    std::sort(chosen_.begin(), chosen_.end(),
              [](const NameCandidate& a, const NameCandidate& b) { return a.span.begin < b.span.begin; });
  }

  // "Buchanan" after "Vern Buchanan", "Ampere" after "Ampere Computing", "OSC" after "... (OSC)", and a name that some
  // cue gave away wherever it stands without one.
  void LinkShortNames() {
    std::unordered_map<std::string_view, size_t> full;   // short form -> index in chosen_
    std::unordered_map<std::string_view, size_t> again;  // first word of a longer name -> index in chosen_
    std::unordered_map<std::string_view, size_t> heads;  // "Commission" -> index in chosen_
    for (size_t i = 0; i < chosen_.size(); ++i) {
      const NameCandidate& c = chosen_[i];
      const std::string_view name = c.span.in(text_);
      if (c.nothing) continue;
      const EntityType type = TypeOf(c);
      if (HasHan(name)) {
        if (type != EntityType::kPerson) Abbreviation(i, full);
        continue;
      }
      const size_t last_space = name.rfind(' '), first_space = name.find(' ');
      if (last_space != std::string_view::npos && type == EntityType::kPerson)
        full.try_emplace(name.substr(last_space + 1), i);
      if (c.strength != NameStrength::kUnknown && first_space != std::string_view::npos && first_space >= 4 &&
          type == EntityType::kOrganization &&
          std::all_of(name.begin(), name.begin() + ptrdiff_t(first_space), IsUpper)) {
        full.try_emplace(name.substr(0, first_space), i);  // "HIVE" of "HIVE Digital Technologies"
      }
      if (c.strength == NameStrength::kUnknown) {
        if (first_space == std::string_view::npos) {
          full.try_emplace(name, i);
        } else {
          again.try_emplace(name.substr(0, first_space), i);
          if (ShortensCompany(name, first_space, type))
            full.try_emplace(name.substr(0, std::min(first_space, name.find(','))), i);
        }
      }
      if (type != EntityType::kPerson) Abbreviation(i, full);
      if (type == EntityType::kGovernmentBody && last_space != std::string_view::npos) {
        for (const std::string_view head : {name.substr(last_space + 1), name.substr(0, first_space)}) {
          if (NameWordsOf(head) & kGovernmentNoun) heads.try_emplace(head, i);
        }
      }
    }
    if (full.empty() && again.empty() && heads.empty()) return;
    std::vector<NameCandidate> linked;
    size_t at = 0;
    for (const Token& t : out_.tokens) {
      while (at < chosen_.size() && chosen_[at].span.end <= t.span.begin) ++at;
      if (!linked.empty() && linked.back().span.end > t.span.begin) continue;
      if (at < chosen_.size() && chosen_[at].span.begin < t.span.end) continue;
      if (!t.capital) continue;
      const std::string_view word = t.span.in(text_);
      if (const auto longer = again.find(word); longer != again.end()) {
        const ByteSpan first = chosen_[longer->second].span;
        const ByteSpan here{t.span.begin, t.span.begin + first.size()};
        const bool room = at == chosen_.size() || chosen_[at].span.begin >= here.end;
        if (room && text_.substr(here.begin).starts_with(first.in(text_)) && EndsToken(here.end)) {
          linked.push_back(chosen_[longer->second]);
          linked.back().span = here;
          continue;
        }
      }
      auto known = full.find(word);
      if (known == full.end()) {
        known = heads.find(word);
        if (known == heads.end() || !StandsAlone(t)) continue;
      }
      linked.push_back(chosen_[known->second]);
      linked.back().span = t.span;
    }
    // A surname found on its own by a cue ("Mr. Buchanan") is the same person, and so is what else is called so
    // ("Lincoln", "Pearson") in an article on that person.
    for (NameCandidate& c : chosen_) {
      if (c.nothing) continue;
      const auto known = full.find(c.span.in(text_));
      if (known == full.end()) continue;
      const bool person = TypeOf(chosen_[known->second]) == EntityType::kPerson;
      if (c.strength != NameStrength::kUnknown && !(person && MayBeSurname(c))) continue;
      const ByteSpan span = c.span;
      const NameCandidate same = chosen_[known->second];
      c = same;
      c.span = span;
    }
    chosen_.insert(chosen_.end(), linked.begin(), linked.end());
    std::sort(chosen_.begin(), chosen_.end(),
              [](const NameCandidate& a, const NameCandidate& b) { return a.span.begin < b.span.begin; });
  }

  // A town, or a firm that is not sure either.
  bool MayBeSurname(const NameCandidate& c) const {
    if (c.strength == NameStrength::kWeak) return true;
    return c.strength == NameStrength::kStrong && lexicon_.entities()[c.known].entity.subtype == "city";
  }

  // "the Commission said", no part of a longer name.
  bool StandsAlone(const Token& t) const {
    const Token* before = TokenBefore(t.span.begin);
    const Token* after = TokenAfter(t.span.end);
    if (Word(before) != "the" && Word(before) != "The") return false;
    return after == nullptr || (!after->capital && Word(after) != "of" && Word(after) != "on" && Word(after) != "for");
  }

  bool EndsToken(uint32_t end) const {
    const Token* before = TokenBefore(end);
    return before != nullptr && before->span.end == end;
  }

  // Whether later text may say only the first word: of "Ampere Computing", not of "Human Rights Watch".
  static bool ShortensCompany(std::string_view name, size_t first_space, EntityType type) {
    if (type != EntityType::kOrganization || first_space < 4) return false;
    std::string_view first = name.substr(0, first_space);
    if (first.ends_with(',')) first.remove_suffix(1);  // "Acme, Inc."
    const std::string_view last = name.substr(name.rfind(' ') + 1);
    return NameWordsOf(first) == 0 && (NameWordsOf(last) & kCompanyNoun);
  }

  // "Office of Strategic Capital (OSC)", '(the "OSC" or "Office")': later "OSC" is the same.
  void Abbreviation(size_t i, std::unordered_map<std::string_view, size_t>& full) const {
    constexpr size_t kBracketMax = 40;  // bytes between the brackets; more is a remark
    std::string_view rest = text_.substr(chosen_[i].span.end, kBracketMax + 3);
    if (!rest.starts_with(" (") && !rest.starts_with("\uFF08")) return;
    const size_t open = rest.starts_with(" (") ? 2 : 3;
    const size_t close = std::min(rest.find(')'), rest.find("\uFF09"));
    if (close == std::string_view::npos || close < open + 2) return;
    rest = rest.substr(open, close - open);
    const bool quoted = rest.find('"') != std::string_view::npos || rest.find("\u201C") != std::string_view::npos;
    const Token* token = TokenAfter(chosen_[i].span.end + uint32_t(open));
    for (; token != nullptr && token < out_.tokens.data() + out_.tokens.size(); ++token) {
      if (token->span.begin >= chosen_[i].span.end + open + rest.size()) return;
      const std::string_view word = token->span.in(text_);
      if (!quoted && token->span.end != chosen_[i].span.end + open + rest.size()) return;
      const bool letters = word.size() >= 2 && word.size() <= 10 &&
                           std::count_if(word.begin(), word.end(), [](char c) { return c >= 'A' && c <= 'Z'; }) >= 2;
      // '(the "AI EO")': AI stays what it is.
      const bool common = token->all_caps && (NameWordsOf(word) & kStopsPerson) != 0;
      // "in Brazil (CTIA)": letters behind a country are its own only if they begin like it.
      const char initial = chosen_[i].span.in(text_)[0];
      const bool foreign = TypeOf(chosen_[i]) == EntityType::kCountry && word[0] != initial;
      if (token->kind == TokenKind::kWord && token->capital && !common && !foreign &&
          (letters || (quoted && word.size() >= 3)))
        full.try_emplace(word, i);
      if (!quoted) return;
    }
  }

  std::string FullChineseName(const NameCandidate& c) const {
    std::string longest(c.span.in(text_));
    if (c.strength == NameStrength::kUnknown || c.strength == NameStrength::kActing) return longest;
    for (const LexiconAlias& a : lexicon_.entities()[c.known].aliases) {
      if (HasHan(a.text) && a.text.size() > longest.size()) longest = a.text;
    }
    return longest;
  }

  EntityType TypeOf(const NameCandidate& c) const {
    if (c.strength == NameStrength::kUnknown) return c.type;
    if (c.strength == NameStrength::kActing) return EntityType::kGovernmentBody;
    return lexicon_.entities()[c.known].entity.type;
  }

  Entity EntityOf(const NameCandidate& c) const {
    if (c.strength == NameStrength::kWeak || c.strength == NameStrength::kStrong)
      return lexicon_.entities()[c.known].entity;
    Entity e;
    e.type = TypeOf(c);
    if (c.strength == NameStrength::kUnknown) {
      e.name = std::string(c.name.in(text_));
      e.id = Folded(e.name);
      return e;
    }
    const Territory& territory = *c.territory;
    e.id = "gov_" + std::string(territory.code);
    e.name = territory.code == "US"   ? "US government"
             : territory.code == "GB" ? "UK government"
                                      : std::string(territory.adjective) + " government";
    e.subtype = "government";
    e.country = territory.code;
    return e;
  }

  void Write() {
    std::unordered_map<uint32_t, uint32_t> by_known;         // lexicon entity -> index in out_.entities
    std::unordered_map<std::string_view, uint32_t> by_name;  // an unknown name as printed -> the same
    std::unordered_map<std::string_view, uint32_t> by_id;    // the ids are those of out_.entities, which never move
    out_.entities.reserve(out_.entities.size() + chosen_.size());
    out_.entity_mentions.reserve(chosen_.size());
    for (const NameCandidate& c : chosen_) {
      if (c.nothing) continue;
      const bool known = c.strength == NameStrength::kWeak || c.strength == NameStrength::kStrong;
      uint32_t* index = nullptr;
      if (known) index = &by_known.try_emplace(c.known, kNoEntity).first->second;
      if (c.strength == NameStrength::kUnknown) index = &by_name.try_emplace(c.name.in(text_), kNoEntity).first->second;
      if (index == nullptr || *index == kNoEntity) {
        Entity e = NamedEntity(c);
        auto at = by_id.find(e.id);
        if (at == by_id.end()) {
          out_.entities.push_back(std::move(e));
          at = by_id.try_emplace(out_.entities.back().id, uint32_t(out_.entities.size() - 1)).first;
        }
        if (index != nullptr) *index = at->second;
        out_.entity_mentions.push_back({c.span, at->second});
      } else {
        out_.entity_mentions.push_back({c.span, *index});
      }
    }
  }

  // Chinese bodies, funds and plans keep their Chinese name where the text is Chinese.
  Entity NamedEntity(const NameCandidate& c) const {
    Entity e = EntityOf(c);
    if (c.strength == NameStrength::kUnknown && (e.name.ends_with("交易所") || e.name.ends_with("Stock Exchange")))
      e.subtype = "exchange";
    const bool own_name =
        e.type == EntityType::kGovernmentBody || e.type == EntityType::kFund || e.type == EntityType::kLawOrProgram;
    if (e.country == "CN" && own_name && HasHan(c.span.in(text_))) e.name = FullChineseName(c);
    return e;
  }

  static constexpr uint32_t kNoEntity = 0xFFFFFFFF;
  std::string_view text_;
  const AnnotateContext& context_;
  const Lexicon& lexicon_;
  Annotations& out_;
  std::vector<NameCandidate> candidates_, chosen_;
  size_t scanned_ = 0;       // candidates_ that the lexicon gave; they stand first, ordered by begin
  std::vector<bool> named_;  // by lexicon entity: whether text or title name it beyond doubt
};

}  // namespace

const char* ToString(EntityType type) {
  constexpr std::array<const char*, 8> kNames = {"person", "organization", "government_body", "country",
                                                 "place",  "fund",         "law_or_program",  "product"};
  return kNames[size_t(type)];
}

void FindEntities(std::string_view text, const AnnotateContext& context, const Lexicon& lexicon, Annotations& out) {
  EntityFinder(text, context, lexicon, out).Run();
}

}  // namespace tocsin
