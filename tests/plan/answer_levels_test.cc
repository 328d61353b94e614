// Thresholds by hand; that nothing changes between them is shown by brute force in inquiry_random_test.cc.
#include "plan/answer_levels.h"

#include <vector>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "support/builders.h"

namespace jobcarve::test {
namespace {

using internal::AsksFor;
using internal::FirstLevels;
using testing::ElementsAre;

std::vector<int64_t> LevelsOf(const Market& market, const std::string& dimension) {
  const CompiledMarket compiled = CompileOrDie(market);
  std::vector<int64_t> levels;
  for (Level level : FirstLevels(compiled, compiled.jobs[JobAt(compiled, "porter")], DimensionAt(compiled, dimension))) {
    levels.push_back(level.count());
  }
  return levels;
}

// Noise is a tolerance: more of it than asked for counts for nothing.
Market NoisyPorter() {
  Market market = EmptyMarket();
  market.jobs = {JobOf("porter", {TaskOf("fetch", 300, {{"noise", 4}}), TaskOf("tea", 300)})};
  market.candidates = {CandidateOf("ada", 600)};
  return market;
}

TEST(AnswerLevelsTest, ADemandIsAThreshold) {
  EXPECT_THAT(LevelsOf(NoisyPorter(), "noise"), ElementsAre(0, 4));
  EXPECT_THAT(LevelsOf(NoisyPorter(), "driving"), ElementsAre(0));
}

TEST(AnswerLevelsTest, SoIsEveryLevelFromWhichAdjustmentsReachIt) {
  Market market = NoisyPorter();
  market.adjustments = {AdjustmentOf("plugs", "noise", 1), AdjustmentOf("room", "noise", 2), AdjustmentOf("lamp", "reading", 1)};
  EXPECT_THAT(LevelsOf(market, "noise"), ElementsAre(0, 1, 2, 3, 4));
  market.jobs[0].ruled_out_adjustment_ids = {"plugs"};
  EXPECT_THAT(LevelsOf(market, "noise"), ElementsAre(0, 2, 4));
  market.adjustments[1].effects[0].only_tag = "elsewhere";
  EXPECT_THAT(LevelsOf(market, "noise"), ElementsAre(0, 4));
  market.jobs[0].tags = {"elsewhere"};
  EXPECT_THAT(LevelsOf(market, "noise"), ElementsAre(0, 2, 4));
  market.jobs[0].tasks[0].demands.clear();
  market.jobs[0].conditions = {{.dimension_id = "noise", .level = Level{4}}};  // Conditions have no tags.
  EXPECT_THAT(LevelsOf(market, "noise"), ElementsAre(0, 4));
}

TEST(AnswerLevelsTest, WhatHelpsMoreOnReducedDaysReachesItFromTwoLevels) {
  Market market = NoisyPorter();
  market.adjustments = {AdjustmentOf("room", "noise", 1)};
  market.adjustments[0].effects[0].reduced_raise = Level{1};
  EXPECT_THAT(LevelsOf(market, "noise"), ElementsAre(0, 2, 3, 4));
}

TEST(AnswerLevelsTest, AboveTheLeastDemandEveryLevelOfAnAbilityCounts) {
  Market market = NoisyPorter();
  market.jobs[0].tasks[0].demands = {{.dimension_id = "lifting", .level = Level{2}}};
  EXPECT_THAT(LevelsOf(market, "lifting"), ElementsAre(0, 2, 3, 4, 5));
  market.jobs[0].tasks[0].demands.clear();
  market.jobs[0].conditions = {{.dimension_id = "lifting", .level = Level{2}}};  // Ability unused is a matter of tasks.
  EXPECT_THAT(LevelsOf(market, "lifting"), ElementsAre(0, 2));
}

TEST(AnswerLevelsTest, AJobAsksInItsTasksOrItsConditions) {
  Market market = NoisyPorter();
  market.jobs[0].conditions = {{.dimension_id = "driving", .level = Level{1}, .source = Source::kStated},
                               {.dimension_id = "reading", .level = Level{0}, .source = Source::kStated}};
  const CompiledMarket compiled = CompileOrDie(market);
  const CompiledJob& porter = compiled.jobs[JobAt(compiled, "porter")];
  EXPECT_TRUE(AsksFor(porter, DimensionAt(compiled, "noise")));
  EXPECT_TRUE(AsksFor(porter, DimensionAt(compiled, "driving")));
  EXPECT_FALSE(AsksFor(porter, DimensionAt(compiled, "reading")));
  EXPECT_FALSE(AsksFor(porter, DimensionAt(compiled, "lifting")));
}

}  // namespace
}  // namespace jobcarve::test
