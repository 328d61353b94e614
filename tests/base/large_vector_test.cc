#include "jobcarve/base/large_vector.h"

#include <cstddef>
#include <cstdint>

#include "gtest/gtest.h"

namespace jobcarve {
namespace {

// Both sides of the size from which large pages are asked for.
TEST(LargeVectorTest, HoldsAndReturnsWhatAVectorDoes) {
  for (const size_t count : {size_t{0}, size_t{1}, size_t{1000}, size_t{1} << 20}) {
    LargeVector<uint64_t> numbers(count, 7);
    numbers.push_back(9);
    const LargeVector<uint64_t> copy = numbers;
    EXPECT_EQ(copy, numbers);
    EXPECT_EQ(copy.size(), count + 1);
    EXPECT_EQ(copy.front(), count == 0 ? 9U : 7U);
    EXPECT_EQ(copy.back(), 9U);
  }
}

struct alignas(64) Line {
  uint32_t number = 0;
};

TEST(LargeVectorTest, KeepsTheAlignmentOfItsItems) {
  for (const size_t count : {size_t{3}, size_t{100'000}}) {
    const LargeVector<Line> lines(count);
    EXPECT_EQ(reinterpret_cast<uintptr_t>(lines.data()) % alignof(Line), 0U);
  }
}

}  // namespace
}  // namespace jobcarve
