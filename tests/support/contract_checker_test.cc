// A right plan, written down by hand, passes; each number put wrong is found.
//
//   ann      lifting 2, noise not known, prefers 5 hours; two minutes away
//   porter   carry 240 min, lifting 1 · post 60 min, noise 1; one opening, 1,000 an hour; only CARVED and nothing but carry may
//   go
#include "support/contract_checker.h"

#include <string>
#include <vector>

#include "gmock/gmock.h"
#include "gtest/gtest.h"

namespace jobcarve::test {
namespace {

using testing::HasSubstr;

Task TaskOf(const std::string& id, int64_t minutes, const std::string& dimension_id) {
  Task task;
  task.id = id;
  task.title = id;
  task.weekly_minutes = Minutes{minutes};
  task.demands = {{dimension_id, Level{1}, Source::kStated}};
  return task;
}

Market SmallMarket() {
  Market market;
  market.as_of = "2026-02-20";
  for (const std::string& id : std::vector<std::string>{"lifting", "noise"}) {
    Dimension dimension;
    dimension.id = id;
    dimension.name = id;
    dimension.kind = DimensionKind::kTolerance;
    dimension.max_level = Level{2};
    market.dimensions.push_back(dimension);
  }
  market.employers = {{"hospital", "Hospital", std::nullopt, std::nullopt}};
  market.sites = {{"ward", "Ward", std::nullopt}};
  Job job;
  job.id = "porter";
  job.title = "Porter";
  job.employer_id = "hospital";
  job.site_id = "ward";
  job.openings = 1;
  job.pay_per_hour = Pence{1'000};
  job.tasks = {TaskOf("carry", 240, "lifting"), TaskOf("post", 60, "noise")};
  job.tasks[1].pleasant_minutes = Minutes{10};
  job.carving.forms = {Form::kCarved};
  job.carving.must_stay_task_ids = {"post"};
  market.jobs = {job};
  Candidate ann;
  ann.id = "ann";
  ann.capabilities = {{"lifting", Level{2}, std::nullopt}};
  ann.preferred_weekly_minutes = Minutes{300};
  ann.max_weekly_minutes = Minutes{600};
  market.candidates = {ann};
  market.travel_times = {{"ann", "ward", Minutes{2}}};
  return market;
}

// FILLED 4,000,000 · HOURS -250,000 (one hour short) · PAY 80,000 (40 pounds) · TRAVEL -20,000 · CARVING -200,000
Plan RightPlan() {
  const Score score{3'610'000};
  Proposal proposal;
  proposal.candidate_id = "ann";
  proposal.job_id = "porter";
  proposal.form = Form::kCarved;
  proposal.task_ids = {"carry"};
  proposal.residual = Residual{"", {"post"}, Minutes{60}, Minutes{10}, Minutes{0}, Minutes{0}, ResidualCover::kVacancy};
  proposal.weekly_minutes = Minutes{240};
  proposal.pay_per_hour = Pence{1'000};
  proposal.weekly_pay = Pence{4'000};
  proposal.travel = Minutes{2};
  proposal.earliest_start = Date(Days{20'504});  // 2026-02-20
  proposal.late_start = proposal.earliest_start;
  proposal.score = score;
  proposal.low = score;
  proposal.high = score;
  proposal.ledger = {{LineKind::kFilled, "carry", "", "", Score{4'000'000}},
                     {LineKind::kHours, "", "", "", Score{-250'000}},
                     {LineKind::kPay, "", "", "", Score{80'000}},
                     {LineKind::kTravel, "", "", "", Score{-20'000}},
                     {LineKind::kCarving, "", "", "", Score{-200'000}}};
  proposal.decision = Decision::kHumanRequired;
  Plan plan;
  plan.provenance.as_of = Date(Days{20'504});
  plan.provenance.options.max_access_to_work_cost = Pence{6'926'000};
  plan.proposals = {proposal};
  plan.totals.candidate_count = 1;
  plan.totals.proposal_count = 1;
  plan.totals.opening_count = 1;
  plan.totals.openings_filled = 1;
  plan.totals.score = score;
  plan.totals.weekly_minutes = Minutes{240};
  plan.certificate.dual_total = score;
  plan.certificate.candidate_prices = {{"ann", Score{3'600'000}}};
  plan.certificate.job_prices = {{"porter", Score{10'000}}};
  return plan;
}

std::string AllComplaints(const Plan& plan) {
  std::string all;
  for (const std::string& complaint : ContractComplaints(SmallMarket(), plan)) {
    all += complaint + "\n";
  }
  return all;
}

TEST(ContractCheckerTest, HasNoComplaintAboutARightPlan) {
  EXPECT_EQ(AllComplaints(RightPlan()), "");
}

TEST(ContractCheckerTest, FindsARoleThatIsNotFeasible) {
  Plan plan = RightPlan();
  plan.proposals[0].task_ids = {"carry", "post"};
  EXPECT_THAT(AllComplaints(plan), HasSubstr("proposal of ann: not feasible: carved out whole"));
  EXPECT_THAT(AllComplaints(plan), HasSubstr("not the best role of the pair"));
}

TEST(ContractCheckerTest, FindsIdsThatDoNotResolve) {
  Plan plan = RightPlan();
  plan.proposals[0].job_id = "nurse";
  EXPECT_THAT(AllComplaints(plan), HasSubstr("an id does not resolve"));
}

TEST(ContractCheckerTest, FindsEachWrongNumberOfAProposal) {
  const auto complaints_after = [](void (*spoil)(Proposal&)) {
    Plan plan = RightPlan();
    spoil(plan.proposals[0]);
    return AllComplaints(plan);
  };
  EXPECT_THAT(complaints_after([](Proposal& p) { p.ledger[1].amount = Score{-250'001}; }), HasSubstr("ledger[1]"));
  EXPECT_THAT(complaints_after([](Proposal& p) { p.ledger.pop_back(); }), HasSubstr("lines"));
  EXPECT_THAT(complaints_after([](Proposal& p) { p.score = Score{1}; }), HasSubstr("score"));
  EXPECT_THAT(complaints_after([](Proposal& p) { p.low = Score{1}; }), HasSubstr("low"));
  EXPECT_THAT(complaints_after([](Proposal& p) { p.high = Score{1}; }), HasSubstr("high"));
  EXPECT_THAT(complaints_after([](Proposal& p) { p.weekly_pay = Pence{1}; }), HasSubstr("weekly_pay"));
  EXPECT_THAT(complaints_after([](Proposal& p) { p.travel.reset(); }), HasSubstr("travel"));
  EXPECT_THAT(complaints_after([](Proposal& p) { p.earliest_start = Date(); }), HasSubstr("earliest_start"));
  EXPECT_THAT(complaints_after([](Proposal& p) { p.late_start = Date(); }), HasSubstr("late_start"));
  EXPECT_THAT(complaints_after([](Proposal& p) { p.access_to_work_share = Pence{0}; }), HasSubstr("access_to_work_share"));
  EXPECT_THAT(complaints_after([](Proposal& p) { p.routes.emplace_back(); }), HasSubstr("routes"));
  EXPECT_THAT(complaints_after([](Proposal& p) { p.residual->pleasant_minutes = Minutes{9}; }), HasSubstr("pleasant"));
  EXPECT_THAT(complaints_after([](Proposal& p) { p.handed_over = {{"post", "days"}}; }), HasSubstr("handed_over"));
  EXPECT_THAT(complaints_after([](Proposal& p) { p.decision = Decision::kUnspecified; }), HasSubstr("HUMAN_REQUIRED"));
  EXPECT_THAT(complaints_after([](Proposal& p) {
                p.questions.push_back({QuestionKind::kJourney, "", {}, {}, {}});
              }),
              HasSubstr("JOURNEY"));
}

TEST(ContractCheckerTest, FindsAPlanThatDoesNotSayWhatTheGrantMayPay) {
  Plan plan = RightPlan();
  plan.provenance.options.max_access_to_work_cost.reset();
  EXPECT_THAT(AllComplaints(plan), HasSubstr("Access to Work"));
}

TEST(ContractCheckerTest, FindsPricesThatProveNothing) {
  Plan plan = RightPlan();
  plan.certificate.job_prices.clear();
  EXPECT_THAT(AllComplaints(plan), HasSubstr("do not cover"));
  plan.certificate.candidate_prices[0].amount = Score{3'620'000};
  EXPECT_THAT(AllComplaints(plan), HasSubstr("dual_total"));
  plan.certificate.candidate_prices.push_back({"nobody", Score{1}});
  EXPECT_THAT(AllComplaints(plan), HasSubstr("does not resolve"));
}

TEST(ContractCheckerTest, FindsACandidateLeftOutAndTheWrongReason) {
  Plan plan = RightPlan();
  plan.proposals.clear();
  EXPECT_THAT(AllComplaints(plan), HasSubstr("exactly once"));
  EXPECT_THAT(AllComplaints(plan), HasSubstr("openings left"));
  plan.unplaced.push_back({"ann", UnplacedReason::kBarriers, {}});
  EXPECT_THAT(AllComplaints(plan), HasSubstr("unplaced ann reason"));
}

}  // namespace
}  // namespace jobcarve::test
