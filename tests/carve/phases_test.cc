// Hours that build up, by hand; then against every subset of the tasks of random jobs.
#include "carve/phases.h"

#include <gtest/gtest.h>

#include "absl/strings/str_cat.h"
#include "gmock/gmock.h"
#include "jobcarve/explain/explain.h"
#include "support/builders.h"
#include "support/oracle_pair.h"
#include "support/phase_oracle.h"
#include "support/pool_reading.h"
#include "support/random_market.h"

namespace jobcarve::test {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

constexpr int64_t kNodeLimit = 1'000'000;

// "desk" and "post" are of 300 minutes, "phone" of 240 and essential, "files" of 60 with "post". Ann begins with four weeks of 5
// hours, then four of 10.
Market Return() {
  Market market = EmptyMarket();
  Job job = JobOf("office", {TaskOf("desk", 300), TaskOf("files", 60), TaskOf("phone", 240), TaskOf("post", 300)});
  job.tasks[2].is_essential = true;
  job.links = {NeedsOf("files", "post")};
  market.jobs = {job};
  market.candidates = {CandidateOf("ann", 900)};
  market.candidates[0].phases = {{.weeks = 4, .max_weekly_minutes = Minutes{300}},
                                 {.weeks = 4, .max_weekly_minutes = Minutes{600}}};
  return market;
}

std::vector<RolePhase> PhasesIn(const Market& market) {
  const CompiledMarket compiled = CompileOrDie(market);
  const CompiledJob& job = compiled.jobs[JobIndex(0)];
  return PhasesOf(compiled.candidates[CandidateIndex(0)], job, job.AllTasks(), kNodeLimit);
}

RolePhase From(int64_t week, TaskSet tasks) {
  return {.from_week = week, .tasks = tasks};
}

TEST(PhasesTest, EssentialWorkComesFirstThenMostHoursThenTheFirstTasks) {
  // In week 5 "post" with "files" would fill the 10 hours, and "desk" leaves an hour empty.
  EXPECT_THAT(PhasesIn(Return()), ElementsAre(From(1, 0b0100), From(5, 0b1110), From(9, 0b1111)));
  Market market = Return();
  market.jobs[0].tasks[1].weekly_minutes = Minutes{61};
  EXPECT_THAT(PhasesIn(market), ElementsAre(From(1, 0b0100), From(5, 0b0101), From(9, 0b1111)));
}

TEST(PhasesTest, APhaseIsPartOfTheNextAndMayBeEmpty) {
  Market market = Return();
  market.jobs[0].links = {BondOf("phone", "desk"), BondOf("phone", "post")};
  market.candidates[0].phases[1].max_weekly_minutes = Minutes{840};
  EXPECT_THAT(PhasesIn(market), ElementsAre(From(1, 0), From(5, 0b1101), From(9, 0b1111)));
}

TEST(PhasesTest, WhoeverHasNoPhasesHasTheWholeRoleAtOnce) {
  Market market = Return();
  market.candidates[0].phases.clear();
  EXPECT_THAT(PhasesIn(market), IsEmpty());
}

TEST(PhasesTest, AgreesWithEverySubsetOfRandomJobs) {
  int partial = 0;
  for (uint64_t seed = 1; seed <= 300 && !HasFailure(); ++seed) {
    const RandomMarketOptions shape = {.candidate_count = 2, .job_count = 3, .max_tasks = 7, .pool_count = seed % 2 == 0 ? 1 : 0};
    Market written = RandomMarket(seed, shape);
    for (Candidate& candidate : written.candidates) {
      candidate.phases = {{.weeks = 2, .max_weekly_minutes = Minutes{200}},
                          {.weeks = 3, .max_weekly_minutes = Minutes{430}},
                          {.weeks = 1, .max_weekly_minutes = Minutes{720}}};
    }
    const Market market = WithPoolsRead(written);
    const CompiledMarket compiled = CompileOrDie(written);
    for (JobIndex job : compiled.jobs.Indices()) {
      const CompiledJob& post = compiled.jobs[job];
      if (post.tasks.size() > 12) {
        continue;
      }
      SCOPED_TRACE(absl::StrCat("seed ", seed, " job ", post.id));
      const CompiledCandidate& person = compiled.candidates[CandidateIndex(0)];
      const SolveOptions options;
      std::vector<std::vector<std::string>> found;
      for (const RolePhase& phase : PhasesOf(person, post, post.AllTasks(), kNodeLimit)) {
        found.push_back(TaskIds(post, phase.tasks));
      }
      std::vector<std::vector<std::string>> expected;
      for (const ProposedPhase& phase :
           ExpectedPhases(PairOf(market, person.id, post.id, options), TaskIds(post, post.AllTasks()))) {
        expected.push_back(phase.task_ids);
      }
      EXPECT_EQ(found, expected);
      partial += !found[0].empty() && found[0] != found[1] ? 1 : 0;
    }
  }
  EXPECT_GT(partial, 300);
}

}  // namespace
}  // namespace jobcarve::test
