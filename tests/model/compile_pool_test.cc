#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "gmock/gmock.h"
#include "jobcarve/model/compiled.h"
#include "support/builders.h"

namespace jobcarve::test {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

// A clerk and a nurse whose routine tasks a pool may put together; ids of tasks are not in the order of jobs, on purpose.
Market WithPool() {
  Market market = SmallMarket();
  market.candidates.clear();
  Job nurse = market.jobs[0];
  nurse.id = "nurse";
  nurse.openings = 0;
  nurse.pay_per_hour = Pence{2000};
  nurse.tasks = {TaskOf("care", 600), TaskOf("bottles", 120, {{"lifting", 1}})};
  nurse.links = {{LinkKind::kNeeds, "bottles", "care"}};
  nurse.conditions = {{"lifting", Level{2}, Source::kObserved}, {"driving", Level{1}, Source::kStated}};
  nurse.windows = {{Minutes{0}, Minutes{1000}}};
  nurse.carving = {};
  nurse.carving.must_stay_task_ids = {"care"};
  nurse.co_workers.clear();
  Job clerk = nurse;
  clerk.id = "clerk";
  clerk.pay_per_hour = Pence{1100};
  clerk.tasks = {TaskOf("answer", 300), TaskOf("copy", 90)};
  clerk.links.clear();
  clerk.conditions.clear();
  clerk.windows = {{Minutes{900}, Minutes{2000}}};
  clerk.carving = {};
  market.jobs = {nurse, clerk};
  Pool pool;
  pool.id = "helper";
  pool.name = "Helper";
  pool.job_ids = {"nurse", "clerk"};
  pool.pay_per_hour = Pence{1200};
  market.pools = {pool};
  return market;
}

std::vector<std::string> TaskIdsOf(const CompiledJob& job) {
  std::vector<std::string> ids;
  for (const CompiledTask& task : job.tasks) {
    ids.push_back(task.id);
  }
  return ids;
}

const CompiledJob& At(const CompiledMarket& market, size_t i) {
  return market.jobs[JobIndex(i)];
}

TEST(CompilePoolTest, TakesItsPlaceAmongTheJobsById) {
  const CompiledMarket market = CompileOrDie(WithPool());
  ASSERT_EQ(market.jobs.size(), 3U);
  EXPECT_EQ(At(market, 1).id, "helper");
  EXPECT_TRUE(At(market, 1).is_pool());
  EXPECT_EQ(At(market, 0).pool, JobIndex(1));
  EXPECT_EQ(At(market, 2).pool, JobIndex(1));
  EXPECT_FALSE(At(market, 2).is_pool());
}

TEST(CompilePoolTest, ATaskMustHoldOnReducedDaysWhereItsOwnJobSaysSo) {
  Market market = WithPool();
  for (Job& job : market.jobs) {
    for (Task& task : job.tasks) {
      task.is_essential = true;
    }
  }
  market.jobs[0].essential_must_hold = true;
  market.jobs[0].tasks[0].is_deferrable = true;
  const CompiledMarket compiled = CompileOrDie(market);
  std::vector<std::string> must_hold;
  for (const CompiledTask& task : At(compiled, 1).tasks) {
    if (task.must_hold) {
      must_hold.push_back(task.id);
    }
  }
  EXPECT_THAT(must_hold, ElementsAre("bottles"));
}

TEST(CompilePoolTest, HasTheTasksOfItsJobsById) {
  const CompiledMarket market = CompileOrDie(WithPool());
  const CompiledJob& pool = At(market, 1);
  EXPECT_THAT(TaskIdsOf(pool), ElementsAre("answer", "bottles", "care", "copy"));
  ASSERT_EQ(pool.posts.size(), 2U);
  EXPECT_EQ(pool.posts[0].tasks, 0b1001U);
  EXPECT_EQ(pool.posts[1].tasks, 0b0110U);
  EXPECT_EQ(pool.posts[1].place[TaskIndex(0)], TaskIndex(1));
  EXPECT_EQ(pool.must_stay, 0b0100U);
  ASSERT_EQ(pool.links.size(), 1U);
  EXPECT_EQ(pool.links[0].task, TaskIndex(1));
  EXPECT_EQ(pool.links[0].other, TaskIndex(2));
}

TEST(CompilePoolTest, ConditionsOfAJobAreDemandsOfItsTasksTheHigherOfTwo) {
  const CompiledMarket market = CompileOrDie(WithPool());
  const CompiledJob& pool = At(market, 1);
  EXPECT_THAT(pool.conditions, IsEmpty());
  EXPECT_THAT(pool.tasks[TaskIndex(0)].demands, IsEmpty());
  const std::vector<CompiledDemand>& demands = pool.tasks[TaskIndex(1)].demands;
  ASSERT_EQ(demands.size(), 2U);
  EXPECT_EQ(demands[0].level, Level{1});  // driving
  EXPECT_EQ(demands[1].level, Level{2});  // lifting: the condition's.
  EXPECT_EQ(demands[1].source, Source::kObserved);
}

TEST(CompilePoolTest, WindowsAreThoseOfItsJobsTogetherAndOfEachTaskItsOwn) {
  const CompiledMarket market = CompileOrDie(WithPool());
  const CompiledJob& pool = At(market, 1);
  ASSERT_EQ(pool.windows.size(), 1U);
  EXPECT_EQ(pool.windows[0].end, Minutes{2000});
  EXPECT_EQ(pool.tasks[TaskIndex(0)].windows[0].start, Minutes{900});
}

TEST(CompilePoolTest, WhatIsReleasedIsThePayAboveThePools) {
  const CompiledMarket market = CompileOrDie(WithPool());
  EXPECT_EQ(At(market, 1).tasks[TaskIndex(0)].released_pay, Pence{0});
  EXPECT_EQ(At(market, 1).tasks[TaskIndex(1)].released_pay, Pence{800});
}

TEST(CompilePoolTest, AJobThatDoesNotAllowItGivesNoTasks) {
  Market market = WithPool();
  market.jobs[1].carving.forms = {Form::kCarved};
  EXPECT_EQ(At(CompileOrDie(market), 1).must_stay, 0b1101U);
}

TEST(CompilePoolTest, AHeldJobIsLeftOutAndAPoolOfHeldJobsToo) {
  Market market = WithPool();
  Candidate ann = SmallMarket().candidates[0];
  ann.holds_job_id = "clerk";
  market.candidates = {ann};
  const CompiledMarket one_held = CompileOrDie(market);
  EXPECT_THAT(TaskIdsOf(At(one_held, 1)), ElementsAre("bottles", "care"));
  EXPECT_FALSE(At(one_held, 0).pool.has_value());
  market.pools[0].job_ids = {"clerk"};
  EXPECT_EQ(CompileOrDie(market).jobs.size(), 2U);
}

}  // namespace
}  // namespace jobcarve::test
