// Verify accepts what Solve makes, and finds what a clever hand could do to a plan. Every field by itself:
// verify_mutation_test.cc.
#include "jobcarve/plan/verify.h"

#include <algorithm>
#include <atomic>
#include <chrono>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "jobcarve/carve/carve.h"
#include "jobcarve/io/market_io.h"
#include "jobcarve/plan/solve.h"
#include "plan/proposal.h"
#include "support/builders.h"
#include "support/random_market.h"
#include "support/shared_data.h"
#include "support/status_matchers.h"

namespace jobcarve::test {
namespace {

using testing::Contains;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::SizeIs;

Plan PlanOf(const Market& market, const SolveOptions& options = {}) {
  absl::StatusOr<Plan> plan = Solve(market, options);
  EXPECT_OK(plan);
  if (!plan.ok()) {
    return {};
  }
  plan->provenance.market_sha256 = io::Fingerprint(market);
  return *std::move(plan);
}

std::vector<std::string> ComplaintsOf(const Market& market, const Plan& plan) {
  const absl::StatusOr<std::vector<std::string>> complaints = Verify(market, io::Fingerprint(market), plan);
  EXPECT_OK(complaints);
  return complaints.ok() ? *complaints : std::vector<std::string>();
}

//   ada lifting 5, bea lifting 4, cyd lifting 5: two jobs of one opening each; heavy needs lifting 4, light needs 3. Somebody is
//   left over, so both openings have a price.
Market ThreeForTwo() {
  Market market = EmptyMarket();
  market.jobs = {JobOf("heavy", {TaskOf("fetch", 600, {{"lifting", 4}}), TaskOf("tidy", 60)}),
                 JobOf("light", {TaskOf("carry", 540, {{"lifting", 3}}), TaskOf("tea", 60)})};
  market.candidates = {CandidateOf("ada", 660, {{"lifting", 5}}), CandidateOf("bea", 660, {{"lifting", 4}}),
                       CandidateOf("cyd", 660, {{"lifting", 5}})};
  return market;
}

TEST(VerifyTest, AcceptsWhatSolveMakesOfRandomMarkets) {
  int count = 0;
  for (uint64_t seed = 1; seed <= 400 && !HasFailure(); ++seed) {
    const Market market = RandomMarket(seed, {.candidate_count = 5, .job_count = 4});
    if (Compile(market).ok()) {
      EXPECT_THAT(ComplaintsOf(market, PlanOf(market, RandomOptions(seed))), IsEmpty()) << "seed " << seed;
      ++count;
    }
  }
  EXPECT_GT(count, 300);
}

TEST(VerifyTest, AcceptsThePlansOfTheExamplesAlsoAfterTheyWereWrittenAndRead) {
  for (const std::string& name : std::vector<std::string>{"first", "office", "hospital"}) {
    SCOPED_TRACE(name);
    ASSERT_OK_AND_ASSIGN(const Market market, io::ReadMarket(SourcePath(absl::StrCat("examples/data/", name, ".json"))));
    const Plan plan = PlanOf(market);
    EXPECT_THAT(plan.proposals, Not(IsEmpty()));
    EXPECT_THAT(ComplaintsOf(market, plan), IsEmpty());
    for (io::Format format : {io::Format::kJson, io::Format::kText, io::Format::kBinary}) {
      ASSERT_OK_AND_ASSIGN(const std::string text, io::FormatPlan(plan, format));
      ASSERT_OK_AND_ASSIGN(const Plan back, io::ParsePlan(text, format));
      EXPECT_EQ(back, plan);
      EXPECT_THAT(ComplaintsOf(market, back), IsEmpty());
    }
  }
}

TEST(VerifyTest, FindsTwoPeopleWhoseJobsWereSwapped) {
  const Market market = ThreeForTwo();
  Plan plan = PlanOf(market);
  ASSERT_THAT(plan.proposals, SizeIs(2));
  std::swap(plan.proposals[0].candidate_id, plan.proposals[1].candidate_id);
  EXPECT_THAT(ComplaintsOf(market, plan), Not(IsEmpty()));
  std::swap(plan.proposals[0], plan.proposals[1]);
  EXPECT_THAT(ComplaintsOf(market, plan), Not(IsEmpty()));
}

// The plan with the best roles for these pairs, told truly, in place of its own, and with totals that fit.
Plan WithPairs(const Market& market, Plan plan, const std::vector<std::pair<std::string, std::string>>& pairs) {
  const CompiledMarket compiled = CompileOrDie(market);
  plan.proposals.clear();
  for (const auto& [candidate_id, job_id] : pairs) {
    const CandidateIndex candidate = CandidateAt(compiled, candidate_id);
    const JobIndex job = JobAt(compiled, job_id);
    const std::optional<Role> role = CarvePair(compiled, candidate, job);
    EXPECT_TRUE(role.has_value());
    if (role.has_value()) {
      plan.proposals.push_back(internal::ProposalOf(compiled, candidate, job, *role, {}));
    }
  }
  plan.totals = internal::TotalsOf(compiled, plan.proposals, {});
  return plan;
}

TEST(VerifyTest, FindsAnOpeningThatIsGivenTwice) {
  const Market market = ThreeForTwo();
  const Plan plan = WithPairs(market, PlanOf(market), {{"ada", "heavy"}, {"bea", "heavy"}});
  EXPECT_THAT(ComplaintsOf(market, plan), Contains(HasSubstr("given 2 times but takes 1")));
}

TEST(VerifyTest, FindsAPersonWithTwoProposals) {
  const Market market = ThreeForTwo();
  const Plan plan = WithPairs(market, PlanOf(market), {{"bea", "heavy"}, {"bea", "light"}});
  EXPECT_THAT(ComplaintsOf(market, plan), Contains(HasSubstr("one proposal at most")));
}

TEST(VerifyTest, FindsAPlanThatIsNotTheBestThoughAllItSaysIsTrue) {
  const Market market = ThreeForTwo();
  const Plan best = PlanOf(market);
  Plan worse = WithPairs(market, best, {{"ada", "light"}, {"bea", "heavy"}});
  if (worse.totals.score == best.totals.score) {
    worse = WithPairs(market, best, {{"ada", "light"}, {"cyd", "heavy"}});
  }
  ASSERT_LT(worse.totals.score, best.totals.score);
  EXPECT_THAT(ComplaintsOf(market, worse), Contains(HasSubstr("certificate")));
  worse.certificate.dual_total = worse.totals.score;
  EXPECT_THAT(ComplaintsOf(market, worse), Contains(HasSubstr("certificate")));
}

TEST(VerifyTest, FindsAFeasibleRoleThatIsNotTheBestOfItsPair) {
  const Market market = ThreeForTwo();
  const CompiledMarket compiled = CompileOrDie(market);
  Plan plan = PlanOf(market);
  const CandidateIndex candidate = CandidateAt(compiled, plan.proposals[0].candidate_id);
  const JobIndex job = JobAt(compiled, plan.proposals[0].job_id);
  Role lesser;
  lesser.form = Form::kCarved;
  lesser.tasks = SetOf(TaskIndex(0));
  lesser.score = SumOf(LedgerOf(compiled, candidate, job, lesser));
  plan.proposals[0] = internal::ProposalOf(compiled, candidate, job, lesser, {});
  plan.totals = internal::TotalsOf(compiled, plan.proposals, {});
  EXPECT_THAT(ComplaintsOf(market, plan), Contains(HasSubstr("not the best role of the pair")));
}

TEST(VerifyTest, FindsPricesThatProveNothing) {
  const Market market = ThreeForTwo();
  const Plan plan = PlanOf(market);
  ASSERT_THAT(plan.certificate.job_prices, SizeIs(2));
  Plan lower = plan;
  for (std::vector<Price>* prices : {&lower.certificate.candidate_prices, &lower.certificate.job_prices}) {
    for (Price& price : *prices) {
      price.amount -= Score{1};
    }
  }
  EXPECT_THAT(ComplaintsOf(market, lower), Contains(HasSubstr("a better plan may exist")));
  Plan none = plan;
  none.certificate = {};
  EXPECT_THAT(ComplaintsOf(market, none), Contains(HasSubstr("prove nothing")));
}

TEST(VerifyTest, FindsPriceMovedBetweenAPersonAndTheirJob) {
  const Market market = ThreeForTwo();
  const Plan plan = PlanOf(market);
  ASSERT_THAT(plan.certificate.job_prices, SizeIs(2));
  for (const int64_t by : {1'000, -1'000}) {
    Plan moved = plan;
    const Proposal& proposal = moved.proposals[0];
    const auto own = std::find_if(moved.certificate.candidate_prices.begin(), moved.certificate.candidate_prices.end(),
                                  [&](const Price& price) { return price.id == proposal.candidate_id; });
    if (own == moved.certificate.candidate_prices.end()) {
      moved.certificate.candidate_prices.insert(moved.certificate.candidate_prices.begin(), {proposal.candidate_id, Score{by}});
    } else {
      own->amount += Score{by};
    }
    for (Price& price : moved.certificate.job_prices) {
      price.amount -= price.id == proposal.job_id ? Score{by} : Score{0};
    }
    EXPECT_THAT(ComplaintsOf(market, moved), Not(IsEmpty())) << by;
  }
}

TEST(VerifyTest, FindsSomebodyWhoWasForgotten) {
  const Market market = ThreeForTwo();
  Plan plan = PlanOf(market);
  ASSERT_THAT(plan.unplaced, SizeIs(1));
  plan.unplaced.clear();
  EXPECT_THAT(ComplaintsOf(market, plan), Contains(HasSubstr("unplaced")));
}

TEST(VerifyTest, FindsAReasonThatIsNotTheReason) {
  const Market market = ThreeForTwo();
  Plan plan = PlanOf(market);
  plan.unplaced[0].reason = UnplacedReason::kBarriers;
  plan.unplaced[0].nearest.clear();
  EXPECT_THAT(ComplaintsOf(market, plan), Contains(HasSubstr("unplaced")));
}

TEST(VerifyTest, FindsAPlanOfAnotherMarket) {
  const Market market = ThreeForTwo();
  Market other = market;
  other.title = "Another";
  const Plan plan = PlanOf(market);
  EXPECT_THAT(ComplaintsOf(other, plan), Contains(HasSubstr("provenance.market_sha256")));
  other = market;
  other.candidates[0].max_travel = Minutes{90};  // Makes no difference to any proposal.
  EXPECT_THAT(ComplaintsOf(other, plan), testing::ElementsAre(HasSubstr("provenance.market_sha256")));
}

TEST(VerifyTest, FindsOptionsThatWereChangedAfterTheFact) {
  const Market market = ThreeForTwo();
  Plan plan = PlanOf(market);
  plan.provenance.options.scoring.filled_hour = Score{2'000'000};
  EXPECT_THAT(ComplaintsOf(market, plan), Not(IsEmpty()));
  plan.provenance.options.scoring.filled_hour = Score{-1};
  EXPECT_THAT(ComplaintsOf(market, plan), testing::ElementsAre(HasSubstr("provenance.options")));
}

TEST(VerifyTest, NumbersBeyondAllMeasureAreComplaintsAndNothingWorse) {
  const Market market = ThreeForTwo();
  Plan plan = PlanOf(market);
  for (Proposal& proposal : plan.proposals) {
    proposal.score = Score{INT64_MAX};
    proposal.weekly_minutes = Minutes{INT64_MAX};
  }
  for (Price& price : plan.certificate.job_prices) {
    price.amount = Score{INT64_MAX};
  }
  plan.totals.score = Score{INT64_MIN};
  EXPECT_THAT(ComplaintsOf(market, plan), Not(IsEmpty()));
}

TEST(VerifyTest, ListsNoMoreThanAHundredComplaints) {
  const Market market = ThreeForTwo();
  Plan plan = PlanOf(market);
  plan.proposals.resize(500, Proposal{});
  EXPECT_THAT(ComplaintsOf(market, plan), SizeIs(kMaxComplaints));
}

TEST(VerifyTest, AMarketWithFaultsOrACallCutShortIsAnError) {
  Market faulty = ThreeForTwo();
  const Plan plan = PlanOf(faulty);
  const std::string fingerprint = io::Fingerprint(faulty);
  const std::atomic<bool> cancel = true;
  EXPECT_EQ(Verify(faulty, fingerprint, plan, {.cancel = &cancel}).status().code(), absl::StatusCode::kCancelled);
  const auto past = std::chrono::steady_clock::now() - std::chrono::seconds(1);
  EXPECT_EQ(Verify(faulty, fingerprint, plan, {.deadline = past}).status().code(), absl::StatusCode::kDeadlineExceeded);
  faulty.jobs[0].site_id = "nowhere";
  EXPECT_EQ(Verify(faulty, fingerprint, plan).status().code(), absl::StatusCode::kInvalidArgument);
}

}  // namespace
}  // namespace jobcarve::test
