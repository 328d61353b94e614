// Small markets whose plan can be said in a sentence. Random ones are in solve_random_test.cc.
#include "jobcarve/plan/solve.h"

#include <atomic>
#include <chrono>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/str_join.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "support/builders.h"
#include "support/contract_checker.h"
#include "support/status_matchers.h"

namespace jobcarve::test {
namespace {

using testing::AllOf;
using testing::ElementsAre;
using testing::Field;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Pair;
using testing::SizeIs;

// Solves and lets the contract speak.
Plan Solved(const Market& market, const SolveOptions& options = {}) {
  const absl::StatusOr<Plan> plan = Solve(market, options);
  EXPECT_OK(plan);
  if (!plan.ok()) {
    return {};
  }
  EXPECT_THAT(ContractComplaints(market, *plan), IsEmpty());
  return *plan;
}

// Who is proposed for what.
std::vector<std::pair<std::string, std::string>> PairsOf(const Plan& plan) {
  std::vector<std::pair<std::string, std::string>> pairs;
  for (const Proposal& proposal : plan.proposals) {
    pairs.emplace_back(proposal.candidate_id, proposal.job_id);
  }
  return pairs;
}

// One job of one task that needs lifting 2; whoever has lifting gets it.
Market OneTask(std::vector<Candidate> candidates) {
  Market market = EmptyMarket();
  market.jobs = {JobOf("porter", {TaskOf("fetch", 600, {{"lifting", 2}})})};
  market.candidates = std::move(candidates);
  return market;
}

NamedBarrier NamedOf(BarrierKind kind, int64_t found, int64_t needed) {
  return {.kind = kind, .dimension_id = "", .task_ids = {}, .found = found, .needed = needed};
}

TEST(SolveTest, WhoLosesLeastAbilityGetsTheOpeningAndTheOtherIsToldWhatItIsWorth) {
  const Plan plan = Solved(OneTask({CandidateOf("ada", 600, {{"lifting", 2}}), CandidateOf("bea", 600, {{"lifting", 5}})}));
  EXPECT_THAT(PairsOf(plan), ElementsAre(Pair("ada", "porter")));
  ASSERT_THAT(plan.unplaced, SizeIs(1));
  const Unplaced& bea = plan.unplaced[0];
  EXPECT_EQ(bea.candidate_id, "bea");
  EXPECT_EQ(bea.reason, UnplacedReason::kOpeningsTaken);
  ASSERT_THAT(bea.nearest, SizeIs(1));
  ASSERT_THAT(plan.certificate.job_prices, SizeIs(1));
  const int64_t price = plan.certificate.job_prices[0].amount.count();
  EXPECT_THAT(bea.nearest[0].barriers, ElementsAre(NamedOf(BarrierKind::kOpeningTaken, bea.nearest[0].score.count(), price)));
  EXPECT_GE(price, bea.nearest[0].score.count());
}

TEST(SolveTest, EverybodyIsPlacedWhereThereAreOpenings) {
  Market market = OneTask({CandidateOf("ada", 600, {{"lifting", 2}}), CandidateOf("bea", 600, {{"lifting", 5}})});
  market.jobs[0].openings = 2;
  const Plan plan = Solved(market);
  EXPECT_THAT(PairsOf(plan), ElementsAre(Pair("ada", "porter"), Pair("bea", "porter")));
  EXPECT_THAT(plan.unplaced, IsEmpty());
  EXPECT_THAT(plan.unfilled, IsEmpty());
  EXPECT_EQ(plan.totals.openings_filled, 2);
}

TEST(SolveTest, TheSumCountsAndNotTheBestSinglePair) {
  // ada could take either job, bea only the light one.
  Market market = EmptyMarket();
  market.jobs = {JobOf("heavy", {TaskOf("fetch", 600, {{"lifting", 4}})}), JobOf("light", {TaskOf("tea", 600)})};
  market.candidates = {CandidateOf("ada", 600, {{"lifting", 5}}), CandidateOf("bea", 600, {{"lifting", 1}})};
  const Plan plan = Solved(market);
  EXPECT_THAT(PairsOf(plan), ElementsAre(Pair("ada", "heavy"), Pair("bea", "light")));
}

TEST(SolveTest, AnOpeningNobodyCanFillCountsWhatKeepsPeopleOut) {
  const Plan plan = Solved(OneTask({CandidateOf("ada", 600, {{"lifting", 1}}), CandidateOf("bea", 300, {{"lifting", 5}}),
                                    CandidateOf("cyd", 300, {{"lifting", 1}})}));
  EXPECT_THAT(plan.proposals, IsEmpty());
  ASSERT_THAT(plan.unfilled, SizeIs(1));
  EXPECT_EQ(plan.unfilled[0].openings_left, 1);
  EXPECT_EQ(plan.unfilled[0].good_role_count, 0);
  EXPECT_THAT(plan.unfilled[0].barriers, ElementsAre(BarrierCount{.kind = BarrierKind::kCapability, .candidate_count = 1},
                                                     BarrierCount{.kind = BarrierKind::kMostHours, .candidate_count = 2}));
}

TEST(SolveTest, GoodRolesAtAnOpenJobAreThoseOfPeoplePlacedElsewhere) {
  Market market = OneTask({CandidateOf("ada", 1'200, {{"lifting", 2}}), CandidateOf("bea", 600, {{"lifting", 2}})});
  market.jobs[0].openings = 3;
  market.jobs.push_back(JobOf("warden", {TaskOf("round", 1'200)}));
  const Plan plan = Solved(market);
  EXPECT_THAT(PairsOf(plan), ElementsAre(Pair("ada", "warden"), Pair("bea", "porter")));
  ASSERT_THAT(plan.unfilled, SizeIs(1));
  EXPECT_EQ(plan.unfilled[0].openings_left, 2);
  EXPECT_EQ(plan.unfilled[0].good_role_count, 1);  // ada's; bea has hers.
}

TEST(SolveTest, AHeldJobIsKeptThoughAnotherWouldDoItBetter) {
  Market market = OneTask({CandidateOf("ada", 600, {{"lifting", 5}}), CandidateOf("bea", 600, {{"lifting", 2}})});
  market.jobs[0].openings = 0;
  market.candidates[0].holds_job_id = "porter";
  const Plan plan = Solved(market);
  ASSERT_THAT(PairsOf(plan), ElementsAre(Pair("ada", "porter")));
  EXPECT_EQ(plan.totals.openings_filled, 0);
  EXPECT_THAT(plan.proposals[0].ledger, testing::Contains(AllOf(Field(&LedgerLine::kind, LineKind::kKeepsJob),
                                                                Field(&LedgerLine::amount, Score{5'000'000}))));
  ASSERT_THAT(plan.unplaced, SizeIs(1));
  EXPECT_EQ(plan.unplaced[0].reason, UnplacedReason::kBarriers);
  EXPECT_THAT(plan.unplaced[0].nearest, IsEmpty());  // One task cannot be carved, and the post is not free.
}

TEST(SolveTest, OtherWorkWithTheSameEmployerComesBeforeTheLikeElsewhere) {
  Market market = OneTask({CandidateOf("ada", 600, {{"lifting", 1}})});  // Her own job asks for more than she lifts now.
  market.jobs[0].openings = 0;
  market.candidates[0].holds_job_id = "porter";
  market.employers.push_back(market.employers[0]);
  market.employers.back().id = "stranger";
  market.jobs.push_back(JobOf("clerk", {TaskOf("letters", 600)}));
  market.jobs.push_back(JobOf("archivist", {TaskOf("files", 600)}));
  market.jobs.back().employer_id = "stranger";
  EXPECT_THAT(PairsOf(Solved(market)), ElementsAre(Pair("ada", "clerk")));
  std::swap(market.jobs[1].employer_id, market.jobs[2].employer_id);
  EXPECT_THAT(PairsOf(Solved(market)), ElementsAre(Pair("ada", "archivist")));
}

TEST(SolveTest, AnEmptyProfileGetsAProposalWithQuestions) {
  Market market = SmallMarket();
  market.candidates = {CandidateOf("new", 1'200)};
  const Plan plan = Solved(market);
  ASSERT_THAT(plan.proposals, SizeIs(1));
  const Proposal& proposal = plan.proposals[0];
  std::vector<std::string> asked;
  for (const Question& question : proposal.questions) {
    asked.push_back(question.kind == QuestionKind::kJourney ? "the journey" : question.dimension_id);
  }
  EXPECT_THAT(asked, testing::UnorderedElementsAre("lifting", "noise", "reading", "the journey"));
  EXPECT_LT(proposal.low, Score{0});
  EXPECT_GT(proposal.high, proposal.score);
  EXPECT_EQ(proposal.decision, Decision::kHumanRequired);
}

TEST(SolveTest, AGapIsClosedByTheAdjustmentAndTheProposalSaysWhatItIsFor) {
  Market market = SmallMarket();
  market.jobs[0].carving.forms = {Form::kWhole};
  const Plan plan = Solved(market);
  ASSERT_THAT(plan.proposals, SizeIs(1));
  ASSERT_THAT(plan.proposals[0].adjustments, SizeIs(1));
  EXPECT_EQ(plan.proposals[0].adjustments[0].adjustment_id, "trolley");
  EXPECT_THAT(plan.proposals[0].adjustments[0].closes_dimension_ids, ElementsAre("lifting"));
  EXPECT_EQ(plan.totals.employer_cost, Pence{12'000});
}

TEST(SolveTest, ARoleOfNoWorthIsExplainedByItsScore) {
  Market market = OneTask({CandidateOf("ada", 600, {{"lifting", 2}})});
  market.travel_times = {{.candidate_id = "ada", .site_id = "site", .minutes = Minutes{5'000}}};
  const Plan plan = Solved(market);
  EXPECT_THAT(plan.proposals, IsEmpty());
  ASSERT_THAT(plan.unplaced, SizeIs(1));
  EXPECT_EQ(plan.unplaced[0].reason, UnplacedReason::kNoGoodRole);
  ASSERT_THAT(plan.unplaced[0].nearest, SizeIs(1));
  const Nearest& nearest = plan.unplaced[0].nearest[0];
  EXPECT_LE(nearest.score, Score{0});
  EXPECT_THAT(nearest.barriers, ElementsAre(NamedOf(BarrierKind::kLowScore, nearest.score.count(), 1)));
  ASSERT_THAT(plan.unfilled, SizeIs(1));
  EXPECT_THAT(plan.unfilled[0].barriers, ElementsAre(BarrierCount{.kind = BarrierKind::kLowScore, .candidate_count = 1}));
}

TEST(SolveTest, AMarketWithoutJobsSaysSo) {
  Market market = EmptyMarket();
  market.candidates = {CandidateOf("ada", 600)};
  const Plan plan = Solved(market);
  ASSERT_THAT(plan.unplaced, SizeIs(1));
  EXPECT_EQ(plan.unplaced[0].reason, UnplacedReason::kNoJobs);
  EXPECT_THAT(plan.unplaced[0].nearest, IsEmpty());
}

TEST(SolveTest, AMarketWithoutAnybodyLeavesEveryOpening) {
  Market market = OneTask({});
  market.jobs[0].openings = 7;
  const Plan plan = Solved(market);
  ASSERT_THAT(plan.unfilled, SizeIs(1));
  EXPECT_EQ(plan.unfilled[0].openings_left, 7);
  EXPECT_THAT(plan.unfilled[0].barriers, IsEmpty());
}

TEST(SolveTest, FaultsOfTheMarketAndOfTheOptionsGiveNoPlan) {
  Market market = SmallMarket();
  market.jobs[0].site_id = "nowhere";
  market.candidates[0].max_weekly_minutes = Minutes{-1};
  const absl::Status status = Solve(market).status();
  EXPECT_EQ(status.code(), absl::StatusCode::kInvalidArgument);
  EXPECT_THAT(std::string(status.message()), AllOf(HasSubstr("jobs[0].site_id"), HasSubstr("candidates[0].max_weekly_minutes")));
  SolveOptions options;
  options.max_adjustments = 17;
  EXPECT_EQ(Solve(SmallMarket(), options).status().code(), absl::StatusCode::kInvalidArgument);
}

TEST(SolveTest, ACallCutShortGivesNothing) {
  const std::atomic<bool> cancel = true;
  EXPECT_EQ(Solve(SmallMarket(), {}, {.cancel = &cancel}).status().code(), absl::StatusCode::kCancelled);
  const auto past = std::chrono::steady_clock::now() - std::chrono::seconds(1);
  EXPECT_EQ(Solve(SmallMarket(), {}, {.deadline = past}).status().code(), absl::StatusCode::kDeadlineExceeded);
}

TEST(SolveTest, EachStageCanBeCancelledAndProgressNamesThemInOrder) {
  Market market = SmallMarket();
  market.candidates.push_back(CandidateOf("bea", 60, {{"lifting", 0}}));  // Somebody to explain.
  for (const std::string& last : std::vector<std::string>{"screen", "carve", "match", "explain", "none"}) {
    std::atomic<bool> cancel = false;
    std::vector<std::string> heard;
    const absl::Status status = Solve(market, {},
                                      {.cancel = &cancel,
                                       .progress =
                                           [&](absl::string_view stage, int64_t, int64_t) {
                                             if (heard.empty() || heard.back() != stage) {
                                               heard.emplace_back(stage);
                                             }
                                             cancel = cancel || stage == last;
                                           }})
                                    .status();
    if (last == "none") {
      EXPECT_OK(status);
      EXPECT_THAT(heard, ElementsAre("screen", "carve", "match", "explain"));
    } else {
      EXPECT_TRUE(status.ok() || status.code() == absl::StatusCode::kCancelled) << status;
      EXPECT_TRUE(last == "explain" || !status.ok()) << last;
    }
  }
}

TEST(SolvePairTest, SaysTheRoleOrWhatWouldOpenOne) {
  ASSERT_OK_AND_ASSIGN(const PairAnswer good, SolvePair(SmallMarket(), "ada", "porter"));
  ASSERT_TRUE(good.proposal.has_value());
  EXPECT_FALSE(good.nearest.has_value());
  EXPECT_THAT(ProposalComplaints(SmallMarket(), *good.proposal, {}), IsEmpty());

  Market market = OneTask({CandidateOf("ada", 600, {{"lifting", 1}})});
  ASSERT_OK_AND_ASSIGN(const PairAnswer shut, SolvePair(market, "ada", "porter"));
  EXPECT_FALSE(shut.proposal.has_value());
  ASSERT_TRUE(shut.nearest.has_value());
  EXPECT_THAT(shut.nearest->barriers,
              ElementsAre(NamedBarrier{
                  .kind = BarrierKind::kCapability, .dimension_id = "lifting", .task_ids = {"fetch"}, .found = 1, .needed = 2}));
}

TEST(SolvePairTest, SaysARoleWhateverItsScore) {
  Market market = OneTask({CandidateOf("ada", 600, {{"lifting", 2}})});
  market.travel_times = {{.candidate_id = "ada", .site_id = "site", .minutes = Minutes{5'000}}};
  ASSERT_OK_AND_ASSIGN(const PairAnswer answer, SolvePair(market, "ada", "porter"));
  ASSERT_TRUE(answer.proposal.has_value());
  EXPECT_LE(answer.proposal->score, Score{0});
}

// The contract's checker is sharp where it looks at stakes, warnings and closed gaps.
TEST(SolvePairTest, AnOutsiderFindsEachWrongNumberBesideTheRole) {
  Market market = SmallMarket();
  market.jobs[0].carving.forms = {Form::kWhole};
  market.adjustments[0].lead_time = Days{14};
  ASSERT_OK_AND_ASSIGN(const PairAnswer answer, SolvePair(market, "ada", "porter"));
  ASSERT_TRUE(answer.proposal.has_value());
  ASSERT_THAT(answer.proposal->questions, SizeIs(2));  // noise, the journey
  ASSERT_THAT(answer.proposal->warnings, SizeIs(2));   // MAY_NOT_HOLD, WAIT
  ASSERT_THAT(answer.proposal->adjustments, SizeIs(1));
  const auto complaints_after = [&](void (*spoil)(Proposal&)) {
    Proposal proposal = *answer.proposal;
    spoil(proposal);
    return absl::StrJoin(ProposalComplaints(market, proposal, {}), "; ");
  };
  EXPECT_EQ(complaints_after([](Proposal&) {}), "");
  EXPECT_THAT(complaints_after([](Proposal& p) { p.questions[0].at_stake += Score{1}; }), HasSubstr("at_stake"));
  EXPECT_THAT(complaints_after([](Proposal& p) { p.questions[1].at_stake -= Score{1}; }), HasSubstr("at_stake"));
  EXPECT_THAT(complaints_after([](Proposal& p) { p.warnings[0].amount = 1; }), HasSubstr("warnings"));
  EXPECT_THAT(complaints_after([](Proposal& p) { p.warnings.pop_back(); }), HasSubstr("warnings"));
  EXPECT_THAT(complaints_after([](Proposal& p) { p.adjustments[0].closes_dimension_ids = {"reading"}; }), HasSubstr("closes"));
  EXPECT_THAT(complaints_after([](Proposal& p) { p.adjustments[0].closes_dimension_ids.clear(); }), HasSubstr("closes"));
  EXPECT_THAT(complaints_after([](Proposal& p) { p.adjustments[0].gaps[0].before += Level{1}; }), HasSubstr("gaps"));
  EXPECT_THAT(complaints_after([](Proposal& p) { p.adjustments[0].opens_task_ids.clear(); }), HasSubstr("opens"));
  EXPECT_THAT(complaints_after([](Proposal& p) { p.adjustments[0].late_lead_time = Days{15}; }), HasSubstr("trolley"));
  EXPECT_THAT(complaints_after([](Proposal& p) { p.adjustments[0].interim_lead_time = Days{1}; }), HasSubstr("trolley"));
  EXPECT_THAT(complaints_after([](Proposal& p) { p.adjustments[0].employer_limit_share = Permille{1}; }), HasSubstr("trolley"));
}

// Equipment for £67,000: above the grant's cap of one year, below that of the next. An option says otherwise.
TEST(SolvePairTest, AccessToWorkPaysUpToTheCapOfTheDay) {
  Market market = OneTask({CandidateOf("ada", 600, {{"lifting", 0}})});
  market.adjustments = {AdjustmentOf("hoist", "lifting", 2)};
  market.adjustments[0].one_off = Pence{6'700'000};
  market.adjustments[0].funder = Funder::kAccessToWork;
  SolveOptions options;
  options.scoring.access_to_work_pound = Score{0};
  const auto is_possible = [&](const char* as_of) {
    market.as_of = as_of;
    const absl::StatusOr<PairAnswer> answer = SolvePair(market, "ada", "porter", options);
    EXPECT_OK(answer);
    return answer.ok() && answer->proposal.has_value();
  };
  EXPECT_FALSE(is_possible("2024-03-31"));
  EXPECT_TRUE(is_possible("2024-04-01"));
  options.max_access_to_work_cost = Pence{6'699'999};
  EXPECT_FALSE(is_possible("2024-04-01"));
}

TEST(SolveTest, APlanSaysWhichLimitOfAccessToWorkWasInForce) {
  Market market = OneTask({CandidateOf("ada", 600, {{"lifting", 2}})});
  market.as_of = "2023-06-01";
  EXPECT_EQ(Solved(market).provenance.options.max_access_to_work_cost, Pence{6'600'000});
  SolveOptions options;
  options.max_access_to_work_cost = Pence{5};
  EXPECT_EQ(Solved(market, options).provenance.options.max_access_to_work_cost, Pence{5});
}

TEST(SolvePairTest, NamesTheIdThatTheMarketDoesNotHave) {
  const absl::Status nobody = SolvePair(SmallMarket(), "eve", "porter").status();
  EXPECT_EQ(nobody.code(), absl::StatusCode::kInvalidArgument);
  EXPECT_THAT(std::string(nobody.message()), HasSubstr("no candidate 'eve'"));
  EXPECT_THAT(std::string(SolvePair(SmallMarket(), "ada", "cook").status().message()), HasSubstr("no job 'cook'"));
}

}  // namespace
}  // namespace jobcarve::test
