#include <gtest/gtest.h>

#include <array>
#include <string>
#include <thread>

#include "ingest/base/bounded_queue.h"
#include "ingest/base/hash.h"
#include "ingest/base/suggest.h"

namespace tocsin {
namespace {

struct Word {
  const char* typed;
  const char* meant;  // "" when nothing is near enough
};

TEST(Suggest, FindsTheNearestWord) {
  constexpr std::array<std::string_view, 5> kKeys = {"actor", "target", "amount", "status", "jurisdiction"};
  constexpr Word kWords[] = {
      {"actr", "actor"},   {"taregt", "target"}, {"jurisdicton", "jurisdiction"}, {"amuont", "amount"},
      {"zebra", ""},       {"a", ""},            {"", ""},                        {"stat", ""},
  };
  for (const Word& w : kWords) EXPECT_EQ(Nearest(w.typed, kKeys), w.meant) << w.typed;
  EXPECT_EQ(Nearest(std::string(1000, 'a'), kKeys), "");
  EXPECT_EQ(DidYouMean("actr", kKeys), "; did you mean actor?");
  EXPECT_EQ(DidYouMean("zebra", kKeys), "");
}

TEST(Hash, IsTheSameEverywhere) {
  // XXH3 of the empty string and of "tocsin": stored hashes must never change.
  EXPECT_EQ(Hash64(""), 0x2d06800538d394c2u);
  EXPECT_EQ(HashHex128("").size(), 32u);
  EXPECT_NE(HashHex128("a"), HashHex128("b"));
}

struct Item {
  int value;
  size_t bytes;
};
size_t CostBytes(const Item& item) { return item.bytes; }

TEST(BoundedQueue, HandsOutInOrderAndEndsWhenClosed) {
  BoundedQueue<Item> queue(100);
  EXPECT_TRUE(queue.Push({1, 60}));
  EXPECT_TRUE(queue.Push({2, 40}));
  queue.Close();
  EXPECT_FALSE(queue.Push({3, 1}));
  EXPECT_EQ(queue.Pop()->value, 1);
  EXPECT_EQ(queue.Pop()->value, 2);
  EXPECT_FALSE(queue.Pop().has_value());
}

TEST(BoundedQueue, AnItemLargerThanTheQueuePassesWhenItIsEmpty) {
  BoundedQueue<Item> queue(10);
  EXPECT_TRUE(queue.Push({1, 1000}));
  EXPECT_EQ(queue.Pop()->value, 1);
}

TEST(BoundedQueue, AFullQueueMakesTheProducerWait) {
  BoundedQueue<Item> queue(10);
  std::thread producer([&] {
    for (int i = 0; i < 1000; ++i) queue.Push({i, 4});
    queue.Close();
  });
  int expected = 0;
  while (auto item = queue.Pop()) EXPECT_EQ(item->value, expected++);
  producer.join();
  EXPECT_EQ(expected, 1000);
}

}  // namespace
}  // namespace tocsin
