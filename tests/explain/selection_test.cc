// One porter, one candidate, levels that a reader can check. The contract as a whole: plan/solve_random_test.cc.
#include "jobcarve/explain/selection.h"

#include <vector>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "support/builders.h"

namespace jobcarve {

// How gtest shows one.
inline void PrintTo(const ProposedRoute& route, std::ostream* out) {
  *out << route.dimension_id << " " << route.selection_level.count() << " > " << route.role_level.count() << " by "
       << static_cast<int>(route.kind);
}

namespace test {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

// fetch needs lifting 2, letters reading 1. The talk asks for reading 3. Ada reads 2 and lifts 3.
Market Talk(std::vector<SelectionRoute> routes) {
  Market market = EmptyMarket();
  market.jobs = {JobOf("porter", {TaskOf("fetch", 300, {{"lifting", 2}}), TaskOf("letters", 300, {{"reading", 1}})})};
  market.jobs[0].selection = Selection{.demands = {{"reading", Level{3}, Source::kStated}}, .routes = std::move(routes)};
  market.candidates = {CandidateOf("ada", 600, {{"lifting", 3}, {"reading", 2}})};
  return market;
}

std::vector<ProposedRoute> RoutesFor(const Market& input, const std::vector<std::string>& tasks) {
  const CompiledMarket market = CompileOrDie(input);
  Role role;
  role.tasks = TasksAt(market.jobs[JobAt(market, "porter")], tasks);
  return RoutesOf(market, CandidateAt(market, "ada"), JobAt(market, "porter"), role);
}

ProposedRoute Reading(int64_t role_level, RouteKind kind) {
  return {.dimension_id = "reading", .selection_level = Level{3}, .role_level = Level{role_level}, .kind = kind};
}

const SelectionRoute kTrial = {.kind = RouteKind::kWorkTrial, .removes_dimension_ids = {}};
const SelectionRoute kWorking = {.kind = RouteKind::kWorkingInterview, .removes_dimension_ids = {}};
const SelectionRoute kQuestions = {.kind = RouteKind::kQuestionsInAdvance, .removes_dimension_ids = {"reading"}};

TEST(SelectionTest, NamesTheLeastChangeThatTakesTheDemandAway) {
  EXPECT_THAT(RoutesFor(Talk({kTrial, kWorking}), {"letters"}), ElementsAre(Reading(1, RouteKind::kWorkingInterview)));
  EXPECT_THAT(RoutesFor(Talk({kTrial, kQuestions, kWorking}), {"letters"}),
              ElementsAre(Reading(1, RouteKind::kQuestionsInAdvance)));
}

// Questions in advance would do for reading, but nobody has to talk at all where the work is tried.
TEST(SelectionTest, ARouteThatReplacesTheTalkStandsForAllOfIt) {
  Market market = Talk({kQuestions, kTrial});
  market.jobs[0].selection->demands.push_back({"noise", Level{2}, Source::kStated});
  market.candidates[0].capabilities.push_back({.dimension_id = "noise", .level = Level{1}, .reduced_level = std::nullopt});
  const ProposedRoute noise = {
      .dimension_id = "noise", .selection_level = Level{2}, .role_level = Level{0}, .kind = RouteKind::kWorkTrial};
  EXPECT_THAT(RoutesFor(market, {"letters"}), ElementsAre(noise, Reading(1, RouteKind::kWorkTrial)));
}

TEST(SelectionTest, StaysWithTheUsualWayWhereNothingOnOfferHelps) {
  EXPECT_THAT(RoutesFor(Talk({}), {"letters"}), ElementsAre(Reading(1, RouteKind::kPanelInterview)));
  Market market = Talk({kQuestions});
  market.jobs[0].selection->demands.push_back({"noise", Level{1}, Source::kStated});
  market.jobs[0].selection->routes[0].removes_dimension_ids = {"noise"};
  EXPECT_THAT(RoutesFor(market, {"letters"}), ElementsAre(Reading(1, RouteKind::kPanelInterview)));
}

TEST(SelectionTest, TheRolesOwnDemandsCountNotThoseOfTasksThatStay) {
  EXPECT_THAT(RoutesFor(Talk({kTrial}), {"fetch"}), ElementsAre(Reading(0, RouteKind::kWorkTrial)));
  Market market = Talk({kTrial});
  market.jobs[0].conditions = {{"reading", Level{2}, Source::kStated}};
  EXPECT_THAT(RoutesFor(market, {"fetch"}), ElementsAre(Reading(2, RouteKind::kWorkTrial)));
}

TEST(SelectionTest, SaysNothingWhereTheWorkAsksForAsMuch) {
  Market market = Talk({kTrial});
  market.jobs[0].tasks[1].demands[0].level = Level{3};
  EXPECT_THAT(RoutesFor(market, {"letters"}), IsEmpty());
}

TEST(SelectionTest, SaysNothingOfWhoHasEnoughOrIsNotKnownOrHasTheJob) {
  Market market = Talk({kTrial});
  market.candidates[0].capabilities[1].level = Level{3};
  EXPECT_THAT(RoutesFor(market, {"letters"}), IsEmpty());
  market.candidates[0].capabilities.pop_back();
  EXPECT_THAT(RoutesFor(market, {"letters"}), IsEmpty());
  market = Talk({kTrial});
  market.candidates[0].holds_job_id = "porter";
  market.jobs[0].openings = 0;
  EXPECT_THAT(RoutesFor(market, {"letters"}), IsEmpty());
}

TEST(SelectionTest, OwnAdjustmentsCountAndThoseOfTheRoleDoNot) {
  Market market = Talk({kTrial});
  market.adjustments = {AdjustmentOf("glasses", "reading", 1)};
  EXPECT_THAT(RoutesFor(market, {"letters"}), ElementsAre(Reading(1, RouteKind::kWorkTrial)));
  market.candidates[0].own_adjustment_ids = {"glasses"};
  EXPECT_THAT(RoutesFor(market, {"letters"}), IsEmpty());
  market.jobs[0].tags = {"office"};
  market.adjustments[0].effects[0].only_tag = "office";  // Helps at the tasks, not in the talk.
  EXPECT_THAT(RoutesFor(market, {"letters"}), ElementsAre(Reading(1, RouteKind::kWorkTrial)));
}

}  // namespace
}  // namespace test
}  // namespace jobcarve
