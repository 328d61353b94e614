// How far adjustments carry on one dimension.
#include "explain/gaps.h"

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "support/builders.h"

namespace jobcarve::internal {
namespace {

using test::AdjustmentAt;
using test::AdjustmentOf;
using test::DimensionAt;
using testing::ElementsAre;
using testing::IsEmpty;

// fetch (lifting 4, tag "stairs") and tea; ada has lifting 1. trolley: lifting +1, on stairs another +1; belt: lifting -1 on the
// demand, ada's own.
Market StairsMarket() {
  Market market = test::EmptyMarket();
  market.jobs = {test::JobOf("porter", {test::TaskOf("fetch", 300, {{"lifting", 4}}), test::TaskOf("tea", 60)})};
  market.jobs[0].tasks[0].tags = {"stairs"};
  market.candidates = {test::CandidateOf("ada", 600, {{"lifting", 1}})};
  market.adjustments = {AdjustmentOf("trolley", "lifting", 1), AdjustmentOf("belt", "lifting", 0)};
  market.adjustments[0].effects.push_back({.dimension_id = "lifting", .raise = Level{1}, .ease = Level{0}, .only_tag = "stairs"});
  market.adjustments[1].effects[0].ease = Level{1};
  market.candidates[0].own_adjustment_ids = {"belt"};
  return market;
}

TEST(GapsTest, EffectsWithATagCountWhereTheTagIs) {
  const CompiledMarket market = test::CompileOrDie(StairsMarket());
  const CompiledAdjustment& trolley = market.adjustments[AdjustmentAt(market, "trolley")];
  const DimensionIndex lifting = DimensionAt(market, "lifting");
  const CompiledJob& porter = market.jobs[JobIndex(0)];
  EXPECT_EQ(ContributionOf(trolley, lifting, porter.tasks[test::TaskAt(porter, "fetch")].tags, Day::kOrdinary), Level{2});
  EXPECT_EQ(ContributionOf(trolley, lifting, porter.tasks[test::TaskAt(porter, "tea")].tags, Day::kOrdinary), Level{1});
  EXPECT_EQ(ContributionOf(trolley, lifting, {}, Day::kOrdinary), Level{1});
  EXPECT_EQ(ContributionOf(trolley, DimensionAt(market, "reading"), {}, Day::kOrdinary), Level{0});
}

TEST(GapsTest, AReducedDayHasItsOwnLevelAndHelp) {
  Market input = StairsMarket();
  input.candidates[0].capabilities[0].reduced_level = Level{0};
  input.adjustments[1].effects[0].reduced_raise = Level{2};
  const CompiledMarket market = test::CompileOrDie(input);
  const CompiledDemand& fetch = market.jobs[JobIndex(0)].tasks[TaskIndex(0)].demands[0];
  const CompiledCapability& lifting = market.candidates[CandidateIndex(0)].capabilities[0];
  const AdjustmentIndex belt = AdjustmentAt(market, "belt");
  EXPECT_EQ(ReachOf(market, lifting, fetch, {}, {}, Day::kReduced).found, Level{0});
  EXPECT_EQ(LowerReachOf(market, lifting, fetch, {}, {}).found, Level{0});
  EXPECT_EQ(ReachOf(market, lifting, fetch, {}, {belt}, Day::kReduced).found, Level{3});
  EXPECT_EQ(LowerReachOf(market, lifting, fetch, {}, {belt}).found, Level{2});
}

TEST(GapsTest, OwnAdjustmentsAreInForceUnlessTheJobRulesThemOut) {
  Market input = StairsMarket();
  CompiledMarket market = test::CompileOrDie(input);
  const AdjustmentIndex belt = AdjustmentAt(market, "belt");
  const AdjustmentIndex trolley = AdjustmentAt(market, "trolley");
  EXPECT_THAT(InForce(market, CandidateIndex(0), JobIndex(0), {trolley}), ElementsAre(belt, trolley));
  input.jobs[0].ruled_out_adjustment_ids = {"belt"};
  market = test::CompileOrDie(input);
  EXPECT_THAT(InForce(market, CandidateIndex(0), JobIndex(0), {}), IsEmpty());
}

TEST(GapsTest, ReachIsLevelAndAllHelpAndNoMoreThanTheDemand) {
  Market input = StairsMarket();
  const CompiledMarket market = test::CompileOrDie(input);
  const CompiledJob& porter = market.jobs[JobIndex(0)];
  const CompiledTask& fetch = porter.tasks[test::TaskAt(porter, "fetch")];
  const CompiledCapability* const lifting = market.candidates[CandidateIndex(0)].Find(DimensionAt(market, "lifting"));
  const AdjustmentIndex belt = AdjustmentAt(market, "belt");
  const AdjustmentIndex trolley = AdjustmentAt(market, "trolley");
  const Reach nothing = ReachOf(market, *lifting, fetch.demands[0], fetch.tags, {}, Day::kOrdinary);
  EXPECT_EQ(nothing.found, Level{1});
  EXPECT_EQ(nothing.needed, Level{4});
  EXPECT_TRUE(nothing.is_short());
  EXPECT_EQ(ReachOf(market, *lifting, fetch.demands[0], fetch.tags, {belt}, Day::kOrdinary).found, Level{2});
  const Reach all = ReachOf(market, *lifting, fetch.demands[0], fetch.tags, {belt, trolley}, Day::kOrdinary);
  EXPECT_EQ(all.found, Level{4});
  EXPECT_FALSE(all.is_short());
  EXPECT_EQ(ReachOf(market, *lifting, fetch.demands[0], {}, {belt, trolley}, Day::kOrdinary).found, Level{3});
  input.candidates[0].capabilities[0].level = Level{5};
  const CompiledMarket stronger = test::CompileOrDie(input);
  const CompiledCapability* const more = stronger.candidates[CandidateIndex(0)].Find(DimensionAt(stronger, "lifting"));
  EXPECT_EQ(ReachOf(stronger, *more, fetch.demands[0], fetch.tags, {belt}, Day::kOrdinary).found, Level{4});
}

}  // namespace
}  // namespace jobcarve::internal
