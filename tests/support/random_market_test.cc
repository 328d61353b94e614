#include "support/random_market.h"

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "support/oracle.h"
#include "support/oracle_pair.h"

namespace jobcarve::test {
namespace {

std::vector<std::vector<std::string>> AllSubsets(const std::vector<std::string>& ids) {
  std::vector<std::vector<std::string>> subsets;
  for (uint64_t mask = 0; mask < (uint64_t{1} << ids.size()); ++mask) {
    subsets.emplace_back();
    for (size_t i = 0; i < ids.size(); ++i) {
      if ((mask >> i & 1) != 0) {
        subsets.back().push_back(ids[i]);
      }
    }
  }
  return subsets;
}

// The contract's words and nothing else: every form, every set of tasks, every set of adjustments.
std::optional<OracleRole> LiteralBest(const Market& market, const Candidate& candidate, const Job& job,
                                      const SolveOptions& options) {
  const Ids all_tasks = AllTasks(job);
  Ids adjustments;
  for (const Adjustment& adjustment : market.adjustments) {
    adjustments.insert(adjustment.id);
  }
  std::optional<OracleRole> best;
  for (const Form form : {Form::kWhole, Form::kStripped, Form::kCarved}) {
    for (const std::vector<std::string>& tasks : AllSubsets({all_tasks.begin(), all_tasks.end()})) {
      for (const std::vector<std::string>& chosen : AllSubsets({adjustments.begin(), adjustments.end()})) {
        OracleRole role;
        role.form = form;
        role.task_ids = tasks;
        role.adjustment_ids = chosen;
        if (IsFeasible(market, candidate.id, job.id, role, options)) {
          role.ledger = Ledger(market, candidate.id, job.id, role, options);
          role.score = SumOf(role.ledger);
          best = !best || ComesFirst(role, *best) ? role : best;
        }
      }
    }
  }
  return best;
}

TEST(RandomMarketTest, BestRoleIsWhatTheLiteralLoopFinds) {
  const RandomMarketOptions shape{.candidate_count = 2, .job_count = 2, .max_tasks = 4, .adjustment_count = 4};
  for (uint64_t seed = 0; seed < 40; ++seed) {
    const Market market = RandomMarket(seed, shape);
    const SolveOptions options = RandomOptions(seed);
    for (const Candidate& candidate : market.candidates) {
      for (const Job& job : market.jobs) {
        std::optional<OracleRole> best = BestRole(market, candidate.id, job.id, options);
        if (best) {
          best->handed_over.clear();
        }
        EXPECT_EQ(best, LiteralBest(market, candidate, job, options)) << "seed " << seed << " " << candidate.id << " " << job.id;
      }
    }
  }
}

TEST(RandomMarketTest, AboutHalfOfThePairsHaveARoleAndEveryKindOfLineComesUp) {
  std::set<int> kinds;
  std::set<Form> forms;
  int64_t pair_count = 0;
  int64_t role_count = 0;
  int64_t adjusted_count = 0;
  for (uint64_t seed = 0; seed < 150; ++seed) {
    const Market market = RandomMarket(seed);
    for (const Candidate& candidate : market.candidates) {
      for (const Job& job : market.jobs) {
        ++pair_count;
        if (const std::optional<OracleRole> role = BestRole(market, candidate.id, job.id, RandomOptions(seed))) {
          ++role_count;
          adjusted_count += role->adjustment_ids.empty() ? 0 : 1;
          forms.insert(role->form);
          for (const OracleLine& line : role->ledger) {
            kinds.insert(line.kind);
          }
        }
      }
    }
  }
  EXPECT_EQ(kinds.size(), 18U);
  EXPECT_EQ(forms.size(), 3U);
  EXPECT_GT(10 * role_count, 3 * pair_count);
  EXPECT_LT(10 * role_count, 7 * pair_count);
  EXPECT_GT(8 * adjusted_count, role_count);
}

TEST(RandomMarketTest, NumbersKeepTheirRanges) {
  for (uint64_t seed = 0; seed < 200; ++seed) {
    const Market market = RandomMarket(seed, {.candidate_count = 3, .job_count = 3, .max_tasks = 12, .adjustment_count = 8});
    for (const Candidate& candidate : market.candidates) {
      EXPECT_LE(candidate.min_weekly_minutes, candidate.preferred_weekly_minutes);
      EXPECT_LE(candidate.preferred_weekly_minutes, candidate.max_weekly_minutes);
      for (const std::string& id : candidate.own_adjustment_ids) {
        for (const std::string& required : FindAdjustment(market, id).requires_ids) {
          EXPECT_THAT(candidate.own_adjustment_ids, testing::Contains(required)) << "seed " << seed;
        }
      }
      for (const Capability& capability : candidate.capabilities) {
        EXPECT_LE(capability.level, FindDimension(market, capability.dimension_id).max_level);
      }
    }
    for (const Job& job : market.jobs) {
      EXPECT_LE(SumOfMinutes(job, AllTasks(job)), 10'080);
      EXPECT_GE(job.carving.carved_pay_per_hour.value_or(Pence{0}), Pence{0});
      for (const Task& task : job.tasks) {
        EXPECT_LE(task.pleasant_minutes + task.unpleasant_minutes, task.weekly_minutes);
      }
      for (const Link& link : job.links) {
        FindTask(job, link.task_id);  // Aborts when it does not resolve.
        FindTask(job, link.other_task_id);
      }
    }
    for (const Adjustment& adjustment : market.adjustments) {
      EXPECT_TRUE(adjustment.funder != Funder::kUnspecified || (adjustment.one_off + adjustment.weekly) == Pence{0});
      for (const Effect& effect : adjustment.effects) {
        const Level top = FindDimension(market, effect.dimension_id).max_level;
        EXPECT_TRUE(effect.raise <= top && effect.ease <= top && effect.reduced_raise <= top);
        EXPECT_GE(effect.raise + effect.ease + effect.reduced_raise, Level{1});
      }
    }
  }
}

TEST(LargePairTest, FitsAWeekInEveryFamily) {
  for (const PairFamily family :
       {PairFamily::kNothingBlocks, PairFamily::kFewGaps, PairFamily::kManyAlternatives, PairFamily::kCorrelated,
        PairFamily::kNeedsForest, PairFamily::kNeedsDag, PairFamily::kCorrelatedDag}) {
    const Market market = LargePair(7, 64, 16, family);
    EXPECT_EQ(market.jobs[0].tasks.size(), 64U);
    EXPECT_EQ(market.adjustments.size(), 16U);
    EXPECT_LE(SumOfMinutes(market.jobs[0], AllTasks(market.jobs[0])), 10'080);
    const bool has_links =
        family == PairFamily::kNeedsForest || family == PairFamily::kNeedsDag || family == PairFamily::kCorrelatedDag;
    EXPECT_EQ(market.jobs[0].links.empty(), !has_links);
  }
}

TEST(LargePairTest, HasTasksOfWholeStepsAndTheHoursAskedFor) {
  const Market market = LargePair(7, 64, 16, PairFamily::kFewGaps, {.step = Minutes{5}, .most = Minutes{2'400}});
  bool is_fine = false;
  for (const Task& task : market.jobs[0].tasks) {
    EXPECT_EQ(task.weekly_minutes.count() % 5, 0);
    is_fine = is_fine || task.weekly_minutes.count() % 15 != 0;
  }
  EXPECT_TRUE(is_fine);
  EXPECT_LE(SumOfMinutes(market.jobs[0], AllTasks(market.jobs[0])), 10'080);
  EXPECT_EQ(market.candidates[0].max_weekly_minutes, Minutes{2'400});
}

}  // namespace
}  // namespace jobcarve::test
