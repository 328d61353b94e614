// Adjustments that are bought once for a site or a job: whether they pay is decided for all who would use them together. Random
// plans are compared with every way to place everybody; a failure names the seed.
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "jobcarve/plan/solve.h"
#include "support/builders.h"
#include "support/plan_comparison.h"
#include "support/status_matchers.h"

namespace jobcarve::test {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

// Each has a job that asks for more lifting than anybody here has; a platform lift at the site would open them all.
Market MarketWithALift(size_t people, int64_t pounds) {
  Market market = EmptyMarket();
  Adjustment lift = AdjustmentOf("lift", "lifting", 5);
  lift.one_off = Pence{100 * pounds};
  lift.funder = Funder::kEmployer;
  lift.scope = Scope::kSite;
  market.adjustments = {lift};
  for (size_t i = 0; i < people; ++i) {
    market.jobs.push_back(JobOf(absl::StrCat("job-", i), {TaskOf("fetch", 1'200, {{"lifting", 4}})}));
    market.candidates.push_back(CandidateOf(absl::StrCat("person-", i), 1'200, {{"lifting", 2}}));
  }
  return market;
}

// Twenty hours are worth 20 points; a lift for £30,000 costs 30.
TEST(PurchasesTest, ALiftThatDoesNotPayForOnePaysForTwo) {
  ASSERT_OK_AND_ASSIGN(const Plan one, Solve(MarketWithALift(1, 30'000)));
  EXPECT_THAT(one.proposals, IsEmpty());
  EXPECT_THAT(one.purchases, IsEmpty());
  ASSERT_OK_AND_ASSIGN(const Plan two, Solve(MarketWithALift(2, 30'000)));
  EXPECT_THAT(two.proposals, SizeIs(2));
  ASSERT_THAT(two.purchases, SizeIs(1));
  EXPECT_EQ(two.purchases[0].adjustment_id, "lift");
  EXPECT_EQ(two.purchases[0].site_id, "site");
  EXPECT_EQ(two.purchases[0].job_id, "");
  EXPECT_THAT(two.purchases[0].candidate_ids, ElementsAre("person-0", "person-1"));
  EXPECT_EQ(two.purchases[0].amount, Score{-30'000'000});
  EXPECT_EQ(two.totals.employer_cost, Pence{3'000'000});
  EXPECT_EQ(two.totals.score, two.proposals[0].score + two.proposals[1].score - Score{30'000'000});
  EXPECT_EQ(two.certificate.dual_total, two.totals.score);
}

TEST(PurchasesTest, ForAJobItServesThatJobAlone) {
  Market market = MarketWithALift(2, 30'000);
  market.adjustments[0].scope = Scope::kJob;
  ASSERT_OK_AND_ASSIGN(const Plan apart, Solve(market));
  EXPECT_THAT(apart.proposals, IsEmpty());
  market.jobs[0].openings = 2;
  ASSERT_OK_AND_ASSIGN(const Plan together, Solve(market));
  ASSERT_THAT(together.purchases, SizeIs(1));
  EXPECT_EQ(together.purchases[0].job_id, "job-0");
}

// A role that stands alone pays for everything that it needs.
TEST(PurchasesTest, OnePairBearsTheWholeCost) {
  ASSERT_OK_AND_ASSIGN(const PairAnswer answer, SolvePair(MarketWithALift(2, 30'000), "person-0", "job-0"));
  ASSERT_TRUE(answer.proposal.has_value());
  EXPECT_LT(answer.proposal->score, Score{0});
}

TEST(PurchasesTest, PlansOfSmallMarketsAreWithinOnePercentOfTheBestThereAre) {
  const PlanSums sums = ComparePlans(
      1, 300,
      {.candidate_count = 4, .job_count = 3, .max_tasks = 2, .adjustment_count = 3, .once_permille = 900, .intensity = 100});
  EXPECT_GT(sums.bought, 40);
  EXPECT_GT(sums.serving_several, 5);
  EXPECT_GE(1'000 * sums.value, 999 * sums.best) << sums.value << " of " << sums.best << ", bound " << sums.bound;
  EXPECT_GE(100 * sums.best_plans, 97 * sums.plans) << sums.best_plans << " of " << sums.plans;
}

TEST(PurchasesTest, PlansHoldWithPoolsToo) {
  const PlanSums sums = ComparePlans(2'001, 60,
                                     {.candidate_count = 3,
                                      .job_count = 3,
                                      .max_tasks = 2,
                                      .adjustment_count = 3,
                                      .pool_count = 1,
                                      .once_permille = 900,
                                      .intensity = 150});
  EXPECT_GT(sums.bought, 10);
  EXPECT_GE(1'000 * sums.value, 995 * sums.best) << sums.value << " of " << sums.best << ", bound " << sums.bound;
}

}  // namespace
}  // namespace jobcarve::test
