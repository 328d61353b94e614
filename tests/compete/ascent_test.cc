// Prices bound what can be had from the first step on, and come down to what linear programming gives where that is known.
#include "compete/ascent.h"

#include <numeric>
#include <vector>

#include "compete/components.h"
#include "gtest/gtest.h"
#include "jobcarve/base/rng.h"
#include "support/listed_bundles.h"
#include "support/status_matchers.h"

namespace jobcarve::compete {
namespace {

std::vector<Member> Everybody(const Contest& contest) {
  std::vector<Member> members;
  for (const std::vector<Member>& component : Components(contest)) {
    members.insert(members.end(), component.begin(), component.end());
  }
  return members;
}

TEST(AscentTest, EveryPointBoundsTheBestOfAllAndTheBestPointIsTheLowest) {
  for (uint64_t seed = 0; seed < 500; ++seed) {
    Rng rng(seed);
    const test::ListedBundles source = test::RandomBundles(
        {.least_amount = seed % 2 == 0 ? 1 : -2, .most_amount = 2, .max_capacity = 2, .max_value = 1000}, rng);
    ASSERT_OK_AND_ASSIGN(const Contest contest, Contest::Read(source));
    Desk desk(contest.resource_count());
    const Part part = MakePart(contest, Everybody(contest), {}, source.capacities(), desk);
    Columns columns(part.members.size());
    Ascent ascent(contest, part, desk, columns);
    ASSERT_OK(ascent.Start({}));
    const int64_t best = test::BestOfAll(source);
    for (int step = 0; step < 40; ++step) {
      ASSERT_OK_AND_ASSIGN(const bool has_moved, ascent.Step(best, {}));
      ASSERT_GE(ascent.last().bound, best) << "seed " << seed;
      ASSERT_LE(ascent.best().bound, ascent.last().bound) << "seed " << seed;
      if (!has_moved) {
        break;
      }
    }
  }
}

// Three agents want two of three resources each: 15,000 is the optimum of the linear program (half a bundle each), at 5,000
// apiece.
TEST(AscentTest, ComesDownToTheOptimumOfTheLinearProgram) {
  const ResourceIndex a(0);
  const ResourceIndex b(1);
  const ResourceIndex c(2);
  const test::ListedBundles source({1, 1, 1}, {{{{.value = 10'000, .uses = {{a, 1}, {b, 1}}}}},
                                               {{{.value = 10'000, .uses = {{b, 1}, {c, 1}}}}},
                                               {{{.value = 10'000, .uses = {{a, 1}, {c, 1}}}}}});
  ASSERT_OK_AND_ASSIGN(const Contest contest, Contest::Read(source));
  Desk desk(contest.resource_count());
  const Part part = MakePart(contest, Everybody(contest), {}, source.capacities(), desk);
  Columns columns(part.members.size());
  Ascent ascent(contest, part, desk, columns);
  ASSERT_OK(ascent.StartAt({9'000, 100, 0}, {}));
  EXPECT_GT(ascent.best().bound, 15'100);
  for (int step = 0; step < 200; ++step) {
    ASSERT_OK_AND_ASSIGN(const bool has_moved, ascent.Step(10'000, {}));
    if (!has_moved) {
      break;
    }
  }
  EXPECT_GE(ascent.best().bound, 15'000);
  EXPECT_LE(ascent.best().bound, 15'015);
}

}  // namespace
}  // namespace jobcarve::compete
