// What is said of each adjustment, on one role; the contract as a whole is checked in plan/solve_random_test.cc.
#include "plan/proposed_adjustments.h"

#include <string>
#include <vector>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "support/builders.h"

namespace jobcarve::test {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

// fetch needs lifting 4, letters reading 3, tea nothing. Ada lifts 1 and reads 3. pairs: lifting +1, trolley: lifting +2.
Market Porter() {
  Market market = EmptyMarket();
  market.jobs = {
      JobOf("porter", {TaskOf("fetch", 300, {{"lifting", 4}}), TaskOf("letters", 300, {{"reading", 3}}), TaskOf("tea", 60)})};
  market.adjustments = {AdjustmentOf("pairs", "lifting", 1), AdjustmentOf("trolley", "lifting", 2)};
  market.candidates = {CandidateOf("ada", 660, {{"lifting", 1}, {"reading", 3}})};
  return market;
}

struct Told {
  std::vector<ProposedAdjustment> adjustments;
  std::optional<Pence> share;
};

Told AboutAllTasks(const Market& input) {
  const CompiledMarket market = CompileOrDie(input);
  Role role;
  role.form = Form::kWhole;
  role.tasks = market.jobs[JobIndex(0)].AllTasks();
  for (AdjustmentIndex adjustment : market.adjustments.Indices()) {
    role.adjustments.push_back(adjustment);
  }
  return {internal::AdjustmentsOf(market, CandidateIndex(0), JobIndex(0), role),
          internal::AccessToWorkShareOf(market, CandidateIndex(0), JobIndex(0), role)};
}

ClosedGap Gap(int64_t needed, int64_t before, int64_t after) {
  return {.needed = Level{needed}, .before = Level{before}, .after = Level{after}};
}

TEST(ProposedAdjustmentsTest, EachSaysItsOwnPartOfTheGapAndTheTasksThatNeedIt) {
  const Told told = AboutAllTasks(Porter());
  ASSERT_EQ(told.adjustments.size(), 2u);
  EXPECT_THAT(told.adjustments[0].closes_dimension_ids, ElementsAre("lifting"));
  EXPECT_THAT(told.adjustments[0].gaps, ElementsAre(Gap(4, 1, 2)));
  EXPECT_THAT(told.adjustments[1].gaps, ElementsAre(Gap(4, 1, 3)));
  EXPECT_THAT(told.adjustments[0].opens_task_ids, ElementsAre("fetch"));
  EXPECT_THAT(told.adjustments[1].opens_task_ids, ElementsAre("fetch"));
}

TEST(ProposedAdjustmentsTest, WhatOneCanDoWithoutOpensNothing) {
  Market market = Porter();
  market.adjustments[1].effects[0].raise = Level{3};  // The trolley alone is enough.
  const Told told = AboutAllTasks(market);
  EXPECT_THAT(told.adjustments[0].opens_task_ids, IsEmpty());
  EXPECT_THAT(told.adjustments[1].opens_task_ids, ElementsAre("fetch"));
  EXPECT_THAT(told.adjustments[1].gaps, ElementsAre(Gap(4, 1, 4)));
}

TEST(ProposedAdjustmentsTest, ACloserOfAConditionOpensAllTasks) {
  Market market = Porter();
  market.jobs[0].conditions = {{"noise", Level{2}, Source::kStated}};
  market.candidates[0].capabilities.push_back({.dimension_id = "noise", .level = Level{1}, .reduced_level = std::nullopt});
  market.adjustments = {AdjustmentOf("quiet", "noise", 1)};
  EXPECT_THAT(AboutAllTasks(market).adjustments[0].opens_task_ids, ElementsAre("fetch", "letters", "tea"));
}

TEST(ProposedAdjustmentsTest, TheWidestGapIsToldOnThePersonsLowestDay) {
  Market market = Porter();
  market.jobs[0].tasks[2].demands = {{"lifting", Level{5}, Source::kStated}};
  market.candidates[0].reduced_weeks = Permille{200};
  market.candidates[0].capabilities[0].reduced_level = Level{0};
  const Told told = AboutAllTasks(market);
  EXPECT_THAT(told.adjustments[0].gaps, ElementsAre(Gap(5, 0, 1)));
}

// With both adjustments Ada reaches 4 on ordinary days and 3 on others.
TEST(ProposedAdjustmentsTest, CoverClosesNoGapAndOpensWhatMustHold) {
  Market market = Porter();
  market.candidates[0].reduced_weeks = Permille{200};
  market.candidates[0].capabilities[0].reduced_level = Level{0};
  market.adjustments[0].effects.clear();
  market.adjustments[0].covers_reduced_days = true;
  market.adjustments[1].effects[0].raise = Level{3};
  EXPECT_THAT(AboutAllTasks(market).adjustments[0].opens_task_ids, IsEmpty());
  market.jobs[0].tasks[0].is_essential = true;
  market.jobs[0].essential_must_hold = true;
  EXPECT_THAT(AboutAllTasks(market).adjustments[0].opens_task_ids, ElementsAre("fetch"));
  EXPECT_THAT(AboutAllTasks(market).adjustments[0].closes_dimension_ids, IsEmpty());
  market.adjustments[1].effects[0].reduced_raise = Level{1};  // The trolley holds by itself.
  const Told told = AboutAllTasks(market);
  EXPECT_THAT(told.adjustments[0].opens_task_ids, IsEmpty());
  EXPECT_THAT(told.adjustments[1].opens_task_ids, ElementsAre("fetch"));
  EXPECT_THAT(told.adjustments[1].gaps, ElementsAre(Gap(4, 0, 4)));
}

TEST(ProposedAdjustmentsTest, TimesAndTheShareOfTheEmployersLimit) {
  Market market = Porter();
  Adjustment& trolley = market.adjustments[1];
  trolley.one_off = Pence{12'000};
  trolley.funder = Funder::kEmployer;
  trolley.lead_time = Days{20};
  trolley.late_lead_time = Days{60};
  trolley.interim = {.text = "two people lift", .lead_time = Days{1}};
  market.employers[0].max_adjustment_cost = Pence{70'000};
  const Told told = AboutAllTasks(market);
  EXPECT_EQ(told.adjustments[1].late_lead_time, Days{60});
  EXPECT_EQ(told.adjustments[1].interim_lead_time, Days{1});
  EXPECT_EQ(told.adjustments[1].employer_limit_share, Permille{171});  // 120 of 700 pounds.
  EXPECT_EQ(told.adjustments[0].interim_lead_time, std::nullopt);
  EXPECT_EQ(told.adjustments[0].employer_limit_share, std::nullopt);
}

// £4,000 of equipment by the grant, for the holder, at an employer of 120: 500 and a fifth of 3,500.
TEST(ProposedAdjustmentsTest, TheEmployersShareOfTheGrantIsForEquipmentOfWhoHoldsTheJob) {
  Market market = Porter();
  market.jobs[0].openings = 0;
  market.candidates[0].holds_job_id = "porter";
  market.employers[0].headcount = 120;
  market.adjustments[1].one_off = Pence{400'000};
  market.adjustments[1].funder = Funder::kAccessToWork;
  EXPECT_EQ(AboutAllTasks(market).share, Pence{120'000});
  market.employers[0].headcount = 12;
  EXPECT_EQ(AboutAllTasks(market).share, Pence{0});
  market.employers[0].headcount = std::nullopt;
  EXPECT_EQ(AboutAllTasks(market).share, std::nullopt);
  market.employers[0].headcount = 120;
  market.adjustments[1].kind = AdjustmentKind::kSupport;
  EXPECT_EQ(AboutAllTasks(market).share, std::nullopt);
  market.adjustments[1].kind = AdjustmentKind::kTechnical;
  market.candidates[0].holds_job_id = "";
  EXPECT_EQ(AboutAllTasks(market).share, std::nullopt);
}

}  // namespace
}  // namespace jobcarve::test
