// What the finders of names hand to the one that chooses.
#pragma once

#include <vector>

#include "nlp/annotations.h"
#include "nlp/names/territories.h"

namespace tocsin {

// How much a candidate is to be trusted when two overlap and are equally long.
enum class NameStrength : uint8_t {
  kUnknown,
  kWeak,
  kStrong,
  kActing,  // a government: "the Chinese government", or a capital that stands for it
};

// Small and copied freely: names become strings only once, when they are written.
struct NameCandidate {
  ByteSpan span;
  ByteSpan name;  // kUnknown: the bytes that name it, also where `span` is a short form of it
  NameStrength strength = NameStrength::kUnknown;
  EntityType type = EntityType::kOrganization;  // kUnknown: what it was taken for
  bool nothing = false;  // a war, an election: keeps the names inside it from being found, and is no entity itself
  uint32_t known = 0;    // kWeak, kStrong: index into Lexicon::entities()
  const Territory* territory = nullptr;  // kActing: whose government it is
};

// A name that some pack holds, as far as the finder of unknown ones needs it.
struct KnownName {
  ByteSpan span;
  EntityType type;
  bool weak;
};

// Calls read(first, last) with the tokens of each sentence, half-open, in order. Both are ordered by begin.
template <class Read>
void ForEachSentence(const Annotations& annotations, Read read) {
  const std::vector<Token>& tokens = annotations.tokens;
  size_t token = 0;
  for (const ByteSpan sentence : annotations.sentences) {
    while (token < tokens.size() && tokens[token].span.begin < sentence.begin) ++token;
    size_t end = token;
    while (end < tokens.size() && tokens[end].span.begin < sentence.end) ++end;
    read(token, end);
    token = end;
  }
}

// English names that no pack knows, by shape and cue: "the X Act", "CEO Jane Roe", "Acme Robotics Inc".
// `known` is ordered by begin.
void FindUnknownNames(std::string_view text, const Annotations& read, const std::vector<KnownName>& known,
                      std::vector<NameCandidate>& out);

// Companies that only a deal gives away: "in talks to buy Windsurf", "OpenRouter raises $113M", "收购 Astral".
void FindDealNames(std::string_view text, const Annotations& read, const std::vector<KnownName>& known,
                   std::vector<NameCandidate>& out);

// Chinese names: 《…》 titles of laws and plans, bodies that end in 部, 委员会, 公司, 基金, persons behind a title.
// `known` is ordered by begin.
void FindChineseNames(std::string_view text, const std::vector<KnownName>& known, std::vector<NameCandidate>& out);

}  // namespace tocsin
