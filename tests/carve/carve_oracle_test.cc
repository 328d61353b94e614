// The carver against the oracle, which tries every role there is: same score, same role, same ledger, on every pair of thousands
// of small random markets. A failure names the seed.
#include <gtest/gtest.h>

#include <algorithm>
#include <functional>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "jobcarve/carve/carve.h"
#include "jobcarve/carve/feasible.h"
#include "jobcarve/carve/ledger.h"
#include "jobcarve/screen/screen.h"
#include "support/builders.h"
#include "support/oracle.h"
#include "support/pool_reading.h"
#include "support/random_market.h"
#include "support/status_matchers.h"

namespace jobcarve::test {
namespace {

// The carver's role in the oracle's words.
OracleRole InWords(const CompiledMarket& market, CandidateIndex candidate, JobIndex job, const Role& role,
                   const SolveOptions& options) {
  const CompiledJob& post = market.jobs[job];
  OracleRole words;
  words.form = role.form;
  words.score = role.score.count();
  for (TaskIndex task : post.tasks.Indices()) {
    if (Contains(role.tasks, task)) {
      words.task_ids.push_back(post.tasks[task].id);
    }
  }
  for (AdjustmentIndex adjustment : role.adjustments) {
    words.adjustment_ids.push_back(market.adjustments[adjustment].id);
  }
  for (const TaskHandover& handover : role.handed_over) {
    words.handed_over.emplace_back(post.tasks[handover.task].id, post.co_workers[handover.co_worker].id);
  }
  for (const Line& line : LedgerOf(market, candidate, job, role, options)) {
    words.ledger.push_back({.kind = static_cast<int>(line.kind),
                            .task_id = line.task.has_value() ? post.tasks[*line.task].id : "",
                            .adjustment_id = line.adjustment.has_value() ? market.adjustments[*line.adjustment].id : "",
                            .tag = line.tag.has_value() ? market.tags[*line.tag] : "",
                            .amount = line.amount.count()});
  }
  return words;
}

std::string Text(const std::optional<OracleRole>& role) {
  if (!role.has_value()) {
    return "no role";
  }
  return absl::StrCat("form ", static_cast<int>(role->form), " tasks {", absl::StrJoin(role->task_ids, " "), "} adjustments {",
                      absl::StrJoin(role->adjustment_ids, " "), "} score ", role->score);
}

struct Counts {
  int roles = 0;
  int with_adjustments = 0;
  int stripped = 0;
  int carved = 0;
  int created = 0;
  int covered = 0;
  int screened_out = 0;
};

void ComparePair(const Market& market, const CompiledMarket& compiled, CandidateIndex candidate, JobIndex job,
                 const SolveOptions& options, Counts& counts) {
  const std::string& candidate_id = compiled.candidates[candidate].id;
  const std::string& job_id = compiled.jobs[job].id;
  const std::optional<OracleRole> best = BestRole(market, candidate_id, job_id, options);
  const std::optional<Role> found = CarvePair(compiled, candidate, job, options);
  const std::optional<OracleRole> role =
      found.has_value() ? std::make_optional(InWords(compiled, candidate, job, *found, options)) : std::nullopt;
  EXPECT_EQ(role.has_value(), best.has_value()) << Text(role) << " against " << Text(best);
  if (!ScreenPair(compiled, candidate, job, options).empty()) {
    ++counts.screened_out;
    EXPECT_FALSE(best.has_value()) << "screened out, but there is " << Text(best);
  }
  if (!role.has_value() || !best.has_value()) {
    return;
  }
  EXPECT_TRUE(found->is_proven);
  EXPECT_EQ(*role, *best) << Text(role) << " against " << Text(best);
  EXPECT_OK(CheckFeasible(compiled, candidate, job, *found, options));
  EXPECT_EQ(SumOf(LedgerOf(compiled, candidate, job, *found, options)), found->score);
  const ScoreRange range = RangeOf(compiled, candidate, job, *found, options);
  EXPECT_EQ(range.low.count(), Low(market, candidate_id, job_id, *best, options));
  EXPECT_EQ(range.high.count(), High(market, candidate_id, job_id, *best, options));
  ++counts.roles;
  counts.with_adjustments += found->adjustments.empty() ? 0 : 1;
  counts.covered += std::any_of(found->adjustments.begin(), found->adjustments.end(), [&](AdjustmentIndex adjustment) {
    return compiled.adjustments[adjustment].covers_reduced_days && compiled.adjustments[adjustment].effects.empty();
  });
  counts.stripped += found->form == Form::kStripped ? 1 : 0;
  counts.carved += found->form == Form::kCarved ? 1 : 0;
  counts.created += found->form == Form::kCreated ? 1 : 0;
}

// Everybody has reduced days, every second task must hold on them, and there is an adjustment that does nothing but cover them.
void MakeReducedDaysBite(Market& market) {
  for (Candidate& candidate : market.candidates) {
    candidate.reduced_weeks = Permille{200};
    for (Capability& capability : candidate.capabilities) {
      capability.reduced_level = Level{capability.level.count() / 2};
    }
  }
  for (Job& job : market.jobs) {
    job.essential_must_hold = true;
    for (size_t i = 0; i < job.tasks.size(); i += 2) {
      job.tasks[i].is_essential = true;
    }
  }
  market.adjustments[0].effects.clear();
  market.adjustments[0].covers_reduced_days = true;
}

Counts CompareMarkets(
    uint64_t first_seed, uint64_t count, const RandomMarketOptions& shape,
    const std::function<void(Market&)>& change = [](Market&) {}) {
  Counts counts;
  for (uint64_t seed = first_seed; seed < first_seed + count && !testing::Test::HasFailure(); ++seed) {
    Market written = RandomMarket(seed, shape);
    change(written);
    const Market market = WithPoolsRead(written);
    const SolveOptions options = RandomOptions(seed);
    const CompiledMarket compiled = CompileOrDie(written);
    for (CandidateIndex candidate : compiled.candidates.Indices()) {
      for (JobIndex job : compiled.jobs.Indices()) {
        SCOPED_TRACE(absl::StrCat("seed ", seed, " candidate ", candidate.value(), " job ", job.value()));
        ComparePair(market, compiled, candidate, job, options, counts);
      }
    }
  }
  return counts;
}

TEST(CarveOracleTest, AgreesOnSmallMarkets) {
  const Counts counts = CompareMarkets(1, 800, {});
  EXPECT_GT(counts.roles, 1500);
  EXPECT_GT(counts.with_adjustments, 150);
  EXPECT_GT(counts.stripped, 50);
  EXPECT_GT(counts.carved, 500);
  EXPECT_GT(counts.screened_out, 300);
}

TEST(CarveOracleTest, AgreesWhereEveryRuleBites) {
  CompareMarkets(10'001, 500, {.intensity = 700});
}

TEST(CarveOracleTest, AgreesWhereHardlyAnyRuleBites) {
  CompareMarkets(20'001, 300, {.intensity = 150});
}

TEST(CarveOracleTest, AgreesWhereReducedDaysBite) {
  Counts counts = CompareMarkets(50'001, 300, {.intensity = 150}, MakeReducedDaysBite);
  EXPECT_GT(counts.covered, 60);
  counts = CompareMarkets(60'001, 100, {.job_count = 3, .max_tasks = 3, .pool_count = 1, .intensity = 150}, MakeReducedDaysBite);
  EXPECT_GT(counts.covered, 20);
}

TEST(CarveOracleTest, AgreesOnLargerJobs) {
  CompareMarkets(30'001, 60, {.candidate_count = 2, .job_count = 2, .max_tasks = 9, .adjustment_count = 6, .intensity = 300});
}

TEST(CarveOracleTest, AgreesOnPools) {
  const Counts counts =
      CompareMarkets(40'001, 400, {.candidate_count = 3, .job_count = 3, .max_tasks = 3, .pool_count = 2, .intensity = 250});
  EXPECT_GT(counts.created, 300);
}

TEST(CarveOracleTest, AgreesOnPoolsWhereEveryRuleBites) {
  CompareMarkets(50'001, 200, {.candidate_count = 2, .job_count = 3, .max_tasks = 4, .pool_count = 2, .intensity = 600});
}

}  // namespace
}  // namespace jobcarve::test
