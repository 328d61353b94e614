// Questions and warnings of one role, by hand; random ones are checked against the contract in plan/solve_random_test.cc.
#include "jobcarve/explain/questions.h"

#include <string>
#include <vector>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "jobcarve/carve/ledger.h"
#include "support/builders.h"

namespace jobcarve {

// How gtest shows them.
inline void PrintTo(const Question& question, std::ostream* out) {
  *out << "'" << question.dimension_id << "' needs " << question.needed_level.count() << " at stake "
       << question.at_stake.count();
}
inline void PrintTo(const Warning& warning, std::ostream* out) {
  *out << "warning " << static_cast<int>(warning.kind) << " " << testing::PrintToString(warning.task_ids) << " "
       << warning.amount;
}

namespace test {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

// A role of ada's at porter.
struct AdasRole {
  CompiledMarket market;
  Role role;

  CandidateIndex ada() const { return CandidateAt(market, "ada"); }
  JobIndex porter() const { return JobAt(market, "porter"); }
  std::vector<Question> Questions() const { return QuestionsOf(market, ada(), porter(), role); }
  std::vector<Warning> Warnings() const { return WarningsOf(market, ada(), porter(), role); }
};

AdasRole RoleOf(const Market& market, Form form, const std::vector<std::string>& tasks,
                const std::vector<std::string>& adjustments = {}) {
  AdasRole adas{.market = CompileOrDie(market), .role = {}};
  adas.role.form = form;
  adas.role.tasks = TasksAt(adas.market.jobs[adas.porter()], tasks);
  for (const std::string& adjustment : adjustments) {
    adas.role.adjustments.push_back(AdjustmentAt(adas.market, adjustment));
  }
  adas.role.score = SumOf(LedgerOf(adas.market, adas.ada(), adas.porter(), adas.role));
  return adas;
}

// fetch, 300 minutes, needs lifting 2; tea, 300 minutes, needs nothing. ada wants 600 minutes; two minutes away.
Market TwoTasks(const std::vector<LevelAt>& capabilities) {
  Market market = EmptyMarket();
  market.jobs = {JobOf("porter", {TaskOf("fetch", 300, {{"lifting", 2}}), TaskOf("tea", 300)})};
  market.candidates = {CandidateOf("ada", 600, capabilities)};
  market.travel_times = {{.candidate_id = "ada", .site_id = "site", .minutes = Minutes{2}}};
  return market;
}

Warning WarningOf(WarningKind kind, std::vector<std::string> task_ids, int64_t amount) {
  return {.kind = kind, .task_ids = std::move(task_ids), .amount = amount};
}

TEST(QuestionsTest, NothingIsAskedWhereAllIsKnown) {
  EXPECT_THAT(RoleOf(TwoTasks({{"lifting", 3}}), Form::kWhole, {"fetch", "tea"}).Questions(), IsEmpty());
}

TEST(QuestionsTest, WhatIsAtStakeIsTheTaskItsHoursAndItsPay) {
  const AdasRole whole = RoleOf(TwoTasks({}), Form::kWhole, {"fetch", "tea"});
  // 5 points for fetch less 2 for what is unknown about it, 1.25 for five hours fewer than wanted, 0.126 for their pay.
  EXPECT_THAT(whole.Questions(), ElementsAre(Question{.kind = QuestionKind::kCapability,
                                                      .dimension_id = "lifting",
                                                      .needed_level = Level{2},
                                                      .task_ids = {"fetch"},
                                                      .at_stake = Score{5'000'000 - 2'000'000 + 1'250'000 + 126'000}}));
}

TEST(QuestionsTest, OneDimensionIsAskedOnceAtTheHighestLevel) {
  Market market = TwoTasks({});
  market.jobs[0].tasks[1].demands = {{.dimension_id = "lifting", .level = Level{4}},
                                     {.dimension_id = "reading", .level = Level{1}}};
  market.jobs[0].conditions = {{.dimension_id = "lifting", .level = Level{3}}};
  const std::vector<Question> questions = RoleOf(market, Form::kWhole, {"fetch", "tea"}).Questions();
  ASSERT_EQ(questions.size(), 2U);
  EXPECT_EQ(questions[0].dimension_id, "lifting");
  EXPECT_EQ(questions[0].needed_level, Level{4});
  EXPECT_THAT(questions[0].task_ids, ElementsAre("fetch", "tea"));
  EXPECT_EQ(questions[1].dimension_id, "reading");
  EXPECT_THAT(questions[1].task_ids, ElementsAre("tea"));
  EXPECT_GT(questions[0].at_stake, questions[1].at_stake);
}

TEST(QuestionsTest, AConditionIsAskedWithoutTasksAndPutsAllAtStake) {
  Market market = TwoTasks({{"lifting", 2}});
  market.jobs[0].conditions = {{.dimension_id = "noise", .level = Level{3}}};
  const AdasRole whole = RoleOf(market, Form::kWhole, {"fetch", "tea"});
  const std::vector<Question> questions = whole.Questions();
  ASSERT_EQ(questions.size(), 1U);
  EXPECT_THAT(questions[0].task_ids, IsEmpty());
  // What is left at the worst: nothing done, ten hours fewer than wanted, the journey.
  EXPECT_EQ(questions[0].at_stake, whole.role.score - Score{-2'500'000 - 20'000});
}

TEST(QuestionsTest, ATaskOutsideTheRoleIsNotAskedAbout) {
  EXPECT_THAT(RoleOf(TwoTasks({}), Form::kCarved, {"tea"}).Questions(), IsEmpty());
}

TEST(QuestionsTest, AnUnknownJourneyPutsTheScoreAtStake) {
  Market market = TwoTasks({{"lifting", 2}});
  market.travel_times.clear();
  const AdasRole whole = RoleOf(market, Form::kWhole, {"fetch", "tea"});
  EXPECT_THAT(whole.Questions(), ElementsAre(Question{.kind = QuestionKind::kJourney,
                                                      .dimension_id = "",
                                                      .needed_level = Level{0},
                                                      .task_ids = {},
                                                      .at_stake = whole.role.score}));
}

TEST(WarningsTest, NothingIsWarnedOfWhereAllIsWell) {
  EXPECT_THAT(RoleOf(TwoTasks({{"lifting", 3}}), Form::kWhole, {"fetch", "tea"}).Warnings(), IsEmpty());
}

TEST(WarningsTest, AnEssentialTaskThatFailsOnReducedDays) {
  Market market = TwoTasks({{"lifting", 3}});
  market.jobs[0].tasks[0].is_essential = true;
  market.jobs[0].tasks[0].essential_by = "the employer";
  market.candidates[0].capabilities[0].reduced_level = Level{1};
  EXPECT_THAT(RoleOf(market, Form::kWhole, {"fetch", "tea"}).Warnings(), IsEmpty());  // No reduced weeks.
  market.candidates[0].reduced_weeks = Permille{200};
  EXPECT_THAT(RoleOf(market, Form::kWhole, {"fetch", "tea"}).Warnings(),
              ElementsAre(WarningOf(WarningKind::kEssentialOnReducedDays, {"fetch"}, 0)));
  EXPECT_THAT(RoleOf(market, Form::kCarved, {"tea"}).Warnings(), IsEmpty());
  Market deferrable = market;
  deferrable.jobs[0].tasks[0].is_deferrable = true;
  EXPECT_THAT(RoleOf(deferrable, Form::kWhole, {"fetch", "tea"}).Warnings(), IsEmpty());
  market.adjustments = {AdjustmentOf("leave", "noise", 1)};
  market.adjustments[0].covers_reduced_days = true;
  market.candidates[0].own_adjustment_ids = {"leave"};
  EXPECT_THAT(RoleOf(market, Form::kWhole, {"fetch", "tea"}).Warnings(), IsEmpty());
}

TEST(WarningsTest, FiguresThatNobodyObservedOrStated) {
  Market market = TwoTasks({{"lifting", 3}, {"noise", 3}});
  market.jobs[0].tasks[0].demands[0].source = Source::kPrior;
  market.jobs[0].tasks[1].minutes_source = Source::kImputed;
  EXPECT_THAT(RoleOf(market, Form::kWhole, {"fetch", "tea"}).Warnings(),
              ElementsAre(WarningOf(WarningKind::kUnsureFigures, {"fetch", "tea"}, 0)));
  EXPECT_THAT(RoleOf(market, Form::kCarved, {"tea"}).Warnings(), ElementsAre(WarningOf(WarningKind::kUnsureFigures, {"tea"}, 0)));
  market = TwoTasks({{"lifting", 3}, {"noise", 3}});
  market.jobs[0].conditions = {{.dimension_id = "noise", .level = Level{1}, .source = Source::kImputed}};
  EXPECT_THAT(RoleOf(market, Form::kWhole, {"fetch", "tea"}).Warnings(),
              ElementsAre(WarningOf(WarningKind::kUnsureFigures, {}, 0)));
  market.jobs[0].conditions[0].source = Source::kStated;
  EXPECT_THAT(RoleOf(market, Form::kWhole, {"fetch", "tea"}).Warnings(), IsEmpty());
}

TEST(WarningsTest, ARoleThatMayNotHold) {
  Market market = TwoTasks({});
  EXPECT_THAT(RoleOf(market, Form::kCarved, {"fetch"}).Warnings(), ElementsAre(WarningOf(WarningKind::kMayNotHold, {}, 0)));
  EXPECT_THAT(RoleOf(market, Form::kWhole, {"fetch", "tea"}).Warnings(), IsEmpty());  // Tea holds, and she has no fewest.
  market.candidates[0].min_weekly_minutes = Minutes{300};
  EXPECT_THAT(RoleOf(market, Form::kWhole, {"fetch", "tea"}).Warnings(), IsEmpty());
  market.candidates[0].min_weekly_minutes = Minutes{301};
  EXPECT_THAT(RoleOf(market, Form::kWhole, {"fetch", "tea"}).Warnings(),
              ElementsAre(WarningOf(WarningKind::kMayNotHold, {}, 300)));
}

TEST(WarningsTest, ACarvedRoleOfTheUnpleasantParts) {
  Market market = TwoTasks({{"lifting", 3}});
  market.jobs[0].tasks[0].unpleasant_minutes = Minutes{200};
  EXPECT_THAT(RoleOf(market, Form::kCarved, {"fetch"}).Warnings(), ElementsAre(WarningOf(WarningKind::kMoreUnpleasant, {}, 667)));
  EXPECT_THAT(RoleOf(market, Form::kCarved, {"tea"}).Warnings(), IsEmpty());
  EXPECT_THAT(RoleOf(market, Form::kWhole, {"fetch", "tea"}).Warnings(), IsEmpty());
  market.jobs[0].tasks[1].unpleasant_minutes = Minutes{200};  // The same share as the whole job.
  EXPECT_THAT(RoleOf(market, Form::kCarved, {"fetch"}).Warnings(), IsEmpty());
}

TEST(WarningsTest, AnAdjustmentThatTakesTime) {
  Market market = TwoTasks({{"lifting", 0}});
  market.adjustments = {AdjustmentOf("trolley", "lifting", 2)};
  market.adjustments[0].lead_time = Days{14};
  EXPECT_THAT(RoleOf(market, Form::kWhole, {"fetch", "tea"}, {"trolley"}).Warnings(),
              ElementsAre(WarningOf(WarningKind::kWait, {}, 14)));
  market.candidates[0].available_from = "2026-11-12";
  EXPECT_THAT(RoleOf(market, Form::kWhole, {"fetch", "tea"}, {"trolley"}).Warnings(),
              ElementsAre(WarningOf(WarningKind::kWait, {}, 4)));
  market.candidates[0].available_from = "2026-11-30";
  EXPECT_THAT(RoleOf(market, Form::kWhole, {"fetch", "tea"}, {"trolley"}).Warnings(), IsEmpty());
}

// Twenty days as a rule, ninety in a bad case; two people lift from the third day on.
TEST(WarningsTest, AnInterimMeasureBridgesTheWaitWhetherLongOrShort) {
  Market market = TwoTasks({{"lifting", 0}});
  market.adjustments = {AdjustmentOf("trolley", "lifting", 2)};
  market.adjustments[0].lead_time = Days{20};
  market.adjustments[0].late_lead_time = Days{90};
  market.adjustments[0].interim = {.text = "two people lift", .lead_time = Days{3}};
  market.jobs[0].latest_start = "2026-11-10";
  EXPECT_THAT(RoleOf(market, Form::kWhole, {"fetch", "tea"}, {"trolley"}).Warnings(),
              ElementsAre(WarningOf(WarningKind::kWait, {}, 3)));
}

TEST(WarningsTest, AStartThatMayComeTooLate) {
  Market market = TwoTasks({{"lifting", 0}});
  market.adjustments = {AdjustmentOf("trolley", "lifting", 2)};
  market.adjustments[0].late_lead_time = Days{14};
  market.jobs[0].latest_start = "2026-11-16";
  EXPECT_THAT(RoleOf(market, Form::kWhole, {"fetch", "tea"}, {"trolley"}).Warnings(), IsEmpty());
  market.jobs[0].latest_start = "2026-11-12";
  EXPECT_THAT(RoleOf(market, Form::kWhole, {"fetch", "tea"}, {"trolley"}).Warnings(),
              ElementsAre(WarningOf(WarningKind::kLateStart, {}, 4)));
}

TEST(WarningsTest, ASelectionThatAsksForMoreThanTheWorkAndOffersNoOtherRoute) {
  Market market = TwoTasks({{"lifting", 3}, {"reading", 1}});
  market.jobs[0].selection = Selection{.demands = {{"reading", Level{2}, Source::kStated}}, .routes = {}};
  EXPECT_THAT(RoleOf(market, Form::kWhole, {"fetch", "tea"}).Warnings(),
              ElementsAre(WarningOf(WarningKind::kSelectionAsksMore, {}, 1)));
  market.jobs[0].selection->routes = {{.kind = RouteKind::kWorkTrial, .removes_dimension_ids = {}}};
  EXPECT_THAT(RoleOf(market, Form::kWhole, {"fetch", "tea"}).Warnings(), IsEmpty());
}

TEST(WarningsTest, ASearchThatWasCutShort) {
  AdasRole whole = RoleOf(TwoTasks({{"lifting", 3}}), Form::kWhole, {"fetch", "tea"});
  whole.role.is_proven = false;
  EXPECT_THAT(whole.Warnings(), ElementsAre(WarningOf(WarningKind::kNotProven, {}, 0)));
}

}  // namespace
}  // namespace test
}  // namespace jobcarve
