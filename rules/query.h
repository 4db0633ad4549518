// The one query language: for query, timeline, alert rules and everything that selects events.
//
//   query := or;  or := and ("OR" and)*;  and := not+;  not := ["-" | "NOT"] atom
//   atom  := "(" or ")" | key (":" | ">=" | "<=" | ">" | "<") value ("," value)* | "phrase" | word["*"]
//   value := "phrase" | word["*"] | "/" regular expression "/" (text and title only; RE2, case folded)
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "ingest/base/error.h"
#include "nlp/lexicon.h"
#include "rules/event.h"

namespace tocsin {

enum class QueryKey : uint8_t {
  kType,
  kStatus,
  kEntity,
  kActor,
  kTarget,
  kSupporter,
  kOpponent,
  kFunder,
  kAmount,
  kStake,
  kCurrency,
  kJurisdiction,
  kSource,
  kLang,
  kPublished,
  kDate,
  kConfidence,
  kRule,
  kRun,
  kText,
  kTitle,
  kStoryline,
  kId,
  kBackground,
};

enum class QueryOp : uint8_t { kIs, kAtLeast, kAtMost, kMore, kLess };

class TextPattern;

struct QueryNode {
  enum class Kind : uint8_t { kAnd, kOr, kNot, kTerm, kEverything };
  Kind kind = Kind::kEverything;
  std::vector<QueryNode> children;  // kAnd, kOr: two or more; kNot: one
  QueryKey key = QueryKey::kText;   // kTerm
  QueryOp op = QueryOp::kIs;
  std::vector<std::string> values;  // kTerm: any of them; as written
  // What each value stands for: entity ids (a name nobody knows: "~" + folded name; one name may give several),
  // territory and currency codes, and for every other key the folded value that is compared.
  std::vector<std::string> entity_ids;
  std::vector<Decimal> numbers;  // amount, stake, confidence: parsed values
  struct DayRange {
    CivilDay first, after;
  };
  std::vector<DayRange> days;                  // published, date: half-open
  bool prefix = false;                         // word*
  std::shared_ptr<const TextPattern> pattern;  // text:/.../: the only value; then entity_ids is empty
};

struct Query {
  std::string text;  // as written
  QueryNode root;
  std::vector<std::string> notes;  // "Intel: also matches intel_foundry": shown to people once
};

// What a query may look at.
struct QueryRow {
  const Event& event;
  std::string_view id;  // 13 characters
  std::string_view storyline;
  std::string_view run;                        // pack hash or extraction run
  std::string_view source, lang, title, text;  // of the article; text is the sentence and may be empty when unknown
  std::string_view site = {};                  // the source's shown name: `source:` finds either
};

// `now` resolves "7d" and "yesterday". kConfig: "query:14: unknown key \"actr\"; did you mean actor?".
Result<Query> ParseQuery(std::string_view text, const Lexicon& lexicon, Instant now);
bool Matches(const Query& query, const QueryRow& row);
bool Matches(const QueryNode& node, const QueryRow& row);

// The canonical form: parses (at the same `now`) into the same tree.
std::string ToString(const Query& query);
const char* ToString(QueryKey key);  // "type", "status", ...

// The words under which text is found: folded as by FoldName, letters and digits together, every Chinese
// character, kana and hangul syllable on its own. `text:` and the store's index share them.
std::vector<std::string> QueryWords(std::string_view text);

// Case and width folded, white space runs as one space: "Ａcme  Robotics" is "acme robotics".
std::string FoldName(std::string_view name);

}  // namespace tocsin
