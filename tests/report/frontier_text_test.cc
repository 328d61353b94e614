// What an employer reads about their own post. privacy_test.cc searches such pages for anything private.
#include "jobcarve/report/frontier_text.h"

#include <string>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "support/builders.h"
#include "support/status_matchers.h"

namespace jobcarve::test {
namespace {

using testing::HasSubstr;

// fetch, 300 minutes, needs lifting 4; tea, 240 minutes, needs nothing; a trolley closes ada's gap, nothing closes eve's.
Market TwoPeople() {
  Market market = EmptyMarket();
  market.adjustments = {AdjustmentOf("trolley", "lifting", 2)};
  market.adjustments[0].one_off = Pence{12'000};
  market.adjustments[0].funder = Funder::kEmployer;
  market.jobs = {JobOf("porter", {TaskOf("fetch", 300, {{"lifting", 4}}), TaskOf("tea", 240)})};
  market.jobs[0].carving.carved_pay_per_hour = Pence{1'200};
  market.candidates = {CandidateOf("ada", 600, {{"lifting", 2}}), CandidateOf("eve", 600, {{"lifting", 0}})};
  return market;
}

TEST(FrontierTextTest, ATableThenTheRolesOfTheFrontier) {
  const Market market = TwoPeople();
  ASSERT_OK_AND_ASSIGN(const Frontier frontier, TraceFrontier(market, "porter"));
  ASSERT_OK_AND_ASSIGN(const std::string page, FrontierText(market, frontier));
  EXPECT_EQ(page,
            "porter, Employer, Site\n"
            "What could be taken out of the post, and how many people it would be open to\n"
            "\n"
            "tasks    hours  people   saved in pay  adjustments cost    stays\n"
            "    1      5 h       1      £3 a week              £120      4 h\n"
            "    2      9 h       1      £0 a week              £120    0 min\n"
            "\n"
            "1 task, 5 h a week at £12 an hour, open to 1 person\n"
            "  - fetch (5 h a week)\n"
            "Adjustments\n"
            "  - trolley (equipment or premises)\n"
            "Stays with the post (4 h a week, to be filled by the employer)\n"
            "  - tea (4 h a week)\n"
            "\n"
            "The whole job, 9 h a week at £12.60 an hour, open to 1 person\n"
            "  - fetch (5 h a week)\n"
            "  - tea (4 h a week)\n"
            "Adjustments\n"
            "  - trolley (equipment or premises)\n"
            "\n"
            "This is a proposal, not a decision. The person, the adviser and the employer decide together.\n");
}

TEST(FrontierTextTest, DominatedAndMissingNumbersAreSaidToBeSo) {
  Market market = TwoPeople();
  market.candidates.resize(1);
  market.candidates[0].preferred_weekly_minutes = Minutes{240};
  market.candidates[0].capabilities.clear();
  market.jobs[0].tasks.push_back(TaskOf("letters", 60, {{"reading", 5}}));
  market.jobs[0].carving.forms = {Form::kCarved};
  ASSERT_OK_AND_ASSIGN(const Frontier frontier, TraceFrontier(market, "porter"));
  ASSERT_OK_AND_ASSIGN(const std::string page, FrontierText(market, frontier));
  EXPECT_THAT(page, HasSubstr("   fewer tasks do as well\n"));
  EXPECT_THAT(page, HasSubstr("    3        -       -              -                 -        -   no role\n"));
}

TEST(FrontierTextTest, RefusesAFrontierOfAnotherMarket) {
  const Market market = TwoPeople();
  ASSERT_OK_AND_ASSIGN(Frontier frontier, TraceFrontier(market, "porter"));
  Market other = market;
  other.jobs[0].id = "clerk";
  EXPECT_THAT(FrontierText(other, frontier).status().message(), HasSubstr("'porter'"));
  frontier.entries[0].task_ids = {"flying"};
  EXPECT_THAT(FrontierText(market, frontier).status().message(), HasSubstr("'flying'"));
}

}  // namespace
}  // namespace jobcarve::test
