// What reading found in an article: spans into its text, with their normal form.
//
// Struct of arrays, each ordered by begin, then longest first. Spans are byte offsets into the text
// that was annotated; the text is borrowed and must outlive nothing but the call that reads it.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "ingest/base/decimal.h"
#include "ingest/base/span.h"
#include "ingest/base/time.h"

namespace tocsin {

// ---- words ----------------------------------------------------------------------------------
enum class TokenKind : uint8_t {
  kWord,  // letters (with inner apostrophes, hyphens, dots of abbreviations): "U.S.", "co-lead", "Nvidia's" is "Nvidia"
          // + "'s"
  kNumber,  // begins with a digit: "8.9bn" is "8.9" + "bn", "10-K" is one word
  kHan,     // one Chinese character
  kPunct,   // one mark or sign
};

struct Token {
  ByteSpan span;
  TokenKind kind = TokenKind::kWord;
  bool capital = false;   // the first letter is upper case
  bool all_caps = false;  // every letter is upper case, and there are two or more
  bool plain = false;     // a word of nothing but ASCII letters: "bank", "Bank" or "BANK", not "OpenAI"
};

// What may begin with a word, bits: most words begin nothing, and are passed over.
enum WordStart : uint8_t {
  kStartsNumber = 1,
  kStartsDate = 2,
  kStartsCapital = 4,  // of a state: "Beijing", "New"
  kSaysGovernment = 8,
  kArticle = 16,    // "a", "an": begin a number or a date only before a word that is counted
  kCounted = 32,    // "million", "weeks", "couple"
  kHyphenated = 64  // "co-lead": phrases see its parts
};

// What the dictionaries say of a token; all zero for a word that is in none.
struct WordFacts {
  uint32_t number = 0;   // of the word in the lexicon's phrases; 0: in none
  uint32_t names = 0;    // bits by NameWord, of the word as it is printed
  uint32_t grammar = 0;  // bits that whoever built the lexicon gave to the word
  uint8_t starts = 0;    // bits by WordStart
  uint8_t deals = 0;     // bits by DealWord
};

// ---- money, shares, dates --------------------------------------------------------------------
enum class Qualifier : uint8_t {
  kExact,
  kApprox,
  kMoreThan,
  kAtLeast,
  kLessThan,
  kUpTo,
  kNearly,  // amounts and percentages
  kEarly,
  kMid,
  kLate,
  kBefore,
  kAfter,
  kSince,
  kUntil,  // dates
};
enum class Per : uint8_t { kNone, kYear, kQuarter, kMonth, kWeek, kDay, kHour, kShare, kUnit };

// "" for kExact and kNone; otherwise as the inspect contract spells it: "approx", "more_than", "year".
const char* ToString(Qualifier q);
const char* ToString(Per p);

// ISO 4217 in capitals; "XXX" when the text leaves it open.
struct CurrencyCode {
  char code[4] = "XXX";
  std::string_view view() const { return {code, 3}; }
  friend bool operator==(const CurrencyCode& a, const CurrencyCode& b) { return a.view() == b.view(); }
};

struct AmountMention {
  ByteSpan span;  // from the currency to the unit: what an analyst would underline
  Decimal value;  // in main units, exact; the lower bound of a range
  Decimal upper;  // equal to `value` unless a range was written
  CurrencyCode currency;
  Qualifier qualifier = Qualifier::kExact;
  ByteSpan qualifier_span;  // empty when exact
  Per per = Per::kNone;     // "$20.47 a share"
};

enum class PercentUnit : uint8_t { kPercent, kPoints, kBasisPoints };

struct PercentMention {
  ByteSpan span;
  Decimal value, upper;  // in percent; basis points are converted
  PercentUnit unit = PercentUnit::kPercent;
  Qualifier qualifier = Qualifier::kExact;
  bool stake = false;  // a share of ownership: "a 10% stake"
};

enum class DateKind : uint8_t { kDate, kDateTime, kTime, kDuration, kSet };

struct DateMention {
  ByteSpan span;
  DateKind kind = DateKind::kDate;
  std::string
      value;  // ISO 8601: half-open interval of days "2025-06-01/2025-07-01", duration "P3M", ...; "" when unresolved
  CivilDay first, after;  // kDate and resolved: the interval as days, half-open
  Precision precision = Precision::kUnknown;
  bool resolved = false;  // false: relative, and there was nothing to anchor it on
  bool relative = false;  // grounded on the publication date
  Qualifier qualifier = Qualifier::kExact;
};

// A plain number that is neither money nor a share ("433.3 million shares"); for completeness of inspect.
struct NumberMention {
  ByteSpan span;
  Decimal value;
};

// ---- names -----------------------------------------------------------------------------------
enum class EntityType : uint8_t {
  kPerson,
  kOrganization,
  kGovernmentBody,
  kCountry,
  kPlace,
  kFund,
  kLawOrProgram,
  kProduct,
};
const char* ToString(EntityType type);  // "person", "organization", "government_body", ...

// One distinct thing that the article names.
struct Entity {
  std::string id;    // gazetteer id "openai"; "~acme robotics" (folded name) when no pack knows it
  std::string name;  // the common English name where there is one, else the fullest form in the text
  EntityType type = EntityType::kOrganization;
  std::string subtype;  // the pack's finer type: "ai_lab", "ministry"; "" when unknown
  std::string country;  // ISO 3166-1 alpha-2, or ""
};

struct EntityMention {
  ByteSpan span;
  uint32_t entity = 0;  // index into Annotations::entities
};

// ---- terms -----------------------------------------------------------------------------------
// A phrase from a rule pack's lexicons: triggers, cues, titles. Overlaps are kept; rules choose.
struct TermMention {
  ByteSpan span;
  uint32_t term = 0;  // index into Lexicon::terms()
};

// Whose grammar a sentence is read by. A Chinese article quotes English ones, and the other way round.
enum class SentenceLanguage : uint8_t { kEnglish, kChinese, kOther };
const char* ToString(SentenceLanguage language);  // "en", "zh", "other"

struct Annotations {
  std::string language;             // of the article: "en", "zh", or what it was told; "" when unclear
  std::string simplified;           // Chinese: the text in simplified characters, which was read; "" when it is already
  std::vector<ByteSpan> sentences;  // never overlapping; white space between them belongs to none
  std::vector<SentenceLanguage> sentence_languages;  // one for each sentence
  std::vector<Token> tokens;
  std::vector<WordFacts> words;  // one for each token
  std::vector<Entity> entities;
  std::vector<EntityMention> entity_mentions;  // never overlapping
  std::vector<AmountMention> amounts;          // never overlapping
  std::vector<PercentMention> percents;
  std::vector<DateMention> dates;
  std::vector<NumberMention> numbers;
  std::vector<TermMention> terms;
  std::vector<TermMention> title_terms;  // of the title; spans lie in it
  std::vector<uint32_t> title_entities;  // that the title may name: indices into Lexicon::entities(), weak aliases too
};

}  // namespace tocsin
