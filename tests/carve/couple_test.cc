// Two people who share an opening: every couple is compared with trying every part of the one with the rest of the other.
#include "jobcarve/carve/couple.h"

#include "absl/strings/str_cat.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "jobcarve/carve/feasible.h"
#include "jobcarve/carve/ledger.h"
#include "support/builders.h"
#include "support/oracle.h"
#include "support/random_market.h"
#include "support/status_matchers.h"

namespace jobcarve::test {
namespace {

// Forty hours of two kinds of work; each person can do one of them and wants half a week.
Market MarketToShare() {
  Market market = EmptyMarket();
  Job job = JobOf("clerk", {TaskOf("carry", 1'200, {{"lifting", 4}}), TaskOf("letters", 1'140, {{"reading", 3}})});
  job.sharing = Sharing{.handover_minutes = Minutes{30}};
  market.jobs = {job};
  market.candidates = {CandidateOf("ada", 1'260, {{"lifting", 4}, {"reading", 1}}),
                       CandidateOf("ben", 1'260, {{"lifting", 1}, {"reading", 4}})};
  return market;
}

std::vector<std::string> Words(const CompiledMarket& market, JobIndex job, const Role& role) {
  std::vector<std::string> words;
  for (TaskIndex task : market.jobs[job].tasks.Indices()) {
    if (Contains(role.tasks, task)) {
      words.push_back(market.jobs[job].tasks[task].id);
    }
  }
  return words;
}

TEST(CoupleTest, EachDoesWhatTheOtherCannot) {
  const CompiledMarket market = CompileOrDie(MarketToShare());
  const std::optional<Couple> couple = CarveCouple(market, CandidateIndex(0), CandidateIndex(1), JobIndex(0));
  ASSERT_TRUE(couple.has_value());
  EXPECT_THAT(Words(market, couple->job, couple->first_role), testing::ElementsAre("carry"));
  EXPECT_THAT(Words(market, couple->job, couple->second_role), testing::ElementsAre("letters"));
  EXPECT_EQ(couple->first_role.shared_with, CandidateIndex(1));
  EXPECT_EQ(couple->second_role.shared_with, CandidateIndex(0));
}

TEST(CoupleTest, TheHandoverCountsInTheHours) {
  Market market = MarketToShare();
  market.candidates[0].preferred_weekly_minutes = Minutes{1'200};
  market.candidates[0].max_weekly_minutes = Minutes{1'229};  // 1,200 and half an hour is one minute more.
  const CompiledMarket compiled = CompileOrDie(market);
  EXPECT_FALSE(CarveCouple(compiled, CandidateIndex(0), CandidateIndex(1), JobIndex(0)).has_value());
}

TEST(CoupleTest, NobodySharesWhatTheEmployerDoesNotOffer) {
  Market market = MarketToShare();
  market.jobs[0].sharing = std::nullopt;
  EXPECT_FALSE(CarveCouple(CompileOrDie(market), CandidateIndex(0), CandidateIndex(1), JobIndex(0)).has_value());
  market = MarketToShare();
  market.jobs[0].openings = 0;
  EXPECT_FALSE(CarveCouple(CompileOrDie(market), CandidateIndex(0), CandidateIndex(1), JobIndex(0)).has_value());
}

TEST(CoupleTest, CouplesAreThoseOfTryingEveryPart) {
  size_t found = 0;
  size_t with_adjustments = 0;
  for (uint64_t seed = 1; seed <= 300 && !HasFailure(); ++seed) {
    SCOPED_TRACE(absl::StrCat("seed ", seed));
    const Market market = RandomMarket(seed, {.candidate_count = 3,
                                              .job_count = 2,
                                              .max_tasks = 6,
                                              .adjustment_count = 4,
                                              .sharing_permille = 1'000,
                                              .once_permille = seed % 3 == 0 ? 300 : 0,
                                              .intensity = 150});
    const SolveOptions options = RandomOptions(seed);
    const CompiledMarket compiled = CompileOrDie(market);
    for (CandidateIndex a : compiled.candidates.Indices()) {
      for (size_t other = a.value() + 1; other < compiled.candidates.size(); ++other) {
        const CandidateIndex b(other);
        for (JobIndex job : compiled.jobs.Indices()) {
          const std::optional<OracleCouple> best =
              BestCouple(market, compiled.candidates[a].id, compiled.candidates[b].id, compiled.jobs[job].id, options);
          const std::optional<Couple> couple = CarveCouple(compiled, a, b, job, options);
          ASSERT_EQ(couple.has_value(), best.has_value());
          if (!couple.has_value()) {
            continue;
          }
          ++found;
          with_adjustments += couple->first_role.adjustments.empty() && couple->second_role.adjustments.empty() ? 0U : 1U;
          EXPECT_EQ(couple->sum().count(), best->first.score + best->second.score);
          EXPECT_EQ(couple->first_role.score.count(), best->first.score);
          EXPECT_EQ(Words(compiled, job, couple->first_role), best->first.task_ids);
          EXPECT_EQ(Words(compiled, job, couple->second_role), best->second.task_ids);
          EXPECT_OK(CheckFeasible(compiled, a, job, couple->first_role, options));
          EXPECT_OK(CheckFeasible(compiled, b, job, couple->second_role, options));
        }
      }
    }
  }
  EXPECT_GT(found, 300U);
  EXPECT_GT(with_adjustments, 50U);
}

}  // namespace
}  // namespace jobcarve::test
