#include "carve/priced_pair.h"

#include <gtest/gtest.h>

#include <bit>
#include <optional>
#include <set>
#include <string>
#include <thread>
#include <vector>

#include "absl/strings/str_cat.h"
#include "jobcarve/base/rng.h"
#include "jobcarve/carve/feasible.h"
#include "jobcarve/carve/ledger.h"
#include "support/builders.h"
#include "support/oracle.h"
#include "support/pool_reading.h"
#include "support/random_market.h"
#include "support/status_matchers.h"

namespace jobcarve::test {
namespace {

// None, few or many, from nothing to more than any task is worth; round ones, so that ties are common.
RolePrices RandomPrices(Rng& rng, size_t task_count) {
  RolePrices prices;
  const int64_t step = rng.Chance(500) ? 100'000 : 1;
  const int64_t most = rng.Between(1, 30) * 100'000;
  if (rng.Chance(900)) {
    for (size_t task = 0; task < task_count; ++task) {
      prices.task.push_back(Score{rng.Chance(700) ? rng.Between(0, most) / step * step : 0});
    }
  }
  prices.whole = Score{rng.Chance(500) ? rng.Between(0, most) : 0};
  prices.carved = Score{rng.Chance(500) ? rng.Between(0, most) : 0};
  return prices;
}

OraclePrices InWords(const CompiledJob& job, const RolePrices& prices) {
  OraclePrices words;
  words.whole = prices.whole.count();
  words.carved = prices.carved.count();
  for (TaskIndex task : job.tasks.Indices()) {
    words.by_task_id[job.tasks[task].id] = prices.task.empty() ? 0 : prices.task[task.value()].count();
  }
  return words;
}

void ExpectSame(const CompiledMarket& market, JobIndex job, const std::optional<Role>& role,
                const std::optional<OracleRole>& best) {
  ASSERT_EQ(role.has_value(), best.has_value());
  if (!role.has_value()) {
    return;
  }
  std::vector<std::string> task_ids;
  for (TaskIndex task : market.jobs[job].tasks.Indices()) {
    if (Contains(role->tasks, task)) {
      task_ids.push_back(market.jobs[job].tasks[task].id);
    }
  }
  std::vector<std::string> adjustment_ids;
  for (AdjustmentIndex adjustment : role->adjustments) {
    adjustment_ids.push_back(market.adjustments[adjustment].id);
  }
  EXPECT_EQ(role->form, best->form);
  EXPECT_EQ(task_ids, best->task_ids);
  EXPECT_EQ(adjustment_ids, best->adjustment_ids);
  EXPECT_EQ(role->score.count(), best->score);
  EXPECT_EQ(role->handed_over.size(), best->handed_over.size());
}

// Roles at prices that differ from those without.
int CompareWithOracle(uint64_t first_seed, uint64_t count, const RandomMarketOptions& shape) {
  int moved = 0;
  Knapsack knapsack;
  for (uint64_t seed = first_seed; seed < first_seed + count && !testing::Test::HasFailure(); ++seed) {
    const Market market = RandomMarket(seed, shape);
    const SolveOptions options = RandomOptions(seed);
    const CompiledMarket compiled = CompileOrDie(market);
    Rng rng(seed);
    for (CandidateIndex candidate : compiled.candidates.Indices()) {
      for (JobIndex job : compiled.jobs.Indices()) {
        SCOPED_TRACE(absl::StrCat("seed ", seed, " candidate ", candidate.value(), " job ", job.value()));
        const CompiledJob& post = compiled.jobs[job];
        const LinkForest links = LinkForestOf(post);
        const Waiver nothing;
        const PricedPair pair({compiled, candidate, job, options, nothing}, links);
        const RolePrices prices = RandomPrices(rng, post.tasks.size());
        const std::optional<Role> role = pair.BestRole(prices, knapsack);
        ExpectSame(compiled, job, role,
                   BestRole(market, compiled.candidates[candidate].id, post.id, options, InWords(post, prices)));
        EXPECT_EQ(role, CarvePair(compiled, candidate, job, options, nothing, prices));
        const std::optional<Role> free = CarvePair(compiled, candidate, job, options);
        EXPECT_EQ(pair.BestRole({}, knapsack), free);
        moved += role == free ? 0 : 1;
      }
    }
  }
  return moved;
}

TEST(PricedPairTest, AgreesWithTryingEveryRole) {
  EXPECT_GT(CompareWithOracle(1, 300, {}), 100);
}

TEST(PricedPairTest, AgreesWhereHardlyAnyRuleBites) {
  EXPECT_GT(CompareWithOracle(20'001, 200, {.intensity = 150}), 200);
}

TEST(PricedPairTest, AgreesOnLargerJobs) {
  CompareWithOracle(30'001, 40, {.candidate_count = 2, .job_count = 2, .max_tasks = 9, .adjustment_count = 6, .intensity = 300});
}

class PricedLargePairTest : public testing::TestWithParam<PairFamily> {};

TEST_P(PricedLargePairTest, AnswersAsCarvePairDoesAtEveryPrice) {
  Knapsack knapsack;
  const Waiver nothing;
  const SolveOptions options;
  for (uint64_t seed = 1; seed <= 4; ++seed) {
    const CompiledMarket market = CompileOrDie(LargePair(seed, 40, 12, GetParam()));
    const CompiledJob& job = market.jobs[JobIndex(0)];
    const LinkForest links = LinkForestOf(job);
    const PricedPair pair({market, CandidateIndex(0), JobIndex(0), options, nothing}, links);
    Rng rng(seed);
    for (int round = 0; round < 8; ++round) {
      SCOPED_TRACE(absl::StrCat("seed ", seed, " round ", round));
      const RolePrices prices = RandomPrices(rng, job.tasks.size());
      const std::optional<Role> role = pair.BestRole(prices, knapsack);
      EXPECT_EQ(role, CarvePair(market, CandidateIndex(0), JobIndex(0), options, nothing, prices));
      if (role.has_value()) {
        EXPECT_OK(CheckFeasible(market, CandidateIndex(0), JobIndex(0), *role));
        EXPECT_EQ(SumOf(LedgerOf(market, CandidateIndex(0), JobIndex(0), *role)), role->score);
      }
    }
  }
}

INSTANTIATE_TEST_SUITE_P(Families, PricedLargePairTest,
                         testing::Values(PairFamily::kNothingBlocks, PairFamily::kFewGaps, PairFamily::kManyAlternatives,
                                         PairFamily::kCorrelated, PairFamily::kNeedsForest, PairFamily::kNeedsDag,
                                         PairFamily::kCorrelatedDag));

TEST(PricedPairTest, KeepsTheScoreOfItsLedger) {
  const CompiledMarket market = CompileOrDie(LargePair(1, 30, 8, PairFamily::kFewGaps));
  const CompiledJob& job = market.jobs[JobIndex(0)];
  RolePrices prices;
  prices.carved = Score{3'000'000};
  const std::optional<Role> role = CarvePair(market, CandidateIndex(0), JobIndex(0), {}, {}, prices);
  ASSERT_TRUE(role.has_value());
  EXPECT_EQ(role->form, Form::kCarved);
  EXPECT_EQ(SumOf(LedgerOf(market, CandidateIndex(0), JobIndex(0), *role)), role->score);
  EXPECT_EQ(prices.Of(job, *role), Score{3'000'000});
  prices.task.assign(job.tasks.size(), Score{7});
  EXPECT_EQ(prices.Of(job, *role), Score{3'000'000 + 7 * std::popcount(role->tasks)});
  Role stripped = *role;
  stripped.form = Form::kStripped;
  EXPECT_EQ(prices.Of(job, stripped), Score{7 * 30});
}

TEST(PricedPairTest, TakesTheHighestPrices) {
  const CompiledMarket market = CompileOrDie(LargePair(3, 40, 12, PairFamily::kNeedsDag));
  RolePrices prices;
  prices.whole = RolePrices::kMost;
  prices.carved = RolePrices::kMost;
  prices.task.assign(40, RolePrices::kMost);
  const std::optional<Role> role = CarvePair(market, CandidateIndex(0), JobIndex(0), {}, {}, prices);
  ASSERT_TRUE(role.has_value());
  EXPECT_OK(CheckFeasible(market, CandidateIndex(0), JobIndex(0), *role));
  for (TaskSet left = role->tasks; left != 0; left &= left - 1) {  // Nothing pays for itself, so no task can be spared.
    Role less = *role;
    less.tasks &= ~(left & -left);
    EXPECT_FALSE(CheckFeasible(market, CandidateIndex(0), JobIndex(0), less).ok());
  }
}

TEST(PricedPairTest, SeveralThreadsAskTheSamePair) {
  const CompiledMarket market = CompileOrDie(LargePair(5, 40, 12, PairFamily::kManyAlternatives));
  const LinkForest links = LinkForestOf(market.jobs[JobIndex(0)]);
  const SolveOptions options;
  const Waiver nothing;
  const PricedPair pair({market, CandidateIndex(0), JobIndex(0), options, nothing}, links);
  const auto ask = [&](std::vector<std::optional<Role>>& roles) {
    Knapsack knapsack;
    Rng rng(9);
    for (int round = 0; round < 20; ++round) {
      roles.push_back(pair.BestRole(RandomPrices(rng, 40), knapsack));
    }
  };
  std::vector<std::optional<Role>> here;
  std::vector<std::optional<Role>> there;
  std::thread other([&] { ask(there); });
  ask(here);
  other.join();
  EXPECT_EQ(here, there);
}

TEST(PricedPairTest, ListsEveryRoleThatIsWorthEnough) {
  int64_t listed_count = 0;
  for (uint64_t seed = 1; seed <= 120 && !testing::Test::HasFailure(); ++seed) {
    SCOPED_TRACE(absl::StrCat("seed ", seed));
    const Market written = RandomMarket(seed, {.candidate_count = 2, .job_count = 3, .max_tasks = 4, .pool_count = 1});
    const Market market = WithPoolsRead(written);
    const SolveOptions options = RandomOptions(seed);
    const CompiledMarket compiled = CompileOrDie(written);
    Rng rng(seed);
    for (CandidateIndex candidate : compiled.candidates.Indices()) {
      for (JobIndex job : compiled.jobs.Indices()) {
        const Waiver nothing;
        const LinkForest links = LinkForestOf(compiled.jobs[job]);
        const PricedPair pair({.market = compiled, .candidate = candidate, .job = job, .options = options, .waived = nothing},
                              links);
        const RolePrices prices = RandomPrices(rng, compiled.jobs[job].tasks.size());
        const int64_t least = rng.Between(-5'000'000, 5'000'000);
        const std::optional<std::vector<Role>> listed = pair.RolesFrom(prices, least, 4'000);
        ASSERT_TRUE(listed.has_value());
        std::multiset<std::pair<Form, int64_t>> found;
        for (const Role& role : *listed) {
          found.emplace(role.form, role.score.count());
        }
        std::multiset<std::pair<Form, int64_t>> expected;
        const OraclePrices words = InWords(compiled.jobs[job], prices);
        for (const OracleRole& role : AllRoles(market, compiled.candidates[candidate].id, compiled.jobs[job].id, options)) {
          if (role.score - PaidBy(market, compiled.jobs[job].id, role, words) >= least) {
            expected.emplace(role.form, role.score);
          }
        }
        EXPECT_EQ(found, expected) << "candidate " << candidate.value() << " job " << job.value();
        listed_count += static_cast<int64_t>(found.size());
      }
    }
  }
  EXPECT_GT(listed_count, 700);
}

}  // namespace
}  // namespace jobcarve::test
