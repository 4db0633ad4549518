// Which language a text is in: by script, then by the small words that no Latin-script language can do without.
//
// News in any language is full of English names, so letters alone say little; function words say nearly all.
#include <algorithm>
#include <array>
#include <string>

#include "ingest/base/word_bytes.h"
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

  ScriptCounts& operator+=(const ScriptCounts& other) {
    han += other.han;
    kana += other.kana;
    hangul += other.hangul;
    cyrillic += other.cyrillic;
    arabic += other.arabic;
    latin += other.latin;
    more += other.more;
    return *this;
  }
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
      std::string_view words = kSmallWords[language].words;
      for (words.remove_prefix(1); !words.empty(); words.remove_prefix(words.find(' ') + 1)) {
        const uint64_t key = FirstBytes(words.substr(0, words.find(' ')));
        const size_t at = Slot(key);
        keys_[at] = key;
        languages_[at] |= uint8_t(1u << language);
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

constexpr SmallWordTable kSmallWordTable;

// Letters by script, and short words by language, in one pass.
struct Sample {
  ScriptCounts scripts;
  Votes votes{};
  size_t small_words = 0;  // of ASCII letters, that begin in lower case

  Sample& operator+=(const Sample& more) {
    scripts += more.scripts;
    for (size_t i = 0; i < votes.size(); ++i) votes[i] += more.votes[i];
    small_words += more.small_words;
    return *this;
  }
};

class SampleReader {
 public:
  explicit SampleReader(std::string_view text) : text_(text) {}

  Sample Run() {
    while (pos_ < text_.size()) {
      const auto byte = static_cast<unsigned char>(text_[pos_]);
      if (byte < 0x80) {
        if (!WholeAsciiWord()) AsciiPart();
      } else if (IsCommonHanAt(text_, pos_)) {
        Close();
        ++sample_.scripts.han;
        pos_ += kHanBytes;
      } else {
        Beyond();
      }
    }
    Close();
    return sample_;
  }

 private:
  // A whole word of ASCII letters and the ASCII mark or blank behind it: most of an English text. Also the mark alone.
  bool WholeAsciiWord() {
    if (word_.bytes != 0 || pos_ + 8 > text_.size()) return false;
    const uint64_t first = FirstBytesAt(text_, pos_, 8);
    const size_t in_first = LeadingLetters(first);
    size_t end = pos_ + in_first;
    for (size_t letters = in_first; letters == 8; end += letters) {
      if (end + 8 > text_.size()) return false;
      letters = LeadingLetters(FirstBytesAt(text_, end, 8));
    }
    if (static_cast<unsigned char>(text_[end]) >= 0x80) return false;
    const size_t letters = end - pos_;
    if (letters != 0) {
      sample_.scripts.latin += letters;
      sample_.small_words += letters > 1 && text_[pos_] >= 'a';
      if (letters <= SmallWordTable::kWordBytesMax) Vote((first | kSmall) & FirstBytesMask(letters));
    }
    pos_ = end + 1;
    return true;
  }

  // Letters of any word, or one mark or blank.
  void AsciiPart() {
    if (!IsAsciiLetter(text_[pos_])) {
      Close();
      ++pos_;
      return;
    }
    const size_t from = pos_;
    const bool opens = word_.bytes == 0;
    for (; pos_ < text_.size() && IsAsciiLetter(text_[pos_]); ++pos_) Add(text_[pos_] | 0x20);
    sample_.scripts.latin += pos_ - from;
    if (opens && pos_ - from > 1) sample_.small_words += text_[from] >= 'a';
  }

  void Beyond() {
    const CodePoint c = Decode(text_, pos_);
    const CharClass kind = Classify(c.value);
    Count(c.value, kind, sample_.scripts);
    if (IsLetterClass(kind)) {
      for (size_t i = 0; i < c.bytes; ++i) Add(text_[pos_ + i]);
    } else {
      Close();
    }
    pos_ += c.bytes;
  }

  void Add(int byte) {
    if (word_.bytes < SmallWordTable::kWordBytesMax)
      word_.key |= uint64_t{static_cast<unsigned char>(byte)} << (8 * word_.bytes);
    ++word_.bytes;
  }

  void Close() {
    if (word_.bytes > 0 && word_.bytes <= SmallWordTable::kWordBytesMax) Vote(word_.key);
    word_ = {};
  }

  void Vote(uint64_t word) {
    const uint8_t languages = kSmallWordTable.LanguagesOf(word);
    for (size_t i = 0; languages >> i != 0; ++i) sample_.votes[i] += languages >> i & 1;
  }

  static constexpr uint64_t kSmall = 0x20 * kEveryByte;  // makes letters small
  std::string_view text_;
  size_t pos_ = 0;
  struct {
    uint64_t key = 0;
    size_t bytes = 0;
  } word_;  // the open one
  Sample sample_;
};

Sample ReadSample(std::string_view text) { return SampleReader(text).Run(); }

std::string GuessLatin(const Votes& votes) {
  const auto best = std::max_element(votes.begin(), votes.end());
  if (*best == 0) return "";
  const bool tie = std::count(votes.begin(), votes.end(), *best) > 1;
  return tie ? "" : kSmallWords[best - votes.begin()].language;
}

// Kana among the characters make them Japanese.
bool IsJapanese(const ScriptCounts& n) { return n.kana * 10 > n.han + n.kana && n.kana * 6 > n.latin; }

SentenceLanguage LanguageOf(const Sample& sample, SentenceLanguage article) {
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

SentenceLanguage ArticleLanguage(std::string_view language) {
  if (language.starts_with("zh")) return SentenceLanguage::kChinese;
  return language.empty() || language.starts_with("en") ? SentenceLanguage::kEnglish : SentenceLanguage::kOther;
}

std::string GuessLanguage(const Sample& sample) {
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

}  // namespace

void FindSentenceLanguages(std::string_view text, std::string_view language, const std::vector<ByteSpan>& sentences,
                           std::vector<SentenceLanguage>& languages) {
  const SentenceLanguage article = ArticleLanguage(language);
  languages.reserve(languages.size() + sentences.size());
  for (const ByteSpan sentence : sentences) languages.push_back(LanguageOf(ReadSample(sentence.in(text)), article));
}

std::string GuessLanguages(std::string_view text, const std::vector<ByteSpan>& sentences,
                           std::vector<SentenceLanguage>& languages) {
  Sample article;
  std::vector<Sample> samples;
  samples.reserve(sentences.size());
  for (const ByteSpan sentence : sentences) {
    samples.push_back(ReadSample(sentence.in(text)));
    if (sentence.end <= kSampleBytes) {
      article += samples.back();
    } else if (sentence.begin < kSampleBytes) {
      article += ReadSample(text.substr(sentence.begin, kSampleBytes - sentence.begin));
    }
  }
  std::string language = GuessLanguage(article);
  languages.reserve(languages.size() + sentences.size());
  for (const Sample& sample : samples) languages.push_back(LanguageOf(sample, ArticleLanguage(language)));
  return language;
}

std::string GuessLanguage(std::string_view text) { return GuessLanguage(ReadSample(text.substr(0, kSampleBytes))); }

}  // namespace tocsin
