#include "match/radix_heap.h"

#include <cstdint>
#include <functional>
#include <queue>
#include <vector>

#include "gtest/gtest.h"
#include "jobcarve/base/rng.h"

namespace jobcarve::match {
namespace {

struct Item {
  int64_t distance = 0;
};

void Ignore(const Item&) {}

TEST(RadixHeapTest, PopsByDistanceAsAnOrdinaryHeapDoes) {
  for (const int64_t spread : {int64_t{1}, int64_t{3}, int64_t{1000}, int64_t{1} << 40}) {
    Rng rng(static_cast<uint64_t>(spread));
    RadixHeap<Item> heap;
    std::priority_queue<int64_t, std::vector<int64_t>, std::greater<>> expected;
    int64_t now = 0;
    for (int step = 0; step < 20'000; ++step) {
      if (expected.empty() || rng.Below(5) < 3) {
        const int64_t distance = now + rng.Below(spread);
        heap.Push({.distance = distance});
        expected.push(distance);
      } else {
        now = heap.Pop(Ignore).distance;
        ASSERT_EQ(now, expected.top()) << "spread " << spread << ", step " << step;
        expected.pop();
      }
    }
    while (!expected.empty()) {
      ASSERT_EQ(heap.Pop(Ignore).distance, expected.top());
      expected.pop();
    }
    EXPECT_TRUE(heap.IsEmpty());
  }
}

TEST(RadixHeapTest, HoldsDistancesFromZeroToTheGreatest) {
  RadixHeap<Item> heap;
  heap.Push({.distance = INT64_MAX});
  heap.Push({.distance = 0});
  EXPECT_EQ(heap.Pop(Ignore).distance, 0);
  EXPECT_EQ(heap.Pop(Ignore).distance, INT64_MAX);
  EXPECT_TRUE(heap.IsEmpty());
}

TEST(RadixHeapTest, ShowsSomeOfWhatComesSoon) {
  RadixHeap<Item> heap;
  heap.Push({.distance = 1000});
  heap.Push({.distance = 1001});
  heap.Push({.distance = 1'000'000});
  std::vector<int64_t> shown;
  heap.Pop([&](const Item& item) { shown.push_back(item.distance); });
  EXPECT_EQ(shown, (std::vector<int64_t>{1000, 1001}));
}

TEST(RadixHeapTest, DropsWhatIsOverAndKeepsTheRestInOrder) {
  RadixHeap<Item> heap;
  for (int64_t distance = 0; distance < 100; ++distance) {
    heap.Push({.distance = distance / 3});
  }
  EXPECT_EQ(heap.Pop(Ignore).distance, 0);
  heap.Drop([](const Item& item) { return item.distance % 2 == 0; });
  EXPECT_EQ(heap.size(), size_t{49});
  for (int64_t distance = 1; distance < 33; distance += 2) {
    for (int time = 0; time < 3; ++time) {
      EXPECT_EQ(heap.Pop(Ignore).distance, distance);
    }
  }
  EXPECT_EQ(heap.Pop(Ignore).distance, 33);
  EXPECT_TRUE(heap.IsEmpty());
}

}  // namespace
}  // namespace jobcarve::match
