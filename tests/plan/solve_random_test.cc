// Random markets: an outsider finds nothing to complain of, the oracle finds no better total, and what should make no difference,
// or none for the worse, makes none. A failure names the seed.
#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "jobcarve/base/rng.h"
#include "jobcarve/plan/solve.h"
#include "support/builders.h"
#include "support/contract_checker.h"
#include "support/oracle.h"
#include "support/random_market.h"
#include "support/status_matchers.h"

namespace jobcarve::test {
namespace {

using testing::IsEmpty;

// Calls `look` with each sound market of `count` seeds, its options and its plan; stops at the first failure.
template <typename Look>
int ForEachPlan(uint64_t first_seed, uint64_t count, const RandomMarketOptions& shape, Look look) {
  int looked_at = 0;
  for (uint64_t seed = first_seed; seed < first_seed + count && !testing::Test::HasFailure(); ++seed) {
    const Market market = RandomMarket(seed, shape);
    if (!Compile(market).ok()) {
      continue;
    }
    SCOPED_TRACE(absl::StrCat("seed ", seed));
    const SolveOptions options = RandomOptions(seed);
    const absl::StatusOr<Plan> plan = Solve(market, options);
    EXPECT_OK(plan);
    if (plan.ok()) {
      look(market, options, *plan, seed);
      ++looked_at;
    }
  }
  return looked_at;
}

Plan PlanOf(const Market& market, const SolveOptions& options) {
  const absl::StatusOr<Plan> plan = Solve(market, options);
  EXPECT_OK(plan);
  return plan.ok() ? *plan : Plan{};
}

// Everybody has a proposal or a reason with something nearest.
void ExpectNobodyIsForgotten(const Market& market, const Plan& plan) {
  EXPECT_EQ(plan.proposals.size() + plan.unplaced.size(), market.candidates.size());
  for (const Unplaced& unplaced : plan.unplaced) {
    EXPECT_NE(unplaced.reason, UnplacedReason::kUnspecified);
    EXPECT_TRUE(!unplaced.nearest.empty() || unplaced.reason == UnplacedReason::kNoJobs ||
                unplaced.reason == UnplacedReason::kBarriers);
    for (const Nearest& nearest : unplaced.nearest) {
      EXPECT_FALSE(nearest.barriers.empty());
    }
  }
}

TEST(SolveRandomTest, TheContractHoldsAndNoTotalIsHigher) {
  int64_t unplaced = 0;
  int64_t unfilled = 0;
  const int count = ForEachPlan(1, 300, {}, [&](const Market& market, const SolveOptions& options, const Plan& plan, uint64_t) {
    EXPECT_THAT(ContractComplaints(market, plan), IsEmpty());
    EXPECT_EQ(plan.totals.score.count(), BestTotal(market, options));
    ExpectNobodyIsForgotten(market, plan);
    unplaced += static_cast<int64_t>(plan.unplaced.size());
    unfilled += static_cast<int64_t>(plan.unfilled.size());
  });
  EXPECT_GT(count, 250);
  EXPECT_GT(unplaced, 100);
  EXPECT_GT(unfilled, 100);
}

TEST(SolveRandomTest, TheContractHoldsWhereManyCompete) {
  ForEachPlan(5'001, 60, {.candidate_count = 7, .job_count = 3, .max_tasks = 4, .adjustment_count = 4, .intensity = 250},
              [](const Market& market, const SolveOptions& options, const Plan& plan, uint64_t) {
                EXPECT_THAT(ContractComplaints(market, plan), IsEmpty());
                EXPECT_EQ(plan.totals.score.count(), BestTotal(market, options));
                ExpectNobodyIsForgotten(market, plan);
              });
}

TEST(SolveRandomTest, TheContractHoldsWhereEveryRuleBites) {
  ForEachPlan(9'001, 100, {.intensity = 700}, [](const Market& market, const SolveOptions&, const Plan& plan, uint64_t) {
    EXPECT_THAT(ContractComplaints(market, plan), IsEmpty());
    ExpectNobodyIsForgotten(market, plan);
  });
}

void ShuffleJob(Job& job, Rng& rng) {
  for (Task& task : job.tasks) {
    rng.Shuffle(task.demands);
    rng.Shuffle(task.tags);
    rng.Shuffle(task.windows);
  }
  rng.Shuffle(job.tasks);
  rng.Shuffle(job.links);
  rng.Shuffle(job.conditions);
  rng.Shuffle(job.windows);
  rng.Shuffle(job.carving.forms);
  rng.Shuffle(job.carving.must_stay_task_ids);
  rng.Shuffle(job.co_workers);
  rng.Shuffle(job.tags);
  rng.Shuffle(job.ruled_out_adjustment_ids);
}

void ShuffleCandidate(Candidate& candidate, Rng& rng) {
  rng.Shuffle(candidate.capabilities);
  rng.Shuffle(candidate.preferences);
  rng.Shuffle(candidate.availability);
  rng.Shuffle(candidate.travel_modes);
  rng.Shuffle(candidate.own_adjustment_ids);
}

// The same market with every list in another order.
Market Shuffled(Market market, uint64_t seed) {
  Rng rng(seed);
  for (Adjustment& adjustment : market.adjustments) {
    rng.Shuffle(adjustment.effects);
    rng.Shuffle(adjustment.requires_ids);
    rng.Shuffle(adjustment.excludes_ids);
  }
  for (Job& job : market.jobs) {
    ShuffleJob(job, rng);
  }
  for (Candidate& candidate : market.candidates) {
    ShuffleCandidate(candidate, rng);
  }
  rng.Shuffle(market.dimensions);
  rng.Shuffle(market.adjustments);
  rng.Shuffle(market.employers);
  rng.Shuffle(market.sites);
  rng.Shuffle(market.jobs);
  rng.Shuffle(market.candidates);
  rng.Shuffle(market.travel_times);
  return market;
}

TEST(SolveRandomTest, TheOrderOfTheInputMakesNoDifference) {
  ForEachPlan(20'001, 150, {}, [](const Market& market, const SolveOptions& options, const Plan& plan, uint64_t seed) {
    EXPECT_EQ(PlanOf(Shuffled(market, seed), options), plan);
  });
}

TEST(SolveRandomTest, AJobThatNobodyCanReachChangesNoProposal) {
  ForEachPlan(30'001, 100, {}, [](const Market& market, const SolveOptions& options, const Plan& plan, uint64_t) {
    Market more = market;
    more.jobs.push_back(more.jobs[0]);
    Job& late = more.jobs.back();
    late.id = "a-job-of-the-past";
    late.earliest_start = "";
    late.latest_start = "2000-01-01";
    const Plan other = PlanOf(more, options);
    EXPECT_EQ(other.proposals, plan.proposals);
    EXPECT_EQ(other.totals.score, plan.totals.score);
  });
}

TEST(SolveRandomTest, MoreOpeningsNeverLowerTheTotal) {
  ForEachPlan(40'001, 100, {.candidate_count = 5},
              [](const Market& market, const SolveOptions& options, const Plan& plan, uint64_t) {
                Market more = market;
                for (Job& job : more.jobs) {
                  job.openings *= 2;
                }
                EXPECT_GE(PlanOf(more, options).totals.score, plan.totals.score);
              });
}

TEST(SolveRandomTest, MoreAbilityNeverLowersTheTotalWhereUnderUseCostsNothing) {
  int raised = 0;
  ForEachPlan(50'001, 150, {}, [&](const Market& market, const SolveOptions& given, const Plan&, uint64_t seed) {
    SolveOptions options = given;
    options.scoring.under_use_hour = Score{0};
    Market more = market;
    Rng rng(seed);
    for (Candidate& candidate : more.candidates) {
      for (Capability& capability : candidate.capabilities) {
        const auto dimension = std::find_if(more.dimensions.begin(), more.dimensions.end(),
                                            [&](const Dimension& one) { return one.id == capability.dimension_id; });
        if (capability.level < dimension->max_level && rng.Chance(500)) {
          capability.level += Level{1};
          ++raised;
        }
      }
    }
    EXPECT_GE(PlanOf(more, options).totals.score, PlanOf(market, options).totals.score);
  });
  EXPECT_GT(raised, 100);
}

TEST(SolveRandomTest, AnotherNameForTheSamePersonGivesTheSameProposal) {
  ForEachPlan(60'001, 150, {.candidate_count = 1},
              [](const Market& market, const SolveOptions& options, const Plan& plan, uint64_t) {
                Market renamed = market;
                renamed.candidates[0].id = "a-person-of-another-name";
                for (TravelTime& journey : renamed.travel_times) {
                  journey.candidate_id = renamed.candidates[0].id;
                }
                Plan other = PlanOf(renamed, options);
                for (Proposal& proposal : other.proposals) {
                  proposal.candidate_id = market.candidates[0].id;
                }
                for (Unplaced& unplaced : other.unplaced) {
                  unplaced.candidate_id = market.candidates[0].id;
                }
                EXPECT_EQ(other.proposals, plan.proposals);
                EXPECT_EQ(other.unplaced, plan.unplaced);
              });
}

}  // namespace
}  // namespace jobcarve::test
