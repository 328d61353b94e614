// A frontier that can be checked by hand; every figure by brute force is in frontier_random_test.cc.
#include "jobcarve/plan/frontier.h"

#include <string>
#include <vector>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "support/builders.h"
#include "support/status_matchers.h"

namespace jobcarve::test {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

// fetch, 300 minutes, needs lifting 4, which a trolley brings into reach of ada; tea, 240 minutes, needs nothing; letters, 60
// minutes, needs reading 5. 12.60 an hour, 12.00 for a carved role. eve reads, ada lifts; neither is too near or too far.
Market TwoPeople() {
  Market market = EmptyMarket();
  market.adjustments = {AdjustmentOf("trolley", "lifting", 2)};
  market.adjustments[0].one_off = Pence{12'000};
  market.adjustments[0].funder = Funder::kEmployer;
  market.jobs = {
      JobOf("porter", {TaskOf("fetch", 300, {{"lifting", 4}}), TaskOf("tea", 240), TaskOf("letters", 60, {{"reading", 5}})})};
  market.jobs[0].carving.carved_pay_per_hour = Pence{1'200};
  market.candidates = {CandidateOf("ada", 600, {{"lifting", 2}, {"reading", 0}}),
                       CandidateOf("eve", 600, {{"lifting", 0}, {"reading", 5}})};
  return market;
}

Frontier FrontierOf(const Market& market, const SolveOptions& options = {}) {
  const absl::StatusOr<Frontier> frontier = TraceFrontier(market, "porter", options);
  EXPECT_OK(frontier);
  return frontier.ok() ? *frontier : Frontier{};
}

std::vector<std::string> DoorsOf(const FrontierEntry& entry) {
  std::vector<std::string> ids;
  for (const Door& door : entry.doors) {
    ids.push_back(door.candidate_id);
  }
  return ids;
}

TEST(FrontierTest, EachNumberOfTasksHasItsBestRoleAndItsPeople) {
  const Frontier frontier = FrontierOf(TwoPeople());
  EXPECT_EQ(frontier.job_id, "porter");
  ASSERT_EQ(frontier.entries.size(), 2U);  // Nobody can do all three.

  const FrontierEntry& one = frontier.entries[0];  // fetch is longer, and worth more with the trolley than tea without.
  EXPECT_EQ(one.task_count, 1);
  EXPECT_THAT(one.task_ids, ElementsAre("fetch"));
  EXPECT_THAT(one.adjustment_ids, ElementsAre("trolley"));
  EXPECT_EQ(one.candidate_id, "ada");
  EXPECT_THAT(DoorsOf(one), ElementsAre("ada"));
  EXPECT_EQ(one.employer_cost, Pence{12'000});
  EXPECT_EQ(one.weekly_gain, Pence{300});
  EXPECT_EQ(one.pay_per_hour, Pence{1'200});
  ASSERT_TRUE(one.residual.has_value());
  EXPECT_THAT(one.residual->task_ids, ElementsAre("letters", "tea"));
  EXPECT_EQ(one.residual->weekly_minutes, Minutes{300});

  const FrontierEntry& two = frontier.entries[1];
  EXPECT_THAT(two.task_ids, ElementsAre("fetch", "tea"));
  EXPECT_EQ(two.weekly_minutes, Minutes{540});
  EXPECT_GT(two.score, one.score);
  EXPECT_FALSE(one.is_dominated);
  EXPECT_FALSE(two.is_dominated);
  EXPECT_TRUE(two.is_proven);
}

TEST(FrontierTest, FewerTasksForMorePeopleAtNoLowerScoreDominate) {
  Market market = TwoPeople();
  market.adjustments.clear();
  market.jobs[0].tasks = {TaskOf("dusting", 60, {{"reading", 5}}), TaskOf("tea", 240)};
  market.jobs[0].tasks.push_back(TaskOf("washing", 240));
  for (Candidate& person : market.candidates) {
    person.preferred_weekly_minutes = Minutes{240};  // Beyond these hours each is worth less than nothing.
  }
  const Frontier frontier = FrontierOf(market);
  ASSERT_EQ(frontier.entries.size(), 3U);
  EXPECT_THAT(frontier.entries[0].task_ids, ElementsAre("tea"));
  EXPECT_THAT(DoorsOf(frontier.entries[0]), ElementsAre("ada", "eve"));
  EXPECT_EQ(frontier.entries[0].candidate_id, "ada");  // The first of equals.
  EXPECT_FALSE(frontier.entries[0].is_dominated);
  EXPECT_TRUE(frontier.entries[1].is_dominated);
  EXPECT_TRUE(frontier.entries[2].is_dominated);
  EXPECT_EQ(frontier.entries[2].form, Form::kWhole);
  EXPECT_EQ(frontier.entries[2].residual, std::nullopt);
  EXPECT_EQ(frontier.entries[2].weekly_gain, Pence{0});
  EXPECT_THAT(DoorsOf(frontier.entries[2]), ElementsAre("eve"));
}

TEST(FrontierTest, WhatTheEmployerRulesOutHasNoEntry) {
  Market market = TwoPeople();
  market.jobs[0].carving.must_stay_task_ids = {"fetch"};
  const Frontier kept = FrontierOf(market);
  ASSERT_EQ(kept.entries.size(), 2U);
  EXPECT_THAT(kept.entries[1].task_ids, ElementsAre("letters", "tea"));
  market.jobs[0].carving.forms = {Form::kWhole};
  EXPECT_THAT(FrontierOf(market).entries, IsEmpty());
  market.candidates.clear();
  EXPECT_THAT(FrontierOf(market).entries, IsEmpty());
}

TEST(FrontierTest, RefusesWhatSolveRefusesAndJobsThatAreNotThere) {
  EXPECT_THAT(TraceFrontier(TwoPeople(), "writer").status().message(), HasSubstr("no job 'writer'"));
  SolveOptions options;
  options.max_adjustments = 17;
  EXPECT_THAT(TraceFrontier(TwoPeople(), "porter", options).status().message(), HasSubstr("max_adjustments"));
  Market market = TwoPeople();
  market.jobs[0].site_id = "nowhere";
  EXPECT_THAT(TraceFrontier(market, "porter").status().message(), HasSubstr("nowhere"));
}

TEST(FrontierTest, IsTheSameOnAnyNumberOfThreads) {
  RunControl run;
  run.threads = 3;
  ASSERT_OK_AND_ASSIGN(const Frontier threaded, TraceFrontier(TwoPeople(), "porter", {}, run));
  EXPECT_EQ(threaded, FrontierOf(TwoPeople()));
}

}  // namespace
}  // namespace jobcarve::test
