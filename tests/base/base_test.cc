#include <vector>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "jobcarve/base/index.h"
#include "jobcarve/base/rng.h"
#include "jobcarve/base/units.h"

namespace jobcarve {
namespace {

TEST(UnitsTest, AddAndCompareWithTheirOwnKind) {
  EXPECT_EQ(Minutes{240} + Minutes{60} * 2, Minutes{360});
  EXPECT_LT(Pence{99}, Pence{100});
  EXPECT_EQ(-Score{5} - Score{1}, Score{-6});
}

TEST(UnitsTest, RoundDivRoundsHalvesUp) {
  EXPECT_EQ(RoundDiv(0, 7), 0);
  EXPECT_EQ(RoundDiv(3, 2), 2);
  EXPECT_EQ(RoundDiv(10, 4), 3);
  EXPECT_EQ(RoundDiv(9, 4), 2);
  EXPECT_EQ(RoundDiv(INT64_MAX, 1), INT64_MAX);
}

TEST(IndexTest, IndicesRunFromZeroToSize) {
  using Seat = Index<struct SeatTag>;
  IndexedVector<Seat, int> people(3, 1);
  int sum = 0;
  for (Seat seat : people.Indices()) {
    sum += people[seat] * static_cast<int>(seat.value());
  }
  EXPECT_EQ(sum, 3);
}

// The first draws of a seed are part of the contract: synthetic markets must be the same on every platform for ever.
TEST(RngTest, DrawsAreFixedForEver) {
  Rng rng(42);
  const std::vector<int64_t> draws = {rng.Below(1000), rng.Below(1000), rng.Below(1000)};
  std::mt19937_64 engine(42);
  EXPECT_EQ(engine(), 13930160852258120406U);  // The standard fixes the engine.
  EXPECT_THAT(draws,
              testing::ElementsAre(13930160852258120406U % 1000, 11788048577503494824U % 1000, 13874630024467741450U % 1000));
}

TEST(RngTest, ShufflesKeepEveryItem) {
  Rng rng(7);
  std::vector<int> items = {1, 2, 3, 4, 5};
  rng.Shuffle(items);
  EXPECT_THAT(items, testing::UnorderedElementsAre(1, 2, 3, 4, 5));
}

}  // namespace
}  // namespace jobcarve
