// The tables of proto/README.md, at their edges.
#include "jobcarve/model/access_to_work.h"

#include "gtest/gtest.h"

namespace jobcarve {
namespace {

Pence CapOn(const char* date) {
  return AccessToWorkCap(*ParseDate(date));
}

TEST(AccessToWorkTest, TheCapIsThatOfTheLastRowThatHasBegun) {
  EXPECT_EQ(CapOn("2022-04-01"), Pence{6'518'000});
  EXPECT_EQ(CapOn("2023-03-31"), Pence{6'518'000});
  EXPECT_EQ(CapOn("2023-04-01"), Pence{6'600'000});
  EXPECT_EQ(CapOn("2024-03-31"), Pence{6'600'000});
  EXPECT_EQ(CapOn("2024-04-01"), Pence{6'926'000});
}

TEST(AccessToWorkTest, OutsideTheTableTheNearestRowHolds) {
  EXPECT_EQ(CapOn("1999-01-01"), Pence{6'518'000});
  EXPECT_EQ(CapOn("2031-01-01"), Pence{6'926'000});
}

TEST(AccessToWorkTest, AnOptionComesBeforeTheTable) {
  SolveOptions options;
  EXPECT_EQ(AccessToWorkLimit(options, *ParseDate("2023-05-01")), Pence{6'600'000});
  options.max_access_to_work_cost = Pence{0};
  EXPECT_EQ(AccessToWorkLimit(options, *ParseDate("2023-05-01")), Pence{0});
}

TEST(AccessToWorkTest, SmallEmployersShareNothing) {
  EXPECT_EQ(AccessToWorkShare(Pence{5'000'000}, 1), Pence{0});
  EXPECT_EQ(AccessToWorkShare(Pence{5'000'000}, 49), Pence{0});
}

// A medium employer: the first 500 pounds and a fifth of what lies between there and 10,000 pounds.
TEST(AccessToWorkTest, LargerOnesPayTheThresholdAndAFifthUpToTenThousandPounds) {
  EXPECT_EQ(AccessToWorkShare(Pence{0}, 50), Pence{0});
  EXPECT_EQ(AccessToWorkShare(Pence{50'000}, 50), Pence{50'000});
  EXPECT_EQ(AccessToWorkShare(Pence{50'002}, 50), Pence{50'000});  // A fifth of 2 pence is 0.4.
  EXPECT_EQ(AccessToWorkShare(Pence{50'003}, 50), Pence{50'001});
  EXPECT_EQ(AccessToWorkShare(Pence{400'000}, 249), Pence{120'000});
  EXPECT_EQ(AccessToWorkShare(Pence{400'000}, 250), Pence{160'000});
  EXPECT_EQ(AccessToWorkShare(Pence{1'000'000}, 250), Pence{280'000});
  EXPECT_EQ(AccessToWorkShare(Pence{9'000'000}, 250), Pence{280'000});
}

}  // namespace
}  // namespace jobcarve
