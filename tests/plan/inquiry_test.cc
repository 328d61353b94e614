// Inquiries that can be checked by hand; every figure by brute force is in inquiry_random_test.cc.
#include "jobcarve/plan/inquiry.h"

#include <algorithm>
#include <atomic>
#include <string>
#include <vector>

#include "absl/algorithm/container.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "jobcarve/io/market_io.h"
#include "jobcarve/plan/solve.h"
#include "support/builders.h"
#include "support/shared_data.h"
#include "support/status_matchers.h"

namespace jobcarve::test {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

Inquiries InquiriesOf(const Market& market, const std::vector<std::string>& ids = {}, int threads = 1) {
  RunControl run;
  run.threads = threads;
  const absl::StatusOr<Inquiries> inquiries = Inquire(market, ids, {}, run);
  EXPECT_OK(inquiries);
  return inquiries.ok() ? *inquiries : Inquiries{};
}

// fetch, 300 minutes, needs noise 3; tea, 300 minutes, needs nothing. Only the whole job, or a role carved of it. ada wants 600
// minutes, two minutes away; nothing is known of her.
Market NoisyPorter() {
  Market market = EmptyMarket();
  market.jobs = {JobOf("porter", {TaskOf("fetch", 300, {{"noise", 3}}), TaskOf("tea", 300)})};
  market.jobs[0].carving.forms = {Form::kWhole, Form::kCarved};
  market.candidates = {CandidateOf("ada", 600)};
  market.travel_times = {{.candidate_id = "ada", .site_id = "site", .minutes = Minutes{2}}};
  return market;
}

TEST(InquiryTest, AnAnswerThatShutsTheRoleIsWorthWhatTheOtherRoleIsWorth) {
  const Inquiries inquiries = InquiriesOf(NoisyPorter());
  // Ten hours and their pay, less the journey; 2 points for what is unknown of fetch. Carved: five hours and their pay, less the
  // five that are missing and the making.
  const Score whole{10'000'000 + 252'000 - 20'000};
  const Score carved{5'000'000 + 126'000 - 20'000 - 1'250'000 - 200'000};
  EXPECT_EQ(inquiries.total, whole - Score{2'000'000});
  ASSERT_EQ(inquiries.people.size(), 1U);
  const Inquiry& ada = inquiries.people[0];
  EXPECT_EQ(ada.candidate_id, "ada");
  ASSERT_TRUE(ada.best.has_value());
  EXPECT_EQ(ada.best->form, Form::kWhole);
  EXPECT_EQ(
      ada.coverage,
      (ProfileCoverage{
          .dimension_count = 1, .known_dimension_count = 0, .task_minutes = Minutes{600}, .known_task_minutes = Minutes{300}}));
  ASSERT_EQ(ada.questions.size(), 1U);
  const OpenQuestion& noise = ada.questions[0];
  EXPECT_EQ(noise.dimension_id, "noise");
  EXPECT_EQ(noise.value, Score{carved.count() * 3 / 6});  // On levels 0, 1 and 2 of 0..5 the whole job is lost.
  EXPECT_EQ(noise.plan_value, noise.value);
  const RoleInBrief tea = {.job_id = "porter", .form = Form::kCarved, .task_ids = {"tea"}, .adjustment_ids = {}, .score = carved};
  const RoleInBrief both = {
      .job_id = "porter", .form = Form::kWhole, .task_ids = {"fetch", "tea"}, .adjustment_ids = {}, .score = whole};
  EXPECT_THAT(noise.answers, ElementsAre(PossibleAnswer{.from_level = Level{0},
                                                        .to_level = Level{2},
                                                        .best = tea,
                                                        .changes_best = true,
                                                        .kept_score = Score{0},
                                                        .total_change = carved - inquiries.total,
                                                        .plan_gain = carved},
                                         PossibleAnswer{.from_level = Level{3},
                                                        .to_level = Level{5},
                                                        .best = both,
                                                        .changes_best = false,
                                                        .kept_score = whole,
                                                        .total_change = Score{2'000'000},
                                                        .plan_gain = Score{0}}));
}

TEST(InquiryTest, AQuestionWhoseAnswersChangeNothingIsCountedAndLeftOut) {
  Market market = NoisyPorter();
  market.jobs[0].carving.must_stay_task_ids = {"tea", "fetch"};
  market.jobs[0].tasks[0].demands = {};
  market.jobs[0].conditions = {{.dimension_id = "noise", .level = Level{3}, .source = Source::kStated}};
  market.jobs.push_back(JobOf("writer", {TaskOf("letters", 60, {{"reading", 1}})}));
  const Inquiry ada = InquiriesOf(market).people[0];
  ASSERT_EQ(ada.questions.size(), 1U);  // The writer's hour is better than nothing, and nothing to the porter's ten.
  EXPECT_EQ(ada.questions[0].dimension_id, "noise");
  EXPECT_EQ(ada.idle_question_count, 1);
  EXPECT_EQ(ada.coverage.dimension_count, 2);
  EXPECT_EQ(ada.coverage.known_task_minutes, Minutes{600});  // Conditions are not tasks.
}

// eve can do tea alone, for less than ada.
TEST(InquiryTest, AnAnswerMovesOthersToo) {
  Market market = NoisyPorter();
  market.jobs[0].carving.forms = {Form::kWhole};
  market.candidates.push_back(CandidateOf("eve", 600, {{"noise", 4}}));
  market.travel_times.push_back({.candidate_id = "eve", .site_id = "site", .minutes = Minutes{300}});
  const Inquiries inquiries = InquiriesOf(market, {"ada"});
  const Score eves{10'000'000 + 252'000 - 3'000'000};
  const Score adas{10'000'000 + 252'000 - 20'000 - 2'000'000};
  EXPECT_EQ(inquiries.total, adas);
  ASSERT_EQ(inquiries.people.size(), 1U);
  ASSERT_EQ(inquiries.people[0].questions.size(), 1U);
  const OpenQuestion& noise = inquiries.people[0].questions[0];
  EXPECT_EQ(noise.value, Score{0});  // She has nothing else to do.
  ASSERT_EQ(noise.answers.size(), 2U);
  EXPECT_EQ(noise.answers[0].best, std::nullopt);
  EXPECT_TRUE(noise.answers[0].changes_best);
  EXPECT_EQ(noise.answers[0].total_change, eves - adas);
  EXPECT_EQ(noise.answers[0].plan_gain, eves);  // The place stays empty when nobody asks.
  EXPECT_EQ(noise.plan_value, Score{eves.count() / 2});
}

TEST(InquiryTest, WithNoJobWithinReachThereIsNothingToAsk) {
  Market market = NoisyPorter();
  market.candidates[0].min_pay_per_hour = Pence{99'999};
  const Inquiries inquiries = InquiriesOf(market);
  EXPECT_EQ(inquiries.total, Score{0});
  EXPECT_EQ(inquiries.people[0], (Inquiry{.candidate_id = "ada",
                                          .best = std::nullopt,
                                          .coverage = {},
                                          .questions = {},
                                          .idle_question_count = 0,
                                          .unproven_count = 0}));
}

TEST(InquiryTest, AnEmptyProfileGetsARoleAndQuestions) {
  for (const char* name : {"first", "hospital", "office"}) {
    SCOPED_TRACE(name);
    ASSERT_OK_AND_ASSIGN(Market market, io::ReadMarket(SourcePath(std::string("examples/data/") + name + ".json")));
    Candidate& person = market.candidates[0];
    person = CandidateOf(person.id, person.max_weekly_minutes.count());
    const Inquiry inquiry = InquiriesOf(market, {person.id}).people[0];
    EXPECT_TRUE(inquiry.best.has_value());
    EXPECT_FALSE(inquiry.questions.empty());
    EXPECT_EQ(inquiry.coverage.known_dimension_count, 0);
    EXPECT_GT(inquiry.questions.front().value, Score{0});
    // Nor is it silence in the plan.
    ASSERT_OK_AND_ASSIGN(const Plan plan, Solve(market));
    const auto proposal = absl::c_find_if(plan.proposals, [&](const Proposal& one) { return one.candidate_id == person.id; });
    const auto unplaced = absl::c_find_if(plan.unplaced, [&](const Unplaced& one) { return one.candidate_id == person.id; });
    if (proposal != plan.proposals.end()) {
      EXPECT_THAT(proposal->questions, testing::Not(IsEmpty()));
    } else {
      ASSERT_NE(unplaced, plan.unplaced.end());
      EXPECT_THAT(unplaced->nearest, testing::Not(IsEmpty()));
    }
  }
}

TEST(InquiryTest, PeopleComeByIdEachOnceWhateverTheThreads) {
  ASSERT_OK_AND_ASSIGN(const Market market, io::ReadMarket(SourcePath("examples/data/first.json")));
  const Inquiries all = InquiriesOf(market);
  EXPECT_EQ(InquiriesOf(market, {}, 3), all);
  const Inquiries two = InquiriesOf(market, {"c-wren", "c-ash", "c-wren"});
  ASSERT_EQ(two.people.size(), 2U);
  EXPECT_EQ(two.people[0].candidate_id, "c-ash");
  EXPECT_EQ(two.people[1].candidate_id, "c-wren");
  for (const Inquiry& inquiry : two.people) {
    EXPECT_THAT(all.people, testing::Contains(inquiry));
  }
}

TEST(InquiryTest, RefusesWhatSolveRefusesAndPeopleWhoAreNotThere) {
  EXPECT_THAT(Inquire(NoisyPorter(), {"eve"}).status().message(), HasSubstr("no candidate 'eve'"));
  Market market = NoisyPorter();
  market.jobs[0].site_id = "nowhere";
  EXPECT_THAT(Inquire(market).status().message(), HasSubstr("nowhere"));
  SolveOptions options;
  options.max_adjustments = 17;
  EXPECT_THAT(Inquire(NoisyPorter(), {}, options).status().message(), HasSubstr("max_adjustments"));
  const std::atomic<bool> cancel = true;
  RunControl run;
  run.cancel = &cancel;
  EXPECT_EQ(Inquire(NoisyPorter(), {}, {}, run).status().code(), absl::StatusCode::kCancelled);
}

}  // namespace
}  // namespace jobcarve::test
