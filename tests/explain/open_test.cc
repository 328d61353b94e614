// Each kind of barrier by itself, with the figures that proto/README.md says, and what happens where barriers hang together.
// Random pairs against brute force: open_random_test.cc.
#include "jobcarve/explain/open.h"

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "jobcarve/explain/explain.h"
#include "support/builders.h"

namespace jobcarve {

// How gtest shows a barrier.
inline void PrintTo(const NamedBarrier& barrier, std::ostream* out) {
  *out << "kind " << static_cast<int>(barrier.kind) << " '" << barrier.dimension_id << "' "
       << testing::PrintToString(barrier.task_ids) << " found " << barrier.found << " needed " << barrier.needed;
}

namespace test {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

struct Answer {
  std::optional<Nearest> nearest;  // What would open porter to ada.
  std::vector<BarrierKind> kinds;
};

Answer Ask(const Market& market, const SolveOptions& options = {}, size_t max_barriers = 64) {
  const CompiledMarket compiled = CompileOrDie(market);
  const CandidateIndex ada = CandidateAt(compiled, "ada");
  const JobIndex porter = JobAt(compiled, "porter");
  Answer answer = {.nearest = std::nullopt, .kinds = BarrierKindsOf(compiled, ada, porter, options)};
  if (const std::optional<OpenedRole> opened = WhatWouldOpen(compiled, ada, porter, options, max_barriers)) {
    answer.nearest = NearestOf(compiled, porter, opened->barriers, opened->role);
  }
  return answer;
}

// One task of 600 minutes that ada can do, in a job that is to be done whole.
Market OpenMarket() {
  Market market = EmptyMarket();
  market.jobs = {JobOf("porter", {TaskOf("fetch", 600, {{"lifting", 3}})})};
  market.jobs[0].carving.forms = {Form::kWhole};
  market.candidates = {CandidateOf("ada", 600, {{"lifting", 3}})};
  return market;
}

NamedBarrier BarrierOf(BarrierKind kind, int64_t found = 0, int64_t needed = 0, std::vector<std::string> task_ids = {}) {
  return {.kind = kind, .dimension_id = "", .task_ids = std::move(task_ids), .found = found, .needed = needed};
}

NamedBarrier GapOf(BarrierKind kind, const std::string& dimension_id, int64_t found, int64_t needed,
                   std::vector<std::string> task_ids = {}) {
  return {.kind = kind, .dimension_id = dimension_id, .task_ids = std::move(task_ids), .found = found, .needed = needed};
}

struct AloneCase {
  std::string name;
  std::function<void(Market&)> change;
  NamedBarrier barrier;
};

TEST(OpenTest, APossibleRoleNeedsNothing) {
  const Answer answer = Ask(OpenMarket());
  ASSERT_TRUE(answer.nearest.has_value());
  EXPECT_THAT(answer.nearest->barriers, IsEmpty());
  EXPECT_THAT(answer.kinds, IsEmpty());
}

TEST(OpenTest, EachBarrierByItselfIsNamedWithItsFigures) {
  const std::vector<AloneCase> cases = {
      {"a gap on a task", [](Market& m) { m.candidates[0].capabilities[0].level = Level{1}; },
       GapOf(BarrierKind::kCapability, "lifting", 1, 3, {"fetch"})},
      {"a gap that the own adjustment half closes",
       [](Market& m) {
         m.candidates[0].capabilities[0].level = Level{1};
         m.adjustments = {AdjustmentOf("belt", "lifting", 1)};
         m.candidates[0].own_adjustment_ids = {"belt"};
       },
       GapOf(BarrierKind::kCapability, "lifting", 2, 3, {"fetch"})},
      {"a condition",
       [](Market& m) {
         m.jobs[0].conditions = {{.dimension_id = "noise", .level = Level{4}}};
         m.candidates[0].capabilities.push_back({.dimension_id = "noise", .level = Level{1}, .reduced_level = std::nullopt});
       },
       GapOf(BarrierKind::kCondition, "noise", 1, 4)},
      {"a gap on reduced days, where it must hold",
       [](Market& m) {
         m.jobs[0].essential_must_hold = m.jobs[0].tasks[0].is_essential = true;
         m.candidates[0].reduced_weeks = Permille{100};
         m.candidates[0].capabilities[0].reduced_level = Level{1};
       },
       GapOf(BarrierKind::kCapability, "lifting", 1, 3, {"fetch"})},
      {"a condition on reduced days",
       [](Market& m) {
         m.jobs[0].essential_must_hold = m.jobs[0].tasks[0].is_essential = true;
         m.jobs[0].conditions = {{.dimension_id = "noise", .level = Level{2}}};
         m.candidates[0].reduced_weeks = Permille{100};
         m.candidates[0].capabilities.push_back({.dimension_id = "noise", .level = Level{2}, .reduced_level = Level{1}});
       },
       GapOf(BarrierKind::kCondition, "noise", 1, 2)},
      {"too short a job",
       [](Market& m) {
         m.candidates[0].min_weekly_minutes = m.candidates[0].preferred_weekly_minutes = Minutes{700};
         m.candidates[0].max_weekly_minutes = Minutes{800};
       },
       BarrierOf(BarrierKind::kFewestHours, 600, 700)},
      {"too long a job",
       [](Market& m) { m.candidates[0].max_weekly_minutes = m.candidates[0].preferred_weekly_minutes = Minutes{300}; },
       BarrierOf(BarrierKind::kMostHours, 300, 600)},
      {"too little time in common",
       [](Market& m) {
         m.candidates[0].availability = {{Minutes{480}, Minutes{720}}};
       },
       BarrierOf(BarrierKind::kAvailability, 240, 600)},
      {"a task at the wrong time",
       [](Market& m) {
         m.jobs[0].tasks[0].windows = {{Minutes{0}, Minutes{700}}};
         m.candidates[0].availability = {{Minutes{600}, Minutes{1'800}}};
       },
       BarrierOf(BarrierKind::kAvailability, 100, 600, {"fetch"})},
      {"a long journey",
       [](Market& m) {
         m.travel_times = {{.candidate_id = "ada", .site_id = "site", .minutes = Minutes{90}}};
         m.candidates[0].max_travel = Minutes{60};
       },
       BarrierOf(BarrierKind::kJourney, 90, 60)},
      {"low pay", [](Market& m) { m.candidates[0].min_pay_per_hour = Pence{1'500}; }, BarrierOf(BarrierKind::kPay, 1'260, 1'500)},
      {"a cap on earnings", [](Market& m) { m.candidates[0].max_weekly_earnings = Pence{6'300}; },
       BarrierOf(BarrierKind::kEarningsCap, 300, 600)},
      {"a late start",
       [](Market& m) {
         m.jobs[0].latest_start = "2026-11-05";
         m.candidates[0].available_from = "2026-11-10";
       },
       BarrierOf(BarrierKind::kStart, 8, 3)},
      {"a held post",
       [](Market& m) {
         m.jobs[0].openings = 0;
         m.jobs[0].tasks.push_back(TaskOf("tea", 240));
         m.jobs[0].carving.forms = {};
         m.candidates.push_back(CandidateOf("bea", 1'200));
         m.candidates[1].holds_job_id = "porter";
       },
       BarrierOf(BarrierKind::kHeld)},
      {"the person's words",
       [](Market& m) {
         m.jobs[0].tasks[0].tags = {"dirt"};
         m.candidates[0].preferences = {{.tag = "dirt", .strength = Permille{-1'000}, .is_non_negotiable = true}};
       },
       BarrierOf(BarrierKind::kNonNegotiable, 0, 0, {"fetch"})},
      {"the rules of the residual",
       [](Market& m) {
         m.jobs[0].tasks.push_back(TaskOf("tea", 240));
         m.jobs[0].carving.forms = {Form::kCarved};
         m.jobs[0].carving.residual.min_weekly_minutes = Minutes{800};
       },
       BarrierOf(BarrierKind::kEmployerRules)},
  };
  for (const AloneCase& one : cases) {
    SCOPED_TRACE(one.name);
    Market market = OpenMarket();
    one.change(market);
    const Answer answer = Ask(market);
    ASSERT_TRUE(answer.nearest.has_value());
    EXPECT_THAT(answer.nearest->barriers, ElementsAre(one.barrier));
    EXPECT_THAT(answer.kinds, ElementsAre(one.barrier.kind));
  }
}

TEST(OpenTest, LimitsOnAdjustmentsAreOneBarrierWhereTheGapsAreTwo) {
  Market market = OpenMarket();
  market.jobs[0].tasks[0].demands.push_back({.dimension_id = "reading", .level = Level{3}});
  market.candidates[0].capabilities = {{.dimension_id = "lifting", .level = Level{1}, .reduced_level = std::nullopt},
                                       {.dimension_id = "reading", .level = Level{0}, .reduced_level = std::nullopt}};
  market.adjustments = {AdjustmentOf("reader", "reading", 3), AdjustmentOf("trolley", "lifting", 2)};
  SolveOptions options;
  options.max_adjustments = 0;
  const Answer answer = Ask(market, options);
  ASSERT_TRUE(answer.nearest.has_value());
  EXPECT_THAT(answer.nearest->barriers, ElementsAre(BarrierOf(BarrierKind::kAdjustmentLimits)));
  EXPECT_THAT(answer.nearest->adjustment_ids, ElementsAre("reader", "trolley"));
  EXPECT_THAT(answer.kinds, ElementsAre(BarrierKind::kCapability));  // The first kind that is enough by itself.
}

TEST(OpenTest, AllGapsOfAKindAreNamedByDimension) {
  Market market = OpenMarket();
  market.jobs[0].tasks = {TaskOf("fetch", 600, {{"lifting", 3}, {"reading", 4}})};
  market.candidates[0] = CandidateOf("ada", 600, {{"lifting", 1}, {"reading", 2}});
  const Answer answer = Ask(market);
  ASSERT_TRUE(answer.nearest.has_value());
  EXPECT_THAT(answer.nearest->barriers, ElementsAre(GapOf(BarrierKind::kCapability, "lifting", 1, 3, {"fetch"}),
                                                    GapOf(BarrierKind::kCapability, "reading", 2, 4, {"fetch"})));
  EXPECT_FALSE(Ask(market, {}, 1).nearest.has_value());  // Two are more than one.
  EXPECT_TRUE(Ask(market, {}, 2).nearest.has_value());
}

TEST(OpenTest, AGapIsToldOfTheTaskThatAsksForMost) {
  Market market = OpenMarket();
  market.jobs[0].tasks = {TaskOf("carry", 200, {{"lifting", 2}}), TaskOf("fetch", 200, {{"lifting", 5}}), TaskOf("tea", 100)};
  market.jobs[0].links = {BondOf("carry", "fetch"), BondOf("carry", "tea")};
  market.candidates[0].capabilities[0].level = Level{1};
  const Answer answer = Ask(market);
  ASSERT_TRUE(answer.nearest.has_value());
  EXPECT_THAT(answer.nearest->barriers, ElementsAre(GapOf(BarrierKind::kCapability, "lifting", 1, 5, {"carry", "fetch"})));
}

TEST(OpenTest, FourBarriersThatAllStandAreAllNamed) {
  Market market = OpenMarket();
  market.candidates[0].capabilities[0].level = Level{0};
  market.candidates[0].min_pay_per_hour = Pence{2'000};
  market.candidates[0].available_from = "2027-01-01";
  market.jobs[0].latest_start = "2026-12-01";
  market.candidates[0].preferences = {{.tag = "dirt", .strength = Permille{-1'000}, .is_non_negotiable = true}};
  market.jobs[0].tags = {"dirt"};
  const Answer answer = Ask(market);
  ASSERT_TRUE(answer.nearest.has_value());
  EXPECT_THAT(answer.nearest->barriers,
              ElementsAre(GapOf(BarrierKind::kCapability, "lifting", 0, 3, {"fetch"}), BarrierOf(BarrierKind::kPay, 1'260, 2'000),
                          BarrierOf(BarrierKind::kStart, 60, 29), BarrierOf(BarrierKind::kNonNegotiable, 0, 0, {"fetch"})));
  EXPECT_THAT(answer.kinds, ElementsAre(BarrierKind::kPay, BarrierKind::kStart));  // What can be proven at a glance.
}

TEST(OpenTest, ABarrierThatStandsOnlyWithAnotherGoesWithIt) {
  // The cap allows 400 minutes: less than ada wants at least, but more than the job has.
  Market market = OpenMarket();
  market.jobs[0].tasks[0].weekly_minutes = Minutes{300};
  market.candidates[0].min_weekly_minutes = Minutes{600};
  market.candidates[0].max_weekly_earnings = Pence{8'400};
  const Answer answer = Ask(market);
  ASSERT_TRUE(answer.nearest.has_value());
  EXPECT_THAT(answer.nearest->barriers, ElementsAre(BarrierOf(BarrierKind::kFewestHours, 300, 600)));
}

TEST(OpenTest, OneOfTwoWaysIsTakenAndItIsTheBetterOne) {
  // 840 minutes whole are too long for ada. More hours would do, or a carved role; carved is worth more to her.
  Market market = OpenMarket();
  market.jobs[0].tasks.push_back(TaskOf("tea", 240));
  market.candidates[0] = CandidateOf("ada", 300, {{"lifting", 3}});
  const Answer answer = Ask(market);
  ASSERT_TRUE(answer.nearest.has_value());
  EXPECT_THAT(answer.nearest->barriers, ElementsAre(BarrierOf(BarrierKind::kEmployerRules)));
  EXPECT_EQ(answer.nearest->form, Form::kCarved);
  EXPECT_THAT(answer.nearest->task_ids, ElementsAre("tea"));
}

TEST(OpenTest, NothingOpensAPostOfOneTaskThatIsFilled) {
  Market market = OpenMarket();
  market.jobs[0].openings = 0;
  const Answer filled = Ask(market);
  EXPECT_FALSE(filled.nearest.has_value());
  EXPECT_THAT(filled.kinds, ElementsAre(BarrierKind::kEmployerRules));
  market.candidates.push_back(CandidateOf("bea", 600));
  market.candidates[1].holds_job_id = "porter";
  const Answer held = Ask(market);
  EXPECT_FALSE(held.nearest.has_value());
  EXPECT_THAT(held.kinds, ElementsAre(BarrierKind::kHeld, BarrierKind::kEmployerRules));
}

TEST(OpenTest, NothingOpensAFilledPostWhoseTasksAreBonded) {
  Market market = OpenMarket();
  market.jobs[0].openings = 0;
  market.jobs[0].tasks.push_back(TaskOf("tea", 240));
  market.jobs[0].carving.forms = {};
  market.jobs[0].links = {BondOf("fetch", "tea")};
  const Answer answer = Ask(market);
  EXPECT_FALSE(answer.nearest.has_value());
  EXPECT_THAT(answer.kinds, ElementsAre(BarrierKind::kEmployerRules));
}

TEST(OpenTest, AFilledPostOfSeveralTasksOpensForACarvedRoleOnly) {
  Market market = OpenMarket();
  market.jobs[0].openings = 0;
  market.jobs[0].tasks.push_back(TaskOf("tea", 240));
  const Answer answer = Ask(market);
  ASSERT_TRUE(answer.nearest.has_value());
  EXPECT_THAT(answer.nearest->barriers, ElementsAre(BarrierOf(BarrierKind::kEmployerRules)));
  EXPECT_EQ(answer.nearest->form, Form::kCarved);
}

TEST(OpenTest, AConditionThatAdjustmentsCouldCloseIsStillACondition) {
  Market market = OpenMarket();
  market.jobs[0].conditions = {{.dimension_id = "noise", .level = Level{4}}};
  market.candidates[0].capabilities.push_back({.dimension_id = "noise", .level = Level{1}, .reduced_level = std::nullopt});
  market.adjustments = {AdjustmentOf("muffs", "noise", 3)};
  market.adjustments[0].one_off = Pence{9'000};
  market.adjustments[0].funder = Funder::kEmployer;
  market.employers[0].max_adjustment_cost = Pence{1'000};
  const Answer answer = Ask(market);
  ASSERT_TRUE(answer.nearest.has_value());
  EXPECT_THAT(answer.nearest->barriers, ElementsAre(GapOf(BarrierKind::kCondition, "noise", 1, 4)));
  EXPECT_THAT(answer.kinds, ElementsAre(BarrierKind::kCondition));
}

TEST(OpenTest, AnUnknownCapabilityIsNoBarrier) {
  Market market = OpenMarket();
  market.candidates[0].capabilities.clear();
  market.candidates[0].min_pay_per_hour = Pence{1'500};
  const Answer answer = Ask(market);
  ASSERT_TRUE(answer.nearest.has_value());
  EXPECT_THAT(answer.nearest->barriers, ElementsAre(BarrierOf(BarrierKind::kPay, 1'260, 1'500)));
}

}  // namespace
}  // namespace test
}  // namespace jobcarve
