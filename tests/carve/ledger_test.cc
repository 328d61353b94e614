// Every kind of line, by hand; random ledgers are compared with the oracle's in carve_oracle_test.cc.
#include "jobcarve/carve/ledger.h"

#include <gtest/gtest.h>

#include <map>

#include "support/builders.h"

namespace jobcarve::test {
namespace {

// Ten hours of "a" (lifting 2) and five of "b" (reading 1), at 12.60; "ann" has lifting 2 and prefers 15 hours.
Market Ward() {
  Market market = EmptyMarket();
  market.jobs.push_back(JobOf("ward", {TaskOf("a", 600, {{"lifting", 2}}), TaskOf("b", 300, {{"reading", 1}})}));
  market.candidates.push_back(CandidateOf("ann", 900, {{"lifting", 2}, {"reading", 1}}));
  return market;
}

Role RoleWith(TaskSet tasks, Form form) {
  Role role;
  role.tasks = tasks;
  role.form = form;
  return role;
}

std::map<LineKind, int64_t> Sums(const Market& market, const Role& role) {
  std::map<LineKind, int64_t> sums;
  for (const Line& line : LedgerOf(CompileOrDie(market), CandidateIndex(0), JobIndex(0), role)) {
    sums[line.kind] += line.amount.count();
  }
  return sums;
}

const Role kWholeRole = RoleWith(0b11, Form::kWhole);

TEST(LedgerTest, HoursFilledAndPayAreAllThereIsWhenAllElseFits) {
  EXPECT_EQ(Sums(Ward(), kWholeRole), (std::map<LineKind, int64_t>{{LineKind::kFilled, 15'000'000}, {LineKind::kPay, 378'000}}));
}

TEST(LedgerTest, LevelsLeftUnusedCost) {
  Market market = Ward();
  market.candidates[0].capabilities[0].level = Level{5};  // 3 of 5 levels unused, ten hours at 300,000.
  EXPECT_EQ(Sums(market, kWholeRole)[LineKind::kUnderUse], -1'800'000);
}

TEST(LedgerTest, UnknownsAreDiscountedByTask) {
  Market market = Ward();
  market.candidates[0].capabilities.erase(market.candidates[0].capabilities.begin());
  EXPECT_EQ(Sums(market, kWholeRole)[LineKind::kUnknown], -4'000'000);
}

TEST(LedgerTest, LikesAndDislikesCountByTag) {
  Market market = Ward();
  market.jobs[0].tasks[0].tags = {"quiet"};
  market.jobs[0].tags = {"team"};
  market.candidates[0].preferences = {{.tag = "quiet", .strength = Permille{500}}, {.tag = "team", .strength = Permille{-100}}};
  EXPECT_EQ(Sums(market, kWholeRole)[LineKind::kPreference], 1'500'000 - 300'000 - 150'000);
}

TEST(LedgerTest, HoursAwayFromThePreferredCost) {
  Market market = Ward();
  EXPECT_EQ(Sums(market, RoleWith(0b01, Form::kCarved))[LineKind::kHours], -1'250'000);
  market.candidates[0].preferred_weekly_minutes = Minutes{600};
  EXPECT_EQ(Sums(market, kWholeRole)[LineKind::kHours], -7'500'000);
}

TEST(LedgerTest, ACarvedRoleCostsTheCarvingAndGainsThePayDifference) {
  Market market = Ward();
  market.jobs[0].carving.carved_pay_per_hour = Pence{1160};
  std::map<LineKind, int64_t> sums = Sums(market, RoleWith(0b01, Form::kCarved));
  EXPECT_EQ(sums[LineKind::kCarving], -200'000);
  EXPECT_EQ(sums[LineKind::kEmployerGain], 10'000);
  EXPECT_EQ(sums[LineKind::kPay], 232'000);
}

TEST(LedgerTest, AdjustmentsCostDisruptionMoneyAndTime) {
  Market market = Ward();
  market.adjustments = {AdjustmentOf("aid", "lifting", 1)};
  market.adjustments[0].one_off = Pence{10'000};
  market.adjustments[0].funder = Funder::kProvider;
  market.adjustments[0].coworker_minutes = Minutes{3};
  Role role = kWholeRole;
  role.adjustments = {AdjustmentIndex(0)};
  std::map<LineKind, int64_t> sums = Sums(market, role);
  EXPECT_EQ(sums[LineKind::kAdjustmentCost], -50'000);
  EXPECT_EQ(sums[LineKind::kAdjustmentDisruption], -50'000);
  EXPECT_EQ(sums[LineKind::kCoworkerTime], -15'000);
}

TEST(LedgerTest, JourneyHandoverAndKeepingAJobCount) {
  Market market = Ward();
  market.jobs[0].openings = 0;
  market.jobs[0].co_workers = {{.id = "x", .spare_minutes = Minutes{300}}};
  market.candidates[0].holds_job_id = "ward";
  market.travel_times = {{.candidate_id = "ann", .site_id = "site", .minutes = Minutes{25}}};
  std::map<LineKind, int64_t> sums = Sums(market, RoleWith(0b01, Form::kStripped));
  EXPECT_EQ(sums[LineKind::kTravel], -250'000);
  EXPECT_EQ(sums[LineKind::kHandover], -100'000);
  EXPECT_EQ(sums[LineKind::kKeepsJob], 5'000'000);
  EXPECT_EQ(sums.count(LineKind::kStaysWithEmployer), 0U);
}

TEST(LedgerTest, AnotherJobWithTheSameEmployerCountsForLessThanTheOwn) {
  Market market = Ward();
  Job own = JobOf("zz-own", {TaskOf("c", 60)});
  own.openings = 0;
  market.jobs.push_back(own);
  market.candidates[0].holds_job_id = "zz-own";
  EXPECT_EQ(Sums(market, kWholeRole)[LineKind::kStaysWithEmployer], 2'000'000);
  Employer other = market.employers[0];
  other.id = "other";
  market.employers.push_back(other);
  market.jobs[1].employer_id = "other";
  EXPECT_EQ(Sums(market, kWholeRole)[LineKind::kStaysWithEmployer], 0);
}

TEST(LedgerTest, TheRangeAnswersEveryUnknown) {
  Market market = Ward();
  market.candidates[0].capabilities.pop_back();  // Reading, which b asks for.
  const CompiledMarket compiled = CompileOrDie(market);
  const ScoreRange range = RangeOf(compiled, CandidateIndex(0), JobIndex(0), kWholeRole);
  EXPECT_EQ(range.high, Score{15'378'000});
  EXPECT_EQ(range.low, Score{10'000'000 + 252'000 - 1'250'000});
  EXPECT_EQ(range.certain_minutes, Minutes{600});
  const DimensionIndex reading = DimensionAt(compiled, "reading");
  EXPECT_EQ(ScoreWithoutDimension(compiled, CandidateIndex(0), JobIndex(0), kWholeRole, reading), range.low);
}

TEST(LedgerTest, AnUnknownConditionPutsEverythingInDoubt) {
  Market market = Ward();
  market.jobs[0].conditions = {{.dimension_id = "noise", .level = Level{1}}, {.dimension_id = "lifting", .level = Level{1}}};
  EXPECT_EQ(Sums(market, kWholeRole)[LineKind::kUnknownConditions], -250'000);
  const CompiledMarket compiled = CompileOrDie(market);
  const ScoreRange range = RangeOf(compiled, CandidateIndex(0), JobIndex(0), kWholeRole);
  EXPECT_EQ(range.certain_minutes, Minutes{0});
  EXPECT_EQ(range.low, Score{-15 * 250'000});
}

}  // namespace
}  // namespace jobcarve::test
