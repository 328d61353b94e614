// Whom and what Explain explains, and in which order. What opens a pair: open_test.cc.
#include "jobcarve/explain/explain.h"

#include <atomic>
#include <string>
#include <vector>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "jobcarve/screen/screen.h"
#include "support/builders.h"
#include "support/status_matchers.h"

namespace jobcarve::test {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

// Explains the market as if nobody had been placed, with these prices.
Explanation ExplainAll(const CompiledMarket& market, const std::vector<int64_t>& prices = {}) {
  const absl::StatusOr<Screening> screening = Screen(market);
  const absl::StatusOr<Carvings> carvings = Carve(market, *screening);
  Placement placement;
  placement.job_of = IndexedVector<CandidateIndex, std::optional<JobIndex>>(market.candidates.size());
  placement.prices = IndexedVector<JobIndex, RolePrices>(market.jobs.size());
  for (size_t job = 0; job < prices.size(); ++job) {
    placement.prices[JobIndex(job)] = {.task = {}, .whole = Score{prices[job]}, .carved = Score{prices[job]}};
  }
  const absl::StatusOr<Explanation> explanation = Explain(market, *carvings, placement);
  EXPECT_OK(explanation);
  return explanation.ok() ? *explanation : Explanation{};
}

std::vector<std::string> JobsOf(const Unplaced& unplaced) {
  std::vector<std::string> jobs;
  for (const Nearest& nearest : unplaced.nearest) {
    jobs.push_back(nearest.job_id);
  }
  return jobs;
}

// Jobs of one task each that needs this much lifting.
Market JobsThatNeed(const std::vector<LevelAt>& jobs, int64_t level) {
  Market market = EmptyMarket();
  for (const auto& [id, needed] : jobs) {
    market.jobs.push_back(JobOf(id, {TaskOf("fetch", 600, {{"lifting", needed}})}));
  }
  market.candidates = {CandidateOf("ada", 600, {{"lifting", level}})};
  return market;
}

TEST(ExplainTest, OutbidPeopleSeeTheRolesThatMissTheirPriceByLeastFirst) {
  const CompiledMarket market = CompileOrDie(JobsThatNeed({{"a", 3}, {"b", 3}, {"c", 3}, {"d", 3}}, 3));
  const Explanation explanation = ExplainAll(market, {40'000'000, 20'000'000, 30'000'000, 50'000'000});
  ASSERT_THAT(explanation.unplaced, SizeIs(1));
  EXPECT_EQ(explanation.unplaced[0].reason, UnplacedReason::kOpeningsTaken);
  EXPECT_THAT(JobsOf(explanation.unplaced[0]), ElementsAre("b", "c", "a"));
  EXPECT_EQ(explanation.unplaced[0].nearest[0].barriers[0].needed, 20'000'000);
}

TEST(ExplainTest, TheNearestJobsAreThoseOfTheFewestBarriersThenOfTheSmallestGap) {
  Market input = JobsThatNeed({{"a", 5}, {"b", 3}, {"c", 4}, {"d", 2}}, 1);
  input.jobs[3].latest_start = "2026-11-03";  // d has the smallest gap but starts too soon.
  input.candidates[0].available_from = "2026-11-09";
  const Explanation explanation = ExplainAll(CompileOrDie(input));
  ASSERT_THAT(explanation.unplaced, SizeIs(1));
  EXPECT_EQ(explanation.unplaced[0].reason, UnplacedReason::kBarriers);
  EXPECT_THAT(JobsOf(explanation.unplaced[0]), ElementsAre("b", "c", "a"));
}

TEST(ExplainTest, PostsThatSomebodyHoldsAreTheLastToBeNamed) {
  Market input = JobsThatNeed({{"a", 5}, {"b", 5}}, 1);
  for (Job& job : input.jobs) {
    job.tasks.push_back(TaskOf("lift", 60, {{"lifting", 5}}));
  }
  input.jobs[0].openings = 0;
  input.candidates.push_back(CandidateOf("bea", 700, {{"lifting", 5}}));
  input.candidates[1].holds_job_id = "a";
  const Explanation explanation = ExplainAll(CompileOrDie(input));
  ASSERT_THAT(explanation.unplaced, SizeIs(2));
  EXPECT_THAT(JobsOf(explanation.unplaced[0]), ElementsAre("b", "a"));
  EXPECT_THAT(explanation.unplaced[0].nearest[1].barriers, SizeIs(2));
}

TEST(ExplainTest, RolesOfNoWorthComeHighestScoreFirst) {
  Market input = JobsThatNeed({{"a", 1}, {"b", 1}}, 1);
  input.sites.push_back({.id = "far", .name = "Far", .location = std::nullopt});
  input.jobs[0].site_id = "far";
  input.travel_times = {{.candidate_id = "ada", .site_id = "far", .minutes = Minutes{6'000}},
                        {.candidate_id = "ada", .site_id = "site", .minutes = Minutes{5'000}}};
  const Explanation explanation = ExplainAll(CompileOrDie(input));
  ASSERT_THAT(explanation.unplaced, SizeIs(1));
  EXPECT_EQ(explanation.unplaced[0].reason, UnplacedReason::kNoGoodRole);
  EXPECT_THAT(JobsOf(explanation.unplaced[0]), ElementsAre("b", "a"));
}

TEST(ExplainTest, WhoIsPlacedAndWhatIsFilledNeedsNoExplanation) {
  const CompiledMarket market = CompileOrDie(JobsThatNeed({{"a", 1}}, 1));
  ASSERT_OK_AND_ASSIGN(const Screening screening, Screen(market));
  ASSERT_OK_AND_ASSIGN(const Carvings carvings, Carve(market, screening));
  Placement placement;
  placement.job_of = IndexedVector<CandidateIndex, std::optional<JobIndex>>(1);
  placement.job_of[CandidateIndex(0)] = JobIndex(0);
  placement.prices = IndexedVector<JobIndex, RolePrices>(1);
  ASSERT_OK_AND_ASSIGN(const Explanation explanation, Explain(market, carvings, placement));
  EXPECT_THAT(explanation.unplaced, IsEmpty());
  EXPECT_THAT(explanation.unfilled, IsEmpty());
}

TEST(ExplainTest, ACallCutShortGivesNothing) {
  const CompiledMarket market = CompileOrDie(JobsThatNeed({{"a", 5}}, 1));
  ASSERT_OK_AND_ASSIGN(const Screening screening, Screen(market));
  ASSERT_OK_AND_ASSIGN(const Carvings carvings, Carve(market, screening));
  Placement placement;
  placement.job_of = IndexedVector<CandidateIndex, std::optional<JobIndex>>(1);
  placement.prices = IndexedVector<JobIndex, RolePrices>(1);
  const std::atomic<bool> cancel = true;
  EXPECT_EQ(Explain(market, carvings, placement, {}, {.cancel = &cancel}).status().code(), absl::StatusCode::kCancelled);
}

TEST(ExplainTest, IdsComeByIdWhateverTheOrderOfTheInput) {
  Market input = EmptyMarket();
  input.jobs = {JobOf("porter", {TaskOf("tea", 60), TaskOf("fetch", 60), TaskOf("post", 60)})};
  input.adjustments = {AdjustmentOf("trolley", "lifting", 1), AdjustmentOf("reader", "reading", 1)};
  const CompiledMarket market = CompileOrDie(input);
  const CompiledJob& porter = market.jobs[JobIndex(0)];
  EXPECT_THAT(TaskIds(porter, TasksAt(porter, {"tea", "fetch"})), ElementsAre("fetch", "tea"));
  EXPECT_THAT(TaskIds(porter, 0), IsEmpty());
  EXPECT_THAT(AdjustmentIds(market, {AdjustmentAt(market, "reader"), AdjustmentAt(market, "trolley")}),
              ElementsAre("reader", "trolley"));
}

}  // namespace
}  // namespace jobcarve::test
