#include "jobcarve/model/compiled.h"

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "support/builders.h"

namespace jobcarve {
namespace {

using test::AdjustmentAt;
using test::AdjustmentOf;
using test::CandidateOf;
using test::CompileOrDie;
using test::DimensionAt;
using test::JobOf;
using test::SmallMarket;
using test::TaskAt;
using test::TaskOf;
using testing::ElementsAre;
using testing::HasSubstr;

std::vector<std::pair<int64_t, int64_t>> PairsOf(const std::vector<Window>& windows) {
  std::vector<std::pair<int64_t, int64_t>> pairs;
  for (const Window& window : windows) {
    pairs.emplace_back(window.start.count(), window.end.count());
  }
  return pairs;
}

TEST(CompileTest, RefusesAMarketWithFaults) {
  Market market = SmallMarket();
  market.jobs[0].openings = -1;
  const absl::StatusOr<CompiledMarket> compiled = Compile(market);
  EXPECT_EQ(compiled.status().code(), absl::StatusCode::kInvalidArgument);
  EXPECT_THAT(compiled.status().message(), HasSubstr("jobs[0].openings: -1 is outside 0..1000000 (job 'porter')"));
}

TEST(CompileTest, SortsEveryListById) {
  const CompiledMarket market = CompileOrDie(SmallMarket());
  EXPECT_EQ(market.dimensions[DimensionIndex(0)].id, "driving");
  EXPECT_EQ(market.adjustments[AdjustmentIndex(0)].id, "reader");
  const CompiledJob& porter = market.jobs[JobIndex(0)];
  EXPECT_EQ(porter.tasks[TaskIndex(0)].id, "fetch");
  EXPECT_EQ(porter.tasks[TaskIndex(2)].id, "tea");
  EXPECT_EQ(porter.total_minutes, Minutes{1140});
}

TEST(CompileTest, FindsCapabilitiesByDimension) {
  const CompiledMarket market = CompileOrDie(SmallMarket());
  const CompiledCandidate& ada = market.candidates[CandidateIndex(0)];
  ASSERT_NE(ada.Find(DimensionAt(market, "reading")), nullptr);
  EXPECT_EQ(ada.Find(DimensionAt(market, "reading"))->level, Level{4});
  EXPECT_EQ(ada.Find(DimensionAt(market, "reading"))->reduced_level, Level{4});
  EXPECT_EQ(ada.Find(DimensionAt(market, "noise")), nullptr);
}

TEST(CompileTest, DropsDemandsOfLevelZero) {
  Market market = SmallMarket();
  market.jobs[0].tasks[0].demands.push_back({.dimension_id = "reading", .level = Level{0}});
  const CompiledMarket compiled = CompileOrDie(market);
  EXPECT_EQ(compiled.jobs[JobIndex(0)].tasks[TaskIndex(0)].demands.size(), 1U);
}

TEST(CompileTest, SumsEffectsOfOneDimensionAndTag) {
  Market market = SmallMarket();
  market.adjustments[0].effects = {
      {.dimension_id = "lifting", .raise = Level{1}, .ease = Level{2}, .only_tag = ""},
      {.dimension_id = "lifting", .raise = Level{0}, .ease = Level{1}, .only_tag = "wet"},
      {.dimension_id = "lifting", .raise = Level{1}, .ease = Level{0}, .only_tag = ""},
  };
  const CompiledMarket compiled = CompileOrDie(market);
  const CompiledAdjustment& trolley = compiled.adjustments[AdjustmentAt(compiled, "trolley")];
  ASSERT_EQ(trolley.effects.size(), 2U);
  EXPECT_EQ(trolley.effects[0].amount, Level{4});
  EXPECT_EQ(trolley.effects[0].only_tag, std::nullopt);
  EXPECT_EQ(trolley.effects[1].amount, Level{1});
  EXPECT_EQ(compiled.tags[*trolley.effects[1].only_tag], "wet");
}

TEST(CompileTest, ExclusionsHoldInBothDirections) {
  Market market = SmallMarket();
  market.adjustments[0].excludes_ids = {"reader"};
  const CompiledMarket compiled = CompileOrDie(market);
  const AdjustmentIndex reader = AdjustmentAt(compiled, "reader");
  const AdjustmentIndex trolley = AdjustmentAt(compiled, "trolley");
  EXPECT_THAT(compiled.adjustments[reader].excluded, ElementsAre(trolley));
  EXPECT_THAT(compiled.adjustments[trolley].excluded, ElementsAre(reader));
}

TEST(CompileTest, FirstYearCostIsOneOffAndFiftyTwoWeeks) {
  Market market = SmallMarket();
  market.adjustments[0].weekly = Pence{100};
  const CompiledMarket compiled = CompileOrDie(market);
  EXPECT_EQ(compiled.adjustments[AdjustmentAt(compiled, "trolley")].first_year_cost, Pence{12'000 + 5'200});
}

TEST(CompileTest, MergesWindowsAndCutsThoseOfTasksToTheirJobs) {
  Market market = SmallMarket();
  market.jobs[0].windows = {{Minutes{300}, Minutes{600}}, {Minutes{0}, Minutes{300}}, {Minutes{1000}, Minutes{2000}}};
  market.jobs[0].tasks[0].windows = {{Minutes{500}, Minutes{1500}}};
  const CompiledMarket compiled = CompileOrDie(market);
  const CompiledJob& porter = compiled.jobs[JobIndex(0)];
  EXPECT_THAT(PairsOf(porter.windows), ElementsAre(std::pair(0, 600), std::pair(1000, 2000)));
  EXPECT_THAT(PairsOf(porter.tasks[TaskAt(porter, "fetch")].windows), ElementsAre(std::pair(500, 600), std::pair(1000, 1500)));
  EXPECT_THAT(PairsOf(porter.tasks[TaskAt(porter, "tea")].windows), ElementsAre(std::pair(0, 600), std::pair(1000, 2000)));
  EXPECT_THAT(PairsOf(compiled.candidates[CandidateIndex(0)].availability), ElementsAre(std::pair(0, 10080)));
}

TEST(CompileTest, ATaskWithoutCommonWindowsHasNone) {
  Market market = SmallMarket();
  market.jobs[0].windows = {{Minutes{0}, Minutes{100}}};
  market.jobs[0].tasks[0].windows = {{Minutes{100}, Minutes{200}}};
  const CompiledMarket compiled = CompileOrDie(market);
  EXPECT_THAT(compiled.jobs[JobIndex(0)].tasks[TaskIndex(0)].windows, testing::IsEmpty());
}

TEST(CompileTest, AbsentDatesAreAsOf) {
  Market market = SmallMarket();
  market.jobs[0].latest_start = "2026-12-01";
  const CompiledMarket compiled = CompileOrDie(market);
  EXPECT_EQ(FormatDate(compiled.as_of), "2026-11-02");
  EXPECT_EQ(compiled.jobs[JobIndex(0)].earliest_start, compiled.as_of);
  EXPECT_EQ(FormatDate(*compiled.jobs[JobIndex(0)].latest_start), "2026-12-01");
  EXPECT_EQ(compiled.candidates[CandidateIndex(0)].available_from, compiled.as_of);
}

TEST(CompileTest, GivesEachTaskItsJobsTags) {
  Market market = SmallMarket();
  market.jobs[0].tags = {"outdoors", "early"};
  market.jobs[0].tasks[2].tags = {"kitchen", "early"};
  const CompiledMarket compiled = CompileOrDie(market);
  std::vector<std::string> tags;
  for (TagIndex tag : compiled.jobs[JobIndex(0)].tasks[TaskIndex(2)].tags) {
    tags.push_back(compiled.tags[tag]);
  }
  EXPECT_THAT(tags, ElementsAre("early", "kitchen", "outdoors"));
}

TEST(CompileTest, CarvedPayAndFormsHaveTheirDefaults) {
  Market market = SmallMarket();
  const CompiledJob by_default = CompileOrDie(market).jobs[JobIndex(0)];
  EXPECT_EQ(by_default.carved_pay_per_hour, Pence{1260});
  EXPECT_TRUE(by_default.allows_whole && by_default.allows_stripped && by_default.allows_carved);
  market.jobs[0].carving.forms = {Form::kCarved};
  market.jobs[0].carving.carved_pay_per_hour = Pence{1100};
  market.jobs[0].carving.must_stay_task_ids = {"tea"};
  market.jobs[0].tasks[0].is_essential = true;
  const CompiledJob carved = CompileOrDie(market).jobs[JobIndex(0)];
  EXPECT_EQ(carved.carved_pay_per_hour, Pence{1100});
  EXPECT_FALSE(carved.allows_whole || carved.allows_stripped);
  EXPECT_EQ(carved.must_stay, SetOf(TaskIndex(2)));
  EXPECT_EQ(carved.essential, SetOf(TaskIndex(0)));
}

TEST(CompileTest, KnowsWhoHoldsAJobAndWhichJourneysAreKnown) {
  Market market = SmallMarket();
  market.jobs[0].openings = 0;
  market.candidates[0].holds_job_id = "porter";
  market.travel_times = {{.candidate_id = "ada", .site_id = "site", .minutes = Minutes{25}}};
  const CompiledMarket compiled = CompileOrDie(market);
  EXPECT_EQ(compiled.jobs[JobIndex(0)].holder, CandidateIndex(0));
  EXPECT_EQ(compiled.candidates[CandidateIndex(0)].holds_job, JobIndex(0));
  EXPECT_THAT(compiled.candidates[CandidateIndex(0)].known_journeys, ElementsAre(std::pair(SiteIndex(0), Minutes{25})));
}

TEST(CompileTest, SortsLinksAndSaysEachOnce) {
  Market market = SmallMarket();
  market.jobs[0].links = {test::NeedsOf("tea", "fetch"), test::BondOf("tea", "letters"), test::BondOf("letters", "tea")};
  const CompiledMarket compiled = CompileOrDie(market);
  const std::vector<CompiledLink>& links = compiled.jobs[JobIndex(0)].links;
  ASSERT_EQ(links.size(), 2U);
  EXPECT_EQ(links[0].kind, LinkKind::kBond);
  EXPECT_EQ(links[0].task, TaskIndex(1));
  EXPECT_EQ(links[0].other, TaskIndex(2));
  EXPECT_EQ(links[1].kind, LinkKind::kNeeds);
  EXPECT_EQ(links[1].task, TaskIndex(2));
}

TEST(CompileTest, SixtyFourTasksFillASet) {
  Market market = SmallMarket();
  market.jobs[0].tasks.clear();
  for (int i = 0; i < 64; ++i) {
    market.jobs[0].tasks.push_back(TaskOf("t" + std::to_string(100 + i), 10));
  }
  const CompiledMarket compiled = CompileOrDie(market);
  EXPECT_EQ(compiled.jobs[JobIndex(0)].AllTasks(), ~TaskSet{0});
}

}  // namespace
}  // namespace jobcarve
