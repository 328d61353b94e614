// A feasible role, and for each rule the change that breaks it, named in the message.
#include "jobcarve/carve/feasible.h"

#include <gtest/gtest.h>

#include <functional>

#include "absl/strings/match.h"
#include "support/builders.h"
#include "support/status_matchers.h"

namespace jobcarve::test {
namespace {

// "a" is essential and bonded with "b"; "c" needs "a"; "d" is marginal, "x" can take it. "aid" lifts ann to "a".
Market Ward() {
  Market market = EmptyMarket();
  Job job = JobOf("ward", {TaskOf("a", 300, {{"lifting", 3}}), TaskOf("b", 120), TaskOf("c", 60), TaskOf("d", 60)});
  job.tasks[0].is_essential = true;
  job.tasks[3].tags = {"night"};
  job.links = {BondOf("a", "b"), NeedsOf("c", "a")};
  job.co_workers = {{.id = "x", .spare_minutes = Minutes{60}}};
  market.jobs.push_back(job);
  market.candidates.push_back(CandidateOf("ann", 900, {{"lifting", 2}, {"noise", 1}}));
  market.adjustments = {AdjustmentOf("aid", "lifting", 1)};
  return market;
}

Role GoodRole() {
  Role role;
  role.form = Form::kStripped;
  role.tasks = 0b0111;
  role.adjustments = {AdjustmentIndex(0)};
  role.handed_over = {{.task = TaskIndex(3), .co_worker = CoWorkerIndex(0)}};
  return role;
}

absl::Status Check(const Market& market, const Role& role, const SolveOptions& options = {}) {
  return CheckFeasible(CompileOrDie(market), CandidateIndex(0), JobIndex(0), role, options);
}

TEST(FeasibleTest, AcceptsAGoodRole) {
  EXPECT_OK(Check(Ward(), GoodRole()));
}

TEST(FeasibleTest, NamesTheRuleThatARoleBreaks) {
  struct Case {
    std::string says;
    std::function<void(Role&)> change;
  };
  const std::vector<Case> cases = {
      {"is no set of tasks", [](Role& role) { role.tasks = 0; }},
      {"is no set of tasks", [](Role& role) { role.tasks |= 16; }},
      {"reaches 2 of 3", [](Role& role) { role.adjustments.clear(); }},
      {"link between tasks", [](Role& role) { role.tasks = 0b0101; }},
      {"WHOLE means all tasks", [](Role& role) { role.form = Form::kWhole; }},
      {"only STRIPPED hands", [](Role& role) { role.form = Form::kCarved; }},
      {"essential task", [](Role& role) { role.tasks = 0b1000; }},
      {"has no taker", [](Role& role) { role.handed_over.clear(); }},
      {"out of order or listed twice", [](Role& role) { role.adjustments.push_back(AdjustmentIndex(0)); }},
  };
  for (const Case& broken : cases) {
    Role role = GoodRole();
    broken.change(role);
    const absl::Status status = Check(Ward(), role);
    EXPECT_TRUE(absl::StrContains(status.message(), broken.says)) << status << " does not say " << broken.says;
  }
}

TEST(FeasibleTest, NamesTheRuleThatAMarketBreaks) {
  struct Case {
    std::string says;
    std::function<void(Market&)> change;
  };
  const std::vector<Case> cases = {
      {"conditions: 'noise'", [](Market& m) { m.jobs[0].conditions = {{.dimension_id = "noise", .level = Level{2}}}; }},
      {"travels with the person", [](Market& m) { m.candidates[0].own_adjustment_ids = {"aid"}; }},
      {"is ruled out at job", [](Market& m) { m.jobs[0].ruled_out_adjustment_ids = {"aid"}; }},
      {"weekly minutes: 480", [](Market& m) { m.candidates[0].min_weekly_minutes = Minutes{481}; }},
      {"earnings", [](Market& m) { m.candidates[0].max_weekly_earnings = Pence{10'079}; }},
      {"windows of person and job",
       [](Market& m) { m.candidates[0].availability = {{.start = Minutes{0}, .end = Minutes{479}}}; }},
      {"pay: 1260", [](Market& m) { m.candidates[0].min_pay_per_hour = Pence{1261}; }},
      {"has too few spare minutes", [](Market& m) { m.jobs[0].co_workers[0].spare_minutes = Minutes{59}; }},
      {"needs an opening", [](Market& m) { m.jobs[0].openings = 0; }},
      {"is not allowed", [](Market& m) { m.jobs[0].carving.forms = {Form::kWhole}; }},
  };
  for (const Case& broken : cases) {
    Market market = Ward();
    broken.change(market);
    const absl::Status status = Check(market, GoodRole());
    EXPECT_TRUE(absl::StrContains(status.message(), broken.says)) << status << " does not say " << broken.says;
  }
  SolveOptions none;
  none.max_adjustments = 0;
  EXPECT_TRUE(absl::StrContains(Check(Ward(), GoodRole(), none).message(), "is more than 0"));
}

// On a reduced day ann reaches 2 of the 3 that "a" asks for.
TEST(FeasibleTest, WhatMustHoldOnReducedDaysHoldsOrIsCovered) {
  Market market = Ward();
  market.candidates[0].reduced_weeks = Permille{200};
  market.candidates[0].capabilities[0].reduced_level = Level{1};
  EXPECT_OK(Check(market, GoodRole()));  // Only a warning.
  market.jobs[0].essential_must_hold = true;
  EXPECT_TRUE(absl::StrContains(Check(market, GoodRole()).message(), "task 'a': 'lifting' reaches 2 of 3 on reduced days"));
  Market deferrable = market;
  deferrable.jobs[0].tasks[0].is_deferrable = true;
  EXPECT_OK(Check(deferrable, GoodRole()));
  Market covered = market;
  covered.adjustments[0].covers_reduced_days = true;
  EXPECT_OK(Check(covered, GoodRole()));
  Market later = market;
  later.adjustments[0].effects[0].reduced_raise = Level{1};
  EXPECT_OK(Check(later, GoodRole()));
  later.jobs[0].conditions = {{.dimension_id = "noise", .level = Level{1}}};
  EXPECT_OK(Check(later, GoodRole()));
  later.candidates[0].capabilities[1].reduced_level = Level{0};
  EXPECT_TRUE(absl::StrContains(Check(later, GoodRole()).message(), "conditions: 'noise' reaches 0 of 1 on reduced days"));
}

TEST(FeasibleTest, TheStartWaitsForTheLongestLeadTime) {
  Market market = Ward();
  market.adjustments[0].lead_time = Days{10};
  const CompiledMarket compiled = CompileOrDie(market);
  EXPECT_EQ(EarliestStart(compiled, CandidateIndex(0), JobIndex(0), {AdjustmentIndex(0)}), compiled.as_of + Days{10});
  EXPECT_EQ(EarliestStart(compiled, CandidateIndex(0), JobIndex(0), {}), compiled.as_of);
}

}  // namespace
}  // namespace jobcarve::test
