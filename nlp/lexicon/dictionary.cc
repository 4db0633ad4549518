#include "nlp/lexicon/dictionary.h"

#include <algorithm>
#include <string>

#include "nlp/dates/date_words.h"
#include "nlp/mentions/deal_words.h"
#include "nlp/mentions/folded_word.h"
#include "nlp/mentions/name_words.h"
#include "nlp/mentions/number_words.h"
#include "nlp/mentions/quantities.h"
#include "nlp/names/calendars.h"
#include "nlp/names/territories.h"
#include "nlp/text/characters.h"

namespace tocsin {
namespace {

bool HasInnerHyphen(std::string_view word) {
  const size_t hyphen = word.find('-', 1);
  return hyphen != std::string_view::npos && hyphen + 1 < word.size();
}

}  // namespace

Dictionary::Dictionary() : entries_(1), slots_(1u << 15), han_(kLastHan - kFirstHan + 1) {
  for (const std::string_view word : NameWordList()) {
    const FoldedWord folded(word, false);
    const std::string_view w = folded.view();
    const auto capitals = size_t(std::count_if(w.begin(), w.end(), IsAsciiUpper));
    const auto letters = size_t(std::count_if(w.begin(), w.end(), IsAsciiLetter));
    // Words printed in another way ("PhD") are looked up in the lists themselves.
    if (capitals == 0) At(word).names[kSmall] = NameWordsOf(word);
    if (capitals == 1 && IsAsciiUpper(w[0])) At(word).names[kCapital] = NameWordsOf(word);
    if (capitals >= 2 && capitals == letters) At(word).names[kAllCapitals] = NameWordsOf(word);
  }
  for (const std::string_view word : NumberStarts()) At(word).starts |= kStartsNumber;
  for (const std::string_view word : DateStarts()) At(word).starts |= kStartsDate;
  const auto han = [&](char32_t c) {
    const char bytes[] = {char(0xE0 | c >> 12), char(0x80 | (c >> 6 & 0x3F)), char(0x80 | (c & 0x3F))};
    if (MayStartHanNumber(c)) At({bytes, sizeof bytes}).starts |= kStartsNumber;
    if (MayStartHanDate(c)) At({bytes, sizeof bytes}).starts |= kStartsDate;
  };
  han(U'〇');
  for (char32_t c = kFirstHan; c <= kLastHan; ++c) han(c);
  for (const std::string_view word : {"a", "an"}) At(word).starts |= kArticle;
  for (const std::string_view word : {"couple", "quarter", "fortnight", "fortnights"}) At(word).starts |= kCounted;
  for (const std::string_view word : ScaleWords()) At(word).starts |= kCounted;
  for (const std::string_view unit : UnitNames()) {
    At(unit).starts |= kCounted;
    At(std::string(unit) + "s").starts |= kCounted;
  }
  for (const std::string_view word : Capitals()) At(word.substr(0, word.find(' '))).starts |= kStartsCapital;
  At("government").starts |= kSaysGovernment;
  for (const std::string_view word : DealWordList()) At(word).deals = DealWordsOf(word);
}

const Dictionary& Dictionary::BuiltIn() {
  static const Dictionary dictionary;
  return dictionary;
}

uint32_t Dictionary::Find(std::string_view word) const { return FindHash(HashFolded(word, true)); }

uint32_t Dictionary::Add(std::string_view word) {
  const uint64_t hash = HashFolded(word, true);
  if (hash == 0) return 0;
  if (const uint32_t known = FindHash(hash)) return known;
  const auto number = uint32_t(entries_.size());
  Entry& entry = entries_.emplace_back();
  entry.hash = hash;
  if (entries_.size() * 2 > slots_.size()) {
    slots_.assign(slots_.size() * 2, {});
    for (uint32_t i = 1; i < number; ++i) Place(i);
  }
  Place(number);
  const FoldedWord folded(word, true);
  if (folded.view().size() == 1) {
    const auto c = static_cast<unsigned char>(folded.view()[0]);
    if (c < single_.size()) single_[c] = number;
    if (IsAsciiLetter(char(c))) single_[c & ~0x20u] = number;
  }
  if (const CodePoint c = Decode(word, 0); c.bytes == word.size() && c.value >= kFirstHan && c.value <= kLastHan)
    han_[c.value - kFirstHan] = number;
  return number;
}

void Dictionary::Place(uint32_t entry) {
  const uint64_t hash = entries_[entry].hash;
  size_t at = hash & (slots_.size() - 1);
  while (slots_[at].entry != 0) at = (at + 1) & (slots_.size() - 1);
  slots_[at] = {uint32_t(hash >> 32), entry};
}

void Dictionary::AddGrammar(std::string_view word, uint32_t bits) {
  if (const uint32_t number = Add(word)) entries_[number].grammar |= bits;
}

void Dictionary::Read(std::string_view text, const std::vector<Token>& tokens, std::vector<WordFacts>& words) const {
  words.clear();
  words.reserve(tokens.size());
  for (const Token& token : tokens) {
    const uint32_t size = token.span.size();
    if (token.kind == TokenKind::kHan && IsCommonHanAt(text, token.span.begin)) {
      words.push_back(Facts(han_[Decode(text, token.span.begin).value - kFirstHan], kSmall));
      continue;
    }
    if (!token.plain || size == 1 || size > 8) {
      words.push_back(FactsOf(token.span.in(text), token));
      continue;
    }
    const uint64_t small = LowerBytes(FirstBytesAt(text, token.span.begin, size));
    words.push_back(Facts(FindHash(HashShort(small, size)), FormOf(token)));
  }
}

// Of a token that is no short English word.
WordFacts Dictionary::FactsOf(std::string_view word, const Token& token) const {
  const auto first = static_cast<unsigned char>(word[0]);
  if (word.size() == 1) return first < single_.size() ? Facts(single_[first], FormOf(token)) : WordFacts{};
  if (token.plain) return Facts(FindHash(HashLong(word, true)), FormOf(token));
  if (token.kind == TokenKind::kHan) {
    const char32_t c = Decode(word, 0).value;
    if (c >= kFirstHan && c <= kLastHan) return Facts(han_[c - kFirstHan], kSmall);
  }
  WordFacts facts = Facts(Find(word), kSmall);
  if (token.kind != TokenKind::kWord) return facts;
  facts.names = NameWordsOf(word);
  if (!HasInnerHyphen(word)) return facts;
  facts.starts |= kHyphenated;
  if (facts.names == 0 && token.capital)  // "Hans-Peter", "Davis-Smith"
    facts.names = NameWordsOf(word.substr(0, word.find('-'))) & (kGivenName | kFamilyName);
  return facts;
}

size_t Dictionary::bytes() const {
  return entries_.capacity() * sizeof(Entry) + slots_.capacity() * sizeof(Slot) + han_.capacity() * sizeof(uint32_t);
}

}  // namespace tocsin
