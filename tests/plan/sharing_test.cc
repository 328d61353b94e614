// Plans in which two people may share an opening, compared with every way to place everybody. A failure names the seed.
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

TEST(SharingTest, PlansOfSmallMarketsAreTheBestThereAre) {
  const PlanSums sums = ComparePlans(
      1, 150,
      {.candidate_count = 4, .job_count = 2, .max_tasks = 4, .adjustment_count = 3, .sharing_permille = 700, .intensity = 150});
  EXPECT_GT(sums.shared, 30);
  EXPECT_EQ(sums.best_plans, sums.plans) << sums.value << " of " << sums.best;
}

TEST(SharingTest, PlansHoldWithPoolsAndPurchases) {
  const PlanSums sums = ComparePlans(1'001, 60,
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
