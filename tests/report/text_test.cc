#include "jobcarve/report/text.h"

#include <string>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "jobcarve/io/market_io.h"
#include "jobcarve/plan/solve.h"
#include "report/words.h"
#include "support/builders.h"
#include "support/random_market.h"
#include "support/shared_data.h"
#include "support/status_matchers.h"

namespace jobcarve::test {
namespace {

using testing::EndsWith;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

// The porter's tasks are 19 hours; ada lifts 2 of 4, reads well, nobody knows about noise.
class TextTest : public testing::Test {
 protected:
  void SetUp() override { Resolve(); }
  void Resolve() {
    absl::StatusOr<Plan> plan = Solve(market_);
    ASSERT_OK(plan.status());
    plan_ = *std::move(plan);
  }

  Market market_ = SmallMarket();
  Plan plan_;
};

TEST_F(TextTest, TheOverviewHasALineForEachPersonAndTheProof) {
  ASSERT_OK_AND_ASSIGN(const std::string page, OverviewText(market_, plan_));
  EXPECT_THAT(page, HasSubstr("\nada "));
  EXPECT_THAT(page, HasSubstr("\n1 of 1 person with a proposal, 1 of 1 opening filled, "));
  EXPECT_THAT(page, HasSubstr("; the prices in the plan prove that no other plan scores higher\n"));
  EXPECT_THAT(page, EndsWith("The person, the adviser and the employer decide together.\n"));
}

TEST_F(TextTest, TheOverviewSpeaksOfPeopleNotPersons) {
  market_.candidates.push_back(CandidateOf("ben", 1200, {{"lifting", 4}}));
  market_.candidates.push_back(CandidateOf("cy", 10));
  market_.candidates.back().min_weekly_minutes = Minutes{10};
  Resolve();
  ASSERT_OK_AND_ASSIGN(const std::string page, OverviewText(market_, plan_));
  EXPECT_THAT(page, HasSubstr(" of 3 people with a proposal"));
  EXPECT_THAT(page, Not(HasSubstr("persons")));
  EXPECT_THAT(page, HasSubstr("cy: no proposal in this plan\n"));
  EXPECT_THAT(page, HasSubstr("Nearest roles, and what stands in the way\n"));
}

TEST_F(TextTest, TheAdvisersPageHasTasksAdjustmentsQuestionsAndEveryLineOfTheLedger) {
  ASSERT_OK_AND_ASSIGN(const std::string page, ProposalText(market_, plan_, "ada"));
  EXPECT_THAT(page, StartsWith("ada: porter, "));
  EXPECT_THAT(page, HasSubstr("  - fetch (10 h a week)\n"));
  EXPECT_THAT(page, HasSubstr("  - trolley (equipment or premises): £120 in the first year from the employer, at once\n"));
  EXPECT_THAT(page, HasSubstr("Ask first\n  - noise: is level 2 of 5 all right, or with what help?\n"));
  ASSERT_EQ(plan_.proposals.size(), 1u);
  for (const LedgerLine& line : plan_.proposals[0].ledger) {
    EXPECT_THAT(page, HasSubstr(std::string(internal::Points(line.amount)) + "  " + std::string(internal::LineWord(line.kind))));
  }
}

TEST_F(TextTest, QuestionsStandUnderTheHeadingOfTheirDimension) {
  for (Dimension& dimension : market_.dimensions) {
    dimension.group = "surroundings";
  }
  ASSERT_OK_AND_ASSIGN(const std::string page, ProposalText(market_, plan_, "ada"));
  EXPECT_THAT(page, HasSubstr("  - surroundings / noise: is level 2 of 5 all right, or with what help?\n"));
}

TEST_F(TextTest, ABarrierAtAnEssentialTaskSaysWhoCallsItEssential) {
  Task& task = market_.jobs[0].tasks[0];
  task.is_essential = true;
  task.essential_by = "the head porter";
  const Nearest nearest = {.job_id = market_.jobs[0].id,
                           .barriers = {{.kind = BarrierKind::kCapability,
                                         .dimension_id = market_.dimensions[0].id,
                                         .task_ids = {task.id},
                                         .found = 1,
                                         .needed = 2}},
                           .form = Form::kWhole,
                           .task_ids = {task.id},
                           .adjustment_ids = {},
                           .score = Score{1}};
  ASSERT_OK_AND_ASSIGN(const std::string page, PairText(market_, nearest));
  EXPECT_THAT(page, HasSubstr("; \"" + task.title + "\" is essential, says the head porter"));
}

TEST_F(TextTest, ThePersonsPageSpeaksToThePerson) {
  ASSERT_OK_AND_ASSIGN(const std::string page, PersonText(market_, plan_, "ada"));
  EXPECT_THAT(page, StartsWith("A role we would like to talk to you about\n"));
  EXPECT_THAT(page, HasSubstr("What would be put in place for you\n  - trolley\n"));
  EXPECT_THAT(page, HasSubstr("What we would like to ask you\n  - noise: "));
  EXPECT_THAT(page, EndsWith("Nothing is decided. You can say yes, say no, or ask for something else.\n"));
  EXPECT_THAT(page, Not(HasSubstr("score")));
}

TEST_F(TextTest, WhoHoldsTheJobKeepsIt) {
  market_.candidates[0].holds_job_id = "porter";
  market_.jobs[0].openings = 0;
  Resolve();
  ASSERT_OK_AND_ASSIGN(const std::string person, PersonText(market_, plan_, "ada"));
  EXPECT_THAT(person, StartsWith("Your job, and how you could keep it\n"));
  ASSERT_OK_AND_ASSIGN(const std::string adviser, ProposalText(market_, plan_, "ada"));
  EXPECT_THAT(adviser, HasSubstr("\nKeeps the job held: "));
}

TEST_F(TextTest, EveryReaderIsToldHowTheHoursBuildUp) {
  market_.candidates[0].phases = {{.weeks = 2, .max_weekly_minutes = Minutes{1}},
                                  {.weeks = 3, .max_weekly_minutes = Minutes{600}}};
  Resolve();
  ASSERT_OK_AND_ASSIGN(const std::string adviser, ProposalText(market_, plan_, "ada"));
  ASSERT_OK_AND_ASSIGN(const std::string person, PersonText(market_, plan_, "ada"));
  ASSERT_OK_AND_ASSIGN(const std::string employer, EmployerText(market_, plan_, "employer"));
  for (const std::string& page : {adviser, person, employer}) {
    EXPECT_THAT(page,
                HasSubstr("How the hours build up\n  - from week 1: no task fits yet\n  - from week 3: 10 h a week: fetch\n"));
    EXPECT_THAT(page, testing::ContainsRegex("  - from week 6: [0-9]+ h a week: all tasks\n"));
  }
}

TEST_F(TextTest, WithoutAProposalThePersonIsToldWhatWouldHaveToChange) {
  market_.candidates[0].min_pay_per_hour = Pence{9'000};
  Resolve();
  ASSERT_OK_AND_ASSIGN(const std::string page, PersonText(market_, plan_, "ada"));
  EXPECT_THAT(page, StartsWith("We have no role to propose to you today. That is about the jobs we know of, not about you.\n"));
  EXPECT_THAT(page, HasSubstr("Pay: £12.60 an hour; you asked for at least £90.\n"));
  EXPECT_THAT(page, EndsWith("We go on looking with you.\n"));
}

TEST_F(TextTest, AnEmployerWithoutAProposalIsToldSo) {
  plan_.proposals.clear();
  ASSERT_OK_AND_ASSIGN(const std::string page, EmployerText(market_, plan_, "employer"));
  EXPECT_EQ(page, "No proposal for this employer in this plan.\n");
}

TEST_F(TextTest, EveryEmployersProposalStandsOnAPageOfItsOwn) {
  market_.jobs[0].openings = 2;
  market_.candidates.push_back(market_.candidates[0]);
  market_.candidates[1].id = "ben";
  Resolve();
  ASSERT_EQ(plan_.proposals.size(), 2u);
  ASSERT_OK_AND_ASSIGN(const std::string pages, EmployerText(market_, plan_, "employer"));
  const size_t feed = pages.find('\f');
  ASSERT_NE(feed, std::string::npos);
  EXPECT_EQ(pages.substr(0, feed), pages.substr(feed + 1)) << "ada and ben are offered the same role";
}

TEST_F(TextTest, IdsThatTheMarketDoesNotHaveAreErrorsNotCrashes) {
  EXPECT_THAT(ProposalText(market_, plan_, "nobody").status().message(), HasSubstr("nobody"));
  EXPECT_THAT(PersonText(market_, plan_, "nobody").status().message(), HasSubstr("nobody"));
  EXPECT_THAT(EmployerText(market_, plan_, "nobody").status().message(), HasSubstr("nobody"));
  Plan strange = plan_;
  strange.proposals[0].task_ids = {"no-such-task"};
  EXPECT_THAT(OverviewText(market_, strange).status().message(), HasSubstr("no-such-task"));
}

TEST_F(TextTest, EveryPageOfRandomMarketsCanBeWritten) {
  for (uint64_t seed = 1; seed <= 50; ++seed) {
    SCOPED_TRACE(seed);
    const Market market = RandomMarket(seed, {.max_tasks = seed % 2 == 0 ? 6 : 4, .pool_count = seed % 2 == 0 ? 0 : 1});
    ASSERT_OK_AND_ASSIGN(const Plan plan, Solve(market, RandomOptions(seed)));
    EXPECT_OK(OverviewText(market, plan).status());
    for (const Candidate& person : market.candidates) {
      EXPECT_OK(ProposalText(market, plan, person.id).status());
      EXPECT_OK(PersonText(market, plan, person.id).status());
    }
    for (const Employer& employer : market.employers) {
      EXPECT_OK(EmployerText(market, plan, employer.id).status());
    }
  }
}

TEST(WordsTest, FiguresReadAsAPersonWouldSayThem) {
  EXPECT_EQ(internal::Hours(Minutes{0}), "0 min");
  EXPECT_EQ(internal::Hours(Minutes{59}), "59 min");
  EXPECT_EQ(internal::Hours(Minutes{60}), "1 h");
  EXPECT_EQ(internal::Hours(Minutes{605}), "10 h 05");
  EXPECT_EQ(internal::Pounds(Pence{126'050}), "£1,260.50");
  EXPECT_EQ(internal::Pounds(Pence{-5}), "-£0.05");
  EXPECT_EQ(internal::Pounds(Pence{123'456'700}), "£1,234,567");
  EXPECT_EQ(internal::Points(Score{-4'999}), "0.00");
  EXPECT_EQ(internal::Points(Score{-305'000}), "-0.31");
  EXPECT_EQ(internal::Counted(1, "person"), "1 person");
  EXPECT_EQ(internal::Counted(0, "person"), "0 people");
  EXPECT_EQ(internal::Counted(1'200, "day"), "1,200 days");
}

}  // namespace
}  // namespace jobcarve::test
