// One adjustment with everything that can be said of it.
#include "report/weighing.h"

#include <string>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "jobcarve/plan/solve.h"
#include "jobcarve/report/text.h"
#include "support/builders.h"
#include "support/status_matchers.h"

namespace jobcarve::test {
namespace {

using testing::HasSubstr;
using testing::Not;

// Ada lifts 2 of 4; the trolley (+2) costs £120 of the £1,000 that the employer of 120 people can spend.
Market WithSlowTrolley() {
  Market market = SmallMarket();
  Adjustment& trolley = market.adjustments[0];
  trolley.lead_time = Days{20};
  trolley.late_lead_time = Days{60};
  trolley.interim = {.text = "two people lift", .lead_time = Days{2}};
  market.employers[0].max_adjustment_cost = Pence{100'000};
  market.employers[0].headcount = 120;
  return market;
}

TEST(WeighingTest, TheAdviserReadsAllSixFactorsAndNoVerdict) {
  const Market market = WithSlowTrolley();
  ASSERT_OK_AND_ASSIGN(const Plan plan, Solve(market));
  ASSERT_OK_AND_ASSIGN(const std::string page, ProposalText(market, plan, "ada"));
  EXPECT_THAT(page, HasSubstr("£120 in the first year from the employer, 20 days to arrange\n"
                              "    closes: lifting from 2 to 4, where 4 is asked for\n"
                              "    opens: fetch\n"
                              "    nine in ten work within 60 days\n"
                              "    until then: two people lift, after 2 days\n"
                              "    12 % of what the employer can spend\n"
                              "  The employer: 120 people, at most £1,000 on adjustments for one role\n"));
  EXPECT_THAT(page, Not(HasSubstr("reasonable")));
}

TEST(WeighingTest, TheEmployerReadsWhatBridgesTheWaitAndNothingOfLevels) {
  const Market market = WithSlowTrolley();
  ASSERT_OK_AND_ASSIGN(const Plan plan, Solve(market));
  ASSERT_OK_AND_ASSIGN(const std::string page, EmployerText(market, plan, "employer"));
  EXPECT_THAT(page, HasSubstr("    until then: two people lift, after 2 days\n"));
  EXPECT_THAT(page, Not(HasSubstr("closes")));
  EXPECT_THAT(page, Not(HasSubstr("opens")));
  EXPECT_THAT(page, Not(HasSubstr("lifting")));
}

TEST(WeighingTest, StartsThatMayBeLateSaySo) {
  Market market = WithSlowTrolley();
  market.adjustments[0].interim.reset();
  ASSERT_OK_AND_ASSIGN(const Plan plan, Solve(market));
  ASSERT_OK_AND_ASSIGN(const std::string page, ProposalText(market, plan, "ada"));
  EXPECT_THAT(page, HasSubstr("start from 2026-11-22, 2027-01-01 if lead times run late"));
}

TEST(WeighingTest, SaysWhatIsLeftOfTheGrantToWhoEmploysTheHolder) {
  Market market = WithSlowTrolley();
  market.jobs[0].openings = 0;
  market.candidates[0].holds_job_id = "porter";
  market.adjustments[0].funder = Funder::kAccessToWork;
  market.adjustments[0].one_off = Pence{400'000};
  ASSERT_OK_AND_ASSIGN(const Plan plan, Solve(market));
  ASSERT_OK_AND_ASSIGN(const std::string page, ProposalText(market, plan, "ada"));
  EXPECT_THAT(page, HasSubstr("pays £1,200 of the Access to Work grant"));
}

}  // namespace
}  // namespace jobcarve::test
