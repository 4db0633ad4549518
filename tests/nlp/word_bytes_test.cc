// Short words as numbers: what is read eight bytes at a time says the same as byte by byte.
#include "ingest/base/word_bytes.h"

#include <gtest/gtest.h>

#include <string>

#include "ingest/base/word_table.h"
#include "nlp/mentions/folded_word.h"
#include "nlp/text/characters.h"

namespace tocsin {
namespace {

uint64_t ByteByByte(std::string_view word) {
  uint64_t bytes = 0;
  for (size_t i = 0; i < word.size() && i < 8; ++i) bytes |= uint64_t{static_cast<unsigned char>(word[i])} << (8 * i);
  return bytes;
}

TEST(WordBytes, AreThoseOfTheWordAndNoOthers) {
  const std::string text = "semiconductors, 芯片 and chips";
  for (size_t pos = 0; pos <= text.size(); ++pos) {
    for (size_t size = 0; pos + size <= text.size() && size < 12; ++size) {
      const std::string word = text.substr(pos, size);
      EXPECT_EQ(FirstBytes(word), ByteByByte(word)) << word;
      EXPECT_EQ(FirstBytesAt(text, pos, size), ByteByByte(word)) << word;
    }
  }
}

TEST(WordBytes, OnlyAsciiCapitalsBecomeSmall) {
  for (int c = 0; c < 256; ++c) {
    const std::string word = {char(c), 'A', char(c), 'z', char(c)};
    std::string lower = word;
    for (char& letter : lower) letter = AsciiLower(letter);
    EXPECT_EQ(LowerBytes(FirstBytes(word)), ByteByByte(lower)) << c;
    EXPECT_EQ(HasByte(FirstBytes("12345678"), char(c)), c >= '1' && c <= '8') << c;
  }
}

TEST(HashFolded, SameForWordsThatFoldAlikeAndOnlyForThose) {
  struct Row {
    std::string_view a, b;
    bool same;
  };
  for (const Row& row : {
           Row{"Chips", "chips", true},
           Row{"Müller", "muller", true},
           Row{"Semiconductors", "semiconductors", true},
           Row{"it\u2019s", "it's", true},
           Row{"芯", "芯", true},
           Row{"chips", "chip", false},
           Row{"芯", "片", false},
           Row{"semiconductors", "semiconductor", false},
           Row{"semiconductors", "Xemiconductors", false},
       }) {
    EXPECT_EQ(HashFolded(row.a, true) == HashFolded(row.b, true), row.same) << row.a << " " << row.b;
  }
  EXPECT_NE(HashFolded("Chips", false), HashFolded("chips", false));
  EXPECT_EQ(HashFolded("", true), 0u);
  EXPECT_EQ(HashFolded(std::string(65, 'a'), true), 0u);
  EXPECT_NE(HashFolded(std::string(64, 'a'), true), 0u);
}

TEST(WordTable, FindsItsWordsInAnyCaseAndNoOthers) {
  static constexpr WordRow<int> kRows[] = {{"a", 1}, {"an", 2}, {"acquire", 3}, {"acquisition", 4}, {"e.g", 5}};
  static constexpr WordTable kTable(kRows);
  for (const auto& row : kRows) {
    ASSERT_NE(kTable.Find(row.word), nullptr) << row.word;
    EXPECT_EQ(*kTable.Find(row.word), row.value);
  }
  ASSERT_NE(kTable.Find("AcquisitioN"), nullptr);
  for (const std::string_view word : {"", "b", "as", "acquira", "acquisitiom", "acquisitions", "e,g", "芯片"}) {
    EXPECT_EQ(kTable.Find(word), nullptr) << word;
  }
}

}  // namespace
}  // namespace tocsin
