// Plans in which roles compete for tasks: an outsider finds nothing to complain of, no total is above the bound, and the total is
// the best there is or close to it. A failure names the seed.
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "jobcarve/plan/solve.h"
#include "jobcarve/plan/verify.h"
#include "support/builders.h"
#include "support/plan_comparison.h"
#include "support/random_market.h"
#include "support/status_matchers.h"

namespace jobcarve::test {
namespace {

using testing::IsEmpty;
using testing::Not;

TEST(PoolsTest, PlansOfSmallMarketsAreTheBestThereAre) {
  const PlanSums sums =
      ComparePlans(1, 150, {.candidate_count = 3, .job_count = 3, .max_tasks = 2, .pool_count = 2, .intensity = 200});
  EXPECT_GT(sums.created, 30);
  EXPECT_EQ(sums.best_plans, sums.plans) << sums.value << " of " << sums.best << ", bound " << sums.bound;
}

TEST(PoolsTest, PlansHoldWhereEveryRuleBites) {
  const PlanSums sums =
      ComparePlans(1'001, 100, {.candidate_count = 3, .job_count = 3, .max_tasks = 3, .pool_count = 2, .intensity = 450});
  EXPECT_GE(1000 * sums.value, 999 * sums.best);
}

// The first of random plans with a price on a rule.
TEST(PoolsTest, PricesBeyondAllMeasureAreComplaintsAndNothingWorse) {
  int64_t broken = 0;
  for (uint64_t seed = 1'001; seed < 1'100 && broken < 3; ++seed) {
    const Market market =
        RandomMarket(seed, {.candidate_count = 3, .job_count = 3, .max_tasks = 3, .pool_count = 2, .intensity = 450});
    ASSERT_OK_AND_ASSIGN(const Plan plan, Solve(market, RandomOptions(seed)));
    if (plan.certificate.rule_prices.empty() || plan.certificate.task_prices.empty()) {
      continue;
    }
    ++broken;
    for (const int64_t amount : {INT64_MAX, INT64_MIN, int64_t{1} << 40, int64_t{1} << 62, int64_t{-1}}) {
      Plan rule = plan;
      rule.certificate.rule_prices[0].amount = Score{amount};
      ASSERT_OK_AND_ASSIGN(const std::vector<std::string> of_rule, Verify(market, "", rule));
      EXPECT_THAT(of_rule, Not(IsEmpty())) << amount;
      Plan task = plan;
      task.certificate.task_prices[0].amount = Score{amount};
      ASSERT_OK_AND_ASSIGN(const std::vector<std::string> of_task, Verify(market, "", task));
      EXPECT_THAT(of_task, Not(IsEmpty())) << amount;
    }
  }
  EXPECT_EQ(broken, 3);
}

}  // namespace
}  // namespace jobcarve::test
