// Plans in which roles compete for tasks: an outsider finds nothing to complain of, no total is above the bound, and the total is
// the best there is or close to it. A failure names the seed.
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "jobcarve/io/market_io.h"
#include "jobcarve/plan/solve.h"
#include "jobcarve/plan/verify.h"
#include "support/builders.h"
#include "support/contract_checker.h"
#include "support/oracle_pools.h"
#include "support/pool_reading.h"
#include "support/random_market.h"
#include "support/status_matchers.h"

namespace jobcarve::test {
namespace {

using testing::IsEmpty;
using testing::Not;

struct Sums {
  int64_t value = 0;
  int64_t best = 0;
  int64_t bound = 0;
  int plans = 0;
  int best_plans = 0;
  int created = 0;
};

Sums ComparePlans(uint64_t first_seed, uint64_t count, const RandomMarketOptions& shape) {
  Sums sums;
  for (uint64_t seed = first_seed; seed < first_seed + count && !testing::Test::HasFailure(); ++seed) {
    SCOPED_TRACE(absl::StrCat("seed ", seed));
    const Market market = RandomMarket(seed, shape);
    const SolveOptions options = RandomOptions(seed);
    const absl::StatusOr<Plan> plan = Solve(market, options);
    EXPECT_OK(plan);
    if (!plan.ok()) {
      continue;
    }
    EXPECT_THAT(ContractComplaints(market, *plan), IsEmpty());
    const absl::StatusOr<std::vector<std::string>> complaints = Verify(market, plan->provenance.market_sha256, *plan);
    EXPECT_OK(complaints);
    EXPECT_THAT(*complaints, IsEmpty());
    const int64_t best = BestTotalWithPools(WithPoolsRead(market), options);
    EXPECT_LE(plan->totals.score.count(), best);
    EXPECT_GE(plan->certificate.dual_total.count(), best);
    sums.value += plan->totals.score.count();
    sums.best += best;
    sums.bound += plan->certificate.dual_total.count();
    ++sums.plans;
    sums.best_plans += plan->totals.score.count() == best ? 1 : 0;
    for (const Proposal& proposal : plan->proposals) {
      sums.created += proposal.form == Form::kCreated ? 1 : 0;
    }
  }
  return sums;
}

TEST(PoolsTest, PlansOfSmallMarketsAreTheBestThereAre) {
  const Sums sums =
      ComparePlans(1, 150, {.candidate_count = 3, .job_count = 3, .max_tasks = 2, .pool_count = 2, .intensity = 200});
  EXPECT_GT(sums.created, 30);
  EXPECT_EQ(sums.best_plans, sums.plans) << sums.value << " of " << sums.best << ", bound " << sums.bound;
}

TEST(PoolsTest, PlansHoldWhereEveryRuleBites) {
  const Sums sums =
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
