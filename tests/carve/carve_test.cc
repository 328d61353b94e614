// Each rule as a small market in which it decides, then facts that must hold for any market, then large pairs with a certificate:
// no single change improves the role.
#include "jobcarve/carve/carve.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "absl/strings/str_cat.h"
#include "jobcarve/carve/feasible.h"
#include "jobcarve/carve/ledger.h"
#include "support/builders.h"
#include "support/random_market.h"
#include "support/status_matchers.h"

namespace jobcarve::test {
namespace {

// One job "job" with these tasks, one candidate "ann" of up to 1,200 minutes and level 2 everywhere.
Market OnePair(std::vector<Task> tasks) {
  Market market = EmptyMarket();
  market.jobs.push_back(JobOf("job", std::move(tasks)));
  market.candidates.push_back(CandidateOf("ann", 1200, {{"lifting", 2}, {"reading", 2}, {"noise", 2}, {"driving", 2}}));
  return market;
}

std::optional<Role> CarveOnly(const CompiledMarket& market, const SolveOptions& options = {}, const Waiver& waived = {}) {
  return CarvePair(market, CandidateIndex(0), JobIndex(0), options, waived);
}

SolveOptions AtMost(int64_t max_adjustments) {
  SolveOptions options;
  options.max_adjustments = max_adjustments;
  return options;
}

// The ids of a role's tasks, put together; "-" when there is no role.
std::string TasksOf(const Market& market, const SolveOptions& options = {}, const Waiver& waived = {}) {
  const CompiledMarket compiled = CompileOrDie(market);
  const std::optional<Role> role = CarveOnly(compiled, options, waived);
  std::string ids = role.has_value() ? "" : "-";
  for (TaskIndex task : compiled.jobs[JobIndex(0)].tasks.Indices()) {
    ids += role.has_value() && Contains(role->tasks, task) ? compiled.jobs[JobIndex(0)].tasks[task].id : "";
  }
  return ids;
}

Form FormOf(const Market& market) {
  return CarveOnly(CompileOrDie(market))->form;
}

std::vector<std::string> AdjustmentsOf(const Market& market, const SolveOptions& options = {}) {
  const CompiledMarket compiled = CompileOrDie(market);
  std::vector<std::string> ids;
  if (const std::optional<Role> role = CarveOnly(compiled, options); role.has_value()) {
    for (AdjustmentIndex adjustment : role->adjustments) {
      ids.push_back(compiled.adjustments[adjustment].id);
    }
  }
  return ids;
}

using Ids = std::vector<std::string>;

TEST(CarveTest, TakesTheWholeJobWhenNothingIsInTheWay) {
  const Market market = OnePair({TaskOf("a", 600), TaskOf("b", 600)});
  EXPECT_EQ(TasksOf(market), "ab");
  EXPECT_EQ(FormOf(market), Form::kWhole);
}

TEST(CarveTest, LeavesATaskThatIsTooHard) {
  const Market market = OnePair({TaskOf("a", 600, {{"lifting", 3}}), TaskOf("b", 600)});
  EXPECT_EQ(TasksOf(market), "b");
  EXPECT_EQ(FormOf(market), Form::kCarved);
}

TEST(CarveTest, AnUnknownCapabilityDoesNotBlock) {
  Market market = OnePair({TaskOf("a", 600, {{"lifting", 5}})});
  market.candidates[0].capabilities.clear();
  EXPECT_EQ(TasksOf(market), "a");
}

TEST(CarveTest, AnEmptyProfileIsFeasibleAndDiscounted) {
  Market market = OnePair({TaskOf("a", 600, {{"lifting", 2}})});
  const Score known = CarveOnly(CompileOrDie(market))->score;
  market.candidates[0].capabilities.clear();
  EXPECT_EQ(CarveOnly(CompileOrDie(market))->score, known - Score{4'000'000});  // 10 hours at 400,000.
}

TEST(CarveTest, AConditionBlocksEveryRole) {
  Market market = OnePair({TaskOf("a", 600)});
  market.jobs[0].conditions.push_back({.dimension_id = "noise", .level = Level{3}});
  EXPECT_EQ(TasksOf(market), "-");
}

TEST(CarveTest, AdjustmentsAddUpToCloseAGap) {
  Market market = OnePair({TaskOf("a", 600, {{"lifting", 5}}), TaskOf("b", 60)});
  market.adjustments = {AdjustmentOf("one", "lifting", 1), AdjustmentOf("two", "lifting", 2)};
  EXPECT_EQ(AdjustmentsOf(market), (Ids{"one", "two"}));
}

TEST(CarveTest, AUselessAdjustmentIsNeverChosen) {
  Market market = OnePair({TaskOf("a", 600, {{"lifting", 3}})});
  market.adjustments = {AdjustmentOf("enough", "lifting", 1), AdjustmentOf("idle", "noise", 3),
                        AdjustmentOf("more", "lifting", 3)};
  EXPECT_EQ(AdjustmentsOf(market), (Ids{"enough"}));  // "more" does as well: the first by id.
}

TEST(CarveTest, APrerequisiteComesAlongThoughItHelpsNothing) {
  Market market = OnePair({TaskOf("a", 600, {{"lifting", 3}})});
  market.adjustments = {AdjustmentOf("hoist", "lifting", 1), AdjustmentOf("rail", "driving", 1)};
  market.adjustments[0].requires_ids = {"rail"};
  EXPECT_EQ(AdjustmentsOf(market), (Ids{"hoist", "rail"}));
  EXPECT_EQ(AdjustmentsOf(market, AtMost(1)), Ids{});
}

TEST(CarveTest, ExcludedAdjustmentsAreNotChosenTogether) {
  Market market = OnePair({TaskOf("a", 600, {{"lifting", 5}}), TaskOf("b", 60)});
  market.adjustments = {AdjustmentOf("one", "lifting", 1), AdjustmentOf("two", "lifting", 2)};
  market.adjustments[0].excludes_ids = {"two"};
  EXPECT_EQ(TasksOf(market), "b");
}

TEST(CarveTest, OwnAdjustmentsAreFreeAndNotListed) {
  Market market = OnePair({TaskOf("a", 600, {{"lifting", 4}})});
  market.adjustments = {AdjustmentOf("own", "lifting", 2)};
  market.candidates[0].own_adjustment_ids = {"own"};
  EXPECT_EQ(TasksOf(market), "a");
  EXPECT_EQ(AdjustmentsOf(market), Ids{});
  market.jobs[0].ruled_out_adjustment_ids = {"own"};
  EXPECT_EQ(TasksOf(market), "-");
}

TEST(CarveTest, LimitsOfCostMinutesAndLeadTimeHold) {
  Market market = OnePair({TaskOf("a", 600, {{"lifting", 3}}), TaskOf("b", 60)});
  market.adjustments = {AdjustmentOf("aid", "lifting", 1)};
  EXPECT_EQ(TasksOf(market), "ab");
  Market dear = market;
  dear.adjustments[0].one_off = Pence{1000};
  dear.adjustments[0].funder = Funder::kEmployer;
  dear.employers[0].max_adjustment_cost = Pence{999};
  EXPECT_EQ(TasksOf(dear), "b");
  Market busy = market;
  busy.adjustments[0].coworker_minutes = Minutes{10};
  busy.jobs[0].max_coworker_minutes = Minutes{9};
  EXPECT_EQ(TasksOf(busy), "b");
  Market late = market;
  late.adjustments[0].lead_time = Days{15};
  late.jobs[0].latest_start = "2026-11-16";
  EXPECT_EQ(TasksOf(late), "b");
}

TEST(CarveTest, BondsAndNeedsHold) {
  Market market = OnePair({TaskOf("a", 300, {{"lifting", 3}}), TaskOf("b", 300), TaskOf("c", 300), TaskOf("d", 300)});
  market.jobs[0].links = {BondOf("a", "b"), NeedsOf("c", "b")};
  EXPECT_EQ(TasksOf(market), "d");  // a is too hard, so b is out, so c is out.
}

TEST(CarveTest, ATaskThatNeedsTwoOthersTakesBothOrStaysOut) {
  Market market = OnePair({TaskOf("a", 500), TaskOf("b", 500), TaskOf("c", 500), TaskOf("d", 300)});
  market.jobs[0].links = {NeedsOf("c", "a"), NeedsOf("c", "b")};
  EXPECT_EQ(TasksOf(market), "ab");  // 1,200 minutes hold no three of a, b, c.
}

TEST(CarveTest, ThePersonsOwnWordsRuleATaskOut) {
  Market market = OnePair({TaskOf("a", 300), TaskOf("b", 300)});
  market.jobs[0].tasks[0].tags = {"night"};
  market.candidates[0].preferences = {{.tag = "night", .strength = Permille{-500}, .is_non_negotiable = true}};
  EXPECT_EQ(TasksOf(market), "b");
}

TEST(CarveTest, HoursPayCapAndWindowsHold) {
  Market market = OnePair({TaskOf("a", 300), TaskOf("b", 600)});
  Market part_time = market;
  part_time.candidates[0].max_weekly_minutes = Minutes{600};
  part_time.candidates[0].preferred_weekly_minutes = Minutes{600};
  EXPECT_EQ(TasksOf(part_time), "b");
  Market capped = market;
  capped.candidates[0].max_weekly_earnings = Pence{1260 * 5};  // Five hours of 12.60.
  EXPECT_EQ(TasksOf(capped), "a");
  Market mornings = market;
  mornings.candidates[0].availability = {{.start = Minutes{0}, .end = Minutes{899}}};
  EXPECT_EQ(TasksOf(mornings), "b");
  Market dear = market;
  dear.candidates[0].min_pay_per_hour = Pence{1261};
  EXPECT_EQ(TasksOf(dear), "-");
}

TEST(CarveTest, ReducedDaysCostWhatDoesNotHold) {
  Market market = OnePair({TaskOf("a", 600, {{"lifting", 2}})});
  const Score steady = CarveOnly(CompileOrDie(market))->score;
  market.candidates[0].capabilities[0].reduced_level = Level{1};
  market.candidates[0].reduced_weeks = Permille{200};
  EXPECT_EQ(CarveOnly(CompileOrDie(market))->score, steady - Score{2'000'000});  // A fifth of 10 hours.
  market.adjustments = {AdjustmentOf("aid", "lifting", 1)};
  EXPECT_EQ(AdjustmentsOf(market), Ids{"aid"});  // Worth it: 2 points against a disruption of 0.05.
}

// "a" must hold and does not, so that only "b" is left; cover lets it in, and its hours on reduced days still do not count.
TEST(CarveTest, CoverLetsInWhatMustHoldOnReducedDays) {
  Market market = OnePair({TaskOf("a", 600, {{"lifting", 2}}), TaskOf("b", 300)});
  market.jobs[0].tasks[0].is_essential = true;
  market.candidates[0].capabilities[0].reduced_level = Level{1};
  market.candidates[0].reduced_weeks = Permille{200};
  EXPECT_EQ(TasksOf(market), "ab");
  const Score uncovered = CarveOnly(CompileOrDie(market))->score;
  market.jobs[0].essential_must_hold = true;
  EXPECT_EQ(TasksOf(market), "b");
  Adjustment cover;
  cover.id = cover.name = "cover";
  cover.kind = AdjustmentKind::kOrganisational;
  cover.covers_reduced_days = true;
  market.adjustments = {cover};
  EXPECT_EQ(TasksOf(market), "ab");
  EXPECT_EQ(AdjustmentsOf(market), Ids{"cover"});
  EXPECT_EQ(CarveOnly(CompileOrDie(market))->score, uncovered - Score{50'000});  // The disruption.
  market.candidates[0].own_adjustment_ids = {"cover"};
  EXPECT_EQ(TasksOf(market), "ab");
  EXPECT_EQ(AdjustmentsOf(market), Ids{});
}

TEST(CarveTest, ALaterStartOnABadMorningMendsReducedDaysAlone) {
  Market market = OnePair({TaskOf("a", 600, {{"lifting", 2}}), TaskOf("b", 300, {{"reading", 3}})});
  const Score steady = CarveOnly(CompileOrDie(market))->score;
  market.candidates[0].capabilities[0].reduced_level = Level{1};
  market.candidates[0].reduced_weeks = Permille{200};
  market.adjustments = {AdjustmentOf("flexible", "lifting", 0), AdjustmentOf("later", "reading", 0)};
  market.adjustments[0].effects[0].reduced_raise = Level{1};
  market.adjustments[1].effects[0].reduced_raise = Level{1};  // Of no use: "b" is out of reach on every ordinary day.
  EXPECT_EQ(TasksOf(market), "a");
  EXPECT_EQ(AdjustmentsOf(market), Ids{"flexible"});
  EXPECT_EQ(CarveOnly(CompileOrDie(market))->score, steady - Score{50'000});
}

TEST(CarveTest, StrippedHandsMarginalTasksToCoWorkers) {
  Market market = OnePair({TaskOf("a", 600), TaskOf("b", 60, {{"lifting", 3}})});
  market.jobs[0].tasks[0].is_essential = true;
  market.jobs[0].co_workers = {{.id = "x", .spare_minutes = Minutes{60}}};
  EXPECT_EQ(FormOf(market), Form::kStripped);  // Cheaper than carving.
  EXPECT_EQ(CarveOnly(CompileOrDie(market))->handed_over.size(), 1U);
  market.jobs[0].co_workers[0].spare_minutes = Minutes{59};
  EXPECT_EQ(FormOf(market), Form::kCarved);
  market.jobs[0].co_workers[0].spare_minutes = Minutes{60};
  market.jobs[0].openings = 0;
  EXPECT_EQ(FormOf(market), Form::kCarved);  // Nobody leaves this post.
}

TEST(CarveTest, WhatIsCarvedLeavesAResidualThatStands) {
  Market market = OnePair({TaskOf("a", 300), TaskOf("b", 300), TaskOf("c", 300)});
  market.jobs[0].openings = 0;
  CarvingPolicy& policy = market.jobs[0].carving;
  policy.must_stay_task_ids = {"a"};
  EXPECT_EQ(TasksOf(market), "bc");
  policy.residual.min_task_count = 2;
  EXPECT_EQ(TasksOf(market), "b");
  policy.residual = {};
  policy.residual.min_pleasant_minutes = Minutes{100};
  market.jobs[0].tasks[1].pleasant_minutes = Minutes{100};
  EXPECT_EQ(TasksOf(market), "c");  // b is the respite.
  policy.residual = {};
  policy.residual.max_unpleasant = Permille{500};
  market.jobs[0].tasks[0].unpleasant_minutes = Minutes{300};
  EXPECT_EQ(TasksOf(market), "b");  // a alone would be all unpleasant; with b or c it is half.
}

TEST(CarveTest, AHeldJobIsForItsHolder) {
  Market market = OnePair({TaskOf("a", 600)});
  market.jobs[0].openings = 0;
  market.candidates.push_back(CandidateOf("bob", 1200));
  market.candidates[1].holds_job_id = "job";
  EXPECT_EQ(TasksOf(market), "-");
  const CompiledMarket compiled = CompileOrDie(market);
  EXPECT_EQ(CarvePair(compiled, CandidateIndex(1), JobIndex(0))->form, Form::kWhole);
}

TEST(CarveTest, WaivingWhatBlocksOpensTheRole) {
  const Market market = OnePair({TaskOf("a", 600, {{"lifting", 3}})});
  Waiver waived;
  waived.Add({.kind = BarrierKind::kCapability, .dimension = DimensionAt(CompileOrDie(market), "lifting")});
  EXPECT_EQ(TasksOf(market), "-");
  EXPECT_EQ(TasksOf(market, {}, waived), "a");
}

TEST(CarveTest, WaivingAdjustmentLimitsAllowsAnyNumber) {
  Market market = OnePair({TaskOf("a", 600, {{"lifting", 5}})});
  market.adjustments = {AdjustmentOf("p", "lifting", 1), AdjustmentOf("q", "lifting", 1), AdjustmentOf("r", "lifting", 1)};
  Waiver waived;
  waived.Add({.kind = BarrierKind::kAdjustmentLimits});
  EXPECT_EQ(TasksOf(market, AtMost(2)), "-");
  EXPECT_EQ(TasksOf(market, AtMost(2), waived), "a");
}

// Facts about any market.

bool SameRole(const std::optional<Role>& a, const std::optional<Role>& b) {
  return a == b;
}

TEST(CarvePropertyTest, RaisingACapabilityNeverTakesARoleAway) {
  for (uint64_t seed = 1; seed <= 200; ++seed) {
    Market market = RandomMarket(seed);
    const absl::StatusOr<CompiledMarket> before = Compile(market);
    ASSERT_OK(before);
    for (Candidate& candidate : market.candidates) {
      for (Capability& capability : candidate.capabilities) {
        const auto dimension = std::find_if(market.dimensions.begin(), market.dimensions.end(),
                                            [&](const Dimension& other) { return other.id == capability.dimension_id; });
        capability.reduced_level = capability.reduced_level.value_or(capability.level);
        capability.level = dimension->max_level;
      }
    }
    const CompiledMarket after = CompileOrDie(market);
    for (CandidateIndex candidate : after.candidates.Indices()) {
      for (JobIndex job : after.jobs.Indices()) {
        const bool had_role = CarvePair(*before, candidate, job).has_value();
        EXPECT_TRUE(!had_role || CarvePair(after, candidate, job).has_value()) << "seed " << seed;
      }
    }
  }
}

TEST(CarvePropertyTest, AllPairsAreTheSameForAnyNumberOfThreads) {
  const CompiledMarket market = CompileOrDie(RandomMarket(3, {.candidate_count = 20, .job_count = 10}));
  ASSERT_OK_AND_ASSIGN(const Screening screening, Screen(market));
  ASSERT_OK_AND_ASSIGN(const Carvings one, Carve(market, screening));
  ASSERT_OK_AND_ASSIGN(const Carvings four, Carve(market, screening, {}, {.threads = 4}));
  EXPECT_EQ(one.pair_count, four.pair_count);
  for (CandidateIndex candidate : market.candidates.Indices()) {
    ASSERT_EQ(one.roles[candidate].size(), four.roles[candidate].size());
    for (size_t i = 0; i < one.roles[candidate].size(); ++i) {
      EXPECT_EQ(one.roles[candidate][i].job, four.roles[candidate][i].job);
      EXPECT_EQ(one.roles[candidate][i].role, four.roles[candidate][i].role);
      Role alone = *CarvePair(market, candidate, one.roles[candidate][i].job);
      alone.shares_purchases = true;  // There are none.
      EXPECT_EQ(one.roles[candidate][i].role, alone);
    }
  }
}

// Large pairs.

class LargePairTest : public testing::TestWithParam<PairFamily> {};

// Is a role with these tasks and adjustments, in some form, feasible and better?
bool IsBetter(const CompiledMarket& market, Role role, const Role& best) {
  role.handed_over.clear();
  role.form = role.tasks == market.jobs[JobIndex(0)].AllTasks() ? Form::kWhole : Form::kCarved;
  return CheckFeasible(market, CandidateIndex(0), JobIndex(0), role).ok() &&
         SumOf(LedgerOf(market, CandidateIndex(0), JobIndex(0), role)) > best.score;
}

void ExpectNoSingleChangeImproves(const CompiledMarket& market, const Role& best) {
  const size_t count = market.jobs[JobIndex(0)].tasks.size();
  for (size_t a = 0; a < count; ++a) {
    Role role = best;
    role.tasks ^= TaskSet{1} << a;
    EXPECT_FALSE(IsBetter(market, role, best)) << "task " << a;
    for (size_t b = 0; b < a; ++b) {
      Role swapped = role;
      swapped.tasks ^= TaskSet{1} << b;
      EXPECT_FALSE(IsBetter(market, swapped, best)) << "tasks " << a << " and " << b;
    }
  }
  for (AdjustmentIndex adjustment : best.adjustments) {
    Role role = best;
    std::erase(role.adjustments, adjustment);
    EXPECT_FALSE(IsBetter(market, role, best)) << "adjustment " << adjustment.value();
  }
}

TEST_P(LargePairTest, IsFeasibleAddsUpAndCannotBeImprovedByASingleChange) {
  for (uint64_t seed = 1; seed <= 3; ++seed) {
    SCOPED_TRACE(absl::StrCat("seed ", seed));
    const CompiledMarket market = CompileOrDie(LargePair(seed, 64, 16, GetParam()));
    const std::optional<Role> role = CarveOnly(market);
    if (!role.has_value()) {
      continue;
    }
    EXPECT_TRUE(role->is_proven);
    EXPECT_OK(CheckFeasible(market, CandidateIndex(0), JobIndex(0), *role));
    EXPECT_EQ(SumOf(LedgerOf(market, CandidateIndex(0), JobIndex(0), *role)), role->score);
    ExpectNoSingleChangeImproves(market, *role);
  }
}

TEST_P(LargePairTest, DoesNotDependOnTheOrderOfTheInput) {
  Market market = LargePair(7, 40, 12, GetParam());
  const std::optional<Role> role = CarveOnly(CompileOrDie(market));
  std::reverse(market.jobs[0].tasks.begin(), market.jobs[0].tasks.end());
  std::reverse(market.jobs[0].links.begin(), market.jobs[0].links.end());
  std::reverse(market.adjustments.begin(), market.adjustments.end());
  std::reverse(market.dimensions.begin(), market.dimensions.end());
  EXPECT_TRUE(SameRole(role, CarveOnly(CompileOrDie(market))));
}

INSTANTIATE_TEST_SUITE_P(Families, LargePairTest,
                         testing::Values(PairFamily::kNothingBlocks, PairFamily::kFewGaps, PairFamily::kManyAlternatives,
                                         PairFamily::kCorrelated, PairFamily::kNeedsForest, PairFamily::kNeedsDag,
                                         PairFamily::kCorrelatedDag));

}  // namespace
}  // namespace jobcarve::test
