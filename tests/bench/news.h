// Invented news in any number: the sample newsroom's articles with other names and sums between paragraphs of plain
// words, so that hardly one is a copy of another. The same for the same number.
#pragma once

#include <algorithm>
#include <array>
#include <cctype>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "ingest/decoder.h"

namespace tocsin::bench {

// In order of path, so that every machine sees the same.
inline std::vector<Article> SampleArticles(std::string_view language) {
  std::vector<std::filesystem::path> paths;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(TOCSIN_SOURCE_DIR "/samples/newsroom")) {
    if (entry.path().extension() == ".html") paths.push_back(entry.path());
  }
  std::sort(paths.begin(), paths.end());
  std::vector<Article> out;
  for (const auto& path : paths) {
    RawDocument page;
    page.url = "http://127.0.0.1/" + path.filename().string();
    page.content_type = "text/html";
    std::ifstream in(path, std::ios::binary);
    page.bytes.assign(std::istreambuf_iterator<char>(in), {});
    auto decoded = Decode(page);
    if (!decoded) continue;
    for (Article& article : decoded->articles) {
      if (article.language.starts_with(language)) out.push_back(std::move(article));
    }
  }
  return out;
}

class Newsroom {
 public:
  // One article in five is Chinese.
  Newsroom() : english_(SampleArticles("en")), chinese_(SampleArticles("zh")) {}

  // Article `n` of a stream that runs for `days`; one in twelve re-prints an earlier one elsewhere.
  Article Make(uint32_t n, uint32_t of, uint32_t days = 900) const {
    std::mt19937 random(n * 2654435761u + 17);
    const bool copy = n > 50 && random() % 12 == 0;
    const uint32_t told = copy ? n - 1 - uint32_t(random() % 50) : n;
    std::mt19937 words(told * 2654435761u + 99);
    const bool chinese = words() % 5 == 0;
    const auto& samples = chinese ? chinese_ : english_;
    Article a = Retold(samples[words() % samples.size()], chinese, words);
    a.url = "https://site" + std::to_string(random() % 120) + ".example/" + std::to_string(n);
    a.canonical_url = a.url;
    a.site = a.url.substr(8, a.url.find('/', 8) - 8);
    a.source_id = a.site;
    const int64_t second = int64_t(n) * days * 86400 / of + int64_t(random() % (3 * 86400));
    a.published_at = {{StartOf({2024, 1, 1}).seconds + second}, Precision::kSecond};
    a.fetched_at = {a.published_at.at.seconds + 600};
    a.id = ArticleId(a.canonical_url, a.text);
    return a;
  }

 private:
  static constexpr std::array<std::string_view, 20> kKnown = {
      "OpenAI",   "SoftBank", "Nvidia",    "Intel",     "AMD",        "Microsoft", "Amazon",
      "Google",   "Oracle",   "Anthropic", "TSMC",      "Mistral AI", "SK Hynix",  "Micron",
      "Qualcomm", "Broadcom", "Cerebras",  "CoreWeave", "Arm",        "Samsung"};

  static std::string Company(std::mt19937& random) {
    static constexpr std::array<std::string_view, 16> kSyllables = {
        "qu", "or", "vex", "tal", "mir", "bel", "nor", "dax", "pel", "zan", "kri", "lum", "ost", "ver", "gon", "fen"};
    static constexpr std::array<std::string_view, 4> kTails = {" Technologies", " Semiconductor", " Systems", " Labs"};
    std::string name(kSyllables[random() % 16]);
    name += kSyllables[random() % 16];
    name += kSyllables[random() % 16];
    name[0] = char(std::toupper(name[0]));
    return name.append(kTails[random() % 4]);
  }

  static std::string Filler(bool chinese, size_t bytes, std::mt19937& random) {
    static constexpr std::array<std::string_view, 32> kWords = {
        "the",    "of",     "and",     "harbour", "with",   "as",      "by",      "from",   "its",   "was",    "have",
        "output", "plant",  "workers", "growth",  "region", "energy",  "water",   "school", "week",  "report", "people",
        "local",  "models", "costs",   "plans",   "delays", "meeting", "weather", "season", "roads", "lines"};
    static constexpr std::array<std::string_view, 16> kHan = {"的", "在", "不", "和", "人", "中", "地", "水",
                                                              "路", "山", "学", "天", "月", "风", "田", "林"};
    std::string out;
    while (out.size() < bytes) {
      const size_t length = 8 + random() % 16;
      for (size_t i = 0; i < length; ++i) {
        if (!chinese && i > 0) out += ' ';
        out += chinese ? kHan[random() % 16] : kWords[random() % 32];
      }
      out += chinese ? "。" : ". ";
    }
    return out;
  }

  // Names and sums of `text`, each exchanged for the same one wherever it stands.
  static std::string Vary(std::string_view text, std::map<std::string, std::string, std::less<>>& to,
                          std::mt19937& random) {
    std::string out;
    for (size_t i = 0; i < text.size();) {
      const auto rest = text.substr(i);
      const bool starts = i == 0 || !std::isalnum(uint8_t(text[i - 1]));
      const auto* known = std::find_if(kKnown.begin(), kKnown.end(), [&](auto name) { return rest.starts_with(name); });
      if (starts && known != kKnown.end()) {
        auto [at, fresh] = to.try_emplace(std::string(*known));
        if (fresh) at->second = random() % 5 < 2 ? std::string(kKnown[random() % kKnown.size()]) : Company(random);
        out += at->second;
        i += known->size();
        continue;
      }
      size_t digits = 0;
      while (digits < rest.size() && std::isdigit(uint8_t(rest[digits]))) ++digits;
      if (digits == 0) {
        out += text[i++];
        continue;
      }
      auto [at, fresh] = to.try_emplace(std::string(rest.substr(0, digits)), rest.substr(0, digits));
      const bool year = digits == 4 && rest.starts_with("20");
      if (fresh && !year) at->second[0] = char('1' + random() % 9);
      out += at->second;
      i += digits;
    }
    return out;
  }

  static Article Retold(const Article& sample, bool chinese, std::mt19937& random) {
    std::map<std::string, std::string, std::less<>> to;
    Article a;
    a.title = Vary(sample.title, to, random);
    a.language = chinese ? "zh" : "en";
    const std::string text = Vary(sample.text, to, random);
    const size_t head = text.find('\n');
    a.text = text.substr(0, head) + "\n" + Filler(chinese, 1200, random);
    if (head != std::string::npos) a.text += text.substr(head) + "\n" + Filler(chinese, 700, random);
    return a;
  }

  std::vector<Article> english_, chinese_;
};

}  // namespace tocsin::bench
