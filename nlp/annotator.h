// Article in, Annotations out. Pure: same bytes in, same result out, on any thread.
#pragma once

#include <memory>
#include <string_view>

#include "ingest/article.h"
#include "nlp/annotations.h"
#include "nlp/lexicon.h"

namespace tocsin {

struct AnnotateContext {
  std::string_view title;         // helps names and language; its words are not annotated
  std::string_view language;      // told by the source; "" = guess
  Timestamp published;            // anchors relative dates; unknown = they stay unresolved
  std::string_view jurisdiction;  // ISO 3166 of the source: what "$" and "the ministry" mean; "" = by language and text
};

// `text` is valid UTF-8. Time is linear in it. Never fails: what cannot be read is not annotated.
Annotations Annotate(std::string_view text, const AnnotateContext& context, const Lexicon& lexicon);

// ---- stages, for tests, benchmarks and inspect -------------------------------------------------
// Appends; all take valid UTF-8.
void FindTokens(std::string_view text, std::vector<Token>& tokens);
void FindSentences(std::string_view text, std::string_view language, std::vector<ByteSpan>& sentences);
// Writes `text` with simplified Chinese characters to `out`, byte for byte as long, so that offsets hold in both.
// Returns false and leaves `out` alone when nothing is traditional.
bool Simplify(std::string_view text, std::string& out);
std::string GuessLanguage(std::string_view text);  // "en", "zh", another BCP 47 tag, or "" when unclear
// One for each sentence: by its own letters and small words; by the article's language where these say nothing.
void FindSentenceLanguages(std::string_view text, std::string_view language, const std::vector<ByteSpan>& sentences,
                           std::vector<SentenceLanguage>& languages);
// Both in one reading: returns what GuessLanguage says of a text cut into `sentences`, and adds their languages.
std::string GuessLanguages(std::string_view text, const std::vector<ByteSpan>& sentences,
                           std::vector<SentenceLanguage>& languages);
void FindNumbers(std::string_view text, const AnnotateContext& context,
                 Annotations& out);  // needs tokens and words; amounts, percents, dates, numbers
void FindEntities(std::string_view text, const AnnotateContext& context, const Lexicon& lexicon,
                  Annotations& out);  // needs tokens, words and sentences; sets entities and terms

}  // namespace tocsin
