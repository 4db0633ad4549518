// Which language a text is in: by script, then by the small words that no Latin-script language can do without.
//
// News in any language is full of English names, so letters alone say little; function words say nearly all.
#include <algorithm>
#include <array>
#include <string>

#include "nlp/annotator.h"
#include "nlp/text/characters.h"

namespace tocsin {
namespace {

constexpr size_t kSampleBytes = 16 << 10;  // enough for certainty; the rest of a long text changes nothing

struct SmallWords {
  const char* language;
  const char* words;  // each between spaces
};

// Words that are frequent in one language and rare in the others; shared ones ("in", "de", "la") would only blur.
constexpr SmallWords kSmallWords[] = {
    {"en",
     " the of and to is for that with was has have will are by from its it said an at be this which would as on not he "
     "they their but or been after over up "},
    {"de", " der und das nicht von mit den dem des ist sich auf für eine einen auch im wird sind bei nach werden "},
    {"fr", " les des et du est une dans pour que qui sur au aux par plus avec ce cette sont ont pas été "},
    {"es", " el los las y en una por con para del que se más su como pero sus este fue ha "},
    {"it", " il di che della per del è una gli alla nel sono dei anche più con delle si "},
    {"pt", " o os do da em uma não para com dos das no na ao mais foi são pela pelo "},
    {"nl", " het een van en dat zijn niet voor op met aan ook wordt bij naar heeft maar "},
};

struct ScriptCounts {
  size_t han = 0, kana = 0, hangul = 0, cyrillic = 0, arabic = 0, latin = 0;
  size_t more = 0;  // of any other script
  size_t total() const { return han + kana + hangul + cyrillic + arabic + latin; }
};

void Count(char32_t c, CharClass kind, ScriptCounts& n) {
  if (kind == CharClass::kHan) {
    ++n.han;
  } else if (IsLetterClass(kind)) {
    if (c < 0x250 || (c >= 0x1E00 && c <= 0x1EFF)) {
      ++n.latin;
      return;
    }
    const size_t before = n.total();
    n.kana += c >= 0x3040 && c <= 0x30FF;
    n.hangul += c >= 0xAC00 && c <= 0xD7A3;
    n.cyrillic += c >= 0x400 && c <= 0x52F;
    n.arabic += c >= 0x600 && c <= 0x6FF;
    n.more += n.total() == before;
  }
}

using Votes = std::array<size_t, std::size(kSmallWords)>;

// The small words, each packed into the bytes of a number, with one bit for every language that has it. Built by the
// compiler; asked for every short word.
class SmallWordTable {
 public:
  static constexpr size_t kWordBytesMax = 8;

  constexpr SmallWordTable() {
    for (size_t language = 0; language < std::size(kSmallWords); ++language) {
      uint64_t key = 0;
      for (const char c : std::string_view(kSmallWords[language].words)) {
        if (c != ' ') {
          key = key << 8 | static_cast<unsigned char>(c);
        } else if (key != 0) {
          const size_t at = Slot(key);
          keys_[at] = key;
          languages_[at] |= uint8_t(1u << language);
          key = 0;
        }
      }
    }
  }

  constexpr uint8_t LanguagesOf(uint64_t key) const {
    const size_t at = Slot(key);
    return keys_[at] == key ? languages_[at] : 0;
  }

 private:
  static constexpr size_t kSlots = 1024;
  constexpr size_t Slot(uint64_t key) const {
    size_t at = size_t(key * 0x9E3779B97F4A7C15ull >> 54);
    while (keys_[at] != 0 && keys_[at] != key) at = (at + 1) % kSlots;
    return at;
  }
  std::array<uint64_t, kSlots> keys_{};
  std::array<uint8_t, kSlots> languages_{};
};

// ASCII letters in lower case; 0 for every other byte.
constexpr std::array<uint8_t, 256> kSmallLetter = [] {
  std::array<uint8_t, 256> small{};
  for (int c = 'a'; c <= 'z'; ++c) small[size_t(c)] = small[size_t(c - 32)] = uint8_t(c);
  return small;
}();

// Letters by script, and short words by language, in one pass.
struct Sample {
  ScriptCounts scripts;
  Votes votes{};
  size_t small_words = 0;  // of ASCII letters, that begin in lower case
};

Sample ReadSample(std::string_view text) {
  static constexpr SmallWordTable kTable;
  Sample sample;
  uint64_t key = 0;
  size_t bytes = 0;  // of the open word
  const auto close = [&] {
    if (bytes > 0 && bytes <= SmallWordTable::kWordBytesMax) {
      const uint8_t languages = kTable.LanguagesOf(key);
      for (size_t i = 0; languages >> i != 0; ++i) sample.votes[i] += languages >> i & 1;
    }
    key = bytes = 0;
  };
  for (size_t pos = 0; pos < text.size();) {
    const size_t from = pos;
    for (; pos < text.size(); ++pos) {
      const uint8_t small = kSmallLetter[static_cast<unsigned char>(text[pos])];
      if (small == 0) break;
      key = key << 8 | small;
    }
    if (bytes == 0 && pos - from > 1) sample.small_words += text[from] >= 'a';
    bytes += pos - from;
    sample.scripts.latin += pos - from;
    if (pos == text.size()) break;
    if (static_cast<unsigned char>(text[pos]) < 0x80) {
      close();
      ++pos;
      continue;
    }
    const CodePoint c = Decode(text, pos);
    const CharClass kind = Classify(c.value);
    Count(c.value, kind, sample.scripts);
    if (IsLetterClass(kind)) {
      bytes += c.bytes;
      for (size_t i = 0; i < c.bytes; ++i) key = key << 8 | static_cast<unsigned char>(text[pos + i]);
    } else {
      close();
    }
    pos += c.bytes;
  }
  close();
  return sample;
}

std::string GuessLatin(const Votes& votes) {
  const auto best = std::max_element(votes.begin(), votes.end());
  if (*best == 0) return "";
  const bool tie = std::count(votes.begin(), votes.end(), *best) > 1;
  return tie ? "" : kSmallWords[best - votes.begin()].language;
}

// Kana among the characters make them Japanese.
bool IsJapanese(const ScriptCounts& n) { return n.kana * 10 > n.han + n.kana && n.kana * 6 > n.latin; }

SentenceLanguage LanguageOf(std::string_view sentence, SentenceLanguage article) {
  const Sample sample = ReadSample(sentence);
  const ScriptCounts& n = sample.scripts;
  const size_t english = sample.votes[0];
  if (n.total() + n.more == 0) return article;
  if (IsJapanese(n) || (n.hangul + n.cyrillic + n.arabic + n.more) * 2 > n.total() + n.more)
    return SentenceLanguage::kOther;
  if (n.han != 0) {
    // A Chinese character says about as much as three letters. Names of firms may still outweigh a Chinese sentence,
    // but they bring no English words: "Meta Platforms宣布收购Scale AI".
    if (n.han * 3 >= n.latin || (english == 0 && sample.small_words * 4 < n.han)) return SentenceLanguage::kChinese;
    return english != 0 || article != SentenceLanguage::kOther ? SentenceLanguage::kEnglish : article;
  }
  const size_t other = *std::max_element(sample.votes.begin() + 1, sample.votes.end());
  if (english >= other && english != 0) return SentenceLanguage::kEnglish;
  // Titles and names bring a foreign word or two into English: "Der Spiegel", "La Poste de France".
  constexpr size_t kForeignWords = 3;
  if (other >= kForeignWords && other > english * 2) return SentenceLanguage::kOther;
  return article == SentenceLanguage::kOther ? article : SentenceLanguage::kEnglish;
}

}  // namespace

void FindSentenceLanguages(std::string_view text, std::string_view language, const std::vector<ByteSpan>& sentences,
                           std::vector<SentenceLanguage>& languages) {
  const SentenceLanguage article = language.starts_with("zh")                       ? SentenceLanguage::kChinese
                                   : language.empty() || language.starts_with("en") ? SentenceLanguage::kEnglish
                                                                                    : SentenceLanguage::kOther;
  languages.reserve(languages.size() + sentences.size());
  for (const ByteSpan sentence : sentences) languages.push_back(LanguageOf(sentence.in(text), article));
}

std::string GuessLanguage(std::string_view text) {
  text = text.substr(0, kSampleBytes);
  const Sample sample = ReadSample(text);
  const ScriptCounts& n = sample.scripts;
  const size_t half = n.total() / 2;
  // A Chinese character says about as much as three letters of a name in Latin script.
  if (IsJapanese(n)) return "ja";
  if (n.han != 0 && n.han * 3 >= n.latin) return n.hangul > n.han ? "ko" : "zh";
  if (n.hangul > half / 2 && n.hangul != 0) return "ko";
  if (n.cyrillic > half) return "ru";
  if (n.arabic > half) return "ar";
  return n.latin != 0 ? GuessLatin(sample.votes) : "";
}

}  // namespace tocsin
