// Tested by whoever compares: tests/plan/pools_test.cc, purchases_test.cc and sharing_test.cc.
#include "support/plan_comparison.h"

#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "jobcarve/plan/solve.h"
#include "jobcarve/plan/verify.h"
#include "support/contract_checker.h"
#include "support/oracle_pools.h"
#include "support/oracle_purchases.h"
#include "support/pool_reading.h"
#include "support/status_matchers.h"

namespace jobcarve::test {
namespace {

using testing::IsEmpty;

void Count(const Plan& plan, PlanSums& sums) {
  for (const Proposal& proposal : plan.proposals) {
    sums.created += proposal.form == Form::kCreated ? 1 : 0;
    sums.shared += proposal.form == Form::kShared ? 1 : 0;
  }
  for (const Purchase& purchase : plan.purchases) {
    ++sums.bought;
    sums.serving_several += purchase.candidate_ids.size() > 1 ? 1 : 0;
  }
}

}  // namespace

PlanSums ComparePlans(uint64_t first_seed, uint64_t count, const RandomMarketOptions& shape) {
  PlanSums sums;
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
    const int64_t best = BestTotalWithPools(InPlan(WithPoolsRead(market)), options);
    EXPECT_LE(plan->totals.score.count(), best);
    EXPECT_GE(plan->certificate.dual_total.count(), best);
    sums.value += plan->totals.score.count();
    sums.best += best;
    sums.bound += plan->certificate.dual_total.count();
    ++sums.plans;
    sums.best_plans += plan->totals.score.count() == best ? 1 : 0;
    Count(*plan, sums);
  }
  return sums;
}

}  // namespace jobcarve::test
