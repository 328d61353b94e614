// Plans in which two people may share an opening, compared with every way to place everybody. A failure names the seed.
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "jobcarve/plan/solve.h"
#include "jobcarve/plan/verify.h"
#include "support/builders.h"
#include "support/contract_checker.h"
#include "support/oracle_pools.h"
#include "support/oracle_purchases.h"
#include "support/pool_reading.h"
#include "support/random_market.h"
#include "support/status_matchers.h"

namespace jobcarve::test {
namespace {

using testing::IsEmpty;
using testing::SizeIs;

// Forty hours; nobody wants more than twenty.
Market MarketToShare(size_t people) {
  Market market = EmptyMarket();
  Job job = JobOf("clerk", {TaskOf("carry", 1'200), TaskOf("letters", 1'140)});
  job.carving.forms = {Form::kWhole, Form::kShared};
  job.sharing = Sharing{.handover_minutes = Minutes{30}};
  market.jobs = {job};
  for (size_t i = 0; i < people; ++i) {
    market.candidates.push_back(CandidateOf(absl::StrCat("person-", i), 1'260));
  }
  return market;
}

TEST(SharingTest, TwoPeopleTakeWhatNeitherCouldAlone) {
  ASSERT_OK_AND_ASSIGN(const Plan one, Solve(MarketToShare(1)));
  EXPECT_THAT(one.proposals, IsEmpty());
  ASSERT_OK_AND_ASSIGN(const Plan plan, Solve(MarketToShare(3)));
  ASSERT_THAT(plan.proposals, SizeIs(2));
  EXPECT_EQ(plan.proposals[0].form, Form::kShared);
  EXPECT_EQ(plan.proposals[0].shared_with_candidate_id, plan.proposals[1].candidate_id);
  EXPECT_EQ(plan.proposals[0].weekly_minutes + plan.proposals[1].weekly_minutes, Minutes{1'200 + 1'140 + 60});
  EXPECT_EQ(plan.totals.openings_filled, 1);
  EXPECT_THAT(plan.unfilled, IsEmpty());
}

struct Sums {
  int64_t value = 0;
  int64_t best = 0;
  int plans = 0;
  int best_plans = 0;
  int shared = 0;
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
    const int64_t best = BestTotalWithPools(InPlan(WithPoolsRead(market)), options);
    EXPECT_LE(plan->totals.score.count(), best);
    EXPECT_GE(plan->certificate.dual_total.count(), best);
    sums.value += plan->totals.score.count();
    sums.best += best;
    ++sums.plans;
    sums.best_plans += plan->totals.score.count() == best ? 1 : 0;
    for (const Proposal& proposal : plan->proposals) {
      sums.shared += proposal.form == Form::kShared ? 1 : 0;
    }
  }
  return sums;
}

TEST(SharingTest, PlansOfSmallMarketsAreTheBestThereAre) {
  const Sums sums = ComparePlans(
      1, 150,
      {.candidate_count = 4, .job_count = 2, .max_tasks = 4, .adjustment_count = 3, .sharing_permille = 700, .intensity = 150});
  EXPECT_GT(sums.shared, 30);
  EXPECT_EQ(sums.best_plans, sums.plans) << sums.value << " of " << sums.best;
}

TEST(SharingTest, PlansHoldWithPoolsAndPurchases) {
  const Sums sums = ComparePlans(1'001, 60,
                                 {.candidate_count = 3,
                                  .job_count = 3,
                                  .max_tasks = 3,
                                  .adjustment_count = 3,
                                  .pool_count = 1,
                                  .sharing_permille = 700,
                                  .once_permille = 400,
                                  .intensity = 200});
  EXPECT_GE(1'000 * sums.value, 995 * sums.best) << sums.value << " of " << sums.best;
}

}  // namespace
}  // namespace jobcarve::test
