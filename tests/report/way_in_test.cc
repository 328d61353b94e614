// The interview asks the porter for reading 5 and noise 3; the work asks for reading 3 and noise 2.
#include "report/way_in.h"

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

Market Interviewed(std::vector<SelectionRoute> routes) {
  Market market = SmallMarket();
  market.jobs[0].selection = Selection{.demands = {{"reading", Level{5}, Source::kStated}, {"noise", Level{3}, Source::kStated}},
                                       .routes = std::move(routes)};
  return market;
}

const SelectionRoute kWorking = {.kind = RouteKind::kWorkingInterview, .removes_dimension_ids = {}};

TEST(WayInTest, TheAdviserReadsWhatTheSelectionAsksForAndWhatTheWorkDoes) {
  const Market market = Interviewed({kWorking});
  ASSERT_OK_AND_ASSIGN(const Plan plan, Solve(market));
  ASSERT_OK_AND_ASSIGN(const std::string page, ProposalText(market, plan, "ada"));
  EXPECT_THAT(page, HasSubstr("Way in: the selection asks for more than the work\n"
                              "  - reading: level 5 of 5, the work 3; a working interview: some of the tasks are done instead of "
                              "talked about\n"
                              "Ask first\n  - noise: "));  // Nobody knows ada's; that is no reason for another way.
}

TEST(WayInTest, WithoutARouteOnOfferThereIsANoteAndTheRoleStays) {
  const Market market = Interviewed({});
  ASSERT_OK_AND_ASSIGN(const Plan plan, Solve(market));
  ASSERT_EQ(plan.proposals.size(), 1u);
  ASSERT_OK_AND_ASSIGN(const std::string page, ProposalText(market, plan, "ada"));
  EXPECT_THAT(page, HasSubstr("no route on offer takes it away\n"));
  EXPECT_THAT(page, HasSubstr("Note: The selection asks for more than the work in 1 point that no route on offer takes away"));
  ASSERT_OK_AND_ASSIGN(const std::string employer, EmployerText(market, plan, "employer"));
  EXPECT_THAT(employer, Not(HasSubstr("interview")));
}

TEST(WayInTest, ThePersonReadsTheRouteAlone) {
  const Market market = Interviewed({kWorking});
  ASSERT_OK_AND_ASSIGN(const Plan plan, Solve(market));
  ASSERT_OK_AND_ASSIGN(const std::string page, PersonText(market, plan, "ada"));
  EXPECT_THAT(page, HasSubstr("How you could show what you can do\n  - a working interview: "));
  EXPECT_THAT(page, Not(HasSubstr("reading")));
}

// Whoever is short of reading or of noise, the employer reads the same: both, because the job's interview asks for more of both.
TEST(WayInTest, TheEmployersReasonsAreTheJobsWhoeverThePersonIs) {
  std::vector<std::string> pages;
  for (const LevelAt& lacking : {LevelAt{"reading", 4}, LevelAt{"noise", 2}}) {
    Market market = Interviewed({kWorking});
    market.candidates[0] = CandidateOf("ada", 1200, {{"lifting", 4}, {"reading", 5}, {"noise", 3}});
    for (Capability& capability : market.candidates[0].capabilities) {
      capability.level = capability.dimension_id == lacking.first ? Level{lacking.second} : capability.level;
    }
    ASSERT_OK_AND_ASSIGN(const Plan plan, Solve(market));
    ASSERT_EQ(plan.proposals[0].routes.size(), 1u);
    EXPECT_EQ(plan.proposals[0].routes[0].dimension_id, lacking.first);
    ASSERT_OK_AND_ASSIGN(const std::string page, EmployerText(market, plan, "employer"));
    pages.push_back(page);
  }
  EXPECT_EQ(pages[0], pages[1]);
  EXPECT_THAT(pages[0],
              HasSubstr("How to choose\n  - a working interview: some of the tasks are done instead of talked about\n"
                        "  The usual interview goes beyond the work in: reading (5, the work 3); noise (3, the work 2)\n"));
}

}  // namespace
}  // namespace jobcarve::test
