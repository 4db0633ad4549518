// Records: what is written is read back; what is cut, flipped or misplaced is refused.
#include "store/codec/cursor.h"
#include "store/codec/records.h"
#include "store/codec/seal.h"
#include "tests/store/newsroom.h"

namespace tocsin {
namespace {

using namespace store_test;

StoredEvent FullEvent() {
  StoredEvent s;
  s.id = 0xFFFFFFFFFFFFFFFF;
  s.sequence = 3;
  s.storyline = 9;
  s.article = {"id", "ref", "url", "src", "site", "title", "zh", {{-5}, Precision::kDay}, "copy"};
  s.sentence = "国家基金 sentence";
  Event& e = s.event;
  e = MakeEvent("investment.ipo", "a", "b", Status::kCancelled);
  e.amount = EventAmount{*Decimal::Parse("-1.25"), *Decimal::Parse("9e20"), {"CNY"}, Qualifier::kUntil, {1, 2}};
  e.stake_percent = Decimal::Parse("0.5");
  e.when = EventDate{"2025", {2025, 1, 1}, {2026, 1, 1}, {3, 4}, true};
  e.attribution = {"people familiar", {5, 9}};
  e.also = {{1, 2}, {3, 4}};
  e.background = true;
  return s;
}

// Every proper beginning is refused, and so is one byte more.
template <class T>
void ExpectExact(const T& record) {
  const std::string bytes = Encode(record);
  const auto again = Decode<T>(bytes);
  ASSERT_TRUE(again) << again.error().what;
  EXPECT_EQ(Encode(*again), bytes);
  for (size_t cut = 0; cut < bytes.size(); ++cut)
    EXPECT_FALSE(Decode<T>(std::string_view(bytes).substr(0, cut))) << cut;
  EXPECT_FALSE(Decode<T>(bytes + '\0'));
}

TEST(Codec, RecordsAreExact) {
  ExpectExact(FullEvent());
  ExpectExact(StoredEvent());
  ExpectExact(ArticleRecord{RandomBatch(1).article, "copy", "source"});
  ExpectExact(FoldStoryline("0000000000001", {{1, {kDayZero, Precision::kDay}, kDayZero, "src", FullEvent().event}}));
  ExpectExact(ReportRecord{kDayZero, "src"});
  ExpectExact(OutboxEntry{
      {"id", "rule", ChangeKind::kAmountChange, "h", "d", "s", 7, {"mail"}, "u", "s", "t", {}, {}}, {"mail"}, 2});
  ExpectExact(VisitRecord{"e", "l", kDayZero, {}, 404, 3});
  ExpectExact(PendingRecord{{"url", "src", {}, 2}, 5});
  ExpectExact(Correction{7, Correction::Kind::kSplit, kDayZero, 12, 3, true, {1, 1ull << 40}, {9}});
  ExpectExact(Correction());
  ExpectExact(StagedRecord{{FullEvent().event, Event()}});
  ExpectExact(Counters{1, 2, 3, 4, 5, 6, 7, 8, 9, 10});
}

TEST(Codec, FlippedRecordsNeverCrash) {
  const std::string bytes = Encode(FullEvent());
  for (size_t at = 0; at < bytes.size(); ++at) {
    for (int bit = 0; bit < 8; ++bit) {
      std::string flipped = bytes;
      flipped[at] = char(flipped[at] ^ (1 << bit));
      const auto event = Decode<StoredEvent>(flipped);
      EXPECT_TRUE(!event || event->article.id.size() <= bytes.size());
    }
  }
}

TEST(Codec, TheSealCoversKeyLengthAndBytes) {
  const std::string sealed = Seal("key", "payload");
  EXPECT_EQ(*Unseal("f", "key", sealed), "payload");
  const auto moved = Unseal("events", "kez", sealed);
  ASSERT_FALSE(moved);
  EXPECT_EQ(moved.error().code, Errc::kCorrupt);
  EXPECT_EQ(moved.error().what, "family events, key kez: checksum differs");
  for (size_t at = 0; at < sealed.size(); ++at) {
    std::string flipped = sealed;
    flipped[at] = char(flipped[at] ^ 1);
    EXPECT_FALSE(Unseal("f", "key", flipped)) << at;
    EXPECT_FALSE(Unseal("f", "key", std::string_view(sealed).substr(0, at))) << at;
  }
}

TEST(Codec, PostingChunks) {
  const std::vector<uint64_t> kSets[] = {
      {}, {0}, {1, 2, 3}, {0, UINT64_MAX}, {UINT64_MAX}, {5, 1000000007, 1000000008}};
  for (const auto& ids : kSets) EXPECT_EQ(*DecodeIds(EncodeIds(ids)), ids);
  EXPECT_FALSE(DecodeIds(""));
  EXPECT_FALSE(DecodeIds(std::string("\x02\x01\x00", 3)));  // the same id twice
  EXPECT_FALSE(DecodeIds("\x05\x01"));
  EXPECT_FALSE(DecodeIds(std::string("\x01\x01\x01", 3)));
}

struct Id {
  EventId id;
  const char* text;
};
const Id kIds[] = {{0, "0000000000000"},
                   {1, "0000000000001"},
                   {31, "000000000000z"},
                   {32, "0000000000010"},
                   {UINT64_MAX, "fzzzzzzzzzzzz"}};
const char* const kNoIds[] = {"",         "0", "00000000000000", "000000000000u", "gzzzzzzzzzzzz", "000000 000000",
                              "芯芯芯芯0"};

TEST(Codec, EventIds) {
  for (const Id& i : kIds) {
    EXPECT_EQ(FormatEventId(i.id), i.text);
    EXPECT_EQ(*ParseEventId(i.text), i.id);
  }
  EXPECT_EQ(*ParseEventId("OOOOOOOOOOOIl"), *ParseEventId("0000000000011"));
  EXPECT_EQ(*ParseEventId("000000000000Z"), 31u);
  for (const char* text : kNoIds) EXPECT_FALSE(ParseEventId(text)) << text;
}

TEST(Codec, Cursors) {
  const PageCursor c{1, 2, 3, UINT64_MAX};
  const auto again = ParseCursor(FormatCursor(c), 1);
  ASSERT_TRUE(again);
  EXPECT_EQ(again->pinned, 2u);
  EXPECT_EQ(again->key, 3u);
  EXPECT_EQ(again->id, UINT64_MAX);
  EXPECT_FALSE(ParseCursor(FormatCursor(c), 7));
}

}  // namespace
}  // namespace tocsin
